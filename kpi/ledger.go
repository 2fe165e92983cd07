package kpi

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"example.com/channelreport/channel"
)

// A ledger holds the rows that are recorded under one id and scenario on one
// side: of a measure, of a target, of a finished rate.
type ledger struct {
	records []*record // in order the longest period comes first, of a period the fewest keys
	inOrder bool
	dims    dimset // of all records
	views   map[viewKey]*view
	weights map[string]dec // by weightKey, when asked for
}

type ledgerKey struct {
	id       string
	scenario channel.Scenario
	side     side
}

// A record is a row with its key as numbers.
type record struct {
	period channel.Period
	dims   dimset
	key    []int32 // by ascending dimension
	row    *channel.Row

	countedIn uint32 // see facts
}

func (r *record) value() dec { return decOf(r.row.Value) }

// in returns the record's value in one of its dimensions.
func (r *record) in(d int) int32 {
	return r.key[bits.OnesCount64(uint64(r.dims&(1<<d-1)))]
}

// only returns the record's values in some of its dimensions.
func (r *record) only(dims dimset) []int32 {
	values := make([]int32, 0, 4)
	for s := dims; s != 0; s &= s - 1 {
		values = append(values, r.in(lowest(s)))
	}
	return values
}

func compareKey(r *record, key []int32) int { return slices.Compare(r.key, key) }

// fileRows puts the book's targets and observations into ledgers. A row
// belongs to a side; under the id of an indicator of the company or of direct
// sales it belongs to that, whatever it names. On the direct side the partner
// type is no key. The keys have the numbers in which their values were met.
func (k *core) fileRows() []record {
	targets, observations := k.book.Targets(), k.book.Observations()
	records := make([]record, len(targets)+len(observations))
	keys := make([]int32, 0, 4*len(records))
	next := 0
	partnerType := k.dim(channel.PartnerType)
	values := make([]int32, k.c.facts)
	type filed struct { // of one id
		own     side // of the indicator that the id names
		ledgers [channel.Plan + 1][companySide + 1]*ledger
	}
	ids := map[string]*filed{}
	type dimension struct {
		id     string
		number int
	}
	var dims []dimension // of the pairs of the row before
	for _, rows := range [][]channel.Row{targets, observations} {
		for i := range rows {
			row := &rows[i]
			f := ids[row.Measure]
			if f == nil {
				f = &filed{own: k.sideOf(row.Measure)}
				ids[row.Measure] = f
			}
			s := f.own
			if s == channelSide && row.Direct() {
				s = directSide
			}
			l := f.ledgers[row.Scenario][s]
			if l == nil {
				l = &ledger{views: map[viewKey]*view{}}
				f.ledgers[row.Scenario][s], k.ledgers[ledgerKey{row.Measure, row.Scenario, s}] = l, l
			}
			r := &records[next]
			next++
			r.period, r.row = row.Period, row
			for j := range row.Key {
				if id := row.Key[j].Dimension; j >= len(dims) || dims[j].id != id {
					dims = append(dims[:j], dimension{id, k.dim(id)})
				}
				d := dims[j].number
				if d >= k.c.facts || s == directSide && d == partnerType {
					continue
				}
				r.dims |= 1 << d
				values[d] = k.values[d].meet(row.Key[j].Value)
			}
			from := len(keys)
			for s := r.dims; s != 0; s &= s - 1 {
				keys = append(keys, values[lowest(s)])
			}
			r.key = keys[from:len(keys):len(keys)]
			l.records = append(l.records, r)
			l.dims |= r.dims
		}
	}
	return records
}

// sort puts the ledger's records in order, when that is first needed.
func (l *ledger) sort() {
	if !l.inOrder {
		l.inOrder = true
		slices.SortFunc(l.records, compareRecords)
	}
}

// sideOf returns the side that all rows of an id belong to; the channel's tells
// its rows apart.
func (k *core) sideOf(id string) side {
	if q, ok := k.c.names[id].(*Indicator); ok && !q.hidden {
		return q.side
	}
	return channelSide
}

func compareRecords(a, b *record) int {
	if a, b := a.period.Days(), b.period.Days(); a != b {
		return b - a
	}
	if c := a.period.Start().Compare(b.period.Start()); c != 0 {
		return c
	}
	if a.dims != b.dims {
		if fewer(a.dims, b.dims) {
			return -1
		}
		return 1
	}
	if c := slices.Compare(a.key, b.key); c != 0 {
		return c
	}
	return a.row.Position.Compare(b.row.Position) // several direct types
}

// fewer orders key sets from coarse to fine.
func fewer(a, b dimset) bool {
	if n, m := a.size(), b.size(); n != m {
		return n < m
	}
	return a < b
}

// A view sorts a ledger's records by the groups of a breakdown.
type view struct {
	records []*record // by group, then as in the ledger
	blocks  []block   // by group; the longest period first
	starts  []int32   // where the blocks of each group start; nil if there are none
}

type viewKey struct {
	by    dimset
	finer dimset // keys that records may have beyond
}

// A block is what a ledger says of one group in one period: the records with
// exactly the group's keys or, lacking those, of the coarsest finer set.
type block struct {
	period  channel.Period
	records []*record
}

func (b *block) dims() dimset { return b.records[0].dims }

// sum adds a block's records.
func (b *block) sum() dec {
	sum := b.records[0].value()
	for _, r := range b.records[1:] {
		sum = sum.add(r.value())
	}
	return sum
}

// view returns the records that have at least the keys of a breakdown, and of
// others only those in finer.
func (l *ledger) view(b *breakdown, finer dimset) *view {
	if l == nil || l.dims&b.set != b.set {
		return &noView
	}
	id := viewKey{b.set, finer & l.dims &^ b.set}
	v, ok := l.views[id]
	if !ok {
		v = l.sorted(b, id.finer)
		l.views[id] = v
	}
	return v
}

var noView view

func (l *ledger) sorted(b *breakdown, finer dimset) *view {
	l.sort()
	groups := make([]int32, len(l.records)) // -1: not in the view
	ends := make([]int32, b.size+1)
	values := make([]int32, len(b.dims))
	n := 0
	for i, r := range l.records {
		groups[i] = -1
		if r.dims&b.set != b.set || r.dims&^b.set&^finer != 0 {
			continue
		}
		for j, d := range b.dims {
			values[j] = r.in(d)
		}
		groups[i] = b.at(values)
		ends[groups[i]+1]++
		n++
	}
	if n == 0 {
		return &noView
	}
	for g := range b.size {
		ends[g+1] += ends[g]
	}
	// After this ends[g] is where group g ends, and not where it starts.
	v := &view{records: make([]*record, n), starts: make([]int32, b.size+1)}
	blocks := 0
	last := make([]*record, b.size)
	for i, r := range l.records {
		if g := groups[i]; g >= 0 {
			v.records[ends[g]] = r
			ends[g]++
			if last[g] == nil || !last[g].period.Equal(r.period) {
				last[g] = r
				blocks++
			}
		}
	}
	v.blocks = make([]block, 0, blocks)
	from := int32(0)
	for g := range b.size {
		v.starts[g] = int32(len(v.blocks))
		v.split(v.records[from:ends[g]])
		from = ends[g]
	}
	v.starts[b.size] = int32(len(v.blocks))
	return v
}

// split makes the blocks of one group's records. A finer set of keys does not
// count beside a coarser one.
func (v *view) split(records []*record) {
	for i := 0; i < len(records); {
		next, same := i+1, i+1
		for next < len(records) && records[next].period.Equal(records[i].period) {
			if records[next].dims == records[i].dims {
				same = next + 1
			}
			next++
		}
		v.blocks = append(v.blocks, block{records[i].period, records[i:same]})
		i = next
	}
}

// empty reports whether no group has a record.
func (v *view) empty() bool { return v.starts == nil }

// of returns a group's blocks.
func (v *view) of(g int32) []block {
	if v.starts == nil || g < 0 {
		return nil
	}
	return v.blocks[v.starts[g]:v.starts[g+1]]
}

// within returns the blocks that count in a window: those of periods inside it,
// unless they lie in a longer one that counts.
func within(blocks []block, w channel.Period, counted []*block) []*block {
	counted = counted[:0]
next:
	for i := range blocks {
		if !w.Covers(blocks[i].period) {
			continue
		}
		for _, longer := range counted {
			if longer.period.Covers(blocks[i].period) {
				continue next
			}
		}
		counted = append(counted, &blocks[i])
	}
	return counted
}

// exactly returns the block of exactly a period.
func exactly(blocks []block, p channel.Period) *block {
	for i := range blocks {
		if blocks[i].period.Equal(p) {
			return &blocks[i]
		}
	}
	return nil
}

// A grain tells periods of one kind: so many months, or so many days.
type grain struct{ months, days int }

func grainOf(p channel.Period) grain {
	if months, ok := p.WholeMonths(); ok {
		return grain{months: months}
	}
	return grain{days: p.Days()}
}

func compareGrains(a, b grain) int { // months are no shorter than as many days
	return cmp.Compare(b.months*31+b.days, a.months*31+a.days)
}

// weightKey tells a row's period and key as they were written.
func weightKey(row *channel.Row) string {
	var b strings.Builder
	b.WriteString(row.Period.Start().String())
	b.WriteString(row.Period.Last().String())
	for _, p := range row.Key {
		b.WriteByte(0)
		b.WriteString(p.Dimension)
		b.WriteByte(0)
		b.WriteString(p.Value)
	}
	return b.String()
}

// weight returns the value of the ledger's row with the period and key of
// another row.
func (l *ledger) weight(row *channel.Row) (dec, bool) {
	if l == nil {
		return dec{}, false
	}
	if l.weights == nil {
		l.weights = map[string]dec{}
		for _, r := range l.records {
			l.weights[weightKey(r.row)] = r.value()
		}
	}
	w, ok := l.weights[weightKey(row)]
	return w, ok
}
