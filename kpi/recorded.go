package kpi

import (
	"slices"

	"example.com/channelreport/channel"
)

// measureColumn computes a recorded measure for every group of a table.
func (k *core) measureColumn(t *table, m *Measure) []cell {
	cells, _ := k.measured(t, m)
	return cells
}

// measured computes a measure and, for each group, the dimensions that some
// period's rows did not name: over those, what is not assigned to a group is
// known.
func (k *core) measured(t *table, m *Measure) ([]cell, []dimset) {
	if t.cut.filter != nil {
		column := k.filtered(t, m)
		if m.time == timeSame {
			k.spread(t, m, column)
		}
		return column, nil
	}
	l := k.ledgers[ledgerKey{m.ID, channel.Actual, t.cut.side}]
	column := t.cells(without(noData))
	unnamed := make([]dimset, len(column))
	v := l.view(t.cut.by, ^dimset(0))
	var counted []*block
	for g := range v.blocks {
		if counted = within(v.blocks[g], t.w.period, counted); len(counted) > 0 {
			column[g] = k.together(t, m, counted)
		}
		for _, b := range counted {
			unnamed[g] |= ^b.dims()
		}
	}
	switch {
	case m.time == timeSame:
		k.spread(t, m, column)
	case m.time != timeWeighted && v.blocks != nil:
		k.rest(t, m, column, unnamed)
	}
	return column, unnamed
}

// together puts the periods of a group together.
func (k *core) together(t *table, m *Measure, counted []*block) cell {
	days := 0
	for _, b := range counted {
		days += b.period.Days()
	}
	notes := noteSet(0)
	if days < t.w.period.Days() {
		notes |= noteSubPeriods
	}
	switch m.time {
	case timeSum:
		var sum dec
		for _, b := range counted {
			sum = sum.add(b.sum)
		}
		return have(quot{sum, decOne}).noting(notes)
	case timeSame:
		return same(recordsOf(counted))
	}
	if m.time == timeMean || m.time == timeWeighted {
		for _, b := range counted {
			if grainOf(b.period) != grainOf(counted[0].period) {
				return without(notComparable).noting(noteGrains)
			}
		}
	}
	// The key set is chosen once for the period: the coarsest that some of its
	// sub-periods has.
	dims := counted[0].dims()
	for _, b := range counted[1:] {
		if d := b.dims(); fewer(d, dims) {
			dims = d
		}
	}
	var chosen []*block
	for _, b := range counted {
		if b.dims() == dims {
			chosen = append(chosen, b)
		}
	}
	slices.SortFunc(chosen, func(a, b *block) int { return a.period.Start().Compare(b.period.Start()) })
	if m.time == timeWeighted {
		return k.weighted(t, m, recordsOf(chosen)).noting(notes)
	}
	return byKey(m.time, chosen, len(counted)).noting(notes)
}

// byKey lets each key go by itself over the periods that have a row of it, then
// adds the keys.
func byKey(over overTime, chosen []*block, periods int) cell {
	type account struct {
		sum  dec
		last int // the last period with a row
		seen int // how many there are
	}
	accounts := map[int32]*account{}
	var order []*account
	for i, b := range chosen {
		for _, r := range b.records {
			a := accounts[r.number]
			switch {
			case a == nil:
				a = &account{r.value, i, 1}
				accounts[r.number] = a
				order = append(order, a)
				continue
			case a.last == i: // several direct types under one key add up
				if over != timeFirst || a.seen == 1 {
					a.sum = a.sum.add(r.value)
				}
				continue
			case over == timeLast:
				a.sum = r.value
			case over == timeMean:
				a.sum = a.sum.add(r.value)
			}
			a.last, a.seen = i, a.seen+1
		}
	}
	total := quotInt(0)
	notes := noteSet(0)
	for _, a := range order {
		q := quot{a.sum, decOne}
		if over == timeMean {
			q.den = decInt(int64(a.seen))
		}
		total = total.add(q)
		if a.seen < periods {
			notes |= noteKeys
		}
	}
	return have(total).noting(notes)
}

// fewer orders key sets from coarse to fine.
func fewer(a, b dimset) bool {
	if n, m := a.size(), b.size(); n != m {
		return n < m
	}
	return a < b
}

func recordsOf(blocks []*block) []*record {
	var records []*record
	for _, b := range blocks {
		records = append(records, b.records...)
	}
	return records
}

// same returns the one value that records have.
func same(records []*record) cell {
	for _, r := range records {
		if r.value.cmp(records[0].value) != 0 {
			return without(notComparable).noting(noteMaxima)
		}
	}
	return have(quot{records[0].value, decOne})
}

// weighted returns the mean of records, weighted by the rows of another measure
// with the same key and period. A single record needs no weight.
func (k *core) weighted(t *table, m *Measure, records []*record) cell {
	if len(records) == 1 {
		return have(quot{records[0].value, decOne})
	}
	l := k.ledgers[ledgerKey{m.weight, channel.Actual, t.cut.side}]
	var sum, weights dec
	for _, r := range records {
		w, ok := l.weight(r.row)
		if !ok {
			return without(noData).noting(noteWeights)
		}
		sum, weights = sum.add(r.value.mul(w)), weights.add(w)
	}
	return quotient(have(quot{sum, decOne}), have(quot{weights, decOne}))
}

// rest gives Unassigned what the rows of groups leave of a coarser row: of each
// group that the coarser breakdown has, less what its named groups have.
func (k *core) rest(t *table, m *Measure, column []cell, unnamed []dimset) {
	by := t.cut.by
	for zeros := 1; zeros <= len(by.dims); zeros++ {
		for i, d := range by.dims {
			coarser := t.w.table(k.cut(by.set&^(1<<d), t.cut.side, nil))
			whole, wholeUnnamed := k.measured(coarser, m)
			fold := k.fold(by, coarser.cut.by)
			named := make([]cell, len(whole))
			for g := range column {
				if by.group(int32(g))[i] == 0 || by.zerosBeyond(int32(g), 0) != zeros-1 || !column[g].there() {
					continue
				}
				if sum := &named[fold[g]]; sum.q == (quot{}) {
					*sum = column[g]
				} else {
					*sum = plus(*sum, column[g])
				}
			}
			for g := range column {
				f := fold[g]
				if by.firstZero(g) != i || by.zerosBeyond(int32(g), 0) != zeros || named[f].q == (quot{}) ||
					!whole[f].there() || !wholeUnnamed[f].has(d) {
					continue
				}
				column[g] = minus(whole[f], named[f])
				unnamed[g] |= wholeUnnamed[f]
			}
		}
	}
}

// firstZero returns the place of a group's first Unassigned value, -1 if it has
// none.
func (b *breakdown) firstZero(g int) int {
	return slices.Index(b.group(int32(g)), 0)
}

// spread gives a scale's maximum where none is recorded for a group in the
// window itself: that of the whole, or of the shortest longer period.
func (k *core) spread(t *table, m *Measure, column []cell) {
	l := k.ledgers[ledgerKey{m.ID, channel.Actual, t.cut.side}]
	if l == nil {
		return
	}
	own, whole := &view{}, l.view(k.breakdown(0), ^dimset(0))
	if t.cut.filter == nil {
		own = l.view(t.cut.by, ^dimset(0))
	}
	inWindow := without(noData)
	if counted := within(whole.of(0), t.w.period, nil); len(counted) > 0 {
		inWindow = same(recordsOf(counted))
	}
	for g := range column {
		if column[g].why != noData {
			continue
		}
		column[g] = inWindow
		if inWindow.why != noData {
			continue
		}
		b := shortest(own.of(int32(g)), t.w.period)
		if w := shortest(whole.of(0), t.w.period); b == nil || w != nil && w.period.Days() < b.period.Days() {
			b = w
		}
		if b != nil {
			column[g] = same(b.records)
		}
	}
}

// shortest returns the block of the shortest period that holds a window.
func shortest(blocks []block, w channel.Period) *block {
	for i := len(blocks) - 1; i >= 0; i-- {
		if blocks[i].period.Covers(w) {
			return &blocks[i]
		}
	}
	return nil
}

// filtered computes a measure over the groups that pass a filter: each group of
// the filter's dimensions by itself, then they are put together.
func (k *core) filtered(t *table, m *Measure) []cell {
	f := t.cut.filter
	fine := t.w.table(k.cut(t.cut.by.set|f.dims, t.cut.side, nil))
	pass, fold := k.passes(f, fine.cut.by), k.fold(fine.cut.by, t.cut.by)
	column := t.cells(without(noData))
	if m.time == timeWeighted || m.time == timeSame {
		l := k.ledgers[ledgerKey{m.ID, channel.Actual, t.cut.side}]
		v := l.view(fine.cut.by, ^dimset(0))
		blocks := make([][]*block, len(column))
		for g := range v.blocks {
			if pass[g] {
				blocks[fold[g]] = append(blocks[fold[g]], within(v.blocks[g], t.w.period, nil)...)
			}
		}
		for g := range blocks {
			if len(blocks[g]) > 0 {
				column[g] = k.together(t, m, blocks[g])
			}
		}
		return column
	}
	cells, _ := k.measured(fine, m)
	for g := range cells {
		switch f := fold[g]; {
		case !pass[g] || cells[g].why == noData:
		case column[f].why == noData:
			column[f] = cells[g]
		default:
			column[f] = plus(column[f], cells[g])
		}
	}
	return column
}
