package typeset

import "sort"

//go:generate go test -run TestTable -update .

// A Measure tells how wide a rune stands. Advance is in thousandths of the
// font's size (an em). ok is false where the font has no glyph for the rune;
// the advance is then that of the mark that would stand in its place.
// Implementations are safe for concurrent use.
type Measure interface {
	Advance(r rune, bold bool) (milliEm int32, ok bool)
}

// Default returns the measure of the embedded default font, read from a
// generated table: no font is loaded.
func Default() Measure { return defaultMeasure{} }

type defaultMeasure struct{}

// Advance finds whether the font has the rune in a bit map by pages of 256
// runes, and its width in the short list of those that are not one em wide.
func (defaultMeasure) Advance(r rune, bold bool) (milliEm int32, ok bool) {
	page := int(uint32(r) >> 8)
	if page >= len(coveredPages) {
		return em, false
	}
	word := int(coveredPages[page])*4 + int(r>>6&3)
	if coveredRunes[word]>>(uint32(r)&63)&1 == 0 {
		return em, false
	}
	i := int(r - narrowAdvances[0].r) // the list starts with all of ASCII
	if i < 0 || i >= len(narrowAdvances) || narrowAdvances[i].r != r {
		i = sort.Search(len(narrowAdvances), func(i int) bool { return narrowAdvances[i].r >= r })
	}
	if i == len(narrowAdvances) || narrowAdvances[i].r != r {
		return em, true
	}
	if bold {
		return int32(narrowAdvances[i].bold), true
	}
	return int32(narrowAdvances[i].regular), true
}

// em is the unit of all widths here: one em has a thousand.
const em = 1000

// narrow is a rune whose advance is not one em in both weights.
type narrow struct {
	r             rune
	regular, bold uint16
}
