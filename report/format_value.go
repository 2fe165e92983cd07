package report

import (
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// newSpeaker returns a speaker of a locale in a book's style. Its caller sets
// groupName, dimension and figure too.
func newSpeaker(l *locale, setup *channel.Setup, cite func(subject, string) doc.Value) *speaker {
	return &speaker{locale: l, style: newStyle(l, setup), cite: cite}
}

// value prints a figure with its unit, as in a sentence or on a card.
func (sp *speaker) value(s subject) spoken {
	v := s.value()
	if !v.OK() {
		return spoken{kind: figureInsert, silent: true, missing: []missing{{s, v.Reason}}}
	}
	return spoken{kind: figureInsert, inlines: []doc.Inline{sp.cite(s, sp.figureText(s, v))}}
}

// figureText is a present value of a subject as text; a score says out of how
// many.
func (sp *speaker) figureText(s subject, v kpi.Value) string {
	k := s.look()
	if k.unit == kpi.Score && !k.difference {
		if m, ok := s.aspect(kpi.MaxAspect); ok {
			if most := m.value(); most.OK() {
				return sp.outOf(v, most, k)
			}
		}
	}
	return sp.text(v, k)
}

// cellText is the present value of a subject as a table shows it whose rows have
// units of their own.
func (sp *speaker) cellText(s subject) string {
	switch k := s.look(); {
	case k.unit == kpi.RatioAB, k.unit == kpi.Rank, k.unit == kpi.Score && !k.difference:
		return sp.figureText(s, s.value())
	default:
		return sp.style.print(s.value(), sp.cellForm(k))
	}
}

// outOf writes a score and its maximum, which is as exact as it is.
func (sp *speaker) outOf(v, most kpi.Value, k look) string {
	f := sp.form(k).number()
	full := sp.style.print(most, f)
	if strings.Contains(full, ".") {
		full = strings.TrimRight(strings.TrimRight(full, "0"), ".")
	}
	return fillText(sp.units.outOf, "score", sp.style.print(v, f), "max", full)
}

// A cell is what a table shows of a figure. Where there is no value it says so
// with a status or a dash, and which figure is missing.
type cell struct {
	inlines []doc.Inline
	tone    doc.Tone
	missing []missing
}

// cell prints a figure without its unit, which the table says once.
func (sp *speaker) cell(s subject) cell {
	v := s.value()
	if !v.OK() {
		text, ok := sp.cells[v.Reason]
		if !ok || !relative[s.figure.Aspect()] {
			text = sp.words.Missing
		}
		return cell{inlines: []doc.Inline{sp.cite(s, text)}, missing: []missing{{s, v.Reason}}}
	}
	return cell{inlines: []doc.Inline{sp.cite(s, sp.plain(v, s.look()))}, tone: sp.tone(s.figure, v)}
}

// relative are the aspects that have a base, whose absence a cell explains.
var relative = map[kpi.Aspect]bool{
	kpi.YoY: true, kpi.PoP: true, kpi.YTDYoY: true,
	kpi.YoYChange: true, kpi.PoPChange: true, kpi.ShareYoYChange: true,
	kpi.ContributionYoY: true, kpi.ContributionPoP: true,
	kpi.GrowthShareYoY: true, kpi.GrowthSharePoP: true,
}

// tone judges a value by what is better for its indicator: changes and gaps by
// their sign, attainments by whether they are complete. What is within the
// band of level is neither good nor bad.
func (sp *speaker) tone(f *kpi.Figure, v kpi.Value) doc.Tone {
	i := f.Indicator()
	if i == nil || i.Better == kpi.NeutralBetter {
		return doc.Neutral
	}
	sign := 0
	switch f.Aspect() {
	case kpi.Attainment, kpi.YTDAttainment, kpi.YearAttainment:
		// Of what should be low it is the target that is divided by the value.
		sign = v.Compare(fraction(hundred.Shift(-2)))
		if sign == 0 {
			sign = 1
		}
		return toneOf(sign)
	case kpi.YoY, kpi.PoP, kpi.YTDYoY:
		if v.Abs().Compare(sp.style.level) <= 0 {
			return doc.Neutral
		}
		sign = v.Sign()
	case kpi.YoYChange, kpi.PoPChange:
		if v.Unit == kpi.Points && v.Abs().Compare(sp.style.level) <= 0 {
			return doc.Neutral // the words say 基本持平
		}
		sign = v.Sign()
	case kpi.Gap, kpi.ContributionYoY, kpi.ContributionPoP:
		sign = v.Sign()
	}
	if i.Better == kpi.DownBetter {
		sign = -sign
	}
	return toneOf(sign)
}

func toneOf(sign int) doc.Tone {
	switch {
	case sign > 0:
		return doc.Good
	case sign < 0:
		return doc.Bad
	}
	return doc.Neutral
}

// unit names the unit of a figure's cells and points, for a column's title or
// an axis: 万元, 家; empty where the numbers carry it themselves.
func (sp *speaker) unit(f *kpi.Figure) string { return sp.unitOf(subject{figure: f}.look()) }

// unitOf names the unit of values with a look.
func (sp *speaker) unitOf(k look) string {
	switch k.unit {
	case kpi.Percent, kpi.RatioAB, kpi.Rank, kpi.Index, kpi.Number:
		return ""
	case kpi.Points:
		return sp.units.pointsName
	}
	form := sp.form(k)
	return strings.TrimSpace(form.before + form.many)
}

// unitLine is the line above a table whose numbers share a unit.
func (sp *speaker) unitLine(unit string) string { return fillText(sp.units.unitLine, "unit", unit) }
