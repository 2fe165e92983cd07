package report

import (
	"strings"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// A parameter is a value that may be set for one report.
type parameter struct {
	typ     string
	text    string // as written
	list    []string
	number  decimal.Decimal
	date    channel.Date
	min     *decimal.Decimal
	max     *decimal.Decimal
	minText string
	maxText string
}

// parse reads text as the parameter's type.
func (p parameter) parse(text string) (parameter, bool) {
	p.text = strings.TrimSpace(text)
	switch p.typ {
	case "text":
		return p, true
	case "boolean":
		return p, p.text == "true" || p.text == "false"
	case "list":
		inner := strings.TrimSuffix(strings.TrimPrefix(p.text, "["), "]")
		p.list = nil
		for _, item := range strings.FieldsFunc(inner, func(r rune) bool { return strings.ContainsRune(",，、;；", r) }) {
			if item = strings.TrimSpace(item); item != "" {
				p.list = append(p.list, item)
			}
		}
		return p, len(p.list) > 0
	case "date":
		d, err := channel.ParseDate(p.text)
		p.date = d
		return p, err == nil
	}
	n, ok := p.readNumber(p.text)
	p.number = n
	if p.typ == "integer" {
		ok = ok && n.IsInteger()
	}
	return p, ok
}

// readNumber reads a number as the expression language does: 12, 15%, 100万. A
// percentage is written with %, so that 90 does not mean 9000%, and nothing else
// is.
func (p parameter) readNumber(text string) (decimal.Decimal, bool) {
	n, problems := expr.Parse(text)
	if len(problems) > 0 {
		return decimal.Decimal{}, false
	}
	negative := false
	if u, ok := n.(*expr.Unary); ok && u.Op == expr.Neg {
		negative, n = true, u.X
	}
	number, ok := n.(*expr.Number)
	if !ok || number.Percent != (p.typ == "percent") && !number.Value.IsZero() {
		return decimal.Decimal{}, false
	}
	if negative {
		return number.Value.Neg(), true
	}
	return number.Value, true
}

func (p parameter) inRange() bool {
	return (p.min == nil || !p.number.LessThan(*p.min)) && (p.max == nil || !p.number.GreaterThan(*p.max))
}

// limits says between what a value must be.
func (p parameter) limits() source.Term {
	switch {
	case p.min == nil:
		return source.Term{En: "at most " + p.maxText, Zh: "不大于 " + p.maxText}
	case p.max == nil:
		return source.Term{En: "at least " + p.minText, Zh: "不小于 " + p.minText}
	}
	return source.Term{En: "from " + p.minText + " to " + p.maxText, Zh: "在 " + p.minText + " 与 " + p.maxText + " 之间"}
}

func (p parameter) want() source.Term {
	switch p.typ {
	case "integer":
		return termWhole
	case "percent":
		return termPercent
	case "number":
		return termNumber
	case "date":
		return termDate
	case "list":
		return termList
	case "boolean":
		return termBoolean
	}
	return termText
}

// literal is the parameter's value as a node, for formulas.
func (p parameter) literal(at expr.Span) expr.Node {
	switch p.typ {
	case "integer", "number", "percent":
		return &expr.Number{Span: at, Value: p.number, Percent: p.typ == "percent"}
	case "list":
		list := &expr.List{Span: at}
		for _, s := range p.list {
			list.Items = append(list.Items, &expr.String{Span: at, Value: s})
		}
		return list
	}
	return &expr.String{Span: at, Value: p.text}
}

// term is the parameter as it stands in a sentence or condition.
func (p parameter) term() *term {
	t := &term{fixed: true}
	r := result{text: p.text, texts: p.list, date: p.date, flag: p.text == "true"}
	switch p.typ {
	case "integer", "number", "percent":
		t.typ = numberTyp
		if p.typ == "percent" {
			t.unit = kpi.Percent
		}
		r.number = kpi.Value{Num: p.number, Den: decimal.NewFromInt(1), Unit: t.unit}
	case "list":
		t.typ = textsTyp
	case "date":
		t.typ = dateTyp
	case "boolean":
		t.typ = boolTyp
	default:
		t.typ = textTyp
	}
	t.eval = func(*env) result { return r }
	return t
}

// parameters reads the declarations of a template and sets those that a run
// names. A problem with a set value has no place in a file.
func (c *compiler) declare(v *value, set map[string]string) {
	c.parameters = map[string]parameter{}
	if v != nil {
		for i, name := range v.names {
			if n := v.nodes[i]; n != nil {
				c.parameter(name, n, set)
			}
		}
	}
	for name, text := range set {
		if _, ok := c.parameters[name]; !ok {
			var known []string
			if v != nil {
				known = v.names
			}
			c.problems.Add(&source.Error{Path: "-set " + name + "=" + text, Message: msgUnknownParameter, Args: []any{name}, Near: source.Nearest(name, known)})
		}
	}
}

func (c *compiler) parameter(name string, n *node, set map[string]string) {
	problem := func(key string, m source.Message, args ...any) {
		p := n.place
		if v := n.values[key]; v != nil {
			p = v.place
		}
		at, line := (&scalar{p.file, p.node}).at(0)
		c.problems.Add(&source.Error{Position: at, Path: p.path, Line: line, Message: m, Args: args})
	}
	if !expr.IsName(name) {
		problem("", msgBadName, name)
		return
	}
	if c.taken(name) {
		problem("", msgParameterName, name)
		return
	}
	p := parameter{typ: n.text("type")}
	for key, to := range map[string]**decimal.Decimal{"min": &p.min, "max": &p.max} {
		if text := n.text(key); text != "" {
			d, ok := p.readNumber(text)
			if !ok {
				problem(key, msgBadParameter, name, p.want(), text)
				continue
			}
			*to = &d
		}
	}
	p.minText, p.maxText = n.text("min"), n.text("max")
	declared, ok := p.parse(n.text("default"))
	if v := n.values["default"]; v != nil && v.names != nil {
		declared.list, ok = v.names, p.typ == "list"
	}
	if v := n.values["default"]; v == nil || v.text == nil && v.names == nil {
		return // reported before
	}
	if !ok {
		problem("default", msgBadParameter, name, p.want(), n.text("default"))
	} else if !declared.inRange() {
		problem("default", msgParameterRange, name, declared.text, p.limits())
	}
	c.parameters[name] = declared
	text, ok := set[name]
	if !ok {
		return
	}
	given, ok := p.parse(text)
	e := &source.Error{Path: "-set " + name + "=" + text, Message: msgBadParameter, Args: []any{name, p.want(), text}}
	switch {
	case !ok:
		c.problems.Add(e)
	case !given.inRange():
		e.Message, e.Args = msgParameterRange, []any{name, text, p.limits()}
		c.problems.Add(e)
	default:
		c.parameters[name] = given
	}
}

// text returns the text of a word or text key, empty if it is not there.
func (n *node) text(key string) string {
	if v := n.values[key]; v != nil && v.text != nil {
		return v.text.text()
	}
	return ""
}
