package report

import (
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
)

// FuzzAgreement checks that no word contradicts the exact values, and that no
// number contradicts the word beside it.
func FuzzAgreement(f *testing.F) {
	f.Add(int64(9996), int64(9000), int64(10000), int64(1), uint8(0), true)
	f.Add(int64(18603), int64(18600), int64(18600), int64(100000), uint8(3), false)
	f.Add(int64(-80), int64(-120), int64(0), int64(7), uint8(1), true)
	f.Add(int64(1), int64(0), int64(-3), int64(3), uint8(6), true)
	f.Add(int64(411), int64(410), int64(411), int64(100), uint8(9), false)
	f.Add(int64(999999999999), int64(1000000000000), int64(1000000000001), int64(1000), uint8(2), false)
	looks := []look{sales, profit, cac, rate, stockout, orderValue, partners, orders, approvalDays, response, satisfaction, hhi}
	f.Fuzz(func(t *testing.T, now, was, target, den int64, which uint8, halfEven bool) {
		if den == 0 {
			t.Skip()
		}
		k := looks[int(which)%len(looks)]
		value := func(n int64) kpi.Value {
			return divided(kpi.Exact(decimal.NewFromInt(n), k.unit), kpi.Exact(decimal.NewFromInt(den), k.unit), k.unit)
		}
		setup := &channel.Setup{Currency: "CNY"}
		if halfEven {
			setup.Policies.Rounding = "half-even"
		}
		x, base, aim := value(now), value(was), value(target)
		for _, l := range []*locale{chinese, english} {
			sp := testSpeaker(l, setup)
			a := testAim(k, x, aim)
			agreeChange(t, said(sp.alone(sp.tell(testComparison(k, l.yearAgoAny, x, base)))), x, base)
			agreeTarget(t, said(sp.attain(a)), k, x, aim)
			agreeTarget(t, said(sp.gap(a)), k, x, aim)
			if text := sp.text(x, k); strings.HasPrefix(text, minus) != (x.Sign() < 0) || nonZero(text) != (x.Sign() != 0) {
				t.Errorf("%s/%s is shown as %s", x.Num, x.Den, text)
			}
		}
	})
}

var (
	risen   = regexp.MustCompile(`增长|提高|上升|增加|延长|收窄|扭亏为盈|由负转正|\bup\b|\blonger\b|smaller than|back in profit|positive again`)
	fallen  = regexp.MustCompile(`下降|减少|缩短|扩大|由盈转亏|由正转负|\bdown\b|\bshorter\b|larger than|in loss after|negative after`)
	alike   = regexp.MustCompile(`^与上年同期持平|^level with`)
	noBase  = regexp.MustCompile(`为零|zero`)
	lacking = regexp.MustCompile(`距目标差|低于目标|short of target|below target`)
	beyond  = regexp.MustCompile(`超出目标|高于目标|above target|over target`)
	onPoint = regexp.MustCompile(`恰好|exactly on`)
	within  = regexp.MustCompile(`以内|within the target`)
	percent = regexp.MustCompile(`(−?)([0-9,.]+)%`)
)

func nonZero(text string) bool { return strings.ContainsAny(text, "123456789") }

func agreeChange(t *testing.T, text string, now, was kpi.Value) {
	direction := now.Compare(was)
	switch {
	case risen.MatchString(text) && (direction <= 0 || !nonZero(text)),
		fallen.MatchString(text) && (direction >= 0 || !nonZero(text)),
		alike.MatchString(text) && direction != 0,
		noBase.MatchString(text) && was.Sign() != 0,
		text == "–":
		t.Errorf("%s/%s against %s/%s: %s", now.Num, now.Den, was.Num, was.Den, text)
	}
}

func agreeTarget(t *testing.T, text string, k look, now, target kpi.Value) {
	direction := now.Compare(target)
	wrong := lacking.MatchString(text) && (direction >= 0 || !nonZero(text)) ||
		beyond.MatchString(text) && (direction <= 0 || !nonZero(text)) ||
		onPoint.MatchString(text) && direction != 0 ||
		within.MatchString(text) && (direction > 0 || k.indicator.Better != kpi.DownBetter)
	if m := percent.FindStringSubmatch(text); m != nil && (strings.HasPrefix(text, "完成") || strings.HasSuffix(text, "% of target")) {
		shown, err := decimal.NewFromString(strings.ReplaceAll(m[2], ",", ""))
		wrong = wrong || err != nil || m[1] != "" || shown.Compare(hundred) != direction
	}
	if wrong || text == "–" {
		t.Errorf("%s/%s for a target of %s/%s: %s", now.Num, now.Den, target.Num, target.Den, text)
	}
}

// BenchmarkPhrases words 150 comparisons with two bases.
func BenchmarkPhrases(b *testing.B) {
	sp := testSpeaker(chinese, nil)
	now, was, before := number(b, "123456000", kpi.Money), number(b, "109932000", kpi.Money), number(b, "119052000", kpi.Money)
	year, previous := testComparison(sales, chinese.yearAgoAny, now, was), testComparison(sales, chinese.previousAny, now, before)
	b.ReportAllocs()
	for b.Loop() {
		for range 150 {
			if sp.both(sp.tell(year), sp.tell(previous)).silent {
				b.Fatal("silent")
			}
		}
	}
}
