package channel

// A Date is a civil date without zone or hours. The zero Date is "no date".
// Dates are comparable with ==.
type Date struct{ n int32 } // days since 0000-12-31, so that 0001-01-01 is 1

// NewDate returns the date, and false if the calendar has no such day.
func NewDate(year, month, day int) (Date, bool) { return Date{}, false }

// ParseDate reads YYYY-MM-DD.
func ParseDate(s string) (Date, error) { return Date{}, nil }

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.n == 0 }

// Civil returns year, month (1–12) and day.
func (d Date) Civil() (year, month, day int) { return 0, 0, 0 }

// AddDays returns the date n days later.
func (d Date) AddDays(n int) Date { return Date{d.n + int32(n)} }

// AddMonths returns the date n months later, the last day of the month where
// that month is shorter.
func (d Date) AddMonths(n int) Date { return d }

// Sub returns the number of days from e to d.
func (d Date) Sub(e Date) int { return int(d.n - e.n) }

// Compare orders dates.
func (d Date) Compare(e Date) int { return int(d.n - e.n) }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.n < e.n }

// String returns YYYY-MM-DD, and "" for no date.
func (d Date) String() string { return "" }
