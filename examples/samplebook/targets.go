package main

import "strconv"

// targets is the book's targets. Sales have one for every partner and month,
// and everything else of sales adds up from them; the other indicators have
// theirs by quarter, the whole beside its groups where both are wanted.
func targets() file {
	f := file{name: "targets.csv", header: []string{
		"period", "measure", "region", "city_tier", "partner_type", "partner_id", "amount",
	}}
	salesTargets(&f)
	for q := quarter(0); q <= lastTargetQuarter; q++ {
		quarterTargets(&f, q)
	}
	for year := range int64(2) {
		f.target(strconv.FormatInt(2025+year, 10), "conversion_rate", key{}, permille(200+8*year))
		f.target(strconv.FormatInt(2025+year, 10), "coverage_rate", key{}, permille(630+80*year))
		f.target(strconv.FormatInt(2025+year, 10), "satisfaction", key{}, "4.5")
	}
	return f
}

// salesTargets sets a target for each partner from its first month on. It
// follows the region's ambition, whatever comes of it, and ends when a partner
// leaves, not when it falls silent.
func salesTargets(f *file) {
	for m := month(0); m <= lastTarget; m++ {
		for i := range partners {
			p := &partners[i]
			if p.kind == direct || m < p.first || p.left != "" && m > p.last {
				continue
			}
			a := p.area()
			v := part(p.base, season[m%12], 1000)
			v = part(v, 12000+a.ambition*int64(m), 12000)
			v = part(v, a.aim, 1000)
			if m >= launch {
				v = part(v, 1030, 1000)
			}
			if age := int64(m - p.first); p.first > 0 && age < 3 {
				v = part(v, 2+age, 4)
			}
			f.target(m.String(), "sales", p.key(), strconv.FormatInt(part(v, 1, 1000)*1000, 10))
		}
	}
}

// target adds a row; the amount is written as it is recorded.
func (f *file) target(period, measure string, k key, amount string) {
	f.add(period, measure, k.region, k.cityTier, k.kind, k.partner, amount)
}

// newSales and newPartners are the targets of the quarters from 2025-Q1 on.
var (
	newSales    = [lastTargetQuarter + 1]string{"", "", "", "", "1000000", "3000000", "4400000", "6000000"}
	newPartners = [lastTargetQuarter + 1]string{"", "1", "1", "2", "1", "2", "4", "3"}
)

func quarterTargets(f *file, q quarter) {
	period, n := q.String(), int64(q)
	set := func(measure string, k key, amount string) {
		if amount != "" {
			f.target(period, measure, k, amount)
		}
	}
	set("new_product_sales", key{}, newSales[q])
	set("new_partners", key{}, newPartners[q])

	set("conversion_rate", key{}, permille(198+2*n))
	set("cac", key{}, strconv.FormatInt(850-2*n, 10))
	for _, kind := range []string{dealer, online, industry} {
		set("conversion_rate", key{kind: kind}, permille(conversion[kind]+10+2*n))
		set("cac", key{kind: kind}, strconv.FormatInt(acquisition[kind]/100-n, 10))
	}
	set("coverage_rate", key{}, permille(570+20*n))
	for i, tier := range []string{city1, city2, city3} {
		set("coverage_rate", key{cityTier: tier}, permille([]int64{930, 770, 450}[i]+[]int64{6, 16, 20}[i]*n))
	}
	set("satisfaction", key{}, "4.5")
	set("customer_retention", key{}, permille(925))
	set("high_value_retention", key{}, permille(955))
	for i := range regions {
		a := &regions[i]
		set("satisfaction", key{region: a.name}, "4.5")
		set("customer_retention", key{region: a.name}, permille(a.retention+3))
		set("events", key{region: a.name}, strconv.Itoa(2*a.trading(min(q, lastQuarter))+2))
	}
	set("market_share", key{}, permille(121+n))
	set("partner_satisfaction", key{}, "4.2")
	set("average_order_value", key{}, strconv.FormatInt(220_000+3_000*n, 10))
	set("trainings", key{}, strconv.FormatInt(720+50*n, 10))
	set("exam_pass_rate", key{}, "0.9")
	set("response_hours", key{}, "4.5")
	set("approval_days", key{}, "5")
	set("stock_days", key{}, "40")
	set("stockout_rate", key{}, "0.04")
}
