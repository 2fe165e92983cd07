package chart_test

import (
	"strconv"
	"strings"

	"example.com/channelreport/report/doc"
)

// All charts here are fictitious.

// row makes a series from texts such as "1,234.5", "-3" or "" for a missing
// value.
func row(name string, role doc.SeriesRole, texts ...string) doc.Series {
	s := doc.Series{Name: name, Role: role}
	for _, t := range texts {
		if t == "" {
			s.Points = append(s.Points, doc.Point{Figure: -1, Missing: true})
			continue
		}
		at, err := strconv.ParseFloat(strings.ReplaceAll(t, ",", ""), 64)
		if err != nil {
			panic(err)
		}
		s.Points = append(s.Points, doc.Point{At: at, Text: strings.Replace(t, "-", "−", 1), Figure: -1})
	}
	return s
}

func ticks(texts ...string) []doc.Tick {
	var list []doc.Tick
	for _, p := range row("", doc.Actual, texts...).Points {
		list = append(list, doc.Tick{At: p.At, Text: p.Text})
	}
	return list
}

func caption(text string) []doc.Inline { return []doc.Inline{doc.Text{Text: text}} }

var regions = []string{"华东", "华南", "华北", "西南", "东北"}

var months = []string{"2025年9月", "10月", "11月", "12月", "2026年1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月"}

// samples are the defined pictures, by the name of their golden file.
var samples = []struct {
	name  string
	chart doc.Chart
}{
	{"bars", doc.Chart{
		ID: "regions", Label: "图1", Caption: caption("各区域销售额与目标"), Kind: doc.Bar, Unit: "万元", Categories: regions,
		Series: []doc.Series{
			row("销售额", doc.Actual, "1,284.6", "968.3", "745.0", "512.9", "238.4"),
			row("目标", doc.Plan, "1,200.0", "1,000.0", "720.0", "560.0", "260.0"),
		},
		Ticks: ticks("0", "200", "400", "600", "800", "1,000", "1,200", "1,400"),
		Alt:   "柱状图：各区域销售额与目标。华东1,284.6万元，高于目标；东北238.4万元，低于目标。",
	}},
	{"bars-four-roles", doc.Chart{
		Label: "图2", Caption: caption("各区域四种口径"), Kind: doc.Bar, Unit: "万元", Categories: regions,
		Series: []doc.Series{
			row("上年同期", doc.Previous, "1,002.1", "902.4", "790.2", "433.0", "221.7"),
			row("实际", doc.Actual, "1,284.6", "968.3", "745.0", "512.9", "238.4"),
			row("目标", doc.Plan, "1,200.0", "1,000.0", "720.0", "560.0", "260.0"),
			row("预测", doc.Forecast, "1,310.0", "990.0", "760.0", "530.0", "250.0"),
		},
		Ticks: ticks("0", "500", "1,000", "1,500"),
	}},
	{"bars-hues", doc.Chart{
		Caption: caption("产品线销售额，按季度"), Kind: doc.Bar, Unit: "万元", Categories: []string{"2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"},
		Series: []doc.Series{
			row("空调", doc.Actual, "420", "380", "455", "510"),
			row("冰箱", doc.Actual, "310", "330", "298", "340"),
			row("洗衣机", doc.Actual, "205", "190", "220", "241"),
			row("小家电", doc.Actual, "98", "120", "133", "150"),
			row("配件", doc.Actual, "40", "38", "44", "47"),
		},
		Ticks: ticks("0", "200", "400", "600"),
	}},
	{"bars-one", doc.Chart{Kind: doc.Bar, Unit: "家", Categories: []string{"全渠道"}, Series: []doc.Series{row("活跃伙伴", doc.Actual, "28")}, Ticks: ticks("0", "10", "20", "30")}},
	{"bars-equal", doc.Chart{Kind: doc.Bar, Unit: "家", Categories: regions, Series: []doc.Series{row("活跃伙伴", doc.Actual, "6", "6", "6", "6", "6")}, Ticks: ticks("0", "2", "4", "6")}},
	{"bars-zero", doc.Chart{Kind: doc.Bar, Unit: "家", Categories: regions, Series: []doc.Series{row("新增伙伴", doc.Actual, "0", "0", "0", "0", "0")}, Ticks: ticks("0", "1")}},
	{"bars-zero-without-ticks", doc.Chart{Kind: doc.Bar, Categories: regions[:2], Series: []doc.Series{row("新增伙伴", doc.Actual, "0", "0")}}},
	{"bars-negative", doc.Chart{
		Caption: caption("销售额同比变动"), Kind: doc.Bar, Unit: "万元", Categories: regions,
		Series: []doc.Series{row("同比变动", doc.Actual, "282.5", "65.9", "-45.2", "79.9", "-160.7")},
		Ticks:  ticks("-200", "-100", "0", "100", "200", "300"),
	}},
	{"bars-all-negative", doc.Chart{Kind: doc.Bar, Unit: "万元", Categories: regions[:3], Series: []doc.Series{row("利润", doc.Actual, "-12.5", "-8.0", "-3.1")}, Ticks: ticks("-15", "-10", "-5", "0")}},
	{"bars-missing", doc.Chart{
		Kind: doc.Bar, Unit: "万元", Categories: regions,
		Series: []doc.Series{row("销售额", doc.Actual, "1,284.6", "", "745.0", "512.9", "0"), row("目标", doc.Plan, "1,200.0", "1,000.0", "", "", "260.0")},
		Ticks:  ticks("0", "500", "1,000", "1,500"),
	}},
	{"bars-all-missing", doc.Chart{Kind: doc.Bar, Unit: "万元", Categories: regions, Series: []doc.Series{row("销售额", doc.Actual, "", "", "", "", "")}, Ticks: ticks("0", "1")}},
	{"bars-empty", doc.Chart{Kind: doc.Bar, Unit: "万元", Alt: "没有数据"}},
	{"bars-months", doc.Chart{
		Caption: caption("近13个月销售额"), Kind: doc.Bar, Unit: "万元", Categories: months,
		Series: []doc.Series{row("销售额", doc.Actual, "301.2", "288.0", "295.4", "340.9", "260.3", "180.7", "310.0", "322.8", "335.1", "351.6", "362.2", "348.9", "377.5")},
		Ticks:  ticks("0", "100", "200", "300", "400"),
	}},
	{"bars-lying", doc.Chart{
		Label: "图3", Caption: caption("销售额前十位的伙伴"), Kind: doc.Bar, Unit: "万元",
		Categories: []string{
			"示例城云帆商贸有限公司", "虚构港海岳电子科技发展有限公司", "甲区恒达连锁", "样本市百汇数码广场", "Northwind Example Trading Company Limited",
			"乙区明辉贸易", "丙区长风家电", "丁区新纪元商城", "戊区万象百货（集团）股份有限公司", "己区启航",
		},
		Series: []doc.Series{
			row("销售额", doc.Actual, "312.4", "288.9", "240.0", "198.3", "176.5", "150.2", "131.8", "", "97.6", "80.1"),
			row("上年同期", doc.Previous, "280.0", "301.5", "190.4", "", "160.0", "149.9", "100.7", "96.0", "99.0", "0"),
		},
		Ticks: ticks("0", "100", "200", "300", "400"),
	}},
	{"bars-lying-negative", doc.Chart{
		Kind: doc.Bar, Unit: "个百分点", Categories: []string{"示例城云帆商贸有限公司华东第一营业部", "虚构港海岳电子科技发展有限公司直营事业部", "甲区", "乙区", "丙区", "丁区", "戊区", "己区", "庚区", "辛区", "壬区", "癸区"},
		Series: []doc.Series{row("占比变动", doc.Actual, "3.2", "-1.8", "0.4", "0.0", "-0.6", "1.1", "-2.7", "0.2", "0.9", "-0.3", "0.1", "0.5")},
		Ticks:  ticks("-4", "-2", "0", "2", "4"),
	}},
	{"line", doc.Chart{
		ID: "trend", Label: "图4", Caption: caption("近13个月销售额"), Kind: doc.Line, Unit: "万元", Categories: months,
		Series: []doc.Series{
			row("本期", doc.Actual, "301.2", "288.0", "295.4", "340.9", "260.3", "180.7", "310.0", "", "335.1", "351.6", "362.2", "348.9", "377.5"),
			row("上年同期", doc.Previous, "262.0", "255.3", "270.1", "301.4", "240.8", "", "265.2", "281.9", "290.0", "299.6", "310.3", "305.0", "301.2"),
		},
		Ticks: ticks("0", "100", "200", "300", "400"),
		Alt:   "折线图：近13个月销售额，2026年4月无数据。",
	}},
	{"line-one", doc.Chart{Kind: doc.Line, Unit: "分", Categories: []string{"9月"}, Series: []doc.Series{row("满意度", doc.Actual, "4.35")}, Ticks: ticks("0", "1", "2", "3", "4", "5")}},
	{"line-equal", doc.Chart{Kind: doc.Line, Unit: "家", Categories: months, Series: []doc.Series{row("活跃伙伴", doc.Actual, strings.Split(strings.Repeat("28 ", 12)+"28", " ")...)}, Ticks: ticks("0", "10", "20", "30")}},
	{"line-zero", doc.Chart{Kind: doc.Line, Unit: "家", Categories: months[:4], Series: []doc.Series{row("新增伙伴", doc.Actual, "0", "0", "0", "0")}, Ticks: ticks("0", "1")}},
	{"line-negative", doc.Chart{Kind: doc.Line, Unit: "%", Categories: months, Series: []doc.Series{row("同比", doc.Actual, "5.2", "3.1", "-1.4", "-6.8", "-8.0", "-12.5", "-3.3", "0.4", "4.9", "7.7", "9.2", "8.8", "11.3")}, Ticks: ticks("-15", "-10", "-5", "0", "5", "10", "15")}},
	{"line-scattered", doc.Chart{Kind: doc.Line, Unit: "%", Categories: months[:5], Series: []doc.Series{row("转化率", doc.Actual, "18.2", "", "20.8", "", "19.1")}, Ticks: ticks("0", "10", "20", "30")}},
	{"line-all-missing", doc.Chart{Kind: doc.Line, Unit: "%", Categories: months[:5], Series: []doc.Series{row("转化率", doc.Actual, "", "", "", "", "")}}},
	{"line-empty", doc.Chart{Kind: doc.Line}},
	{"line-many", doc.Chart{Kind: doc.Line, Unit: "万元", Categories: numbered(60), Series: []doc.Series{wave("实际", doc.Actual, 60, 0), wave("上年", doc.Previous, 60, 7), wave("目标", doc.Plan, 60, 13), wave("预测", doc.Forecast, 60, 20)}, Ticks: ticks("0", "50", "100", "150")}},
	{"line-two-actual", doc.Chart{
		Kind: doc.Line, Unit: "万元", Categories: []string{"2025年第三季度（试运行）", "2025年第四季度（试运行）", "2026年第一季度（试运行）", "2026年第二季度（试运行）", "2026年第三季度（试运行）", "2026年第四季度（试运行）"},
		Series: []doc.Series{row("空调", doc.Actual, "100", "410", "90", "400", "95", "250"), row("冰箱", doc.Actual, "420", "80", "430", "85", "420", "248")},
		Ticks:  ticks("0", "25", "50", "75", "100", "125", "150", "175", "200", "225", "250", "275", "300", "325", "350", "375", "400", "425", "450"),
	}},
	{"hostile", doc.Chart{
		Label: "图<5>", Caption: caption(`"a" & 'b' ]]> </svg><script>x</script>`), Kind: doc.Bar, Unit: "<万元>",
		Categories: []string{"a&b", "<i>", "\u202e逆", "零\u200b宽"},
		Series:     []doc.Series{row("销售<额>", doc.Actual, "1", "2", "3", "4"), row("{{x}}\r\n", doc.Plan, "1", "2", "3", "4")},
		Ticks:      ticks("0", "2", "4"), Alt: "\x00\x1b&lt;\xff",
	}},
}

func numbered(n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = strconv.Itoa(2021+i/12) + "年" + strconv.Itoa(i%12+1) + "月"
	}
	return list
}

// wave is a series that rises and falls in steps.
func wave(name string, role doc.SeriesRole, n, shift int) doc.Series {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = strconv.Itoa(20 + (i*7+shift*11)%90)
	}
	return row(name, role, texts...)
}
