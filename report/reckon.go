package report

import (
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// numberValue registers a printed number that comes from items, and returns it
// as it stands in the text: a field by itself, or what was computed. A number
// of a template has no trace.
func (b *builder) numberValue(t *term, e *env, r result, text string) doc.Inline {
	switch {
	case t.field != nil && r.from != nil:
		return b.itemValue(r.from, t.field.Name, r.number, text)
	case t.node != nil:
		return b.computed(t.node, e, r, text)
	}
	return doc.Text{Text: text}
}

// computed registers a number that was computed from items and figures.
func (b *builder) computed(n expr.Node, e *env, r result, text string) doc.Value {
	canonical := expr.Format(b.canonical(n, e.item))
	f := doc.Figure{
		Expr: canonical, Period: e.in.Period().String(), Unit: string(r.number.Unit),
		Num: r.number.Num.String(), Den: r.number.Den.String(), Formula: canonical,
	}
	for _, p := range e.group.Pairs() {
		f.Group = append(f.Group, doc.GroupValue(p))
	}
	for _, in := range r.inputs {
		if in.item != nil {
			f.Inputs = append(f.Inputs, doc.Input{Name: itemExpr(in.item) + "." + in.field, Value: quotient(in.value), Facts: 1, Files: []string{in.item.At(in.field).String()}})
			f.Facts++
			continue
		}
		trace := in.subject.in.Explain(in.subject.figure, in.subject.group)
		one := doc.Input{Name: in.subject.figure.Expr(), Value: quotient(in.value), Facts: trace.Facts}
		for _, part := range trace.Inputs {
			one.Files = append(one.Files, part.Files...)
		}
		f.Inputs = append(f.Inputs, one)
		f.Facts += trace.Facts
	}
	return b.madeUp(f, text)
}

// canonical writes a field of the row's item so that it says whose it is:
// item("R1").budget. Conditions of where speak of their own rows and stay.
func (b *builder) canonical(n expr.Node, it *channel.Item) expr.Node {
	return rewrite(n, func(n expr.Node) expr.Node {
		switch n := n.(type) {
		case *expr.Name:
			if it == nil {
				return nil
			}
			for _, f := range itemFieldSpecs() {
				if f.Name == n.Ident || f.Zh == n.Ident {
					name := it.ID
					if name == "" {
						name = it.Position.String()
					}
					call := &expr.Call{Ident: "item", Args: []expr.Node{&expr.String{Value: name}}}
					return &expr.Select{X: call, Ident: f.Name}
				}
			}
		case *expr.Call:
			if f, ok := lookupFunction(n.Ident); ok && f.name == "where" {
				return &expr.Call{Ident: f.name, Args: []expr.Node{b.canonical(n.Args[0], it), n.Args[1]}}
			}
		}
		return nil
	})
}

// numberCall compiles what prints numbers in a form of its own.
func (c *checked) numberCall(n *expr.Call, f *function) *term {
	if !c.arity(n, f) {
		return nil
	}
	x := c.quantityArgument(n.Args[0])
	if x == nil {
		return nil
	}
	switch f.name {
	case "money":
		return c.money(n, x)
	case "digits":
		return c.digits(n, x)
	case "plural":
		return c.plural(n, x)
	}
	y := c.quantityArgument(n.Args[1])
	if y == nil {
		return nil
	}
	if x.unit != y.unit || x.unit == kpi.RatioAB || x.unit == kpi.Rank {
		c.report(n.Args[1], msgRangeUnits, unitWord(x.unit), unitWord(y.unit))
		return nil
	}
	return rangeTerm(expr.Format(n), x, y)
}

// A printed is a number with what says how it is printed.
type printed struct {
	*term
	how printing
}

// A printing is a form that a template asks for.
type printing struct {
	scale  *scale // of money
	fit    bool   // the scale that fits the amount
	places int32  // -1: as usual
}

// quantityArgument compiles a figure, a number of items, or one of them in a
// form that money or digits give.
func (c *checked) quantityArgument(n expr.Node) *printed {
	t := c.compile(n)
	switch {
	case t == nil:
		return nil
	case t.numeric():
		return &printed{t, printing{places: -1}}
	case t.typ == printedTyp && t.printed != nil:
		return t.printed
	}
	c.report(n, msgWrongType, termNumber, t.typ.term())
	return nil
}

// money prints an amount in a scale: 亿元; without one, in the scale that fits.
func (c *checked) money(n *expr.Call, x *printed) *term {
	if x.unit != kpi.Money && x.unit != kpi.MoneyPerCustomer {
		c.report(n.Args[0], msgWrongType, termMoney, unitWord(x.unit))
		return nil
	}
	how := printing{fit: len(n.Args) == 1, places: x.how.places}
	if !how.fit {
		text, ok := c.literal(n.Args[1])
		if !ok {
			c.report(n.Args[1], msgLiteralWanted)
			return nil
		}
		sc, ok := c.locale.units.scale(text)
		if !ok {
			c.report(n.Args[1], msgScale, text, c.locale.units.scaleNames())
			return nil
		}
		how.scale = &sc
	}
	return (&printed{x.term, how}).as(expr.Format(n))
}

// mostDigits is how many decimals a template may ask for.
const mostDigits = 6

func (c *checked) digits(n *expr.Call, x *printed) *term {
	number, ok := c.substitute(n.Args[1]).(*expr.Number)
	if !ok || number.Percent || !number.Value.IsInteger() || number.Value.GreaterThan(one.Shift(1)) || number.Value.IntPart() > mostDigits {
		c.report(n.Args[1], msgDigits, mostDigits)
		return nil
	}
	how := x.how
	how.places = int32(number.Value.IntPart())
	return (&printed{x.term, how}).as(expr.Format(n))
}

// as is the term that prints a number.
func (p *printed) as(name string) *term {
	return &term{typ: printedTyp, unit: p.unit, printed: p, figure: p.figure, fixed: p.fixed, name: name, eval: func(e *env) result {
		r := p.eval(e)
		if r.absent {
			return result{absent: true, missing: r.missing}
		}
		return result{spoken: spoken{inlines: []doc.Inline{p.value(e, r, e.b.speaker.inForm(r.number, p.look(r), p.how))}}}
	}}
}

// look is how a result is printed but for the form.
func (p *printed) look(r result) look {
	if p.typ == figureTyp {
		return r.subject.look()
	}
	return look{unit: p.unit}
}

// value registers a printed text of a result.
func (p *printed) value(e *env, r result, text string) doc.Inline {
	if p.typ == figureTyp {
		return e.b.cite(r.subject, text)
	}
	return e.b.numberValue(p.term, e, r, text)
}

// plural prints a count with the word for what is counted.
func (c *checked) plural(n *expr.Call, x *printed) *term {
	if x.unit != kpi.Count {
		c.report(n.Args[0], msgNotCounted, n.Ident, expr.Format(n.Args[0]), unitWord(x.unit))
		return nil
	}
	words := make([]string, len(n.Args)-1)
	for i, arg := range n.Args[1:] {
		text, ok := c.literal(arg)
		if !ok {
			c.report(arg, msgLiteralWanted)
			return nil
		}
		words[i] = text
	}
	noun := words[0]
	many := c.locale.plural(noun)
	if len(words) > 1 {
		many = words[1]
	}
	t := x.as(expr.Format(n))
	t.eval = func(e *env) result {
		r := x.eval(e)
		if r.absent {
			return result{absent: true, missing: r.missing}
		}
		v, f := r.number, e.b.speaker.formOf(r.number, x.look(r), x.how).number()
		text := e.b.speaker.style.print(v, f)
		word := many
		if text == "1" {
			word = noun
		}
		return result{spoken: spoken{inlines: appendText([]doc.Inline{x.value(e, r, text)}, e.b.locale.wordGap()+word)}}
	}
	t.counts = x.counts
	return t
}

// rangeTerm prints two numbers as a range, the smaller one first. A unit that
// multiplies stands behind both (GB/T 15835—2011, 5.1.4): 9亿～16亿元, 15%～30%,
// but 12～15家.
func rangeTerm(name string, x, y *printed) *term {
	return &term{typ: printedTyp, unit: x.unit, figure: x.figure, fixed: x.fixed && y.fixed, name: name, eval: func(e *env) result {
		a, b := x.eval(e), y.eval(e)
		if a.absent || b.absent {
			return result{absent: true, missing: append(a.missing, b.missing...)}
		}
		low, high, first, second := x, y, a, b
		if a.number.Compare(b.number) > 0 {
			low, high, first, second = y, x, b, a
		}
		sp := e.b.speaker
		v, w := first.number, second.number
		f, g := sp.formOf(v, low.look(first), low.how), sp.formOf(w, high.look(second), high.how)
		if low.how.fit {
			f = g // one scale for both
		}
		right := sp.style.print(w, g)
		if sp.style.print(v, f) == right {
			return result{spoken: spoken{inlines: []doc.Inline{high.value(e, second, right)}}}
		}
		if !sp.spaced && f == g && f.shift == 0 && f.before == "" {
			f = f.number()
		}
		inlines := []doc.Inline{low.value(e, first, sp.style.print(v, f)), doc.Text{Text: sp.to}, high.value(e, second, right)}
		return result{spoken: spoken{inlines: inlines}}
	}}
}

// inForm writes a present value in a form that a template asks for.
func (sp *speaker) inForm(v kpi.Value, k look, how printing) string {
	switch k.unit {
	case kpi.RatioAB, kpi.Rank:
		return sp.text(v, k)
	}
	return sp.style.print(v, sp.formOf(v, k, how))
}

// formOf returns the form of a value, as a template asks for it.
func (sp *speaker) formOf(v kpi.Value, k look, how printing) form {
	f := sp.form(k)
	sc := how.scale
	if how.fit {
		sc = sp.units.fitting(v)
	}
	if sc != nil {
		c := sp.units.currency(sp.style.setup.Currency)
		f = form{before: c.before, affix: same(sc.word + c.after), shift: -sc.exponent, places: sc.places}
		if sc.exponent == 0 {
			f.places = sp.style.base.places
		}
	}
	if how.places >= 0 {
		f.places = how.places
	}
	return f
}

// fitting returns the largest common scale that an amount fills.
func (u *units) fitting(v kpi.Value) *scale {
	best := 0
	for i, s := range u.scales {
		unit := kpi.Value{Num: one.Shift(int32(s.exponent)), Den: one}
		if s.common && v.Abs().Compare(unit) >= 0 && s.exponent >= u.scales[best].exponent {
			best = i
		}
	}
	return &u.scales[best]
}

// scaleNames lists the scales for a message.
func (u *units) scaleNames() string {
	var names []string
	for _, s := range u.scales {
		names = append(names, s.names[0])
	}
	return strings.Join(names, ", ")
}
