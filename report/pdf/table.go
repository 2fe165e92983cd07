package pdf

import (
	"strings"

	"example.com/channelreport/report/doc"
)

// A grid is a table while it is laid out: its texts measured, its columns
// wide.
type grid struct {
	table  *doc.Table
	x      length
	width  length
	pad    length // beside a cell's text
	head   []text
	cells  [][][]text // by row and column, the lines of a cell
	cell   style
	header style
	asks   []ask   // of the columns
	parts  [][]int // the columns that stand side by side

	columns []int    // of the part that is laid out
	widths  []length // of these columns
	again   bool     // the first of them has been said
}

// table sets a three-line table: caption and unit above it, a rule over and
// under the header, one under the last row of each page. One that is too wide
// stands in parts one below the other.
func (l *layouter) table(t *doc.Table, x, width length) {
	g := l.grid(t, x, width)
	if !g.fit() {
		l.problem(msgTable, strings.TrimSpace(t.Label+" "+doc.PlainText(t.Caption)))
		return
	}
	for i, columns := range g.parts {
		g.columns, g.again = columns, i > 0
		g.spread(columns)
		l.part(g)
	}
	for i, note := range t.Notes {
		st := l.theme.tableNote
		l.path.push("notes", i)
		l.flow.glued = true
		l.text(l.inlines(note, false), st, x, width, 3*pt)
		l.path.pop()
	}
	l.flow.space = l.theme.blockSpace
}

// part sets some columns of a table, all its rows.
func (l *layouter) part(g *grid) {
	t, x, width := g.table, g.x, g.width
	caption := l.captionLine(t, x, width, g.again)
	for i, pc := range caption {
		pc.keep = i > 0
		if i == 0 {
			pc.space = l.theme.blockSpace
		}
		l.flow.add(pc)
		l.flow.glued = true
	}
	head := l.header(g)
	if len(caption) == 0 {
		head.space = l.theme.blockSpace
	}
	l.flow.add(head)

	shared := &table{foot: rule{x: x, width: width, weight: 100, color: ink}}
	shared.again = append(l.captionLine(t, x, width, true), repeated(head))
	start := len(l.flow.pieces)
	for i := range t.Rows {
		l.path.push("rows", i)
		pc := l.row(g, i)
		pc.table, pc.cut, pc.keep = shared, l.theme.room()/tableCut, i == 0
		l.flow.add(pc)
		l.path.pop()
	}
	l.keepRows(l.flow.pieces[start:])
	if len(t.Rows) == 0 {
		l.flow.pieces[len(l.flow.pieces)-1].rules = append(l.flow.pieces[len(l.flow.pieces)-1].rules,
			rule{x: x, y: head.height, width: width, weight: 100, color: ink})
	}
}

// A table is not cut if it takes no more than a part of a page, nor rather than
// leave a smaller part of the page white.
const (
	smallTable = 5 // the part of a page
	tableCut   = 9
)

// keepRows keeps rows at the beginning and at the end of a table together: what
// three rows of one line would take, and two rows at least.
func (l *layouter) keepRows(rows []piece) {
	var height, above length
	for i := range rows {
		height += rows[i].height
	}
	least := 3 * (l.theme.cell.lead + 2*l.theme.cellAir)
	for i := range rows {
		below := height - above
		if height <= l.theme.room()/smallTable || i < 2 || i > len(rows)-2 || above < least || below < least {
			rows[i].keep = true
		}
		above += rows[i].height
	}
}

// captionLine sets label, caption and unit: on one line where they fit, the
// unit below otherwise. On a new page and over a further part the label is the
// continued one.
func (l *layouter) captionLine(t *doc.Table, x, width length, again bool) []piece {
	l.again = again
	defer func() { l.again = false }()
	label := t.Label
	st, unitStyle := l.theme.caption, l.theme.unit
	if again {
		label = continued(l.doc.Words.Continued, label)
		st.role, unitStyle.role = roleContinued, roleContinued
	}
	inlines := t.Caption
	if label != "" {
		inlines = l.labelled(label, t.Caption)
	}
	caption := l.inlines(inlines, st.bold)
	unit := l.plain(t.Unit, false)
	unitWidth := em(unitStyle.size, unit.MaxWidth())
	aside := unitWidth > 0 && em(st.size, caption.MaxWidth()) <= width-2*unitWidth-2*st.size

	var pieces []piece
	for _, ln := range l.lines(caption, st, x, width) {
		pieces = append(pieces, piece{content: ln.content, height: st.lead})
	}
	for i, ln := range l.lines(unit, unitStyle, x, width) {
		if i == 0 && aside && len(pieces) > 0 {
			pieces[len(pieces)-1].shift(&ln.content, 0)
			continue
		}
		pieces = append(pieces, piece{content: ln.content, height: unitStyle.lead})
	}
	if n := len(pieces); n > 0 {
		pieces[n-1].height += 3 * pt
	}
	return pieces
}

// continued puts a label into the word for a table's next page: 续%s.
func continued(word, label string) string {
	if strings.Contains(word, "%s") {
		return strings.Replace(word, "%s", label, 1)
	}
	return label + word
}

// grid measures a table's texts.
func (l *layouter) grid(t *doc.Table, x, width length) *grid {
	g := &grid{table: t, x: x, width: width, pad: l.theme.cellPad, cell: l.theme.cell, header: l.theme.columnHead}
	for i, c := range t.Columns {
		l.path.push("columns", i)
		g.head = append(g.head, l.inlines(c.Title, g.header.bold))
		l.path.pop()
	}
	g.cells = make([][][]text, len(t.Rows))
	for i, row := range t.Rows {
		l.path.push("rows", i)
		g.cells[i] = make([][]text, len(t.Columns))
		for j := range min(len(row.Cells), len(t.Columns)) {
			l.path.push("cells", j)
			for _, line := range row.Cells[j].Lines {
				g.cells[i][j] = append(g.cells[i][j], l.inlines(line, row.Kind == doc.TotalRow))
			}
			l.path.pop()
		}
		l.path.pop()
	}
	return g
}

// header sets the columns' titles between two rules.
func (l *layouter) header(g *grid) piece {
	cells := make([][]line, len(g.columns))
	for k, j := range g.columns {
		l.path.push("columns", j)
		cells[k] = l.cellLines(g, k, g.header, g.head[j:j+1])
		l.path.pop()
	}
	pc := g.assemble(cells, g.header.lead, l.theme.cellAir, true)
	pc.rules = append(pc.rules,
		rule{x: g.x, y: 0, width: g.width, weight: 100, color: ink},
		rule{x: g.x, y: pc.height, width: g.width, weight: 50, color: ink})
	return pc
}

// repeated is a header as it stands on a following page.
func repeated(head piece) piece {
	head.runs = append([]run(nil), head.runs...)
	for i := range head.runs {
		head.runs[i].role = roleContinued
	}
	head.ids, head.space, head.mark = nil, 0, nil
	return head
}

// row sets a row.
func (l *layouter) row(g *grid, i int) piece {
	row := &g.table.Rows[i]
	cells := make([][]line, len(g.columns))
	for k, j := range g.columns {
		st := g.cell
		st.bold = row.Kind == doc.TotalRow
		if row.Kind == doc.RestRow {
			st.color = muted
		}
		if j < len(row.Cells) {
			st.color = toneColor(row.Cells[j].Tone, st.color)
		}
		l.path.push("cells", j)
		cells[k] = l.cellLines(g, k, st, g.cells[i][j])
		l.path.pop()
	}
	pc := g.assemble(cells, g.cell.lead, l.theme.cellAir, false)
	switch {
	case row.Kind == doc.TotalRow && i > 0:
		pc.rules = append(pc.rules, rule{x: g.x, width: g.width, weight: 50, color: ink})
	case i > 0:
		pc.rules = append(pc.rules, rule{x: g.x, width: g.width, weight: 25, color: hair})
	}
	return pc
}

// cellLines sets the paragraphs of a cell in the column of a part.
func (l *layouter) cellLines(g *grid, k int, st style, texts []text) []line {
	switch g.table.Columns[g.columns[k]].Align {
	case doc.Right:
		st.align = right
	case doc.Center:
		st.align = center
	}
	l.again = g.again && k == 0
	if l.again {
		st.role = roleContinued
	}
	x := g.x
	for _, w := range g.widths[:k] {
		x += w
	}
	var lines []line
	for _, t := range texts {
		lines = append(lines, l.lines(t, st, x+g.pad, g.widths[k]-2*g.pad)...)
	}
	l.again = false
	return lines
}

// assemble puts the lines of a row's cells side by side; low cells stand at its
// lower edge, others at its upper.
func (g *grid) assemble(cells [][]line, lead, air length, low bool) piece {
	most := 1
	for _, c := range cells {
		most = max(most, len(c))
	}
	pc := piece{height: 2*air + length(most)*lead}
	for _, c := range cells {
		first := 0
		if low {
			first = most - len(c)
		}
		for k := range c {
			pc.shift(&c[k].content, air+length(first+k)*lead)
		}
	}
	return pc
}
