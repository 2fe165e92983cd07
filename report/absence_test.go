package report_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report"
)

// What the absence of figures, texts and items leaves in a report, and that
// data is printed as it is, which a template's text and an author's is not.
const absenceTemplate = `
schema: channelreport/template/v1
id: absence
locale: zh-CN
title: "{{ organization }}[[预算{{ sales.budget }}]]"
parameters:
  who: {type: text, default: "**甲**"}
  limit: {type: number, default: 3万元}
summary:
  - "**{{ organization }}**{{ who }}{{ \"**乙**\" }}：{{ 3万元 }}、{{ 3.5万元 }}、{{ limit }}。"
sections:
  - heading: "预算[[{{ sales.budget }}]]"
    when: period = "2026-Q2" and next_period in ["2026-Q3"] and not (period = "2026-Q3") and period = "2026-04-01/2026-06-30"
    blocks:
      - "没有句号的一行\n获客成本{{ cac }}。"
      - "用逗号的一行，\n获客成本{{ cac }}。"
  - heading: 只有缺口
    each: problems
    blocks: ["{{ text }}", "**{{ title }}**[[（{{ impact }}）]]：{{ text }}。"]
  - heading: 列表
    blocks:
      - {items: problems, show: [impact]}
      - {items: problems, as: paragraphs, show: [impact]}
      - table: {rows: problems, columns: [title, text, impact]}
      - {items: measures, show: [owner]}
      - "[[销售额{{ sales.budget }}，]]渠道{{ item('P1').title }}[[，同比{{ item('P9').title }}]][[，{{ item('2026-Q1/P1').title }}]]。"
      - "[[销售额{{ sales }}，]]{{ yoy(sales) }}。"
`

func TestAbsence(t *testing.T) {
	book, err := channel.Open(context.Background(), fstest.MapFS{
		"book.yaml": {Data: []byte("schema: channelreport/book/v1\norganization: \"**虚构** 公司\"\ncurrency: CNY\n")},
		"sales.csv": {Data: []byte("date,amount\n2026-04-01,1000000\n2026-06-30,0\n")},
		"items.yaml": {Data: []byte(`schema: channelreport/items/v1
period: 2026-Q2
problems:
  - {id: P1, title: "**一**题", text: "预算{{ sales.budget }}。", impact: "成本{{ cac }}。"}
  - {id: P2, title: 二, text: "第一段{{ sales }}。\n\n第二段，没有句号", impact: 很大}
  - {id: P3, title: 三}
measures:
  - {id: M1, title: 四, owner: "**甲**", text: "预算{{ sales.budget }}"}
`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	template, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(absenceTemplate)}}, "t.yaml")
	if err != nil {
		t.Fatal(err)
	}
	run, err := template.Run(context.Background(), book, channel.Quarter(2026, 2), report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := run.Document(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "absence.txt", dump(t, d))
	var b strings.Builder
	for _, w := range d.Warnings {
		fmt.Fprintf(&b, "%s\n%s\n", w.Error(), w.In("zh-CN"))
	}
	golden.Compare(t, "absence.problems.txt", []byte(b.String()))
}
