package kpi

import (
	"fmt"
	"slices"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
)

// Warnings returns what makes the figures of the period improbable or less than
// whole, and was not to be seen when the book was opened: data that end before
// the period does or begin after it, a period without a sale line, targets far
// from their actual, more customers kept than there were, direct partner types
// and product lines of classes that no fact has. It is sorted.
func (e *Evaluation) Warnings() source.List {
	k := e.k
	k.mu.Lock()
	defer k.mu.Unlock()
	w := warner{k: k, w: e.w}
	if len(k.series) > 0 {
		w.data()
		w.declared()
	}
	if !e.w.torn {
		w.targets()
		w.kept()
	}
	w.list.Sort()
	return w.list
}

type warner struct {
	k    *core
	w    *window
	list source.List
}

func (w *warner) warn(p source.Position, m source.Message, args ...any) *source.Error {
	e := &source.Error{Position: p, Message: m, Args: args, Severity: source.Warning}
	w.list.Add(e)
	return e
}

// data compares the period with the range of the data.
func (w *warner) data() {
	k, p := w.k, w.w.period
	switch {
	case k.to.Before(p.Last()):
		e := w.warn(w.edge(true), msgDataEnds, k.to, p)
		if !k.to.Before(p.Start()) {
			e.Near = channel.Range(p.Start(), k.to).String() // which can be compared with a year before
		}
	case p.Start().Before(k.from):
		w.warn(w.edge(false), msgDataBegin, k.from, p)
	case len(w.w.lines()) == 0:
		w.warn(w.edge(true), msgNoSales, p.String(), k.from.String(), k.to.String())
	}
}

// edge returns the file with the last sale lines, or with the first.
func (w *warner) edge(last bool) source.Position {
	var day channel.Date
	var set channel.FileSet
	for _, s := range w.k.series {
		cells := s.Cells()
		if len(cells) == 0 {
			continue
		}
		c := &cells[0]
		if last {
			c = &cells[len(cells)-1]
		}
		switch {
		case day.IsZero() || day != c.Date && day.Before(c.Date) == last:
			day, set = c.Date, c.Files
		case c.Date == day:
			set = set.Union(c.Files)
		}
	}
	for i := range set.All() {
		return source.Position{File: w.k.book.Files()[i].Name}
	}
	return source.Position{}
}

// declared reports what book.yaml says of groups that no fact has: misspelt,
// they would silently count for nothing.
func (w *warner) declared() {
	var at source.Position
	for _, f := range w.k.book.Files() {
		if f.Name == "book.yaml" {
			at.File = f.Name
		}
	}
	check := func(path, dim, name string) {
		if e := w.k.unheld(w.k.c.names[dim].(*Dimension), name); e != nil {
			e.Position, e.Path = at, path
			w.list.Add(e)
		}
	}
	for i, name := range w.k.setup.DirectPartnerTypes {
		check(fmt.Sprintf("direct_partner_types[%d]", i), channel.PartnerType, name)
	}
	for _, class := range w.k.setup.ProductClasses {
		for i, name := range class.Lines {
			check(fmt.Sprintf("product_classes.%s[%d]", class.Class, i), channel.ProductLine, name)
		}
	}
}

// Unheld returns a warning, without a place, if no fact of the book has a value
// of a dimension in any period, and nil if one has. Of what the book does not
// record at all, and of points in time, nothing is said.
func (e *Evaluation) Unheld(d *Dimension, value string) *source.Error {
	e.k.mu.Lock()
	defer e.k.mu.Unlock()
	if d.number >= e.k.c.facts || len(e.k.values[d.number].values) == 1 {
		return nil
	}
	return e.k.unheld(d, value)
}

func (k *core) unheld(d *Dimension, value string) *source.Error {
	groups := &k.values[d.number]
	if _, ok := groups.numbers[value]; ok {
		return nil
	}
	e := &source.Error{Message: msgNobodyHas, Args: []any{source.Term{En: d.NameEn, Zh: d.NameZh}, value}, Severity: source.Warning}
	for i := range k.book.Partners() {
		if p := &k.book.Partners()[i]; d.ID == channel.PartnerID && p.Name == value {
			e.Near = p.ID
			return e
		}
	}
	e.Near = source.Nearest(value, groups.values[1:])
	return e
}

// scopes returns the whole and the groups by one dimension of a ledger, on a
// side.
func (w *warner) scopes(l *ledger, s side) []scope {
	scopes := []scope{{t: w.w.table(w.k.cut(0, s, nil))}}
	for d := l.dims; d != 0; d &= d - 1 {
		t := w.w.table(w.k.cut(d&-d, s, nil))
		for g := range t.cut.by.size {
			scopes = append(scopes, scope{t: t, g: int32(g)})
		}
	}
	return scopes
}

// targets reports, once an indicator and side, targets that are so far from
// their actual that their unit must be another.
func (w *warner) targets() {
	for _, q := range w.k.c.indicators {
		if q.hidden {
			continue
		}
		sides := []side{channelSide, directSide}
		if q.side != channelSide {
			sides = sides[:1] // all its rows are on its own side
		}
		for _, side := range sides {
			if l := w.k.ledgers[ledgerKey{q.ID, channel.Plan, q.rowSide(side)}]; l != nil {
				w.targetsOf(q, l, side)
			}
		}
	}
}

func (w *warner) targetsOf(q *Indicator, l *ledger, side side) {
	var first source.Position
	n := 0
	for _, s := range w.scopes(l, side) {
		if s.t.cut.by.set&q.bars != 0 || !far(s.figure(q), s.target(q)) {
			continue
		}
		at := s.targetRecords(q)[0].row.Position
		if n++; n == 1 || at.Compare(first) < 0 {
			first = at
		}
	}
	if n > 0 {
		w.warn(first, msgTargetSize, q.ID, n)
	}
}

// far reports whether a target is a thousand times a figure, or the other way
// round.
func far(c, target cell) bool {
	if !c.there() || !target.there() || c.q.sign() <= 0 || target.q.sign() <= 0 {
		return false
	}
	thousand := quotInt(1000)
	return target.q.cmp(c.q.mul(thousand)) >= 0 || c.q.cmp(target.q.mul(thousand)) >= 0
}

// kept reports more customers kept than there were: in all, and of the groups
// for which both are recorded for the period itself. (Rows of parts of the
// period say of a group only that it has grown.)
func (w *warner) kept() {
	for _, pair := range [][2]string{
		{"customers_kept", "customers_start"}, {"high_value_customers_kept", "high_value_customers_start"},
	} {
		kept, start := w.k.c.names[pair[0]].(*Indicator), w.k.c.names[pair[1]].(*Indicator)
		for _, side := range []side{channelSide, directSide} {
			l := w.k.ledgers[ledgerKey{kept.ID, channel.Actual, side}]
			if l == nil {
				continue
			}
			for _, s := range w.scopes(l, side) {
				recorded := s.scenario(kept, channel.Actual).there() && s.scenario(start, channel.Actual).there()
				if recorded || s.t.cut.by.set == 0 {
					w.keptOf(kept, start, s)
				}
			}
		}
	}
}

func (w *warner) keptOf(kept, start *Indicator, s scope) {
	end, begin := s.figure(kept), s.figure(start)
	if !end.there() || !begin.there() || end.q.cmp(begin.q) <= 0 {
		return
	}
	last := slices.MaxFunc(w.k.recordsBehind(s.t, kept.node.measure, s.g), byStart)
	first := slices.MinFunc(w.k.recordsBehind(s.t, start.node.measure, s.g), byStart)
	w.warn(last.row.Position, msgMoreKept, w.w.period.String(), end.q.num.decimal(), begin.q.num.decimal(), first.row.Position)
}

func byStart(a, b *record) int { return a.period.Start().Compare(b.period.Start()) }
