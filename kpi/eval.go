package kpi

import (
	"slices"

	"example.com/channelreport/channel"
)

// A scope is where a figure is read: a group of a table. report is the window
// of the report where the table's is one of its months; fixed are dimensions
// that of(…) has set and not the group that was asked for.
type scope struct {
	t      *table
	g      int32 // -1: a group of which the book has no fact
	report *window
	fixed  dimset
}

func (s scope) k() *core { return s.t.w.k }

// in returns the same group in another window.
func (s scope) in(w *window) scope {
	s.t = w.table(s.t.cut)
	return s
}

// cell evaluates a node.
func (s scope) cell(n *node) cell {
	switch n.op {
	case opConst:
		return have(quot{n.value, decOne})
	case opFigure:
		if s.t.cut.by.set&n.bars != 0 || s.t.cut.filter != nil && s.t.cut.filter.dims&n.bars != 0 {
			return without(noData)
		}
		if n.aspect == ValueAspect {
			return s.figure(n.ind)
		}
		return s.aspect(n.ind, n.aspect)
	case opOf:
		if !s.k().known(n.filter) {
			return without(noSuchGroup)
		}
		return s.of(n.filter).cell(n.x)
	case opAt:
		at := s.at(n.period)
		if at.t.w.torn {
			return without(notComparable)
		}
		return at.cell(n.x)
	case opWhole:
		return s.ofReport().cell(n.x)
	case opNeg:
		c := s.cell(n.x)
		c.q = c.q.neg()
		return c
	case opAbs:
		c := s.cell(n.x)
		if c.q.sign() < 0 {
			c.q = c.q.neg()
		}
		return c
	}
	return combine(n.op, s.cell(n.x), s.cell(n.y))
}

func combine(o op, x, y cell) cell {
	switch o {
	case opAdd:
		return plus(x, y)
	case opSub:
		return minus(x, y)
	case opMul:
		return times(x, y)
	case opDivPositive:
		return over(x, y, zeroDenominator, zeroDenominator)
	case opMin, opMax:
		return lift(x, y, func(a, b quot) cell {
			if (a.cmp(b) <= 0) == (o == opMin) {
				return have(a)
			}
			return have(b)
		})
	}
	return quotient(x, y)
}

// of returns the scope of the facts that pass a known filter. A filter that is no
// more than one value in each of its dimensions asks for a group of a finer
// breakdown, which has targets and finished rates of its own.
func (s scope) of(f *filter) scope {
	k, by := s.k(), s.t.cut.by
	fine := k.breakdown(by.set | f.dims)
	values, plain := s.narrowed(f, fine)
	if !plain || s.t.cut.filter != nil {
		s.t = s.t.w.table(k.cut(by.set, s.t.cut.side, s.t.cut.filter.and(f)))
		return s
	}
	g := int32(-1)
	if s.g >= 0 {
		g = fine.at(values)
	}
	t := s.t.w.table(k.cut(fine.set, s.t.cut.side, nil))
	return scope{t: t, g: g, report: s.report, fixed: s.fixed | f.dims&^by.set}
}

// narrowed returns the values of the scope's group with those of a filter, and
// false if the filter is more than a group, or another one.
func (s scope) narrowed(f *filter, fine *breakdown) ([]int32, bool) {
	pairs, plain := f.group()
	values := make([]int32, len(fine.dims))
	for i, d := range fine.dims {
		own := slices.Index(s.t.cut.by.dims, d)
		if own >= 0 && s.g >= 0 {
			values[i] = s.t.cut.by.group(s.g)[own]
		}
		for _, p := range pairs {
			if s.k().dim(p.Dimension) == d {
				n := s.k().values[d].numbers[p.Value]
				plain = plain && (own < 0 || values[i] == n)
				values[i] = n
			}
		}
	}
	return values, plain
}

// at returns the scope in another period, which a month row's gives way to.
func (s scope) at(p channel.Period) scope {
	s.report = nil
	return s.in(s.k().window(p))
}

// ofReport returns the scope without its group.
func (s scope) ofReport() scope {
	w := s.t.w
	if s.report != nil {
		w = s.report
	}
	return scope{t: w.table(s.k().cut(0, s.t.cut.side, s.t.cut.filter))}
}

// figure returns an indicator's own value.
func (s scope) figure(q *Indicator) cell {
	if s.g < 0 {
		return s.factless(q.node)
	}
	return s.t.columnOf(q)[s.g]
}

// factless evaluates a group of which the book has no fact: what comes from
// sale lines and partners is 0, what is recorded is absent.
func (s scope) factless(n *node) cell {
	switch n.op {
	case opAtom:
		c, ok := s.t.factless[n.atom]
		if !ok {
			if s.t.factless == nil {
				s.t.factless = map[atom]cell{}
			}
			c = s.k().atomColumn(s.t, n.atom)[0]
			s.t.factless[n.atom] = c
		}
		if n.atom.kind == atomDays || !c.there() && c.why != zeroDenominator {
			return c
		}
		if n.atom.kind >= atomCR1 && n.atom.kind <= atomHHI {
			return without(zeroDenominator)
		}
		return haveInt(0)
	case opMeasure:
		return without(noData)
	case opRecorded:
		return s.factless(n.y)
	case opSide:
		s.t = s.t.w.table(s.k().cut(s.t.cut.by.set, n.side, s.t.cut.filter))
		return s.factless(n.x)
	}
	return s.cell(n)
}

// columnOf returns an indicator's values for every group of a table.
func (t *table) columnOf(q *Indicator) []cell {
	// A figure may have been compiled with another catalog, such as a template's.
	own := q.number < len(t.column) && t.w.k.c.indicators[q.number] == q
	if own && t.column[q.number] != nil {
		return t.column[q.number]
	}
	if c, ok := t.foreign[q]; ok {
		return c
	}
	c := t.compute(q.node)
	for g := range c {
		c[g].notes &^= noteOwnFinished
	}
	if q.needsDirect && len(t.w.k.setup.DirectPartnerTypes) == 0 {
		c = t.cells(without(noData))
	}
	if !q.sum && !q.hidden {
		t.finished(q, c)
	}
	if own {
		t.column[q.number] = c
		return c
	}
	if t.foreign == nil {
		t.foreign = map[*Indicator][]cell{}
	}
	t.foreign[q] = c
	return c
}

// compute evaluates an indicator's node for every group.
func (t *table) compute(n *node) []cell {
	k := t.w.k
	switch n.op {
	case opAtom:
		return k.atomColumn(t, n.atom)
	case opMeasure:
		return slices.Clone(t.measured(n.measure).cells)
	case opSide:
		return t.w.table(k.cut(t.cut.by.set, n.side, t.cut.filter)).compute(n.x)
	case opRecorded:
		recorded, computed := t.compute(n.x), t.compute(n.y)
		for g := range recorded {
			if recorded[g].why == noData {
				recorded[g] = computed[g].noting(noteComputed)
			}
		}
		return recorded
	}
	column := make([]cell, t.cut.by.size)
	for g := range column {
		column[g] = scope{t: t, g: int32(g)}.cell(n)
	}
	return column
}

// finished puts finished rates where a figure is absent for want of data.
func (t *table) finished(q *Indicator, column []cell) {
	if t.w.k.ledgers[ledgerKey{q.ID, channel.Actual, q.rowSide(t.cut.side)}] == nil {
		return
	}
	for g := range column {
		if why := column[g].why; why == noData || why == missingBase {
			if c := (scope{t: t, g: int32(g)}).scenario(q, channel.Actual); c.there() {
				column[g] = c.noting(noteFinished | noteOwnFinished)
			}
		}
	}
}
