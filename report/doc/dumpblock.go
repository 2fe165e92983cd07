package doc

import (
	"fmt"
	"strconv"
	"strings"
)

func (p *dumper) blocks(blocks []Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Section:
			p.line("section", strconv.Itoa(b.Level), id(b), escaped(b.Number), p.inline(b.Title))
			p.within(func() { p.blocks(b.Blocks) })
		case *Paragraph:
			p.line(roles[b.Role], p.inline(b.Inlines))
		case *Figures:
			p.cards(b)
		case *Table:
			p.table(b)
		case *Chart:
			p.chart(b)
		case *List:
			p.list(b)
		case *Callout:
			p.line("callout", id(b), tones[b.Tone], p.inline(b.Title))
			p.within(func() { p.blocks(b.Blocks) })
		case *PageBreak:
			p.line("page break")
		default:
			p.fail(fmt.Errorf("doc: unknown block %T", b))
		}
	}
}

// The words of a dump. Neutral needs none.
var (
	roles      = map[Role]string{Body: "paragraph", Verdict: "verdict", Lead: "lead", Note: "note", SignOff: "sign-off"}
	tones      = map[Tone]string{Good: "(good)", Bad: "(bad)"}
	alignments = map[Align]string{Left: "<", Right: ">", Center: "="}
	rowKinds   = map[RowKind]string{DataRow: "row", RestRow: "rest", TotalRow: "total"}
	chartKinds = map[ChartKind]string{Bar: "bar", Line: "line"}
	scenarios  = map[SeriesRole]string{Actual: "actual", Previous: "previous", Plan: "plan", Forecast: "forecast"}
)

// id is a block's id after an at sign.
func id(b Block) string {
	if ID(b) == "" {
		return ""
	}
	return "@" + escaped(ID(b))
}

func (p *dumper) cards(f *Figures) {
	p.line("figures", id(f))
	p.within(func() {
		for _, c := range f.Cards {
			p.line("card", tones[c.Tone], escaped(c.Name)+":", value(c.Value.Text, c.Value.Figure), p.inline(c.Notes))
		}
	})
}

func (p *dumper) notes(notes [][]Inline) {
	for _, n := range notes {
		p.line("note", p.inline(n))
	}
}

func (p *dumper) table(t *Table) {
	p.line("table", id(t), escaped(t.Label), p.inline(t.Caption))
	p.within(func() {
		p.field("unit", t.Unit)
		columns := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			columns[i] = alignments[c.Align] + p.inline(c.Title)
		}
		p.line("columns", strings.Join(columns, " | "))
		for _, r := range t.Rows {
			cells := make([]string, len(r.Cells))
			for i, c := range r.Cells {
				lines := make([]string, len(c.Lines))
				for j, l := range c.Lines {
					lines[j] = p.inline(l)
				}
				cells[i] = strings.Join(lines, " // ") + tones[c.Tone]
			}
			p.line(rowKinds[r.Kind], strings.Join(cells, " | "))
		}
		p.notes(t.Notes)
	})
}

func (p *dumper) list(l *List) {
	kind := ""
	if l.Ordered {
		kind = "ordered"
	}
	p.line("list", id(l), kind)
	p.within(func() {
		for _, item := range l.Items {
			p.line("item", escaped(item.Mark), p.inline(item.Inlines))
			p.within(func() { p.blocks(item.Blocks) })
		}
	})
}

func (p *dumper) chart(c *Chart) {
	p.line("chart", id(c), chartKinds[c.Kind], escaped(c.Label), p.inline(c.Caption))
	p.within(func() {
		p.field("unit", c.Unit)
		ticks := make([]string, len(c.Ticks))
		for i, t := range c.Ticks {
			ticks[i] = number(t.At) + " " + strconv.Quote(t.Text)
		}
		p.line("ticks", strings.Join(ticks, ", "))
		categories := make([]string, len(c.Categories))
		for i, name := range c.Categories {
			categories[i] = strconv.Quote(name)
		}
		p.line("categories", strings.Join(categories, ", "))
		for _, s := range c.Series {
			points := make([]string, len(s.Points))
			for i, pt := range s.Points {
				points[i] = "missing"
				if !pt.Missing {
					points[i] = number(pt.At) + " " + value(pt.Text, pt.Figure)
				} else if pt.Figure >= 0 {
					points[i] = "missing " + value("", pt.Figure)
				}
			}
			p.line("series", scenarios[s.Role], escaped(s.Name)+":", strings.Join(points, ", "))
		}
		p.field("alt", c.Alt)
		p.notes(c.Notes)
	})
}

// number writes a position as exactly as it is.
func number(at float64) string { return strconv.FormatFloat(at, 'g', -1, 64) }
