package kpi

import (
	"slices"

	"example.com/channelreport/channel"
)

// atomColumn computes what sale lines, partners or the calendar give, for
// every group of a table.
func (k *core) atomColumn(t *table, a atom) []cell {
	w := t.w
	switch {
	case a.kind == atomDays:
		return t.cells(haveInt(w.period.Days()))
	case w.data == outside, !k.given(t, a):
		return t.cells(without(noData))
	case a.class != "":
		t = w.table(k.cut(t.cut.by.set, t.cut.side, t.cut.filter.and(k.classes[a.class])))
	}
	var column []cell
	switch a.kind {
	case atomAmount, atomOrderAmount, atomQuantityAmount, atomQuantity, atomOrders:
		column = k.sumColumn(t, a.kind)
	case atomPartners, atomNewPartners:
		column = k.rosterColumn(t, a.kind)
	case atomActive, atomLost, atomActiveBefore, atomKept:
		column = k.activityColumn(t, a.kind)
	default:
		column = k.concentrationColumn(t, a.kind)
	}
	if w.data == partly {
		for g := range column {
			column[g].notes |= notePartial
		}
	}
	return column
}

// given reports whether the book has at all what an atom is made of.
func (k *core) given(t *table, a atom) bool {
	if t.cut.side == directSide && len(k.setup.DirectPartnerTypes) == 0 {
		return false
	}
	if _, ok := k.classes[a.class]; a.class != "" && !ok {
		return false
	}
	switch a.kind {
	case atomAmount, atomPartners:
		return true
	case atomOrders, atomOrderAmount:
		return k.hasOrders
	case atomQuantity, atomQuantityAmount:
		return k.hasQuantity
	}
	return k.hasPartners
}

func (k *core) sumColumn(t *table, kind atomKind) []cell {
	column := t.cells(cell{q: quotInt(0)})
	if kind == atomOrders {
		for g, n := range t.distinctOrders() {
			column[g] = haveInt(int(n))
		}
		return column
	}
	s := t.salesSums()
	scale := k.book.Sales().AmountScale()
	if kind == atomQuantity {
		scale = k.book.Sales().QuantityScale()
	}
	for g := range s.groups {
		sum := &s.groups[g]
		if sum.lines == 0 {
			continue
		}
		var n channel.Sum
		switch kind {
		case atomAmount:
			n = sum.amount
		case atomOrderAmount:
			n = sum.orderAmount
		case atomQuantityAmount:
			n = sum.quantityAmount
		case atomQuantity:
			n = sum.quantity
		}
		column[g] = have(quot{decSum(n, scale), decOne})
	}
	return column
}

// activityColumn counts partners by what they bought in this period and in the
// one before. Of a group only its own facts count.
func (k *core) activityColumn(t *table, kind atomKind) []cell {
	now := t.salesSums()
	before := now
	if kind != atomActive {
		w := t.w.previous()
		if w.data == outside {
			return t.cells(without(missingBase))
		}
		before = w.table(t.cut).salesSums()
	}
	column := t.cells(cell{q: quotInt(0)})
	for g := range column {
		n := 0
		for r := t.cut.starts[g]; r < t.cut.starts[g+1]; r++ {
			if t.cut.runs[r].partner == 0 {
				continue // no id
			}
			is, was := now.runs[r].Sign() > 0, before.runs[r].Sign() > 0
			switch kind {
			case atomActive:
				was = is
			case atomLost:
				was = was && !is
			case atomKept:
				was = was && is
			}
			if was {
				n++
			}
		}
		column[g] = haveInt(n)
	}
	if kind != atomActive && t.w.previous().data == partly {
		for g := range column {
			column[g].notes |= notePartial
		}
	}
	return column
}

// concentrationColumn computes shares of the largest partners among those with
// an id and positive sales.
func (k *core) concentrationColumn(t *table, kind atomKind) []cell {
	s := t.salesSums()
	scale := k.book.Sales().AmountScale()
	column := t.cells(cell{})
	var sizes []dec
	for g := range column {
		sizes = sizes[:0]
		var total dec
		notes := noteSet(0)
		for r := t.cut.starts[g]; r < t.cut.starts[g+1]; r++ {
			if t.cut.runs[r].partner == 0 || s.runs[r].Sign() <= 0 {
				if s.runs[r].Sign() != 0 {
					notes |= noteLeftOut
				}
				continue
			}
			size := decSum(s.runs[r], scale)
			sizes = append(sizes, size)
			total = total.add(size)
		}
		if len(sizes) == 0 {
			column[g] = without(zeroDenominator).noting(notes)
			continue
		}
		column[g] = have(concentration(sizes, total, kind)).noting(notes)
	}
	return column
}

func concentration(sizes []dec, total dec, kind atomKind) quot {
	var sum dec
	if kind == atomHHI {
		for _, size := range sizes {
			sum = sum.add(size.mul(size))
		}
		return quot{sum.mul(decInt(10_000)), total.mul(total)}
	}
	n := map[atomKind]int{atomCR1: 1, atomCR3: 3, atomCR5: 5}[kind]
	slices.SortFunc(sizes, func(a, b dec) int { return b.cmp(a) })
	for _, size := range sizes[:min(n, len(sizes))] {
		sum = sum.add(size)
	}
	return quot{sum, total}
}
