package report

import (
	"math/big"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
)

// phraseRank says which place a group has among the groups of its dimension.
func phraseRank(sp *speaker, args []argument) spoken {
	s := *args[0].subject
	pairs := s.group.Pairs()
	if len(pairs) != 1 {
		return silence()
	}
	d, ok := sp.dimension(pairs[0].Dimension)
	rank := s.fact(kpi.RankAspect)
	if !ok || !rank.value.OK() {
		return rank.missing()
	}
	var values []kpi.Value
	for _, text := range s.in.Groups(s.figure, d.ID) {
		if v := s.of(channel.By(d.ID, text)).value(); v.OK() && text != channel.Unassigned {
			values = append(values, v)
		}
	}
	return sp.place(d, rank, s.value(), values)
}

// place words a rank among the values of all groups; one alone has no rank.
func (sp *speaker) place(d *kpi.Dimension, rank fact, own kpi.Value, values []kpi.Value) spoken {
	if len(values) < 2 {
		return silence()
	}
	equal := 0
	for _, v := range values {
		if v.Compare(own) == 0 {
			equal++
		}
	}
	form := sp.rank[0]
	if equal > 1 {
		form = sp.rank[1]
	}
	n := sp.cite(rank.subject, sp.ordinal(int(rank.value.Num.IntPart())))
	return phrase(fill(form, "count", sp.counted(len(values), d, false), "n", n))
}

// phraseSteady says that a figure rose, or fell, in every month of the period.
func phraseSteady(sp *speaker, args []argument) spoken {
	s := *args[0].subject
	p := s.in.Period()
	if n, whole := p.WholeMonths(); !whole || n < 2 {
		return silence()
	}
	var values []kpi.Value
	for month := range p.Months() {
		m := subject{s.figure, s.group, s.in.In(month)}
		v := m.value()
		if !v.OK() {
			return silence(missing{m, v.Reason})
		}
		values = append(values, v)
	}
	return sp.steadily(values)
}

func (sp *speaker) steadily(values []kpi.Value) spoken {
	if len(values) < 2 {
		return silence()
	}
	direction := values[1].Compare(values[0])
	for i := 1; i < len(values); i++ {
		if values[i].Compare(values[i-1]) != direction {
			return silence()
		}
	}
	switch direction {
	case 1:
		return phrase(fill(sp.steady[0]))
	case -1:
		return phrase(fill(sp.steady[1]))
	}
	return silence()
}

// phraseBalance says whether a whole is spread more evenly over its groups
// than a year before.
func phraseBalance(sp *speaker, args []argument) spoken {
	d, s := args[0].dimension, *args[1].subject
	var now, was []kpi.Value
	var absent []missing
	sp.members(s, d, func(s, _ subject, _ *member) {
		for _, f := range []fact{{s, s.value()}, s.fact(kpi.YearAgo)} {
			if !f.value.OK() {
				absent = append(absent, missing{f.subject, f.value.Reason})
			}
		}
		now, was = append(now, s.value()), append(was, s.fact(kpi.YearAgo).value)
	})
	if absent != nil {
		return silence(absent...)
	}
	return sp.balanced(sp.nameOf(s.figure), d, sp.yearAgoOf(s), now, was)
}

func (sp *speaker) balanced(name string, d *kpi.Dimension, words base, now, was []kpi.Value) spoken {
	after, ok1 := concentration(now)
	before, ok2 := concentration(was)
	if len(now) < 2 || !ok1 || !ok2 {
		return silence()
	}
	w := &sp.locale.balance
	form := w.same
	band := new(big.Rat).Mul(sp.style.level.Num.Rat(), before)
	if change := new(big.Rat).Sub(after, before); new(big.Rat).Abs(change).Cmp(band) > 0 {
		form = w.even
		if change.Sign() > 0 {
			form = w.concentrated
		}
	}
	return clause(fill(form, "name", name, "dimension", sp.pick(d.NameZh, d.NameEn), "base", words.name))
}

// concentration is the sum of the squares of the shares, exactly; false if
// there are no shares.
func concentration(values []kpi.Value) (*big.Rat, bool) {
	total, squares := new(big.Rat), new(big.Rat)
	for _, v := range values {
		if v.Sign() < 0 {
			return nil, false
		}
		r := new(big.Rat).Quo(v.Num.Rat(), v.Den.Rat())
		total.Add(total, r)
		squares.Add(squares, r.Mul(r, r))
	}
	if total.Sign() == 0 {
		return nil, false
	}
	return squares.Quo(squares, total.Mul(total, total)), true
}
