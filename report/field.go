package report

import (
	"slices"
	"sync"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
)

// field resolves a word as a field of the row's item; nil if the row has none.
func (c *checked) field(name string) *term {
	if c.scope.kind == 0 {
		return nil
	}
	specs := itemFieldSpecs()
	i := slices.IndexFunc(specs, func(f channel.FieldSpec) bool {
		return (f.Name == name || f.Zh == name) && slices.Contains(f.Kinds, c.scope.kind)
	})
	if i < 0 {
		return nil
	}
	return fieldTerm(&specs[i])
}

// answeredBy is the field that no file gives: the measures that answer a
// problem, a cause or the like.
const answeredBy = "answered_by"

// itemFieldSpecs lists the fields of items as templates know them. The list is
// read only.
var itemFieldSpecs = sync.OnceValue(func() []channel.FieldSpec {
	return append(channel.Fields(), channel.FieldSpec{
		Name: answeredBy, Zh: "对策", Type: channel.ItemsField,
		Kinds: []channel.Kind{channel.Problem, channel.Cause, channel.Challenge, channel.Unresolved},
	})
})

// answers are the measures of the report that answer an item.
func answers(e *env) []*channel.Item {
	var out []*channel.Item
	for _, m := range e.b.run.items[channel.Measure] {
		if e.item.ID != "" && slices.Contains(m.Answers, e.item.ID) {
			out = append(out, m)
		}
	}
	return out
}

// fieldTerm returns the term of a field of the item in whose row it stands.
func fieldTerm(f *channel.FieldSpec) *term {
	t := &term{name: f.Name, field: f, fixed: f.Name == "title"}
	switch f.Type {
	case channel.TextField, channel.PeriodField:
		get := textFields[f.Name]
		t.typ = textTyp
		t.eval = func(e *env) result { s := get(e.item); return result{text: s, absent: s == "", from: e.item} }
	case channel.WordField:
		get := wordFields[f.Name]
		t.typ = wordTyp
		t.eval = func(e *env) result { w := get(e.item); return result{text: string(w), absent: w == ""} }
	case channel.DateField:
		get := dateFields[f.Name]
		t.typ = dateTyp
		t.eval = func(e *env) result { d := get(e.item); return result{date: d, absent: d.IsZero()} }
	case channel.MoneyField, channel.NumberField:
		get, unit := numberFields[f.Name], kpi.Unit(f.Unit)
		t.typ, t.unit = numberTyp, unit
		t.eval = func(e *env) result {
			n := get(e.item)
			v := kpi.Value{Num: n.Decimal, Den: one, Unit: unit}
			return result{absent: !n.Valid, number: v, from: e.item, inputs: []input{{item: e.item, field: f.Name, value: v}}}
		}
	case channel.IDsField:
		get := idFields[f.Name]
		t.typ = textsTyp
		t.eval = func(e *env) result { ids := get(e.item); return result{texts: ids, absent: len(ids) == 0} }
	case channel.EvidenceField:
		get := evidenceFields[f.Name]
		t.typ = evidenceTyp
		t.eval = func(e *env) result { list := get(e.item); return result{evidence: list, absent: len(list) == 0} }
	case channel.ItemsField:
		if f.Name == answeredBy {
			t.typ, t.kind = itemsTyp, channel.Measure
			t.eval = func(e *env) result { list := answers(e); return result{items: list, absent: len(list) == 0} }
			return t
		}
		part := itemFields[f.Name]
		t.typ, t.kind = itemsTyp, part.kind
		t.eval = func(e *env) result { list := part.get(e.item); return result{items: list, absent: len(list) == 0} }
	}
	return t
}

// How each field is taken from an item. A test holds these tables against
// channel.Fields.
var (
	textFields = map[string]func(*channel.Item) string{
		"id":           func(it *channel.Item) string { return it.ID },
		"title":        func(it *channel.Item) string { return it.Title },
		"text":         func(it *channel.Item) string { return it.Text },
		"impact":       func(it *channel.Item) string { return it.Impact },
		"area":         func(it *channel.Item) string { return it.Area },
		"purpose":      func(it *channel.Item) string { return it.Purpose },
		"effect":       func(it *channel.Item) string { return it.Effect },
		"remaining":    func(it *channel.Item) string { return it.Remaining },
		"consequence":  func(it *channel.Item) string { return it.Consequence },
		"otherwise":    func(it *channel.Item) string { return it.Otherwise },
		"category":     func(it *channel.Item) string { return it.Category },
		"owner":        func(it *channel.Item) string { return it.Owner },
		"since":        func(it *channel.Item) string { return it.Since },
		"posts":        func(it *channel.Item) string { return it.Posts },
		"carried_from": func(it *channel.Item) string { return it.CarriedFrom },
		"item_period":  func(it *channel.Item) string { return it.Period.String() },
	}
	wordFields = map[string]func(*channel.Item) channel.Word{
		"severity": func(it *channel.Item) channel.Word { return it.Severity },
		"status":   func(it *channel.Item) channel.Word { return it.Status },
		"class":    func(it *channel.Item) channel.Word { return it.Class },
		"state":    func(it *channel.Item) channel.Word { return it.State },
		"decision": func(it *channel.Item) channel.Word { return it.Decision },
	}
	dateFields = map[string]func(*channel.Item) channel.Date{
		"start":    func(it *channel.Item) channel.Date { return it.Start },
		"due":      func(it *channel.Item) channel.Date { return it.Due },
		"done":     func(it *channel.Item) channel.Date { return it.Done },
		"deadline": func(it *channel.Item) channel.Date { return it.Deadline },
	}
	numberFields = map[string]func(*channel.Item) decimal.NullDecimal{
		"amount":    func(it *channel.Item) decimal.NullDecimal { return it.Amount },
		"base":      func(it *channel.Item) decimal.NullDecimal { return it.Base },
		"increase":  func(it *channel.Item) decimal.NullDecimal { return it.Increase },
		"budget":    func(it *channel.Item) decimal.NullDecimal { return it.Budget },
		"spent":     func(it *channel.Item) decimal.NullDecimal { return it.Spent },
		"headcount": func(it *channel.Item) decimal.NullDecimal { return it.Headcount },
	}
	idFields = map[string]func(*channel.Item) []string{
		"answers":  func(it *channel.Item) []string { return it.Answers },
		"serves":   func(it *channel.Item) []string { return it.Serves },
		"concerns": func(it *channel.Item) []string { return it.Concerns },
		"needs":    func(it *channel.Item) []string { return it.Needs },
		"moves":    func(it *channel.Item) []string { return it.Moves },
	}
	evidenceFields = map[string]func(*channel.Item) []channel.Evidence{
		"evidence": func(it *channel.Item) []channel.Evidence { return it.Evidence },
		"outputs":  func(it *channel.Item) []channel.Evidence { return it.Outputs },
		"effects":  func(it *channel.Item) []channel.Evidence { return it.Effects },
		"aim":      func(it *channel.Item) []channel.Evidence { return it.Aim },
	}
	itemFields = map[string]struct {
		kind channel.Kind
		get  func(*channel.Item) []*channel.Item
	}{
		"symptoms":  {channel.Symptom, func(it *channel.Item) []*channel.Item { return it.Symptoms }},
		"causes":    {channel.Cause, func(it *channel.Item) []*channel.Item { return it.Causes }},
		"actions":   {channel.Action, func(it *channel.Item) []*channel.Item { return it.Actions }},
		"responses": {channel.Response, func(it *channel.Item) []*channel.Item { return it.Responses }},
	}
)

// itemPlace is where an item stands, for gaps.
func itemPlace(it *channel.Item) source.Position {
	if it == nil {
		return source.Position{}
	}
	return it.Position
}
