package report

import (
	"slices"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// An itemsBlock prints items, or the parts of one, as a list, as a table or as
// paragraphs that each begin with their title.
type itemsBlock struct {
	common
	list       *term
	where      *term
	top        *term
	paragraphs bool
	table      *tableBlock // of items as a table
	lead       string
	show       []*term
	empty      string
}

func (c *compiler) items(n *node, s scope, base common) block {
	b := &itemsBlock{common: base, paragraphs: n.text("as") == "paragraphs", lead: n.text("lead"), empty: n.text("empty")}
	b.list, s = c.items0(n, "items", s)
	b.where = c.term(n, "where", s)
	if b.list != nil {
		b.show = slices.DeleteFunc(c.terms(n, "show", s, textTyp, wordTyp, dateTyp, numberTyp, textsTyp, evidenceTyp), alwaysShown)
	}
	if n.text("as") == "table" && b.list != nil {
		b.table = itemsTable(b)
	}
	return b
}

// itemsTable is the table of a list of items: title, text and the fields shown,
// each as far as an item has it.
func itemsTable(x *itemsBlock) *tableBlock {
	t := &tableBlock{common: common{id: x.id}, items: x.list, where: x.where}
	for _, field := range itemFieldSpecs() {
		if term := fieldTerm(&field); alwaysShown(term) && slices.Contains(field.Kinds, x.list.kind) {
			t.columns = append(t.columns, column{term: term})
		}
	}
	for _, show := range x.show {
		t.columns = append(t.columns, column{term: show})
	}
	return t
}

// alwaysShown reports whether a term is what is written of every item.
func alwaysShown(t *term) bool {
	return t.field != nil && (t.field.Name == "title" || t.field.Name == "text")
}

func (x *itemsBlock) build(b *builder, e *env) []doc.Block {
	items, lacking := rows(x.list, []*term{x.where}, e)
	if x.top != nil {
		items = items[:min(len(items), x.top.count(e))]
	}
	if len(items) == 0 {
		return b.nothing(x.empty, lacking, e)
	}
	var out []doc.Block
	if x.lead != "" {
		out = append(out, lead(x.lead))
	}
	if x.table != nil {
		return append(out, x.table.build(b, e)...)
	}
	list := &doc.List{ID: x.id}
	for _, it := range items {
		b.printed[it] = true
		row := *e
		row.item = it
		text := [][]doc.Inline{b.itemInlines(it)}
		if x.paragraphs {
			text = b.itemParagraphs(it, "text", it.Text)
		}
		for _, inlines := range b.locale.itemLines(it, text, x.shown(b, &row)) {
			if x.paragraphs {
				out = append(out, &doc.Paragraph{Inlines: inlines})
			} else {
				list.Items = append(list.Items, doc.Item{Inlines: inlines})
			}
		}
	}
	if !x.paragraphs {
		out = append(out, list)
	}
	return out
}

// itemLines writes an item's title before the first paragraph of its text, and
// the fields shown behind the last.
func (l *locale) itemLines(it *channel.Item, text [][]doc.Inline, shown []doc.Inline) [][]doc.Inline {
	title := l.authorText(it.Title)
	if len(text) == 0 || len(text[0]) == 0 {
		text, title = [][]doc.Inline{title}, nil
	}
	last := len(text) - 1
	if last > 0 {
		text[0] = l.itemLine(title, text[0], nil)
		title = nil
	}
	text[last] = l.itemLine(title, text[last], shown)
	return text
}

// shown writes the fields of an item that a list shows: 负责人：渠道部；时限：….
func (x *itemsBlock) shown(b *builder, row *env) []doc.Inline {
	var parts [][]doc.Inline
	for _, t := range x.show {
		s := t.speak(b, row)
		switch {
		case !s.silent:
		case len(s.missing) == 0:
			continue
		default:
			b.missing(s.missing)
			s.inlines = plain(b.locale.words.Missing)
		}
		parts = append(parts, b.locale.labelled(b.fieldName(t), s.inlines))
	}
	return b.locale.details(parts)
}

// fieldName is what a field is called in the report's language.
func (b *builder) fieldName(t *term) string {
	switch {
	case t.label.En != "":
		return t.label.In(b.locale.tag)
	case t.field == nil:
		return t.name
	}
	return b.locale.fieldName(t.field)
}

// itemValue registers an amount of an item as a figure, traced to its place.
func (b *builder) itemValue(it *channel.Item, field string, v kpi.Value, text string) doc.Value {
	return b.written(itemExpr(it)+"."+field, it.Period.String(), it.At(field), v, text)
}

// written registers a number that stands in the book as it is.
func (b *builder) written(expr, period string, at source.Position, v kpi.Value, text string) doc.Value {
	return b.madeUp(doc.Figure{
		Expr: expr, Period: period, Unit: string(v.Unit), Num: v.Num.String(), Den: v.Den.String(),
		Formula: expr, Facts: 1, Inputs: []doc.Input{{Name: expr, Value: v.Num.String(), Facts: 1, Files: []string{at.String()}}},
	}, text)
}

// madeUp registers a figure that package kpi does not answer, once.
func (b *builder) madeUp(f doc.Figure, text string) doc.Value {
	key := figureKey{expr: f.Expr, period: f.Period}
	i, ok := b.index[key]
	if !ok {
		i = len(b.document.Figures)
		b.index[key] = i
		b.document.Figures = append(b.document.Figures, f)
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
