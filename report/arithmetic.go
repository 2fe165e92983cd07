package report

import (
	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// local reports whether an expression asks for something that package kpi does
// not know, because it is in no figure: fields of items, counts, sums of lists.
func (c *checked) local(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Name:
		_, kind := channel.KindNamed(n.Ident)
		return kind || c.field(n.Ident) != nil
	case *expr.Select:
		return c.local(n.X)
	case *expr.Unary:
		return c.local(n.X)
	case *expr.Binary:
		return c.local(n.X) || c.local(n.Y)
	case *expr.Call:
		f, ok := lookupFunction(n.Ident)
		switch {
		case !ok:
			return false
		case f.kind != figureFunction:
			return true
		case f.name == "of" || f.name == "at":
			return false // of figures only
		}
		for _, arg := range n.Args {
			if c.local(arg) {
				return true
			}
		}
	}
	return false
}

// A reckoning computes a number.
type reckoning func(e *env) result

// arithmetic compiles a number that rests on items: budget - spent,
// sum(resources.amount) / sales. Its units are those of the same expression
// over figures with the units of the items' numbers, so package kpi checks
// them as it checks any.
func (c *checked) arithmetic(n expr.Node) *term {
	ok := true
	shadow := rewrite(c.substitute(n), func(n expr.Node) expr.Node {
		if !c.leaf(n) {
			return nil
		}
		t := c.compile(n)
		switch {
		case t == nil:
			ok = false
		case t.typ != numberTyp:
			c.report(n, msgWrongType, termNumber, t.typ.term()).Near = t.instead(n, numberTyp)
			ok = false
		default:
			return standIn(t.unit, expr.Span{From: n.Pos(), To: n.End()})
		}
		return n
	})
	if !ok {
		return nil
	}
	f := c.figureOf(shadow)
	if f == nil {
		return nil
	}
	compute := c.reckon(n)
	if compute == nil {
		return nil
	}
	unit := f.Unit()
	return &term{typ: numberTyp, unit: unit, name: expr.Format(n), node: n, eval: func(e *env) result {
		r := compute(e)
		r.number.Unit = unit
		return r
	}}
}

// leaf reports whether a node is a number by itself that only a report knows:
// local, and no operation on such.
func (c *checked) leaf(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Unary, *expr.Binary:
		return false
	case *expr.Call:
		if f, ok := lookupFunction(n.Ident); ok && f.kind == figureFunction {
			return false
		}
	}
	return c.local(n)
}

// standIn is an indicator with a unit.
func standIn(u kpi.Unit, at expr.Span) expr.Node {
	switch u {
	case kpi.Money:
		return &expr.Name{Span: at, Ident: "sales"}
	case kpi.Percent:
		return &expr.Name{Span: at, Ident: "channel_share"}
	case kpi.Count:
		return &expr.Name{Span: at, Ident: "orders"}
	}
	return &expr.Number{Span: at, Value: decimal.NewFromInt(1)}
}

// reckon compiles how a checked expression is computed, exactly.
func (c *checked) reckon(n expr.Node) reckoning {
	if c.leaf(n) || !c.local(n) {
		if name, ok := n.(*expr.Name); ok {
			if p, ok := c.param(name.Ident); ok {
				n = p.literal(name.Span)
			}
		}
		t := c.compile(n)
		if t == nil {
			return nil
		}
		return func(e *env) result {
			r := t.eval(e)
			if t.typ == figureTyp {
				r.inputs = []input{{subject: r.subject, value: r.number}}
			}
			return r
		}
	}
	switch n := n.(type) {
	case *expr.Unary:
		return combine(func(v []kpi.Value) kpi.Value { return v[0].Neg() }, c.reckon(n.X))
	case *expr.Binary:
		operation := map[expr.Op]func(x, y kpi.Value) kpi.Value{
			expr.Add: kpi.Value.Add, expr.Sub: kpi.Value.Sub, expr.Mul: kpi.Value.Mul, expr.Div: kpi.Value.Div, expr.Ratio: kpi.Value.Div,
		}[n.Op]
		return combine(func(v []kpi.Value) kpi.Value { return operation(v[0], v[1]) }, c.reckon(n.X), c.reckon(n.Y))
	case *expr.Call:
		parts := make([]reckoning, len(n.Args))
		for i, arg := range n.Args {
			parts[i] = c.reckon(arg)
		}
		f, _ := lookupFunction(n.Ident)
		return combine(func(v []kpi.Value) kpi.Value {
			switch {
			case f.name == "abs":
				return v[0].Abs()
			case (f.name == "min") == (v[0].Compare(v[1]) <= 0):
				return v[0]
			}
			return v[1]
		}, parts...)
	}
	return nil
}

// combine computes from present parts; an absent one makes the result absent.
func combine(operation func([]kpi.Value) kpi.Value, parts ...reckoning) reckoning {
	for _, p := range parts {
		if p == nil {
			return nil
		}
	}
	return func(e *env) result {
		var out result
		values := make([]kpi.Value, len(parts))
		for i, p := range parts {
			r := p(e)
			out.absent = out.absent || r.absent
			out.missing = append(out.missing, r.missing...)
			out.inputs = append(out.inputs, r.inputs...)
			values[i] = r.number
		}
		if !out.absent {
			out.number = operation(values)
			out.absent = !out.number.OK()
		}
		return out
	}
}
