package pdf

import (
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
	fs := &faces{}
	add := func(font *sfnt.Font) []uint16 {
		if font == nil {
			return nil
		}
		for i, known := range fs.fonts {
			if known == font {
				return []uint16{uint16(i)}
			}
		}
		fs.fonts = append(fs.fonts, font)
		return []uint16{uint16(len(fs.fonts) - 1)}
	}
	regular, bold := add(f.Regular), add(f.Bold)
	var fallback []uint16
	for _, font := range f.Fallback {
		fallback = append(fallback, add(font)...)
	}
	last := [2][]uint16{add(own[0]), add(own[1])}
	for w, first := range [2][2][]uint16{{regular, bold}, {bold, regular}} {
		order := append(append([]uint16(nil), first[0]...), fallback...)
		order = append(append(order, first[1]...), last[w]...)
		fs.order[w] = append(order, last[1-w]...)
		fs.blanks[w], _ = fs.find(geta, w == 1)
	}
	return fs, nil
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
