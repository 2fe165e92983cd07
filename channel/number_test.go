package channel

import (
	"math/big"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

func TestParseNumber(t *testing.T) {
	for _, s := range []string{"0", "-0", "1", "+1", "-1.50", ".5", "5.", "007.10", "1e3", "1E-3", "1.5e+34", "999999999999999999", "9999999999999999999",
		"-9223372036854775808", "12345678901234567890123456789012345678901234567890.12345678901234", "0.0000000000000000000000000000000001",
		"00000000000000000000000000000000000000000000000000000000000000000000001"} {
		n, err := parseNumber(s)
		want, wantErr := decimal.NewFromString(s)
		if err != nil || wantErr != nil || !n.decimal().Equal(want) {
			t.Errorf("%s: %v, %v; decimal says %v, %v", s, n.decimal(), err, want, wantErr)
		}
	}
	for s, code := range map[string]string{
		"": "bad-number", "-": "bad-number", ".": "bad-number", "1.2.3": "bad-number", "1e": "bad-number", "1e+": "bad-number", "e5": "bad-number",
		"--1": "bad-number", "1_000": "bad-number", "0x10": "bad-number", "NaN": "bad-number", "Inf": "bad-number", "1 ": "bad-number", "１": "bad-number",
		"1e35": "number-size", "1e-35": "number-size", "1e99999999999999999999": "number-size", "1.00000000000000000000000000000000000": "number-size",
		strings.Repeat("1", 65): "number-size", strings.Repeat("1", 1000): "number-size",
	} {
		if _, err := parseNumber(s); err == nil || err.Message.Code != code {
			t.Errorf("%s: %v, want %s", s, err, code)
		}
	}
}

// FuzzParseNumber holds that what is accepted is what decimal reads, and that
// nothing plain within the limits is refused.
func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"0", "-1.50", "+.5", "5.", "1e3", "12345678901234567890.5", "1e-34", "1e35", "", "1,000", "-9223372036854775808"} {
		f.Add(s)
	}
	plain := regexp.MustCompile(`^[-+]?\d{1,20}(\.\d{1,20})?(e[-+]?\d)?$`)
	f.Fuzz(func(t *testing.T, s string) {
		n, err := parseNumber(s)
		if err != nil {
			if plain.MatchString(s) {
				t.Errorf("%q is refused: %v", s, err)
			}
			return
		}
		want, wantErr := decimal.NewFromString(s)
		if wantErr != nil || !n.decimal().Equal(want) {
			t.Errorf("%q is %v; decimal says %v, %v", s, n.decimal(), want, wantErr)
		}
		if again, err := numberOf(n.decimal()); err != nil || !again.decimal().Equal(want) {
			t.Errorf("%q as a decimal is %v, %v", s, again.decimal(), err)
		}
		if sum, scale := n.at(2); !sum.Decimal(scale).Equal(want) {
			t.Errorf("%q in the scale %d is %v", s, scale, sum.Decimal(scale))
		}
	})
}

func TestNumberOf(t *testing.T) {
	for _, s := range []string{"1e35", "1e-35", "1e9999", "1" + strings.Repeat("0", 64), strings.Repeat("9", 300)} {
		if _, err := numberOf(decimal.RequireFromString(s)); err == nil || err.Message.Code != "number-size" {
			t.Errorf("%s: %v", s, err)
		}
	}
	if n, err := numberOf(decimal.RequireFromString(strings.Repeat("9", 64))); err != nil || n.digits.big == nil {
		t.Error(n, err)
	}
}

func TestParsePercent(t *testing.T) {
	n, err := parsePercent("12.5%")
	if err != nil || n.String() != "0.125" {
		t.Error(n, err)
	}
	for _, s := range []string{"12.5", "%", "x%", "", "12％"} {
		if _, err := parsePercent(s); err == nil {
			t.Errorf("%q is a percentage", s)
		}
	}
}

func TestUnwrite(t *testing.T) {
	for _, tt := range []struct {
		in, plain string
		shift     int32
		forms     []string
	}{
		{"12", "12", 0, nil},
		{"1,234.50", "1234.50", 0, []string{"grouping"}},
		{"1,234,567", "1234567", 0, []string{"grouping"}},
		{"-1,234", "-1234", 0, []string{"grouping"}},
		{"1,23", "1,23", 0, nil},
		{"５０．５", "50.5", 0, []string{"full-width"}},
		{"−5", "-5", 0, []string{"minus-signs"}},
		{"－５", "-5", 0, []string{"full-width", "minus-signs"}},
		{"5-", "-5", 0, []string{"minus-signs"}},
		{"(5.00)", "-5.00", 0, []string{"parentheses"}},
		{"（1,234）万元", "-1234", 4, []string{"full-width", "units", "parentheses", "grouping"}},
		{"(1,234万元)", "-1234", 4, []string{"parentheses", "units", "grouping"}},
		{"3亿元", "3", 8, []string{"units"}},
		{"1.2万", "1.2", 4, []string{"units"}},
		{"15%", "15", -2, []string{"percent"}},
		{"１５％", "15", -2, []string{"full-width", "percent"}},
		{"-", "-", 0, nil},
		{"()", "()", 0, nil},
	} {
		w := unwrite(tt.in)
		if w.plain != tt.plain || w.shift != tt.shift || !slices.Equal(w.forms, tt.forms) {
			t.Errorf("%s: %+v, want %q %d %q", tt.in, w, tt.plain, tt.shift, tt.forms)
		}
	}
	// Two signs are none of the forms: what is left is no number.
	for _, s := range []string{"(-5)", "−5-", "--5", "5万万", "5%%"} {
		if _, err := parseNumber(unwrite(s).plain); err == nil {
			t.Errorf("%s is the number %s", s, unwrite(s).plain)
		}
	}
}

func TestSum(t *testing.T) {
	const most, least = 1<<63 - 1, -1 << 63
	of := func(n int64) Sum { return Sum{small: n} }
	wide := new(big.Int).Add(big.NewInt(most), big.NewInt(1))
	for _, tt := range []struct {
		a, b Sum
		want string
	}{
		{of(1), of(2), "3"},
		{of(most), of(1), "9223372036854775808"},
		{of(least), of(-1), "-9223372036854775809"},
		{of(most), of(least), "-1"},
		{bigSum(new(big.Int).Set(wide)), of(-1), "9223372036854775807"},
		{bigSum(new(big.Int).Set(wide)), bigSum(new(big.Int).Neg(wide)), "0"},
	} {
		sum := tt.a.Plus(tt.b)
		if sum.Decimal(0).String() != tt.want || tt.b.Plus(tt.a) != sum && sum.big == nil {
			t.Errorf("%v + %v = %v, want %s", tt.a.Decimal(0), tt.b.Decimal(0), sum.Decimal(0), tt.want)
		}
		if fits := sum.int().IsInt64(); fits != (sum.big == nil) {
			t.Errorf("%v is held in the wrong form", tt.want)
		}
		if sum.Sign() != sum.int().Sign() {
			t.Errorf("the sign of %v is %d", tt.want, sum.Sign())
		}
	}
}

// FuzzSum holds sums, scales and the word's edge against big integers.
func FuzzSum(f *testing.F) {
	f.Add(int64(1), int64(2), uint8(0))
	f.Add(int64(1<<63-1), int64(1), uint8(18))
	f.Add(int64(-1<<63), int64(-1<<63), uint8(40))
	f.Fuzz(func(t *testing.T, a, b int64, shift uint8) {
		n := int32(shift % 70)
		sum := Sum{small: a}.times10(n).Plus(Sum{small: b})
		ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
		want := ten.Mul(ten, big.NewInt(a))
		want.Add(want, big.NewInt(b))
		if sum.int().Cmp(want) != 0 || want.IsInt64() != (sum.big == nil) {
			t.Errorf("%d × 10^%d + %d = %v, want %v", a, n, b, sum.int(), want)
		}
		if tenth, exact := sum.tenth(); exact && tenth.times10(1).int().Cmp(want) != 0 {
			t.Errorf("%v / 10 = %v", want, tenth.int())
		}
	})
}
