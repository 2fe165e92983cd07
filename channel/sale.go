package channel

import (
	"iter"
	"math/bits"
	"slices"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel/source"
)

// A Sale is one sales line, as it comes in. Only Date and Amount are required;
// a negative amount is a return. Quantity is nil where the line has none.
// What is empty falls back to the partner's attribute, then to Unassigned.
type Sale struct {
	Date        Date
	PartnerID   string
	PartnerName string
	PartnerType string
	Tier        string
	Region      string
	CityTier    string
	ProductLine string
	OrderID     string
	Quantity    decimal.NullDecimal
	Amount      decimal.Decimal
	Currency    string      // "" is the book's
	Other       []GroupPair // declared dimensions
	Position    source.Position
}

// Sales are the book's sale lines, added up exactly. Lines whose columns say
// the same in every dimension are one Series; the lines of a series on one day
// (in one month, where the book's grain is month) are one Cell.
type Sales struct {
	dims          []Dimension
	series        []Series
	amountScale   int32
	quantityScale int32
	orders        *orderTally
}

// A Dimension is a column by which facts are told apart, with every value
// that the sale lines have. Index 0 is always Unassigned; the others are
// sorted by bytes.
type Dimension struct {
	ID     string
	Values []string
}

// Dimensions returns the dimensions of the sale lines, in a fixed order:
// region, city_tier, partner_type, partner, tier, product_line, then the
// declared ones. Read only.
func (s *Sales) Dimensions() []Dimension { return s.dims }

// Series iterates over the series in a fixed order.
func (s *Sales) Series() iter.Seq[*Series] {
	return func(yield func(*Series) bool) {
		for i := range s.series {
			if !yield(&s.series[i]) {
				return
			}
		}
	}
}

// AmountScale and QuantityScale are the decimals of the sums in the cells.
func (s *Sales) AmountScale() int32   { return s.amountScale }
func (s *Sales) QuantityScale() int32 { return s.quantityScale }

// Orders returns how many distinct order ids there are. Cell.Orders holds
// numbers below it.
func (s *Sales) Orders() int { return s.orders.count() }

// A Series is what the sale lines with one combination of dimension values
// amount to. Two series may have the same values: one by its lines' own
// columns, the other by the partner's attributes.
type Series struct {
	key    []int32
	own    []int32 // as the lines say; -1 where they are blank
	direct bool
	cells  []Cell
}

// Value returns the index of the series' value in the dimension with that
// index in Sales.Dimensions.
func (s *Series) Value(dim int) int { return int(s.key[dim]) }

// Direct reports whether the lines are the company's own (a direct partner
// type) and so not the channel's.
func (s *Series) Direct() bool { return s.direct }

// Cells returns the cells by ascending date. Read only.
func (s *Series) Cells() []Cell { return s.cells }

// A Cell holds the sums of a day or month of one series.
type Cell struct {
	Date           Date // the day; the month's first with grain month
	Amount         Sum  // all lines
	OrderAmount    Sum  // lines with an order id
	QuantityAmount Sum  // lines with a quantity, zero included
	Quantity       Sum
	Lines          int32    // rows
	OrderLines     int32    // rows with an order id
	QuantityLines  int32    // rows with a quantity
	Orders         []uint32 // distinct orders that touch the cell, ascending
	Files          FileSet
}

// A FileSet is a set of indices into Book.Files.
type FileSet struct {
	low  uint64
	high []uint64 // indices from 64 on; nil in most books
}

// Union returns the files of both.
func (s FileSet) Union(t FileSet) FileSet {
	u := FileSet{low: s.low | t.low}
	if len(s.high) > 0 || len(t.high) > 0 {
		u.high = slices.Concat(s.high, t.high)
		slices.Sort(u.high)
		u.high = slices.Compact(u.high)
	}
	return u
}

// has reports whether a file is in the set.
func (s FileSet) has(file int) bool {
	return file < 64 && s.low&(1<<file) != 0 || slices.Contains(s.high, uint64(file))
}

// with adds a file.
func (s FileSet) with(file int) FileSet {
	if file < 64 {
		s.low |= 1 << file
		return s
	}
	if slices.Contains(s.high, uint64(file)) {
		return s
	}
	return s.Union(FileSet{high: []uint64{uint64(file)}})
}

// All iterates over the indices, ascending.
func (s FileSet) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for low := s.low; low != 0; low &= low - 1 {
			if !yield(bits.TrailingZeros64(low)) {
				return
			}
		}
		for _, file := range s.high {
			if !yield(int(file)) {
				return
			}
		}
	}
}
