package testdata_test

import (
	"context"
	"testing"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/testdata"
)

// Figures of the sample book, computed apart from the library by SQL over the
// CSV files. A quotient is given by its two parts.
func TestSampleFigures(t *testing.T) {
	evaluation, catalog := evaluate(t, channel.Quarter(2026, 3))
	for _, c := range []struct{ figure, num, den string }{
		{"sales", "144463298.87", "1"},
		{"sales.target", "147220000", "1"},
		{"sales.attainment", "144463298.87", "147220000"},
		{"sales.year_ago", "126725021.80", "1"},
		{"sales.previous", "143625591.34", "1"},
		{"sales.yoy", "17738277.07", "126725021.80"},
		{"sales.pop", "837707.53", "143625591.34"},
		{"company_sales", "160575854.18", "1"},
		{`of(sales, region = "东北")`, "6242242.12", "1"},
		{`of(sales, region = "华东")`, "50916526.27", "1"},
		{"quantity", "368660", "1"},
		{"average_price", "144546062.87", "368660"},
		{"orders", "621", "1"},
		{"average_order_value", "145116011.29", "621"},
		{"new_product_sales", "4268888.30", "1"},
		{"active_partners", "25", "1"},
		{"lost_partners", "2", "1"},
		{"new_partners", "3", "1"},
		{"cr3", "39444033.50", "144463298.87"},
		{"conversion_rate", "11627", "56023"},
		{"cac", "6243632.03", "7414"},
		{"customer_retention", "71270", "76409"},
		{"high_value_retention", "10032", "10537"},
	} {
		v := evaluation.Value(compile(t, catalog, c.figure), channel.Group{})
		if !v.OK() {
			t.Errorf("%s is absent: %s", c.figure, v.Reason)
			continue
		}
		num, den := decimal.RequireFromString(c.num), decimal.RequireFromString(c.den)
		if !v.Num.Mul(den).Equal(num.Mul(v.Den)) {
			t.Errorf("%s = %s / %s, want %s / %s", c.figure, v.Num, v.Den, c.num, c.den)
		}
	}
}

// Every figure that an item rests on, moves or aims at is there in its period.
func TestSampleEvidence(t *testing.T) {
	book, err := channel.Open(context.Background(), testdata.Sample())
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, period := range []channel.Period{channel.Quarter(2026, 2), channel.Quarter(2026, 3)} {
		evaluation, catalog := evaluate(t, period)
		for _, it := range book.ItemsFor(period) {
			for _, list := range [][]channel.Evidence{it.Evidence, it.Outputs, it.Effects, it.Aim} {
				for _, e := range list {
					text := e.Figure
					if e.Scope != "" {
						text = "of(" + e.Figure + ", " + e.Scope + ")"
					}
					if v := evaluation.Value(compile(t, catalog, text), channel.Group{}); !v.OK() {
						t.Errorf("%s: %s is absent: %s", e.Position, text, v.Reason)
					}
					seen++
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no item names a figure")
	}
}

func evaluate(t *testing.T, period channel.Period) (*kpi.Evaluation, *kpi.Catalog) {
	t.Helper()
	book, err := channel.Open(context.Background(), testdata.Sample())
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		t.Fatal(err)
	}
	evaluation, err := kpi.Evaluate(catalog, book, period)
	if err != nil {
		t.Fatal(err)
	}
	return evaluation, catalog
}

func compile(t *testing.T, catalog *kpi.Catalog, text string) *kpi.Figure {
	t.Helper()
	node, problems := expr.Parse(text)
	if len(problems) > 0 {
		t.Fatalf("%s: %v", text, problems)
	}
	figure, problems := catalog.Compile(node)
	if len(problems) > 0 {
		t.Fatalf("%s: %v", text, problems)
	}
	return figure
}
