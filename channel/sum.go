package channel

import (
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// A Sum is an exact integer of a scale that its owner knows (a book's amounts
// all have Sales.AmountScale decimals). It adds in one machine word and falls
// back to big integers where that overflows. The zero Sum is 0.
type Sum struct {
	small int64
	big   *big.Int // nil while small holds the value; never changed
}

// Plus returns s + t.
func (s Sum) Plus(t Sum) Sum {
	if s.big == nil && t.big == nil {
		sum := s.small + t.small
		// The sum has left the range exactly if both have the sign that it lacks.
		if (s.small^sum)&(t.small^sum) >= 0 {
			return Sum{small: sum}
		}
	}
	return bigSum(new(big.Int).Add(s.int(), t.int()))
}

// times10 returns s × 10ⁿ.
func (s Sum) times10(n int32) Sum {
	if n == 0 || s.big == nil && s.small == 0 {
		return s
	}
	if s.big == nil && n < int32(len(powers)) {
		hi, lo := bits.Mul64(magnitude(s.small), powers[n])
		if hi == 0 && lo <= 1<<63-1 {
			if s.small < 0 {
				return Sum{small: -int64(lo)}
			}
			return Sum{small: int64(lo)}
		}
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
	return bigSum(ten.Mul(ten, s.int()))
}

// Decimal returns the sum as a decimal with scale digits behind the point.
func (s Sum) Decimal(scale int32) decimal.Decimal {
	if s.big == nil {
		return decimal.New(s.small, -scale)
	}
	return decimal.NewFromBigInt(s.big, -scale)
}

// Word returns the sum as a machine word, and false if it does not fit one.
func (s Sum) Word() (int64, bool) { return s.small, s.big == nil }

// Sign returns -1, 0 or 1.
func (s Sum) Sign() int {
	switch {
	case s.big != nil:
		return s.big.Sign()
	case s.small < 0:
		return -1
	case s.small > 0:
		return 1
	}
	return 0
}

func (s Sum) int() *big.Int {
	if s.big != nil {
		return s.big
	}
	return big.NewInt(s.small)
}

// bigSum takes over n. A value that fits a word is always held in one, so that
// equal sums are equal values.
func bigSum(n *big.Int) Sum {
	if n.IsInt64() {
		return Sum{small: n.Int64()}
	}
	return Sum{big: n}
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n) // right for the least one, too
	}
	return uint64(n)
}

// powers are the powers of ten that fit a word.
var powers = func() (p [19]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = p[i-1] * 10
	}
	return p
}()
