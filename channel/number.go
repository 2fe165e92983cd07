package channel

import (
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel/source"
)

// Limits of a number that comes in. They hold every amount a company can
// write, and keep 1e10000 from costing anything.
const (
	maxDigits   = 64
	maxExponent = 34
	maxWritten  = 128 // characters
)

// A number is digits × 10^exp, exactly as it was written: 1.50 is 150 × 10⁻².
type number struct {
	digits Sum
	exp    int32
}

// parseNumber reads a plain decimal: an optional sign, digits with at most one
// point, an optional exponent. It never allocates for numbers of up to 18
// digits.
func parseNumber(s string) (number, *source.Error) {
	if len(s) > maxWritten {
		return number{}, problem(msgNumberSize, shorten(s))
	}
	rest, negative := s, false
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		negative, rest = rest[0] == '-', rest[1:]
	}
	var word int64
	written, significant, point, end := 0, 0, -1, len(rest)
scan:
	for i := range len(rest) {
		c := rest[i]
		switch {
		case c-'0' <= 9:
			written++
			if significant > 0 || c != '0' {
				significant++
			}
			word = word*10 + int64(c-'0') // used only if it cannot have overflowed
		case c == '.' && point < 0:
			point = i
		case c == 'e' || c == 'E':
			end = i
			break scan
		default:
			return number{}, problem(msgNumber, s)
		}
	}
	exp, ok := parseExponent(rest[end:])
	if !ok || written == 0 {
		return number{}, problem(msgNumber, s)
	}
	if point >= 0 {
		exp -= end - 1 - point
	}
	if significant > maxDigits || exp < -maxExponent || exp > maxExponent {
		return number{}, problem(msgNumberSize, shorten(s))
	}
	n := number{exp: int32(exp)}
	if significant <= 18 {
		n.digits.small = word
		if negative {
			n.digits.small = -word
		}
		return n, nil
	}
	n.digits = wideDigits(rest[:end], negative)
	return n, nil
}

// wideDigits reads digits that may not fit a word.
func wideDigits(mantissa string, negative bool) Sum {
	wide, _ := new(big.Int).SetString(strings.Replace(mantissa, ".", "", 1), 10)
	if negative {
		wide.Neg(wide)
	}
	return bigSum(wide)
}

// parseExponent reads e and a whole number; nothing is 0. A number too large to
// matter is returned as one beyond every limit.
func parseExponent(s string) (int, bool) {
	if s == "" {
		return 0, true
	}
	sign := 1
	if s = s[1:]; s == "" {
		return 0, false
	}
	if s[0] == '-' || s[0] == '+' {
		if s[0] == '-' {
			sign = -1
		}
		s = s[1:]
	}
	n := 0
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return 0, false
		}
		n = min(n*10+int(c), 10_000)
	}
	return sign * n, s != ""
}

// shifted returns n × 10^shift, unless that is too large.
func (n number) shifted(shift int32, text string) (number, *source.Error) {
	n.exp += shift
	if n.exp < -maxExponent || n.exp > maxExponent {
		return number{}, problem(msgNumberSize, shorten(text))
	}
	return n, nil
}

// numberOf takes a decimal that a caller has computed.
func numberOf(d decimal.Decimal) (number, *source.Error) {
	exp := d.Exponent()
	// 2²¹³ has 65 digits: what is longer need not be counted.
	if exp < -maxExponent || exp > maxExponent || d.Coefficient().BitLen() > 213 || d.NumDigits() > maxDigits {
		return number{}, problem(msgNumberSize, theDecimal)
	}
	return number{bigSum(d.Coefficient()), exp}, nil
}

var theDecimal = source.Term{En: "the decimal", Zh: "数值"}

// decimal returns the number as a decimal.
func (n number) decimal() decimal.Decimal { return n.digits.Decimal(-n.exp) }

// at returns the number as an integer of a scale, and the scale: the one asked
// for, or as many more decimals as the number needs.
func (n number) at(scale int32) (Sum, int32) {
	if n.digits.Sign() == 0 {
		return Sum{}, scale
	}
	for -n.exp > scale {
		shorter, ok := n.digits.tenth()
		if !ok {
			return n.digits, -n.exp
		}
		n.digits, n.exp = shorter, n.exp+1
	}
	return n.digits.times10(scale + n.exp), scale
}

// tenth returns s ÷ 10 if that is exact.
func (s Sum) tenth() (Sum, bool) {
	if s.big == nil {
		return Sum{small: s.small / 10}, s.small%10 == 0
	}
	quotient, remainder := new(big.Int).QuoRem(s.big, big.NewInt(10), new(big.Int))
	return bigSum(quotient), remainder.Sign() == 0
}

// parsePercent reads 15% as 0.15.
func parsePercent(s string) (decimal.Decimal, *source.Error) {
	digits, ok := strings.CutSuffix(s, "%")
	if !ok {
		return decimal.Decimal{}, problem(msgPercent, s)
	}
	n, err := parseNumber(digits)
	return n.decimal().Shift(-2), err
}

// shorten cuts a text for a message.
func shorten(s string) string {
	const most = 40
	runes := []rune(s[:min(len(s), 4*most)])
	if len(runes) <= most && len(s) <= 4*most {
		return s
	}
	return string(runes[:min(most, len(runes))]) + "…"
}
