package channel

import (
	"context"
	"fmt"
	"iter"
	"math"
)

// A SaleSum is a number of sale lines that somebody has added up, such as a
// database: what all of them say is in Sale, whose Amount and Quantity are the
// sums. A quantity holds for all lines of the sum, and so do the orders: bring
// the lines with a quantity, or with an order id, apart from those without.
//
// Orders is how many distinct orders the lines belong to; 0 if they have none,
// or if nobody counted. They can only be counted within a sum: an order with
// lines in two sums counts in both. So sum up by order where that matters, or
// bring the lines themselves. Sale.OrderID stays empty.
type SaleSum struct {
	Sale
	Lines  int // how many lines, at least one
	Orders int // distinct orders, at most Lines
}

// takeSums takes in sums of sale lines.
func (b *builder) takeSums(ctx context.Context, sums iter.Seq2[SaleSum, error]) error {
	l := b.newLine()
	rows := 0
	var last Date
	for sum, err := range sums {
		rows++
		if err != nil {
			return fmt.Errorf("sum %d: %w", rows, err)
		}
		if rows&4095 == 0 && ctx.Err() != nil || b.full() {
			break
		}
		at := place{position: rowPosition("sums", rows, sum.Position)}
		if sum.Lines < 1 || sum.Orders < 0 || sum.Orders > sum.Lines || sum.OrderID != "" {
			b.add(at, msgSum, sum.Lines, sum.Orders, sum.OrderID)
			continue
		}
		series, good := b.takeSale(&sum.Sale, &l, func(string) place { return at })
		if !good {
			continue
		}
		if before := b.tally.cell(series, b.tally.grain(l.date)).Lines; int64(before)+int64(sum.Lines) > math.MaxInt32 {
			b.add(at, msgTooManyLines, math.MaxInt32)
			continue
		}
		l.sum = &sum
		b.tally.add(series, &l)
		b.seen(l.date)
		last = later(last, l.date)
	}
	b.files = append(b.files, File{Name: "sums", Rows: rows, Last: last, kind: "sales"})
	return nil
}
