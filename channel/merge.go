package channel

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// Merge returns the book of all that two books hold, as if the files of both
// had lain in one folder: sums, distinct orders, active partners and first
// sales are exactly those of the union, and the order of merging does not
// matter. The books must say the same in book.yaml but for data, whose ranges
// are united, and their sale lines must be different ones; a partners.csv that
// both have is taken once. What is then set twice (a target, an item's id, a
// note, a partner in another way) is refused at its second place.
//
// Of warnings, those found while reading are those of both books; those about
// the whole are found anew.
func Merge(a, b *Book) (*Book, error) {
	var p problems
	if theirs, ours := setupLines(a.setup), setupLines(b.setup); !slices.Equal(theirs, ours) {
		for i := range max(len(theirs), len(ours)) {
			x, y := lineAt(theirs, i), lineAt(ours, i)
			if x != y {
				p.add(inFile(bookFile), msgSetupsDiffer, x, y)
				break
			}
		}
		return nil, p.err()
	}
	setup := *a.setup
	if s := b.setup; !setup.DataFrom.IsZero() || !s.DataFrom.IsZero() {
		setup.DataFrom = earlier(a.from, b.from)
	}
	if s := b.setup; !setup.DataTo.IsZero() || !s.DataTo.IsZero() {
		setup.DataTo = later(a.to, b.to)
	}
	m := newBuilder(&setup, p)
	fromA, fromB := m.mergeFiles(a.files, b.files)
	m.absorb(a, fromA)
	m.absorb(b, fromB)
	for _, rows := range [][]Row{m.targets, m.observations} {
		slices.SortStableFunc(rows, func(x, y Row) int {
			return cmp.Or(cmp.Compare(x.File, y.File), x.Position.Compare(y.Position))
		})
	}
	slices.SortStableFunc(m.items, func(x, y *Item) int { return x.Position.Compare(y.Position) })
	slices.SortStableFunc(m.notes, func(x, y Note) int { return x.Position.Compare(y.Position) })
	return m.finish(context.Background())
}

// setupLines returns everything that a set-up says but for the data's range.
func setupLines(s *Setup) []string {
	var d dumper
	d.setup(s)
	return strings.Split(d.String(), "\n")
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return strings.TrimSpace(lines[i])
	}
	return ""
}

// fileOrder is the order in which Open reads the kinds of files.
var fileOrder = []string{"book", "partners", "sales", "targets", "observations", "items", "notes"}

// mergeFiles lists the files of two books in the order in which one book would
// have them, and returns where those of each have gone. book.yaml and partners
// are the same file if their content is.
func (b *builder) mergeFiles(x, y []File) (fromX, fromY []int) {
	type origin struct {
		File
		book, index int
	}
	var all []origin
	for book, files := range [][]File{x, y} {
		for i, f := range files {
			all = append(all, origin{f, book, i})
		}
	}
	slices.SortStableFunc(all, func(f, g origin) int {
		return cmp.Or(cmp.Compare(slices.Index(fileOrder, f.kind), slices.Index(fileOrder, g.kind)), strings.Compare(f.Name, g.Name),
			strings.Compare(f.SHA256, g.SHA256), f.Last.Compare(g.Last), cmp.Compare(f.Rows, g.Rows))
	})
	fromX, fromY = make([]int, len(x)), make([]int, len(y))
	for _, f := range all {
		n := len(b.files)
		if n > 0 && b.files[n-1] == f.File && (f.kind == "book" || f.kind == "partners") {
			n--
		} else {
			b.files = append(b.files, f.File)
		}
		[][]int{fromX, fromY}[f.book][f.index] = n
	}
	return fromX, fromY
}

// absorb takes in all of a book. files says where its files have gone.
func (b *builder) absorb(book *Book, files []int) {
	b.warnings = append(b.warnings, book.reading...)
	b.groups.take(book.groups)
	b.targeted.take(book.targeted)
	for _, p := range book.partners {
		if p.named {
			b.tally.name(p.ID, p.Name)
			p.Name = ""
		}
		if !p.listed {
			continue
		}
		p.named, p.direct = false, false
		at := place{position: p.Position}
		if before := b.partner(p.ID); before != nil && samePartner(before, &p) {
			if p.Position.Compare(before.Position) < 0 {
				before.Position = p.Position
			}
			continue
		}
		b.addPartner(p, func(string) place { return at })
	}
	b.tally.absorb(book.sales, files)
	for series := range book.sales.Series() {
		if cells := series.Cells(); len(cells) > 0 {
			b.seen(cells[0].Date)
			b.seen(cells[len(cells)-1].Date)
		}
	}
	for _, rows := range [][]Row{book.targets, book.observations} {
		for _, r := range rows {
			at := place{position: r.Position}
			r.File = files[r.File]
			b.addRow(r, func(string) place { return at })
		}
	}
	b.items = append(b.items, book.items...)
	for _, n := range book.notes {
		b.addNote(n)
	}
}

// samePartner reports whether two rows say the same of a partner.
func samePartner(p, q *Partner) bool {
	return p.Name == q.Name && p.Type == q.Type && p.Tier == q.Tier && p.Region == q.Region && p.City == q.City &&
		p.CityTier == q.CityTier && p.Joined == q.Joined && p.Left == q.Left && slices.Equal(p.Attributes, q.Attributes)
}

// take takes in the names of another book, each with its first place.
func (g groupNames) take(other groupNames) {
	for dim, names := range other {
		for name, at := range names {
			g.see(dim, name, func() place { return at })
			if at.position.Compare(g[dim][name].position) < 0 {
				g[dim][name] = at
			}
		}
	}
}

// absorb adds the cells of another book's sales to the tally's own.
func (t *tally) absorb(s *Sales, files []int) {
	t.growScales(s.amountScale, s.quantityScale)
	moved := func(from FileSet) (to FileSet) {
		for file := range from.All() {
			to = to.with(files[file])
		}
		return to
	}
	orders := make([]uint32, s.Orders())
	for n := range orders {
		orders[n] = t.orders.take(string(s.orders.ids.get(uint32(n))), moved(s.orders.files(uint32(n))))
	}
	texts := make([]string, len(t.dims)+1)
	for i := range s.series {
		for d, own := range s.series[i].own {
			texts[d] = ""
			if own >= 0 {
				texts[d] = s.dims[d].Values[own]
			}
		}
		series := t.learnOwn(texts)
		for _, c := range s.series[i].cells {
			c.scale(t.amountScale-s.amountScale, t.quantityScale-s.quantityScale)
			c.Files = moved(c.Files)
			numbers := make([]uint32, len(c.Orders))
			for j, n := range c.Orders {
				numbers[j] = orders[n]
			}
			c.Orders = numbers
			t.cell(series, c.Date).plus(&c)
		}
	}
}

// plus adds another cell to c.
func (c *Cell) plus(d *Cell) {
	c.Amount = c.Amount.Plus(d.Amount)
	c.OrderAmount = c.OrderAmount.Plus(d.OrderAmount)
	c.QuantityAmount = c.QuantityAmount.Plus(d.QuantityAmount)
	c.Quantity = c.Quantity.Plus(d.Quantity)
	c.Lines += d.Lines
	c.OrderLines += d.OrderLines
	c.QuantityLines += d.QuantityLines
	c.Orders = append(c.Orders, d.Orders...)
	c.Files = c.Files.Union(d.Files)
}

// take numbers an order of another book; one without an id is like no other.
func (o *orderTally) take(id string, files FileSet) uint32 {
	var n uint32
	for file := range files.All() {
		if id == "" {
			return o.nameless(file)
		}
		n = o.number(id, file)
	}
	return n
}
