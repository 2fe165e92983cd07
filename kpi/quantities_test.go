package kpi_test

import (
	"strings"
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
)

// TestSeedQuantities says for every blank of the three sample reports which
// figure fills it, or which field of an item.
func TestSeedQuantities(t *testing.T) {
	for i, c := range []struct{ quantity, yields string }{
		{"渠道总销售额达到预定目标的X%", "sales.attainment"},
		{"渠道总销售额同比增长X%", "sales.yoy"},
		{"核心产品线通过渠道实现的销售额占总销售额的X%", "core_line_share"},
		{"新产品销售额达到X%的增长", "new_product_sales.yoy"},
		{"华东区占总销售额的X%", `of(sales, region == "华东").share`},
		{"华南区占X%", `of(sales, region == "华南").share`},
		{"华北区占X%", `of(sales, region == "华北").share`},
		{"渠道平均订单转化率X%", "conversion_rate"},
		{"较上一周期提升X个百分点", "conversion_rate.pop_change"},
		{"平均客户获取成本(CAC)为每位客户X单位货币", "cac"},
		{"渠道投入产出比某比某", "input_output"},
		{"市场份额增长了X%", "market_share.yoy_change"},
		{"渠道覆盖率达到目标市场的X%", "coverage_rate"},
		{"新增渠道伙伴X家", "new_partners"},
		{"平均满意度评分X分", "satisfaction"},
		{"(满分X分)", "satisfaction.max"},
		{"渠道客户留存率X%", "customer_retention"},
		{"高价值客户留存率X%", "high_value_retention"},
		{"累计培训渠道销售人员X人次", "trainings"},
		{"考试通过率X%", "exam_pass_rate"},
		{"成功举办X场次市场推广活动", "events"},
		{"引入X家有实力的新型渠道伙伴", `of(new_partners, city_tier in ["二线", "三线"])`},
		{"高价值产品销售额占比提升了X%", "high_value_share.yoy_change"},
		{"审批时间平均缩短了X%", "approval_days.yoy"},
		{"技术研发预算X单位货币", "item: amount"},
		{"渠道激励预计增加X%的投入", "item: increase"},
		{"培训与赋能拨付X单位货币", "item: amount"},
		{"市场拓展预留X单位货币", "item: amount"},
		{"预计增加X名员工", "item: headcount"},
	} {
		if field, ok := strings.CutPrefix(c.yields, "item: "); ok {
			found := false
			for _, f := range channel.Fields() {
				found = found || f.Name == field
			}
			if !found {
				t.Errorf("%d %s: items have no %s", i+1, c.quantity, field)
			}
			continue
		}
		compile(t, kpi.Builtin(), c.yields)
	}
}

// TestNamedQuantities says of what the sample reports name without a number
// whether it is built in, can be expressed with measures of the book's own, or
// is out of reach.
func TestNamedQuantities(t *testing.T) {
	sum := func(id, unit string) channel.Observable {
		return channel.Observable{ID: id, Unit: unit, OverTime: "sum", OverGroups: "sum"}
	}
	setup := channel.Setup{Observables: []channel.Observable{
		sum("visits", "count"), sum("clicks", "count"), sum("unworked_leads", "count"), sum("offers", "count"), sum("first_orders", "count"),
		sum("trained", "count"), sum("sales_people", "count"), sum("feedback", "count"), sum("valid_feedback", "count"), sum("adopted_feedback", "count"),
		sum("breaches", "count"), sum("breaches_closed", "count"), sum("applicants", "count"), sum("signed", "count"), sum("training_runs", "count"),
		sum("awards", "money"), sum("subsidies", "money"), sum("subsidy_budget", "money"), sum("buyers", "count"), sum("target_customers", "count"),
		sum("partner_cost", "money"), sum("partner_sales", "money"), sum("datasets_used", "count"), sum("datasets", "count"),
		sum("below_bar", "count"), sum("evaluation_points", "score"), sum("evaluations", "count"),
	}}
	catalog, err := kpi.ForBook(&setup)
	if err != nil {
		t.Fatal(source.Problems(err).In("en"))
	}
	const builtIn, expressible, outOfReach = "built in", "expressible", "out of reach"
	counts := map[string]int{}
	for _, c := range []struct{ quantity, how, figure string }{
		{"渠道销量稳步增长", builtIn, "quantity.yoy"},
		{"LTV 与直接销售渠道之差", builtIn, "ltv - direct_ltv"},
		{"不同类型渠道销售贡献比例日趋平衡", builtIn, "sales.share_yoy_change"},
		{"各区域市场销售增长均超过预期", builtIn, "sales.gap"},
		{"主要渠道指标表现超出预期", builtIn, "sales.attainment"}, // counted by the phrase met_figures
		{"潜在客户; 销售线索", builtIn, "leads"},
		{"服务响应速度", builtIn, "response_hours"},
		{"利润空间", expressible, "(partner_sales - partner_cost + rebates) / partner_sales"},
		{"库存积压", builtIn, "stock_days"},
		{"缺货", builtIn, "stockout_rate"},
		{"预测偏差", builtIn, "abs(sales - sales.forecast) / sales"},
		{"服务质量不达标的伙伴", expressible, "below_bar / active_partners"},
		{"线上销售额", builtIn, `of(sales, partner_type == "线上代理商")`},
		{"线上引流转化", expressible, "visits / clicks"},
		{"多场招募会; 多期培训", expressible, "training_runs"},
		{"招募漏斗", expressible, "signed / applicants"},
		{"经销商分级", builtIn, `of(partners, tier == "A").share`},
		{"经销商升降级", outOfReach, ""}, // a partner's tier before is not kept
		{"年度合作评估", expressible, "evaluation_points / evaluations"},
		{"销售返点", builtIn, "rebate_rate"},
		{"市场拓展奖、服务质量奖、培训达标奖", expressible, "awards / sales"},
		{"装修补贴", expressible, "subsidies / subsidy_budget"},
		{"市场支持费用补贴", builtIn, "mdf_use_rate"},
		{"市场占有率", builtIn, "market_share"},
		{"渗透率", expressible, "buyers / target_customers"},
		{"价格体系管控、侵权假冒", expressible, "breaches_closed / breaches"},
		{"前期投入大、回报周期长", outOfReach, ""}, // months until a sum turns positive: no quotient
		{"销售转化率(客户到店/咨询)", expressible, "orders / visits"},
		{"线索浪费", expressible, "unworked_leads / leads"},
		{"平均客单价", builtIn, "average_order_value"},
		{"高价值产品销售占比", builtIn, "high_value_share"},
		{"部分区域未达目标、下滑", builtIn, "sales.contribution_yoy"},
		{"渠道伙伴满意度", builtIn, "partner_satisfaction"},
		{"渠道伙伴忠诚度", builtIn, "partner_retention"},
		{"审批周期长(平均)", builtIn, "approval_days"},
		{"审批周期长(中位数)", outOfReach, ""}, // a median is no quotient of sums
		{"数据利用率", expressible, "datasets_used / datasets"},
		{"培训覆盖面", expressible, "trained / sales_people"},
		{"首次订单转化率", expressible, "first_orders / offers"},
		{"反馈有效率", expressible, "valid_feedback / feedback"},
		{"反馈转化率", expressible, "adopted_feedback / valid_feedback"},
		{"过度依赖少数头部渠道", builtIn, "cr3"},
		{"渠道集中度", builtIn, "hhi"},
		{"新兴渠道拓展速度", builtIn, `of(sales, partner_type == "线上代理商").yoy`},
	} {
		counts[c.how]++
		if c.how != outOfReach {
			compile(t, catalog, c.figure)
		}
	}
	if counts[outOfReach] != 3 || counts[builtIn] < 20 || counts[expressible] < 15 {
		t.Error(counts)
	}
}
