package report

import (
	"slices"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// listCall compiles count, where and join.
func (c *checked) listCall(n *expr.Call, f *function) *term {
	if len(n.Args) == 0 {
		c.report(n, msgArguments, n.Ident, f.usage())
		return nil
	}
	list := c.compile(n.Args[0])
	if list == nil {
		return nil
	}
	if list.typ != itemsTyp && list.typ != textsTyp {
		c.report(n.Args[0], msgWrongType, termItems, list.typ.term())
		return nil
	}
	switch {
	case f.name == "count" && len(n.Args) == 1:
		return countTerm(list)
	case f.name == "join" && list.typ == textsTyp && len(n.Args) == 1:
		return list
	case f.name == "join" && list.typ == itemsTyp && len(n.Args) == 2:
		return c.join(n, list)
	case f.name == "where" && list.typ == itemsTyp && len(n.Args) == 2:
		return c.where(n.Args[1], list)
	}
	c.report(n, msgArguments, n.Ident, f.usage())
	return nil
}

// countTerm counts; nothing counted is absent, so that [[ ]] can drop it.
func countTerm(list *term) *term {
	return &term{typ: numberTyp, unit: kpi.Count, name: list.name, eval: func(e *env) result {
		r := list.eval(e)
		n := len(r.items) + len(r.texts)
		return result{absent: n == 0, number: kpi.Value{Num: decimal.NewFromInt(int64(n)), Den: one, Unit: kpi.Count}}
	}}
}

// inRow compiles an expression as it stands in a row of a list's items.
func (c *checked) inRow(n expr.Node, kind channel.Kind) *term {
	inner := *c
	inner.scope.kind = kind
	return inner.compile(n)
}

func (c *checked) where(condition expr.Node, list *term) *term {
	t := c.inRow(condition, list.kind)
	if t == nil {
		return nil
	}
	out := *list
	out.eval = func(e *env) result {
		r := list.eval(e)
		r.items = filter(r.items, t, e)
		r.absent = len(r.items) == 0
		return r
	}
	return &out
}

// filter keeps the items for which a condition holds.
func filter(items []*channel.Item, condition *term, e *env) []*channel.Item {
	if condition == nil {
		return items
	}
	return slices.DeleteFunc(slices.Clone(items), func(it *channel.Item) bool {
		row := *e
		row.item = it
		return !condition.truth(&row)
	})
}

func (c *checked) join(n *expr.Call, list *term) *term {
	field := c.inRow(n.Args[1], list.kind)
	if field == nil {
		return nil
	}
	if field.typ != textTyp {
		c.report(n.Args[1], msgWrongType, termText, field.typ.term())
		return nil
	}
	return &term{typ: textsTyp, name: list.name, eval: func(e *env) result {
		var texts []string
		for _, it := range list.eval(e).items {
			row := *e
			row.item = it
			if r := field.eval(&row); !r.absent {
				texts = append(texts, oneLine(r.text))
			}
		}
		return result{texts: texts, absent: len(texts) == 0}
	}}
}
