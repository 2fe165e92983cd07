package main

import (
	"fmt"
	"time"
)

// A month counts the months from January 2025, the first of the book.
type month int

const (
	lastMonth  month = 20 // September 2026, the last with facts
	lastTarget month = 23 // December 2026, the last with targets
)

// in returns the month of a year.
func in(year int, m int) month { return month((year-2025)*12 + m - 1) }

func (m month) year() int        { return 2025 + int(m)/12 }
func (m month) quarter() quarter { return quarter(m / 3) }

func (m month) String() string { return fmt.Sprintf("%d-%02d", m.year(), int(m)%12+1) }

// days returns how many days the month has.
func (m month) days() int { return (m + 1).day(0).Day() }

// day returns a day of the month, counted from 1.
func (m month) day(d int) time.Time {
	return time.Date(m.year(), time.Month(int(m)%12+1), d, 0, 0, 0, 0, time.UTC)
}

// A quarter counts the quarters from the first of 2025.
type quarter int

const (
	lastQuarter       quarter = 6 // 2026-Q3, the last with facts
	lastTargetQuarter quarter = 7
)

func (q quarter) months() [3]month { return [3]month{month(q * 3), month(q*3 + 1), month(q*3 + 2)} }
func (q quarter) year() int        { return 2025 + int(q)/4 }
func (q quarter) String() string   { return fmt.Sprintf("%d-Q%d", q.year(), int(q)%4+1) }

// days returns how many days the quarter has.
func (q quarter) days() int64 {
	n := 0
	for _, m := range q.months() {
		n += m.days()
	}
	return int64(n)
}

// A span is a longer period, written as the book writes it, with its quarters.
type span struct {
	name        string
	first, last quarter
}

func (s span) String() string { return s.name }

// spans are the periods that a survey of customers covers beside the quarters:
// who stays a half year or a year is not the sum of who stays a quarter.
var spans = []span{
	{"2025-H1", 0, 1}, {"2025-H2", 2, 3}, {"2025", 0, 3}, {"2026-H1", 4, 5}, {"2026-01-01/2026-09-30", 4, 6},
}
