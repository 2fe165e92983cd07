package main

import "strconv"

// By partner type: the planned sales behind one lead, in yuan; how often a lead
// becomes an order, in thousandths; what a new customer costs, in fen.
var (
	perLead     = map[string]int64{dealer: 2700, online: 1550, industry: 6000}
	conversion  = map[string]int64{dealer: 205, online: 150, industry: 255}
	acquisition = map[string]int64{dealer: 83500, online: 74500, industry: 108000}
)

// channelMonths calls do for every partner of the channel and every month in
// which it buys.
func channelMonths(do func(i int, p *partner, m month)) {
	for m := month(0); m <= lastMonth; m++ {
		for i := range partners {
			if p := &partners[i]; p.kind != direct && p.buys(m) {
				do(i, p, m)
			}
		}
	}
}

// channelQuarters calls do for every partner of the channel and every quarter
// in which it buys.
func channelQuarters(do func(i int, p *partner, q quarter)) {
	for q := quarter(0); q <= lastQuarter; q++ {
		for i := range partners {
			if p := &partners[i]; p.kind != direct && p.trades(q) {
				do(i, p, q)
			}
		}
	}
}

// funnel returns what came of a partner's leads in a month; cost is in fen.
func (p *partner) funnel(m month) (leads, won, customers, cost int64) {
	name := func(what string) []string { return []string{p.id, m.String(), what} }
	leads = max(8, vary(p.plan(m)/perLead[p.kind], 80, name("leads")...))
	rate := conversion[p.kind] + int64(m) + p.area().satisfaction
	won = max(2, vary(part(leads, rate, 1000), 50, name("won")...))
	customers = max(1, vary(part(won, 640, 1000), 40, name("customers")...))
	cost = customers * vary(part(acquisition[p.kind], 1000+int64(m)/2, 1000), 30, name("cost")...)
	return leads, won, customers, cost
}

// crm is what the customer system counts: leads and what came of them by
// month, and who stayed, by quarter and for the longer spans.
func crm() file {
	f := observations("observations-crm.csv", false)
	channelMonths(func(_ int, p *partner, m month) {
		leads, won, customers, cost := p.funnel(m)
		f.observe(m, "leads", p.key(), leads)
		f.observe(m, "orders_won", p.key(), won)
		f.observe(m, "new_customers", p.key(), customers)
		f.add(m.String(), "acquisition_cost", p.region, p.cityTier, p.kind, p.id, yuan(cost))
	})
	keep(f)
	return *f
}

// costBudget is what the channel may cost, by quarter from 2025-Q1 on.
var costBudget = [lastTargetQuarter + 1]string{
	"12900000", "15500000", "15800000", "17000000", "14000000", "17400000", "17600000", "19000000",
}

// finance is what the accounts say: the cost of what was sold by partner, the
// cost of running the channel by region, rebates and market funds by quarter.
func finance(b *business) file {
	f := observations("observations-finance.csv", true)
	actual := func(period, measure string, k key, value string) {
		f.add(period, measure, "actual", k.region, k.cityTier, k.kind, k.partner, value)
	}
	channelMonths(func(i int, p *partner, m month) {
		actual(m.String(), "product_cost", p.key(), yuan(b.cost[i][m]))
	})
	for m := month(0); m <= lastMonth; m++ {
		for i := range regions {
			a := &regions[i]
			planned, sold := int64(0), int64(0)
			for pi := range partners {
				if p := &partners[pi]; p.region == a.name && p.kind != direct {
					sold += b.sold[pi][m]
					planned += 100 * part(p.base, season[m%12], 1000)
				}
			}
			cost := part(planned, 30, 1000) + part(sold, 92, 1000)
			actual(m.String(), "channel_cost", key{region: a.name}, yuan(vary(cost, 30, a.name, m.String(), "channel")))
		}
	}
	channelQuarters(func(i int, p *partner, q quarter) {
		sold := of(b.sold[i], q)
		rebate := map[string]int64{strategic: 30, preferred: 25, ordinary: 18}[p.tier]
		budget := part(sold, 16, 1000) / 100_000 * 100_000 // whole thousands of yuan
		used := part(budget, 700+draw(290, p.id, q.String(), "mdf"), 1000)
		actual(q.String(), "rebates", p.key(), yuan(part(sold, rebate, 1000)))
		actual(q.String(), "mdf_budget", p.key(), yuan(budget))
		actual(q.String(), "mdf_used", p.key(), yuan(used))
	})
	for q := quarter(0); q <= lastTargetQuarter; q++ {
		f.add(q.String(), "channel_cost", "budget", "", "", "", "", costBudget[q])
	}
	f.add("2026-Q3", "sales", "forecast", "", "", "", "", "146000000")
	f.add("2026-Q4", "sales", "forecast", "", "", "", "", "158000000")
	return *f
}

// market is what is bought or counted outside: the market by region, the
// cities covered by region and tier, and what others pay and hold.
func market() file {
	f := observations("observations-market.csv", true)
	for q := quarter(0); q <= lastQuarter; q++ {
		for i := range regions {
			a := &regions[i]
			size := int64(0)
			for _, m := range q.months() {
				for pi := range partners {
					if p := &partners[pi]; p.region == a.name && p.kind != direct && p.first == 0 {
						size += part(part(p.base, season[m%12], 1000), 12000+72*int64(m), 12000)
					}
				}
			}
			size = part(size, 1000, a.marketShare) / 100_000 * 100_000
			f.add(q.String(), "market_sales", "actual", a.name, "", "", "", strconv.FormatInt(size, 10))
			for _, c := range a.cities {
				covered := min(c.target, c.covered+c.growth*int64(q)/4)
				f.add(q.String(), "covered_units", "actual", a.name, c.tier, "", "", strconv.FormatInt(covered, 10))
				f.add(q.String(), "target_units", "actual", a.name, c.tier, "", "", strconv.FormatInt(c.target, 10))
			}
		}
		f.add(q.String(), "cac", "benchmark", "", "", "", "", strconv.FormatInt(862+4*int64(q), 10))
		f.add(q.String(), "market_share", "benchmark", "", "", "", "", permille(128-int64(q)))
	}
	return *f
}

// service is what customers and partners say and how fast they are served.
func service() file {
	f := observations("observations-service.csv", false)
	for _, year := range []string{"2025", "2026"} {
		f.add(year, "satisfaction_max", "", "", "", "", "5")
		f.add(year, "partner_satisfaction_max", "", "", "", "", "5")
	}
	channelMonths(func(_ int, p *partner, m month) {
		if !surveyed(p.region, m) {
			return
		}
		_, won, _, _ := p.funnel(m)
		answers := max(6, won/3)
		temper := draw(7, p.region, m.quarter().String(), "temper") - 3 // of a region and quarter, in hundredths
		score := vary(446+p.area().satisfaction+temper+int64(m)/4, 8, p.id, m.String(), "score")
		f.observe(m, "satisfaction_answers", p.key(), answers)
		f.observe(m, "satisfaction_total", p.key(), part(answers, score, 100))
	})
	for m := month(0); m <= lastMonth; m++ {
		for i := range regions {
			a := &regions[i]
			requests := 40 + part(a.cities[0].target, 3, 1) + draw(30, a.name, m.String(), "requests")
			tenths := vary(56-int64(m)/2, 40, a.name, m.String(), "hours") // of an hour a request
			f.observe(m, "responses_count", key{region: a.name}, requests)
			f.observe(m, "response_hours_total", key{region: a.name}, part(requests, tenths, 10))
			approvals := 24 + draw(20, a.name, m.String(), "approvals")
			days := 62 - int64(max(0, m-12))*2 // tenths of a day an approval: shorter since 2026
			f.observe(m, "approvals", key{region: a.name}, approvals)
			f.observe(m, "approval_days_total", key{region: a.name}, part(approvals, vary(days, 40, a.name, m.String(), "days"), 10))
		}
	}
	channelQuarters(func(_ int, p *partner, q quarter) {
		answers := 5 + draw(5, p.id, q.String(), "partner answers")
		score := vary(423+p.area().satisfaction-2*int64(q), 35, p.id, q.String(), "partner score")
		f.observe(q, "partner_satisfaction_answers", p.key(), answers)
		f.observe(q, "partner_satisfaction_total", p.key(), part(answers, score, 100))
	})
	return *f
}

// supply is what the partners' warehouses report by quarter.
func supply(b *business) file {
	f := observations("observations-supply.csv", false)
	channelQuarters(func(i int, p *partner, q quarter) {
		days := vary(p.area().stockDays, 70, p.id, q.String(), "stock")
		cost := max(of(b.cost[i], q), 0)
		onRange := 48 * q.days() // 48 articles a warehouse
		f.add(q.String(), "stock_value", p.region, p.cityTier, p.kind, p.id, yuan(part(cost, days, q.days())))
		f.observe(q, "range_days", p.key(), onRange)
		f.observe(q, "stockout_days", p.key(), part(onRange, 28+draw(24, p.id, q.String(), "stockout"), 1000))
	})
	return *f
}

// training is what the training team and the market team count by quarter.
func training() file {
	f := observations("observations-training.csv", false)
	channelQuarters(func(_ int, p *partner, q quarter) {
		people := 14 + p.base/90_000
		people = vary(part(people, 100+4*int64(q), 100), 200, p.id, q.String(), "trainings")
		examined := part(people, 840+draw(120, p.id, q.String(), "examined"), 1000)
		passed := part(examined, 855+draw(90, p.id, q.String(), "passed"), 1000)
		f.observe(q, "trainings", p.key(), people)
		f.observe(q, "examined", p.key(), examined)
		f.observe(q, "passed", p.key(), passed)
		f.observe(q, "events", p.key(), 1+draw(4, p.id, q.String(), "events"))
	})
	return *f
}
