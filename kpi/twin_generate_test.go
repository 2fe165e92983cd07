package kpi_test

import (
	"fmt"
	"maps"
	"math/rand"
	"slices"
	"strconv"
	"strings"
)

// A twinDice draws small books full of the cases that the contract settles.
type twinDice struct {
	*rand.Rand
	facts *twinFacts
	start int // of the facts: a month, counted from year 0
	span  int // months
	asked twinWindow
	types []string // channel partner types

	recorded map[string]bool // what has been set
	unnamed  bool            // rows may name the group 未注明
}

func (d *twinDice) chance(percent int) bool    { return d.Intn(100) < percent }
func (d *twinDice) between(low, high int) int  { return low + d.Intn(high-low+1) }
func (d *twinDice) pick(list ...string) string { return list[d.Intn(len(list))] }

// maybe picks a text, or leaves it blank.
func (d *twinDice) maybe(percent int, list ...string) string {
	if d.chance(percent) {
		return d.pick(list...)
	}
	return ""
}

// some picks a part of a list, in its order.
func (d *twinDice) some(percent int, list ...string) []string {
	var picked []string
	for _, text := range list {
		if d.chance(percent) {
			picked = append(picked, text)
		}
	}
	return picked
}

var (
	twinRegions    = []string{"East", "North", "West"}
	twinCityTiers  = []string{"T1", "T2"}
	twinTiers      = []string{"Gold", "Silver"}
	twinLineNames  = []string{"Bikes", "Cloth", "Parts"}
	twinIndustries = []string{"Auto", "Food"}
	twinIDs        = []string{"P1", "P2", "P3", "P4", "D1", "D2"}
)

// twinGenerate draws a book and a period to ask for. The same seed draws the
// same book.
func twinGenerate(seed int64) (*twinFacts, string) {
	d := &twinDice{Rand: rand.New(rand.NewSource(seed)), facts: &twinFacts{}, recorded: map[string]bool{}}
	d.start, d.span = 2022*12+d.Intn(24), d.between(5, 30)
	d.types = []string{"Online", "Retail"}
	d.unnamed = d.chance(15)
	d.drawSettings()
	period := d.drawPeriod()
	d.asked = twinParseWindow(period, &d.facts.settings)
	d.drawPartners()
	d.drawSales()
	d.drawData()
	d.drawTargets()
	d.drawMeasures()
	d.drawFinishedAndScenarios()
	return d.facts, period
}

func (d *twinDice) drawSettings() {
	s := &d.facts.settings
	if d.chance(40) {
		s.FiscalStart, s.NamedByStart = d.between(1, 12), d.chance(30)
	}
	switch {
	case d.chance(50):
		s.Direct = []string{"Direct"}
	case d.chance(50):
		s.Direct = []string{"Direct", "Own"}
	}
	for _, class := range d.some(75, "core", "new", "high-value") {
		if lines := d.some(50, twinLineNames...); len(lines) > 0 {
			s.Classes = append(s.Classes, twinClass{class, lines})
		}
	}
	if d.chance(30) {
		s.Dimensions = []string{"industry"}
	}
	if d.chance(15) {
		s.Spellings = []twinSpelling{{"region", "East", "Eastern"}}
	}
	if d.chance(40) {
		s.VisitsOver = d.pick("sum", "first", "last", "mean")
	}
	for _, id := range slices.Sorted(maps.Keys(twinOwn)) {
		if d.chance(25) && (s.VisitsOver != "" || !strings.Contains(twinOwn[id].declared, "visits")) {
			s.Own = append(s.Own, id)
		}
	}
	s.NoOrders, s.MonthGrain, s.Absolute = d.chance(10), d.chance(20), d.chance(30)
}

// month is the year and month that lie n months after the facts' start.
func (d *twinDice) month(n int) (year, month int) { return (d.start + n) / 12, (d.start+n)%12 + 1 }

func (d *twinDice) day(n int) int {
	y, m := d.month(n)
	return twinDay(y, m, d.between(1, 31)) // 31 April is 1 May
}

func (d *twinDice) drawPeriod() string {
	year, month := d.month(d.between(-3, d.span+3))
	kind := d.Intn(12)
	switch {
	case kind < 2:
		return fmt.Sprintf("%d-%02d", year, month)
	case kind < 5:
		return fmt.Sprintf("%d-Q%d", year, (month+2)/3)
	case kind < 6:
		return fmt.Sprintf("%d-H%d", year, (month+5)/6)
	case kind < 7:
		return strconv.Itoa(year)
	case kind < 8:
		return fmt.Sprintf("FY%d%s", year, d.pick("", "-H1", "-H2"))
	case kind < 10:
		return fmt.Sprintf("FY%d-Q%d", year, d.between(1, 4))
	}
	w := twinMonths(year, month, d.between(1, 5))
	if !d.facts.settings.MonthGrain && d.chance(60) {
		w.first += d.Intn(28)
		w.last = w.first + d.Intn(70)
	}
	return twinDate(w.first) + "/" + twinDate(w.last)
}

func (d *twinDice) partnerType(id string) string {
	if id[0] == 'D' {
		return d.pick("Direct", "Direct", "Own")
	}
	return d.pick(d.types...)
}

func (d *twinDice) region() string {
	if len(d.facts.settings.Spellings) > 0 && d.chance(20) {
		return "Eastern"
	}
	return d.pick(twinRegions...)
}

func (d *twinDice) drawPartners() {
	joined := 60
	if d.chance(25) {
		joined = 0
	}
	for _, id := range twinIDs {
		if !d.chance(70) {
			continue
		}
		row := map[string]string{"partner_id": id, "tier": d.maybe(60, twinTiers...), "city_tier": d.maybe(60, twinCityTiers...), "industry": d.maybe(60, twinIndustries...)}
		if d.chance(70) {
			row["partner_type"] = d.partnerType(id)
		}
		if d.chance(60) {
			row["region"] = d.region()
		}
		since := d.day(d.between(-6, d.span))
		if d.chance(joined) {
			row["joined"] = twinDate(since)
		}
		if d.chance(20) {
			row["left"] = twinDate(since + d.Intn(500))
		}
		d.facts.partners = append(d.facts.partners, row)
	}
}

func (d *twinDice) drawSales() {
	blankIDs, blankOrders, blankQuantities := 10, 30, 30
	if d.chance(5) {
		blankIDs = 100
	}
	if d.chance(5) {
		blankOrders = 100
	}
	if d.chance(5) {
		blankQuantities = 100
	}
	var empty []int // months without sales
	for range d.Intn(4) {
		empty = append(empty, d.Intn(d.span))
	}
	for range d.Intn(70) {
		n := d.Intn(d.span)
		if slices.Contains(empty, n) {
			continue
		}
		row := map[string]string{
			"date": twinDate(d.day(n)), "amount": fmt.Sprintf("%d.%02d", d.between(0, 90), d.Intn(100)),
			"tier": d.maybe(30, twinTiers...), "city_tier": d.maybe(30, twinCityTiers...), "industry": d.maybe(30, twinIndustries...),
			"product_line": d.maybe(85, twinLineNames...),
		}
		if d.chance(15) {
			row["amount"] = "-" + row["amount"]
		}
		if d.chance(50) {
			row["region"] = d.region()
		}
		if !d.chance(blankIDs) {
			row["partner_id"] = d.pick(twinIDs...)
		}
		switch id := row["partner_id"]; {
		case d.chance(5):
			row["partner_type"] = d.pick("Direct", "Own")
		case d.chance(50):
			row["partner_type"] = d.partnerType(id + "P")
		}
		if !d.chance(blankOrders) {
			row["order_id"] = fmt.Sprintf("O%d", d.Intn(25))
		}
		if !d.chance(blankQuantities) {
			row["quantity"] = strconv.Itoa(d.between(-1, 9))
		}
		d.facts.sales = append(d.facts.sales, row)
	}
}

// drawData sometimes declares the range of the data, wider than the facts.
func (d *twinDice) drawData() {
	if len(d.facts.sales) == 0 || !d.chance(15) {
		return
	}
	dates := []string{}
	for _, row := range d.facts.sales {
		dates = append(dates, row["date"])
	}
	if d.chance(60) {
		d.facts.settings.From = twinDate(twinParseDate(slices.Min(dates)) - d.Intn(200))
	}
	if d.chance(60) {
		d.facts.settings.To = twinDate(twinParseDate(slices.Max(dates)) + d.Intn(200))
	}
}

// groupsOf are the values that rows name in a dimension.
func (d *twinDice) groupsOf(dim string) []string {
	if d.unnamed && dim != "partner" && dim != "partner_type" {
		return append(d.namedOf(dim), twinUnassigned)
	}
	return d.namedOf(dim)
}

func (d *twinDice) namedOf(dim string) []string {
	switch dim {
	case "region":
		return slices.Clone(twinRegions)
	case "city_tier":
		return slices.Clone(twinCityTiers)
	case "partner_type":
		return d.types
	case "partner":
		return twinIDs[:4]
	case "tier":
		return slices.Clone(twinTiers)
	case "product_line":
		return slices.Clone(twinLineNames)
	}
	return slices.Clone(twinIndustries)
}

// drawPeriods lists the periods of some grains around the asked one and the
// bases of it, nested in one another, some left out.
func (d *twinDice) drawPeriods() []string {
	prefix := ""
	if d.facts.settings.FiscalStart > 1 && d.chance(60) {
		prefix = "FY"
	}
	grains := strings.Fields(d.pick("month", "month", "quarter", "quarter", "half", "year", "month quarter", "month quarter year", "quarter year", "month year", "month half"))
	if !d.facts.settings.MonthGrain && d.chance(15) {
		grains = strings.Fields(d.pick("range", "month range", "range quarter"))
	}
	present := d.pick("100", "95", "80")
	y, _, _ := twinCivil(d.asked.first)
	var list []string
	add := func(text string) {
		w := twinParseWindow(text, &d.facts.settings)
		from, to := d.asked.yearAgo().toDate(), d.asked.year()
		if w.last >= from.first-31 && w.first <= to.last && d.chance(twinInt(present)) {
			list = append(list, text)
		}
	}
	for year := y - 2; year <= y+2; year++ {
		for _, grain := range grains {
			switch grain {
			case "year":
				add(fmt.Sprintf("%s%d", prefix, year))
			case "half":
				add(fmt.Sprintf("%s%d-H1", prefix, year))
				add(fmt.Sprintf("%s%d-H2", prefix, year))
			case "quarter":
				for q := 1; q <= 4; q++ {
					add(fmt.Sprintf("%s%d-Q%d", prefix, year, q))
				}
			case "month":
				for m := 1; m <= 12; m++ {
					add(fmt.Sprintf("%d-%02d", year, m))
				}
			case "range":
				for m := 1; m <= 12; m++ {
					month := twinMonths(year, m, 1)
					add(twinDate(month.first) + "/" + twinDate(month.first+9))
					add(twinDate(month.first+10) + "/" + twinDate(month.last))
				}
			}
		}
	}
	return list
}

// drawKeySets picks the key sets for which something is recorded.
func (d *twinDice) drawKeySets() [][]string {
	dims := []string{"region", "city_tier", "partner_type", "partner", "tier", "product_line", "region", "product_line"}
	dims = append(dims, d.facts.settings.Dimensions...)
	a, b := d.pick(dims...), d.pick(dims...)
	for a == b {
		b = d.pick(dims...)
	}
	switch d.Intn(8) {
	case 0, 1:
		return [][]string{{}}
	case 2:
		return [][]string{{a}}
	case 3:
		return [][]string{{}, {a}}
	case 4:
		return [][]string{{}, {a}, {b}}
	case 5:
		return [][]string{{a, b}}
	case 6:
		return [][]string{{a}, {a, b}}
	}
	return [][]string{{}, {a}, {a, b}}
}

// drawGroups gives each key set its groups for one period: those of a finer
// set lie within those of the coarser ones.
func (d *twinDice) drawGroups(sets [][]string, percent int) []map[string]string {
	var rows []map[string]string
	for _, set := range sets {
		combinations := []map[string]string{{}}
		for _, dim := range set {
			var longer []map[string]string
			for _, c := range combinations {
				for _, value := range d.groupsOf(dim) {
					with := maps.Clone(c)
					with[twinColumn(dim)] = value
					longer = append(longer, with)
				}
			}
			combinations = longer
		}
		for _, c := range combinations {
			if len(set) == 0 || d.chance(percent) && twinWithin(c, sets, rows) {
				rows = append(rows, c)
			}
		}
	}
	return rows
}

// twinWithin reports whether a group lies within one of each coarser key set.
func twinWithin(c map[string]string, sets [][]string, rows []map[string]string) bool {
	for _, set := range sets {
		if len(set) == 0 || len(set) >= len(c) {
			continue
		}
		column := twinColumn(set[0]) // coarser sets have one dimension
		if c[column] != "" && !slices.ContainsFunc(rows, func(row map[string]string) bool { return len(row) == 1 && row[column] == c[column] }) {
			return false
		}
	}
	return true
}
