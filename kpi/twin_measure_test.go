package kpi_test

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
)

// The measures that are recorded, by how they go over time; all others are
// sums (contract §2, Measures).
var twinOverTime = map[string]string{
	"customers_start": "first", "high_value_customers_start": "first",
	"customers_kept": "last", "high_value_customers_kept": "last", "covered_units": "last", "target_units": "last",
	"stock_value":         "mean",
	"margin_per_customer": "weighted",
}

// overTime says how a measure goes over time; "" is a sum.
func (t *twin) overTime(measure string) string {
	if measure == "visits" { // an observable of the book's
		return strings.TrimSuffix(t.settings.VisitsOver, "sum")
	}
	return twinOverTime[measure]
}

// under reports whether a row's groups lie within a scope's group.
func (r *twinRow) under(s twinScope) bool { return s.dim == "" || r.key[s.dim] == s.value }

// twinFiner reports whether a key set holds another and more.
func twinFiner(set, than string) bool {
	if set == than {
		return false
	}
	for _, dim := range strings.Fields(than) {
		if !slices.Contains(strings.Fields(set), dim) {
			return false
		}
	}
	return true
}

// A twinPeriod is the rows of one period of a measure, scenario and side.
type twinPeriod struct {
	window twinWindow
	rows   []*twinRow
}

// file puts a row among those of its measure, scenario, side and period. The
// periods stand in the order of time, the longer of two first.
func (t *twin) file(r *twinRow) {
	k := twinRowsKey{r.measure, r.scenario, r.side}
	for _, p := range t.periods[k] {
		if p.window.equal(r.window) {
			p.rows = append(p.rows, r)
			return
		}
	}
	t.periods[k] = append(t.periods[k], &twinPeriod{r.window, []*twinRow{r}})
	slices.SortFunc(t.periods[k], func(a, b *twinPeriod) int {
		return cmp.Or(cmp.Compare(a.window.first, b.window.first), cmp.Compare(b.window.last, a.window.last))
	})
}

func (t *twin) periodsOf(measure, scenario, side string) []*twinPeriod {
	return t.periods[twinRowsKey{measure, scenario, side}]
}

// rowsOf are the rows of a measure, scenario and side.
func (t *twin) rowsOf(measure, scenario, side string) []*twinRow {
	var list []*twinRow
	for _, p := range t.periodsOf(measure, scenario, side) {
		list = append(list, p.rows...)
	}
	return list
}

// twinChosen returns those of one sub-period's rows that stand for a scope:
// "the rows with exactly the key set asked for count, else the rows of the
// coarsest finer key set", where values may be added up over its further keys.
func twinChosen(rows []*twinRow, s twinScope, adds func(dim string) bool) []*twinRow {
	best, found := "", false
	for _, r := range rows {
		if r.keySet == s.dim {
			best, found = s.dim, true
		}
	}
	for _, r := range rows {
		if twinFiner(r.keySet, s.dim) && twinAddsOverSet(r.keySet, s.dim, adds) && (!found || twinFiner(best, r.keySet)) {
			best, found = r.keySet, true
		}
	}
	var chosen []*twinRow
	for _, r := range rows {
		if found && r.keySet == best && r.under(s) {
			chosen = append(chosen, r)
		}
	}
	return chosen
}

func twinAddsOverAll(string) bool { return true }

func twinTotal(rows []*twinRow) *big.Rat {
	total := new(big.Rat)
	for _, r := range rows {
		total.Add(total, r.value)
	}
	return total
}

// subPeriods settles the periods: "the rows of a period inside the asked one
// count if they give it, unless that period lies in a longer one whose rows
// give it". It returns what each gives, in the order of time.
func (t *twin) subPeriods(measure, side string, s twinScope) [][]*twinRow {
	var giving []*twinPeriod
	for _, p := range t.periodsOf(measure, "actual", side) {
		if s.window.holds(p.window) && len(twinChosen(p.rows, s, twinAddsOverAll)) > 0 {
			giving = append(giving, p)
		}
	}
	var list [][]*twinRow
	for _, p := range giving {
		if !slices.ContainsFunc(giving, func(longer *twinPeriod) bool { return longer != p && longer.window.holds(p.window) }) {
			list = append(list, twinChosen(p.rows, s, twinAddsOverAll))
		}
	}
	return list
}

// measure is a recorded measure, absent (no_data) where it has no row.
func (t *twin) measure(measure, side string, s twinScope) twinFigure {
	periods, how := t.subPeriods(measure, side, s), t.overTime(measure)
	if s.value == twinUnassigned && how != "weighted" { // "no rest is formed"
		if rest, formed := t.rest(measure, side, s); formed {
			return rest
		}
	}
	if len(periods) == 0 {
		return twinNo("no_data")
	}
	if how == "" {
		return twinIs(twinTotal(slices.Concat(periods...)))
	}
	if how == "mean" || how == "weighted" {
		for _, rows := range periods {
			if rows[0].window.grain() != periods[0][0].window.grain() {
				return twinNo("not_comparable")
			}
		}
	}
	keys := twinOneKeySet(periods)
	if how == "weighted" {
		return t.weighted(side, keys)
	}
	total := new(big.Rat)
	for _, rows := range keys { // of one key, in the order of time
		switch how {
		case "first":
			total.Add(total, rows[0].value)
		case "last":
			total.Add(total, rows[len(rows)-1].value)
		case "mean":
			sum := twinTotal(rows)
			total.Add(total, sum.Quo(sum, big.NewRat(int64(len(rows)), 1)))
		}
	}
	return twinIs(total)
}

// rest: "If a row for the whole exists beside group rows, the rest (whole −
// groups) is the group 未注明; … rows of groups alone add up to the whole." It
// is formed of the figures of the window, so that the groups "always account
// for the whole".
func (t *twin) rest(measure, side string, s twinScope) (rest twinFigure, formed bool) {
	beside := false
	for _, r := range slices.Concat(t.subPeriods(measure, side, s.whole())...) {
		beside = beside || r.key[s.dim] == ""
	}
	groups := map[string]bool{}
	for _, r := range t.rowsOf(measure, "actual", side) {
		if value := r.key[s.dim]; value != "" && value != twinUnassigned && s.window.holds(r.window) {
			groups[value] = true
		}
	}
	if !beside || len(groups) == 0 {
		return rest, false
	}
	rest = t.measure(measure, side, s.whole())
	for value := range groups {
		rest = rest.minus(t.measure(measure, side, twinScope{s.window, s.dim, value}))
	}
	return rest, true
}

// twinOneKeySet: "For first, last and mean the key set is chosen once for the
// period (the exact one if any sub-period has it, else the coarsest finer
// one), each key goes by itself over the sub-periods that have a row".
// It returns each key's rows in the order of time.
func twinOneKeySet(periods [][]*twinRow) map[string][]*twinRow {
	best := periods[0][0].keySet
	for _, rows := range periods {
		if set := rows[0].keySet; twinFiner(best, set) {
			best = set
		}
	}
	keys := map[string][]*twinRow{}
	for _, rows := range periods {
		if rows[0].keySet != best {
			continue
		}
		merged := map[string]*twinRow{}
		for _, r := range rows {
			if before := merged[r.keyText]; before != nil { // direct types: "several add up"
				r = &twinRow{window: r.window, keySet: r.keySet, keyText: r.keyText, value: new(big.Rat).Add(before.value, r.value)}
			}
			merged[r.keyText] = r
		}
		for text, r := range merged {
			keys[text] = append(keys[text], r)
		}
	}
	return keys
}

// weighted: "mean, weighted by the customers_start row of the same key and
// period, over sub-periods and over groups; a single row needs no weight, a
// missing weight makes it absent".
func (t *twin) weighted(side string, keys map[string][]*twinRow) twinFigure {
	var rows []*twinRow
	for _, list := range keys {
		rows = append(rows, list...)
	}
	if len(rows) == 1 {
		return twinIs(rows[0].value)
	}
	sum, weights := new(big.Rat), new(big.Rat)
	for _, r := range rows {
		var weight *big.Rat
		for _, w := range t.rowsOf("customers_start", "actual", side) {
			if w.window.equal(r.window) && w.keyText == r.keyText {
				if weight == nil {
					weight = new(big.Rat)
				}
				weight.Add(weight, w.value)
			}
		}
		if weight == nil {
			return twinNo("no_data")
		}
		sum.Add(sum, new(big.Rat).Mul(weight, r.value))
		weights.Add(weights, weight)
	}
	return twinIs(sum).over(twinIs(weights))
}

// maximum is a score's: "the one value that its rows in the period have;
// unequal = absent …. A max recorded for the whole, or for a longer period
// that holds the asked one (the shortest), holds there too".
func (t *twin) maximum(q *twinIndicator, s twinScope) twinFigure {
	if q.top != nil {
		return twinIs(q.top)
	}
	measure, side := q.id+"_max", q.side
	var longer []twinWindow
	for _, p := range t.periodsOf(measure, "actual", side) {
		if p.window.holds(s.window) && !p.window.equal(s.window) {
			longer = append(longer, p.window)
		}
	}
	slices.SortStableFunc(longer, func(a, b twinWindow) int { return cmp.Compare(a.days(), b.days()) })
	for _, scope := range []twinScope{s, s.whole()} {
		for _, w := range append([]twinWindow{s.window}, longer...) {
			if rows := slices.Concat(t.subPeriods(measure, side, scope.in(w))...); len(rows) > 0 {
				return twinOneValue(rows)
			}
		}
	}
	return twinNo("no_data")
}

func twinOneValue(rows []*twinRow) twinFigure {
	for _, r := range rows {
		if r.value.Cmp(rows[0].value) != 0 {
			return twinNo("not_comparable")
		}
	}
	return twinIs(rows[0].value)
}
