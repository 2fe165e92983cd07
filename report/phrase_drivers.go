package report

import (
	"slices"

	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// phraseDrivers names the groups that moved the whole, and those that moved
// against it.
func phraseDrivers(sp *speaker, args []argument) spoken {
	d, s := args[0].dimension, *args[1].subject
	whole := member{value: fact{s, s.value()}, was: s.fact(kpi.YearAgo), change: s.fact(kpi.YoYChange)}
	members := sp.members(s, d, func(it, part subject, m *member) {
		m.change, m.contribution = it.fact(kpi.YoYChange), part.fact(kpi.ContributionYoY)
	})
	return sp.driving(sp.nameOf(s.figure), s.look(), whole, members)
}

// How much of the movement in one direction a group must carry to be named,
// and how much the first two must carry for a third to be left out, in
// percent; and how many groups are named at most, if they moved alike.
const (
	mostNamed   = 5
	worthNaming = 5
	twoSuffice  = 67
	mainShare   = 50
)

// driving words drivers. The groups' changes add up to the whole's, exactly;
// if one of them is not known nothing is said.
func (sp *speaker) driving(name string, k look, whole member, members []member) spoken {
	if !whole.change.value.OK() {
		return whole.change.missing()
	}
	if len(members) < 2 {
		return silence()
	}
	d := driverList{speaker: sp, look: k, byAmount: whole.was.value.Sign() <= 0 || k.manner() == adding}
	var sides [2]side // up, down
	for _, m := range members {
		if !m.change.value.OK() {
			return m.change.missing()
		}
		d.byAmount = d.byAmount || !m.contribution.value.OK()
		if m.change.value.Sign() != 0 {
			sides[upDown(m.change.value)].add(m)
		}
	}
	for j := range sides {
		sides[j].sort()
	}
	up, down := sides[0], sides[1]
	w := &sp.locale.drivers
	if sp.within(whole.change.value, whole.was.value) {
		if up.moved == 0 || down.moved == 0 || sp.within(up.total, whole.was.value) {
			return silence()
		}
		rose, fell := up.worth(up.total), down.worth(down.total)
		if len(rose) == 0 || len(fell) == 0 {
			return silence()
		}
		return clause(fill(w.cancel, "up", sp.names(namesOf(rose)), "down", sp.names(namesOf(fell))))
	}
	j := upDown(whole.change.value)
	with, against := sides[j], sides[1-j]
	named := with.worth(with.total)
	if len(named) == 0 {
		return silence() // many small ones
	}
	growth := fillText(w.growth[k.manner()][j], "name", name)
	if with.moved == 1 && against.moved == 0 {
		return clause(fill(w.entirely, "growth", growth, "group", with.members[0].name))
	}
	if two := front(named, 2); with.carries(two, twoSuffice) {
		named = two
	}
	form := w.mainly
	if !with.carries(named, mainShare) {
		form = w.largest
	}
	out := fill(form, "growth", growth, "drivers", d.list(named, w.first))
	if offset := against.worth(with.total); len(offset) > 0 {
		out = appendInlines(out, fill(w.offset, "drivers", d.list(front(offset, 2), w.against)))
	}
	return clause(out)
}

// A side is the groups that moved in one direction, the largest move first. What
// moved without a group counts, and is never named.
type side struct {
	members []member
	moved   int       // how many there are, with what has no group
	total   kpi.Value // of all of them, without sign
}

func (s *side) add(m member) {
	change := m.change.value.Abs()
	if s.moved++; s.moved > 1 {
		change = s.total.Add(change)
	}
	s.total = change
	if !m.unassigned {
		s.members = append(s.members, m)
	}
}

func (s *side) sort() {
	slices.SortStableFunc(s.members, func(a, b member) int {
		return b.change.value.Abs().Compare(a.change.value.Abs())
	})
}

// worth returns the first three groups, as far as each carries enough of a
// movement to be named.
func (s *side) worth(of kpi.Value) []member {
	var out []member
	for _, m := range front(s.members, 3) {
		if percentOf(m.change.value.Abs(), of) < worthNaming {
			break
		}
		out = append(out, m)
	}
	return out
}

// front returns about the first n members: of several with the same move all, or
// none where they are too many to name.
func front(members []member, n int) []member {
	n = min(n, len(members))
	same := func(i int) bool {
		return 0 < i && i < len(members) && members[i].change.value.Compare(members[i-1].change.value) == 0
	}
	last := n
	for same(last) {
		last++
	}
	if last <= mostNamed {
		return members[:last]
	}
	for same(n) {
		n--
	}
	return members[:n]
}

// carries reports whether groups carry a percentage of the side's movement.
func (s *side) carries(members []member, percent int64) bool {
	sum := members[0].change.value.Abs()
	for _, m := range members[1:] {
		sum = sum.Add(m.change.value.Abs())
	}
	return percentOf(sum, s.total) >= percent
}

// percentOf returns how many whole percent a is of b, rounded down.
func percentOf(a, b kpi.Value) int64 {
	q, _ := a.Num.Mul(b.Den).Mul(hundred).QuoRem(a.Den.Mul(b.Num), 0)
	return q.IntPart()
}

// A driverList prints groups with their contributions, or with their changes
// where contributions mean nothing.
type driverList struct {
	*speaker
	look     look
	byAmount bool
}

// list joins groups; first is how the first of them is worded, up and down.
func (d driverList) list(members []member, first [2]string) []doc.Inline {
	w := &d.drivers
	var items [][]doc.Inline
	for i, m := range members {
		j := upDown(m.change.value)
		form, f, k := first[j], m.contribution, look{unit: kpi.Points}
		if d.byAmount {
			form, f, k = w.amount[j], m.change, d.look.changed()
		} else if i > 0 {
			form = w.more
		}
		items = append(items, fill(form, "group", m.name, "points", d.amount(f, k), "amount", d.amount(f, k),
			"signed", func() doc.Value { return d.cite(f.subject, d.signed(f.value, k)) }))
	}
	return d.speaker.list(items)
}
