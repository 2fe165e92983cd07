package kpi

import (
	"slices"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi/expr"
)

// A Trace leads a figure back to its sources.
type Trace struct {
	Formula string // in the expression language, with aspects and periods written out
	Inputs  []Input
	Facts   int
	Notes   []Note
}

// An Input is a measure that a figure rests on, over one window.
type Input struct {
	Name  string // sales, or at(sales, "2025-Q3") for a base
	Value Value
	Facts int
	Files []string
}

// Explain returns what a figure was computed from. Facts counts rows read, all
// windows together.
func (e *Evaluation) Explain(f *Figure, g channel.Group) Trace {
	e.k.mu.Lock()
	defer e.k.mu.Unlock()
	c := e.cell(f, g)
	trace := Trace{Formula: f.expr, Notes: c.notes.list()}
	p := e.place(g)
	if p.why != present || c.why == noSuchGroup {
		return trace
	}
	t := tracer{k: e.k}
	trace.Formula = expr.Format(t.node(f.root, setting{scope: p.scope}))
	trace.Inputs = t.inputs
	trace.Facts = t.facts()
	return trace
}

// A tracer writes a figure out and collects what it rests on.
type tracer struct {
	k      *core
	inputs []Input
	leaves []*leaf // of the inputs
}

// A setting is a scope together with how the language says it.
type setting struct {
	scope
	whole   bool
	filters []expr.Node
	period  string // "" for the period asked
}

func (c setting) in(w *window) setting {
	if w != c.t.w {
		c.period = w.name()
	}
	c.scope = c.scope.in(w)
	return c
}

// name writes a leaf.
func (c setting) name(id string, a Aspect) expr.Node {
	var n expr.Node = &expr.Name{Ident: id}
	if c.whole {
		n = &expr.Select{X: &expr.Name{Ident: "report"}, Ident: id}
	}
	for _, f := range c.filters {
		n = &expr.Call{Ident: "of", Args: []expr.Node{n, f}}
	}
	if c.period != "" {
		n = &expr.Call{Ident: "at", Args: []expr.Node{n, &expr.String{Value: c.period}}}
	}
	if a != ValueAspect {
		n = &expr.Select{X: n, Ident: string(a)}
	}
	return n
}

func (t *tracer) node(n *node, c setting) expr.Node {
	switch n.op {
	case opConst:
		return n.written
	case opFigure:
		if n.aspect == ValueAspect {
			return t.figure(n.ind, c)
		}
		return t.aspect(n.ind, n.aspect, c)
	case opOf:
		if !t.k.known(n.filter) {
			return n.tree()
		}
		c.scope, c.filters = c.of(n.filter), append(slices.Clone(c.filters), n.filter.tree)
		return t.node(n.x, c)
	case opAt:
		if t.k.window(n.period).torn {
			return n.tree()
		}
		c.scope, c.period = c.at(n.period), n.period.String()
		return t.node(n.x, c)
	case opWhole:
		c.scope, c.whole = c.ofReport(), true
		return t.node(n.x, c)
	case opNeg:
		return &expr.Unary{Op: expr.Neg, X: t.node(n.x, c)}
	case opAbs, opMin, opMax:
		call := &expr.Call{Ident: map[op]string{opAbs: "abs", opMin: "min", opMax: "max"}[n.op], Args: []expr.Node{t.node(n.x, c)}}
		if n.y != nil {
			call.Args = append(call.Args, t.node(n.y, c))
		}
		return call
	}
	return &expr.Binary{Op: operators[n.op], X: t.node(n.x, c), Y: t.node(n.y, c)}
}

// figure writes an indicator's value out, down to what is read from the book.
func (t *tracer) figure(q *Indicator, c setting) expr.Node {
	value := c.scope.figure(q)
	if value.notes&noteOwnFinished != 0 {
		return t.leaf(q, c, ValueAspect, value, func() evidence { return t.rows(q, c, channel.Actual) })
	}
	n := q.node
	if n.op == opSide {
		c.scope.t = c.t.w.table(t.k.cut(c.t.cut.by.set, n.side, c.t.cut.filter))
		n = n.x
	}
	switch n.op {
	case opAtom:
		if n.atom.kind == atomDays {
			return number(c.t.w.period.Days())
		}
		return t.leaf(q, c, ValueAspect, value, func() evidence { return t.lines(n.atom, c.scope) })
	case opMeasure:
		return t.leaf(q, c, ValueAspect, value, func() evidence { return t.records(n.measure, c.scope) })
	case opRecorded:
		if value.notes&noteComputed == 0 {
			return t.leaf(q, c, ValueAspect, value, func() evidence { return t.records(n.x.measure, c.scope) })
		}
		n = n.y
	}
	return t.node(n, c)
}

func number(n int) expr.Node { return &expr.Number{Value: decimal.NewFromInt(int64(n))} }

// leaf writes what is read from the book and notes it as an input. from finds
// what it rests on, once for all traces.
func (t *tracer) leaf(q *Indicator, c setting, a Aspect, value cell, from func() evidence) expr.Node {
	n := c.name(q.ID, a)
	name := expr.Format(n)
	if slices.ContainsFunc(t.inputs, func(in Input) bool { return in.Name == name }) {
		return n
	}
	key := leafKey{c.t, c.g, q, a}
	l := t.k.leaves[key]
	if l == nil {
		e := from()
		l = &leaf{e, value.value(q.unitOf(a)), t.k.facts(e), t.k.files(e)}
		t.k.leaves[key] = l
	}
	t.inputs = append(t.inputs, Input{Name: name, Value: l.value, Facts: l.facts, Files: slices.Clone(l.files)})
	t.leaves = append(t.leaves, l)
	return n
}

// facts counts the rows of all inputs together.
func (t *tracer) facts() int {
	if len(t.leaves) == 1 {
		return t.leaves[0].facts
	}
	var all evidence
	for _, l := range t.leaves {
		all.lines = append(all.lines, l.lines...)
		all.records = append(all.records, l.records...)
		all.members = append(all.members, l.members...)
	}
	return t.k.facts(all)
}

// aspect writes an aspect out as the arithmetic that it is.
func (t *tracer) aspect(q *Indicator, a Aspect, c setting) expr.Node {
	w := c.t.w
	value := func(c setting) expr.Node { return t.figure(q, c) }
	switch a {
	case Target, YTDTarget, YearTarget:
		return t.target(q, a, c)
	case Gap:
		return infix(expr.Sub, value(c), t.target(q, Target, c))
	case Attainment, YTDAttainment:
		then, of := c, Target
		if a == YTDAttainment {
			then, of = c.in(w.toDate()), YTDTarget
		}
		x, y := value(then), t.target(q, of, c)
		if q.Better == DownBetter {
			x, y = y, x
		}
		return infix(expr.Div, x, y)
	case YearAttainment:
		return infix(expr.Div, value(c.in(w.toDate())), t.target(q, YearTarget, c))
	case NeededPerMonth:
		left := infix(expr.Sub, t.target(q, YearTarget, c), value(c.in(w.toDate())))
		return infix(expr.Div, left, number(w.monthsLeft()))
	case YearAgo:
		return value(c.in(w.yearAgo()))
	case PreviousAspect:
		return value(c.in(w.previous()))
	case YTD:
		return value(c.in(w.toDate()))
	case YoY:
		return t.growth(value(c), value(c.in(w.yearAgo())), c.base(q, w.yearAgo()))
	case PoP:
		return t.growth(value(c), value(c.in(w.previous())), c.base(q, w.previous()))
	case YTDYoY:
		toDate := w.toDate()
		return t.growth(value(c.in(toDate)), value(c.in(toDate.yearAgo())), c.base(q, toDate.yearAgo()))
	case YoYChange:
		return infix(expr.Sub, value(c), value(c.in(w.yearAgo())))
	case PoPChange:
		return infix(expr.Sub, value(c), value(c.in(w.previous())))
	case MaxAspect:
		if q.max != nil {
			return t.node(q.max, c)
		}
	case BenchmarkAspect:
		return t.leaf(q, c, a, c.scenario(q, channel.Benchmark), func() evidence { return t.rows(q, c, channel.Benchmark) })
	case BudgetAspect:
		return t.leaf(q, c, a, c.scenario(q, channel.Budget), func() evidence { return t.rows(q, c, channel.Budget) })
	case ForecastAspect:
		return t.leaf(q, c, a, c.scenario(q, channel.Forecast), func() evidence { return t.rows(q, c, channel.Forecast) })
	}
	return t.part(q, a, c)
}

func (t *tracer) growth(now, then expr.Node, base cell) expr.Node {
	under := then
	if base.q.sign() < 0 && t.k.setup.Policies.Base == "absolute" {
		under = &expr.Call{Ident: "abs", Args: []expr.Node{then}}
	}
	return infix(expr.Div, infix(expr.Sub, now, then), under)
}

// part writes out what only a group has.
func (t *tracer) part(q *Indicator, a Aspect, c setting) expr.Node {
	whole, ok := c.scope.whole()
	if !ok || a == RankAspect {
		t.figure(q, c)
		return c.name(q.ID, a)
	}
	all := setting{scope: whole, whole: true, filters: c.filters, period: c.period}
	if whole.fixed == 0 && c.fixed != 0 {
		all.filters = nil
	}
	link := (*window).yearAgo
	if a == ContributionPoP || a == GrowthSharePoP {
		link = (*window).previous
	}
	then := func(c setting) expr.Node { return t.figure(q, c.in(link(c.t.w))) }
	now := t.figure(q, c)
	switch a {
	case Share:
		return infix(expr.Div, now, t.figure(q, all))
	case ShareYoYChange:
		return infix(expr.Sub, infix(expr.Div, now, t.figure(q, all)), infix(expr.Div, then(c), then(all)))
	case ContributionYoY, ContributionPoP:
		return infix(expr.Div, infix(expr.Sub, now, then(c)), then(all))
	}
	return infix(expr.Div, infix(expr.Sub, now, then(c)), infix(expr.Sub, t.figure(q, all), then(all)))
}

// target writes a target as a leaf of its own window.
func (t *tracer) target(q *Indicator, a Aspect, c setting) expr.Node {
	switch a {
	case YTDTarget:
		c = c.in(c.t.w.toDate())
	case YearTarget:
		c = c.in(c.t.w.year())
	}
	return t.leaf(q, c, Target, c.scope.target(q), func() evidence { return t.targetRows(q, c.scope) })
}

func infix(o expr.Op, x, y expr.Node) expr.Node { return &expr.Binary{Op: o, X: x, Y: y} }
