package report

import (
	"strings"

	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// How figures are called: by their indicator and aspect, and by what of, at and
// a group restrict them to, so that no part is taken for the whole.

// nameOf returns a figure's name as it stands in a sentence: 2026年8月华东销售额.
func (sp *speaker) nameOf(f *kpi.Figure) string { return sp.named(f, nil) }

// subjectName is the name of a figure with the group that it is asked for.
func (sp *speaker) subjectName(s subject) string { return sp.named(s.figure, sp.pairs(s)) }

func (sp *speaker) named(f *kpi.Figure, groups []string) string {
	name := sp.baseName(f)
	if f.Plain() && len(groups) == 0 {
		return name
	}
	r := f.Restriction()
	groups = append(groups, sp.restrictions(r)...)
	if f.Indicator() == nil && (len(groups) > 0 || !r.Period.IsZero()) {
		name = sp.inBrackets(name)
	}
	if len(groups) > 0 {
		name = sp.ofGroup(name, strings.Join(groups, sp.allOf))
	}
	if !r.Period.IsZero() {
		name = sp.inPeriod(name, sp.period(r.Period))
	}
	return name
}

// baseName names a figure without what restricts it: its indicator and aspect,
// or the expression where it is no indicator.
func (sp *speaker) baseName(f *kpi.Figure) string {
	i := f.Indicator()
	if i == nil {
		return sp.inWords(f.Restriction().Of.Expr())
	}
	name := sp.indicator(i)
	if a := f.Aspect(); a != kpi.ValueAspect {
		name = sp.aspectName(name, a.In(sp.tag))
	}
	return name
}

// groupsOf names all that restricts a subject, its period too, beside the group
// that the report is about.
func (sp *speaker) groupsOf(s subject) []string {
	groups := sp.pairs(s)
	if s.figure.Plain() {
		return groups
	}
	r := s.figure.Restriction()
	groups = append(groups, sp.restrictions(r)...)
	if !r.Period.IsZero() {
		groups = append(groups, sp.period(r.Period))
	}
	return groups
}

// pairs names the group that a subject is asked for.
func (sp *speaker) pairs(s subject) []string {
	var groups []string
	for _, p := range s.group.Pairs() {
		groups = append(groups, sp.groups(p.Dimension, p.Value)...)
	}
	return groups
}

// groups names groups of a dimension but for the one that the report is about.
func (sp *speaker) groups(dim string, values ...string) []string {
	home, ours := sp.home.Value(dim)
	var names []string
	for _, v := range values {
		if !ours || v != home {
			names = append(names, sp.groupName(dim, v))
		}
	}
	return names
}

// restrictions names the conditions of of(…), and the whole of report.x.
func (sp *speaker) restrictions(r kpi.Restriction) []string {
	var out []string
	if r.Whole {
		out = append(out, sp.whole)
	}
	for _, c := range r.Conditions {
		if text := sp.condition(c, false); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// condition names the groups that a condition lets through, or keeps out.
func (sp *speaker) condition(n expr.Node, not bool) string {
	except := func(groups string) string { return fillText(sp.except, "groups", groups) }
	switch n := n.(type) {
	case *expr.Unary:
		return sp.condition(n.X, !not)
	case *expr.Binary:
		if n.Op == expr.And || n.Op == expr.Or {
			text, joint := "", sp.allOf
			if n.Op == expr.Or {
				joint = sp.oneOf
			}
			for i, part := range []expr.Node{n.X, n.Y} {
				one := sp.condition(part, false)
				if p, ok := part.(*expr.Binary); ok && p.Op != n.Op && (p.Op == expr.And || p.Op == expr.Or) {
					one = sp.inBrackets(one)
				}
				if i > 0 && text != "" && one != "" {
					text += joint
				}
				text += one
			}
			if not {
				return except(sp.inBrackets(text))
			}
			return text
		}
		dim, ok := n.X.(*expr.Name)
		if !ok {
			break
		}
		var values []string
		for v := range expr.Walk(n.Y) {
			if s, ok := v.(*expr.String); ok {
				values = append(values, s.Value)
			}
		}
		groups := sp.groups(dim.Ident, values...)
		switch {
		case len(groups) == 0:
			return ""
		case (n.Op == expr.Ne || n.Op == expr.NotIn) != not:
			return except(sp.names(groups))
		}
		return strings.Join(groups, sp.comma)
	}
	return sp.inWords(expr.Format(n))
}

// inBrackets sets a text in brackets.
func (sp *speaker) inBrackets(text string) string {
	return sp.pick("（"+text+"）", "("+text+")")
}
