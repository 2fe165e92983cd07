package channel

// measureUnits are the built-in measures and indicators in money and percent.
// Only these matter here: a file may give money in 万元 and percentages as 18%.
// Package kpi's catalog says the same of them, which a test holds.
var measureUnits = map[string]string{
	"sales": "money", "company_sales": "money", "direct_sales": "money", "new_product_sales": "money",
	"average_order_value": "money", "average_price": "money",
	"acquisition_cost": "money", "channel_cost": "money", "gross_profit": "money", "product_cost": "money",
	"market_sales": "money", "rebates": "money", "mdf_used": "money", "mdf_budget": "money", "stock_value": "money",

	"channel_share": "percent", "core_line_share": "percent", "high_value_share": "percent",
	"partner_retention": "percent", "cr1": "percent", "cr3": "percent", "cr5": "percent",
	"conversion_rate": "percent", "customer_retention": "percent", "high_value_retention": "percent",
	"market_share": "percent", "coverage_rate": "percent", "roi": "percent", "exam_pass_rate": "percent",
	"stockout_rate": "percent", "rebate_rate": "percent", "mdf_use_rate": "percent",
}

// unitOf returns the unit of a recorded measure as far as it is known here:
// money, percent, what the book declares, or "".
func (s *Setup) unitOf(measure string) string {
	if unit, ok := measureUnits[measure]; ok {
		return unit
	}
	for _, o := range s.Observables {
		if o.ID == measure {
			return o.Unit
		}
	}
	for _, x := range s.Indicators {
		if x.ID == measure {
			return x.Unit
		}
	}
	return ""
}
