package report

import (
	"testing"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// What resources ask for: amounts, percentages with a base, and those without.
func TestBudgetTotal(t *testing.T) {
	given := func(s string) decimal.NullDecimal { return decimal.NewNullDecimal(number(t, s, kpi.Money).Num) }
	amount := func(s string) *channel.Item { return &channel.Item{Kind: channel.Resource, Amount: given(s)} }
	increase := func(by, base string) *channel.Item {
		it := &channel.Item{Kind: channel.Resource, Increase: given(by)}
		if base != "" {
			it.Base = given(base)
		}
		return it
	}
	posts := &channel.Item{Kind: channel.Resource, Headcount: given("3")}
	for _, c := range []struct {
		name   string
		items  []*channel.Item
		zh, en string
	}{
		{"none", nil, "–", "–"},
		{"people only", []*channel.Item{posts}, "–", "–"},
		{"one", []*channel.Item{amount("12500000"), posts}, "资金需求合计1,250.0万元", "funding of ¥12.50 million in total"},
		{"a percentage with a base", []*channel.Item{amount("1000000"), increase("0.15", "8000000")}, "资金需求合计220.0万元", "funding of ¥2.20 million in total"},
		{"one without", []*channel.Item{amount("12500000"), increase("0.1", "")}, "资金需求合计1,250.0万元（另有1项按比例增加、未给基数）",
			"funding of ¥12.50 million in total (one more item is a percentage without a base)"},
		{"two without", []*channel.Item{increase("0.1", ""), amount("12500000"), increase("0.2", "")}, "资金需求合计1,250.0万元（另有2项按比例增加、未给基数）",
			"funding of ¥12.50 million in total (two more items are percentages without a base)"},
		{"only without", []*channel.Item{increase("0.1", "")}, "–", "–"},
	} {
		arg := argument{items: c.items, value: func(_ kpi.Value, _ []input, text string) doc.Inline { return doc.Text{Text: text} }}
		for l, want := range map[*locale]string{chinese: c.zh, english: c.en} {
			if got := said(phraseBudgetTotal(testSpeaker(l, nil), []argument{arg})); got != want {
				t.Errorf("%s, %s: %s, want %s", c.name, l.tag, got, want)
			}
		}
	}
}

// Amounts in a scale of their own, and in the one that fits, in several
// currencies.
func TestMoneyScales(t *testing.T) {
	money := look{unit: kpi.Money}
	named := func(l *locale, name string) printing {
		sc, ok := l.units.scale(name)
		if !ok {
			t.Fatal(name)
		}
		return printing{scale: &sc, places: -1}
	}
	fit := printing{fit: true, places: -1}
	for _, c := range []struct {
		currency, value string
		zh, en          printing
		wantZh, wantEn  string
	}{
		{"CNY", "123456789", named(chinese, "亿元"), named(english, "million"), "1.23亿元", "¥123.46 million"},
		{"CNY", "123456789", named(chinese, "元"), named(english, "元"), "123,456,789.00元", "¥123,456,789.00"},
		{"CNY", "123456789", fit, fit, "1.23亿元", "¥123.46 million"},
		{"CNY", "99999999", fit, fit, "10,000.0万元", "¥100.00 million"},
		{"CNY", "-35000", fit, fit, "−3.5万元", "−¥35.0 thousand"},
		{"CNY", "980.5", fit, fit, "980.50元", "¥980.50"},
		{"CNY", "0", fit, fit, "0.00元", "¥0.00"},
		{"USD", "2500000000", fit, fit, "25.00亿美元", "$2.50 billion"},
		{"SEK", "125000", fit, fit, "12.5万 SEK", "SEK 125.0 thousand"},
		{"USD", "1234567", printing{places: 2}, printing{places: 2}, "1,234,567.00美元", "$1,234,567.00"},
		{"CNY", "1234567", printing{places: 0}, printing{places: 3}, "123万元", "¥1.235 million"},
	} {
		setup := &channel.Setup{Currency: c.currency}
		if got := testSpeaker(chinese, setup).inForm(number(t, c.value, kpi.Money), money, c.zh); got != c.wantZh {
			t.Errorf("%s %s: %s, want %s", c.value, c.currency, got, c.wantZh)
		}
		if got := testSpeaker(english, setup).inForm(number(t, c.value, kpi.Money), money, c.en); got != c.wantEn {
			t.Errorf("%s %s: %s, want %s", c.value, c.currency, got, c.wantEn)
		}
	}
}

func TestEnglishPlural(t *testing.T) {
	for noun, want := range map[string]string{"partner": "partners", "city": "cities", "day": "days", "box": "boxes", "branch": "branches", "class": "classes", "y": "ys"} {
		if got := englishPlural(noun); got != want {
			t.Errorf("%s: %s, want %s", noun, got, want)
		}
	}
}

func TestSectionRefs(t *testing.T) {
	for _, c := range []struct {
		style    string
		counts   []int
		appendix bool
		zh, en   string
	}{
		{"sample", []int{3}, false, "第三章", "Section 3"},
		{"sample", []int{3, 2}, false, "第三章第2节", "Section 3.2"},
		{"gbt", []int{12, 1, 4}, false, "第十二章第1.4节", "Section 12.1.4"},
		{"decimal", []int{3}, false, "第3章", "Section 3"},
		{"decimal", []int{3, 2}, false, "第3.2节", "Section 3.2"},
		{"sample", []int{2}, true, "附录二", "Appendix B"},
		{"decimal", []int{2, 1}, true, "附录二第1节", "Appendix B.1"},
	} {
		if got := chinese.sectionRef(c.style, c.counts, c.appendix); got != c.zh {
			t.Errorf("%s %v: %s, want %s", c.style, c.counts, got, c.zh)
		}
		if got := english.sectionRef(c.style, c.counts, c.appendix); got != c.en {
			t.Errorf("%s %v: %s, want %s", c.style, c.counts, got, c.en)
		}
	}
}
