package report

import (
	"strings"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// What items rest on, bring about and aim at are figures that the book names.
// They are compiled when a report is run, and a wrong one is an error at its
// place in the book.

// A basis is a compiled entry of such a list. It speaks of its item's period.
type basis struct {
	name                      string      // in the trace: item("A3").aim[0]
	figure                    *kpi.Figure // nil where only a title is given
	period                    channel.Period
	from, to, atLeast, atMost *amount
	claim                     *judgement // what its author says about the figure
	claimPath                 string
}

// An amount is a number written down, or a figure.
type amount struct {
	number kpi.Value
	figure *kpi.Figure
}

// A basisCompiler compiles the lists of evidence of a run's items.
type basisCompiler struct {
	catalog  *kpi.Catalog
	bases    map[*channel.Evidence]*basis
	values   []askedValue // of dimensions, that scopes name
	problems source.List
}

func (c *basisCompiler) item(it *channel.Item) {
	for part := range it.Walk() {
		for entry, ev := range part.Bases() {
			c.bases[ev] = c.basis(ev, part, entry)
		}
	}
}

func (c *basisCompiler) basis(ev *channel.Evidence, it *channel.Item, entry string) *basis {
	b := &basis{name: itemExpr(it) + "." + entry, period: it.Period}
	if ev.Figure == "" {
		return b
	}
	e := bookText{c, ev, it, entry}
	if b.figure = e.figure(); b.figure == nil {
		return b
	}
	b.from, b.to = e.amount("from", ev.From, b.figure), e.amount("to", ev.To, b.figure)
	b.atLeast, b.atMost = e.amount("at_least", ev.AtLeast, b.figure), e.amount("at_most", ev.AtMost, b.figure)
	b.claim, b.claimPath = e.claim(b.figure), it.Path(entry+".claim")
	return b
}

// A bookText is the texts of one entry, whose problems are placed in the book.
type bookText struct {
	c     *basisCompiler
	ev    *channel.Evidence
	it    *channel.Item
	entry string // of the item: evidence[0]
}

func (t bookText) report(field, text string, problems []expr.Problem) {
	for _, p := range problems {
		t.c.problems.Add(t.located(field, text, p))
	}
}

func (t bookText) located(field, text string, p expr.Problem) *source.Error {
	offset := len(string([]rune(text)[:min(p.At, len([]rune(text)))]))
	return p.Located(t.ev.Offset(field, offset), t.it.Path(t.entry+"."+field))
}

func (t bookText) parse(field, text string) expr.Node {
	n, problems := expr.Parse(text)
	t.report(field, text, problems)
	if len(problems) > 0 {
		return nil
	}
	for d, s := range asked(t.c.catalog.Dimension, n) {
		t.c.values = append(t.c.values, askedValue{d, s.Value, t.located(field, text, expr.Problem{At: s.Pos()})})
	}
	return n
}

func (t bookText) compile(field, text string, n expr.Node) *kpi.Figure {
	f, problems := t.c.catalog.Compile(n)
	t.report(field, text, problems)
	if len(problems) > 0 {
		return nil
	}
	return f
}

// figure compiles the figure, restricted by the scope: of(figure, scope), with
// the figure's aspect outside.
func (t bookText) figure() *kpi.Figure {
	n := t.parse("figure", t.ev.Figure)
	if n == nil {
		return nil
	}
	f := t.compile("figure", t.ev.Figure, n)
	if f == nil || t.ev.Scope == "" {
		return f
	}
	scope := t.parse("scope", t.ev.Scope)
	if scope == nil {
		return nil
	}
	if s, ok := n.(*expr.Select); ok {
		n = &expr.Select{Span: s.Span, X: of(s.X, scope), Ident: s.Ident}
	} else {
		n = of(n, scope)
	}
	return t.compile("scope", t.ev.Scope, n) // the figure by itself is right
}

func of(figure, scope expr.Node) expr.Node {
	return &expr.Call{Ident: "of", Args: []expr.Node{figure, scope}}
}

// amount compiles a number in the figure's unit, or a figure of that unit.
func (t bookText) amount(field, text string, of *kpi.Figure) *amount {
	if text == "" {
		return nil
	}
	n := t.parse(field, text)
	if n == nil {
		return nil
	}
	number, sign := n, decimal.NewFromInt(1)
	if u, ok := n.(*expr.Unary); ok && u.Op == expr.Neg {
		number, sign = u.X, sign.Neg()
	}
	if lit, ok := number.(*expr.Number); ok {
		rate := of.Unit() == kpi.Percent || of.Unit() == kpi.Points
		if lit.Percent != rate && !lit.Value.IsZero() {
			t.report(field, text, []expr.Problem{{At: n.Pos(), Message: msgWrongUnit, Args: []any{t.ev.Figure, unitExample(of.Unit()), text}}})
			return nil
		}
		return &amount{number: kpi.Value{Num: lit.Value.Mul(sign), Den: one, Unit: of.Unit()}}
	}
	f := t.compile(field, text, n)
	if f == nil {
		return nil
	}
	if f.Unit() != of.Unit() {
		t.report(field, text, []expr.Problem{{At: n.Pos(), Message: msgWrongUnit, Args: []any{t.ev.Figure, unitExample(of.Unit()), text}}})
		return nil
	}
	return &amount{figure: f}
}

// unitExample shows how a number of a unit is written.
func unitExample(u kpi.Unit) source.Term {
	switch u {
	case kpi.Percent, kpi.Points:
		return source.Term{En: "a percentage such as 15%", Zh: "百分数（如 15%）"}
	case kpi.Money, kpi.MoneyPerCustomer:
		return source.Term{En: "an amount such as 120000 or 12万", Zh: "金额（如 120000 或 12万）"}
	}
	return source.Term{En: "a number such as 15", Zh: "数（如 15）"}
}

// An evidenceBlock lists the figures that an item rests on.
type evidenceBlock struct {
	common
	list        *term
	lead, empty string
}

func (c *compiler) evidence(n *node, s scope, base common) block {
	b := &evidenceBlock{common: base, list: c.term(n, "evidence", s), lead: n.text("lead"), empty: n.text("empty")}
	if b.list != nil && b.list.typ != evidenceTyp {
		c.wrongType(n.expr("evidence"), evidenceTyp, b.list)
	}
	return b
}

func (x *evidenceBlock) build(b *builder, e *env) []doc.Block {
	lines, absent := b.bases(x.list, e)
	if len(lines) == 0 && len(absent) == 0 {
		return b.nothing(x.empty, nil, e)
	}
	var out []doc.Block
	if x.lead != "" && len(lines) > 0 {
		out = append(out, lead(x.lead))
	}
	if len(lines) > 0 {
		list := &doc.List{ID: x.id}
		for _, line := range lines {
			list.Items = append(list.Items, doc.Item{Inlines: line})
		}
		out = append(out, list)
	}
	if text := b.speaker.noDataText(absent); text != "" {
		p := &doc.Paragraph{Inlines: plain(text)}
		b.onlyGaps[p] = true
		out = append(out, p)
	}
	return out
}

// bases words the entries of a list of evidence, one line each. What has no
// value joins the gaps and is returned.
func (b *builder) bases(list *term, e *env) (lines [][]doc.Inline, absent []missing) {
	entries := list.eval(e).evidence
	for i := range entries {
		line, gone := b.basisLine(list.field.Name, &entries[i])
		b.missing(gone)
		absent = append(absent, gone...)
		if line != nil {
			lines = append(lines, line)
		}
	}
	return lines, absent
}

// basisLine words one entry: what it is called, its value, and for effects the
// value before, for aims what is wanted and by when.
func (b *builder) basisLine(list string, ev *channel.Evidence) ([]doc.Inline, []missing) {
	l := b.locale
	x := b.run.bases[ev]
	text := b.evidenceText(ev)
	if x == nil || x.figure == nil {
		return l.itemLine(l.authorText(ev.Title), text, nil), nil
	}
	s := subject{figure: x.figure, in: b.run.evaluation.In(x.period)}
	name := b.speaker.subjectName(s)
	if !x.period.Equal(b.run.evaluation.Period()) {
		name = l.inPeriod(name, l.period(x.period))
	}
	name = l.capital(name)
	now := b.speaker.value(s)
	if x.to != nil {
		now = b.amount(s, x.to, ev, "to")
	}
	if now.silent && list != "aim" {
		return nil, now.missing
	}
	var out []doc.Inline
	switch list {
	case "effects":
		out = b.effectLine(name, s, x, ev, now)
	case "aim":
		out = b.aimLine(name, s, x, ev, now)
	default:
		out = append(plain(name+l.structure.colon), now.inlines...)
		if change := phraseYoY(b.speaker, []argument{{subject: &s}}); s.figure.Aspect() == kpi.ValueAspect && !change.silent {
			out = appendInlines(appendText(out, l.pick("，", ", ")), change.inlines)
		}
		if x.claim != nil && b.claims(ev, x, s) {
			out = appendText(out, l.pauseMark()+ev.Claim)
		}
	}
	if len(text) > 0 {
		out = appendInlines(appendText(out, l.semicolon), text)
	}
	return out, nil
}

// effectLine is what a figure was before and is now. Before is what the item
// says, or the period before its own.
func (b *builder) effectLine(name string, s subject, x *basis, ev *channel.Evidence, now spoken) []doc.Inline {
	l := b.locale
	before, was := spoken{silent: true}, kpi.Value{}
	if x.from != nil {
		before, was = b.amount(s, x.from, ev, "from"), x.from.value(s)
	} else if p, ok := s.aspect(kpi.PreviousAspect); ok {
		before, was = b.speaker.value(p), p.value()
	}
	if before.silent {
		return append(plain(name+l.structure.colon), now.inlines...)
	}
	is := s.value()
	if x.to != nil {
		is = x.to.value(s)
	}
	form := l.pick("{name}由{before}变为{now}", "{name}: from {before} to {now}")
	if was.OK() && is.OK() {
		switch is.Compare(was) {
		case 1:
			form = l.pick("{name}由{before}升至{now}", "{name}: up from {before} to {now}")
		case 0:
			form = l.pick("{name}保持在{now}", "{name}: unchanged at {now}")
		case -1:
			form = l.pick("{name}由{before}降至{now}", "{name}: down from {before} to {now}")
		}
	}
	return fill(form, "name", name, "before", before.inlines, "now", now.inlines)
}

// aimLine is what a figure is to come to, by when, and where it stands.
func (b *builder) aimLine(name string, s subject, x *basis, ev *channel.Evidence, now spoken) []doc.Inline {
	l := b.locale
	limit, form, field, sign := x.atLeast, l.pick("{name}不低于{limit}", "{name}: at least {limit}"), "at_least", 1
	if x.atMost != nil {
		limit, form, field, sign = x.atMost, l.pick("{name}不高于{limit}", "{name}: at most {limit}"), "at_most", -1
	}
	if limit == nil {
		return append(plain(name+l.structure.colon), now.inlines...)
	}
	out := fill(form, "name", name, "limit", b.amount(s, limit, ev, field).inlines)
	if !ev.Due.IsZero() {
		out = appendInlines(out, fill(l.pick("（{due}前）", " by {due}"), "due", l.date(ev.Due)))
	}
	if now.silent {
		return out
	}
	out = appendInlines(out, fill(l.pick("，目前为{now}", "; now {now}"), "now", now.inlines))
	if v, wanted := s.value(), limit.value(s); v.OK() && wanted.OK() {
		if v.Compare(wanted)*sign >= 0 {
			out = appendText(out, l.pick("，已达到", ", reached"))
		} else {
			out = appendText(out, l.pick("，尚未达到", ", not reached yet"))
		}
	}
	return out
}

// value is the amount as an exact value.
func (a *amount) value(of subject) kpi.Value {
	if a.figure != nil {
		return subject{a.figure, of.group, of.in}.value()
	}
	return a.number
}

// amount prints an amount as values of the subject are printed. A number that
// was written down is cited with its place in the book.
func (b *builder) amount(s subject, a *amount, ev *channel.Evidence, field string) spoken {
	if a.figure != nil {
		return b.speaker.value(subject{a.figure, s.group, s.in})
	}
	x := b.run.bases[ev]
	value := b.written(x.name+"."+field, x.period.String(), ev.Offset(field, 0), a.number, b.speaker.text(a.number, s.look()))
	return spoken{inlines: []doc.Inline{value}}
}

// evidenceSpoken words a list of evidence inside a sentence.
func (b *builder) evidenceSpoken(list *term, e *env) spoken {
	lines, absent := b.bases(list, e)
	var out []doc.Inline
	for i, line := range lines {
		if i > 0 {
			out = appendText(out, b.locale.semicolon)
		}
		out = appendInlines(out, line)
	}
	return spoken{inlines: out, silent: len(out) == 0, missing: absent}
}

// lead is the words that lead a list in.
func lead(text string) doc.Block {
	return &doc.Paragraph{Role: doc.Lead, Inlines: plain(strings.TrimSpace(text))}
}
