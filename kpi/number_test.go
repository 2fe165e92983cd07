package kpi

import (
	"fmt"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"example.com/channelreport/internal/golden"
)

func (a dec) rat() *big.Rat {
	return new(big.Rat).SetFrac(a.int(), powerOfTen(a.scale))
}

func (a quot) rat() *big.Rat { return new(big.Rat).Quo(a.num.rat(), a.den.rat()) }

// TestNumbers compares the arithmetic with math/big over numbers at the edges of
// a machine word.
func TestNumbers(t *testing.T) {
	var numbers []dec
	for _, n := range []int64{0, 1, -1, 3, 10, -7, 99999, math.MaxInt32, math.MinInt32, 1 << 62, math.MaxInt64, math.MinInt64} {
		for _, scale := range []int32{0, 1, 4, 20} {
			numbers = append(numbers, dec{n: n, scale: scale})
		}
	}
	numbers = append(numbers, decOf(decimal.RequireFromString("-1234567890123456789012345678901234567890.5")),
		decOf(decimal.New(5, 30)))
	for _, a := range numbers {
		for _, b := range numbers {
			for name, c := range map[string]struct {
				got  dec
				want *big.Rat
			}{
				"+": {a.add(b), new(big.Rat).Add(a.rat(), b.rat())},
				"-": {a.sub(b), new(big.Rat).Sub(a.rat(), b.rat())},
				"*": {a.mul(b), new(big.Rat).Mul(a.rat(), b.rat())},
			} {
				if c.got.rat().Cmp(c.want) != 0 || c.got.big != nil && c.got.big.IsInt64() {
					t.Fatalf("%v %s %v = %v, want %v", a.rat(), name, b.rat(), c.got, c.want)
				}
			}
			if a.cmp(b) != a.rat().Cmp(b.rat()) || a.sign() != a.rat().Sign() {
				t.Fatalf("%v and %v are out of order", a.rat(), b.rat())
			}
			if b.sign() == 0 {
				continue
			}
			x, y := quot{a, decInt(6)}, quot{b, decInt(4)}
			for name, c := range map[string]struct {
				got  quot
				want *big.Rat
			}{
				"+": {x.add(y), new(big.Rat).Add(x.rat(), y.rat())},
				"-": {x.sub(y), new(big.Rat).Sub(x.rat(), y.rat())},
				"*": {x.mul(y), new(big.Rat).Mul(x.rat(), y.rat())},
				"/": {x.div(y), new(big.Rat).Quo(x.rat(), y.rat())},
			} {
				if c.got.rat().Cmp(c.want) != 0 || c.got.den.sign() <= 0 {
					t.Fatalf("%v %s %v = %v, want %v", x.rat(), name, y.rat(), c.got, c.want)
				}
			}
			if x.cmp(y) != x.rat().Cmp(y.rat()) {
				t.Fatalf("%v and %v are out of order", x.rat(), y.rat())
			}
		}
	}
}

// TestBuiltin: the embedded catalog has no fault.
func TestBuiltin(t *testing.T) {
	if _, err := builtin(); err != nil {
		t.Fatal(err)
	}
}

// TestNotes writes every note out in both languages.
func TestNotes(t *testing.T) {
	var b strings.Builder
	for _, n := range (noteOwnFinished | (noteOwnFinished - 1)).list() {
		fmt.Fprintf(&b, "%s\n\t%s\n\t%s\n", n.Code, n.In("en"), n.In("zh-CN"))
	}
	golden.Compare(t, "notes.golden", []byte(b.String()))
}
