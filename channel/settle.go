package channel

import (
	"cmp"
	"slices"
)

// finish makes the sales of what was added. A blank text falls back to the
// partner's attribute, then to Unassigned.
func (t *tally) finish(partner func(id string) *Partner) *Sales {
	s := &Sales{amountScale: t.amountScale, quantityScale: t.quantityScale, orders: &t.orders}
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
	t.orders.ids.slots = nil // the book numbers no more orders
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

// share hands each series its cells by date, and orders the series. It gives
// each series of the tally up as soon as that is done, so that never all cells
// are there twice.
func (t *tally) share(s *Sales) {
	for i := range s.series {
		from := &t.series[i]
		cells := make([]Cell, len(from.days))
		for j, d := range from.days {
			cell := from.cells.at(int(d.cell))
			slices.Sort(cell.Orders)
			cell.Orders = slices.Compact(cell.Orders)
			cells[j] = *cell
		}
		s.series[i].cells = cells
		*from = seriesTally{}
	}
	slices.SortFunc(s.series, func(a, b Series) int {
		return cmp.Or(slices.Compare(a.key, b.key), slices.Compare(a.own, b.own))
	})
}
