package report

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/report/doc"
)

// Author text is what people write into the book: the text of an item, a note.
// It is a text of sentences as a template's is, but speaks of its own period
// wherever it is printed, so that what is carried over keeps its figures; and
// its lines join: a sentence ends with its mark, a paragraph with an empty line.

// An authored is a compiled text of the book.
type authored struct {
	paragraphs [][]*line
	period     channel.Period
	item       *channel.Item // nil for a note
}

// A writtenKey says which text: a field of an item, or a note.
type writtenKey struct {
	item     *channel.Item
	field    string
	note     *channel.Note
	evidence *channel.Evidence
}

// A bookScalar is a text of the book as the source of an expression: its
// positions are the book's.
type bookScalar struct {
	content string
	offset  func(bytes int) source.Position
}

func (s *bookScalar) text() string { return s.content }

func (s *bookScalar) at(offset int) (source.Position, string) {
	bytes := 0
	for range offset {
		_, size := utf8.DecodeRuneInString(s.content[bytes:])
		bytes += size
	}
	return s.offset(bytes), ""
}

// authorTexts compiles what the period's items and notes say.
func (c *compiler) authorTexts(items []*channel.Item, notes []*channel.Note) map[writtenKey]*authored {
	out := map[writtenKey]*authored{}
	item := func(it *channel.Item) {
		compile := func(key writtenKey, path, text string, offset func(bytes int) source.Position) {
			if !isSentence(text) {
				return
			}
			a := c.authorText(&bookScalar{text, offset}, it.Path(path), scope{kind: it.Kind, authored: true}, inCell(it))
			a.period, a.item = it.Period, it
			out[key] = a
		}
		for _, f := range itemFieldSpecs() {
			if f.Sentences {
				compile(writtenKey{item: it, field: f.Name}, f.Name, f.Text(it), func(i int) source.Position { return it.Offset(f.Name, i) })
			}
		}
		for entry, ev := range it.Bases() {
			compile(writtenKey{evidence: ev}, entry+".text", ev.Text, func(i int) source.Position { return ev.Offset("text", i) })
		}
	}
	for _, it := range items {
		for part := range it.Walk() {
			item(part)
		}
	}
	for _, n := range notes {
		if !isSentence(n.Text) {
			continue
		}
		a := c.authorText(&bookScalar{n.Text, n.Offset}, n.Slot, scope{authored: true}, false)
		a.period = n.Period
		out[writtenKey{note: n}] = a
	}
	return out
}

// compileAuthors compiles what the period's items and notes say and returns
// what is wrong with it.
func (r *Run) compileAuthors() source.List {
	p := r.program
	c := &compiler{catalog: p.catalog, locale: p.locale, ids: p.ids, words: map[string][]string{}}
	var notes []*channel.Note
	all := r.book.Notes()
	for i := range all {
		if all[i].Period.Equal(r.evaluation.Period()) {
			notes = append(notes, &all[i])
		}
	}
	for _, it := range r.book.ItemsFor(r.evaluation.Period()) {
		for i, id := range it.Moves {
			if _, ok := p.catalog.Indicator(id); !ok {
				field := "moves[" + strconv.Itoa(i) + "]"
				c.problems.Add(&source.Error{Position: it.At(field), Path: it.Path(field),
					Message: msgUnknownName, Args: []any{id}, Near: source.Nearest(id, c.catalogNames())})
			}
		}
	}
	r.authored = c.authorTexts(r.book.ItemsFor(r.evaluation.Period()), notes)
	c.checkRefs()
	r.warnings = append(r.warnings, c.warnings...)
	r.unheld(c.values)
	r.unlisted(c.listed)
	return c.problems
}

// isSentence reports whether a text holds anything but plain text.
func isSentence(text string) bool {
	for _, mark := range []string{"{{", "[[", "}}", "]]", "｛｛", "【【", "［［"} {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

func (c *compiler) authorText(s textSource, path string, sc scope, cell bool) *authored {
	paragraphs, problems := splitAuthorText(s.text(), cell)
	for _, p := range problems {
		c.problems.Add((&exprText{scalar: s, path: path}).problem(p))
	}
	a := &authored{}
	for _, sentences := range paragraphs {
		var lines []*line
		for _, sentence := range sentences {
			lines = append(lines, c.sentence(&sentenceText{s, path, sentence}, sc))
		}
		a.paragraphs = append(a.paragraphs, lines)
	}
	return a
}

// env is the place that an author's text speaks of.
func (a *authored) env(b *builder) *env {
	return &env{b: b, in: b.run.evaluation.In(a.period), item: a.item}
}

// itemInlines is an item's text as it stands by itself.
func (b *builder) itemInlines(it *channel.Item) []doc.Inline {
	s := b.itemText(it, "text", it.Text)
	return b.speaker.withNoData(s.inlines, s.missing)
}

// evidenceText is what stands beside a figure that an item brought about.
func (b *builder) evidenceText(ev *channel.Evidence) []doc.Inline {
	s := b.authorSpoken(writtenKey{evidence: ev}, ev.Text)
	return b.speaker.withNoData(s.inlines, s.missing)
}

// itemText is a field of an item as it stands in a sentence.
func (b *builder) itemText(it *channel.Item, field, text string) spoken {
	return b.authorSpoken(writtenKey{item: it, field: field}, text)
}

func (b *builder) authorSpoken(key writtenKey, text string) spoken {
	a := b.run.authored[key]
	if a == nil {
		return spoken{inlines: b.locale.authorText(text)}
	}
	out := spoken{}
	for _, lines := range a.paragraphs {
		for _, l := range lines {
			said := l.speak(b, a.env(b))
			out.missing = append(out.missing, said.noData...)
			if !said.dropped {
				out.inlines = b.speaker.join(out.inlines, said.inlines)
			}
		}
	}
	out.silent = len(out.inlines) == 0
	return out
}

// noteParagraphs are the paragraphs of a note.
func (b *builder) noteParagraphs(n *channel.Note) [][]doc.Inline {
	a := b.run.authored[writtenKey{note: n}]
	if a == nil {
		var out [][]doc.Inline
		for _, text := range paragraphsOf(n.Text) {
			out = append(out, b.locale.authorText(text))
		}
		return out
	}
	return b.authorParagraphs(a)
}

// withValue names a figure with its value.
func (sp *speaker) withValue(s subject) []doc.Inline {
	return fill(sp.locale.named, "name", sp.nameOf(s.figure), "value", sp.value(s).inlines)
}

// A textSource is a text that expressions stand in, and knows the place of each
// of its characters.
type textSource interface {
	text() string
	at(offset int) (source.Position, string) // of a code point, and the line it stands in
}

var _ = []textSource{(*scalar)(nil), (*bookScalar)(nil)}
