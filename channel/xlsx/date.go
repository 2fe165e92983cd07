package xlsx

import (
	"strconv"
	"strings"

	"example.com/channelreport/channel"
)

// isDate reports whether numbers in a style are dates.
func (w *workbook) isDate(style int) bool {
	if is, known := w.dates[style]; known {
		return is
	}
	is := false
	if s, err := w.file.GetStyle(style); err == nil {
		is = s.CustomNumFmt == nil && isDateNumber(s.NumFmt) || s.CustomNumFmt != nil && isDateFormat(*s.CustomNumFmt)
	}
	if w.dates == nil {
		w.dates = map[int]bool{}
	}
	w.dates[style] = is
	return is
}

// isDateNumber reports whether a built-in format shows a date: those of every
// language, and those that East Asian versions add.
func isDateNumber(n int) bool {
	return n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 31 || n == 36 || n >= 50 && n <= 54 || n == 57 || n == 58
}

// isDateFormat reports whether a format of the user's own shows a year or a
// day. What stands in quotes or brackets, or behind a backslash, is text.
func isDateFormat(format string) bool {
	format, _, _ = strings.Cut(format, ";") // of positive numbers
	var quoted, bracket, escaped bool
	for _, r := range format {
		switch {
		case escaped:
			escaped = false
		case r == '\\':
			escaped = true
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '[':
			bracket = true
		case r == ']':
			bracket = false
		case bracket:
		case strings.ContainsRune("yYdDeE", r):
			// 0.00E+00 has an E, but digits before it.
			return !strings.ContainsAny(format, "0#?") || strings.ContainsAny(format, "yYdD")
		}
	}
	return false
}

// dayOf returns the date of a serial number, with its time of day where it has
// one, so that it is refused as no date. Excel's calendar begins with day 1 on
// 1900-01-01 and has a day 60 that never was, or with day 0 on 1904-01-01.
func dayOf(serial string, from1904 bool) (string, bool) {
	whole, fraction, _ := strings.Cut(serial, ".")
	n, err := strconv.Atoi(whole)
	if err != nil || n < 0 || n > 3_000_000 {
		return "", false
	}
	first, _ := channel.NewDate(1904, 1, 1)
	if !from1904 {
		first, _ = channel.NewDate(1899, 12, 30)
		switch {
		case n == 0 || n == 60:
			return "", false
		case n < 60:
			first = first.AddDays(1)
		}
	}
	day := first.AddDays(n).String()
	if strings.Trim(fraction, "0") != "" {
		day += " (0." + fraction + ")"
	}
	return day, true
}
