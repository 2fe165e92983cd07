package expr

import (
	"slices"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	tests := []struct{ text, tree string }{
		// Words.
		{"sales", "sales"},
		{"销售额", "销售额"},
		{"_x9", "_x9"},
		{"前三_2026伙伴", "前三_2026伙伴"},
		{"café", "café"},
		{"二〇二六", "二〇二六"},
		{"非核心", "非核心"},
		{"或有事项", "或有事项"},
		{"android", "android"},
		{"sales.yoy", "(sales . yoy)"},
		{"销售额.同比", "(销售额 . 同比)"},
		{"partner . joined", "(partner . joined)"},
		{"a.b.c", "((a . b) . c)"},
		{`item("R1").amount`, `((item() "R1") . amount)`},
		{`of(sales, region == "华东").yoy`, `((of() sales (region == "华东")) . yoy)`},
		{"(a + b).yoy", "((a + b) . yoy)"},
		{"promises()", "(promises())"},
		{"增减 (销售额)", "(增减() 销售额)"},
		{"sum(where(resources, class = \"人力\").headcount)", `(sum() ((where() resources (class == "人力")) . headcount))`},
		{"非(a)", "(not a)"},
		{"not(a)", "(not a)"},

		// Numbers.
		{"0", "0"},
		{"007", "7"},
		{"1.50", "15e-1"},
		{"100.00", "100"},
		{"15%", "15e-2 percent"},
		{"15 %", "15e-2 percent"},
		{"10%", "1e-1 percent"},
		{"100%", "1 percent"},
		{"0.5%", "5e-3 percent"},
		{"100万", "1000000"},
		{"1.2万", "12000"},
		{"1.23456万", "123456e-1"},
		{"3亿元", "300000000 money"},
		{"1.5 万元", "15000 money"},
		{"2万亿", "2000000000000"},
		{"5元", "5 money"},
		{"1.2万.yoy", "(12000 . yoy)"},
		{"5.yoy", "(5 . yoy)"},
		{"99999999999999999999.5", "999999999999999999995e-1"},
		{strings.Repeat("0", 100) + "1", "1"},
		{"1" + strings.Repeat("0", 63), "1" + strings.Repeat("0", 63)},
		{"0." + strings.Repeat("0", 33) + "1", "1e-34"},

		{"2026 - 12 - 31", "((2026 - 12) - 31)"},
		{"2026-12-311", "((2026 - 12) - 311)"},
		{"2026-x", "(2026 - x)"},
		{"12026-12-31", "((12026 - 12) - 31)"},

		// Strings.
		{`"高"`, `"高"`},
		{"“高”", `"高"`},
		{"'高'", `"高"`},
		{"‘高’", `"高"`},
		{"”高”", `"高"`},
		{"＂高＂", `"高"`},
		{`""`, `""`},
		{`"a""b"`, `"a\"b"`},
		{`'it''s'`, `"it's"`},
		{"“”", `""`},
		{`"（，。＝）"`, `"（，。＝）"`},
		{`"a\b"`, `"a\\b"`},
		{`"{{ x }}"`, `"{{ x }}"`},
		{`"a 'b' “c”"`, `"a 'b' “c”"`},

		// Operators and how they bind.
		{"a + b - c", "((a + b) - c)"},
		{"a - b * c / d", "(a - ((b * c) / d))"},
		{"(a - b) * c", "((a - b) * c)"},
		{"-a * b", "((- a) * b)"},
		{"a * -b", "(a * (- b))"},
		{"a--b", "(a - (- b))"},
		{"-sales.yoy", "(- (sales . yoy))"},
		{"a : b", "(a : b)"},
		{"a + b : c * d", "((a + b) : (c * d))"},
		{"(a : b) : c", "((a : b) : c)"},
		{"x = 1 : 5", "(x == (1 : 5))"},
		{"a = b", "(a == b)"},
		{"a == b", "(a == b)"},
		{"a != b", "(a != b)"},
		{"a <> b", "(a != b)"},
		{"a < b", "(a < b)"},
		{"a <= b", "(a <= b)"},
		{"a > b", "(a > b)"},
		{"a >= b", "(a >= b)"},
		{"a<-5", "(a < (- 5))"},
		{"(a < b) = c", "((a < b) == c)"},
		{`tier in ["二线", "三线"]`, `(tier in ["二线" "三线"])`},
		{"tier in small", "(tier in small)"},
		{"tier not in []", "(tier not in [])"},
		{"not tier in [a]", "(not (tier in [a]))"},
		{"not a = b", "(not (a == b))"},
		{"not not a", "(not (not a))"},
		{"not a and b", "((not a) and b)"},
		{"a and not b", "(a and (not b))"},
		{"a or b and c or d", "((a or (b and c)) or d)"},
		{"a and b and c", "((a and b) and c)"},
		{"a > 1 and b < 2", "((a > 1) and (b < 2))"},
		{"a 且 b 或 非 c", "((a and b) or (not c))"},
		{`区域 属于 ["华东"]`, `(区域 in ["华东"])`},
		{`区域 不属于 ["华东"]`, `(区域 not in ["华东"])`},
		{`区域 非 属于 ["华东"]`, `(区域 not in ["华东"])`},
		{"0且 x", "(0 and x)"},
		{`"高"或 x`, `("高" or x)`},
		{"(a)且(b)", "(a and b)"},

		// Slips of the input method.
		{"同比（销售额）", "(同比() 销售额)"},
		{"ｓａｌｅｓ．ｙｏｙ", "(sales . yoy)"},
		{"a ａｎｄ b", "(a and b)"},
		{"of（sales，region＝“华东”）", `(of() sales (region == "华东"))`},
		{"１２．５％", "125e-3 percent"},
		{"a　＋　b", "(a + b)"},
		{"a － b × c ÷ d", "(a - ((b * c) / d))"},
		{"a − b", "(a - b)"},
		{"a ： b", "(a : b)"},
		{"a ∶ b", "(a : b)"},
		{"a ＜ b", "(a < b)"},
		{"a《b", "(a < b)"},
		{"a 》= b", "(a >= b)"},
		{"a《》b", "(a != b)"},
		{"a ！= b", "(a != b)"},
		{"a ≠ b", "(a != b)"},
		{"a ≤ b", "(a <= b)"},
		{"a ≥ b", "(a >= b)"},
		{"a 属于 【“x”、“y”】", `(a in ["x" "y"])`},
		{"销售额。同比", "(销售额 . 同比)"},
		{"3。5", "35e-1"},
	}
	for _, test := range tests {
		n, problems := Parse(test.text)
		if len(problems) > 0 {
			t.Errorf("%s: refused: %s", test.text, say("en", problems))
		}
		if got := dump(n); got != test.tree {
			t.Errorf("%s is\n    %s, want\n    %s", test.text, got, test.tree)
		}
	}
}

// TestPlaces shows the text that each node spans, outer ones first, and after
// | what their other offsets point to.
func TestPlaces(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{" sales ", []string{"sales"}},
		{"销售额.同比", []string{"销售额.同比|同比", "销售额"}},
		{"( a+b ) × c", []string{"( a+b ) × c|×", "a+b|+", "a", "b", "c"}},
		{"非 (a)", []string{"非 (a)", "a"}},
		{"x not in [1, 2]", []string{"x not in [1, 2]|not", "x", "[1, 2]", "1", "2"}},
		{`of(销售额, 区域 = “华东”).同比`, []string{`of(销售额, 区域 = “华东”).同比|同比`,
			`of(销售额, 区域 = “华东”)`, "销售额", "区域 = “华东”|=", "区域", "“华东”"}},
		{"- 3 万元 : (y)", []string{"- 3 万元 : (y)|:", "- 3 万元", "3 万元", "y"}},
	}
	for _, test := range tests {
		n, problems := Parse(test.text)
		if len(problems) > 0 {
			t.Errorf("%s: refused: %s", test.text, say("en", problems))
		}
		text := []rune(test.text)
		var got []string
		for n := range Walk(n) {
			s := string(text[n.Pos():n.End()])
			switch n := n.(type) {
			case *Select:
				s += "|" + string(text[n.IdentAt:n.End()])
			case *Binary:
				sign, _, _ := strings.Cut(string(text[n.OpAt:n.End()]), " ")
				if n.Op == Add {
					sign = sign[:1]
				}
				s += "|" + sign
			}
			got = append(got, s)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: places %q, want %q", test.text, got, test.want)
		}
	}
}

func TestParsePrefix(t *testing.T) {
	tests := []struct {
		text     string
		from     int
		tree     string
		rest     string // from the offset where the expression ends
		problems string
	}{
		{"本期{{ sales }}。", 4, "sales", "}}。", ""},
		{"{{sales}}{{ x }}", 2, "sales", "}}{{ x }}", ""},
		{"{{sales}}{{ x }}", 11, "x", "}}", ""},
		{`{{ "}}" }}`, 2, `"}}"`, "}}", ""},
		{"{{ “{{ x }}” }}，", 2, `"{{ x }}"`, "}}，", ""},
		{"{{ sales ｝｝。", 2, "sales", "｝｝。", ""},
		{"{{ sales }}}", 2, "sales", "}}}", ""},
		{"{{ sales", 2, "sales", "", ""},
		{"{{ sales } x }}", 2, "sales", "}}", `10: unexpected "}"`},
		{"{{ sales }，{{ x }}", 2, "sales", "}，{{ x }}", ""},
		{"{{ sales ｝。", 2, "sales", "｝。", ""},
		{"{{ sales，{{ x }}", 2, "sales", "{{ x }}", `9: unexpected "，"`},
		{"{{ {x} }}", 2, "x", "}}", `4: expected a value, found "{"`},
		{"{{ }}", 2, "nothing", "}}", "4: the expression is empty"},
		{"增长{{ of(sales }}，{{ x }}", 4, "(of() sales)", "}}，{{ x }}", "15: expected , or ), found the end"},
		{`{{ x = "高 }}的 {{ y }}`, 2, `(x == "高 ")`, "}}的 {{ y }}", "8: string is not closed"},
		{`{{ x = “高" }}的“`, 2, `(x == "高")`, "}}的“", `8: string opens with “ but closes with "`},
		{"{{ x }}", 99, "nothing", "", "8: the expression is empty"},
		{"x", -1, "x", "", ""},
		{"{{ " + strings.Repeat("x+", MaxLength) + "x }}!", 2, "nothing", "}}!",
			"4003: the expression is longer than 4000 characters"},
	}
	for _, test := range tests {
		n, end, problems := ParsePrefix(test.text, test.from)
		rest := string([]rune(test.text)[end:])
		if dump(n) != test.tree || rest != test.rest || say("en", problems) != test.problems {
			t.Errorf("%.40s from %d: %s, then %q, %q; want %s, then %q, %q", test.text, test.from,
				dump(n), rest, say("en", problems), test.tree, test.rest, test.problems)
		}
	}
}

func TestWalkStops(t *testing.T) {
	n, _ := Parse("[f(a, -b), c.d]")
	var all int
	for range Walk(n) {
		all++
	}
	if all != 7 {
		t.Errorf("%d nodes, want 7", all)
	}
	for stop := 1; stop <= all; stop++ {
		seen := 0
		for range Walk(n) {
			if seen++; seen == stop {
				break
			}
		}
		if seen != stop {
			t.Errorf("%d nodes before the stop at %d", seen, stop)
		}
	}
	for n := range Walk(nil) {
		t.Errorf("a part of nothing: %v", n)
	}
}

func TestNames(t *testing.T) {
	for _, name := range []string{"sales", "销售额", "_", "a1", "非核心", "前三", "café"} {
		if !IsName(name) {
			t.Errorf("%q is no name", name)
		}
		if n, problems := Parse(name); problems != nil || dump(n) != name {
			t.Errorf("%q is a name but reads as %s", name, dump(n))
		}
	}
	for _, name := range []string{"", "1a", "and", "且", "属于", "不属于", "a b", "a-b", "毛利率（新）", "ａ", "a.b", "\u0301a", "\xff"} {
		if IsName(name) {
			t.Errorf("%q is a name", name)
		}
	}
}

func TestUnglue(t *testing.T) {
	tests := []struct {
		name, keyword string
		at            int
	}{
		{"非核心", "非", 0},
		{"销售额且目标", "且", 3},
		{"区域不属于华东", "不属于", 2},
		{"区域属于华东或华南", "属于", 2},
		{"sales或cost", "或", 5},
		{"销售额", "", 0},
		{"sandor", "", 0},
		{"", "", 0},
	}
	for _, test := range tests {
		keyword, at, ok := Unglue(test.name)
		if keyword != test.keyword || ok != (keyword != "") || ok && at != test.at {
			t.Errorf("Unglue(%q) = %q, %d, %v; want %q at %d", test.name, keyword, at, ok, test.keyword, test.at)
		}
	}
}
