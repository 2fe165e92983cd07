package kpi

import (
	"slices"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi/expr"
)

// A filter restricts a figure to facts by their values in some dimensions.
type filter struct {
	text string // canonical; equal texts are equal filters
	tree expr.Node
	root *condition
	dims dimset // of the conditions
}

// A condition is and, or, not over conditions, or a dimension with the values
// that pass. x is nil for the latter.
type condition struct {
	op     expr.Op // And, Or, Not, In
	x, y   *condition
	dim    *Dimension
	values []string
}

// holds reports whether values, by the number of their dimension, pass.
func (c *condition) holds(value func(dim int) string) bool {
	switch c.op {
	case expr.And:
		return c.x.holds(value) && c.y.holds(value)
	case expr.Or:
		return c.x.holds(value) || c.y.holds(value)
	case expr.Not:
		return !c.x.holds(value)
	}
	return slices.Contains(c.values, value(c.dim.number))
}

// group returns the group that a filter selects if it is no more than one
// value in each of its dimensions: region == "华东" and tier == "A".
func (f *filter) group() ([]channel.GroupPair, bool) {
	var pairs []channel.GroupPair
	seen := dimset(0)
	plain := true
	var walk func(c *condition)
	walk = func(c *condition) {
		switch {
		case c.op == expr.And:
			walk(c.x)
			walk(c.y)
		case c.op == expr.In && len(c.values) == 1 && !seen.has(c.dim.number):
			seen |= 1 << c.dim.number
			pairs = append(pairs, channel.GroupPair{Dimension: c.dim.ID, Value: c.values[0]})
		default:
			plain = false
		}
	}
	walk(f.root)
	return pairs, plain
}

// and returns the filter of what passes both. It is for the engine: it has no
// tree.
func (f *filter) and(g *filter) *filter {
	if f == nil {
		return g
	}
	return &filter{
		text: "(" + f.text + ") and (" + g.text + ")",
		root: &condition{op: expr.And, x: f.root, y: g.root},
		dims: f.dims | g.dims,
	}
}

// filter compiles the condition of of(x, condition).
func (p *compiler) filter(n expr.Node) *filter {
	f := &filter{}
	root, tree := p.condition(n, f)
	if root == nil {
		return nil
	}
	f.root, f.tree, f.text = root, tree, expr.Format(tree)
	return f
}

// condition returns a condition and its tree with canonical names; nil if
// there is a problem.
func (p *compiler) condition(n expr.Node, f *filter) (*condition, expr.Node) {
	switch n := n.(type) {
	case *expr.Unary:
		if n.Op != expr.Not {
			break
		}
		x, tree := p.condition(n.X, f)
		if x == nil {
			return nil, nil
		}
		return &condition{op: expr.Not, x: x}, &expr.Unary{Op: expr.Not, X: tree}
	case *expr.Binary:
		switch n.Op {
		case expr.And, expr.Or:
			x, left := p.condition(n.X, f)
			y, right := p.condition(n.Y, f)
			if x == nil || y == nil {
				return nil, nil
			}
			return &condition{op: n.Op, x: x, y: y}, &expr.Binary{Op: n.Op, X: left, Y: right}
		case expr.Eq, expr.Ne, expr.In, expr.NotIn:
			return p.comparison(n, f)
		}
	}
	p.problem(n.Pos(), msgFilter)
	return nil, nil
}

func (p *compiler) comparison(n *expr.Binary, f *filter) (*condition, expr.Node) {
	column, right := n.X, n.Y
	if turned, ok := right.(*expr.Name); ok && (n.Op == expr.Eq || n.Op == expr.Ne) {
		_, named := column.(*expr.Name)
		if _, known := p.c.Dimension(turned.Ident); known || !named {
			column, right = right, column // "华东" == region
		}
	}
	name, ok := column.(*expr.Name)
	if !ok {
		p.problem(column.Pos(), msgFilterColumn)
		return nil, nil
	}
	dim, ok := p.c.Dimension(name.Ident)
	switch {
	case !ok:
		var known []string
		for _, d := range p.c.dims[:p.c.facts] {
			known = append(known, d.ID, d.NameZh)
		}
		p.near(name.Pos(), msgUnknownDimension, name.Ident, known)
	case dim.number >= p.c.facts:
		p.problem(name.Pos(), msgFilterPeriod, source.Term{En: dim.ID, Zh: dim.NameZh})
		ok = false
	}
	var values []string
	var items []expr.Node
	switch r := right.(type) {
	case *expr.String:
		items = []expr.Node{r}
	case *expr.List:
		items = r.Items
	default:
		items = []expr.Node{right}
	}
	list := n.Op == expr.In || n.Op == expr.NotIn
	if _, isList := right.(*expr.List); isList != list {
		p.problem(right.Pos(), msgFilterList)
		return nil, nil
	}
	var quoted []expr.Node
	for _, item := range items {
		s, isText := item.(*expr.String)
		if !isText {
			p.problem(item.Pos(), msgFilterValue, name.Ident, expr.Format(item))
			ok = false
			continue
		}
		values = append(values, s.Value)
		quoted = append(quoted, &expr.String{Value: s.Value})
	}
	if !ok {
		return nil, nil
	}
	f.dims |= 1 << dim.number
	c := &condition{op: expr.In, dim: dim, values: values}
	tree := &expr.Binary{Op: n.Op, X: &expr.Name{Ident: dim.ID}}
	if list {
		tree.Y = &expr.List{Items: quoted}
	} else {
		tree.Y = quoted[0]
	}
	if n.Op == expr.Ne || n.Op == expr.NotIn {
		c = &condition{op: expr.Not, x: c}
	}
	return c, tree
}
