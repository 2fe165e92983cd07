package report

import (
	"slices"
	"sync"

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
		Name: answeredBy, Zh: "对策", Type: channel.ItemsField, Part: channel.Measure,
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
	t := &term{name: f.Name, field: f, fixed: f.Name == "title", period: f.Type == channel.PeriodField}
	switch f.Type {
	case channel.TextField, channel.PeriodField:
		t.typ = textTyp
		t.eval = func(e *env) result { s := f.Text(e.item); return result{text: s, absent: s == "", from: e.item} }
	case channel.WordField:
		t.typ = wordTyp
		t.eval = func(e *env) result { w := f.Word(e.item); return result{text: string(w), absent: w == ""} }
	case channel.DateField:
		t.typ = dateTyp
		t.eval = func(e *env) result { d := f.Date(e.item); return result{date: d, absent: d.IsZero()} }
	case channel.MoneyField, channel.NumberField:
		t.typ, t.unit = numberTyp, kpi.Unit(f.Unit)
		t.eval = func(e *env) result {
			n := f.Number(e.item)
			v := kpi.Exact(n.Decimal, t.unit)
			return result{absent: !n.Valid, number: v, from: e.item, inputs: []input{{item: e.item, field: f.Name, value: v}}}
		}
	case channel.IDsField:
		t.typ = textsTyp
		t.eval = func(e *env) result { ids := f.IDs(e.item); return result{texts: ids, absent: len(ids) == 0} }
	case channel.EvidenceField:
		t.typ = evidenceTyp
		t.eval = func(e *env) result { list := f.Evidence(e.item); return result{evidence: list, absent: len(list) == 0} }
	case channel.ItemsField:
		get := func(e *env) []*channel.Item { return f.Items(e.item) }
		if f.Name == answeredBy {
			get = answers
		}
		t.typ, t.kind = itemsTyp, f.Part
		t.eval = func(e *env) result { list := get(e); return result{items: list, absent: len(list) == 0} }
	}
	return t
}

// itemPlace is where an item stands, for gaps.
func itemPlace(it *channel.Item) source.Position {
	if it == nil {
		return source.Position{}
	}
	return it.Position
}
