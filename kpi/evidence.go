package kpi

import (
	"maps"
	"slices"

	"example.com/channelreport/channel"
)

// evidence is what a leaf of a trace rests on: sale lines, rows, partners.
type evidence struct {
	lines   []lineRead
	rows    []*channel.Row
	members []*member
}

// A lineRead is the sale lines of one group of a table.
type lineRead struct {
	t    *table
	g    int32
	kind atomKind // with an order id, with a quantity, or all
}

// facts returns how many sale lines were read.
func (r lineRead) facts() int {
	sum := &r.t.salesSums().groups[r.g]
	switch r.kind {
	case atomOrders:
		return int(sum.orderLines)
	case atomQuantity:
		return int(sum.quantityLines)
	}
	return int(sum.lines)
}

// holds reports whether every line of s is one of r.
func (r lineRead) holds(s lineRead) bool {
	a, b := r.t.cut, s.t.cut
	return r.t.w.period.Covers(s.t.w.period) && a.side|b.side == a.side && (r.kind == s.kind || r.kind == atomAmount) &&
		(a.filter == nil || b.filter != nil && a.filter.text == b.filter.text) &&
		a.by.set&^b.by.set == 0 && r.t.w.k.fold(b.by, a.by)[s.g] == r.g
}

// facts counts what evidence rests on, each row once. Of lines that others hold
// only the others count.
func (e evidence) facts() int {
	n := len(distinct(e.rows)) + len(distinct(e.members))
	for i, r := range e.lines {
		held := false
		for j, other := range e.lines {
			held = held || j != i && other.holds(r) && (j < i || !r.holds(other))
		}
		if !held {
			n += r.facts()
		}
	}
	return n
}

func distinct[T comparable](items []T) map[T]bool {
	set := make(map[T]bool, len(items))
	for _, item := range items {
		set[item] = true
	}
	return set
}

// files returns the names of the files that evidence comes from, sorted.
func (e evidence) files(book *channel.Book) []string {
	var set channel.FileSet
	for _, r := range e.lines {
		set = set.Union(r.t.filesOf()[r.g])
	}
	names := map[string]bool{}
	for _, row := range e.rows {
		if row.File >= 0 && row.File < len(book.Files()) {
			names[book.Files()[row.File].Name] = true
		}
	}
	for _, m := range e.members {
		set = set.Union(m.lines)
		if m.joined || !m.left.IsZero() {
			names[m.file] = true
		}
	}
	for i := range set.All() {
		names[book.Files()[i].Name] = true
	}
	return slices.Sorted(maps.Keys(names))
}

// filesOf returns the files that the lines of each group come from.
func (t *table) filesOf() []channel.FileSet {
	s, c := t.salesSums(), t.cut
	if s.files != nil {
		return s.files
	}
	s.files = make([]channel.FileSet, c.by.size)
	for g := range s.files {
		for _, r := range c.runsOf(g) {
			for _, i := range c.series[r.from:r.to] {
				for _, cell := range t.w.cellsOf(t.w.k.series[i]) {
					s.files[g] = s.files[g].Union(cell.Files)
				}
			}
		}
	}
	return s.files
}

// lines returns the sale lines, or the partners, behind an atom.
func (t *tracer) lines(a atom, s scope) evidence {
	k, c := t.k, s.t.cut
	if s.g < 0 || s.t.w.data == outside || !k.given(s.t, a) {
		return evidence{}
	}
	if a.kind.roster() {
		return t.partners(a.kind, s)
	}
	if a.class != "" {
		c = k.cut(c.by.set, c.side, c.filter.and(k.classes[a.class]))
	}
	kind := atomAmount
	switch a.kind {
	case atomOrders, atomOrderAmount:
		kind = atomOrders
	case atomQuantity, atomQuantityAmount:
		kind = atomQuantity
	}
	now, before := lineRead{s.t.w.table(c), s.g, kind}, lineRead{s.t.w.previous().table(c), s.g, kind}
	switch a.kind {
	case atomLost, atomKept:
		return evidence{lines: []lineRead{now, before}}
	case atomActiveBefore:
		return evidence{lines: []lineRead{before}}
	}
	return evidence{lines: []lineRead{now}}
}

// partners returns the partners that count.
func (t *tracer) partners(kind atomKind, s scope) evidence {
	e := evidence{}
	for i := range t.k.roster.members {
		m := &t.k.roster.members[i]
		if m.counted(s.t.w, kind) && t.k.groupOf(m, s.t.cut) == s.g {
			e.members = append(e.members, m)
		}
	}
	return e
}

func (e *evidence) add(records []*record) {
	for _, r := range records {
		e.rows = append(e.rows, r.row)
	}
}

// rows returns the row of a scenario or a finished rate.
func (t *tracer) rows(q *Indicator, c setting, of channel.Scenario) evidence {
	e := evidence{}
	l := t.k.ledgers[ledgerKey{q.ID, of, q.rowSide(c.t.cut.side)}]
	if b := exactly(l.view(c.t.cut.by, 0).of(c.g), c.t.w.period); b != nil && c.scenario(q, of).there() {
		e.add(b.records)
	}
	return e
}

// targetRows returns the rows of a target.
func (t *tracer) targetRows(q *Indicator, s scope) evidence {
	e := evidence{}
	if s.target(q).there() {
		e.add(s.targetRecords(q))
	}
	return e
}

// records returns the rows behind a measure.
func (t *tracer) records(m *Measure, s scope) evidence {
	e := evidence{}
	e.add(t.k.recordsBehind(s.t, m, s.g))
	return e
}

// recordsBehind returns the records that a group's figure was put together
// from: of a rest, those of the coarser group and those of the named groups.
func (k *core) recordsBehind(t *table, m *Measure, g int32) []*record {
	if g < 0 {
		return nil
	}
	by := t.cut.by
	var records []*record
	if f := t.cut.filter; f != nil {
		fine := t.w.table(k.cut(by.set|f.dims, t.cut.side, nil))
		pass, fold := k.passes(f, fine.cut.by), k.fold(fine.cut.by, by)
		for i := range pass {
			if pass[i] && fold[i] == g {
				records = append(records, k.recordsBehind(fine, m, int32(i))...)
			}
		}
		return records
	}
	l := k.ledgers[ledgerKey{m.ID, channel.Actual, t.cut.side}]
	counted := within(l.view(by, ^dimset(0)).of(g), t.w.period, nil)
	records = recordsOf(counted)
	if len(counted) > 0 || by.zerosBeyond(g, 0) == 0 {
		return records
	}
	i := by.firstZero(int(g))
	coarser := t.w.table(k.cut(by.set&^(1<<by.dims[i]), t.cut.side, nil))
	fold := k.fold(by, coarser.cut.by)
	records = k.recordsBehind(coarser, m, fold[g])
	for other := range fold {
		if fold[other] == fold[g] && by.group(int32(other))[i] != 0 {
			records = append(records, k.recordsBehind(t, m, int32(other))...)
		}
	}
	return records
}
