package report

import (
	"slices"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// A member is one group of a breakdown. Which facts it has is up to the phrase
// that asked for it.
type member struct {
	name         string
	unassigned   bool // facts that name no group: counted, never ranked
	value        fact
	share        fact
	was          fact // a year before
	change       fact // against a year before
	contribution fact // to the growth of the whole
	target       fact
}

// members returns the groups of a dimension within a subject's group, in the
// order of their text. The facts of one are asked of it, and of it as a part of
// the subject's group, which is the whole for shares and contributions.
func (sp *speaker) members(s subject, d *kpi.Dimension, facts func(it, part subject, m *member)) []member {
	groups, own := s.in.Groups(s.figure, d.ID), sp.own(s)
	out := make([]member, len(groups))
	for i, text := range groups {
		g, ok := s.group.And(d.ID, text)
		if !ok {
			return nil // already one of this dimension's groups
		}
		out[i].name, out[i].unassigned = sp.groupName(d.ID, text), text == channel.Unassigned
		facts(s.of(g), own.of(channel.By(d.ID, text)), &out[i])
	}
	return out
}

// phraseLeaders names the groups with the largest values.
func phraseLeaders(sp *speaker, args []argument) spoken {
	d, s, n := args[0].dimension, *args[1].subject, 3
	if len(args) > 2 {
		n = *args[2].number
	}
	members := sp.members(s, d, func(it, part subject, m *member) {
		m.value, m.share = fact{it, it.value()}, part.fact(kpi.Share)
	})
	return sp.leading(sp.nameOf(s.figure), s.look(), d, members, n)
}

// leading words leaders. Sums are told by shares, if the whole has any, and
// groups without anything are no leaders; everything else is told by values.
func (sp *speaker) leading(name string, k look, d *kpi.Dimension, members []member, n int) spoken {
	var ranked []member
	by := 0          // 0: by share, 1: by value
	alone := k.sum() // whether what is more than zero is all there is
	for _, m := range members {
		switch {
		case !m.value.value.OK():
			continue
		case m.unassigned:
			alone = alone && m.value.value.Sign() == 0
			continue
		case !m.share.value.OK():
			by = 1
		}
		alone = alone && m.value.value.Sign() >= 0
		ranked = append(ranked, m)
	}
	all := len(ranked)
	if by == 0 || k.sum() {
		ranked = slices.DeleteFunc(ranked, func(m member) bool { return m.value.value.Sign() <= 0 })
	}
	if len(ranked) == 0 || !k.sum() && len(ranked) == 1 {
		return silence()
	}
	slices.SortStableFunc(ranked, func(a, b member) int { return b.value.value.Compare(a.value.value) })

	w := &sp.locale.leaders
	first := tied(ranked)
	switch {
	case len(first) == all && all > 1 && (alone || !k.sum()):
		return clause(fill(w.same, "dimension", sp.pick(d.NameZh, d.NameEn), "name", name, "be", sp.be(name), "both", sp.all(all, d.PluralEn)))
	case len(ranked) == 1 && alone:
		return clause(fill(w.all, "name", name, "group", ranked[0].name))
	}
	l := leaderList{sp, k, by}
	if by == 0 {
		l.look = k.as(kpi.Percent)
	}
	next, sets := following(ranked[len(first):], n-len(first))
	for l.alike(slices.Concat(first, next)) {
		l.look.finer++
	}
	out := appendInlines(l.first(first, name, d, n), l.next(next, sets))
	return spoken{inlines: out, capital: len(first) > 1}
}

// A leaderList words the ranked groups.
type leaderList struct {
	*speaker
	look look // of what is told of each
	by   int  // 0: by share, 1: by value
}

// told is a member's share or value.
func (l leaderList) told(m member) fact {
	if l.by == 0 {
		return m.share
	}
	return m.value
}

func (l leaderList) shown(m member) func() doc.Value { return l.say(l.told(m), l.look) }

// alike reports whether one member reads like the next one, but is ahead of it.
func (l leaderList) alike(members []member) bool {
	for i := range len(members) - 1 {
		a, b := l.told(members[i]).value, l.told(members[i+1]).value
		if a.Compare(b) != 0 && l.text(a, l.look) == l.text(b, l.look) {
			return true
		}
	}
	return false
}

// first words who is first: one group or several with the same value.
func (l leaderList) first(first []member, name string, d *kpi.Dimension, n int) []doc.Inline {
	w := &l.locale.leaders
	most := w.highest
	if l.look.unit == kpi.Days || l.look.unit == kpi.Hours {
		most = w.longest
	}
	form, groups := w.first[l.by], l.names(namesOf(first))
	if len(first) > 1 {
		form = w.shared[l.by]
	}
	if len(first) > max(n, 2) {
		groups = fillText(w.many, "groups", strings.Join(namesOf(first[:2]), l.comma), "count", l.counted(len(first), d, true))
	}
	return fill(form, "group", groups, "groups", groups, "name", name, "most", most, "value", l.shown(first[0]))
}

// following returns who comes behind, at most n groups, never one of several
// equals without the others; and how many different values they have.
func following(left []member, n int) (next []member, sets int) {
	for len(left) > 0 {
		equal := tied(left)
		if len(next)+len(equal) > n {
			break
		}
		next, left = append(next, equal...), left[len(equal):]
		sets++
	}
	return next, sets
}

// next words who comes behind.
func (l leaderList) next(next []member, sets int) []doc.Inline {
	w := &l.locale.leaders
	form := w.nextOwn[l.by]
	switch {
	case len(next) == 0:
		return nil
	case len(next) == 1:
		form = w.next[l.by]
	case sets == 1:
		form = w.nextEach[l.by]
	}
	each := func(one func(m member) []doc.Inline) func() []doc.Inline {
		return func() []doc.Inline {
			var items [][]doc.Inline
			for _, m := range next {
				items = append(items, one(m))
			}
			return l.list(items)
		}
	}
	return fill(form, "groups", l.names(namesOf(next)), "value", l.shown(next[0]),
		"values", each(func(m member) []doc.Inline { return fill("{value}", "value", l.shown(m)) }),
		"pairs", each(func(m member) []doc.Inline { return fill(w.pair, "group", m.name, "value", l.shown(m)) }))
}

// tied returns the members at the front that have the same value.
func tied(members []member) []member {
	n := 1
	for n < len(members) && members[n].value.value.Compare(members[0].value.value) == 0 {
		n++
	}
	return members[:n]
}

func namesOf(members []member) []string {
	names := make([]string, len(members))
	for i, m := range members {
		names[i] = m.name
	}
	return names
}
