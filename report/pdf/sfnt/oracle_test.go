package sfnt

import (
	"maps"
	"slices"
	"testing"
	"unicode"

	"golang.org/x/image/font"
	oracle "golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A twin is a font as golang.org/x/image/font/sfnt reads it, in font units.
type twin struct {
	font *oracle.Font
	em   int
	buf  oracle.Buffer
}

func newTwin(t testing.TB, data []byte) *twin {
	t.Helper()
	f, err := oracle.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return &twin{font: f, em: int(f.UnitsPerEm())}
}

func (w *twin) glyph(t testing.TB, r rune) oracle.GlyphIndex {
	t.Helper()
	g, err := w.font.GlyphIndex(&w.buf, r)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func (w *twin) advance(t testing.TB, g oracle.GlyphIndex) int {
	t.Helper()
	a, err := w.font.GlyphAdvance(&w.buf, g, fixed.I(w.em), font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	return a.Round()
}

// outline returns the segments of a glyph, moved to the right.
func (w *twin) outline(t testing.TB, g oracle.GlyphIndex, move int) []oracle.Segment {
	t.Helper()
	segments, err := w.font.LoadGlyph(&w.buf, g, fixed.I(w.em), nil)
	if err != nil {
		t.Fatalf("glyph %d: %v", g, err)
	}
	moved := slices.Clone(segments)
	for i := range moved {
		used := points(moved[i].Op)
		for j := range used {
			moved[i].Args[j].X += fixed.I(move)
		}
		clear(moved[i].Args[used:]) // the oracle leaves anything there
	}
	return moved
}

func points(op oracle.SegmentOp) int {
	switch op {
	case oracle.SegmentOpQuadTo:
		return 2
	case oracle.SegmentOpCubeTo:
		return 3
	}
	return 1
}

func TestGlyphsAndWidthsOfEveryRune(t *testing.T) {
	for name, data := range realFonts(t) {
		t.Run(name, func(t *testing.T) {
			f, w := mustParse(t, data), newTwin(t, data)
			found := 0
			for r := rune(0); r <= 0x32000; r++ {
				want := w.glyph(t, r)
				if got := f.cmap.glyph(r); int(got) != int(want) {
					t.Fatalf("%U: glyph %d, the oracle has %d", r, got, want)
				}
				if f.Has(r) != (want != 0) {
					t.Fatalf("%U: Has is %v", r, f.Has(r))
				}
				if want == 0 {
					continue
				}
				found++
				if got, want := f.advance(f.cmap.glyph(r)), w.advance(t, want); got != want {
					t.Fatalf("%U: advance %d, the oracle has %d", r, got, want)
				}
			}
			if found < 500 {
				t.Errorf("only %d runes in the font", found)
			}
			for _, r := range []rune{-1, 0xD800, unicode.MaxRune, unicode.MaxRune + 1} {
				if f.Has(r) {
					t.Errorf("the font has %U", r)
				}
			}
		})
	}
}

// TestSubsetDrawsTheSame cuts every seventh rune of each font and compares
// outlines and widths with those of the whole font.
func TestSubsetDrawsTheSame(t *testing.T) {
	for name, data := range realFonts(t) {
		t.Run(name, func(t *testing.T) {
			f, whole := mustParse(t, data), newTwin(t, data)
			var slots []Slot
			for r := rune(0); r <= 0x32000; r++ {
				if f.Has(r) && (r%7 == 0 || r > 0xFFFF || r >= 'A' && r < 0x180) {
					slots = append(slots, Slot{Rune: r})
				}
			}
			file, err := f.Subset(slots)
			if err != nil {
				t.Fatal(err)
			}
			dressed := dress(t, file)
			cut := newTwin(t, dressed)
			again := mustParse(t, dressed)
			for i, s := range slots {
				old := whole.glyph(t, s.Rune)
				if got, want := cut.outline(t, oracle.GlyphIndex(i+1), 0), whole.outline(t, old, 0); !slices.Equal(got, want) {
					t.Fatalf("%U is drawn otherwise", s.Rune)
				}
				if got, want := cut.advance(t, oracle.GlyphIndex(i+1)), whole.advance(t, old); got != want {
					t.Fatalf("%U: advance %d, was %d", s.Rune, got, want)
				}
				if got, want := again.bearing(glyphID(i+1)), f.bearing(f.cmap.glyph(s.Rune)); got != want {
					t.Fatalf("%U: bearing %d, was %d", s.Rune, got, want)
				}
			}
		})
	}
}

// TestVariantsDraw compares the outline of each variant with copies of the
// full glyph, moved.
func TestVariantsDraw(t *testing.T) {
	f := mustParse(t, realFonts(t)["NotoSansSC-Regular"])
	whole := newTwin(t, realFonts(t)["NotoSansSC-Regular"])
	tests := map[Slot]struct {
		width int
		moves []int
	}{
		{'（', Full}:         {1000, []int{0}},
		{'（', Half}:         {500, []int{-500}},
		{'「', Half}:         {500, []int{-500}},
		{'“', Half}:         {500, []int{-500}},
		{'）', Half}:         {500, []int{0}},
		{'，', Half}:         {500, []int{0}},
		{'。', Half}:         {500, []int{0}},
		{'？', Half}:         {500, []int{0}},
		{'：', Half}:         {500, []int{0}},
		{'·', Half}:         {500, []int{-250}},
		{'…', Half}:         {1000, []int{0}}, // no blank to lose
		{'中', Half}:         {1000, []int{0}},
		{'A', Half}:         {608, []int{0}},
		{'　', Half}:         {500, nil},
		{'“', Proportional}: {471, []int{66 - 624}},
		{'”', Proportional}: {471, []int{66 - 37}},
		{'‘', Proportional}: {279, []int{66 - 806}},
		{'’', Proportional}: {279, []int{66 - 47}},
		{'A', Proportional}: {608, []int{0}},
		{'　', Proportional}: {1000, nil},
		{'·', Joined}:       {2000, []int{0, 1000}},
		{'　', Joined}:       {2000, nil},
	}
	slots := slices.SortedFunc(maps.Keys(tests), Slot.Compare)
	file, err := f.Subset(slots)
	if err != nil {
		t.Fatal(err)
	}
	cut := newTwin(t, dress(t, file))
	for i, s := range slots {
		want := tests[s]
		if w, ok := f.Width(s); w != want.width || !ok {
			t.Errorf("%q variant %d: width %d, want %d", s.Rune, s.Variant, w, want.width)
		}
		g := oracle.GlyphIndex(i + 1)
		if a := cut.advance(t, g); a != want.width {
			t.Errorf("%q variant %d: the cut font has advance %d, want %d", s.Rune, s.Variant, a, want.width)
		}
		var outline []oracle.Segment
		for _, m := range want.moves {
			outline = append(outline, whole.outline(t, whole.glyph(t, s.Rune), m)...)
		}
		if got := cut.outline(t, g, 0); !slices.Equal(got, outline) {
			t.Errorf("%q variant %d is drawn otherwise than the full glyph moved by %v", s.Rune, s.Variant, want.moves)
		}
	}
}
