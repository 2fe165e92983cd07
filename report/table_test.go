package report_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/report/doc"
)

// tables returns the tables of a report over the sample book.
func tables(t *testing.T, period channel.Period, blocks string) (*doc.Document, []*doc.Table) {
	t.Helper()
	d := document(t, sample(t), period, "schema: channelreport/template/v1\nid: t\nlocale: zh-CN\ntitle: t\nsummary:\n"+blocks)
	var out []*doc.Table
	for b := range d.Blocks() {
		if table, ok := b.(*doc.Table); ok {
			out = append(out, table)
		}
	}
	return d, out
}

// shown is a row as it is printed.
func shown(r doc.Row) []string {
	var out []string
	for _, c := range r.Cells {
		text := ""
		if len(c.Lines) > 0 {
			text = doc.PlainText(c.Lines[0])
		}
		out = append(out, text)
	}
	return out
}

func shownRows(table *doc.Table) [][]string {
	var out [][]string
	for _, r := range table.Rows {
		out = append(out, shown(r))
	}
	return out
}

// exact is the figure that a cell prints, nothing where it is absent.
func exact(t *testing.T, d *doc.Document, c doc.Cell) *big.Rat {
	t.Helper()
	v, ok := c.Lines[0][0].(doc.Value)
	if !ok {
		t.Fatalf("the cell %q prints no figure", doc.PlainText(c.Lines[0]))
	}
	if d.Figures[v.Figure].Absent() {
		return new(big.Rat)
	}
	num, _ := new(big.Rat).SetString(d.Figures[v.Figure].Num)
	den, _ := new(big.Rat).SetString(d.Figures[v.Figure].Den)
	return num.Quo(num, den)
}

// The rest row holds what top cut off from the rows that where let through, and
// nothing of what where left out.
func TestRestIsOfTheRows(t *testing.T) {
	for name, table := range map[string]string{
		"regions":      "rows: region, where: sales.yoy > 10%, columns: [name, sales, orders_won, leads, sales.share]",
		"partners":     "rows: partner, where: 'partner_type = \"线下经销商\"', columns: [name, sales, orders_won, leads, sales.share]",
		"cross":        "rows: region, where: sales.yoy > 10%, columns: {by: product_line, figure: sales}",
		"no condition": "rows: region, columns: [name, sales, orders_won, leads, sales.share]",
	} {
		d, both := tables(t, channel.Quarter(2026, 3), "  - table: {"+table+", sort: -sales}\n  - table: {"+table+", sort: -sales, top: 1}\n")
		all, top := both[0].Rows, both[1].Rows
		if len(top) != 2 || top[1].Kind != doc.RestRow || len(all) < 4 {
			t.Fatalf("%s: rows are %v of %v", name, shownRows(both[1]), shownRows(both[0]))
		}
		for j := 1; j < len(top[0].Cells); j++ {
			sum := new(big.Rat)
			for _, r := range all {
				sum.Add(sum, exact(t, d, r.Cells[j]))
			}
			if got := new(big.Rat).Add(exact(t, d, top[0].Cells[j]), exact(t, d, top[1].Cells[j])); got.Cmp(sum) != 0 {
				t.Errorf("%s, %s: %v and the rest %v are not what the %d rows hold", name, doc.PlainText(both[1].Columns[j].Title), shown(top[0])[j], shown(top[1])[j], len(all))
			}
		}
	}

	// A rate of the rest is that of its sums.
	d, both := tables(t, channel.Quarter(2026, 3), "  - table: {rows: region, where: sales.yoy > 10%, columns: [name, orders_won, leads, conversion_rate], sort: -sales, top: 1}\n")
	rest := both[0].Rows[1].Cells
	if got := new(big.Rat).Quo(exact(t, d, rest[1]), exact(t, d, rest[2])); got.Cmp(exact(t, d, rest[3])) != 0 {
		t.Errorf("the rest's rate is %v", shown(both[0].Rows[1]))
	}
}

// A total of items is that of the whole list, also where top shows the first
// only; what adds up to nothing has none.
func TestTotalOfItems(t *testing.T) {
	d, all := tables(t, channel.Quarter(2026, 3), `  - table: {rows: resources, columns: [title, amount, headcount], sort: -amount, top: 1, total: true}
  - table: {rows: resources, columns: [title, amount, headcount], sort: -amount, total: true}
  - table: {rows: problems, columns: [title, severity], total: true}
  - table: {rows: problems, columns: [title, severity], top: 4, total: true}
  - table: {rows: region, columns: [name, sales.rank], total: true}
  - table: {rows: region, where: sales.yoy < 0, columns: [name, sales], total: true}
`)
	if len(all[0].Rows) != 3 || all[0].Rows[1].Kind != doc.RestRow {
		t.Fatalf("rows are %v", shownRows(all[0]))
	}
	for j := 1; j <= 2; j++ {
		first, whole := exact(t, d, all[0].Rows[2].Cells[j]), exact(t, d, all[1].Rows[len(all[1].Rows)-1].Cells[j])
		if first.Cmp(whole) != 0 {
			t.Errorf("column %d: the total is %v of the list's %v", j, first, whole)
		}
	}
	if got, want := all[0].Rows[1].Cells[1], new(big.Rat).Sub(exact(t, d, all[0].Rows[2].Cells[1]), exact(t, d, all[0].Rows[0].Cells[1])); exact(t, d, got).Cmp(want) != 0 {
		t.Errorf("the rest is %v, want %v", exact(t, d, got), want)
	}
	if got, want := shown(all[0].Rows[1])[0], "其余7项"; got != want {
		t.Errorf("the rest is called %s, want %s", got, want)
	}
	for i, want := range []string{"其余1项", "西南"} {
		rows := all[3+i].Rows
		if last := rows[len(rows)-1]; last.Kind == doc.TotalRow || shown(last)[0] != want {
			t.Errorf("the last row is %v, want %s", shown(last), want)
		}
	}
	if rows := all[2].Rows; len(rows) != 5 {
		t.Errorf("problems have a total: %v", shownRows(all[2]))
	}
	if notes := all[5].Notes; len(notes) != 1 || doc.PlainText(notes[0]) != "注：合计包括未列出的区域。" {
		t.Errorf("notes under one row of six: %v", notes)
	}
}

// A window ends with the report's period: what of the last quarter lies behind
// it is in no row, and the row is named after what it holds.
func TestWindowEndsWithThePeriod(t *testing.T) {
	july := channel.Month(2026, 7)
	julyAndAugust := channel.Range(july.Start(), channel.Month(2026, 8).Last())
	for _, c := range []struct {
		period     channel.Period
		last, axis string
	}{
		{july, "2026年7月", "2026年7月"},
		{julyAndAugust, "2026年7月至8月", "2026年7月至8月"},
		{channel.Quarter(2026, 3), "2026年第三季度", "第三季度"},
	} {
		d, all := tables(t, c.period, `  - table: {rows: quarter, window: 2, columns: [name, sales]}
  - table: {rows: [sales], columns: [name, value]}
  - chart: {kind: line, by: quarter, window: 2, series: [sales]}
`)
		rows := all[0].Rows
		if got := shown(rows[1])[0]; got != c.last || shown(rows[0])[0] != "2026年第二季度" {
			t.Errorf("%v: the rows are %v", c.period, shownRows(all[0]))
		}
		if got, want := exact(t, d, rows[1].Cells[1]), exact(t, d, all[1].Rows[0].Cells[1]); got.Cmp(want) != 0 {
			t.Errorf("%v: the last row holds %v, the period %v", c.period, got, want)
		}
		for b := range d.Blocks() {
			if chart, ok := b.(*doc.Chart); ok && (len(chart.Categories) != 2 || chart.Categories[1] != c.axis) {
				t.Errorf("%v: along the axis stands %v", c.period, chart.Categories)
			}
		}
	}
}

// Over a list of indicators an aspect is a row like any other, with its value.
func TestRowsOfAspects(t *testing.T) {
	_, all := tables(t, channel.Quarter(2026, 3), `  - table: {rows: [sales.ytd, sales.target, sales], columns: [name, value, attainment]}
  - table: {rows: [sales.ytd, sales, sales.target], where: value < 150000000元, sort: -value, columns: [name, value]}
`)
	want := [][]string{{"销售额累计", "40,141.7万元", "—"}, {"销售额目标", "14,722.0万元", "—"}, {"销售额", "14,446.3万元", "98.1%"}}
	if got := shownRows(all[0]); !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("rows are %v, want %v", got, want)
	}
	want = [][]string{{"销售额目标", "14,722.0万元"}, {"销售额", "14,446.3万元"}}
	if got := shownRows(all[1]); !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("rows below the limit are %v, want %v", got, want)
	}
}

// A year has no change against the period before, in no row of its months or
// quarters either.
func TestTotalOfYear(t *testing.T) {
	for period, want := range map[channel.Period]string{channel.Year(2025): "—", channel.Half(2026, 1): "−2.7%"} {
		_, all := tables(t, period, "  - table: {rows: quarter, columns: [name, sales, sales.pop], total: true}\n")
		rows := all[0].Rows
		if got := shown(rows[len(rows)-1])[2]; got != want {
			t.Errorf("%v: the total's change is %s, want %s", period, got, want)
		}
		if got := shown(rows[len(rows)-2])[2]; got == "—" {
			t.Errorf("%v: the last quarter has no change", period)
		}
	}
}

// Text and title are written of every item, and once if they are asked for.
func TestShownOnce(t *testing.T) {
	d, all := tables(t, channel.Quarter(2026, 3), "  - {items: problems, as: table, show: [text, title, severity]}\n  - {items: problems, show: [text]}\n")
	var heads []string
	for _, c := range all[0].Columns {
		heads = append(heads, doc.PlainText(c.Title))
	}
	if want := []string{"问题", "内容", "严重程度"}; !slices.Equal(heads, want) {
		t.Errorf("columns are %v, want %v", heads, want)
	}
	for b := range d.Blocks() {
		if list, ok := b.(*doc.List); ok && strings.Contains(doc.PlainText(list.Items[0].Inlines), "内容") {
			t.Errorf("the text is repeated: %s", doc.PlainText(list.Items[0].Inlines))
		}
	}
}

// Joined are all amounts, dates and titles, and each owner and status once.
func TestJoinKeepsEqualAmounts(t *testing.T) {
	book := with(t, map[string]string{"items-2026-Q3.yaml": `schema: channelreport/items/v1
period: 2026-Q3
problems: [{id: P1, title: 同名}, {id: P2, title: 同名}]
resources:
  - {id: R1, class: 资金, title: 甲, amount: 1000000, owner: 渠道部, due: 2026-12-31, state: 待批}
  - {id: R2, class: 资金, title: 乙, amount: 1000000, owner: 渠道部, due: 2026-12-31, state: 待批}
  - {id: R3, class: 资金, title: 丙, amount: 2000000, owner: 财务部, due: 2026-11-30, state: 待批}
`})
	d := document(t, book, channel.Quarter(2026, 3), `schema: channelreport/template/v1
id: t
locale: zh-CN
title: t
summary:
  - "{{ join(resources, amount) }}。"
  - "{{ join(problems) }}[[，{{ join(problems, title) }}]]。"
  - "{{ join(resources, due) }}。"
  - "{{ join(resources, owner) }}[[，{{ join(resources, state) }}]]。"
`)
	var got []string
	for b := range d.Blocks() {
		if p, ok := b.(*doc.Paragraph); ok {
			got = append(got, doc.PlainText(p.Inlines))
		}
	}
	want := []string{"100.0万元、100.0万元和200.0万元。", "同名和同名，同名和同名。", "2026年12月31日、2026年12月31日和2026年11月30日。", "渠道部和财务部，待批。"}
	if !slices.Equal(got, want) {
		t.Errorf("joined are\n%v, want\n%v", got, want)
	}
}
