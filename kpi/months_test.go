package kpi_test

import (
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// TestMonthGrain: a book of month grain refuses a period that holds parts of
// months by name, wherever it is asked for.
func TestMonthGrain(t *testing.T) {
	book := open(t, fstest.MapFS{
		"book.yaml": {Data: []byte("grain: month\n")},
		"sales.csv": {Data: []byte("date,amount\n2026-07-03,100\n2026-08-20,900\n")},
	})
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		t.Fatal(err)
	}
	half, err := channel.ParsePeriod("2026-07-01/2026-08-15")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		period channel.Period
		want   string
	}{
		{half, `period: the period "2026-07-01/2026-08-15" does not consist of whole months, which a book with grain: month needs [period-grain]
period: 期间 "2026-07-01/2026-08-15" 不是整月，而 grain: month 的账套要求整月 [period-grain]`},
		{channel.Period{}, "period: no period is given [no-period]\nperiod: 没有给出期间 [no-period]"},
	} {
		_, err := kpi.Evaluate(catalog, book, c.period)
		if list := source.Problems(err); list.In("en")+"\n"+list.In("zh-CN") != c.want {
			t.Errorf("%v: %v", c.period, err)
		}
	}

	const text = `at(sales, "2026-07-01/2026-08-15")`
	tree, _ := expr.Parse(text)
	_, list := catalog.Compile(tree)
	want := `11: the period "2026-07-01/2026-08-15" does not consist of whole months, which a book with grain: month needs [period-grain]`
	if got := problems(list, "en"); got != want {
		t.Errorf("%s: %s", text, got)
	}

	// A catalog that was made without the book cannot know.
	e, err := kpi.Evaluate(catalog, book, channel.Month(2026, 8))
	if err != nil {
		t.Fatal(err)
	}
	f := compile(t, kpi.Builtin(), text)
	if v := e.Value(f, channel.Group{}); v.Reason != kpi.NotComparable {
		t.Errorf("%s is %v %s", text, v.Num, v.Reason)
	}
	if trace := e.Explain(f, channel.Group{}); trace.Formula != text || trace.Facts != 0 {
		t.Errorf("%s is explained as %s of %d facts", text, trace.Formula, trace.Facts)
	}
	if groups := e.Groups(f, channel.Region); groups != nil {
		t.Errorf("%s has the groups %v", text, groups)
	}
}
