package kpi

import (
	"fmt"
	"maps"
	"slices"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi/expr"
)

// ForBook returns the catalog of a book: the embedded one with the book's own
// dimensions, observables and indicators. What is wrong in them is reported at
// its place in book.yaml, as a source.List.
func ForBook(setup *channel.Setup) (*Catalog, error) {
	file, err := embedded()
	if err != nil {
		return nil, err
	}
	c, list := build(file, setup)
	if len(setup.Indicators) > 0 {
		more, problems := c.With(setup.Indicators)
		list = append(list, problems...)
		c = more
	}
	if len(list) > 0 {
		return nil, list.Err()
	}
	return c, nil
}

// build returns the embedded catalog with what a book declares, but for its
// indicators.
func build(file *catalogFile, setup *channel.Setup) (*Catalog, source.List) {
	b := &definer{c: &Catalog{setup: setup, names: map[string]any{}}}
	b.dimensions(file, setup)
	for _, m := range file.Measures {
		b.measure(&Measure{ID: m.ID, NameZh: m.Zh, NameEn: m.En, Unit: Unit(m.Unit),
			customers: m.Of == "customers", time: timeWords[m.Time], weight: m.Weight})
	}
	if setup != nil {
		b.observables(setup)
	}
	var entries []*entry
	for _, d := range file.Atoms {
		entries = append(entries, b.enter(d, true))
	}
	for _, d := range file.Indicators {
		entries = append(entries, b.enter(d, false))
	}
	b.compile(entries)
	return b.c, b.list
}

var timeWords = map[string]overTime{
	"": timeSum, "sum": timeSum, "first": timeFirst, "last": timeLast, "mean": timeMean,
	"weighted": timeWeighted, "same": timeSame,
}

// A definer adds definitions to a catalog that nobody else has yet.
type definer struct {
	c       *Catalog
	list    source.List
	pending map[*Indicator]*entry
}

// An entry is an indicator on its way into the catalog.
type entry struct {
	def   definition
	ind   *Indicator
	state entryState
	at    func(key string, offset int) source.Position // where it is written
	path  string
}

type entryState uint8

const (
	waiting entryState = iota
	compiling
	compiled
)

func (b *definer) dimensions(file *catalogFile, setup *channel.Setup) {
	var calendar []dimensionText
	for _, d := range file.Dimensions {
		if d.ID == channel.MonthOf || d.ID == quarterOf {
			calendar = append(calendar, d)
			continue
		}
		b.dimension(d)
	}
	if setup != nil {
		for _, id := range setup.Dimensions {
			i := slices.IndexFunc(file.Attributes, func(d dimensionText) bool { return d.ID == id })
			if i >= 0 {
				b.dimension(file.Attributes[i])
				continue
			}
			if _, taken := b.c.names[id]; taken {
				b.list.Add(&source.Error{Path: "dimensions", Message: msgTaken, Args: []any{id}})
				continue
			}
			b.dimension(dimensionText{ID: id, Zh: id, En: id, Counter: "个" + id, One: id, Many: id + "s"})
		}
	}
	b.c.facts = len(b.c.dims)
	if b.c.facts > maxDimensions {
		b.list.Add(&source.Error{Path: "dimensions", Message: msgDimensions, Args: []any{maxDimensions, b.c.facts}})
		b.c.facts = maxDimensions
	}
	for _, d := range calendar {
		b.dimension(d)
	}
}

// maxDimensions is how many dimensions of facts a dimset takes, with room for
// month and quarter.
const maxDimensions = 60

// quarterOf is the dimension of quarters, which only templates know.
const quarterOf = "quarter"

func (b *definer) dimension(t dimensionText) {
	d := &Dimension{ID: t.ID, NameZh: t.Zh, NameEn: t.En, Counter: t.Counter, CounterEn: t.One, PluralEn: t.Many,
		number: len(b.c.dims)}
	b.c.dims = append(b.c.dims, d)
	b.c.names[d.ID], b.c.names[d.NameZh] = d, d
}

// measure adds a measure and the indicator by which expressions ask for it.
func (b *definer) measure(m *Measure) {
	m.number = len(b.c.measures)
	b.c.measures = append(b.c.measures, m)
	q := &Indicator{ID: m.ID, NameZh: m.NameZh, NameEn: m.NameEn, Unit: m.Unit, Formula: m.ID, hidden: true, sum: true}
	q.node = b.c.measureNode(m)
	b.finish(q)
	b.add(q)
}

// add gives an indicator its number and its names.
func (b *definer) add(q *Indicator) {
	q.number = len(b.c.indicators)
	b.c.indicators = append(b.c.indicators, q)
	b.c.names[q.ID] = q
	if expr.IsName(q.NameZh) {
		b.c.names[q.NameZh] = q
	}
}

func (b *definer) observables(setup *channel.Setup) {
	for _, o := range setup.Observables {
		m := &Measure{ID: o.ID, NameZh: o.NameZh, NameEn: o.NameEn, Unit: Unit(o.Unit), time: timeWords[o.OverTime]}
		if m.NameZh == "" {
			m.NameZh = m.ID
		}
		if m.NameEn == "" {
			m.NameEn = m.ID
		}
		path := "observables." + o.ID
		report := func(msg source.Message, near string, args ...any) {
			b.list.Add(&source.Error{Position: o.Position, Path: path, Message: msg, Args: args, Near: near})
		}
		good := b.free(o.ID, m.NameZh, report)
		if !slices.Contains(declarable, o.Unit) || o.Unit == string(RatioAB) {
			report(msgUnit, source.Nearest(o.Unit, declarable), o.Unit)
			good = false
		}
		if !slices.Contains([]string{"", "sum", "first", "last", "mean"}, o.OverTime) {
			report(msgOneOf, "", "over_time", o.OverTime, "sum, first, last, mean")
			good = false
		}
		if o.OverGroups != "" && o.OverGroups != "sum" {
			report(msgOneOf, "", "over_groups", o.OverGroups, "sum")
			good = false
		}
		if good {
			b.measure(m)
		}
	}
}

// reserved are the names of the language beside those of the catalog, which a
// book's own names may not repeat.
var reserved = []string{
	"organization", "机构", "period", "本期", "report_date", "报告日期", "report", "全局", "next_period", "下期",
	"goals", "工作目标", "initiatives", "项目", "challenges", "挑战", "opportunities", "机遇", "problems", "问题",
	"measures", "措施", "unresolved", "遗留问题", "resources", "资源", "decisions", "决策事项", "lessons", "经验",
	"outlook", "展望",
}

// free reports whether an id and a Chinese name can be given to something new.
// A Chinese name that is no name in expressions is for print only.
func (b *definer) free(id, zh string, report func(msg source.Message, near string, args ...any)) bool {
	good := true
	for _, name := range slices.Compact([]string{id, zh}) {
		_, taken := b.c.names[name]
		switch {
		case !expr.IsName(name):
			if name != id {
				continue // it is printed, but expressions cannot ask for it
			}
			report(msgNotName, "", name)
		case taken || slices.Contains(reserved, name):
			report(msgTaken, "", name)
		default:
			continue
		}
		good = false
	}
	return good
}

// enter adds an indicator of the embedded catalog by its names; its formula
// waits until all names are known.
func (b *definer) enter(d definition, hidden bool) *entry {
	q := &Indicator{
		ID: d.ID, NameZh: d.Zh, NameEn: d.En, Unit: Unit(d.Unit), Counter: d.Counter, Sign: d.Sign,
		Better: betters[d.Better], Growth: growths[d.Growth], PrintBase: d.Print == "base",
		Formula: d.Formula, DefinitionZh: d.Means.Zh, DefinitionEn: d.Means.En, Source: d.Source, hidden: hidden, noYear: d.Year == "none",
		needsDirect: d.Direct == "needed",
	}
	if q.Formula == "" {
		q.Formula = q.ID
	}
	b.add(q)
	return &entry{def: d, ind: q, path: "indicators." + d.ID}
}

var (
	betters = map[string]Better{"": NeutralBetter, "neutral": NeutralBetter, "up": UpBetter, "down": DownBetter}
	growths = map[string]Growth{"": GrowthDefault, "relative": GrowthRelative, "difference": GrowthDifference}
)

// With returns a catalog with further indicators, such as a template's own. It
// is nil if there are problems, which are sorted.
func (c *Catalog) With(defs []channel.IndicatorText) (*Catalog, source.List) {
	b := &definer{c: &Catalog{
		setup: c.setup, dims: c.dims, facts: c.facts, measures: c.measures,
		indicators: slices.Clone(c.indicators), names: maps.Clone(c.names),
	}}
	var entries []*entry
	for i := range defs {
		if e := b.declare(&defs[i], i); e != nil {
			entries = append(entries, e)
		}
	}
	b.compile(entries)
	if len(b.list) > 0 {
		b.list.Sort()
		return nil, b.list
	}
	return b.c, nil
}

// declare checks an indicator of a book or a template and enters it.
func (b *definer) declare(t *channel.IndicatorText, i int) *entry {
	at := func(key string, offset int) source.Position {
		if t.Offsets != nil {
			return t.Offsets(key, offset)
		}
		if p, ok := t.At[key]; ok {
			return p
		}
		return t.Position
	}
	path := fmt.Sprintf("indicators[%d]", i)
	good := true
	report := func(key string) func(source.Message, string, ...any) {
		return func(msg source.Message, near string, args ...any) {
			good = false
			p := t.Position
			if _, given := t.At[key]; given {
				p = at(key, 0)
			}
			b.list.Add(&source.Error{Position: p, Path: path + "." + key, Message: msg, Args: args, Near: near})
		}
	}
	d := definition{ID: t.ID, Zh: t.NameZh, En: t.NameEn, Unit: t.Unit, Better: t.Better, Formula: t.Formula,
		Counter: t.Counter, Growth: t.Growth, Sign: t.Sign, Print: t.Print, Max: t.Max, Additive: t.Additive, Source: t.Source}
	if d.Zh == "" {
		d.Zh = d.ID
	}
	if d.En == "" {
		d.En = d.ID
	}
	b.free(d.ID, d.Zh, report("id"))
	for _, word := range []struct{ key, text, allowed string }{
		{"better", d.Better, " up down neutral"}, {"additive", d.Additive, " true false"},
		{"growth", d.Growth, " relative difference"}, {"sign", d.Sign, " profit"}, {"print", d.Print, " base"},
	} {
		if allowed := fields(word.allowed); !slices.Contains(allowed, word.text) {
			report(word.key)(msgOneOf, source.Nearest(word.text, allowed), word.key, word.text, commas(allowed))
		}
	}
	if d.Unit != "" && !slices.Contains(declarable, d.Unit) {
		report("unit")(msgUnit, source.Nearest(d.Unit, declarable), d.Unit)
	}
	if d.Formula == "" {
		report("formula")(msgNoFormula, "", d.ID)
	}
	if !good {
		return nil
	}
	e := b.enter(d, false)
	e.at, e.path = at, path
	return e
}
