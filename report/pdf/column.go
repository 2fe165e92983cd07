package pdf

// fit finds the widths of a table's columns from their content: as wide as
// their longest line if that fits, otherwise between that and their longest
// word. If even the words do not fit, the type is made smaller, and only then
// words are broken.
func (g *grid) fit() {
	n := len(g.table.Columns)
	if n == 0 {
		return
	}
	asks := make([]ask, n)
	for j := range asks {
		a := &asks[j]
		a.least, a.most = g.head[j].MinWidth(), g.head[j].MaxWidth()
		for i := range g.cells {
			var bulk length
			for _, t := range g.cells[i][j] {
				a.least, a.most = max(a.least, t.MinWidth()), max(a.most, t.MaxWidth())
				bulk += length(t.MaxWidth())
			}
			a.bulk = max(a.bulk, bulk)
		}
		// Han may break anywhere; a column of single characters reads badly.
		a.least = max(a.least, min(a.most, comfortable))
		a.bulk = max(a.bulk, length(a.most))
	}
	for _, size := range []length{g.cell.size, 800, 700} {
		g.resize(size)
		if g.spread(asks) {
			return
		}
	}
	// Not even the words fit: make every column hold a character, and share by
	// need.
	if room := g.width/length(n) - 2*g.pad; room < g.cell.size {
		g.pad = min(g.pad, g.width/length(n)/8)
		g.resize(max(100, min(g.cell.size, g.width/length(n)-2*g.pad)))
	}
	g.share(asks)
}

// comfortable is how wide a column of text is at least, if it has as much.
const comfortable = 4000

// resize sets the size of the table's type.
func (g *grid) resize(size length) {
	g.cell.lead = g.cell.lead * size / g.cell.size
	g.header.lead = g.header.lead * size / g.header.size
	g.cell.size, g.header.size = size, size
}

// An ask is what a column's text asks for, in 1/1000 em: the width of its
// longest word, of its longest paragraph, and of all paragraphs of its fullest
// cell.
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
	var bulk, seen, given length // the others share by how much they have to say
	for j, a := range asks {
		if g.widths[j] == 0 {
			bulk += a.bulk
			rest -= g.need(a.least)
		}
	}
	for j, a := range asks {
		if g.widths[j] == 0 {
			seen += a.bulk
			g.widths[j] = g.need(a.least) + 2*g.pad + rest*seen/bulk - given
			given = rest * seen / bulk
		}
	}
	return true
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

// share gives every column the width of a character and divides the rest by
// how much its words need.
func (g *grid) share(asks []ask) {
	n := length(len(asks))
	each := min(g.cell.size+2*g.pad, g.width/n)
	rest := g.width - n*each
	var sum, seen, given length
	for _, a := range asks {
		sum += length(a.least)
	}
	g.widths = make([]length, n)
	for j, a := range asks {
		seen += length(a.least)
		upTo := rest * seen / max(1, sum)
		g.widths[j] = each + upTo - given
		given = upTo
	}
}

// need is how wide a text has to be given room, rounded up so that it fits.
func (g *grid) need(milli int32) length {
	return (g.cell.size*length(milli) + 999) / 1000
}
