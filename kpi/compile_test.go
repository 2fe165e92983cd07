package kpi_test

import (
	"fmt"
	"strings"
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

func problems(list []expr.Problem, locale string) string {
	var lines []string
	for _, p := range list {
		line := fmt.Sprintf("%d: %s", p.At+1, p.Message.In(locale, p.Args...))
		if p.Near != "" {
			line += fmt.Sprintf("; %s?", p.Near)
		}
		lines = append(lines, line+" ["+p.Message.Code+"]")
	}
	return strings.Join(lines, "\n")
}

// TestCompile: canonical texts and units.
func TestCompile(t *testing.T) {
	for _, c := range []struct {
		text, expr string
		unit       kpi.Unit
		indicator  string
		aspect     kpi.Aspect
		plain      bool
	}{
		{"sales", "sales", kpi.Money, "sales", kpi.ValueAspect, true},
		{"销售额.数值", "sales", kpi.Money, "sales", kpi.ValueAspect, true},
		{"销售额.同比", "sales.yoy", kpi.Percent, "sales", kpi.YoY, true},
		{"orders_won", "orders_won", kpi.Count, "orders_won", kpi.ValueAspect, true},
		{"转化率.同比变化", "conversion_rate.yoy_change", kpi.Points, "conversion_rate", kpi.YoYChange, true},
		{"cac.gap", "cac.gap", kpi.MoneyPerCustomer, "cac", kpi.Gap, true},
		{"sales.rank", "sales.rank", kpi.Rank, "sales", kpi.RankAspect, true},
		{"sales.contribution_yoy", "sales.contribution_yoy", kpi.Points, "sales", kpi.ContributionYoY, true},
		{"report.sales", "report.sales", kpi.Money, "sales", kpi.ValueAspect, false},
		{"全局.销售额.同比", "report.sales.yoy", kpi.Percent, "sales", kpi.YoY, false},
		{`of(sales, region = "华东").yoy`, `of(sales, region == "华东").yoy`, kpi.Percent, "sales", kpi.YoY, false},
		{`限定(新增伙伴数, 城市级别 属于 ["二线", "三线"])`, `of(new_partners, city_tier in ["二线", "三线"])`, kpi.Count, "new_partners", kpi.ValueAspect, false},
		{`of(sales.yoy, "East" == region)`, `of(sales, region == "East").yoy`, kpi.Percent, "sales", kpi.YoY, false},
		{`of(sales, not (region != "East" or tier not in ["A"]))`, `of(sales, not (region != "East" or tier not in ["A"]))`, kpi.Money, "sales", kpi.ValueAspect, false},
		{`at(high_value_share, "2026-Q1")`, `at(high_value_share, "2026-Q1")`, kpi.Percent, "high_value_share", kpi.ValueAspect, false},
		{`at(of(sales, tier == "A"), "2026-02").pop`, `at(of(sales, tier == "A"), "2026-02").pop`, kpi.Percent, "sales", kpi.PoP, false},
		{"sales / orders", "sales / orders", kpi.Money, "", kpi.ValueAspect, false},
		{"acquisition_cost / new_customers", "acquisition_cost / new_customers", kpi.MoneyPerCustomer, "", kpi.ValueAspect, false},
		{"sales / company_sales", "sales / company_sales", kpi.Number, "", kpi.ValueAspect, false},
		{"1 - 客户留存率", "1 - customer_retention", kpi.Percent, "", kpi.ValueAspect, false},
		{"conversion_rate - 15%", "conversion_rate - 15%", kpi.Points, "", kpi.ValueAspect, false},
		{"market_share.yoy_change + 1%", "market_share.yoy_change + 1%", kpi.Percent, "", kpi.ValueAspect, false},
		{"sales - 100万", "sales - 1000000", kpi.Money, "", kpi.ValueAspect, false},
		{"sales * 10%", "sales * 10%", kpi.Money, "", kpi.ValueAspect, false},
		{"2 * sales.yoy", "2 * sales.yoy", kpi.Percent, "", kpi.ValueAspect, false},
		{"channel_cost : sales", "channel_cost : sales", kpi.RatioAB, "", kpi.ValueAspect, false},
		{"ltv / cac : 1", "ltv / cac : 1", kpi.RatioAB, "", kpi.ValueAspect, false},
		{"-(sales - channel_cost) / 2", "-(sales - channel_cost) / 2", kpi.Money, "", kpi.ValueAspect, false},
		{"max(abs(gross_profit), 0) - min(sales, channel_cost)", "max(abs(gross_profit), 0) - min(sales, channel_cost)", kpi.Money, "", kpi.ValueAspect, false},
		{"partners - lost_partners", "partners - lost_partners", kpi.Count, "", kpi.ValueAspect, false},
		{"approval_days_total / approvals", "approval_days_total / approvals", kpi.Days, "", kpi.ValueAspect, false},
		{"sales / channel_cost * period_days", "sales / channel_cost * period_days", kpi.Days, "", kpi.ValueAspect, false},
	} {
		f := compile(t, kpi.Builtin(), c.text)
		id := ""
		if q := f.Indicator(); q != nil {
			id = q.ID
		}
		if f.Expr() != c.expr || f.Unit() != c.unit || id != c.indicator || f.Aspect() != c.aspect || f.Plain() != c.plain {
			t.Errorf("%s: %s, unit %q, indicator %q, aspect %q, plain %v", c.text, f.Expr(), f.Unit(), id, f.Aspect(), f.Plain())
		}
		if again := compile(t, kpi.Builtin(), f.Expr()); again.Expr() != f.Expr() || again.Unit() != f.Unit() {
			t.Errorf("%s compiles to %s", f.Expr(), again.Expr())
		}
		if s := f.Subject(); s.Aspect() != kpi.ValueAspect {
			t.Errorf("the subject of %s is %s", f.Expr(), s.Expr())
		} else if back, ok := s.With(f.Aspect()); !ok || back.Expr() != f.Expr() {
			t.Errorf("%s.%s is not %s", s.Expr(), f.Aspect(), f.Expr())
		}
	}
}

// TestRefusals: every message about an expression, in both languages.
func TestRefusals(t *testing.T) {
	for _, c := range []struct{ text, en, zh string }{
		{"sals", `1: unknown name "sals"; sales? [unknown-name]`, `1: 未知的名称 "sals"; sales? [unknown-name]`},
		{"销售", `1: unknown name "销售"; 销售额? [unknown-name]`, `1: 未知的名称 "销售"; 销售额? [unknown-name]`},
		{"非核心", `1: put spaces around 非 [glued-keyword]`, `1: 请在 非 的前后加空格 [glued-keyword]`},
		{"region", `1: region is a dimension and has no value [dimension-as-figure]`, `1: region 是维度，没有数值 [dimension-as-figure]`},
		{"sales.yoyo", `7: unknown aspect "yoyo" of sales; yoy? [unknown-aspect]`, `7: 销售额 没有名为 "yoyo" 的取值; yoy? [unknown-aspect]`},
		{"销售额.上年", `5: unknown aspect "上年" of sales; 上年同期? [unknown-aspect]`, `5: 销售额 没有名为 "上年" 的取值; 上年同期? [unknown-aspect]`},
		{"销售额.完成比例", `5: unknown aspect "完成比例" of sales; 完成率? [unknown-aspect]`, `5: 销售额 没有名为 "完成比例" 的取值; 完成率? [unknown-aspect]`},
		{"转化率.增长率", `5: unknown aspect "增长率" of conversion_rate; 同比变化? [unknown-aspect]`, `5: 转化率 没有名为 "增长率" 的取值; 同比变化? [unknown-aspect]`},
		{"投入产出比.利润率", `7: unknown aspect "利润率" of input_output; it has: value, year_ago, previous, ytd, benchmark, budget, forecast [unknown-aspect]`,
			`7: 投入产出比 没有名为 "利润率" 的取值；可用：数值、上年同期、上期、累计、基准、预算、预测 [unknown-aspect]`},
		{"(sales + rebates).yoyo", `19: unknown aspect "yoyo"; yoy? [unknown-aspect]`, `19: 未知的取值 "yoyo"; yoy? [unknown-aspect]`},
		{"(sales + rebates).yoy", `19: yoy can be asked of an indicator only; give the formula a name under indicators [aspect-of-formula]`,
			`19: 只有指标才有 同比；请先在 indicators 下为这个公式命名 [aspect-of-formula]`},
		{"sales.yoy.gap", `11: gap can be asked of an indicator only; give the formula a name under indicators [aspect-of-formula]`,
			`11: 只有指标才有 差额；请先在 indicators 下为这个公式命名 [aspect-of-formula]`},
		{"conversion_rate.pop", `17: conversion_rate is a rate and has no pop; write conversion_rate.pop_change for the change in percentage points [growth-of-rate]`,
			`17: 转化率 是比率，没有 环比；百分点的变化请写 转化率.环比变化 [growth-of-rate]`},
		{"input_output.target", `14: input_output has no target [no-such-aspect]`, `14: 投入产出比 没有 目标 [no-such-aspect]`},
		{"sales.max", `7: sales has no max [no-such-aspect]`, `7: 销售额 没有 满分 [no-such-aspect]`},
		{"yoyy(sales)", `1: unknown function "yoyy" [unknown-function]`, `1: 未知的函数 "yoyy" [unknown-function]`},
		{"off(sales)", `1: unknown function "off"; of? [unknown-function]`, `1: 未知的函数 "off"; of? [unknown-function]`},
		{"abs(sales, 2)", `1: abs takes 1 argument(s), not 2 [argument-count]`, `1: abs 需要 1 个参数，而不是 2 个 [argument-count]`},
		{`sales < 5`, `7: an indicator or a formula over indicators is expected here [not-a-figure]`, `7: 此处应为指标或由指标组成的公式 [not-a-figure]`},
		{`"East"`, `1: an indicator or a formula over indicators is expected here [not-a-figure]`, `1: 此处应为指标或由指标组成的公式 [not-a-figure]`},
		{`at(sales, 2026)`, `11: a period is written in quotes: "2026-Q1" [period-text]`, `11: 期间要写在引号里，如 "2026-Q1" [period-text]`},
		{`of(sales, leads)`, `11: a condition compares a dimension with a text: region == "East", joined by and, or, not [filter]`,
			`11: 条件是维度与文字的比较，如 区域 = "华东"，可用 且、或、非 连接 [filter]`},
		{`of(sales, "a" == "b")`, `11: a dimension is expected before the comparison [filter-column]`, `11: 比较的左边应为维度 [filter-column]`},
		{`of(sales, regoin == "East")`, `11: unknown dimension "regoin"; region? [unknown-dimension]`, `11: 未知的维度 "regoin"; region? [unknown-dimension]`},
		{`of(sales, month == "2026-01")`, `11: month cannot be filtered by; take another period with at(x, "2026-09") [filter-period]`,
			`11: 不能按 月份 筛选；其他期间请用 取期(x, "2026-09") [filter-period]`},
		{`of(sales, region in "East")`, `21: in and not in take a list [..], == and != a text [filter-list]`, `21: 属于、不属于 后面写列表 [..]，= 和 != 后面写文字 [filter-list]`},
		{`of(sales, tier == 1)`, `19: tier is compared with a text in quotes; write "1" [filter-value]`, `19: tier 只能与引号里的文字比较，请写 "1" [filter-value]`},
		{`of(sales, region == East and West == region)`, "21: region is compared with a text in quotes; write \"East\" [filter-value]\n30: region is compared with a text in quotes; write \"West\" [filter-value]",
			"21: region 只能与引号里的文字比较，请写 \"East\" [filter-value]\n30: region 只能与引号里的文字比较，请写 \"West\" [filter-value]"},
		{`of(sales, region in [East, "West", 中部])`, "22: region is compared with a text in quotes; write \"East\" [filter-value]\n36: region is compared with a text in quotes; write \"中部\" [filter-value]",
			"22: region 只能与引号里的文字比较，请写 \"East\" [filter-value]\n36: region 只能与引号里的文字比较，请写 \"中部\" [filter-value]"},
		{"sales + orders", `7: + needs one unit on both sides, not money and a count [units]`, `7: + 两边的单位应当相同，却是金额和数量 [units]`},
		{"sales.yoy - satisfaction", `11: - needs one unit on both sides, not a percentage and a score [units]`, `11: - 两边的单位应当相同，却是百分比和评分 [units]`},
		{"sales : orders", `7: : needs one unit on both sides, not money and a count [units]`, `7: : 两边的单位应当相同，却是金额和数量 [units]`},
		{"min(hhi, sales)", `1: min needs one unit on both sides, not an index and money [units]`, `1: min 两边的单位应当相同，却是指数和金额 [units]`},
		{"input_output * 2", `14: * cannot be applied to a ratio a : b [no-arithmetic]`, `14: * 不能用于比例 a : b [no-arithmetic]`},
		{"sales * sales", `1: the result of the formula has no unit that could be printed [no-unit]`, `1: 公式的结果没有可以显示的单位 [no-unit]`},
		{`sals + of(leeds, regoin == "a")`, "1: unknown name \"sals\"; sales? [unknown-name]\n11: unknown name \"leeds\"; leads? [unknown-name]\n18: unknown dimension \"regoin\"; region? [unknown-dimension]",
			"1: 未知的名称 \"sals\"; sales? [unknown-name]\n11: 未知的名称 \"leeds\"; leads? [unknown-name]\n18: 未知的维度 \"regoin\"; region? [unknown-dimension]"},
	} {
		n, wrong := expr.Parse(c.text)
		if len(wrong) > 0 {
			t.Fatalf("%s: %s", c.text, problems(wrong, "en"))
		}
		f, list := kpi.Builtin().Compile(n)
		if f != nil || problems(list, "en") != c.en || problems(list, "zh-CN") != c.zh {
			t.Errorf("%s:\n%s\n%s", c.text, problems(list, "en"), problems(list, "zh-CN"))
		}
	}
}

// TestDefinitions: what is wrong in a book's own declarations.
func TestDefinitions(t *testing.T) {
	where := source.Position{File: "book.yaml", Line: 9}
	for _, c := range []struct {
		name  string
		setup channel.Setup
		en    string
		zh    string
	}{
		{"a built-in id", channel.Setup{Indicators: []channel.IndicatorText{{ID: "sales", Formula: "leads"}}},
			`book.yaml:9: indicators[0].id: the name "sales" is taken; a built-in name is never redefined [name-taken]`,
			`book.yaml:9: indicators[0].id: 名称 "sales" 已被使用，内置名称不能重新定义 [name-taken]`},
		{"a name of the language", channel.Setup{Indicators: []channel.IndicatorText{{ID: "mine", NameZh: "问题", Formula: "leads"}}},
			`book.yaml:9: indicators[0].id: the name "问题" is taken; a built-in name is never redefined [name-taken]`, ""},
		{"no name", channel.Setup{Indicators: []channel.IndicatorText{{ID: "gross margin", Formula: "leads"}}},
			`book.yaml:9: indicators[0].id: "gross margin" cannot be used as a name in expressions: letters, digits and _ only, no keyword [not-a-name]`,
			`book.yaml:9: indicators[0].id: "gross margin" 不能用作表达式中的名称：只能用文字、数字和 _，且不能是关键字 [not-a-name]`},
		{"words", channel.Setup{Indicators: []channel.IndicatorText{{ID: "mine", Formula: "leads", Better: "upp", Unit: "percentage", Growth: "absolute"}}},
			`book.yaml:9: indicators[0].better: better cannot be "upp"; it is one of up, down, neutral; did you mean "up"? [unknown-word]
book.yaml:9: indicators[0].growth: growth cannot be "absolute"; it is one of relative, difference [unknown-word]
book.yaml:9: indicators[0].unit: unknown unit "percentage"; did you mean "percent"? [unknown-unit]`,
			`book.yaml:9: indicators[0].better: better 不能是 "upp"，只能是 up, down, neutral；是否想写 "up"？ [unknown-word]
book.yaml:9: indicators[0].growth: growth 不能是 "absolute"，只能是 relative, difference [unknown-word]
book.yaml:9: indicators[0].unit: 未知的单位 "percentage"；是否想写 "percent"？ [unknown-unit]`},
		{"no formula", channel.Setup{Indicators: []channel.IndicatorText{{ID: "mine"}}},
			`book.yaml:9: indicators[0].formula: indicator mine has no formula [no-formula]`,
			`book.yaml:9: indicators[0].formula: 指标 mine 没有公式 [no-formula]`},
		{"no unit", channel.Setup{Indicators: []channel.IndicatorText{{ID: "mine", Formula: "sales / company_sales"}}},
			`book.yaml:9:1: indicators[0].formula: say which unit mine has; it does not follow from the formula [needs-unit]`,
			`book.yaml:9:1: indicators[0].formula: 请写明 mine 的单位，公式本身看不出来 [needs-unit]`},
		{"another unit", channel.Setup{Indicators: []channel.IndicatorText{{ID: "mine", Formula: "sales", Unit: "percent"}}},
			`book.yaml:9: indicators[0].unit: mine is declared as a percentage, but its formula gives money [unit-mismatch]`,
			`book.yaml:9: indicators[0].unit: mine 声明的单位是百分比，公式得出的却是金额 [unit-mismatch]`},
		{"a ratio", channel.Setup{Indicators: []channel.IndicatorText{{ID: "mine", Formula: "channel_cost / sales", Unit: "ratio"}}},
			`book.yaml:9: indicators[0].unit: mine is declared as a ratio a : b, but its formula gives a number [unit-mismatch]`, ""},
		{"no unit at all", channel.Setup{Indicators: []channel.IndicatorText{{ID: "mine", Formula: "sales * sales", Unit: "money"}}},
			`book.yaml:9: indicators[0].unit: mine is declared as money, but its formula gives something without a unit [unit-mismatch]`,
			`book.yaml:9: indicators[0].unit: mine 声明的单位是金额，公式得出的却是没有单位的量 [unit-mismatch]`},
		{"a circle", channel.Setup{Indicators: []channel.IndicatorText{
			{ID: "one", Formula: "sales + two", Unit: "money"}, {ID: "two", Formula: "three.ytd", Unit: "money"}, {ID: "three", Formula: "one / 2", Unit: "money"}}},
			`book.yaml:9:1: indicators[2].formula: the formula of three rests on itself through one [cycle]`,
			`book.yaml:9:1: indicators[2].formula: three 的公式经由 one 又用到了自己 [cycle]`},
		{"a name inside", channel.Setup{Indicators: []channel.IndicatorText{{ID: "mine", Formula: "sales - levds", Unit: "money"}}},
			`book.yaml:9:9: indicators[0].formula: unknown name "levds"; did you mean "leads"? [unknown-name]`, ""},
		{"a maximum", channel.Setup{Indicators: []channel.IndicatorText{{ID: "mine", Formula: "satisfaction", Unit: "score", Max: "five"}}},
			`book.yaml:9:1: indicators[0].max: unknown name "five" [unknown-name]`, ""},
		{"an observable", channel.Setup{Observables: []channel.Observable{{ID: "leads", Unit: "counts", OverTime: "median", OverGroups: "mean", Position: where}}},
			`book.yaml:9: observables.leads: over_groups cannot be "mean"; it is one of sum [unknown-word]
book.yaml:9: observables.leads: over_time cannot be "median"; it is one of sum, first, last, mean [unknown-word]
book.yaml:9: observables.leads: the name "leads" is taken; a built-in name is never redefined [name-taken]
book.yaml:9: observables.leads: unknown unit "counts"; did you mean "count"? [unknown-unit]`, ""},
		{"a dimension", channel.Setup{Dimensions: []string{"region"}},
			`dimensions: the name "region" is taken; a built-in name is never redefined [name-taken]`, ""},
		{"dimensions", channel.Setup{Dimensions: strings.Fields(strings.Repeat("x ", 60))}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i := range c.setup.Indicators {
				c.setup.Indicators[i].Position = where
				c.setup.Indicators[i].Offsets = func(key string, offset int) source.Position {
					if key == "formula" || key == "max" {
						return source.Position{File: "book.yaml", Line: 9, Column: offset + 1}
					}
					return where
				}
			}
			if c.name == "dimensions" {
				for i := range c.setup.Dimensions {
					c.setup.Dimensions[i] += fmt.Sprint(i)
				}
				c.en = "dimensions: a book has at most 60 dimensions, not 66 [too-many-dimensions]"
				c.zh = "dimensions: 维度最多 60 个，却有 66 个 [too-many-dimensions]"
			}
			_, err := kpi.ForBook(&c.setup)
			list := source.Problems(err)
			if got := list.In("en"); got != c.en {
				t.Errorf("got\n%s", got)
			}
			if got := list.In("zh-CN"); c.zh != "" && got != c.zh {
				t.Errorf("got\n%s", got)
			}
		})
	}
}
