package pdf

import (
	"bufio"
	"fmt"
	"io"

	"example.com/channelreport/report/chart"
	"example.com/channelreport/report/internal/typeset"
)

// A plan is a laid-out document: pages with everything in its place, before
// anything is drawn. Lengths are in 1/100 pt from the page's upper left
// corner. Dump writes it as text, which is what tests compare.
type plan struct {
	width, height length
	title         string
	author        string
	lang          string
	date          string
	producer      string
	pages         []page
	bookmarks     []bookmark
	places        map[string]place // where the blocks with an id start
}

// A page is what stands on one page, in drawing order within each kind; fills
// lie below rules, rules below shapes, shapes below text.
type page struct {
	content
	chapter string // the running title
}

// content is drawn matter. In a piece its y counts from the piece's top, on a
// page from the page's.
type content struct {
	fills  []fill
	rules  []rule
	shapes []shape
	runs   []run
	links  []link
}

// A fill is a coloured rectangle.
type fill struct {
	x, y, width, height length
	color               color
}

// A rule is a horizontal line of some weight; y is its middle.
type rule struct {
	x, y, width, weight length
	color               color
}

// A shape is a path of a chart; x and y are where the scene's corner is, and
// unit is how long one of its units is, in thousandths of a length.
type shape struct {
	x, y, unit length
	path       *chart.Path
}

// A run is text in one size and colour on one line; (x, y) starts its
// baseline. Turned counts quarter turns anticlockwise around that point.
type run struct {
	x, y   length
	size   length
	color  color
	role   role
	turned uint8
	glyphs []glyph
}

// A glyph is one rune of a run: where it starts and how wide it is in 1/1000
// em, which face draws it, and how. A lost glyph is drawn as 〓.
type glyph struct {
	r          rune
	x, advance int32
	face       uint16
	variant    typeset.Variant
	lost       bool
}

// A link leads from an area to a block of the document or to a URI.
type link struct {
	x, y, width, height length
	id, uri             string
}

// A place is a point in the document.
type place struct {
	page int
	y    length
}

// A bookmark is an entry of the outline; chapters have level 0.
type bookmark struct {
	title string
	level int
	at    place
}

// shift adds c to the content, moved down by dy.
func (p *content) shift(c *content, dy length) {
	for _, f := range c.fills {
		f.y += dy
		p.fills = append(p.fills, f)
	}
	for _, r := range c.rules {
		r.y += dy
		p.rules = append(p.rules, r)
	}
	for _, s := range c.shapes {
		s.y += dy
		p.shapes = append(p.shapes, s)
	}
	for _, r := range c.runs {
		r.y += dy
		p.runs = append(p.runs, r)
	}
	for _, l := range c.links {
		l.y += dy
		p.links = append(p.links, l)
	}
}

// end is where the run's last glyph ends, in 1/1000 em from its start.
func (r *run) end() int32 {
	for i := len(r.glyphs) - 1; i >= 0; i-- {
		if g := &r.glyphs[i]; g.variant != typeset.Hidden {
			return g.x + g.advance
		}
	}
	return 0
}

// extent is from where to where a run reaches on its page, with a little air.
func (r *run) extent() (top, bottom length) { return r.y - r.size*5/4, r.y + r.size/2 }

// text is what the run says, hidden runes included.
func (r *run) text() string {
	runes := make([]rune, len(r.glyphs))
	for i := range r.glyphs {
		runes[i] = r.glyphs[i].r
	}
	return string(runes)
}

// Dump writes the plan, one thing a line.
func (p *plan) Dump(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "plan %dx%d lang=%q title=%q author=%q date=%q\n", p.width, p.height, p.lang, p.title, p.author, p.date)
	for _, m := range p.bookmarks {
		fmt.Fprintf(b, "bookmark %d page=%d y=%d %q\n", m.level, m.at.page+1, m.at.y, m.title)
	}
	for i := range p.pages {
		pg := &p.pages[i]
		fmt.Fprintf(b, "page %d\n", i+1)
		for _, f := range pg.fills {
			fmt.Fprintf(b, "  fill %d,%d %dx%d #%06x\n", f.x, f.y, f.width, f.height, uint32(f.color))
		}
		for _, r := range pg.rules {
			fmt.Fprintf(b, "  rule %d,%d %dx%d #%06x\n", r.x, r.y, r.width, r.weight, uint32(r.color))
		}
		if n := len(pg.shapes); n > 0 {
			fmt.Fprintf(b, "  shapes %d from %d,%d\n", n, pg.shapes[0].x, pg.shapes[0].y)
		}
		for _, l := range pg.links {
			fmt.Fprintf(b, "  link %d,%d %dx%d id=%q uri=%q\n", l.x, l.y, l.width, l.height, l.id, l.uri)
		}
		for j := range pg.runs {
			pg.runs[j].dump(b)
		}
	}
	return b.Flush()
}

func (r *run) dump(b *bufio.Writer) {
	fmt.Fprintf(b, "  %s %d,%d size=%d width=%d #%06x", r.role, r.x, r.y, r.size, em(r.size, r.end()), uint32(r.color))
	if r.turned != 0 {
		fmt.Fprintf(b, " turned=%d", r.turned)
	}
	faces := ""
	last := -1
	for _, g := range r.glyphs {
		if g.variant != typeset.Hidden && int(g.face) != last {
			last = int(g.face)
			faces += fmt.Sprintf(" F%d", last+1)
		}
	}
	fmt.Fprintf(b, "%s %q\n", faces, r.text())
}
