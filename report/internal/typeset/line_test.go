package typeset

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// split returns the lines of a text as strings.
func split(text string, shape Shape) []string {
	var s Setter
	t := s.Set(Run{Text: text})
	runes := []rune(text)
	var lines []string
	for _, l := range t.Lines(shape) {
		lines = append(lines, string(runes[l.From:l.To]))
	}
	return lines
}

func TestLines(t *testing.T) {
	for _, test := range []struct {
		name, text string
		em         int32
		want       []string
	}{
		{"empty", "", 10, nil},
		{"one rune", "一", 10, []string{"一"}},
		{"Han anywhere", "一二三四五六七八", 3, []string{"一二三", "四五六", "七八"}},
		{"full stop not at the start", "一二三四。五六", 4, []string{"一二三", "四。五六"}},
		{"full stop is half an em at the end", "一二三。四五", 4, []string{"一二三。", "四五"}},
		{"opening bracket not at the end", "一二三（四五）", 4, []string{"一二三", "（四五）"}},
		{"closing quotation mark", "他说“一二三”。好人", 7, []string{"他说“一二三”。", "好人"}},
		{"dash stays whole", "一二三——四五", 4, []string{"一二三", "——四五"}},
		{"dots stay whole", "一二三……四五", 4, []string{"一二", "三……四", "五"}},
		{"number with unit", "销售额为1.2亿元。", 5, []string{"销售额为", "1.2亿元。"}},
		{"percentage points", "提高了3个百分点", 6, []string{"提高了", "3个百分点"}},
		{"percent", "同比增长12.3%", 6, []string{"同比增长", "12.3%"}},
		{"ratio", "投入产出比1:5.2", 6, []string{"投入产出比", "1:5.2"}},
		{"year", "截至于今2026年9月", 6, []string{"截至于今", "2026年9月"}},
		{"ordinal", "预计到了第3季度末", 5, []string{"预计到了", "第3季度末"}},
		{"label", "一二三见表1与图1", 5, []string{"一二三见", "表1与图1"}},
		{"sign and currency", "余额变动−¥1,200", 6, []string{"余额变动", "−¥1,200"}},
		{"English words", "quarterly sales review", 5, []string{"quarterly ", "sales ", "review"}},
		{"long word is broken", "incomprehensible", 4, []string{"incompr", "ehensibl", "e"}},
		{"number too long for its line", "123456789万元", 4, []string{"1234567", "89万元"}},
		{"line break", "一\n二\r\n三\u2028四", 9, []string{"一\n", "二\r\n", "三\u2028", "四"}},
		{"trailing space hangs", "ab cd", 2, []string{"ab ", "cd"}},
		{"marks wider than the line", "，，，，", 1, []string{"，，", "，，"}},
		{"no width at all", "一。二", 0, []string{"一", "。", "二"}},
		{"solidus", "甲乙丙/丁戊己", 4, []string{"甲乙", "丙/丁戊", "己"}},
		{"hidden before a mark", "一二三\u200b。四", 3, []string{"一二", "三\u200b。四"}},
		{"beyond U+FFFF", "𬭎𫟹𬭎𫟹", 3, []string{"𬭎𫟹𬭎", "𫟹"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := split(test.text, Shape{Width: test.em * em}); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestIndent(t *testing.T) {
	got := split("一二三四五六七八", Shape{Width: 5 * em, Indent: 2 * em})
	if want := []string{"一二三", "四五六七八"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestTightLines: what fits only with squeezed glue stays on the line where
// lines may be tight, unless that takes much and the line can be spread.
func TestTightLines(t *testing.T) {
	text := "一，二，三，四五六七八"
	if got, want := split(text, Shape{Width: 6500}), []string{"一，二，三，", "四五六七八"}; !slices.Equal(got, want) {
		t.Errorf("loose: got %q, want %q", got, want)
	}
	if got, want := split(text, Shape{Width: 6500, Tight: true}), []string{"一，二，三，四", "五六七八"}; !slices.Equal(got, want) {
		t.Errorf("tight: got %q, want %q", got, want)
	}
	text = strings.Repeat("一二三四五六七八九", 4) + "，甲乙丙丁"
	if got := split(text, Shape{Width: 37800, Tight: true}); got[0] != strings.Repeat("一二三四五六七八九", 4)+"，" {
		t.Errorf("a line that can be spread was squeezed: %q", got)
	}
}

// TestShortEnd: a paragraph does not end with a single character where the
// line before can spare some.
func TestShortEnd(t *testing.T) {
	text := strings.Repeat("甲", 40) + "乙。"
	got := split(text, Shape{Width: 40 * em, Tight: true})
	want := []string{strings.Repeat("甲", 39), "甲乙。"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	got = split(text, Shape{Width: 40 * em})
	if !slices.Equal(got, want) {
		t.Errorf("ragged: got %q, want %q", got, want)
	}
	if got := split("一二三四五六", Shape{Width: 5 * em}); !slices.Equal(got, []string{"一二三四五", "六"}) {
		t.Errorf("narrow: got %q", got)
	}
}

// place sets one line and writes each glyph as rune@x+advance, with the
// variant's first letter where it is not full.
func place(text string, western bool, width int32) string {
	s := Setter{Western: western}
	t := s.Set(Run{Text: text})
	var b strings.Builder
	for _, l := range t.Lines(Shape{Width: max(width, 1000), Tight: true})[:1] {
		glyphs, _ := t.Place(nil, l, width, true)
		for i, g := range glyphs {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(glyphText(g))
		}
	}
	return b.String()
}

func glyphText(g Glyph) string {
	s := string(g.Rune) + "@" + itoa(g.X) + "+" + itoa(g.Advance)
	if g.Variant != Full {
		s += g.Variant.String()[:1]
	}
	return s
}

func itoa(n int32) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

func TestPlace(t *testing.T) {
	const wide = 50 * em
	for _, test := range []struct {
		name, text string
		western    bool
		width      int32
		want       string
	}{
		{"Han", "一二", false, wide, "一@0+1000 二@1000+1000"},
		{"mark keeps its blank", "一，二", false, wide, "一@0+1000 ，@1000+1000 二@2000+1000"},
		{"mark at the end", "一。", false, wide, "一@0+1000 。@1000+500h"},
		{"opening mark at the start", "“一", false, wide, "“@0+500h 一@500+1000"},
		{"opening mark inside", "一“二", false, wide, "一@0+1000 “@1000+1000 二@2000+1000"},
		{"two closing marks", "一”。二", false, wide, "一@0+1000 ”@1000+500h 。@1500+1000 二@2500+1000"},
		{"closing and opening", "一，“二", false, wide, "一@0+1000 ，@1000+500h “@1500+1000 二@2500+1000"},
		{"two opening marks", "一（“二", false, wide, "一@0+1000 （@1000+1000 “@2000+500h 二@2500+1000"},
		{"Han and Latin", "一A二", false, wide, "一@0+1000 A@1250+608 二@2108+1000"},
		{"number and unit", "一1万", false, wide, "一@0+1000 1@1250+555 万@1930+1000"},
		{"solidus", "一/二", false, wide, "一@0+1000 /@1000+392 二@1392+1000"},
		{"dash", "一——二", false, wide, "一@0+1000 —@1000+2000j —@3000+0h 二@3000+1000"},
		{"apostrophe", "it’s", false, wide, "i@0+275 t@275+377 ’@652+279p s@931+468"},
		{"English quotation", "“a”", true, wide, "“@0+471p a@471+563 ”@1034+471p"},
		{"Chinese quotation in English", "a “一”", true, wide, "a@0+563  @563+224 “@787+500h 一@1287+1000 ”@2287+500h"},
		{"Chinese quotation before an English comma", "“一”,", true, wide, "“@0+500h 一@500+1000 ”@1500+500h ,@2000+278"},
		{"hidden", "一\ufeff二", false, wide, "一@0+1000 \ufeff@1000+0h 二@1000+1000"},
		{"shrunk glue", "一，二", false, 2750, "一@0+1000 ，@1000+500h 二@1750+1000"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := place(test.text, test.western, test.width)
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestJustify(t *testing.T) {
	for _, test := range []struct {
		name, text string
		width      int32
	}{
		{"Han", "渠道销售额同比增长一二三四五六七八九十", 7400},
		{"mixed", "本季度API渠道销售额12,345.6万元，同比增长12.3%，环比增长3.7%。", 12345},
		{"English", "The channel grew in every region but one, and margins held up well", 15000},
	} {
		var s Setter
		text := s.Set(Run{Text: test.text})
		for _, l := range text.Lines(Shape{Width: test.width, Tight: true}) {
			_, width := text.Place(nil, l, test.width, true)
			if !l.End && width != test.width {
				t.Errorf("%s: a line is %d wide, not %d", test.name, width, test.width)
			}
			if l.End && width > test.width {
				t.Errorf("%s: the last line is %d wide", test.name, width)
			}
		}
	}
}

// TestGapingLineStaysRagged: one short word before a long one is not torn
// apart.
func TestGapingLineStaysRagged(t *testing.T) {
	var s Setter
	text := s.Set(Run{Text: "甲乙 incomprehensibilities"})
	line := text.Lines(Shape{Width: 12 * em, Tight: true})[0]
	if _, width := text.Place(nil, line, 12*em, true); width != line.Width {
		t.Errorf("a line of %d was stretched to %d", line.Width, width)
	}
}

func TestWidths(t *testing.T) {
	var s Setter
	text := s.Set(Run{Text: "销售额1.2亿元\n合计"})
	if got, want := text.MaxWidth(), int32(3000+250+555+278+555+125+2000); got != want {
		t.Errorf("MaxWidth %d, want %d", got, want)
	}
	if got, want := text.MinWidth(), int32(555+278+555+125+2000); got != want {
		t.Errorf("MinWidth %d, want %d", got, want)
	}
}

// FuzzLines: no rune is lost or doubled, whatever the text and the width; no
// line starts with a closing mark or ends with an opening one if another break
// was possible; nothing overlaps and nothing sticks out.
func FuzzLines(f *testing.F) {
	f.Add("本季度渠道销售额为1.2亿元，同比增长12.3%（上年同期为1.07亿元）。", int32(8000), false)
	f.Add("他说：“——好……”\u200b，a/b it’s\r\n第3季度 ￥1,200.50 －125", int32(2300), true)
	f.Add("，，，。。。（（（", int32(700), false)
	f.Add("e\u0301\u0301 👩‍👩‍👧 \U00020BB7\ufeff\u202e", int32(0), true)
	f.Fuzz(func(t *testing.T, text string, width int32, western bool) {
		if !utf8.ValidString(text) {
			t.Skip("renderers refuse it")
		}
		width = max(0, width%60000)
		s := Setter{Western: western}
		set := s.Set(Run{Text: text})
		var back []rune
		next := 0
		for _, l := range set.Lines(Shape{Width: width, Indent: 500, Tight: true}) {
			if l.From != next || l.To <= l.From {
				t.Fatalf("line [%d,%d) after %d", l.From, l.To, next)
			}
			next = l.To
			glyphs, _ := set.Place(nil, l, width, true)
			checkLine(t, set, l, glyphs)
			for _, g := range glyphs {
				back = append(back, g.Rune)
			}
		}
		if string(back) != text {
			t.Fatalf("lines give %q, want %q", string(back), text)
		}
	})
}

func checkLine(t *testing.T, set Text, l Line, glyphs []Glyph) {
	x := int32(0)
	for _, g := range glyphs {
		if g.Variant == Hidden {
			continue
		}
		if g.X < x || g.Advance < 0 {
			t.Fatalf("%q at %d overlaps what ends at %d", g.Rune, g.X, x)
		}
		x = g.X + g.Advance
	}
	if set.items[l.To-1].quality != edge {
		return
	}
	for _, it := range set.items[l.From : l.To-1] {
		if it.quality > edge {
			t.Fatalf("a line ends at a wrong edge though it could end behind %q", it.r)
		}
	}
}

func BenchmarkLines(b *testing.B) {
	text := strings.Repeat("本季度渠道销售额为12,345.6万元，同比增长12.3%，完成目标的98.8%；华东区域“新产品”贡献最大（占比41.2%）。", 10)
	b.ReportAllocs()
	var glyphs []Glyph
	for b.Loop() {
		var s Setter
		set := s.Set(Run{Text: text})
		glyphs = glyphs[:0]
		for _, l := range set.Lines(Shape{Width: 40 * em, Indent: 2 * em, Tight: true}) {
			glyphs, _ = set.Place(glyphs, l, 40*em, true)
		}
	}
	b.ReportMetric(float64(utf8.RuneCountInString(text)), "runes/op")
}

// TestWholeParagraph: a break comes earlier where that spares a later line from
// being torn apart.
func TestWholeParagraph(t *testing.T) {
	text := "分区域看，销售额增长主要来自华东（拉动4.6个百分点）、华中（3.2个百分点）和华南（2.9个百分点），东北（拉低0.8个百分点）抵消了一部分。从产品看，增长主要来自商用净水设备（拉动4.0个百分点）、全屋净水系统（3.5个百分点）和智能软水机（3.4个百分点），空气净化器（拉低1.2个百分点）抵消了一部分。"
	var s Setter
	set := s.Set(Run{Text: text})
	for width := int32(24); width <= 44; width++ {
		shape := Shape{Width: width * em, Indent: 2 * em, Tight: true}
		worst := func(lines []Line) (most int64) {
			for _, l := range lines[:len(lines)-1] {
				most = max(most, set.tension(l.From, l.To, shape.room(l.From), false))
			}
			return most
		}
		fit, greedy := worst(set.Lines(shape)), worst(set.greedy(shape))
		if fit > greedy {
			t.Errorf("%d em: the worst line costs %d, line by line %d", width, fit, greedy)
		}
	}
}

// TestLabels: a short label, its colon and a short value stay together.
func TestLabels(t *testing.T) {
	for _, test := range []struct {
		text string
		em   int32
		want []string
	}{
		{"扩大下沉市场覆盖：新增伙伴和服务网点优先投向三线城市。（负责人：渠道拓展经理；时限：2026年12月31日）", 39,
			[]string{"扩大下沉市场覆盖：新增伙伴和服务网点优先投向三线城市。（负责人：渠道拓展经理；", "时限：2026年12月31日）"}},
		{"稳住伙伴信心：让返利更快兑付，支持更快响应，使伙伴满意度回到目标以上。（负责人：伙伴关系经理；时限：2026年12月31日）", 37,
			[]string{"稳住伙伴信心：让返利更快兑付，支持更快响应，使伙伴满意度回到目标以上。", "（负责人：伙伴关系经理；时限：2026年12月31日）"}},
	} {
		if got := split(test.text, Shape{Width: test.em * em, Tight: true}); !slices.Equal(got, test.want) {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

// TestBalanced: lines as few as they can be, as long as one another, and rather
// ended where one pauses.
func TestBalanced(t *testing.T) {
	for _, test := range []struct {
		text string
		em   int32
		want []string
	}{
		{"2026年第三季度渠道销售额完成目标的98.1%，同比增长14.0%。", 29, []string{"2026年第三季度渠道销售额完成目标的98.1%，", "同比增长14.0%。"}},
		{"示例公司（虚构）2026年第三季度渠道工作总结", 18, []string{"示例公司（虚构）", "2026年第三季度渠道工作总结"}},
		{"一二三四五六七八九十，甲", 11, []string{"一二三四五六", "七八九十，甲"}},
		{"同比拉动（百分点）", 8, []string{"同比拉动", "（百分点）"}},
		{"Channel performance review, third quarter", 16, []string{"Channel performance ", "review, third quarter"}},
		{"一行", 11, []string{"一行"}},
	} {
		if got := split(test.text, Shape{Width: test.em * em, Balanced: true}); !slices.Equal(got, test.want) {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
