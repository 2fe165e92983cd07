package report

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// Parts that are each rounded by themselves need not add up to a total that is
// rounded by itself. A table says so where a reader who adds up what it shows
// would find it, and only there.
//
// What is judged is what is printed. A printed number stands for every value
// that rounds to it, an interval half a unit of its last place to either side;
// parts and total agree as long as the sum of the parts' intervals meets the
// total's (the way of XBRL Calculations 1.1). Where they do not meet, rounding
// explains nothing: the total was set, or counted, by itself.

// sums returns the notes under a table whose shown parts miss a shown total.
func (t *tableBlock) sums(b *builder, table *doc.Table, rows []tableRow, kept []int) [][]doc.Inline {
	last := &rows[len(rows)-1]
	switch {
	case last.kind != doc.TotalRow:
		return nil
	case t.items != nil:
		return t.increases(b, last)
	}
	l := b.locale
	if last.selected {
		return [][]doc.Inline{plain(fillText(l.pick("注：合计包括未列出的{groups}。", "Note: the total includes {groups} not listed."), "groups", l.pick(t.dimension.NameZh, t.dimension.PluralEn)))}
	}
	var rounded, other []string
	for i, j := range kept {
		c := &t.columns[j]
		if c.term == nil || c.term.typ != figureTyp || !addsUp(c.term.figure, t.dimension) {
			continue
		}
		switch difference(table.Rows, i) {
		case byRounding:
			rounded = append(rounded, l.inText(t.heading(b, c)))
		case beyondRounding:
			other = append(other, l.inText(t.heading(b, c)))
		}
	}
	var notes [][]doc.Inline
	for _, n := range []struct {
		columns []string
		text    string
	}{
		{rounded, l.pick("注：因四舍五入，{columns}各项之和与合计略有出入。", "Note: because of rounding, {columns} may not add up to the total exactly.")},
		{other, l.pick("注：{columns}的合计单独设定，各项之和与之不等。", "Note: the total of {columns} is set by itself and differs from the sum of the rows.")},
	} {
		if len(n.columns) > 0 {
			notes = append(notes, plain(fillText(n.text, "columns", l.names(n.columns))))
		}
	}
	return notes
}

// addsUp reports whether a column's values are parts of its total.
func addsUp(f *kpi.Figure, d *kpi.Dimension) bool {
	switch f.Aspect() {
	case kpi.ValueAspect, kpi.Target, kpi.Gap, kpi.YearAgo, kpi.PreviousAspect, kpi.Share, kpi.ContributionYoY, kpi.ContributionPoP:
		return f.Subject().AddsOver(d)
	}
	return false
}

type sumDifference uint8

const (
	noDifference sumDifference = iota // or none that can be told
	byRounding
	beyondRounding
)

// difference compares what a column's rows show with what its total shows.
func difference(rows []doc.Row, column int) sumDifference {
	var sum, total, slack decimal.Decimal
	parts := 0
	for _, r := range rows {
		shown, places, ok := shownNumber(r.Cells[column])
		if !ok {
			return noDifference // what is missing makes up the difference
		}
		slack = slack.Add(decimal.New(5, -places-1))
		if r.Kind == doc.TotalRow {
			total = shown
		} else {
			sum = sum.Add(shown)
			parts++
		}
	}
	switch apart := sum.Sub(total).Abs(); {
	case parts < 2 || apart.IsZero():
		return noDifference
	case apart.LessThanOrEqual(slack):
		return byRounding
	}
	return beyondRounding
}

// shownNumber reads a cell's number back, with its decimals.
func shownNumber(c doc.Cell) (n decimal.Decimal, places int32, ok bool) {
	if len(c.Lines) != 1 {
		return n, 0, false
	}
	text := plainSigns.Replace(doc.PlainText(c.Lines[0]))
	n, err := decimal.NewFromString(strings.TrimSpace(text))
	return n, max(-n.Exponent(), 0), err == nil
}

// plainSigns takes from a printed number what is not read.
var plainSigns = strings.NewReplacer(",", "", minus, "-", "%", "")

// increases says what a total of amounts holds beside the amounts shown:
// resources that are asked for as an increase of a base, and those without one.
func (t *tableBlock) increases(b *builder, total *tableRow) [][]doc.Inline {
	l := b.locale
	if !slices.ContainsFunc(t.columns, func(c column) bool { return c.term != nil && c.term.field != nil && c.term.field.Name == "amount" }) {
		return nil
	}
	var notes [][]doc.Inline
	for _, it := range total.items {
		if it.Amount.Valid || !it.Increase.Valid {
			continue
		}
		v, in, ok := requested(it)
		if !ok {
			notes = append(notes, fill(l.pick("注：{title}按比例增加、未给基数，未计入合计。", "Note: {title} is an increase without a base and not in the total."), "title", oneLine(it.Title)))
			continue
		}
		n, _ := expr.Parse(itemExpr(it) + ".base * " + itemExpr(it) + ".increase")
		amount := b.computed(n, &total.env, result{number: v, inputs: in}, b.speaker.text(v, look{unit: kpi.Money}))
		notes = append(notes, fill(l.pick("注：合计含{title}按增幅折算的{amount}。", "Note: the total includes {amount} for {title}, asked for as an increase."),
			"title", oneLine(it.Title), "amount", []doc.Inline{amount}))
	}
	return notes
}
