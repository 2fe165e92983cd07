package report

import (
	"strconv"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// phraseBudgetTotal adds up what resources ask for in money: amounts, and
// increases whose base is known. How many are left out is said.
func phraseBudgetTotal(sp *speaker, args []argument) spoken {
	var total kpi.Value
	var inputs []input
	open := 0
	for _, it := range args[0].items {
		v, in, ok := requested(it)
		switch {
		case ok && inputs == nil:
			total, inputs = v, in
		case ok:
			total, inputs = total.Add(v), append(inputs, in...)
		case it.Increase.Valid:
			open++
		}
	}
	if inputs == nil {
		return silence()
	}
	w := &sp.locale.budget
	form := w.total
	if open > 0 {
		form = w.open[min(open, 2)-1]
	}
	amount := args[0].value(total, inputs, sp.text(total, look{unit: kpi.Money}))
	return clause(fill(form, "amount", []doc.Inline{amount}, "n", sp.numberWord(open)))
}

// requested is the money that a resource asks for: its amount, or an increase
// of a base.
func requested(it *channel.Item) (kpi.Value, []input, bool) {
	money := func(d decimal.Decimal) kpi.Value { return kpi.Exact(d, kpi.Money) }
	if it.Amount.Valid {
		v := money(it.Amount.Decimal)
		return v, []input{{item: it, field: "amount", value: v}}, true
	}
	if it.Increase.Valid && it.Base.Valid {
		base, increase := money(it.Base.Decimal), kpi.Exact(it.Increase.Decimal, kpi.Percent)
		return base.Mul(increase), []input{{item: it, field: "base", value: base}, {item: it, field: "increase", value: increase}}, true
	}
	return kpi.Value{}, nil, false
}

// numberWord is a count of things as it stands in a sentence.
func (sp *speaker) numberWord(n int) string {
	if sp.spaced {
		return englishNumber(n)
	}
	return strconv.Itoa(n)
}

// madeNumber registers a number that a phrase computed from items.
func (b *builder) madeNumber(n expr.Node, e *env) func(kpi.Value, []input, string) doc.Inline {
	return func(v kpi.Value, inputs []input, text string) doc.Inline {
		return b.computed(n, e, result{number: v, inputs: inputs}, text)
	}
}
