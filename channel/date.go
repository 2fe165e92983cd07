package channel

import (
	"fmt"
	"regexp"
	"strings"

	"example.com/channelreport/channel/source"
)

// A Date is a civil date without zone or hours, from 0001-01-01 to 9999-12-31.
// The zero Date is "no date". Dates are comparable with ==.
type Date struct{ n int32 } // days since 0000-12-31, so that 0001-01-01 is 1

// NewDate returns the date, and false if the calendar has no such day.
func NewDate(year, month, day int) (Date, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return Date{}, false
	}
	return civil(year, month, day), true
}

// ParseDate reads YYYY-MM-DD. Its error is a *source.Error without a position.
func ParseDate(s string) (Date, error) {
	d, err := parseDate(s)
	if err != nil {
		return Date{}, err
	}
	return d, nil
}

func parseDate(s string) (Date, *source.Error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, problem(msgDate, s)
	}
	year, ok1 := digits(s[:4])
	month, ok2 := digits(s[5:7])
	day, ok3 := digits(s[8:])
	if !ok1 || !ok2 || !ok3 {
		return Date{}, problem(msgDate, s)
	}
	d, ok := NewDate(year, month, day)
	if !ok {
		return Date{}, problem(msgNoSuchDay, s)
	}
	return d, nil
}

var excelDate = regexp.MustCompile(`^\d{4}/\d{1,2}/\d{1,2}( 0{1,2}:00(:00)?)?$`)

// isExcelDate reports whether a text is a date as Excel writes it in China:
// 2026/9/1, padded or not, perhaps with a midnight time.
func isExcelDate(s string) bool { return excelDate.MatchString(s) }

// parseExcelDate reads a date of that form.
func parseExcelDate(s string) (Date, *source.Error) {
	day, _, _ := strings.Cut(s, " ")
	parts := strings.Split(day, "/")
	y, _ := digits(parts[0])
	m, _ := digits(parts[1])
	d, _ := digits(parts[2])
	date, ok := NewDate(y, m, d)
	if !ok {
		return Date{}, problem(msgNoSuchDay, s)
	}
	return date, nil
}

// digits reads a run of ASCII digits.
func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return 0, false
		}
		n = n*10 + int(c)
	}
	return n, true
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.n == 0 }

// AddDays returns the date n days later.
func (d Date) AddDays(n int) Date { return Date{d.n + int32(n)} }

// AddMonths returns the date n months later, the last day of the month where
// that month is shorter.
func (d Date) AddMonths(n int) Date {
	year, month, day := d.Civil()
	months := year*12 + month - 1 + n
	year, month = floorDiv(months, 12), months-12*floorDiv(months, 12)+1
	return civil(year, month, min(day, daysIn(year, month)))
}

// Sub returns the number of days from e to d.
func (d Date) Sub(e Date) int { return int(d.n - e.n) }

// Compare orders dates; no date comes first.
func (d Date) Compare(e Date) int { return int(d.n - e.n) }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.n < e.n }

// later returns the later of two dates.
func later(d, e Date) Date {
	if d.Before(e) {
		return e
	}
	return d
}

// earlier returns the earlier of two dates, of which no date is none.
func earlier(d, e Date) Date {
	if d.IsZero() || !e.IsZero() && e.Before(d) {
		return e
	}
	return d
}

// String returns YYYY-MM-DD, and "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	year, month, day := d.Civil()
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// MarshalText returns the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(string(text))
	if err == nil {
		*d = parsed
	}
	return err
}

// monthStart returns the first day of d's month.
func (d Date) monthStart() Date {
	_, _, day := d.Civil()
	return d.AddDays(1 - day)
}

// isMonthEnd reports whether d is the last day of its month.
func (d Date) isMonthEnd() bool {
	_, _, day := d.AddDays(1).Civil()
	return day == 1
}

// The calendar below counts years from March, so that the leap day is a year's
// last and the days of the months before it follow one formula. A cycle of 400
// years has 146 097 days.
const cycleDays = 146097

// Civil returns year, month (1–12) and day.
func (d Date) Civil() (year, month, day int) {
	n := int(d.n) + 305 // days since 0000-03-01
	cycle := floorDiv(n, cycleDays)
	n -= cycle * cycleDays
	y := (n - n/1460 + n/36524 - n/146096) / 365
	n -= 365*y + y/4 - y/100
	m := (5*n + 2) / 153
	day = n - (153*m+2)/5 + 1
	year, month = cycle*400+y, m+3
	if month > 12 {
		year, month = year+1, month-12
	}
	return year, month, day
}

// civil is the inverse of Civil, for a day that exists.
func civil(year, month, day int) Date {
	if month < 3 {
		year, month = year-1, month+12
	}
	cycle := floorDiv(year, 400)
	y := year - cycle*400
	n := (153*(month-3)+2)/5 + day - 1
	return Date{int32(cycle*cycleDays + 365*y + y/4 - y/100 + n - 305)}
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}
