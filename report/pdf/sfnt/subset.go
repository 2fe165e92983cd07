package sfnt

import (
	"encoding/binary"

	"example.com/channelreport/channel/source"
)

const maxGlyphs = 0xFFFF

// Subset returns a font file that draws exactly the slots: glyph i+1 is
// slots[i], glyph 0 the font's own box for what is missing, and behind the
// slots stand the parts that composite glyphs are made of. It has the tables
// glyf, head, hhea, hmtx, loca and maxp, which is what a PDF needs, and no
// hinting. The same slots give the same bytes.
//
// An error is a source.List: a slot without a glyph, or a damaged outline.
func (f *Font) Subset(slots []Slot) ([]byte, error) {
	c := &cutter{font: f, slots: slots}
	if err := c.cut(); err != nil {
		return nil, f.list(err)
	}
	return c.file(), nil
}

// A cutter makes one subset. The new font's tables grow glyph by glyph.
type cutter struct {
	font  *Font
	slots []Slot

	out  []byte // the new file: room for its header, then glyf
	loca []byte
	hmtx []byte

	parts  []glyphID          // what stands behind the slots
	places map[glyphID]int    // where in the new font a whole glyph stands
	known  map[glyphID]weight // composites of the old font
	most   struct {           // for maxp, hhea and head
		simple, composite weight
		advance, right    int
	}
}

func (c *cutter) cut() *source.Error {
	f := c.font
	c.reserve()
	if !c.copyGlyph(0, f.advance(0)) {
		return damaged("glyf", termNotdef)
	}
	for _, s := range c.slots {
		g := f.cmap.glyph(s.Rune)
		if g == 0 {
			return &source.Error{Message: msgRune, Args: []any{string(s.Rune), s.Rune}}
		}
		if !c.addSlot(g, s.Variant) {
			return &source.Error{Message: msgGlyph, Args: []any{string(s.Rune), s.Rune}}
		}
	}
	for i := 0; i < len(c.parts); i++ { // parts have parts: it grows while it is walked
		if !c.copyGlyph(c.parts[i], f.advance(c.parts[i])) {
			return damaged("glyf", termOutline)
		}
	}
	if n := c.count(); n > maxGlyphs {
		return &source.Error{Message: msgTooMany, Args: []any{n}}
	}
	c.loca = binary.BigEndian.AppendUint32(c.loca, uint32(len(c.out)-fileHeader))
	return nil
}

// count is the number of glyphs in the new font.
func (c *cutter) count() int { return 1 + len(c.slots) + len(c.parts) }

// reserve makes room for about everything, so that nothing is moved later.
func (c *cutter) reserve() {
	f := c.font
	size := fileHeader + 1024
	for _, s := range c.slots {
		size += len(f.outline(f.cmap.glyph(s.Rune))) + 32
	}
	c.out = make([]byte, fileHeader, size)
	c.loca = make([]byte, 0, 4*(len(c.slots)+2))
	c.hmtx = make([]byte, 0, 4*(len(c.slots)+1))
	c.known = make(map[glyphID]weight)
	c.most.right = i16(f.head, 40)
}

// begin starts the next glyph.
func (c *cutter) begin(advance, bearing int) {
	for len(c.out)%4 != 0 {
		c.out = append(c.out, 0)
	}
	c.loca = binary.BigEndian.AppendUint32(c.loca, uint32(len(c.out)-fileHeader))
	c.hmtx = binary.BigEndian.AppendUint16(c.hmtx, uint16(advance))
	c.hmtx = binary.BigEndian.AppendUint16(c.hmtx, uint16(int16(bearing)))
	c.most.advance = max(c.most.advance, advance)
}

func (c *cutter) addSlot(g glyphID, v Variant) bool {
	s := c.font.shape(g, v)
	switch {
	case s.stretch > 0:
		return c.stretch(g, s)
	case s.copies == 0:
		return c.copyGlyph(g, s.advance)
	case len(c.font.outline(g)) == 0:
		c.begin(s.advance, 0)
		return true
	}
	return c.compose(g, s)
}

// stretch adds a glyph with more room in its middle.
func (c *cutter) stretch(g glyphID, s shape) bool {
	data := c.font.outline(g)
	parts, ok := readSimple(data)
	if !ok {
		return false
	}
	c.begin(s.advance, s.bearing)
	c.most.simple = c.most.simple.max(weight{points: parts.points, contours: parts.contours})
	c.most.right = max(c.most.right, clamp(i16(data, 6)+s.stretch))
	c.out = parts.appendStretched(c.out, data, s.stretch)
	return true
}

// copyGlyph adds a glyph of the old font, without its hinting code.
func (c *cutter) copyGlyph(g glyphID, advance int) bool {
	data := c.font.outline(g)
	c.begin(advance, c.font.bearing(g))
	switch {
	case len(data) == 0:
		return true
	case len(data) < outlineHeader:
		return false
	case i16(data, 0) < 0:
		return c.copyComposite(g, data)
	}
	s, ok := readSimple(data)
	if !ok || s.points == 0 {
		return ok
	}
	c.most.simple = c.most.simple.max(weight{points: s.points, contours: s.contours})
	c.out = append(c.out, data[:s.code]...)
	put16(c.out, len(c.out)-2, 0) // the length of the code
	c.out = append(c.out, data[s.flags:s.end]...)
	return true
}

// copyComposite adds the data of a composite glyph, its parts renumbered.
func (c *cutter) copyComposite(g glyphID, data []byte) bool {
	w, ok := c.font.weigh(g, c.known, 0)
	if !ok {
		return false
	}
	c.most.composite = c.most.composite.max(w)
	c.out = append(c.out, data[:outlineHeader]...)
	for at, more := outlineHeader, true; more; {
		part, _ := readComponent(data, at)
		start := len(c.out)
		c.out = append(c.out, data[part.at:part.end]...)
		put16(c.out, start, u16(data, part.at)&^hasCode)
		put16(c.out, start+2, c.place(part.glyph))
		at, more = part.end, part.more
	}
	return true
}

// compose adds a glyph made of moved copies of another.
func (c *cutter) compose(g glyphID, s shape) bool {
	base, ok := c.font.weigh(g, c.known, 1)
	if !ok {
		return false
	}
	data := c.font.outline(g)
	// Moves are of the glyph as it is drawn, which may differ from its
	// outline: a reader puts the outline's left edge on its bearing.
	fix := c.font.bearing(g) - i16(data, 2)
	first, last := s.moves[0]+fix, s.moves[s.copies-1]+fix
	left, right := clamp(first+i16(data, 2)), clamp(last+i16(data, 6))

	c.begin(s.advance, left)
	c.most.right = max(c.most.right, right)
	c.out = append(c.out, 0xFF, 0xFF) // minus one contours: a composite
	c.put(left, i16(data, 4), right, i16(data, 8))
	var w weight
	flags := argsAreWords | argsAreXY | hasMore
	for i := range s.copies {
		if i == s.copies-1 {
			flags &^= hasMore
		}
		c.put(flags, c.place(g), clamp(s.moves[i]+fix), 0)
		w = w.with(base)
	}
	c.most.composite = c.most.composite.max(w)
	return true
}

// place returns where in the new font a whole glyph stands, and gives it a
// place behind the slots if it is not among them.
func (c *cutter) place(g glyphID) int {
	if c.places == nil {
		c.places = make(map[glyphID]int, len(c.slots))
		for i, s := range c.slots {
			if s.Variant == Full {
				c.places[c.font.cmap.glyph(s.Rune)] = i + 1
			}
		}
	}
	at, ok := c.places[g]
	if !ok {
		at = c.count()
		c.parts = append(c.parts, g)
		c.places[g] = at
	}
	return at
}

func (c *cutter) put(values ...int) {
	for _, v := range values {
		c.out = binary.BigEndian.AppendUint16(c.out, uint16(v))
	}
}

// max is what maxp has to promise for two glyphs.
func (w weight) max(v weight) weight {
	return weight{max(w.points, v.points), max(w.contours, v.contours), max(w.parts, v.parts), max(w.depth, v.depth)}
}

// clamp holds a coordinate within 16 bits.
func clamp(v int) int { return min(max(v, -1<<15), 1<<15-1) }

func put16(b []byte, at, v int) { binary.BigEndian.PutUint16(b[at:], uint16(v)) }
