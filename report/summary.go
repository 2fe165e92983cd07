package report

import (
	"slices"
	"unicode/utf8"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// A verdictBlock is the report's one sentence: the first of its lines that has
// something to say.
type verdictBlock struct {
	common
	paragraphs [][]*line
}

// maxVerdict is how many characters a verdict may have to be read at a glance.
var maxVerdict = map[bool]int{true: 40, false: 120}

func (v *verdictBlock) build(b *builder, e *env) []doc.Block {
	best := v.choose(b, e)
	if best == nil {
		return nil
	}
	most := maxVerdict[b.locale == chinese]
	if n := utf8.RuneCountInString(doc.PlainText(best)); n > most {
		b.warn(v.place, msgLongVerdict, n, most)
	}
	return []doc.Block{&doc.Paragraph{Role: doc.Verdict, Inlines: best}}
}

// choose returns the first line that names a figure, or else the first that
// says anything: 上年同期为零 alone is no verdict.
func (v *verdictBlock) choose(b *builder, e *env) []doc.Inline {
	var first []doc.Inline
	for _, lines := range v.paragraphs {
		for _, l := range lines {
			s := l.speak(b, e)
			if s.dropped {
				continue
			}
			if slices.ContainsFunc(s.inlines, func(in doc.Inline) bool { _, ok := in.(doc.Value); return ok }) {
				return s.inlines
			}
			if first == nil {
				first = s.inlines
			}
		}
	}
	return first
}

// A cardsBlock shows figures large.
type cardsBlock struct {
	common
	figures []*term
}

func (c *cardsBlock) build(b *builder, e *env) []doc.Block {
	out := &doc.Figures{ID: c.id}
	for _, t := range c.figures {
		s := subject{t.figure, e.group, e.in}
		if v := s.value(); !v.OK() {
			b.missing([]missing{{s, v.Reason}})
			continue
		}
		out.Cards = append(out.Cards, b.card(s))
	}
	if len(out.Cards) == 0 {
		return nil
	}
	return []doc.Block{out}
}

// A decisionsBlock is an itemsBlock over the decisions that the reader is asked
// for, with what they need, until when, and what happens otherwise.
func (c *compiler) decisions(n *node, s scope, base common) block {
	s.kind = channel.Decision
	b := &itemsBlock{common: base, list: itemsTerm(channel.Decision.String(), channel.Decision)}
	fields := itemFieldSpecs()
	for _, name := range []string{"needs", "deadline", "otherwise"} {
		i := slices.IndexFunc(fields, func(f channel.FieldSpec) bool { return f.Name == name })
		b.show = append(b.show, fieldTerm(&fields[i]))
	}
	if v := n.values["decisions"]; v != nil && len(v.nodes) == 1 && v.nodes[0] != nil {
		b.where, b.top, b.lead = c.term(v.nodes[0], "where", s), c.numberTerm(v.nodes[0], "top", s), v.nodes[0].text("lead")
	}
	return b
}

// A signOffBlock says who made and who checked the report, as book.yaml has it.
type signOffBlock struct{ common }

func (*signOffBlock) build(b *builder, _ *env) []doc.Block {
	l := b.locale
	var out []doc.Block
	for _, line := range b.run.book.Setup().SignOff {
		out = append(out, &doc.Paragraph{Role: doc.SignOff, Inlines: l.labelled(oneLine(line.Role), plain(oneLine(line.Name)))})
	}
	return out
}

// A calloutBlock is blocks in a box.
type calloutBlock struct {
	common
	title  *line
	tone   doc.Tone
	blocks []block
}

func (c *compiler) callout(n *node, s scope, base common) block {
	tones := map[string]doc.Tone{"good": doc.Good, "bad": doc.Bad}
	return &calloutBlock{base, c.line(n, "title", s), tones[n.text("tone")], c.blocks(n, "callout", s)}
}

func (x *calloutBlock) build(b *builder, e *env) []doc.Block {
	blocks := b.blocks(x.blocks, e)
	if len(blocks) == 0 {
		return nil
	}
	return []doc.Block{&doc.Callout{ID: x.id, Title: x.title.write(b, e), Tone: x.tone, Blocks: blocks}}
}

type pageBreak struct{ common }

func (*pageBreak) build(*builder, *env) []doc.Block { return []doc.Block{&doc.PageBreak{}} }

// card shows a figure large, with its change below where it is a value.
func (b *builder) card(s subject) doc.Card {
	v := s.value()
	c := doc.Card{
		Name:  b.heading(s.figure, false),
		Value: b.cite(s, b.speaker.figureText(s, v)),
		Tone:  b.speaker.tone(s.figure, v),
	}
	if s.figure.Aspect() != kpi.ValueAspect {
		return c
	}
	if change := phraseYoY(b.speaker, []argument{{subject: &s}}); !change.silent {
		c.Notes = change.inlines
		for _, a := range []kpi.Aspect{kpi.YoY, kpi.YoYChange} {
			if by, ok := s.aspect(a); ok && by.value().OK() {
				c.Tone = b.speaker.tone(by.figure, by.value())
				break
			}
		}
	}
	return c
}
