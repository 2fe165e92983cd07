package channel

import (
	"strings"

	"github.com/shopspring/decimal"
)

// warnOfRows reports what recorded values make improbable together.
func (b *builder) warnOfRows(s *Sales) {
	b.warnOfTargets(s)
	b.warnOfKept()
}

// A rowIdentity is what two observations of one time and one group share.
type rowIdentity struct {
	start, end Date
	key        string
}

func identityOf(r *Row) rowIdentity {
	var key strings.Builder
	for _, pair := range r.Key {
		key.WriteString(pair.Dimension + "\x00" + pair.Value + "\x00")
	}
	return rowIdentity{r.Period.start, r.Period.end, key.String()}
}

// warnOfKept reports more customers kept than there were.
func (b *builder) warnOfKept() {
	for _, pair := range [][2]string{{"customers_kept", "customers_start"}, {"high_value_customers_kept", "high_value_customers_start"}} {
		start := map[rowIdentity]*Row{}
		for i := range b.observations {
			if r := &b.observations[i]; r.Measure == pair[1] && r.Scenario == Actual {
				start[identityOf(r)] = r
			}
		}
		for i := range b.observations {
			kept := &b.observations[i]
			if kept.Measure != pair[0] || kept.Scenario != Actual {
				continue
			}
			if were := start[identityOf(kept)]; were != nil && kept.Value.GreaterThan(were.Value) {
				b.warn(place{position: kept.Position}, msgMoreKept, kept.Value, were.Value, were.Position)
			}
		}
	}
}

// warnOfTargets reports targets that are so far from their actual that their
// unit must be another: once for each file and measure.
func (b *builder) warnOfTargets(s *Sales) {
	actuals := map[string]map[rowIdentity]decimal.Decimal{}
	for i := range b.observations {
		r := &b.observations[i]
		if r.Scenario != Actual {
			continue
		}
		if actuals[r.Measure] == nil {
			actuals[r.Measure] = map[rowIdentity]decimal.Decimal{}
		}
		actuals[r.Measure][identityOf(r)] = r.Value
	}
	type heap struct {
		file    int
		measure string
	}
	found := map[heap]*tallied{}
	var order []heap
	for i := range b.targets {
		r := &b.targets[i]
		actual, known := actuals[r.Measure][identityOf(r)]
		if !known {
			actual = s.actual(r)
		}
		thousand := decimal.NewFromInt(1000)
		if actual.Sign() <= 0 || r.Value.Sign() <= 0 ||
			r.Value.LessThan(actual.Mul(thousand)) && r.Value.Mul(thousand).GreaterThan(actual) {
			continue
		}
		h := heap{r.File, r.Measure}
		if found[h] == nil {
			found[h] = &tallied{}
			order = append(order, h)
		}
		found[h].add(func() place { return place{position: r.Position} })
	}
	for _, h := range order {
		b.warn(found[h].first, msgTargetSize, found[h].count, h.measure)
	}
}

// actual returns what sale lines say of a target's measure in its period and
// group; 0 if they say nothing of such a measure.
func (s *Sales) actual(r *Row) decimal.Decimal {
	quantity := r.Measure == "quantity"
	switch r.Measure {
	case "sales", "quantity", "company_sales", "direct_sales":
	default:
		return decimal.Decimal{}
	}
	key := make([]int32, len(s.dims)) // of the series that count; -1: any
	for d := range key {
		key[d] = -1
		for _, pair := range r.Key {
			if pair.Dimension == s.dims[d].ID {
				if key[d] = s.dims[d].index(pair.Value); key[d] < 0 {
					return decimal.Decimal{}
				}
			}
		}
	}
	direct := r.direct || r.Measure == "direct_sales"
	var sum Sum
	for i := range s.series {
		series := &s.series[i]
		if r.Measure != "company_sales" && series.direct != direct || !matches(series.key, key) {
			continue
		}
		for j := range series.cells {
			switch c := &series.cells[j]; {
			case !r.Period.Contains(c.Date):
			case quantity:
				sum = sum.Plus(c.Quantity)
			default:
				sum = sum.Plus(c.Amount)
			}
		}
	}
	if quantity {
		return sum.Decimal(s.quantityScale)
	}
	return sum.Decimal(s.amountScale)
}

func matches(values, wanted []int32) bool {
	for d, want := range wanted {
		if want >= 0 && values[d] != want {
			return false
		}
	}
	return true
}
