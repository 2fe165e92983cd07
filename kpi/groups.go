package kpi

import (
	"iter"
	"slices"
	"strings"

	"example.com/channelreport/channel"
)

// listed tells which groups of a table a breakdown of a figure shows: those
// with a fact on its side in the window, a year before or in the period
// before, or with a target that counts.
func (t *table) listed(n *needs, target *Indicator) []bool {
	list := make([]bool, t.cut.by.size)
	for _, w := range []*window{t.w, t.w.yearAgo(), t.w.previous()} {
		w.table(t.cut).mark(n, list)
	}
	if target != nil && t.w.k.ledgers[ledgerKey{target.ID, channel.Plan, target.rowSide(t.cut.side)}] != nil {
		for g := range list {
			list[g] = list[g] || scope{t: t, g: int32(g)}.target(target).there()
		}
	}
	return list
}

// listedOf is listed of an indicator, once.
func (t *table) listedOf(q *Indicator) []bool {
	if list, ok := t.listing[q]; ok {
		return list
	}
	if t.listing == nil {
		t.listing = map[*Indicator][]bool{}
	}
	t.listing[q] = t.listed(&q.needs, q)
	return t.listing[q]
}

// mark marks the groups with a fact in the table's window: any sale line of the
// side, any row of a measure that is needed, any finished rate.
func (t *table) mark(n *needs, list []bool) {
	w, c, k := t.w, t.cut, t.w.k
	for g, sum := range w.table(k.cut(c.by.set, n.side, c.filter)).salesSums().groups {
		list[g] = list[g] || sum.lines > 0
	}
	for _, kind := range n.roster {
		for g, cell := range k.atomColumn(t, atom{kind: kind}) {
			list[g] = list[g] || cell.q.sign() > 0
		}
	}
	for _, need := range n.measures {
		w.table(k.cut(c.by.set, need.side, c.filter)).markMeasure(need.measure, list)
	}
	for _, rate := range n.rates {
		t.markRows(k.ledgers[ledgerKey{rate.ind.ID, channel.Actual, rate.side}], list)
	}
}

// markRows marks the groups that a ledger's rows in the window name.
func (t *table) markRows(l *ledger, list []bool) {
	v := l.view(t.cut.by, ^dimset(0))
	if v.empty() {
		return
	}
	for g := range list {
		for _, b := range v.of(int32(g)) {
			list[g] = list[g] || t.w.period.Covers(b.period)
		}
	}
}

// markMeasure marks the groups with a row of a measure. A rest that is not 0 is
// one, too.
func (t *table) markMeasure(m *Measure, list []bool) {
	if t.cut.filter != nil {
		for g, c := range t.measured(m).cells {
			list[g] = list[g] || c.why != noData
		}
		return
	}
	l := t.ledger(m.ID)
	t.markRows(l, list)
	if l.view(t.cut.by, ^dimset(0)).empty() {
		return
	}
	for g, c := range t.measured(m).cells {
		if !list[g] && t.cut.by.zerosBeyond(int32(g), 0) > 0 {
			list[g] = c.there() && c.q.sign() != 0
		}
	}
}

// fed reports whether a book has rows that feed a figure: one of each measure
// it needs, where of an indicator inside a finished rate will do. Of a
// breakdown only rows count that have its keys.
func (k *core) fed(n *node, s side, keys dimset) bool {
	switch n.op {
	case opConst, opAtom:
		return true
	case opMeasure:
		return k.hasRow(n.measure.ID, channel.Actual, s, keys)
	case opFigure:
		q := n.ind
		return !q.sum && !q.hidden && k.hasRow(q.ID, channel.Actual, q.rowSide(s), keys) || k.fed(q.node, s, keys)
	case opRecorded:
		return k.fed(n.x, s, keys) || k.fed(n.y, s, keys)
	case opSide:
		return k.fed(n.x, n.side, keys)
	}
	return (n.x == nil || k.fed(n.x, s, keys)) && (n.y == nil || k.fed(n.y, s, keys))
}

// fedIndicator is fed of an indicator, which its own targets, finished rates
// and scenarios feed, too.
func (k *core) fedIndicator(q *Indicator, keys dimset) bool {
	own := q.rowSide(channelSide)
	for scenario := channel.Actual; scenario <= channel.Plan; scenario++ {
		if (scenario != channel.Actual || !q.sum) && k.hasRow(q.ID, scenario, own, keys) {
			return true
		}
	}
	return k.fed(q.node, channelSide, keys)
}

// hasRow reports whether something is recorded with some keys.
func (k *core) hasRow(id string, scenario channel.Scenario, s side, keys dimset) bool {
	l := k.ledgers[ledgerKey{id, scenario, s}]
	if l == nil || keys&^l.dims != 0 {
		return false
	}
	if keys.size() < 2 {
		return true
	}
	return slices.ContainsFunc(l.records, func(r *record) bool { return keys&^r.dims == 0 })
}

// groupsOf returns the groups of a breakdown by one dimension that a figure
// has, by their numbers; nil if there is none but Unassigned.
func (k *core) groupsOf(f *Figure, w *window, d int) []int32 {
	n := f.root
	var filters *filter
	for ; n.op == opOf || n.op == opAt; n = n.x {
		if n.op == opOf && !k.known(n.filter) {
			return nil
		}
		if n.op == opOf {
			filters = filters.and(n.filter)
		} else {
			w = k.window(n.period)
		}
	}
	if w.torn {
		return nil
	}
	var target *Indicator
	fed := true
	if n.op == opFigure {
		target, fed = n.ind, k.fedIndicator(n.ind, 1<<d)
	} else {
		fed = k.fed(n, channelSide, 1<<d)
	}
	if !fed || f.root.bars.has(d) {
		return nil
	}
	t := w.table(k.cut(1<<d, channelSide, filters))
	var listed []bool
	if target != nil {
		listed = t.listedOf(target)
	} else {
		listed = t.listed(&f.needs, nil)
	}
	var groups []int32
	for g, is := range listed {
		if is {
			groups = append(groups, int32(g))
		}
	}
	if len(groups) == 1 && groups[0] == 0 {
		return nil
	}
	// Unassigned takes its place among the others.
	texts := k.values[d].values
	slices.SortFunc(groups, func(a, b int32) int { return strings.Compare(texts[a], texts[b]) })
	return groups
}

// Groups returns the groups of a dimension that a breakdown of the figure has,
// ordered by their text in bytes: those with a fact in the period or its
// bases, or with a target that counts. They account for the whole. Unassigned
// is among them where facts name no group, but never alone. Months and
// quarters are those of a period that holds at least two, in calendar order.
func (e *Evaluation) Groups(f *Figure, dim string) []string {
	if dim == channel.MonthOf || dim == quarterOf {
		var names []string
		for p := range parts(e.w.period, dim) {
			names = append(names, p.String())
		}
		return names
	}
	k := e.k
	d, ok := k.c.names[dim].(*Dimension)
	if !ok {
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	var names []string
	for _, g := range k.groupsOf(f, e.w, d.number) {
		names = append(names, k.values[d.number].values[g])
	}
	return names
}

// parts iterates over the months or quarters of a period that consists of two
// or more.
func parts(p channel.Period, dim string) iter.Seq[channel.Period] {
	length := 1
	if dim == quarterOf {
		length = 3
	}
	return func(yield func(channel.Period) bool) {
		months := slices.Collect(p.Months())
		if len(months) < 2*length || len(months)%length != 0 {
			return
		}
		for i := 0; i < len(months); i += length {
			part := months[i]
			if dim == quarterOf {
				part = quarter(months[i])
				if part.IsZero() {
					return
				}
			}
			if !yield(part) {
				return
			}
		}
	}
}
