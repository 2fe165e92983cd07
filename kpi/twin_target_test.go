package kpi_test

import (
	"math/big"
	"slices"
	"strings"
)

// Rows under an indicator's own id: targets, finished rates, scenarios.

// recorded is the row of exactly a scope: a finished rate (actual) or a
// scenario, "for exactly that period and group, never summed".
func (t *twin) recorded(q *twinIndicator, scenario, side string, s twinScope) twinFigure {
	for _, r := range t.rowsOf(q.id, scenario, side) {
		if r.window.equal(s.window) && r.keySet == s.dim && r.under(s) {
			return twinIs(r.value)
		}
	}
	return twinNo("no_data")
}

// target: "First the period is settled, then the keys. A target counts if it
// is set for exactly the asked period, with any key set that gives the group;
// else, for indicators that add up over time, if finer ones of one grain tile
// it without gap or overlap (the coarsest grain that does), the same groups
// being set in each; else it is absent: no_target if no row touches the
// window, part_target otherwise."
func (t *twin) target(q *twinIndicator, s twinScope) twinFigure {
	periods := t.periodsOf(q.id, "target", q.side)
	set := func(p *twinPeriod) []*twinRow { return twinChosen(p.rows, s, q.addsOver) }
	for _, p := range periods {
		if chosen := set(p); p.window.equal(s.window) && len(chosen) > 0 {
			return twinIs(twinTotal(chosen))
		}
	}
	if q.addsOverTime() {
		for _, grain := range []int{12, 6, 3, 1} { // months
			var pieces []*twinPeriod
			for _, p := range periods {
				if p.window.grain() == grain && s.window.holds(p.window) && len(set(p)) > 0 {
					pieces = append(pieces, p)
				}
			}
			if f, ok := twinTile(pieces, s.window, set); ok {
				return f
			}
		}
	}
	for _, p := range periods {
		if p.window.overlaps(s.window) && len(set(p)) > 0 {
			return twinNo("part_target")
		}
	}
	return twinNo("no_target")
}

// twinTile adds up the rows of those pieces that follow one another through a
// window, the same groups being set in each.
func twinTile(pieces []*twinPeriod, w twinWindow, set func(*twinPeriod) []*twinRow) (twinFigure, bool) {
	total := new(big.Rat)
	next, keys := w.first, ""
	for _, p := range pieces {
		if p.window.first != next {
			continue
		}
		if next == w.first {
			keys = twinKeys(set(p))
		}
		if twinKeys(set(p)) != keys {
			return twinFigure{}, false
		}
		total.Add(total, twinTotal(set(p)))
		next = p.window.last + 1
	}
	return twinIs(total), next == w.last+1
}

// twinKeys names the groups for which rows are set.
func twinKeys(rows []*twinRow) string {
	var list []string
	for _, r := range rows {
		list = append(list, r.keyText)
	}
	slices.Sort(list)
	return strings.Join(slices.Compact(list), "\n")
}

// hasRow reports whether there is any row of a measure, with a key or (dim is
// blank) whatever it names.
func (t *twin) hasRow(measure, scenario, side, dim string) bool {
	return slices.ContainsFunc(t.rowsOf(measure, scenario, side), func(r *twinRow) bool { return dim == "" || r.key[dim] != "" })
}

// fed: "An indicator is fed if each measure it needs (gross_profit or
// product_cost: either) has a row on its side, where the finished rate of an
// indicator it is built on stands for that one's measures, or if it has a
// target, a finished rate or a scenario row itself; what comes from sale lines
// alone is always fed. … A dimension is written for an indicator if the same
// holds with rows that have that key".
func (t *twin) fed(q *twinIndicator, dim string) bool {
	return t.needsMet(q, q.side, dim) ||
		t.hasRow(q.id, "target", q.side, dim) || !q.sum && t.hasRow(q.id, "actual", q.side, dim) ||
		slices.ContainsFunc(twinScenarios, func(scenario string) bool { return t.hasRow(q.id, scenario, q.side, dim) })
}

func (t *twin) needsMet(q *twinIndicator, side, dim string) bool {
	for _, need := range strings.Fields(q.needs) {
		met := false
		for _, name := range strings.Split(need, "|") {
			if base := t.named(name); base != nil && !base.sum { // an indicator it is built on
				met = met || t.needsMet(base, side, dim) || t.hasRow(name, "actual", side, dim)
			} else {
				met = met || t.hasRow(name, "actual", side, dim)
			}
		}
		if !met {
			return false
		}
	}
	return true
}

// inputs are the ids whose actual rows are facts of an indicator: the measures
// it needs, and the finished rates of it and of what it is built on.
func (t *twin) inputs(q *twinIndicator) []string {
	list := []string{q.id}
	for _, name := range strings.FieldsFunc(q.needs+" "+q.builtOn, func(r rune) bool { return r == ' ' || r == '|' }) {
		list = append(list, name)
		if base := t.named(name); base != nil && base != q {
			list = append(list, t.inputs(base)...)
		}
	}
	return list
}

// groups are the rows of an indicator in a dimension: "the groups with a fact
// on its side (any line, any row of a measure it needs, a finished rate) in
// the period, its yoy or its pop base, or with a target that counts; partners
// and new_partners add the groups of the partners counted there".
func (t *twin) groups(q *twinIndicator, w twinWindow, dim string) []string {
	found := map[string]bool{}
	for _, window := range []twinWindow{w, w.yearAgo(), w.before()} {
		t.groupsWithFacts(q, window, dim, found)
	}
	for _, r := range t.rowsOf(q.id, "target", q.side) {
		if value := r.key[dim]; value != "" && t.target(q, twinScope{w, dim, value}).ok() {
			found[value] = true
		}
	}
	if len(found) == 1 && found[twinUnassigned] { // "A dimension whose only group is 未注明 is left out"
		return nil
	}
	var list []string
	for value := range found {
		list = append(list, value)
	}
	slices.Sort(list)
	return list
}

func (t *twin) groupsWithFacts(q *twinIndicator, w twinWindow, dim string, found map[string]bool) {
	for _, l := range t.linesOf(q.side, twinScope{window: w}) {
		found[l.group[dim]] = true
	}
	for _, id := range t.inputs(q) {
		for _, r := range t.rowsOf(id, "actual", q.side) {
			if w.holds(r.window) && r.key[dim] != "" {
				found[r.key[dim]] = true
			}
		}
		if base := t.named(id); base != nil && !base.sum { // of finished rates no rest is formed
			continue
		}
		if rest := t.measure(id, q.side, twinScope{w, dim, twinUnassigned}); rest.ok() && rest.sign() != 0 { // "a rest of 0 … makes no row"
			found[twinUnassigned] = true
		}
	}
	counted := func(p *twinPartner) bool { return false }
	switch q.id {
	case "partners":
		counted = func(p *twinPartner) bool { return p.presentAt(w) }
	case "new_partners":
		counted = func(p *twinPartner) bool { return p.newIn(w) }
	}
	for _, p := range t.partners {
		if counted(p) && q.formula(t, q.side, twinScope{window: w}).ok() {
			found[p.group(dim)] = true
		}
	}
}
