package main

import "strconv"

// targets is the book's targets. Sales have one for every partner and month,
// and beside them the sums that a company plans with: of the whole, of regions,
// partner types and city tiers. They are recorded, not left to be added up,
// because partners come and go within a quarter, and a quarter's target is
// only known from months that set the same groups. The other indicators have
// theirs by quarter, the whole beside its groups where both are wanted.
func targets() file {
	f := file{name: "targets.csv", header: []string{
		"period", "measure", "region", "city_tier", "partner_type", "partner_id", "amount",
	}}
	for m := month(0); m <= lastTarget; m++ {
		salesTargets(&f, m)
	}
	for q := quarter(0); q <= lastTargetQuarter; q++ {
		quarterTargets(&f, q)
	}
	for year := range int64(2) {
		period := strconv.FormatInt(2025+year, 10)
		f.target(period, "conversion_rate", key{}, permille(202+8*year))
		f.target(period, "coverage_rate", key{}, permille(630+80*year))
		f.target(period, "satisfaction", key{}, "4.5")
	}
	return f
}

// salesTargets adds the targets of a month.
func salesTargets(f *file, m month) {
	sums := map[key]int64{}
	for i := range partners {
		p := &partners[i]
		v := p.target(m)
		for _, k := range []key{{}, {region: p.region}, {kind: p.kind}, {cityTier: p.cityTier}, p.key()} {
			sums[k] += v
		}
	}
	keys := []key{{}}
	for i := range regions {
		keys = append(keys, key{region: regions[i].name})
	}
	for _, kind := range kinds {
		keys = append(keys, key{kind: kind})
	}
	for _, tier := range cityTiers {
		keys = append(keys, key{cityTier: tier})
	}
	for i := range partners {
		keys = append(keys, partners[i].key())
	}
	for _, k := range keys {
		if sums[k] > 0 {
			f.target(m.String(), "sales", k, strconv.FormatInt(sums[k], 10))
		}
	}
}

// target returns a partner's sales target in whole thousands of yuan, from its
// first month on; a direct partner has none. It follows the region's ambition,
// whatever comes of it, and ends when a partner leaves, not when it falls
// silent.
func (p *partner) target(m month) int64 {
	if p.kind == direct || m < p.first || p.left != "" && m > p.last {
		return 0
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
	return part(v, 1, 1000) * 1000
}

// target adds a row; the amount is written as it is recorded.
func (f *file) target(period, measure string, k key, amount string) {
	f.add(period, measure, k.region, k.cityTier, k.kind, k.partner, amount)
}

// newSales and newPartners are the targets of the quarters from 2025-Q1 on.
var (
	newSales    = [lastTargetQuarter + 1]string{"", "", "", "", "1000000", "3000000", "4400000", "6000000"}
	newPartners = [lastTargetQuarter + 1]string{"1", "1", "1", "2", "1", "2", "4", "3"}
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
	for _, kind := range kinds {
		set("conversion_rate", key{kind: kind}, permille(conversion[kind]+10+2*n))
		set("cac", key{kind: kind}, strconv.FormatInt(acquisition[kind]/100-n, 10))
	}
	set("coverage_rate", key{}, permille(570+20*n))
	for i, tier := range cityTiers {
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
