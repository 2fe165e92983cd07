package report

import (
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// write turns rows into a table. A column without any value goes; without
// columns of values the table goes.
func (t *tableBlock) write(b *builder, rows []tableRow) []doc.Block {
	l := b.locale
	grid := make([][]doc.Cell, len(rows))
	has := make([]bool, len(t.columns))
	if !b.spend(len(rows) * len(t.columns)) {
		return nil
	}
	said := false // the row that came last holds a value
	for i := range rows {
		said = false
		grid[i] = make([]doc.Cell, len(t.columns))
		for j := range t.columns {
			cell, ok := t.cell(b, &rows[i], &t.columns[j])
			if t.columns[j].plain {
				cell.Tone = doc.Neutral
			}
			grid[i][j] = cell
			has[j] = has[j] || ok
			said = said || ok && !t.columns[j].name
		}
	}
	table := &doc.Table{ID: t.id}
	var kept []int
	values := false
	if last := len(rows) - 1; rows[last].kind == doc.TotalRow && !said { // of nothing that adds up
		rows, grid = rows[:last], grid[:last]
	}
	for j, ok := range has {
		if ok {
			kept = append(kept, j)
			values = values || !t.columns[j].name
		}
	}
	if !values {
		if t.cross != nil && len(t.columns) == 1 {
			b.gap(doc.Gap{Name: t.cross.dimension.In(l.tag), Expr: t.cross.dimension.ID, Reason: string(kpi.NoData), Text: l.reason(kpi.NoData)})
		}
		if t.empty != "" {
			return []doc.Block{note(t.empty)}
		}
		return nil
	}
	for j, ok := range has {
		if !ok {
			t.missingColumn(b, rows, &t.columns[j])
		}
	}
	units := t.unitNames(b, kept)
	for _, j := range kept {
		c := &t.columns[j]
		col := doc.Column{Title: plain(t.heading(b, c))}
		if unit := units[j]; unit != "" && unit != units[-1] {
			col.Title = plain(doc.PlainText(col.Title) + l.structure.open + unit + l.structure.close)
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
		row := doc.Row{Kind: rows[i].kind, Cells: grid[i][:0]}
		for _, j := range kept {
			row.Cells = append(row.Cells, grid[i][j])
		}
		table.Rows = append(table.Rows, row)
	}
	table.Notes = t.sums(b, table, rows, kept)
	table.Caption = t.caption.write(b, b.root())
	table.Label = b.tableLabel()
	return []doc.Block{table}
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

// missingColumn notes what no row had, once.
func (t *tableBlock) missingColumn(b *builder, rows []tableRow, c *column) {
	l := b.locale
	switch {
	case c.aspect != "":
		for i := range rows {
			if s := t.aspect(&rows[i], c.aspect); s.figure != nil {
				b.missing([]missing{{s, s.value().Reason}})
			}
		}
	case c.term != nil && c.term.typ == figureTyp:
		for i := range rows {
			s := b.subject(c.term.figure, rows[i].env.group, rows[i].env.in)
			if v := s.value(); !v.OK() {
				b.missing([]missing{{subject{s.figure, b.root().group, s.in}, v.Reason}})
				return
			}
		}
	case c.term != nil && c.term.field != nil && t.items != nil:
		name := l.kindName(t.items.kind) + l.structure.colon + l.fieldName(c.term.field)
		b.gap(doc.Gap{Name: name, Expr: c.term.field.Name, Reason: "empty", Text: l.structure.empty})
	}
}

// heading names a column.
func (t *tableBlock) heading(b *builder, c *column) string {
	l := b.locale
	switch {
	case c.title != "":
		return c.title
	case c.name && t.figures != nil:
		return l.structure.indicatorHeads[0]
	case c.name:
		return l.dimensionName(t.dimension)
	case c.aspect != "":
		return l.capital(c.aspect.In(l.tag))
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
	l := b.locale
	ind := f.Indicator()
	switch {
	case ind == nil || !f.Plain():
		return l.capital(b.speaker.nameOf(f))
	case f.Aspect() == kpi.ValueAspect:
		return l.indicatorName(ind)
	case short:
		return l.capital(f.Aspect().In(l.tag))
	}
	return l.aspectName(l.indicatorName(ind), f.Aspect().In(l.tag))
}
