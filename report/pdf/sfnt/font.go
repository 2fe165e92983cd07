package sfnt

import "example.com/channelreport/channel/source"

// A glyphID is the number of a glyph in the font as it was parsed.
type glyphID uint16

// A Font is a checked TrueType font. It is immutable and safe for concurrent
// use.
type Font struct {
	file string // the name given to Parse

	cmap  cmap
	glyf  []byte
	loca  []byte
	hmtx  []byte
	head  []byte
	hhea  []byte
	maxp  []byte
	long  bool // loca has 4-byte entries
	wides int  // how many glyphs have a width of their own in hmtx
	count int  // glyphs

	unitsPerEm int
	metrics    Metrics
	name       string
}

// Metrics are a font's measures, in 1/1000 em where they are lengths.
type Metrics struct {
	Ascent      int // highest line of the font's design above the baseline
	Descent     int // lowest, negative below the baseline
	CapHeight   int // height of a capital H
	Left        int // box around all glyphs of the font
	Bottom      int
	Right       int
	Top         int
	Weight      int // 400 regular, 700 bold
	ItalicAngle int // degrees counter-clockwise from the vertical: negative for italics
	FixedPitch  bool
}

// Metrics returns the font's measures.
func (f *Font) Metrics() Metrics { return f.metrics }

// PostScriptName returns the font's name for machines, such as
// NotoSansSC-Regular: printable ASCII without blanks and PDF's delimiters, and
// never empty.
func (f *Font) PostScriptName() string { return f.name }

// Parse reads and checks a font file. The name is used in errors only. The
// font keeps data, which must not be changed afterwards.
//
// An error is a source.List.
func Parse(name string, data []byte) (*Font, error) {
	f := &Font{file: name}
	if err := f.parse(data); err != nil {
		return nil, f.list(err)
	}
	return f, nil
}

// list gives a problem its place.
func (f *Font) list(err *source.Error) error {
	err.Position.File = f.file
	return source.List{err}
}

func (f *Font) parse(data []byte) *source.Error {
	t, err := tables(data)
	if err != nil {
		return err
	}
	for _, step := range []func(directory) *source.Error{
		f.parseHead, f.parseWidths, f.parseGlyphs, f.parseCmap, f.parseStyle,
	} {
		if err := step(t); err != nil {
			return err
		}
	}
	f.name = postScriptName(t["name"])
	return nil
}

func (f *Font) parseHead(t directory) *source.Error {
	head, err := t.table("head", 54)
	if err != nil {
		return err
	}
	if u32(head, 12) != 0x5F0F3CF5 {
		return damaged("head", termMagic)
	}
	f.head = head
	f.unitsPerEm = u16(head, 18)
	if f.unitsPerEm < 16 || f.unitsPerEm > 16384 {
		return damaged("head", termUnits)
	}
	switch u16(head, 50) {
	case 0:
	case 1:
		f.long = true
	default:
		return damaged("head", termLocation)
	}
	f.metrics.Left, f.metrics.Bottom = f.scale(i16(head, 36)), f.scale(i16(head, 38))
	f.metrics.Right, f.metrics.Top = f.scale(i16(head, 40)), f.scale(i16(head, 42))
	if f.maxp, err = t.table("maxp", 32); err != nil {
		return err
	}
	f.count = u16(f.maxp, 4)
	if f.count == 0 {
		return damaged("maxp", termNoGlyphs)
	}
	return nil
}

func (f *Font) parseWidths(t directory) *source.Error {
	hhea, err := t.table("hhea", 36)
	if err != nil {
		return err
	}
	f.hhea = hhea
	f.wides = u16(hhea, 34)
	if f.wides == 0 || f.wides > f.count {
		return damaged("hhea", termNoMetrics)
	}
	f.metrics.Ascent, f.metrics.Descent = f.scale(i16(hhea, 4)), f.scale(i16(hhea, 6))
	f.hmtx, err = t.table("hmtx", 4*f.wides+2*(f.count-f.wides))
	return err
}

func (f *Font) parseGlyphs(t directory) *source.Error {
	size := 2
	if f.long {
		size = 4
	}
	loca, err := t.table("loca", size*(f.count+1))
	if err != nil {
		return err
	}
	f.loca = loca
	f.glyf = t["glyf"]
	last := 0
	for g := range f.count + 1 {
		at := f.location(g)
		if at < last || at > len(f.glyf) {
			return damaged("loca", termOrder)
		}
		last = at
	}
	return nil
}

// location returns where a glyph's outline starts in glyf; that of the next
// glyph is where it ends.
func (f *Font) location(g int) int {
	if f.long {
		return u32(f.loca, 4*g)
	}
	return 2 * u16(f.loca, 2*g)
}

// parseStyle reads the tables that describe the font as a whole. Fonts without
// them can be used.
func (f *Font) parseStyle(t directory) *source.Error {
	f.metrics.Weight = 400
	if os2 := t["OS/2"]; len(os2) >= 68 {
		if flags := u16(os2, 8); forbidden(flags) {
			return &source.Error{Message: msgEmbedding, Args: []any{flags}}
		}
		if w := u16(os2, 4); w >= 1 && w <= 1000 {
			f.metrics.Weight = w
		}
		if u16(os2, 0) >= 2 && len(os2) >= 96 {
			f.metrics.CapHeight = f.scale(i16(os2, 88))
		}
	}
	if f.metrics.CapHeight <= 0 {
		f.metrics.CapHeight = f.height('H')
	}
	if post := t["post"]; len(post) >= 32 {
		f.metrics.ItalicAngle = i16(post, 4) + u16(post, 6)>>15
		f.metrics.FixedPitch = u32(post, 12) != 0
	}
	return nil
}

// forbidden reads fsType: a restricted licence, or no subsetting, or bitmaps
// only. Where several of the four permissions are set, the mildest counts.
func forbidden(flags int) bool {
	const restricted, preview, editable, whole, bitmaps = 0x2, 0x4, 0x8, 0x100, 0x200
	return flags&restricted != 0 && flags&(preview|editable) == 0 || flags&(whole|bitmaps) != 0
}

// height returns how high a rune's outline reaches, or the ascent if the font
// does not tell.
func (f *Font) height(r rune) int {
	data := f.outline(f.cmap.glyph(r))
	if f.cmap.glyph(r) == 0 || len(data) < outlineHeader {
		return f.metrics.Ascent
	}
	return f.scale(i16(data, 8))
}

// advance returns the width of a glyph in font units.
func (f *Font) advance(g glyphID) int {
	return u16(f.hmtx, 4*min(int(g), f.wides-1))
}

// bearing returns where a glyph's outline is to start, in font units right of
// its origin.
func (f *Font) bearing(g glyphID) int {
	if int(g) < f.wides {
		return i16(f.hmtx, 4*int(g)+2)
	}
	return i16(f.hmtx, 4*f.wides+2*(int(g)-f.wides))
}

// outline returns the bytes of a glyph's outline, empty for a blank.
func (f *Font) outline(g glyphID) []byte {
	return f.glyf[f.location(int(g)):f.location(int(g)+1)]
}

// isSimple reports whether a glyph is drawn by its own points.
func (f *Font) isSimple(g glyphID) bool {
	data := f.outline(g)
	return len(data) >= outlineHeader && i16(data, 0) > 0
}

// ink returns the horizontal extent of a glyph as it is drawn, in font units:
// equal for a blank.
func (f *Font) ink(g glyphID) (left, right int) {
	data := f.outline(g)
	if len(data) < outlineHeader {
		return 0, 0
	}
	left = f.bearing(g)
	return left, left + max(0, i16(data, 6)-i16(data, 2))
}

// scale turns font units into 1/1000 em.
func (f *Font) scale(units int) int { return roundDiv(units*1000, f.unitsPerEm) }

// roundDiv divides and rounds half away from zero. b is positive.
func roundDiv(a, b int) int {
	if a < 0 {
		return -((-2*a + b) / (2 * b))
	}
	return (2*a + b) / (2 * b)
}
