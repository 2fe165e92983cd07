package sfnt

import (
	"encoding/binary"
	"maps"
	"os"
	"slices"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"example.com/channelreport/report/pdf/notosanssc"
)

// split takes a font file apart, so that a test can damage one table of it.
func split(t testing.TB, data []byte) map[string][]byte {
	t.Helper()
	parts := make(map[string][]byte)
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		e := data[12+16*i:]
		start, length := binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
		parts[string(e[:4])] = slices.Clone(data[start : start+length])
	}
	return parts
}

// join makes a font file of tables.
func join(parts map[string][]byte) []byte {
	tags := slices.Sorted(maps.Keys(parts))
	out := make([]byte, 12+16*len(tags))
	copy(out, "\x00\x01\x00\x00")
	binary.BigEndian.PutUint16(out[4:], uint16(len(tags)))
	for i, tag := range tags {
		e := out[12+16*i:]
		copy(e, tag)
		binary.BigEndian.PutUint32(e[8:], uint32(len(out)))
		binary.BigEndian.PutUint32(e[12:], uint32(len(parts[tag])))
		out = append(out, parts[tag]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}

// firstCode is the rune that dress maps to the first slot of a subset.
const firstCode = 0xF0001

// dress adds what a subset lacks to be a font of its own: a map from the runes
// U+F0000, U+F0001, … to glyphs 0, 1, …
func dress(t testing.TB, subset []byte) []byte {
	t.Helper()
	parts := split(t, subset)
	glyphs := binary.BigEndian.Uint16(parts["maxp"][4:])
	parts["cmap"] = format12([3]uint32{firstCode - 1, firstCode - 2 + uint32(glyphs), 0})
	describe(parts)
	return join(parts)
}

// describe adds the tables that the oracle asks for and that say nothing.
func describe(parts map[string][]byte) {
	parts["post"] = append([]byte{0, 3, 0, 0}, make([]byte, 28)...)
	parts["OS/2"] = append([]byte{0, 3}, make([]byte, 94)...)
}

// format12 makes a cmap of groups of first rune, last rune, first glyph.
func format12(groups ...[3]uint32) []byte {
	b := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	b = binary.BigEndian.AppendUint32(b, uint32(16+12*len(groups)))
	b = append(b, 0, 0, 0, 0)
	b = binary.BigEndian.AppendUint32(b, uint32(len(groups)))
	for _, g := range groups {
		for _, v := range g {
			b = binary.BigEndian.AppendUint32(b, v)
		}
	}
	return b
}

// be makes a table of 16-bit numbers.
func be(values ...int) []byte {
	var b []byte
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// small makes a font of 1000 units per em whose glyphs are given: glyph i is
// the rune 'A'+i-1, as wide as the em. Glyph 0 is blank.
func small(glyphs ...[]byte) map[string][]byte {
	n := len(glyphs) + 1
	head := make([]byte, 54)
	copy(head, be(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000))
	copy(head[36:], be(0, 0, 1000, 1000))
	binary.BigEndian.PutUint16(head[50:], 1)
	hhea := make([]byte, 36)
	copy(hhea, be(1, 0, 880, -120))
	copy(hhea[34:], be(n))
	maxp := make([]byte, 32)
	copy(maxp, be(1, 0, n))
	parts := map[string][]byte{
		"head": head, "hhea": hhea, "maxp": maxp,
		"cmap": format12([3]uint32{'A', 'A' + uint32(len(glyphs)) - 1, 1}),
		"loca": make([]byte, 4), "hmtx": be(1000, 0), "glyf": {},
	}
	for _, g := range glyphs {
		parts["loca"] = binary.BigEndian.AppendUint32(parts["loca"], uint32(len(parts["glyf"])))
		parts["glyf"] = append(parts["glyf"], g...)
		left := 0
		if len(g) > 4 {
			left = i16(g, 2)
		}
		parts["hmtx"] = append(parts["hmtx"], be(1000, left)...)
	}
	parts["loca"] = binary.BigEndian.AppendUint32(parts["loca"], uint32(len(parts["glyf"])))
	return parts
}

// bar is a rectangle as a simple glyph.
func bar(left, bottom, right, top int) []byte {
	b := be(1, left, bottom, right, top, 3, 0)
	b = append(b, 1, 1, 1, 1) // four points on the curve, long coordinates
	b = append(b, be(left, right-left, 0, left-right)...)
	return append(b, be(bottom, 0, top-bottom, 0)...)
}

// composite is a glyph of other glyphs, unmoved.
func composite(parts ...int) []byte {
	b := be(-1, 0, 0, 1000, 1000)
	for i, p := range parts {
		flags := argsAreWords | argsAreXY
		if i < len(parts)-1 {
			flags |= hasMore
		}
		b = append(b, be(flags, p, 0, 0)...)
	}
	return b
}

func mustParse(t testing.TB, data []byte) *Font {
	t.Helper()
	f, err := Parse("test.ttf", data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// realFonts are fonts with all that real fonts have: the embedded ones, a
// hinted one with composite glyphs, and, if it is installed, DejaVu Sans.
func realFonts(t testing.TB) map[string][]byte {
	t.Helper()
	fonts := map[string][]byte{
		"NotoSansSC-Regular": notosanssc.Regular(),
		"NotoSansSC-Bold":    notosanssc.Bold(),
		"GoRegular":          goregular.TTF,
	}
	if data, err := os.ReadFile("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"); err == nil {
		fonts["DejaVuSans"] = data
	}
	return fonts
}
