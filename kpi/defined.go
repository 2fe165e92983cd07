package kpi

import (
	"strings"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi/expr"
)

// compile compiles the formulas of entries, each behind those that it names.
func (b *definer) compile(entries []*entry) {
	b.pending = map[*Indicator]*entry{}
	for _, e := range entries {
		b.pending[e.ind] = e
	}
	for _, e := range entries {
		b.compileEntry(e)
	}
}

func (b *definer) compileEntry(e *entry) {
	if e.state != waiting {
		return
	}
	e.state = compiling
	q, d := e.ind, &e.def
	q.node = b.root(e)
	if q.node == nil {
		q.node = &node{op: opConst, written: &expr.Number{}, unit: q.Unit} // refused; nobody will ask
	}
	if d.Max != "" {
		q.max = b.formula(e, "max", d.Max)
	}
	b.finish(q)
	if d.Additive == "false" {
		q.adds = additivity{}
		b.figures(q)
	}
	e.state = compiled
}

// root returns the node of an entry, nil if there is a problem.
func (b *definer) root(e *entry) *node {
	q, d := e.ind, &e.def
	measure, recorded := b.c.Measure(d.ID)
	var n *node
	switch {
	case d.Atom != "":
		n = b.c.atomNode(atom{atomKinds[d.Atom], d.Class}, q.Unit)
		q.sum = n.adds.time && n.atom.kind != atomNewPartners
	case recorded && d.Formula == "":
		n = b.c.measureNode(measure)
		q.sum, q.customers = true, measure.customers
	default:
		n = b.formula(e, "formula", d.Formula)
		if n == nil {
			return nil
		}
		if recorded {
			m := b.c.measureNode(measure)
			n = binaryNode(opRecorded, m, n)
			n.unit, n.made = m.unit, m.made
			q.sum = true
		}
		if !b.unit(e, n) {
			return nil
		}
	}
	if s := map[string]side{"company": companySide, "direct": directSide}[d.Side]; s != 0 {
		n = unaryNode(opSide, n)
		n.side = s
	}
	return n
}

// unit checks the declared unit against the formula's.
func (b *definer) unit(e *entry, n *node) bool {
	q := e.ind
	ratio := n.op == opRatio
	if ratio {
		// x : 1 says that the left side counts in units of the right.
		q.ToOne = n.y.op == opConst && n.y.value.cmp(decOne) == 0
	}
	if e.def.Unit == "" {
		u, ok := n.unit, true
		if u == Number && !ratio {
			u, ok = named(n.made)
		}
		if !ok || u == Number || u == Points || u == Rank {
			b.report(e, "formula", 0, msgNeedsUnit, q.ID)
			return false
		}
		q.Unit = u
		return true
	}
	if ratio != (q.Unit == RatioAB) || !q.Unit.fits(n.made) {
		b.report(e, "unit", 0, msgUnitMismatch, q.ID, unitTerm(q.Unit), madeTerm(n))
		return false
	}
	return true
}

// formula compiles one of an entry's expressions, nil if there is a problem.
func (b *definer) formula(e *entry, key, text string) *node {
	tree, problems := expr.Parse(text)
	p := compiler{c: b.c, positive: e.def.Positive == "denominator"}
	p.define = func(q *Indicator, at int) bool {
		other, ok := b.pending[q]
		if !ok {
			return true
		}
		if other.state == compiling {
			p.problem(at, msgCycle, e.ind.ID, q.ID)
			return false
		}
		b.compileEntry(other)
		return true
	}
	var n *node
	if len(problems) == 0 {
		n = p.node(tree)
		problems = p.problems
	}
	for _, problem := range problems {
		b.list.Add(problem.Located(e.position(key, problem.At), e.path+"."+key))
	}
	if len(problems) > 0 {
		return nil
	}
	if key == "formula" {
		e.ind.Formula = expr.Format(n.tree())
	}
	return n
}

func (e *entry) position(key string, offset int) source.Position {
	if e.at == nil {
		return source.Position{File: "catalog.yaml"}
	}
	return e.at(key, offset)
}

func (b *definer) report(e *entry, key string, offset int, m source.Message, args ...any) {
	b.list.Add(&source.Error{Position: e.position(key, offset), Path: e.path + "." + key, Message: m, Args: args})
}

// finish derives from an indicator's node what is asked again and again.
func (b *definer) finish(q *Indicator) {
	q.adds, q.bars = q.node.adds, q.node.bars
	q.side = q.node.needs().side
	q.needs = (&node{op: opFigure, ind: q}).needs()
	q.trades = q.node.trades()
	b.figures(q)
}

// figures makes the figures of an indicator's aspects.
func (b *definer) figures(q *Indicator) {
	q.figure = make([]*Figure, len(aspects))
	for i := range aspects {
		if q.has(aspects[i].id) {
			q.figure[i] = newFigure(q.asked(aspects[i].id))
		}
	}
}

func fields(s string) []string { return strings.Split(s, " ") }

func commas(words []string) string {
	return strings.TrimPrefix(strings.Join(words, ", "), ", ")
}
