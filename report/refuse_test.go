package report_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report"
	"example.com/channelreport/report/doc"
)

// What the language refuses in a condition, with the offset and the whole text:
// the table of phrases' section on refused expressions, and what only a report
// can know.
func TestConditionsRefused(t *testing.T) {
	tests := []struct {
		expr   string
		column int // of the first character, from 1
		want   string
	}{
		{"销售额>0且目标>0", 6, "put spaces around 且 [glued-keyword]"},
		{"2026-12-31", 1, `2026-12-31 would be a subtraction; write date("2026-12-31") or "2026-12-31" [bare-date]`},
		{"due < 2026-12-31", 7, `2026-12-31 would be a subtraction; write date("2026-12-31") or "2026-12-31" [bare-date]`},
		{"sales.yoy(1)", 7, "write yoy(…) around the figure, not behind it [method-call]"},
		{"sals", 1, `unknown name "sals"; did you mean "sales"? [unknown-name]`},
		{"sales.yoyo", 7, `unknown aspect "yoyo" of sales; did you mean "yoy"? [unknown-aspect]`},
		{"yoyy(sales)", 1, `unknown function "yoyy"; did you mean "yoy"? [unknown-function]`},
		{"severity = \"高", 12, "string is not closed [unclosed-string]"},
		{"1 < sales < 5", 11, "comparisons do not chain; join them with and (且) [chained-comparison]"},
		{"sales sales", 7, "unexpected sales [unexpected]"},
		{"非核心", 1, `unknown name "非核心"; put spaces around 非 [glued-keyword]`},
		{"sales..yoy", 7, "expected an aspect after the point [expected-aspect]"},
		{"of(sales region)", 10, "expected , or ), found region [expected]"},
		{"sales % ", 7, `unexpected "%" [unexpected]`},
		{"3天", 2, "put a space after the number [glued-number]"},
		{"sales.attainment > 90", 20, "a percentage is compared with a percentage, such as 15% [percent-wanted]"},
		{"input_output > 1", 1, "cannot compare a ratio a : b with a number [type-mismatch]"},
		{"sales > orders", 1, "cannot compare money with a count [type-mismatch]"},
		{"sales > 100万 且 订单数 > “十”", 16, "cannot compare a count with a text [type-mismatch]"},
		{"yoy(problems)", 5, "expected a figure, found a list of items [type-mismatch]"},
		{"problems.severity > 3", 1, "cannot compare a list with a number [type-mismatch]"},
	}
	for _, tt := range tests {
		text := "schema: channelreport/template/v1\nid: t\nlocale: en\ntitle: t\nsections:\n  - heading: h\n    when: |\n      " + tt.expr + "\n    blocks: [text]\n"
		_, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(text)}}, "t.yaml")
		problems := source.Problems(err)
		if len(problems) == 0 {
			t.Errorf("%s is accepted", tt.expr)
			continue
		}
		p := problems[0]
		if _, got, _ := strings.Cut(p.Error(), "sections[0].when: "); got != tt.want || p.Position.Column != 6+tt.column {
			t.Errorf("%s\ngot  %d: %s\nwant %d: %s", tt.expr, p.Position.Column-6, got, tt.column, tt.want)
		}
	}
}

// Slips of a Chinese input method are no errors.
func TestFullWidthForms(t *testing.T) {
	forms := []string{
		`sales.attainment >= 98% and region != "华东"`, `销售额。完成率≥98％ 且 区域≠“华东”`, `（销售额.完成率》＝９８％） 且 非 （区域＝'华东'）`,
		`not (region in ["华东"]) and sales.attainment >= 98%`, `区域 不属于 【“华东”】 且 销售额.完成率 ≥ 98%`,
	}
	var first string
	for i, form := range forms {
		d := document(t, sample(t), channel.Quarter(2026, 3), "schema: channelreport/template/v1\nid: t\nlocale: zh-CN\ntitle: t\nsummary:\n"+
			"  - table:\n      rows: 区域\n      where: |\n        "+form+"\n      columns: [名称, 销售额, 销售额.完成率]\n")
		got := string(dump(t, d))
		got = got[strings.Index(got, "summary"):strings.Index(got, "provenance")]
		if i == 0 {
			first = got
		} else if got != first {
			t.Errorf("%s\n%s\nas against\n%s", form, got, first)
		}
	}
}

// Parameters of every type are set for one report, by text.
func TestParameters(t *testing.T) {
	const text = `
schema: channelreport/template/v1
id: t
locale: zh-CN
title: "{{ word }}"
parameters:
  top: {type: integer, default: 2, min: 1, max: 5}
  bar: {type: percent, default: 98%}
  floor: {type: number, default: 100万}
  word: {type: text, default: 高}
  tiers: {type: list, default: [一线, 二线]}
  until: {type: date, default: "2026-12-31"}
  all: {type: boolean, default: "false"}
summary:
  - table: {rows: region, where: sales.attainment > bar and sales > floor, columns: [name, sales], sort: -sales, top: top}
  - "{{ join(tiers) }}城市{{ of(sales, city_tier in tiers) }}；{{ until }}前到期{{ count(where(measures, due <= until)) }}项，{{ word }}级问题{{ count(where(problems, severity = word)) }}个，每单{{ bar }}、{{ top }}。"
sections:
  - heading: 全部
    when: all
    empty: drop
    blocks: [全部列出。]
`
	template, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(text)}}, "t.yaml")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		params   map[string]string
		rows     int
		sentence string
		sections int
	}{
		{nil, 2, "一线和二线城市11,901.4万元；2026年12月31日前到期8项，高级问题2个，每单98%、2。", 0},
		{map[string]string{"top": "4", "bar": "95%", "tiers": "三线", "until": "2026-10-31", "word": "medium", "all": "true", "floor": "-5"},
			4, "三线城市2,544.9万元；2026年10月31日前到期3项，medium级问题3个，每单95%、4。", 1},
		{map[string]string{"tiers": "[一线、 三线]"}, 2, "一线和三线城市8,060.0万元；2026年12月31日前到期8项，高级问题2个，每单98%、2。", 0},
	}
	for _, tt := range tests {
		run, err := template.Run(context.Background(), sample(t), channel.Quarter(2026, 3), report.Options{Params: tt.params})
		if err != nil {
			t.Errorf("%v: %v", tt.params, err)
			continue
		}
		d, err := run.Document(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		table, paragraph := d.Summary[0].(*doc.Table), d.Summary[1].(*doc.Paragraph)
		rows := 0
		for _, r := range table.Rows {
			if r.Kind == doc.DataRow {
				rows++
			}
		}
		if got := doc.PlainText(paragraph.Inlines); got != tt.sentence || rows != tt.rows || len(d.Sections) != tt.sections {
			t.Errorf("%v: %d rows, %d sections, %s", tt.params, rows, len(d.Sections), got)
		}
	}
	for set, want := range map[[2]string]string{
		{"bar", "90"}:           `-set bar=90: parameter bar: expected a percentage, found "90" [bad-parameter]`,
		{"floor", "5%"}:         `-set floor=5%: parameter floor: expected a number, found "5%" [bad-parameter]`,
		{"until", "2026-13-01"}: `-set until=2026-13-01: parameter until: expected a date, found "2026-13-01" [bad-parameter]`,
		{"all", "yes"}:          `-set all=yes: parameter all: expected true or false, found "yes" [bad-parameter]`,
		{"tiers", "[]"}:         `-set tiers=[]: parameter tiers: expected a list, found "[]" [bad-parameter]`,
		{"top", "2.5"}:          `-set top=2.5: parameter top: expected a whole number, found "2.5" [bad-parameter]`,
		{"word", "极高"}:          `"极高" is no value of severity; one of: 高, 中, 低; did you mean "高"? [unknown-value]`,
	} {
		_, err := template.Run(context.Background(), sample(t), channel.Quarter(2026, 3), report.Options{Params: map[string]string{set[0]: set[1]}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: got %v, want %s", set, err, want)
		}
	}
}

// A value that no fact of the book has in any period is probably misspelt, and
// would only look like missing data. One that another period has is none such,
// nor is any of a dimension that the book does not record.
func TestValuesNobodyHas(t *testing.T) {
	book, err := channel.Open(context.Background(), fstest.MapFS{
		"book.yaml":        {Data: []byte("schema: channelreport/book/v1\norganization: 示例公司（虚构）\ncurrency: CNY\n")},
		"partners.csv":     {Data: []byte("partner_id,partner_name,partner_type,region\nP1,示例甲商贸,线下经销商,华东\nP2,示例乙网络,线上代理商,华南\n")},
		"sales.csv":        {Data: []byte("date,partner_id,amount\n2025-08-10,P2,2000000\n2026-07-10,P1,1500000\n")},
		"items.yaml":       {Data: []byte("schema: channelreport/items/v1\nperiod: 2026-Q3\nmeasures:\n  - id: M1\n    title: 示例\n    effects: [{figure: sales, scope: 'region = \"华东区域\"'}]\n")},
		"notes/2026-Q3.md": {Data: []byte("---\nperiod: 2026-Q3\nauthor: 示例\ndate: \"2026-09-30\"\n---\n\n## 说明\n\n华冬{{ 限定(销售额, 区域 = \"华冬\") }}。\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	d, _ := run(t, book, `
schema: channelreport/template/v1
id: t
locale: zh-CN
title: 标题
parameters:
  types: {type: list, default: [线下经消商, 线上代理商]}
parts:
  twice:
    - 使用两次的{{ 限定(销售额, 区域 = "华西南") }}。
summary:
  - 线下{{ 限定(销售额, "线下经消商" = 伙伴类型 且 区域 属于 ["华东", "华南"]) }}。
  - 两类{{ 限定(销售额, 伙伴类型 属于 types) }}[[；一线{{ 限定(订单数, 城市级别 = "一线") }}]]。
  - table: {rows: 伙伴, columns: [名称, 销售额], where: '伙伴 = "示例乙网络" 或 区域 不属于 ["东北", "未注明"]'}
  - table: {rows: 区域, columns: [名称, 销售额], where: '名称 = "华东大区" 或 名称 属于 ["华南", "未注明"]'}
  - table: {rows: 伙伴, columns: [名称, 销售额], where: '名称 = "示例乙网络"'}
  - table: {rows: 月份, columns: [名称, 销售额], where: '月份 != "2026-08"'}
  - use: twice
  - use: twice
  - note: 说明
`, report.Options{})
	var b strings.Builder
	for _, w := range d.Warnings {
		if w.Message.Code == "unused-group" {
			fmt.Fprintf(&b, "%s\n%s\n%s\n", w.Error(), w.In("zh-CN"), w.Snippet())
		}
	}
	golden.Compare(t, "values.problems.txt", []byte(b.String()))
}
