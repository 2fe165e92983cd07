package channel

import (
	"fmt"
	"iter"
	"strings"
)

// A Period is a half-open range of days [Start, End) that remembers how it was
// named (2026-Q3, FY2026-H1, 2026-07-01/2026-08-15). Periods are equal when
// their days are: compare with Equal. The zero Period is no period.
type Period struct {
	start, end Date
	kind       Grain
	fiscal     fiscal // zero for calendar periods
}

// fiscal says how the years of a fiscal period run. The months, the year and
// the year to date of a fiscal period are fiscal too.
type fiscal struct {
	startMonth uint8 // 1–12; 0: a calendar period
	byStart    bool  // named after the year in which it starts
}

// Grain is the kind of a period, for words: 上月, 上季度, 上期.
type Grain uint8

const (
	GrainRange Grain = iota
	GrainMonth
	GrainQuarter
	GrainHalf
	GrainYear
)

// months returns how many months a period of the grain has.
func (g Grain) months() int {
	return [...]int{GrainMonth: 1, GrainQuarter: 3, GrainHalf: 6, GrainYear: 12}[g]
}

// Month, Quarter, Half and Year return calendar periods. An impossible
// argument gives the zero Period.
func Month(year, month int) Period { return fiscal{}.part(GrainMonth, year, month) }

// Quarter returns the quarter 1–4 of a calendar year.
func Quarter(year, quarter int) Period { return fiscal{}.part(GrainQuarter, year, quarter) }

// Half returns the half 1–2 of a calendar year.
func Half(year, half int) Period { return fiscal{}.part(GrainHalf, year, half) }

// Year returns a calendar year.
func Year(year int) Period { return fiscal{}.part(GrainYear, year, 1) }

// Range returns the days first to last, both included, and the zero Period if
// there are none.
func Range(first, last Date) Period {
	if first.IsZero() || last.Before(first) {
		return Period{}
	}
	return Period{start: first, end: last.AddDays(1)}
}

// part returns the n-th period of a grain in a year, which is fiscal unless f
// is zero.
func (f fiscal) part(g Grain, year, n int) Period {
	if year < 1 || year > 9999 || n < 1 || n > 12/g.months() {
		return Period{}
	}
	if f.startMonth > 1 && !f.byStart {
		year--
	}
	start := civil(year, max(int(f.startMonth), 1), 1).AddMonths((n - 1) * g.months())
	return Period{start, start.AddMonths(g.months()), g, f}
}

// year returns the first day of the year that holds d, and the year's name.
func (f fiscal) year(d Date) (Date, int) {
	year, month, _ := d.Civil()
	first := max(int(f.startMonth), 1)
	if month < first {
		year--
	}
	start := civil(year, first, 1)
	if first > 1 && !f.byStart {
		year++
	}
	return start, year
}

// ParsePeriod reads 2026-09, 2026-Q3, 2026-H2, 2026 or
// 2026-07-01/2026-08-15. FY… needs a Setup: see Setup.ParsePeriod. Its error
// is a *source.Error without a position.
func ParsePeriod(s string) (Period, error) {
	if strings.HasPrefix(s, "FY") {
		if _, err := parsePeriod(s, fiscal{startMonth: 1}); err != nil {
			return Period{}, err
		}
		return Period{}, problem(msgFiscalPeriod, s)
	}
	return parsePeriod(s, fiscal{})
}

// parsePeriod reads a period whose FY… runs as f says.
func parsePeriod(s string, f fiscal) (Period, error) {
	if first, last, ok := strings.Cut(s, "/"); ok {
		from, err1 := ParseDate(first)
		to, err2 := ParseDate(last)
		if err1 != nil || err2 != nil {
			return Period{}, problem(msgPeriod, s)
		}
		if to.Before(from) {
			return Period{}, problem(msgPeriodOrder, s)
		}
		return Range(from, to), nil
	}
	text, isFiscal := strings.CutPrefix(s, "FY")
	if !isFiscal {
		f = fiscal{}
	}
	if p, ok := f.parsePart(text, isFiscal); ok {
		return p, nil
	}
	return Period{}, problem(msgPeriod, s)
}

// parsePart reads YEAR, YEAR-Qn, YEAR-Hn and, of calendar years, YEAR-MM.
func (f fiscal) parsePart(text string, isFiscal bool) (Period, bool) {
	yearText, part, hasPart := strings.Cut(text, "-")
	year, ok := digits(yearText)
	if !ok || len(yearText) != 4 {
		return Period{}, false
	}
	g, number := GrainYear, "1"
	switch {
	case !hasPart:
	case len(part) == 2 && part[0] == 'Q':
		g, number = GrainQuarter, part[1:]
	case len(part) == 2 && part[0] == 'H':
		g, number = GrainHalf, part[1:]
	case len(part) == 2 && !isFiscal:
		g, number = GrainMonth, part
	default:
		return Period{}, false
	}
	n, ok := digits(number)
	p := f.part(g, year, n)
	return p, ok && !p.IsZero()
}

// Start returns the first day.
func (p Period) Start() Date { return p.start }

// End returns the day after the last.
func (p Period) End() Date { return p.end }

// Last returns the last day.
func (p Period) Last() Date { return p.end.AddDays(-1) }

// IsZero reports whether p is no period.
func (p Period) IsZero() bool { return p == Period{} }

// Equal reports whether p and q have the same days.
func (p Period) Equal(q Period) bool { return p.start == q.start && p.end == q.end }

// Compare orders periods by their first day, the longer of two first.
func (p Period) Compare(q Period) int {
	if c := p.start.Compare(q.start); c != 0 {
		return c
	}
	return q.end.Compare(p.end)
}

// Days returns the number of days.
func (p Period) Days() int { return p.end.Sub(p.start) }

// Contains reports whether d is a day of p.
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
func (p Period) Previous() Period { return p.move(-1) }

// Next is the same the other way.
func (p Period) Next() Period { return p.move(1) }

func (p Period) move(times int) Period {
	if months, ok := p.WholeMonths(); ok {
		p.start, p.end = p.start.AddMonths(times*months), p.end.AddMonths(times*months)
	} else {
		days := times * p.Days()
		p.start, p.end = p.start.AddDays(days), p.end.AddDays(days)
	}
	return p
}

// YearAgo returns the same period a year before: both dates moved, 29 February
// to 28 February, a last day that is a month's end stays one.
func (p Period) YearAgo() Period {
	if p.IsZero() {
		return p
	}
	last := p.Last()
	if last.isMonthEnd() {
		// The day after a month's end is a first, which every year has.
		p.end = p.end.AddMonths(-12)
	} else {
		p.end = last.AddMonths(-12).AddDays(1)
	}
	p.start = p.start.AddMonths(-12)
	return p
}

// WholeMonths returns how many calendar months the period consists of, and
// false if it does not consist of whole months.
func (p Period) WholeMonths() (int, bool) {
	y1, m1, d1 := p.start.Civil()
	y2, m2, d2 := p.end.Civil()
	if p.IsZero() || d1 != 1 || d2 != 1 {
		return 0, false
	}
	return (y2-y1)*12 + m2 - m1, true
}

// Months iterates over the calendar months of a period of whole months, and
// over nothing if it does not consist of them. The months of a fiscal period
// know their fiscal year.
func (p Period) Months() iter.Seq[Period] {
	return func(yield func(Period) bool) {
		months, _ := p.WholeMonths()
		for i := range months {
			start := p.start.AddMonths(i)
			if !yield(Period{start, start.AddMonths(1), GrainMonth, p.fiscal}) {
				return
			}
		}
	}
}

// YearToDate returns the days from the start of the year that holds the
// period's last day to that last day. The year is the fiscal one for a fiscal
// period.
func (p Period) YearToDate() Period {
	if p.IsZero() {
		return p
	}
	start, _ := p.fiscal.year(p.Last())
	q := Period{start: start, end: p.end, fiscal: p.fiscal}
	q.kind = q.Grain()
	return q
}

// WholeYear returns the year that holds the period's last day, fiscal for a
// fiscal period.
func (p Period) WholeYear() Period {
	if p.IsZero() {
		return p
	}
	start, _ := p.fiscal.year(p.Last())
	return Period{start, start.AddMonths(12), GrainYear, p.fiscal}
}

// Grain returns what kind of period p is. A range that is exactly a month,
// quarter, half or year of the calendar is that.
func (p Period) Grain() Grain {
	if p.kind != GrainRange {
		return p.kind
	}
	months, whole := p.WholeMonths()
	if !whole {
		return GrainRange
	}
	year, _ := p.fiscal.year(p.start)
	before, _ := Period{start: year, end: p.start}.WholeMonths()
	for _, g := range []Grain{GrainMonth, GrainQuarter, GrainHalf, GrainYear} {
		if months == g.months() && before%months == 0 {
			return g
		}
	}
	return GrainRange
}

// String returns the period's code, as in the data: 2026-Q3; "" for no period.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	yearStart, year := p.fiscal.year(p.start)
	prefix := ""
	if p.fiscal.startMonth > 0 {
		prefix = "FY"
	}
	before, _ := Period{start: yearStart, end: p.start}.WholeMonths()
	switch p.kind {
	case GrainMonth: // a month has its calendar name in a fiscal year, too
		year, month, _ := p.start.Civil()
		return fmt.Sprintf("%04d-%02d", year, month)
	case GrainQuarter:
		return fmt.Sprintf("%s%04d-Q%d", prefix, year, before/3+1)
	case GrainHalf:
		return fmt.Sprintf("%s%04d-H%d", prefix, year, before/6+1)
	case GrainYear:
		return fmt.Sprintf("%s%04d", prefix, year)
	}
	return p.start.String() + "/" + p.Last().String()
}

// MarshalText returns the period's code.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what MarshalText writes, but for FY…: see ParsePeriod.
func (p *Period) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = Period{}
		return nil
	}
	parsed, err := ParsePeriod(string(text))
	if err == nil {
		*p = parsed
	}
	return err
}
