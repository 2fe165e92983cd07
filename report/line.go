package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
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
		for j, sentence := range sentences {
			out[i] = append(out[i], c.sentence(sentence, s))
			for _, p := range sentence.sentence.doubts(j == len(sentences)-1) {
				c.doubt(sentence, p)
			}
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
		if !x.printable() {
			c.problems.Add(e.problem(expr.Problem{At: in.node.Pos(), Message: msgNotPrintable, Args: []any{x.typ.term()}, Near: x.instead(in.node, textTyp)}))
		}
		l.terms[in] = x
	}
	c.absence(l, t)
	c.beside(l, t, s)
	return l
}

// insertKind is how a term takes part in absence.
func (t *term) insertKind() insertKind {
	switch {
	case t.fixed:
		return fixedInsert
	case t.typ == figureTyp, t.typ == printedTyp && t.figure != nil:
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
	seen, words, goes := 0, false, false
	title := l.sentence.title
	for i, p := range l.sentence.parts {
		switch p := p.(type) {
		case literal:
			words = words || strings.ContainsFunc(string(p), readable)
		case *insert:
			words = true
			x := l.terms[p]
			if x == nil {
				seen = -len(l.sentence.parts) // a problem was reported; say no more
				continue
			}
			if !x.fixed && !x.counts {
				seen++
				if title {
					report(p.from, msgTitleAbsent)
				} else if seen == 2 {
					report(p.from, msgTwoAbsent)
				}
			}
		case *optional:
			goes = true
			if !l.optional(p) {
				report(p.from, msgNothingOptional)
			} else if !title && l.leaves(i) {
				c.doubt(t, expr.Problem{At: p.from, Message: msgWordLeft})
			}
		}
	}
	l.predicates(l.sentence.parts, noSubject, func(p *insert, before standing) {
		if before == noSubject {
			report(p.from, msgPredicateFirst, l.terms[p].name)
		} else {
			c.doubt(t, expr.Problem{At: p.from, Message: msgPredicateLeft, Args: []any{l.terms[p].name}})
		}
	})
	if title && !words && goes {
		report(l.sentence.from, msgTitleOptional)
	}
}

// leaves reports whether the optional part at i leaves words behind that only
// led over to it: a conjunction before words, or a colon with nothing but parts
// that can go behind it, where something before it keeps the line.
func (l *line) leaves(i int) bool {
	parts := l.sentence.parts
	before, _ := parts[max(i-1, 0)].(literal)
	if i > 1 && i+1 < len(parts) && conjoins(string(before)) {
		behind, _ := parts[i+1].(literal)
		first, _ := utf8.DecodeRuneInString(strings.TrimSpace(string(behind)))
		return readable(first)
	}
	if !colon(lastRune(string(before))) {
		return false
	}
	kept := slices.ContainsFunc(parts[:i], func(p part) bool {
		in, insert := p.(*insert)
		_, optional := p.(*optional)
		return optional || insert && l.terms[in] != nil && !l.terms[in].fixed
	})
	for _, p := range parts[i+1:] {
		switch p := p.(type) {
		case literal:
			if words := strings.TrimLeftFunc(string(p), func(r rune) bool { return isPause(r) || unicode.IsSpace(r) }); words != "" {
				first, _ := utf8.DecodeRuneInString(words)
				return kept && isEnd(first)
			}
		case *insert:
			return false
		}
	}
	return kept
}

// standing says whether a subject stands before a place of a line.
type standing uint8

const (
	noSubject   standing = iota
	inOptional           // only where an optional part stays
	withSubject          // always
)

// predicates tells of every predicate that no subject, or only one that can
// go, stands before: marks, brackets and a period are none.
func (l *line) predicates(parts []part, before standing, tell func(*insert, standing)) standing {
	for _, p := range parts {
		switch p := p.(type) {
		case literal:
			if strings.ContainsFunc(string(p), readable) {
				before = withSubject
			}
		case *insert:
			x := l.terms[p]
			switch {
			case x == nil || !x.predicate:
				if x == nil || !x.period && x.typ != dateTyp {
					before = withSubject
				}
			case before != withSubject:
				tell(p, before)
				before = withSubject // once a line
			}
		case *optional:
			if l.predicates(p.parts, before, tell) == withSubject {
				before = max(before, inOptional)
			}
		}
	}
	return before
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
	return l.speakAs(b, e, func(in *insert) spoken { return l.terms[in].speak(b, e) })
}

func (l *line) speakAs(b *builder, e *env, say func(*insert) spoken) spokenLine {
	s := l.sentence.speak(b.locale, say)
	for _, silent := range s.silent {
		if len(silent.missing) > 0 {
			b.missing(silent.missing)
			continue
		}
		t, words := l.terms[silent.insert], b.locale.structure
		g := doc.Gap{Name: t.name, Expr: t.name, Reason: "empty", Text: words.empty, Where: itemPlace(e.item)}
		switch {
		case t.field != nil:
			g.Name = b.locale.fieldName(t.field)
		case t.label.En != "":
			g.Name = t.label.In(b.locale.tag)
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
		s.quiet = t.counts && !t.truth(e)
		s.capital = s.capital || t.capital
	}
	s.kind = t.insertKind()
	return s
}

// say words a result that is there.
func (t *term) say(b *builder, e *env, r result) spoken {
	l := b.locale
	text := ""
	switch t.typ {
	case figureTyp:
		return b.speaker.value(r.subject)
	case phraseTyp, printedTyp:
		return r.spoken
	case textTyp:
		return t.sayText(b, r)
	case evidenceTyp:
		return b.evidenceSpoken(t, e)
	case numberTyp:
		text = b.speaker.text(r.number, look{unit: t.unit})
		if t.fixed {
			text = b.speaker.asWritten(r.number, t.unit)
		}
		return spoken{inlines: []doc.Inline{b.numberValue(t, e, r, text)}}
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

// sayText prints a text: a period by its name, what authors wrote with its
// markup, and data, in which nothing is markup, as it is.
func (t *term) sayText(b *builder, r result) spoken {
	switch {
	case t.period:
		if p, err := b.run.program.catalog.ParsePeriod(r.text); err == nil {
			return spoken{inlines: plain(b.locale.period(p))}
		}
	case t.field != nil && (t.field.Sentences || t.field.Name == "title"):
		return b.itemText(r.from, t.field.Name, r.text)
	}
	return spoken{inlines: plain(oneLine(r.text))}
}
