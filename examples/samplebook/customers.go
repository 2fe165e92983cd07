package main

// A cohort follows the customers of a partner through the quarters: start
// customers, of whom kept stay; those and the new ones start the next quarter.
type cohort struct {
	start, kept, highStart, highKept [lastQuarter + 1]int64
}

// follow plays a partner's customers. A partner that was there from the start
// begins with as many as its new ones just replace.
func (p *partner) follow() cohort {
	var c cohort
	rate := p.area().retention
	stay := func(q quarter, better int64, name string) int64 {
		return min(995, vary(rate+better+int64(q), 9, p.id, q.String(), name))
	}
	var start, highStart int64
	for q := quarter(0); q <= lastQuarter; q++ {
		won := int64(0)
		for _, m := range q.months() {
			if p.buys(m) {
				_, _, n, _ := p.funnel(m)
				won += n
			}
		}
		if q == 0 && p.first == 0 {
			start = part(won, 1000, 1000-rate)
			highStart = part(start, 15, 100)
		}
		c.start[q], c.highStart[q] = start, highStart
		c.kept[q] = part(start, stay(q, 0, "stay"), 1000)
		c.highKept[q] = part(highStart, stay(q, 20, "high stay"), 1000)
		start = c.kept[q] + won
		highStart = c.highKept[q] + part(won, 9, 100)
	}
	return c
}

// over returns how many of those there at the start of a span are there at its
// end: what each of its quarters keeps, one after another.
func over(start, kept [lastQuarter + 1]int64, s span) int64 {
	n := start[s.first]
	for q := s.first; q <= s.last; q++ {
		if start[q] > 0 {
			n = part(n, kept[q], start[q])
		}
	}
	return n
}

// keep records who stayed: by partner, the whole beside it, and the direct
// customers, whose lifetime value the channel's is compared with.
func keep(f *file) {
	cohorts := make([]cohort, len(partners))
	for i := range partners {
		if partners[i].kind != direct {
			cohorts[i] = partners[i].follow()
		}
	}
	periods := append([]span(nil), spans...)
	for q := quarter(0); q <= lastQuarter; q++ {
		periods = append(periods, span{q.String(), q, q})
	}
	for _, s := range periods {
		var whole [4]int64
		for i := range partners {
			c := &cohorts[i]
			if c.start[s.first] == 0 {
				continue
			}
			row := [4]int64{
				c.start[s.first], over(c.start, c.kept, s),
				c.highStart[s.first], over(c.highStart, c.highKept, s),
			}
			observeKept(f, s, partners[i].key(), row)
			for j, v := range row {
				whole[j] += v
			}
		}
		observeKept(f, s, key{}, whole)

		quarters := int64(s.last-s.first) + 1
		f.observe(s, "margin_per_customer", key{}, quarters*(254+int64(s.last)))
		f.observe(s, "margin_per_customer", key{kind: direct}, quarters*(296+int64(s.last)))
		start := int64(9600 + 60*s.first)
		kept := start
		for range quarters {
			kept = part(kept, 904, 1000)
		}
		f.observe(s, "customers_start", key{kind: direct}, start)
		f.observe(s, "customers_kept", key{kind: direct}, kept)
	}
}

// observeKept records the four figures of a cohort in a span.
func observeKept(f *file, s span, k key, row [4]int64) {
	for j, measure := range []string{
		"customers_start", "customers_kept", "high_value_customers_start", "high_value_customers_kept",
	} {
		f.observe(s, measure, k, row[j])
	}
}
