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

const authorTemplate = `
schema: channelreport/template/v1
id: author
locale: zh-CN
title: 文字
parameters: {top: {type: integer, default: 3}}
sections:
  - heading: "{{ title }}"
    each: problems
    blocks:
      - |
        {{ text }}
      - |
        {{ text }}
        [[影响：{{ impact }}。]]
      - {items: symptoms, as: paragraphs}
      - evidence: evidence
      - table: {rows: causes, columns: [title, text]}
  - heading: 说明
    blocks:
      - note: 总体
`

func authorBook(t *testing.T, items, note string) *channel.Book {
	t.Helper()
	book, err := channel.Open(context.Background(), fstest.MapFS{
		"book.yaml":        {Data: []byte("schema: channelreport/book/v1\norganization: 虚构公司\ncurrency: CNY\n")},
		"sales.csv":        {Data: []byte("date,region,amount\n2026-04-01,华东,1000000\n2026-04-02,华南,500000\n2026-07-01,华东,1500000\n2026-07-02,华南,400000\n")},
		"items.yaml":       {Data: []byte("schema: channelreport/items/v1\nperiod: 2026-Q2\n" + items)},
		"notes/2026-Q3.md": {Data: []byte("---\nperiod: 2026-Q3\n---\n\n## 总体\n\n" + note)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// An author's text speaks of its own period wherever it is printed; its lines
// join, its sentences go one by one, and its last mark yields to the
// template's.
func TestAuthorText(t *testing.T) {
	book := authorBook(t, `
problems:
  - id: P1
    title: 销售集中
    severity: 高
    text: |
      {{ period }}华东销售额{{ of(sales, region = "华东") }}，
      占渠道的[[{{ of(sales, region = "华东") / sales * 100% }}]]。获客成本{{ cac }}。
      严重程度**{{ severity }}**（共{{ count(problems) }}项）！

      第二段写{{ 销售额 }}。
    impact: 渠道销售额只有{{ sales }}。
    symptoms:
      - title: 表现一
        text: 同比[[{{ sales.yoy }}]]，渠道销售额为{{ sales }}。转化率{{ conversion_rate }}。
    evidence:
      - {figure: sales, scope: 'region = "华东"', claim: 贡献最大}
      - {figure: sales, claim: 稳步增长}
      - {figure: cac, claim: 增长}
    causes:
      - {title: 根因一, text: "{{ item(\"P1\").title }}，另见{{ count(problems.causes) }}项根因。"}
`, "本期{{ period }}销售额{{ sales }}[[，{{ pop(sales) }}]]。\n销售额[[{{ claim(\"环比增长\", sales) }}]]，\n转化率{{ conversion_rate }}。\n\n没有可说的{{ cac }}。\n")
	template, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(authorTemplate)}}, "t.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range []channel.Period{channel.Quarter(2026, 2), channel.Quarter(2026, 3)} {
		run, err := template.Run(context.Background(), book, p, report.Options{})
		if err != nil {
			t.Fatal(err)
		}
		d, err := run.Document(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		b.Write(dump(t, d))
	}
	golden.Compare(t, "author.txt", []byte(b.String()))
	if strings.Contains(b.String(), "{{") {
		t.Error("an expression was printed")
	}
}

// In a cell of a table every line is a paragraph.
func TestCellParagraphs(t *testing.T) {
	book, err := channel.Open(context.Background(), fstest.MapFS{
		"book.yaml": {Data: []byte("schema: channelreport/book/v1\norganization: 虚构公司\ncurrency: CNY\n")},
		"sales.csv": {Data: []byte("date,amount\n2026-04-01,1000000\n2026-06-30,0\n")},
		"items.csv": {Data: []byte("period,kind,id,title,text,impact\n2026-Q2,problem,P1,标题,\"第一段{{ sales }}。\n第二段。\",\"甲\n乙\"\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	d := document(t, book, channel.Quarter(2026, 2), "schema: channelreport/template/v1\nid: t\nlocale: zh-CN\ntitle: t\nsummary:\n  - each: problems\n    blocks: [\"{{ text }}\", \"{{ impact }}\"]\n")
	var got []string
	for _, b := range d.Summary {
		got = append(got, doc.PlainText(b.(*doc.Paragraph).Inlines))
	}
	if want := "第一段100.0万元。|第二段。|甲|乙"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What is wrong in an author's text is an error at its place in the book.
func TestAuthorProblems(t *testing.T) {
	book := authorBook(t, `
problems:
  - id: P1
    title: 销售集中
    text: |
      华东{{ sals }}，{{ top }}。
      增长{{ sales.yoyo }}[[未关。
  - id: P2
    title: 二
    impact: "转义\"{{ yoy(problems) }}"
    symptoms: [{title: 一, text: "{{ claim(\"稳步成长\", sales) }}"}]
    evidence: [{figure: sales, claim: 稳步成长}, {figure: sales, claim: 高于}, {figure: input_output, claim: 达到目标}]
    causes: [{title: 二, text: '{{ ref("none") }}'}]
initiatives: [{title: 项目, moves: [sales, 转化率, conversion]}]
`, "一行。\n两行{{ 销售 }}。\n\n{{ partner.name }}。\n")
	template, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(authorTemplate)}}, "t.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range []channel.Period{channel.Quarter(2026, 2), channel.Quarter(2026, 3)} {
		_, err = template.Run(context.Background(), book, p, report.Options{})
		for _, e := range source.Problems(err) {
			fmt.Fprintf(&b, "%s\n%s\n", e.Error(), e.In("zh-CN"))
		}
	}
	golden.Compare(t, "author.problems.txt", []byte(b.String()))
}
