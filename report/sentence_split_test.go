package report

import (
	"fmt"
	"strings"
	"testing"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi/expr"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
	}{
		{"paragraphs", "甲。\n乙。\n\n丙。\n", "甲。 / 乙。 // 丙。"},
		{"blank lines", "\n\n甲。\n \t\n\n乙。", "甲。 // 乙。"},
		{"insert", "甲{{ sales }}乙", "甲 {sales@1-12} 乙"},
		{"brace in a string", `{{ join(x, "}}") }}`, `{join(x, "}}")@0-19}`},
		{"optional", "甲[[，{{ sales }}]]。", "甲 [，  {sales@4-15}]@1-17 。"},
		{"second line counts on", "甲\n{{ sales }}", "甲 / {sales@2-13}"},
		{"wide characters count one", "销售额\n[[乙{{ sales }}]]", "销售额 / [乙 {sales@7-18}]@4-20"},
		{"strong", "**甲**乙", "* 甲 * 乙"},
		{"a single brace and bracket are text", "{甲}[乙]*丙*", "{甲}[乙]*丙*"},
	} {
		paragraphs, problems := splitSentences(c.text)
		if len(problems) > 0 {
			t.Errorf("%s: %v", c.name, problems)
		}
		if got := dumpSentences(paragraphs); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(c.want), " ") {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestSplitProblems(t *testing.T) {
	for _, c := range []struct {
		text string
		at   int
		en   string
		zh   string
	}{
		{"甲{{ sales", 1, `"{{" is not closed by "}}" on this line [unclosed-mark]`, `"{{" 在本行内没有以 "}}" 结束 [unclosed-mark]`},
		{"甲[[，{{ sales }}", 1, `"[[" is not closed by "]]" on this line [unclosed-mark]`, `"[[" 在本行内没有以 "]]" 结束 [unclosed-mark]`},
		{"甲}}", 1, `"}}" closes nothing; no "{{" stands before it on this line [stray-mark]`, `"}}" 没有可结束的内容，本行前面没有 "{{" [stray-mark]`},
		{"甲{{ sales }，{{ orders }}", 10, `one brace is missing; write "}}" in the place of "}" [half-mark]`, `少了一个花括号；请把 "}" 写成 "}}" [half-mark]`},
		{"甲[[，{{ sales ｝]]", 13, `one brace is missing; write "}}" in the place of "｝" [half-mark]`, `少了一个花括号；请把 "｝" 写成 "}}" [half-mark]`},
		{"甲{{ sales，乙{{ orders }}", 1, `"{{" is not closed by "}}" on this line [unclosed-mark]`, `"{{" 在本行内没有以 "}}" 结束 [unclosed-mark]`},
		{"甲]]乙", 1, `"]]" closes nothing; no "[[" stands before it on this line [stray-mark]`, `"]]" 没有可结束的内容，本行前面没有 "[[" [stray-mark]`},
		{"甲｛｛ sales }}", 1, `"｛｛" are full-width marks; type "{{" [full-width-mark]`, `"｛｛" 是全角符号，请改为半角的 "{{" [full-width-mark]`},
		{"甲{{ sales ｝｝", 10, `"｝｝" are full-width marks; type "}}" [full-width-mark]`, `"｝｝" 是全角符号，请改为半角的 "}}" [full-width-mark]`},
		{"甲【【，{{ sales }}]]", 1, `"【【" are full-width marks; type "[[" [full-width-mark]`, `"【【" 是全角符号，请改为半角的 "[[" [full-width-mark]`},
		{"甲[[，{{ sales }}】】", 15, `"】】" are full-width marks; type "]]" [full-width-mark]`, `"】】" 是全角符号，请改为半角的 "]]" [full-width-mark]`},
		{"甲**乙", 1, `this ** has no second ** in the same part; write **text** [unpaired-strong]`, `此处的 ** 在同一部分内没有配对，应写成 **文字** [unpaired-strong]`},
		{"**甲[[，{{ sales }}**]]", 17, `this ** has no second ** in the same part; write **text** [unpaired-strong]`, `此处的 ** 在同一部分内没有配对，应写成 **文字** [unpaired-strong]`},
		{"甲" + strings.Repeat("[[", 17), 33, `optional parts are nested more than 16 deep [optional-too-deep]`, `[[ ]] 的嵌套超过 16 层 [optional-too-deep]`},
		{"{{ " + strings.Repeat("a", 4001) + " }}", 4002, `the expression is longer than 4000 characters [expression-too-long]`, `表达式超过 4000 个字符 [expression-too-long]`},
		{"甲{{ }}", 4, `the expression is empty [empty-expression]`, `表达式是空的 [empty-expression]`},
		{"甲\n乙{{ sales + }}", 14, `expected a value, found the end [unfinished]`, `表达式没有写完，此处缺少数值、名称或文字 [unfinished]`},
	} {
		_, problems := splitSentences(c.text)
		if len(problems) == 0 {
			t.Errorf("%s: nothing reported", c.text)
			continue
		}
		p := problems[0]
		e := p.Located(source.Position{}, "")
		if p.At != c.at || e.In("en") != c.en || e.In("zh") != c.zh {
			t.Errorf("%s: at %d: %s / %s", c.text, p.At, e.In("en"), e.In("zh"))
		}
	}
}

// dumpSentences writes what a text was split into: paragraphs //, lines /,
// {expression@from-to}, [part]@from-to.
func dumpSentences(paragraphs [][]*sentence) string {
	var texts []string
	for _, lines := range paragraphs {
		var one []string
		for _, s := range lines {
			one = append(one, dumpParts(s.parts))
		}
		texts = append(texts, strings.Join(one, " / "))
	}
	return strings.Join(texts, " // ")
}

func dumpParts(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		switch p := p.(type) {
		case literal:
			b.WriteString(string(p))
		case strongMark:
			b.WriteString("*")
		case *insert:
			text := "?"
			if p.node != nil {
				text = expr.Format(p.node)
			}
			fmt.Fprintf(&b, "{%s@%d-%d}", text, p.from, p.to)
		case *optional:
			fmt.Fprintf(&b, "[%s]@%d-%d", dumpParts(p.parts), p.from, p.to)
		}
		b.WriteString(" ")
	}
	return strings.TrimSpace(b.String())
}
