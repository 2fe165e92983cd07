package kpi_test

import (
	"cmp"
	"math/big"
	"slices"
)

// A twinIndicator is a row of the contract's table of indicators.
type twinIndicator struct {
	id, unit, better string
	sum              bool     // a plain sum, which adds up over every dimension
	state            bool     // it does not add up over time
	side             string   // whose facts it counts
	needs            string   // measures or indicators; a|b: either
	builtOn          string   // an indicator that it takes as it is
	noYear           bool     // has no aspect of the year
	relative         bool     // growth: relative, for a percent
	top              *big.Rat // a score's maximum, where it is a constant
	formula          func(t *twin, side string, s twinScope) twinFigure
}

func (t *twin) named(id string) *twinIndicator {
	for _, q := range t.indicators {
		if q.id == id {
			return q
		}
	}
	return nil
}

// addsOver: "sums always; orders not over product_line; the counts partners
// and new_partners over every dimension but product_line and month".
func (q *twinIndicator) addsOver(dim string) bool {
	switch q.id {
	case "orders", "partners", "new_partners":
		return dim != "product_line"
	}
	return q.sum
}

// addsOverTime: "Over time sums, orders and new_partners add up; over month
// rows sums and orders."
func (q *twinIndicator) addsOverTime() bool {
	return q.sum && !q.state || q.id == "orders" || q.id == "new_partners"
}

func (q *twinIndicator) addsOverMonths() bool { return q.sum && !q.state || q.id == "orders" }

// has reports whether an indicator is broken down by a dimension: "Partner
// counts and concentration have no partner dimension", partners and
// new_partners "have no product_line".
func (q *twinIndicator) has(dim string) bool {
	switch q.id {
	case "partners", "new_partners":
		return dim != "partner" && dim != "product_line"
	case "active_partners", "lost_partners", "partner_retention", "cr1", "cr3", "cr5", "hhi", "effective_partners":
		return dim != "partner"
	}
	return true
}

// of is an indicator's value, or its finished rate: "for every indicator that
// is not a plain sum: it is used for exactly that period and group where the
// figure would be absent for want of data (never for a zero denominator), also
// by the figures built on it".
func (t *twin) of(q *twinIndicator, side string, s twinScope) twinFigure {
	k := twinValueKey{q.id, side, s}
	if f, ok := t.valueCache[k]; ok {
		return f
	}
	f := q.formula(t, side, s)
	if f.wantsData() && !q.sum {
		if rate := t.recorded(q, "actual", side, s); rate.ok() {
			f = rate
		}
	}
	t.valueCache[k] = f
	return f
}

// lineSum is what comes from sale lines: missing outside the data, and where
// no line of the book has what it needs.
func (t *twin) lineSum(side string, s twinScope, value func(l *twinLine) *big.Rat) twinFigure {
	if t.missing(s.window) {
		return twinNo("no_data")
	}
	return twinSum(t.linesOf(side, s), value)
}

func twinAmount(l *twinLine) *big.Rat { return l.amount }

func (t *twin) sales(side string, s twinScope) twinFigure { return t.lineSum(side, s, twinAmount) }

// classSales are the sales of a product class: "a class that product_classes
// lacks: absent (no_data)".
func (t *twin) classSales(class, side string, s twinScope) twinFigure {
	for _, c := range t.settings.Classes {
		if c.name == class {
			return t.lineSum(side, s, func(l *twinLine) *big.Rat {
				if slices.Contains(c.lines, l.group["product_line"]) {
					return l.amount
				}
				return nil
			})
		}
	}
	return twinNo("no_data")
}

func (t *twin) anyLine(has func(l *twinLine) bool) bool { return slices.ContainsFunc(t.lines, has) }

// orders: "distinct order_id; a blank id is no order; counts once in each
// group it touches".
func (t *twin) orders(side string, s twinScope) twinFigure {
	if t.missing(s.window) || !t.anyLine(func(l *twinLine) bool { return l.order != "" }) {
		return twinNo("no_data")
	}
	ids := map[string]bool{}
	for _, l := range t.linesOf(side, s) {
		if l.order != "" {
			ids[l.order] = true
		}
	}
	return twinCount(len(ids))
}

func (t *twin) orderValue(side string, s twinScope) twinFigure {
	return t.lineSum(side, s, func(l *twinLine) *big.Rat {
		if l.order == "" {
			return nil
		}
		return l.amount
	}).over(t.orders(side, s))
}

func (t *twin) quantity(side string, s twinScope) twinFigure {
	if !t.anyLine(func(l *twinLine) bool { return l.quantity != nil }) {
		return twinNo("no_data")
	}
	return t.lineSum(side, s, func(l *twinLine) *big.Rat { return l.quantity })
}

func (t *twin) price(side string, s twinScope) twinFigure {
	return t.lineSum(side, s, func(l *twinLine) *big.Rat {
		if l.quantity == nil {
			return nil
		}
		return l.amount
	}).over(t.quantity(side, s))
}

// ifDirect: "Without direct types everything is channel, and direct_sales,
// direct_ltv and channel_share are absent (no_data)."
func (t *twin) ifDirect(f twinFigure) twinFigure {
	if len(t.settings.Direct) == 0 {
		return twinNo("no_data")
	}
	return f
}

// presentAt: "joined on or before the end and not left before it; without
// joined: from the first sale line of the channel, of any amount, in the whole
// book on; with neither: not counted; direct partners never".
func (p *twinPartner) presentAt(w twinWindow) bool {
	since := cmp.Or(p.joined, p.firstDay)
	return !p.direct && since != 0 && since <= w.last && (p.left == 0 || p.left >= w.last)
}

// newIn: "joined in the period; without joined: the partner's first sale line
// lies in it".
func (p *twinPartner) newIn(w twinWindow) bool {
	since := cmp.Or(p.joined, p.firstDay)
	return !p.direct && since != 0 && w.first <= since && since <= w.last
}

func (t *twin) countPartners(s twinScope, counted func(p *twinPartner) bool) twinFigure {
	if t.missing(s.window) {
		return twinNo("no_data")
	}
	n := 0
	for _, p := range t.partners {
		if counted(p) && (s.dim == "" || p.group(s.dim) == s.value) {
			n++
		}
	}
	return twinCount(n)
}

func (t *twin) noPartnerIDs() bool {
	return !t.anyLine(func(l *twinLine) bool { return l.partner != "" })
}

// active are the partners "with an id and positive sales in the period", with
// these sales.
func (t *twin) active(side string, s twinScope) map[string]*big.Rat {
	sales := map[string]*big.Rat{}
	for _, l := range t.linesOf(side, s) {
		if l.partner == "" {
			continue
		}
		if sales[l.partner] == nil {
			sales[l.partner] = new(big.Rat)
		}
		sales[l.partner].Add(sales[l.partner], l.amount)
	}
	for id, amount := range sales {
		if amount.Sign() <= 0 {
			delete(sales, id)
		}
	}
	return sales
}

// overlap counts the partners active in the period before, and those of them
// that are active in this period, too.
func (t *twin) overlap(side string, s twinScope) (before, both, absent twinFigure) {
	prior := s.in(s.window.before())
	switch {
	case t.noPartnerIDs() || t.missing(s.window):
		return before, both, twinNo("no_data")
	case t.missing(prior.window):
		return before, both, twinNo("missing_base")
	}
	now, then := t.active(side, s), t.active(side, prior)
	n := 0
	for id := range then {
		if now[id] != nil {
			n++
		}
	}
	return twinCount(len(then)), twinCount(n), twinFigure{}
}

// concentration computes on the parts of the active partners in their sales, the largest
// first; hhi and the concentration ratios rest on them.
func (t *twin) concentration(side string, s twinScope, of func(shares []*big.Rat) *big.Rat) twinFigure {
	if t.noPartnerIDs() || t.missing(s.window) {
		return twinNo("no_data")
	}
	var shares []*big.Rat
	total := new(big.Rat)
	for _, amount := range t.active(side, s) {
		shares = append(shares, amount)
		total.Add(total, amount)
	}
	if len(shares) == 0 {
		return twinNo("zero_denominator")
	}
	for _, share := range shares {
		share.Quo(share, total)
	}
	slices.SortFunc(shares, func(a, b *big.Rat) int { return b.Cmp(a) })
	return twinIs(of(shares))
}

func twinLargest(n int) func(t *twin, side string, s twinScope) twinFigure {
	return func(t *twin, side string, s twinScope) twinFigure {
		return t.concentration(side, s, func(shares []*big.Rat) *big.Rat {
			total := new(big.Rat)
			for _, share := range shares[:min(n, len(shares))] {
				total.Add(total, share)
			}
			return total
		})
	}
}

func twinHHI(shares []*big.Rat) *big.Rat {
	total := new(big.Rat)
	for _, share := range shares {
		total.Add(total, new(big.Rat).Mul(share, share))
	}
	return total.Mul(total, big.NewRat(10000, 1))
}

// grossProfit: "recorded, else sales − product_cost; decided for each scope
// and window by itself".
func (t *twin) grossProfit(side string, s twinScope) twinFigure {
	if recorded := t.measure("gross_profit", side, s); recorded.ok() {
		return recorded
	}
	return t.sales(side, s).minus(t.measure("product_cost", side, s))
}

// lifetimeValue: "margin_per_customer/(1−r), r = customer_retention of that
// scope; 1−r ≤ 0: absent (zero_denominator)".
func (t *twin) lifetimeValue(side string, s twinScope) twinFigure {
	churn := twinCount(1).minus(t.of(t.named("customer_retention"), side, s))
	margin := t.measure("margin_per_customer", side, s)
	if margin.ok() && churn.ok() && churn.sign() <= 0 {
		return twinNo("zero_denominator")
	}
	return margin.over(churn)
}
