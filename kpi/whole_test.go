package kpi_test

import (
	"fmt"
	"os"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
)

// sampleFiles are the sample book's files that a report's figures rest on.
func sampleFiles(t *testing.T, leave ...string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{
		"book.yaml", "partners.csv", "sales-2025.csv", "sales-2026.csv", "targets.csv", "observations-crm.csv", "observations-finance.csv",
		"observations-market.csv", "observations-service.csv", "observations-supply.csv", "observations-training.csv",
	} {
		text, err := os.ReadFile("../testdata/sample/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	for _, name := range leave {
		delete(files, name)
	}
	return files
}

// evaluated evaluates a period of a book.
func evaluated(t *testing.T, book *channel.Book, p channel.Period) *kpi.Evaluation {
	t.Helper()
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		t.Fatal(err)
	}
	e, err := kpi.Evaluate(catalog, book, p)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestMergedBooks: books of parts of the sample, merged in any order, give the
// figures of the whole, each from as many facts.
func TestMergedBooks(t *testing.T) {
	part := func(leave ...string) *channel.Book {
		book, err := channel.Open(t.Context(), sampleFiles(t, leave...))
		if err != nil {
			t.Fatal(err)
		}
		return book
	}
	a := part("sales-2026.csv", "observations-crm.csv")
	b := part("sales-2025.csv", "partners.csv", "targets.csv", "observations-finance.csv", "observations-market.csv",
		"observations-service.csv", "observations-supply.csv", "observations-training.csv")
	whole := evaluated(t, part(), channel.Quarter(2026, 3))
	for _, order := range [][]*channel.Book{{a, b}, {b, a}} {
		book, err := channel.Merge(order[0], order[1])
		if err != nil {
			t.Fatal(err)
		}
		merged := evaluated(t, book, channel.Quarter(2026, 3))
		figures := 0
		for f, g := range merged.All() {
			figures++
			v, w := merged.Value(f, g), whole.Value(f, g)
			if v.Reason != w.Reason || v.OK() && v.Compare(w) != 0 {
				t.Errorf("%s of %v is %s/%s %s, of the whole book %s/%s %s", f.Expr(), g, v.Num, v.Den, v.Reason, w.Num, w.Den, w.Reason)
			}
			x, y := merged.Explain(f, g), whole.Explain(f, g)
			if x.Formula != y.Formula || x.Facts != y.Facts || fmt.Sprint(x.Notes) != fmt.Sprint(y.Notes) {
				t.Errorf("%s of %v = %s of %d facts, of the whole book %s of %d", f.Expr(), g, x.Formula, x.Facts, y.Formula, y.Facts)
			}
		}
		for range whole.All() {
			figures--
		}
		if figures != 0 {
			t.Errorf("%+d figures", figures)
		}
	}
}

// TestDecomposition: what the groups of a dimension contribute adds up to the
// whole's growth, their shares of it and of the whole to one, with nothing left
// over.
func TestDecomposition(t *testing.T) {
	book, err := channel.Open(t.Context(), sampleFiles(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []channel.Period{channel.Quarter(2026, 3), channel.Month(2026, 8)} {
		e := evaluated(t, book, p)
		tested := map[kpi.Aspect]int{}
		for q := range e.Catalog().Indicators() {
			value, _ := q.Figure(kpi.ValueAspect)
			for d := range e.Catalog().Dimensions() {
				if !value.AddsOver(d) || d.ID == channel.MonthOf || d.ID == "quarter" {
					continue
				}
				groups := e.Groups(value, d.ID)
				for _, c := range []struct{ part, whole kpi.Aspect }{
					{kpi.ValueAspect, kpi.ValueAspect}, {kpi.Share, ""}, {kpi.ContributionYoY, kpi.YoY}, {kpi.ContributionPoP, kpi.PoP},
					{kpi.GrowthShareYoY, ""}, {kpi.GrowthSharePoP, ""},
				} {
					f, ok := q.Figure(c.part)
					if !ok || len(groups) == 0 {
						continue
					}
					want := one
					if w, ok := q.Figure(c.whole); ok {
						want = e.Value(w, channel.Group{})
					}
					sum := kpi.Value{Unit: f.Unit()}
					for _, g := range groups {
						sum = sum.Add(e.Value(f, channel.By(d.ID, g)))
					}
					if !sum.OK() || !want.OK() {
						continue // no base of the whole or of a group
					}
					tested[c.part]++
					if sum.Compare(want) != 0 {
						t.Errorf("%s: %s by %s adds up to %s/%s, not %s/%s", p, f.Expr(), d.ID, sum.Num, sum.Den, want.Num, want.Den)
					}
				}
			}
		}
		for _, a := range []kpi.Aspect{kpi.ValueAspect, kpi.Share, kpi.ContributionYoY, kpi.ContributionPoP, kpi.GrowthShareYoY, kpi.GrowthSharePoP} {
			if tested[a] < 10 {
				t.Errorf("%s: only %d breakdowns with %s", p, tested[a], a)
			}
		}
	}
}

var one = kpi.Exact(decimal.NewFromInt(1), kpi.Percent)
