package report_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report"
	"example.com/channelreport/report/doc"
)

// Every value and list function, over the sample book.
func TestFunctions(t *testing.T) {
	golden.Compare(t, "language.txt", dump(t, document(t, sample(t), channel.Quarter(2026, 3), `
schema: channelreport/template/v1
id: functions
locale: zh-CN
title: 函数
parameters:
  tiers: {type: list, default: [一线, 二线]}
  until: {type: date, default: "2026-10-31"}
  level: {type: text, default: 高}
sections:
  - heading: 指标
    blocks:
      - |
        三线城市销售额{{ of(sales, city_tier = "三线") }}[[，{{ yoy(限定(销售额, 城市级别 = "三线")) }}]]。
        {{ join(tiers) }}城市销售额{{ of(sales, city_tier in tiers) }}。
        上季度转化率{{ at(conversion_rate, "2026-Q2") }}。
        差额的绝对值{{ abs(sales.gap) }}。
        较大的是{{ max(sales, sales.target) }}。
        较小的是{{ 较小(销售额, 销售额.目标) }}。
        合计{{ money(sales, "亿元") }}。
        按大小{{ money(sales) }}、每单{{ "" }}[[{{ 金额(客单价) }}]]。
        细一些{{ digits(sales, 3) }}。
        更细{{ digits(money(sales, "亿元"), 4) }}。
        介于{{ range(sales, sales.target) }}之间。
        介于{{ range(money(sales, "亿元"), money(sales.target, "亿元")) }}之间。
        达成率介于{{ 区间(sales.attainment, new_partners.attainment) }}之间。
        伙伴{{ range(active_partners, partners) }}。
        {{ name(sales.yoy) }}、{{ name(region) }}。
        共有{{ plural(partners, "家伙伴") }}。
        新品占比{{ new_product_sales / sales }}。
        新品占比{{ new_product_sales / sales * 100% }}。
        费用与销售之比{{ channel_cost : sales }}。
        {{ join([sales, orders, market_share]) }}。
        {{ met_figures(sales, cac, coverage_rate) }}。
        全渠道{{ report.sales }}。
        {{ date("2026-10-08") }}。
  - heading: 事项
    blocks:
      - |
        共{{ count(problems) }}个问题，其中{{ count(where(problems, severity = level)) }}个程度高。
        {{ join(problems) }}。
        {{ join(measures, owner) }}。
        {{ join(problems.causes, title) }}。
        预算合计{{ sum(initiatives.budget) }}。
        已用{{ sum(where(initiatives, status = "进行中").spent) }}。
        余额{{ sum(initiatives.budget) - sum(initiatives.spent) }}。
        执行率{{ sum(initiatives.spent) / sum(initiatives.budget) * 100% }}。
        预算占销售额{{ sum(initiatives.budget) / sales * 100% }}。
        {{ budget_total(resources) }}。
        {{ item("I1").title }}的预算为{{ "" }}[[{{ item("I1").budget }}]]。
        没有的{{ item("X9").title }}。
        取消的措施有{{ count(where(measures, status = "取消")) }}项。
        [[取消的措施有{{ count(where(measures, status = "取消")) }}项。]]
        十月底前到期{{ count(where(measures, due <= until)) }}项。
        见{{ ref("budgets") }}和[[{{ ref("none") }}]]，另见{{ "" }}[[{{ ref("here") }}]]。
      - each: initiatives
        where: spent / budget > 80%
        blocks:
          - |
            {{ title }}余额{{ budget - spent }}[[，执行率{{ spent / budget * 100% }}]][[，影响{{ join(moves) }}]]。
      - table:
          id: budgets
          caption: 项目预算
          rows: initiatives
          where: budget - spent > 10万
          columns: [title, budget, spent, {figure: budget - spent, title: 余额}]
          sort: -(budget - spent)
      - {items: problems, where: severity = level, show: [causes.title, causes.category]}
      - {text: 问题不多。, when: count(problems) < 10}
      - {text: 问题很多。, when: count(problems) >= 10}
      - table: {id: none, rows: region, where: sales < 0, columns: [name, sales]}
      - table: {rows: region, where: 'region not in ["华东", "华南"] and sales.attainment < 105%', columns: [name, sales, sales.attainment]}
      - table: {rows: partner, where: 'region = "东北"', columns: [name, sales]}
      - heading: 此处
        id: here
        blocks: [文字。]
`)))
}

const claims = `
schema: channelreport/template/v1
id: claims
locale: zh-CN
title: 断言
summary:
  - |
    渠道销售额{{ claim("显著增长", sales) }}。
    渠道销售额{{ 断言("达到目标", 销售额) }}。
    渠道销售额{{ claim("稳步增长", sales) }}。
    获客成本{{ claim("略高于", cac, cac.benchmark) }}行业平均。
    集中度{{ claim("过度依赖", cr3, 30%) }}。
    市场份额{{ claim("扭亏为盈", roi) }}。
`

// What the figures contradict is listed in a draft, refused in a final report.
func TestClaims(t *testing.T) {
	template, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(claims)}}, "t.yaml")
	if err != nil {
		t.Fatal(err)
	}
	run := func(o report.Options) (*doc.Document, error) {
		r, err := template.Run(context.Background(), sample(t), channel.Quarter(2026, 3), o)
		if err != nil {
			t.Fatal(err)
		}
		return r.Document(context.Background())
	}
	d, err := run(report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := 0
	var b strings.Builder
	for _, w := range d.Warnings {
		if w.Message.Code == "claim-contradicted" {
			got++
			fmt.Fprintf(&b, "%s\n%s\n%s\n", w.Error(), w.In("zh-CN"), w.Snippet())
		}
	}
	golden.Compare(t, "claims.problems.txt", []byte(b.String()))
	_, err = run(report.Options{Status: doc.Final})
	if problems := source.Problems(err); len(problems) != got || got == 0 {
		t.Errorf("the final report: %v", err)
	}
}
