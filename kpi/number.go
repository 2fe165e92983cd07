package kpi

import (
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
)

// A dec is an exact decimal, n / 10^scale. It computes in one machine word and
// falls back to big integers where that overflows. The zero dec is 0. A big
// integer, once in a dec, is never changed.
type dec struct {
	n     int64
	big   *big.Int // nil while n holds the value
	scale int32    // never negative
}

var (
	decOne     = dec{n: 1}
	decimalOne = decimal.NewFromInt(1)
)

func decInt(n int64) dec { return dec{n: n} }

// decOf returns d as a dec.
func decOf(d decimal.Decimal) dec {
	if e := d.Exponent(); e <= 0 && d.NumDigits() <= 18 {
		return dec{n: d.CoefficientInt64(), scale: -e}
	}
	c, scale := d.Coefficient(), -d.Exponent()
	if scale < 0 {
		c.Mul(c, powerOfTen(-scale))
		scale = 0
	}
	return decBig(c, scale)
}

// decSum returns a sum of a scale as a dec.
func decSum(s channel.Sum, scale int32) dec {
	if n, ok := s.Word(); ok {
		return dec{n: n, scale: scale}
	}
	return decOf(s.Decimal(scale))
}

// decBig takes over c. What fits a word is always held in one.
func decBig(c *big.Int, scale int32) dec {
	if c.IsInt64() {
		return dec{n: c.Int64(), scale: scale}
	}
	return dec{big: c, scale: scale}
}

func (a dec) int() *big.Int {
	if a.big != nil {
		return a.big
	}
	return big.NewInt(a.n)
}

func (a dec) decimal() decimal.Decimal {
	switch {
	case a == decOne:
		return decimalOne
	case a.big != nil:
		return decimal.NewFromBigInt(a.big, -a.scale)
	}
	return decimal.New(a.n, -a.scale)
}

func (a dec) sign() int {
	switch {
	case a.big != nil:
		return a.big.Sign()
	case a.n < 0:
		return -1
	case a.n > 0:
		return 1
	}
	return 0
}

func (a dec) neg() dec {
	if a.big == nil && a.n != -1<<63 {
		a.n = -a.n
		return a
	}
	return decBig(new(big.Int).Neg(a.int()), a.scale)
}

func (a dec) add(b dec) dec {
	a, b = align(a, b)
	if a.big == nil && b.big == nil {
		sum := a.n + b.n
		// The sum has left the range exactly if both have the sign that it lacks.
		if (a.n^sum)&(b.n^sum) >= 0 {
			return dec{n: sum, scale: a.scale}
		}
	}
	return decBig(new(big.Int).Add(a.int(), b.int()), a.scale)
}

func (a dec) sub(b dec) dec { return a.add(b.neg()) }

func (a dec) mul(b dec) dec {
	if a == decOne {
		return b
	}
	if b == decOne {
		return a
	}
	if a.big == nil && b.big == nil {
		hi, lo := bits.Mul64(magnitude(a.n), magnitude(b.n))
		if hi == 0 && lo < 1<<63 {
			n := int64(lo)
			if a.n < 0 != (b.n < 0) {
				n = -n
			}
			return dec{n: n, scale: a.scale + b.scale}
		}
	}
	return decBig(new(big.Int).Mul(a.int(), b.int()), a.scale+b.scale)
}

func (a dec) cmp(b dec) int {
	a, b = align(a, b)
	if a.big == nil && b.big == nil {
		switch {
		case a.n < b.n:
			return -1
		case a.n > b.n:
			return 1
		}
		return 0
	}
	return a.int().Cmp(b.int())
}

// align brings two decimals to one scale.
func align(a, b dec) (dec, dec) {
	switch {
	case a.scale < b.scale:
		return a.scaled(b.scale), b
	case b.scale < a.scale:
		return a, b.scaled(a.scale)
	}
	return a, b
}

// scaled returns a in a scale that is not smaller than its own.
func (a dec) scaled(scale int32) dec {
	more := scale - a.scale
	if a.n == 0 && a.big == nil {
		return dec{scale: scale}
	}
	if a.big == nil && int(more) < len(powersOfTen) {
		hi, lo := bits.Mul64(magnitude(a.n), powersOfTen[more])
		if hi == 0 && lo < 1<<63 {
			n := int64(lo)
			if a.n < 0 {
				n = -n
			}
			return dec{n: n, scale: scale}
		}
	}
	return decBig(new(big.Int).Mul(a.int(), powerOfTen(more)), scale)
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n) // right for the least one, too
	}
	return uint64(n)
}

// powersOfTen are the powers of ten that fit a word.
var powersOfTen = func() (p [20]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = p[i-1] * 10
	}
	return p
}()

func powerOfTen(n int32) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// A quot is an exact quotient of decimals; den is positive.
type quot struct{ num, den dec }

func quotInt(n int64) quot { return quot{decInt(n), decOne} }

func (a quot) value(u Unit) Value {
	return Value{Num: a.num.decimal(), Den: a.den.decimal(), Unit: u}
}

func (a quot) sign() int { return a.num.sign() }

func (a quot) neg() quot { return quot{a.num.neg(), a.den} }

func (a quot) add(b quot) quot {
	if a.den == b.den {
		return quot{a.num.add(b.num), a.den}
	}
	if a.den.big == nil && b.den.big == nil && a.den.scale == 0 && b.den.scale == 0 {
		// Whole denominators meet at their least common multiple, so that a long
		// sum of means does not grow.
		g := gcd(a.den.n, b.den.n)
		left, right := decInt(b.den.n/g), decInt(a.den.n/g)
		return quot{a.num.mul(left).add(b.num.mul(right)), a.den.mul(left)}
	}
	return quot{a.num.mul(b.den).add(b.num.mul(a.den)), a.den.mul(b.den)}
}

func (a quot) sub(b quot) quot { return a.add(b.neg()) }

func (a quot) mul(b quot) quot { return quot{a.num.mul(b.num), a.den.mul(b.den)} }

// div returns a / b; b is not 0.
func (a quot) div(b quot) quot {
	num, den := a.num, b.num
	if a.den != b.den {
		num, den = a.num.mul(b.den), a.den.mul(b.num)
	}
	if den.sign() < 0 {
		num, den = num.neg(), den.neg()
	}
	return quot{num, den}
}

func (a quot) cmp(b quot) int {
	if a.den == b.den {
		return a.num.cmp(b.num)
	}
	return a.num.mul(b.den).cmp(b.num.mul(a.den))
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
