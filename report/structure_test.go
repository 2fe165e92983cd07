package report_test

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/markdown"
	"example.com/channelreport/testdata"
)

// Each block and each option of tables and charts, over the sample book.
func TestStructure(t *testing.T) {
	const zh = `
schema: channelreport/template/v1
id: structure
locale: zh-CN
title: "{{ period }}"
summary:
  - sign_off
  - decisions: {top: 2, lead: 提请决定}
  - {sign_off: true, when: not problems}
  - note: 总体评价
  - {note: 没有写, default: "{{ period }}没有补充说明。"}
  - {note: 也没有写}
sections:
  - heading: 事项
    blocks:
      - {items: goals, as: table, show: [owner, due, evidence], lead: 目标一览}
      - heading: "{{ title }}"
        each: measures
        where: effects or aim
        blocks:
          - {evidence: effects, lead: 成效}
          - {evidence: aim, lead: 目标}
          - "[[目标：{{ aim }}。]]"
      - heading: 依据
        each: problems
        when: evidence
        blocks:
          - {evidence: evidence, empty: 没有依据。}
      - table: {rows: resources, where: class = "资金", columns: [title, amount, increase, state], total: true}
      - callout:
          - items: outlook
        title: 下一步
        tone: good
  - heading: 表
    blocks:
      - table: {rows: region, columns: {by: product_line, figure: sales}, total: true, top: 3, sort: -sales, unit: 亿元}
      - table: {rows: city_tier, columns: {by: quarter, figure: sales}}
      - table: {rows: quarter, window: 5, columns: [name, sales, {figure: sales.yoy, tone: false, title: 增长}]}
      - table: {rows: month, columns: [name, sales, sales.yoy], total: true}
      - table: {rows: [sales, orders, cac, trainings], columns: [name, value, target, budget], top: 3}
      - table: {rows: [sales, conversion_rate, cac, input_output, coverage_rate, trainings], where: attainment < 100%, sort: attainment, columns: [name, value, attainment]}
  - heading: 图
    blocks:
      - chart: {kind: line, by: quarter, window: 5, caption: 近五个季度, series: [sales, {figure: sales.budget, role: plan}]}
      - chart: {kind: bar, by: partner_type, caption: 各类伙伴, series: [sales, {figure: sales.year_ago, role: previous}]}
  - heading: 只剩缺口
    empty: 本期没有预算数据。
    blocks: ["{{ sales.budget }}。"]
appendix:
  - heading: 其他
    blocks:
      - notes
      - gaps: {as: line}
`
	golden.Compare(t, "structure.zh-CN.txt", dump(t, document(t, sample(t), channel.Quarter(2026, 3), zh)))
	const en = `
schema: channelreport/template/v1
id: structure
locale: en
title: "{{ period }}"
summary: [sign_off, {decisions: {top: 1}}]
sections:
  - heading: Items
    blocks:
      - {each: measures, where: effects or aim, blocks: [{evidence: effects}, {evidence: aim}]}
      - {each: problems, blocks: [{evidence: evidence}]}
      - table: {rows: region, columns: {by: quarter, figure: sales}, unit: million, caption: By quarter}
      - table: {rows: region, columns: [name, sales, sales.share], total: true}
      - gaps: {as: line}
`
	golden.Compare(t, "structure.en.txt", dump(t, document(t, sample(t), channel.Half(2026, 1), en)))
}

// A book over the sample's whose notes or items are other ones.
func with(t *testing.T, files map[string]string) *channel.Book {
	t.Helper()
	fsys := fstest.MapFS{}
	sample := testdata.Sample()
	err := fs.WalkDir(sample, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(sample, path)
		fsys[path] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	book, err := channel.Open(context.Background(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

const smallTemplate = "schema: channelreport/template/v1\nid: t\nlocale: en\ntitle: t\n"

// run makes a report and returns it with its problems, if it has any.
func run(t *testing.T, book *channel.Book, template string, o report.Options) (*doc.Document, source.List) {
	t.Helper()
	parsed, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(template)}}, "t.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r, err := parsed.Run(context.Background(), book, channel.Quarter(2026, 3), o)
	if err != nil {
		return nil, source.Problems(err)
	}
	d, err := r.Document(context.Background())
	return d, source.Problems(err)
}

// texts are problems as users see them, in both languages.
func texts(list source.List) string {
	var b strings.Builder
	for _, e := range list {
		b.WriteString(e.Error() + "\n" + e.In("zh-CN") + "\n")
	}
	return b.String()
}

// What an item rests on is checked when a report is run, at its place in the
// book.
func TestEvidenceProblems(t *testing.T) {
	book := with(t, map[string]string{"items-2026-Q3.yaml": `schema: channelreport/items/v1
period: 2026-Q3
problems:
  - id: P1
    title: 一
    evidence: [sals, {figure: sales, scope: 'regio = "东北"'}, {figure: "sales +"}]
measures:
  - id: A1
    title: 二
    status: 计划
    aim: [{figure: conversion_rate, at_least: 21}]
    effects: [{figure: approval_days, from: 5%, to: sales}]
`})
	_, problems := run(t, book, smallTemplate, report.Options{})
	golden.Compare(t, "evidence.problems.txt", []byte(texts(problems)))
}

// A note that must be there is an error in a final report and a warning in a
// draft.
func TestRequiredNote(t *testing.T) {
	const template = smallTemplate + "summary: [{note: 总体评价}, {note: 客户反馈}, {note: 客户反馈意见}, {note: outlook, required: true}, {verdict: \"{{ period }} was a period of which there is so much to say that nobody who has only a minute will read this verdict to its end.\"}]\n"
	d, problems := run(t, sample(t), template, report.Options{})
	if problems != nil {
		t.Fatal(problems)
	}
	var list source.List
	for _, w := range d.Warnings {
		if strings.HasPrefix(w.Message.Code, "note-") || w.Message.Code == "long-verdict" {
			list.Add(w)
		}
	}
	_, problems = run(t, sample(t), template, report.Options{Status: doc.Final})
	golden.Compare(t, "notes.problems.txt", []byte(texts(list)+"final:\n"+texts(problems)))
}

// A table says what it shows: which rows top keeps, what a total holds beside
// them, what a column computes; and a change of nearly nothing reads so.
func TestWhatTablesSay(t *testing.T) {
	var out strings.Builder
	for _, locale := range []string{"zh-CN", "en"} {
		template := strings.Replace(smallTemplate, "locale: en", "locale: "+locale, 1) + `summary:
  - table: {rows: region, columns: [name, sales, gross_profit / sales * 100%], top: 2}
  - table: {rows: month, columns: [name, sales], top: 2}
  - table: {rows: region, columns: [name, sales.share, sales.rank], where: sales.share > 15%, total: true}
  - table: {rows: region, columns: [name, 'sales / report.sales * 100%', sales.share], sort: -sales, top: 2, total: true}
  - table: {rows: region, columns: {by: product_line, figure: sales.share}, sort: -sales, top: 1, total: true}
  - table: {rows: [rebate_rate], columns: [name, value, year_ago, yoy]}
appendix: [method]
`
		d, problems := run(t, sample(t), template, report.Options{})
		if problems != nil {
			t.Fatal(problems)
		}
		if err := markdown.Render(context.Background(), &out, d); err != nil {
			t.Fatal(err)
		}
		for _, w := range d.Warnings {
			if w.Position.File == "t.yaml" {
				out.WriteString("\n" + w.In(locale) + "\n")
			}
		}
	}
	golden.Compare(t, "tables.problems.txt", []byte(out.String()))
}

// What of, at and report restrict a figure to is in its name wherever it is
// named, and the base words are those of the period that at asks for.
func TestNamesOfParts(t *testing.T) {
	var out strings.Builder
	for _, locale := range []string{"zh-CN", "en"} {
		template := strings.Replace(smallTemplate, "locale: en", "locale: "+locale, 1) + `summary:
  - figures: [sales, 'of(sales, region = "华东")', 'at(sales, "2026-Q2")', 'of(sales / orders, region in ["华东", "华南"])', report.sales]
  - chart: {kind: line, by: month, series: [sales, 'of(sales, region <> "华东")']}
  - |
    {{ drivers(region, of(sales, product_line = "空气净化器")) }}.

    {{ met_figures(sales, of(sales, region = "华东"), at(sales, "2026-Q1")) }}.

    {{ leaders(region, at(sales, "2025-Q1"), 1) }}.

    {{ met(region, at(sales, "2026-08")) }}.

    {{ join([sales, of(sales, region = "华东" and city_tier <> "一线")]) }}.

    {{ name(of(sales.yoy, not (region = "华东" or region = "华南"))) }}.

    A {{ of(sales.budget, region <> "华东") }}.

    B {{ of(sales.budget, region not in ["华东", "华南"] and city_tier = "一线") }}.

    C {{ pop(at(sales, "2026-08")) }}.

    D {{ growth(at(sales, "2026-H1")) }}.

    E {{ pop(at(sales, "2025")) }}.

    F {{ growth(of(at(sales, "2026"), region = "华东")) }}.
`
		d, problems := run(t, sample(t), template, report.Options{})
		if problems != nil {
			t.Fatal(problems)
		}
		if err := markdown.Render(context.Background(), &out, d); err != nil {
			t.Fatal(err)
		}
	}
	golden.Compare(t, "parts_named.md", []byte(out.String()))
}

// What people write is looked at: placeholders, numbers typed by hand, last
// period's words. A final report may not hold a placeholder.
func TestWritten(t *testing.T) {
	book := with(t, map[string]string{
		"items-2026-Q3.yaml": `schema: channelreport/items/v1
period: 2026-Q3
problems:
  - id: P1
    title: 某某区销售下滑
    text: >-
      销售额为 1,234.5万元，同比下降12%，涉及A1和XXL两种规格；
      自2026年8月31日起，第3家门店停业，TODO。
    evidence: [{title: 待补充}]
  - id: P2
    title: 乙
    text: "{{ sales }}万元比上年多，XX"
    impact: 占**六成**。同比增长{{ sales.yoy }}。
`,
		"notes/2026-Q2.md": "---\nperiod: 2026-Q2\n---\n\n## 总体评价\n\n业务  平稳。\n\n## 结语\n\n感谢。\n",
		"notes/2026-Q3.md": "---\nperiod: 2026-Q3\n---\n\n## 总体评价\n\n业务\n平稳。\n\n## 结语\n\n感谢××部门，增长3.5倍。\n毛利环比{{ pop(gross_profit) }}。\n",
	})
	const template = smallTemplate + "summary: [{items: problems}, {note: 总体评价}, {note: 结语}, \"TBD: {{ sales }}\"]\n"
	d, problems := run(t, book, template, report.Options{})
	if problems != nil {
		t.Fatal(problems)
	}
	_, final := run(t, book, template, report.Options{Status: doc.Final})
	golden.Compare(t, "written.problems.txt", []byte(texts(d.Warnings)+"final:\n"+texts(final)))
}

// A report has a size and a time to be written in.
func TestBudget(t *testing.T) {
	const template = smallTemplate + "summary:\n  - {each: problems, blocks: [\"{{ title }}\"]}\n  - table: {rows: region, columns: [name, sales]}\n"
	_, blocks := run(t, sample(t), template, report.Options{MaxBlocks: 3})
	_, cells := run(t, sample(t), template, report.Options{MaxCells: 5})
	golden.Compare(t, "budget.problems.txt", []byte(texts(blocks)+texts(cells)))
	ctx, cancel := context.WithCancel(context.Background())
	parsed, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(template)}}, "t.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r, err := parsed.Run(ctx, sample(t), channel.Quarter(2026, 3), report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := r.Document(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled report: %v", err)
	}
}
