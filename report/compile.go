package report

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// A compiler resolves every name of a template against a catalog, the
// template's parameters and the fields of items, and collects what is wrong.
type compiler struct {
	catalog    *kpi.Catalog
	parameters map[string]parameter
	locale     *locale
	problems   source.List
	ids        map[string]bool
	slots      map[string]bool // of notes, that blocks name
}

// A scope is what an expression sees beside the catalog: the kind of the item
// whose row it is in, and whether it is in a row at all.
type scope struct {
	kind      channel.Kind   // 0: in no item
	dimension *kpi.Dimension // nil: in no row of a breakdown
}

// A checked is an expression being compiled: where it stands and what it sees.
type checked struct {
	*compiler
	text  *exprText
	scope scope
}

func (c *compiler) expr(e *exprText, s scope) *term {
	if e == nil {
		return nil
	}
	return (&checked{c, e, s}).compile(e.node)
}

// report adds a problem at a node and returns no term.
func (c *checked) report(n expr.Node, m source.Message, args ...any) *source.Error {
	e := c.text.problem(expr.Problem{At: n.Pos(), Message: m, Args: args})
	c.problems.Add(e)
	return e
}

// compile checks a node. It returns nil after reporting a problem.
func (c *checked) compile(n expr.Node) *term {
	switch n := n.(type) {
	case *expr.Number:
		return c.number(n)
	case *expr.String:
		return textTerm(n.Value)
	case *expr.List:
		return c.list(n)
	case *expr.Name:
		return c.name(n)
	case *expr.Call:
		if f, ok := lookupFunction(n.Ident); ok {
			return c.call(n, f)
		}
		c.report(n, msgUnknownFunction, n.Ident).Near = source.Nearest(n.Ident, functionNames())
		return nil
	case *expr.Unary:
		if n.Op == expr.Not {
			x := c.compile(n.X)
			if x == nil {
				return nil
			}
			return boolTerm(func(e *env) bool { return !x.truth(e) })
		}
	case *expr.Binary:
		switch n.Op {
		case expr.And, expr.Or:
			return c.logic(n)
		case expr.Eq, expr.Ne, expr.Lt, expr.Le, expr.Gt, expr.Ge:
			return c.comparison(n)
		case expr.In, expr.NotIn:
			return c.membership(n)
		}
	}
	return c.figure(n)
}

func textTerm(text string) *term {
	return &term{typ: textTyp, fixed: true, eval: func(*env) result { return result{text: text} }}
}

func boolTerm(f func(*env) bool) *term {
	return &term{typ: boolTyp, fixed: true, eval: func(e *env) result { return result{flag: f(e)} }}
}

func (c *checked) number(n *expr.Number) *term {
	unit := kpi.Number
	switch {
	case n.Percent:
		unit = kpi.Percent
	case n.Money:
		unit = kpi.Money
	}
	v := kpi.Value{Num: n.Value, Den: decimal.NewFromInt(1), Unit: unit}
	return &term{typ: numberTyp, unit: unit, fixed: true, eval: func(*env) result { return result{number: v} }}
}

func (c *checked) list(n *expr.List) *term {
	var texts []string
	for _, item := range n.Items {
		s, ok := item.(*expr.String)
		if !ok {
			c.report(item, msgWrongType, termText, termNumber)
			return nil
		}
		texts = append(texts, s.Value)
	}
	return &term{typ: textsTyp, fixed: true, eval: func(*env) result { return result{texts: texts} }}
}

// name resolves a word that stands alone: a field of the row's item, a
// parameter, a name of the report, a kind of item, a dimension, a figure.
func (c *checked) name(n *expr.Name) *term {
	if t := c.field(n.Ident); t != nil {
		return t
	}
	if p, ok := c.parameters[n.Ident]; ok {
		return p.term()
	}
	if t := c.reportName(n.Ident); t != nil {
		return t
	}
	if k, ok := channel.KindNamed(n.Ident); ok {
		return itemsTerm(n.Ident, k)
	}
	if d, ok := c.catalog.Dimension(n.Ident); ok {
		return &term{typ: dimensionTyp, dimension: d, fixed: true, eval: func(*env) result { return result{} }}
	}
	if c.known(n.Ident) {
		return c.figure(n)
	}
	if keyword, _, ok := expr.Unglue(n.Ident); ok {
		c.report(n, msgUnglue, n.Ident, keyword)
		return nil
	}
	c.report(n, msgUnknownName, n.Ident).Near = source.Nearest(n.Ident, c.names())
	return nil
}

// names lists what could have been meant by a word that stands alone.
func (c *checked) names() []string {
	var names []string
	for _, f := range channel.Fields() {
		if slices.Contains(f.Kinds, c.scope.kind) {
			names = append(names, f.Name, f.Zh)
		}
	}
	for name := range reportNames {
		names = append(names, name)
	}
	names = append(names, c.catalogNames()...)
	names = append(names, channel.KindNames()...)
	for p := range c.parameters {
		names = append(names, p)
	}
	slices.Sort(names)
	return names
}

// known reports whether the catalog has an indicator, measure or dimension of
// that name.
func (c *compiler) known(name string) bool {
	_, indicator := c.catalog.Indicator(name)
	_, measure := c.catalog.Measure(name)
	_, dimension := c.catalog.Dimension(name)
	return indicator || measure || dimension
}

func (c *compiler) catalogNames() []string {
	var names []string
	for i := range c.catalog.Indicators() {
		names = append(names, i.ID, i.NameZh)
	}
	for m := range c.catalog.Measures() {
		names = append(names, m.ID, m.NameZh)
	}
	for d := range c.catalog.Dimensions() {
		names = append(names, d.ID, d.NameZh)
	}
	return names
}

// reportName resolves what every report has.
func (c *checked) reportName(name string) *term {
	text := func(f func(*env) string) *term {
		return &term{typ: textTyp, fixed: true, name: name, eval: func(e *env) result { return result{text: f(e)} }}
	}
	switch name {
	case "organization", "机构":
		return text(func(e *env) string { return e.b.run.book.Setup().Organization })
	case "period", "本期":
		return text(func(e *env) string { return c.locale.period(e.in.Period()) })
	case "next_period", "下期":
		return text(func(e *env) string { return c.locale.period(e.in.Period().Next()) })
	case "report_date", "报告日期":
		return &term{typ: dateTyp, fixed: true, eval: func(e *env) result { return result{date: e.b.run.options.date} }}
	case "name", "名称":
		if c.scope.dimension != nil {
			d := c.scope.dimension.ID
			return text(func(e *env) string {
				v, _ := e.group.Value(d)
				return e.b.groupName(d, v)
			})
		}
	}
	return nil
}

func itemsTerm(name string, k channel.Kind) *term {
	return &term{typ: itemsTyp, kind: k, name: name, eval: func(e *env) result {
		items := e.b.run.items[k]
		return result{items: items, absent: len(items) == 0}
	}}
}

// figure hands an expression to package kpi, with the values of parameters in
// the place of their names.
func (c *checked) figure(n expr.Node) *term {
	f, problems := c.catalog.Compile(c.substitute(n))
	for _, p := range problems {
		e := c.text.problem(p)
		if e.Near == "" && e.Message.Code == "unknown-name" && len(e.Args) > 0 {
			if name, ok := e.Args[0].(string); ok {
				e.Near = source.Nearest(name, c.names())
			}
		}
		c.problems.Add(e)
	}
	if f == nil || len(problems) > 0 {
		return nil
	}
	return &term{typ: figureTyp, unit: f.Unit(), figure: f, name: expr.Format(n), eval: func(e *env) result {
		s := subject{f, e.group, e.in}
		r := result{subject: s}
		if v := s.value(); !v.OK() {
			r.absent = true
			r.missing = []missing{{s, v.Reason}}
		}
		return r
	}}
}

// substitute puts literals in the place of parameters.
func (c *checked) substitute(n expr.Node) expr.Node {
	switch n := n.(type) {
	case *expr.Name:
		if p, ok := c.parameters[n.Ident]; ok {
			return p.literal(n.Span)
		}
	case *expr.Select:
		copied := *n
		copied.X = c.substitute(n.X)
		return &copied
	case *expr.Call:
		copied := *n
		copied.Args = make([]expr.Node, len(n.Args))
		for i, a := range n.Args {
			copied.Args[i] = c.substitute(a)
		}
		return &copied
	case *expr.Unary:
		copied := *n
		copied.X = c.substitute(n.X)
		return &copied
	case *expr.Binary:
		copied := *n
		copied.X, copied.Y = c.substitute(n.X), c.substitute(n.Y)
		return &copied
	case *expr.List:
		copied := *n
		copied.Items = make([]expr.Node, len(n.Items))
		for i, item := range n.Items {
			copied.Items[i] = c.substitute(item)
		}
		return &copied
	}
	return n
}

func (c *checked) logic(n *expr.Binary) *term {
	x, y := c.compile(n.X), c.compile(n.Y)
	if x == nil || y == nil {
		return nil
	}
	if n.Op == expr.And {
		return boolTerm(func(e *env) bool { return x.truth(e) && y.truth(e) })
	}
	return boolTerm(func(e *env) bool { return x.truth(e) || y.truth(e) })
}

// comparison compares two figures or numbers of one unit, two dates, or two
// texts. What is absent compares as false.
func (c *checked) comparison(n *expr.Binary) *term {
	x, y := c.compile(n.X), c.compile(n.Y)
	if x == nil || y == nil {
		return nil
	}
	ordered := n.Op != expr.Eq && n.Op != expr.Ne
	holds := func(cmp int) bool {
		switch n.Op {
		case expr.Eq:
			return cmp == 0
		case expr.Ne:
			return cmp != 0
		case expr.Lt:
			return cmp < 0
		case expr.Le:
			return cmp <= 0
		case expr.Gt:
			return cmp > 0
		}
		return cmp >= 0
	}
	compare := c.comparer(n, x, y)
	if compare == nil {
		return nil
	}
	if ordered && (x.typ == textTyp || x.typ == wordTyp || x.unit == kpi.RatioAB) {
		c.report(n, msgNoOrder, x.describe())
		return nil
	}
	return boolTerm(func(e *env) bool {
		a, b := x.eval(e), y.eval(e)
		return !a.absent && !b.absent && holds(compare(a, b))
	})
}

// comparer returns how the results of two terms compare, or nil after
// reporting that they do not.
func (c *checked) comparer(n *expr.Binary, x, y *term) func(a, b result) int {
	numeric := func(t *term) bool { return t.typ == figureTyp || t.typ == numberTyp }
	switch {
	case numeric(x) && numeric(y) && comparable(x, y, n):
		return func(a, b result) int { return x.value(a).Compare(y.value(b)) }
	case x.typ == dateTyp && y.typ == dateTyp:
		return func(a, b result) int { return a.date.Compare(b.date) }
	case x.typ == dateTyp && y.typ == textTyp:
		if d := c.dateLiteral(n.Y); d != nil {
			return func(a, b result) int { return a.date.Compare(*d) }
		}
		return nil
	case x.typ == wordTyp && y.typ == textTyp:
		if w, ok := c.wordLiteral(x, n.Y); ok {
			return func(a, b result) int { return strings.Compare(a.text, w) }
		}
		return nil
	case (x.typ == textTyp || x.typ == dimensionTyp) && y.typ == textTyp:
		return func(a, b result) int { return strings.Compare(a.text, b.text) }
	}
	c.report(n, msgCannotCompare, x.describe(), y.describe())
	return nil
}

// comparable reports whether two numbers are of units that may be compared: a
// percent needs 15%, and nothing but 0 is comparable with everything.
func comparable(x, y *term, n *expr.Binary) bool {
	if x.unit == y.unit || isZero(n.X) || isZero(n.Y) {
		return true
	}
	pure := func(u kpi.Unit) bool {
		switch u {
		case kpi.Number, kpi.Count, kpi.Index, kpi.Score, kpi.Days, kpi.Hours, kpi.Months, kpi.Rank, kpi.Money, kpi.MoneyPerCustomer:
			return true
		}
		return false
	}
	if x.unit == kpi.Number && pure(y.unit) || y.unit == kpi.Number && pure(x.unit) {
		return true
	}
	rates := []kpi.Unit{kpi.Percent, kpi.Points}
	money := []kpi.Unit{kpi.Money, kpi.MoneyPerCustomer}
	return slices.Contains(rates, x.unit) && slices.Contains(rates, y.unit) ||
		slices.Contains(money, x.unit) && slices.Contains(money, y.unit)
}

func isZero(n expr.Node) bool {
	number, ok := n.(*expr.Number)
	return ok && number.Value.IsZero()
}

func (c *checked) dateLiteral(n expr.Node) *channel.Date {
	s, ok := n.(*expr.String)
	if !ok {
		c.report(n, msgWrongType, termDate, termText)
		return nil
	}
	d, err := channel.ParseDate(s.Value)
	if err != nil {
		c.report(n, msgWrongType, termDate, termText)
		return nil
	}
	return &d
}

// wordLiteral returns the word that a text in quotes stands for, in either
// language.
func (c *checked) wordLiteral(x *term, n expr.Node) (string, bool) {
	s, ok := n.(*expr.String)
	if !ok {
		c.report(n, msgWrongType, termWord, termText)
		return "", false
	}
	var known []string
	for _, w := range x.field.Words {
		if s.Value == string(w) || s.Value == w.In("zh-CN") {
			return string(w), true
		}
		known = append(known, w.In(c.locale.tag))
	}
	c.report(n, msgWordUnknown, s.Value, source.Term{En: x.field.Name, Zh: x.field.Zh}, strings.Join(known, ", ")).Near = source.Nearest(s.Value, known)
	return "", false
}

func (c *checked) membership(n *expr.Binary) *term {
	x := c.compile(n.X)
	if x == nil {
		return nil
	}
	want := n.Op == expr.In
	if list, ok := n.Y.(*expr.List); ok && x.typ == wordTyp {
		var words []string
		for _, item := range list.Items {
			w, ok := c.wordLiteral(x, item)
			if !ok {
				return nil
			}
			words = append(words, w)
		}
		return boolTerm(func(e *env) bool {
			r := x.eval(e)
			return !r.absent && slices.Contains(words, r.text) == want
		})
	}
	y := c.compile(n.Y)
	if y == nil {
		return nil
	}
	if x.typ != textTyp || y.typ != textsTyp {
		c.report(n, msgCannotCompare, x.describe(), y.describe())
		return nil
	}
	return boolTerm(func(e *env) bool {
		r := x.eval(e)
		return !r.absent && slices.Contains(y.eval(e).texts, r.text) == want
	})
}

// describe names a term for a message: severity (高, 中, 低), or its type.
func (t *term) describe() any {
	if t.typ == wordTyp {
		var zh, en []string
		for _, w := range t.field.Words {
			zh, en = append(zh, w.In("zh-CN")), append(en, string(w))
		}
		return source.Term{
			En: t.field.Name + " (" + strings.Join(en, ", ") + ")",
			Zh: t.field.Zh + "（" + strings.Join(zh, "、") + "）",
		}
	}
	return t.typ.term()
}
