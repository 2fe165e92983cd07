package channel

import (
	"io/fs"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

const itemsSchema = "channelreport/items/v1"

// readItemDocument takes in one items*.yaml.
func (b *builder) readItemDocument(fsys fs.FS, name string) {
	file, v, ok := readDocument(fsys, name, &b.problems)
	if !ok || !v.checkSchema(itemsSchema) {
		return
	}
	var period Period
	var lists [lastTopKind + 1]value
	keys := []key{
		{"schema", func(value) {}},
		{"period", func(v value) { period, _ = b.decodePeriod(v) }},
	}
	for k := Goal; k <= lastTopKind; k++ {
		keys = append(keys, key{k.String(), func(v value) { lists[k] = v }})
	}
	v.object(keys...)
	if !v.has("period") {
		v.fail(msgMissingKey, "period", "2026-Q3")
	}
	for k, list := range lists {
		if list.node == nil {
			continue
		}
		for _, entry := range list.list() {
			b.addItem(b.decodeItem(entry, Kind(k), period))
			file.Rows++
		}
	}
	file.kind = "items"
	b.files = append(b.files, file)
}

// decodePeriod reads a period, fiscal ones included.
func (b *builder) decodePeriod(v value) (Period, string) {
	text := v.text()
	p, err := b.setup.ParsePeriod(text)
	if err != nil {
		v.refuse(err)
	}
	return p, text
}

// decodeItem reads an item or a part of one. A bare text is its title.
func (b *builder) decodeItem(v value, kind Kind, period Period) *Item {
	it := &Item{Kind: kind, Period: period, Position: v.position(), places: places{"": v}}
	if v.isText() {
		it.Title, it.places["title"] = v.text(), v
		return it
	}
	var keys []key
	for _, f := range fieldsOf(kind) {
		keys = append(keys, key{f.name, func(v value) {
			it.places[f.name] = v
			b.decodeField(v, &f, it)
		}})
	}
	v.object(keys...)
	return it
}

// decodeField reads a field of an item according to the field's type.
func (b *builder) decodeField(v value, f *field, it *Item) {
	if v.isNull() {
		return
	}
	switch to := f.of(it).(type) {
	case *string:
		*to = v.text()
		if f.typ == PeriodField {
			b.decodePeriod(v)
		}
	case *Word:
		*to = Word(v.text())
	case *Date:
		b.setDay(to)(v)
	case *decimal.NullDecimal:
		format := b.setup.format(itemsFile)
		n, err := format.decimal(v.text(), f.unit)
		if err != nil {
			v.refuse(err)
			return
		}
		*to = decimal.NewNullDecimal(n)
	case *[]string:
		for _, id := range v.list() {
			if text := id.text(); text != "" {
				it.places[f.name+"["+strconv.Itoa(len(*to))+"]"] = id
				*to = append(*to, text)
			}
		}
	case *[]Evidence:
		for _, entry := range v.list() {
			*to = append(*to, b.decodeEvidence(entry, f.name))
		}
	case *[]*Item:
		for _, entry := range v.list() {
			*to = append(*to, b.decodeItem(entry, f.part, it.Period))
		}
	}
}

// setDay reads a date as the rule for items says.
func (b *builder) setDay(to *Date) func(value) {
	return func(v value) {
		text := v.text()
		if text == "" {
			return
		}
		format := b.setup.format(itemsFile)
		day, err := format.date(text)
		if err != nil {
			v.refuse(err)
		}
		*to = day
	}
}

// evidenceFields are the keys of an entry in each list of evidence, the one
// that it must have first.
var evidenceFields = map[string][]string{
	"evidence": {"figure", "scope", "claim", "title"},
	"outputs":  {"figure", "scope", "claim", "title"},
	"effects":  {"figure", "scope", "from", "to", "text"},
	"aim":      {"figure", "scope", "at_least", "at_most", "due"},
}

// text returns the field of a key, nil for due, which is a date.
func (e *Evidence) text(key string) *string {
	switch key {
	case "figure":
		return &e.Figure
	case "scope":
		return &e.Scope
	case "claim":
		return &e.Claim
	case "title":
		return &e.Title
	case "text":
		return &e.Text
	case "from":
		return &e.From
	case "to":
		return &e.To
	case "at_least":
		return &e.AtLeast
	case "at_most":
		return &e.AtMost
	}
	return nil
}

// decodeEvidence reads an entry of a list of evidence. A bare text is a
// figure.
func (b *builder) decodeEvidence(v value, list string) Evidence {
	e := Evidence{Position: v.position(), places: places{"": v}}
	if v.isText() {
		e.Figure, e.places["figure"] = v.text(), v
		return e
	}
	var keys []key
	for _, name := range evidenceFields[list] {
		keys = append(keys, key{name, func(v value) {
			e.places[name] = v
			if to := e.text(name); to != nil {
				*to = v.text()
			} else {
				b.setDay(&e.Due)(v)
			}
		}})
	}
	v.object(keys...)
	return e
}

// wordNamed returns the word that a text means in English or Chinese.
func wordNamed(text string, allowed []Word) (Word, bool) {
	for _, w := range allowed {
		if string(w) == text || wordsZh[w] == text {
			return w, true
		}
	}
	return "", false
}

// describe lists words with their Chinese twins, for a message.
func describe(words []Word) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = string(w) + " " + wordsZh[w]
	}
	return strings.Join(texts, ", ")
}
