package pdf

import (
	"slices"

	"example.com/channelreport/report/doc"
)

// fit finds the largest type in which every column holds what is never broken
// and is comfortable to read. In the smallest, titles may be broken into short
// lines. Where even that is too wide, the table is parted: into as few parts as
// do it, alike in the number of their columns. fit reports whether it could.
func (g *grid) fit() bool {
	g.asks = make([]ask, len(g.table.Columns))
	for j := range g.asks {
		g.asks[j] = g.ask(j)
	}
	size := g.cell.size // the theme's
	for parts := 1; parts == 1 || parts < len(g.asks); parts++ {
		g.divide(parts)
		for _, smaller := range []length{size, 800, 700} {
			if g.resize(smaller); g.fits() {
				return true
			}
		}
		if parts > 1 {
			continue
		}
		asks := slices.Clone(g.asks)
		for j := range g.asks {
			g.asks[j].least = g.asks[j].tight
		}
		if g.fits() {
			return true
		}
		g.asks = asks
	}
	return false
}

// divide parts the columns, the first of which names the rows of every part.
func (g *grid) divide(parts int) {
	n := len(g.asks)
	g.parts = make([][]int, parts)
	for k := range g.parts {
		if n > 0 {
			g.parts[k] = append(g.parts[k], 0)
		}
		for j := 1 + (n-1)*k/parts; j < 1+(n-1)*(k+1)/parts; j++ {
			g.parts[k] = append(g.parts[k], j)
		}
	}
}

// fits reports whether every part has room for the least of its columns.
func (g *grid) fits() bool {
	for _, columns := range g.parts {
		var least length
		for _, j := range columns {
			least += g.need(g.asks[j].least) + 2*g.pad
		}
		if least > g.width {
			return false
		}
	}
	return true
}

// The least widths of columns, in 1/1000 em: what a column of text has if it
// says as much, since Han may break anywhere and single characters one below
// the other read badly, and what it has where the table would else be parted;
// what a title or a word may claim before it is broken; and what a figure may,
// which is never broken if a page can hold it.
const (
	comfortable   = 4000
	narrow        = 2000
	longestTitle  = 8000
	longestWord   = 14000
	longestFigure = 40000
)

// ask is what a column asks for: its title, every cell, those of the bold total
// too.
func (g *grid) ask(j int) ask {
	head := g.head[j]
	a := ask{tight: min(head.MinWidth(), longestWord), most: head.MaxWidth()}
	for i := range g.cells {
		var bulk length
		for _, t := range g.cells[i][j] {
			most := t.MaxWidth()
			least := min(t.MinWidth(), longestWord)
			if g.table.Columns[j].Align == doc.Right {
				least = max(least, min(most, longestFigure))
			}
			a.tight, a.most = max(a.tight, least), max(a.most, most)
			bulk += length(most)
		}
		a.bulk = max(a.bulk, bulk)
	}
	a.tight = max(a.tight, min(a.most, narrow))
	a.least = max(a.tight, min(head.PhraseWidth(), longestTitle), min(a.most, comfortable))
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
// be read at, the least that breaks no figure and no word, that of its longest
// paragraph, and that of all paragraphs of its fullest cell.
type ask struct {
	least, tight, most int32
	bulk               length
}

// spread divides the table's width among the columns of a part, between their
// least and their most.
func (g *grid) spread(columns []int) {
	asks := make([]ask, len(columns))
	for k, j := range columns {
		asks[k] = g.asks[j]
	}
	n := length(len(asks))
	room := g.width - n*2*g.pad
	var least, most length
	for _, a := range asks {
		least += g.need(a.least)
		most += g.need(a.most)
	}
	g.widths = make([]length, n)
	if most <= room { // what is left over goes to the columns alike
		extra := room - most
		for j := range g.widths {
			k := length(j)
			g.widths[j] = g.need(asks[j].most) + 2*g.pad + extra*(k+1)/n - extra*k/n
		}
		return
	}
	g.pour(asks, g.settle(asks, room, least))
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

// need is how wide a text has to be given room, rounded up so that it fits.
func (g *grid) need(milli int32) length {
	return (g.cell.size*length(milli) + 999) / 1000
}
