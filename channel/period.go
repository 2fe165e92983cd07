package channel

import "iter"

// A Period is a half-open range of days [Start, End) that remembers how it was
// named (2026-Q3, FY2026-H1, 2026-07-01/2026-08-15). Periods are equal when
// their days are: compare with Equal. The zero Period is no period.
type Period struct {
	start, end Date
	kind       periodKind
	fiscal     fiscal // zero for calendar periods
}

type periodKind uint8

type fiscal struct {
	startMonth uint8 // 1–12; 0: a calendar period
	named      bool  // named after the year in which it starts
}

// Month, Quarter, Half and Year return calendar periods; Range returns the
// days first to last, both included. An impossible argument gives the zero
// Period.
func Month(year, month int) Period     { return Period{} }
func Quarter(year, quarter int) Period { return Period{} }
func Half(year, half int) Period       { return Period{} }
func Year(year int) Period             { return Period{} }
func Range(first, last Date) Period    { return Period{} }

// ParsePeriod reads 2026-09, 2026-Q3, 2026-H2, 2026 or
// 2026-07-01/2026-08-15. FY… needs a Setup: see Setup.ParsePeriod.
func ParsePeriod(s string) (Period, error) { return Period{}, nil }

func (p Period) Start() Date          { return p.start } // the first day
func (p Period) End() Date            { return p.end }   // the day after the last
func (p Period) Last() Date           { return p.end.AddDays(-1) }
func (p Period) IsZero() bool         { return p == Period{} }
func (p Period) Equal(q Period) bool  { return p.start == q.start && p.end == q.end }
func (p Period) Days() int            { return p.end.Sub(p.start) }
func (p Period) Contains(d Date) bool { return !d.Before(p.start) && d.Before(p.end) }

// Covers reports whether every day of q is a day of p.
func (p Period) Covers(q Period) bool {
	return !q.start.Before(p.start) && !p.end.Before(q.end)
}

// Overlaps reports whether the periods share a day.
func (p Period) Overlaps(q Period) bool {
	return p.start.Before(q.end) && q.start.Before(p.end)
}

// Previous returns the period just before: the unit before for a named one; as
// many whole months before a range of whole months, else as many days.
func (p Period) Previous() Period { return p }

// Next is the same the other way.
func (p Period) Next() Period { return p }

// YearAgo returns the same period a year before: both dates moved, 29 February
// to 28 February, a last day that is a month's end stays one.
func (p Period) YearAgo() Period { return p }

// WholeMonths returns how many calendar months the period consists of, and
// false if it does not consist of whole months.
func (p Period) WholeMonths() (int, bool) { return 0, false }

// Months iterates over the calendar months of a period of whole months.
func (p Period) Months() iter.Seq[Period] { return func(func(Period) bool) {} }

// YearToDate returns the days from the start of the year that holds the
// period's last day to that last day. The year is the fiscal one for a fiscal
// period.
func (p Period) YearToDate() Period { return p }

// WholeYear returns the year that holds the period's last day, fiscal for a
// fiscal period.
func (p Period) WholeYear() Period { return p }

// Grain is the kind of a period, for words: 上月, 上季度, 上期.
type Grain uint8

const (
	GrainRange Grain = iota
	GrainMonth
	GrainQuarter
	GrainHalf
	GrainYear
)

// Grain returns what kind of period p is. A range that is exactly a month,
// quarter, half or year of the calendar is that.
func (p Period) Grain() Grain { return GrainRange }

// String returns the period's code, as in the data: 2026-Q3.
func (p Period) String() string { return "" }
