package kpi

import "example.com/channelreport/channel"

// A window is a period in which facts are read, with everything computed for
// it so far.
type window struct {
	k      *core
	period channel.Period
	code   string // the period's, when asked for
	data   coverage
	torn   bool // holds parts of months of a book that knows months only

	summed bool
	sums   []seriesSum // see lines
	sumOf  []int32     // by series of the book: its sum, -1 if it has no lines in the window

	links  [4]*window // yearAgo, previous, toDate and year, when asked for
	tables []*table   // by the number of their cut
}

// coverage says how a window lies to the range of the data.
type coverage uint8

const (
	inside coverage = iota
	partly
	outside
)

func (k *core) window(p channel.Period) *window {
	w, ok := k.windows[p]
	if !ok {
		w = &window{k: k, period: p}
		switch {
		case k.from.IsZero() || p.Last().Before(k.from) || k.to.Before(p.Start()):
			w.data = outside
		case p.Start().Before(k.from) || k.to.Before(p.Last()):
			w.data = partly
		}
		w.torn = torn(k.setup, p)
		k.windows[p] = w
	}
	return w
}

// torn reports whether a period holds parts of months that a book, which knows
// whole months only, cannot tell from the rest.
func torn(s *channel.Setup, p channel.Period) bool {
	_, whole := p.WholeMonths()
	return s.Grain == monthGrain && !whole
}

const monthGrain = "month"

func (w *window) link(i int, f func(channel.Period) channel.Period) *window {
	if w.links[i] == nil {
		w.links[i] = w.k.window(f(w.period))
	}
	return w.links[i]
}

func (w *window) yearAgo() *window  { return w.link(0, channel.Period.YearAgo) }
func (w *window) previous() *window { return w.link(1, channel.Period.Previous) }
func (w *window) toDate() *window   { return w.link(2, channel.Period.YearToDate) }
func (w *window) year() *window     { return w.link(3, channel.Period.WholeYear) }

// name returns the code of the window's period.
func (w *window) name() string {
	if w.code == "" {
		w.code = w.period.String()
	}
	return w.code
}

// monthsLeft returns how many calendar months of the year come after that of
// the period's last day.
func (w *window) monthsLeft() int {
	_, last, _ := w.period.Last().Civil()
	_, end, _ := w.period.WholeYear().Last().Civil()
	return (end - last + 12) % 12
}

// A table is a cut in a window: columns of figures, one cell a group.
type table struct {
	w      *window
	cut    *cut
	sums   *sums
	column [][]cell // by indicator of the catalog
	ranks  map[rankKey][]int32

	listing map[*Indicator][]bool // the groups that a breakdown shows

	measures   []tableMeasure // computed so far
	clienteles []clientele    // computed so far

	foreign  map[*Indicator][]cell // of indicators of other catalogs
	factless map[atom]cell         // of groups without a fact: like the first one's
}

func (w *window) table(c *cut) *table {
	for len(w.tables) <= c.number {
		w.tables = append(w.tables, nil)
	}
	t := w.tables[c.number]
	if t == nil {
		t = &table{w: w, cut: c, column: make([][]cell, len(w.k.c.indicators))}
		w.tables[c.number] = t
	}
	return t
}

// cells makes a column of one cell repeated.
func (t *table) cells(c cell) []cell {
	column := make([]cell, t.cut.by.size)
	if c != (cell{}) {
		for g := range column {
			column[g] = c
		}
	}
	return column
}

// A lineSum is what the sale lines of a series or a group amount to.
type lineSum struct {
	amount, orderAmount, quantityAmount, quantity channel.Sum
	lines, orderLines, quantityLines              int32
}

func (s *lineSum) add(t *lineSum) {
	s.amount = s.amount.Plus(t.amount)
	s.lines += t.lines
	if t.orderLines > 0 {
		s.orderAmount = s.orderAmount.Plus(t.orderAmount)
		s.orderLines += t.orderLines
	}
	if t.quantityLines > 0 {
		s.quantityAmount = s.quantityAmount.Plus(t.quantityAmount)
		s.quantity = s.quantity.Plus(t.quantity)
		s.quantityLines += t.quantityLines
	}
}

type seriesSum struct {
	cellRange
	lineSum
}

// A cellRange is some cells of a series of the book.
type cellRange struct{ series, from, to int32 }

// lines adds up the sale lines of each series that has some in the window,
// once for all cuts.
func (w *window) lines() []seriesSum {
	if w.summed {
		return w.sums
	}
	w.summed = true
	w.sumOf = make([]int32, len(w.k.series))
	found := w.k.found[:0] // scratch, so that the sums are made once and in one piece
	for i, s := range w.k.series {
		w.sumOf[i] = -1
		cells := s.Cells()
		from := firstFrom(cells, w.period.Start())
		if to := from + firstFrom(cells[from:], w.period.End()); from < to {
			w.sumOf[i] = int32(len(found))
			found = append(found, cellRange{int32(i), int32(from), int32(to)})
		}
	}
	w.k.found = found
	w.sums = make([]seriesSum, len(found))
	for i, r := range found {
		sum := &w.sums[i]
		sum.cellRange = r
		cells := w.k.series[r.series].Cells()[r.from:r.to]
		for j := range cells {
			c := &cells[j]
			sum.add(&lineSum{c.Amount, c.OrderAmount, c.QuantityAmount, c.Quantity, c.Lines, c.OrderLines, c.QuantityLines})
		}
	}
	return w.sums
}

// sums are what the sale lines of a table amount to.
type sums struct {
	groups []lineSum
	runs   []channel.Sum     // amounts, by run
	orders []int32           // distinct orders by group, when asked for
	files  []channel.FileSet // by group, when asked for
}

// salesSums adds the table's sale lines up.
func (t *table) salesSums() *sums {
	if t.sums != nil {
		return t.sums
	}
	c := t.cut
	t.w.k.sort(c)
	t.sums = &sums{groups: make([]lineSum, c.by.size), runs: make([]channel.Sum, len(c.runs))}
	lines := t.w.lines()
	for i := range lines {
		if r := c.runOf[lines[i].series]; r >= 0 {
			t.sums.runs[r] = t.sums.runs[r].Plus(lines[i].amount)
			t.sums.groups[c.runs[r].group].add(&lines[i].lineSum)
		}
	}
	return t.sums
}

// cellsIn returns the cells of a series of the book, by its number, that lie in
// the window, once its lines are summed.
func (w *window) cellsIn(series int32) []channel.Cell {
	i := w.sumOf[series]
	if i < 0 {
		return nil
	}
	return w.k.series[series].Cells()[w.sums[i].from:w.sums[i].to]
}

// firstFrom returns the first cell that is not before a date.
func firstFrom(cells []channel.Cell, d channel.Date) int {
	low, high := 0, len(cells)
	for low < high {
		if mid := (low + high) / 2; cells[mid].Date.Before(d) {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// distinctOrders counts the orders of each group; an order counts once in each
// that it touches.
func (t *table) distinctOrders() []int32 {
	s, k, c := t.salesSums(), t.w.k, t.cut
	if s.orders != nil {
		return s.orders
	}
	s.orders = make([]int32, c.by.size)
	seen := k.seenOrders()
	for g := range s.orders {
		if s.groups[g].orderLines == 0 {
			continue
		}
		k.stamp++
		for _, r := range c.runsOf(g) {
			for _, i := range c.series[r.from:r.to] {
				cells := t.w.cellsIn(i)
				for j := range cells {
					for _, order := range cells[j].Orders {
						if seen[order] != k.stamp {
							seen[order] = k.stamp
							s.orders[g]++
						}
					}
				}
			}
		}
	}
	return s.orders
}

// seenOrders is scratch for distinctOrders.
func (k *core) seenOrders() []uint32 {
	if k.seen == nil {
		k.seen = make([]uint32, k.book.Sales().Orders())
	}
	return k.seen
}
