package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// What stands in {{ }} brings words of its own: a figure its unit, a phrase its
// 同比增长. The same words typed beside it are printed twice, and a direction
// typed by hand does not follow the figure: 增长 above a line that falls.

// A piece is a literal or an insert of a sentence, whatever optional part it
// stands in: what comes one after the other in print.
type piece struct {
	text   string // of a literal
	insert *insert
	at     int
}

func pieces(parts []part, at int) (out []piece) {
	for p, at := range placed(parts, at) {
		switch p := p.(type) {
		case literal:
			out = append(out, piece{text: string(p), at: at})
		case *insert:
			out = append(out, piece{insert: p, at: at})
		case *optional:
			out = append(out, pieces(p.parts, at+len("[["))...)
		}
	}
	return out
}

// beside warns of literal text that does not go with what stands in {{ }}
// beside it, or that was meant to stand in it.
func (c *compiler) beside(l *line, t *sentenceText, s scope) {
	all := pieces(l.sentence.parts, l.sentence.from)
	if y, ok := t.scalar.(*scalar); ok && y.node.Style == 0 && quoted(all) {
		c.doubt(t, expr.Problem{At: all[0].at, Message: msgPrintedQuotes})
	}
	for i, p := range all {
		if p.insert == nil {
			c.singleBraces(p, len(all) == 1 && !l.sentence.title, t, s)
			continue
		}
		x := l.terms[p.insert]
		if x == nil {
			continue
		}
		before, behind := c.ownWords(x, p.insert.node)
		text, at := textBefore(all[:i])
		for _, w := range before {
			if from, to := w.atEnd(text); from < to {
				c.doubt(t, w.problem(at(from), text[from:to]))
				break
			}
		}
		if i+1 == len(all) {
			continue
		}
		text = strings.TrimLeft(all[i+1].text, " ")
		for _, w := range behind {
			if word := longest(w.words, text, w.begins); word != "" {
				c.doubt(t, w.problem(all[i+1].at+len(all[i+1].text)-len(text), text[:len(word)]))
				break
			}
		}
	}
}

// textBefore returns the text that pieces end with, and where a byte of it
// stands.
func textBefore(all []piece) (text string, at func(i int) int) {
	from := len(all)
	for ; from > 0 && all[from-1].insert == nil; from-- {
		text = all[from-1].text + text
	}
	return text, func(i int) int {
		p := all[from]
		for n := from + 1; i >= len(p.text); n++ {
			i -= len(p.text)
			p = all[n]
		}
		return p.at + utf8.RuneCountInString(p.text[:i])
	}
}

// ownWords are words that may not stand on one side of an insert, and what there
// is to say where they do.
type ownWords struct {
	words   []string
	message source.Message
	phrase  string // that brings them, if it is no figure
	near    string
	links   []string // may stand between them and the insert
	linked  bool     // one of these must
	whole   bool     // no word that goes on counts
}

func (w *ownWords) problem(at int, words string) expr.Problem {
	p := expr.Problem{At: at, Message: w.message, Args: []any{words}, Near: w.near}
	if w.phrase != "" {
		p.Args = append(p.Args, w.phrase)
	}
	return p
}

// ownWords are the words that may not stand before a term, and those that may
// not stand behind it.
func (c *compiler) ownWords(t *term, n expr.Node) (before, behind []ownWords) {
	l := c.locale
	directions := ownWords{words: c.once("directions", l.directions), message: msgTypedDirection, links: l.links}
	claimed := directions // and a comma, and what the figure comes to
	claimed.words, claimed.links, claimed.linked = c.once("claims", l.claims), []string{strings.TrimSpace(l.pauseMark())}, true
	if t.predicate {
		f, _ := lookupFunction(n.(*expr.Call).Ident)
		own := ownWords{words: c.once(f.name, func() []string { return l.brings(f) }), message: msgDoubledWords, phrase: t.name, links: l.links}
		behind = append(behind, own)
		own.words = c.once("before "+f.name, func() []string { return slices.Concat(l.directions(), own.words) })
		return append(before, own, claimed), behind
	}
	if t.printed != nil {
		t = t.printed.term
	}
	if !t.numeric() {
		return
	}
	k := look{unit: t.unit}
	if t.typ == figureTyp {
		k = subject{figure: t.figure}.look()
	}
	counter := ""
	if k.indicator != nil {
		counter = k.indicator.Counter
	}
	unit := fmt.Sprint("unit ", k.unit, counter, k.difference)
	before = append(before, ownWords{words: c.once("before "+unit, func() []string { words, _ := l.unitWords(k); return words }), message: msgDoubledUnit})
	behind = append(behind, ownWords{words: c.once(unit, func() []string { _, words := l.unitWords(k); return words }), message: msgDoubledUnit})
	switch {
	case directed(n):
		if p := phraseOf(n, k); p != nil {
			directions.near = expr.Format(p)
		}
		claimed.near = directions.near
		before = append(before, directions, claimed)
		directions.words, directions.whole = c.once("behind", func() []string { return l.behind(l.claims()) }), true
		behind = append(behind, directions)
	case t.typ == figureTyp && t.figure.Aspect() == kpi.ValueAspect:
		directions.words, directions.links, directions.linked = c.once("moves", l.moves), l.arrivals, true
		before = append(before, directions)
	}
	return before, behind
}

// once returns what there is under a key, which is made when it is first asked
// for.
func (c *compiler) once(key string, words func() []string) []string {
	known, ok := c.words[key]
	if !ok {
		known = words()
		c.words[key] = known
	}
	return known
}

// atEnd returns where the words stand that a text ends with, one after the
// other, but for spaces and what links them to the insert.
func (w *ownWords) atEnd(text string) (from, to int) {
	text = strings.TrimRight(text, " ")
	if w.linked || longest(w.words, text, ends) == "" {
		link := longest(w.links, text, ends)
		if w.linked && link == "" {
			return 0, 0
		}
		text = strings.TrimRight(text[:len(text)-len(link)], " ")
	}
	for rest := text; ; rest = strings.TrimRight(rest, " ") {
		from = len(rest)
		word := longest(w.words, rest, ends)
		if word == "" {
			break
		}
		rest = rest[:len(rest)-len(word)]
	}
	return from + len(text[from:]) - len(strings.TrimLeft(text[from:], " ")), len(text)
}

// longest returns the longest of the words that fits a text.
func longest(words []string, text string, fits func(text, word string) bool) (best string) {
	for _, w := range words {
		if len(w) > len(best) && fits(text, w) {
			best = w
		}
	}
	return best
}

// ends and begins report whether a text has a word at its end, or beginning:
// one of letters is no part of another word.
func ends(text, word string) bool {
	at := len(text) - len(word)
	return at >= 0 && strings.EqualFold(text[at:], word) &&
		!(joins(word, utf8.DecodeRuneInString) && joins(text[:at], utf8.DecodeLastRuneInString))
}

func (w *ownWords) begins(text, word string) bool {
	if len(text) < len(word) || !strings.EqualFold(text[:len(word)], word) {
		return false
	}
	rest := text[len(word):]
	if last, _ := utf8.DecodeLastRuneInString(word); unicode.Is(unicode.Han, last) {
		return !w.whole && utf8.RuneCountInString(word) > 1 || particle.MatchString(rest)
	}
	return !(joins(word, utf8.DecodeLastRuneInString) && joins(rest, utf8.DecodeRuneInString))
}

// particle is what may follow a Chinese word that ends there, and is not the
// beginning of a longer one: 3单。 and 3单以上, but not 3单独.
var particle = regexp.MustCompile(`^($|[^\p{L}\p{N}]|[的了和与及或内前后]|以[上下内外]|左右)`)

// unitWords are what the unit of a number prints before it and behind it, in
// whatever scale and currency the book has.
func (l *locale) unitWords(k look) (before, behind []string) {
	switch k.unit {
	case kpi.Rank:
		first, last, _ := strings.Cut(l.units.rank(1), "1")
		return []string{first}, []string{last}
	case kpi.Money, kpi.MoneyPerCustomer:
		for _, s := range l.units.scales {
			behind = append(append(behind, strings.TrimSpace(s.word)), s.names...)
		}
		scales := behind
		before, behind = append(before, l.units.moneys...), append(behind, l.units.moneys...)
		for code := range currencies {
			c := l.units.currency(code)
			before = append(before, c.before, code)
			for _, s := range scales {
				behind = append(behind, s+c.after)
			}
		}
		return before, behind
	case kpi.Percent, kpi.Points:
		behind = append(behind, l.units.percents...)
		k.unit = kpi.Points
	}
	f := (&speaker{locale: l}).form(k)
	return nil, append(behind, strings.TrimSpace(f.one), strings.TrimSpace(f.many))
}

// brings are the words that a phrase brings: those that name its base, and those
// around its amounts.
func (l *locale) brings(f *function) (out []string) {
	switch f.name {
	case "yoy", "growth":
		out = append(out, l.yearAgoAny.when)
		for _, b := range l.yearAgo {
			out = append(out, b.when)
		}
	}
	switch t := l.targets; f.name {
	case "pop", "growth":
		out = append(out, l.previousAny.when)
		for _, b := range l.previous {
			out = append(out, b.when)
		}
	case "attain", "gap":
		out = literals(t.completed, t.reached, t.equal, t.short, t.beyond, t.below, t.above, t.within, t.over)
	case "rank":
		out = literals(l.rank[:]...)
	case "steady":
		out = literals(l.steady[:]...)
	}
	if l.spaced {
		return out
	}
	for _, word := range out { // 完成 and 目标的 of 完成目标的
		runes := []rune(word)
		for n := 2; n < len(runes); n++ {
			out = append(out, string(runes[:n]), string(runes[n-1:]))
		}
	}
	return out
}

var slot = regexp.MustCompile(`\{\w+\}`)

// literals are the words around the slots of texts.
func literals(texts ...string) (out []string) {
	for _, text := range texts {
		for _, s := range slot.Split(text, -1) {
			if s = strings.TrimSpace(s); utf8.RuneCountInString(s) > 1 {
				out = append(out, s)
			}
		}
	}
	return out
}

// directions are the words that say which way a figure went: those of phrases
// and of claims, and what else people type.
func (l *locale) directions() []string {
	out := l.moves()
	for _, v := range l.verbs {
		out = append(out, v[:]...)
	}
	t := l.targets
	return append(out, literals(t.short, t.beyond, t.below, t.above, t.over)...)
}

// moves are those that lead to a figure: fell to, but not up to.
func (l *locale) moves() []string {
	out := slices.Clone(l.leanings)
	for _, j := range judgements {
		out = append(append(out, j.zh...), j.en...)
		for _, en := range j.en {
			out = append(out, strings.ReplaceAll(en, " the ", " "))
		}
	}
	return out
}

// claims are the directions that are words by themselves: 增长, not 增.
func (l *locale) claims() []string {
	return slices.DeleteFunc(l.directions(), func(w string) bool { return utf8.RuneCountInString(w) < 2 })
}

// behind are words as they stand behind a number: 增长, 的增长.
func (l *locale) behind(words []string) []string {
	for _, w := range words {
		words = append(words, l.attributive+w)
	}
	return words
}

// changes are the aspects that may be of either sign, each with the phrase that
// says so in words, if there is one.
var changes = map[kpi.Aspect]string{
	kpi.YoY: "yoy", kpi.YoYChange: "yoy", kpi.PoP: "pop", kpi.PoPChange: "pop", kpi.Gap: "gap",
	kpi.YTDYoY: "", kpi.ShareYoYChange: "", kpi.ContributionYoY: "", kpi.ContributionPoP: "",
}

// directed reports whether an expression asks for a change.
func directed(n expr.Node) bool {
	for m := range expr.Walk(n) {
		if s, ok := m.(*expr.Select); ok {
			a, _ := kpi.AspectNamed(s.Ident)
			if _, ok := changes[a]; ok {
				return true
			}
		}
	}
	return false
}

// phraseOf is the phrase that tells what a change with a look comes to, nil if
// there is none: 同比(销售额) for 销售额.同比.
func phraseOf(n expr.Node, k look) *expr.Call {
	switch n := n.(type) {
	case *expr.Select:
		a, _ := kpi.AspectNamed(n.Ident)
		f, ok := lookupFunction(changes[a])
		if !ok || (a == kpi.YoYChange || a == kpi.PoPChange) && k.relative() { // the phrase tells a percentage
			return nil
		}
		ident := f.name
		if n.Ident != string(a) {
			ident = f.zh
		}
		return &expr.Call{Ident: ident, Args: []expr.Node{n.X}}
	case *expr.Call: // 限定(销售额.同比, …)
		if f, ok := lookupFunction(n.Ident); !ok || f.name != "of" && f.name != "at" {
			return nil
		}
		p := phraseOf(n.Args[0], k)
		if p != nil {
			p.Args[0] = &expr.Call{Ident: n.Ident, Args: append([]expr.Node{p.Args[0]}, n.Args[1:]...)}
		}
		return p
	}
	return nil
}
