package report_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/report"
	"example.com/channelreport/report/doc"
)

// What single figures are not whole by is said once, behind the indicators that
// it concerns, in the words of the period that they are compared with.
func TestRemarks(t *testing.T) {
	for _, tt := range []struct{ locale, period, blocks, want string }{
		{"zh-CN", "2026-Q3", `"{{ sales }}。"`, ""},
		{"zh-CN", "2026-Q3", `"销售额[[{{ pop(sales) }}]][[，{{ yoy(sales) }}]]。"`, "本期比上季度多1天，环比未作调整"},
		{"zh-CN", "2026-02", `"销售额[[{{ growth(sales) }}]]。"`, "本期春节假期比上年同期多3天，同比未作调整；本期比上月少3天，环比未作调整；本期春节假期比上月多7天，环比未作调整"},
		{"en", "2026-02", `"Sales are [[{{ pop(sales) }}]]."`, "the period is 3 days shorter than the previous month, for which the change is not adjusted; the period has 7 days more of the Spring Festival than the previous month, for which the change is not adjusted"},
		{"en", "2026-Q3", `"Sales are [[{{ pop(sales) }}]]."`, "the period is 1 day longer than the previous quarter, for which the change is not adjusted"},
		{"zh-CN", "2026-01-01/2026-02-28", `"销售额[[{{ yoy(sales) }}]]。"`, ""},
		{"zh-CN", "2026-Q3", `table: {rows: region, columns: [name, sales, satisfaction]}`, "西南客户满意度（部分子期间没有记录）"},
		{"zh-CN", "2026-Q3", `table: {rows: region, columns: [name, roi, orders, orders.pop, sales.pop]}`, "投资回报率（按销售额减产品成本计算，并非录入）；订单数、销售额（本期比上季度多1天，环比未作调整）"},
		{"zh-CN", "2026-Q3", `table: {rows: month, columns: [name, sales.pop, orders]}`, "2026年7月、2026年9月销售额（比较的两期天数不同）"},
		{"en", "2026-Q3", `table: {rows: region, columns: [name, sales, satisfaction]}`, "customer satisfaction for 西南 (some sub-periods have no row)"},
		{"zh-CN", "2026-Q3", "\"{{ sales }}。\"\n  - table: {rows: partner, columns: [name, orders, sales.pop]}", "部分分组的销售额（本期比上季度多1天，环比未作调整）"},
		{"zh-CN", "2026-Q3", "\"{{ orders }}，[[{{ at(sales, \\\"2026-Q1\\\").pop }}]]。\"", "2026年第一季度销售额（比较的两期天数不同）；2026年第一季度销售额（比较的两期春节假期天数不同）"},
		{"zh-CN", "2026-Q3", `"{{ orders }}，[[{{ of(sales, region = '华东').pop }}]]。"`, "华东销售额（本期比上季度多1天，环比未作调整）"},
		{"zh-CN", "2026-Q3", "\"{{ sales }}。\"\n  - figures: ['at(sales, \"2026-02\").yoy']", "2026年2月销售额（比较的两期春节假期天数不同）"},
		{"zh-CN", "2026-Q3", `table: {rows: region, columns: [name, satisfaction]}`, "西南客户满意度（部分子期间没有记录）"},
		{"zh-CN", "2026-Q3", `table: {rows: region, columns: [name, sales.pop]}`, "本期比上季度多1天，环比未作调整"},
		{"zh-CN", "2026-Q4", `"{{ sales }}，[[{{ sales.yoy }}]]。"`, ""},
	} {
		template := strings.NewReplacer("LOCALE", tt.locale, "BLOCK", tt.blocks).Replace(
			"schema: channelreport/template/v1\nid: t\nlocale: LOCALE\ntitle: t\nsummary:\n  - BLOCK\nappendix: [method]\n")
		parsed, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(template)}}, "t.yaml")
		if err != nil {
			t.Fatal(err)
		}
		period, err := channel.ParsePeriod(tt.period)
		if err != nil {
			t.Fatal(err)
		}
		made, err := parsed.Run(context.Background(), sample(t), period, report.Options{})
		if err != nil {
			t.Fatal(err)
		}
		d, err := made.Document(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for b := range d.Blocks() {
			p, ok := b.(*doc.Paragraph)
			if !ok {
				continue
			}
			for _, label := range []string{"数据说明：", "Remarks: "} {
				if rest, ok := strings.CutPrefix(doc.PlainText(p.Inlines), label); ok {
					got = strings.TrimRight(rest, "。.")
				}
			}
		}
		if got != tt.want {
			t.Errorf("%s %s:\ngot  %s\nwant %s", tt.period, tt.blocks, got, tt.want)
		}
	}
}
