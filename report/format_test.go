package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
)

func TestNumbers(t *testing.T) {
	trainings := look{unit: kpi.Count, indicator: &kpi.Indicator{ID: "trainings", Counter: "人次"}}
	effective := look{unit: kpi.Count, indicator: &kpi.Indicator{ID: "effective_partners", Counter: "家"}}
	toOne := look{unit: kpi.RatioAB, indicator: &kpi.Indicator{ID: "ltv_to_cac", Formula: "ltv / cac : 1"}}
	for _, c := range []struct {
		look            look
		num, den        string
		zh, en, plainZh string
	}{
		{sales, "123456000", "1", "12,345.6万元", "¥123.46 million", "12,345.6"},
		{sales, "-1600000", "1", "−160.0万元", "−¥1.60 million", "−160.0"},
		{sales, "0", "1", "0.0万元", "¥0.00 million", "0.0"},
		{sales, "300", "1", "0.03万元", "¥0.0003 million", "0.03"},
		{sales, "-300", "1", "−0.03万元", "−¥0.0003 million", "−0.03"},
		{sales, "9999950", "1", "1,000.0万元", "¥10.00 million", "1,000.0"},
		{sales, "100000000", "3", "3,333.3万元", "¥33.33 million", "3,333.3"},
		{cac, "852", "1", "852.00元", "¥852.00", "852.00"},
		{orderValue, "1234567.895", "1", "1,234,567.90元", "¥1,234,567.90", "1,234,567.90"},
		{rate, "0.123", "1", "12.3%", "12.3%", "12.3%"},
		{rate, "1", "8", "12.5%", "12.5%", "12.5%"},
		{rate, "1", "1", "100.0%", "100.0%", "100.0%"},
		{rate, "9996", "10000", "99.96%", "99.96%", "99.96%"},
		{rate, "999999", "1000000", "99.9999%", "99.9999%", "99.9999%"},
		{rate, "10004", "10000", "100.04%", "100.04%", "100.04%"},
		{rate, "-9996", "10000", "−99.96%", "−99.96%", "−99.96%"},
		{rate, "-2", "1", "−200.0%", "−200.0%", "−200.0%"},
		{rate, "0.0004", "1", "0.04%", "0.04%", "0.04%"},
		{look{unit: kpi.Points}, "0.012", "1", "1.2个百分点", "1.2 percentage points", "1.2"},
		{look{unit: kpi.Points}, "-0.00003", "1", "−0.003个百分点", "−0.003 percentage points", "−0.003"},
		{look{unit: kpi.Points}, "-0.0000003", "1", "−0.00003个百分点", "−0.00003 percentage points", "0.0"},
		{look{unit: kpi.Points}, "0.0000000104", "1", "0.000001个百分点", "0.000001 percentage points", "0.0"},
		{partners, "126", "1", "126家", "126", "126"},
		{orders, "34560", "1", "34,560单", "34,560", "34,560"},
		{trainings, "1200", "1", "1,200人次", "1,200", "1,200"},
		{effective, "10000", "820", "12.2家", "12.2", "12.2"},
		{approvalDays, "41", "10", "4.1天", "4.1 days", "4.1"},
		{response, "1", "3", "0.3小时", "0.3 hours", "0.3"},
		{look{unit: kpi.Months}, "3", "1", "3个月", "3 months", "3"},
		{look{unit: kpi.Months}, "1", "1", "1个月", "1 month", "1"},
		{satisfaction, "4.52", "1", "4.52分", "4.52", "4.52"},
		{satisfaction.changed(), "-0.12", "1", "−0.12分", "−0.12 points", "−0.12"},
		{hhi, "1820.4", "1", "1,820", "1,820", "1,820"},
		{hhi.changed(), "-120", "1", "−120点", "−120 points", "−120"},
		{ratio, "1", "5.2", "1:5.2", "1:5.2", "1:5.2"},
		{ratio, "5.2", "1", "1:0.2", "1:0.2", "1:0.2"},
		{ratio, "0", "1", "0.0:1", "0.0:1", "0.0:1"},
		{ratio, "-5", "2", "−2.5:1", "−2.5:1", "−2.5:1"},
		{toOne, "7", "2", "3.5:1", "3.5:1", "3.5:1"},
		{look{unit: kpi.Rank}, "2", "1", "第2位", "2nd", "2"},
		{look{unit: kpi.Number}, "7", "3", "2.33", "2.33", "2.33"},
	} {
		v := divided(number(t, c.num, c.look.unit), number(t, c.den, c.look.unit), c.look.unit)
		if got := testSpeaker(chinese, nil).text(v, c.look); got != c.zh {
			t.Errorf("%s/%s in Chinese: got %s, want %s", c.num, c.den, got, c.zh)
		}
		if got := testSpeaker(english, nil).text(v, c.look); got != c.en {
			t.Errorf("%s/%s in English: got %s, want %s", c.num, c.den, got, c.en)
		}
		if got := testSpeaker(chinese, nil).plain(v, c.look); got != c.plainZh {
			t.Errorf("%s/%s in a table: got %s, want %s", c.num, c.den, got, c.plainZh)
		}
	}
}

// A gap that is not zero never reads zero, in a table either: it is what a
// judgement rests on.
func TestGapInATable(t *testing.T) {
	gap := rate.changed()
	gap.gap = true
	if got := testSpeaker(chinese, nil).plain(number(t, "-0.0000003", kpi.Points), gap); got != "−0.00003" {
		t.Error(got)
	}
}

func TestOutOf(t *testing.T) {
	for _, c := range []struct{ most, zh, en string }{
		{"5", "4.52分（满分5分）", "4.52 out of 5"},
		{"10.0", "4.52分（满分10分）", "4.52 out of 10"},
		{"4.75", "4.52分（满分4.75分）", "4.52 out of 4.75"},
		{"100", "4.52分（满分100分）", "4.52 out of 100"},
	} {
		v, most := number(t, "4.52", kpi.Score), number(t, c.most, kpi.Score)
		if got := testSpeaker(chinese, nil).outOf(v, most, satisfaction); got != c.zh {
			t.Errorf("got %s, want %s", got, c.zh)
		}
		if got := testSpeaker(english, nil).outOf(v, most, satisfaction); got != c.en {
			t.Errorf("got %s, want %s", got, c.en)
		}
	}
}

func TestCurrencies(t *testing.T) {
	for _, c := range []struct{ code, zh, en, baseZh, baseEn, unitZh, unitEn string }{
		{"CNY", "−12.5万元", "−¥0.13 million", "852.50元", "¥852.50", "万元", "¥ million"},
		{"USD", "−125,000美元", "−$125,000", "852.50美元", "$852.50", "美元", "$"},
		{"EUR", "−125,000欧元", "−€125,000", "852.50欧元", "€852.50", "欧元", "€"},
		{"GBP", "−125,000英镑", "−£125,000", "852.50英镑", "£852.50", "英镑", "£"},
		{"JPY", "−125,000日元", "−JP¥125,000", "852.50日元", "JP¥852.50", "日元", "JP¥"},
		{"HKD", "−125,000港元", "−HK$125,000", "852.50港元", "HK$852.50", "港元", "HK$"},
		{"TWD", "−125,000新台币", "−NT$125,000", "852.50新台币", "NT$852.50", "新台币", "NT$"},
		{"KRW", "−125,000韩元", "−₩125,000", "852.50韩元", "₩852.50", "韩元", "₩"},
		{"SGD", "−125,000新加坡元", "−S$125,000", "852.50新加坡元", "S$852.50", "新加坡元", "S$"},
		{"AUD", "−125,000澳元", "−A$125,000", "852.50澳元", "A$852.50", "澳元", "A$"},
		{"CAD", "−125,000加元", "−C$125,000", "852.50加元", "C$852.50", "加元", "C$"},
		{"CHF", "−125,000瑞士法郎", "−CHF 125,000", "852.50瑞士法郎", "CHF 852.50", "瑞士法郎", "CHF"},
		{"SEK", "−125,000 SEK", "−SEK 125,000", "852.50 SEK", "SEK 852.50", "SEK", "SEK"},
	} {
		money, base := number(t, "-125000", kpi.Money), number(t, "852.5", kpi.MoneyPerCustomer)
		for _, l := range []*locale{chinese, english} {
			sp := testSpeaker(l, &channel.Setup{Currency: c.code})
			got := []string{sp.text(money, sales), sp.text(base, cac), sp.unitOf(sales)}
			want := []string{c.zh, c.baseZh, c.unitZh}
			if l == english {
				want = []string{c.en, c.baseEn, c.unitEn}
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s in %s: got %q, want %q", c.code, l.tag, got, want)
			}
		}
	}
}

func TestPrintSettings(t *testing.T) {
	for _, c := range []struct {
		money    string
		decimals map[string]int
		zh, en   string
	}{
		{"", nil, "123,456.8万元", "¥1,234.57 million"},
		{"元", nil, "1,234,567,890元", "¥1,234,567,890"},
		{"元", map[string]int{"money": 2}, "1,234,567,890.00元", "¥1,234,567,890.00"},
		{"千元", nil, "1,234,567.9千元", "¥1,234,567.9 thousand"},
		{"万元", nil, "123,456.8万元", "¥1,234.57 million"},
		{"万元", map[string]int{"money": 2}, "123,456.79万元", "¥1,234.568 million"},
		{"百万元", nil, "1,234.57百万元", "¥1,234.57 million"},
		{"千万元", nil, "123.46千万元", "¥1,234.57 million"},
		{"千万元", map[string]int{"money": 1}, "123.5千万元", "¥1,235 million"},
		{"亿元", nil, "12.35亿元", "¥1,234.57 million"},
		{"亿元", map[string]int{"money": 3}, "12.346亿元", "¥1,234.6 million"},
		{"亿元", map[string]int{"money": 1}, "12.3亿元", "¥1,235 million"},
		{"十亿元", nil, "1.23十亿元", "¥1.23 billion"},
		{"thousand", nil, "1,234,567.9千元", "¥1,234,567.9 thousand"},
		{"million", nil, "1,234.57百万元", "¥1,234.57 million"},
		{"billion", map[string]int{"money": 1}, "1.2十亿元", "¥1.2 billion"},
	} {
		setup := &channel.Setup{Currency: "CNY", Print: channel.Print{Money: c.money, Decimals: c.decimals}}
		if problems := checkPrint(setup); len(problems) > 0 {
			t.Error(problems)
		}
		v := number(t, "1234567890", kpi.Money)
		if got := testSpeaker(chinese, setup).text(v, sales); got != c.zh {
			t.Errorf("%s %v: got %s, want %s", c.money, c.decimals, got, c.zh)
		}
		if got := testSpeaker(english, setup).text(v, sales); got != c.en {
			t.Errorf("%s %v: got %s, want %s", c.money, c.decimals, got, c.en)
		}
	}
	setup := &channel.Setup{Currency: "CNY", Print: channel.Print{Decimals: map[string]int{
		"percent": 2, "points": 2, "score": 1, "ratio": 2, "days": 0, "hours": 2, "index": 1, "count": 1, "base": 0}}}
	sp := testSpeaker(chinese, setup)
	var got []string
	for _, k := range []look{rate, rate.changed(), satisfaction, ratio, approvalDays, response, hhi, partners, cac} {
		got = append(got, sp.text(divided(number(t, "1", k.unit), number(t, "3", k.unit), k.unit), k))
	}
	want := "33.33% 33.33个百分点 0.3分 1:3.00 0.33天 0.33小时 0.3 0.3家 0.33元"
	if strings.Join(got, " ") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestCheckPrint(t *testing.T) {
	problems := checkPrint(&channel.Setup{Print: channel.Print{Money: "万", Decimals: map[string]int{"percents": 1, "money": 1, "ago": 2}}})
	want := `book.yaml: print.decimals.ago: decimals are set for money, base, percent, points, score, ratio, days, hours, index and count, not for "ago" [print-decimals]
book.yaml: print.decimals.percents: decimals are set for money, base, percent, points, score, ratio, days, hours, index and count, not for "percents" [print-decimals]
book.yaml: print.money: money cannot be printed in "万"; use 元, 千元, 万元, 百万元, 千万元, 亿元, 十亿元, thousand, million or billion [print-money]`
	if got := problems.Err().Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	wantZh := `book.yaml: print.money: 金额不能以 "万" 为单位；可用：元、千元、万元、百万元、千万元、亿元、十亿元、thousand、million、billion [print-money]`
	if got := problems[0].In("zh-CN"); got != wantZh {
		t.Errorf("got %s, want %s", got, wantZh)
	}
	wantZh = `book.yaml: print.decimals.percents: 小数位数只能为 money、base、percent、points、score、ratio、days、hours、index、count 设置，不能为 "percents" 设置 [print-decimals]`
	if got := problems[2].In("zh-CN"); got != wantZh {
		t.Errorf("got %s, want %s", got, wantZh)
	}
}

// The examples of GB/T 8170—2008, and where half-up differs.
func TestRounding(t *testing.T) {
	for _, c := range []struct {
		value    string
		shift    int32
		places   int32
		up, even string
	}{
		{"1.050", 0, 1, "1.1", "1.0"},
		{"0.35", 0, 1, "0.4", "0.4"},
		{"2500", -3, 0, "3", "2"},
		{"3500", -3, 0, "4", "4"},
		{"-355", -1, 0, "−36", "−36"},
		{"-325", -1, 0, "−33", "−32"},
		{"-0.0365", 0, 3, "−0.037", "−0.036"},
		{"97.46", 0, 0, "97", "97"},
		{"15.4546", 0, 0, "15", "15"}, // not by way of 15.455, 15.46, 15.5
		{"12.25", 0, 1, "12.3", "12.2"},
		{"12.25000001", 0, 1, "12.3", "12.3"},
		{"-0.5", 0, 0, "−1", "−0.5"}, // to even would read zero
	} {
		v, f := number(t, c.value, kpi.Number), form{shift: c.shift, places: c.places}
		for rounding, want := range map[string]string{"half-up": c.up, "half-even": c.even} {
			st := newStyle(chinese, &channel.Setup{Policies: channel.Policies{Rounding: rounding}})
			if got := st.print(v, f); got != want {
				t.Errorf("%s %s: got %s, want %s", c.value, rounding, got, want)
			}
		}
	}
}

func TestPolicies(t *testing.T) {
	for _, c := range []struct {
		policies channel.Policies
		want     string
	}{
		{channel.Policies{}, "[{rounding half-up} {base strict} {level 0.5%} {slight 2%} {marked 10%} {partners named}]"},
		{channel.Policies{Rounding: "half-even", Base: "absolute", Level: decimal.NewNullDecimal(decimal.New(1, -2)), Partners: "masked"},
			"[{rounding half-even} {base absolute} {level 1%} {slight 2%} {marked 10%} {partners masked}]"},
	} {
		st := newStyle(chinese, &channel.Setup{Policies: c.policies})
		if got := fmt.Sprint(st.policies()); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

func TestBands(t *testing.T) {
	setup := &channel.Setup{Currency: "CNY", Policies: channel.Policies{Level: decimal.NewNullDecimal(decimal.New(2, -2))}}
	for _, c := range []struct{ now, was, want string }{
		{"1020", "1000", "与上年同期基本持平（增长2.0%）"},
		{"1021", "1000", "同比增长2.1%"},
		{"980", "1000", "与上年同期基本持平（下降2.0%）"},
		{"979.99", "1000", "同比下降2.0%"},
	} {
		sp := testSpeaker(chinese, setup)
		got := said(sp.alone(sp.tell(testComparison(sales, chinese.yearAgoAny, number(t, c.now, kpi.Money), number(t, c.was, kpi.Money)))))
		if got != c.want {
			t.Errorf("%s against %s: got %s, want %s", c.now, c.was, got, c.want)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		look   look
		values []string
		want   string
	}{
		{sales, []string{"50917000", "29969000", "6242000"}, "0 2,000 4,000 6,000"},
		{sales, []string{"123456000"}, "0 2,500 5,000 7,500 10,000 12,500"},
		{sales, []string{"50000000"}, "0 1,000 2,000 3,000 4,000 5,000"},
		{sales, []string{"50000000.01"}, "0 2,000 4,000 6,000"},
		{sales, []string{"-1600000", "4000000"}, "−200 0 200 400"},
		{sales, []string{"-50000", "-120000"}, "−12.5 −10.0 −7.5 −5.0 −2.5 0.0"},
		{sales, []string{"-1600000"}, "−200 −150 −100 −50 0"},
		{sales, []string{"0", "0"}, "0 1"},
		{sales, nil, "0 1"},
		{sales, []string{"", "30000"}, "0 1 2 3"},
		{sales, []string{"250"}, "0.000 0.005 0.010 0.015 0.020 0.025"},
		{rate, []string{"0.21", "0.18"}, "0% 5% 10% 15% 20% 25%"},
		{rate, []string{"1"}, "0% 20% 40% 60% 80% 100%"},
		{rate, []string{"0.0021"}, "0.00% 0.05% 0.10% 0.15% 0.20% 0.25%"},
		{partners, []string{"3"}, "0 1 2 3"},
		{partners, []string{"1"}, "0 1"},
		{partners, []string{"12"}, "0 5 10 15"},
		{partners, []string{"120"}, "0 25 50 75 100 125"},
		{satisfaction, []string{"4.52", "4.4"}, "0 1 2 3 4 5"},
	} {
		var values []kpi.Value
		for _, v := range c.values {
			values = append(values, number(t, v, c.look.unit))
		}
		sp := testSpeaker(chinese, nil)
		var texts []string
		ticks := sp.ticks(values, c.look)
		for _, tick := range ticks {
			texts = append(texts, tick.Text)
		}
		if got := strings.Join(texts, " "); got != c.want {
			t.Errorf("%v: got %s, want %s", c.values, got, c.want)
		}
		for _, v := range values {
			if v.OK() {
				at := sp.position(v, c.look)
				if at < ticks[0].At || at > ticks[len(ticks)-1].At {
					t.Errorf("%v: %v lies outside of its axis", c.values, at)
				}
			}
		}
	}
}

func TestUnits(t *testing.T) {
	for _, c := range []struct {
		look   look
		zh, en string
	}{
		{sales, "万元", "¥ million"}, {cac, "元", "¥"}, {orderValue, "元", "¥"}, {partners, "家", ""}, {rate, "", ""},
		{rate.changed(), "百分点", "pp"}, {approvalDays, "天", "days"}, {response, "小时", "hours"},
		{satisfaction, "分", ""}, {hhi, "", ""}, {ratio, "", ""}, {look{unit: kpi.Rank}, "", ""},
	} {
		if got := testSpeaker(chinese, nil).unitOf(c.look); got != c.zh {
			t.Errorf("%s: got %q, want %q", c.look.unit, got, c.zh)
		}
		if got := testSpeaker(english, nil).unitOf(c.look); got != c.en {
			t.Errorf("%s: got %q, want %q", c.look.unit, got, c.en)
		}
	}
	if got := testSpeaker(chinese, nil).unitLine("万元"); got != "单位：万元" {
		t.Error(got)
	}
	if got := testSpeaker(english, nil).unitLine("¥ million"); got != "Unit: ¥ million" {
		t.Error(got)
	}
}
