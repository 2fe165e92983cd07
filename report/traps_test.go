package report

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/templates"
)

// traps are what YAML lets pass in silence or refuses in words of its own, and
// slips of a Chinese input method. %s in a row is where the rest of a good
// template goes before it.
var traps = []struct{ name, text string }{
	{"tab as indent", "summary:\n\t- method\n"},
	{"tab inside an indent", "summary:\n  - callout:\n  \t- method\n"},
	{"full-width space as indent", "summary:\n　　- method\n"},
	{"full-width space before a key", "summary: [method]\n　numbering: none\n"},
	{"full-width colon", "summary:\n  - table：表\n    when: sales\n"},
	{"full-width colon, alone", "summary:\n  - heading：一\n"},
	{"full-width colon before a mapping", "summary:\n  - table:\n      caption：各区域\n"},
	{"no space behind the colon", "summary:\n  - heading:一\n    blocks: []\n"},
	{"no space behind the colon, alone", "summary:\n  - note:说明\n"},
	{"braces without quotes", "summary:\n  - heading: {{ period }}\n    blocks: [method]\n"},
	{"braces without quotes, and text behind", "summary:\n  - heading: {{ period }}回顾\n    blocks: [method]\n"},
	{"braces as an entry", "summary:\n  - {{ sales }}\n"},
	{"optional part without quotes", "summary:\n  - [[{{ sales }}]]\n"},
	{"optional part without quotes, and text behind", "summary:\n  - [[销售额{{ sales }}]]。\n"},
	{"star", "summary:\n  - **重点：**好\n"},
	{"at", "summary:\n  - heading: @渠道\n    blocks: [method]\n"},
	{"percent", "summary:\n  - note: %完成\n"},
	{"backtick", "summary:\n  - note: `a`\n"},
	{"exclamation mark", "summary:\n  - note: !重要\n"},
	{"number sign", "summary:\n  - heading: 排名 #1 的区域\n    blocks: [method]\n"},
	{"number sign with a space", "summary:\n  - 完成目标 # 待补\n"},
	{"colon inside a text", "summary:\n  - heading: 第一: 概述\n    blocks: [method]\n"},
	{"colon inside an entry", "summary:\n  - 目标: 完成\n"},
	{"full-width braces", "summary:\n  - 销售额｛｛ sales ｝｝。\n"},
	{"full-width mapping", "summary:\n  - table: ｛rows: region｝\n"},
	{"full-width mapping, closed", "summary:\n  - table: ｛rows｝\n"},
	{"full-width list", "summary:\n  - table: {rows: region, columns: 【name，sales】}\n"},
	{"quotes inside quotes", "summary:\n  - \"{{ versus(sales, orders, \"订单\") }}\"\n"},
	{"call cut at its comma", "summary:\n  - table: {rows: region, columns: [name, of(sales, region = \"华东\"), sales.yoy]}\n"},
	{"call cut in a mapping", "summary:\n  - table:\n      rows: region\n      columns: [name, {figure: of(sales, region), title: 额}]\n"},
	{"full-width comma", "summary:\n  - figures: [销售额，转化率]\n"},
	{"ideographic comma", "summary:\n  - figures: [销售额、转化率]\n"},
	{"quotes that end too early", "summary:\n  - {items: problems}\n  - items: problems\n    where: \"高\" = severity\n"},
	{"commas in a number", "parameters:\n  limit: {type: number, default: 1,200,000}\n"},
	{"a date", "parameters:\n  day: {type: date, default: 2026-09-30}\n"},
	{"underscore in a number", "parameters:\n  limit: {type: number, default: 1_000}\n"},
	{"leading zero", "summary:\n  - table: {rows: region, columns: [name, sales], top: 017}\n"},
	{"hexadecimal", "parameters:\n  code: {type: text, default: 0x1F}\n"},
	{"quote not closed", "summary:\n  - heading: \"一\n    blocks: [method]\n"},
	{"single quote not closed", "summary:\n  - note: '说明\n"},
	{"quote not closed before other quotes", "summary:\n  - {items: 措施, where: 状态 in [\"延期\"],\n     lead: \"逾期}\n  - \"{{ 销售额 }}\"\n"},
	{"quote not closed in a mapping", "summary:\n  - {items: 措施, lead: \"逾期}\n  - note: %完成\n"},
	{"indent that fits nowhere", "summary:\n    - method\n  - gaps\n"},
	{"bracket not closed", "summary:\n  - figures: [sales, orders\n  - method\n"},
	{"bracket too many", "summary:\n  - figures: [sales, orders]]\n"},
	{"text behind a bar", "summary:\n  - |文字\n"},
	{"list behind other keys", "summary:\n  - heading: 一\n    blocks:\n      - method\n      when: sales\n"},
	{"backslash in double quotes", "summary:\n  - note: \"\\q\"\n"},
	{"line separator", "summary:\n  - note: 一\u2028二\r三\n"},
	{"no UTF-8", "summary:\n  - note: \xb0\n"},
	{"list inside a text in a mapping", "summary:\n  - {items: 措施, where: 状态 in [\"延期\", \"进行中\"], show: [负责人]}\n"},
	{"list inside a call in a list", "summary:\n  - figures: [销售额, 限定(销售额, 区域 in [\"华东\"]), 订单数]\n"},
	{"quotes inside quotes in a list", "summary:\n  - figures: [\"限定(销售额, 产品线 = \"滤芯与耗材\")\", 订单数]\n"},
	{"quotes that end too early in a mapping", "summary:\n  - {items: 问题, where: \"高\" = 严重程度, lead: \"重点\"}\n"},
	{"comma inside a text in a mapping", "summary:\n  - {items: 措施, where: 负责人 = \"甲, 乙\" 或 状态 in [\"延期\"], as: table}\n"},
	{"comma inside quotes beside another slip", "summary:\n  - {items: 措施, where: 负责人 = \"甲, 乙\"}\n  - note: %完成\n"},
	{"no space behind a colon in a mapping", "summary:\n  - table: {rows:区域, columns: [名称, 销售额], where：区域 = \"华东\"}\n  - {heading:甲, blocks: [method]}\n"},
	{"no space before a list in a mapping", "summary:\n  - table: {rows: 区域, columns:[名称, 销售额]}\n"},
	{"no space before a mapping", "parameters:\n  门槛:{type: percent, default: 90%}\nsummary:\n  - gaps:{as: lines}\n  - 表格：{rows: 区域}\n  - note:说明: 一\n"},
	{"no space before a text with a colon", "summary:\n  - heading:\"第一: 概述\"\n    blocks:[{items:措施, where:状态 in [\"延期\"]}, method]\n  - verdict:|\n      本期: {{ 销售量 }}，{{ [a: b] }}。\n  - gaps：{as: line}\n"},
	{"blocks in Chinese", "summary:\n  - 图表: {kind: bar, by: 区域, series: [销售额]}\n  - 表:\n      rows: 区域\n  - 说明: 客户反馈\n  - 甲乙: [销售额]\n"},
	{"single quotes inside quotes", "summary:\n  - figures: ['限定(销售额, 产品线 = '滤芯与耗材')', 转化律]\n  - {items: 措施, where: 状态 in ['延期']}\n"},
	{"colon in a text that goes on behind braces", "summary:\n  - 目标: {{ 销售额.目标 }}，完成\n  - 今年: 增长\n  - note: 说明\n"},
	{"colons in texts", "summary:\n  - 备注: {{ 销售额 }}\n  - 销售额: [[{{ 销售额 }}]]\n  - 今年的目标: 增长\n  - plan of the year: growth\n"},
	{"all that is wrong behind slips of YAML", "summary:\n  - heading:甲\n    blocks:\n      - 本期{{ 销售量 }}。\n      - **重点**{{ 订单量 }}。\n      - {items: 措施, where: 状态 in [延期], show: [负责仁]}\n      - figures: [\"限定(销售额, 产品线 = \"整机\", 一)\", 转化律]\n      - table: {rows: 区域, columns: [名称，销售额]}\n"},
	{"marks of full width in a mapping", "summary:\n  - table: {rows：区域，columns：[名称; 销售额、销量],sort: -销售额；top: 三}\n  - {note: \"客户反馈\"，default: 无}\n  - table: {rows: 区域, columns: [名称，{figure：毛利 / 销售额 * 100%，title：毛利率}]}\n"},
	{"a list without its key", "sections:\n  - heading: 销售\n    - 销售额{{ 销售额 }}\n    - 订单数{{ 订单数 }}\n"},
	{"a key in the place of an entry", "summary:\n  - when: 销售额.完成率 < 100%\n    - table: {rows: 区域, columns: [名称, 销售额]}\n"},
	{"a key too far in", "summary:\n  - table:\n      rows: 区域\n       columns:\n        - 名称\n       sort：-销售量\n"},
	{"a key below a text", "summary:\n  - \"销售额{{ 销售额 }}。\"\n    when: 销售额.完成率 < 100%\n"},
	{"good text with a key", "summary:\n  - text: \"销售额{{ 销售额 }}。\"\n    when: 销售额.完成率 < 100%\n"},
	{"no space behind the dash", "summary:\n  -销售额{{ 销售量 }}\n  -订单数{{ 订单数 }}\n"},
	{"no space behind a later dash", "summary:\n  - table:\n      rows: 区域\n      columns:\n        - 名称\n        -销售量\n      sort:\n        -销售额\n"},
	{"a body not indented", "summary:\n  - table:\n    id: t1\n    rows: 区域\n    columns: [名称, 销售量]\n    when: 销售额 > 0\n"},
	{"two blocks under a dash", "summary:\n  - table: {rows: 区域, columns: [名称, 销售额]}\n    chart:\n      kind: line\n"},
	{"lists without brackets", "summary:\n  - table: {rows: 区域, columns: '名称, 限定(销售额, 区域 = \"华东\")'}\n  - figures: 销售额，毛利\n  - {items: 措施, show: 负责人、时限}\n"},
	{"keys in Chinese", "标题: 甲\nsummary:\n  - table: {行: 区域, 列: [名称, 销售额], 标题: 各区域, 条件: 销售额 > 0, 排序: -销售额, 合计: true}\n    条件: 销售额 > 0\n  - chart: {类型: bar, 维度: 区域, 序列: [销售额], 图题: 甲}\n"},
	{"orders in words", "summary:\n  - table: {rows: 区域, columns: [名称, 销售额], sort: 销售额 降序}\n  - table: {rows: 区域, columns: [名称, 销售额], sort: -销售额从小到大}\n"},
	{"parts without keys", "summary:\n  - table: {rows: 区域, columns: [名称, 毛利率: 毛利 / 销售额 * 100%]}\n  - table: {rows: 区域, columns: {产品线: 销售额}}\n  - table: {rows: 区域, columns: [名称, {by: 产品线, figure: 销售额}]}\n  - table: {rows: [区域, 产品线], columns: [名称, 销售额]}\n  - chart: {kind: line, by: 区域, series: [本期: 销售额]}\n"},
	{"good tabs behind colons", "summary:\n  - heading:\t甲\n    blocks:\t[method]\n  - {heading:\t乙, blocks:\t[gaps]}\n"},
	{"tabs behind colons beside a slip", "summary:\n  - heading:\t甲\n    blocks:\t[method]\n  - note: %完成\n"},
	{"good texts of several lines", "summary:\n  - This is a long text whose next line is\n    note:see below, and\n    rows：甲\n    table：不是键。\n  - note: 第一行\n      title:x。\n"},
	{"good marks in texts in braces", "summary:\n  - table: {rows: 区域, columns: [名称, 销售额], caption: 甲；note：乙}\n  - table: {rows: [销售额, 订单数], columns: [名称, 数值], caption: 甲；note：乙}\n  - table: {rows: 区域, columns: [名称, 销售额], caption: 甲，rows：乙}\n"},
	{"good marks in entries of a list", "parameters:\n  甲: {type: list, default: [甲、乙, 丙]}\nsummary: [销售稳步增长，结构改善。, 第二段。]\nsections:\n  - {heading: 一, blocks: [{callout: [提示：请注意；别忘了。, \"甲：乙。\"]}]}\n"},
	{"a single entry with marks", "summary: [销售稳步增长，结构改善。]\n"},
	{"marks in figures", "summary:\n  - figures: [销售额，毛利, 订单数]\n"},
	{"keys that are taken for texts", "summary:\n  - {table: {rows：区域，columns：销售额, where:销售额 > 0}}\n  - table: {caption: 甲，rows：区域, columns: [名称, 销售额]}\n"},
	{"dashes that are taken for minus signs", "summary:\n  - figures:\n      -销售额\n      -毛利\n"},
	{"good quoted words", "summary:\n  - \"no\"\n  - 'note'\n"},
	{"a block's name alone", "summary:\n  - items\n"},
	{"good titles of marks", "summary:\n  - {heading: '---', blocks: [method]}\n  - {heading: \"……\", blocks: [gaps]}\n"},
	{"good line before the template", "# 说明\n%YAML 1.1\n---\n%s"},
	{"another version of YAML", "# 说明\n%YAML 1.2\n---\n%s"},
	{"a slip below a line of dashes", "---\n%ssummary:\n  - note: %完成\n"},
	{"good comments", "summary:  # 首页\n  - method # bare\n  - heading: 第一章  # 说明\n    blocks: [gaps]  # 缺口\n  # 末尾\n"},
}

func TestTraps(t *testing.T) {
	const head = "schema: channelreport/template/v1\nid: t\nlocale: zh-CN\ntitle: 标题\n"
	var b strings.Builder
	for _, trap := range traps {
		before, text, ok := strings.Cut(trap.text, "%s")
		if !ok {
			before, text = "", before
		}
		_, err := Parse(fstest.MapFS{"t.yaml": {Data: []byte(before + head + text)}}, "t.yaml")
		problems := source.Problems(err)
		fmt.Fprintf(&b, "# %s\n", trap.name)
		for _, p := range problems {
			fmt.Fprintf(&b, "%s\n%s\n", p.Error(), p.In("zh-CN"))
			if s := p.Snippet(); s != "" {
				fmt.Fprintln(&b, s)
			}
		}
		if good := strings.HasPrefix(trap.name, "good "); good == (len(problems) > 0) {
			t.Errorf("%s: %d problems", trap.name, len(problems))
		}
		b.WriteString("\n")
	}
	golden.Compare(t, "traps.problems.txt", []byte(b.String()))
}

// Fits reports whether a message's formats take its operands, in both
// languages. Operands that repeat the author's text may themselves hold what
// fmt writes for a misfit, so others of their kind stand for them.
func Fits(p *source.Error) bool {
	operands := make([]any, len(p.Args))
	for i, a := range p.Args {
		switch a.(type) {
		case string:
			operands[i] = "x"
		case error:
			operands[i] = errors.New("x")
		default:
			operands[i] = a
		}
	}
	en, zh := p.Message.In("en", operands...), p.Message.In("zh-CN", operands...)
	return en != "" && zh != "" && !strings.Contains(en+zh, "%!")
}

// Whatever a file holds, Parse says what is wrong with it at places that exist,
// and never panics.
func FuzzParse(f *testing.F) {
	const head = "schema: channelreport/template/v1\nid: t\nlocale: zh-CN\ntitle: 标题\n"
	for _, trap := range traps {
		f.Add(head + trap.text)
	}
	for _, name := range []string{"performance-review.zh-CN.yaml"} {
		text, err := templates.FS.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, err := Parse(fstest.MapFS{"t.yaml": {Data: []byte(text)}}, "t.yaml")
		lines := newTextFile("t.yaml", text).lines
		if err != nil && len(source.Problems(err)) == 0 {
			t.Fatalf("an error that is no list of problems: %v", err)
		}
		for _, p := range source.Problems(err) {
			at := p.Position
			if at.File != "t.yaml" || at.Line < 0 || at.Line > len(lines) || at.Column < 0 || at.Line > 0 && at.Column > len(lines[at.Line-1])+1 {
				t.Errorf("%v: no such place", p)
			}
			if !Fits(p) {
				t.Errorf("%v: the message does not fit its operands", p)
			}
		}
	})
}

// What is only doubtful is a warning, in the template and in each report.
func TestDoubts(t *testing.T) {
	var b strings.Builder
	for _, tag := range []string{"zh-CN", "en"} {
		file := "doubts." + tag + ".yaml"
		template, err := Parse(os.DirFS("testdata"), file)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range template.Warnings() {
			fmt.Fprintf(&b, "%s\n%s\n%s\n", p.Error(), p.In("zh-CN"), p.Snippet())
		}
	}
	golden.Compare(t, "doubts.problems.txt", []byte(b.String()))
}
