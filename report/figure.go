package report

import (
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// figure hands an expression to package kpi, with the values of parameters in
// the place of their names.
func (c *checked) figure(n expr.Node) *term {
	f := c.figureOf(c.substitute(n))
	if f == nil {
		return nil
	}
	for m := range expr.Walk(n) { // the conditions of of(…)
		if b, ok := m.(*expr.Binary); ok {
			c.asks(b.X, b.Y)
			c.asks(b.Y, b.X)
		}
	}
	return &term{typ: figureTyp, unit: f.Unit(), figure: f, name: expr.Format(n), eval: func(e *env) result {
		s := subject{f, e.group, e.in}
		r := result{subject: s}
		if v := s.value(); !v.OK() {
			r.absent = true
			r.missing = []missing{{s, v.Reason}}
		}
		return r
	}}
}

// An askedValue is a value of a dimension that a condition compares with.
type askedValue struct {
	dimension *kpi.Dimension
	text      string
	at        *source.Error // the place, for a message
}

// asks notes the values that a dimension is compared with.
func (c *checked) asks(column, values expr.Node) {
	name, ok := column.(*expr.Name)
	if !ok {
		return
	}
	d, ok := c.catalog.Dimension(name.Ident)
	if !ok || c.field(name.Ident) != nil {
		return
	}
	for n := range expr.Walk(c.substitute(values)) {
		if s, ok := n.(*expr.String); ok {
			c.values = append(c.values, askedValue{d, s.Value, c.text.problem(expr.Problem{At: s.Pos()})})
		}
	}
}

// figureOf compiles a figure and reports what is wrong with it.
func (c *checked) figureOf(n expr.Node) *kpi.Figure {
	f, problems := c.catalog.Compile(n)
	for _, p := range problems {
		if p.Message.Code == msgUnknownName.Code {
			c.unknown(&expr.Name{Span: expr.Span{From: p.At}, Ident: p.Args[0].(string)}) // what is no figure may have been meant
			continue
		}
		c.problems.Add(c.text.problem(p))
	}
	if len(problems) > 0 {
		return nil
	}
	return f
}

// substitute puts literals in the place of parameters.
func (c *checked) substitute(n expr.Node) expr.Node {
	return rewrite(n, func(n expr.Node) expr.Node {
		if name, ok := n.(*expr.Name); ok {
			if p, ok := c.param(name.Ident); ok {
				return p.literal(name.Span)
			}
		}
		return nil
	})
}

// rewrite returns a tree with some nodes replaced: those for which with returns
// another one. What is replaced is not looked into.
func rewrite(n expr.Node, with func(expr.Node) expr.Node) expr.Node {
	if other := with(n); other != nil {
		return other
	}
	all := func(nodes []expr.Node) []expr.Node {
		out := make([]expr.Node, len(nodes))
		for i, n := range nodes {
			out[i] = rewrite(n, with)
		}
		return out
	}
	switch n := n.(type) {
	case *expr.Select:
		copied := *n
		copied.X = rewrite(n.X, with)
		return &copied
	case *expr.Call:
		copied := *n
		copied.Args = all(n.Args)
		return &copied
	case *expr.Unary:
		copied := *n
		copied.X = rewrite(n.X, with)
		return &copied
	case *expr.Binary:
		copied := *n
		copied.X, copied.Y = rewrite(n.X, with), rewrite(n.Y, with)
		return &copied
	case *expr.List:
		copied := *n
		copied.Items = all(n.Items)
		return &copied
	}
	return n
}
