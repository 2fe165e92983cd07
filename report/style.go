package report

import (
	"slices"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// A style is how one book's figures are printed in one locale: in which units,
// with how many decimals, rounded by which rule. It also holds the bands within
// which a change counts as level, slight or marked, which words depend on.
type style struct {
	setup    *channel.Setup
	money    form // 12,345.6万元
	base     form // 852.00元: money that is printed in base units always
	places   map[string]int32
	rounding kpi.Rounding
	level    kpi.Value
	slight   kpi.Value
	marked   kpi.Value
}

// A form is how a number becomes text: what stands before and behind it, the
// power of ten by which it is multiplied, its decimals, and how many more it
// may get so as not to read zero (0: as many as it takes).
type form struct {
	before string
	affix
	shift, places, more int32
}

// defaultPlaces are the decimals of everything but money. effective_partners
// is the one count that is no whole number.
var defaultPlaces = map[string]int32{
	"base": 2, "percent": 1, "points": 1, "score": 2, "ratio": 1, "days": 1,
	"hours": 1, "index": 0, "count": 0, "effective_partners": 1,
}

// defaultBands are the bands of a book that sets none, as exact quotients.
var defaultBands = [...]decimal.Decimal{
	decimal.New(5, -3), decimal.New(2, -2), decimal.New(1, -1),
}

const renminbi = "CNY"

// newStyle returns the style of a book in a locale.
func newStyle(l *locale, setup *channel.Setup) style {
	st := style{
		setup: setup, places: map[string]int32{}, level: fraction(band(setup.Policies.Level, 0)),
		slight: fraction(band(setup.Policies.Slight, 1)), marked: fraction(band(setup.Policies.Marked, 2)),
	}
	for name, n := range defaultPlaces {
		st.places[name] = n
	}
	for name, n := range setup.Print.Decimals {
		st.places[name] = int32(n)
	}
	if setup.Policies.Rounding == "half-even" {
		st.rounding = kpi.HalfEven
	}
	c := l.units.currency(setup.Currency)
	name := setup.Print.Money
	if name == "" && setup.Currency == renminbi {
		name = l.units.home
	}
	sc, _ := l.units.scale(name)
	st.money = form{before: c.before, affix: same(sc.word + c.after), shift: -sc.exponent, places: sc.places}
	if n, ok := setup.Print.Decimals["money"]; ok {
		st.money.places = max(int32(n)+sc.finer, 0)
	}
	st.base = form{before: c.before, affix: same(c.after), places: st.places["base"]}
	return st
}

// checkPrint reports what the book's print settings say that cannot be done.
func checkPrint(setup *channel.Setup) source.List {
	var problems source.List
	report := func(path string, m source.Message, args ...any) {
		problems.Add(&source.Error{Position: source.Position{File: "book.yaml"}, Path: path, Message: m, Args: args})
	}
	if _, ok := chinese.units.scale(setup.Print.Money); !ok {
		report("print.money", msgPrintMoney, setup.Print.Money)
	}
	var names []string
	for name := range setup.Print.Decimals {
		if _, ok := defaultPlaces[name]; !ok && name != "money" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		report("print.decimals."+name, msgPrintDecimals, name)
	}
	return problems
}

// scale returns the scale that book.yaml calls by a name; no name means whole
// units.
func (u *units) scale(name string) (scale, bool) {
	for _, s := range u.scales {
		if slices.Contains(s.names, name) {
			return s, true
		}
	}
	return u.scales[0], false
}

// in returns the style with money in another scale.
func (st style) in(l *locale, name string) style {
	c := l.units.currency(st.setup.Currency)
	sc, _ := l.units.scale(name)
	st.money = form{before: c.before, affix: same(sc.word + c.after), shift: -sc.exponent, places: sc.places}
	return st
}

// policies lists what the report was printed and judged by, for its notes.
func (st *style) policies() []doc.Policy {
	p := &st.setup.Policies
	named := func(value, standard string) string {
		if value == "" {
			return standard
		}
		return value
	}
	percent := func(set decimal.NullDecimal, i int) string { return band(set, i).Shift(2).String() + "%" }
	return []doc.Policy{
		{Name: "rounding", Value: named(p.Rounding, "half-up")},
		{Name: "base", Value: named(p.Base, "strict")},
		{Name: "level", Value: percent(p.Level, 0)},
		{Name: "slight", Value: percent(p.Slight, 1)},
		{Name: "marked", Value: percent(p.Marked, 2)},
		{Name: "partners", Value: named(p.Partners, "named")},
	}
}

func band(set decimal.NullDecimal, i int) decimal.Decimal {
	if set.Valid {
		return set.Decimal
	}
	return defaultBands[i]
}

// fraction returns a decimal as an exact value.
func fraction(d decimal.Decimal) kpi.Value {
	return kpi.Value{Num: d, Den: decimal.New(1, 0)}
}

// same is an affix without a form of its own for one.
func same(text string) affix { return affix{text, text} }
