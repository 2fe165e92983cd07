package kpi

import "example.com/channelreport/channel"

// aspect evaluates an aspect of an indicator other than its value.
func (s scope) aspect(q *Indicator, a Aspect) cell {
	w := s.t.w
	switch a {
	case Target:
		return s.target(q)
	case Attainment:
		return attainment(q, s.figure(q), s.target(q))
	case Gap:
		return minus(s.figure(q), s.target(q))
	case YearAgo:
		return s.base(q, w.yearAgo())
	case PreviousAspect:
		return s.base(q, w.previous())
	case YoY:
		return s.growth(q, w.yearAgo())
	case PoP:
		return s.growth(q, w.previous())
	case YoYChange:
		return s.change(q, w.yearAgo())
	case PoPChange:
		return s.change(q, w.previous())
	case YTD:
		return s.in(w.toDate()).figure(q)
	case YTDYoY:
		return s.in(w.toDate()).growth(q, w.toDate().yearAgo())
	case YTDTarget:
		return s.in(w.toDate()).target(q)
	case YTDAttainment:
		return attainment(q, s.in(w.toDate()).figure(q), s.in(w.toDate()).target(q))
	case YearTarget:
		return s.in(w.year()).target(q)
	case YearAttainment:
		return over(s.in(w.toDate()).figure(q), s.in(w.year()).target(q), zeroDenominator, negativeDenominator)
	case NeededPerMonth:
		return s.needed(q)
	case MaxAspect:
		return s.maximum(q)
	case BenchmarkAspect:
		return s.scenario(q, channel.Benchmark)
	case BudgetAspect:
		return s.scenario(q, channel.Budget)
	case ForecastAspect:
		return s.scenario(q, channel.Forecast)
	}
	return s.part(q, a)
}

// attainment compares a figure with its target: figure / target, the other way
// round where less is better.
func attainment(q *Indicator, c, target cell) cell {
	if q.Better != DownBetter {
		return over(c, target, zeroDenominator, negativeDenominator)
	}
	return lift(c, target, func(c, target quot) cell {
		for _, q := range []quot{target, c} {
			switch {
			case q.sign() == 0:
				return without(zeroDenominator)
			case q.sign() < 0:
				return without(negativeDenominator)
			}
		}
		return have(target.div(c))
	})
}

// base returns the figure in a base period.
func (s scope) base(q *Indicator, w *window) cell { return s.in(w).figure(q).base() }

func (s scope) growth(q *Indicator, base *window) cell {
	absolute := s.k().setup.Policies.Base == "absolute"
	return s.comparable(q, base, growth(s.figure(q), s.base(q, base), absolute))
}

func (s scope) change(q *Indicator, base *window) cell {
	return s.comparable(q, base, minus(s.figure(q), s.base(q, base)))
}

// comparable returns a comparison with a base, absent if the two were measured
// on scales with unequal maxima, and with what makes them less than comparable
// as a note.
func (s scope) comparable(q *Indicator, base *window, c cell) cell {
	if !c.there() {
		return c
	}
	if q.max != nil {
		now, then := s.maximum(q), s.in(base).maximum(q)
		if now.there() && then.there() && now.q.cmp(then.q) != 0 {
			return without(notComparable).noting(noteScale)
		}
	}
	if q.adds.time {
		apart := s.k().book.Compare(s.t.w.period, base.period)
		if apart.Days != 0 {
			c.notes |= noteDays
		}
		if apart.Festival != 0 {
			c.notes |= noteFestival
		}
	}
	if q.trades && s.otherPartners(q, base) {
		c.notes |= noteOtherPartners
	}
	if c.notes&noteComputed != 0 && (s.figure(q).notes^s.in(base).figure(q).notes)&noteComputed != 0 {
		c.notes |= noteMixed
	}
	return c
}

// needed returns what is left to do of the year's target, per month left.
func (s scope) needed(q *Indicator) cell {
	months := s.t.w.monthsLeft()
	if months == 0 {
		return without(noMonthsLeft)
	}
	left := minus(s.in(s.t.w.year()).target(q), s.in(s.t.w.toDate()).figure(q))
	return quotient(left, haveInt(months))
}

func (s scope) maximum(q *Indicator) cell {
	if q.max == nil {
		return without(noData)
	}
	return s.cell(q.max)
}
