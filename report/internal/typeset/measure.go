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

// A Variant says which drawing of a rune stands on the page.
type Variant uint8

const (
	Full         Variant = iota // the font's own glyph
	Half                        // a full-width mark cut to its body, half an em wide
	Proportional                // an English quotation mark or apostrophe out of a full-width one
	Joined                      // —— as one stroke, two em wide; the second rune is Hidden
	Hidden                      // nothing is drawn
)

// String returns the variant's name.
func (v Variant) String() string {
	return [...]string{"full", "half", "proportional", "joined", "hidden"}[v]
}

// Metrics is a Measure that knows the variants too. Variant is the width of a
// rune's variant in 1/1000 em, for a rune that the font has.
type Metrics interface {
	Measure
	Variant(r rune, bold bool, v Variant) (milliEm int32)
}

// Default returns the metrics of the embedded default font, read from a
// generated table: no font is loaded.
func Default() Metrics { return defaultMetrics{} }

type defaultMetrics struct{}

// Advance finds whether the font has the rune in a bit map by pages of 256
// runes, and its width in the short list of those that are not one em wide.
func (defaultMetrics) Advance(r rune, bold bool) (milliEm int32, ok bool) {
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

// Variant knows the proportional quotation marks; the other variants are of
// one width in every font.
func (m defaultMetrics) Variant(r rune, bold bool, v Variant) int32 {
	switch v {
	case Half:
		return half
	case Joined:
		return 2 * em
	case Proportional:
		switch double, single := r == '“' || r == '”', r == '‘' || r == '’'; {
		case double && bold:
			return 502
		case double:
			return 471
		case single && bold:
			return 299
		case single:
			return 279
		}
	}
	w, _ := m.Advance(r, bold)
	return w
}

// em is the unit of all widths here: one em has a thousand.
const em = 1000

// narrow is a rune whose advance is not one em in both weights.
type narrow struct {
	r             rune
	regular, bold uint16
}
