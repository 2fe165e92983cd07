package channel

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"example.com/channelreport/channel/source"
)

// linkItems checks the ids of all items and what they refer to, and puts the
// items in order.
func (b *builder) linkItems() {
	known := map[itemRef]*Item{}
	learn := func(it *Item) {
		if it.ID == "" {
			return
		}
		ref := itemRef{it.Period.start, it.Period.end, it.ID}
		if before, ok := known[ref]; ok {
			b.itemFault(it, "id", 0, msgItemTwice, it.ID, it.Period.String(), before.At("id"))
			return
		}
		known[ref] = it
	}
	for _, it := range b.items {
		learn(it)
		for _, cause := range it.Causes {
			learn(cause)
		}
	}
	for _, it := range b.items {
		b.checkLinks(it, known)
	}
	b.checkCircles(known)
	slices.SortStableFunc(b.items, func(x, y *Item) int {
		return cmp.Or(x.Period.Compare(y.Period), cmp.Compare(x.Kind, y.Kind))
	})
	b.warnOfCopies(known)
}

// checkLinks refuses links to items that the book does not have, and a
// carried_from that does not lead back in time (so that there is no circle).
func (b *builder) checkLinks(it *Item, known map[itemRef]*Item) {
	for _, f := range fieldsOf(it.Kind) {
		ids, ok := f.of(it).(*[]string)
		if !ok || f.name == "moves" {
			continue // what initiatives move are indicators, which kpi knows
		}
		for i, id := range *ids {
			place := f.name + "[" + strconv.Itoa(i) + "]"
			switch to := b.resolve(it.Period, id, known); {
			case to == nil:
				b.itemFault(it, place, 0, msgDanglingLink, id).Near = nearestItem(it.Period, id, known)
			case !slices.Contains(linkKinds[f.name], to.Kind):
				b.warn(placeOf(it.places, place, 0, it.Position, it), msgLinkKind, id, to.Kind.many(), f.name, kindsIn(linkKinds[f.name]))
			}
		}
	}
	if it.CarriedFrom == "" {
		return
	}
	switch from := b.resolve(it.Period, it.CarriedFrom, known); {
	case from == nil:
		b.itemFault(it, "carried_from", 0, msgDanglingLink, it.CarriedFrom).Near = nearestItem(it.Period, it.CarriedFrom, known)
	case !from.Period.start.Before(it.Period.start):
		b.itemFault(it, "carried_from", 0, msgCarriedBack, it.CarriedFrom, it.Period.String())
	}
}

// resolve returns the item that an id means in a period: one of the same
// period, or of the period that the id names, as in 2026-Q2/A1.
func (b *builder) resolve(p Period, id string, known map[itemRef]*Item) *Item {
	if it, ok := known[itemRef{p.start, p.end, id}]; ok {
		return it
	}
	slash := strings.LastIndexByte(id, '/')
	if slash < 0 {
		return nil
	}
	other, err := b.setup.ParsePeriod(id[:slash])
	if err != nil {
		return nil
	}
	return known[itemRef{other.start, other.end, id[slash+1:]}]
}

// nearestItem returns what was probably meant by a link that leads nowhere:
// the same id in the latest other period, or a similar id.
func nearestItem(p Period, id string, known map[itemRef]*Item) string {
	var same *Item
	var names []string
	for ref, it := range known {
		switch {
		case ref.start == p.start && ref.end == p.end:
			names = append(names, ref.id)
		default:
			names = append(names, it.Period.String()+"/"+ref.id)
			if ref.id == id && (same == nil || same.Period.Compare(it.Period) < 0) {
				same = it
			}
		}
	}
	if same != nil {
		return same.Period.String() + "/" + id
	}
	slices.Sort(names)
	return source.Nearest(id, names)
}

// linkKinds are the kinds that each field with links is meant for. Another is
// worth a warning: a report looks for what answers a problem and serves a
// measure along these links.
var linkKinds = map[string][]Kind{
	"answers":  {Problem, Cause, Unresolved, Challenge, Opportunity, Goal},
	"serves":   {Measure, Initiative, Goal},
	"concerns": {Problem, Cause, Challenge, Measure},
	"needs":    {Resource},
}

// many is the kind as an operand of a message: problems, 问题.
func (k Kind) many() source.Term { return source.Term{En: kindNames[k].key, Zh: kindNames[k].zh} }

func kindsIn(kinds []Kind) source.Term {
	var t source.Term
	for i, k := range kinds {
		if i > 0 {
			t.En, t.Zh = t.En+", ", t.Zh+"、"
		}
		t.En, t.Zh = t.En+kindNames[k].key, t.Zh+kindNames[k].zh
	}
	return t
}

// checkCircles refuses links that lead back to where they began: A answers B,
// which concerns A. Each circle is reported once, at the link that closes it.
func (b *builder) checkCircles(known map[itemRef]*Item) {
	const seen, open = 1, 2
	state := map[*Item]int{}
	var path []string
	var visit func(it *Item)
	visit = func(it *Item) {
		if state[it] == seen {
			return
		}
		state[it] = open
		path = append(path, it.ID)
		for _, f := range fieldsOf(it.Kind) {
			ids, ok := f.of(it).(*[]string)
			if !ok || f.name == "moves" {
				continue
			}
			for i, id := range *ids {
				to := b.resolve(it.Period, id, known)
				if to == nil {
					continue
				}
				if state[to] == open {
					from := slices.Index(path, to.ID)
					b.itemFault(it, f.name+"["+strconv.Itoa(i)+"]", 0, msgCircle, strings.Join(append(slices.Clone(path[from:]), to.ID), " → "))
					continue
				}
				visit(to)
			}
		}
		path = path[:len(path)-1]
		state[it] = seen
	}
	for _, it := range b.items {
		visit(it)
	}
}

// warnOfCopies reports what is easily left as it was when the items of a period
// are copied for the next: a carried_from that an item of the period between
// has already, and a date by which something was due before the period began,
// though it is said to go on.
func (b *builder) warnOfCopies(known map[itemRef]*Item) {
	carried := map[*Item]*Item{}
	for _, it := range b.items { // by period
		if !it.Due.IsZero() && it.Due.Before(it.Period.start) && (it.Status == "planned" || it.Status == "running" || it.Status == "partly done") {
			b.warn(placeOf(it.places, "due", 0, it.Position, it), msgOverdue, it.Due, it.Status.both())
		}
		if it.CarriedFrom == "" {
			continue
		}
		from := b.resolve(it.Period, it.CarriedFrom, known)
		if before := carried[from]; before != nil && before.Period.start.Before(it.Period.start) {
			e := b.warn(placeOf(it.places, "carried_from", 0, it.Position, it), msgCarriedTwice, it.CarriedFrom, before.Period.String())
			if before.ID != "" {
				e.Near = before.Period.String() + "/" + before.ID
			}
			continue
		}
		carried[from] = it
	}
}
