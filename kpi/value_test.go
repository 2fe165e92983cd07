package kpi_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"example.com/channelreport/kpi"
)

func value(num, den string, u kpi.Unit) kpi.Value {
	return kpi.Value{Num: decimal.RequireFromString(num), Den: decimal.RequireFromString(den), Unit: u}
}

// The first rows are the golden vectors of GB/T 8170—2008, clauses 3.2 and 3.3.
func TestRound(t *testing.T) {
	for _, c := range []struct {
		num, den         string
		places, shift    int32
		halfUp, halfEven string
	}{
		{"1.050", "1", 1, 0, "1.1", "1"},
		{"0.35", "1", 1, 0, "0.4", "0.4"},
		{"2500", "1", -3, 0, "3000", "2000"},
		{"3500", "1", -3, 0, "4000", "4000"},
		{"-355", "1", -1, 0, "-360", "-360"},
		{"-325", "1", -1, 0, "-330", "-320"},
		{"-0.0365", "1", 3, 0, "-0.037", "-0.036"},
		{"97.46", "1", 0, 0, "97", "97"},
		{"15.4546", "1", 0, 0, "15", "15"}, // once, not by way of 15.455 and 15.46
		{"12.25", "1", 1, 0, "12.3", "12.2"},

		{"1", "3", 4, 0, "0.3333", "0.3333"},
		{"2", "3", 0, 0, "1", "1"},
		{"1", "8", 2, 0, "0.13", "0.12"},
		{"-1", "8", 2, 0, "-0.13", "-0.12"},
		{"1", "8", 1, 2, "12.5", "12.5"},
		{"12345678", "1", 1, -4, "1234.6", "1234.6"},
		{"-0.0004", "1", 1, 2, "0", "0"}, // no −0.0
		{"0.00000000000000000001", "3", 22, 0, "0.0000000000000000000033", "0.0000000000000000000033"},
		{"99999999999999999999.5", "1", 0, 0, "100000000000000000000", "100000000000000000000"},
		{"0.05", "0.01", 0, 0, "5", "5"},
		{"1e20", "7e18", 3, 0, "14.286", "14.286"},
	} {
		v := value(c.num, c.den, kpi.Money)
		up, ok1 := v.Round(c.places, c.shift, kpi.HalfUp)
		even, ok2 := v.Round(c.places, c.shift, kpi.HalfEven)
		if !ok1 || !ok2 || up.String() != c.halfUp || even.String() != c.halfEven {
			t.Errorf("%s/%s to %d places, shifted %d = %s and %s, want %s and %s",
				c.num, c.den, c.places, c.shift, up, even, c.halfUp, c.halfEven)
		}
	}
	if _, ok := kpi.Absent(kpi.Money, kpi.NoData).Round(0, 0, kpi.HalfUp); ok {
		t.Error("an absent value was rounded")
	}
}

func TestValueArithmetic(t *testing.T) {
	third, sixth := value("1", "3", kpi.Percent), value("0.5", "3", kpi.Percent)
	huge := value("123456789012345678901234567890.12", "7", kpi.Money)
	for _, c := range []struct {
		name      string
		got, want kpi.Value
		unit      kpi.Unit
	}{
		{"1/3 + 1/6", third.Add(sixth), value("1", "2", ""), kpi.Percent},
		{"1/3 − 1/6", third.Sub(sixth), value("1", "6", ""), kpi.Points},
		{"|1/6 − 1/3|", sixth.Sub(third).Abs(), value("1", "6", ""), kpi.Points},
		{"three thirds", third.Add(third).Add(third), value("1", "1", ""), kpi.Percent},
		{"forty digits", huge.Add(huge), value("246913578024691357802469135780.24", "7", ""), kpi.Money},
		{"forty digits gone", huge.Sub(huge), value("0", "1", ""), kpi.Money},
		{"1/3 × 1/6", third.Mul(sixth), value("1", "18", ""), kpi.Percent},
		{"1/3 ÷ −1/6", third.Div(sixth.Neg()), value("-2", "1", ""), kpi.Percent},
		{"no den is one", kpi.Value{}.Add(value("2", "1", "")), value("2", "1", ""), kpi.Number},
		{"exact", kpi.Exact(decimal.RequireFromString("-1.50"), kpi.Days), value("-3", "2", ""), kpi.Days},
	} {
		if !c.got.OK() || c.got.Compare(c.want) != 0 || c.got.Unit != c.unit || !c.got.Den.IsPositive() {
			t.Errorf("%s = %v, want %v in %q", c.name, c.got, c.want, c.unit)
		}
	}
	absent := kpi.Absent(kpi.Percent, kpi.ZeroBase)
	if got := absent.Sub(third); got.OK() || got.Reason != kpi.ZeroBase || got.Unit != kpi.Points {
		t.Errorf("absent − 1/3 = %v", got)
	}
	if got := third.Add(absent); got.OK() || got.Reason != kpi.ZeroBase {
		t.Errorf("1/3 + absent = %v", got)
	}
	if got := third.Div(kpi.Value{}); got.OK() || got.Reason != kpi.ZeroDenominator || got.Unit != kpi.Percent {
		t.Errorf("1/3 ÷ 0 = %v", got)
	}
	if got := absent.Div(kpi.Value{}); got.Reason != kpi.ZeroBase {
		t.Errorf("absent ÷ 0 = %v", got)
	}
	if third.Compare(sixth) != 1 || sixth.Compare(third) != -1 || third.Sign() != 1 || absent.Sign() != 0 {
		t.Error("order or sign")
	}
}
