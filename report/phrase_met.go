package report

import (
	"unicode/utf8"

	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// phraseMet says how many groups reached their target, and which did not.
func phraseMet(sp *speaker, args []argument) spoken {
	d, s := args[0].dimension, *args[1].subject
	members := sp.members(s, d, func(s, _ subject, m *member) {
		m.value, m.target = fact{s, s.value()}, s.fact(kpi.Target)
	})
	return sp.metBy(sp.nameOf(s.figure), s.figure.Indicator(), d, members)
}

// mostMissed is how many groups that missed their target are named at most.
const mostMissed = 5

func (sp *speaker) metBy(name string, i *kpi.Indicator, d *kpi.Dimension, members []member) spoken {
	w := &sp.locale.met
	var met, missed []string
	groups := 0
	for _, m := range members {
		if m.unassigned {
			continue
		}
		groups++
		switch {
		case !m.value.value.OK() || !m.target.value.OK():
		case reached(i, m.value.value, m.target.value):
			met = append(met, m.name)
		default:
			missed = append(missed, m.name)
		}
	}
	n := len(met) + len(missed)
	count := func(inWords bool) string {
		text := sp.counted(n, d, inWords)
		if n < groups {
			text = fillText(w.having, "count", text)
		}
		return text
	}
	switch {
	case n == 0:
		return silence()
	case n == 1 && len(met) == 1:
		return phrase(fill(w.one[0], "group", met[0], "name", name))
	case n == 1:
		return phrase(fill(w.one[1], "group", missed[0], "name", name))
	case len(missed) == 0:
		noun := d.PluralEn
		if n < groups {
			noun = fillText(w.having, "count", noun)
		}
		return clause(fill(w.all, "count", count(false), "both", sp.all(n, noun), "name", name))
	case len(met) == 0:
		return clause(fill(w.none, "none", w.noneOf(n), "count", count(true), "name", name))
	}
	form := w.some
	if len(met) == 1 {
		form = w.someOne
	}
	_, size := utf8.DecodeRuneInString(d.Counter)
	out := fill(form, "count", count(true), "number", sp.numbered(len(met)), "counter", d.Counter[:size], "name", name)
	if len(missed) <= mostMissed {
		out = appendInlines(out, fill(w.not, "groups", sp.names(missed)))
	}
	return clause(out)
}

// noneOf is the word for none of so many.
func (w *metWords) noneOf(n int) string {
	if n == 2 {
		return w.neither[0]
	}
	return w.neither[1]
}

// reached reports whether a value is what its target wants, on exact values.
func reached(i *kpi.Indicator, value, target kpi.Value) bool {
	if i != nil && i.Better == kpi.DownBetter {
		return value.Compare(target) <= 0
	}
	return value.Compare(target) >= 0
}

// phraseMetFigures says which of several figures reached their targets.
func phraseMetFigures(sp *speaker, args []argument) spoken {
	var judged []judgedFigure
	for _, a := range args {
		s := *a.subject
		judged = append(judged, judgedFigure{sp.nameOf(s.figure), s.figure.Indicator(), s.value(), s.fact(kpi.Target).value})
	}
	return sp.metFigures(judged)
}

// A judgedFigure is a figure to be held against its target.
type judgedFigure struct {
	name          string
	indicator     *kpi.Indicator
	value, target kpi.Value
}

func (sp *speaker) metFigures(figures []judgedFigure) spoken {
	w := &sp.locale.met
	var met, missed []string
	for _, f := range figures {
		if !f.value.OK() || !f.target.OK() {
			continue
		}
		if reached(f.indicator, f.value, f.target) {
			met = append(met, f.name)
		} else {
			missed = append(missed, f.name)
		}
	}
	n := len(met) + len(missed)
	var out []doc.Inline
	switch {
	case n == 0:
		return silence()
	case n == 1 && len(met) == 1:
		return clause(fill(w.figure[0], "name", met[0]))
	case n == 1:
		return clause(fill(w.figure[1], "name", missed[0]))
	case len(missed) == 0:
		out = fill(w.every[0], "number", sp.locale.number(n), "both", sp.all(n, w.noun))
	case len(met) == 0:
		out = fill(w.every[1], "none", w.noneOf(n), "number", sp.locale.number(n))
	default:
		out = fill(w.figures[min(len(met), 2)-1], "met", sp.names(met), "missed", sp.names(missed))
	}
	if n < len(figures) {
		out = appendText(out, w.rest)
	}
	return clause(out)
}
