package kpi

import (
	"slices"

	"example.com/channelreport/channel"
)

// evidence is what a leaf of a trace rests on: sale lines, rows, partners.
type evidence struct {
	lines   []lineRead
	records []*record
	members []*member
}

// A leafKey tells leaves apart: an indicator's aspect for a group of a table.
type leafKey struct {
	t      *table
	g      int32
	ind    *Indicator
	aspect Aspect
}

// A leaf is what a formula that is written out comes down to.
type leaf struct {
	evidence
	value Value
	facts int
	files []string
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
func (k *core) facts(e evidence) int {
	n := 0
	k.counting++
	for _, r := range e.records {
		if r.countedIn != k.counting {
			r.countedIn = k.counting
			n++
		}
	}
	for _, m := range e.members {
		if m.countedIn != k.counting {
			m.countedIn = k.counting
			n++
		}
	}
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

// files returns the names of the files that evidence comes from, sorted.
func (k *core) files(e evidence) []string {
	files := k.book.Files()
	var names []string
	add := func(name string) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	var set channel.FileSet
	for _, r := range e.lines {
		set = set.Union(r.t.filesOf()[r.g])
	}
	for _, m := range e.members {
		set = set.Union(m.lines)
		if m.joined || !m.left.IsZero() {
			add(m.file)
		}
	}
	for i := range set.All() {
		add(files[i].Name)
	}
	last := -1
	for _, r := range e.records {
		if i := r.row.File; i != last && i >= 0 && i < len(files) {
			last = i
			add(files[i].Name)
		}
	}
	slices.Sort(names)
	return names
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
				for _, cell := range t.w.cellsIn(i) {
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

// rows returns the row of a scenario or a finished rate.
func (t *tracer) rows(q *Indicator, c setting, of channel.Scenario) evidence {
	l := t.k.ledgers[ledgerKey{q.ID, of, q.rowSide(c.t.cut.side)}]
	if b := exactly(l.view(c.t.cut.by, 0).of(c.g), c.t.w.period); b != nil && c.scenario(q, of).there() {
		return evidence{records: b.records}
	}
	return evidence{}
}

// targetRows returns the rows of a target.
func (t *tracer) targetRows(q *Indicator, s scope) evidence {
	if s.target(q).there() {
		return evidence{records: s.targetRecords(q)}
	}
	return evidence{}
}

// records returns the rows behind a measure.
func (t *tracer) records(m *Measure, s scope) evidence {
	return evidence{records: t.k.recordsBehind(s.t, m, s.g)}
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
