package channel

import (
	"slices"
	"testing"

	"example.com/channelreport/channel/source"
)

// fiscalApril and fiscalOctober are set-ups with either way to name a year.
var (
	fiscalApril   = Setup{FiscalYearStart: 4, FiscalYearNamed: "end"}
	fiscalOctober = Setup{FiscalYearStart: 10, FiscalYearNamed: "start"}
)

func period(t testing.TB, s *Setup, text string) Period {
	t.Helper()
	p, err := s.ParsePeriod(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestPeriods shows for each kind of period all that is derived from it.
func TestPeriods(t *testing.T) {
	for _, tt := range []struct {
		setup                   *Setup
		in, days                string
		previous, next, yearAgo string
		yearToDate, wholeYear   string
		grain                   Grain
		months                  int    // 0: not whole months
		yearAgoDays             string // where the text does not say them
	}{
		{nil, "2026-09", "2026-09-01/2026-09-30", "2026-08", "2026-10", "2025-09", "2026-01-01/2026-09-30", "2026", GrainMonth, 1, ""},
		{nil, "2026-01", "2026-01-01/2026-01-31", "2025-12", "2026-02", "2025-01", "2026-01", "2026", GrainMonth, 1, ""},
		{nil, "2025-02", "2025-02-01/2025-02-28", "2025-01", "2025-03", "2024-02", "2025-01-01/2025-02-28", "2025", GrainMonth, 1, "2024-02-01/2024-02-29"},
		{nil, "2026-Q1", "2026-01-01/2026-03-31", "2025-Q4", "2026-Q2", "2025-Q1", "2026-Q1", "2026", GrainQuarter, 3, ""},
		{nil, "2026-Q3", "2026-07-01/2026-09-30", "2026-Q2", "2026-Q4", "2025-Q3", "2026-01-01/2026-09-30", "2026", GrainQuarter, 3, ""},
		{nil, "2026-H1", "2026-01-01/2026-06-30", "2025-H2", "2026-H2", "2025-H1", "2026-H1", "2026", GrainHalf, 6, ""},
		{nil, "2026-H2", "2026-07-01/2026-12-31", "2026-H1", "2027-H1", "2025-H2", "2026", "2026", GrainHalf, 6, ""},
		{nil, "2024", "2024-01-01/2024-12-31", "2023", "2025", "2023", "2024", "2024", GrainYear, 12, ""},
		// Ranges: as many days, or as many whole months.
		{nil, "2026-07-01/2026-08-15", "2026-07-01/2026-08-15", "2026-05-16/2026-06-30", "2026-08-16/2026-09-30", "2025-07-01/2025-08-15",
			"2026-01-01/2026-08-15", "2026", GrainRange, 0, ""},
		{nil, "2026-01-01/2026-02-28", "2026-01-01/2026-02-28", "2025-11-01/2025-12-31", "2026-03-01/2026-04-30", "2025-01-01/2025-02-28",
			"2026-01-01/2026-02-28", "2026", GrainRange, 2, ""},
		{nil, "2025-11-01/2026-02-28", "2025-11-01/2026-02-28", "2025-07-01/2025-10-31", "2026-03-01/2026-06-30", "2024-11-01/2025-02-28",
			"2026-01-01/2026-02-28", "2026", GrainRange, 4, ""},
		// A range that is exactly a quarter is one, but keeps its name.
		{nil, "2026-07-01/2026-09-30", "2026-07-01/2026-09-30", "2026-04-01/2026-06-30", "2026-10-01/2026-12-31", "2025-07-01/2025-09-30",
			"2026-01-01/2026-09-30", "2026", GrainQuarter, 3, ""},
		{nil, "2026-02-01/2026-04-30", "2026-02-01/2026-04-30", "2025-11-01/2026-01-31", "2026-05-01/2026-07-31", "2025-02-01/2025-04-30",
			"2026-01-01/2026-04-30", "2026", GrainRange, 3, ""},
		// 29 February goes to the 28th; a last day that is a month's end stays one.
		{nil, "2024-02-29/2024-03-10", "2024-02-29/2024-03-10", "2024-02-18/2024-02-28", "2024-03-11/2024-03-21", "2023-02-28/2023-03-10",
			"2024-01-01/2024-03-10", "2024", GrainRange, 0, ""},
		{nil, "2025-02-10/2025-02-28", "2025-02-10/2025-02-28", "2025-01-22/2025-02-09", "2025-03-01/2025-03-19", "2024-02-10/2024-02-29",
			"2025-01-01/2025-02-28", "2025", GrainRange, 0, ""},
		{nil, "2024-02-10/2024-02-28", "2024-02-10/2024-02-28", "2024-01-22/2024-02-09", "2024-02-29/2024-03-18", "2023-02-10/2023-02-28",
			"2024-01-01/2024-02-28", "2024", GrainRange, 0, ""},
		{nil, "2024-02-29/2024-02-29", "2024-02-29/2024-02-29", "2024-02-28/2024-02-28", "2024-03-01/2024-03-01", "2023-02-28/2023-02-28",
			"2024-01-01/2024-02-29", "2024", GrainRange, 0, ""},
		// Fiscal years.
		{&fiscalApril, "FY2026", "2025-04-01/2026-03-31", "FY2025", "FY2027", "FY2025", "FY2026", "FY2026", GrainYear, 12, ""},
		{&fiscalApril, "FY2026-H1", "2025-04-01/2025-09-30", "FY2025-H2", "FY2026-H2", "FY2025-H1", "FY2026-H1", "FY2026", GrainHalf, 6, ""},
		{&fiscalApril, "FY2026-Q4", "2026-01-01/2026-03-31", "FY2026-Q3", "FY2027-Q1", "FY2025-Q4", "FY2026", "FY2026", GrainQuarter, 3, ""},
		{&fiscalApril, "FY2026-Q3", "2025-10-01/2025-12-31", "FY2026-Q2", "FY2026-Q4", "FY2025-Q3", "2025-04-01/2025-12-31", "FY2026", GrainQuarter, 3, ""},
		{&fiscalOctober, "FY2026-Q1", "2026-10-01/2026-12-31", "FY2025-Q4", "FY2026-Q2", "FY2025-Q1", "FY2026-Q1", "FY2026", GrainQuarter, 3, ""},
		{&Setup{}, "FY2026-Q1", "2026-01-01/2026-03-31", "FY2025-Q4", "FY2026-Q2", "FY2025-Q1", "FY2026-Q1", "FY2026", GrainQuarter, 3, ""},
	} {
		var p Period
		var err error
		if tt.setup == nil {
			p, err = ParsePeriod(tt.in)
		} else {
			p, err = tt.setup.ParsePeriod(tt.in)
		}
		if err != nil {
			t.Error(err)
			continue
		}
		months, _ := p.WholeMonths()
		got := []string{p.String(), Range(p.Start(), p.Last()).String(), p.Previous().String(), p.Next().String(), p.YearAgo().String(),
			p.YearToDate().String(), p.WholeYear().String()}
		want := []string{tt.in, tt.days, tt.previous, tt.next, tt.yearAgo, tt.yearToDate, tt.wholeYear}
		if !slices.Equal(got, want) || p.Grain() != tt.grain || months != tt.months {
			t.Errorf("%s:\n got %q grain %d months %d\nwant %q grain %d months %d", tt.in, got, p.Grain(), months, want, tt.grain, tt.months)
		}
		if tt.yearAgoDays != "" && Range(p.YearAgo().Start(), p.YearAgo().Last()).String() != tt.yearAgoDays {
			t.Errorf("%s: the year before has the days %v", tt.in, Range(p.YearAgo().Start(), p.YearAgo().Last()))
		}
		if p.Days() != p.Last().Sub(p.Start())+1 {
			t.Errorf("%s has %d days", tt.in, p.Days())
		}
	}
}

func TestParsePeriodErrors(t *testing.T) {
	for _, in := range []string{"", "26", "2026-13", "2026-0", "2026-9", "2026-Q0", "2026-Q5", "2026-H3", "2026-q1", "2026-W01", "0000", "FY26",
		"FY2026-09", "FY2026-Q5", "2026-07-01/", "/", "2026-07-01/2026-02-30", "2026-07-01/2026-08-01/2026-09-01", "２０２６"} {
		_, err := ParsePeriod(in)
		if want := msgPeriod.In("en", in) + " [bad-period]"; err == nil || err.Error() != want {
			t.Errorf("ParsePeriod(%q): %v", in, err)
		}
	}
	_, err := ParsePeriod("FY2026-Q1")
	list := source.Problems(err)
	if en, zh := `"FY2026-Q1" is a period of a fiscal year, which only a book's set-up can place in the calendar [fiscal-period]`,
		`"FY2026-Q1" 是财年期间，须由账套的设置确定起止 [fiscal-period]`; list.Error() != en || list.In("zh-CN") != zh {
		t.Error(list)
	}
	if _, err := ParsePeriod("2026-02-01/2026-01-31"); err == nil || err.Error() != msgPeriodOrder.In("en", "2026-02-01/2026-01-31")+" [period-order]" {
		t.Error(err)
	}
}

func TestPeriodConstructors(t *testing.T) {
	for _, p := range []Period{Month(2026, 13), Month(0, 1), Quarter(2026, 0), Quarter(2026, 5), Half(2026, 3), Year(0), Year(10000),
		Range(day("2026-02-01"), day("2026-01-31")), Range(Date{}, day("2026-01-31")), {}} {
		if !p.IsZero() || p.String() != "" || !p.Previous().IsZero() || !p.YearAgo().IsZero() || !p.YearToDate().IsZero() || !p.WholeYear().IsZero() {
			t.Errorf("%v is a period", p)
		}
	}
	for text, p := range map[string]Period{
		"2026-02": Month(2026, 2), "2026-Q4": Quarter(2026, 4), "2026-H1": Half(2026, 1), "2026": Year(2026),
		"2026-02-01/2026-02-28": Range(day("2026-02-01"), day("2026-02-28")),
	} {
		if p.String() != text {
			t.Errorf("%s is written %s", text, p)
		}
	}
}

func TestPeriodRelations(t *testing.T) {
	year, quarter, next := Year(2026), Quarter(2026, 3), Quarter(2026, 4)
	if !year.Covers(quarter) || quarter.Covers(year) || !year.Covers(year) || !year.Overlaps(quarter) || quarter.Overlaps(next) {
		t.Error("covers, overlaps")
	}
	if !quarter.Contains(day("2026-07-01")) || !quarter.Contains(day("2026-09-30")) || quarter.Contains(day("2026-10-01")) || quarter.Contains(day("2026-06-30")) {
		t.Error("contains")
	}
	if !quarter.Equal(Range(day("2026-07-01"), day("2026-09-30"))) || quarter.Equal(next) {
		t.Error("equal")
	}
	if quarter.Compare(next) >= 0 || year.Compare(Month(2026, 1)) >= 0 || quarter.Compare(quarter) != 0 {
		t.Error("compare")
	}
	if quarter.End() != day("2026-10-01") {
		t.Error("end")
	}
}

func TestMonths(t *testing.T) {
	texts := func(p Period) (list []string) {
		for m := range p.Months() {
			list = append(list, m.String())
		}
		return list
	}
	if got := texts(Range(day("2025-12-01"), day("2026-02-28"))); !slices.Equal(got, []string{"2025-12", "2026-01", "2026-02"}) {
		t.Error(got)
	}
	if got := texts(Range(day("2025-12-02"), day("2026-02-28"))); got != nil {
		t.Error(got)
	}
	// The months of a fiscal quarter know their fiscal year.
	for m := range period(t, &fiscalApril, "FY2026-Q4").Months() {
		if m.WholeYear().String() != "FY2026" || m.Previous().WholeYear().String() != "FY2026" {
			t.Errorf("%v is in %v", m, m.WholeYear())
		}
		break
	}
}

func TestPeriodText(t *testing.T) {
	for _, want := range []Period{{}, Quarter(2026, 3), Range(day("2026-07-01"), day("2026-08-15"))} {
		text, err := want.MarshalText()
		var got Period
		if err2 := got.UnmarshalText(text); err != nil || err2 != nil || got != want {
			t.Errorf("%q came back as %v: %v, %v", text, got, err, err2)
		}
	}
	var got Period
	if err := got.UnmarshalText([]byte("FY2026")); err == nil || !got.IsZero() {
		t.Error("a fiscal year has no days by itself")
	}
}

// FuzzParsePeriod holds that what is read is written the same way, and that
// the derived periods keep their promises.
func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2026-09", "2026-Q3", "2026-H2", "2026", "2026-07-01/2026-08-15", "FY2026", "FY2026-H1", "FY2026-Q4", "2024-02-29/2024-02-29", "FY2026-09"} {
		f.Add(s, uint8(1), false)
		f.Add(s, uint8(10), true)
	}
	f.Fuzz(func(t *testing.T, s string, start uint8, byStart bool) {
		setup := Setup{FiscalYearStart: int(start)%12 + 1, FiscalYearNamed: "end"}
		if byStart {
			setup.FiscalYearNamed = "start"
		}
		p, err := setup.ParsePeriod(s)
		if err != nil {
			return
		}
		if p.String() != s {
			t.Errorf("%q is written %q", s, p)
		}
		if p.Days() < 1 || p.Previous().End() != p.Start() || p.Next().Start() != p.End() {
			t.Errorf("%v: previous %v, next %v", p, p.Previous(), p.Next())
		}
		if months, whole := p.WholeMonths(); whole {
			if again, _ := p.Previous().WholeMonths(); again != months || !p.Previous().Next().Equal(p) {
				t.Errorf("%v has %d months, the period before %d", p, months, again)
			}
		}
		if y := p.WholeYear(); !y.Contains(p.Last()) || !y.Covers(p.YearToDate()) || p.YearToDate().End() != p.End() {
			t.Errorf("%v is not in its year %v", p, y)
		}
		if ago := p.YearAgo(); ago.IsZero() || ago.Last().Before(ago.Start()) {
			t.Errorf("%v: a year ago %v", p, ago)
		}
	})
}
