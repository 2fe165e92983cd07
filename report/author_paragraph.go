package report

import (
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/report/doc"
)

// An author's text that is a paragraph by itself keeps its own paragraphs; in a
// longer sentence they join.

// ownParagraphs returns the paragraphs of an author's text that a template's
// paragraph ends with, {{ text }} or **{{ title }}**：{{ text }}。; false if it is
// anything else, or the text has one paragraph only.
func (b *builder) ownParagraphs(lines []*line, e *env) ([][]doc.Inline, bool) {
	if len(lines) != 1 {
		return nil, false
	}
	l, parts := lines[0], lines[0].sentence.parts
	if end, ok := parts[len(parts)-1].(literal); ok && strings.Trim(string(end), "。.！？!?") == "" {
		parts = parts[:len(parts)-1]
	}
	if len(parts) == 0 {
		return nil, false
	}
	in, ok := parts[len(parts)-1].(*insert)
	if !ok {
		return nil, false
	}
	t := l.terms[in]
	if t.field == nil || !t.field.Sentences {
		return nil, false
	}
	r := t.eval(e)
	if r.absent || r.from == nil {
		return nil, false
	}
	out := b.itemParagraphs(r.from, t.field.Name, r.text)
	if len(out) < 2 {
		return nil, false
	}
	first := &line{&sentence{parts: parts}, l.terms}
	out[0] = first.speakAs(b, e, func(x *insert) spoken {
		if x == in {
			return spoken{kind: fieldInsert, inlines: out[0]}
		}
		return l.terms[x].speak(b, e)
	}).inlines
	return out, true
}

// itemParagraphs are the paragraphs of a field of an item.
func (b *builder) itemParagraphs(it *channel.Item, field, text string) [][]doc.Inline {
	var out [][]doc.Inline
	if a := b.run.authored[writtenKey{item: it, field: field}]; a != nil {
		return b.authorParagraphs(a)
	}
	for _, paragraph := range paragraphsOf(paragraphed(it, text)) {
		out = append(out, b.locale.authorText(paragraph))
	}
	return out
}

// authorParagraphs speaks each paragraph of a compiled text.
func (b *builder) authorParagraphs(a *authored) [][]doc.Inline {
	var out [][]doc.Inline
	for _, lines := range a.paragraphs {
		spoken := make([]spokenLine, len(lines))
		for i, l := range lines {
			spoken[i] = l.speak(b, a.env(b))
		}
		if inlines := b.speaker.paragraph(spoken); len(inlines) > 0 {
			out = append(out, inlines)
		}
	}
	return out
}

// paragraphed is an item's text with an empty line between its paragraphs. In a
// cell of a table, where nobody types an empty line, each line is one.
func paragraphed(it *channel.Item, text string) string {
	if !inCell(it) {
		return text
	}
	return strings.ReplaceAll(text, "\n", "\n\n")
}

// inCell reports whether an item was written into the cells of a table.
func inCell(it *channel.Item) bool {
	return it.Position.File != "" && !strings.HasSuffix(it.Position.File, ".yaml")
}
