package report

import (
	"fmt"
	"strings"
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/kpi"
)

// The looks of the figures in the tables.
var (
	sales        = look{unit: kpi.Money, indicator: &kpi.Indicator{ID: "sales", NameZh: "销售额", NameEn: "sales", Unit: kpi.Money, Better: kpi.UpBetter}}
	profit       = look{unit: kpi.Money, indicator: &kpi.Indicator{ID: "gross_profit", NameZh: "毛利", NameEn: "gross profit", Unit: kpi.Money, Better: kpi.UpBetter, Sign: "profit"}}
	rate         = look{unit: kpi.Percent, indicator: &kpi.Indicator{ID: "conversion_rate", NameZh: "转化率", NameEn: "conversion rate", Unit: kpi.Percent, Better: kpi.UpBetter}}
	stockout     = look{unit: kpi.Percent, indicator: &kpi.Indicator{ID: "stockout_rate", Unit: kpi.Percent, Better: kpi.DownBetter}}
	cac          = look{unit: kpi.MoneyPerCustomer, indicator: &kpi.Indicator{ID: "cac", NameZh: "获客成本", NameEn: "CAC", Unit: kpi.MoneyPerCustomer, Better: kpi.DownBetter, PrintBase: true}}
	orderValue   = look{unit: kpi.Money, indicator: &kpi.Indicator{ID: "average_order_value", Unit: kpi.Money, Better: kpi.UpBetter, PrintBase: true}}
	partners     = look{unit: kpi.Count, indicator: &kpi.Indicator{ID: "partners", NameZh: "伙伴数", NameEn: "partners", Unit: kpi.Count, Better: kpi.UpBetter, Growth: kpi.GrowthDifference, Counter: "家"}}
	orders       = look{unit: kpi.Count, indicator: &kpi.Indicator{ID: "orders", NameZh: "订单数", NameEn: "orders", Unit: kpi.Count, Better: kpi.UpBetter, Counter: "单"}}
	approvalDays = look{unit: kpi.Days, indicator: &kpi.Indicator{ID: "approval_days", NameZh: "审批天数", NameEn: "approval days", Unit: kpi.Days, Better: kpi.DownBetter}}
	response     = look{unit: kpi.Hours, indicator: &kpi.Indicator{ID: "response_hours", Unit: kpi.Hours, Better: kpi.DownBetter}}
	ratio        = look{unit: kpi.RatioAB, indicator: &kpi.Indicator{ID: "input_output", Unit: kpi.RatioAB, Formula: "channel_cost : sales"}}
	satisfaction = look{unit: kpi.Score, indicator: &kpi.Indicator{ID: "satisfaction", NameZh: "客户满意度", NameEn: "customer satisfaction", Unit: kpi.Score, Better: kpi.UpBetter}}
	hhi          = look{unit: kpi.Index, indicator: &kpi.Indicator{ID: "hhi", Unit: kpi.Index, Better: kpi.DownBetter}}
)

type phraseCase struct {
	name                       string
	look                       look
	now, was, previous, target string // "" is absent
}

// The cases of the tables. Money is in yuan.
var phraseCases = []phraseCase{
	{"growing", sales, "123456000", "109932000", "119052000", "125000000"},
	{"falling", sales, "98000000", "109900000", "99000000", "100000000"},
	{"flat in band", sales, "110200000", "109900000", "110199000", "110200000"},
	{"level", sales, "109900000", "109900000", "109900000", "109900000"},
	{"99.96% of target", sales, "99960000", "90000000", "90000000", "100000000"},
	{"very large", sales, "5400000", "1000000", "3000000", "5000000"},
	{"zero base", sales, "5400000", "0", "0", "5000000"},
	{"zero/zero", sales, "0", "0", "0", "5000000"},
	{"loss to profit", profit, "2000000", "-1200000", "-300000", "1800000"},
	{"loss narrower", profit, "-800000", "-1200000", "-900000", "0"},
	{"loss wider", profit, "-1600000", "-1200000", "-900000", "100000"},
	{"profit to loss", profit, "-1600000", "1000000", "900000", "100000"},
	{"loss to even", profit, "0", "-1200000", "900000", "100000"},
	{"neg to pos, not profit", sales, "300000", "-1000000", "", ""},
	{"neg to less neg, not profit", sales, "-300000", "-1000000", "200000", ""},
	{"missing base and target", sales, "98000000", "", "", ""},
	{"absent", sales, "", "109900000", "99000000", "100000000"},
	{"percent up", rate, "0.186", "0.174", "0.18", "0.2"},
	{"percent down", rate, "0.186", "0.2", "0.192", "0.18"},
	{"percent flat", rate, "0.18603", "0.186", "0.1863", "0.186"},
	{"percent flat in band", rate, "0.186", "0.183", "0.186", "0.186"},
	{"percent, better down", stockout, "0.042", "0.03", "0.045", "0.04"},
	{"percent within target", stockout, "0.04", "0.04", "0.045", "0.04"},
	{"money per customer", cac, "852", "827", "870", "860"},
	{"average", orderValue, "852", "827", "870", "860"},
	{"entities", partners, "126", "114", "120", "130"},
	{"entities flat", partners, "1003", "1000", "1003", "1000"},
	{"entities from zero", partners, "12", "0", "6", "12"},
	{"orders", orders, "34560", "31000", "35000", "36000"},
	{"days, better down", approvalDays, "4.1", "5.9", "4.5", "5"},
	{"days over target", approvalDays, "6.2", "5.9", "4.5", "5"},
	{"hours", response, "4.1", "5.9", "4.5", "4"},
	{"hours flat", response, "4.11", "4.1", "4.1", "4.11"},
	{"ratio", ratio, "1/5.2", "1/4.8", "1/5", ""},
	{"score", satisfaction, "4.52", "4.4", "4.52", "4.6"},
	{"index", hhi, "820", "940", "810", "1000"},
}

func (c phraseCase) speak(t testing.TB, sp *speaker) []string {
	v := func(s string) kpi.Value {
		a, b, quotient := strings.Cut(s, "/")
		if quotient {
			return divided(number(t, a, kpi.Number), number(t, b, kpi.Number), c.look.unit)
		}
		return number(t, s, c.look.unit)
	}
	now := v(c.now)
	year := sp.tell(testComparison(c.look, sp.yearAgoAny, now, v(c.was)))
	previous := sp.tell(testComparison(c.look, sp.previous[channel.GrainQuarter], now, v(c.previous)))
	a := testAim(c.look, now, v(c.target))
	x := "–"
	if now.OK() {
		x = sp.text(now, c.look)
	}
	return []string{x, said(sp.alone(year)), said(sp.alone(previous)), said(sp.both(year, previous)), said(sp.attain(a)), said(sp.gap(a))}
}

// TestPhrases compares every case with a table that was read aloud.
func TestPhrases(t *testing.T) {
	for _, l := range []*locale{chinese, english} {
		t.Run(l.tag, func(t *testing.T) {
			var b strings.Builder
			b.WriteString("| case | {{x}} | yoy | pop | growth | attain | gap |\n|---|---|---|---|---|---|---|\n")
			for _, c := range phraseCases {
				fmt.Fprintf(&b, "| %s | %s |\n", c.name, strings.Join(c.speak(t, testSpeaker(l, nil)), " | "))
			}
			golden.Compare(t, "phrases."+l.tag+".md", []byte(b.String()))
		})
	}
}
