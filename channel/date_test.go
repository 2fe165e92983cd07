package channel

import (
	"testing"
	"time"
)

func day(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		return Date{}
	}
	return d
}

func TestParseDate(t *testing.T) {
	for _, tt := range []struct{ in, want, err string }{
		{"2026-09-01", "2026-09-01", ""},
		{"2024-02-29", "2024-02-29", ""},
		{"2000-02-29", "2000-02-29", ""},
		{"0001-01-01", "0001-01-01", ""},
		{"9999-12-31", "9999-12-31", ""},
		{"2025-02-29", "", "the calendar has no day 2025-02-29 [no-such-day]"},
		{"1900-02-29", "", "the calendar has no day 1900-02-29 [no-such-day]"},
		{"2026-04-31", "", "the calendar has no day 2026-04-31 [no-such-day]"},
		{"2026-13-01", "", "the calendar has no day 2026-13-01 [no-such-day]"},
		{"2026-00-01", "", "the calendar has no day 2026-00-01 [no-such-day]"},
		{"2026-01-00", "", "the calendar has no day 2026-01-00 [no-such-day]"},
		{"0000-01-01", "", "the calendar has no day 0000-01-01 [no-such-day]"},
		{"2026-9-1", "", `"2026-9-1" is not a date; write YYYY-MM-DD [bad-date]`},
		{"2026/09/01", "", `"2026/09/01" is not a date; write YYYY-MM-DD [bad-date]`},
		{"2026-09-0x", "", `"2026-09-0x" is not a date; write YYYY-MM-DD [bad-date]`},
		{"２０２６", "", `"２０２６" is not a date; write YYYY-MM-DD [bad-date]`},
		{"", "", `"" is not a date; write YYYY-MM-DD [bad-date]`},
	} {
		d, err := ParseDate(tt.in)
		text := ""
		if err != nil {
			text = err.Error()
		}
		if d.String() != tt.want || text != tt.err {
			t.Errorf("ParseDate(%q) = %q, %q; want %q, %q", tt.in, d, text, tt.want, tt.err)
		}
	}
}

// TestCalendar goes through every day of the calendar with package time as the
// other opinion.
func TestCalendar(t *testing.T) {
	at := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	d, _ := NewDate(1, 1, 1)
	for at.Year() <= 9999 {
		year, month, dayOfMonth := d.Civil()
		if year != at.Year() || month != int(at.Month()) || dayOfMonth != at.Day() {
			t.Fatalf("%v is %d-%d-%d", at, year, month, dayOfMonth)
		}
		if again, ok := NewDate(year, month, dayOfMonth); !ok || again != d {
			t.Fatalf("NewDate(%d, %d, %d) = %v", year, month, dayOfMonth, again)
		}
		at, d = at.AddDate(0, 0, 1), d.AddDays(1)
	}
}

func TestDateArithmetic(t *testing.T) {
	for _, tt := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-01-31", 1, "2026-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", -48, "2020-02-29"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2026-12-15", 1, "2027-01-15"},
		{"2026-01-15", -1, "2025-12-15"},
		{"2026-05-31", 0, "2026-05-31"},
		{"2026-05-31", -17, "2024-12-31"},
	} {
		if got := day(tt.from).AddMonths(tt.months).String(); got != tt.want {
			t.Errorf("%s + %d months = %s, want %s", tt.from, tt.months, got, tt.want)
		}
	}
	a, b := day("2026-02-27"), day("2026-03-02")
	if b.Sub(a) != 3 || a.AddDays(3) != b || !a.Before(b) || b.Before(a) || a.Compare(b) >= 0 || a.Compare(a) != 0 {
		t.Error("days do not add up")
	}
	if !(Date{}).IsZero() || (Date{}).String() != "" || a.IsZero() {
		t.Error("the zero date is no date")
	}
}

func TestDateText(t *testing.T) {
	for _, want := range []Date{{}, day("2026-09-30")} {
		text, err := want.MarshalText()
		var got Date
		if err2 := got.UnmarshalText(text); err != nil || err2 != nil || got != want {
			t.Errorf("%q came back as %v: %v, %v", text, got, err, err2)
		}
	}
	got := day("2026-09-30")
	if err := got.UnmarshalText([]byte("yesterday")); err == nil || got != day("2026-09-30") {
		t.Error("a text that is no date changed the date")
	}
}
