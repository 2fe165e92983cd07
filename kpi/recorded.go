package kpi

import (
	"slices"

	"example.com/channelreport/channel"
)

// A measured is a recorded measure for every group of a table and, for each
// group, the dimensions that some period's rows did not name: over those, what
// is not assigned to a group is known.
type measured struct {
	cells   []cell
	unnamed []dimset
}

// measured computes a recorded measure, once.
func (t *table) measured(m *Measure) measured {
	for i := range t.measures {
		if t.measures[i].measure == m {
			return t.measures[i].measured
		}
	}
	of := t.measure(m)
	t.measures = append(t.measures, tableMeasure{m, of})
	return of
}

type tableMeasure struct {
	measure  *Measure
	measured measured
}

func (t *table) measure(m *Measure) measured {
	if t.cut.filter != nil {
		column := t.filtered(m)
		if m.time == timeSame {
			t.spread(m, column)
		}
		return measured{cells: column}
	}
	v := t.ledger(m.ID).view(t.cut.by, ^dimset(0))
	of := measured{cells: t.cells(without(noData))}
	if m.time != timeSame && v.empty() {
		return of
	}
	of.unnamed = make([]dimset, t.cut.by.size)
	var counted []*block
	for g := range of.cells {
		if counted = within(v.of(int32(g)), t.w.period, counted); len(counted) > 0 {
			of.cells[g] = t.together(m, counted)
		}
		for _, b := range counted {
			of.unnamed[g] |= ^b.dims()
		}
	}
	switch m.time {
	case timeSame:
		t.spread(m, of.cells)
	case timeWeighted:
	default:
		t.rest(m, of)
	}
	return of
}

// ledger returns the ledger of what is recorded under an id on the table's
// side, nil if nothing is.
func (t *table) ledger(id string) *ledger {
	return t.w.k.ledgers[ledgerKey{id, channel.Actual, t.cut.side}]
}

// together puts the periods of a group together.
func (t *table) together(m *Measure, counted []*block) cell {
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
			sum = sum.add(b.sum())
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
		return t.weighted(m, recordsOf(chosen)).noting(notes)
	}
	return byKey(m.time, chosen, len(counted)).noting(notes)
}

// byKey lets each key go by itself over the periods that have a row of it, then
// adds the keys.
func byKey(over overTime, chosen []*block, periods int) cell {
	accounts := make([]account, 0, len(chosen[0].records))
	for i, b := range chosen {
		from := 0 // the records of a block come by their keys
		for _, r := range b.records {
			j, ok := slices.BinarySearchFunc(accounts[from:], r, func(a account, r *record) int { return slices.Compare(a.key, r.key) })
			from += j
			if !ok {
				accounts = slices.Insert(accounts, from, account{r.key, r.value(), i, 1})
				continue
			}
			a := &accounts[from]
			switch {
			case a.last == i: // several direct types under one key add up
				if over != timeFirst || a.seen == 1 {
					a.sum = a.sum.add(r.value())
				}
				continue
			case over == timeLast:
				a.sum = r.value()
			case over == timeMean:
				a.sum = a.sum.add(r.value())
			}
			a.last, a.seen = i, a.seen+1
		}
	}
	total := quotInt(0)
	notes := noteSet(0)
	for _, a := range accounts {
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

// An account is one key of a measure over the periods.
type account struct {
	key  []int32
	sum  dec
	last int // the last period with a row
	seen int // how many there are
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
		if r.value().cmp(records[0].value()) != 0 {
			return without(notComparable).noting(noteMaxima)
		}
	}
	return have(quot{records[0].value(), decOne})
}

// weighted returns the mean of records, weighted by the rows of another measure
// with the same key and period. A single record needs no weight.
func (t *table) weighted(m *Measure, records []*record) cell {
	if len(records) == 1 {
		return have(quot{records[0].value(), decOne})
	}
	l := t.ledger(m.weight)
	var sum, weights dec
	for _, r := range records {
		w, ok := l.weight(r.row)
		if !ok {
			return without(noData).noting(noteWeights)
		}
		sum, weights = sum.add(r.value().mul(w)), weights.add(w)
	}
	return quotient(have(quot{sum, decOne}), have(quot{weights, decOne}))
}

// rest gives Unassigned what the rows of groups leave of a coarser row: of each
// group that the coarser breakdown has, less what its named groups have.
func (t *table) rest(m *Measure, of measured) {
	k, by := t.w.k, t.cut.by
	for zeros := 1; zeros <= len(by.dims); zeros++ {
		for i, d := range by.dims {
			coarser := t.w.table(k.cut(by.set&^(1<<d), t.cut.side, nil))
			whole := coarser.measured(m)
			if whole.unnamed == nil {
				continue
			}
			fold := k.fold(by, coarser.cut.by)
			named := make([]cell, len(whole.cells))
			for g, c := range of.cells {
				if c.why == noData || by.group(int32(g))[i] == 0 || by.zerosBeyond(int32(g), 0) != zeros-1 {
					continue
				}
				if sum := &named[fold[g]]; *sum == (cell{}) {
					*sum = c
				} else {
					*sum = plus(*sum, c)
				}
			}
			for g := range of.cells {
				f := fold[g]
				if named[f] == (cell{}) || !whole.unnamed[f].has(d) ||
					by.firstZero(g) != i || by.zerosBeyond(int32(g), 0) != zeros {
					continue
				}
				of.cells[g] = minus(whole.cells[f], named[f])
				of.unnamed[g] |= whole.unnamed[f]
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
func (t *table) spread(m *Measure, column []cell) {
	l := t.ledger(m.ID)
	if l == nil {
		return
	}
	own, whole := &noView, l.view(t.w.k.breakdown(0), ^dimset(0))
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
func (t *table) filtered(m *Measure) []cell {
	k, f := t.w.k, t.cut.filter
	fine := t.w.table(k.cut(t.cut.by.set|f.dims, t.cut.side, nil))
	pass, fold := k.passes(f, fine.cut.by), k.fold(fine.cut.by, t.cut.by)
	column := t.cells(without(noData))
	if m.time == timeWeighted || m.time == timeSame {
		v := t.ledger(m.ID).view(fine.cut.by, ^dimset(0))
		blocks := make([][]*block, len(column))
		for g := range pass {
			if pass[g] {
				blocks[fold[g]] = append(blocks[fold[g]], within(v.of(int32(g)), t.w.period, nil)...)
			}
		}
		for g := range blocks {
			if len(blocks[g]) > 0 {
				column[g] = t.together(m, blocks[g])
			}
		}
		return column
	}
	for g, c := range fine.measured(m).cells {
		switch f := fold[g]; {
		case !pass[g] || c.why == noData:
		case column[f].why == noData:
			column[f] = c
		default:
			column[f] = plus(column[f], c)
		}
	}
	return column
}
