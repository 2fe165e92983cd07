package report

import (
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// cell writes one cell, and reports whether there was something to write.
func (t *tableBlock) cell(b *builder, r *tableRow, c *column) (doc.Cell, bool) {
	switch {
	case c.name && r.subject != nil:
		return text(b.heading(r.subject.figure, false)), true
	case r.items != nil:
		return t.sumCell(b, r, c)
	case c.name:
		return text(r.name), true
	case c.aspect != "":
		return t.aspectCell(b, r, c.aspect)
	case c.attr != "":
		if v := t.attribute(b, r, c.attr); v != "" {
			return text(v), true
		}
		return text(b.locale.words.Missing), false
	case c.term.typ == figureTyp:
		return t.figure(b, r, c)
	}
	return t.fieldCell(b, r, c)
}

// figure writes a figure of a row's group.
func (t *tableBlock) figure(b *builder, r *tableRow, c *column) (doc.Cell, bool) {
	s := t.subject(b, r, c)
	switch {
	case r.rest != nil:
		return b.restCell(s, r.rest)
	case r.kind == doc.TotalRow && calendar(t.dimension.ID) && ofPrevious[s.figure.Aspect()] && s.in.Period().Grain() == channel.GrainYear:
		return text(b.locale.words.Missing), false // a year has none, as in sentences
	case r.kind == doc.TotalRow && c.group == "":
		return b.totalCell(s)
	}
	return b.figureCell(s)
}

// ofPrevious are the aspects that hold a period against the one before.
var ofPrevious = map[kpi.Aspect]bool{
	kpi.PoP: true, kpi.PoPChange: true, kpi.PreviousAspect: true, kpi.ContributionPoP: true, kpi.GrowthSharePoP: true,
}

// subject is what a cell speaks of: the row's group, and in a cross table the
// column's with it.
func (t *tableBlock) subject(b *builder, r *tableRow, c *column) subject {
	if c.group == "" {
		return b.subject(c.term.figure, r.env.group, r.env.in)
	}
	return b.subject(c.term.figure, r.env.group, r.env.in, channel.GroupPair{Dimension: t.cross.dimension.ID, Value: c.group})
}

// figureCell writes a figure, and reports whether it has a value.
func (b *builder) figureCell(s subject) (doc.Cell, bool) {
	c := b.speaker.cell(s)
	return doc.Cell{Lines: [][]doc.Inline{c.inlines}, Tone: c.tone}, len(c.missing) == 0
}

func text(s string) doc.Cell { return doc.Cell{Lines: [][]doc.Inline{plain(s)}} }

// attribute is a partner's attribute, where the row is a partner.
func (t *tableBlock) attribute(b *builder, r *tableRow, dim string) string {
	id, ok := r.env.group.Value(channel.PartnerID)
	if !ok || r.kind != doc.DataRow {
		return ""
	}
	if p := b.run.book.Partner(id); p != nil {
		return oneLine(p.Attribute(dim))
	}
	return ""
}

// aspect is an aspect of the row's indicator. For a percent or a score the
// change stands in the place of yoy and pop. One that the indicator cannot
// have has no figure.
func (t *tableBlock) aspect(r *tableRow, a kpi.Aspect) subject {
	if u := r.subject.figure.Unit(); u == kpi.Percent || u == kpi.Score {
		switch a {
		case kpi.YoY:
			a = kpi.YoYChange
		case kpi.PoP:
			a = kpi.PoPChange
		}
	}
	s, _ := r.subject.aspect(a)
	return s
}

// aspectCell writes an aspect of the row's indicator, with its unit: every row
// has its own.
func (t *tableBlock) aspectCell(b *builder, r *tableRow, a kpi.Aspect) (doc.Cell, bool) {
	s := t.aspect(r, a)
	if s.figure == nil {
		return text(b.locale.words.Missing), false
	}
	cell, ok := b.figureCell(s)
	if ok {
		cell.Lines = [][]doc.Inline{{b.cite(s, b.speaker.cellText(s))}}
	}
	return cell, ok
}

// fieldCell writes a field of the row's item.
func (t *tableBlock) fieldCell(b *builder, r *tableRow, c *column) (doc.Cell, bool) {
	got := c.term.eval(&r.env)
	if got.absent {
		return text(b.locale.words.Missing), false
	}
	switch c.term.typ {
	case evidenceTyp:
		lines, absent := b.bases(c.term, &r.env)
		b.missing(absent)
		return doc.Cell{Lines: lines}, len(lines) > 0
	case itemsTyp:
		var cell doc.Cell
		for _, it := range got.items {
			cell.Lines = append(cell.Lines, b.locale.authorText(it.Title))
		}
		return cell, true
	case textsTyp:
		var cell doc.Cell
		for _, title := range b.titles(got.texts) {
			cell.Lines = append(cell.Lines, plain(title))
		}
		return cell, true
	case numberTyp:
		value := b.speaker.plain(got.number, look{unit: c.term.unit})
		return doc.Cell{Lines: [][]doc.Inline{{b.numberValue(c.term, &r.env, got, value)}}}, true
	}
	s := c.term.speak(b, &r.env)
	if s.silent { // a text of which no sentence has its figures
		b.missing(s.missing)
		return text(b.locale.words.Missing), false
	}
	return doc.Cell{Lines: [][]doc.Inline{s.inlines}}, true
}

// titles puts the titles of items in the place of their ids.
func (b *builder) titles(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = id
		if it := b.item(id); it != nil && it.Title != "" {
			out[i] = oneLine(it.Title)
		} else if ind, ok := b.run.program.catalog.Indicator(id); ok { // that an initiative moves
			out[i] = b.locale.indicatorName(ind)
		}
	}
	return out
}

// among is the condition that a fact is of one of the rows' groups, or of none.
func (t *tableBlock) among(op expr.Op, rows []tableRow) expr.Node {
	list := &expr.List{}
	for _, r := range rows {
		v, _ := r.env.group.Value(t.dimension.ID)
		list.Items = append(list.Items, &expr.String{Value: v})
	}
	return &expr.Binary{Op: op, X: &expr.Name{Ident: t.dimension.ID}, Y: list}
}

// restCell asks a column's figure of what the top rows leave: the figure over
// the other groups, and its share of the whole.
func (b *builder) restCell(s subject, others expr.Node) (doc.Cell, bool) {
	whole := subjectNode(s.figure)
	of := ofParts(whole, others)
	switch {
	case s.figure.Indicator() == nil || s.figure.Restriction().Whole:
		return b.exprCell(s, of)
	case s.figure.Aspect() == kpi.Share && s.group == b.run.group:
		return b.exprCell(s, &expr.Binary{Op: expr.Div, X: of, Y: whole})
	case s.figure.Aspect() == kpi.Share && s.figure.Subject().Plain(): // in a cross table, of everything
		whole = &expr.Select{X: &expr.Name{Ident: "report"}, Ident: s.figure.Indicator().ID}
		return b.exprCell(s, &expr.Binary{Op: expr.Div, X: of, Y: whole})
	case ofWhole[s.figure.Aspect()]:
		return text(b.locale.words.Missing), false
	}
	return b.exprCell(s, &expr.Select{X: of, Ident: string(s.figure.Aspect())})
}

// ofParts restricts each figure of an expression; report.x stays the whole's.
func ofParts(n, filter expr.Node) expr.Node {
	return rewrite(n, func(n expr.Node) expr.Node {
		switch n := n.(type) {
		case *expr.Select:
			if x, ok := n.X.(*expr.Name); ok && x.Ident == "report" {
				return n
			}
			return &expr.Select{X: ofParts(n.X, filter), Ident: n.Ident}
		case *expr.Name:
			return of(n, filter)
		case *expr.Call:
			if n.Ident == "of" || n.Ident == "at" {
				return of(n, filter)
			}
		}
		return nil
	})
}

// subjectNode is a figure's expression without its aspect.
func subjectNode(f *kpi.Figure) expr.Node {
	n, _ := expr.Parse(f.Subject().Expr()) // it is canonical text
	return n
}

// exprCell writes a figure that a row makes up in the place of a column's, if
// there is one with its unit. A quotient of like things is a bare number until
// something calls it a percentage, as the column does.
func (b *builder) exprCell(of subject, n expr.Node) (doc.Cell, bool) {
	f, problems := b.run.program.catalog.Compile(n)
	cited := len(b.cited)
	defer func() { b.cited = b.cited[:cited] }() // a remark on the column's figure is one on this
	if len(problems) == 0 {
		s, want := subject{f, of.group, of.in}, of.figure.Unit()
		if f.Unit() == want {
			return b.figureCell(s)
		}
		if v := s.value(); f.Unit() == kpi.Number && want == kpi.Percent && v.OK() {
			v.Unit = kpi.Percent
			shown := b.cite(s, b.speaker.plain(v, look{unit: kpi.Percent}))
			b.document.Figures[shown.Figure].Unit = string(kpi.Percent)
			return doc.Cell{Lines: [][]doc.Inline{{shown}}}, true
		}
	}
	return text(b.locale.words.Missing), false
}

// totalCell asks a column's figure of the whole. The shares of all groups are
// the whole, and their contributions its growth; a rank it has none.
func (b *builder) totalCell(s subject) (doc.Cell, bool) {
	positive := func(a kpi.Aspect) bool { // what a part is divided by
		base, ok := (subject{s.figure.Subject(), s.group, s.in}).aspect(a)
		return ok && base.value().Sign() > 0
	}
	switch a := s.figure.Aspect(); {
	case a == kpi.Share && positive(kpi.ValueAspect):
		whole := subjectNode(s.figure)
		return b.exprCell(s, &expr.Binary{Op: expr.Div, X: whole, Y: whole})
	case a == kpi.ContributionYoY && positive(kpi.YearAgo), a == kpi.ContributionPoP && positive(kpi.PreviousAspect):
		growth := kpi.YoY
		if a == kpi.ContributionPoP {
			growth = kpi.PoP
		}
		if g, ok := (subject{s.figure.Subject(), s.group, s.in}).aspect(growth); ok {
			if v := g.value(); v.OK() {
				v.Unit = kpi.Points
				value := b.cite(g, b.speaker.plain(v, look{unit: kpi.Points}))
				return doc.Cell{Lines: [][]doc.Inline{{value}}}, true
			}
		}
	case ofWhole[a] && !s.group.IsWhole():
		return text(b.locale.words.Missing), false // that of the group itself is another matter
	}
	return b.figureCell(s)
}

// sumCell adds up a field of the row's items. Amounts and numbers of people add
// up, rates do not.
func (t *tableBlock) sumCell(b *builder, r *tableRow, c *column) (doc.Cell, bool) {
	if c == &t.columns[0] {
		return text(r.name), false // a name is no value
	}
	if c.term == nil || c.term.field == nil || c.term.typ != numberTyp || c.term.unit == kpi.Percent {
		return text(""), false
	}
	if c.term.field.Name == "amount" {
		return t.moneyCell(b, r)
	}
	sum := kpi.Value{Den: one, Unit: c.term.unit}
	var inputs []input
	for _, it := range r.items {
		row := r.env
		row.item = it
		if got := c.term.eval(&row); !got.absent {
			sum = sum.Add(got.number)
			inputs = append(inputs, got.inputs...)
		}
	}
	return t.madeCell(b, "sum("+t.list(r)+"."+c.term.field.Name+")", r, sum, inputs)
}

// moneyCell adds up what resources ask for in money, as budget_total does.
func (t *tableBlock) moneyCell(b *builder, r *tableRow) (doc.Cell, bool) {
	sum := kpi.Value{Den: one, Unit: kpi.Money}
	var inputs []input
	for _, it := range r.items {
		if v, in, ok := requested(it); ok {
			sum, inputs = sum.Add(v), append(inputs, in...)
		}
	}
	return t.madeCell(b, "budget_total("+t.list(r)+")", r, sum, inputs)
}

// list is the list of a row's items in the expression language.
func (t *tableBlock) list(r *tableRow) string {
	if r.kind == doc.RestRow {
		names := make([]string, len(r.items))
		for i, it := range r.items {
			names[i] = itemExpr(it)
		}
		return "[" + strings.Join(names, ", ") + "]"
	}
	if t.filter == "" {
		return t.items.name
	}
	return "where(" + t.items.name + ", " + t.filter + ")"
}

// madeCell writes a number that a total row made up from items.
func (t *tableBlock) madeCell(b *builder, name string, r *tableRow, v kpi.Value, inputs []input) (doc.Cell, bool) {
	if len(inputs) == 0 {
		return text(b.locale.words.Missing), false
	}
	n, _ := expr.Parse(name) // put together from names and a condition that were parsed
	return doc.Cell{Lines: [][]doc.Inline{{b.computed(n, &r.env, result{number: v, inputs: inputs}, b.speaker.plain(v, look{unit: v.Unit}))}}}, true
}
