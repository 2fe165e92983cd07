package channel

import (
	"slices"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel/source"
)

// A Setup is what book.yaml declares: everything about a book but its facts.
type Setup struct {
	Organization       string
	Currency           string // ISO 4217
	Print              Print
	FiscalYearStart    int    // 1–12; 0 is 1
	FiscalYearNamed    string // "end" (default) or "start"
	DirectPartnerTypes []string
	ProductClasses     []ProductClass // core, new, high-value, …; in the file's order
	Dimensions         []string       // attribute columns that are dimensions
	Observables        []Observable
	Indicators         []IndicatorText
	Policies           Policies
	Orders             string // "distinct" (default) or "none"
	Grain              string // "day" (default) or "month"
	SignOff            []SignOff
	DataFrom, DataTo   Date // declared range of the data; zero: from the facts
	Groups             []GroupAlias
	Files              []FileRule
}

// ParsePeriod reads a period, FY… included, by the book's fiscal year. Its
// error is a *source.Error without a position.
func (s *Setup) ParsePeriod(text string) (Period, error) {
	return parsePeriod(text, fiscal{uint8(max(s.FiscalYearStart, 1)), s.FiscalYearNamed == "start"})
}

// factDimensions returns the dimensions of the book's facts in their order.
func (s *Setup) factDimensions() []string {
	return append(slices.Clone(factDimensions[:]), s.Dimensions...)
}

// canonical returns the name of the group that a text in a dimension means.
func (s *Setup) canonical(dim, text string) string {
	for _, g := range s.Groups {
		if g.Dimension == dim && slices.Contains(g.Spellings, text) {
			return g.Name
		}
	}
	return text
}

// isDirect reports whether a partner type is the company's own.
func (s *Setup) isDirect(partnerType string) bool {
	return slices.Contains(s.DirectPartnerTypes, partnerType)
}

// dataRange returns the days for which the book claims to know all sales, of
// which the first and the last are given.
func (s *Setup) dataRange(first, last Date) (from, to Date) {
	if !first.IsZero() {
		from, to = first.monthStart(), last.monthStart().AddMonths(1).AddDays(-1)
	}
	if !s.DataFrom.IsZero() {
		from = s.DataFrom
	}
	if !s.DataTo.IsZero() {
		to = s.DataTo
	}
	return from, to
}

// A ProductClass is a named set of product lines.
type ProductClass struct {
	Class string
	Lines []string
}

// Print says in which unit and with how many decimals figures are printed.
// Money is empty for the locale's default; Decimals holds only what the book
// says.
type Print struct {
	Money    string         // 元, 万元, 亿元, million, …
	Decimals map[string]int // money, base, percent, points, score, ratio, days, hours, index, count
}

// Policies are the settings that change figures or their judgement.
type Policies struct {
	Rounding string // "half-up" (default) or "half-even"
	Base     string // "strict" (default) or "absolute"
	Level    decimal.NullDecimal
	Slight   decimal.NullDecimal
	Marked   decimal.NullDecimal
	Partners string // "", or "masked": partners have no names, and their ids stand in their place
}

// A SignOff is a line such as 编制：….
type SignOff struct{ Role, Name string }

// An Observable declares a measure of the book's own.
type Observable struct {
	ID             string
	NameZh, NameEn string
	Unit           string
	OverTime       string // sum, first, last, mean
	OverGroups     string // sum
	Position       source.Position
}

// IndicatorText is an indicator of the book's own, not yet compiled: package
// kpi compiles it and reports what is wrong at these positions.
type IndicatorText struct {
	ID             string
	NameZh, NameEn string
	Formula        string
	Unit           string
	Better         string // up, down, neutral
	Max            string // of a score: a formula or number
	Additive       string // "", "true", "false"
	Growth         string // "", relative, difference
	Sign           string // "", profit
	Print          string // "", base
	Counter        string // Chinese measure word of a count: 家
	Source         string
	Position       source.Position            // of the entry
	At             map[string]source.Position // of each key's value
	Offsets        func(key string, offset int) source.Position
}

// A GroupAlias unites spellings of one group: 华东区 is 华东.
type GroupAlias struct {
	Dimension string
	Name      string
	Spellings []string
}

// A FileRule says how one kind of file is read.
type FileRule struct {
	Kind      string // sales, partners, targets, observations, items
	Match     []string
	Encoding  string
	Delimiter rune
	Header    int
	Skip      []string
	Dates     string
	Unit      string
	Columns   []ColumnRule
	Amounts   []string
}

// A ColumnRule maps a header of the file to a column of the contract; an empty
// Column is a header that is ignored on purpose.
type ColumnRule struct{ Header, Column string }
