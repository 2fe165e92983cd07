package report

import (
	"github.com/shopspring/decimal"

	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// mostIntervals is how many intervals a value axis has at most.
const mostIntervals = 5

// ticks returns the marks of a value axis that covers values and zero: steps
// of 1, 2, 2.5 or 5 times a power of ten of what is printed (万元, percent),
// chosen on exact decimals. Marks and positions are in that unit.
func (sp *speaker) ticks(values []kpi.Value, k look) []doc.Tick {
	f := sp.form(k)
	zero := fraction(decimal.Zero)
	low, high := zero, zero
	for _, v := range values {
		if !v.OK() {
			continue
		}
		if v.Compare(low) < 0 {
			low = v
		}
		if v.Compare(high) > 0 {
			high = v
		}
	}
	whole := k.unit == kpi.Count
	if low.Sign() == 0 && high.Sign() == 0 { // nothing to see: 0 and 1
		high, whole = fraction(decimal.New(1, -f.shift)), true
	}
	step, first, last := axis(low, high, f.shift, whole)
	places := max(-step.Exponent(), 0)
	after := ""
	if k.unit == kpi.Percent {
		after = "%"
	}
	var ticks []doc.Tick
	for n := first; n <= last; n++ {
		at := step.Mul(decimal.NewFromInt(n))
		text := sp.style.print(fraction(at), form{affix: same(after), places: places})
		ticks = append(ticks, doc.Tick{At: at.InexactFloat64(), Text: text})
	}
	return ticks
}

// position returns where a present value stands on its axis. It places marks
// and nothing else; the text beside it is exact.
func (sp *speaker) position(v kpi.Value, k look) float64 {
	const places = 12
	d, _ := v.Round(places, sp.form(k).shift, kpi.HalfEven)
	return d.InexactFloat64()
}

// axis returns the smallest round step, a whole one if wanted, of which few
// enough cover the range from low to high, and the multiples of it where the
// axis begins and ends.
func axis(low, high kpi.Value, shift int32, whole bool) (step decimal.Decimal, first, last int64) {
	span := high.Sub(low)
	digits := func(d decimal.Decimal) int32 { return int32(d.NumDigits()) + d.Exponent() }
	exponent := digits(span.Num) - digits(span.Den) + shift - 2
	if whole {
		exponent = max(exponent, 0)
	}
	for ; ; exponent++ {
		for _, m := range []decimal.Decimal{decimal.New(1, 0), decimal.New(2, 0), decimal.New(25, -1), decimal.New(5, 0)} {
			step = m.Shift(exponent)
			if whole && !step.IsInteger() {
				continue
			}
			first, last = multiple(low, shift, step), -multiple(high.Neg(), shift, step)
			if last-first <= mostIntervals {
				return trimmed(step), first, last
			}
		}
	}
}

// multiple returns the largest whole n with n × step ≤ v × 10^shift.
func multiple(v kpi.Value, shift int32, step decimal.Decimal) int64 {
	q, rest := v.Num.Shift(shift).QuoRem(v.Den.Mul(step), 0)
	n := q.IntPart()
	if rest.IsNegative() {
		n--
	}
	return n
}

// trimmed writes a step with no more decimals than it has: 2.5, not 25.0.
func trimmed(step decimal.Decimal) decimal.Decimal {
	if step.IsInteger() {
		return step.Truncate(0)
	}
	return step
}
