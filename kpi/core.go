package kpi

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"sync"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi/expr"
)

// A core is what the evaluations of one book share: its groups by number, and
// everything computed so far. Its exported users hold mu; the methods here
// expect it held.
type core struct {
	mu       sync.Mutex
	c        *Catalog
	book     *channel.Book
	setup    *channel.Setup
	series   []*channel.Series
	from, to channel.Date // the range of the data, both days included

	hasOrders, hasPartners, hasQuantity bool // some line of the book has one

	values  []dictionary // by dimension of facts
	ofSales [][]int32    // by dimension of facts: number of the sales' value
	roster  roster

	breakdowns map[dimset]*breakdown
	cuts       map[cutKey]*cut
	windows    map[channel.Period]*window
	ledgers    map[ledgerKey]*ledger
	classes    map[string]*filter

	seen  []uint32 // by order: the stamp of the group that saw it last
	stamp uint32
}

// A dictionary numbers the values of a dimension that the book has anywhere:
// Unassigned is 0, the others follow by their bytes.
type dictionary struct {
	values  []string
	numbers map[string]int32
}

func newCore(c *Catalog, book *channel.Book) *core {
	k := &core{
		c: c, book: book, setup: book.Setup(),
		breakdowns: map[dimset]*breakdown{},
		cuts:       map[cutKey]*cut{},
		windows:    map[channel.Period]*window{},
		ledgers:    map[ledgerKey]*ledger{},
		classes:    map[string]*filter{},
	}
	k.from, k.to = book.Data()
	k.series = slices.Collect(book.Sales().Series())
	k.number()
	k.hasOrders = book.Sales().Orders() > 0 && k.setup.Orders != "none"
	partner := k.dim(channel.PartnerID)
	for _, s := range k.series {
		k.hasPartners = k.hasPartners || s.Value(partner) > 0
		for i := range s.Cells() {
			if s.Cells()[i].QuantityLines > 0 {
				k.hasQuantity = true
				break
			}
		}
	}
	for _, class := range k.setup.ProductClasses {
		line := c.dims[k.dim(channel.ProductLine)]
		k.classes[class.Class] = &filter{
			text: "class " + class.Class,
			root: &condition{op: expr.In, dim: line, values: class.Lines},
			dims: 1 << line.number,
		}
	}
	k.fileRows()
	k.roster = k.newRoster()
	return k
}

// dim returns the number of a dimension of facts.
func (k *core) dim(id string) int { return bits.TrailingZeros64(uint64(k.c.dimset(id))) }

// number makes the dictionaries.
func (k *core) number() {
	facts := k.c.dims[:k.c.facts]
	found := make([]map[string]bool, len(facts))
	sales := make([]*channel.Dimension, len(facts))
	for d := range facts {
		found[d] = map[string]bool{}
	}
	for i, dim := range k.book.Sales().Dimensions() {
		if set := k.c.dimset(dim.ID); set != 0 {
			d := k.dim(dim.ID)
			sales[d] = &k.book.Sales().Dimensions()[i]
			for _, v := range dim.Values {
				found[d][v] = true
			}
		}
	}
	for i := range k.book.Partners() {
		p := &k.book.Partners()[i]
		for d := range facts {
			if facts[d].ID == channel.PartnerID && !p.Listed() {
				continue // its lines are there, or it would not be
			}
			found[d][p.Attribute(facts[d].ID)] = true
		}
	}
	last := make([]string, len(facts))
	for _, rows := range [][]channel.Row{k.book.Targets(), k.book.Observations()} {
		for i := range rows {
			for d, fact := range facts {
				if v, ok := keyOf(&rows[i], fact.ID); ok && v != last[d] {
					found[d][v], last[d] = true, v
				}
			}
		}
	}
	for d := range facts {
		delete(found[d], "")
		delete(found[d], channel.Unassigned)
		var dict dictionary
		for v := range found[d] {
			dict.values = append(dict.values, v)
		}
		slices.Sort(dict.values)
		dict.values = slices.Insert(dict.values, 0, channel.Unassigned)
		dict.numbers = make(map[string]int32, len(dict.values))
		for i, v := range dict.values {
			dict.numbers[v] = int32(i)
		}
		k.values = append(k.values, dict)
		var of []int32
		if sales[d] != nil {
			for _, v := range sales[d].Values {
				of = append(of, dict.numbers[v])
			}
		}
		k.ofSales = append(k.ofSales, of)
	}
}

// valueOf returns the number of a series' value in a dimension.
func (k *core) valueOf(s *channel.Series, d int) int32 {
	if k.ofSales[d] == nil {
		return 0
	}
	return k.ofSales[d][s.Value(d)]
}

// A breakdown tells facts apart by their values in some dimensions. Its groups
// are every combination that the book has, and those with Unassigned in place
// of one or more of the values.
type breakdown struct {
	set    dimset
	dims   []int            // ascending
	values []int32          // of all groups, len(dims) each
	index  map[string]int32 // of two dimensions and more
	size   int
	folds  map[dimset][]int32 // the group in a coarser breakdown
}

func (k *core) breakdown(set dimset) *breakdown {
	if b, ok := k.breakdowns[set]; ok {
		return b
	}
	b := &breakdown{set: set, folds: map[dimset][]int32{}}
	for s := set; s != 0; s &= s - 1 {
		b.dims = append(b.dims, bits.TrailingZeros64(uint64(s)))
	}
	switch len(b.dims) {
	case 0:
		b.size = 1
	case 1:
		b.size = len(k.values[b.dims[0]].values)
		for i := range b.size {
			b.values = append(b.values, int32(i))
		}
	default:
		k.combine(b)
	}
	k.breakdowns[set] = b
	return b
}

// combine finds the groups of a breakdown by several dimensions.
func (k *core) combine(b *breakdown) {
	b.index = map[string]int32{}
	group := make([]int32, len(b.dims))
	for _, s := range k.series {
		for i, d := range b.dims {
			group[i] = k.valueOf(s, d)
		}
		b.add(group)
	}
	for _, p := range k.roster.members {
		for i, d := range b.dims {
			group[i] = p.values[d]
		}
		b.add(group)
	}
	for _, l := range k.ledgers {
		for i := range l.records {
			if r := l.records[i]; r.dims&b.set == b.set {
				for j, d := range b.dims {
					group[j] = r.in(d)
				}
				b.add(group)
			}
		}
	}
	// The ledgers come in no order: number the groups by their values.
	order := make([][]int32, 0, b.size)
	for i := range b.size {
		order = append(order, b.group(int32(i)))
	}
	slices.SortFunc(order, slices.Compare)
	sorted := make([]int32, 0, len(b.values))
	for i, g := range order {
		b.index[string(key(g))] = int32(i)
		sorted = append(sorted, g...)
	}
	b.values = sorted
}

// add adds a group, and those with Unassigned in place of its values.
func (b *breakdown) add(group []int32) {
	if _, ok := b.index[string(key(group))]; ok {
		return
	}
	b.index[string(key(group))] = int32(b.size)
	b.values = append(b.values, group...)
	b.size++
	for i := range group {
		if group[i] != 0 {
			coarser := slices.Clone(group)
			coarser[i] = 0
			b.add(coarser)
		}
	}
}

func key(group []int32) []byte {
	bytes := make([]byte, 0, 16)
	for _, v := range group {
		bytes = binary.BigEndian.AppendUint32(bytes, uint32(v))
	}
	return bytes
}

// group returns the values of a group.
func (b *breakdown) group(g int32) []int32 {
	n := len(b.dims)
	return b.values[int(g)*n : int(g)*n+n : int(g)*n+n]
}

// at returns the group with the values, -1 if the book has none such.
func (b *breakdown) at(values []int32) int32 {
	switch len(b.dims) {
	case 0:
		return 0
	case 1:
		return values[0]
	}
	if g, ok := b.index[string(key(values))]; ok {
		return g
	}
	return -1
}

// fold returns for each group of b the group of the coarser breakdown by fewer
// dimensions that holds it.
func (k *core) fold(b, coarser *breakdown) []int32 {
	if f, ok := b.folds[coarser.set]; ok {
		return f
	}
	f := make([]int32, b.size)
	values := make([]int32, len(coarser.dims))
	for g := range f {
		i := 0
		for j, d := range b.dims {
			if coarser.set.has(d) {
				values[i] = b.group(int32(g))[j]
				i++
			}
		}
		f[g] = coarser.at(values)
	}
	b.folds[coarser.set] = f
	return f
}

// passes returns which groups of a breakdown by all of a filter's dimensions
// pass it.
func (k *core) passes(f *filter, b *breakdown) []bool {
	pass := make([]bool, b.size)
	for g := range pass {
		group := b.group(int32(g))
		pass[g] = f.root.holds(func(dim int) string {
			return k.values[dim].values[group[slices.Index(b.dims, dim)]]
		})
	}
	return pass
}

// text returns a group of a breakdown by one dimension.
func (k *core) text(b *breakdown, g int32) string { return k.values[b.dims[0]].values[g] }

// known reports whether a filter asks for a group that the book has anywhere.
func (k *core) known(c *condition) bool {
	switch c.op {
	case expr.And:
		return k.known(c.x) && k.known(c.y)
	case expr.Or:
		return k.known(c.x) || k.known(c.y)
	case expr.Not:
		return true
	}
	if c.dim.number >= len(k.values) {
		return false // of another book
	}
	for _, v := range c.values {
		if _, ok := k.values[c.dim.number].numbers[v]; ok {
			return true
		}
	}
	return false
}

// A cut is a breakdown of some of the facts: of one side, and of those that
// pass a filter. All cuts of one breakdown have the same groups.
type cut struct {
	number int
	by     *breakdown
	side   side
	filter *filter // nil: all pass

	sorted bool
	series []int32 // those of the cut, by group, then by partner
	runs   []run   // of the series with one group and one partner
	runOf  []int32 // by series of the book: its run, -1 if it is not in the cut
	starts []int32 // where the runs of each group start
}

type run struct {
	group, partner int32
	from, to       int32 // in cut.series
}

type cutKey struct {
	by     dimset
	side   side
	filter string
}

func (k *core) cut(by dimset, s side, f *filter) *cut {
	key := cutKey{by: by, side: s}
	if f != nil {
		key.filter = f.text
	}
	c, ok := k.cuts[key]
	if !ok {
		c = &cut{number: len(k.cuts), by: k.breakdown(by), side: s, filter: f}
		k.cuts[key] = c
	}
	return c
}

// sort puts the cut's series in order, when sale lines are first asked for.
func (k *core) sort(c *cut) {
	if c.sorted {
		return
	}
	c.sorted = true
	partner := k.dim(channel.PartnerID)
	type place struct{ group, partner, series int32 }
	var places []place
	values := make([]int32, len(c.by.dims))
	for i, s := range k.series {
		if s.Direct() && c.side == channelSide || !s.Direct() && c.side == directSide {
			continue
		}
		if c.filter != nil && !c.filter.root.holds(func(d int) string { return k.values[d].values[k.valueOf(s, d)] }) {
			continue
		}
		for j, d := range c.by.dims {
			values[j] = k.valueOf(s, d)
		}
		places = append(places, place{c.by.at(values), k.valueOf(s, partner), int32(i)})
	}
	slices.SortFunc(places, func(a, b place) int {
		if a.group != b.group {
			return int(a.group - b.group)
		}
		if a.partner != b.partner {
			return int(a.partner - b.partner)
		}
		return int(a.series - b.series)
	})
	c.starts = make([]int32, c.by.size+1)
	c.series = make([]int32, len(places))
	c.runOf = make([]int32, len(k.series))
	for i := range c.runOf {
		c.runOf[i] = -1
	}
	for i, p := range places {
		if i == 0 || places[i-1].group != p.group || places[i-1].partner != p.partner {
			c.runs = append(c.runs, run{p.group, p.partner, int32(i), int32(i)})
			c.starts[p.group+1] = int32(len(c.runs))
		}
		c.runs[len(c.runs)-1].to++
		c.series[i], c.runOf[p.series] = p.series, int32(len(c.runs)-1)
	}
	for g := range c.by.size {
		c.starts[g+1] = max(c.starts[g+1], c.starts[g])
	}
}

// runsOf returns the runs of a group.
func (c *cut) runsOf(g int) []run { return c.runs[c.starts[g]:c.starts[g+1]] }
