package kpi_test

import (
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
)

// TestCatalogs: figures of one catalog are asked of an evaluation made with
// another, as a template's own indicators are of a book.
func TestCatalogs(t *testing.T) {
	files := sections(t, "testdata/books/formulas.txt")
	delete(files, "want")
	book := open(t, files)
	own, err := kpi.ForBook(book.Setup())
	if err != nil {
		t.Fatal(err)
	}
	if list := kpi.Check(own, book); len(list) > 0 {
		t.Fatal(list)
	}
	template, list := own.With([]channel.IndicatorText{
		{ID: "double", NameZh: "两倍", Formula: "sales * 2", Unit: "money"},
		{ID: "spared", NameZh: "结余（元）", Formula: "double - channel_cost", Unit: "money"},
	})
	if len(list) > 0 {
		t.Fatal(list)
	}
	e, err := kpi.Evaluate(own, book, channel.Month(2026, 1))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		catalog *kpi.Catalog
		text    string
		group   channel.Group
		want    string
	}{
		{template, "两倍", channel.Group{}, "400"},
		{template, "spared", channel.Group{}, "390"},
		{template, "spared.yoy", channel.Group{}, "missing_base"},
		{template, "double.share", channel.By("region", "West"), "80/400"},
		{template, "net", channel.Group{}, "5"},
		{kpi.Builtin(), "sales.yoy", channel.By("region", "West"), "20/20"},
		{kpi.Builtin(), "gross_profit", channel.Group{}, "15"},
		{kpi.Builtin(), "sales.rank", channel.By("region", "West"), "3"},
		{kpi.Builtin(), `of(sales, region == "East")`, channel.Group{}, "100"},
		{kpi.Builtin(), "sales", channel.By("sector", "Public"), "60"},
	} {
		f := compile(t, c.catalog, c.text)
		if got, ok := agrees(e.Value(f, c.group), c.want); !ok {
			t.Errorf("%s of %v = %s, want %s", c.text, c.group, got, c.want)
		}
		if again := e.Value(f, c.group); again.Reason != e.Value(f, c.group).Reason {
			t.Errorf("%s answers twice", c.text)
		}
	}
	// A dimension that only another book has.
	files = sections(t, "testdata/books/growth.txt")
	delete(files, "want")
	other := open(t, files)
	plain, err := kpi.ForBook(other.Setup())
	if err != nil {
		t.Fatal(err)
	}
	if e, err = kpi.Evaluate(plain, other, channel.Month(2026, 7)); err != nil {
		t.Fatal(err)
	}
	foreign := compile(t, own, `of(sales, sector == "Public")`)
	if v := e.Value(foreign, channel.Group{}); v.Reason != kpi.NoSuchGroup {
		t.Errorf("a foreign dimension gives %v", v)
	}
	if v := e.Value(compile(t, own, "sales"), channel.By("sector", "Public")); v.Reason != kpi.NoSuchGroup {
		t.Errorf("a foreign group gives %v", v)
	}
	if g := e.Groups(compile(t, own, "sales"), "sector"); g != nil {
		t.Errorf("a foreign dimension has groups %v", g)
	}
}

// TestNoSales: a book whose sales.csv has its header alone.
func TestNoSales(t *testing.T) {
	files := sections(t, "testdata/books/growth.txt")
	files["sales.csv"].Data = []byte("date,amount\n")
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
	n := 0
	for f, g := range e.All() {
		n++
		if v := e.Value(f, g); v.OK() {
			t.Errorf("%s of %v = %v", f.Expr(), g, v)
		}
		e.Explain(f, g)
	}
	pair, _ := channel.By("region", channel.Unassigned).And("tier", channel.Unassigned)
	if v := e.Value(compile(t, catalog, "sales + cr3 * sales"), pair); n == 0 || v.Reason != kpi.NoData {
		t.Error(n, v)
	}
	trace := e.Explain(compile(t, catalog, `sales + of(sales, region == "Nowhere")`), channel.Group{})
	if trace.Formula != `sales + of(sales, region == "Nowhere")` || len(trace.Inputs) != 1 {
		t.Error(trace)
	}
}
