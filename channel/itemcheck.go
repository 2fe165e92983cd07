package channel

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"example.com/channelreport/channel/source"
)

// addItem takes in an item and checks what can be checked without the others.
func (b *builder) addItem(it *Item) {
	b.checkItem(it)
	b.items = append(b.items, it)
}

// checkItem checks an item and its parts, and gives its words their English
// form.
func (b *builder) checkItem(it *Item) {
	if _, whole := it.Period.WholeMonths(); !whole && !it.Period.IsZero() && b.setup.Grain == "month" {
		b.itemFault(it, "period", 0, msgPeriodGrain, it.Period.String())
	}
	if v, given := it.places["title"]; isBlank(it.Title) && (!given || v.readable()) {
		b.itemFault(it, "title", 0, msgNoTitle, it.Kind.one())
	}
	for i := range fields {
		f := &fields[i]
		if !f.isSet(it) {
			continue
		}
		if !slices.Contains(kindFields[it.Kind], f.name) {
			b.itemFault(it, f.name, 0, msgFieldOfKind, it.Kind.one(), f.name)
			continue
		}
		switch p := f.of(it).(type) {
		case *string:
			b.checkAuthorText(*p, func(offset int) *source.Error {
				return b.itemFault(it, f.name, offset, msgNotYet, expressionsInText)
			})
		case *Word:
			if w, ok := wordNamed(string(*p), f.words); ok {
				*p = w
			} else {
				b.itemFault(it, f.name, 0, msgWord, string(*p), describe(f.words)).Near = nearestWord(string(*p), f.words)
			}
		case *[]Evidence:
			for j := range *p {
				b.checkEvidence(it, f.name, &(*p)[j])
			}
		case *[]*Item:
			for _, part := range *p {
				part.Kind, part.Period = f.part, it.Period
				b.checkItem(part)
			}
		}
	}
	b.checkAmounts(it)
	for _, end := range []struct {
		field string
		day   Date
	}{{"due", it.Due}, {"done", it.Done}} {
		if !end.day.IsZero() && end.day.Before(it.Start) {
			b.itemFault(it, end.field, 0, msgDateOrder, end.day, it.Start)
		}
	}
}

// expressionsInText is what author text cannot hold yet: until it is compiled,
// a template's expression in it would be printed raw.
var expressionsInText = source.Term{En: "an expression {{ }} in an author's text", Zh: "在撰写的文字中使用表达式 {{ }}"}

// checkAuthorText refuses what an author's text may not hold.
func (b *builder) checkAuthorText(text string, fail func(offset int) *source.Error) {
	if i := strings.Index(text, "{{"); i >= 0 {
		fail(i)
	}
}

// checkEvidence checks an entry of a list of evidence.
func (b *builder) checkEvidence(it *Item, list string, e *Evidence) {
	fail := func(key string, offset int, m source.Message, args ...any) *source.Error {
		return b.fault(e.places, key, offset, e.Position, it, m, args...)
	}
	allowed := evidenceFields[list]
	for _, name := range []string{"figure", "scope", "claim", "title", "text", "from", "to", "at_least", "at_most"} {
		text := *e.text(name)
		if text != "" && !slices.Contains(allowed, name) {
			fail(name, 0, msgFieldOfKind, source.Term{En: list, Zh: list}, name)
		}
		if name == "title" || name == "text" {
			b.checkAuthorText(text, func(offset int) *source.Error {
				return fail(name, offset, msgNotYet, expressionsInText)
			})
		}
	}
	if e.Figure == "" && (e.Title == "" || list == "effects" || list == "aim") {
		fail("figure", 0, msgRequiredCell, "figure")
	}
	if list == "aim" && (e.AtLeast == "") == (e.AtMost == "") {
		fail("at_least", 0, msgOneOf, "at_least, at_most")
	}
}

// checkAmounts refuses a resource that is asked for in two ways.
func (b *builder) checkAmounts(it *Item) {
	ways := 0
	for _, n := range []bool{it.Amount.Valid, it.Increase.Valid, it.Headcount.Valid} {
		if n {
			ways++
		}
	}
	if ways > 1 {
		b.itemFault(it, "amount", 0, msgOneOf, "amount, increase, headcount")
	}
	if it.Headcount.Valid && (!it.Headcount.Decimal.IsInteger() || it.Headcount.Decimal.IsNegative()) {
		b.itemFault(it, "headcount", 0, msgWholeCount, it.Headcount.Decimal.String())
	}
}

// itemFault reports a problem with a field of an item.
func (b *builder) itemFault(it *Item, field string, offset int, m source.Message, args ...any) *source.Error {
	return b.fault(it.places, field, offset, it.Position, it, m, args...)
}

// fault reports a problem at the place of a key, or with the whole entry if
// the key has none.
func (b *builder) fault(p places, key string, offset int, otherwise source.Position, it *Item, m source.Message, args ...any) *source.Error {
	at := place{position: otherwise, path: it.Kind.String() + "." + key}
	if v, ok := p[key]; ok && offset > 0 {
		at = v.at(offset)
	} else if ok {
		at = v.place()
	} else if v, ok := p[""]; ok {
		at = v.place()
	}
	return b.add(at, m, args...)
}

func nearestWord(text string, words []Word) string {
	var names []string
	for _, w := range words {
		names = append(names, string(w), wordsZh[w])
	}
	return source.Nearest(text, names)
}

// An itemRef identifies an item.
type itemRef struct {
	start, end Date
	id         string
}

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
	slices.SortStableFunc(b.items, func(x, y *Item) int {
		return cmp.Or(x.Period.Compare(y.Period), cmp.Compare(x.Kind, y.Kind))
	})
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
			if b.resolve(it.Period, id, known) == nil {
				place := f.name + "[" + strconv.Itoa(i) + "]"
				b.itemFault(it, place, 0, msgDanglingLink, id).Near = nearestItem(it.Period, id, known)
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
