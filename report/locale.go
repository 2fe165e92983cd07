package report

import (
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// A locale is everything that a language says by itself: words, units, dates
// and the wording of phrases. The phrases' logic stands elsewhere and fills
// the slots {…} of these texts, so that a further language is one more value
// of this type.
type locale struct {
	tag   string // zh-CN, en
	words doc.Words

	period func(channel.Period) string // 2026年第三季度, Q3 2026
	civil  func(channel.Date) string   // 2026年9月30日, 30 September 2026
	month  func(channel.Period) string // a month of a breakdown: 2026年9月, Sep 2026
	bare   func(channel.Period) string // a month whose year is known: 9月, Sep

	unassigned   string // facts that name no group
	reasons      map[kpi.Reason]string
	cells        map[kpi.Reason]string // instead of an absent change in a table
	noData       string                // the closing sentence of a paragraph: {groups}
	noDataOne    string                // one reason in it: {names}, {reason}
	aspectName   func(indicator, aspect string) string
	ofGroup      func(name, group string) string
	inPeriod     func(name, period string) string
	whole        string // a group that is everything
	except       string // all but {groups}
	oneOf, allOf string // between groups: one of them, and all at once

	and         string // joins the last two of a list
	comma       string // joins the others
	pause       string // joins two predicates
	attributive string // between a number and its noun: 的
	semicolon   string
	bracket     string // {a} with {b} in brackets
	to          string // between the ends of a range
	named       string // {name} and its {value}
	heldAgainst string // {a}, held against {b}
	spaced      bool   // words are parted by spaces

	units       units
	yearAgo     map[channel.Grain]base
	yearAgoAny  base // of grains that yearAgo lacks
	previous    map[channel.Grain]base
	previousAny base

	verbs    [manners][2]string // up, down
	leanings []string           // further words of direction that people type beside a number
	links    []string           // words that may stand between them
	arrivals []string           // the same before what a figure came to
	move     string             // {verb} {amount}
	moveSpan string             // the same of a span of time
	changes  [changeKinds]wording
	targets  targetWords
	leaders  leaderWords
	drivers  driverWords
	met      metWords
	budget   budgetWords
	balance  balanceWords
	compared versusWords
	remarks  remarkWords
	rank     [2]string // {count} {n}: alone in a rank, sharing it
	steady   [2]string // by month: rising, falling

	structure structureWords

	pick     func(zh, en string) string                         // the name in this language
	counted  func(n int, d *kpi.Dimension, inWords bool) string // 5个区域, five regions
	ordinal  func(n int) string                                 // 2, 2nd
	number   func(n int) string                                 // 三, three
	numbered func(n int) string                                 // of groups: 3, three
	all      func(n int, noun string) string                    // both regions, all three regions; empty where no form needs it
	be       func(name string) string                           // was, were
	inText   func(name string) string                           // a name as it stands in a sentence
	plural   func(noun string) string                           // partners
	quoted   func(title string) string                          // a title that is referred to
}

// A base is how a phrase calls what it compares with.
type base struct {
	when string // 同比, year on year
	name string // 上年同期, a year earlier
	at   string // 上年同期, in the previous quarter
}

// units is how the units of figures are written.
type units struct {
	scales      []scale
	home        string // the scale of renminbi as long as the book does not say
	currency    func(code string) currency
	counter     bool     // counts carry their indicator's counter
	percents    []string // how people type a percent sign
	moneys      []string // and the home currency
	points      affix
	days        affix
	hours       affix
	months      affix
	score       affix
	scoreAlways bool   // a score without its maximum carries its unit too
	index       affix  // of a difference
	outOf       string // a score and its maximum: {score}, {max}
	rank        func(n int) string
	unitLine    string // {unit}
	pointsName  string // as a column's unit: 百分点
}

// An affix stands behind a number: that of one, and that of any other.
type affix struct{ one, many string }

// A scale is a power of ten in which money is printed, by its names in
// book.yaml and its word.
type scale struct {
	names    []string
	exponent int32
	word     string
	places   int32 // as long as the book does not say
	finer    int32 // further places, if the book's scale has no word here
	common   bool  // one that amounts are usually told in
}

// A currency is how amounts carry their currency: before the number or behind.
type currency struct{ before, after string }

// currencies are what amounts carry in Chinese and in English, by code; those
// without an entry carry their code.
var currencies = map[string][2]string{
	"CNY": {"元", "¥"}, "USD": {"美元", "$"}, "EUR": {"欧元", "€"}, "GBP": {"英镑", "£"}, "JPY": {"日元", "JP¥"}, "HKD": {"港元", "HK$"},
	"TWD": {"新台币", "NT$"}, "KRW": {"韩元", "₩"}, "SGD": {"新加坡元", "S$"}, "AUD": {"澳元", "A$"}, "CAD": {"加元", "C$"}, "CHF": {"瑞士法郎", ""},
}

// wording is how a change is said: alone, behind another one that led with the
// same words, and for both bases at once. Empty means that there is no such
// form.
type wording struct{ one, after, both string }

// localeFor returns the locale with a tag, Chinese for zh and zh-…, else
// English.
func localeFor(tag string) *locale {
	if tag == "zh" || strings.HasPrefix(tag, "zh-") {
		return chinese
	}
	return english
}

// pauseMark parts two statements of one figure in a message.
func (l *locale) pauseMark() string { return l.pick("，", ", ") }

// wordGap stands between two words.
func (l *locale) wordGap() string {
	if l.spaced {
		return " "
	}
	return ""
}

// date prints a date, in a cell as in a sentence, or a dash for none.
func (l *locale) date(d channel.Date) string {
	if d.IsZero() {
		return l.words.Missing
	}
	return l.civil(d)
}

// reason words why a figure is absent.
func (l *locale) reason(r kpi.Reason) string { return l.reasons[r] }

// list joins names: A, B and C.
func (l *locale) list(items [][]doc.Inline) []doc.Inline {
	var out []doc.Inline
	for i, item := range items {
		switch {
		case i == 0:
		case i == len(items)-1:
			out = append(out, doc.Text{Text: l.and})
		default:
			out = append(out, doc.Text{Text: l.comma})
		}
		out = append(out, item...)
	}
	return out
}

// names joins plain names: A, B and C.
func (l *locale) names(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], l.comma) + l.and + names[last]
}

// indicator returns an indicator's name as it stands in a sentence.
func (l *locale) indicator(i *kpi.Indicator) string { return l.inText(l.pick(i.NameZh, i.NameEn)) }

// months returns the labels of consecutive months: the year where it begins.
func (l *locale) months(months []channel.Period) []string {
	labels := make([]string, len(months))
	for i, m := range months {
		if _, month, _ := m.Start().Civil(); i == 0 || month == 1 {
			labels[i] = l.month(m)
		} else {
			labels[i] = l.bare(m)
		}
	}
	return labels
}

// fill puts values into the slots of a text. A slot {name} takes the value
// behind its name: a string, an inline, a run of inlines, or a function that
// returns one when it is wanted (what is not printed must not be cited).
func fill(text string, slots ...any) []doc.Inline {
	var out []doc.Inline
	for text != "" {
		before, rest, found := strings.Cut(text, "{")
		out = appendText(out, before)
		if !found {
			break
		}
		name, after, _ := strings.Cut(rest, "}")
		for i := 0; i+1 < len(slots); i += 2 {
			if slots[i] == name {
				switch v := slots[i+1].(type) {
				case string:
					out = appendText(out, v)
				case doc.Value:
					out = append(out, v)
				case []doc.Inline:
					out = appendInlines(out, v)
				case func() doc.Value:
					out = append(out, v())
				case func() []doc.Inline:
					out = appendInlines(out, v())
				}
			}
		}
		text = after
	}
	return out
}

// fillText fills slots with plain text.
func fillText(text string, slots ...any) string { return doc.PlainText(fill(text, slots...)) }

// appendText appends text to inlines; text behind text becomes one.
func appendText(out []doc.Inline, text string) []doc.Inline {
	if text == "" {
		return out
	}
	if n := len(out); n > 0 {
		if t, ok := out[n-1].(doc.Text); ok {
			out[n-1] = doc.Text{Text: t.Text + text}
			return out
		}
	}
	return append(out, doc.Text{Text: text})
}
