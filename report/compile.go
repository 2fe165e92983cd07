package report

import (
	"slices"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// A compiler resolves every name of a template against a catalog, the
// template's parameters and the fields of items, and collects what is wrong.
type compiler struct {
	catalog    *kpi.Catalog
	parameters map[string]parameter
	locale     *locale
	problems   source.List
	warnings   source.List
	words      map[string][]string // that stand beside an insert in vain; see once
	ids        map[string]string   // of blocks, with the shape of each
	values     []askedValue        // of dimensions, that conditions compare with
	refs       []reference         // what ref(…) asks for; checked when all ids are known
	listed     []reference         // what item(…) asks for; checked against the report's
	perPartner bool                // scope: partner
	slots      map[string]place    // of notes, that blocks name
	parts      map[string]*node    // of the template, by name
	using      []string            // parts that are being compiled, one inside the other
	used       map[string]bool     // parts that some block uses
}

// A scope is what an expression sees beside the catalog: the kind of the item
// whose row it is in, and whether it is in a row at all.
type scope struct {
	kind      channel.Kind   // 0: in no item
	dimension *kpi.Dimension // nil: in no row of a breakdown
	cross     *kpi.Dimension // nil: in no column of a cross table
	groups    bool           // of a phrase over groups, which it goes through
	authored  bool           // in the book, not in the template: no parameters
}

// A checked is an expression being compiled: where it stands and what it sees.
type checked struct {
	*compiler
	text  *exprText
	scope scope
}

func (c *compiler) expr(e *exprText, s scope) *term {
	if e == nil {
		return nil
	}
	return (&checked{c, e, s}).compile(e.node)
}

// report adds a problem at a node.
func (c *checked) report(n expr.Node, m source.Message, args ...any) *source.Error {
	return c.reportAt(n.Pos(), m, args...)
}

func (c *checked) reportAt(at int, m source.Message, args ...any) *source.Error {
	e := c.text.problem(expr.Problem{At: at, Message: m, Args: args})
	c.problems.Add(e)
	return e
}

// compile checks a node. It returns nil after reporting a problem.
func (c *checked) compile(n expr.Node) *term {
	switch n := n.(type) {
	case *expr.Number:
		return numberTerm(n)
	case *expr.String:
		return textTerm(n.Value)
	case *expr.List:
		return c.list(n)
	case *expr.Name:
		return c.name(n)
	case *expr.Select:
		return c.selected(n)
	case *expr.Call:
		if f, ok := lookupFunction(n.Ident); ok {
			return c.call(n, f)
		}
		near := source.Nearest(n.Ident, functionNames())
		if _, aspect := kpi.AspectNamed(n.Ident); aspect || near == "" {
			near = aspectOfCall(n)
		}
		c.report(n, msgUnknownFunction, n.Ident).Near = near
		return nil
	case *expr.Unary:
		if n.Op == expr.Not {
			x := c.compile(n.X)
			if x == nil {
				return nil
			}
			return boolTerm(func(e *env) (bool, []missing) {
				met, lacking := x.judge(e)
				return !met, lacking
			})
		}
	case *expr.Binary:
		switch n.Op {
		case expr.And, expr.Or:
			return c.logic(n)
		case expr.Eq, expr.Ne, expr.Lt, expr.Le, expr.Gt, expr.Ge:
			return c.comparison(n)
		case expr.In, expr.NotIn:
			return c.membership(n)
		}
	}
	return c.quantity(n)
}

// quantity compiles what stands for a number: package kpi does, unless it asks
// for something that only a report has.
func (c *checked) quantity(n expr.Node) *term {
	if c.local(n) {
		return c.arithmetic(n)
	}
	return c.figure(n)
}

func textTerm(text string) *term {
	return &term{typ: textTyp, fixed: true, eval: func(*env) result { return result{text: text} }}
}

// boolTerm is a condition: whether it is met, and what could not be judged.
func boolTerm(f func(*env) (met bool, lacking []missing)) *term {
	return &term{typ: boolTyp, fixed: true, eval: func(e *env) result {
		met, lacking := f(e)
		return result{flag: met, missing: lacking}
	}}
}

func numberTerm(n *expr.Number) *term {
	unit := kpi.Number
	switch {
	case n.Percent:
		unit = kpi.Percent
	case n.Money:
		unit = kpi.Money
	}
	v := kpi.Value{Num: n.Value, Den: decimal.NewFromInt(1), Unit: unit}
	return &term{typ: numberTyp, unit: unit, fixed: true, eval: func(*env) result { return result{number: v} }}
}

// list compiles a list of texts or of figures.
func (c *checked) list(n *expr.List) *term {
	var texts []string
	var figures []*term
	for _, item := range n.Items {
		if s, ok := item.(*expr.String); ok {
			texts = append(texts, s.Value)
			continue
		}
		t := c.compile(item)
		switch {
		case t == nil:
			return nil
		case t.typ != figureTyp || len(texts) > 0:
			c.report(item, msgWrongType, termText, t.typ.term())
			return nil
		}
		figures = append(figures, t)
	}
	if len(figures) == 0 {
		return &term{typ: textsTyp, fixed: len(texts) > 0, eval: func(*env) result { return result{texts: texts, absent: len(texts) == 0} }}
	}
	if len(texts) > 0 {
		c.report(n, msgWrongType, termFigures, termText)
		return nil
	}
	return figuresTerm(figures)
}

// figuresTerm is a list of figures. What of them has no value is left out and
// told; nothing left is absent.
func figuresTerm(figures []*term) *term {
	return &term{typ: figuresTyp, eval: func(e *env) result {
		var r result
		for _, f := range figures {
			one := f.eval(e)
			r.missing = append(r.missing, one.missing...)
			if !one.absent {
				r.figures = append(r.figures, one.subject)
			}
		}
		r.absent = len(r.figures) == 0
		return r
	}}
}

func (c *checked) logic(n *expr.Binary) *term {
	x, y := c.compile(n.X), c.compile(n.Y)
	if x == nil || y == nil {
		return nil
	}
	settles := n.Op == expr.Or // what one side alone settles
	return boolTerm(func(e *env) (bool, []missing) {
		a, lacking := x.judge(e)
		if a == settles && lacking == nil {
			return a, nil
		}
		b, more := y.judge(e)
		if b == settles && more == nil {
			return b, nil
		}
		return (a == settles || b == settles) == settles, slices.Concat(lacking, more)
	})
}
