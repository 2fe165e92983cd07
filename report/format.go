package report

import (
	"strings"

	"github.com/shopspring/decimal"

	"example.com/channelreport/kpi"
)

// This is the only place where a number becomes text. What is shown never
// contradicts what is so: a percentage reads 100% only where it is 100%, and a
// number beside a word (增长, 距目标差) reads zero only where it is zero;
// otherwise they get the decimals that tell them apart.

// minus is U+2212, which is as wide as a plus and never breaks from its number.
const minus = "−"

// A look is what decides how a value is printed beside its style.
type look struct {
	unit       kpi.Unit
	indicator  *kpi.Indicator // nil for an expression of its own
	difference bool           // a gap or change
	gap        bool           // a gap
	finer      int32          // further decimals
}

// look returns how values of a subject are printed.
func (s subject) look() look {
	k := look{unit: s.figure.Unit(), indicator: s.figure.Indicator()}
	switch s.figure.Aspect() {
	case kpi.Gap:
		k.difference, k.gap = true, true
	case kpi.YoYChange, kpi.PoPChange:
		k.difference = true
	}
	return k
}

// changed returns the look of a difference of two values that look like k.
func (k look) changed() look {
	if k.unit == kpi.Percent {
		k.unit = kpi.Points
	}
	k.difference = true
	return k
}

// sum reports whether values are amounts or numbers, not averages or rates.
func (k look) sum() bool {
	return k.unit == kpi.Count || k.unit == kpi.Money && (k.indicator == nil || !k.indicator.PrintBase)
}

// as returns the look of another unit of the same indicator.
func (k look) as(u kpi.Unit) look { return look{unit: u, indicator: k.indicator} }

// form returns the form of numbers with a look, but for a ratio and a rank.
func (sp *speaker) form(k look) form {
	f := sp.unitForm(k)
	f.places += k.finer
	return f
}

func (sp *speaker) unitForm(k look) form {
	u := &sp.units
	places := func(name string) int32 { return sp.style.places[name] }
	switch k.unit {
	case kpi.Money:
		if k.indicator != nil && k.indicator.PrintBase {
			return sp.style.base
		}
		return sp.style.money
	case kpi.MoneyPerCustomer:
		return sp.style.base
	case kpi.Percent:
		return form{affix: same("%"), shift: 2, places: places("percent")}
	case kpi.Points:
		return form{affix: u.points, shift: 2, places: places("points")}
	case kpi.Count:
		f := form{places: places("count")}
		if k.indicator != nil {
			if n, ok := sp.style.places[k.indicator.ID]; ok {
				f.places = n
			}
			if u.counter {
				f.affix = same(k.indicator.Counter)
			}
		}
		return f
	case kpi.Days:
		return form{affix: u.days, places: places("days")}
	case kpi.Hours:
		return form{affix: u.hours, places: places("hours")}
	case kpi.Months:
		return form{affix: u.months}
	case kpi.Score:
		f := form{places: places("score")}
		if k.difference || u.scoreAlways {
			f.affix = u.score
		}
		return f
	case kpi.Index:
		f := form{places: places("index")}
		if k.difference {
			f.affix = u.index
		}
		return f
	case kpi.RatioAB:
		return form{places: places("ratio")}
	}
	return form{places: 2}
}

// text returns a present value as text with its unit and, where it is
// negative, a minus.
func (sp *speaker) text(v kpi.Value, k look) string {
	switch k.unit {
	case kpi.RatioAB:
		return sp.ratio(v, k)
	case kpi.Rank:
		return sp.units.rank(int(v.Num.IntPart()))
	}
	return sp.style.print(v, sp.form(k))
}

// plain returns a present value as text without its unit, as it stands in a
// table: a percent keeps its sign.
func (sp *speaker) plain(v kpi.Value, k look) string {
	switch k.unit {
	case kpi.RatioAB:
		return sp.ratio(v, k)
	case kpi.Rank:
		return v.Num.String()
	}
	f := sp.cellForm(k)
	if k.unit != kpi.Percent {
		f = f.number()
	}
	return sp.style.print(v, f)
}

// cellForm is the form of numbers that no word stands beside.
func (sp *speaker) cellForm(k look) form {
	f := sp.form(k)
	if !k.gap {
		f.more = cellDecimals
	}
	return f
}

// asWritten returns a number of the template, such as a parameter, with the
// decimals that it was written with.
func (sp *speaker) asWritten(v kpi.Value, u kpi.Unit) string {
	f := sp.form(look{unit: u})
	f.places = max(0, -v.Num.Exponent()-f.shift)
	for ; f.shift < 0 && f.places > 0; f.places-- { // 3万元, not 3.0000万元
		if d, _ := v.Round(f.places-1, f.shift, sp.style.rounding); !exact(v, d, f) {
			break
		}
	}
	return sp.style.print(v, f)
}

// cellDecimals is how many decimals a number in a table may get so as not to
// read zero. No word stands beside it, and a change of nearly nothing may read
// zero; a gap to a target may not.
const cellDecimals = 2

// signed returns a present value with a plus or minus and without its unit;
// money keeps its signs.
func (sp *speaker) signed(v kpi.Value, k look) string {
	f := sp.form(k)
	if k.unit != kpi.Money && k.unit != kpi.MoneyPerCustomer {
		f = f.number()
	}
	text := sp.style.print(v, f)
	if v.Sign() > 0 {
		return "+" + text
	}
	return text
}

// number is the form without a unit.
func (f form) number() form {
	f.before, f.affix = "", affix{}
	return f
}

// print writes a present value in a form.
func (st *style) print(v kpi.Value, f form) string {
	d, places := st.round(v, f)
	digits := grouped(d.Abs().StringFixed(places))
	behind := f.many
	if digits == "1" {
		behind = f.one
	}
	text := f.before + digits + behind
	if d.IsNegative() {
		text = minus + text
	}
	return text
}

// round rounds a present value once, from the exact quotient, to the decimals
// of a form, or to as many more as it takes for a percentage other than 100 to
// read so, and for a number that is not zero, if the form allows so many.
func (st *style) round(v kpi.Value, f form) (d decimal.Decimal, places int32) {
	for places = f.places; ; places++ {
		d, _ = v.Round(places, f.shift, st.rounding)
		switch {
		case v.Unit == kpi.Percent && !v.Num.Abs().Equal(v.Den) && d.Abs().Equal(hundred):
		case d.IsZero() && v.Sign() != 0 && places-f.places == f.more && f.more > 0:
			return d, f.places
		case d.IsZero() && v.Sign() != 0:
		case places > f.places && f.more == 0 && v.Unit != kpi.Percent && d.NumDigits() < 2 && !exact(v, d, f):
			// A single digit is wrong by up to a half: 5元 is not 0.001万元.
		case places > f.places && d.Equal(d.Truncate(places-1)): // no stray zero
			return d, places - 1
		default:
			return d, places
		}
	}
}

// exact reports whether a rounded number is the value itself.
func exact(v kpi.Value, d decimal.Decimal, f form) bool {
	return v.Num.Shift(f.shift).Equal(d.Mul(v.Den))
}

var hundred = decimal.New(1, 2)

// roundsToZero reports whether a value reads zero with the decimals of a form
// and no more.
func (st *style) roundsToZero(v kpi.Value, f form) bool {
	d, _ := v.Round(f.places, f.shift, st.rounding)
	return d.IsZero()
}

// ratio writes a : b with 1 on the left, 1:5.2, or on the right where the
// indicator's formula has it there or the left cannot be 1.
func (sp *speaker) ratio(v kpi.Value, k look) string {
	f := sp.form(k)
	toOne := v.Sign() <= 0 || k.indicator != nil && strings.HasSuffix(k.indicator.Formula, ": 1")
	v.Unit = kpi.Number
	if toOne {
		return sp.style.print(v, f) + ":1"
	}
	v.Num, v.Den = v.Den, v.Num
	return "1:" + sp.style.print(v, f)
}

// grouped puts a comma before every third digit left of the point.
func grouped(digits string) string {
	whole, fraction, found := strings.Cut(digits, ".")
	if len(whole) <= 3 {
		return digits
	}
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if found {
		b.WriteByte('.')
		b.WriteString(fraction)
	}
	return b.String()
}
