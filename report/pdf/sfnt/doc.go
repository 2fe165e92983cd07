// Package sfnt reads TrueType fonts, checks them, and cuts them to the glyphs
// that a document uses.
//
// A [Font] is parsed once and then shared: it is immutable, keeps no record of
// what was asked of it, and answers three questions. Has the font a glyph for
// this rune (Has)? How wide is it (Width)? And what is the smallest font file
// that draws exactly these (Subset)?
//
//	font, err := sfnt.Parse("NotoSansSC-Regular.ttf", data)
//	slots := []sfnt.Slot{{Rune: '报'}, {Rune: '告'}, {Rune: '（', Variant: sfnt.Half}}
//	file, err := font.Subset(slots)
//
// # Slots
//
// The unit of a document is the [Slot], a rune and a variant of it, not the
// glyph. Some runes share a glyph (U+2013 and U+2011, 〈 and U+2329), and text
// copied out of a document must come back as the rune that went in; so each
// slot gets a glyph of its own in the cut font, even if its outline is there
// twice. The glyph of slots[i] is i+1, and glyph 0 is the box that stands for
// nothing. A PDF writes these numbers as they are (Identity-H).
//
// Variants are what Chinese typesetting needs and a plain font lacks: marks
// squeezed to half an em, quotation marks for Latin text, and a dash of two em
// without a gap in the middle. They are composite glyphs of a few bytes, made
// when the font is cut, of the font's own outlines.
//
// # Units
//
// Every length that leaves the package is in 1/1000 em, an integer, rounded
// half away from zero. Layout and PDF reckon in the same unit, so their widths
// agree to the last digit.
//
// # Which fonts
//
// Static fonts with TrueType outlines and a Unicode map. Collections,
// PostScript outlines, variable and web fonts are refused with an error that
// says what to give instead, and so are damaged files. No input makes the
// package panic. Hinting is dropped: readers of documents do not use it.
package sfnt
