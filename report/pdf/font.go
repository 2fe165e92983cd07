package pdf

import (
	"slices"
	"sync"

	"example.com/channelreport/report/internal/typeset"
	"example.com/channelreport/report/pdf/notosanssc"
	"example.com/channelreport/report/pdf/sfnt"
)

// Fonts are the faces a document is set in. For each rune the first face that
// has it is taken: the one of its weight, the fallbacks in their order, the
// other weight, and last the embedded Noto Sans SC. The zero Fonts is the
// embedded font alone. Parsed fonts are immutable: parse once, render often,
// from as many goroutines as you like.
type Fonts struct {
	Regular  *sfnt.Font // nil: the embedded font
	Bold     *sfnt.Font // nil: Regular stands in
	Fallback []*sfnt.Font
}

// embedded parses the default font on first use. It is constant data, so one
// copy serves every renderer.
var embedded = sync.OnceValues(func() (fonts [2]*sfnt.Font, err error) {
	if fonts[0], err = sfnt.Parse("NotoSansSC-Regular.ttf", notosanssc.Regular()); err != nil {
		return fonts, err
	}
	fonts[1], err = sfnt.Parse("NotoSansSC-Bold.ttf", notosanssc.Bold())
	return fonts, err
})

// geta is the mark that stands for a rune no font has.
const geta = '〓'

// faces finds a face for each rune. It is immutable and implements
// typeset.Metrics.
type faces struct {
	fonts  []*sfnt.Font
	order  [2][]uint16 // which faces to ask, for regular and for bold text
	blanks [2]uint16   // the face of 〓
}

func newFaces(f Fonts) (*faces, error) {
	own, err := embedded()
	if err != nil {
		return nil, err
	}
	switch {
	case f.Regular == nil && f.Bold == nil:
		f.Regular, f.Bold = own[0], own[1]
	case f.Regular == nil:
		f.Regular = own[0]
	case f.Bold == nil:
		f.Bold = f.Regular
	}
	fs := &faces{}
	for w, first := range [2][2]*sfnt.Font{{f.Regular, f.Bold}, {f.Bold, f.Regular}} {
		fs.ask(w, first[0])
		for _, font := range f.Fallback {
			fs.ask(w, font)
		}
		fs.ask(w, first[1])
		fs.ask(w, own[w])
		fs.ask(w, own[1-w])
	}
	for w := range fs.blanks {
		fs.blanks[w], _ = fs.find(geta, w == 1)
	}
	return fs, nil
}

// ask puts a font at the end of those asked for text of a weight.
func (fs *faces) ask(w int, font *sfnt.Font) {
	if font == nil {
		return
	}
	face := slices.Index(fs.fonts, font)
	if face < 0 {
		face = len(fs.fonts)
		fs.fonts = append(fs.fonts, font)
	}
	if !slices.Contains(fs.order[w], uint16(face)) {
		fs.order[w] = append(fs.order[w], uint16(face))
	}
}

// find returns the face that a rune is set in, and false if none has it.
func (fs *faces) find(r rune, bold bool) (face uint16, ok bool) {
	for _, face := range fs.order[weight(bold)] {
		if fs.fonts[face].Has(r) {
			return face, true
		}
	}
	return 0, false
}

func weight(bold bool) int {
	if bold {
		return 1
	}
	return 0
}

// Advance implements typeset.Measure.
func (fs *faces) Advance(r rune, bold bool) (milliEm int32, ok bool) {
	for _, face := range fs.order[weight(bold)] {
		if w, ok := fs.fonts[face].Width(sfnt.Slot{Rune: r}); ok {
			return int32(w), true
		}
	}
	w, _ := fs.fonts[fs.blanks[weight(bold)]].Width(sfnt.Slot{Rune: geta})
	return int32(w), false
}

// Variant implements typeset.Metrics.
func (fs *faces) Variant(r rune, bold bool, v typeset.Variant) (milliEm int32) {
	face, ok := fs.find(r, bold)
	if !ok {
		face, r, v = fs.blanks[weight(bold)], geta, typeset.Full
	}
	w, _ := fs.fonts[face].Width(sfnt.Slot{Rune: r, Variant: slotVariant(v)})
	return int32(w)
}

// slotVariant is a variant of layout in the words of the font.
func slotVariant(v typeset.Variant) sfnt.Variant {
	switch v {
	case typeset.Half:
		return sfnt.Half
	case typeset.Proportional:
		return sfnt.Proportional
	case typeset.Joined:
		return sfnt.Joined
	}
	return sfnt.Full
}
