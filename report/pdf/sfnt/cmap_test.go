package sfnt

import (
	"slices"
	"testing"
)

// format4 makes a cmap of one format 4 table: ends, starts, deltas and offsets
// of the segments, then the list of glyphs that offsets point into.
func format4(segments [][4]int, glyphs ...int) []byte {
	table := []int{4, 0, 0, 2 * len(segments), 0, 0, 0}
	for field := range 4 {
		for _, s := range segments {
			table = append(table, s[field])
		}
		if field == 0 {
			table = append(table, 0) // padding after the ends
		}
	}
	return append(be(0, 1, 3, 1, 0, 12), be(append(table, glyphs...)...)...)
}

func TestFormat4(t *testing.T) {
	outlines := slices.Repeat([][]byte{bar(0, 0, 9, 9)}, 8)
	parse := func(cmap []byte) (*Font, error) {
		parts := small(outlines...)
		parts["cmap"] = cmap
		return Parse("font.ttf", join(parts))
	}
	f, err := parse(format4([][4]int{
		{'D', 'A', 2 - 'A', 0}, // by delta: A is glyph 2
		{'H', 'E', 1, 6},       // by list, three words further on; 0 stays none
		{'N', 'M', 0, 600},     // a list that ends before its runes do
		{0xFFFF, 0xFFFF, 1, 0}, // the last segment maps nothing
	}, 7, 0, 99, 5))
	if err != nil {
		t.Fatal(err)
	}
	want := map[rune]glyphID{'A': 2, 'B': 3, 'C': 4, 'D': 5, 'E': 8, 'F': 0, 'G': 0, 'H': 6, 'M': 0, 'N': 0, '@': 0, 0xFFFF: 0}
	for r, g := range want {
		if got := f.cmap.glyph(r); got != g {
			t.Errorf("%q is glyph %d, want %d", r, got, g)
		}
	}

	const en, zh = "font.ttf: table cmap is damaged: ", "font.ttf: cmap 表已损坏："
	whole := format4([][4]int{{'D', 'A', 0, 0}, {0xFFFF, 0xFFFF, 1, 0}})
	for _, test := range []struct {
		cmap   []byte
		en, zh string
	}{
		{whole[:20], en + "too short [font-damaged]", zh + "长度不足 [font-damaged]"},
		{whole[:30], en + "too short [font-damaged]", zh + "长度不足 [font-damaged]"},
		{whole[:8], en + "too short [font-damaged]", zh + "长度不足 [font-damaged]"},
		{format4([][4]int{{'D', 'A', 0, 0}, {'E', 'D', 0, 0}}), en + "entries out of order or outside the font [font-damaged]", zh + "条目顺序错误或超出字体范围 [font-damaged]"},
		{format4([][4]int{{'A', 'D', 0, 0}}), en + "entries out of order or outside the font [font-damaged]", zh + "条目顺序错误或超出字体范围 [font-damaged]"},
	} {
		_, err := parse(test.cmap)
		compareError(t, err, test.en, test.zh)
	}
}

func TestFormat12(t *testing.T) {
	parts := small(slices.Repeat([][]byte{bar(0, 0, 9, 9)}, 4)...)
	parts["cmap"] = format12([3]uint32{'A', 'B', 3}, [3]uint32{0x20BB7, 0x20BB7, 2}, [3]uint32{0x10FFF0, 0x10FFFF, 4})
	f := mustParse(t, join(parts))
	for r, g := range map[rune]glyphID{'A': 3, 'B': 4, 0x20BB7: 2, 0x10FFF0: 4, 0x10FFF1: 0, 'C': 0} {
		if got := f.cmap.glyph(r); got != g {
			t.Errorf("%U is glyph %d, want %d", r, got, g)
		}
	}
	parts["cmap"] = format12([3]uint32{'A', 0x110000, 1})
	_, err := Parse("font.ttf", join(parts))
	compareError(t, err,
		"font.ttf: table cmap is damaged: entries out of order or outside the font [font-damaged]",
		"font.ttf: cmap 表已损坏：条目顺序错误或超出字体范围 [font-damaged]")
}

// TestEqualWidths has a font that states the width of its last glyphs once.
func TestEqualWidths(t *testing.T) {
	parts := small(bar(10, 0, 900, 80), bar(20, 0, 900, 80), bar(30, 0, 900, 80))
	copy(parts["hhea"][34:], be(2))
	parts["hmtx"] = be(1000, 0, 600, 10, 20, 30)
	cut := mustParse(t, dress(t, mustSubset(t, mustParse(t, join(parts)), slotsOf("ABC"))))
	for g, want := range [][2]int{{1000, 0}, {600, 10}, {600, 20}, {600, 30}} {
		if got := [2]int{cut.advance(glyphID(g)), cut.bearing(glyphID(g))}; got != want {
			t.Errorf("glyph %d: advance and bearing %v, want %v", g, got, want)
		}
	}
}
