package report

import (
	"example.com/channelreport/kpi"
)

// A versus is a figure held against another one that the template names.
type versus struct {
	look       look
	name       string
	x, y       fact
	difference fact // x − y
	relative   fact // (x − y) / y; absent where y is not positive
}

// phraseVersus compares a figure with another one: an industry average, a
// target group, the last survey.
func phraseVersus(sp *speaker, args []argument) spoken {
	x, y := *args[0].subject, *args[1].subject
	v := versus{look: x.look(), name: *args[2].text, x: fact{x, x.value()}, y: fact{y, y.value()}}
	for _, f := range []fact{v.x, v.y} {
		if !f.value.OK() {
			return f.missing()
		}
	}
	left, right := "("+x.figure.Expr()+")", "("+y.figure.Expr()+")"
	v.difference = sp.computed(x, left+" - "+right)
	v.relative = sp.computed(x, "("+left+" - "+right+") / "+right)
	return sp.hold(v)
}

// computed answers a figure that no one has named, in the place of another one.
func (sp *speaker) computed(s subject, expression string) fact {
	f, err := sp.figure(expression)
	if err != nil {
		return fact{s, kpi.Absent(kpi.Number, kpi.NotComparable)}
	}
	s.figure = f
	return fact{s, s.value()}
}

func (sp *speaker) hold(v versus) spoken {
	w := &sp.compared
	if v.look.unit == kpi.RatioAB {
		return phrase(fill(w.ratio, "name", v.name, "value", sp.say(v.y, v.look)))
	}
	if !v.difference.value.OK() {
		return v.difference.missing()
	}
	forms, by, k := w.amount, v.difference, v.look.changed()
	switch v.look.unit {
	case kpi.Count:
		forms = w.number
	case kpi.Days, kpi.Hours:
		forms = w.span
	}
	switch v.look.unit {
	case kpi.Money, kpi.MoneyPerCustomer, kpi.Number, kpi.Days, kpi.Hours:
		if v.y.value.Sign() > 0 && v.relative.value.OK() {
			by, k = v.relative, look{unit: kpi.Percent}
			by.value.Unit = kpi.Percent
		}
	}
	change := v.difference.value
	switch {
	case change.Sign() == 0:
		return phrase(fill(w.level, "name", v.name))
	case sp.within(change, v.y.value):
		return phrase(fill(w.flat, "name", v.name))
	case k.unit == kpi.Percent && by.value.Compare(manyTimes) >= 0:
		return phrase(fill(w.times, "name", v.name, "times", sp.times(by)))
	}
	return phrase(fill(forms[upDown(change)], "name", v.name, "amount", sp.amount(by, k)))
}
