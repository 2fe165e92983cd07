package report

import (
	"slices"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
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
	sort      *term
	down      bool // sort descending
	top       *term
	total     bool
	empty     string
	window    int
}

// A column is a figure, an aspect of the row's indicator, a field of the row's
// item, or the row's name.
type column struct {
	title  string
	name   bool
	term   *term      // figure or field
	aspect kpi.Aspect // over a list of indicators
	attr   string     // over partners: one of their attributes
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
	t.empty, t.total = n.text("empty"), n.values["total"] != nil && n.values["total"].flag
	if w := n.values["window"]; w != nil {
		t.window = w.number
	}
	s = t.rows(c, n, s)
	t.where = c.term(n, "where", s)
	t.top = c.numberTerm(n, "top", s)
	t.sorting(c, n, s)
	t.columns = t.compileColumns(c, n, s)
	if t.window > 0 && (t.dimension == nil || t.dimension.ID != channel.MonthOf) {
		c.place(n.values["window"].place, msgNoWindow)
	}
	return t
}

// rows compiles what the rows are, and returns what they see.
func (t *tableBlock) rows(c *compiler, n *node, s scope) scope {
	v := n.values["rows"]
	if v == nil {
		return s
	}
	if v.list {
		t.figures = c.terms(n, "rows", s, figureTyp)
		return s
	}
	rows := c.expr(v.exprs[0], s)
	switch {
	case rows == nil:
	case rows.typ == dimensionTyp:
		t.dimension, s.dimension = rows.dimension, rows.dimension
	case rows.typ == itemsTyp:
		t.items, s.kind = rows, rows.kind
	case rows.typ == figureTyp:
		t.figures = []*term{rows}
	default:
		c.wrongType(v.exprs[0], dimensionTyp, rows)
	}
	return s
}

// numberTerm compiles a whole number or a parameter that is one.
func (c *compiler) numberTerm(n *node, key string, s scope) *term {
	t := c.term(n, key, s)
	if t != nil && (t.typ != numberTyp || !t.fixed) {
		c.wrongType(n.values[key].exprs[0], numberTyp, t)
		return nil
	}
	return t
}

// sorting compiles the order of the rows: a minus before the expression sorts
// downwards.
func (t *tableBlock) sorting(c *compiler, n *node, s scope) {
	v := n.values["sort"]
	if v == nil || len(v.exprs) == 0 || v.exprs[0] == nil {
		return
	}
	e := *v.exprs[0]
	if u, ok := e.node.(*expr.Unary); ok && u.Op == expr.Neg {
		e.node, t.down = u.X, true
	}
	t.sort = c.expr(&e, s)
	if t.sort != nil && !t.sort.is(figureTyp, numberTyp, textTyp, wordTyp, dateTyp) {
		c.wrongType(&e, figureTyp, t.sort)
		t.sort = nil
	}
}

func (t *tableBlock) compileColumns(c *compiler, n *node, s scope) []column {
	v := n.values["columns"]
	if v == nil {
		return nil
	}
	var out []column
	for _, n := range v.nodes {
		if n == nil || n.values["figure"] == nil {
			continue
		}
		e := n.values["figure"].exprs[0]
		if e == nil {
			continue
		}
		col := column{title: n.text("title")}
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
				c.problems.Add(e.problem(expr.Problem{At: e.node.Pos(), Message: msgAspectHere, Args: []any{expr.Format(e.node)}}))
				continue
			}
			col.aspect = a
		case bare && t.dimension != nil && t.dimension.ID == channel.PartnerID && c.isAttribute(name.Ident):
			d, _ := c.catalog.Dimension(name.Ident)
			col.attr = d.ID
		default:
			if col.term = c.expr(e, s); col.term == nil {
				continue
			}
			if t.dimension != nil && col.term.typ != figureTyp {
				c.wrongType(e, figureTyp, col.term)
				continue
			}
			if col.term.is(evidenceTyp, boolTyp, dimensionTyp, phraseTyp) {
				c.problems.Add(e.problem(expr.Problem{At: e.node.Pos(), Message: msgNotPrintable, Args: []any{col.term.typ.term()}}))
				continue
			}
		}
		out = append(out, col)
	}
	return out
}

// isAttribute reports whether a name is a dimension that partners have as an
// attribute.
func (c *compiler) isAttribute(name string) bool {
	d, ok := c.catalog.Dimension(name)
	return ok && !slices.Contains([]string{channel.PartnerID, channel.ProductLine, channel.MonthOf}, d.ID)
}

func (t *tableBlock) build(b *builder, e *env) []doc.Block {
	var rows []tableRow
	switch {
	case t.items != nil:
		rows = t.itemRows(b, e)
	case t.figures != nil:
		rows = t.figureRows(b, e)
	default:
		rows = t.groupRows(b, e)
	}
	if len(rows) == 0 {
		if t.empty != "" {
			return []doc.Block{note(t.empty)}
		}
		return nil
	}
	return t.write(b, rows)
}

// A tableRow is a row before it is written: the place that its cells are
// evaluated in.
type tableRow struct {
	kind    doc.RowKind
	env     env
	name    string
	subject *subject  // over a list of indicators
	rest    expr.Node // the filter that makes up the rest row
}

func (t *tableBlock) itemRows(b *builder, e *env) []tableRow {
	var out []tableRow
	for _, it := range filter(t.items.eval(e).items, t.where, e) {
		b.printed[it] = true
		row := tableRow{env: *e}
		row.env.item = it
		out = append(out, row)
	}
	t.order(out)
	return t.cut(out, e)
}

// figureRows makes a row for each indicator of which any column has a value;
// the others join the gaps.
func (t *tableBlock) figureRows(b *builder, e *env) []tableRow {
	var out []tableRow
	for _, f := range t.figures {
		s := subject{f.figure, e.group, e.in}
		row := tableRow{env: *e, subject: &s}
		any := false
		for i := range t.columns {
			if c := &t.columns[i]; !c.name && t.aspect(&row, c.aspect).value().OK() {
				any = true
				break
			}
		}
		if !any {
			b.missing([]missing{{s, s.value().Reason}})
			continue
		}
		out = append(out, row)
	}
	return out
}

// groupRows makes a row for each group that one of the columns has, with
// Unassigned behind the others.
func (t *tableBlock) groupRows(b *builder, e *env) []tableRow {
	var out []tableRow
	for _, place := range t.places(e) {
		if t.where.holds(&place.env) {
			place.name = b.groupName(t.dimension.ID, place.name)
			out = append(out, place)
		}
	}
	if t.dimension.ID != channel.MonthOf || t.sort != nil {
		t.order(out)
	}
	whole := len(out)
	out = t.cut(out, e)
	if rest := whole - len(out); rest > 0 {
		out = append(out, t.restRow(b, e, out, rest))
	}
	if t.total && len(out) > 0 {
		out = append(out, tableRow{kind: doc.TotalRow, env: *e, name: b.run.program.locale.structure().total})
	}
	return out
}

// places lists the groups of the dimension, as rows without names.
func (t *tableBlock) places(e *env) []tableRow {
	var out []tableRow
	if t.window > 0 {
		for _, p := range window(e.in.Period(), t.window) {
			out = append(out, tableRow{name: p.String(), env: env{b: e.b, in: e.in.In(p), group: e.group, item: e.item}})
		}
		return out
	}
	seen := map[string]bool{}
	for _, c := range t.columns {
		if c.term == nil || c.term.typ != figureTyp {
			continue
		}
		for _, value := range e.in.Groups(c.term.figure, t.dimension.ID) {
			g, ok := e.group.And(t.dimension.ID, value)
			if !ok || seen[value] {
				continue
			}
			seen[value] = true
			row := tableRow{name: value, env: *e}
			row.env.group = g
			if value == channel.Unassigned {
				row.kind = doc.RestRow
			}
			out = append(out, row)
		}
	}
	slices.SortFunc(out, func(a, b tableRow) int { return strings.Compare(inOrder(a.name), inOrder(b.name)) })
	return out
}

// inOrder is the key by which groups are listed: their text in bytes, but 一线
// before 二线 before 三线.
func inOrder(name string) string {
	for i, numeral := range []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"} {
		if rest, ok := strings.CutPrefix(name, numeral); ok {
			return "一" + string(rune('0'+i)) + rest
		}
	}
	return name
}

// window returns the n months that end with a period.
func window(p channel.Period, n int) []channel.Period {
	y, m, _ := p.Last().Civil()
	last := channel.Month(y, m)
	out := make([]channel.Period, n)
	for i := n - 1; i >= 0; i-- {
		out[i] = last
		last = last.Previous()
	}
	return out
}

// order sorts rows by the sort expression; absent ones and the unassigned
// group come last, ties keep their order.
func (t *tableBlock) order(rows []tableRow) {
	results := make([]result, len(rows))
	at := make([]int, len(rows))
	for i := range rows {
		at[i] = i
		if t.sort != nil {
			results[i] = t.sort.eval(&rows[i].env)
		}
	}
	slices.SortStableFunc(at, func(i, j int) int {
		a, b := results[i], results[j]
		switch {
		case rows[i].kind != rows[j].kind:
			return int(rows[i].kind) - int(rows[j].kind)
		case t.sort == nil:
			return 0
		case a.absent || b.absent:
			return boolInt(a.absent) - boolInt(b.absent)
		}
		c := t.sort.compare(a, b)
		if t.down {
			return -c
		}
		return c
	})
	sorted := make([]tableRow, len(rows))
	for i, j := range at {
		sorted[i] = rows[j]
	}
	copy(rows, sorted)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compare orders two results of a term.
func (t *term) compare(a, b result) int {
	switch t.typ {
	case figureTyp, numberTyp:
		return t.value(a).Compare(t.value(b))
	case dateTyp:
		return a.date.Compare(b.date)
	case wordTyp:
		return slices.Index(t.field.Words, channel.Word(a.text)) - slices.Index(t.field.Words, channel.Word(b.text))
	}
	return strings.Compare(a.text, b.text)
}

// cut keeps the first rows.
func (t *tableBlock) cut(rows []tableRow, e *env) []tableRow {
	if t.top == nil {
		return rows
	}
	n := int(t.top.eval(e).number.Num.IntPart())
	return rows[:min(max(n, 0), len(rows))]
}
