package report

import (
	"cmp"
	"slices"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// comparison compares two figures or numbers of one unit, two dates, or two
// texts. What is absent compares as false.
func (c *checked) comparison(n *expr.Binary) *term {
	x, y := c.sides(n)
	if x == nil || y == nil {
		return nil
	}
	compare := c.comparer(n, x, y)
	if compare == nil {
		return nil
	}
	c.asks(n)
	ordered := n.Op != expr.Eq && n.Op != expr.Ne
	if ordered && (x.is(textTyp, wordTyp, dimensionTyp) && y.typ != dateTyp || x.unit == kpi.RatioAB) {
		c.report(n, msgNoOrder, x.describe())
		return nil
	}
	return boolTerm(func(e *env) (bool, []missing) {
		a, b := x.eval(e), y.eval(e)
		if a.absent || b.absent {
			return false, slices.Concat(a.missing, b.missing)
		}
		return holds(n.Op, compare(a, b)), nil
	})
}

// sides compiles both sides of a comparison, one that may be a text without
// quotes last.
func (c *checked) sides(n *expr.Binary) (x, y *term) {
	if len(c.strangers(n.X)) > 0 {
		y = c.compile(n.Y)
		return c.beside(n.Y, y, n.X), y
	}
	x = c.compile(n.X)
	return x, c.beside(n.X, x, n.Y)
}

// beside compiles what is compared with a term. Beside one that holds texts, and
// is none itself, a name that nothing has is a text without quotes.
func (c *checked) beside(other expr.Node, x *term, n expr.Node) *term {
	names := c.strangers(n)
	_, text := other.(*expr.String)
	if len(names) == 0 || text || x == nil || !x.is(textTyp, wordTyp, dimensionTyp) {
		return c.compile(n)
	}
	for _, name := range names {
		c.report(name, msgUnquoted, expr.Format(name))
	}
	return nil
}

// strangers returns the names that nothing has of a name alone or a list.
func (c *checked) strangers(n expr.Node) []expr.Node {
	nodes := []expr.Node{n}
	if list, ok := n.(*expr.List); ok {
		nodes = list.Items
	}
	return slices.DeleteFunc(slices.Clone(nodes), func(n expr.Node) bool {
		name, ok := n.(*expr.Name)
		return !ok || slices.Contains(c.names(), name.Ident)
	})
}

// holds reports whether the order of two things is what an operator asks for.
func holds(op expr.Op, order int) bool {
	switch op {
	case expr.Eq:
		return order == 0
	case expr.Ne:
		return order != 0
	case expr.Lt:
		return order < 0
	case expr.Le:
		return order <= 0
	case expr.Gt:
		return order > 0
	}
	return order >= 0
}

// comparer returns how the results of two terms compare, or nil after
// reporting that they do not. A date or a word may be compared with a text that
// means one, on either side.
func (c *checked) comparer(n *expr.Binary, x, y *term) func(a, b result) int {
	text := func(t *term) bool { return t.typ == textTyp || t.typ == dimensionTyp && c.grouped(t.dimension) }
	switch {
	case x.numeric() && y.numeric():
		if comparable(x, y, n) {
			return func(a, b result) int { return a.number.Compare(b.number) }
		}
		for _, side := range []struct {
			rate, number *term
			at           expr.Node
		}{{x, y, n.Y}, {y, x, n.X}} {
			if (side.rate.unit == kpi.Percent || side.rate.unit == kpi.Points) && side.number.unit == kpi.Number {
				c.report(side.at, msgPercentWanted)
				return nil
			}
		}
	case x.typ == dateTyp && y.typ == dateTyp:
		return func(a, b result) int { return a.date.Compare(b.date) }
	case x.typ == dateTyp && y.typ == textTyp:
		return c.against(n.Y, func(text string) (func(a, b result) int, bool) {
			d := c.dateText(n.Y, text)
			return func(a, _ result) int { return a.date.Compare(*d) }, d != nil
		})
	case x.typ == wordTyp && y.typ == textTyp:
		return c.against(n.Y, func(text string) (func(a, b result) int, bool) {
			w, ok := c.word(x, n.Y, text)
			return func(a, _ result) int { return strings.Compare(a.text, w) }, ok
		})
	case x.period && y.typ == textTyp && !y.period:
		return c.against(n.Y, func(text string) (func(a, b result) int, bool) {
			days, ok := c.periodDays(n.Y, text)
			return func(a, _ result) int { return strings.Compare(c.compared(x, a), days) }, ok
		})
	case x.typ == textTyp && (y.is(dateTyp, wordTyp) || y.period && !x.period):
		if compare := c.comparer(&expr.Binary{Span: n.Span, Op: n.Op, X: n.Y, Y: n.X}, y, x); compare != nil {
			return func(a, b result) int { return -compare(b, a) }
		}
		return nil
	case text(x) && text(y), x.typ == wordTyp && y.typ == wordTyp:
		return func(a, b result) int { return strings.Compare(a.text, b.text) }
	}
	c.report(n, msgCannotCompare, x.describe(), y.describe()).Near = cmp.Or(x.instead(n.X, numberTyp), y.instead(n.Y, numberTyp))
	return nil
}

// against compiles a comparison with a text that is known now: one in quotes,
// or a parameter's.
func (c *checked) against(n expr.Node, with func(text string) (func(a, b result) int, bool)) func(a, b result) int {
	text, ok := c.literal(n)
	if !ok {
		c.report(n, msgLiteralWanted)
		return nil
	}
	compare, ok := with(text)
	if !ok {
		return nil
	}
	return compare
}

// literal returns the text of a string or of a parameter that is one.
func (c *checked) literal(n expr.Node) (string, bool) {
	switch n := n.(type) {
	case *expr.String:
		return n.Value, true
	case *expr.Name:
		p, ok := c.param(n.Ident)
		return p.text, ok && p.typ == "text"
	}
	return "", false
}

// literals returns the texts of a list, or of a parameter that is one, each
// with the node to blame.
func (c *checked) literals(n expr.Node) (texts []string, at []expr.Node, ok bool) {
	switch n := n.(type) {
	case *expr.List:
		for _, item := range n.Items {
			text, ok := c.literal(item)
			if !ok {
				c.report(item, msgLiteralWanted)
				return nil, nil, false
			}
			texts, at = append(texts, text), append(at, item)
		}
		return texts, at, true
	case *expr.Name:
		p, ok := c.param(n.Ident)
		for range p.list {
			at = append(at, n)
		}
		return p.list, at, ok && p.typ == "list"
	}
	return nil, nil, false
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
	// A quotient of like things is a number that may be held against 15%.
	quotient := func(t *term) bool { return t.unit == kpi.Number && !isNumber(t) }
	if quotient(x) && y.unit == kpi.Percent || quotient(y) && x.unit == kpi.Percent {
		return true
	}
	rates := []kpi.Unit{kpi.Percent, kpi.Points}
	money := []kpi.Unit{kpi.Money, kpi.MoneyPerCustomer}
	return slices.Contains(rates, x.unit) && slices.Contains(rates, y.unit) ||
		slices.Contains(money, x.unit) && slices.Contains(money, y.unit)
}

// isNumber reports whether a term is a number that was written down.
func isNumber(t *term) bool { return t.typ == numberTyp && t.fixed }

func isZero(n expr.Node) bool {
	number, ok := n.(*expr.Number)
	return ok && number.Value.IsZero()
}

func (c *checked) dateText(n expr.Node, text string) *channel.Date {
	d, err := channel.ParseDate(text)
	if err != nil {
		c.report(n, msgNoDate, text)
		return nil
	}
	return &d
}

// periodDays returns the days of the period that a text means: FY2026-Q2 may
// be 2026-Q3.
func (c *checked) periodDays(n expr.Node, text string) (string, bool) {
	days, err := daysOf(c.catalog, text)
	for _, e := range source.Problems(err) {
		c.report(n, e.Message, e.Args...)
	}
	return days, err == nil
}

func daysOf(c *kpi.Catalog, text string) (string, error) {
	p, err := c.ParsePeriod(text)
	return p.Start().String() + "/" + p.Last().String(), err
}

// compared is the text by which what a term came to is compared.
func (c *checked) compared(t *term, r result) string {
	if t.period {
		if days, err := daysOf(c.catalog, r.text); err == nil {
			return days
		}
	}
	return r.text
}

// word returns the word that a text stands for, in either language.
func (c *checked) word(x *term, n expr.Node, text string) (string, bool) {
	var known []string
	for _, w := range x.field.Words {
		if text == string(w) || text == w.In("zh-CN") {
			return string(w), true
		}
		known = append(known, w.In(c.locale.tag))
	}
	c.report(n, msgWordUnknown, text, source.Term{En: x.field.Name, Zh: x.field.Zh}, strings.Join(known, ", ")).Near = source.Nearest(text, known)
	return "", false
}

// membership compiles x in [..]: a word, a text or the row's group, in a list of
// texts.
func (c *checked) membership(n *expr.Binary) *term {
	x, y := c.sides(n)
	if x == nil || y == nil {
		return nil
	}
	c.asks(n)
	within := func(texts func(e *env) []string) *term {
		want := n.Op == expr.In
		return boolTerm(func(e *env) (bool, []missing) { // of no figure
			r := x.eval(e)
			return !r.absent && slices.Contains(texts(e), c.compared(x, r)) == want, nil
		})
	}
	switch {
	case (x.typ == wordTyp || x.period) && y.typ == textsTyp:
		texts, at, ok := c.literals(n.Y)
		if !ok {
			c.report(n.Y, msgLiteralWanted)
			return nil
		}
		words := make([]string, len(texts))
		for i, text := range texts {
			read := c.periodDays
			if x.typ == wordTyp {
				read = func(n expr.Node, text string) (string, bool) { return c.word(x, n, text) }
			}
			if words[i], ok = read(at[i], text); !ok {
				return nil
			}
		}
		return within(func(*env) []string { return words })
	case y.typ == textsTyp && (x.typ == textTyp || x.typ == dimensionTyp && c.grouped(x.dimension)):
		return within(func(e *env) []string { return y.eval(e).texts })
	}
	c.report(n, msgCannotCompare, x.describe(), y.describe())
	return nil
}

// describe names a term for a message: severity (高, 中, 低), or its type.
func (t *term) describe() any {
	switch t.typ {
	case wordTyp:
		var zh, en []string
		for _, w := range t.field.Words {
			zh, en = append(zh, w.In("zh-CN")), append(en, string(w))
		}
		return source.Term{
			En: t.field.Name + " (" + strings.Join(en, ", ") + ")",
			Zh: t.field.Zh + "（" + strings.Join(zh, "、") + "）",
		}
	case figureTyp, numberTyp:
		return unitWord(t.unit)
	case dimensionTyp:
		return source.Term{En: t.dimension.ID + ", which is no column here", Zh: t.dimension.NameZh + "（此处没有这一列）"}
	}
	return t.typ.term()
}
