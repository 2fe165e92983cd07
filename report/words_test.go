package report

import (
	"testing"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// testSpeaker is a speaker without a book: figures are cited without a trace.
func testSpeaker(l *locale, setup *channel.Setup) *speaker {
	if setup == nil {
		setup = &channel.Setup{Currency: "CNY"}
	}
	sp := newSpeaker(l, setup, func(_ subject, text string) doc.Value { return doc.Value{Text: text, Figure: -1} })
	sp.groupName = func(_, value string) string { return value }
	sp.inWords = func(expression string) string { return expression }
	return sp
}

// number reads an exact value in a test.
func number(t testing.TB, text string, u kpi.Unit) kpi.Value {
	t.Helper()
	if text == "" {
		return kpi.Absent(u, kpi.NoData)
	}
	d, err := decimal.NewFromString(text)
	if err != nil {
		t.Fatal(err)
	}
	return kpi.Exact(d, u)
}

// divided is a / b, exactly.
func divided(a, b kpi.Value, u kpi.Unit) kpi.Value {
	num, den := a.Num.Mul(b.Den), a.Den.Mul(b.Num)
	if den.IsNegative() {
		num, den = num.Neg(), den.Neg()
	}
	return kpi.Value{Num: num, Den: den, Unit: u}
}

// change and growth of two values, by the rules of package kpi.
func change(now, was kpi.Value) kpi.Value { return now.Sub(was) }

func growthOf(now, was kpi.Value) kpi.Value {
	switch {
	case !was.OK():
		return kpi.Absent(kpi.Percent, kpi.MissingBase)
	case was.Sign() == 0:
		return kpi.Absent(kpi.Percent, kpi.ZeroBase)
	case was.Sign() < 0:
		return kpi.Absent(kpi.Percent, kpi.NegativeBase)
	}
	return divided(now.Sub(was), was, kpi.Percent)
}

func testComparison(k look, words base, now, was kpi.Value) comparison {
	return comparison{
		look: k, base: words,
		now: fact{value: now}, was: fact{value: was},
		change: fact{value: change(now, was)}, growth: fact{value: growthOf(now, was)},
	}
}

func testAim(k look, now, target kpi.Value) aim {
	attainment := kpi.Absent(kpi.Percent, kpi.ZeroDenominator)
	if now.OK() && target.OK() && target.Sign() > 0 {
		attainment = divided(now, target, kpi.Percent)
	}
	return aim{k, fact{value: now}, fact{value: target}, fact{value: now.Sub(target)}, fact{value: attainment}}
}

// said is what a phrase amounts to, "–" for silence.
func said(s spoken) string {
	if s.silent {
		return "–"
	}
	return doc.PlainText(s.inlines)
}
