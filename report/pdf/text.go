package pdf

import (
	"strings"

	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/internal/typeset"
)

// A text is a measured run of inlines, and where its links lead: the tag of a
// rune, less one, is an index into targets.
type text struct {
	typeset.Text
	targets []target
}

// A target is where a stretch of text leads.
type target struct{ id, uri string }

// A line is a line of text set in its place: content whose y counts from the
// top of the line.
type line struct {
	content
	width length // from the left of the space it was given
}

// plain measures a single string.
func (l *layouter) plain(s string, bold bool) text {
	return text{Text: l.setter.Set(typeset.Run{Text: l.valid(s), Bold: bold})}
}

// labelled puts a label before what it labels, with a distance as wide as the
// document's language has it: 表1　各区域销售情况, Table 1 Sales by region.
func (l *layouter) labelled(label string, caption []doc.Inline) []doc.Inline {
	if label != "" && len(caption) > 0 {
		label += doc.LabelGap(l.doc.Lang)
	}
	return append([]doc.Inline{doc.Text{Text: label}}, caption...)
}

// inlines measures running text.
func (l *layouter) inlines(inlines []doc.Inline, bold bool) text {
	var t text
	l.runs = l.runs[:0]
	l.flatten(&t, inlines, bold)
	t.Text = l.setter.Set(l.runs...)
	return t
}

func (l *layouter) flatten(t *text, inlines []doc.Inline, bold bool) {
	for _, in := range inlines {
		switch in := in.(type) {
		case doc.Text:
			l.run(in.Text, bold, 0)
		case doc.Strong:
			l.flatten(t, in.Inlines, true)
		case doc.Value:
			l.run(in.Text, bold, 0)
		case doc.Ref:
			l.run(in.Text, bold, t.tag(target{id: in.ID}))
		case doc.Link:
			l.run(in.Text, bold, t.tag(target{uri: l.valid(in.URL)}))
		}
	}
}

func (l *layouter) run(s string, bold bool, tag uint16) {
	l.runs = append(l.runs, typeset.Run{Text: l.valid(s), Bold: bold, Tag: tag})
}

// tag numbers a target. A paragraph with more links than numbers keeps its
// text and loses the last links.
func (t *text) tag(to target) uint16 {
	if len(t.targets) == 1<<16-1 {
		return 0
	}
	t.targets = append(t.targets, to)
	return uint16(len(t.targets))
}

// lines sets a text in a width, each line a content of its own; x is the left
// edge on the page.
func (l *layouter) lines(t text, st style, x, width length) []line {
	broken := t.Lines(typeset.Shape{Width: milliEm(st.size, width), Indent: st.indent, Tight: st.justify, Balanced: st.balance})
	lines := make([]line, len(broken))
	indent := st.indent
	for i, b := range broken {
		at := em(st.size, indent)
		lines[i] = l.line(t, b, st, x+at, width-at)
		indent = 0
	}
	return lines
}

// line places one line: the runes where typeset puts them, the line where the
// style's alignment does.
func (l *layouter) line(t text, b typeset.Line, st style, x, width length) line {
	var natural int32
	l.placed, natural = t.Place(l.placed[:0], b, milliEm(st.size, width), st.justify)
	out := line{width: em(st.size, natural)}
	switch st.align {
	case right:
		x += width - out.width
	case center:
		x += (width - out.width) / 2
	}
	base := (st.lead-st.size)/2 + em(st.size, ascent)
	l.emit(&out.content, t, run{x: x, y: base, size: st.size, color: st.color, role: st.role}, l.placed)
	for i := range out.links {
		out.links[i].y, out.links[i].height = (st.lead-st.size)/2, st.size
	}
	return out
}

// ascent is where the baseline stands below the top of the em, in 1/1000: that
// of Han characters.
const ascent = 880

// emit adds placed glyphs to c: runs like proto, one for each stretch of one
// colour, and an area for each link.
func (l *layouter) emit(c *content, t text, proto run, placed []typeset.Glyph) {
	for from := 0; from < len(placed); {
		r, to := proto, from
		r.color = t.color(placed[from].Tag, proto.color)
		for to < len(placed) && t.color(placed[to].Tag, proto.color) == r.color {
			to++
		}
		r.x += em(r.size, placed[from].X)
		r.glyphs = l.glyphs(placed[from:to], placed[from].X)
		c.runs = append(c.runs, r)
		from = to
	}
	for from := 0; from < len(placed) && len(t.targets) > 0; {
		to, end := from, placed[from].X
		for ; to < len(placed) && placed[to].Tag == placed[from].Tag; to++ {
			end = max(end, placed[to].X+placed[to].Advance)
		}
		if tag := int(placed[from].Tag); tag > 0 && tag <= len(t.targets) {
			c.links = append(c.links, link{
				x: proto.x + em(proto.size, placed[from].X), width: em(proto.size, end-placed[from].X),
				id: t.targets[tag-1].id, uri: t.targets[tag-1].uri,
			})
		}
		from = to
	}
}

// color is the colour of a tagged rune: links out of the document stand out.
func (t *text) color(tag uint16, plain color) color {
	if tag > 0 && int(tag) <= len(t.targets) && t.targets[tag-1].uri != "" {
		return accent
	}
	return plain
}

// glyphs turns placed glyphs into those of a plan: each in its face, counted
// from origin.
func (l *layouter) glyphs(placed []typeset.Glyph, origin int32) []glyph {
	if cap(l.pool)-len(l.pool) < len(placed) {
		l.pool = make([]glyph, 0, max(4096, len(placed)))
	}
	from := len(l.pool)
	for i, g := range placed {
		to := glyph{r: g.Rune, x: g.X - origin, advance: g.Advance, variant: g.Variant}
		if g.Variant != typeset.Hidden {
			var ok bool
			if to.face, ok = l.faces.find(g.Rune, g.Bold); !ok {
				l.missing(placed, i)
				to.face, to.variant, to.lost = l.faces.blanks[weight(g.Bold)], typeset.Full, true
			}
		}
		l.pool = append(l.pool, to)
	}
	return l.pool[from:len(l.pool):len(l.pool)]
}

// pageText puts the numbers into a page word: 第 %d 页 / 共 %d 页.
func pageText(format string, page, pages string) string {
	if format == "" {
		format = "%d / %d"
	}
	return strings.Replace(strings.Replace(format, "%d", page, 1), "%d", pages, 1)
}
