package kpi_test

import "math/big"

// A twinFigure is an exact value, or the reason why there is none.
type twinFigure struct {
	value *big.Rat
	why   string
}

// A twinScope is what a value is asked for: a window, and a group or the whole.
type twinScope struct {
	window     twinWindow
	dim, value string // "" is the whole
}

func (s twinScope) in(w twinWindow) twinScope { return twinScope{w, s.dim, s.value} }
func (s twinScope) whole() twinScope          { return twinScope{window: s.window} }

func twinIs(r *big.Rat) twinFigure          { return twinFigure{value: r} }
func twinCount(n int) twinFigure            { return twinIs(big.NewRat(int64(n), 1)) }
func twinNo(reason string) twinFigure       { return twinFigure{why: reason} }
func (f twinFigure) ok() bool               { return f.why == "" }
func (f twinFigure) sign() int              { return f.value.Sign() }
func (f twinFigure) wantsData() bool        { return f.why == "no_data" || f.why == "missing_base" }
func (f twinFigure) less(g twinFigure) bool { return f.value.Cmp(g.value) < 0 }

func (f twinFigure) equal(g twinFigure) bool {
	if f.ok() && g.ok() {
		return f.value.Cmp(g.value) == 0
	}
	return f.why == g.why
}

func (f twinFigure) String() string {
	if f.ok() {
		return f.value.RatString()
	}
	return f.why
}

// both applies an operation to two figures; what is absent first, from left to
// right, makes the result absent.
func (f twinFigure) both(g twinFigure, op func(z, x, y *big.Rat) *big.Rat) twinFigure {
	switch {
	case !f.ok():
		return f
	case !g.ok():
		return g
	}
	return twinIs(op(new(big.Rat), f.value, g.value))
}

func (f twinFigure) minus(g twinFigure) twinFigure { return f.both(g, (*big.Rat).Sub) }
func (f twinFigure) times(g twinFigure) twinFigure { return f.both(g, (*big.Rat).Mul) }

// over: "Other quotients are absent only on a zero denominator, unless §2 says
// ≤ 0."
func (f twinFigure) over(g twinFigure) twinFigure {
	if f.ok() && g.ok() && g.sign() == 0 {
		return twinNo("zero_denominator")
	}
	return f.both(g, (*big.Rat).Quo)
}

// overPositive is a quotient whose denominator must be positive.
func (f twinFigure) overPositive(g twinFigure) twinFigure {
	if f.ok() && g.ok() && g.sign() < 0 {
		return twinNo("negative_denominator")
	}
	return f.over(g)
}

// asBase: what has no data is a missing base where it is one.
func (f twinFigure) asBase() twinFigure {
	if f.why == "no_data" {
		return twinNo("missing_base")
	}
	return f
}

// overBase is f over the base of a growth: absent on a missing, zero or
// negative base.
func (f twinFigure) overBase(base twinFigure) twinFigure {
	if f.ok() && base.ok() {
		switch base.sign() {
		case 0:
			return twinNo("zero_base")
		case -1:
			return twinNo("negative_base")
		}
	}
	return f.over(base)
}

// sum adds a value of each line.
func twinSum(lines []*twinLine, value func(l *twinLine) *big.Rat) twinFigure {
	total := new(big.Rat)
	for _, l := range lines {
		if v := value(l); v != nil {
			total.Add(total, v)
		}
	}
	return twinIs(total)
}
