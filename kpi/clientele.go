package kpi

import "example.com/channelreport/channel"

// Two periods are comparable if it is the same partners that bought in them. A
// comparison of what partners bought has a note where those that bought in
// only one of the two account for more than a fifth of what was bought in both:
// then it is the set of partners that has changed, and not only what they do.

// trades reports whether a node rests on sums of sale lines.
func (n *node) trades() bool {
	switch n.op {
	case opAtom:
		return n.atom.kind >= atomAmount && n.atom.kind <= atomOrders
	case opFigure:
		return n.ind.trades
	case opRecorded:
		return false // sale lines only stand in for it
	}
	return n.x != nil && n.x.trades() || n.y != nil && n.y.trades()
}

// otherPartners reports whether a group's partners have changed between a base
// and its own window. A single partner has no other ones.
func (s scope) otherPartners(q *Indicator, base *window) bool {
	k, c := s.k(), s.t.cut
	partner := dimset(1) << k.dim(channel.PartnerID)
	if s.g < 0 || c.by.set&partner != 0 || c.filter != nil && c.filter.dims&partner != 0 {
		return false
	}
	return s.t.w.table(k.cut(c.by.set, q.needs.side, c.filter)).otherPartners(base)[s.g]
}

// A clientele says for each group of a table whether its partners are others
// than in a base.
type clientele struct {
	base    *window
	changed []bool
}

func (t *table) otherPartners(base *window) []bool {
	for _, c := range t.clienteles {
		if c.base == base {
			return c.changed
		}
	}
	changed := make([]bool, t.cut.by.size)
	now, then := t.salesSums().runs, base.table(t.cut).salesSums().runs
	scale := t.w.k.book.Sales().AmountScale()
	for g := range changed {
		var first, second, both channel.Sum // bought by partners of one, of both
		for r := t.cut.starts[g]; r < t.cut.starts[g+1]; r++ {
			if t.cut.runs[r].partner == 0 {
				continue // no id
			}
			is, was := now[r].Sign() > 0, then[r].Sign() > 0
			switch {
			case is && was:
				both = both.Plus(now[r]).Plus(then[r])
			case is:
				first = first.Plus(now[r])
			case was:
				second = second.Plus(then[r])
			}
		}
		if both.Sign() == 0 && (first.Sign() == 0 || second.Sign() == 0) {
			continue // nobody bought in one of them
		}
		one := first.Plus(second)
		changed[g] = decSum(one, scale).mul(decInt(5)).cmp(decSum(one.Plus(both), scale)) > 0
	}
	t.clienteles = append(t.clienteles, clientele{base, changed})
	return changed
}
