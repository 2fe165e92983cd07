package kpi

import (
	"slices"

	"example.com/channelreport/channel"
)

// target returns what is set for an indicator, for a group of a table: in rows
// for exactly the period or, if the indicator adds up over time, in finer ones
// that tile it.
func (s scope) target(q *Indicator) cell {
	l := s.k().ledgers[ledgerKey{q.ID, channel.Plan, q.rowSide(s.t.cut.side)}]
	if l == nil {
		return without(noTarget)
	}
	if s.t.cut.filter != nil {
		return s.filteredTarget(q)
	}
	blocks := l.view(s.t.cut.by, q.adds.over).of(s.g)
	set := counting(blocks, s.t.w.period, q.adds.time)
	if len(set) > 0 {
		var sum dec
		for _, b := range set {
			sum = sum.add(b.sum())
		}
		return have(quot{sum, decOne})
	}
	for i := range blocks {
		if blocks[i].period.Overlaps(s.t.w.period) {
			return without(partTarget)
		}
	}
	return without(noTarget)
}

// targetRecords returns the rows of a target that is there.
func (s scope) targetRecords(q *Indicator) []*record {
	if s.t.cut.filter != nil {
		return nil
	}
	l := s.k().ledgers[ledgerKey{q.ID, channel.Plan, q.rowSide(s.t.cut.side)}]
	return recordsOf(counting(l.view(s.t.cut.by, q.adds.over).of(s.g), s.t.w.period, q.adds.time))
}

// counting returns the blocks of a target that count for a period: that of
// exactly the period or, if they may tile it, those of the coarsest grain that
// does.
func counting(blocks []block, p channel.Period, tiling bool) []*block {
	if b := exactly(blocks, p); b != nil {
		return []*block{b}
	}
	var grains []grain
	for i := range blocks {
		if g := grainOf(blocks[i].period); tiling && p.Covers(blocks[i].period) && !slices.Contains(grains, g) {
			grains = append(grains, g)
		}
	}
	slices.SortStableFunc(grains, compareGrains)
	for _, g := range grains {
		if tiles := tile(blocks, p, g); tiles != nil {
			return tiles
		}
	}
	return nil
}

// tile returns the blocks of one grain that follow each other from the first
// day of a period to its last, the same groups being set in each; nil if there
// are none.
func tile(blocks []block, p channel.Period, g grain) []*block {
	var tiles []*block
	for next := p.Start(); next.Before(p.End()); {
		i := slices.IndexFunc(blocks, func(b block) bool {
			return b.period.Start() == next && grainOf(b.period) == g && p.Covers(b.period)
		})
		if i < 0 || len(tiles) > 0 && !sameKeys(tiles[0], &blocks[i]) {
			return nil
		}
		tiles = append(tiles, &blocks[i])
		next = blocks[i].period.End()
	}
	return tiles
}

// sameKeys reports whether two blocks have the same groups.
func sameKeys(a, b *block) bool {
	same := func(r, s *record) bool { return r.dims == s.dims && slices.Equal(r.key, s.key) }
	groups := func(b *block) []*record { return slices.CompactFunc(slices.Clone(b.records), same) }
	return a == b || slices.EqualFunc(groups(a), groups(b), same)
}

// filteredTarget adds the targets of the groups that pass a filter. Each group
// that the book names must have one.
func (s scope) filteredTarget(q *Indicator) cell {
	k, f := s.k(), s.t.cut.filter
	if f.dims&^s.t.cut.by.set&^q.adds.over != 0 {
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
	return have(quot{b.sum(), decOne})
}
