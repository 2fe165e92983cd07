package report

import (
	"slices"
	"strings"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// A claim is the author's judgement in the author's words: 稳步增长, 达到目标.
// It prints the words, and they are held against the exact values; what the
// figures contradict is listed in a draft and refused in a final report.

// A claimed is a claim with the values that it is held against.
type claimed struct {
	*speaker
	x     subject
	y     fact // what the words compare with, if they do
	known bool // whether all values were there
	why   []missing
}

// claimCall compiles claim(words, x[, y]).
func (c *checked) claimCall(n *expr.Call, f *function) *term {
	if !c.arity(n, f) {
		return nil
	}
	words, ok := c.literal(n.Args[0])
	if !ok {
		c.report(n.Args[0], msgLiteralWanted)
		return nil
	}
	j := judgementNamed(words)
	if j == nil {
		c.report(n.Args[0], msgUnknownClaim, words, strings.Join(judgementWords(c.locale, false), ", ")).Near = source.Nearest(words, judgementWords(c.locale, true))
		return nil
	}
	x := c.compile(n.Args[1])
	if x == nil {
		return nil
	}
	if x.typ != figureTyp {
		c.report(n.Args[1], msgWrongType, termFigure, x.typ.term())
		return nil
	}
	if j.aspect != "" {
		if _, ok := aspectOf(x.figure, j.aspect); !ok {
			c.report(n.Args[1], msgNoAspect, x.name, words, j.aspect.Term())
			return nil
		}
	}
	switch {
	case j.other && len(n.Args) < 3:
		c.report(n, msgClaimNeeds, words)
		return nil
	case !j.other && len(n.Args) > 2:
		c.report(n.Args[2], msgClaimAlone, words)
		return nil
	}
	var y *term
	if j.other {
		if y = c.compile(n.Args[2]); y == nil {
			return nil
		}
		if !y.numeric() || !comparable(x, y, &expr.Binary{X: n.Args[1], Y: n.Args[2]}) {
			c.report(n.Args[2], msgCannotCompare, x.describe(), y.describe())
			return nil
		}
	}
	at := c.text.problem(expr.Problem{At: n.Pos(), Message: msgClaim})
	return &term{typ: phraseTyp, name: expr.Format(n), eval: func(e *env) result {
		got := claimed{speaker: e.b.speaker, x: subject{x.figure, e.group, e.in}, known: true}
		if y != nil {
			r := y.eval(e)
			got.y = fact{r.subject, r.number}
			if r.absent {
				return result{absent: true, missing: r.missing}
			}
		}
		holds := j.holds(&got)
		if !got.known {
			return result{absent: true, missing: got.why, spoken: silence(got.why...)}
		}
		if !holds {
			e.b.contradicted(at, words, x.figure, j.evidence(&got))
		}
		return result{spoken: phrase(plain(words))}
	}}
}

// contradicted notes a claim that does not hold, once for each place and what
// the figures say.
func (b *builder) contradicted(at *source.Error, words string, f *kpi.Figure, evidence []doc.Inline) {
	e := *at
	e.Args = []any{words, b.speaker.nameOf(f), doc.PlainText(evidence)}
	for _, before := range b.openEnds {
		if before.Position == e.Position && before.Error() == e.Error() {
			return
		}
	}
	b.openEnd(&e)
}

// value asks for a value that the words rest on; one that is not there makes
// the claim silent.
func (c *claimed) value(a kpi.Aspect) kpi.Value {
	f := c.x.fact(a)
	if !f.value.OK() && c.known {
		c.known = false
		c.why = []missing{{f.subject, f.value.Reason}}
	}
	return f.value
}

// change returns the change against a base: as a part of the base, or in points
// for rates; and its sign, which is known even where the base is not positive.
func (c *claimed) change(base, difference, growth kpi.Aspect) (kpi.Value, int) {
	v, was, d := c.value(kpi.ValueAspect), c.value(base), c.value(difference)
	if !c.known {
		return kpi.Value{}, 0
	}
	g := c.x.fact(growth)
	if c.x.look().relative() && g.value.OK() {
		return g.value, d.Sign()
	}
	if d.Unit != kpi.Points && was.Sign() > 0 {
		return v.Sub(was).Div(was), d.Sign()
	}
	return d, d.Sign()
}

func (c *claimed) yearly() (kpi.Value, int) {
	return c.change(kpi.YearAgo, kpi.YoYChange, kpi.YoY)
}

func (c *claimed) sequential() (kpi.Value, int) {
	return c.change(kpi.PreviousAspect, kpi.PoPChange, kpi.PoP)
}

// against returns x − y, as a part of y, or in points for rates.
func (c *claimed) against() (kpi.Value, int) {
	v := c.value(kpi.ValueAspect)
	if !c.known {
		return kpi.Value{}, 0
	}
	d := v.Sub(c.y.value)
	if v.Unit == kpi.Percent || c.y.value.Sign() <= 0 {
		return d, d.Sign()
	}
	return d.Div(c.y.value), d.Sign()
}

// toTarget compares with the target: +1 for better, whatever better is.
func (c *claimed) toTarget() int {
	v, target := c.value(kpi.ValueAspect), c.value(kpi.Target)
	if !c.known {
		return 0
	}
	if i := c.x.figure.Indicator(); i != nil && i.Better == kpi.DownBetter {
		return target.Compare(v)
	}
	return v.Compare(target)
}

// monthly reports whether every month of the period is above the one before, by
// a sign: 1 for rising, −1 for falling.
func (c *claimed) monthly(sign int) bool {
	p := c.x.in.Period()
	if n, whole := p.WholeMonths(); !whole || n < 2 {
		c.known = false
		return false
	}
	var last *kpi.Value
	good := true
	for month := range p.Months() {
		s := subject{c.x.figure, c.x.group, c.x.in.In(month)}
		v := s.value()
		if !v.OK() {
			c.known, c.why = false, []missing{{s, v.Reason}}
			return false
		}
		if last != nil {
			good = good && v.Compare(*last)*sign >= 0
		}
		last = &v
	}
	return good
}

// judgementWords lists the words that claims of a locale may use: all of them,
// or one of each meaning.
func judgementWords(l *locale, all bool) []string {
	var out []string
	for _, j := range judgements {
		words := j.en
		if l == chinese {
			words = j.zh
		}
		if !all {
			words = words[:1]
		}
		out = append(out, words...)
	}
	return out
}

func judgementNamed(words string) *judgement {
	for i := range judgements {
		if slices.Contains(judgements[i].zh, words) || slices.Contains(judgements[i].en, words) {
			return &judgements[i]
		}
	}
	return nil
}
