package channel

import (
	"slices"
	"strings"
)

// ItemsFor returns the items that a report of a period shows: those whose
// period equals it; if the book has none, those of the periods inside it (of
// each carried_from chain the last); else those of the shortest period that
// holds it.
func (b *Book) ItemsFor(p Period) []*Item {
	var equal, inside, around []*Item
	for _, it := range b.items {
		switch {
		case it.Period.Equal(p):
			equal = append(equal, it)
		case p.Covers(it.Period):
			inside = append(inside, it)
		case it.Period.Covers(p):
			if len(around) > 0 && around[0].Period.Days() > it.Period.Days() {
				around = around[:0]
			}
			if len(around) == 0 || around[0].Period.Equal(it.Period) {
				around = append(around, it)
			}
		}
	}
	if len(equal) > 0 {
		return equal
	}
	if len(inside) > 0 {
		return b.lastOfChains(inside)
	}
	return around
}

// lastOfChains leaves out the items that another of the list carries on.
func (b *Book) lastOfChains(items []*Item) []*Item {
	carried := map[itemRef]bool{}
	for _, it := range items {
		if slash := strings.LastIndexByte(it.CarriedFrom, '/'); slash >= 0 {
			if p, err := b.setup.ParsePeriod(it.CarriedFrom[:slash]); err == nil {
				carried[itemRef{p.start, p.end, it.CarriedFrom[slash+1:]}] = true
			}
		}
	}
	return slices.DeleteFunc(items, func(it *Item) bool {
		return it.ID != "" && carried[itemRef{it.Period.start, it.Period.end, it.ID}]
	})
}
