package channel

import (
	"database/sql/driver"
	"regexp"
	"time"
)

// midnight is what database drivers append to a date that they give as text.
var midnight = regexp.MustCompile(`[ T]00:00:00(\.0+)?(Z|[+-]00(:?00)?)?$`)

// Scan makes a Date a database/sql Scanner. It takes a DATE column as drivers
// give it, a time at midnight or a text, and NULL as no date. A time of day is
// refused: which day it belongs to depends on a zone.
func (d *Date) Scan(from any) error {
	switch from := from.(type) {
	case nil:
		*d = Date{}
		return nil
	case time.Time:
		if from.Hour() != 0 || from.Minute() != 0 || from.Second() != 0 || from.Nanosecond() != 0 {
			return problem(msgTimeOfDay, from.Format(time.RFC3339))
		}
		year, month, day := from.Date()
		date, ok := NewDate(year, int(month), day)
		if !ok {
			return problem(msgNoSuchDay, from.Format(time.DateOnly))
		}
		*d = date
		return nil
	case []byte:
		return d.UnmarshalText(midnight.ReplaceAll(from, nil))
	case string:
		return d.Scan([]byte(from))
	}
	return problem(msgScan, from)
}

// Value makes a Date a database/sql Valuer: its text, NULL for no date.
func (d Date) Value() (driver.Value, error) { return nullable(d.String()), nil }

// Scan makes a Period a database/sql Scanner of texts such as 2026-Q3, and of
// NULL as no period. Fiscal ones need a set-up: scan a text and use
// Setup.ParsePeriod.
func (p *Period) Scan(from any) error {
	switch from := from.(type) {
	case nil:
		*p = Period{}
		return nil
	case []byte:
		return p.UnmarshalText(from)
	case string:
		return p.UnmarshalText([]byte(from))
	}
	return problem(msgScan, from)
}

// Value makes a Period a database/sql Valuer: its text, NULL for no period.
func (p Period) Value() (driver.Value, error) { return nullable(p.String()), nil }

func nullable(text string) driver.Value {
	if text == "" {
		return nil
	}
	return text
}
