package report

import (
	"slices"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
)

// A comparison is a figure now and in a base period, with what kpi makes of
// the two: phrases yoy, pop and growth are made of it.
type comparison struct {
	look   look
	base   base // how the base is called
	now    fact
	was    fact
	change fact // now − was; absent for a ratio a:b
	growth fact // change / was; absent for a rate, and where the base is not positive
}

// A told is a comparison put into words, but for the joining with another.
type told struct {
	kind   changeKind
	lead   string // the words that a second phrase need not repeat
	slots  []any  // of the kind's wording
	silent []missing
}

// yearAgoOf is how the period a year before a subject's is called.
func (l *locale) yearAgoOf(s subject) base {
	if words, ok := l.yearAgo[s.period().Grain()]; ok {
		return words
	}
	return l.yearAgoAny
}

// previousOf is how the period just before a subject's is called.
func (l *locale) previousOf(s subject) base {
	if words, ok := l.previous[s.period().Grain()]; ok {
		return words
	}
	return l.previousAny
}

// yearOnYear compares a subject with the same period of the year before.
func (sp *speaker) yearOnYear(s subject) comparison {
	return comparison{s.look(), sp.yearAgoOf(s), fact{s, s.value()}, s.fact(kpi.YearAgo), s.fact(kpi.YoYChange), s.fact(kpi.YoY)}
}

// onPrevious compares a subject with the period just before.
func (sp *speaker) onPrevious(s subject) comparison {
	return comparison{s.look(), sp.previousOf(s), fact{s, s.value()}, s.fact(kpi.PreviousAspect), s.fact(kpi.PoPChange), s.fact(kpi.PoP)}
}

// phraseYoY speaks of the change against a year before.
func phraseYoY(sp *speaker, args []argument) spoken {
	return sp.alone(sp.tell(sp.yearOnYear(*args[0].subject)))
}

// phrasePoP speaks of the change against the period before. It is silent for a
// year, whose period before is the year before.
func phrasePoP(sp *speaker, args []argument) spoken {
	s := *args[0].subject
	if s.period().Grain() == channel.GrainYear {
		return silence()
	}
	return sp.alone(sp.tell(sp.onPrevious(s)))
}

// phraseGrowth speaks of both, the common words once.
func phraseGrowth(sp *speaker, args []argument) spoken {
	s := *args[0].subject
	year := sp.tell(sp.yearOnYear(s))
	if s.period().Grain() == channel.GrainYear {
		return sp.alone(year)
	}
	return sp.both(year, sp.tell(sp.onPrevious(s)))
}

func (sp *speaker) alone(t told) spoken {
	if t.kind == noChange {
		return silence(t.silent...)
	}
	return phrase(fill(sp.changes[t.kind].one, t.slots...))
}

// both joins two comparisons of one subject.
func (sp *speaker) both(a, b told) spoken {
	switch {
	case a.kind == noChange && b.kind == noChange:
		return silence(append(a.silent, b.silent...)...)
	case a.kind == noChange:
		return sp.alone(b)
	case b.kind == noChange:
		return sp.alone(a)
	}
	w := sp.changes[b.kind]
	if a.kind == b.kind && w.both != "" {
		return phrase(fill(w.both, append(a.slots, second(b.slots)...)...))
	}
	form := w.one
	if w.after != "" && a.lead == b.lead {
		form = w.after
	}
	out := appendText(fill(sp.changes[a.kind].one, a.slots...), sp.pause)
	return phrase(appendInlines(out, fill(form, b.slots...)))
}

// second returns slots under the names of a second comparison: base2.
func second(slots []any) []any {
	renamed := slices.Clone(slots)
	for i := 0; i < len(renamed); i += 2 {
		if name, ok := renamed[i].(string); ok {
			renamed[i] = name + "2"
		}
	}
	return renamed
}

// tell decides, on exact values, what happened between the base and now.
func (sp *speaker) tell(c comparison) told {
	t := told{slots: []any{"when", c.base.when, "base", c.base.name, "at", c.base.at}}
	switch {
	case !c.now.value.OK():
		t.silent = []missing{{c.now.subject, c.now.value.Reason}}
	case !c.was.value.OK():
		why := c.change
		if c.look.relative() {
			why = c.growth
		}
		if c.look.unit == kpi.RatioAB || why.value.OK() {
			why = c.was
		}
		t.silent = []missing{{why.subject, why.value.Reason}}
	case c.look.unit == kpi.RatioAB:
		t.kind, t.lead = against, "against"
		t.slots = append(t.slots, "value", sp.say(c.was, c.look))
	case !c.change.value.OK():
		t.silent = []missing{{c.change.subject, c.change.value.Reason}}
	case c.look.relative():
		sp.tellRelative(c, &t)
	default:
		sp.tellDifference(c, &t)
	}
	return t
}

// relative reports whether a change is told as a percentage of its base.
func (k look) relative() bool {
	growth := kpi.GrowthDefault
	if k.indicator != nil {
		growth = k.indicator.Growth
	}
	switch k.unit {
	case kpi.Percent:
		return growth == kpi.GrowthRelative
	case kpi.Money, kpi.MoneyPerCustomer, kpi.Count, kpi.Number:
		return growth != kpi.GrowthDifference
	}
	return false
}

// manner returns how changes of a look are told.
func (k look) manner() manner {
	better := kpi.NeutralBetter
	if k.indicator != nil {
		better = k.indicator.Better
	}
	switch {
	case k.unit == kpi.Days || k.unit == kpi.Hours:
		if better == kpi.DownBetter {
			return spanning
		}
		return adding
	case k.unit == kpi.Count && !k.relative():
		return adding
	case k.relative() && better == kpi.UpBetter:
		return growing
	case better == kpi.UpBetter:
		return improving
	}
	return rising
}

func (k look) profit() bool { return k.indicator != nil && k.indicator.Sign == "profit" }

// tellRelative tells of sums and averages: by how many percent, or what
// happened where percentages mean nothing.
func (sp *speaker) tellRelative(c comparison, t *told) {
	now, was, change := c.now.value, c.was.value, c.change.value
	difference := func(kind changeKind) {
		t.kind = kind
		t.slots = append(t.slots, "amount", sp.amount(c.change, c.look.changed()),
			"value", sp.say(c.was, c.look), "was", sp.amount(c.was, c.look))
	}
	switch {
	case was.Sign() == 0 && now.Sign() == 0:
		t.kind = stillZero
	case was.Sign() == 0:
		t.kind = fromZero
	case change.Sign() == 0:
		t.kind = level
	case was.Sign() < 0 && !c.look.profit():
		if now.Sign() > 0 {
			difference(toPositive)
			return
		}
		difference(moved)
		t.verb(sp, adding, change)
	case was.Sign() < 0:
		t.lead = "loss"
		switch {
		case now.Sign() > 0:
			difference(toProfit)
		case now.Sign() == 0:
			difference(toEven)
		case change.Sign() > 0:
			difference(lossLess)
		default:
			difference(lossMore)
		}
	case now.Sign() < 0 && c.look.profit():
		difference(toLoss)
	case now.Sign() < 0:
		difference(toNegative)
	case !c.growth.value.OK():
		t.silent = []missing{{c.growth.subject, c.growth.value.Reason}}
	case sp.within(change, was):
		sp.tellFlat(t, c.growth, c.look.as(kpi.Percent), c.look.manner())
	case c.growth.value.Compare(manyTimes) >= 0:
		t.kind = times
		t.slots = append(t.slots, "times", sp.times(c.growth))
	default:
		t.kind = moved
		t.slots = append(t.slots, "amount", sp.amount(c.growth, c.look.as(kpi.Percent)))
		t.verb(sp, c.look.manner(), change)
	}
}

// tellDifference tells of rates, scores, spans of time and small counts: by
// how many points, days or partners.
func (sp *speaker) tellDifference(c comparison, t *told) {
	change, k, m := c.change.value, c.look.changed(), c.look.manner()
	switch {
	case change.Sign() == 0:
		t.kind = level
	case sp.within(change, c.was.value):
		sp.tellFlat(t, c.change, k, m)
	case m == spanning:
		t.kind = spanned
		amount := fill("{a}", "a", sp.amount(c.change, k))
		if c.growth.value.OK() {
			amount = fill(sp.bracket, "a", amount, "b", sp.amount(c.growth, look{unit: kpi.Percent}))
		}
		t.slots = append(t.slots, "amount", amount, "verb", sp.verbs[m][upDown(change)])
	default:
		t.kind = moved
		t.slots = append(t.slots, "amount", sp.amount(c.change, k))
		t.verb(sp, m, change)
	}
}

// tellFlat tells that a change counts as level, with its amount if that does
// not round to nothing.
func (sp *speaker) tellFlat(t *told, by fact, k look, m manner) {
	t.kind = flat
	if sp.style.roundsToZero(by.value, sp.form(k)) {
		return
	}
	t.kind = flatBy
	move := sp.move
	if m == spanning {
		move = sp.moveSpan
	}
	t.slots = append(t.slots, "move", fill(move, "verb", sp.verbs[m][upDown(by.value)], "amount", sp.amount(by, k)))
}

// verb sets the word for up or down, by which a second phrase may follow
// without repeating it.
func (t *told) verb(sp *speaker, m manner, change kpi.Value) {
	t.lead = sp.verbs[m][upDown(change)]
	t.slots = append(t.slots, "verb", t.lead)
}
