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

// A tableBlock shows figures over the groups of a dimension, aspects over a
// list of indicators, or fields over a list of items.
type tableBlock struct {
	common
	caption   *line
	dimension *kpi.Dimension // rows are groups
	figures   []*term        // rows are indicators
	items     *term          // rows are items
	columns   []column
	where     *term
	wheres    []*term // over indicators: one a row
	sort      *term
	sorts     []*term // over indicators: one a row
	down      bool    // sort descending
	top       *term
	total     bool
	unit      string // of its money
	empty     string
	window    int
	cross     *cross
	filter    string // where as it was written, for the trace of a total
}

// A cross says which columns a cross table has: one for each group of a
// dimension.
type cross struct {
	dimension *kpi.Dimension
	figure    *term
}

// A column is a figure, an aspect of the row's indicator, a field of the row's
// item, or the row's name.
type column struct {
	title  string
	name   bool
	plain  bool       // good and bad values are not marked
	term   *term      // figure or field
	aspect kpi.Aspect // over a list of indicators
	attr   string     // over partners: one of their attributes
	group  string     // of the cross table's dimension
}

func (c *compiler) table(v *value, s scope, base common) block {
	t := &tableBlock{common: base}
	if v == nil || len(v.nodes) == 0 || v.nodes[0] == nil {
		return t
	}
	n := v.nodes[0]
	if id := c.id(n, "id"); id != "" {
		t.id = id
	}
	t.caption = c.line(n, "caption", s)
	t.empty, t.total, t.unit = n.text("empty"), n.flag("total"), c.moneyUnit(n)
	if w := n.values["window"]; w != nil {
		t.window = w.number
	}
	outer := s
	s = t.rows(c, n, s)
	t.top = c.numberTerm(n, "top", s)
	if t.figures != nil {
		t.rowTerms(c, n, s)
	} else {
		t.where = c.term(n, "where", s)
		t.sorting(c, n, s)
	}
	if t.where != nil {
		t.filter = expr.Format(n.expr("where").node)
	}
	if v := n.values["columns"]; v != nil && !v.list && len(v.nodes) == 1 {
		t.crossing(c, v, outer, s)
	} else {
		t.columns = t.compileColumns(c, n, s)
	}
	if t.window > 0 && (t.dimension == nil || !calendar(t.dimension.ID)) {
		c.place(n.values["window"].place, msgNoWindow)
	}
	switch {
	case t.total && t.figures != nil:
		c.place(n.values["total"].place, msgNoTotal, termRowsAlone)
	case t.total && t.window > 0:
		c.place(n.values["total"].place, msgNoTotal, termWindow)
	}
	return t
}

// flag reports whether a key is there and true.
func (n *node) flag(key string) bool { return n.values[key] != nil && n.values[key].flag }

// moneyUnit reads the unit in which a table prints money.
func (c *compiler) moneyUnit(n *node) string {
	unit := n.text("unit")
	if unit == "" {
		return ""
	}
	var known []string
	for _, s := range c.locale.units.scales {
		if slices.Contains(s.names, unit) {
			return unit
		}
		known = append(known, s.names[0])
	}
	c.place(n.values["unit"].place, msgTableUnit, unit, strings.Join(known, ", ")).Near = source.Nearest(unit, known)
	return ""
}

// crossing compiles the columns of a cross table.
func (t *tableBlock) crossing(c *compiler, v *value, outer, row scope) {
	n := v.nodes[0]
	if n == nil {
		return
	}
	by := c.dimensionTerm(n, "by", outer)
	figure := c.terms(n, "figure", row, figureTyp)
	if t.dimension == nil || by != nil && by.dimension == t.dimension {
		c.place(v.place, msgCrossRows)
		return
	}
	if by == nil || len(figure) == 0 {
		return
	}
	t.cross = &cross{by.dimension, figure[0]}
	t.columns = []column{{name: true}}
}

// dimensionTerm compiles a dimension; nil after reporting that it is none.
func (c *compiler) dimensionTerm(n *node, key string, s scope) *term {
	t := c.term(n, key, s)
	if t != nil && t.typ != dimensionTyp {
		c.wrongType(n.expr(key), dimensionTyp, t)
		return nil
	}
	return c.others(n.expr(key), t)
}

// others refuses a breakdown by partners in the report of one.
func (c *compiler) others(e *exprText, by *term) *term {
	if by != nil && by.typ == dimensionTyp && c.perPartner && by.dimension.ID == channel.PartnerID {
		c.problems.Add(e.problem(expr.Problem{At: e.node.Pos(), Message: msgPartnerAlone}))
		return nil
	}
	return by
}

// rows compiles what the rows are, and returns what they see.
func (t *tableBlock) rows(c *compiler, n *node, s scope) scope {
	v := n.values["rows"]
	if v == nil {
		return s
	}
	if v.list {
		before := len(c.problems)
		t.figures = c.terms(n, "rows", s, figureTyp)
		for _, p := range c.problems[before:] {
			if p.Message == msgWrongType && p.Args[1] == termDimension {
				p.Message, p.Args = msgOneDimension, nil
			}
		}
		return s
	}
	rows := c.others(n.expr("rows"), c.term(n, "rows", s))
	switch {
	case rows == nil:
	case rows.typ == dimensionTyp:
		t.dimension, s.dimension = rows.dimension, rows.dimension
	case rows.typ == itemsTyp:
		t.items, s.kind = rows, rows.kind
	case rows.typ == figureTyp:
		t.figures = []*term{rows}
	default:
		c.wrongType(n.expr("rows"), dimensionTyp, rows)
	}
	return s
}

// numberTerm compiles a whole number or a parameter that is one.
func (c *compiler) numberTerm(n *node, key string, s scope) *term {
	t := c.term(n, key, s)
	if t != nil && (t.typ != numberTyp || !t.fixed) {
		c.wrongType(n.expr(key), numberTyp, t)
		return nil
	}
	if e := n.expr(key); t != nil && !(&checked{c, e, s}).wholeNumber(e.node) {
		return nil
	}
	return t
}

// wholeNumber reports how many rows or groups are asked for, if that is no
// number of them, such as 2.5 or 0, or more than a report can hold.
func (c *checked) wholeNumber(n expr.Node) bool {
	n = c.substitute(n)
	number, ok := n.(*expr.Number)
	switch {
	case !ok || number.Percent || number.Money || !number.Value.IsInteger() || number.Value.Sign() <= 0:
		c.report(n, msgNotInteger, expr.Format(n))
	case number.Value.GreaterThan(decimal.NewFromInt(defaultMaxCells)):
		c.report(n, msgAtMost, defaultMaxCells, expr.Format(n))
	default:
		return true
	}
	return false
}

// sorting compiles the order of the rows: a minus before the expression sorts
// downwards.
func (t *tableBlock) sorting(c *compiler, n *node, s scope) {
	text := n.expr("sort")
	if text == nil {
		return
	}
	e := *text
	if u, ok := e.node.(*expr.Unary); ok && u.Op == expr.Neg {
		e.node, t.down = u.X, true
	}
	before := len(c.problems)
	t.sort = c.expr(&e, s)
	explainSort(c.problems[before:])
	if t.sort != nil && !t.sort.is(figureTyp, numberTyp, textTyp, wordTyp, dateTyp) {
		c.wrongType(&e, figureTyp, t.sort)
		t.sort = nil
	}
}

// explainSort says what an order is to who wrote words in its place: 由大到小.
func explainSort(problems source.List) {
	for _, p := range problems {
		if p.Message == msgUnknownName && p.Near == "" {
			p.Message = msgSortBy
		}
	}
}

// rowTerms compiles condition and order of rows that are indicators: an aspect
// alone is the row's.
func (t *tableBlock) rowTerms(c *compiler, n *node, s scope) {
	where, sort := n.expr("where"), n.expr("sort")
	if sort != nil {
		copied := *sort
		if u, ok := copied.node.(*expr.Unary); ok && u.Op == expr.Neg {
			copied.node, t.down = u.X, true
		}
		sort = &copied
	}
	for _, f := range t.figures {
		t.wheres = append(t.wheres, c.ofRow(where, f.figure, s))
		before := len(c.problems)
		by := c.ofRow(sort, f.figure, s)
		explainSort(c.problems[before:])
		t.sorts = append(t.sorts, by)
		if first := t.sorts[0]; by != nil && first != nil && by.unit != "" && first.unit != "" && by.unit != first.unit {
			c.problems.Add(sort.problem(expr.Problem{At: sort.node.Pos(), Message: msgSortUnits, Args: []any{first.name, by.name}}))
			return
		}
	}
}

// ofRow compiles an expression for a row that is an indicator. An aspect that
// the indicator cannot have is absent.
func (c *compiler) ofRow(e *exprText, f *kpi.Figure, s scope) *term {
	if e == nil {
		return nil
	}
	copied, lacking := *e, false
	copied.node = rewrite(e.node, func(n expr.Node) expr.Node {
		name, ok := n.(*expr.Name)
		if !ok {
			return nil
		}
		a, ok := kpi.AspectNamed(name.Ident)
		if !ok {
			return nil
		}
		of, ok := aspectOf(f, a)
		if !ok {
			lacking = true
			return nil
		}
		return &expr.Select{Span: name.Span, X: subjectNode(f), Ident: string(of.Aspect()), IdentAt: name.From}
	})
	if lacking {
		return &term{typ: figureTyp, eval: func(*env) result { return result{absent: true} }}
	}
	return c.expr(&copied, s)
}

func (t *tableBlock) compileColumns(c *compiler, n *node, s scope) []column {
	v := n.values["columns"]
	if v == nil {
		return nil
	}
	var out []column
	for _, n := range v.nodes {
		if n == nil || n.expr("figure") == nil {
			continue
		}
		e := n.expr("figure")
		col := column{title: n.text("title"), plain: n.values["tone"] != nil && !n.flag("tone")}
		name, bare := e.node.(*expr.Name)
		switch {
		case bare && t.items == nil && (name.Ident == "name" || name.Ident == "名称"):
			col.name = true
		case t.figures != nil:
			a, ok := kpi.Aspect(""), false
			if bare {
				a, ok = kpi.AspectNamed(name.Ident)
			}
			if !ok {
				c.problems.Add(e.problem(expr.Problem{At: e.node.Pos(), Message: msgAspectHere, Args: []any{expr.Format(e.node)},
					Near: source.Nearest(expr.Format(e.node), kpi.AspectNames())}))
				continue
			}
			col.aspect = a
		case bare && t.dimension != nil && t.dimension.ID == channel.PartnerID && c.attribute(name.Ident) != nil:
			col.attr = c.attribute(name.Ident).ID
		default:
			if col.term = c.expr(e, s); col.term == nil {
				continue
			}
			if t.dimension != nil && col.term.typ != figureTyp {
				c.wrongType(e, figureTyp, col.term)
				continue
			}
			if col.term.is(boolTyp, dimensionTyp, phraseTyp, itemTyp, numbersTyp, figuresTyp, printedTyp) {
				c.problems.Add(e.problem(expr.Problem{At: e.node.Pos(), Message: msgNotPrintable, Args: []any{col.term.typ.term()}, Near: col.term.instead(e.node, textTyp)}))
				continue
			}
		}
		out = append(out, col)
	}
	return out
}

// attribute returns the dimension with a name if partners have it as an
// attribute, else nil.
func (c *compiler) attribute(name string) *kpi.Dimension {
	if d, ok := c.catalog.Dimension(name); ok && ofPartners(d.ID) {
		return d
	}
	return nil
}
