package main

import (
	"strconv"
	"testing"
)

// sold returns the channel's sales of a quarter in fen, of what is asked for.
func sold(b *business, q quarter, want func(p *partner, l *line) bool) int64 {
	n := int64(0)
	for _, s := range b.rows {
		p := &partners[s.partner]
		if s.month.quarter() == q && p.kind != direct && want(p, &lines[s.line]) {
			n += s.amount
		}
	}
	return n
}

// The items and notes of the sample book tell a story without figures. These
// are the figures it rests on; a change of the model that breaks one makes the
// book contradict itself.
func TestStory(t *testing.T) {
	b := play()
	of := func(region, cityTier, product string) func(q quarter) int64 {
		return func(q quarter) int64 {
			return sold(b, q, func(p *partner, l *line) bool {
				return (region == "" || p.region == region) && (cityTier == "" || p.cityTier == cityTier) &&
					(product == "" || l.name == product)
			})
		}
	}
	all := of("", "", "")
	q3, q2, ago := lastQuarter, lastQuarter-1, lastQuarter-4
	// permille of growth on the year before
	growth := func(f func(quarter) int64) int64 { return (f(q3) - f(ago)) * 1000 / f(ago) }

	if v := all(q3) / 100; v < 100_000_000 || v > 200_000_000 {
		t.Errorf("sales of the quarter are %d yuan", v)
	}
	if g := growth(all); g < 80 || g > 150 {
		t.Errorf("sales grow by %d‰", g)
	}
	for i := range regions {
		name := regions[i].name
		if falls := growth(of(name, "", "")) < 0; falls != (name == "东北") {
			t.Errorf("%s: falls is %v", name, falls)
		}
	}
	if purifiers := of("", "", "空气净化器"); growth(purifiers) >= 0 || purifiers(q3) >= purifiers(q2) {
		t.Error("air purifiers do not fall against both bases")
	}
	if softener := of("", "", "智能软水机"); softener(ago) != 0 || softener(q3) <= softener(q2) {
		t.Error("the new line has a base a year before, or does not grow")
	}
	if small := growth(of("", city3, "")); small <= growth(of("", city1, "")) || small <= growth(of("", city2, "")) {
		t.Error("small cities do not grow fastest")
	}
	if east := of("华东", "", ""); east(q3) <= east(q2) {
		t.Error("the east falls back after the season")
	}
	for _, s := range b.rows {
		if p := &partners[s.partner]; outage(p.region, s.month) {
			t.Fatalf("%s sells in %s", p.id, s.month)
		}
	}
}

// A partner's customers at a quarter's start are those kept and those won in
// the quarter before, and never more are kept than there were.
func TestCustomersBalance(t *testing.T) {
	for i := range partners {
		p := &partners[i]
		if p.kind == direct {
			continue
		}
		c := p.follow()
		for q := quarter(0); q <= lastQuarter; q++ {
			if c.kept[q] > c.start[q] || c.highKept[q] > c.highStart[q] || c.highStart[q] > c.start[q] {
				t.Errorf("%s %s: %d of %d kept, of high value %d of %d", p.id, q, c.kept[q], c.start[q], c.highKept[q], c.highStart[q])
			}
			if q == 0 {
				continue
			}
			won := int64(0)
			for _, m := range (q - 1).months() {
				if p.buys(m) {
					_, _, n, _ := p.funnel(m)
					won += n
				}
			}
			if c.start[q] != c.kept[q-1]+won {
				t.Errorf("%s %s starts with %d customers, want %d + %d", p.id, q, c.start[q], c.kept[q-1], won)
			}
		}
	}
}

// A sale lies between its partner's joining and leaving.
func TestSalesWithinMembership(t *testing.T) {
	for _, s := range play().rows {
		p, day := &partners[s.partner], s.date.Format("2006-01-02")
		if day < p.joined || p.left != "" && day > p.left {
			t.Errorf("%s sells on %s, a member from %s to %q", p.id, day, p.joined, p.left)
		}
	}
}

// In every month the targets of regions, partner types, city tiers and
// partners each add up to that of the whole, for the same groups.
func TestTargetsAddUp(t *testing.T) {
	type level struct {
		period                      string
		region, tier, kind, partner bool
	}
	sums, groups := map[level]int64{}, map[level]int{}
	for _, row := range targets().rows {
		if row[1] != "sales" {
			continue
		}
		v, err := strconv.ParseInt(row[6], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		l := level{row[0], row[2] != "", row[3] != "", row[4] != "", row[5] != ""}
		sums[l] += v
		groups[l]++
	}
	for m := month(0); m <= lastTarget; m++ {
		period := m.String()
		whole := sums[level{period: period}]
		if whole == 0 {
			t.Errorf("%s has no target", period)
		}
		for l, want := range map[level]int{
			{period: period}:               1,
			{period: period, region: true}: len(regions),
			{period: period, tier: true}:   len(cityTiers),
			{period: period, kind: true}:   len(kinds),
		} {
			if sums[l] != whole || groups[l] != want {
				t.Errorf("%+v: %d groups have targets of %d, want %d of %d", l, groups[l], sums[l], want, whole)
			}
		}
		if l := (level{period, true, true, true, true}); sums[l] != whole {
			t.Errorf("%s: the partners' targets are %d, want %d", period, sums[l], whole)
		}
	}
}
