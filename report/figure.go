package report

import (
	"iter"

	"example.com/channelreport/channel"
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
	c.asks(n)
	for d, s := range asked(c.catalog.Dimension, n) {
		if c.perPartner && !c.scope.authored && d.ID == channel.PartnerID {
			c.report(s, msgPartnerAlone)
			return nil
		}
	}
	if part := c.partOfNothing(n); part != nil {
		x := expr.Format(part.X)
		name := x
		for m := range expr.Walk(part.X) {
			if n, ok := m.(*expr.Name); ok && c.known(n.Ident) {
				name = n.Ident
				break
			}
		}
		c.reportAt(part.IdentAt, msgWholePart, x, part.Ident, name)
		return nil
	}
	return &term{typ: figureTyp, unit: f.Unit(), figure: f, name: expr.Format(n), eval: func(e *env) result {
		s := e.b.subject(f, e.group, e.in)
		r := result{subject: s, number: s.value()}
		if !r.number.OK() {
			r.absent = true
			r.missing = []missing{{s, r.number.Reason}}
		}
		return r
	}}
}

// partOfNothing returns an aspect that holds a group against the whole, where
// it is asked of the whole, which is part of nothing, or of several groups.
func (c *checked) partOfNothing(n expr.Node) *expr.Select {
	if s := c.scope; c.perPartner || s.dimension != nil || s.cross != nil || s.groups {
		return nil
	}
	for m := range expr.Walk(n) {
		part, ok := m.(*expr.Select)
		if !ok {
			continue
		}
		if a, _ := kpi.AspectNamed(part.Ident); ofWhole[a] && !oneGroup(part.X) {
			return part
		}
	}
	return nil
}

// oneGroup reports whether an expression restricts its figure to a group, by a
// condition that a dimension has a value.
func oneGroup(n expr.Node) bool {
	for m := range expr.Walk(n) {
		if b, ok := m.(*expr.Binary); ok && b.Op == expr.Eq {
			return true
		}
	}
	return false
}

// An askedValue is a value of a dimension that a condition compares with.
type askedValue struct {
	dimension *kpi.Dimension
	text      string
	at        *source.Error // the place, for a message
}

// asks notes the values that dimensions are compared with in an expression.
func (c *checked) asks(n expr.Node) {
	for d, s := range asked(c.grouping, c.substitute(n)) {
		c.values = append(c.values, askedValue{d, s.Value, c.text.problem(expr.Problem{At: s.Pos()})})
	}
}

// grouping returns the dimension whose values a name stands for: its own, and in
// a row of anything but partners, whose names are data, that of the row.
func (c *checked) grouping(name string) (*kpi.Dimension, bool) {
	if d := c.scope.dimension; d != nil && d.ID != channel.PartnerID && (name == "name" || name == "名称") {
		return d, true
	}
	return c.catalog.Dimension(name)
}

// asked yields the texts that an expression compares with a dimension.
func asked(grouping func(name string) (*kpi.Dimension, bool), n expr.Node) iter.Seq2[*kpi.Dimension, *expr.String] {
	return func(yield func(*kpi.Dimension, *expr.String) bool) {
		for m := range expr.Walk(n) {
			b, ok := m.(*expr.Binary)
			if !ok {
				continue
			}
			for _, side := range [][2]expr.Node{{b.X, b.Y}, {b.Y, b.X}} {
				name, ok := side[0].(*expr.Name)
				if !ok {
					continue
				}
				d, ok := grouping(name.Ident)
				for v := range expr.Walk(side[1]) {
					if s, text := v.(*expr.String); ok && text && !yield(d, s) {
						return
					}
				}
			}
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
