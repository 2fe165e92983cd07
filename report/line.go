package report

import (
	"strings"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// A line is a checked sentence: its inserts are resolved.
type line struct {
	sentence *sentence
	terms    map[*insert]*term
}

// line compiles the one sentence behind a key; nil if the key is not there.
func (c *compiler) line(n *node, key string, s scope) *line {
	v := n.values[key]
	if v == nil || len(v.paragraphs) == 0 || len(v.paragraphs[0]) == 0 {
		return nil
	}
	return c.sentence(v.paragraphs[0][0], s)
}

// paragraphs compiles a block of sentences.
func (c *compiler) paragraphs(n *node, key string, s scope) [][]*line {
	v := n.values[key]
	if v == nil {
		return nil
	}
	out := make([][]*line, len(v.paragraphs))
	for i, sentences := range v.paragraphs {
		for _, sentence := range sentences {
			out[i] = append(out[i], c.sentence(sentence, s))
		}
	}
	return out
}

func (c *compiler) sentence(t *sentenceText, s scope) *line {
	l := &line{t.sentence, map[*insert]*term{}}
	for _, in := range t.sentence.inserts() {
		e := &exprText{scalar: t.scalar, path: t.path, from: in.at, node: in.node}
		if in.node == nil {
			continue // reported when it was read
		}
		x := c.expr(e, s)
		if x == nil {
			continue
		}
		switch x.typ {
		case boolTyp, itemsTyp, dimensionTyp:
			c.problems.Add(e.problem(expr.Problem{At: in.node.Pos(), Message: msgNotPrintable, Args: []any{x.typ.term()}}))
		}
		l.terms[in] = x
	}
	c.absence(l, t)
	return l
}

// insertKind is how a term takes part in absence.
func (t *term) insertKind() insertKind {
	switch {
	case t.fixed:
		return fixedInsert
	case t.typ == figureTyp:
		return figureInsert
	case t.typ == phraseTyp:
		return phraseInsert
	}
	return fieldInsert
}

// absence checks what a sentence does when something in it is not there.
func (c *compiler) absence(l *line, t *sentenceText) {
	report := func(at int, m source.Message, args ...any) {
		e := &exprText{scalar: t.scalar, path: t.path}
		c.problems.Add(e.problem(expr.Problem{At: at, Message: m, Args: args}))
	}
	seen := 0
	for i, p := range l.sentence.parts {
		switch p := p.(type) {
		case *insert:
			x := l.terms[p]
			if x == nil {
				seen = -len(l.sentence.parts) // a problem was reported; say no more
				continue
			}
			if i == 0 && x.predicate {
				report(p.from, msgPredicateFirst, x.name)
			}
			if !x.fixed {
				if seen++; seen == 2 {
					report(p.from, msgTwoAbsent)
				}
			}
		case *optional:
			if !l.optional(p) {
				report(p.from, msgNothingOptional)
			}
		}
	}
}

// optional reports whether an optional part has something that can be absent.
func (l *line) optional(o *optional) bool {
	for _, p := range o.parts {
		switch p := p.(type) {
		case *insert:
			if x := l.terms[p]; x == nil || !x.fixed {
				return true
			}
		case *optional:
			if l.optional(p) {
				return true
			}
		}
	}
	return false
}

// speak words the sentence in a place of the document. What was silent joins
// the gaps.
func (l *line) speak(b *builder, e *env) spokenLine {
	s := l.sentence.speak(b.run.program.locale, func(in *insert) spoken {
		return l.terms[in].speak(b, e)
	})
	for _, silent := range s.silent {
		if len(silent.missing) > 0 {
			b.missing(silent.missing)
			continue
		}
		t, words := l.terms[silent.insert], b.run.program.locale.structure()
		g := doc.Gap{Name: t.name, Expr: t.name, Reason: "empty", Text: words.empty, Where: itemPlace(e.item)}
		switch {
		case t.field != nil:
			g.Name = b.run.program.locale.fieldName(t.field)
		case t.typ == phraseTyp:
			g.Name, g.Text = b.inWords(t.name), words.silent
		}
		b.gap(g)
	}
	return s
}

// write words a sentence that stands alone, such as a heading.
func (l *line) write(b *builder, e *env) []doc.Inline {
	if l == nil {
		return nil
	}
	return l.speak(b, e).inlines
}

// speak is what a term says in a sentence.
func (t *term) speak(b *builder, e *env) spoken {
	r := t.eval(e)
	s := spoken{silent: r.absent, missing: r.missing}
	if !r.absent {
		s = t.say(b, e, r)
	}
	s.kind = t.insertKind()
	return s
}

// say words a result that is there.
func (t *term) say(b *builder, e *env, r result) spoken {
	l := b.run.program.locale
	text := ""
	switch t.typ {
	case figureTyp:
		return b.speaker.value(r.subject)
	case phraseTyp:
		return r.spoken
	case textTyp:
		return spoken{inlines: l.authorText(r.text)}
	case evidenceTyp:
		return b.evidenceSpoken(t, e)
	case numberTyp:
		text = b.speaker.text(r.number, look{unit: t.unit})
		if t.field != nil && e.item != nil {
			return spoken{inlines: []doc.Inline{b.itemValue(e.item, t.field.Name, r.number, text)}}
		}
	case wordTyp:
		text = l.word(r.text)
	case dateTyp:
		text = l.date(r.date)
	case textsTyp:
		if text = l.names(r.texts); t.field != nil { // ids: titles are no words to join by "and"
			text = strings.Join(b.titles(r.texts), l.comma)
		}
	}
	return spoken{inlines: plain(text)}
}

// one is the denominator of whole numbers.
var one = decimal.NewFromInt(1)

// call compiles a function call that package kpi does not.
func (c *checked) call(n *expr.Call, f *function) *term {
	switch f.kind {
	case figureFunction:
		return c.figure(n)
	case literalFunction:
		return c.date(n)
	case listFunction:
		return c.listCall(n, f)
	}
	args := c.arguments(n, f)
	if args == nil {
		return nil
	}
	return &term{typ: phraseTyp, predicate: f.kind == predicateFunction, name: expr.Format(n), eval: func(e *env) result {
		evaluated := make([]argument, len(args))
		for i, arg := range args {
			evaluated[i] = arg(e)
		}
		s := f.speak(e.b.speaker, evaluated)
		return result{spoken: s, absent: s.silent, missing: s.missing}
	}}
}

// arguments checks the arguments of a phrase and returns how to get them.
func (c *checked) arguments(n *expr.Call, f *function) []func(*env) argument {
	var out []func(*env) argument
	ok := true
	for i, node := range n.Args {
		j := min(i, len(f.params)-1)
		if i > j && !f.params[j].repeated {
			c.report(node, msgArguments, n.Ident, f.usage())
			return nil
		}
		arg := c.argument(node, f, f.params[j].kind)
		ok = ok && arg != nil
		out = append(out, arg)
	}
	for i := len(n.Args); i < len(f.params); i++ {
		if !f.params[i].optional {
			c.report(n, msgArguments, n.Ident, f.usage())
			return nil
		}
	}
	if !ok {
		return nil
	}
	return out
}

func (c *checked) argument(n expr.Node, f *function, kind paramKind) func(*env) argument {
	t := c.compile(n)
	if t == nil {
		return nil
	}
	switch {
	case kind == figureParam && t.typ == figureTyp:
		for _, a := range f.aspects {
			if _, ok := aspectOf(t.figure, a); !ok {
				c.report(n, msgNoAspect, t.name, f.name, a.In("en"))
				return nil
			}
		}
		return func(e *env) argument {
			s := subject{t.figure, e.group, e.in}
			return argument{subject: &s}
		}
	case kind == dimensionParam && t.typ == dimensionTyp:
		return func(*env) argument { return argument{dimension: t.dimension} }
	case kind == textParam && t.typ == textTyp:
		return func(e *env) argument { text := t.eval(e).text; return argument{text: &text} }
	case kind == numberParam && t.typ == numberTyp && t.unit == kpi.Number && t.fixed:
		return func(e *env) argument {
			number := int(t.eval(e).number.Num.IntPart())
			return argument{number: &number}
		}
	}
	c.report(n, msgWrongType, kind.term(), t.typ.term())
	return nil
}

func (k paramKind) term() source.Term {
	switch k {
	case figureParam:
		return termFigure
	case dimensionParam:
		return termDimension
	case numberParam:
		return termNumber
	case listParam:
		return termItems
	case fieldParam:
		return termField
	case conditionParam:
		return termCondition
	}
	return termText
}

// usage writes a function's parameters for a message.
func (f *function) usage() source.Term {
	var en, zh []string
	for _, p := range f.params {
		t := p.kind.term()
		if p.optional {
			t = source.Term{En: t.En + " (may be left out)", Zh: t.Zh + "（可省略）"}
		}
		en, zh = append(en, t.En), append(zh, t.Zh)
	}
	return source.Term{En: strings.Join(en, ", "), Zh: strings.Join(zh, "、")}
}

func (c *checked) date(n *expr.Call) *term {
	if len(n.Args) != 1 {
		c.report(n, msgArguments, n.Ident, termDate)
		return nil
	}
	d := c.dateLiteral(n.Args[0])
	if d == nil {
		return nil
	}
	return &term{typ: dateTyp, fixed: true, eval: func(*env) result { return result{date: *d} }}
}
