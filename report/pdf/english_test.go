package pdf

import (
	"strings"

	"example.com/channelreport/report/doc"
)

func englishSample() *doc.Document {
	return &doc.Document{
		Title: "Channel Performance Review, Third Quarter 2026", Organization: "Yunling Test Company (fictitious)",
		Period: "Q3 2026", PeriodCode: "2026-Q3", Lang: "en", Date: "2026-10-08", DateText: "8 October 2026", Status: doc.Final,
		Words: doc.Words{
			Contents: "Contents", Page: "Page %d of %d", Continued: "%s (continued)", Draft: "Draft", Date: "Date: %s",
			Figure: "Figure", Missing: "—", ListMark: "• ",
		},
		Summary: []doc.Block{
			inRole(doc.SignOff, "Prepared by Channel Management"),
			inRole(doc.Verdict, "Channel sales reached 98.8% of target in Q3 2026, up 12.3% year on year; the “new product” lines made the difference."),
			&doc.Figures{Cards: []doc.Card{
				card("Channel sales", "¥123.46 million", doc.Good, "up 12.3% year on year"),
				card("Attainment", "98.8%", doc.Bad, "¥1.54 million short of target"),
				card("New products", "¥32.10 million", doc.Good, "up 41.2% year on year"),
				card("Conversion rate", "18.6%", doc.Good, "up 1.2 percentage points"),
			}},
			inRole(doc.Lead, "What went well"),
			&doc.List{Items: []doc.Item{
				{Inlines: rich("**East** sold ¥49.80 million, up 19.4%, and drove 7.4 percentage points of the channel’s growth.")},
				{Inlines: rich("It’s the partners’ framework agreements – signed in July – that brought orders forward; see"), Blocks: []doc.Block{
					inRole(doc.Note, "Owner: regional sales. Due: 15 November 2026.")}},
			}},
		},
		Sections: []doc.Block{
			&doc.Section{Level: 1, Number: "1", Title: txt("Results and key indicators"), Blocks: []doc.Block{
				para(strings.Repeat("Channel sales were ¥123.46 million, 98.8% of target, up 12.3% year on year and 3.7% quarter on quarter. East and South grew by 19.4% and 11.0%; Southwest fell by 4.6%. ", 3)),
				&doc.Section{Level: 2, Number: "1.1", Title: txt("Sales by region"), Blocks: []doc.Block{
					&doc.Table{Label: "Table 1", Caption: txt("Sales by region"), Unit: "¥ million",
						Columns: columns("Region", ">Sales", ">Target", ">Attainment", ">Year on year", "Remark"),
						Rows: []doc.Row{
							{Cells: cells("East (华东)", "49.80", "48.00", "103.8%", "19.4%", "Three framework agreements were signed before the peak season.")},
							{Cells: cells("South", "31.03", "31.50", "98.5%", "11.0%", "")},
							{Cells: cells("Southwest", "14.10", "17.00", "83.0%", "−4.6%", "Two A-level partners left; a replacement is being negotiated.")},
							{Kind: doc.TotalRow, Cells: cells("Total", "123.46", "125.00", "98.8%", "12.3%", "")},
						}},
					&doc.Chart{ID: "bars", Label: "Figure 1", Caption: txt("Sales and target by region"), Kind: doc.Bar, Unit: "¥ million",
						Categories: []string{"East", "South", "North", "Southwest", "Others"},
						Series:     named(barChart().Series, "Sales", "Target"), Ticks: ticks(0, 1000, 5), Alt: "Sales and targets of five regions."},
					para("The Chinese name of the programme, “渠道伙伴计划”, is used in contracts. Costs per customer (CAC) stayed within the target of ¥860.00."),
				}},
			}},
		},
	}
}

func named(series []doc.Series, names ...string) []doc.Series {
	for i := range series {
		series[i].Name = names[i]
	}
	return series
}
