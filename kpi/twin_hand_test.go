package kpi_test

import (
	"context"
	"encoding/csv"
	"strings"
	"testing"

	"example.com/channelreport/channel"
)

// twinRead reads a table that is written out in a test.
func twinRead(text string) twinTable {
	records, err := csv.NewReader(strings.NewReader(strings.TrimSpace(text))).ReadAll()
	if err != nil {
		panic(err)
	}
	var table twinTable
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = record[i]
		}
		table = append(table, row)
	}
	return table
}

// twinHandBook is small enough to compute by hand what twinHandFigures say.
var twinHandBook = twinFacts{
	settings: twinSettings{Direct: []string{"Direct"}, Classes: []twinClass{{"core", []string{"Bikes"}}}},
	sales: twinRead(`
date,partner_id,partner_type,region,product_line,order_id,quantity,amount
2023-01-10,P1,Retail,East,Bikes,O1,2,100
2023-02-10,P2,Retail,West,Cloth,O2,1,50
2023-03-05,D1,Direct,East,Bikes,O3,1,40
2023-11-10,P1,Retail,East,Bikes,O4,,60
2024-01-10,P1,Retail,East,Bikes,O5,2,150
2024-01-12,P2,Retail,,Cloth,O5,1,30
2024-03-01,P3,Retail,West,Parts,,,-20
`),
	targets: twinRead(`
period,measure,region,amount
2024-01,sales,,50
2024-02,sales,,50
2024-03,sales,,60
2024-Q1,sales,East,100
2024-Q1,conversion_rate,,0.5
2024,cac,,8
`),
	observations: twinRead(`
period,measure,scenario,region,partner_type,value
2024-Q1,leads,,,,40
2024-Q1,leads,,East,,25
2024-01,leads,,East,,7
2024-Q1,orders_won,,,,10
2024-Q1,orders_won,,East,,5
2024-01,customers_start,,,,10
2024-02,customers_start,,,,20
2024-01,customers_kept,,,,9
2024-03,customers_kept,,,,8
2024-01,margin_per_customer,,,,5
2024-02,margin_per_customer,,,,8
2024-Q1,satisfaction,,,,4.6
2024,satisfaction_max,,,,5
2024-01,stock_value,,,,100
2024-02,stock_value,,,,130
2024-Q1,product_cost,,,,91
2024-Q1,product_cost,,,Direct,17
2024-Q1,sales,budget,,,155
`),
}

// twinHandFigures are figures of 2024-Q1 by indicator, aspect and group. The
// target of sales is East's alone: first the period is settled, and a row for
// exactly the quarter comes before the months.
const twinHandFigures = `
sales value = 160
sales year_ago = 150
sales yoy = 1/15
sales pop = 5/3
sales yoy region East = 1/2
sales yoy region West = -7/5
sales yoy region 未注明 = zero_base
sales share region East = 15/16
sales share region West = -1/8
sales contribution_yoy region East = 1/3
sales growth_share_yoy region East = 5
sales share_yoy_change region West = -11/24
sales rank region East = 1
sales rank region West = 2
sales rank region 未注明 = not written
sales value month 2024-02 = 0
sales yoy month 2024-02 = -1
sales share month 2024-01 = 9/8
sales previous month 2024-01 = 0
sales target = 100
sales attainment = 8/5
sales gap = 60
sales target month 2024-02 = 50
sales ytd_target month 2024-02 = 100
sales year_target = part_target
sales year_target region East = part_target
sales target region East = 100
sales attainment region East = 3/2
sales target region West = no_target
sales target product_line Bikes = not written
sales budget = 155
sales forecast = no_data
sales budget region East = not written
company_sales year_ago = 190
direct_sales yoy = -1
direct_sales value region East = 0
direct_sales value region West = not written
channel_share yoy_change = 4/19
channel_share yoy = not written
orders value = 1
average_order_value value = 180
average_price value = 60
core_line_share value = 15/16
high_value_share value = no_data
partners value = 3
active_partners value = 2
new_partners value = 1
new_partners ytd = not written
lost_partners value = 0
partner_retention value = 1
partner_retention previous = zero_denominator
cr1 value = 5/6
hhi value = 65000/9
effective_partners value = 18/13
conversion_rate value = 1/4
conversion_rate value region East = 1/5
conversion_rate value region 未注明 = 1/3
conversion_rate gap = -1/4
conversion_rate target month 2024-01 = part_target
leads value month 2024-01 = 7
customer_retention value = 4/5
ltv value = 35
satisfaction value = 23/5
satisfaction max = 5
satisfaction year_ago = missing_base
gross_profit value = 69
stock_days value = 115
cac value = no_data
cac year_target = 8
roi value = not written
`

// TestTwinByHand holds the twin, and the engine beside it, against figures
// that were computed by hand.
func TestTwinByHand(t *testing.T) {
	want := newTwin(&twinHandBook).all(twinParseWindow("2024-Q1", &twinHandBook.settings))
	book, err := channel.Open(context.Background(), twinHandBook.folder())
	if err != nil {
		t.Fatal(err)
	}
	e, err := engineFor(book, "2024-Q1")
	if err != nil {
		t.Fatal(err)
	}
	got, _, err := engineAll(e)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(twinHandFigures), "\n") {
		left, right, _ := strings.Cut(line, " = ")
		words := append(strings.Fields(left), "", "")
		id := twinIdentity{words[0], words[1], words[2], words[3]}
		for by, figures := range map[string]map[twinIdentity]twinFigure{"twin": want, "engine": got} {
			text := "not written"
			if f, ok := figures[id]; ok {
				text = f.String()
			}
			if text != right {
				t.Errorf("%s: the %s says %s", line, by, text)
			}
		}
	}
}

func TestTwinCalendar(t *testing.T) {
	fiscal := &twinSettings{FiscalStart: 4}
	for _, tt := range []struct{ period, yearAgo, before, toDate, year string }{
		{"2024-02", "2023-02-01/2023-02-28", "2024-01-01/2024-01-31", "2024-01-01/2024-02-29", "2024-01-01/2024-12-31"},
		{"2025-02", "2024-02-01/2024-02-29", "2025-01-01/2025-01-31", "2025-01-01/2025-02-28", "2025-01-01/2025-12-31"},
		{"2024-H1", "2023-01-01/2023-06-30", "2023-07-01/2023-12-31", "2024-01-01/2024-06-30", "2024-01-01/2024-12-31"},
		{"FY2024-Q4", "2023-01-01/2023-03-31", "2023-10-01/2023-12-31", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"},
		{"2024-02-29/2024-03-04", "2023-02-28/2023-03-04", "2024-02-24/2024-02-28", "2024-01-01/2024-03-04", "2024-01-01/2024-12-31"},
		{"2024-01-01/2024-02-29", "2023-01-01/2023-02-28", "2023-11-01/2023-12-31", "2024-01-01/2024-02-29", "2024-01-01/2024-12-31"},
	} {
		w := twinParseWindow(tt.period, fiscal)
		for i, v := range []twinWindow{w.yearAgo(), w.before(), w.toDate(), w.year()} {
			want := []string{tt.yearAgo, tt.before, tt.toDate, tt.year}[i]
			if got := twinDate(v.first) + "/" + twinDate(v.last); got != want {
				t.Errorf("%s: %s, want %s", tt.period, got, want)
			}
		}
	}
	if n := twinParseWindow("FY2024-Q3", fiscal).monthsLeft(); n != 3 {
		t.Errorf("%d months are left after FY2024-Q3, want 3", n)
	}
}
