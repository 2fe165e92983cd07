package kpi

import "slices"

// part evaluates an aspect that only a group has: a part of a whole.
func (s scope) part(q *Indicator, a Aspect) cell {
	whole, ok := s.whole()
	if !ok {
		return without(noData)
	}
	if a == RankAspect {
		return s.rank(q)
	}
	if own := s.t.cut.by.set &^ whole.t.cut.by.set; own&^q.adds.over != 0 || s.report != nil && !q.adds.months {
		return without(notComparable) // parts do not add up to the whole
	}
	now, past := (*window).yearAgo, a == ContributionYoY || a == GrowthShareYoY || a == ShareYoYChange
	if a == ContributionPoP || a == GrowthSharePoP {
		if s.report != nil {
			return without(notComparable) // a month's period before is not the report's
		}
		now, past = (*window).previous, true
	}
	if !past {
		return s.share(q, whole, false)
	}
	base := now(s.t.w)
	return s.comparable(q, base, s.past(q, a, whole, s.in(base), whole.in(now(whole.t.w))))
}

// past evaluates a part of a change.
func (s scope) past(q *Indicator, a Aspect, whole, then, wholeThen scope) cell {
	if a == ShareYoYChange {
		return minus(s.share(q, whole, false), then.share(q, wholeThen, true))
	}
	change := minus(s.figure(q), then.figure(q).base())
	if a == ContributionYoY || a == ContributionPoP {
		return over(change, wholeThen.figure(q).base(), zeroBase, negativeBase)
	}
	return quotient(change, minus(whole.figure(q), wholeThen.figure(q).base()))
}

func (s scope) share(q *Indicator, whole scope, base bool) cell {
	part, all := s.figure(q), whole.figure(q)
	if base {
		part, all = part.base(), all.base()
	}
	return over(part, all, zeroDenominator, negativeDenominator)
}

// whole returns what a group is a part of, and false for the whole itself. Of a
// figure restricted by of(…) it is the restricted whole, or, where no group was
// asked for, the whole of which of(…) takes a part.
func (s scope) whole() (scope, bool) {
	k, c := s.k(), s.t.cut
	w, keep := s.t.w, s.fixed
	switch {
	case s.report != nil:
		w = s.report
	case c.by.set == 0:
		return s, false
	case c.by.set == s.fixed:
		keep = 0
	}
	by := k.breakdown(keep)
	g := int32(-1)
	if s.g >= 0 {
		g = k.fold(c.by, by)[s.g]
	}
	return scope{t: w.table(k.cut(keep, c.side, c.filter)), g: g, fixed: keep}, true
}

// rank returns 1 for the largest value among the groups of a breakdown; equal
// values share a rank and the next is skipped. Unassigned has none.
func (s scope) rank(q *Indicator) cell {
	own := s.figure(q)
	if !own.there() || s.g < 0 {
		return own
	}
	if s.report != nil {
		rank := 1
		for m := range s.report.period.Months() {
			if c := s.in(s.k().window(m)).figure(q); c.there() && c.q.cmp(own.q) > 0 {
				rank++
			}
		}
		return haveInt(rank)
	}
	fixed := s.fixed
	if s.t.cut.by.set == fixed {
		fixed = 0 // of(…) alone names the group
	}
	if rank := s.t.ranksOf(q, fixed)[s.g]; rank > 0 {
		return haveInt(int(rank))
	}
	return without(noData)
}

type rankKey struct {
	indicator int
	fixed     dimset
}

// ranksOf returns the rank of every group, 0 where it has none. Groups that
// differ in fixed dimensions are no rivals.
func (t *table) ranksOf(q *Indicator, fixed dimset) []int32 {
	id := rankKey{q.number, fixed}
	if r, ok := t.ranks[id]; ok {
		return r
	}
	k, by := t.w.k, t.cut.by
	fold := k.fold(by, k.breakdown(fixed))
	column := t.columnOf(q)
	listed := t.listedOf(q)
	var groups []int32
	for g := range column {
		if listed[g] && column[g].there() && by.zerosBeyond(int32(g), fixed) == 0 {
			groups = append(groups, int32(g))
		}
	}
	slices.SortFunc(groups, func(a, b int32) int {
		if fold[a] != fold[b] {
			return int(fold[a] - fold[b])
		}
		return column[b].q.cmp(column[a].q)
	})
	ranks := make([]int32, by.size)
	for i, first := 0, 0; i < len(groups); i++ {
		switch {
		case fold[groups[i]] != fold[groups[first]]:
			first = i
			ranks[groups[i]] = 1
		case i > 0 && column[groups[i]].q.cmp(column[groups[i-1]].q) == 0 && i > first:
			ranks[groups[i]] = ranks[groups[i-1]]
		default:
			ranks[groups[i]] = int32(i - first + 1)
		}
	}
	if t.ranks == nil {
		t.ranks = map[rankKey][]int32{}
	}
	t.ranks[id] = ranks
	return ranks
}

// zerosBeyond counts the Unassigned values of a group in other than some
// dimensions.
func (b *breakdown) zerosBeyond(g int32, but dimset) int {
	n := 0
	for i, v := range b.group(g) {
		if v == 0 && !but.has(b.dims[i]) {
			n++
		}
	}
	return n
}
