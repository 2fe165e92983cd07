package kpi_test

import (
	"context"
	"fmt"
	"log"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// A book of four sale lines, and what they amount to.
func Example() {
	line := func(year, month, day int, region string, amount int64) channel.Sale {
		date, _ := channel.NewDate(year, month, day)
		return channel.Sale{Date: date, Region: region, Amount: decimal.NewFromInt(amount)}
	}
	lines := []channel.Sale{
		line(2025, 8, 1, "East", 80), line(2025, 9, 1, "West", 40),
		line(2026, 8, 1, "East", 100), line(2026, 9, 1, "West", 35),
	}
	sales := func(yield func(channel.Sale, error) bool) {
		for _, l := range lines {
			if !yield(l, nil) {
				return
			}
		}
	}
	setup := channel.Setup{Organization: "Sample Ltd (fictitious)", Currency: "CNY"}
	book, err := channel.New(context.Background(), setup, channel.Data{Sales: sales})
	if err != nil {
		log.Fatal(err)
	}
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		log.Fatal(err)
	}
	tree, _ := expr.Parse("销售额.同比")
	growth, problems := catalog.Compile(tree)
	if len(problems) > 0 {
		log.Fatal(problems)
	}
	evaluation, err := kpi.Evaluate(catalog, book, channel.Quarter(2026, 3))
	if err != nil {
		log.Fatal(err)
	}
	show := func(name string, v kpi.Value) {
		if percent, ok := v.Round(1, 2, kpi.HalfUp); ok {
			fmt.Printf("%s: %s / %s = %s%%\n", name, v.Num, v.Den, percent.StringFixed(1))
		} else {
			fmt.Printf("%s: %s\n", name, v.Reason)
		}
	}
	show("all", evaluation.Value(growth, channel.Group{}))
	for _, region := range evaluation.Groups(growth, channel.Region) {
		show(region, evaluation.Value(growth, channel.By(channel.Region, region)))
	}
	show("before", evaluation.In(channel.Quarter(2025, 3)).Value(growth, channel.Group{}))
	fmt.Println(evaluation.Explain(growth, channel.Group{}).Formula)
	// Output:
	// all: 15 / 120 = 12.5%
	// East: 20 / 80 = 25.0%
	// West: -5 / 40 = -12.5%
	// before: missing_base
	// (sales - at(sales, "2025-Q3")) / at(sales, "2025-Q3")
}
