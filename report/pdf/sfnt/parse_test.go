package sfnt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"example.com/channelreport/channel/source"
)

// TestParseRefuses holds the whole text of every error that a font file can
// cause.
func TestParseRefuses(t *testing.T) {
	good := func() map[string][]byte { return small(bar(100, 0, 900, 80)) }
	with := func(tag string, edit func(b []byte) []byte) []byte {
		parts := good()
		parts[tag] = edit(parts[tag])
		return join(parts)
	}
	poke := func(tag string, at int, values ...int) []byte {
		return with(tag, func(b []byte) []byte { copy(b[at:], be(values...)); return b })
	}
	cut := func(tag string, n int) []byte {
		return with(tag, func(b []byte) []byte { return b[:len(b)-n] })
	}
	add := func(tag string, b []byte) []byte {
		return with(tag, func([]byte) []byte { return b })
	}
	without := func(tag string) []byte {
		parts := good()
		delete(parts, tag)
		return join(parts)
	}
	style := func(flags int) []byte {
		b := make([]byte, 96)
		copy(b, be(4, 0, 400, 5, flags))
		return b
	}
	whole := join(good())
	tests := []struct {
		name   string
		data   []byte
		en, zh string
	}{
		{"empty", nil,
			"font.ttf: not a TrueType font: the file has only 0 bytes [font-empty]",
			"font.ttf: 不是 TrueType 字体：文件只有 0 字节 [font-empty]"},
		{"text", []byte("name: 华东\nregion: 1\n"),
			`font.ttf: not a TrueType font: the file starts with "name" [font-format]`,
			`font.ttf: 不是 TrueType 字体：文件以 "name" 开头 [font-format]`},
		{"collection", []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x02"),
			"font.ttf: a font collection (TTC) holds several fonts; give one of them as a .ttf file [font-collection]",
			"font.ttf: 字体集合（TTC）含多个字体；请提供其中一个字体的 .ttf 文件 [font-collection]"},
		{"web", []byte("wOF2\x00\x01\x00\x00\x00\x00\x00\x02"),
			"font.ttf: a compressed web font (WOFF); give the .ttf file that it was made from [font-web]",
			"font.ttf: 这是压缩的网页字体（WOFF）；请提供其原始 .ttf 文件 [font-web]"},
		{"OpenType with CFF", []byte("OTTO\x00\x01\x00\x00\x00\x00\x00\x02"),
			"font.ttf: the font has PostScript outlines (CFF); only TrueType outlines (table glyf) can be used [font-postscript]",
			"font.ttf: 该字体为 PostScript 轮廓（CFF）；只支持 TrueType 轮廓（glyf 表） [font-postscript]"},
		{"CFF in a TrueType wrapper", add("CFF ", []byte("any")),
			"font.ttf: the font has PostScript outlines (CFF); only TrueType outlines (table glyf) can be used [font-postscript]",
			"font.ttf: 该字体为 PostScript 轮廓（CFF）；只支持 TrueType 轮廓（glyf 表） [font-postscript]"},
		{"variable", add("fvar", []byte("any")),
			"font.ttf: a variable font; give a static instance of the wanted weight [font-variable]",
			"font.ttf: 这是可变字体；请提供所需字重的静态字体文件 [font-variable]"},
		{"restricted", add("OS/2", style(0x2)),
			"font.ttf: the font's own flags forbid embedding a part of it in a document (fsType 0x0002) [font-embedding]",
			"font.ttf: 字体自身的标记不允许将其子集嵌入文档（fsType 0x0002） [font-embedding]"},
		{"no subsetting", add("OS/2", style(0x108)),
			"font.ttf: the font's own flags forbid embedding a part of it in a document (fsType 0x0108) [font-embedding]",
			"font.ttf: 字体自身的标记不允许将其子集嵌入文档（fsType 0x0108） [font-embedding]"},
		{"no outlines", without("glyf"),
			"font.ttf: table glyf is missing [font-table-missing]",
			"font.ttf: 缺少 glyf 表 [font-table-missing]"},
		{"no map", without("cmap"),
			"font.ttf: table cmap is missing [font-table-missing]",
			"font.ttf: 缺少 cmap 表 [font-table-missing]"},
		{"directory cut short", whole[:20],
			"font.ttf: the file ends within the list of its tables [font-directory]",
			"font.ttf: 文件在表目录中途结束 [font-directory]"},
		{"file cut short", whole[:len(whole)-8],
			"font.ttf: table maxp reaches beyond the end of the file; the file is cut short or damaged [font-truncated]",
			"font.ttf: maxp 表超出文件末尾；文件不完整或已损坏 [font-truncated]"},
		{"short table", cut("head", 1),
			"font.ttf: table head is damaged: too short [font-damaged]",
			"font.ttf: head 表已损坏：长度不足 [font-damaged]"},
		{"magic", poke("head", 12, 0),
			"font.ttf: table head is damaged: wrong magic number [font-damaged]",
			"font.ttf: head 表已损坏：标识数不符 [font-damaged]"},
		{"units", poke("head", 18, 0),
			"font.ttf: table head is damaged: units per em outside 16 to 16384 [font-damaged]",
			"font.ttf: head 表已损坏：每 em 单位数不在 16 至 16384 之间 [font-damaged]"},
		{"location format", poke("head", 50, 2),
			"font.ttf: table head is damaged: unknown format of glyph locations [font-damaged]",
			"font.ttf: head 表已损坏：字形位置格式未知 [font-damaged]"},
		{"no glyphs", poke("maxp", 4, 0),
			"font.ttf: table maxp is damaged: no glyphs [font-damaged]",
			"font.ttf: maxp 表已损坏：没有字形 [font-damaged]"},
		{"more widths than glyphs", poke("hhea", 34, 3),
			"font.ttf: table hhea is damaged: wrong number of widths [font-damaged]",
			"font.ttf: hhea 表已损坏：字宽数量不符 [font-damaged]"},
		{"widths cut short", cut("hmtx", 1),
			"font.ttf: table hmtx is damaged: too short [font-damaged]",
			"font.ttf: hmtx 表已损坏：长度不足 [font-damaged]"},
		{"locations cut short", cut("loca", 1),
			"font.ttf: table loca is damaged: too short [font-damaged]",
			"font.ttf: loca 表已损坏：长度不足 [font-damaged]"},
		{"location beyond the outlines", poke("loca", 10, 0xFFFF),
			"font.ttf: table loca is damaged: entries out of order or outside the font [font-damaged]",
			"font.ttf: loca 表已损坏：条目顺序错误或超出字体范围 [font-damaged]"},
		{"locations backwards", poke("loca", 2, 8, 0, 4),
			"font.ttf: table loca is damaged: entries out of order or outside the font [font-damaged]",
			"font.ttf: loca 表已损坏：条目顺序错误或超出字体范围 [font-damaged]"},
		{"map cut short", cut("cmap", 1),
			"font.ttf: table cmap is damaged: too short [font-damaged]",
			"font.ttf: cmap 表已损坏：长度不足 [font-damaged]"},
		{"map out of order", add("cmap", format12([3]uint32{65, 66, 1}, [3]uint32{66, 67, 1})),
			"font.ttf: table cmap is damaged: entries out of order or outside the font [font-damaged]",
			"font.ttf: cmap 表已损坏：条目顺序错误或超出字体范围 [font-damaged]"},
		{"map of symbols only", poke("cmap", 4, 3, 0),
			"font.ttf: the font has no map from Unicode to glyphs that can be read (cmap format 4 or 12) [font-unicode]",
			"font.ttf: 该字体没有可读取的 Unicode 字符映射（cmap 格式 4 或 12） [font-unicode]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse("font.ttf", test.data)
			compareError(t, err, test.en, test.zh)
		})
	}
}

func compareError(t *testing.T, err error, en, zh string) {
	t.Helper()
	var list source.List
	if !errors.As(err, &list) {
		t.Fatalf("error %v is no list", err)
	}
	if got := list.In("en"); got != en {
		t.Errorf("\ngot  %s\nwant %s", got, en)
	}
	if got := list.In("zh-CN"); got != zh {
		t.Errorf("\ngot  %s\nwant %s", got, zh)
	}
}

// TestSubsetRefuses holds the errors that show only when a font is cut.
func TestSubsetRefuses(t *testing.T) {
	cyclic := small(bar(0, 0, 9, 9), composite(3), composite(2))
	tooDeep := [][]byte{bar(0, 0, 9, 9)}
	for i := range maxDepth + 1 {
		tooDeep = append(tooDeep, composite(i+1))
	}
	// Each glyph holds the one before ten times: more points than a font
	// may promise, in a few bytes.
	laughs := [][]byte{bar(0, 0, 9, 9)}
	for i := range 6 {
		laughs = append(laughs, composite(slices.Repeat([]int{i + 1}, 10)...))
	}
	short := bar(0, 0, 9, 9)
	badEnds := be(2, 0, 0, 9, 9, 3, 1, 0)
	runaway := append(be(1, 0, 0, 9, 9, 3, 0), 0x09, 200) // a point repeated 200 times
	const en, zh = `font.ttf: the outline of "%[1]c" (U+%04[1]X) is damaged [font-glyph-damaged]`,
		`font.ttf: 字符 "%[1]c"（U+%04[1]X）的轮廓已损坏 [font-glyph-damaged]`
	tests := []struct {
		name   string
		parts  map[string][]byte
		r      rune
		en, zh string
	}{
		{"no glyph", small(bar(0, 0, 9, 9)), '缺',
			`font.ttf: the font has no glyph for "缺" (U+7F3A) [font-rune-missing]`,
			`font.ttf: 该字体没有字符 "缺"（U+7F3A）的字形 [font-rune-missing]`},
		{"header only in part", small([]byte{0, 1, 0}), 'A', "", ""},
		{"coordinates cut short", small(short[:len(short)-1]), 'A', "", ""},
		{"flags cut short", small(short[:15]), 'A', "", ""},
		{"contours out of order", small(badEnds), 'A', "", ""},
		{"repetition beyond the points", small(runaway), 'A', "", ""},
		{"more contours than data", small(be(9, 0, 0, 9, 9, 3)), 'A', "", ""},
		{"component cut short", small(be(-1, 0, 0, 9, 9, 0)), 'A', "", ""},
		{"component that is not there", small(composite(7)), 'A', "", ""},
		{"glyph in itself", cyclic, 'B', "", ""},
		{"nested too deep", small(tooDeep...), 'A' + maxDepth + 1, "", ""},
		{"ever more points", small(laughs...), 'F', "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f, err := Parse("font.ttf", join(test.parts))
			if err != nil {
				t.Fatal(err)
			}
			if test.en == "" {
				test.en, test.zh = fmt.Sprintf(en, test.r), fmt.Sprintf(zh, test.r)
			}
			_, err = f.Subset([]Slot{{Rune: test.r}})
			compareError(t, err, test.en, test.zh)
		})
	}
	t.Run("box for missing characters", func(t *testing.T) {
		parts := small(bar(0, 0, 9, 9))
		binary.BigEndian.PutUint32(parts["loca"][4:], 4) // glyph 0 gets four bytes of glyph 1
		_, err := mustParse(t, join(parts)).Subset(nil)
		compareError(t, err,
			"test.ttf: table glyf is damaged: the outline of the box for missing characters [font-damaged]",
			"test.ttf: glyf 表已损坏：缺字方框的轮廓有误 [font-damaged]")
	})
	t.Run("too many", func(t *testing.T) {
		_, err := mustParse(t, join(small(bar(0, 0, 9, 9)))).Subset(slices.Repeat([]Slot{{Rune: 'A'}}, maxGlyphs))
		compareError(t, err,
			"test.ttf: 65536 glyphs; a font can hold 65535 [font-glyphs-too-many]",
			"test.ttf: 共 65536 个字形；一个字体最多容纳 65535 个 [font-glyphs-too-many]")
	})
}

func TestMetricsAndNames(t *testing.T) {
	tests := map[string]struct {
		name    string
		metrics Metrics
	}{
		"NotoSansSC-Regular": {"NotoSansSC-Regular", Metrics{Ascent: 1160, Descent: -288, CapHeight: 733,
			Left: -1002, Bottom: -1048, Right: 2928, Top: 1808, Weight: 400}},
		"NotoSansSC-Bold": {"NotoSansSC-Bold", Metrics{Ascent: 1160, Descent: -288, CapHeight: 733,
			Left: -1013, Bottom: -1046, Right: 2926, Top: 1806, Weight: 700}},
		"GoRegular": {"GoRegular", Metrics{Ascent: 945, Descent: -211, CapHeight: 723,
			Left: -215, Bottom: -265, Right: 1055, Top: 1119, Weight: 400}},
	}
	fonts := realFonts(t)
	for _, name := range slices.Sorted(maps.Keys(tests)) {
		f := mustParse(t, fonts[name])
		if f.Metrics() != tests[name].metrics {
			t.Errorf("%s: %+v", name, f.Metrics())
		}
		if f.PostScriptName() != tests[name].name {
			t.Errorf("%s is called %q", name, f.PostScriptName())
		}
	}
	// A font that does not describe itself: the letter H tells how high
	// capitals are.
	plain := small(slices.Repeat([][]byte{bar(100, 0, 900, 700)}, 8)...)
	plain["post"] = make([]byte, 32)
	copy(plain["post"], be(3, 0, -12, 0x8000)) // −11.5 degrees
	f := mustParse(t, join(plain))
	if m := f.Metrics(); m.CapHeight != 700 || m.Weight != 400 || m.ItalicAngle != -11 || m.Ascent != 880 {
		t.Errorf("%+v", m)
	}
	if f.PostScriptName() != "Unnamed" {
		t.Errorf("a font without a name is called %q", f.PostScriptName())
	}
}

func TestPostScriptName(t *testing.T) {
	table := func(platform int, text []byte) []byte {
		return append(be(0, 1, 18, platform, 1, 0, 6, len(text), 0), text...)
	}
	for _, test := range []struct {
		table []byte
		want  string
	}{
		{table(3, be('A', '-', 'B')), "A-B"},
		{table(1, []byte("Mac-Roman")), "Mac-Roman"},
		{table(3, be('宋', '体')), "Unnamed"},
		{table(3, be('A', ' ', '(', '/', 'B', '#')), "AB"},
		{table(1, []byte(strings.Repeat("x", 99))), strings.Repeat("x", 63)},
		{table(3, be('A', 'B'))[:20], "Unnamed"},
		{be(0, 9, 6), "Unnamed"},
		{be(0, 1, 600, 3, 1, 0, 6, 2, 0), "Unnamed"},
	} {
		if got := postScriptName(test.table); got != test.want {
			t.Errorf("%q: %q, want %q", test.table, got, test.want)
		}
	}
}
