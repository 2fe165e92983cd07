package kpi

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
)

// Check reports what contradicts in a book's recorded rows: unknown measures,
// rows that overlap, two key sets of which neither holds the other. It is what
// Evaluate refuses a book for.
func Check(c *Catalog, book *channel.Book) source.List {
	list := newCore(c, book).checkRows()
	list.Sort()
	return list
}

// checkRows reports what contradicts in the book's targets and observations.
func (k *core) checkRows() source.List {
	var list source.List
	keys := slices.SortedFunc(maps.Keys(k.ledgers), func(a, b ledgerKey) int {
		return cmp.Or(strings.Compare(a.id, b.id), cmp.Compare(a.scenario, b.scenario), cmp.Compare(a.side, b.side))
	})
	for _, id := range keys {
		if k.checkMeasure(k.ledgers[id].records[0].row) != nil { // so it is of the others
			for _, r := range k.ledgers[id].records {
				list.Add(k.checkMeasure(r.row))
			}
			continue
		}
		m, isMeasure := k.c.measureOf(id.id)
		q, isIndicator := k.c.Indicator(id.id)
		switch {
		case id.scenario == channel.Actual && isMeasure && m.time != timeSame:
			c := rowCheck{k, k.ledgers[id], ^dimset(0), &list}
			overlap, sets := c.l.suspect()
			if overlap {
				c.overlaps()
			}
			if sets {
				c.periods(true)
			}
		case id.scenario == channel.Plan && isIndicator:
			c := rowCheck{k, k.ledgers[id], q.adds.over, &list}
			if _, sets := c.l.suspect(); sets {
				c.periods(false)
			}
		}
	}
	return list
}

// checkMeasure reports a row under an id that nothing can be recorded under.
func (k *core) checkMeasure(row *channel.Row) *source.Error {
	q, ok := k.c.names[row.Measure].(*Indicator)
	switch {
	case !ok || q.ID != row.Measure || !q.recordable():
		return &source.Error{Position: row.MeasureAt(), Message: msgUnknownMeasure, Args: []any{row.Measure}, Near: k.nearMeasure(row.Measure)}
	case row.Scenario == channel.Actual && q.ofLines():
		return &source.Error{Position: row.MeasureAt(), Message: msgSummed, Args: []any{row.Measure}}
	}
	return nil
}

// nearMeasure returns the id that was probably meant: of the thing with that
// Chinese name, or of the nearest.
func (k *core) nearMeasure(name string) string {
	var ids []string
	for _, q := range k.c.indicators {
		if !q.recordable() {
			continue
		}
		if q.NameZh == name {
			return q.ID
		}
		ids = append(ids, q.ID)
	}
	return source.Nearest(name, ids)
}

// recordable reports whether rows may be recorded under the indicator's id.
func (q *Indicator) recordable() bool { return !q.hidden || q.node.op == opMeasure }

// ofLines reports whether an indicator is summed from sale lines.
func (q *Indicator) ofLines() bool {
	n := q.node
	if n.op == opSide {
		n = n.x
	}
	if n.op != opAtom {
		return false
	}
	switch n.atom.kind {
	case atomAmount, atomQuantity, atomOrders:
		return true
	}
	return false
}

// suspect tells at a glance what a closer look may find: two periods of which
// neither holds the other overlap; a period has rows with several key sets.
func (l *ledger) suspect() (overlap, sets bool) {
	type kind struct {
		period channel.Period
		dims   dimset
	}
	seen := map[kind]bool{}
	var periods []channel.Period
	var last kind
	for i, r := range l.records {
		k := kind{r.period, r.dims}
		if i > 0 && k == last || seen[k] {
			continue
		}
		last, seen[k] = k, true
		same := false
		for _, p := range periods {
			same = same || p.Equal(r.period)
			overlap = overlap || p.Overlaps(r.period) && !p.Covers(r.period) && !r.period.Covers(p)
		}
		sets = sets || same
		if !same {
			periods = append(periods, r.period)
		}
	}
	return overlap, sets
}

// A rowCheck looks for contradictions in one ledger. finer are the dimensions
// over which its rows are summed.
type rowCheck struct {
	k     *core
	l     *ledger
	finer dimset
	list  *source.List
}

func (c *rowCheck) report(r *record, m source.Message, args ...any) {
	c.list.Add(&source.Error{Position: r.row.Position, Message: m, Args: append([]any{r.row.Measure}, args...)})
}

// overlaps reports periods that overlap without one inside the other.
func (c *rowCheck) overlaps() {
	c.l.sort()
	var first []*record // of each period
	for i := range c.l.records {
		r := c.l.records[i]
		if i == 0 || !r.period.Equal(c.l.records[i-1].period) {
			first = append(first, r)
		}
	}
	slices.SortFunc(first, func(a, b *record) int { return a.period.Compare(b.period) })
	for i, a := range first {
		for _, b := range first[i+1:] {
			if !b.period.Start().Before(a.period.End()) {
				break
			}
			if !a.period.Covers(b.period) && !b.period.Covers(a.period) {
				later := b
				if b.row.Position.Compare(a.row.Position) < 0 {
					later = a
				}
				other := a
				if later == a {
					other = b
				}
				c.report(later, msgOverlap, later.period, other.period, other.row.Position.String())
			}
		}
	}
}

// periods checks the key sets of each period. Rows of a coarser set must name
// every group that finer ones name, where that is asked for.
func (c *rowCheck) periods(complete bool) {
	c.l.sort()
	records := c.l.records
	var sets [][]*record // of the period, coarse before fine, each in the order of its keys
	for from := 0; from < len(records); {
		first, to := records[from], from+1
		for to < len(records) && records[to].period.Equal(first.period) && records[to].dims == first.dims {
			to++
		}
		sets = append(sets, records[from:to])
		if to == len(records) || !records[to].period.Equal(first.period) {
			if complete {
				c.complete(sets)
			}
			c.ambiguous(sets)
			sets = sets[:0]
		}
		from = to
	}
}

// complete reports a row of a finer set whose group a coarser set lacks.
func (c *rowCheck) complete(sets [][]*record) {
	for i, coarse := range sets {
		dims := coarse[0].dims
		if dims == 0 {
			continue
		}
		for _, fine := range sets[i+1:] {
			if fine[0].dims&dims != dims {
				continue
			}
			for _, r := range fine {
				if _, ok := slices.BinarySearchFunc(coarse, r.only(dims), compareKey); !ok {
					c.report(r, msgLacksGroup, c.keys(dims), c.group(r, dims), r.period)
				}
			}
		}
	}
}

// ambiguous reports a group for which two sets of keys count as the coarsest,
// of which neither holds the other.
func (c *rowCheck) ambiguous(sets [][]*record) {
	asked := map[dimset]bool{}
	for i := range sets {
		for j := range sets[i+1:] {
			a, b := sets[i][0].dims, sets[i+1+j][0].dims
			if b&a == a {
				continue
			}
			for s := a & b; ; s = (s - 1) & (a & b) { // every subset
				asked[s] = true
				if s == 0 {
					break
				}
			}
		}
	}
	for _, set := range slices.Sorted(maps.Keys(asked)) {
		// The sets that give a group, coarse before fine.
		givers := map[string][]dimset{}
		rows := map[string][]*record{}
		for _, records := range sets {
			s := records[0].dims
			if s&set != set || s&^set&^c.finer != 0 {
				continue
			}
			for _, r := range records {
				group := string(key(r.only(set)))
				if n := len(givers[group]); n == 0 || givers[group][n-1] != s {
					givers[group] = append(givers[group], s)
					rows[group] = append(rows[group], r)
				}
			}
		}
		for _, group := range slices.Sorted(maps.Keys(givers)) {
			least := givers[group][0]
			if least == set {
				continue
			}
			for i, s := range givers[group][1:] {
				if s&least != least {
					r := rows[group][i+1]
					c.report(r, msgTwoKeySets, c.keys(least), c.keys(s), c.group(r, set), r.period)
					break
				}
			}
		}
	}
}

// keys names the dimensions of a key set.
func (c *rowCheck) keys(dims dimset) string {
	var ids []string
	for s := dims; s != 0; s &= s - 1 {
		ids = append(ids, c.k.c.dims[lowest(s)].ID)
	}
	return strings.Join(ids, "+")
}

// group names a record's group in some of its dimensions.
func (c *rowCheck) group(r *record, dims dimset) any {
	if dims == 0 {
		return source.Term{En: "the whole", Zh: "总体"}
	}
	var values []string
	for s := dims; s != 0; s &= s - 1 {
		values = append(values, c.k.values[lowest(s)].values[r.in(lowest(s))])
	}
	return strings.Join(values, "+")
}
