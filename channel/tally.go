package channel

import (
	"encoding/binary"
	"slices"
	"strings"
)

// A line is a sale line on its way into the tally: texts as they came, numbers
// exact.
type line struct {
	date     Date
	texts    []string // by dimension, then the partner's name; "" is blank
	order    string   // "" where it has none, or where the book counts none
	amount   number
	quantity number
	counted  bool     // it has a quantity
	sum      *SaleSum // what else is known of lines that are summed already
	file     int      // index into Book.Files
}

// A tally adds sale lines up as they are read. Its memory grows with the
// distinct cells and order ids, not with the lines.
//
// Lines with the same texts go to the same series: one lookup over all texts of
// a line, written one after the other, finds it. Only a line whose texts are
// new is looked at text by text. What a series' blank texts fall back to is
// settled by finish, when all partners are known.
type tally struct {
	setup         *Setup
	ids           []string // of the dimensions
	dims          []dictionary
	known         map[string]int32 // texts of a line → series
	series        []seriesTally
	own           map[string]int32 // own values → series, for texts that mean the same
	amountScale   int32
	quantityScale int32
	byMonth       bool
	orders        orderTally
	names         map[string]string // by partner id, of lines that name it
	key           []byte            // scratch
}

// A seriesTally is a series being added up. A blank text is -1.
type seriesTally struct {
	own   []int32
	cells arena
	days  []dayCell // by date
	last  int       // index into days of the line before
}

type dayCell struct {
	date Date
	cell int32 // in the series' arena
}

// An arena holds the cells of a series, which do not move while their number
// grows.
type arena struct {
	chunks []*[arenaChunk]Cell
	count  int
}

const arenaChunk = 8

func (a *arena) at(i int) *Cell { return &a.chunks[i/arenaChunk][i%arenaChunk] }

// add adds an empty cell and returns its index.
func (a *arena) add(date Date) int32 {
	if a.count%arenaChunk == 0 {
		a.chunks = append(a.chunks, new([arenaChunk]Cell))
	}
	a.count++
	a.at(a.count - 1).Date = date
	return int32(a.count - 1)
}

// A dictionary numbers the values of a dimension. Number 0 is Unassigned.
type dictionary struct {
	numbers map[string]int32
	values  []string
}

func newDictionary() dictionary {
	return dictionary{map[string]int32{Unassigned: 0}, []string{Unassigned}}
}

// number returns the number of a value that is not blank.
func (d *dictionary) number(value string) int32 {
	n, ok := d.numbers[value]
	if !ok {
		n = int32(len(d.values))
		value = strings.Clone(value) // the row it came in would stay in memory
		d.values = append(d.values, value)
		d.numbers[value] = n
	}
	return n
}

func newTally(setup *Setup) *tally {
	t := &tally{
		setup:   setup,
		ids:     setup.factDimensions(),
		known:   map[string]int32{},
		own:     map[string]int32{},
		names:   map[string]string{},
		orders:  newOrderTally(),
		byMonth: setup.Grain == "month",
	}
	for range t.ids {
		t.dims = append(t.dims, newDictionary())
	}
	return t
}

// find returns the series that has seen exactly these texts, -1 if none has.
func (t *tally) find(texts []string) int32 {
	t.key = t.key[:0]
	for _, text := range texts {
		t.key = binary.AppendUvarint(t.key, uint64(len(text)))
		t.key = append(t.key, text...)
	}
	if series, ok := t.known[string(t.key)]; ok {
		return series
	}
	return -1
}

// learn numbers the texts that find was just asked for.
func (t *tally) learn(texts []string) int32 {
	series := t.learnOwn(texts)
	t.known[string(t.key)] = series
	return series
}

// learnOwn returns the series of a line's texts, a new one if there is none.
func (t *tally) learnOwn(texts []string) int32 {
	own := make([]int32, len(t.dims))
	key := make([]byte, 0, 4*len(own))
	for d := range own {
		own[d] = -1
		if texts[d] != "" {
			own[d] = t.dims[d].number(t.setup.canonical(t.ids[d], texts[d]))
		}
		key = binary.BigEndian.AppendUint32(key, uint32(own[d]))
	}
	series, ok := t.own[string(key)]
	if !ok {
		series = int32(len(t.series))
		t.series = append(t.series, seriesTally{own: own})
		t.own[string(key)] = series
	}
	// A partner that its lines name differently gets the smallest of the names,
	// whatever the order of the lines.
	t.name(texts[partnerSlot], texts[len(t.dims)])
	return series
}

// name notes how a line names a partner.
func (t *tally) name(id, name string) {
	if before, ok := t.names[id]; id != "" && name != "" && (!ok || name < before) {
		t.names[strings.Clone(id)] = strings.Clone(name)
	}
}

// add adds a line to a series.
func (t *tally) add(series int32, l *line) {
	cell := t.cell(series, t.grain(l.date))
	amount := t.scaleAmount(l.amount)
	cell.Amount = cell.Amount.Plus(amount)
	lines := int32(1)
	if l.sum != nil {
		lines = int32(l.sum.Lines)
		t.addOrders(cell, l.sum, amount, l.file)
	}
	cell.Lines += lines
	cell.Files = cell.Files.with(l.file)
	if l.counted {
		cell.Quantity = cell.Quantity.Plus(t.scaleQuantity(l.quantity))
		cell.QuantityAmount = cell.QuantityAmount.Plus(amount)
		cell.QuantityLines += lines
	}
	if l.order != "" {
		cell.OrderAmount = cell.OrderAmount.Plus(amount)
		cell.OrderLines++
		order := t.orders.number(l.order, l.file)
		if n := len(cell.Orders); n == 0 || cell.Orders[n-1] != order {
			cell.Orders = append(cell.Orders, order)
		}
	}
}

// grain returns the date under which the facts of a day are kept.
func (t *tally) grain(d Date) Date {
	if t.byMonth {
		return d.monthStart()
	}
	return d
}

// addOrders adds the orders that were counted for summed lines.
func (t *tally) addOrders(cell *Cell, sum *SaleSum, amount Sum, file int) {
	if sum.Orders == 0 || t.setup.Orders == "none" {
		return
	}
	cell.OrderAmount = cell.OrderAmount.Plus(amount)
	cell.OrderLines += int32(sum.Lines)
	for range sum.Orders {
		cell.Orders = append(cell.Orders, t.orders.nameless(file))
	}
}

// cell returns the cell of a series and date, a new one if there is none. The
// lines of a file mostly go on with the date of the line before, or a later.
func (t *tally) cell(series int32, date Date) *Cell {
	s := &t.series[series]
	if s.last >= len(s.days) || s.days[s.last].date != date {
		at, ok := len(s.days), false
		if at > 0 && date.Compare(s.days[at-1].date) <= 0 {
			at, ok = slices.BinarySearchFunc(s.days, date, func(d dayCell, date Date) int { return d.date.Compare(date) })
		}
		if !ok {
			s.days = slices.Insert(s.days, at, dayCell{date, s.cells.add(date)})
		}
		s.last = at
	}
	return s.cells.at(int(s.days[s.last].cell))
}

// scaleAmount returns an amount in the book's scale, which grows if the amount
// has more decimals.
func (t *tally) scaleAmount(n number) Sum {
	sum, scale := n.at(t.amountScale)
	t.growScales(scale, t.quantityScale)
	return sum
}

func (t *tally) scaleQuantity(n number) Sum {
	sum, scale := n.at(t.quantityScale)
	t.growScales(t.amountScale, scale)
	return sum
}

// growScales brings all sums to larger scales.
func (t *tally) growScales(amount, quantity int32) {
	moreAmount, moreQuantity := max(amount-t.amountScale, 0), max(quantity-t.quantityScale, 0)
	if moreAmount == 0 && moreQuantity == 0 {
		return
	}
	for i := range t.series {
		cells := &t.series[i].cells
		for j := range cells.count {
			cells.at(j).scale(moreAmount, moreQuantity)
		}
	}
	t.amountScale += moreAmount
	t.quantityScale += moreQuantity
}

// scale gives a cell's sums more decimals.
func (c *Cell) scale(amount, quantity int32) {
	c.Amount = c.Amount.times10(amount)
	c.OrderAmount = c.OrderAmount.times10(amount)
	c.QuantityAmount = c.QuantityAmount.times10(amount)
	c.Quantity = c.Quantity.times10(quantity)
}
