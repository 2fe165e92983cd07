package numbers

import (
	"strconv"

	"example.com/channelreport/report/doc"
)

// An encoder appends JSON. Its keys come in the order of the contract, not of
// a map, and text other than control characters stays as it is.
type encoder struct{ b []byte }

// bracket opens or shuts an object or array; next and key part what is in it.
func (e *encoder) bracket(c byte) { e.b = append(e.b, c) }

// next writes a comma unless it stands first in its brackets.
func (e *encoder) next() {
	if last := e.b[len(e.b)-1]; last != '{' && last != '[' {
		e.b = append(e.b, ',')
	}
}

func (e *encoder) key(name string) {
	e.next()
	e.string(name)
	e.b = append(e.b, ':')
}

func (e *encoder) text(name, value string) {
	e.key(name)
	e.string(value)
}

func (e *encoder) int(name string, value int) {
	e.key(name)
	e.b = strconv.AppendInt(e.b, int64(value), 10)
}

func (e *encoder) list(name string, values []string) {
	e.key(name)
	e.bracket('[')
	for _, v := range values {
		e.next()
		e.string(v)
	}
	e.bracket(']')
}

// head writes everything before the first figure.
func (e *encoder) head(d *doc.Document) {
	e.bracket('{')
	e.text("schema", Schema)
	e.text("organization", d.Organization)
	e.text("period", d.PeriodCode)
	e.key("provenance")
	e.bracket('{')
	e.key("files")
	e.bracket('[')
	for _, f := range d.Provenance.Files {
		e.next()
		e.bracket('{')
		e.text("name", f.Name)
		e.text("sha256", f.SHA256)
		e.int("rows", f.Rows)
		e.text("last_date", f.LastDate)
		e.bracket('}')
	}
	e.bracket(']')
	e.key("template")
	e.bracket('{')
	e.text("id", d.Provenance.Template.ID)
	e.text("sha256", d.Provenance.Template.SHA256)
	e.bracket('}')
	e.key("policies")
	e.bracket('{')
	for _, p := range d.Provenance.Policies {
		e.text(p.Name, p.Value)
	}
	e.bracket('}')
	e.text("library", d.Provenance.Library)
	e.text("locale", d.Lang)
	e.text("as_of", d.Date)
	e.text("status", d.Status.String())
	e.bracket('}')
	e.key("figures")
	e.bracket('[')
}

// figure writes one figure. An absent one has no num and den.
func (e *encoder) figure(f *doc.Figure) {
	e.bracket('{')
	e.text("id", f.ID)
	e.text("aspect", f.Aspect)
	e.key("group")
	e.group(f.Group)
	e.text("period", f.Period)
	e.text("expr", f.Expr)
	e.text("unit", f.Unit)
	if !f.Absent() {
		e.text("num", f.Num)
		e.text("den", f.Den)
	}
	e.list("shown", f.Shown)
	e.text("formula", f.Formula)
	e.key("inputs")
	e.bracket('{')
	for _, in := range f.Inputs {
		e.key(in.Name)
		e.bracket('{')
		if in.Value != "" {
			e.text("value", in.Value)
		}
		e.int("facts", in.Facts)
		e.list("files", in.Files)
		e.bracket('}')
	}
	e.bracket('}')
	e.int("facts", f.Facts)
	e.text("reason", f.Reason)
	e.list("notes", f.Notes)
	e.bracket('}')
}

func (e *encoder) group(pairs []doc.GroupValue) {
	e.bracket('{')
	for _, g := range pairs {
		e.text(g.Dimension, g.Value)
	}
	e.bracket('}')
}

// string writes a string, which is valid UTF-8.
func (e *encoder) string(s string) {
	const hex = "0123456789abcdef"
	e.b = append(e.b, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		e.b = append(e.b, s[from:i]...)
		from = i + 1
		switch c {
		case '"', '\\':
			e.b = append(e.b, '\\', c)
		case '\n':
			e.b = append(e.b, '\\', 'n')
		case '\r':
			e.b = append(e.b, '\\', 'r')
		case '\t':
			e.b = append(e.b, '\\', 't')
		default:
			e.b = append(e.b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	e.b = append(append(e.b, s[from:]...), '"')
}
