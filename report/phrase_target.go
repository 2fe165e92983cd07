package report

import (
	"example.com/channelreport/kpi"
)

// An aim is a figure with its target: phrases attain and gap are made of it.
type aim struct {
	look       look
	now        fact
	target     fact
	gap        fact // now − target
	attainment fact // now / target; absent where that means nothing
}

func (sp *speaker) aim(s subject) aim {
	return aim{s.look(), fact{s, s.value()}, s.fact(kpi.Target), s.fact(kpi.Gap), s.fact(kpi.Attainment)}
}

// phraseAttain speaks of how far a target was reached.
func phraseAttain(sp *speaker, args []argument) spoken {
	return sp.attain(sp.aim(*args[0].subject))
}

// phraseGap speaks of what is lacking to a target, or beyond it.
func phraseGap(sp *speaker, args []argument) spoken {
	return sp.gap(sp.aim(*args[0].subject))
}

func (sp *speaker) attain(a aim) spoken {
	if why, absent := a.absent(); absent {
		return why
	}
	if !a.completes() {
		return sp.gap(a)
	}
	if a.now.value.Sign() <= 0 || !a.attainment.value.OK() {
		return sp.apart(a, sp.targets.below, sp.targets.reached, sp.targets.above)
	}
	return phrase(fill(sp.targets.completed, "percent", sp.say(a.attainment, a.look.as(kpi.Percent))))
}

func (sp *speaker) gap(a aim) spoken {
	why, absent := a.absent()
	switch {
	case absent:
		return why
	case a.look.indicator != nil && a.look.indicator.Better == kpi.DownBetter:
		if a.gap.value.Sign() > 0 {
			return phrase(fill(sp.targets.over, "amount", sp.amount(a.gap, a.look.changed())))
		}
		return phrase(fill(sp.targets.within, "target", sp.say(a.target, a.look)))
	case a.completes():
		return sp.apart(a, sp.targets.short, sp.targets.reached, sp.targets.beyond)
	}
	return sp.apart(a, sp.targets.below, sp.targets.equal, sp.targets.above)
}

// apart says by how much the figure is below or above its target.
func (sp *speaker) apart(a aim, below, equal, above string) spoken {
	form := above
	switch a.gap.value.Sign() {
	case 0:
		form = equal
	case -1:
		form = below
	}
	return phrase(fill(form, "amount", sp.amount(a.gap, a.look.changed())))
}

// absent returns the silence of a figure that cannot be held against a target.
func (a aim) absent() (spoken, bool) {
	for _, f := range []fact{a.now, a.target, a.gap} {
		if !f.value.OK() {
			return f.missing(), true
		}
	}
	return spoken{}, false
}

// completes reports whether a target of such a figure is something to
// complete: a sum that should be large, not an average or a rate.
func (a aim) completes() bool {
	i := a.look.indicator
	return i != nil && i.Better == kpi.UpBetter && a.look.sum()
}
