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

	seen     []uint32 // by order: the stamp of the group that saw it last
	stamp    uint32
	found    []cellRange // scratch of lines
	counting uint32      // the count of facts that saw a record or member last
	leaves   map[leafKey]*leaf
}

func newCore(c *Catalog, book *channel.Book) *core {
	k := &core{
		c: c, book: book, setup: book.Setup(),
		breakdowns: map[dimset]*breakdown{},
		cuts:       map[cutKey]*cut{},
		windows:    map[channel.Period]*window{},
		ledgers:    map[ledgerKey]*ledger{},
		classes:    map[string]*filter{},
		leaves:     map[leafKey]*leaf{},
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
	k.roster = k.newRoster()
	return k
}

// dim returns the number of a dimension of facts.
func (k *core) dim(id string) int { return bits.TrailingZeros64(uint64(k.c.dimset(id))) }

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
