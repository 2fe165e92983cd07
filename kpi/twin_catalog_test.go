package kpi_test

type twinFormula = func(t *twin, side string, s twinScope) twinFigure

// twinRecorded is a measure as it is recorded.
func twinRecorded(measure string) twinFormula {
	return func(t *twin, side string, s twinScope) twinFigure { return t.measure(measure, side, s) }
}

// twinRatio is one measure over another.
func twinRatio(over, under string) twinFormula {
	return func(t *twin, side string, s twinScope) twinFigure {
		return t.measure(over, side, s).over(t.measure(under, side, s))
	}
}

// twinCatalog is the contract's table of indicators, and those of the book's
// own.
func twinCatalog(s *twinSettings) []*twinIndicator {
	var list []*twinIndicator
	channel := func(id, unit, better string, formula twinFormula) *twinIndicator {
		q := &twinIndicator{id: id, unit: unit, better: better, side: channelSide, formula: formula}
		list = append(list, q)
		return q
	}
	sum := func(id, unit, better, needs string, formula twinFormula) *twinIndicator {
		q := channel(id, unit, better, formula)
		q.sum, q.needs = true, needs
		return q
	}
	measured := func(id, unit, better, needs string, formula twinFormula) *twinIndicator {
		q := channel(id, unit, better, formula)
		q.needs = needs
		return q
	}
	recorded := func(id, unit, better string) { sum(id, unit, better, id, twinRecorded(id)) }
	rate := func(id, unit, better, over, under string) {
		measured(id, unit, better, over+" "+under, twinRatio(over, under))
	}

	sum("sales", "money", "up", "", (*twin).sales)
	sum("quantity", "count", "up", "", (*twin).quantity)
	sum("company_sales", "money", "up", "", (*twin).sales).side = companySide
	sum("direct_sales", "money", "up", "", func(t *twin, side string, s twinScope) twinFigure {
		return t.ifDirect(t.sales(side, s))
	}).side = directSide
	channel("orders", "count", "up", (*twin).orders)
	channel("average_order_value", "money", "up", (*twin).orderValue)
	channel("average_price", "money", "up", (*twin).price)
	channel("channel_share", "percent", "up", func(t *twin, _ string, s twinScope) twinFigure {
		return t.ifDirect(t.sales(channelSide, s).over(t.sales(companySide, s)))
	}).side = companySide
	class := func(id, class string) {
		channel(id, "percent", "up", func(t *twin, side string, s twinScope) twinFigure {
			return t.classSales(class, side, s).over(t.sales(side, s))
		})
	}
	class("core_line_share", "core")
	class("high_value_share", "high-value")
	sum("new_product_sales", "money", "up", "", func(t *twin, side string, s twinScope) twinFigure {
		return t.classSales("new", side, s)
	})

	channel("partners", "count", "up", func(t *twin, _ string, s twinScope) twinFigure {
		return t.countPartners(s, func(p *twinPartner) bool { return p.presentAt(s.window) })
	})
	channel("active_partners", "count", "up", func(t *twin, side string, s twinScope) twinFigure {
		if t.noPartnerIDs() || t.missing(s.window) {
			return twinNo("no_data")
		}
		return twinCount(len(t.active(side, s)))
	})
	channel("new_partners", "count", "up", func(t *twin, _ string, s twinScope) twinFigure {
		if t.noPartnerIDs() {
			return twinNo("no_data")
		}
		return t.countPartners(s, func(p *twinPartner) bool { return p.newIn(s.window) })
	}).noYear = true
	channel("lost_partners", "count", "down", func(t *twin, side string, s twinScope) twinFigure {
		before, both, absent := t.overlap(side, s)
		if !absent.ok() {
			return absent
		}
		return before.minus(both)
	}).noYear = true
	channel("partner_retention", "percent", "up", func(t *twin, side string, s twinScope) twinFigure {
		before, both, absent := t.overlap(side, s)
		if !absent.ok() {
			return absent
		}
		return both.over(before)
	}).noYear = true
	channel("cr1", "percent", "down", twinLargest(1))
	channel("cr3", "percent", "down", twinLargest(3))
	channel("cr5", "percent", "down", twinLargest(5))
	channel("hhi", "index", "down", func(t *twin, side string, s twinScope) twinFigure {
		return t.concentration(side, s, twinHHI)
	})
	channel("effective_partners", "count", "up", func(t *twin, side string, s twinScope) twinFigure {
		return twinCount(10000).over(t.of(t.named("hhi"), side, s))
	}).builtOn = "hhi"

	recorded("leads", "count", "up")
	rate("conversion_rate", "percent", "up", "orders_won", "leads")
	recorded("new_customers", "count", "up")
	recorded("acquisition_cost", "money", "down")
	rate("cac", "money_per_customer", "down", "acquisition_cost", "new_customers")
	measured("ltv", "money_per_customer", "up", "margin_per_customer customer_retention", (*twin).lifetimeValue)
	measured("direct_ltv", "money_per_customer", "up", "margin_per_customer customer_retention", func(t *twin, side string, s twinScope) twinFigure {
		return t.ifDirect(t.lifetimeValue(side, s))
	}).side = directSide
	measured("ltv_to_cac", "ratio", "up", "ltv cac", func(t *twin, side string, s twinScope) twinFigure {
		return t.of(t.named("ltv"), side, s).over(t.of(t.named("cac"), side, s))
	})
	rate("customer_retention", "percent", "up", "customers_kept", "customers_start")
	rate("high_value_retention", "percent", "up", "high_value_customers_kept", "high_value_customers_start")
	rate("satisfaction", "score", "up", "satisfaction_total", "satisfaction_answers")
	rate("partner_satisfaction", "score", "up", "partner_satisfaction_total", "partner_satisfaction_answers")
	measured("market_share", "percent", "up", "market_sales", func(t *twin, side string, s twinScope) twinFigure {
		return t.sales(side, s).over(t.measure("market_sales", side, s))
	})
	rate("coverage_rate", "percent", "up", "covered_units", "target_units")
	sum("gross_profit", "money", "up", "gross_profit|product_cost", (*twin).grossProfit)
	recorded("channel_cost", "money", "down")
	measured("input_output", "ratio", "neutral", "channel_cost", func(t *twin, side string, s twinScope) twinFigure {
		return t.measure("channel_cost", side, s).over(t.sales(side, s))
	})
	measured("roi", "percent", "up", "gross_profit|product_cost channel_cost", func(t *twin, side string, s twinScope) twinFigure {
		cost := t.measure("channel_cost", side, s)
		return t.grossProfit(side, s).minus(cost).over(cost)
	})
	recorded("trainings", "count", "up")
	rate("exam_pass_rate", "percent", "up", "passed", "examined")
	recorded("events", "count", "up")
	rate("approval_days", "days", "down", "approval_days_total", "approvals")
	measured("stock_days", "days", "down", "stock_value product_cost", func(t *twin, side string, s twinScope) twinFigure {
		return t.measure("stock_value", side, s).over(t.measure("product_cost", side, s)).times(twinCount(s.window.days()))
	})
	rate("stockout_rate", "percent", "down", "stockout_days", "range_days")
	rate("response_hours", "hours", "down", "response_hours_total", "responses_count")
	measured("rebate_rate", "percent", "neutral", "rebates", func(t *twin, side string, s twinScope) twinFigure {
		return t.measure("rebates", side, s).over(t.sales(side, s))
	})
	rate("mdf_use_rate", "percent", "neutral", "mdf_used", "mdf_budget")
	for _, id := range s.Own {
		own := twinOwn[id].indicator()
		own.side = channelSide
		list = append(list, own)
	}
	return list
}
