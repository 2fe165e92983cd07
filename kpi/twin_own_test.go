package kpi_test

import "math/big"

// twinOwn are indicators that a book may declare (contract §4), as it declares
// them and as the twin computes them. visits is an observable.
var twinOwn = map[string]struct {
	declared  string
	indicator func() *twinIndicator
}{
	"gross_margin": {
		"formula: gross_profit / sales, unit: percent, better: up",
		func() *twinIndicator {
			return &twinIndicator{id: "gross_margin", unit: "percent", better: "up", needs: "gross_profit|product_cost",
				formula: func(t *twin, side string, s twinScope) twinFigure {
					return t.grossProfit(side, s).over(t.sales(side, s))
				}}
		},
	},
	"net_sales": { // "A linear sum of additive inputs adds up"
		"formula: sales - rebates, unit: money, better: up",
		func() *twinIndicator {
			return &twinIndicator{id: "net_sales", unit: "money", better: "up", needs: "rebates", sum: true,
				formula: func(t *twin, side string, s twinScope) twinFigure {
					return t.sales(side, s).minus(t.measure("rebates", side, s))
				}}
		},
	},
	"flat_sales": { // "`additive: false` narrows that"
		"formula: sales - rebates, unit: money, better: up, additive: false",
		func() *twinIndicator {
			return &twinIndicator{id: "flat_sales", unit: "money", better: "up", needs: "rebates",
				formula: func(t *twin, side string, s twinScope) twinFigure {
					return t.sales(side, s).minus(t.measure("rebates", side, s))
				}}
		},
	},
	"commission": {
		"formula: sales * 0.05, unit: money, better: down",
		func() *twinIndicator {
			return &twinIndicator{id: "commission", unit: "money", better: "down", sum: true,
				formula: func(t *twin, side string, s twinScope) twinFigure {
					return t.sales(side, s).times(twinIs(big.NewRat(5, 100)))
				}}
		},
	},
	"visits_per_order": {
		"formula: visits / orders, unit: percent, better: down, growth: relative",
		func() *twinIndicator {
			return &twinIndicator{id: "visits_per_order", unit: "percent", better: "down", needs: "visits", relative: true,
				formula: func(t *twin, side string, s twinScope) twinFigure {
					return t.measure("visits", side, s).over(t.orders(side, s))
				}}
		},
	},
	"stars": {
		"formula: satisfaction_total / responses_count, unit: score, better: up, max: 10",
		func() *twinIndicator {
			return &twinIndicator{id: "stars", unit: "score", better: "up", needs: "satisfaction_total responses_count", top: big.NewRat(10, 1),
				formula: twinRatio("satisfaction_total", "responses_count")}
		},
	},
	"start": { // what adds up over groups and not over time
		"formula: customers_start, unit: count, better: up",
		func() *twinIndicator {
			return &twinIndicator{id: "start", unit: "count", better: "up", needs: "customers_start", sum: true, state: true,
				formula: twinRecorded("customers_start")}
		},
	},
}
