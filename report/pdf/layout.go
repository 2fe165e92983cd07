package pdf

import (
	"context"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/internal/typeset"
)

// A layouter makes a plan of a document. It works for one render.
type layouter struct {
	theme  theme
	doc    *doc.Document
	faces  *faces
	setter typeset.Setter
	flow   flow

	path     path
	closing  bool // behind the last section, where a sign-off stands at the right
	again    bool // what is set now, the document says once and the page again
	problems source.List
	lost     []lost

	runs   []typeset.Run   // buffers
	placed []typeset.Glyph //
	pool   []glyph
}

// layout lays the whole document out. Problems that the document's text has
// are left in the layouter.
func (l *layouter) layout(ctx context.Context) (*plan, error) {
	d := l.doc
	p := &plan{
		width: l.theme.width, height: l.theme.height,
		title: d.Title, author: d.Organization, lang: d.Lang, date: d.Date, producer: d.Provenance.Library,
		places: make(map[string]place),
	}
	l.titleBlock()
	x, width := l.theme.margin, l.theme.column()
	for _, part := range []struct {
		name   string
		blocks []doc.Block
	}{{"summary", d.Summary}, {"sections", d.Sections}, {"closing", d.Closing}, {"appendix", d.Appendix}} {
		l.closing = part.name == "closing"
		l.flow.body = part.name == "sections" && len(d.Summary) > 0
		if err := l.blocks(ctx, part.name, part.blocks, x, width); err != nil {
			return nil, err
		}
	}
	l.flow.pages(&l.theme, p)
	l.again = true
	l.runningLines(p)
	return p, nil
}

// blocks lays out blocks one below the other in a column.
func (l *layouter) blocks(ctx context.Context, name string, blocks []doc.Block, x, width length) error {
	for i, b := range blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		l.path.push(name, i)
		if err := l.block(ctx, b, x, width); err != nil {
			return err
		}
		l.path.pop()
	}
	return nil
}

func (l *layouter) block(ctx context.Context, b doc.Block, x, width length) error {
	l.flow.anchor(doc.ID(b))
	switch b := b.(type) {
	case *doc.Section:
		l.heading(b, x, width)
		return l.blocks(ctx, "blocks", b.Blocks, x, width)
	case *doc.Paragraph:
		l.paragraph(b, x, width)
	case *doc.Figures:
		l.figures(b, x, width)
	case *doc.Table:
		l.table(b, x, width)
	case *doc.Chart:
		l.chart(b, x, width)
	case *doc.List:
		return l.list(ctx, b, x, width)
	case *doc.Callout:
		return l.callout(ctx, b, x, width)
	case *doc.PageBreak:
		l.flow.forced = true
	}
	return nil
}

// heading sets a section's number and title; what follows stays with it.
func (l *layouter) heading(s *doc.Section, x, width length) {
	level := min(max(s.Level, 1), len(l.theme.headings)) - 1
	st := l.theme.headings[level]
	number := s.Number + doc.NumberGap(s.Number)
	t := l.inlines(append([]doc.Inline{doc.Text{Text: number}}, s.Title...), true)
	mark := &bookmark{title: number + doc.PlainText(s.Title), level: max(s.Level, 1) - 1}
	for i, ln := range l.lines(t, st, x, width) {
		pc := piece{content: ln.content, height: st.lead, keep: i > 0}
		if i == 0 {
			pc.space, pc.mark = l.theme.headingSpace[level], mark
			if level == 0 {
				pc.chapter = mark.title
			}
		}
		l.flow.add(pc)
	}
	l.flow.glued = true
	l.flow.space = st.lead / 4
	if level == 0 {
		l.flow.space = st.lead / 3
	}
}

// paragraph sets running text in its role.
func (l *layouter) paragraph(p *doc.Paragraph, x, width length) {
	st, space := l.theme.body, l.theme.paragraphSpace
	switch p.Role {
	case doc.Verdict:
		l.verdict(p, x, width)
		return
	case doc.Lead:
		st = l.theme.lead
	case doc.Note:
		st = l.theme.note
	case doc.SignOff:
		st, space = l.theme.signOff, 0
		if l.closing {
			st.align = right
		}
	}
	l.text(l.inlines(p.Inlines, st.bold), st, x, width, space)
	if p.Role == doc.Lead {
		l.flow.glued = true
	}
}

// text adds the lines of a paragraph. Two lines at least stay together at its
// beginning and at its end.
func (l *layouter) text(t text, st style, x, width, space length) {
	lines := l.lines(t, st, x, width)
	for i, ln := range lines {
		pc := piece{content: ln.content, height: st.lead, keep: i == 1 || i > 0 && i == len(lines)-1}
		if i == 0 {
			pc.space = space
		}
		l.flow.add(pc)
	}
}

// verdict is the report's one sentence, set off from the rest.
func (l *layouter) verdict(p *doc.Paragraph, x, width length) {
	b := &box{x: x, width: width, ground: tint, bar: accent, outer: l.flow.box}
	l.boxed(b, l.theme.blockSpace, func(x, width length) {
		l.text(l.inlines(p.Inlines, true), l.theme.verdict, x, width, 0)
	})
}

// boxed puts what add lays out into a box.
func (l *layouter) boxed(b *box, space length, add func(x, width length)) {
	const padX, padY = 14 * pt, 9 * pt
	l.flow.box = b
	l.flow.add(piece{space: space, height: padY})
	l.flow.glued = true
	add(b.x+padX, b.width-2*padX)
	l.flow.space = 0
	l.flow.add(piece{height: padY, keep: true})
	l.flow.box = b.outer
	l.flow.space = space
}

func (l *layouter) callout(ctx context.Context, c *doc.Callout, x, width length) (err error) {
	b := &box{x: x, width: width, ground: tint, bar: toneColor(c.Tone, accent), outer: l.flow.box}
	if b.outer != nil {
		b.ground = white
	}
	l.boxed(b, l.theme.blockSpace, func(x, width length) {
		if len(c.Title) > 0 {
			st := l.theme.calloutTitle
			st.color = b.bar
			l.text(l.inlines(c.Title, true), st, x, width, 0)
			l.flow.glued = true
		}
		err = l.blocks(ctx, "blocks", c.Blocks, x, width)
	})
	return err
}

// list sets items with their marks in the margin of their text.
func (l *layouter) list(ctx context.Context, list *doc.List, x, width length) error {
	st := l.theme.body
	st.indent = 0
	mark := st
	mark.role = roleMark
	marks := make([]text, len(list.Items))
	var hang length
	for i, item := range list.Items {
		s := item.Mark
		if s == "" && !list.Ordered {
			s = l.doc.Words.ListMark
		}
		marks[i] = l.plain(s, false)
		hang = max(hang, em(st.size, marks[i].MaxWidth()))
	}
	hang += st.size / 2
	lead := st.size
	if lead+hang > width/2 {
		lead, hang = 0, min(hang, width/2)
	}
	for i, item := range list.Items {
		l.path.push("items", i)
		left, room := x+lead+hang, width-lead-hang
		from := len(l.flow.pieces)
		l.text(l.inlines(item.Inlines, false), st, left, room, l.theme.paragraphSpace)
		if from == len(l.flow.pieces) {
			l.flow.add(piece{space: l.theme.paragraphSpace, height: st.lead})
		}
		l.hang(&l.flow.pieces[from], marks[i], mark, x+lead, hang)
		if err := l.blocks(ctx, "blocks", item.Blocks, left, room); err != nil {
			return err
		}
		l.path.pop()
	}
	return nil
}

// hang puts an item's mark before its first line; the lines of a mark too wide
// for its place stand one below the other.
func (l *layouter) hang(pc *piece, t text, st style, x, width length) {
	var marks content
	for i, ln := range l.lines(t, st, x, width) {
		marks.shift(&ln.content, length(i)*st.lead)
		pc.height = max(pc.height, length(i+1)*st.lead)
	}
	marks.shift(&pc.content, 0)
	pc.content = marks
}

// toneColor is the colour of good and bad news.
func toneColor(t doc.Tone, neutral color) color {
	switch t {
	case doc.Good:
		return good
	case doc.Bad:
		return bad
	}
	return neutral
}
