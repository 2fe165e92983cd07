package pdf

import (
	"strconv"
	"strings"

	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/internal/typeset"
)

// titleBlock sets what the first page begins with: a bar, the title, and whose
// report it is, of which period and date.
func (l *layouter) titleBlock() {
	d, x, width := l.doc, l.theme.margin, l.theme.column()
	bar := piece{height: 16 * pt}
	bar.fills = []fill{{x: x, width: 54 * pt, height: 4 * pt, color: accent}}
	l.flow.add(bar)
	l.flow.glued = true
	l.path.push("title", -1)
	l.title(l.plain(d.Title, true), x, width)
	l.path.pop()

	l.flow.glued = true
	l.meta(x, width)
	l.flow.add(piece{space: 9 * pt, height: pt, keep: true, content: content{
		rules: []rule{{x: x, width: width, weight: 50, color: hair}},
	}})
	l.flow.space = 8 * pt
}

// meta sets organization, period and date side by side, or one below the other
// where they are too long.
func (l *layouter) meta(x, width length) {
	d, st := l.doc, l.theme.meta
	const gap = 20 * pt
	var texts []text
	var paths []string
	var total length
	for _, part := range [...]struct{ path, text string }{
		{"organization", d.Organization}, {"period", d.Period}, {"dateText", dateText(d)},
	} {
		if part.text == "" {
			continue
		}
		l.path.push(part.path, -1)
		t := l.plain(part.text, false)
		l.path.pop()
		texts, paths = append(texts, t), append(paths, part.path)
		total += em(st.size, t.MaxWidth()) + gap
	}
	row := piece{space: 6 * pt, height: st.lead, keep: true}
	at := x
	for i, t := range texts {
		l.path.push(paths[i], -1)
		if total-gap > width {
			l.text(t, st, x, width, row.space)
			row.space = 0
		} else {
			lines := l.lines(t, st, at, x+width-at+pt)
			for j := range lines {
				row.shift(&lines[j].content, 0)
				if i > 0 {
					row.fills = append(row.fills, fill{x: at - gap/2, y: 4 * pt, width: pt / 2, height: 8 * pt, color: hair})
				}
				at += lines[j].width + gap
			}
		}
		l.path.pop()
	}
	if len(row.runs) > 0 {
		l.flow.add(row)
	}
}

// title sets the report's title: on one line if a somewhat smaller size does
// it.
func (l *layouter) title(t text, x, width length) {
	st := l.theme.title
	natural := t.MaxWidth()
	for em(st.size, natural) > width && st.size > l.theme.title.size*4/5 {
		st.size -= pt / 2
	}
	if em(st.size, natural) > width {
		st.size = l.theme.title.size
	}
	l.text(t, st, x, width, 0)
}

// dateText is the report's date in its word.
func dateText(d *doc.Document) string {
	if d.DateText == "" {
		return ""
	}
	if strings.Contains(d.Words.Date, "%s") {
		return strings.Replace(d.Words.Date, "%s", d.DateText, 1)
	}
	return d.DateText
}

// runningLines sets header and footer of every page: the title and the chapter
// above from the second page on, organization and page number below, and the
// word for a draft on each.
func (l *layouter) runningLines(p *plan) {
	x, width, st := l.theme.margin, l.theme.column(), l.theme.running
	base := em(st.size, ascent) + (st.lead-st.size)/2
	header, footer := l.theme.headerBase-base, l.theme.height-l.theme.footerBase-base
	pages := strconv.Itoa(len(p.pages))
	title := l.runningTitle(width / 2)
	for i := range p.pages {
		pg := &p.pages[i]
		at := x
		if l.doc.Status == doc.Draft && l.doc.Words.Draft != "" {
			at += l.draftMark(pg, x, header)
		}
		if i > 0 {
			l.running(pg, "title", title, left, at, x+width*3/5-at, header)
			l.running(pg, "chapter", pg.chapter, right, x+width*3/5, width*2/5, header)
			pg.rules = append(pg.rules, rule{x: x, y: header + st.lead + 5*pt, width: width, weight: 40, color: hair})
		}
		number := pageText(l.doc.Words.Page, strconv.Itoa(i+1), pages)
		l.running(pg, "organization", l.doc.Organization, left, x, width*3/4, footer)
		l.running(pg, "words.page", number, right, x+width*3/4, width/4, footer)
	}
}

// runningTitle is the title without the organization, which stands below; the
// period alone where that is too long.
func (l *layouter) runningTitle(width length) string {
	title := strings.TrimSpace(strings.TrimPrefix(l.doc.Title, l.doc.Organization))
	if title == "" {
		title = l.doc.Title
	}
	if l.doc.Period != "" && em(l.theme.running.size, l.plain(title, false).MaxWidth()) > width {
		return l.doc.Period
	}
	return title
}

// draftMark sets the word for a draft in a frame of colour, and returns how
// much room it takes.
func (l *layouter) draftMark(pg *page, x, y length) length {
	st := l.theme.draft
	l.path.push("words.draft", -1)
	defer l.path.pop()
	t := l.plain(l.doc.Words.Draft, st.bold)
	wide := min(em(st.size, t.MaxWidth()), l.theme.column()/4)
	const pad = 5 * pt
	lines := l.lines(t, st, x+pad, wide+pt)
	if len(lines) == 0 {
		return 0
	}
	pg.fills = append(pg.fills, fill{x: x, y: y - pt, width: wide + 2*pad, height: st.lead, color: 0xFBEAE8})
	pg.shift(&lines[0].content, y-pt)
	return wide + 2*pad + 6*pt
}

// running sets one text of a running line, shortened with … if it is too long:
// it says again what stands in the document whole.
func (l *layouter) running(pg *page, name, s string, a align, x, width, y length) {
	st := l.theme.running
	st.align = a
	l.path.push(name, -1)
	defer l.path.pop()
	t := l.plain(s, false)
	broken := t.Lines(typeset.Shape{Width: milliEm(st.size, width)})
	if len(broken) > 1 {
		short := t.Lines(typeset.Shape{Width: milliEm(st.size, width-st.size)})
		s = strings.TrimSpace(string([]rune(s)[:short[0].To])) + "…"
		t = l.plain(s, false)
	}
	for _, ln := range l.lines(t, st, x, width)[:min(1, len(broken))] {
		pg.shift(&ln.content, y)
	}
}
