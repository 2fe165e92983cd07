package pdf

import (
	"slices"

	"example.com/channelreport/report/doc"
)

// fit finds the widths of a table's columns from their content: as wide as
// their longest line if that fits, otherwise between that and the least they
// can be read at. If even that does not fit, the type is made smaller, and only
// then figures and words are broken.
func (g *grid) fit() {
	n := len(g.table.Columns)
	if n == 0 {
		return
	}
	asks := make([]ask, n)
	for j := range asks {
		asks[j] = g.ask(j)
	}
	for _, size := range []length{g.cell.size, 800, 700} {
		g.resize(size)
		if g.spread(asks) {
			return
		}
	}
	// Make every column hold a character, and let the widest yield.
	if room := g.width/length(n) - 2*g.pad; room < g.cell.size {
		g.pad = min(g.pad, g.width/length(n)/8)
		g.resize(max(100, min(g.cell.size, g.width/length(n)-2*g.pad)))
	}
	if !g.spread(asks) {
		g.share(asks)
	}
}

// The least widths of columns, in 1/1000 em: what a column of text has if it
// says as much, since Han may break anywhere and single characters one below
// the other read badly; what a title or a word may claim before it is broken;
// and what a figure may, which should never be.
const (
	comfortable   = 4000
	longestTitle  = 8000
	longestWord   = 14000
	longestFigure = 16000
)

// ask is what a column asks for: its title, every cell, those of the bold total
// too.
func (g *grid) ask(j int) ask {
	head := g.head[j]
	a := ask{least: max(min(head.MinWidth(), longestWord), min(head.PhraseWidth(), longestTitle)), most: head.MaxWidth()}
	for i := range g.cells {
		var bulk length
		for _, t := range g.cells[i][j] {
			most := t.MaxWidth()
			least := min(t.MinWidth(), longestWord)
			if g.table.Columns[j].Align == doc.Right {
				least = max(least, min(most, longestFigure))
			}
			a.least, a.most = max(a.least, least), max(a.most, most)
			bulk += length(most)
		}
		a.bulk = max(a.bulk, bulk)
	}
	a.least = max(a.least, min(a.most, comfortable))
	a.bulk = max(a.bulk, length(a.most))
	return a
}

// resize sets the size of the table's type.
func (g *grid) resize(size length) {
	g.cell.lead = g.cell.lead * size / g.cell.size
	g.header.lead = g.header.lead * size / g.header.size
	g.cell.size, g.header.size = size, size
}

// An ask is what a column's text asks for, in 1/1000 em: the least width it can
// be read at, that of its longest paragraph, and that of all paragraphs of its
// fullest cell.
type ask struct {
	least, most int32
	bulk        length
}

// spread divides the table's width among columns between their least and their
// most, and reports whether it could.
func (g *grid) spread(asks []ask) bool {
	n := length(len(asks))
	room := g.width - n*2*g.pad
	var least, most length
	for _, a := range asks {
		least += g.need(a.least)
		most += g.need(a.most)
	}
	if least > room {
		return false
	}
	g.widths = make([]length, n)
	if most <= room { // what is left over goes to the columns alike
		extra := room - most
		for j := range g.widths {
			k := length(j)
			g.widths[j] = g.need(asks[j].most) + 2*g.pad + extra*(k+1)/n - extra*k/n
		}
		return true
	}
	rest := g.settle(asks, room, least)
	g.pour(asks, rest)
	return true
}

// pour divides rest among the columns without a width by how much they have to
// say, each its least, so that their fullest cells are about equally high.
func (g *grid) pour(asks []ask, rest length) {
	var bulk length
	var open []int
	for j, a := range asks {
		if g.widths[j] == 0 {
			open, bulk = append(open, j), bulk+a.bulk
		}
	}
	for again := true; again; {
		again = false
		for i, j := range open {
			if need := g.need(asks[j].least); need*bulk > rest*asks[j].bulk {
				g.widths[j] = need + 2*g.pad
				rest, bulk = rest-need, bulk-asks[j].bulk
				open, again = slices.Delete(open, i, i+1), true
				break
			}
		}
	}
	for _, j := range open {
		share := rest * asks[j].bulk / bulk
		g.widths[j] = share + 2*g.pad
		rest, bulk = rest-share, bulk-asks[j].bulk
	}
}

// settle gives columns that ask for no more than their fair share of room what
// they ask for, so that a short title is not broken for the sake of long text
// elsewhere. It returns the room that is left for the others, whose width
// stays 0.
func (g *grid) settle(asks []ask, room, least length) length {
	open := length(len(asks))
	for again := true; again; {
		again = false
		for j, a := range asks {
			want, need := g.need(a.most), g.need(a.least)
			if g.widths[j] != 0 || want*open > room || least-need+want > room {
				continue
			}
			g.widths[j], again = want+2*g.pad, true
			room, least, open = room-want, least-need, open-1
		}
	}
	return room
}

// share gives the columns that need least what they need, and the others the
// same share of what is left.
func (g *grid) share(asks []ask) {
	g.widths = make([]length, len(asks))
	rest, open := g.width, length(len(asks))
	for again := true; again; {
		again = false
		for j, a := range asks {
			if w := g.need(a.least) + 2*g.pad; g.widths[j] == 0 && w*open <= rest {
				g.widths[j], again = w, true
				rest, open = rest-w, open-1
			}
		}
	}
	for j := range g.widths {
		if g.widths[j] == 0 {
			g.widths[j] = rest / open
			rest, open = rest-g.widths[j], open-1
		}
	}
}

// need is how wide a text has to be given room, rounded up so that it fits.
func (g *grid) need(milli int32) length {
	return (g.cell.size*length(milli) + 999) / 1000
}
