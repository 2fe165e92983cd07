package pdf

import (
	"fmt"
	"strings"

	"example.com/channelreport/report/doc"
)

// The sample documents are written by hand: every kind of block, in Chinese
// and in English. The company and its figures are fictitious.

func txt(s string) []doc.Inline { return []doc.Inline{doc.Text{Text: s}} }

// rich splits a text at ** into plain and strong parts.
func rich(s string) []doc.Inline {
	var out []doc.Inline
	for i, part := range strings.Split(s, "**") {
		switch {
		case part == "":
		case i%2 == 1:
			out = append(out, doc.Strong{Inlines: txt(part)})
		default:
			out = append(out, doc.Text{Text: part})
		}
	}
	return out
}

func para(s string) *doc.Paragraph { return &doc.Paragraph{Inlines: rich(s)} }

func inRole(r doc.Role, s string) *doc.Paragraph { return &doc.Paragraph{Role: r, Inlines: rich(s)} }

func cell(s string, tone ...doc.Tone) doc.Cell {
	c := doc.Cell{}
	for _, line := range strings.Split(s, "\n") {
		c.Lines = append(c.Lines, rich(line))
	}
	if len(tone) > 0 {
		c.Tone = tone[0]
	}
	return c
}

func cells(s ...string) []doc.Cell {
	var out []doc.Cell
	for _, t := range s {
		out = append(out, cell(t))
	}
	return out
}

// columns makes columns: a title that starts with > is right-aligned, one that
// starts with | centred.
func columns(titles ...string) []doc.Column {
	var out []doc.Column
	for _, t := range titles {
		c := doc.Column{}
		switch {
		case strings.HasPrefix(t, ">"):
			c.Align, t = doc.Right, t[1:]
		case strings.HasPrefix(t, "|"):
			c.Align, t = doc.Center, t[1:]
		}
		c.Title = txt(t)
		out = append(out, c)
	}
	return out
}

func card(name, value string, tone doc.Tone, notes ...string) doc.Card {
	c := doc.Card{Name: name, Value: doc.Value{Text: value, Figure: -1}, Tone: tone}
	for _, n := range notes {
		c.Notes = append(c.Notes, doc.Text{Text: n})
	}
	return c
}

var chineseWords = doc.Words{
	Contents: "目录", Page: "第 %d 页 / 共 %d 页", Continued: "续%s", Draft: "草稿", Date: "报告日期：%s",
	Figure: "图", Missing: "—", ListMark: "• ",
}

func chineseSample() *doc.Document {
	return &doc.Document{
		Title: "云岭测试公司2026年第三季度渠道工作总结", Organization: "云岭测试公司（虚构）",
		Period: "2026年第三季度", PeriodCode: "2026-Q3", Lang: "zh-CN", Date: "2026-10-08", DateText: "2026年10月8日",
		Words: chineseWords,
		Summary: []doc.Block{
			inRole(doc.SignOff, "编制：渠道管理部　　审核：销售中心"),
			inRole(doc.Verdict, "2026年第三季度渠道销售额完成目标的98.8%，同比增长12.3%；华东领先，西南“拖后腿”——新产品是最大增量。"),
			&doc.Figures{ID: "key", Cards: []doc.Card{
				card("渠道销售额", "12,345.6万元", doc.Good, "同比增长12.3%"),
				card("目标完成率", "98.8%", doc.Bad, "距目标差154.4万元"),
				card("新产品销售额", "3,210.0万元", doc.Good, "同比增长41.2%"),
				card("订单转化率", "18.6%", doc.Good, "同比提高1.2个百分点"),
				card("客户留存率", "87.4%", doc.Neutral, "与上年同期基本持平"),
				card("新增渠道伙伴", "14家", doc.Neutral, "流失3家"),
			}},
			inRole(doc.Lead, "做得好的"),
			&doc.List{Items: []doc.Item{
				{Inlines: rich("**华东**渠道销售额4,980.2万元，同比增长19.4%，拉动整体增长7.4个百分点。")},
				{Inlines: rich("**智能传感器**等新产品贡献了增量的六成以上，见"), Blocks: nil},
			}},
			inRole(doc.Lead, "需要决策的"),
			&doc.List{Ordered: true, Items: []doc.Item{
				{Mark: "（1）", Inlines: txt("西南区域连续两个季度低于目标，建议四季度追加市场费用120万元，并由区域总监牵头复盘。"),
					Blocks: []doc.Block{inRole(doc.Note, "责任人：区域总监　期限：2026-11-15")}},
				{Mark: "（2）", Inlines: txt("是否继续与低效伙伴续约：有23家伙伴连续四个季度没有出货，涉及返利政策调整，需在年度预算会之前定下来，否则明年一季度的签约节奏会受影响。")},
			}},
			para("前三季度累计完成全年目标的74.1%，余下各月月均需完成4,310.5万元。"),
		},
		Sections: []doc.Block{chapterOne(), chapterTwo(), chapterThree()},
		Closing:  []doc.Block{inRole(doc.SignOff, "云岭测试公司渠道管理部"), inRole(doc.SignOff, "2026年10月8日")},
		Appendix: []doc.Block{appendix()},
	}
}

func chapterOne() *doc.Section {
	return &doc.Section{ID: "one", Level: 1, Number: "一、", Title: txt("总体业绩回顾与核心指标分析"), Blocks: []doc.Block{
		&doc.Paragraph{Inlines: []doc.Inline{
			doc.Text{Text: "九项核心指标中有六项完成目标（见"}, doc.Ref{ID: "regions", Text: "表1"},
			doc.Text{Text: "与"}, doc.Ref{ID: "trend", Text: "图1"},
			doc.Text{Text: "），整体好于上年同期。行业背景参见"},
			doc.Link{URL: "https://example.com/channel", Text: "公开资料"}, doc.Text{Text: "。"},
		}},
		&doc.Section{Level: 2, Number: "1.", Title: txt("销售业绩总览"), Blocks: []doc.Block{
			para("2026年第三季度渠道销售额12,345.6万元，完成目标的98.8%，同比增长12.3%，环比增长3.7%。分区域看，华东、华南分别增长19.4%和11.0%，合计拉动10.1个百分点；西南下降4.6%，抵消0.9个百分点。分产品线看，“智能传感器”“边缘网关”两条新产品线贡献最大——二者合计增加936.4万元，占全部增量的69.3%。"),
			para("**原因**：（一）华东区域与三家头部伙伴签订年度框架协议，订单提前至8月释放；（二）新产品在“618”与“暑期促销”两个节点备货充足，缺货率由6.2%降至1.8%；（三）CRM系统上线后，线索分配由2.4天缩短至0.6天……这些变化在Q4仍将持续。"),
			regionsTable(), trendChart(),
		}},
		&doc.Section{Level: 2, Number: "2.", Title: txt("渠道效率与投入产出比"), Blocks: []doc.Block{
			para("渠道订单转化率为18.6%，同比提高1.2个百分点。平均获客成本为852.00元，同比上升3.0%，低于行业平均（910.00元）。投入产出比为1:5.2，上年同期为1:4.8。"),
			&doc.Callout{Title: txt("口径说明"), Blocks: []doc.Block{
				para("获客成本＝渠道费用÷新增客户数；渠道费用只计入已核销部分，未核销的市场基金不在其内。"),
				&doc.List{Items: []doc.Item{{Inlines: txt("返利按权责发生制计入；")}, {Inlines: txt("人员费用按工时分摊。")}}},
			}},
			barChart(),
			para("暂无数据：客户生命周期价值（未录入）；渠道费用率（只有部分月份）。"),
		}},
	}}
}

func regionsTable() *doc.Table {
	return &doc.Table{ID: "regions", Label: "表1", Caption: txt("各区域销售情况"), Unit: "单位：万元",
		Columns: columns("区域", ">销售额", ">目标", ">完成率", ">同比", ">占比", ">对增长的贡献"),
		Rows: []doc.Row{
			{Cells: cells("华东", "4,980.2", "4,800.0", "103.8%", "19.4%", "40.3%", "7.4个百分点")},
			{Cells: cells("华南", "3,102.5", "3,150.0", "98.5%", "11.0%", "25.1%", "2.8个百分点")},
			{Cells: cells("华北", "2,245.8", "2,300.0", "97.6%", "8.2%", "18.2%", "1.5个百分点")},
			{Cells: []doc.Cell{cell("西南"), cell("1,410.3"), cell("1,700.0"), cell("83.0%", doc.Bad), cell("−4.6%", doc.Bad), cell("11.4%"), cell("−0.6个百分点")}},
			{Kind: doc.RestRow, Cells: cells("其他", "606.8", "550.0", "110.3%", "22.0%", "4.9%", "1.0个百分点")},
			{Kind: doc.TotalRow, Cells: cells("合计", "12,345.6", "12,500.0", "98.8%", "12.3%", "100.0%", "12.1个百分点")},
		},
		Notes: [][]doc.Inline{txt("注：各区域之和与合计的差异由四舍五入造成；“其他”为未归入大区的伙伴。")},
	}
}

var months = []string{"2025-09", "10", "11", "12", "2026-01", "02", "03", "04", "05", "06", "07", "08", "09"}

func trendChart() *doc.Chart {
	actual := doc.Series{Name: "本期", Role: doc.Actual}
	before := doc.Series{Name: "上年同期", Role: doc.Previous}
	for i, v := range []float64{3620, 3710, 3905, 4210, 3310, 2980, 3790, 3902, 3999, 4001, 4102, 4318, 3925} {
		actual.Points = append(actual.Points, doc.Point{At: v, Text: fmt.Sprintf("%.0f", v), Figure: -1, Missing: i == 5})
		before.Points = append(before.Points, doc.Point{At: v * 0.875, Text: fmt.Sprintf("%.0f", v*0.875), Figure: -1})
	}
	return &doc.Chart{ID: "trend", Label: "图1", Caption: txt("各月销售额与上年同期"), Kind: doc.Line, Unit: "万元",
		Categories: months, Series: []doc.Series{actual, before}, Ticks: ticks(0, 1000, 5),
		Alt: "十三个月的销售额曲线，2026年2月缺数据。", Notes: [][]doc.Inline{txt("注：2026年2月数据未录入。")}}
}

func barChart() *doc.Chart {
	regions := []string{"华东", "华南", "华北", "西南", "其他"}
	actual := doc.Series{Name: "销售额", Role: doc.Actual}
	plan := doc.Series{Name: "目标", Role: doc.Plan}
	for i, v := range []float64{4980.2, 3102.5, 2245.8, 1410.3, 606.8} {
		actual.Points = append(actual.Points, doc.Point{At: v, Text: fmt.Sprintf("%.1f", v), Figure: -1})
		t := []float64{4800, 3150, 2300, 1700, 550}[i]
		plan.Points = append(plan.Points, doc.Point{At: t, Text: fmt.Sprintf("%.1f", t), Figure: -1})
	}
	return &doc.Chart{ID: "bars", Label: "图2", Caption: txt("各区域销售额与目标"), Kind: doc.Bar, Unit: "万元",
		Categories: regions, Series: []doc.Series{actual, plan}, Ticks: ticks(0, 1000, 5), Alt: "五个区域的销售额与目标。"}
}

func ticks(from, step float64, n int) []doc.Tick {
	var out []doc.Tick
	for i := range n + 1 {
		v := from + step*float64(i)
		out = append(out, doc.Tick{At: v, Text: fmt.Sprintf("%.0f", v)})
	}
	return out
}

func chapterTwo() *doc.Section {
	s := &doc.Section{Level: 1, Number: "二、", Title: txt("渠道运营中的问题、根因与措施"), Blocks: []doc.Block{
		para("本期登记问题5项，其中严重程度为“高”的2项。每项问题按“现象—根因—措施—资源”列出，未关闭的事项转入下期跟踪。"),
	}}
	for i, title := range []string{"西南区域销售额连续两个季度低于目标", "低效伙伴占比偏高，返利政策对长尾伙伴缺少约束", "渠道培训覆盖不足"} {
		s.Blocks = append(s.Blocks, &doc.Section{Level: 2, Number: fmt.Sprintf("%d.", i+1), Title: txt(title), Blocks: []doc.Block{
			para("西南区域第三季度销售额1,410.3万元，完成目标的83.0%，同比下降4.6%。与此同时，区域内有销售的伙伴由38家减至31家（其中A类伙伴流失2家），单店产出没有随之提高。"),
			&doc.Section{Level: 3, Number: "（1）", Title: txt("根因"), Blocks: []doc.Block{
				&doc.List{Items: []doc.Item{
					{Inlines: txt("核心城市门店选址与竞品重叠，成都、重庆两地有11家门店处于同一商圈，内部竞争使成交均价下降3.8%；")},
					{Inlines: txt("区域市场费用到位率只有61.5%，促销物料平均晚到6.2天。"), Blocks: []doc.Block{
						&doc.List{Items: []doc.Item{{Inlines: txt("预算审批链条为五级，平均用时9.5天；")}, {Inlines: txt("物料由总部统一发运，未设区域仓。")}}},
					}},
				}},
			}},
			&doc.Section{Level: 3, Number: "（2）", Title: txt("措施"), Blocks: []doc.Block{
				&doc.List{Ordered: true, Items: []doc.Item{
					{Mark: "①", Inlines: txt("重排门店网格，关停或迁移重叠门店；"), Blocks: []doc.Block{inRole(doc.Note, "责任人：区域渠道经理　期限：2026-11-30　状态：进行中")}},
					{Mark: "②", Inlines: txt("区域市场费用审批由五级减为三级，并在成都设立物料前置仓。"), Blocks: []doc.Block{inRole(doc.Note, "责任人：销售运营　期限：2026-12-15　预算：48.0万元")}},
				}},
			}},
		}})
	}
	s.Blocks = append(s.Blocks, causesTable())
	return s
}

func causesTable() *doc.Table {
	t := &doc.Table{ID: "causes", Label: "表2", Caption: txt("问题、根因与措施对照"),
		Columns: columns("|编号", "问题", "根因", "措施", "|期限", ">预算（万元）")}
	for i := range 14 {
		t.Rows = append(t.Rows, doc.Row{Cells: cells(
			fmt.Sprintf("P%02d", i+1),
			"西南区域销售额连续两个季度低于目标",
			"核心城市门店选址与竞品重叠；区域市场费用到位率只有61.5%",
			"重排门店网格，关停或迁移重叠门店；\n市场费用审批由五级减为三级",
			fmt.Sprintf("2026-%02d-15", 10+i%3), fmt.Sprintf("%d.0", 12+7*i),
		)})
	}
	t.Rows = append(t.Rows, doc.Row{Kind: doc.TotalRow, Cells: cells("合计", "", "", "", "", "805.0")})
	return t
}

func chapterThree() *doc.Section {
	return &doc.Section{Level: 1, Number: "三、", Title: txt("经验总结与未来展望"), Blocks: []doc.Block{
		para(strings.Repeat("第四季度的工作重点是把已经验证有效的做法固定下来：框架协议前置、备货节奏与促销节点对齐、线索响应不超过1天。", 4)),
		para("风险方面，需要关注原材料价格上涨（预计影响毛利率0.8～1.2个百分点）以及伙伴A/B分级调整带来的短期波动。"),
		&doc.Callout{Title: txt("需要管理层支持"), Tone: doc.Bad, Blocks: []doc.Block{
			para("人员：区域渠道经理3名；费用：市场费用120.0万元；工具：伙伴门户二期，预算￥380,000。"),
			&doc.Callout{Title: txt("备选方案"), Tone: doc.Good, Blocks: []doc.Block{para("由华东区域借调2名经理，为期一个季度。")}},
		}},
		&doc.PageBreak{},
		para("以上安排经渠道工作例会讨论，10月20日前报管理层审定。"),
	}}
}

func appendix() *doc.Section {
	t := &doc.Table{Label: "附表1", Caption: txt("指标口径与数据来源"), Columns: columns("指标", "计算公式", "输入", "来源文件")}
	for _, r := range [][]string{
		{"渠道销售额", "Σ 销售金额", "sales", "sales/2026-Q3.csv，12,408行"},
		{"目标完成率", "销售额 ÷ 目标", "sales, targets", "targets.csv，60行"},
		{"同比", "（本期 − 上年同期）÷ 上年同期", "sales", "sales/2025-Q3.csv，10,992行"},
		{"订单转化率", "成交线索 ÷ 全部线索", "leads, orders", "observations.csv，180行"},
	} {
		t.Rows = append(t.Rows, doc.Row{Cells: cells(r...)})
	}
	return &doc.Section{Level: 1, Number: "附录一", Title: txt("方法与数据"), Blocks: []doc.Block{
		t, inRole(doc.Note, "所有数字由原始记录精确计算，只在显示时舍入一次。文件摘要：sales/2026-Q3.csv SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08。"),
	}}
}
