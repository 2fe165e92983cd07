package kpi

import (
	"slices"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi/expr"
)

// A compiler turns one expression into a node and collects what is wrong in
// it. define, if not nil, is told of every indicator that the expression
// names, before it is used, and reports whether it can be.
type compiler struct {
	c        *Catalog
	define   func(q *Indicator, at int) bool
	positive bool // denominators must be positive
	problems []expr.Problem
}

func (p *compiler) problem(at int, m source.Message, args ...any) {
	p.problems = append(p.problems, expr.Problem{At: at, Message: m, Args: args})
}

// near reports a name that is none of the candidates.
func (p *compiler) near(at int, m source.Message, name string, candidates []string, args ...any) {
	p.problems = append(p.problems, expr.Problem{At: at, Message: m,
		Args: append([]any{name}, args...), Near: source.Nearest(name, candidates)})
}

// node compiles an expression that stands for a figure; nil if there is a
// problem.
func (p *compiler) node(n expr.Node) *node {
	switch n := n.(type) {
	case *expr.Number:
		u := Number
		switch {
		case n.Percent:
			u = Percent
		case n.Money:
			u = Money
		}
		return &node{op: opConst, value: decOf(n.Value), written: n, unit: u, made: u.of()}
	case *expr.Name:
		if q := p.indicator(n.Ident, n.Pos()); q != nil {
			return q.asked(ValueAspect)
		}
	case *expr.Select:
		return p.selected(n)
	case *expr.Call:
		return p.call(n)
	case *expr.Unary:
		if n.Op != expr.Neg {
			p.problem(n.Pos(), msgNotFigure)
			return nil
		}
		if x := p.node(n.X); x != nil {
			return unaryNode(opNeg, x)
		}
	case *expr.Binary:
		return p.binary(n)
	case nil:
		p.problem(0, msgNotFigure)
	default:
		p.problem(n.Pos(), msgNotFigure)
	}
	return nil
}

func (p *compiler) indicator(name string, at int) *Indicator {
	q, ok := p.c.names[name].(*Indicator)
	if !ok {
		if keyword, behind, glued := expr.Unglue(name); glued {
			p.problem(at+behind, msgGlued, keyword)
			return nil
		}
		if _, isDim := p.c.names[name].(*Dimension); isDim {
			p.problem(at, msgDimension, name)
			return nil
		}
		p.near(at, msgUnknownName, name, p.c.figureNames())
		return nil
	}
	if p.define != nil && !p.define(q, at) {
		return nil
	}
	return q
}

// figureNames are the names that may have been meant where a figure stands.
func (c *Catalog) figureNames() []string {
	var names []string
	for _, q := range c.indicators {
		names = append(names, q.ID)
	}
	for _, q := range c.indicators {
		names = append(names, q.NameZh)
	}
	return names
}

// asked returns the node of an indicator's aspect.
func (q *Indicator) asked(a Aspect) *node {
	n := &node{op: opFigure, ind: q, aspect: a, unit: q.unitOf(a), bars: q.bars}
	n.made = n.unit.of()
	if a == ValueAspect {
		n.adds, n.made = q.adds, q.made()
	}
	return n
}

// made returns what the indicator is made of in the formulas that name it.
func (q *Indicator) made() measureOf {
	if q.hidden && q.node != nil {
		return q.node.made
	}
	if q.customers {
		return measureOf{customers: 1}
	}
	return q.Unit.of()
}

// selected compiles x.aspect and report.x.
func (p *compiler) selected(n *expr.Select) *node {
	if name, ok := n.X.(*expr.Name); ok && isReport(name.Ident) {
		q := p.indicator(n.Ident, n.IdentAt)
		if q == nil {
			return nil
		}
		return unaryNode(opWhole, q.asked(ValueAspect))
	}
	x := p.node(n.X)
	if x == nil {
		return nil
	}
	a, ok := AspectNamed(n.Ident)
	if !ok {
		p.nearAspect(n, x)
		return nil
	}
	y, ok := x.with(a)
	if ok {
		return y
	}
	q := x.indicator()
	switch {
	case q == nil || x.asks() != ValueAspect:
		p.problem(n.IdentAt, msgAspectOfFormula, a.Term())
	case a.is(ofRelative) && q.has(YoYChange):
		p.problem(n.IdentAt, msgNoGrowth, q.term(), a.Term(), changeOf(a).Term())
	default:
		p.problem(n.IdentAt, msgNoAspect, q.term(), a.Term())
	}
	return nil
}

func changeOf(a Aspect) Aspect {
	if a == PoP {
		return PoPChange
	}
	return YoYChange
}

func (p *compiler) nearAspect(n *expr.Select, x *node) {
	q := x.indicator()
	if q == nil {
		p.near(n.IdentAt, msgUnknownAspect, n.Ident, AspectNames())
		return
	}
	en, zh := q.aspectNames()
	if known := slices.Concat(en, zh); source.Nearest(n.Ident, known) != "" {
		p.near(n.IdentAt, msgUnknownAspectOf, n.Ident, known, q.term())
		return
	}
	p.problem(n.IdentAt, msgAspectsOf, n.Ident, q.term(), source.Term{En: strings.Join(en, ", "), Zh: strings.Join(zh, "、")})
}

// term is the indicator as messages name it: as it is written in either language.
func (q *Indicator) term() source.Term {
	if !expr.IsName(q.NameZh) {
		return source.Term{En: q.ID, Zh: q.ID}
	}
	return source.Term{En: q.ID, Zh: q.NameZh}
}

func isReport(name string) bool { return name == "report" || name == "全局" }

// functions are the functions over figures, by both names.
var functions = map[string]string{
	"of": "of", "限定": "of", "at": "at", "取期": "at",
	"abs": "abs", "绝对值": "abs", "min": "min", "较小": "min", "max": "max", "较大": "max",
}

func (p *compiler) call(n *expr.Call) *node {
	function, ok := functions[n.Ident]
	if !ok {
		p.near(n.Pos(), msgUnknownFunction, n.Ident, []string{"of", "at", "abs", "min", "max", "限定", "取期", "绝对值", "较小", "较大"})
		return nil
	}
	want := 2
	if function == "abs" {
		want = 1
	}
	if len(n.Args) != want {
		p.problem(n.Pos(), msgArguments, n.Ident, want, len(n.Args))
		return nil
	}
	x := p.node(n.Args[0])
	switch function {
	case "of":
		f := p.filter(n.Args[1])
		if x == nil || f == nil {
			return nil
		}
		y := unaryNode(opOf, x)
		y.filter = f
		return y
	case "at":
		period, ok := p.periodOf(n.Args[1])
		if x == nil || !ok {
			return nil
		}
		y := unaryNode(opAt, x)
		y.period = period
		return y
	case "abs":
		if x == nil {
			return nil
		}
		return unaryNode(opAbs, x)
	}
	y := p.node(n.Args[1])
	if x == nil || y == nil {
		return nil
	}
	o := opMin
	if function == "max" {
		o = opMax
	}
	return p.sum(o, n.Pos(), x, y)
}

func (p *compiler) periodOf(n expr.Node) (channel.Period, bool) {
	text, ok := n.(*expr.String)
	if !ok {
		p.problem(n.Pos(), msgPeriodText)
		return channel.Period{}, false
	}
	period, err := p.c.ParsePeriod(text.Value)
	if err != nil {
		for _, e := range source.Problems(err) {
			p.problems = append(p.problems, expr.Problem{At: n.Pos(), Message: e.Message, Args: e.Args, Near: e.Near})
		}
		return period, false
	}
	if p.c.setup != nil && torn(p.c.setup, period) {
		p.problem(n.Pos(), msgPeriodGrain, text.Value)
		return period, false
	}
	return period, true
}

func (p *compiler) binary(n *expr.Binary) *node {
	o, ok := map[expr.Op]op{expr.Add: opAdd, expr.Sub: opSub, expr.Mul: opMul, expr.Div: opDiv, expr.Ratio: opRatio}[n.Op]
	if !ok {
		p.problem(n.OpAt, msgNotFigure)
		return nil
	}
	x, y := p.node(n.X), p.node(n.Y)
	if x == nil || y == nil {
		return nil
	}
	for _, side := range []*node{x, y} {
		if side.unit == RatioAB || side.unit == Rank {
			p.problem(n.OpAt, msgNoArithmetic, n.Op.String(), unitTerm(side.unit))
			return nil
		}
	}
	switch o {
	case opAdd, opSub:
		return p.sum(o, n.OpAt, x, y)
	case opRatio:
		if _, _, ok := sumUnit(x, y, false); !ok {
			p.problem(n.OpAt, msgUnits, n.Op.String(), unitTerm(x.unit), unitTerm(y.unit))
			return nil
		}
		r := binaryNode(o, x, y)
		r.unit = RatioAB
		return r
	}
	if o == opDiv && p.positive {
		o = opDivPositive
	}
	r := binaryNode(o, x, y)
	r.unit, r.made = productUnit(x, y, o != opMul)
	return r
}

// sum compiles what needs operands of one unit.
func (p *compiler) sum(o op, at int, x, y *node) *node {
	u, made, ok := sumUnit(x, y, o == opSub)
	if !ok {
		sign := map[op]string{opAdd: "+", opSub: "-", opMin: "min", opMax: "max"}[o]
		p.problem(at, msgUnits, sign, unitTerm(x.unit), unitTerm(y.unit))
		return nil
	}
	r := binaryNode(o, x, y)
	r.unit, r.made = u, made
	return r
}

// Compile checks an expression that stands for a figure and compiles it:
// names, aspects, of(…), at(…), arithmetic, units. report.x is x of the whole.
// All problems are returned at once, at their offsets; the figure is nil if
// there are any.
func (c *Catalog) Compile(n expr.Node) (*Figure, []expr.Problem) {
	p := compiler{c: c}
	root := p.node(n)
	if root != nil && root.op != opRatio && root.unit == Number {
		if _, ok := named(root.made); !ok {
			p.problem(n.Pos(), msgNoUnit)
		}
	}
	if len(p.problems) > 0 {
		slices.SortStableFunc(p.problems, func(a, b expr.Problem) int { return a.At - b.At })
		return nil, p.problems
	}
	return newFigure(root), nil
}
