package report

import (
	"slices"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

func (t *tableBlock) build(b *builder, e *env) []doc.Block {
	if t.unit != "" {
		defer b.printMoney(t.unit)()
	}
	if t.cross != nil {
		t = t.crossed(b, e)
	}
	var rows []tableRow
	var lacking []missing // for want of which a condition could not be judged
	switch {
	case t.items != nil:
		rows, lacking = t.itemRows(b, e)
	case t.figures != nil:
		rows, lacking = t.figureRows(b, e)
	default:
		rows, lacking = t.groupRows(b, e)
	}
	if len(rows) == 0 {
		return b.nothing(t.empty, lacking, e)
	}
	return t.write(b, rows)
}

// printMoney makes the speaker print money in a unit until the function that
// it returns is called.
func (b *builder) printMoney(unit string) (restore func()) {
	before := b.speaker
	inUnit := *before
	inUnit.style = inUnit.style.in(before.locale, unit)
	b.speaker = &inUnit
	return func() { b.speaker = before }
}

// crossed returns the table with its columns spelled out: one for each group,
// and a last one for the whole of a row where there is a total.
func (t *tableBlock) crossed(b *builder, e *env) *tableBlock {
	out := *t
	out.columns = slices.Clone(t.columns)
	l, x := b.locale, t.cross
	groups := e.in.Groups(x.figure.figure, x.dimension.ID)
	slices.SortStableFunc(groups, func(a, b string) int { return strings.Compare(inOrder(a), inOrder(b)) })
	for _, g := range groups {
		out.columns = append(out.columns, column{title: b.groupName(x.dimension.ID, g), term: x.figure, group: g})
	}
	if t.total {
		out.columns = append(out.columns, column{title: l.structure.total, term: x.figure})
	}
	return &out
}

// A tableRow is a row before it is written: the place that its cells are
// evaluated in.
type tableRow struct {
	kind    doc.RowKind
	env     env
	name    string
	subject *subject        // over a list of indicators
	sort    *term           // over a list of indicators: by what
	rest    expr.Node       // the filter that makes up the rest row
	items   []*channel.Item // over items: what the rest or total row adds up

	selected bool // a total row: where left out some of what it holds
}

func (t *tableBlock) itemRows(b *builder, e *env) ([]tableRow, []missing) {
	var all []tableRow
	items, lacking := rows(t.items, []*term{t.where}, e)
	for _, it := range items {
		row := tableRow{env: *e}
		row.env.item = it
		all = append(all, row)
	}
	t.order(all)
	out := t.cut(all, e)
	for _, it := range itemsOf(out) {
		b.printed[it] = true
	}
	if !t.total || len(out) == 0 {
		return out, lacking
	}
	if rest := itemsOf(all[len(out):]); len(rest) > 0 {
		out = append(out, tableRow{kind: doc.RestRow, env: *e, name: b.locale.rest("项", "item", "items", len(rest)), items: rest})
	}
	return append(out, tableRow{kind: doc.TotalRow, env: *e, name: b.locale.structure.total, items: itemsOf(all)}), nil
}

func itemsOf(rows []tableRow) []*channel.Item {
	items := make([]*channel.Item, len(rows))
	for i := range rows {
		items[i] = rows[i].env.item
	}
	return items
}

// figureRows makes a row for each indicator of which any column has a value;
// the others join the gaps.
func (t *tableBlock) figureRows(b *builder, e *env) (out []tableRow, lacking []missing) {
	for i, f := range t.figures {
		s := subject{f.figure, e.group, e.in}
		row := tableRow{env: *e, subject: &s, sort: t.sorts[i]}
		met, more := t.wheres[i].judge(e)
		lacking = append(lacking, more...)
		if !met {
			continue
		}
		any := false
		for i := range t.columns {
			if c := &t.columns[i]; !c.name && t.aspect(&row, c.aspect).value().OK() {
				any = true
				break
			}
		}
		if !any {
			gone := missing{s, s.value().Reason}
			b.missing([]missing{gone})
			lacking = append(lacking, gone)
			continue
		}
		out = append(out, row)
	}
	t.order(out)
	return t.cut(out, e), lacking
}

// groupRows makes a row for each group that one of the columns has, with
// Unassigned behind the others.
func (t *tableBlock) groupRows(b *builder, e *env) (out []tableRow, lacking []missing) {
	places := t.places(e)
	if len(places) == 0 {
		_, lacking = t.where.judge(e)
	}
	for _, place := range places {
		met, more := t.where.judge(&place.env)
		lacking = append(lacking, more...)
		if met {
			place.name = b.groupName(t.dimension.ID, place.name)
			out = append(out, place)
		}
	}
	if !calendar(t.dimension.ID) || t.sort != nil {
		t.order(out)
	}
	all, selected := out, len(out) < len(places)
	out = t.cut(all, e)
	if rest := all[len(out):]; len(rest) > 0 && !calendar(t.dimension.ID) {
		if t.sort == nil && !ordered[t.dimension.ID] {
			b.warn(t.place, msgTopUnsorted)
		}
		row := tableRow{kind: doc.RestRow, env: *e, name: b.locale.rest(t.dimension.Counter, t.dimension.CounterEn, t.dimension.PluralEn, len(rest)), rest: t.among(expr.NotIn, out)}
		if selected { // what where left out is not among the rest
			row.rest = t.among(expr.In, rest)
		}
		out = append(out, row)
	}
	if t.total && len(out) > 0 {
		out = append(out, tableRow{kind: doc.TotalRow, env: *e, name: b.locale.structure.total, selected: selected})
	}
	return out, lacking
}

// places lists the groups of the dimension, as rows without names.
func (t *tableBlock) places(e *env) []tableRow {
	var out []tableRow
	if t.window > 0 {
		for _, p := range window(t.dimension, e.in.Period(), t.window) {
			p = upTo(p, e.in.Period())
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

// upTo returns a month or quarter as far as a period has come: the part of it
// that ends with the period, which is then named as such.
func upTo(part, p channel.Period) channel.Period {
	if !p.End().Before(part.End()) {
		return part
	}
	part = channel.Range(part.Start(), p.Last())
	if part.Equal(p) {
		return p
	}
	return part
}

// window returns the n months or quarters that end with a period.
func window(d *kpi.Dimension, p channel.Period, n int) []channel.Period {
	y, m, _ := p.Last().Civil()
	last := channel.Month(y, m)
	switch {
	case d.ID == quarterOf && p.Grain() == channel.GrainQuarter:
		last = p // of the fiscal year too
	case d.ID == quarterOf:
		last = channel.Quarter(y, (m+2)/3)
	}
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
	sort := t.sort
	for i := range rows {
		at[i] = i
		by := t.sort
		if by == nil {
			by = rows[i].sort
		}
		if by != nil {
			sort, results[i] = by, by.eval(&rows[i].env)
		}
	}
	slices.SortStableFunc(at, func(i, j int) int {
		a, b := results[i], results[j]
		switch {
		case rows[i].kind != rows[j].kind:
			return int(rows[i].kind) - int(rows[j].kind)
		case sort == nil:
			return 0
		case a.absent || b.absent:
			return boolInt(a.absent) - boolInt(b.absent)
		}
		c := sort.compare(a, b)
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
		return a.number.Compare(b.number)
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
	return slices.Clip(rows[:min(t.top.count(e), len(rows))])
}

// count is a number of rows.
func (t *term) count(e *env) int { return max(int(t.eval(e).number.Num.IntPart()), 0) }
