package kpi

import (
	"cmp"
	"iter"
	"math/bits"
	"slices"

	"example.com/channelreport/channel"
)

// A Catalog is a set of indicators, measures and dimensions with their names:
// the embedded ones, and those that a book or a template adds. It is immutable
// and safe for concurrent use.
type Catalog struct {
	setup      *channel.Setup // of the book; nil for the embedded catalog
	dims       []*Dimension   // those of facts first, then month and quarter
	facts      int            // how many of them facts have
	measures   []*Measure
	indicators []*Indicator   // with a number each; those of measures and atoms too
	names      map[string]any // *Indicator or *Dimension, by id and Chinese name
}

// Indicator returns the indicator with an id or a Chinese name.
func (c *Catalog) Indicator(name string) (*Indicator, bool) {
	q, ok := c.names[name].(*Indicator)
	if !ok || q.hidden {
		return nil, false
	}
	return q, true
}

// Name returns the name that an id has in a locale's language: of an indicator,
// a measure, a dimension, or of what formulas are made of beside those
// (sales_with_order).
func (c *Catalog) Name(id, locale string) (string, bool) {
	switch n := c.names[id].(type) {
	case *Indicator:
		return n.In(locale), true
	case *Dimension:
		return n.In(locale), true
	}
	return "", false
}

// Indicators iterates over the indicators in the catalog's order.
func (c *Catalog) Indicators() iter.Seq[*Indicator] {
	return func(yield func(*Indicator) bool) {
		for _, q := range c.indicators {
			if !q.hidden && !yield(q) {
				return
			}
		}
	}
}

// ParsePeriod reads a period, FY… included where the catalog is a book's.
func (c *Catalog) ParsePeriod(text string) (channel.Period, error) {
	if c.setup != nil {
		return c.setup.ParsePeriod(text)
	}
	return channel.ParsePeriod(text)
}

// Measure returns the recorded measure with an id or a Chinese name.
func (c *Catalog) Measure(name string) (*Measure, bool) {
	for _, m := range c.measures {
		if m.ID == name || m.NameZh == name {
			return m, true
		}
	}
	return nil, false
}

// measureOf returns the recorded measure with an id.
func (c *Catalog) measureOf(id string) (*Measure, bool) {
	for _, m := range c.measures {
		if m.ID == id {
			return m, true
		}
	}
	return nil, false
}

// Measures iterates over the recorded measures in the catalog's order.
func (c *Catalog) Measures() iter.Seq[*Measure] { return slices.Values(c.measures) }

// Dimension returns the dimension with an id or a Chinese name.
func (c *Catalog) Dimension(name string) (*Dimension, bool) {
	d, ok := c.names[name].(*Dimension)
	return d, ok
}

// Dimensions iterates over the dimensions in the catalog's order.
func (c *Catalog) Dimensions() iter.Seq[*Dimension] { return slices.Values(c.dims) }

// An Indicator is a defined quantity: sales, conversion_rate, cac.
type Indicator struct {
	ID             string
	NameZh, NameEn string
	Unit           Unit
	Counter        string // Chinese measure word of a count: 家, 单, 人次, 场; "" if none
	Better         Better
	Growth         Growth
	Sign           string // "profit": 盈/亏 in sentences
	PrintBase      bool   // printed in base units whatever the book prints
	ToOne          bool   // a ratio printed as x : 1 and not as 1 : x
	Formula        string // in the expression language

	// What it counts, in words: 成交单数除以线索数. Empty for what a book or a
	// template defines.
	DefinitionZh, DefinitionEn string
	Source                     string // where the definition comes from, if it is not the library's own

	number      int  // in Catalog.indicators
	hidden      bool // a measure or an atom, which can be asked but is no indicator
	customers   bool // counts customers
	sum         bool // a plain sum: no finished rates
	noYear      bool // no year to date
	needsDirect bool // absent in a book without direct partner types
	trades      bool // rests on what partners bought, not on how many they are
	max         *node
	node        *node
	side        side
	adds        additivity
	bars        dimset // dimensions in which it does not exist
	needs       needs
	figure      []*Figure // by aspect; nil where it has none
}

// In returns the indicator's name in a locale's language.
func (q *Indicator) In(locale string) string { return inLocale(locale, q.NameZh, q.NameEn) }

// Definition returns what the indicator counts in a locale's language; of one
// that a book or a template defines, the source that it names.
func (q *Indicator) Definition(locale string) string {
	return cmp.Or(inLocale(locale, q.DefinitionZh, q.DefinitionEn), q.Source)
}

// A Measure is a recorded quantity.
type Measure struct {
	ID             string
	NameZh, NameEn string
	Unit           Unit

	number    int
	customers bool // counts customers
	time      overTime
	weight    string // of a weighted mean: the measure that weighs
}

// In returns the measure's name in a locale's language.
func (m *Measure) In(locale string) string { return inLocale(locale, m.NameZh, m.NameEn) }

// overTime says how a measure's sub-periods are put together.
type overTime uint8

const (
	timeSum      overTime = iota
	timeFirst             // the first sub-period's
	timeLast              // the last one's
	timeMean              // the mean of the sub-periods
	timeWeighted          // a mean, weighted by another measure
	timeSame              // the one value that all rows have
)

// A Dimension is a way to break figures down.
type Dimension struct {
	ID             string
	NameZh, NameEn string
	Counter        string // 个区域, 家伙伴, 条产品线
	CounterEn      string // region, partner, product line: singular noun
	PluralEn       string // regions, partners, product lines

	number int
}

// In returns the dimension's name in a locale's language.
func (d *Dimension) In(locale string) string { return inLocale(locale, d.NameZh, d.NameEn) }

func inLocale(locale, zh, en string) string {
	if chinese(locale) {
		return zh
	}
	return en
}

// A dimset is a set of dimensions, by their numbers.
type dimset uint64

func (s dimset) has(dim int) bool { return s>>dim&1 != 0 }

// lowest returns the lowest dimension of a set.
func lowest(s dimset) int { return bits.TrailingZeros64(uint64(s)) }

func (s dimset) size() int { return bits.OnesCount64(uint64(s)) }

// Better says which direction is good news.
type Better uint8

const (
	NeutralBetter Better = iota
	UpBetter
	DownBetter
)

// Growth says how sentences speak of a change.
type Growth uint8

const (
	GrowthDefault    Growth = iota // relative for sums, points for percent
	GrowthRelative                 // relative even for a percent
	GrowthDifference               // the difference: 增加12家
)

// A side is a set of facts: the channel's, the company's own, or both.
type side uint8

const (
	channelSide side = 1
	directSide  side = 2
	companySide side = 3
)

// additivity says over what an indicator adds up.
type additivity struct {
	over   dimset
	time   bool // sub-periods: targets tile
	months bool // month rows
}

func (a additivity) and(b additivity) additivity {
	return additivity{a.over & b.over, a.time && b.time, a.months && b.months}
}
