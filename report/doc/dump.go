package doc

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// Dump writes the whole document as stable plain text, for people and for
// tests to compare: the blocks with every text, then all figures with their
// exact values and traces, the gaps, the warnings and the provenance. It
// returns w's error, or an error where the document holds a block or inline of
// an unknown type.
//
// In running text a Value is [text#figure], emphasis *text*, a reference
// [text→id] and a link [text→<address>]; a backslash stands before these marks
// where they are text themselves.
func (d *Document) Dump(w io.Writer) error {
	p := &dumper{}
	p.document(d)
	if p.err != nil {
		return p.err
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

// A dumper writes one dump.
type dumper struct {
	b     strings.Builder
	depth int
	err   error
}

// line writes one line at the current depth. Empty parts are left out.
func (p *dumper) line(parts ...string) {
	p.b.WriteString(strings.Repeat("  ", p.depth))
	written := false
	for _, s := range parts {
		if s == "" {
			continue
		}
		if written {
			p.b.WriteByte(' ')
		}
		p.b.WriteString(s)
		written = true
	}
	p.b.WriteByte('\n')
}

// field writes a named text, if there is one.
func (p *dumper) field(name, text string) {
	if text != "" {
		p.line(name+":", oneLine(text))
	}
}

func (p *dumper) within(write func()) {
	p.depth++
	write()
	p.depth--
}

func (p *dumper) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

func (p *dumper) document(d *Document) {
	p.line("document")
	p.within(func() {
		p.field("title", d.Title)
		p.field("organization", d.Organization)
		p.field("period", d.Period)
		p.field("period code", d.PeriodCode)
		p.field("lang", d.Lang)
		p.field("date", d.Date)
		p.field("date text", d.DateText)
		p.field("status", d.Status.String())
		p.words(d.Words)
	})
	for _, part := range []struct {
		name   string
		blocks []Block
	}{{"summary", d.Summary}, {"sections", d.Sections}, {"closing", d.Closing}, {"appendix", d.Appendix}} {
		if len(part.blocks) > 0 {
			p.line("\n" + part.name)
			p.within(func() { p.blocks(part.blocks) })
		}
	}
	p.figureList(d.Figures)
	if len(d.Gaps) > 0 {
		p.line("\ngaps")
		p.within(func() {
			for _, g := range d.Gaps {
				p.line(oneLine(g.Name)+":", oneLine(g.Text), "("+oneLine(g.Expr)+", "+g.Reason+")", place(g.Where.String()))
			}
		})
	}
	if len(d.Warnings) > 0 {
		p.line("\nwarnings")
		p.within(func() {
			for _, e := range d.Warnings {
				p.line(oneLine(e.Error()))
			}
		})
	}
	p.provenance(d.Provenance)
}

func (p *dumper) words(w Words) {
	for _, word := range []struct{ name, text string }{
		{"contents", w.Contents}, {"page", w.Page}, {"continued", w.Continued}, {"draft", w.Draft},
		{"date", w.Date}, {"figure", w.Figure}, {"missing", w.Missing}, {"list mark", w.ListMark},
	} {
		if word.text != "" {
			p.line("word", word.name+":", strconv.Quote(word.text))
		}
	}
}

func (p *dumper) figureList(figures []Figure) {
	if len(figures) > 0 {
		p.line("\nfigures")
	}
	for i := range figures {
		f := &figures[i]
		group := make([]string, len(f.Group))
		for j, g := range f.Group {
			group[j] = oneLine(g.Dimension) + "=" + oneLine(g.Value)
		}
		value := f.Num + "/" + f.Den
		if f.Absent() {
			value = "absent, " + f.Reason
		}
		name := ""
		if f.ID != "" || f.Aspect != "" {
			name = "(" + f.ID + " " + f.Aspect + ")"
		}
		p.within(func() {
			p.line("#"+strconv.Itoa(i), oneLine(f.Expr), name, oneLine(f.Period), strings.Join(group, ", "))
			p.within(func() {
				p.line("value:", value, f.Unit)
				for _, s := range f.Shown {
					p.field("shown", s)
				}
				p.field("formula", f.Formula)
				for _, in := range f.Inputs {
					v := in.Value
					if v == "" {
						v = "absent"
					}
					p.line("input:", oneLine(in.Name), "=", v, facts(in.Facts), oneLine(strings.Join(in.Files, ", ")))
				}
				p.line(facts(f.Facts))
				for _, n := range f.Notes {
					p.field("note", n)
				}
			})
		})
	}
}

func facts(n int) string { return "facts=" + strconv.Itoa(n) }

func (p *dumper) provenance(v Provenance) {
	p.line("\nprovenance")
	p.within(func() {
		for _, f := range v.Files {
			p.line("file:", oneLine(f.Name), f.SHA256, "rows="+strconv.Itoa(f.Rows), f.LastDate)
		}
		if v.Template != (TemplateID{}) {
			p.line("template:", oneLine(v.Template.ID), v.Template.SHA256)
		}
		for _, q := range v.Policies {
			p.line("policy:", oneLine(q.Name)+"="+oneLine(q.Value))
		}
		p.field("library", v.Library)
	})
}

// place puts a position in angle brackets.
func place(position string) string {
	if position == "" {
		return ""
	}
	return "<" + oneLine(position) + ">"
}

// inline returns inlines as one line.
func (p *dumper) inline(inlines []Inline) string {
	var b strings.Builder
	for _, in := range inlines {
		switch in := in.(type) {
		case Text:
			b.WriteString(escaped(in.Text))
		case Value:
			b.WriteString(value(in.Text, in.Figure))
		case Strong:
			b.WriteString("*" + p.inline(in.Inlines) + "*")
		case Ref:
			b.WriteString("[" + escaped(in.Text) + "→" + escaped(in.ID) + "]")
		case Link:
			b.WriteString("[" + escaped(in.Text) + "→<" + escaped(in.URL) + ">]")
		default:
			p.fail(fmt.Errorf("doc: unknown inline %T", in))
		}
	}
	return b.String()
}

// value is a printed figure; -1 has no trace and no number.
func value(text string, figure int) string {
	if figure < 0 {
		return "[" + escaped(text) + "]"
	}
	return "[" + escaped(text) + "#" + strconv.Itoa(figure) + "]"
}

// escaped keeps running text on one line and apart from the marks of a dump.
func escaped(text string) string { return oneLine(marks.Replace(text)) }

var marks = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "*", `\*`, "|", `\|`)

// oneLine writes what does not show, such as line breaks, in Go's notation.
func oneLine(text string) string {
	shows := func(r rune) bool { return unicode.IsPrint(r) || r == '　' }
	if !strings.ContainsFunc(text, func(r rune) bool { return !shows(r) }) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if shows(r) {
			b.WriteRune(r)
			continue
		}
		quoted := strconv.QuoteRune(r)
		b.WriteString(quoted[1 : len(quoted)-1])
	}
	return b.String()
}
