package pdf

import "slices"

// A piece is a part of the document that no page cut goes through if a page can
// hold it: a line of a paragraph, a row of a table, a chart. Pieces stand one
// below the other.
type piece struct {
	content
	space   length // above the piece; nothing at the top of a page
	height  length
	keep    bool   // on the same page as the piece before, if a page can hold both
	cut     length // how much of the page before to leave white rather than cut here
	newPage bool   // on a new page
	body    bool   // the body starts here: on a new page if all before is on one
	table   *table
	box     *box
	ids     []string  // blocks that start here
	mark    *bookmark // heading that stands here
	chapter string    // title of a chapter that starts here
}

// A table is what the rows of one table have in common: what is repeated on a
// new page, and the rule under the last row on each.
type table struct {
	again []piece
	foot  rule
}

// A box is a ground behind a stretch of pieces, with a bar at its left side.
type box struct {
	x, width length
	ground   color
	bar      color
	outer    *box
}

// The bar of a box is so thick, and its ground reaches so far beyond the text
// where a page's edge cuts it.
const (
	barWidth    = 3 * pt
	boxOverhang = 5 * pt
)

// A flow collects the pieces of a document.
type flow struct {
	pieces []piece
	box    *box     // that the next piece stands in
	glued  bool     // the next piece is kept with the last
	forced bool     // the next piece starts a page
	body   bool     // the body starts with the next piece
	ids    []string // of the next piece
	space  length   // at least, above the next piece

	chapter string // while pages are filled: the last one that has started
}

// add appends a piece.
func (f *flow) add(p piece) {
	p.box = f.box
	p.keep = p.keep || f.glued
	p.newPage, p.body = p.newPage || f.forced, f.body
	p.space = max(p.space, f.space)
	p.ids = f.ids
	f.glued, f.forced, f.body, f.ids, f.space = false, false, false, nil, 0
	f.pieces = append(f.pieces, p)
}

// anchor names the next piece.
func (f *flow) anchor(id string) {
	if id != "" {
		f.ids = append(f.ids, id)
	}
}

// pages cuts the pieces into pages: as many as fit, back to the place where a
// cut costs least. What no page can hold is cut where the page ends, between
// the lines of a piece too; only what is on a page too low for a line sticks
// out. So every page holds at least one piece and the end is reached.
func (f *flow) pages(t *theme, p *plan) {
	for from := 0; from < len(f.pieces); {
		to := f.fit(from, t.room())
		p.pages = append(p.pages, f.page(from, to, t, p))
		from = to
	}
	if len(p.pages) == 0 {
		p.pages = make([]page, 1)
	}
}

// fit returns the end of the page that starts with piece from: where a cut is
// allowed and costs least, in white left on the page and in what it cuts.
func (f *flow) fit(from int, room length) int {
	y, best, price := f.repeated(from, room), from, length(0)
	for i := from; i < len(f.pieces); i++ {
		p := &f.pieces[i]
		if i > from {
			if p.newPage || p.body && from == 0 {
				return i
			}
			if cost := room - y + p.cut; !p.keep && (best == from || cost <= price) {
				best, price = i, cost
			}
			y += p.space
		}
		if full := room - p.table.repeated(room); p.height > full && f.part(i, room-y) {
			return i + 1
		}
		y += p.height
		if y > room && i > from {
			if best > from {
				return best
			}
			return i
		}
	}
	return len(f.pieces)
}

// part cuts piece i between its lines, so that its first part is no higher than
// room, if that holds a line at least.
func (f *flow) part(i int, room length) bool {
	p := &f.pieces[i]
	low, high := length(0), p.height // where the first part ends and the second starts
	for j := range p.runs {
		if top, bottom := p.runs[j].extent(); bottom <= room {
			low = max(low, bottom)
		} else {
			high = min(high, top)
		}
	}
	if low == 0 {
		return false
	}
	whole := p.content
	tail := piece{height: p.height - high, cut: p.cut, table: p.table, box: p.box}
	p.content, p.height = content{shapes: whole.shapes}, low
	for _, r := range whole.runs {
		if _, bottom := r.extent(); bottom <= room {
			p.runs = append(p.runs, r)
			continue
		}
		r.y -= high
		tail.runs = append(tail.runs, r)
	}
	for _, l := range whole.links {
		if l.y+l.height <= low {
			p.links = append(p.links, l)
			continue
		}
		l.y -= high
		tail.links = append(tail.links, l)
	}
	for _, r := range whole.rules {
		if r.y <= high {
			r.y = min(r.y, low)
			p.rules = append(p.rules, r)
			continue
		}
		r.y -= high
		tail.rules = append(tail.rules, r)
	}
	for _, fl := range whole.fills {
		end := fl.y + fl.height
		above, below := fl, fl
		if above.height = min(end, low) - fl.y; above.height > 0 {
			p.fills = append(p.fills, above)
		}
		below.y = max(0, fl.y-high)
		if below.height = end - high - below.y; below.height > 0 {
			tail.fills = append(tail.fills, below)
		}
	}
	if len(tail.runs) > 0 {
		f.pieces = slices.Insert(f.pieces, i+1, tail)
	}
	return true
}

// repeated is how much of the page that starts with piece from is taken by
// what its table repeats.
func (f *flow) repeated(from int, room length) length {
	t := f.pieces[from].table
	if from == 0 || f.pieces[from-1].table != t {
		return 0
	}
	return t.repeated(room)
}

// repeated is the height of what a table repeats. What would take more than
// half a page is not repeated.
func (t *table) repeated(room length) length {
	if t == nil {
		return 0
	}
	var height length
	for i := range t.again {
		height += t.again[i].height
	}
	if height > room/2 {
		return 0
	}
	return height
}

// page places pieces on a page.
func (f *flow) page(from, to int, t *theme, p *plan) page {
	pg := page{chapter: f.chapter}
	n := len(p.pages)
	y := t.top
	if f.repeated(from, t.room()) > 0 {
		for _, again := range f.pieces[from].table.again {
			pg.shift(&again.content, y)
			y += again.height
		}
	}
	tops := f.tops(from, to, y, t)
	f.ground(&pg, from, tops)
	for i := from; i < to; i++ {
		pc, y := &f.pieces[i], tops[i-from]
		for _, id := range pc.ids {
			if _, taken := p.places[id]; !taken {
				p.places[id] = place{n, y}
			}
		}
		if pc.mark != nil {
			p.bookmarks = append(p.bookmarks, bookmark{pc.mark.title, pc.mark.level, place{n, y}})
		}
		if pc.chapter != "" {
			f.chapter = pc.chapter
			if pg.chapter == "" || i == from {
				pg.chapter = pc.chapter
			}
		}
		pg.shift(&pc.content, y)
		if pc.table != nil && (i+1 == to || f.pieces[i+1].table != pc.table) {
			foot := pc.table.foot
			foot.y += y + pc.height
			pg.rules = append(pg.rules, foot)
		}
	}
	return pg
}

// tops is where each piece of a page stands, the first at y. A page that ends
// because the next piece did not fit spreads a little white over the distances
// around its blocks, so that pages end at about the same height.
func (f *flow) tops(from, to int, y length, t *theme) []length {
	tops := make([]length, to-from)
	used, wide := length(0), length(0)
	for i := from; i < to; i++ {
		pc := &f.pieces[i]
		if used += pc.height; i > from {
			used += pc.space
			if pc.space >= t.blockSpace {
				wide += pc.space
			}
		}
	}
	white := t.top + t.room() - y - used
	if to == len(f.pieces) || f.pieces[to].newPage || f.pieces[to].body || white > t.room()/6 {
		white = 0
	}
	white = min(max(0, white), wide*3/5)
	for i, seen := from, length(0); i < to; i++ {
		pc := &f.pieces[i]
		if i > from {
			y += pc.space
			if pc.space >= t.blockSpace {
				y += white*(seen+pc.space)/wide - white*seen/wide
				seen += pc.space
			}
		}
		tops[i-from] = y
		y += pc.height
	}
	return tops
}

// ground fills the grounds of the boxes that pieces stand in, outer boxes
// first. A box reaches over the spaces between its pieces.
func (f *flow) ground(pg *page, from int, tops []length) {
	type extent struct {
		box         *box
		first, last length
	}
	var extents []extent
	to := from + len(tops)
	for i := from; i < to; i++ {
		pc, y := &f.pieces[i], tops[i-from]
		for _, b := range chain(pc.box) {
			known := false
			for j := range extents {
				if extents[j].box == b {
					extents[j].last, known = y+pc.height, true
				}
			}
			if !known {
				top := y
				if i > 0 && within(f.pieces[i-1].box, b) { // cut by the page's edge
					top -= boxOverhang
				}
				extents = append(extents, extent{b, top, y + pc.height})
			}
		}
	}
	for _, e := range extents {
		if to < len(f.pieces) && within(f.pieces[to-1].box, e.box) && within(f.pieces[to].box, e.box) {
			e.last += boxOverhang
		}
		pg.fills = append(pg.fills,
			fill{e.box.x, e.first, e.box.width, e.last - e.first, e.box.ground},
			fill{e.box.x, e.first, barWidth, e.last - e.first, e.box.bar})
	}
}

// within reports whether a piece in box b stands in outer too.
func within(b, outer *box) bool {
	for ; b != nil; b = b.outer {
		if b == outer {
			return true
		}
	}
	return false
}

// chain returns a box and those around it, the outermost first.
func chain(b *box) []*box {
	if b == nil {
		return nil
	}
	return append(chain(b.outer), b)
}
