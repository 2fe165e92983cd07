package markdown_test

import "example.com/channelreport/report/doc"

func text(s string) []doc.Inline { return []doc.Inline{doc.Text{Text: s}} }

func cells(texts ...string) []doc.Cell {
	var list []doc.Cell
	for _, s := range texts {
		list = append(list, doc.Cell{Lines: [][]doc.Inline{text(s)}})
	}
	return list
}

// sample is a fictitious quarterly report with every kind of block.
func sample() *doc.Document {
	value := func(s string) doc.Value { return doc.Value{Text: s, Figure: -1} }
	point := func(at float64, s string) doc.Point { return doc.Point{At: at, Text: s, Figure: -1} }
	return &doc.Document{
		Title: "渠道工作总结", Organization: "示例公司（虚构）", Period: "2026年第三季度", Lang: "zh-CN",
		DateText: "2026年10月8日", Words: doc.Words{Draft: "草稿", Date: "报告日期：%s", Figure: "图", Missing: "—"},
		Summary: []doc.Block{
			&doc.Paragraph{Role: doc.Verdict, Inlines: []doc.Inline{doc.Text{Text: "三季度销售额"}, value("3,749.2万元"), doc.Text{Text: "，同比增长"}, value("12.3%"), doc.Text{Text: "。"}}},
			&doc.Figures{Cards: []doc.Card{
				{Name: "销售额", Value: value("3,749.2万元"), Notes: []doc.Inline{doc.Text{Text: "同比增长"}, value("12.3%")}, Tone: doc.Good},
				{Name: "目标完成率", Value: value("99.2%"), Tone: doc.Bad},
			}},
		},
		Sections: []doc.Block{
			&doc.Section{ID: "results", Level: 1, Number: "一、", Title: text("总体情况"), Blocks: []doc.Block{
				&doc.Section{Level: 2, Number: "1.", Title: text("销售"), Blocks: []doc.Block{
					&doc.Paragraph{Inlines: []doc.Inline{
						doc.Text{Text: "各区域见"}, doc.Ref{ID: "regions", Text: "图1"}, doc.Text{Text: "与"}, doc.Ref{ID: "by-region", Text: "表1"},
						doc.Text{Text: "，"}, doc.Strong{Inlines: text("重点：")}, doc.Text{Text: "华东；"}, doc.Ref{ID: "gone", Text: "第九章"}, doc.Text{Text: "略。"},
					}},
					&doc.Chart{
						ID: "regions", Label: "图1", Caption: text("各区域销售额与目标"), Kind: doc.Bar, Unit: "万元", Categories: []string{"华东", "华南|港澳"},
						Series: []doc.Series{
							{Name: "销售额", Points: []doc.Point{point(1284.6, "1,284.6"), {Missing: true, Figure: -1}}},
							{Name: "目标", Role: doc.Plan, Points: []doc.Point{point(1200, "1,200.0"), point(1000, "1,000.0")}},
						},
						Ticks: []doc.Tick{{At: 0, Text: "0"}, {At: 1500, Text: "1,500"}},
						Alt:   "柱状图：华东高于目标。", Notes: [][]doc.Inline{text("注：华南数据未到。")},
					},
					&doc.Table{
						ID: "by-region", Label: "表1", Caption: text("各区域销售额"), Unit: "单位：万元",
						Columns: []doc.Column{{Title: text("区域")}, {Title: text("销售额"), Align: doc.Right}, {Title: text("达标"), Align: doc.Center}},
						Rows: []doc.Row{
							{Cells: cells("华东", "1,284.6", "是")},
							{Cells: []doc.Cell{{Lines: [][]doc.Inline{text("华南"), text("（含港澳|*估*）")}}, {Lines: [][]doc.Inline{text("—")}}, {}}},
							{Kind: doc.TotalRow, Cells: cells("合计", "3,749.2", "")},
						},
						Notes: [][]doc.Inline{text("注：分项与合计不等，是四舍五入所致。")},
					},
				}},
				&doc.Section{Level: 3, Number: "（1）", Title: text("利润")},
			}},
			&doc.Section{Level: 1, Number: "二、", Title: text("措施"), Blocks: []doc.Block{
				&doc.PageBreak{},
				&doc.Paragraph{Role: doc.Lead, Inlines: text("应对措施")},
				&doc.List{ID: "measures", Ordered: true, Items: []doc.Item{
					{Mark: "（1）", Inlines: text("完善激励政策"), Blocks: []doc.Block{&doc.Paragraph{Role: doc.Note, Inlines: text("责任人：渠道部；时限：2026年10月")}}},
					{Mark: "（2）", Inlines: []doc.Inline{doc.Text{Text: "参照"}, doc.Link{URL: "https://example.com/办法?a=1&b=(2)", Text: "办法"}, doc.Text{Text: "，不用"}, doc.Link{URL: "javascript:alert(1)", Text: "脚本"}}},
				}},
				&doc.List{Items: []doc.Item{{Inlines: text("- 甲")}, {Inlines: text("1. 乙")}}},
				&doc.List{Items: []doc.Item{{Inlines: text("丙"), Blocks: []doc.Block{&doc.Paragraph{Inlines: text("说明")}, &doc.List{Ordered: true, Items: []doc.Item{{Mark: "1.", Inlines: text("其一")}, {Mark: "2.", Inlines: text("其二")}}}}}, {}}},
				&doc.Callout{ID: "risk", Title: text("风险"), Tone: doc.Bad, Blocks: []doc.Block{&doc.Paragraph{Inlines: text("> 已是引文")}, &doc.List{Items: []doc.Item{{Inlines: text("一")}, {Inlines: text("二")}}}}},
				&doc.Callout{Blocks: []doc.Block{&doc.Paragraph{Inlines: text("没有标题")}}},
			}},
		},
		Closing:  []doc.Block{&doc.Paragraph{Role: doc.SignOff, Inlines: text("编制：渠道部")}},
		Appendix: []doc.Block{&doc.Section{Level: 1, Number: "附录一", Title: text("方法"), Blocks: []doc.Block{&doc.Chart{Kind: doc.Line, Caption: text("无数据的图")}}}},
	}
}
