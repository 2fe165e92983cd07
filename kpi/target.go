package kpi

import (
	"cmp"
	"slices"

	"example.com/channelreport/channel"
)

// target returns what is set for an indicator, for a group of a table: in rows
// for exactly the period or, if the indicator adds up over time, in finer ones
// that tile it.
func (s scope) target(q *Indicator) cell {
	k := s.k()
	l := k.ledgers[ledgerKey{q.ID, channel.Plan, q.rowSide(s.t.cut.side)}]
	if l == nil {
		return without(noTarget)
	}
	if s.t.cut.filter != nil {
		return s.filteredTarget(q)
	}
	blocks := l.view(s.t.cut.by, q.adds.over).of(s.g)
	period := s.t.w.period
	if b := exactly(blocks, period); b != nil {
		return have(quot{b.sum, decOne})
	}
	touched := false
	var grains []grain
	for i := range blocks {
		touched = touched || blocks[i].period.Overlaps(period)
		if g := grainOf(blocks[i].period); period.Covers(blocks[i].period) && !slices.Contains(grains, g) {
			grains = append(grains, g)
		}
	}
	if q.adds.time {
		// The coarsest grain that does. Blocks come the longest first, and months
		// are no shorter than as many days.
		slices.SortStableFunc(grains, func(a, b grain) int {
			return cmp.Compare(b.months*31+b.days, a.months*31+a.days)
		})
		for _, g := range grains {
			if sum, ok := tile(blocks, period, g); ok {
				return have(quot{sum, decOne})
			}
		}
	}
	if touched {
		return without(partTarget)
	}
	return without(noTarget)
}

// tile adds the blocks of one grain that follow each other from the first day
// of a period to its last, the same groups being set in each.
func tile(blocks []block, p channel.Period, g grain) (dec, bool) {
	var sum dec
	var first *block
	next := p.Start()
	for next.Before(p.End()) {
		i := slices.IndexFunc(blocks, func(b block) bool {
			return b.period.Start() == next && grainOf(b.period) == g && p.Covers(b.period)
		})
		if i < 0 {
			return dec{}, false
		}
		b := &blocks[i]
		if first == nil {
			first = b
		}
		if !sameKeys(first, b) {
			return dec{}, false
		}
		sum, next = sum.add(b.sum), b.period.End()
	}
	return sum, true
}

func sameKeys(a, b *block) bool {
	if a == b {
		return true
	}
	keys := func(b *block) []int32 {
		var numbers []int32
		for _, r := range b.records {
			numbers = append(numbers, r.number)
		}
		slices.Sort(numbers)
		return slices.Compact(numbers)
	}
	return slices.Equal(keys(a), keys(b))
}

// filteredTarget adds the targets of the groups that pass a filter. Each group
// that the book names must have one.
func (s scope) filteredTarget(q *Indicator) cell {
	k, f := s.k(), s.t.cut.filter
	if f.dims&^q.adds.over != 0 || f.dims&s.t.cut.by.set != 0 {
		return without(noTarget)
	}
	fine := k.cut(s.t.cut.by.set|f.dims, s.t.cut.side, nil)
	pass, fold := k.passes(f, fine.by), k.fold(fine.by, s.t.cut.by)
	total := without(noTarget)
	for g := range pass {
		if !pass[g] || fold[g] != s.g || fine.by.zerosBeyond(int32(g), 0) > 0 {
			continue
		}
		c := scope{t: s.t.w.table(fine), g: int32(g)}.target(q)
		switch {
		case !c.there():
			return c
		case !total.there():
			total = c
		default:
			total = plus(total, c)
		}
	}
	return total
}

// scenario returns what is recorded under the indicator's own id for exactly
// the period and group: a budget, a forecast, a benchmark, or, as Actual, a
// finished rate. It is never summed.
func (s scope) scenario(q *Indicator, of channel.Scenario) cell {
	k := s.k()
	l := k.ledgers[ledgerKey{q.ID, of, q.rowSide(s.t.cut.side)}]
	if l == nil || s.t.cut.filter != nil {
		return without(noData)
	}
	b := exactly(l.view(s.t.cut.by, 0).of(s.g), s.t.w.period)
	if b == nil || len(b.records) > 1 {
		return without(noData)
	}
	return have(quot{b.sum, decOne})
}
