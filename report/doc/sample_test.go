package doc

import "example.com/channelreport/channel/source"

// sample is a fictitious document with every kind of block and inline.
func sample() *Document {
	sales, growth := Value{"3,749.2万元", 0}, Value{"12.3%", 1}
	text := func(s string) []Inline { return []Inline{Text{s}} }
	return &Document{
		Title: "渠道工作总结", Organization: "示例公司（虚构）", Period: "2026年第三季度", PeriodCode: "2026-Q3",
		Lang: "zh-CN", Date: "2026-10-08", DateText: "2026年10月8日", Status: Final,
		Words: Words{Contents: "目录", Page: "第 %d 页 / 共 %d 页", Continued: "续%s", Draft: "草稿", Date: "报告日期：%s", Figure: "图", Missing: "—", ListMark: "• "},
		Summary: []Block{
			&Paragraph{Verdict, []Inline{Text{"销售额"}, sales, Text{"，同比增长"}, growth, Text{"。"}}},
			&Figures{"cards", []Card{{"销售额", sales, []Inline{Text{"同比增长"}, growth}, Good}, {"获客成本", Value{"—", 2}, nil, Neutral}}},
		},
		Sections: []Block{
			&Section{"s1", 1, "一、", text("总体情况"), []Block{
				&Section{"", 2, "1.", text("销售"), []Block{
					&Paragraph{Body, []Inline{Text{"见"}, Ref{"sales", "图1"}, Text{"与"}, Ref{"regions", "表1"}, Text{"，"}, Strong{[]Inline{Text{"重点：增长"}, growth}}, Text{"。"}}},
					&Table{
						ID: "regions", Label: "表1", Caption: text("各区域销售额"), Unit: "单位：万元",
						Columns: []Column{{text("区域"), Left}, {text("销售额"), Right}, {text("达标"), Center}},
						Rows: []Row{
							{DataRow, []Cell{{Lines: [][]Inline{text("华东")}}, {[][]Inline{{sales}}, Good}, {[][]Inline{text("是"), text("提前")}, Neutral}}},
							{RestRow, []Cell{{Lines: [][]Inline{text("其他")}}, {[][]Inline{{Value{"—", 2}}}, Bad}, {}}},
							{TotalRow, []Cell{{Lines: [][]Inline{text("合计")}}, {[][]Inline{{sales}}, Neutral}, {}}},
						},
						Notes: [][]Inline{text("注：表中数据四舍五入。")},
					},
					&PageBreak{},
					&Chart{
						ID: "sales", Label: "图1", Caption: text("销售额"), Kind: Line, Unit: "万元", Categories: []string{"8月", "9月"},
						Series: []Series{
							{"本期", Actual, []Point{{1240.5, "1,240.5", 0, false}, {0, "", 2, true}}},
							{"目标", Plan, []Point{{0, "", -1, true}, {1300, "1,300.0", -1, false}}},
						},
						Ticks: []Tick{{0, "0"}, {1500, "1,500"}}, Alt: "销售额逐月上升", Notes: [][]Inline{text("9月数据未到。")},
					},
				}},
			}},
		},
		Closing: []Block{
			&Paragraph{Lead, text("下一步")},
			&List{ID: "steps", Ordered: true, Items: []Item{
				{"（1）", text("完善激励政策"), []Block{&Paragraph{Note, text("责任人：渠道部")}, &List{Items: []Item{{Inlines: text("细则")}}}}},
				{"（2）", []Inline{Link{"https://example.com/a", "办法"}}, nil},
			}},
			&Callout{"risk", text("风险"), Bad, []Block{&Paragraph{Body, text(`原文含 [标记]、*星号* 与 \ 和` + "\t制表符、\u200b零宽 | 竖线")}}},
			&Paragraph{SignOff, text("编制：渠道部")},
		},
		Appendix: []Block{&Section{"a1", 1, "附录一", text("方法"), nil}},
		Figures: []Figure{
			{ID: "sales", Aspect: "value", Period: "2026-Q3", Expr: "sales", Unit: "money", Num: "37492000.5", Den: "1", Shown: []string{"3,749.2万元", "3749.2"},
				Formula: "sum(sales.amount)", Inputs: []Input{{"sales", "37492000.5", 61, []string{"sales.csv"}}}, Facts: 61},
			{ID: "sales", Aspect: "yoy", Group: []GroupValue{{"region", "华东"}}, Period: "2026-Q3", Expr: `of(sales, region == "华东").yoy`, Unit: "percent", Num: "123", Den: "1000", Shown: []string{"12.3%"},
				Formula: `(sales - at(sales, "2025-Q3")) / at(sales, "2025-Q3")`, Facts: 123, Notes: []string{"partial"}},
			{Expr: "cac / 2", Period: "2026-Q3", Unit: "money", Reason: "no_data", Inputs: []Input{{"new_partners", "", 0, nil}}},
		},
		Gaps:     []Gap{{"获客成本", "cac", "no_data", "无数据", source.Position{File: "t.yaml", Line: 12, Column: 5}}, {"上年同期", "yoy", "missing_base", "缺上年同期", source.Position{}}},
		Warnings: source.List{{Position: source.Position{File: "sales.csv", Line: 3, Column: 1}, Message: source.Message{Code: "odd", En: "odd row", Zh: "行异常"}, Severity: source.Warning}},
		Provenance: Provenance{
			Files:    []File{{"sales.csv", "0123abcd", 61, "2026-09-30"}, {"book.yaml", "4567", 0, ""}},
			Template: TemplateID{"performance-review", "89ef"}, Policies: []Policy{{"rounding", "half-up"}, {"base", "strict"}}, Library: "channelreport 1",
		},
	}
}
