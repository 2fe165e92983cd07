package kpi_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/kpi"
)

// explained writes a figure's trace, one line each.
func explained(e *kpi.Evaluation, f *kpi.Figure, g channel.Group) string {
	trace := e.Explain(f, g)
	var b strings.Builder
	v := e.Value(f, g)
	fmt.Fprintf(&b, "%s %v\n", f.Expr(), g.Pairs())
	if v.OK() {
		fmt.Fprintf(&b, "\t= %s / %s %s\n", v.Num, v.Den, v.Unit)
	} else {
		fmt.Fprintf(&b, "\t= %s\n", v.Reason)
	}
	fmt.Fprintf(&b, "\t= %s, of %d facts\n", trace.Formula, trace.Facts)
	for _, in := range trace.Inputs {
		value := string(in.Value.Reason)
		if in.Value.OK() {
			value = in.Value.Num.String()
		}
		fmt.Fprintf(&b, "\t%s = %s, of %d facts in %v\n", in.Name, value, in.Facts, in.Files)
	}
	for _, n := range trace.Notes {
		fmt.Fprintf(&b, "\t(%s: %s; %s)\n", n.Code, n.In("en"), n.In("zh-CN"))
	}
	return b.String()
}

// TestTrace writes traces of every form out, over one of the books.
func TestTrace(t *testing.T) {
	files := sections(t, "testdata/books/formulas.txt")
	delete(files, "want")
	book := open(t, files)
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		t.Fatal(err)
	}
	e, err := kpi.Evaluate(catalog, book, channel.Month(2026, 1))
	if err != nil {
		t.Fatal(err)
	}
	west := channel.By(channel.Region, "West")
	var b strings.Builder
	for _, c := range []struct {
		text  string
		group channel.Group
	}{
		{"sales", channel.Group{}},
		{"sales.yoy", channel.Group{}},
		{"sales.pop", west},
		{"sales.attainment", channel.Group{}},
		{"channel_cost.attainment", channel.Group{}},
		{"sales.ytd_attainment", channel.Group{}},
		{"net.needed_per_month", channel.Group{}},
		{"sales.year_attainment", channel.Group{}},
		{"sales.share", west},
		{"sales.share_yoy_change", west},
		{"sales.contribution_pop", west},
		{"sales.growth_share_yoy", west},
		{"sales.rank", west},
		{"gross_profit", channel.Group{}},
		{"gross_profit", channel.By(channel.Region, "East")},
		{"gross_profit.yoy_change", channel.Group{}},
		{"roi", channel.By(channel.Region, "East")},
		{"channel_cost", channel.By(channel.Region, channel.Unassigned)},
		{"east_share", west},
		{"rating.max", channel.Group{}},
		{"spread", channel.Group{}},
		{"cost_to_sales.year_ago", channel.Group{}},
		{`of(sales, city_tier in ["T2", "T3"]).yoy`, channel.Group{}},
		{`of(sales, region == "East").share`, channel.Group{}},
		{`of(sales, region == "East").target`, channel.Group{}},
		{`at(of(sales, region == "East"), "2025-01").ytd_yoy`, channel.Group{}},
		{`of(leads, region != "East")`, channel.Group{}},
		{"-abs(sales - 300) + min(sales, channel_cost)", channel.Group{}},
		{"report.sales / sales", west},
		{"sales.budget", channel.Group{}},
		{"orders", channel.Group{}},
		{"partners", channel.Group{}},
		{"stock_days", channel.Group{}},
		{"new_product_sales", channel.Group{}},
		{"sales", channel.By(channel.Region, "Nowhere")},
	} {
		b.WriteString(explained(e, compile(t, catalog, c.text), c.group))
	}
	golden.Compare(t, "trace.golden", []byte(b.String()))
}

// TestTraceOfPartners: a count of partners rests on the rows that say since when
// each is one, which may be sale lines.
func TestTraceOfPartners(t *testing.T) {
	book := open(t, fstest.MapFS{
		"partners.csv":   {Data: []byte("partner_id,joined,left\nP1,2026-02-01,\nP2,,\nP3,,2026-12-31\nP4,,\n")},
		"sales-2025.csv": {Data: []byte("date,partner_id,amount\n2025-12-31,P3,1\n")},
		"sales-2026.csv": {Data: []byte("date,partner_id,amount\n2026-01-02,P1,5\n2026-02-03,P2,7\n2026-02-03,P2,8\n2026-03-04,P2,9\n")},
	})
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text   string
		period channel.Period
		want   string
	}{
		{"partners", channel.Month(2026, 1), "1 [partners.csv sales-2025.csv]"},
		{"partners", channel.Month(2026, 2), "3 [partners.csv sales-2025.csv sales-2026.csv]"},
		{"new_partners", channel.Month(2026, 2), "2 [partners.csv sales-2026.csv]"},
		{"new_partners", channel.Month(2025, 12), "1 [partners.csv sales-2025.csv]"},
		{"new_partners", channel.Month(2026, 3), "0 []"},
		{"active_partners", channel.Month(2026, 2), "2 [sales-2026.csv]"},
		{"lost_partners", channel.Month(2026, 1), "2 [sales-2025.csv sales-2026.csv]"},
		{"partner_retention", channel.Month(2026, 1), "2 [sales-2025.csv sales-2026.csv]"},
		{"hhi", channel.Month(2026, 3), "1 [sales-2026.csv]"},
	} {
		e, err := kpi.Evaluate(catalog, book, c.period)
		if err != nil {
			t.Fatal(err)
		}
		trace := e.Explain(compile(t, catalog, c.text), channel.Group{})
		if got := fmt.Sprint(trace.Inputs[0].Facts, " ", trace.Inputs[0].Files); got != c.want {
			t.Errorf("%s of %s rests on %s, want %s", c.text, c.period, got, c.want)
		}
	}
}

// TestTraceAgrees: of every figure of a book, the formula of its trace, asked
// again, has the same value, and no input has more facts than all.
func TestTraceAgrees(t *testing.T) {
	for _, name := range []string{"recorded", "direct", "finished", "partners", "shares", "targets", "year"} {
		files := sections(t, "testdata/books/"+name+".txt")
		delete(files, "want")
		book := open(t, files)
		catalog, err := kpi.ForBook(book.Setup())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range []channel.Period{channel.Quarter(2026, 1), channel.Month(2026, 2)} {
			e, err := kpi.Evaluate(catalog, book, p)
			if err != nil {
				t.Fatal(err)
			}
			for f, g := range e.All() {
				trace := e.Explain(f, g)
				for _, in := range trace.Inputs {
					if in.Facts > trace.Facts {
						t.Errorf("%s: %s of %v: %s has %d facts, all have %d", name, f.Expr(), g, in.Name, in.Facts, trace.Facts)
					}
				}
				id := f.Indicator().ID
				if f.Aspect() == kpi.RankAspect || id == "direct_ltv" || !e.Value(f, g).OK() {
					continue // of direct_ltv the names are the channel's
				}
				again := e.Value(compile(t, catalog, trace.Formula), g)
				if v := e.Value(f, g); !again.OK() || v.Compare(again) != 0 {
					t.Errorf("%s: %s of %v = %s / %s, but %s = %s / %s %s", name, f.Expr(), g, v.Num, v.Den, trace.Formula, again.Num, again.Den, again.Reason)
				}
			}
		}
	}
}

// TestConcurrent asks one evaluation from many sides; it is for the race
// detector.
func TestConcurrent(t *testing.T) {
	files := sections(t, "testdata/books/partners.txt")
	delete(files, "want")
	book := open(t, files)
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		t.Fatal(err)
	}
	root, err := kpi.Evaluate(catalog, book, channel.Quarter(2026, 1))
	if err != nil {
		t.Fatal(err)
	}
	all := func() string {
		var b strings.Builder
		e := root.In(channel.Month(2026, 2))
		for f, g := range e.All() {
			b.WriteString(explained(e, f, g))
			e.Groups(f, channel.Region)
		}
		return b.String()
	}
	got := make([]string, 4)
	var group sync.WaitGroup
	for i := range got {
		group.Go(func() { got[i] = all() })
	}
	group.Wait()
	for i := range got {
		if got[i] != got[0] || got[i] == "" {
			t.Errorf("two runs differ")
		}
	}
}

// TestNotesOfValues: notes come with a value as they come with its trace.
func TestNotesOfValues(t *testing.T) {
	for _, name := range []string{"recorded", "partners", "year", "clientele"} {
		files := sections(t, "testdata/books/"+name+".txt")
		delete(files, "want")
		book := open(t, files)
		catalog, err := kpi.ForBook(book.Setup())
		if err != nil {
			t.Fatal(err)
		}
		e, err := kpi.Evaluate(catalog, book, channel.Quarter(2026, 1))
		if err != nil {
			t.Fatal(err)
		}
		noted := 0
		for f, g := range e.All() {
			notes := e.Notes(f, g)
			if fmt.Sprint(notes) != fmt.Sprint(e.Explain(f, g).Notes) {
				t.Errorf("%s: %s of %v has the notes %v", name, f.Expr(), g, notes)
			}
			noted += len(notes)
		}
		if noted == 0 {
			t.Errorf("%s has no notes", name)
		}
	}
}
