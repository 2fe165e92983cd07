package kpi_test

import (
	"os"
	"strings"
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
)

// TestWarnings: what is improbable in a period is said at its place, in both
// languages, and nothing else is.
func TestWarnings(t *testing.T) {
	const sales = "-- sales-1.csv --\ndate,partner_id,partner_type,region,product_line,amount\n" +
		"2026-02-03,P1,Dealer,East,Pumps,310000\n2026-06-06,P2,Direct,West,Filters,200\n"
	for _, c := range []struct{ name, book, period, want string }{
		{"whole", sales, "2026-Q2", ""},
		{"ends", sales, "2026-Q3", `
sales-1.csv: warning: the data end on 2026-06-30, before the period 2026-Q3 does: its figures are not whole, and it cannot be compared with whole periods [data-end]
sales-1.csv: 警告: 数据截至2026-06-30，早于期间2026-Q3的末日：本期数字并不完整，不能与完整的期间直接比较 [data-end]`},
		{"ends in its last file", sales + "-- sales-2.csv --\ndate,amount\n2026-07-01,1\n", "2026", `
sales-2.csv: warning: the data end on 2026-07-31, before the period 2026 does: its figures are not whole, and it cannot be compared with whole periods; did you mean "2026-01-01/2026-07-31"? [data-end]
sales-2.csv: 警告: 数据截至2026-07-31，早于期间2026的末日：本期数字并不完整，不能与完整的期间直接比较；是否想写 "2026-01-01/2026-07-31"？ [data-end]`},
		{"begins", sales + "-- sales-2.csv --\ndate,amount\n2026-02-04,1\n", "2026-Q1", `
sales-1.csv: warning: the data begin on 2026-02-01, after the period 2026-Q1 does: its figures are not whole, and it cannot be compared with whole periods [data-begin]
sales-1.csv: 警告: 数据始于2026-02-01，晚于期间2026-Q1的首日：本期数字并不完整，不能与完整的期间直接比较 [data-begin]`},
		{"nothing sold", sales, "2026-03", `
sales-1.csv: warning: the period 2026-03 has no sale line, though the data run from 2026-02-01 to 2026-06-30; is a file missing, or a date wrong? [no-sales]
sales-1.csv: 警告: 期间 2026-03 没有任何销售明细，而数据的范围是 2026-02-01 至 2026-06-30；是否缺少文件，或有日期写错？ [no-sales]`},
		{"no sales at all", "-- sales.csv --\ndate,amount\n-- book.yaml --\ndirect_partner_types: [Direct]\n", "2026-03", ""},
		{"misspelt", sales + "-- book.yaml --\ndirect_partner_types: [Direct, Drect]\nproduct_classes: {core: [Pumps], new: [Filters, filter]}\n", "2026-Q2", `
book.yaml: warning: direct_partner_types[1]: no fact has the partner type "Drect"; did you mean "Direct"? [unused-group]
book.yaml: warning: product_classes.new[1]: no fact has the product line "filter"; did you mean "Filters"? [unused-group]
book.yaml: 警告: direct_partner_types[1]: 没有任何数据属于伙伴类型 "Drect"；是否想写 "Direct"？ [unused-group]
book.yaml: 警告: product_classes.new[1]: 没有任何数据属于产品线 "filter"；是否想写 "Filters"？ [unused-group]`},
		{"targets of what is computed", sales + "-- targets.csv --\nperiod,measure,region,amount\n2026-02,gross_profit,,31\n2026-02,sales,,31\n2026-02,sales,East,310000000\n2026-02,sales,West,100\n" +
			"-- observations.csv --\nperiod,measure,region,value\n2026-02,product_cost,,50\n", "2026-02", `
targets.csv:2:23: warning: targets of gross_profit are more than 1,000 times their actual or less than 1/1,000: 1, the first of them here; is the unit right (万元)? [target-size]
targets.csv:3:16: warning: targets of sales are more than 1,000 times their actual or less than 1/1,000: 2, the first of them here; is the unit right (万元)? [target-size]
targets.csv:2:23: 警告: gross_profit 有 1 个目标达到实际的 1000 倍以上或不足千分之一，此处为第一个；单位是否有误（万元）？ [target-size]
targets.csv:3:16: 警告: sales 有 2 个目标达到实际的 1000 倍以上或不足千分之一，此处为第一个；单位是否有误（万元）？ [target-size]`},
		{"targets of what is recorded by month", sales + "-- targets.csv --\nperiod,measure,region,amount\n2026-Q2,channel_cost,,5\n2026-Q2,leads,East,9\n2026-Q2,leads,West,9000\n2026-Q2,sales,,250\n" +
			"-- observations.csv --\nperiod,measure,region,value\n2026-04,channel_cost,,3000\n2026-05,channel_cost,,4000\n2026-04,leads,West,4\n2026-05,leads,West,4\n2026-05,leads,East,10\n", "2026-Q2", `
targets.csv:2:23: warning: targets of channel_cost are more than 1,000 times their actual or less than 1/1,000: 1, the first of them here; is the unit right (万元)? [target-size]
targets.csv:4:20: warning: targets of leads are more than 1,000 times their actual or less than 1/1,000: 1, the first of them here; is the unit right (万元)? [target-size]
targets.csv:2:23: 警告: channel_cost 有 1 个目标达到实际的 1000 倍以上或不足千分之一，此处为第一个；单位是否有误（万元）？ [target-size]
targets.csv:4:20: 警告: leads 有 1 个目标达到实际的 1000 倍以上或不足千分之一，此处为第一个；单位是否有误（万元）？ [target-size]`},
		{"kept", sales + "-- observations.csv --\nperiod,measure,region,value\n2026-04,customers_start,,10\n2026-04,customers_kept,,9\n2026-05,customers_start,,20\n2026-05,customers_kept,,19\n", "2026-Q2", `
observations.csv:5:25: warning: at the end of 2026-Q2 19 were kept, more than the 10 at its start (observations.csv:2:26) [more-kept]
observations.csv:5:25: 警告: 2026-Q2 期末留存 19，多于期初的 10（observations.csv:2:26） [more-kept]`},
		{"kept of a group", sales + "-- observations.csv --\nperiod,measure,region,value\n2026-06,customers_start,East,20\n2026-06,customers_kept,East,21\n2026-06,customers_start,West,20\n2026-06,customers_kept,West,11\n", "2026-06", `
observations.csv:3:29: warning: at the end of 2026-06 21 were kept, more than the 20 at its start (observations.csv:2:30) [more-kept]
observations.csv:3:29: 警告: 2026-06 期末留存 21，多于期初的 20（observations.csv:2:30） [more-kept]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := parts(c.book)
			book := open(t, files)
			catalog, err := kpi.ForBook(book.Setup())
			if err != nil {
				t.Fatal(err)
			}
			p, err := catalog.ParsePeriod(c.period)
			if err != nil {
				t.Fatal(err)
			}
			e, err := kpi.Evaluate(catalog, book, p)
			if err != nil {
				t.Fatal(err)
			}
			list := e.Warnings()
			for _, w := range list {
				if w.Severity != source.Warning {
					t.Errorf("%s is no warning", w)
				}
			}
			got := strings.TrimSpace(list.In("en") + "\n" + list.In("zh-CN"))
			if want := strings.TrimSpace(c.want); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// TestSampleWarns: the sample book is whole up to its last month.
func TestSampleWarns(t *testing.T) {
	book, err := channel.Open(t.Context(), os.DirFS("../testdata/sample"))
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		period channel.Period
		want   string
	}{
		{channel.Quarter(2026, 3), ""},
		{channel.Month(2026, 8), ""},
		{channel.Year(2026), "data-end"},
	} {
		e, err := kpi.Evaluate(catalog, book, c.period)
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, w := range e.Warnings() {
			codes = append(codes, w.Message.Code)
		}
		if got := strings.Join(codes, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.period, got, c.want)
		}
	}
}
