package report

import (
	"slices"
	"strconv"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// A remark is a note on figures: its text, and whom it concerns.
type remark struct {
	text string
	of   []concerned
}

// concerned is an indicator with the groups of which something is said; none
// if it is said of the whole.
type concerned struct {
	name   string
	whole  bool
	groups []string
}

// groupsAtMost is how many groups of an indicator a remark names.
const groupsAtMost = 5

// remarks says what a reader should know of the figures that the report so far
// rests on: each remark once, behind the figures that it concerns unless these
// are all.
func (b *builder) remarks() []string {
	var list []*remark
	var all remark // of whatever is printed
	for _, s := range b.cited {
		name, groups := b.speaker.baseName(s.figure.Subject()), b.speaker.groupsOf(s)
		all.add(name, groups)
		for _, n := range s.in.Notes(s.figure, s.group) {
			if n.Code == "partial" && b.run.book.Compare(s.in.Period(), s.in.Period()).Partial && b.reports(s) {
				continue // the first page says so of the whole report
			}
			text := b.remark(s, n)
			i := slices.IndexFunc(list, func(r *remark) bool { return r.text == text })
			if i < 0 {
				i = len(list)
				list = append(list, &remark{text: text})
			}
			list[i].add(name, groups)
		}
	}
	l := b.locale
	out := make([]string, len(list))
	for i, r := range list {
		out[i] = r.text
		if !r.covers(&all) {
			names := make([]string, len(r.of))
			for j, c := range r.of {
				names[j] = c.in(l, all.find(c.name))
			}
			out[i] = fillText(l.bracket, "a", strings.Join(names, l.comma), "b", r.text)
		}
	}
	return out
}

// find returns what the remark concerns of an indicator.
func (r *remark) find(name string) *concerned {
	i := slices.IndexFunc(r.of, func(c concerned) bool { return c.name == name })
	if i < 0 {
		i = len(r.of)
		r.of = append(r.of, concerned{name: name})
	}
	return &r.of[i]
}

func (r *remark) add(name string, groups []string) {
	c := r.find(name)
	c.whole = c.whole || len(groups) == 0
	for _, g := range groups {
		if !slices.Contains(c.groups, g) {
			c.groups = append(c.groups, g)
		}
	}
}

// covers reports whether a remark concerns all that is printed.
func (r *remark) covers(all *remark) bool {
	return len(r.of) == len(all.of) && !slices.ContainsFunc(r.of, func(c concerned) bool {
		printed := all.find(c.name)
		return !c.whole && (printed.whole || len(c.groups) < len(printed.groups))
	})
}

// in names an indicator and its groups; of many groups it says only whether they
// are all that is printed of it.
func (c *concerned) in(l *locale, printed *concerned) string {
	many := len(c.groups) > groupsAtMost
	switch {
	case c.whole, many && !printed.whole && len(c.groups) == len(printed.groups):
		return c.name
	case many:
		return l.ofGroup(c.name, l.remarks.someGroups)
	}
	return l.ofGroup(c.name, strings.Join(c.groups, l.comma))
}

// reports reports whether a subject is of the report's own period, and not of
// another or a part of it.
func (b *builder) reports(s subject) bool {
	tree, _ := expr.Parse(s.figure.Expr())
	for n := range expr.Walk(tree) {
		if call, ok := n.(*expr.Call); ok && call.Ident == "at" {
			return false
		}
	}
	return s.in.Period().Equal(b.run.evaluation.Period()) &&
		!slices.ContainsFunc(s.group.Pairs(), func(p channel.GroupPair) bool { return calendar(p.Dimension) })
}

// remark words a note. What sets the report's period apart from the one that it
// is compared with is told in days.
func (b *builder) remark(s subject, n kpi.Note) string {
	l := b.locale
	period := s.in.Period()
	var with channel.Period
	var words base
	switch s.figure.Aspect() {
	case kpi.YoY, kpi.YoYChange:
		with, words = period.YearAgo(), l.yearAgoOf(s)
	case kpi.PoP, kpi.PoPChange:
		with, words = period.Previous(), l.previousOf(s)
	}
	if with.IsZero() || !b.reports(s) {
		return n.In(l.tag)
	}
	apart := b.run.book.Compare(period, with)
	switch n.Code {
	case "unequal-days":
		return l.apart(l.remarks.longer, apart.Days, words)
	case "festival":
		return l.apart(l.remarks.festival, apart.Festival, words)
	}
	return n.In(l.tag)
}

// apart says by how many days the report's period is more or less than its base.
func (l *locale) apart(forms [2]string, days int, than base) string {
	form, unit := forms[0], l.units.days.many
	if days < 0 {
		form, days = forms[1], -days
	}
	if days == 1 {
		unit = l.units.days.one
	}
	return fillText(form, "days", strconv.Itoa(days)+unit, "base", than.name, "when", than.when)
}
