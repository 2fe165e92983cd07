package channel_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
)

// A book is a folder; here it is one in memory.
func ExampleOpen() {
	folder := fstest.MapFS{
		"book.yaml": {Data: []byte("schema: channelreport/book/v1\norganization: 示例公司（虚构）\ncurrency: CNY\n")},
		"sales.csv": {Data: []byte("日期,区域,金额\n2026-09-01,华东,100.50\n2026-09-02,华东,-0.50\n2026-09-02,,20\n")},
	}
	book, err := channel.Open(context.Background(), folder)
	if err != nil {
		fmt.Println(err)
		return
	}
	sales := book.Sales()
	regions := sales.Dimensions()[0]
	for series := range sales.Series() {
		for _, cell := range series.Cells() {
			fmt.Println(regions.Values[series.Value(0)], cell.Date, cell.Amount.Decimal(sales.AmountScale()))
		}
	}
	// Output:
	// 未注明 2026-09-02 20
	// 华东 2026-09-01 100.5
	// 华东 2026-09-02 -0.5
}

// Everything that is wrong is said at once, where it stands.
func ExampleOpen_problems() {
	folder := fstest.MapFS{
		"book.yaml": {Data: []byte("schema: channelreport/book/v1\norganisation: 示例公司（虚构）\ncurrency: CNY\n")},
		"sales.csv": {Data: []byte("date,amount\n2026-02-29,1\n2026-03-01,\"1,000\"\n")},
	}
	_, err := channel.Open(context.Background(), folder)
	for _, problem := range source.Problems(err) {
		fmt.Println(problem)
	}
	// Output:
	// book.yaml:1:1: organization: organization must not be blank [required-cell]
	// book.yaml:2:1: unknown key "organisation"; did you mean "organization"? [unknown-key]
	// sales.csv:2:1: the calendar has no day 2026-02-29 [no-such-day]
	// sales.csv:3:12: "1,000" is not a plain number; to read such numbers write files: {sales: {amounts: [grouping]}} in book.yaml [number-form]
}

// Sale lines may come from anywhere: here from a loop, as well from a database.
func ExampleNew() {
	lines := func(yield func(channel.Sale, error) bool) {
		for month := 7; month <= 9; month++ {
			date, _ := channel.NewDate(2026, month, 1)
			sale := channel.Sale{Date: date, PartnerID: "P1", Region: "华东", Amount: decimal.New(int64(month), 2)}
			if !yield(sale, nil) {
				return
			}
		}
	}
	book, err := channel.New(context.Background(),
		channel.Setup{Organization: "示例公司（虚构）", Currency: "CNY"},
		channel.Data{Sales: lines, Partners: []channel.Partner{{ID: "P1", Name: "甲"}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	from, to := book.Data()
	fmt.Println(book.Partner("P1").Name, from, to, book.Sales().AmountScale())
	// Output: 甲 2026-07-01 2026-09-30 0
}

func ExamplePeriod() {
	p := channel.Quarter(2026, 3)
	fmt.Println(p, p.Start(), p.Last(), p.Days())
	fmt.Println(p.Previous(), p.YearAgo(), p.YearToDate(), p.WholeYear())
	// Output:
	// 2026-Q3 2026-07-01 2026-09-30 92
	// 2026-Q2 2025-Q3 2026-01-01/2026-09-30 2026
}

func ExampleSetup_ParsePeriod() {
	setup := channel.Setup{FiscalYearStart: 4}
	p, err := setup.ParsePeriod("FY2026-H1")
	fmt.Println(p.Start(), p.Last(), p.Previous(), err)
	// Output: 2025-04-01 2025-09-30 FY2025-H2 <nil>
}

// Books over different sale lines, such as those of two months, are united
// exactly: an order with a line in each counts once.
func ExampleMerge() {
	month := func(name, sales string) *channel.Book {
		book, err := channel.Open(context.Background(), fstest.MapFS{
			"book.yaml": {Data: []byte("schema: channelreport/book/v1\norganization: 示例公司（虚构）\ncurrency: CNY\n")},
			name:        {Data: []byte("date,order_id,amount\n" + sales)},
		})
		if err != nil {
			fmt.Println(err)
		}
		return book
	}
	both, err := channel.Merge(month("sales-08.csv", "2026-08-31,O1,100\n"), month("sales-09.csv", "2026-09-01,O1,0.5\n2026-09-02,O2,20\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	from, to := both.Data()
	fmt.Println(from, to, both.Sales().Orders(), "orders")
	fmt.Println(both.Warnings())
	// Output:
	// 2026-08-01 2026-09-30 2 orders
	// sales-09.csv: warning: 1 order ids stand in sales-08.csv too, the first of them "O1" [shared-orders]
}

// The Spring Festival of 2025 began in January, that of 2026 in February: a
// January has less of it than the one before, the two ranges January–February
// have the same.
func ExampleBook_Compare() {
	book, err := channel.Open(context.Background(), fstest.MapFS{
		"book.yaml": {Data: []byte("schema: channelreport/book/v1\norganization: 示例公司（虚构）\ncurrency: CNY\n")},
		"sales.csv": {Data: []byte("date,amount\n2025-01-01,1\n2026-02-28,1\n")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, code := range []string{"2026-01", "2026-02", "2026-01-01/2026-02-28"} {
		period, _ := channel.ParsePeriod(code)
		fmt.Printf("%v: %+v\n", period, book.Compare(period, period.YearAgo()))
	}
	// Output:
	// 2026-01: {Days:0 Partial:false BasePartial:false Festival:-3}
	// 2026-02: {Days:0 Partial:false BasePartial:false Festival:3}
	// 2026-01-01/2026-02-28: {Days:0 Partial:false BasePartial:false Festival:0}
}
