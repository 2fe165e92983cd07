package channel

import (
	"cmp"
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
	counted  bool // it has a quantity
	file     int  // index into Book.Files
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
	cells         arena
	amountScale   int32
	quantityScale int32
	byMonth       bool
	orders        orderTally
	names         map[string]string // by partner id, of lines that name it
	key           []byte            // scratch
}

// A seriesTally is a series being added up. A blank text is -1.
type seriesTally struct {
	own  []int32
	days []dayCell // by date
	last int       // index into days of the line before
}

type dayCell struct {
	date Date
	cell int32 // in the arena
}

// An arena holds cells that do not move while their number grows.
type arena struct {
	chunks [][]Cell
	count  int
}

const arenaChunk = 1 << 10

func (a *arena) at(i int) *Cell { return &a.chunks[i/arenaChunk][i%arenaChunk] }

// add adds an empty cell and returns its index.
func (a *arena) add(date Date) int32 {
	if a.count%arenaChunk == 0 {
		a.chunks = append(a.chunks, make([]Cell, arenaChunk))
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
	raw := string(t.key)
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
	t.known[raw] = series
	// A partner that its lines name differently gets the smallest of the names,
	// whatever the order of the lines.
	if id, name := texts[partnerSlot], texts[len(t.dims)]; id != "" && name != "" {
		if before, ok := t.names[id]; !ok || name < before {
			t.names[strings.Clone(id)] = strings.Clone(name)
		}
	}
	return series
}

// add adds a line to a series.
func (t *tally) add(series int32, l *line) {
	date := l.date
	if t.byMonth {
		date = date.monthStart()
	}
	cell := t.cell(series, date)
	amount := t.scaleAmount(l.amount)
	cell.Amount = cell.Amount.Plus(amount)
	cell.Lines++
	cell.Files = cell.Files.with(l.file)
	if l.counted {
		cell.Quantity = cell.Quantity.Plus(t.scaleQuantity(l.quantity))
		cell.QuantityAmount = cell.QuantityAmount.Plus(amount)
		cell.QuantityLines++
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
			s.days = slices.Insert(s.days, at, dayCell{date, t.cells.add(date)})
		}
		s.last = at
	}
	return t.cells.at(int(s.days[s.last].cell))
}

// scaleAmount returns an amount in the book's scale, which grows if the amount
// has more decimals.
func (t *tally) scaleAmount(n number) Sum {
	sum, scale := n.at(t.amountScale)
	if more := scale - t.amountScale; more > 0 {
		for i := range t.cells.count {
			c := t.cells.at(i)
			c.Amount = c.Amount.times10(more)
			c.OrderAmount = c.OrderAmount.times10(more)
			c.QuantityAmount = c.QuantityAmount.times10(more)
		}
		t.amountScale = scale
	}
	return sum
}

func (t *tally) scaleQuantity(n number) Sum {
	sum, scale := n.at(t.quantityScale)
	if more := scale - t.quantityScale; more > 0 {
		for i := range t.cells.count {
			c := t.cells.at(i)
			c.Quantity = c.Quantity.times10(more)
		}
		t.quantityScale = scale
	}
	return sum
}

// finish makes the sales of what was added. A blank text falls back to the
// partner's attribute, then to Unassigned.
func (t *tally) finish(partner func(id string) *Partner) *Sales {
	s := &Sales{amountScale: t.amountScale, quantityScale: t.quantityScale, orders: len(t.orders.numbers)}
	s.series = make([]Series, len(t.series))
	for i := range t.series {
		own := t.series[i].own
		s.series[i].own, s.series[i].key = own, t.resolve(own, partner)
	}
	for d := range t.dims {
		order := t.dims[d].sort()
		for i := range s.series {
			series := &s.series[i]
			series.key[d] = order[series.key[d]]
			if series.own[d] >= 0 {
				series.own[d] = order[series.own[d]]
			}
		}
		s.dims = append(s.dims, Dimension{t.ids[d], t.dims[d].values})
	}
	types := s.dims[typeSlot].Values
	for i := range s.series {
		s.series[i].direct = t.setup.isDirect(types[s.series[i].key[typeSlot]])
	}
	t.share(s)
	return s
}

// resolve returns the values of a series where its own are blank.
func (t *tally) resolve(own []int32, partner func(id string) *Partner) []int32 {
	key := slices.Clone(own)
	for d := range key {
		if key[d] >= 0 {
			continue
		}
		key[d] = 0
		if p := own[partnerSlot]; p >= 0 {
			if text := partner(t.dims[partnerSlot].values[p]).Attribute(t.ids[d]); text != "" {
				key[d] = t.dims[d].number(text)
			}
		}
	}
	return key
}

// sort orders the values by bytes behind Unassigned and returns the new number
// of each old one.
func (d *dictionary) sort() []int32 {
	sorted := make([]int32, len(d.values)) // old numbers in the new order
	for i := range sorted {
		sorted[i] = int32(i)
	}
	slices.SortFunc(sorted[1:], func(a, b int32) int { return cmp.Compare(d.values[a], d.values[b]) })
	values, order := make([]string, len(sorted)), make([]int32, len(sorted))
	for i, old := range sorted {
		values[i], order[old] = d.values[old], int32(i)
	}
	d.values = values
	return order
}

// share hands each series its cells by date, and orders the series.
func (t *tally) share(s *Sales) {
	cells := make([]Cell, 0, t.cells.count)
	for i := range s.series {
		first := len(cells)
		for _, d := range t.series[i].days {
			cell := t.cells.at(int(d.cell))
			slices.Sort(cell.Orders)
			cell.Orders = slices.Compact(cell.Orders)
			cells = append(cells, *cell)
		}
		s.series[i].cells = cells[first:len(cells):len(cells)]
	}
	slices.SortFunc(s.series, func(a, b Series) int {
		return cmp.Or(slices.Compare(a.key, b.key), slices.Compare(a.own, b.own))
	})
}
