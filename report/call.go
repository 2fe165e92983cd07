package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// one is the denominator of whole numbers.
var one = decimal.NewFromInt(1)

// call compiles a function call.
func (c *checked) call(n *expr.Call, f *function) *term {
	switch f.kind {
	case figureFunction:
		return c.quantity(n)
	case listFunction:
		return c.listCall(n, f)
	case numberFunction:
		return c.numberCall(n, f)
	case nameFunction:
		return c.nameCall(n, f)
	case claimFunction:
		return c.claimCall(n, f)
	}
	args := c.arguments(n, f)
	if args == nil {
		return nil
	}
	return &term{typ: phraseTyp, predicate: f.kind == predicateFunction, name: expr.Format(n), eval: func(e *env) result {
		evaluated := make([]argument, len(args))
		for i, arg := range args {
			evaluated[i] = arg(e)
		}
		s := f.speak(e.b.speaker, evaluated)
		return result{spoken: s, absent: s.silent, missing: s.missing}
	}}
}

// arity reports a call with too few or too many arguments.
func (c *checked) arity(n *expr.Call, f *function) bool {
	least := 0
	for _, p := range f.params {
		if !p.optional {
			least++
		}
	}
	repeated := len(f.params) > 0 && f.params[len(f.params)-1].repeated
	if least <= len(n.Args) && (repeated || len(n.Args) <= len(f.params)) {
		return true
	}
	var at expr.Node = n
	if len(n.Args) > len(f.params) {
		at = n.Args[len(f.params)]
	}
	c.report(at, msgArguments, n.Ident, f.usage())
	return false
}

// arguments checks the arguments of a phrase and returns how to get them.
func (c *checked) arguments(n *expr.Call, f *function) []func(*env) argument {
	if !c.arity(n, f) {
		return nil
	}
	inner := *c
	inner.scope.groups = c.scope.groups || f.params[0].kind == dimensionParam
	var out []func(*env) argument
	ok, told := true, false // one that does not fit often puts the next one out of place
	for i, node := range n.Args {
		var arg func(*env) argument
		if t := inner.compile(node); t != nil {
			kind, fits := f.params[min(i, len(f.params)-1)].kind, true
			if arg, fits = c.argument(node, t, f, kind); !fits && !told {
				c.misfit(n, node, t, f, kind)
				told = true
			}
		}
		ok = ok && arg != nil
		out = append(out, arg)
	}
	if !ok {
		return nil
	}
	return out
}

// misfit reports an argument of another type, and in which order they go.
func (c *checked) misfit(call *expr.Call, n expr.Node, t *term, f *function, kind paramKind) {
	found, near := t.typ.term(), t.instead(n, numberTyp)
	if t.unit == kpi.Rank { // the smallest is the best
		found = unitWord(t.unit)
		if of, ok := n.(*expr.Select); ok {
			near = expr.Format(of.X)
		}
	}
	m, args := msgWrongType, []any{kind.term(), found}
	if len(f.params) > 1 {
		m, args = msgWrongArgument, append(args, call.Ident, f.usage())
	}
	c.report(n, m, args...).Near = near
}

// argument returns how to get an argument, nil after reporting a problem with
// it, and whether it is of the parameter's kind.
func (c *checked) argument(n expr.Node, t *term, f *function, kind paramKind) (get func(*env) argument, fits bool) {
	switch {
	case kind == figureParam && t.typ == figureTyp:
		for _, a := range f.aspects {
			if _, ok := aspectOf(t.figure, a); !ok {
				c.report(n, msgNoAspect, t.name, source.Term{En: f.name, Zh: f.zh}, a.Term())
				return nil, true
			}
		}
		if t.unit == kpi.Rank {
			return nil, false
		}
		return func(e *env) argument {
			s := subject{t.figure, e.group, e.in}
			return argument{subject: &s}
		}, true
	case kind == dimensionParam && t.typ == dimensionTyp:
		return func(*env) argument { return argument{dimension: t.dimension} }, true
	case kind == textParam && t.typ == textTyp:
		return func(e *env) argument {
			text := doc.PlainText(t.sayText(e.b, t.eval(e)).inlines)
			return argument{text: &text}
		}, true
	case kind == numberParam && t.typ == numberTyp && t.unit == kpi.Number && t.fixed:
		if !c.wholeNumber(n) {
			return nil, true
		}
		return func(e *env) argument {
			number := int(t.eval(e).number.Num.IntPart())
			return argument{number: &number}
		}, true
	case kind == resourcesParam && t.typ == itemsTyp && t.kind == channel.Resource:
		return func(e *env) argument {
			return argument{items: t.eval(e).items, value: e.b.madeNumber(&expr.Call{Ident: f.name, Args: []expr.Node{n}}, e)}
		}, true
	}
	return nil, false
}

func (k paramKind) term() source.Term {
	switch k {
	case figureParam:
		return termFigure
	case quantityParam:
		return termNumber
	case dimensionParam:
		return termDimension
	case numberParam:
		return termWhole
	case listParam:
		return termItems
	case resourcesParam:
		return termMoneyAsked
	case columnParam:
		return termNumbers
	case fieldParam:
		return termField
	case conditionParam:
		return termCondition
	case periodParam:
		return termPeriod
	case nameParam:
		return termNamed
	case otherParam:
		return termOther
	}
	return termText
}

// usage writes a function's parameters for a message.
func (f *function) usage() source.Term {
	var en, zh []string
	for _, p := range f.params {
		t := p.kind.term()
		switch {
		case p.optional:
			t = source.Term{En: t.En + " (may be left out)", Zh: t.Zh + "（可省略）"}
		case p.repeated:
			t = source.Term{En: t.En + " (one or more)", Zh: t.Zh + "（可多个）"}
		}
		en, zh = append(en, t.En), append(zh, t.Zh)
	}
	return source.Term{En: strings.Join(en, ", "), Zh: strings.Join(zh, "、")}
}

// nameCall compiles what names something: a date, an item, a block, a figure.
func (c *checked) nameCall(n *expr.Call, f *function) *term {
	if !c.arity(n, f) {
		return nil
	}
	if f.name == "name" {
		return c.nameOf(n)
	}
	text, ok := c.literal(n.Args[0])
	if !ok {
		c.report(n.Args[0], msgLiteralWanted)
		return nil
	}
	switch f.name {
	case "date":
		d := c.dateText(n.Args[0], text)
		if d == nil {
			return nil
		}
		return &term{typ: dateTyp, fixed: true, eval: func(*env) result { return result{date: *d} }}
	case "ref":
		return c.ref(n, text)
	}
	return c.itemCall(n, text)
}

// nameOf is what a figure or a dimension is called in the report's language.
func (c *checked) nameOf(n *expr.Call) *term {
	x := c.compile(n.Args[0])
	if x == nil {
		return nil
	}
	var text func(b *builder) string
	switch x.typ {
	case figureTyp:
		text = func(b *builder) string { return b.speaker.nameOf(x.figure) }
	case dimensionTyp:
		text = func(b *builder) string { return b.locale.pick(x.dimension.NameZh, x.dimension.NameEn) }
	default:
		c.report(n.Args[0], msgWrongType, termNamed, x.typ.term())
		return nil
	}
	return &term{typ: textTyp, fixed: true, capital: true, name: x.name, eval: func(e *env) result { return result{text: text(e.b)} }}
}

// A reference is an id that a sentence leads to.
type reference struct {
	id string
	at *source.Error // the place, for a message
}

// ref leads to a table, chart or section: 表2. What it is numbered is known when
// the document is complete; where the block turned out to be left out, it is
// absent.
func (c *checked) ref(n *expr.Call, id string) *term {
	c.refs = append(c.refs, reference{id, c.text.problem(expr.Problem{At: n.Args[0].Pos()})})
	return &term{typ: printedTyp, name: expr.Format(n), eval: func(e *env) result {
		if e.b.gone[id] {
			return result{absent: true}
		}
		return result{spoken: spoken{inlines: e.b.refTo(id)}}
	}}
}

// checkRefs reports references to what is not there, and tells how to refer to
// a block whose id was written as a name.
func (c *compiler) checkRefs() {
	var known []string
	for id, shape := range c.ids {
		if slices.Contains(labelled, shape) {
			known = append(known, id)
		}
	}
	slices.Sort(known)
	for _, e := range c.problems {
		if e.Message.Code == msgUnknownName.Code && slices.Contains(known, fmt.Sprint(e.Args[0])) {
			e.Near = fmt.Sprintf(c.locale.pick("引用('%s')", "ref('%s')"), e.Args[0])
		}
	}
	for _, r := range c.refs {
		shape, ok := c.ids[r.id]
		switch {
		case !ok:
			r.at.Message, r.at.Args, r.at.Near = msgNoTarget, []any{r.id}, source.Nearest(r.id, known)
		case !slices.Contains(labelled, shape):
			r.at.Message, r.at.Args = msgNoLabel, []any{r.id}
		default:
			continue
		}
		c.problems.Add(r.at)
	}
}

// labelled are the shapes of blocks that have a number.
var labelled = []string{"heading", "table", "table body", "chart", "chart body"}
