package kpi_test

import (
	"math/big"
	"slices"
)

// A twinIdentity tells one written figure from the others.
type twinIdentity struct{ indicator, aspect, dim, value string }

// A twinCell is a place in a breakdown: a scope of its own, beside the whole
// that it is a part of. For a month row the whole is the report's period.
type twinCell struct{ own, whole twinScope }

var (
	twinScenarios  = []string{"benchmark", "budget", "forecast"}
	twinOfTargets  = []string{"target", "attainment", "gap", "ytd_target", "ytd_attainment", "year_target", "year_attainment", "needed_per_month"}
	twinOfYears    = []string{"ytd", "ytd_yoy", "ytd_target", "ytd_attainment", "year_target", "year_attainment", "needed_per_month"}
	twinOfGrowth   = []string{"yoy", "pop", "ytd_yoy"}
	twinOfParts    = []string{"share", "share_yoy_change", "contribution_yoy", "contribution_pop", "growth_share_yoy", "growth_share_pop"}
	twinOfRatios   = []string{"value", "year_ago", "previous", "ytd", "benchmark", "budget", "forecast"}
	twinAllAspects = []string{
		"value", "target", "attainment", "gap", "year_ago", "previous", "yoy", "pop", "yoy_change", "pop_change",
		"share", "share_yoy_change", "contribution_yoy", "contribution_pop", "growth_share_yoy", "growth_share_pop", "rank",
		"ytd", "ytd_yoy", "ytd_target", "ytd_attainment", "year_target", "year_attainment", "needed_per_month",
		"max", "benchmark", "budget", "forecast",
	}
)

// allows reports whether an indicator has an aspect, as far as its unit and
// its nature say (contract §2, Aspects).
func (q *twinIndicator) allows(aspect string) bool {
	switch {
	case q.unit == "ratio" && !slices.Contains(twinOfRatios, aspect),
		q.unit == "percent" && !q.relative && slices.Contains(twinOfGrowth, aspect),
		q.unit != "score" && aspect == "max",
		q.noYear && slices.Contains(twinOfYears, aspect),
		!q.addsOverTime() && aspect == "needed_per_month":
		return false
	}
	return true
}

// unitOf is the unit of an aspect.
func (q *twinIndicator) unitOf(aspect string) string {
	switch aspect {
	case "attainment", "ytd_attainment", "year_attainment", "yoy", "pop", "ytd_yoy", "share", "growth_share_yoy", "growth_share_pop":
		return "percent"
	case "share_yoy_change", "contribution_yoy", "contribution_pop":
		return "pp"
	case "gap", "yoy_change", "pop_change":
		if q.unit == "percent" {
			return "pp"
		}
	case "rank":
		return "rank"
	}
	return q.unit
}

func (t *twin) valueOf(q *twinIndicator, s twinScope) twinFigure { return t.of(q, q.side, s) }

// base is a value in a base window.
func (t *twin) base(q *twinIndicator, s twinScope) twinFigure { return t.valueOf(q, s).asBase() }

// aspect is one aspect of an indicator in a cell; all but rank, which compares
// cells.
func (t *twin) aspect(q *twinIndicator, aspect string, c twinCell) twinFigure {
	s := c.own
	now := t.valueOf(q, s)
	yearAgo, before := s.in(s.window.yearAgo()), s.in(s.window.before())
	toDate, year := s.in(s.window.toDate()), s.in(s.window.year())
	switch aspect {
	case "value":
		return now
	case "target":
		return t.target(q, s)
	case "attainment":
		return q.attainment(now, t.target(q, s))
	case "gap":
		return now.minus(t.target(q, s))
	case "year_ago":
		return t.base(q, yearAgo)
	case "previous":
		return t.base(q, before)
	case "yoy":
		return t.growth(q, s, yearAgo)
	case "pop":
		return t.growth(q, s, before)
	case "yoy_change":
		return t.change(q, s, yearAgo)
	case "pop_change":
		return t.change(q, s, before)
	case "share":
		return t.share(q, s, c.whole)
	case "share_yoy_change":
		return t.share(q, s, c.whole).minus(t.share(q, yearAgo, c.whole.in(c.whole.window.yearAgo())).asBase())
	case "contribution_yoy":
		return t.change(q, s, yearAgo).overBase(t.base(q, c.whole.in(c.whole.window.yearAgo())))
	case "contribution_pop":
		return t.change(q, s, before).overBase(t.base(q, c.whole.in(c.whole.window.before())))
	case "growth_share_yoy":
		return t.change(q, s, yearAgo).over(t.change(q, c.whole, c.whole.in(c.whole.window.yearAgo())))
	case "growth_share_pop":
		return t.change(q, s, before).over(t.change(q, c.whole, c.whole.in(c.whole.window.before())))
	case "ytd":
		return t.valueOf(q, toDate)
	case "ytd_yoy":
		return t.growth(q, toDate, toDate.in(toDate.window.yearAgo()))
	case "ytd_target":
		return t.target(q, toDate)
	case "ytd_attainment":
		return q.attainment(t.valueOf(q, toDate), t.target(q, toDate))
	case "year_target":
		return t.target(q, year)
	case "year_attainment": // "ytd/year_target whatever better says, absent where that target ≤ 0"
		return t.valueOf(q, toDate).overPositive(t.target(q, year))
	case "needed_per_month":
		left := s.window.monthsLeft()
		if left == 0 {
			return twinNo("no_months_left")
		}
		return t.target(q, year).minus(t.valueOf(q, toDate)).over(twinCount(left))
	case "max":
		return t.maximum(q, s)
	}
	return t.recorded(q, aspect, q.side, s) // a scenario
}

// attainment: "value/target, absent where the target ≤ 0 (better: down →
// target/value, absent where either ≤ 0; reasons zero_denominator,
// negative_denominator)".
func (q *twinIndicator) attainment(value, target twinFigure) twinFigure {
	if q.better != "down" {
		return value.overPositive(target)
	}
	if one := twinCount(1); value.ok() && target.ok() {
		for _, f := range []twinFigure{target, value} {
			if f.sign() <= 0 {
				return one.overPositive(f)
			}
		}
	}
	return value.both(target, func(z, value, target *big.Rat) *big.Rat { return z.Quo(target, value) })
}

// change is the difference to a base. "unequal maxima: not_comparable".
func (t *twin) change(q *twinIndicator, s, base twinScope) twinFigure {
	diff := t.valueOf(q, s).minus(t.base(q, base))
	if q.unit == "score" && diff.ok() {
		now, then := t.maximum(q, s), t.maximum(q, base)
		if now.ok() && then.ok() && !now.equal(then) {
			return twinNo("not_comparable")
		}
	}
	return diff
}

// growth: "Growth on a missing, zero or negative base is absent with that
// reason …; policies.base: absolute divides by |base| instead where the base
// is negative, for yoy, pop and ytd_yoy only."
func (t *twin) growth(q *twinIndicator, s, base twinScope) twinFigure {
	under := t.base(q, base)
	if t.settings.Absolute && under.ok() && under.sign() < 0 {
		under = twinIs(new(big.Rat).Abs(under.value))
	}
	if f := t.valueOf(q, s).overBase(under); !f.ok() {
		return f
	}
	return t.change(q, s, base).over(under)
}

// share: "the group's part of the whole, absent when the whole ≤ 0".
func (t *twin) share(q *twinIndicator, s, whole twinScope) twinFigure {
	return t.valueOf(q, s).overPositive(t.valueOf(q, whole))
}

// all is every figure that the contract has written for a period.
func (t *twin) all(w twinWindow) map[twinIdentity]twinFigure {
	figures := map[twinIdentity]twinFigure{}
	whole := twinScope{window: w}
	for _, q := range t.indicators {
		if !t.fed(q, "") {
			continue
		}
		for _, a := range twinAllAspects {
			if q.allows(a) && !slices.Contains(twinOfParts, a) && a != "rank" {
				figures[twinIdentity{q.id, a, "", ""}] = t.aspect(q, a, twinCell{whole, whole})
			}
		}
		for _, dim := range t.dimensions() {
			if q.has(dim) && t.fed(q, dim) {
				t.breakdown(q, w, dim, figures)
			}
		}
		t.months(q, w, figures)
	}
	return figures
}

// breakdown writes an indicator's groups of a dimension.
func (t *twin) breakdown(q *twinIndicator, w twinWindow, dim string, figures map[twinIdentity]twinFigure) {
	cells := map[string]twinCell{}
	for _, value := range t.groups(q, w, dim) {
		cells[value] = twinCell{twinScope{w, dim, value}, twinScope{window: w}}
	}
	for _, a := range twinAllAspects {
		switch {
		case !q.allows(a), a == "rank",
			slices.Contains(twinOfParts, a) && !q.addsOver(dim),
			slices.Contains(twinOfTargets, a) && !t.hasRow(q.id, "target", q.side, dim),
			slices.Contains(twinScenarios, a) && !t.hasRow(q.id, a, q.side, dim):
			continue
		}
		for value, c := range cells {
			figures[twinIdentity{q.id, a, dim, value}] = t.aspect(q, a, c)
		}
	}
	t.ranks(q, dim, cells, figures)
}

// months: "every month of a period of two or more whole months, each a period
// of its own (its yoy, pop, ytd, target are the month's); share,
// share_yoy_change, rank, contribution_yoy and growth_share_yoy are within the
// report's period, and the pop pair is not written".
func (t *twin) months(q *twinIndicator, w twinWindow, figures map[twinIdentity]twinFigure) {
	if w.months() < 2 {
		return
	}
	cells := map[string]twinCell{}
	for _, month := range w.eachMonth() {
		cells[twinDate(month.first)[:7]] = twinCell{twinScope{window: month}, twinScope{window: w}}
	}
	for _, a := range twinAllAspects {
		switch {
		case !q.allows(a), a == "rank", a == "contribution_pop", a == "growth_share_pop",
			slices.Contains(twinOfParts, a) && !q.addsOverMonths():
			continue
		}
		for value, c := range cells {
			figures[twinIdentity{q.id, a, "month", value}] = t.aspect(q, a, c)
		}
	}
	t.ranks(q, "month", cells, figures)
}

// ranks: "1 = largest value, whatever better says; equal values share a rank
// and the next is skipped (1,1,3); absent values and 未注明 have none (not
// written)".
func (t *twin) ranks(q *twinIndicator, dim string, cells map[string]twinCell, figures map[twinIdentity]twinFigure) {
	if !q.allows("rank") {
		return
	}
	values := map[string]twinFigure{}
	for value, c := range cells {
		if f := t.valueOf(q, c.own); f.ok() && value != twinUnassigned {
			values[value] = f
		}
	}
	for value, f := range values {
		rank := 1
		for _, other := range values {
			if f.less(other) {
				rank++
			}
		}
		figures[twinIdentity{q.id, "rank", dim, value}] = twinCount(rank)
	}
}
