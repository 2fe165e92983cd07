package kpi

import (
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

	values []dictionary // by dimension of facts
	roster roster

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
	column  int     // of the sales' dimensions, -1 if they have none such
	ofSales []int32 // the numbers of the sales' values
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
		k.hasPartners = k.hasPartners || k.valueOf(s, partner) > 0
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
	columns := k.book.Sales().Dimensions()
	k.values = make([]dictionary, len(facts))
	for d, fact := range facts {
		found[d] = map[string]bool{}
		k.values[d].column = slices.IndexFunc(columns, func(c channel.Dimension) bool { return c.ID == fact.ID })
		if k.values[d].column >= 0 {
			for _, v := range columns[k.values[d].column].Values {
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
		dict := &k.values[d]
		for v := range found[d] {
			dict.values = append(dict.values, v)
		}
		slices.Sort(dict.values)
		dict.values = slices.Insert(dict.values, 0, channel.Unassigned)
		dict.numbers = make(map[string]int32, len(dict.values))
		for i, v := range dict.values {
			dict.numbers[v] = int32(i)
		}
		if dict.column >= 0 {
			for _, v := range columns[dict.column].Values {
				dict.ofSales = append(dict.ofSales, dict.numbers[v])
			}
		}
	}
}

// valueOf returns the number of a series' value in a dimension.
func (k *core) valueOf(s *channel.Series, d int) int32 {
	dict := &k.values[d]
	if dict.column < 0 {
		return 0
	}
	return dict.ofSales[s.Value(dict.column)]
}

// known reports whether a filter asks for groups that the book has anywhere.
func (k *core) known(f *filter) bool {
	return f.dims>>k.c.facts == 0 && k.knownIn(f.root)
}

func (k *core) knownIn(c *condition) bool {
	switch c.op {
	case expr.And:
		return k.knownIn(c.x) && k.knownIn(c.y)
	case expr.Or:
		return k.knownIn(c.x) || k.knownIn(c.y)
	case expr.Not:
		return true
	}
	return slices.ContainsFunc(c.values, func(v string) bool {
		_, ok := k.values[c.dim.number].numbers[v]
		return ok
	})
}
