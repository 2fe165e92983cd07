package kpi

import (
	"iter"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
)

// An Evaluation answers Figures over one book and period. Answers are computed
// when first asked for and kept; it is safe for concurrent use, and the same
// question always has the same answer.
type Evaluation struct {
	k      *core
	w      *window
	scopes map[channel.Group]place
	last   channel.Group // the group asked for last: many figures of one are asked in turn
	there  place
}

// A place is where a group is found; why says why not.
type place struct {
	scope scope
	why   why
}

// Evaluate prepares to answer figures of a book for a period. It reports what
// contradicts in the book's recorded rows (unknown measures, overlapping rows,
// two key sets of which neither holds the other) as a source.List.
//
// A book of month grain knows nothing of a period that holds parts of months:
// it is refused too. Where such a period is asked for later, by In or by at(…)
// of a figure that was compiled without the book, figures are not_comparable.
func Evaluate(c *Catalog, book *channel.Book, period channel.Period) (*Evaluation, error) {
	switch {
	case period.IsZero():
		return nil, source.List{{Path: "period", Message: msgNoPeriod}}
	case torn(book.Setup(), period):
		return nil, source.List{{Path: "period", Message: msgPeriodGrain, Args: []any{period.String()}}}
	}
	k := newCore(c, book)
	if list := k.checkRows(); len(list) > 0 {
		return nil, list.Err()
	}
	return k.evaluation(k.window(period)), nil
}

func (k *core) evaluation(w *window) *Evaluation {
	return &Evaluation{k: k, w: w, scopes: map[channel.Group]place{}}
}

// In returns an evaluation of the same book for another period. What is shared
// is computed once.
func (e *Evaluation) In(p channel.Period) *Evaluation {
	e.k.mu.Lock()
	defer e.k.mu.Unlock()
	return e.k.evaluation(e.k.window(p))
}

// Period returns the period.
func (e *Evaluation) Period() channel.Period { return e.w.period }

// Catalog returns the catalog that the evaluation was made with.
func (e *Evaluation) Catalog() *Catalog { return e.k.c }

// Value returns a figure for a group; the zero Group is the whole.
func (e *Evaluation) Value(f *Figure, g channel.Group) Value {
	e.k.mu.Lock()
	c := e.cell(f, g)
	e.k.mu.Unlock()
	return c.value(f.root.unit)
}

func (e *Evaluation) cell(f *Figure, g channel.Group) cell {
	p := e.place(g)
	if p.why != present {
		return without(p.why)
	}
	return p.scope.cell(f.root)
}

// place returns where a group is found.
func (e *Evaluation) place(g channel.Group) place {
	if g == e.last && e.there != (place{}) {
		return e.there
	}
	p, ok := e.scopes[g]
	if !ok {
		p = e.find(g)
		e.scopes[g] = p
	}
	e.last, e.there = g, p
	return p
}

// find looks a group up.
func (e *Evaluation) find(g channel.Group) place {
	k, w := e.k, e.w
	if w.torn {
		return place{why: notComparable}
	}
	var s scope
	var set dimset
	values := map[int]int32{}
	for _, pair := range g.Pairs() {
		d, ok := k.c.names[pair.Dimension].(*Dimension)
		if !ok {
			return place{why: noSuchGroup}
		}
		if d.number >= k.c.facts {
			part, ok := e.part(pair)
			if !ok {
				return place{why: noSuchGroup}
			}
			w, s.report = k.window(part), e.w
			continue
		}
		n, ok := k.values[d.number].numbers[pair.Value]
		if !ok {
			return place{why: noSuchGroup}
		}
		set |= 1 << d.number
		values[d.number] = n
	}
	by := k.breakdown(set)
	group := make([]int32, len(by.dims))
	for i, d := range by.dims {
		group[i] = values[d]
	}
	s.t, s.g = w.table(k.cut(set, channelSide, nil)), by.at(group)
	return place{scope: s}
}

// part returns the month or quarter that a group names.
func (e *Evaluation) part(pair channel.GroupPair) (channel.Period, bool) {
	for p := range parts(e.w.period, pair.Dimension) {
		if p.String() == pair.Value {
			return p, true
		}
	}
	p, err := e.k.setup.ParsePeriod(pair.Value)
	if err != nil {
		return p, false
	}
	want := channel.GrainMonth
	if pair.Dimension == quarterOf {
		want = channel.GrainQuarter
	}
	return p, p.Grain() == want
}

// quarter returns the quarter that begins with a month, a range of three months
// where the calendar's quarters begin with others.
func quarter(month channel.Period) channel.Period {
	y, m, _ := month.Start().Civil()
	if m%3 == 1 {
		return channel.Quarter(y, m/3+1)
	}
	return channel.Range(month.Start(), month.Start().AddMonths(3).AddDays(-1))
}

// All iterates over every figure that the contract has written out, with its
// group, in a stable order: the whole, then the groups of every dimension,
// then the months.
func (e *Evaluation) All() iter.Seq2[*Figure, channel.Group] {
	return func(yield func(*Figure, channel.Group) bool) {
		k := e.k
		for _, q := range k.c.indicators {
			if q.hidden || !e.locked(func() bool { return k.fedIndicator(q, 0) }) {
				continue
			}
			for i, f := range q.figure {
				if f != nil && aspects[i].kind&ofGroups == 0 && !yield(f, channel.Group{}) {
					return
				}
			}
		}
		for _, d := range k.c.dims[:k.c.facts] {
			for _, q := range k.c.indicators {
				if !q.hidden && !e.allOf(q, d, yield) {
					return
				}
			}
		}
		for _, q := range k.c.indicators {
			if !q.hidden && !e.allMonths(q, yield) {
				return
			}
		}
	}
}

func (e *Evaluation) locked(f func() bool) bool {
	e.k.mu.Lock()
	defer e.k.mu.Unlock()
	return f()
}

// allOf yields the figures of an indicator by a dimension.
func (e *Evaluation) allOf(q *Indicator, d *Dimension, yield func(*Figure, channel.Group) bool) bool {
	k, f := e.k, q.plain(ValueAspect)
	var groups []int32
	var ranks []int32
	var written [len(aspects)]bool
	e.locked(func() bool {
		groups = k.groupsOf(f, e.w, d.number)
		if len(groups) == 0 {
			return false
		}
		ranks = e.w.table(k.cut(1<<d.number, channelSide, nil)).ranksOf(q, 0)
		for i := range aspects {
			written[i] = q.figure[i] != nil && k.writes(q, aspects[i].id, aspects[i].kind, d.number)
		}
		return true
	})
	for _, g := range groups {
		group := channel.By(d.ID, k.values[d.number].values[g])
		for i, f := range q.figure {
			if !written[i] || aspects[i].id == RankAspect && ranks[g] == 0 {
				continue
			}
			if !yield(f, group) {
				return false
			}
		}
	}
	return true
}

// writes reports whether an aspect is written for a dimension: parts only where
// they add up, targets and scenarios only where some row has the key.
func (k *core) writes(q *Indicator, a Aspect, kind aspectKind, d int) bool {
	scenario := channel.Plan
	switch {
	case kind&ofGroups != 0:
		return a == RankAspect || q.adds.over.has(d)
	case a == BenchmarkAspect:
		scenario = channel.Benchmark
	case a == BudgetAspect:
		scenario = channel.Budget
	case a == ForecastAspect:
		scenario = channel.Forecast
	case kind&ofTargets == 0:
		return true
	}
	return k.hasRow(q.ID, scenario, q.rowSide(channelSide), 1<<d)
}

// allMonths yields the figures of an indicator by month.
func (e *Evaluation) allMonths(q *Indicator, yield func(*Figure, channel.Group) bool) bool {
	if !e.locked(func() bool { return e.k.fedIndicator(q, 0) }) {
		return true
	}
	rank := q.plain(RankAspect)
	for month := range parts(e.w.period, channel.MonthOf) {
		group := channel.By(channel.MonthOf, month.String())
		for i, f := range q.figure {
			switch a := aspects[i]; {
			case f == nil, a.id == ContributionPoP, a.id == GrowthSharePoP:
				continue
			case a.kind&ofGroups != 0 && f != rank && !q.adds.months:
				continue
			case f == rank && !e.locked(func() bool { return e.cell(f, group).there() }):
				continue
			}
			if !yield(f, group) {
				return false
			}
		}
	}
	return true
}
