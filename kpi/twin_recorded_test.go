package kpi_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// What the dice record beside sales: targets, measures, finished rates and
// scenarios.

// twinBundles are measures that are used together, with how large they are.
var twinBundles = []struct {
	measures string
	low      int
	high     int
}{
	{"leads orders_won", 0, 40}, {"acquisition_cost new_customers", 0, 50},
	{"customers_start customers_kept margin_per_customer", 10, 60},
	{"high_value_customers_start high_value_customers_kept", 0, 20},
	{"satisfaction_total satisfaction_answers", 0, 90}, {"partner_satisfaction_total partner_satisfaction_answers", 0, 90},
	{"market_sales", 50, 900}, {"covered_units target_units", 0, 30},
	{"gross_profit", -20, 60}, {"product_cost", 0, 60}, {"gross_profit product_cost channel_cost", -9, 60},
	{"channel_cost", 0, 50}, {"trainings", 0, 9}, {"passed examined", 0, 20}, {"events", 0, 9},
	{"approval_days_total approvals", 0, 20}, {"stock_value product_cost", 0, 80}, {"stockout_days range_days", 0, 30},
	{"response_hours_total responses_count", 0, 40}, {"rebates", 0, 20}, {"visits", 0, 30}, {"mdf_used mdf_budget", 0, 40},
}

// A twinPlan says which rows of a measure are drawn.
type twinPlan struct {
	periods []string
	sets    [][]string
	uniform bool // the same groups in each period
	percent int  // of the groups that have a row
	value   func() string
	key     map[string]string // further cells of each row
}

func (d *twinDice) plan(low, high int) twinPlan {
	p := twinPlan{periods: d.drawPeriods(), sets: d.drawKeySets(), uniform: d.chance(60), percent: d.between(50, 100)}
	p.value = func() string {
		if d.chance(25) {
			return fmt.Sprintf("%d.%d", d.between(max(low, 0), high), d.Intn(10))
		}
		return strconv.Itoa(d.between(low, high))
	}
	return p
}

// rows draws the rows of a plan.
func (d *twinDice) rows(measure, scenario string, p twinPlan) twinTable {
	groups := d.drawGroups(p.sets, p.percent)
	var table twinTable
	for _, period := range p.periods {
		if !p.uniform {
			sets := slices.Clone(p.sets)
			if len(sets) > 1 && d.chance(25) {
				i := d.Intn(len(sets))
				sets = slices.Delete(sets, i, i+1)
			}
			groups = d.drawGroups(sets, p.percent)
		}
		for _, group := range groups {
			row := maps.Clone(group)
			maps.Copy(row, p.key)
			row["period"], row["measure"], row["scenario"] = period, measure, scenario
			value := p.value()
			row["value"] = value
			if len(d.facts.settings.Spellings) > 0 && row["region"] == "East" && d.chance(30) {
				row["region"] = "Eastern"
			}
			if scenario == "target" {
				row["amount"] = value
			}
			table = append(table, row)
		}
	}
	return table
}

// keep adds rows to a table, unless those of their measure would contradict
// one another.
func (d *twinDice) keep(table *twinTable, rows twinTable) {
	var with twinTable
	for _, row := range rows {
		if id := d.identity(row); !d.recorded[id] {
			d.recorded[id] = true
			with = append(with, row)
		}
	}
	alone := *d.facts
	alone.targets, alone.observations = nil, nil
	of := &alone.observations
	if table == &d.facts.targets {
		of = &alone.targets
	}
	*of = slices.Clone(with)
	for _, row := range *table {
		if len(rows) > 0 && row["measure"] == rows[0]["measure"] {
			*of = append(*of, row)
		}
	}
	if newTwin(&alone).contradiction() == "" {
		*table = append(*table, with...)
	}
}

// identity is what may be set only once.
func (d *twinDice) identity(row map[string]string) string {
	w := twinParseWindow(row["period"], &d.facts.settings)
	text := fmt.Sprint(w.first, w.last, row["measure"], row["scenario"])
	for _, dim := range append(slices.Clone(twinFactDimensions), "industry") {
		text += "|" + strings.Replace(row[twinColumn(dim)], "Eastern", "East", 1)
	}
	return text
}

func (d *twinDice) drawMeasures() {
	percent := d.pick("0", "15", "30", "50")
	for _, bundle := range twinBundles {
		chance := twinInt(percent)
		if bundle.measures == "visits" {
			chance = 80
			if d.facts.settings.VisitsOver == "" {
				continue
			}
		}
		if !d.chance(chance) {
			continue
		}
		shared := d.plan(bundle.low, bundle.high)
		together := d.chance(75)
		for _, measure := range strings.Fields(bundle.measures) {
			p := shared
			if !together {
				p = d.plan(bundle.low, bundle.high)
			}
			if measure == "margin_per_customer" && len(p.sets) == 3 {
				p.sets = p.sets[:2]
			}
			if d.chance(92) {
				d.keep(&d.facts.observations, d.rows(measure, "", p))
			}
		}
		if strings.Contains(bundle.measures, "satisfaction") {
			d.drawMaximum(strings.TrimSuffix(strings.Fields(bundle.measures)[0], "_total") + "_max")
		}
		if len(d.facts.settings.Direct) > 0 && d.chance(40) {
			d.drawDirect(bundle.measures, shared)
		}
	}
}

// drawMaximum records what a score is out of, mostly the same everywhere.
func (d *twinDice) drawMaximum(measure string) {
	p := d.plan(1, 1)
	p.sets, p.uniform = [][]string{{}}, true
	if d.chance(20) {
		p.sets = [][]string{{}, {"region"}}
	}
	first, second := d.pick("5", "10"), d.pick("5", "10")
	p.value = func() string { return first }
	rows := d.rows(measure, "", p)
	for _, row := range rows {
		if year, _, _ := twinCivil(d.asked.last); twinParseWindow(row["period"], &d.facts.settings).first >= twinDay(year, 1, 1) {
			row["value"] = second
		}
	}
	d.keep(&d.facts.observations, rows)
}

// drawDirect records measures for the direct side, by type or by partner.
func (d *twinDice) drawDirect(measures string, p twinPlan) {
	p.key = map[string]string{"partner_type": "Direct"}
	for _, partner := range newTwin(d.facts).partners {
		if partner.id == "D1" && partner.direct && d.chance(30) {
			p.key = map[string]string{"partner_id": "D1"}
		}
	}
	p.sets = slices.DeleteFunc(d.drawKeySets(), func(set []string) bool {
		return slices.Contains(set, "partner_type") || slices.Contains(set, "partner")
	})
	if len(p.sets) == 0 {
		p.sets = [][]string{{}}
	}
	for _, measure := range strings.Fields(measures) {
		d.keep(&d.facts.observations, d.rows(measure, "", p))
		if len(d.facts.settings.Direct) > 1 && !strings.Contains(measures, "margin_per_customer") && d.chance(30) {
			p.key = map[string]string{"partner_type": "Own"}
			d.keep(&d.facts.observations, d.rows(measure, "", p))
			p.key = map[string]string{"partner_type": "Direct"}
		}
	}
}

func (d *twinDice) drawTargets() {
	ids := []string{"sales", "sales", "company_sales", "orders", "new_partners", "quantity", "channel_cost"}
	for _, q := range twinCatalog(&d.facts.settings) {
		ids = append(ids, q.id)
	}
	for range d.Intn(7) {
		id := d.pick(ids...)
		p := d.plan(1, 99)
		if d.chance(20) {
			p.value = func() string { return strconv.Itoa(d.between(-1, 1)) }
		}
		switch {
		case strings.HasPrefix(id, "direct_"):
			p.sets = slices.DeleteFunc(p.sets, func(set []string) bool { return slices.Contains(set, "partner_type") })
			if len(p.sets) == 0 {
				p.sets = [][]string{{}}
			}
			if d.chance(50) && len(d.facts.settings.Direct) > 0 {
				p.key = map[string]string{"partner_type": "Direct"}
			}
		case d.chance(10):
			p.key = map[string]string{"partner_type": "Direct"}
		}
		d.keep(&d.facts.targets, d.rows(id, "target", p))
		if id == "direct_sales" && p.key != nil && len(d.facts.settings.Direct) > 1 {
			p.key = map[string]string{"partner_type": "Own"}
			d.keep(&d.facts.targets, d.rows(id, "target", p))
		}
	}
}

// drawFinishedAndScenarios records rates as they are known, and other
// scenarios, for windows that figures ask for.
func (d *twinDice) drawFinishedAndScenarios() {
	w := d.asked
	windows := []twinWindow{w, w, w, w.yearAgo(), w.before(), w.toDate(), w.year(), w.toDate().yearAgo()}
	windows = append(windows, w.eachMonth()...)
	for _, q := range twinCatalog(&d.facts.settings) {
		for _, scenario := range []string{"", "budget", "forecast", "benchmark"} {
			if q.sum && scenario == "" || q.id == "orders" && scenario == "" || !d.chance(6) {
				continue
			}
			for range d.between(1, 6) {
				v := windows[d.Intn(len(windows))]
				if d.facts.settings.MonthGrain && v.months() == 0 {
					continue
				}
				row := map[string]string{"period": twinDate(v.first) + "/" + twinDate(v.last), "measure": q.id, "scenario": scenario, "value": fmt.Sprintf("%d.%02d", d.between(0, 3), d.Intn(100))}
				if dim := d.pick("", "region", "product_line", "partner", "partner_type"); dim != "" && (dim != "partner_type" || q.side != directSide) {
					row[twinColumn(dim)] = d.pick(d.groupsOf(dim)...)
				}
				if q.id == "customer_retention" && row["partner_type"] == "" && d.chance(40) {
					row["partner_type"] = "Direct"
				}
				if id := d.identity(row); !d.recorded[id] { // never put together, so never in contradiction
					d.recorded[id] = true
					d.facts.observations = append(d.facts.observations, row)
				}
			}
		}
	}
}
