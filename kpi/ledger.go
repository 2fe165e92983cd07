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
	records []record // the longest period first; of a period the fewest keys first
	dims    dimset   // of all records
	keys    map[string]int32
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
	number int32   // of its key in the ledger
	value  dec
	row    *channel.Row
}

// in returns the record's value in one of its dimensions.
func (r *record) in(d int) int32 {
	return r.key[bits.OnesCount64(uint64(r.dims&(1<<d-1)))]
}

// fileRows puts the book's targets and observations into ledgers. A row
// belongs to a side; under the id of an indicator of the company or of direct
// sales it belongs to that, whatever it names. On the direct side the partner
// type is no key.
func (k *core) fileRows() {
	for _, rows := range [][]channel.Row{k.book.Targets(), k.book.Observations()} {
		for i := range rows {
			row := &rows[i]
			s := k.sideOf(row)
			l := k.ledgers[ledgerKey{row.Measure, row.Scenario, s}]
			if l == nil {
				l = &ledger{keys: map[string]int32{}, views: map[viewKey]*view{}}
				k.ledgers[ledgerKey{row.Measure, row.Scenario, s}] = l
			}
			l.records = append(l.records, k.record(row, s))
		}
	}
	for _, l := range k.ledgers {
		l.sort()
	}
}

// sideOf returns the side that a row belongs to.
func (k *core) sideOf(row *channel.Row) side {
	if q, ok := k.c.names[row.Measure].(*Indicator); ok && !q.hidden && q.side != channelSide {
		return q.side
	}
	if row.Direct() {
		return directSide
	}
	return channelSide
}

func (k *core) record(row *channel.Row, s side) record {
	r := record{period: row.Period, value: decOf(row.Value), row: row}
	type pair struct {
		dim   int
		value int32
	}
	var pairs []pair
	for _, p := range row.Key {
		set := k.c.dimset(p.Dimension)
		if set == 0 || s == directSide && p.Dimension == channel.PartnerType {
			continue
		}
		r.dims |= set
		d := bits.TrailingZeros64(uint64(set))
		pairs = append(pairs, pair{d, k.values[d].numbers[p.Value]})
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.dim, b.dim) })
	for _, p := range pairs {
		r.key = append(r.key, p.value)
	}
	return r
}

func (l *ledger) sort() {
	for i := range l.records {
		l.dims |= l.records[i].dims
	}
	slices.SortStableFunc(l.records, func(a, b record) int {
		return cmp.Or(
			cmp.Compare(b.period.Days(), a.period.Days()),
			a.period.Start().Compare(b.period.Start()),
			cmp.Compare(bits.OnesCount64(uint64(a.dims)), bits.OnesCount64(uint64(b.dims))),
			cmp.Compare(a.dims, b.dims),
			slices.Compare(a.key, b.key),
		)
	})
	for i := range l.records {
		r := &l.records[i]
		id := string(key(append([]int32{int32(r.dims), int32(r.dims >> 32)}, r.key...)))
		n, ok := l.keys[id]
		if !ok {
			n = int32(len(l.keys))
			l.keys[id] = n
		}
		r.number = n
	}
}

// A view sorts a ledger's records by the groups of a breakdown.
type view struct {
	blocks [][]block // by group; nil if no record has the keys
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
	sum     dec
}

func (b *block) dims() dimset { return b.records[0].dims }

// view returns the records that have at least the keys of a breakdown, and of
// others only those in finer.
func (l *ledger) view(b *breakdown, finer dimset) *view {
	if l == nil || l.dims&b.set != b.set {
		return &view{}
	}
	id := viewKey{b.set, finer & l.dims &^ b.set}
	if v, ok := l.views[id]; ok {
		return v
	}
	v := &view{}
	values := make([]int32, len(b.dims))
	for i := range l.records {
		r := &l.records[i]
		if r.dims&b.set != b.set || r.dims&^b.set&^finer != 0 {
			continue
		}
		for j, d := range b.dims {
			values[j] = r.in(d)
		}
		if v.blocks == nil {
			v.blocks = make([][]block, b.size)
		}
		v.add(b.at(values), r)
	}
	l.views[id] = v
	return v
}

// add adds a record, which comes behind all that precede it in the ledger.
func (v *view) add(g int32, r *record) {
	blocks := v.blocks[g]
	if n := len(blocks); n > 0 && blocks[n-1].period.Equal(r.period) {
		if last := &blocks[n-1]; last.dims() == r.dims {
			last.records = append(last.records, r)
			last.sum = last.sum.add(r.value)
		}
		return // a finer set of keys does not count beside a coarser one
	}
	v.blocks[g] = append(blocks, block{r.period, []*record{r}, r.value})
}

// of returns a group's blocks.
func (v *view) of(g int32) []block {
	if v.blocks == nil || g < 0 {
		return nil
	}
	return v.blocks[g]
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
		for i := range l.records {
			l.weights[weightKey(l.records[i].row)] = l.records[i].value
		}
	}
	w, ok := l.weights[weightKey(row)]
	return w, ok
}
