package report

import (
	"strings"

	"github.com/shopspring/decimal"

	"example.com/channelreport/kpi"
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
func (t *tableBlock) sums(b *builder, table *doc.Table, kept []int) [][]doc.Inline {
	if !t.total || t.dimension == nil {
		return nil
	}
	var rounded, other []string
	for i, j := range kept {
		c := &t.columns[j]
		if c.term == nil || c.term.typ != figureTyp || !addsUp(c.term.figure, t.dimension) {
			continue
		}
		switch difference(table.Rows, i) {
		case byRounding:
			rounded = append(rounded, doc.PlainText(table.Columns[i].Title))
		case beyondRounding:
			other = append(other, doc.PlainText(table.Columns[i].Title))
		}
	}
	var notes [][]doc.Inline
	for _, n := range []struct {
		columns []string
		text    string
	}{
		{rounded, b.run.program.locale.pick("注：因四舍五入，{columns}各项之和与合计略有出入。", "Note: because of rounding, {columns} may not add up to the total exactly.")},
		{other, b.run.program.locale.pick("注：{columns}的合计单独设定，各项之和与之不等。", "Note: the total of {columns} is set by itself and differs from the sum of the rows.")},
	} {
		if len(n.columns) > 0 {
			notes = append(notes, plain(fillText(n.text, "columns", b.run.program.locale.names(n.columns))))
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
	text := strings.NewReplacer(",", "", minus, "-", "%", "").Replace(doc.PlainText(c.Lines[0]))
	n, err := decimal.NewFromString(strings.TrimSpace(text))
	return n, max(-n.Exponent(), 0), err == nil
}
