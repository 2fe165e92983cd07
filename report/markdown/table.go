package markdown

import (
	"fmt"
	"strings"

	"example.com/channelreport/report/doc"
)

// table writes caption and unit, the table, and its notes.
func (w *writer) table(t *doc.Table) {
	w.paragraph(w.anchor(t) + w.inline(strong(w.caption(t.Label, t.Caption)), true))
	w.paragraph(w.text(t.Unit, true))
	if len(t.Columns) > 0 {
		w.next()
		head := make([]string, len(t.Columns))
		rule := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			head[i], rule[i] = w.inline(c.Title, false), rules[c.Align]
		}
		w.row(head)
		w.row(rule)
	}
	for i, r := range t.Rows {
		if len(r.Cells) != len(t.Columns) {
			w.fail(fmt.Errorf("table %q: row %d has %d cells for %d columns", t.ID, i+1, len(r.Cells), len(t.Columns)))
			return
		}
		cells := make([]string, len(r.Cells))
		for j, c := range r.Cells {
			cells[j] = w.cell(c, r.Kind == doc.TotalRow)
		}
		w.row(cells)
	}
	w.notes(t.Notes)
}

var rules = map[doc.Align]string{doc.Left: "---", doc.Right: "---:", doc.Center: ":---:"}

// cell returns a cell's lines, those of the whole emphasised.
func (w *writer) cell(c doc.Cell, total bool) string {
	lines := make([]string, len(c.Lines))
	for i, inlines := range c.Lines {
		if total {
			inlines = strong(inlines)
		}
		lines[i] = w.inline(inlines, false)
	}
	return strings.Join(lines, "<br>")
}

func (w *writer) row(cells []string) { w.put("| " + strings.Join(cells, " | ") + " |") }

func (w *writer) notes(notes [][]doc.Inline) {
	for _, n := range notes {
		w.paragraph(w.inline(n, true))
	}
}

// caption is a label and what it labels.
func (w *writer) caption(label string, text []doc.Inline) []doc.Inline {
	switch {
	case label == "":
		return text
	case len(text) > 0:
		label += doc.LabelGap(w.doc.Lang)
	}
	return append([]doc.Inline{doc.Text{Text: label}}, text...)
}

// figures writes cards as a small table: names, values, what is said of them.
func (w *writer) figures(f *doc.Figures) {
	w.paragraph(w.anchor(f))
	if len(f.Cards) == 0 {
		return
	}
	n := len(f.Cards)
	names, rule, values, notes := make([]string, n), make([]string, n), make([]string, n), make([]string, n)
	noted := false
	for i, c := range f.Cards {
		names[i], rule[i] = w.text(c.Name, false), rules[doc.Center]
		values[i] = w.inline(strong([]doc.Inline{c.Value}), false)
		notes[i] = w.inline(c.Notes, false)
		noted = noted || notes[i] != ""
	}
	w.next()
	w.row(names)
	w.row(rule)
	w.row(values)
	if noted {
		w.row(notes)
	}
}
