package channel

import "testing"

func TestSpringFestival(t *testing.T) {
	for _, tt := range []struct {
		year int
		want string
	}{{1990, "1990-01-27"}, {2000, "2000-02-05"}, {2020, "2020-01-25"}, {2024, "2024-02-10"}, {2025, "2025-01-29"}, {2026, "2026-02-17"},
		{2027, "2027-02-06"}, {2030, "2030-02-03"}, {2033, "2033-01-31"}, {2034, "2034-02-19"}, {2060, "2060-02-02"}, {1989, ""}, {2061, ""}} {
		if d, ok := SpringFestival(tt.year); d.String() != tt.want || ok != (tt.want != "") {
			t.Errorf("%d: %v, want %s", tt.year, d, tt.want)
		}
	}
	// Twelve or thirteen moons lie between two, of 29 or 30 days each.
	for year := 1991; year <= 2060; year++ {
		before, _ := SpringFestival(year - 1)
		d, _ := SpringFestival(year)
		if n := d.Sub(before); n < 353 || n > 385 || n > 355 && n < 383 {
			t.Errorf("%d days from %v to %v", n, before, d)
		}
		if d.Before(civil(year, 1, 21)) || civil(year, 2, 21).Before(d) {
			t.Errorf("%v lies outside 21 January to 21 February", d)
		}
	}
}

func TestCompare(t *testing.T) {
	book := open(t, mapFS(map[string]string{
		"book.yaml": base["book.yaml"], "sales.csv": "date,amount\n2025-01-15,1\n2026-07-01,1\n",
	}))
	period := func(text string) Period {
		p, err := ParsePeriod(text)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	for _, tt := range []struct {
		p    string
		base string // the year before if empty
		want Comparison
	}{
		{"2026-01", "", Comparison{Festival: -3}}, // of 2025, 29 to 31 January
		{"2026-02", "", Comparison{Festival: 3}},
		{"2026-01-01/2026-02-28", "", Comparison{}},
		{"2026-Q1", "", Comparison{}},
		{"2026-02", "2026-01", Comparison{Days: -3, Festival: 7}},
		{"2025-02", "", Comparison{Days: -1, Festival: 4 - 7, BasePartial: true}},
		{"2026-Q3", "", Comparison{Partial: true}},
		{"2026-Q1", "2025-Q4", Comparison{Days: -2, Festival: 7}},
		{"2090-02", "2089-02", Comparison{Partial: true, BasePartial: true}}, // beyond the table
	} {
		p := period(tt.p)
		base := p.YearAgo()
		if tt.base != "" {
			base = period(tt.base)
		}
		if got := book.Compare(p, base); got != tt.want {
			t.Errorf("%v against %v: %+v, want %+v", p, base, got, tt.want)
		}
	}
	if got := (&Book{}).Compare(Month(2026, 1), Month(2025, 1)); !got.Partial || !got.BasePartial {
		t.Error("a book without data covers a month")
	}
}
