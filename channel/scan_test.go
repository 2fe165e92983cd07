package channel

import (
	"database/sql"
	"database/sql/driver"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"example.com/channelreport/channel/source"
)

var (
	_ sql.Scanner   = (*Date)(nil)
	_ sql.Scanner   = (*Period)(nil)
	_ driver.Valuer = Date{}
	_ driver.Valuer = Period{}
)

func TestScanDate(t *testing.T) {
	shanghai := time.FixedZone("CST", 8*3600)
	for _, tt := range []struct {
		from         any
		want, en, zh string
	}{
		{from: nil, want: ""},
		{from: "", want: ""},
		{from: "2026-09-01", want: "2026-09-01"},
		{from: []byte("2026-09-01"), want: "2026-09-01"},
		{from: "2026-09-01 00:00:00", want: "2026-09-01"},
		{from: "2026-09-01T00:00:00Z", want: "2026-09-01"},
		{from: "2026-09-01 00:00:00.000+00", want: "2026-09-01"},
		{from: time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC), want: "2026-09-01"},
		{from: time.Date(2024, 2, 29, 0, 0, 0, 0, shanghai), want: "2024-02-29"},
		{from: time.Date(2026, 9, 1, 16, 0, 0, 0, time.UTC),
			en: "2026-09-01T16:00:00Z has a time of day; bring the date alone [time-of-day]",
			zh: "2026-09-01T16:00:00Z 带有时刻，请只提供日期 [time-of-day]"},
		{from: "2026-09-01 16:00:00",
			en: `"2026-09-01 16:00:00" is not a date; write YYYY-MM-DD [bad-date]`, zh: `"2026-09-01 16:00:00" 不是日期，请写成 YYYY-MM-DD [bad-date]`},
		{from: 46266, en: "46266 (int) is neither a text nor a date [bad-scan]", zh: "46266（int）既不是文本也不是日期 [bad-scan]"},
		{from: time.Date(12026, 9, 1, 0, 0, 0, 0, time.UTC),
			en: "the calendar has no day 12026-09-01 [no-such-day]", zh: "日历上没有 12026-09-01 这一天 [no-such-day]"},
	} {
		var d Date
		err := d.Scan(tt.from)
		checkScan(t, tt.from, d.String(), err, tt.want, tt.en, tt.zh)
	}
}

func TestScanPeriod(t *testing.T) {
	for _, tt := range []struct {
		from         any
		want, en, zh string
	}{
		{from: nil}, {from: "2026-Q3", want: "2026-Q3"}, {from: []byte("2026-07-01/2026-08-15"), want: "2026-07-01/2026-08-15"},
		{from: 2026, en: "2026 (int) is neither a text nor a date [bad-scan]", zh: "2026（int）既不是文本也不是日期 [bad-scan]"},
		{from: "FY2026-Q1", en: `"FY2026-Q1" is a period of a fiscal year, which only a book's set-up can place in the calendar [fiscal-period]`,
			zh: `"FY2026-Q1" 是财年期间，须由账套的设置确定起止 [fiscal-period]`},
	} {
		var p Period
		err := p.Scan(tt.from)
		checkScan(t, tt.from, p.String(), err, tt.want, tt.en, tt.zh)
	}
}

func checkScan(t *testing.T, from any, got string, err error, want, en, zh string) {
	t.Helper()
	switch {
	case en == "" && (err != nil || got != want):
		t.Errorf("%v is %s, error %v, want %s", from, got, err, want)
	case en != "" && (err == nil || err.Error() != en || inChinese(err) != zh):
		t.Errorf("%v: %v, want %s / %s", from, err, en, zh)
	}
}

func TestValues(t *testing.T) {
	if v, _ := civil(2026, 9, 1).Value(); v != "2026-09-01" {
		t.Error(v)
	}
	if v, _ := Quarter(2026, 3).Value(); v != "2026-Q3" {
		t.Error(v)
	}
	for _, none := range []driver.Valuer{Date{}, Period{}} {
		if v, err := none.Value(); v != nil || err != nil {
			t.Error(v, err)
		}
	}
}

// TestYAML holds that dates and periods survive YAML, which knows dates of its
// own and takes 2026 for a number.
func TestYAML(t *testing.T) {
	type pair struct {
		Day    Date
		Period Period
	}
	for _, text := range []string{"2026-09", "2026-Q3", "2026-H1", "2026", "2026-07-01/2026-08-15", ""} {
		want := pair{Day: civil(2024, 2, 29)}
		if err := want.Period.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		out, err := yaml.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got pair
		if err := yaml.Unmarshal(out, &got); err != nil || got != want {
			t.Errorf("%s came back as %v, error %v", out, got, err)
		}
		plain := "day: 2024-02-29\nperiod: " + text
		if err := yaml.Unmarshal([]byte(plain), &got); err != nil || got != want {
			t.Errorf("%s is %v, error %v", plain, got, err)
		}
	}
}

func inChinese(err error) string { return source.Problems(err).In("zh-CN") }

func TestScenarioText(t *testing.T) {
	for s := Actual; s <= Benchmark; s++ {
		text, _ := s.MarshalText()
		var got Scenario
		if err := got.UnmarshalText(text); err != nil || got != s {
			t.Errorf("%s is %v, error %v", text, got, err)
		}
	}
	var s Scenario
	if err := s.UnmarshalText([]byte("预算")); err != nil || s != Budget {
		t.Error(s, err)
	}
	if err := s.UnmarshalText([]byte("plan")); err == nil {
		t.Error("plan is a scenario")
	}
}
