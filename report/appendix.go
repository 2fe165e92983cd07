package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// A methodBlock says how each indicator that the report printed is defined,
// what it was computed from, and which files were read.
type methodBlock struct{ common }

func (m *methodBlock) build(b *builder, e *env) []doc.Block {
	l := b.locale
	var out []doc.Block
	if t := m.indicators(b); len(t.Rows) > 0 {
		t.Label = b.tableLabel()
		out = append(out, t)
	}
	files := &doc.Table{Caption: plain(l.structure.files), Columns: headings(l.structure.fileHeads), Label: b.tableLabel()}
	files.Columns[1].Align = doc.Right
	for _, f := range b.run.book.Files() {
		files.Rows = append(files.Rows, doc.Row{Cells: cells(f.Name, strconv.Itoa(f.Rows), l.date(f.Last), f.SHA256[:min(12, len(f.SHA256))])})
	}
	if len(files.Rows) > 0 {
		out = append(out, files)
	}
	var policies []string
	for _, p := range b.speaker.style.policies() {
		policies = append(policies, l.policy(p))
	}
	for _, part := range []struct {
		label string
		texts []string
	}{{l.structure.remarks, b.remarks()}, {l.structure.policies, policies}} {
		if len(part.texts) > 0 {
			out = append(out, &doc.Paragraph{Role: doc.Note, Inlines: plain(part.label + strings.Join(part.texts, l.semicolon) + l.structure.stop)})
		}
	}
	return out
}

// indicators lists the indicators that figures of the report so far rest on,
// in the catalog's order.
func (m *methodBlock) indicators(b *builder) *doc.Table {
	l := b.locale
	t := &doc.Table{Caption: plain(l.structure.indicators), Columns: headings(l.structure.indicatorHeads)}
	inputs := map[string][]string{}
	for i := range b.document.Figures {
		f := &b.document.Figures[i]
		for _, id := range m.ids(b, f) {
			for _, in := range f.Inputs {
				for _, file := range in.Files {
					if !slices.Contains(inputs[id], file) {
						inputs[id] = append(inputs[id], file)
					}
				}
			}
			if _, ok := inputs[id]; !ok {
				inputs[id] = nil
			}
		}
	}
	for ind := range b.run.program.catalog.Indicators() {
		files, ok := inputs[ind.ID]
		if !ok {
			continue
		}
		slices.Sort(files)
		t.Rows = append(t.Rows, doc.Row{Cells: cells(l.indicatorName(ind), ind.ID, b.formulaOf(ind), ind.Definition(l.tag), strings.Join(files, l.comma))})
	}
	return t
}

// formulaOf writes an indicator's formula; a plain sum has none.
func (b *builder) formulaOf(ind *kpi.Indicator) string {
	if ind.Formula == ind.ID {
		return b.locale.words.Missing
	}
	return b.inWords(ind.Formula)
}

// ids returns the indicators that a figure's expression names.
func (m *methodBlock) ids(b *builder, f *doc.Figure) []string {
	if f.ID != "" {
		return []string{f.ID}
	}
	var out []string
	for _, word := range strings.FieldsFunc(f.Expr, func(r rune) bool {
		return r != '_' && (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}) {
		if ind, ok := b.run.program.catalog.Indicator(word); ok && ind.ID == word {
			out = append(out, word)
		}
	}
	return out
}

func plain(text string) []doc.Inline { return []doc.Inline{doc.Text{Text: text}} }

func headings(titles []string) []doc.Column {
	out := make([]doc.Column, len(titles))
	for i, t := range titles {
		out[i].Title = plain(t)
	}
	return out
}

func cells(texts ...string) []doc.Cell {
	out := make([]doc.Cell, len(texts))
	for i, t := range texts {
		out[i].Lines = [][]doc.Inline{plain(oneLine(t))}
	}
	return out
}

// A gapsBlock lists what the report asked for and the data did not have.
type gapsBlock struct {
	common
	line bool
}

func (c *compiler) gaps(n *node, base common) block {
	g := &gapsBlock{common: base}
	if v := n.values["gaps"]; v != nil && len(v.nodes) == 1 && v.nodes[0] != nil {
		g.line = v.nodes[0].text("as") == "line"
	}
	return g
}

func (g *gapsBlock) build(b *builder, e *env) []doc.Block {
	l := b.locale
	gaps := b.document.Gaps
	switch {
	case len(gaps) == 0 && g.line:
		return nil
	case len(gaps) == 0:
		return []doc.Block{note(l.structure.noGaps)}
	case g.line:
		return []doc.Block{&doc.Paragraph{Role: doc.Note, Inlines: plain(l.noDataLine(func(yield func(name, why string) bool) {
			for _, g := range gaps {
				if !yield(g.Name, g.Text) {
					return
				}
			}
		}))}}
	}
	t := &doc.Table{Caption: plain(l.structure.gaps), Columns: headings(l.structure.gapHeads), Label: b.tableLabel()}
	for _, g := range gaps {
		t.Rows = append(t.Rows, doc.Row{Cells: cells(g.Name, g.Expr, g.Text)})
	}
	return []doc.Block{t}
}

// tableLabel numbers the next table.
func (b *builder) tableLabel() string {
	b.tables++
	return fmt.Sprintf(b.locale.structure.table, b.tables)
}
