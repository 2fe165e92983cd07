package kpi

// A cell is a figure inside the engine: a quotient, or why there is none, and
// what is to be remarked on it.
type cell struct {
	q     quot
	why   why
	notes noteSet
}

// why is a Reason in one byte; the zero why is "it is there".
type why uint8

const (
	present why = iota
	missingBase
	zeroBase
	negativeBase
	noData
	noTarget
	partTarget
	noSuchGroup
	notComparable
	zeroDenominator
	negativeDenominator
	noMonthsLeft
)

var reasons = [...]Reason{
	present: "", missingBase: MissingBase, zeroBase: ZeroBase, negativeBase: NegativeBase, noData: NoData,
	noTarget: NoTarget, partTarget: PartTarget, noSuchGroup: NoSuchGroup, notComparable: NotComparable,
	zeroDenominator: ZeroDenominator, negativeDenominator: NegativeDenominator, noMonthsLeft: NoMonthsLeft,
}

func have(q quot) cell     { return cell{q: q} }
func haveInt(n int) cell   { return cell{q: quotInt(int64(n))} }
func without(w why) cell   { return cell{why: w} }
func (c cell) there() bool { return c.why == present }

func (c cell) noting(n noteSet) cell {
	c.notes |= n
	return c
}

func (c cell) value(u Unit) Value {
	if c.why != present {
		return Absent(u, reasons[c.why])
	}
	return c.q.value(u)
}

// base returns c as the base of a comparison: what has no data is a missing
// base.
func (c cell) base() cell {
	if c.why == noData {
		c.why = missingBase
	}
	return c
}

// lift combines two cells; an absent one makes the result absent, x before y.
func lift(x, y cell, f func(x, y quot) cell) cell {
	notes := (x.notes | y.notes) &^ noteOwnFinished
	switch {
	case !x.there():
		return without(x.why).noting(notes)
	case !y.there():
		return without(y.why).noting(notes)
	}
	return f(x.q, y.q).noting(notes)
}

func plus(x, y cell) cell {
	return lift(x, y, func(x, y quot) cell { return have(x.add(y)) })
}

func minus(x, y cell) cell {
	return lift(x, y, func(x, y quot) cell { return have(x.sub(y)) })
}

func times(x, y cell) cell {
	return lift(x, y, func(x, y quot) cell { return have(x.mul(y)) })
}

// over returns x / y; zero and negative are the reasons for a denominator that
// is 0 or less. present lets it pass.
func over(x, y cell, zero, negative why) cell {
	return lift(x, y, func(x, y quot) cell {
		switch {
		case y.sign() == 0:
			return without(zero)
		case y.sign() < 0 && negative != present:
			return without(negative)
		}
		return have(x.div(y))
	})
}

func quotient(x, y cell) cell { return over(x, y, zeroDenominator, present) }

// growth returns (x − base) / base. A negative base is divided by without its
// sign if absolute is set.
func growth(x, base cell, absolute bool) cell {
	return lift(x, base, func(x, b quot) cell {
		switch {
		case b.sign() == 0:
			return without(zeroBase)
		case b.sign() < 0 && !absolute:
			return without(negativeBase)
		}
		num, den := x.num.sub(b.num), b.num
		if x.den != b.den { // (x/m − b/n) / (b/n) = (xn − bm) / bm
			num = x.num.mul(b.den).sub(b.num.mul(x.den))
			den = b.num.mul(x.den)
		}
		if den.sign() < 0 {
			den = den.neg()
		}
		return have(quot{num, den})
	})
}
