package report

import (
	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// write turns rows into a table. A column without any value goes; without
// columns of values the table goes.
func (t *tableBlock) write(b *builder, rows []tableRow) []doc.Block {
	l := b.run.program.locale
	grid := make([][]doc.Cell, len(rows))
	has := make([]bool, len(t.columns))
	for i := range rows {
		grid[i] = make([]doc.Cell, len(t.columns))
		for j := range t.columns {
			cell, ok := t.cell(b, &rows[i], &t.columns[j])
			grid[i][j] = cell
			has[j] = has[j] || ok
		}
	}
	table := &doc.Table{ID: t.id}
	var kept []int
	values := false
	for j, ok := range has {
		if ok {
			kept = append(kept, j)
			values = values || !t.columns[j].name
		}
	}
	if !values {
		if t.empty != "" {
			return []doc.Block{note(t.empty)}
		}
		return nil
	}
	for j, ok := range has {
		if c := &t.columns[j]; !ok && c.term != nil && c.term.typ == figureTyp {
			b.missingColumn(rows, c)
		}
	}
	units := t.unitNames(b, kept)
	for _, j := range kept {
		c := &t.columns[j]
		col := doc.Column{Title: plain(t.heading(b, c))}
		if unit := units[j]; unit != "" && unit != units[-1] {
			col.Title = plain(doc.PlainText(col.Title) + l.structure().open + unit + l.structure().close)
		}
		if c.aspect != "" || c.term.numeric() {
			col.Align = doc.Right
		}
		table.Columns = append(table.Columns, col)
	}
	if units[-1] != "" {
		table.Unit = b.speaker.unitLine(units[-1])
	}
	for i := range rows {
		row := doc.Row{Kind: rows[i].kind}
		for _, j := range kept {
			row.Cells = append(row.Cells, grid[i][j])
		}
		table.Rows = append(table.Rows, row)
	}
	table.Caption = t.caption.write(b, b.root())
	table.Label = b.tableLabel()
	return []doc.Block{table}
}

// numeric reports whether a term is set like a number.
func (t *term) numeric() bool {
	return t != nil && (t.typ == figureTyp || t.typ == numberTyp)
}

// unitNames returns the unit that each kept column carries in its heading. The
// unit of money that the book prints in is under -1 too, for the line above
// the table.
func (t *tableBlock) unitNames(b *builder, kept []int) map[int]string {
	units := map[int]string{}
	for _, j := range kept {
		c := &t.columns[j]
		switch {
		case c.term == nil:
		case c.term.typ == figureTyp:
			units[j] = b.speaker.unit(c.term.figure)
		case c.term.typ == numberTyp:
			units[j] = b.speaker.unitOf(look{unit: c.term.unit})
		}
		if c.term != nil && c.term.unit == kpi.Money && units[j] == b.speaker.unitOf(look{unit: kpi.Money}) {
			units[-1] = units[j]
		}
	}
	return units
}

// missingColumn notes a figure that no row had, once.
func (b *builder) missingColumn(rows []tableRow, c *column) {
	for i := range rows {
		s := subject{c.term.figure, rows[i].env.group, rows[i].env.in}
		if v := s.value(); !v.OK() {
			whole := subject{s.figure, b.root().group, s.in}
			b.missing([]missing{{whole, v.Reason}})
			return
		}
	}
}

// heading names a column.
func (t *tableBlock) heading(b *builder, c *column) string {
	l := b.run.program.locale
	switch {
	case c.title != "":
		return c.title
	case c.name && t.figures != nil:
		return l.structure().indicatorHeads[0]
	case c.name:
		return l.dimensionName(t.dimension)
	case c.aspect != "":
		return c.aspect.In(l.tag)
	case c.attr != "":
		if d, ok := b.run.program.catalog.Dimension(c.attr); ok {
			return l.dimensionName(d)
		}
		return c.attr
	case c.term.typ == figureTyp:
		return b.heading(c.term.figure, t.oneIndicator())
	case c.term.field != nil && c.term.field.Name == "title" && t.items != nil:
		return l.kindName(t.items.kind)
	case c.term.field != nil:
		return l.fieldName(c.term.field)
	}
	return c.term.name
}

// oneIndicator reports whether all aspects in the columns are of one
// indicator, which has a column of its own, so that a heading need not repeat
// it.
func (t *tableBlock) oneIndicator() bool {
	id, value := "", false
	for _, c := range t.columns {
		if c.term == nil || c.term.typ != figureTyp {
			continue
		}
		f := c.term.figure
		if !f.Plain() {
			return false
		}
		if f.Aspect() == kpi.ValueAspect {
			value = value || id == "" || f.Indicator().ID == id
			continue
		}
		if id != "" && f.Indicator().ID != id {
			return false
		}
		id = f.Indicator().ID
	}
	return value
}

// heading names a figure as a column or series: by its aspect alone, or with
// its indicator.
func (b *builder) heading(f *kpi.Figure, short bool) string {
	l := b.run.program.locale
	ind := f.Indicator()
	switch {
	case ind == nil:
		return f.Expr()
	case f.Aspect() == kpi.ValueAspect:
		return l.indicatorName(ind)
	case short:
		return f.Aspect().In(l.tag)
	}
	return l.aspectName(l.indicatorName(ind), f.Aspect().In(l.tag))
}

// cell writes one cell, and reports whether there was something to write.
func (t *tableBlock) cell(b *builder, r *tableRow, c *column) (doc.Cell, bool) {
	l := b.run.program.locale
	missing := doc.Cell{Lines: [][]doc.Inline{plain(l.words.Missing)}}
	switch {
	case c.name && r.subject != nil:
		return text(b.heading(r.subject.figure, false)), true
	case c.name:
		return text(r.name), true
	case c.aspect != "":
		return t.aspectCell(b, r, c.aspect)
	case c.attr != "":
		if v := t.attribute(b, r, c.attr); v != "" {
			return text(v), true
		}
		return missing, false
	case r.rest != nil:
		return t.restCell(b, r, c)
	case r.kind == doc.TotalRow && c.term.typ == figureTyp:
		return t.totalCell(b, r, c)
	case c.term.typ == figureTyp:
		return b.figureCell(subject{c.term.figure, r.env.group, r.env.in})
	}
	return t.fieldCell(b, r, c)
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
	if p := b.partner(id); p != nil {
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
		return text(b.run.program.locale.words.Missing), false
	}
	cell, ok := b.figureCell(s)
	if ok {
		cell.Lines = [][]doc.Inline{b.speaker.value(s).inlines}
	}
	return cell, ok
}

// fieldCell writes a field of the row's item.
func (t *tableBlock) fieldCell(b *builder, r *tableRow, c *column) (doc.Cell, bool) {
	missing := text(b.run.program.locale.words.Missing)
	got := c.term.eval(&r.env)
	if got.absent {
		return missing, false
	}
	switch c.term.typ {
	case itemsTyp:
		var cell doc.Cell
		for _, it := range got.items {
			cell.Lines = append(cell.Lines, b.run.program.locale.authorText(it.Title))
		}
		return cell, true
	case textsTyp:
		var cell doc.Cell
		for _, title := range b.titles(got.texts) {
			cell.Lines = append(cell.Lines, plain(title))
		}
		return cell, true
	case dateTyp: // short, so that columns stay narrow
		return text(got.date.String()), true
	case numberTyp:
		value := b.speaker.plain(got.number, look{unit: c.term.unit})
		if r.env.item != nil && c.term.field != nil {
			return doc.Cell{Lines: [][]doc.Inline{{b.itemValue(r.env.item, c.term.field.Name, got.number, value)}}}, true
		}
		return text(value), true
	}
	s := c.term.speak(b, &r.env)
	return doc.Cell{Lines: [][]doc.Inline{s.inlines}}, !s.silent
}

// titles puts the titles of items in the place of their ids.
func (b *builder) titles(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = id
		if it := b.item(id); it != nil && it.Title != "" {
			out[i] = oneLine(it.Title)
		}
	}
	return out
}

// restRow is the row of what the top rows leave, told apart by a filter.
func (t *tableBlock) restRow(b *builder, e *env, top []tableRow, n int) tableRow {
	others := &expr.Binary{Op: expr.NotIn, X: &expr.Name{Ident: t.dimension.ID}}
	list := &expr.List{}
	for _, r := range top {
		v, _ := r.env.group.Value(t.dimension.ID)
		list.Items = append(list.Items, &expr.String{Value: v})
	}
	others.Y = list
	return tableRow{kind: doc.RestRow, env: *e, name: b.run.program.locale.restName(t.dimension, n), rest: others}
}

// restCell asks a column's figure of what the top rows leave: the figure over
// all other groups, and its share of the whole.
func (t *tableBlock) restCell(b *builder, r *tableRow, c *column) (doc.Cell, bool) {
	f := c.term.figure
	if f.Indicator() == nil {
		return text(b.run.program.locale.words.Missing), false
	}
	whole := subjectNode(f)
	of := &expr.Call{Ident: "of", Args: []expr.Node{whole, r.rest}}
	if f.Aspect() == kpi.Share {
		return t.exprCell(b, r, c, &expr.Binary{Op: expr.Div, X: of, Y: whole})
	}
	return t.exprCell(b, r, c, &expr.Select{X: of, Ident: string(f.Aspect())})
}

// subjectNode is a figure's expression without its aspect.
func subjectNode(f *kpi.Figure) expr.Node {
	n, _ := expr.Parse(f.Subject().Expr()) // it is canonical text
	return n
}

// exprCell writes a figure that a row makes up for a column, if there is one
// with the column's unit. A quotient of like things is a bare number until
// something calls it a percentage, as the column does.
func (t *tableBlock) exprCell(b *builder, r *tableRow, c *column, n expr.Node) (doc.Cell, bool) {
	f, problems := b.run.program.catalog.Compile(n)
	if len(problems) == 0 {
		s := subject{f, r.env.group, r.env.in}
		if f.Unit() == c.term.unit {
			return b.figureCell(s)
		}
		if v := s.value(); f.Unit() == kpi.Number && c.term.unit == kpi.Percent && v.OK() {
			v.Unit = kpi.Percent
			shown := b.cite(s, b.speaker.plain(v, look{unit: kpi.Percent}))
			b.document.Figures[shown.Figure].Unit = string(kpi.Percent)
			return doc.Cell{Lines: [][]doc.Inline{{shown}}}, true
		}
	}
	return text(b.run.program.locale.words.Missing), false
}

// totalCell asks a column's figure of the whole. The shares of all groups are
// the whole, and their contributions its growth; a rank it has none.
func (t *tableBlock) totalCell(b *builder, r *tableRow, c *column) (doc.Cell, bool) {
	f := c.term.figure
	s := subject{f, r.env.group, r.env.in}
	switch f.Aspect() {
	case kpi.Share:
		whole := subjectNode(f)
		return t.exprCell(b, r, c, &expr.Binary{Op: expr.Div, X: whole, Y: whole})
	case kpi.ContributionYoY, kpi.ContributionPoP:
		growth := kpi.YoY
		if f.Aspect() == kpi.ContributionPoP {
			growth = kpi.PoP
		}
		if g, ok := (subject{f.Subject(), s.group, s.in}).aspect(growth); ok {
			if v := g.value(); v.OK() {
				v.Unit = kpi.Points
				value := b.cite(g, b.speaker.plain(v, look{unit: kpi.Points}))
				return doc.Cell{Lines: [][]doc.Inline{{value}}}, true
			}
		}
	}
	return b.figureCell(s)
}
