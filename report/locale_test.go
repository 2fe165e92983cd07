package report

import (
	"slices"
	"strings"
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

func TestPeriods(t *testing.T) {
	setups := map[string]*channel.Setup{
		"":      {},
		"april": {FiscalYearStart: 4},
		"start": {FiscalYearStart: 4, FiscalYearNamed: "start"},
	}
	for _, c := range []struct{ setup, code, zh, en string }{
		{"", "2026-Q3", "2026年第三季度", "Q3 2026"},
		{"", "2026-Q1", "2026年第一季度", "Q1 2026"},
		{"", "2026-09", "2026年9月", "September 2026"},
		{"", "2026-H1", "2026年上半年", "H1 2026"},
		{"", "2026-H2", "2026年下半年", "H2 2026"},
		{"", "2026", "2026年", "2026"},
		{"", "2026-07-01/2026-08-15", "2026年7月1日至8月15日", "1 July to 15 August 2026"},
		{"", "2026-07-01/2026-07-15", "2026年7月1日至7月15日", "1 to 15 July 2026"},
		{"", "2025-12-20/2026-01-10", "2025年12月20日至2026年1月10日", "20 December 2025 to 10 January 2026"},
		{"", "2026-07-01/2026-08-31", "2026年7月至8月", "July to August 2026"},
		{"", "2025-11-01/2026-01-31", "2025年11月至2026年1月", "November 2025 to January 2026"},
		{"", "2026-07-01/2026-09-30", "2026年第三季度", "Q3 2026"},
		{"", "2026-07-01/2026-07-31", "2026年7月", "July 2026"},
		{"", "2026-07-01/2026-07-01", "2026年7月1日", "1 July 2026"},
		{"april", "FY2026", "2026财年", "FY2026"},
		{"april", "FY2026-H1", "2026财年上半年", "H1 FY2026"},
		{"april", "FY2026-Q4", "2026财年第四季度", "Q4 FY2026"},
		{"start", "FY2026-Q2", "2026财年第二季度", "Q2 FY2026"},
	} {
		p, err := setups[c.setup].ParsePeriod(c.code)
		if err != nil {
			t.Fatal(err)
		}
		if zh, en := chinese.period(p), english.period(p); zh != c.zh || en != c.en {
			t.Errorf("%s: %s, %s; want %s, %s", c.code, zh, en, c.zh, c.en)
		}
	}
}

func TestNextPeriods(t *testing.T) {
	for _, c := range []struct{ code, zh, en string }{
		{"2026-Q4", "2027年第一季度", "Q1 2027"},
		{"2026-12", "2027年1月", "January 2027"},
		{"2026-H2", "2027年上半年", "H1 2027"},
		{"2026", "2027年", "2027"},
		{"2026-07-01/2026-08-31", "2026年9月至10月", "September to October 2026"},
	} {
		p, err := channel.ParsePeriod(c.code)
		if err != nil {
			t.Fatal(err)
		}
		if zh, en := chinese.period(p.Next()), english.period(p.Next()); zh != c.zh || en != c.en {
			t.Errorf("behind %s: %s, %s; want %s, %s", c.code, zh, en, c.zh, c.en)
		}
	}
}

func TestDates(t *testing.T) {
	d, _ := channel.NewDate(2026, 9, 5)
	if got := chinese.date(d) + " " + english.date(d); got != "2026年9月5日 5 September 2026" {
		t.Error(got)
	}
	if got := chinese.date(channel.Date{}) + english.date(channel.Date{}); got != "——" {
		t.Error(got)
	}
	months := slices.Collect(channel.Range(d.AddMonths(-2).AddDays(-4), d.AddMonths(5).AddDays(-5)).Months())
	if got := strings.Join(chinese.months(months), " "); got != "2026年7月 8月 9月 10月 11月 12月 2027年1月" {
		t.Error(got)
	}
	if got := strings.Join(english.months(months), " "); got != "Jul 2026 Aug Sep Oct Nov Dec Jan 2027" {
		t.Error(got)
	}
}

func TestLists(t *testing.T) {
	for n, want := range []string{"", "甲", "甲和乙", "甲、乙和丙"} {
		names := []string{"甲", "乙", "丙"}[:n]
		if got := chinese.names(names); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		var items [][]doc.Inline
		for _, name := range names {
			items = append(items, []doc.Inline{doc.Text{Text: name}})
		}
		if got := doc.PlainText(chinese.list(items)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if got := english.names([]string{"A", "B", "C"}); got != "A, B and C" {
		t.Error(got)
	}
}

func TestNamesInText(t *testing.T) {
	for name, want := range map[string]string{
		"Sales": "sales", "sales": "sales", "CAC": "CAC", "CR3": "CR3", "Conversion rate": "conversion rate", "LTV to CAC": "LTV to CAC", "": "",
	} {
		if got := english.inText(name); got != want {
			t.Errorf("%s in a sentence: %s", name, got)
		}
	}
}

// Both locales say something for everything there is to say.
func TestLocalesAreComplete(t *testing.T) {
	reasons := []kpi.Reason{kpi.MissingBase, kpi.ZeroBase, kpi.NegativeBase, kpi.NoData, kpi.NoTarget, kpi.PartTarget,
		kpi.NoSuchGroup, kpi.NotComparable, kpi.ZeroDenominator, kpi.NegativeDenominator, kpi.NoMonthsLeft}
	for _, l := range []*locale{chinese, english} {
		for _, r := range reasons {
			if l.reason(r) == "" {
				t.Errorf("%s has no words for %s", l.tag, r)
			}
		}
		for k := noChange + 1; k < changeKinds; k++ {
			if l.changes[k].one == "" {
				t.Errorf("%s has no words for change %d", l.tag, k)
			}
		}
		for m := range manners {
			for i := range 2 {
				if l.verbs[m][i] == "" || l.drivers.growth[m][i] == "" {
					t.Errorf("%s has no words for manner %d", l.tag, m)
				}
			}
		}
	}
	for k := noChange + 1; k < changeKinds; k++ {
		if (chinese.changes[k].both == "") != (english.changes[k].both == "") {
			t.Errorf("change %d has a common form in one language only", k)
		}
	}
	if localeFor("zh") != chinese || localeFor("zh-CN") != chinese || localeFor("en") != english || localeFor("en-GB") != english {
		t.Error("a locale is taken for another")
	}
}
