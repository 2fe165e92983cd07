package report_test

import (
	"bytes"
	"context"
	"math/big"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/markdown"
)

const scorecard = `
schema: channelreport/template/v1
id: scorecard
locale: zh-CN
scope: partner
title: "{{ partner.name }}{{ period }}合作评估"
numbering: decimal
parameters:
  cap: {type: percent, default: 120%}
indicators:
  - id: partner_score
    name: {zh: 综合得分, en: Overall score}
    formula: 60 * min(sales.attainment, cap) + 40 * min(satisfaction.attainment, cap)
    unit: score
    max: 100 * cap
    better: up
parts:
  basics:
    - |
      [[类型为{{ partner.partner_type }}]][[，等级为{{ 伙伴.伙伴等级 }}]][[，所在区域为{{ partner.region }}]][[，所在城市为{{ partner.city }}]][[，{{ partner.joined }}加入]][[，{{ partner.left }}退出]]。
sections:
  - heading: 基本情况
    blocks: [{use: basics}]
  - heading: 业绩
    blocks:
      - |
        销售额{{ sales }}[[，{{ attain(sales) }}]][[，{{ growth(sales) }}]]。
        占渠道销售额的{{ sales.share }}[[，{{ rank(sales) }}]]。
        {{ drivers(product_line, sales) }}。
        平均客单价{{ average_order_value }}[[，{{ versus(average_order_value, report.average_order_value, "全部伙伴平均水平") }}]]。
        综合得分{{ partner_score }}[[，{{ yoy(partner_score) }}]][[，{{ rank(partner_score) }}]]。
      - table: {rows: product_line, columns: [name, sales, sales.yoy, sales.share], sort: -sales, total: true}
      - chart: {kind: line, by: month, series: [sales]}
  - heading: 专业型伙伴
    when: tier = "核心"
    blocks: ["核心伙伴适用专门政策。"]
`

// One report for each partner, from one evaluation.
func TestPartners(t *testing.T) {
	template, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(scorecard)}}, "t.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if !template.PerPartner() {
		t.Error("the template does not say that it is for each partner")
	}
	run, err := template.Run(context.Background(), sample(t), channel.Quarter(2026, 3), report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = run.Document(context.Background())
	if want := "the template makes a report for each partner; ask for one of them [for-partner]"; err == nil || err.Error() != want {
		t.Errorf("a report of nobody: %v", err)
	}
	var names strings.Builder
	n := 0
	for p := range run.Partners() {
		n++
		d, err := run.For(p).Document(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		names.WriteString(p.ID + " " + d.Title + "\n")
		if n == 1 {
			golden.Compare(t, "scorecard.txt", dump(t, d))
		}
	}
	golden.Compare(t, "partners.txt", []byte(names.String()))
}

// In the report of one partner its parts are held against it: shares add up to
// 100%, contributions to its growth, ranks count its own product lines, and a
// cross table has its cells.
func TestPartsOfAPartner(t *testing.T) {
	template, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(`
schema: channelreport/template/v1
id: parts
locale: zh-CN
scope: partner
title: 甲
sections:
  - heading: 乙
    blocks:
      - |
        {{ leaders(product_line, sales) }}。
        {{ drivers(product_line, sales) }}。
      - {table: {id: lines, rows: product_line, columns: [name, sales.share, sales.contribution_yoy, sales.rank], total: true}}
      - {table: {id: top, rows: product_line, columns: [name, sales.share, sales.rank], sort: -sales, top: 1}}
      - {table: {id: months, rows: product_line, columns: {by: month, figure: sales}, total: true}}
`)}}, "t.yaml")
	if err != nil {
		t.Fatal(err)
	}
	book := sample(t)
	run, err := template.Run(context.Background(), book, channel.Quarter(2026, 3), report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := run.For(*book.Partner("P01")).Document(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	one, growth := new(big.Rat), new(big.Rat)
	for _, f := range d.Figures {
		num, ok1 := new(big.Rat).SetString(f.Num)
		den, ok2 := new(big.Rat).SetString(f.Den)
		if !ok1 || !ok2 || len(f.Group) != 1 || f.Group[0].Dimension != "product_line" {
			continue
		}
		switch v := num.Quo(num, den); f.Expr {
		case `of(sales, partner == "P01").share`:
			one.Add(one, v)
		case `of(sales, partner == "P01").contribution_yoy`:
			growth.Add(growth, v)
		}
	}
	want, err := run.Value(`sales.yoy`, channel.By("partner", "P01"))
	if err != nil || !want.OK() {
		t.Fatal(want, err)
	}
	if one.Cmp(big.NewRat(1, 1)) != 0 || growth.Cmp(new(big.Rat).Quo(want.Num.Rat(), want.Den.Rat())) != 0 {
		t.Errorf("shares of %v, contributions of %v, growth of %v", one, growth, want)
	}
	var text bytes.Buffer
	if err := markdown.Render(context.Background(), &text, d); err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "parts.md", text.Bytes())
}

// A template may count on names that a book declares: it is read without a
// book, and a book that lacks them is refused.
func TestUses(t *testing.T) {
	const text = `
schema: channelreport/template/v1
id: visits
locale: zh-CN
title: 到店
uses:
  - {id: store_visits, unit: count, name: {zh: 到店数, en: Store visits}}
  - {id: store_format, unit: dimension}
summary:
  - |
    到店{{ store_visits }}[[，{{ yoy(store_visits) }}]]。
    每单到店{{ digits(store_visits / orders, 1) }}次。
  - table: {rows: store_format, columns: [name, sales]}
`
	fsys := fstest.MapFS{"t.yaml": {Data: []byte(text)}}
	template, err := report.Parse(fsys, "t.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, err = template.Run(context.Background(), sample(t), channel.Quarter(2026, 3), report.Options{})
	want := []string{
		`t.yaml:7:10: uses[0].id: the template uses store_visits, which this book does not declare [not-declared]`,
		`t.yaml:8:10: uses[1].id: the template uses store_format, which this book does not declare [not-declared]`,
	}
	for i, p := range source.Problems(err) {
		if i < len(want) && p.Error() != want[i] {
			t.Errorf("got %v\nwant %s", p, want[i])
		}
	}
	if len(source.Problems(err)) < len(want) {
		t.Errorf("got %v", err)
	}
	book := func(unit string) *channel.Book {
		b, err := channel.Open(context.Background(), fstest.MapFS{
			"book.yaml": {Data: []byte("schema: channelreport/book/v1\norganization: 虚构公司\ncurrency: CNY\ndata: {from: \"2025-07-01\", to: \"2026-09-30\"}\ndimensions: [store_format]\n" +
				"observables: [{id: store_visits, name: {zh: 到店数, en: Store visits}, unit: " + unit + ", over_time: sum, over_groups: sum}]\n")},
			"sales.csv":        {Data: []byte("date,order_id,store_format,amount\n2026-08-01,1,旗舰店,100\n2026-08-02,2,社区店,50\n")},
			"observations.csv": {Data: []byte("period,measure,value\n2026-Q3,store_visits,24\n2025-Q3,store_visits,20\n")},
		})
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	_, err = template.Run(context.Background(), book("days"), channel.Quarter(2026, 3), report.Options{})
	if err == nil || !strings.Contains(err.Error(), "uses[0].id: the template counts on store_visits in a count, and this book has it in days [declared-unit]") {
		t.Errorf("a book with another unit: %v", err)
	}
	run, err := template.Run(context.Background(), book("count"), channel.Quarter(2026, 3), report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := run.Document(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	const paragraph = "到店24，同比上升20.0%。每单到店12.0次。"
	if p, ok := d.Summary[0].(*doc.Paragraph); !ok || doc.PlainText(p.Inlines) != paragraph {
		t.Errorf("got %v, want %s", d.Summary[0], paragraph)
	}
}

// One evaluation serves the reports of all partners; what is measured is one
// report.
func BenchmarkScorecard(b *testing.B) {
	template, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(scorecard)}}, "t.yaml")
	if err != nil {
		b.Fatal(err)
	}
	run, err := template.Run(context.Background(), sample(b), channel.Quarter(2026, 3), report.Options{})
	if err != nil {
		b.Fatal(err)
	}
	partners := slices.Collect(run.Partners())
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := run.For(partners[i%len(partners)]).Document(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}
