package report

import (
	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// A subject is a figure in its place: what is asked, of which group, over
// which period. It is what phrases continue and cells show.
type subject struct {
	figure *kpi.Figure
	group  channel.Group
	in     *kpi.Evaluation
}

// aspect returns an aspect of the subject; false if it cannot have it.
func (s subject) aspect(a kpi.Aspect) (subject, bool) {
	f, ok := aspectOf(s.figure, a)
	if !ok {
		return subject{}, false
	}
	return subject{f, s.group, s.in}, true
}

// aspectOf returns an aspect of a figure. A figure that is an aspect itself has
// its value and no other: a target's target would be that of the value.
func aspectOf(f *kpi.Figure, a kpi.Aspect) (*kpi.Figure, bool) {
	if a == kpi.ValueAspect {
		return f, true
	}
	if f.Aspect() != kpi.ValueAspect {
		return nil, false
	}
	return f.With(a)
}

// period is the period that the subject speaks of: that of at, or the place's.
func (s subject) period() channel.Period {
	if s.figure.Plain() {
		return s.in.Period()
	}
	if p := s.figure.Restriction().Period; !p.IsZero() {
		return p
	}
	return s.in.Period()
}

// of returns the subject for another group of the same evaluation.
func (s subject) of(g channel.Group) subject { return subject{s.figure, g, s.in} }

// value returns the exact value. A subject without a figure, which an aspect
// that cannot be asked leaves, has none.
func (s subject) value() kpi.Value {
	if s.figure == nil {
		return kpi.Absent(kpi.Number, kpi.NoData)
	}
	return s.in.Value(s.figure, s.group)
}

// ofWhole are the aspects that hold a group against the whole that it is part
// of.
var ofWhole = map[kpi.Aspect]bool{
	kpi.Share: true, kpi.ShareYoYChange: true, kpi.RankAspect: true,
	kpi.ContributionYoY: true, kpi.ContributionPoP: true, kpi.GrowthShareYoY: true, kpi.GrowthSharePoP: true,
}

// own returns a subject with its group as a restriction of its figure, so that
// the whole is that group: what the product lines of one partner are part of.
func (sp *speaker) own(s subject) subject {
	var inside expr.Node
	for _, p := range s.group.Pairs() {
		pair := &expr.Binary{Op: expr.Eq, X: &expr.Name{Ident: p.Dimension}, Y: &expr.String{Value: p.Value}}
		if inside == nil {
			inside = pair
		} else {
			inside = &expr.Binary{Op: expr.And, X: inside, Y: pair}
		}
	}
	if inside == nil {
		return s
	}
	n := of(subjectNode(s.figure), inside)
	if a := s.figure.Aspect(); a != kpi.ValueAspect {
		n = &expr.Select{X: n, Ident: string(a)}
	}
	f, err := sp.figure(expr.Format(n))
	if err != nil {
		return s
	}
	return subject{figure: f, in: s.in}
}

// A speaker turns exact values into words of one locale, in the book's print
// units and under its policies. Whatever it prints it cites: cite returns the
// inline that carries a subject and its text. A cited text may still go with
// its optional part, so what a figure was shown as is known from the finished
// document only.
type speaker struct {
	*locale
	style     style
	cite      func(s subject, text string) doc.Value
	groupName func(dimension, value string) string         // how a group is called
	home      channel.Group                                // whom the report is about, and need not be named
	dimension func(id string) (*kpi.Dimension, bool)       // of a group's pair
	inWords   func(expression string) string               // an expression in the locale's names
	figure    func(expression string) (*kpi.Figure, error) // compiles what a phrase computes, such as x / y
}

// spoken is what an insert of a sentence came to: inlines, or silence.
type spoken struct {
	kind    insertKind
	inlines []doc.Inline
	silent  bool
	missing []missing // why it is silent, for the gaps list; or what it left out
	quiet   bool      // a count of nothing: silent in an optional part
	capital bool      // begins with a word that takes a capital at the start of a line
}

// insertKind says how an insert takes part in absence.
type insertKind uint8

const (
	phraseInsert insertKind = iota // a phrase: yoy, leaders
	figureInsert                   // a figure by itself
	fieldInsert                    // a field, list or count, which may be empty
	fixedInsert                    // never absent: period, organization, a parameter, a title
)

// missing is a figure that had no value where it was asked for.
type missing struct {
	subject subject
	reason  kpi.Reason
}

// An argument is an evaluated argument of a phrase: exactly one field is set.
type argument struct {
	subject   *subject
	dimension *kpi.Dimension
	text      *string
	number    *int
	items     []*channel.Item
	value     func(v kpi.Value, inputs []input, text string) doc.Inline // registers what is computed from them
}
