package kpi

import (
	"example.com/channelreport/channel"
	"example.com/channelreport/kpi/expr"
)

// A Figure is a compiled question: which indicator or formula, which aspect.
// It holds no data; the same Figure can be asked of any book with the same
// declarations, for any period and group. It is immutable and safe for
// concurrent use.
type Figure struct {
	expr  string
	root  *node
	needs needs
}

func newFigure(root *node) *Figure {
	return &Figure{expr: expr.Format(root.tree()), root: root, needs: root.needs()}
}

// Expr returns the figure's canonical text in the expression language.
func (f *Figure) Expr() string { return f.expr }

// Indicator returns the indicator whose value or aspect this is, through of()
// and at() too; nil if the expression is more than that (sales / orders). A
// recorded measure is one, too.
func (f *Figure) Indicator() *Indicator { return f.root.indicator() }

// Plain reports whether the figure is an indicator's aspect and nothing more
// (no of, no at, no arithmetic), so that numbers.json names id and aspect.
func (f *Figure) Plain() bool { return f.root.op == opFigure }

// Aspect returns the aspect, ValueAspect if none was named.
func (f *Figure) Aspect() Aspect { return f.root.asks() }

// Unit returns the unit that the figure's values have.
func (f *Figure) Unit() Unit { return f.root.unit }

// With returns another aspect of the same subject, and false if the subject
// can have no such aspect (share of the whole is decided by the group; yoy of a
// percent is never there).
func (f *Figure) With(a Aspect) (*Figure, bool) {
	if f.root.op == opFigure {
		g := f.root.ind.plain(a)
		return g, g != nil
	}
	n, ok := f.root.subject().with(a)
	if !ok {
		return nil, false
	}
	return newFigure(n), true
}

// Subject returns the figure without its aspect.
func (f *Figure) Subject() *Figure {
	if f.root.asks() == ValueAspect {
		return f
	}
	if f.root.op == opFigure {
		return f.root.ind.plain(ValueAspect)
	}
	return newFigure(f.root.subject())
}

// A Restriction is what of, at and report make of a figure.
type Restriction struct {
	Of         *Figure        // what they are around
	Conditions []expr.Node    // of of, all of which hold
	Period     channel.Period // of at; zero if there is none
	Whole      bool           // report: the whole, in whatever group it is asked
}

// Restriction takes of, at and report off a figure.
func (f *Figure) Restriction() Restriction {
	n, r := f.root, Restriction{Of: f}
	for ; n.op == opOf || n.op == opAt || n.op == opWhole; n = n.x {
		switch n.op {
		case opOf:
			r.Conditions = append(r.Conditions, n.filter.tree)
		case opAt:
			r.Period = n.period
		case opWhole:
			r.Whole = true
		}
	}
	if n != f.root {
		r.Of = newFigure(n)
	}
	return r
}

// plain returns the figure of an indicator's aspect, nil if it has none such.
func (q *Indicator) plain(a Aspect) *Figure {
	if n := a.number(); n >= 0 {
		return q.figure[n]
	}
	return nil
}

// Figure returns the figure of an indicator's aspect, and false if the
// indicator has no such aspect.
func (q *Indicator) Figure(a Aspect) (*Figure, bool) {
	f := q.plain(a)
	return f, f != nil
}

// inner returns the node behind of, at and report: the subject of an aspect.
func (n *node) inner() *node {
	for n.op == opOf || n.op == opAt || n.op == opWhole {
		n = n.x
	}
	return n
}

func (n *node) indicator() *Indicator { return n.inner().ind }

func (n *node) asks() Aspect {
	if x := n.inner(); x.op == opFigure {
		return x.aspect
	}
	return ValueAspect
}

// subject returns n without its aspect.
func (n *node) subject() *node {
	if n.asks() == ValueAspect {
		return n
	}
	m, _ := n.rewritten(ValueAspect)
	return m
}

// with returns n with an aspect, false if n has an aspect already, is more
// than an indicator, or can have no such aspect.
func (n *node) with(a Aspect) (*node, bool) {
	if n.asks() != ValueAspect {
		return nil, false
	}
	if a == ValueAspect {
		return n, true
	}
	return n.rewritten(a)
}

// rewritten returns n with the aspect of the indicator inside replaced: the
// aspect of of(x, …) is read as of(aspect of x, …).
func (n *node) rewritten(a Aspect) (*node, bool) {
	switch n.op {
	case opFigure:
		if !n.ind.has(a) {
			return nil, false
		}
		return n.ind.asked(a), true
	case opOf, opAt, opWhole:
		x, ok := n.x.rewritten(a)
		if !ok {
			return nil, false
		}
		m := unaryNode(n.op, x)
		m.filter, m.period = n.filter, n.period
		return m, true
	}
	return nil, false
}

// tree returns n in the expression language, with canonical names.
func (n *node) tree() expr.Node {
	if a := n.asks(); a != ValueAspect {
		return &expr.Select{X: n.subject().tree(), Ident: string(a)}
	}
	switch n.op {
	case opConst:
		return n.written
	case opFigure:
		return &expr.Name{Ident: n.ind.ID}
	case opOf:
		return &expr.Call{Ident: "of", Args: []expr.Node{n.x.tree(), n.filter.tree}}
	case opAt:
		return &expr.Call{Ident: "at", Args: []expr.Node{n.x.tree(), &expr.String{Value: n.period.String()}}}
	case opWhole:
		return &expr.Select{X: &expr.Name{Ident: "report"}, Ident: n.x.ind.ID}
	case opNeg:
		return &expr.Unary{Op: expr.Neg, X: n.x.tree()}
	case opAbs:
		return &expr.Call{Ident: "abs", Args: []expr.Node{n.x.tree()}}
	case opMin:
		return &expr.Call{Ident: "min", Args: []expr.Node{n.x.tree(), n.y.tree()}}
	case opMax:
		return &expr.Call{Ident: "max", Args: []expr.Node{n.x.tree(), n.y.tree()}}
	}
	return &expr.Binary{Op: operators[n.op], X: n.x.tree(), Y: n.y.tree()}
}

var operators = map[op]expr.Op{
	opAdd: expr.Add, opSub: expr.Sub, opMul: expr.Mul, opDiv: expr.Div, opDivPositive: expr.Div, opRatio: expr.Ratio,
}
