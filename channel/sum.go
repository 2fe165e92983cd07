package channel

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// A Sum is an exact integer of a scale that its owner knows (a book's amounts
// all have Sales.AmountScale decimals). It adds in one machine word and falls
// back to big integers where that overflows. The zero Sum is 0.
type Sum struct {
	small int64
	big   *big.Int // nil while small holds the value
}

// Plus returns s + t.
func (s Sum) Plus(t Sum) Sum { return s }

// Decimal returns the sum as a decimal with scale digits behind the point.
func (s Sum) Decimal(scale int32) decimal.Decimal { return decimal.Zero }

// Sign returns -1, 0 or 1.
func (s Sum) Sign() int { return 0 }
