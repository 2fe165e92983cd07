package sfnt

import "cmp"

// A Variant says which form of a rune's glyph is meant.
type Variant uint8

const (
	// Full is the glyph as the font has it.
	Full Variant = iota

	// Half is a full-width mark without its blank half, half an em wide:
	// （ loses the blank before it, ， the blank after it, · both. A glyph
	// that has no such blank is its own half.
	Half

	// Proportional is a full-width mark with its ink and a little blank at
	// both sides, for “ ” ‘ ’ in Latin text. A glyph that is not full
	// width is proportional already.
	Proportional

	// Joined is the mark twice, drawn as one two em wide without a gap in
	// the middle: the Chinese dash ——.
	Joined
)

// A Slot is a rune in one of its forms. Slots are comparable.
type Slot struct {
	Rune    rune
	Variant Variant
}

// Text returns the text that the slot stands for: its rune, or twice its rune
// if it is joined.
func (s Slot) Text() string {
	if s.Variant == Joined {
		return string([]rune{s.Rune, s.Rune})
	}
	return string(s.Rune)
}

// Compare orders slots by rune, then by variant.
func (s Slot) Compare(t Slot) int {
	return cmp.Or(cmp.Compare(s.Rune, t.Rune), cmp.Compare(s.Variant, t.Variant))
}

// Has reports whether the font has a glyph for the rune.
func (f *Font) Has(r rune) bool { return f.cmap.glyph(r) != 0 }

// Width returns the advance width of a slot in 1/1000 em, and false if the
// font has no glyph for it.
func (f *Font) Width(s Slot) (int, bool) {
	g := f.cmap.glyph(s.Rune)
	if g == 0 {
		return 0, false
	}
	if s.Variant == Full {
		return f.scale(f.advance(g)), true
	}
	return f.scale(f.shape(g, s.Variant).advance), true
}

// A shape is how a variant of a glyph is drawn, in font units: one or two
// copies of the glyph, each moved to the right; or the glyph stretched, its
// right half moved away from its left; or, with neither, the glyph as it is.
type shape struct {
	advance int
	copies  int
	moves   [2]int
	stretch int
	bearing int // of a stretched glyph
}

func (f *Font) shape(g glyphID, v Variant) shape {
	em, advance := f.unitsPerEm, f.advance(g)
	left, right := f.ink(g)
	ink := right - left
	wide := 4*advance > 3*em
	switch v {
	case Half:
		if wide && 2*ink <= em {
			return shape{advance: em / 2, copies: 1, moves: [2]int{-blankBefore(left+right, em, ink)}}
		}
	case Proportional:
		blank := em / 15
		if wide && ink > 0 && ink+2*blank < advance {
			return shape{advance: ink + 2*blank, copies: 1, moves: [2]int{blank - left}}
		}
	case Joined:
		// The blank before the first mark and after the second stays.
		before, after := max(left, 0), max(advance-right, 0)
		extra := 2*em - before - after - ink
		if f.isSimple(g) && 2*ink > em && extra > 0 {
			return shape{advance: 2 * em, stretch: extra, bearing: before}
		}
		return shape{advance: 2 * em, copies: 2, moves: [2]int{0, em}} // no dash
	}
	return shape{advance: advance}
}

// blankBefore returns how much of a full-width mark's blank stands before it.
// The ink of an opening mark stands in the right half of the em, that of a
// closing mark in the left, and that of a centred one around the middle. The
// outline decides, not the rune: fonts differ in the place of ： and 、.
func blankBefore(twiceMiddle, em, ink int) int {
	switch {
	case ink == 0 || 4*twiceMiddle < 3*em:
		return 0
	case 4*twiceMiddle > 5*em:
		return em / 2
	}
	return em / 4
}
