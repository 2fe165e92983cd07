package kpi

// A measureOf is what a quantity is made of: exponents of money, days and so
// on. Customers are things that are counted, too; they are told apart because
// money per customer is a unit of its own.
type measureOf struct{ money, days, hours, customers, count int8 }

// pure reports whether nothing but a number is left; what is counted may be
// left over and under.
func (m measureOf) pure() bool { return m.uncounted() && m.customers+m.count == 0 }

// uncounted reports whether there is neither money nor time in it.
func (m measureOf) uncounted() bool { return m.money == 0 && m.days == 0 && m.hours == 0 }

func (m measureOf) times(o measureOf, sign int8) measureOf {
	return measureOf{m.money + sign*o.money, m.days + sign*o.days, m.hours + sign*o.hours,
		m.customers + sign*o.customers, m.count + sign*o.count}
}

// of returns what a quantity of a unit is made of.
func (u Unit) of() measureOf {
	switch u {
	case Money:
		return measureOf{money: 1}
	case MoneyPerCustomer:
		return measureOf{money: 1, customers: -1}
	case Count:
		return measureOf{count: 1}
	case Days:
		return measureOf{days: 1}
	case Hours:
		return measureOf{hours: 1}
	}
	return measureOf{}
}

// fits reports whether a quantity made of m may be declared to have the unit.
// A mean per order or per answer keeps its unit; money per customer does not.
func (u Unit) fits(m measureOf) bool {
	switch u {
	case Money:
		return m.money == 1 && m.days == 0 && m.hours == 0 && m.customers == 0
	case MoneyPerCustomer:
		return m.money == 1 && m.days == 0 && m.hours == 0 && m.customers+m.count == -1
	case Count, Months:
		return m.uncounted()
	case Days:
		return m.days == 1 && m.money == 0 && m.hours == 0
	case Hours:
		return m.hours == 1 && m.money == 0 && m.days == 0
	case Percent, Score, Index, RatioAB, Number, Points:
		return m.pure()
	}
	return false
}

// named returns the unit of a quantity made of m for which none was declared,
// and false if no unit is made of that.
func named(m measureOf) (Unit, bool) {
	switch {
	case m.pure():
		return Number, true
	case m.uncounted() && m.customers+m.count == 1:
		return Count, true
	}
	for _, u := range []Unit{Money, MoneyPerCustomer, Days, Hours} {
		if u.fits(m) {
			return u, true
		}
	}
	return Number, false
}

// declarable are the units that an indicator or an observable may have.
var declarable = []string{
	string(Money), string(MoneyPerCustomer), string(Count), string(Percent), string(RatioAB),
	string(Index), string(Score), string(Days), string(Hours), string(Months),
}

// sumUnit returns the unit of a sum or difference, and false if the operands
// have no common one. A bare number takes the unit of the other side.
func sumUnit(x, y *node, minus bool) (Unit, measureOf, bool) {
	switch {
	case x.unit == y.unit:
		if x.unit == Percent && minus {
			return Points, x.made, true
		}
		return x.unit, x.made, x.made == y.made || x.made.uncounted() && y.made.uncounted() && x.unit == Count
	case x.op == opConst && x.unit == Number:
		return y.unit, y.made, true
	case y.op == opConst && y.unit == Number:
		return x.unit, x.made, true
	case !x.made.pure() || !y.made.pure():
		return Number, measureOf{}, false
	case x.unit == Number: // a quotient without a unit of its own
		return y.unit, y.made, true
	case y.unit == Number:
		return x.unit, x.made, true
	case x.unit == Percent && y.unit == Points || x.unit == Points && y.unit == Percent:
		return Percent, measureOf{}, true
	}
	return Number, measureOf{}, false
}

// productUnit returns the unit of x · y or x / y, and false if there is none.
func productUnit(x, y *node, divide bool) (Unit, measureOf) {
	sign := int8(1)
	if divide {
		sign = -1
	}
	of := x.made.times(y.made, sign)
	switch {
	case y.unit == Number && y.made.pure() || y.unit == Percent && !divide && x.unit != Number:
		return x.unit, of
	case !divide && (x.unit == Number || x.unit == Percent) && x.made.pure():
		return y.unit, of
	}
	u, _ := named(of)
	return u, of
}
