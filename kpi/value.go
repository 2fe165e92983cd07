package kpi

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// A Value is an exact quotient with a unit, or absent with a Reason. A present
// Value has Den > 0 and an empty Reason; an absent one has neither Num nor
// Den. Percent and points are quotients (12.3 % is 0.123). A ratio a:b is Num
// : Den. Values are plain data and safe to copy.
type Value struct {
	Num, Den decimal.Decimal
	Unit     Unit
	Reason   Reason
}

// Absent returns a value that is not there, and why.
func Absent(u Unit, r Reason) Value { return Value{Unit: u, Reason: r} }

// Exact returns the value d, such as a number of a template or an amount of an
// item.
func Exact(d decimal.Decimal, u Unit) Value { return Value{Num: d, Den: decimalOne, Unit: u} }

// OK reports whether the value is there.
func (v Value) OK() bool { return v.Reason == "" }

// Sign returns -1, 0 or 1; 0 for an absent value.
func (v Value) Sign() int { return v.Num.Sign() }

// Compare compares two present values exactly, whatever their units.
func (v Value) Compare(w Value) int { return v.quot().cmp(w.quot()) }

// Add returns v + w, exactly and in v's unit. An absent operand makes an
// absent result with its reason, v's before w's.
func (v Value) Add(w Value) Value { return v.combine(w, v.Unit, quot.add) }

// Sub returns v − w, exactly and in v's unit; percent − percent is points. An
// absent operand makes an absent result with its reason, v's before w's.
func (v Value) Sub(w Value) Value {
	unit := v.Unit
	if unit == Percent && w.Unit == Percent {
		unit = Points
	}
	return v.combine(w, unit, quot.sub)
}

// Mul returns v × w, exactly and in v's unit. An absent operand makes an absent
// result with its reason, v's before w's.
func (v Value) Mul(w Value) Value { return v.combine(w, v.Unit, quot.mul) }

// Div returns v ÷ w, exactly and in v's unit; absent if w is zero. An absent
// operand makes an absent result with its reason, v's before w's.
func (v Value) Div(w Value) Value {
	if v.OK() && w.OK() && w.Sign() == 0 {
		return Absent(v.Unit, ZeroDenominator)
	}
	return v.combine(w, v.Unit, quot.div)
}

// Neg returns −v.
func (v Value) Neg() Value {
	v.Num = v.Num.Neg()
	return v
}

func (v Value) combine(w Value, unit Unit, op func(a, b quot) quot) Value {
	switch {
	case !v.OK():
		return Absent(unit, v.Reason)
	case !w.OK():
		return Absent(unit, w.Reason)
	}
	return op(v.quot(), w.quot()).value(unit)
}

// Abs returns the value without its sign.
func (v Value) Abs() Value {
	v.Num = v.Num.Abs()
	return v
}

// Round returns the value rounded once to places decimals, and false if it is
// absent. Percent and points are not multiplied by a hundred here: shift says
// by how many powers of ten to multiply first (2 for percent, -4 for 万).
// Negative places round to tens, hundreds and so on.
func (v Value) Round(places, shift int32, mode Rounding) (decimal.Decimal, bool) {
	if !v.OK() {
		return decimal.Decimal{}, false
	}
	q := v.quot()
	q.num.scale -= places + shift
	a, b := align(q.num, q.den)
	num, den := a.int(), b.int()
	// A negative number is rounded as a positive one (GB/T 8170—2008, 3.2.5), once:
	// the remainder decides, not a digit that was itself rounded (3.3).
	whole, rest := new(big.Int).QuoRem(num, den, new(big.Int)) // towards zero
	if c := rest.Lsh(rest, 1).CmpAbs(den); c > 0 || c == 0 && (mode == HalfUp || whole.Bit(0) == 1) {
		whole.Add(whole, big.NewInt(int64(num.Sign())))
	}
	return decBig(whole, places).decimal(), true
}

func (v Value) quot() quot {
	if v.Den.IsZero() { // the zero Value is 0
		return quot{decOf(v.Num), decOne}
	}
	return quot{decOf(v.Num), decOf(v.Den)}
}

// Rounding is the rule for a half: away from zero (四舍五入) or to even
// (GB/T 8170—2008, 3.2.4).
type Rounding uint8

const (
	HalfUp Rounding = iota
	HalfEven
)

// A Unit is the unit of a figure, by its name in numbers.json.
type Unit string

const (
	Money            Unit = "money"
	MoneyPerCustomer Unit = "money_per_customer"
	Count            Unit = "count"
	Percent          Unit = "percent"
	Points           Unit = "pp"
	RatioAB          Unit = "ratio"
	Index            Unit = "index"
	Score            Unit = "score"
	Days             Unit = "days"
	Hours            Unit = "hours"
	Months           Unit = "months"
	Rank             Unit = "rank"
	Number           Unit = "" // a bare number in an expression
)

// A Reason says why a figure is absent, by its code in numbers.json.
type Reason string

const (
	MissingBase         Reason = "missing_base"
	ZeroBase            Reason = "zero_base"
	NegativeBase        Reason = "negative_base"
	NoData              Reason = "no_data"
	NoTarget            Reason = "no_target"
	PartTarget          Reason = "part_target"
	NoSuchGroup         Reason = "no_such_group"
	NotComparable       Reason = "not_comparable"
	ZeroDenominator     Reason = "zero_denominator"
	NegativeDenominator Reason = "negative_denominator"
	NoMonthsLeft        Reason = "no_months_left"
)
