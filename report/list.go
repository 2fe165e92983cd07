package report

import (
	"slices"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// listCall compiles the functions over lists: count, sum, where, join.
func (c *checked) listCall(n *expr.Call, f *function) *term {
	if len(n.Args) == 0 || len(n.Args) > len(f.params) {
		c.report(n, msgArguments, n.Ident, f.usage())
		return nil
	}
	list := c.compile(n.Args[0])
	if list == nil {
		return nil
	}
	switch f.name {
	case "count":
		if list.is(itemsTyp, textsTyp, evidenceTyp, numbersTyp) {
			return countTerm(list)
		}
	case "sum":
		if list.typ == numbersTyp {
			return c.sum(n, list)
		}
		c.report(n.Args[0], msgWrongType, termNumbers, list.typ.term())
		return nil
	case "where":
		if len(n.Args) < 2 {
			c.report(n, msgArguments, n.Ident, f.usage())
			return nil
		}
		if list.typ == itemsTyp {
			return c.where(n.Args[1], list)
		}
	case "join":
		return c.joined(n, f, list)
	}
	c.report(n.Args[0], msgWrongType, termItems, list.typ.term())
	return nil
}

// countTerm counts. Nothing counted is 0, and silent in an optional part.
func countTerm(list *term) *term {
	return &term{typ: numberTyp, unit: kpi.Count, counts: true, name: list.name, eval: func(e *env) result {
		r := list.eval(e)
		n := len(r.items) + len(r.texts) + len(r.evidence) + len(r.numbers)
		return result{number: kpi.Value{Num: decimal.NewFromInt(int64(n)), Den: one, Unit: kpi.Count}}
	}}
}

// sum adds up a field of a list's items. Rates do not add up.
func (c *checked) sum(n *expr.Call, list *term) *term {
	if list.unit == kpi.Percent {
		c.report(n.Args[0], msgNoSum, list.name)
		return nil
	}
	return &term{typ: numberTyp, unit: list.unit, name: expr.Format(n), node: n, eval: func(e *env) result {
		r := list.eval(e)
		out := result{absent: len(r.numbers) == 0, inputs: r.inputs}
		for i, v := range r.numbers {
			if i == 0 {
				out.number = v
			} else {
				out.number = out.number.Add(v)
			}
		}
		return out
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
		var lacking []missing
		r.items, lacking = filter(r.items, t, e)
		if r.absent = len(r.items) == 0; r.absent {
			r.missing = append(r.missing, lacking...)
		}
		return r
	}
	return &out
}

// filter keeps the items for which a condition holds, and returns for want of
// which figures it could not be judged.
func filter(items []*channel.Item, condition *term, e *env) (kept []*channel.Item, lacking []missing) {
	for _, it := range items {
		row := *e
		row.item = it
		met, more := condition.judge(&row)
		if met {
			kept = append(kept, it)
		}
		lacking = append(lacking, more...)
	}
	return kept, lacking
}

// joined compiles join: of texts, of a field of items, of figures.
func (c *checked) joined(n *expr.Call, f *function, list *term) *term {
	switch {
	case len(n.Args) == 1 && list.typ == textsTyp:
		return list
	case len(n.Args) == 1 && list.typ == figuresTyp:
		return joinFigures(list)
	case len(n.Args) == 1 && list.typ == itemsTyp:
		return c.joinField(&expr.Name{Span: expr.Span{From: n.Pos(), To: n.End()}, Ident: "title"}, list)
	case len(n.Args) == 2 && list.typ == itemsTyp:
		return c.joinField(n.Args[1], list)
	case len(n.Args) == 2 && list.typ == textsTyp && list.field != nil: // ids, by their items' titles
		if name, ok := n.Args[1].(*expr.Name); ok && (name.Ident == "title" || name.Ident == "标题") {
			return list
		}
	}
	if !list.is(textsTyp, figuresTyp, itemsTyp) {
		c.report(n.Args[0], msgWrongType, termItems, list.typ.term())
		return nil
	}
	c.report(n, msgArguments, n.Ident, f.usage())
	return nil
}

func (c *checked) joinField(n expr.Node, list *term) *term {
	field := c.inRow(n, list.kind)
	if field == nil {
		return nil
	}
	if !field.is(textTyp, wordTyp, dateTyp, numberTyp) {
		c.report(n, msgWrongType, termText, field.typ.term())
		return nil
	}
	// Three measures of one owner have one owner; three amounts are three, even
	// if they are equal, and so are three titles.
	once := field.is(textTyp, wordTyp) && !field.fixed
	return &term{typ: printedTyp, name: list.name, eval: func(e *env) result {
		var parts [][]doc.Inline
		seen := map[string]bool{}
		for _, it := range list.eval(e).items {
			row := *e
			row.item = it
			s := field.speak(e.b, &row)
			text := doc.PlainText(s.inlines)
			if s.silent || once && seen[text] {
				continue
			}
			seen[text] = true
			parts = append(parts, s.inlines)
		}
		if len(parts) == 0 {
			return result{absent: true}
		}
		return result{spoken: spoken{inlines: e.b.locale.list(parts)}}
	}}
}

// joinFigures names each figure with its value: 销售额12,345.6万元和订单数34,560单.
func joinFigures(list *term) *term {
	return &term{typ: printedTyp, name: list.name, eval: func(e *env) result {
		r := list.eval(e)
		var parts [][]doc.Inline
		for _, s := range r.figures {
			parts = append(parts, e.b.speaker.withValue(s))
		}
		return result{absent: r.absent, missing: r.missing, spoken: spoken{inlines: e.b.locale.list(parts), missing: r.missing, capital: true}}
	}}
}

// selected compiles what stands before and behind a point: an aspect of a
// figure, a field of a partner, an item or a list of items.
func (c *checked) selected(n *expr.Select) *term {
	if name, ok := n.X.(*expr.Name); ok {
		if d, ok := c.catalog.Dimension(name.Ident); ok && d.ID == channel.PartnerID {
			return c.partnerField(n)
		}
	}
	if !c.local(n.X) {
		return c.figure(n)
	}
	x := c.compile(n.X)
	if x == nil {
		return nil
	}
	if !x.is(itemTyp, itemsTyp) {
		c.report(n.X, msgNoFields, x.typ.term())
		return nil
	}
	spec := c.fieldOf(n, x)
	if spec == nil {
		return nil
	}
	if x.typ == itemTyp {
		t := fieldTerm(spec)
		get := t.eval
		t.fixed, t.name = false, expr.Format(n)
		t.eval = func(e *env) result {
			r := x.eval(e)
			if r.absent {
				return result{absent: true}
			}
			row := *e
			row.item = r.items[0]
			return get(&row)
		}
		return t
	}
	return c.column(n, x, spec)
}

// fieldOf returns a field that an item, or the items of a list, have.
func (c *checked) fieldOf(n *expr.Select, x *term) *channel.FieldSpec {
	var known []string
	specs := itemFieldSpecs()
	for i, f := range specs {
		if x.typ == itemsTyp && !slices.Contains(f.Kinds, x.kind) {
			continue
		}
		if f.Name == n.Ident || f.Zh == n.Ident {
			return &specs[i]
		}
		known = append(known, f.Name, f.Zh)
	}
	what := termItem
	if x.typ == itemsTyp {
		what = source.Term{En: x.kind.In("en"), Zh: x.kind.In("zh-CN")}
	}
	c.reportAt(n.IdentAt, msgUnknownField, n.Ident, what).Near = source.Nearest(n.Ident, known)
	return nil
}

// column is a field of all items of a list: their numbers, texts or parts.
func (c *checked) column(n *expr.Select, list *term, spec *channel.FieldSpec) *term {
	field := fieldTerm(spec)
	t := &term{typ: textsTyp, unit: field.unit, kind: field.kind, name: expr.Format(n)}
	if called := list.field; called != nil { // of the row: 根因.标题 is called 根因
		if spec.Name != "title" {
			called = spec
		}
		t.label = source.Term{En: english.fieldName(called), Zh: chinese.fieldName(called)}
	}
	switch field.typ {
	case numberTyp:
		t.typ = numbersTyp
	case itemsTyp, evidenceTyp:
		t.typ = field.typ
	case textsTyp:
		t.field = spec
	}
	t.eval = func(e *env) result {
		var out result
		for _, it := range list.eval(e).items {
			row := *e
			row.item = it
			r := field.eval(&row)
			if r.absent {
				continue
			}
			out.items, out.evidence, out.texts = append(out.items, r.items...), append(out.evidence, r.evidence...), append(out.texts, r.texts...)
			switch field.typ {
			case numberTyp:
				out.numbers = append(out.numbers, r.number)
				out.inputs = append(out.inputs, r.inputs...)
			case textTyp, wordTyp, dateTyp:
				out.texts = append(out.texts, doc.PlainText(field.say(e.b, &row, r).inlines))
			}
		}
		out.absent = len(out.items)+len(out.evidence)+len(out.texts)+len(out.numbers) == 0
		return out
	}
	return t
}

// itemCall compiles item("R1"), an item of the report by its id.
func (c *checked) itemCall(n *expr.Call, id string) *term {
	c.listed = append(c.listed, reference{id, c.text.problem(expr.Problem{At: n.Args[0].Pos(), Message: msgNoItem})})
	return &term{typ: itemTyp, name: expr.Format(n), eval: func(e *env) result {
		it := e.b.item(id)
		if it == nil {
			return result{absent: true}
		}
		return result{items: []*channel.Item{it}}
	}}
}
