package expr

import (
	"fmt"
	goast "go/ast"
	goparser "go/parser"
	gotoken "go/token"
	"strconv"
	"strings"
	"testing"

	"example.com/channelreport/channel/source"
)

// say writes problems as "column: text", one behind the other.
func say(locale string, problems []Problem) string {
	var all []string
	for _, p := range problems {
		s := fmt.Sprintf("%d: %s", p.At+1, p.Message.In(locale, p.Args...))
		if p.Near != "" {
			s += " (" + p.Near + "?)"
		}
		all = append(all, s)
	}
	return strings.Join(all, " | ")
}

// refused are expressions with what is said about them, and the tree that they
// are taken for, so that the names in it can be checked all the same.
var refused = []struct{ text, en, zh, tree string }{
	// The specification's own.
	{"销售额>0且目标>0", "6: put spaces around 且", "6: 请在 且 的前后加空格", "((销售额 > 0) and (目标 > 0))"},
	{"2026-12-31",
		`1: 2026-12-31 would be a subtraction; write date("2026-12-31") or "2026-12-31"`,
		`1: 2026-12-31 会被当作减法，日期请写成 date("2026-12-31") 或 "2026-12-31"`, `"2026-12-31"`},
	{"due < 2026-12-31",
		`7: 2026-12-31 would be a subtraction; write date("2026-12-31") or "2026-12-31"`,
		`7: 2026-12-31 会被当作减法，日期请写成 date("2026-12-31") 或 "2026-12-31"`, `(due < "2026-12-31")`},
	{"sales.yoy(1)",
		"7: write yoy(…) around the figure, not behind it",
		"7: yoy(…) 要写在指标外面，不能跟在指标后面", "(sales . yoy)"},
	{`severity = "高`, "12: string is not closed", "12: 文字缺少右引号", `(severity == "高")`},
	{"1 < sales < 5",
		"11: comparisons do not chain; join them with and (且)",
		"11: 比较不能连写，请用 且（and）连接", "((1 < sales) and 5)"},
	{"sales sales", "7: unexpected sales", "7: 此处不应出现 sales", "sales"},
	{"sales..yoy", "7: expected an aspect after the point",
		"7: 点号后面应写取值名或字段名，如 销售额.同比", "(sales . yoy)"},
	{"of(sales region)", "10: expected , or ), found region", "10: 此处应为逗号或右括号，却是 region", "(of() sales region)"},
	{"sales % ", `7: unexpected "%"`, `7: 此处不应出现 "%"`, "sales"},
	{"3天", "2: put a space after the number", "2: 请在数字后面加空格", "3"},

	// Operators in words.
	{"a 小于 100%", "3: unexpected 小于 (<?)", "3: 此处不应出现 小于 (<?)", "(a < 1 percent)"},
	{"a > 3 并且 b 不低于 1 或者 c", "7: unexpected 并且 (且?) | 12: unexpected 不低于 (>=?) | 18: unexpected 或者 (或?)",
		"7: 此处不应出现 并且 (且?) | 12: 此处不应出现 不低于 (>=?) | 18: 此处不应出现 或者 (或?)", "(((a > 3) and (b >= 1)) or c)"},
	{"如果 a < 1", "1: unexpected 如果", "1: 此处不应出现 如果", "(a < 1)"},

	// Nothing, and what stands too much or too little.
	{"", "1: the expression is empty", "1: 表达式是空的", "nothing"},
	{" 　", "3: the expression is empty", "3: 表达式是空的", "nothing"},
	{"()", `2: expected a value, found ")"`, `2: 此处应为数值、名称或文字，却是 ")"`, "nothing"},
	{"a +", "4: expected a value, found the end", "4: 表达式没有写完，此处缺少数值、名称或文字", "a"},
	{"a + * b", `5: expected a value, found "*"`, `5: 此处应为数值、名称或文字，却是 "*"`, "(a * b)"},
	{"= a", `1: expected a value, found "="`, `1: 此处应为数值、名称或文字，却是 "="`, "a"},
	{"+5", `1: expected a value, found "+"`, `1: 此处应为数值、名称或文字，却是 "+"`, "5"},
	{".5", `1: expected a value, found "."`, `1: 此处应为数值、名称或文字，却是 "."`, "5"},
	{"-", "2: expected a value, found the end", "2: 表达式没有写完，此处缺少数值、名称或文字", "nothing"},
	{"a not b", "3: unexpected not", "3: 此处不应出现 not", "a"},
	{"a = not b", "5: expected a value, found not", "5: 此处应为数值、名称或文字，却是 not", "(a == (not b))"},
	{"a : b : c", `7: unexpected ":"`, `7: 此处不应出现 ":"`, "(a : b)"},
	{"a; b # c", `2: unexpected ";"`, `2: 此处不应出现 ";"`, "a"},
	{"a ^ 2", `3: unexpected "^"`, `3: 此处不应出现 "^"`, "a"},
	{"a\u200b", `2: unexpected "\u200b"`, `2: 此处不应出现 "\u200b"`, "a"},
	{"\xff", `1: expected a value, found "\xff"`, `1: 此处应为数值、名称或文字，却是 "\xff"`, "nothing"},
	{"x }}", `3: unexpected "}"`, `3: 此处不应出现 "}"`, "x"},
	{"a 5 “b”", "3: unexpected 5", "3: 此处不应出现 5", "a"},
	{"a “b”", "3: unexpected “b”", "3: 此处不应出现 “b”", "a"},
	{"a " + strings.Repeat("长", 50), "3: unexpected " + strings.Repeat("长", 40) + "…", "3: 此处不应出现 " + strings.Repeat("长", 40) + "…", "a"},

	// Operators of other languages.
	{"a && b", `3: unexpected "&" (and?)`, `3: 此处不应出现 "&" (and?)`, "a"},
	{"f(a || b)", `5: expected , or ), found "|" (or?)`, `5: 此处应为逗号或右括号，却是 "|" (or?)`, "(f() a b)"},
	{"!a", `1: expected a value, found "!" (not?)`, `1: 此处应为数值、名称或文字，却是 "!" (not?)`, "a"},
	{"a AND b", "3: unexpected AND (and?)", "3: 此处不应出现 AND (and?)", "a"},

	// Brackets.
	{"f(a", "4: expected , or ), found the end", "4: 表达式没有写完，此处缺少逗号或右括号", "(f() a)"},
	{"[a", "3: expected , or ], found the end", "3: 表达式没有写完，此处缺少逗号或右方括号", "[a]"},
	{"(a", "3: expected ), found the end", "3: 表达式没有写完，此处缺少右括号", "a"},
	{"(a b", "4: expected ), found b", "4: 此处应为右括号，却是 b", "[a b]"},
	{"(((", "4: expected a value, found the end", "4: 表达式没有写完，此处缺少数值、名称或文字", "nothing"},
	{"a)", `2: unexpected ")"`, `2: 此处不应出现 ")"`, "a"},
	{"f(a]", `4: expected , or ), found "]"`, `4: 此处应为逗号或右括号，却是 "]"`, "(f() a)"},
	{"[f(a]", `5: expected , or ), found "]"`, `5: 此处应为逗号或右括号，却是 "]"`, "[(f() a)]"},
	{"f([a)", `5: expected , or ], found ")"`, `5: 此处应为逗号或右方括号，却是 ")"`, "(f() [a])"},
	{"[a)", `3: expected , or ], found ")"`, `3: 此处应为逗号或右方括号，却是 ")"`, "[a]"},
	{"f(a,)", `5: expected a value, found ")"`, `5: 此处应为数值、名称或文字，却是 ")"`, "(f() a)"},
	{"f(,a)", `3: expected a value, found ","`, `3: 此处应为数值、名称或文字，却是 ","`, "(f() a)"},
	{"f(a # b c)", `5: expected , or ), found "#"`, `5: 此处应为逗号或右括号，却是 "#"`, "(f() a b c)"},
	{"a in (1, 2)", "6: a list is written in square brackets: [a, b]", "6: 列表要用方括号，写成 [a, b]", "(a in [1 2])"},
	{"a, b", `2: unexpected ","`, `2: 此处不应出现 ","`, "a"},
	{"f(x)(y)", `5: unexpected "("`, `5: 此处不应出现 "("`, "(f() x)"},

	// Points.
	{"a.", "3: expected an aspect after the point", "3: 点号后面应写取值名或字段名，如 销售额.同比", "a"},
	{"a.5", "3: expected an aspect after the point", "3: 点号后面应写取值名或字段名，如 销售额.同比", "a"},
	{"a.and b", "3: expected an aspect after the point", "3: 点号后面应写取值名或字段名，如 销售额.同比", "(a and b)"},
	{"销售额.同比()", "5: write 同比(…) around the figure, not behind it", "5: 同比(…) 要写在指标外面，不能跟在指标后面", "(销售额 . 同比)"},

	// Keywords that touch a word.
	{`"高"且目标`, "4: put spaces around 且", "4: 请在 且 的前后加空格", `("高" and 目标)`},
	{"(a)或b", "4: put spaces around 或", "4: 请在 或 的前后加空格", "(a or b)"},
	{`区域属于["华东"]`, "3: put spaces around 属于", "3: 请在 属于 的前后加空格", `(区域 in ["华东"])`},
	{`区域不属于["华东"]`, "3: put spaces around 不属于", "3: 请在 不属于 的前后加空格", `(区域 not in ["华东"])`},
	{"毛利且(a)", "3: put spaces around 且", "3: 请在 且 的前后加空格", "(毛利 and a)"},
	{"x.同比且 y", "5: put spaces around 且", "5: 请在 且 的前后加空格", "((x . 同比) and y)"},
	{`a 非属于["x"]`, "3: put spaces around 非", "3: 请在 非 的前后加空格", `(a not in ["x"])`},
	{"15%的", "4: put a space after the number", "4: 请在数字后面加空格", "15e-2 percent"},
	{"100万家", "5: put a space after the number", "5: 请在数字后面加空格", "1000000"},

	// Strings.
	{"a = “高\n", "5: string is not closed", "5: 文字缺少右引号", `(a == "高")`},
	{"“高\" = a", "1: string opens with “ but closes with \"", "1: 文字以 “ 开头，却以 \" 结尾", `("高" == a)`},
	{"'高’", "1: string opens with ' but closes with ’", "1: 文字以 ' 开头，却以 ’ 结尾", `"高"`},
	{`"a""`, "1: string is not closed", "1: 文字缺少右引号", `"a\"\""`},

	// Numbers, dates and periods.
	{"due < 2026-9-1",
		`7: 2026-9-1 would be a subtraction; write date("2026-09-01") or "2026-09-01"`,
		`7: 2026-9-1 会被当作减法，日期请写成 date("2026-09-01") 或 "2026-09-01"`, `(due < "2026-09-01")`},
	{"due<２０２６－１２－３１且a",
		`5: ２０２６－１２－３１ would be a subtraction; write date("2026-12-31") or "2026-12-31" | 15: put spaces around 且`,
		`5: ２０２６－１２－３１ 会被当作减法，日期请写成 date("2026-12-31") 或 "2026-12-31" | 15: 请在 且 的前后加空格`,
		`((due < "2026-12-31") and a)`},
	{"due < 2026年12月1日", `7: a date is written date("2026-12-01") or "2026-12-01"`,
		`7: 日期请写成 date("2026-12-01") 或 "2026-12-01"`, `(due < "2026-12-01")`},
	{"at(x, 2025-Q3)", `7: 2025-Q3 would be a subtraction; write "2025-Q3"`,
		`7: 2025-Q3 会被当作减法，期间请写成 "2025-Q3"`, `(at() x "2025-Q3")`},
	{"at(x, 2025-h1)", `7: 2025-h1 would be a subtraction; write "2025-H1"`,
		`7: 2025-h1 会被当作减法，期间请写成 "2025-H1"`, `(at() x "2025-H1")`},
	{"at(x, 2025-09)", `7: 2025-09 would be a subtraction; write "2025-09"`,
		`7: 2025-09 会被当作减法，期间请写成 "2025-09"`, `(at() x "2025-09")`},
	{"a > 1,200,000元", "6: write numbers without thousands separators, as in 1000000 or 100万",
		"6: 数字不要加千位分隔符，请写成 1000000 或 100万", "(a > 1)"},
	{"1" + strings.Repeat("0", 64), "1: the number has more than 64 digits", "1: 数字超过 64 位", "0"},
	{"1" + strings.Repeat("0", 60) + "亿", "1: the number has more than 64 digits", "1: 数字超过 64 位", "0"},
	{"0." + strings.Repeat("0", 34) + "1", "1: the number has more than 34 decimal places", "1: 数字的小数超过 34 位", "0"},
	{"0." + strings.Repeat("0", 32) + "1%", "1: the number has more than 34 decimal places", "1: 数字的小数超过 34 位", "0 percent"},

	// Size.
	{strings.Repeat("x", MaxLength+1), "4001: the expression is longer than 4000 characters", "4001: 表达式超过 4000 个字符", "nothing"},
	{strings.Repeat("(", 65) + "a", "65: brackets and signs are nested more than 64 deep", "65: 括号和符号的嵌套超过 64 层", "nothing"},
	{"x + " + strings.Repeat("-", 65) + "a) 3天", "69: brackets and signs are nested more than 64 deep | 74: put a space after the number", "69: 括号和符号的嵌套超过 64 层 | 74: 请在数字后面加空格", "x"},

	// All problems of a text at once.
	{"of(sales region) > 3天 且 a.b(1) < c < “d",
		"10: expected , or ), found region | 21: put a space after the number | 27: write b(…) around the figure, not behind it | 36: comparisons do not chain; join them with and (且) | 38: string is not closed",
		"10: 此处应为逗号或右括号，却是 region | 21: 请在数字后面加空格 | 27: b(…) 要写在指标外面，不能跟在指标后面 | 36: 比较不能连写，请用 且（and）连接 | 38: 文字缺少右引号",
		`(((of() sales region) > 3) and (((a . b) < c) and "d"))`},
	{"a b(c d) + 3天", "3: unexpected b | 7: expected , or ), found d | 13: put a space after the number",
		"3: 此处不应出现 b | 7: 此处应为逗号或右括号，却是 d | 13: 请在数字后面加空格", "a"},
}

func TestRefused(t *testing.T) {
	for _, test := range refused {
		n, problems := Parse(test.text)
		if got := say("en", problems); got != test.en {
			t.Errorf("%.80s: says\n    %s, want\n    %s", test.text, got, test.en)
		}
		if got := say("zh-CN", problems); got != test.zh {
			t.Errorf("%.80s: says\n    %s, want\n    %s", test.text, got, test.zh)
		}
		if got := dump(n); got != test.tree {
			t.Errorf("%.80s: taken for\n    %s, want\n    %s", test.text, got, test.tree)
		}
	}
}

// TestLeftToTheCaller has the rest of the specification's refusals: names that
// only a catalog can refuse. Here they must parse, stand where the caller will
// point, and be told apart by Unglue.
func TestLeftToTheCaller(t *testing.T) {
	tests := []struct {
		text, tree string
		column     int
		keyword    string
	}{
		{"sals", "sals", 1, ""},
		{"sales.yoyo", "(sales . yoyo)", 7, ""},
		{"yoyy(sales)", "(yoyy() sales)", 1, ""},
		{"非核心", "非核心", 1, "非"},
	}
	for _, test := range tests {
		n, problems := Parse(test.text)
		if dump(n) != test.tree || problems != nil {
			t.Errorf("%s: %s, %s", test.text, dump(n), say("en", problems))
		}
		at := n.Pos()
		if n, ok := n.(*Select); ok {
			at = n.IdentAt
		}
		if at+1 != test.column {
			t.Errorf("%s: column %d, want %d", test.text, at+1, test.column)
		}
		if n, ok := n.(*Name); ok {
			if keyword, _, _ := Unglue(n.Ident); keyword != test.keyword {
				t.Errorf("%s: keyword %q, want %q", test.text, keyword, test.keyword)
			}
		}
	}
}

func TestLocated(t *testing.T) {
	_, problems := Parse("a && b")
	e := problems[0].Located(source.Position{File: "book.yaml", Line: 7, Column: 14}, "indicators[0].formula")
	want := `book.yaml:7:14: indicators[0].formula: unexpected "&"; did you mean "and"? [unexpected]`
	if e.Error() != want {
		t.Errorf("says %s, want %s", e, want)
	}
}

// TestEveryMessage finds a row above for each message that is declared.
func TestEveryMessage(t *testing.T) {
	said := map[string]bool{}
	for _, test := range refused {
		_, problems := Parse(test.text)
		for _, p := range problems {
			said[p.Message.Code] = true
		}
	}
	file, err := goparser.ParseFile(gotoken.NewFileSet(), "messages.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]bool{}
	goast.Inspect(file, func(n goast.Node) bool {
		if pair, ok := n.(*goast.KeyValueExpr); ok && pair.Key.(*goast.Ident).Name == "Code" {
			code, err := strconv.Unquote(pair.Value.(*goast.BasicLit).Value)
			if err != nil || codes[code] {
				t.Errorf("code %s: twice, or %v", code, err)
			}
			codes[code] = true
			if !said[code] {
				t.Errorf("no test says %s", code)
			}
		}
		return true
	})
	if len(codes) == 0 {
		t.Error("no messages found")
	}
}
