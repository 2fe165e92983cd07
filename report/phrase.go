package report

import (
	"github.com/shopspring/decimal"

	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// A fact is a subject's value at hand: what phrases decide by and print.
type fact struct {
	subject subject
	value   kpi.Value
}

// fact asks for the value of an aspect of a subject; absent if the subject
// cannot have the aspect.
func (s subject) fact(a kpi.Aspect) fact {
	of, ok := s.aspect(a)
	if !ok {
		return fact{s, kpi.Absent(s.figure.Unit(), kpi.NoData)}
	}
	return fact{of, of.value()}
}

// missing says that a fact is not there.
func (f fact) missing() spoken { return silence(missing{f.subject, f.value.Reason}) }

// silence is a phrase that has nothing to say, and why.
func silence(why ...missing) spoken { return spoken{silent: true, missing: why} }

// phrase is a phrase that says something.
func phrase(inlines []doc.Inline) spoken { return spoken{inlines: inlines} }

// clause is the same where it begins with a word of the language: with a
// capital at the start of a line.
func clause(inlines []doc.Inline) spoken { return spoken{inlines: inlines, capital: true} }

// say prints a present fact with its unit and sign.
func (sp *speaker) say(f fact, k look) func() doc.Value {
	return func() doc.Value { return sp.cite(f.subject, sp.text(f.value, k)) }
}

// amount prints a present fact without its sign, which a word tells.
func (sp *speaker) amount(f fact, k look) func() doc.Value {
	return func() doc.Value { return sp.cite(f.subject, sp.text(f.value.Abs(), k)) }
}

// upDown is 0 for what rose and 1 for what fell: the index of a pair of words.
func upDown(v kpi.Value) int {
	if v.Sign() < 0 {
		return 1
	}
	return 0
}

// within reports whether a change is within the band of what counts as level:
// points by themselves, everything else against its base.
func (sp *speaker) within(change, base kpi.Value) bool {
	limit := sp.style.level
	if change.Unit != kpi.Points {
		limit = kpi.Value{Num: limit.Num.Mul(base.Num.Abs()), Den: base.Den}
	}
	return change.Abs().Compare(limit) <= 0
}

// manyTimes is the growth from which on a multiple reads better than a
// percentage: to three times the base.
var manyTimes = fraction(decimal.New(2, 0))

// times prints a growth as the multiple of its base.
func (sp *speaker) times(growth fact) func() doc.Value {
	return func() doc.Value {
		v := growth.value
		v.Num, v.Unit = v.Num.Add(v.Den), kpi.Number
		return sp.cite(growth.subject, sp.style.print(v, form{places: 1}))
	}
}
