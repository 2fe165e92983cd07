package report_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/report/doc"
)

// What stands in the place of rows says that all is well only where that could
// be judged.
func TestEmpty(t *testing.T) {
	const book = "schema: channelreport/book/v1\norganization: 虚构公司\ncurrency: CNY\n"
	const sales = "date,region,amount\n2026-07-01,甲,600\n2026-08-01,甲,600\n2026-09-30,乙,400\n"
	const items = "schema: channelreport/items/v1\nperiod: 2026-Q3\nproblems: [{id: P1, title: 一}]\n"
	const targets = "measure,period,region,amount\nsales,2026-Q3,甲,1000\n"
	for _, c := range []struct{ name, locale, targets, block, want string }{
		{"all undecided", "zh-CN", "", "table: {rows: region, where: 'sales.attainment < 100% and sales > 1', columns: [name, sales], empty: 都达标。}", "暂无数据：销售额完成率（未设目标）。"},
		{"in English", "en", "", "table: {rows: region, where: sales.attainment < 100%, columns: [name, sales], empty: All met their targets.}", "No data: sales attainment (no target set)."},
		{"a column that nothing has", "zh-CN", "", "table: {rows: region, where: sales.attainment < 100%, columns: [name, sales.attainment], empty: 都达标。}", "暂无数据：销售额完成率（未设目标）。"},
		{"no groups at all", "zh-CN", "", "table: {rows: region, where: cac < 100, columns: [name, cac], empty: 都达标。}", "暂无数据：获客成本（未录入）。"},
		{"no groups at all, by name too", "zh-CN", "", "table: {rows: region, where: 'name = \"甲\" or cac < 100', columns: [name, cac], empty: 都达标。}", "暂无数据：获客成本（未录入）。"},
		{"or and not", "zh-CN", "", "table: {rows: region, where: 'sales < 0 or not (sales.attainment < 100% or sales > 1)', columns: [name, sales], empty: 无。}", "无。"},
		{"guarded", "zh-CN", "", "table: {rows: region, where: sales.attainment and sales.attainment < 100%, columns: [name, sales], empty: 都达标。}", "暂无数据：销售额完成率（未设目标）。"},
		{"settled by the other side", "zh-CN", "", "table: {rows: region, where: sales.attainment < 100% and sales > 9999, columns: [name, sales], empty: 没有。}", "没有。"},
		{"one undecided", "zh-CN", targets, "table: {rows: region, where: sales.attainment < 100%, columns: [name, sales], empty: 都达标。}", "暂无数据：乙销售额完成率（未设目标）。"},
		{"indicators", "zh-CN", "", "table: {rows: [sales, orders], where: attainment < 100%, columns: [name, value], empty: 都达标。}", "暂无数据：销售额完成率（未设目标）；订单数完成率（未录入）。"},
		{"items", "zh-CN", "", "{items: problems, where: sales.attainment < 100%, empty: 都达标。}", "暂无数据：销售额完成率（未设目标）。"},
		{"each", "zh-CN", "", "{each: problems, where: sales.attainment < 100%, empty: 都达标。, blocks: [x]}", "暂无数据：销售额完成率（未设目标）。"},
		{"a list in an expression", "zh-CN", "", "{items: 'where(problems, sales.attainment < 100%)', empty: 都达标。}", "暂无数据：销售额完成率（未设目标）。"},
		{"a chart", "zh-CN", "", "chart: {kind: bar, by: region, series: [sales.target], caption: 图, empty: 无目标。}", "暂无数据：销售额目标（未设目标）。"},
	} {
		files := fstest.MapFS{"book.yaml": {Data: []byte(book)}, "sales.csv": {Data: []byte(sales)}, "items.yaml": {Data: []byte(items)}}
		if c.targets != "" {
			files["targets.csv"] = &fstest.MapFile{Data: []byte(c.targets)}
		}
		b, err := channel.Open(context.Background(), files)
		if err != nil {
			t.Fatal(err)
		}
		block := c.block
		if !strings.HasPrefix(block, "{") {
			block = "{" + block + "}"
		}
		d := document(t, b, channel.Quarter(2026, 3), "schema: channelreport/template/v1\nid: t\nlocale: "+c.locale+"\ntitle: T\nsummary:\n  - "+block+"\n")
		var got []string
		for _, x := range d.Summary {
			if p, ok := x.(*doc.Paragraph); ok {
				got = append(got, doc.PlainText(p.Inlines))
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if told := strings.ContainsAny(c.want, "：:"); told != (len(d.Gaps) > 0) {
			t.Errorf("%s: gaps %v", c.name, d.Gaps)
		}
	}
}
