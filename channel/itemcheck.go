package channel

import (
	"slices"
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
			if !slices.Contains(sentenceFields, f.name) {
				b.checkName(*p, func(offset int) *source.Error { return b.itemFault(it, f.name, offset, msgExpression) })
			}
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

// sentenceFields are the fields of items that hold sentences, in which {{ }} is
// an expression of the report's language. All other texts are names.
var sentenceFields = []string{"text", "impact", "purpose", "effect", "remaining", "consequence", "otherwise"}

// checkName refuses an expression where it would be printed as it is written.
func (b *builder) checkName(text string, fail func(offset int) *source.Error) {
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
		if name == "title" {
			b.checkName(text, func(offset int) *source.Error { return fail(name, offset, msgExpression) })
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
	return b.add(placeOf(p, key, offset, otherwise, it), m, args...)
}

func placeOf(p places, key string, offset int, otherwise source.Position, it *Item) place {
	if v, ok := p[key]; ok && offset > 0 {
		return v.at(offset)
	} else if ok {
		return v.place()
	} else if v, ok := p[""]; ok {
		return v.place()
	}
	return place{position: otherwise, path: it.Kind.String() + "." + key}
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
