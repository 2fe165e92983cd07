// Package typeset sets text in lines: it knows how wide a text is, where a
// Chinese or English line may end, and where each rune then stands.
//
// A Setter turns runs of text into a Text: measured, with the gaps between its
// runes and the quality of every possible break. Text.Lines breaks it at a
// width, as often as one likes; Text.Place gives the runes of one line their
// positions. All widths are integers in thousandths of the font's size, so a
// Text has no size and the same text gives the same lines on every machine.
//
// # Marks
//
// A full-width mark has a body of half an em. The other half is glue, after
// closing marks and before opening ones, and glue at a line's edge vanishes.
// Between two marks there is half an em or nothing. So ）。 closes up, “ at the
// start of a line stands flush, and 。 at its end takes half an em, without a
// special case. Between Han and Latin stands a quarter of an em.
//
// # Breaks
//
// Breaks are those of UAX #14 with the line edges of GB/T 15834: a closing mark
// never starts a line, an opening one never ends it, —— and …… stay whole, and
// a number stays with its sign and its whole chain of units: 1.2亿元, 12.3%,
// 3个百分点, 1:5.2. What is longer than a line is broken where it must be,
// rather than lost: each break has a quality, and a line takes the best that
// fits.
//
// A justified paragraph is broken as a whole, so that a break may come early to
// spare a later line from being torn apart; its price is how far the distances
// between runes grow or shrink. A short label stays with its value there (时限：
// 12月31日), where that is cheap. Titles are balanced: few lines, as long as one
// another, rather ended where a reader pauses. Cells and notes are filled line by
// line. Labels of charts, which are set solid, take their words from Words.
//
// # Nothing is lost
//
// The runes of a Text's lines, one after the other, are the runes of its runs.
// Those that draw nothing (zero-width characters, byte order marks, bidi
// controls, line breaks) are there too, as Hidden glyphs, so that text copied
// from a page is the text that was written.
//
// A Setter is for one goroutine; a Text is immutable and may be shared.
package typeset
