package kpi

import (
	"iter"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
)

// A Catalog is a set of indicators, measures and dimensions with their names:
// the embedded ones, and those that a book or a template adds. It is immutable
// and safe for concurrent use.
type Catalog struct{}

// Builtin returns the embedded catalog.
func Builtin() *Catalog { return nil }

// ForBook returns the catalog of a book: the embedded one with the book's own
// dimensions, observables and indicators. What is wrong in them is reported at
// its place in book.yaml.
func ForBook(setup *channel.Setup) (*Catalog, error) { return nil, nil }

// With returns a catalog with further indicators, such as a template's own.
func (c *Catalog) With(defs []channel.IndicatorText) (*Catalog, source.List) { return nil, nil }

// Indicator returns the indicator with an id or a Chinese name.
func (c *Catalog) Indicator(name string) (*Indicator, bool) { return nil, false }

// Indicators iterates over the indicators in the catalog's order.
func (c *Catalog) Indicators() iter.Seq[*Indicator] { return nil }

// Measure returns the recorded measure with an id or a Chinese name.
func (c *Catalog) Measure(name string) (*Measure, bool) { return nil, false }

// Measures iterates over the recorded measures in the catalog's order.
func (c *Catalog) Measures() iter.Seq[*Measure] { return nil }

// Dimension returns the dimension with an id or a Chinese name.
func (c *Catalog) Dimension(name string) (*Dimension, bool) { return nil, false }

// Dimensions iterates over the dimensions in the catalog's order.
func (c *Catalog) Dimensions() iter.Seq[*Dimension] { return nil }

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
	Formula        string // in the expression language
	Definition     string // where the definition comes from
}

// A Measure is a recorded quantity.
type Measure struct {
	ID             string
	NameZh, NameEn string
	Unit           Unit
}

// A Dimension is a way to break figures down.
type Dimension struct {
	ID             string
	NameZh, NameEn string
	Counter        string // 个区域, 家伙伴, 条产品线
	CounterEn      string // region, partner, product line: singular noun
	PluralEn       string // regions, partners, product lines
}

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

// An Aspect is one of the things that can be asked of an indicator.
type Aspect string

const (
	ValueAspect     Aspect = "value"
	Target          Aspect = "target"
	Attainment      Aspect = "attainment"
	Gap             Aspect = "gap"
	YoY             Aspect = "yoy"
	PoP             Aspect = "pop"
	YoYChange       Aspect = "yoy_change"
	PoPChange       Aspect = "pop_change"
	Share           Aspect = "share"
	ShareYoYChange  Aspect = "share_yoy_change"
	ContributionYoY Aspect = "contribution_yoy"
	ContributionPoP Aspect = "contribution_pop"
	GrowthShareYoY  Aspect = "growth_share_yoy"
	GrowthSharePoP  Aspect = "growth_share_pop"
	RankAspect      Aspect = "rank"
	YTD             Aspect = "ytd"
	YTDYoY          Aspect = "ytd_yoy"
	YTDTarget       Aspect = "ytd_target"
	YTDAttainment   Aspect = "ytd_attainment"
	YearTarget      Aspect = "year_target"
	YearAttainment  Aspect = "year_attainment"
	NeededPerMonth  Aspect = "needed_per_month"
	YearAgo         Aspect = "year_ago"
	PreviousAspect  Aspect = "previous"
	MaxAspect       Aspect = "max"
	BenchmarkAspect Aspect = "benchmark"
	BudgetAspect    Aspect = "budget"
	ForecastAspect  Aspect = "forecast"
)

// Aspects returns all aspects in the order in which they are written out.
func Aspects() []Aspect { return nil }

// AspectNamed returns the aspect with an id or a Chinese name.
func AspectNamed(name string) (Aspect, bool) { return "", false }

// In returns the aspect's name in a locale's language.
func (a Aspect) In(locale string) string { return "" }
