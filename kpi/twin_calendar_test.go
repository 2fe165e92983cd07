package kpi_test

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// The twin is a second implementation of the contract's figures, written from
// its text alone: exact rationals, no cells, no sharing, one function a rule.
// It reads the facts as the rows of tables in which they were generated, and
// the property tests hold the engine against it, figure by figure.
//
// This file is its calendar. A day is a count of days, a window is its first
// and its last day, both included.

type twinWindow struct {
	first, last int
	yearStart   int // the month with which its year starts: 1, or the fiscal one for FY…
}

func twinDay(year, month, day int) int {
	return int(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func twinCivil(day int) (year, month, dayOfMonth int) {
	t := time.Unix(int64(day)*86400, 0).UTC()
	return t.Year(), int(t.Month()), t.Day()
}

func twinDate(day int) string {
	y, m, d := twinCivil(day)
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// twinParseDate reads 2025-01-31. It trusts its caller.
func twinParseDate(text string) int {
	return twinDay(twinInt(text[:4]), twinInt(text[5:7]), twinInt(text[8:10]))
}

func twinInt(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		panic(err)
	}
	return n
}

// twinMonths is the window of n calendar months from the first of a month on.
func twinMonths(year, month, n int) twinWindow {
	return twinWindow{first: twinDay(year, month, 1), last: twinDay(year, month+n, 1) - 1, yearStart: 1}
}

// twinParseWindow reads the text of a period (contract §1, Periods).
func twinParseWindow(text string, s *twinSettings) twinWindow {
	if from, to, ok := strings.Cut(text, "/"); ok {
		return twinWindow{first: twinParseDate(from), last: twinParseDate(to), yearStart: 1}
	}
	startMonth := 1
	rest, fiscal := strings.CutPrefix(text, "FY")
	if fiscal {
		startMonth = s.yearStart()
	}
	number, part, _ := strings.Cut(rest, "-")
	year := twinInt(number)
	if startMonth > 1 && !s.NamedByStart { // "the fiscal year that ends in 2026"
		year--
	}
	var w twinWindow
	switch {
	case part == "":
		w = twinMonths(year, startMonth, 12)
	case part[0] == 'H':
		w = twinMonths(year, startMonth+6*(twinInt(part[1:])-1), 6)
	case part[0] == 'Q':
		w = twinMonths(year, startMonth+3*(twinInt(part[1:])-1), 3)
	default:
		w = twinMonths(year, twinInt(part), 1)
	}
	w.yearStart = startMonth
	return w
}

// equal: "Periods are equal when their days are."
func (w twinWindow) equal(v twinWindow) bool    { return w.first == v.first && w.last == v.last }
func (w twinWindow) holds(v twinWindow) bool    { return w.first <= v.first && v.last <= w.last }
func (w twinWindow) overlaps(v twinWindow) bool { return w.first <= v.last && v.first <= w.last }
func (w twinWindow) days() int                  { return w.last - w.first + 1 }

// months returns how many whole months the window consists of, 0 if it does
// not consist of whole months.
func (w twinWindow) months() int {
	y, m, d := twinCivil(w.first)
	if d != 1 {
		return 0
	}
	for n := 1; ; n++ {
		switch end := twinDay(y, m+n, 1) - 1; {
		case end == w.last:
			return n
		case end > w.last:
			return 0
		}
	}
}

// grain tells windows of one grain from others: by their months, or by their
// days where they do not consist of whole months.
func (w twinWindow) grain() int {
	if n := w.months(); n > 0 {
		return n
	}
	return -w.days()
}

// eachMonth lists the months of a window of whole months, each of the same
// kind of year as the window.
func (w twinWindow) eachMonth() []twinWindow {
	var list []twinWindow
	y, m, _ := twinCivil(w.first)
	for i := range w.months() {
		month := twinMonths(y, m+i, 1)
		month.yearStart = w.yearStart
		list = append(list, month)
	}
	return list
}

// yearAgo: "The year before of a range moves both dates one year back (29 Feb
// → 28 Feb; a last day that is a month's end stays one)."
func (w twinWindow) yearAgo() twinWindow {
	back := func(day int) int {
		y, m, d := twinCivil(day)
		if m == 2 && d == 29 {
			d = 28
		}
		return twinDay(y-1, m, d)
	}
	v := w
	v.first, v.last = back(w.first), back(w.last)
	if _, _, d := twinCivil(w.last + 1); d == 1 {
		y, m, _ := twinCivil(w.last + 1)
		v.last = twinDay(y-1, m, 1) - 1
	}
	return v
}

// before: "the period before a range is as many whole months if the range is
// whole months, else as many days." Named periods consist of whole months.
func (w twinWindow) before() twinWindow {
	v := w
	v.last = w.first - 1
	v.first = w.first - w.days()
	if n := w.months(); n > 0 {
		y, m, _ := twinCivil(w.first)
		v.first = twinDay(y, m-n, 1)
	}
	return v
}

// year is "the year that holds the period's last day (the fiscal year for FY
// periods and their month rows)".
func (w twinWindow) year() twinWindow {
	y, m, _ := twinCivil(w.last)
	if m < w.yearStart {
		y--
	}
	v := twinMonths(y, w.yearStart, 12)
	v.yearStart = w.yearStart
	return v
}

// toDate: "from the first day of the year that holds the period's last day to
// the period's last day".
func (w twinWindow) toDate() twinWindow {
	v := w.year()
	v.last = w.last
	return v
}

// monthsLeft counts the calendar months of the year after that of the
// period's last day.
func (w twinWindow) monthsLeft() int {
	y, m, _ := twinCivil(w.last)
	n := 0
	for twinDay(y, m+n+1, 1) <= w.year().last {
		n++
	}
	return n
}
