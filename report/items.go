package report

import (
	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// An itemsBlock prints items, or the parts of one, as a list or as paragraphs
// that each begin with their title.
type itemsBlock struct {
	common
	list       *term
	where      *term
	paragraphs bool
	lead       string
	show       []*term
	empty      string
}

func (c *compiler) items(n *node, s scope, base common) block {
	b := &itemsBlock{common: base, paragraphs: n.text("as") == "paragraphs", lead: n.text("lead"), empty: n.text("empty")}
	b.list, s = c.items0(n, "items", s)
	b.where = c.term(n, "where", s)
	if b.list != nil {
		b.show = c.terms(n, "show", s, textTyp, wordTyp, dateTyp, numberTyp, textsTyp)
	}
	return b
}

func (x *itemsBlock) build(b *builder, e *env) []doc.Block {
	items := rows(x.list, []*term{x.where}, e)
	if len(items) == 0 {
		if x.empty != "" {
			return []doc.Block{note(x.empty)}
		}
		return nil
	}
	var out []doc.Block
	if x.lead != "" {
		out = append(out, &doc.Paragraph{Role: doc.Lead, Inlines: []doc.Inline{doc.Text{Text: x.lead}}})
	}
	list := &doc.List{ID: x.id}
	for _, it := range items {
		b.printed[it] = true
		row := *e
		row.item = it
		inlines := x.item(b, it, x.shown(b, &row))
		if x.paragraphs {
			out = append(out, &doc.Paragraph{Inlines: inlines})
		} else {
			list.Items = append(list.Items, doc.Item{Inlines: inlines})
		}
	}
	if !x.paragraphs {
		out = append(out, list)
	}
	return out
}

// item writes an item's title, its text and the fields shown behind them.
func (x *itemsBlock) item(b *builder, it *channel.Item, shown []doc.Inline) []doc.Inline {
	l := b.run.program.locale
	title, text := l.authorText(it.Title), l.authorText(it.Text)
	switch {
	case it.Text == "":
		return l.itemLine(nil, title, shown)
	case it.Title == "":
		return l.itemLine(nil, text, shown)
	}
	return l.itemLine(title, text, shown)
}

// shown writes the fields of an item that a list shows: 负责人：渠道部；时限：….
func (x *itemsBlock) shown(b *builder, row *env) []doc.Inline {
	var parts [][]doc.Inline
	for _, t := range x.show {
		s := t.speak(b, row)
		if s.silent {
			continue
		}
		parts = append(parts, b.run.program.locale.labelled(b.fieldName(t), s.inlines))
	}
	return b.run.program.locale.details(parts)
}

// fieldName is what a field is called in the report's language.
func (b *builder) fieldName(t *term) string {
	if t.field == nil {
		return t.name
	}
	return b.run.program.locale.fieldName(t.field)
}

// itemValue registers an amount of an item as a figure, traced to its place.
func (b *builder) itemValue(it *channel.Item, field string, v kpi.Value, text string) doc.Value {
	expr := itemExpr(it) + "." + field
	key := figureKey{expr: expr, period: it.Period.String()}
	i, ok := b.index[key]
	if !ok {
		i = len(b.document.Figures)
		b.index[key] = i
		at := it.At(field)
		b.document.Figures = append(b.document.Figures, doc.Figure{
			Expr: expr, Period: key.period, Unit: string(v.Unit), Num: v.Num.String(), Den: v.Den.String(), Shown: []string{text},
			Formula: expr, Facts: 1, Inputs: []doc.Input{{Name: expr, Value: v.Num.String(), Facts: 1, Files: []string{at.String()}}},
		})
	}
	return doc.Value{Text: text, Figure: i}
}

// itemExpr names an item in the expression language; one without an id is
// named by its position.
func itemExpr(it *channel.Item) string {
	name := it.ID
	if name == "" {
		name = it.Position.String()
	}
	return `item("` + name + `")`
}
