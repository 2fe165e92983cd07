package kpi_test

import (
	"math/big"
	"slices"
	"strings"
)

const twinUnassigned = "未注明"

// twinSettings is what book.yaml says, as far as figures depend on it.
type twinSettings struct {
	FiscalStart  int
	NamedByStart bool
	Direct       []string
	Classes      []twinClass
	Dimensions   []string
	NoOrders     bool
	MonthGrain   bool
	From, To     string
	Absolute     bool
	Spellings    []twinSpelling
	VisitsOver   string   // how the observable visits goes over time, "" if there is none
	Own          []string // ids of twinOwn
}

type twinClass struct {
	name  string
	lines []string
}

// twinSpelling is one entry under groups: a spelling that means a name.
type twinSpelling struct{ dim, name, spelling string }

func (s *twinSettings) yearStart() int { return max(1, s.FiscalStart) }

// twinTable is a CSV file: its rows by column.
type twinTable []map[string]string

// twinFacts is a book before anything was computed from it.
type twinFacts struct {
	settings                               twinSettings
	partners, sales, targets, observations twinTable
}

// Sides (contract §2, Channel or company).
const (
	channelSide = "channel"
	companySide = "company"
	directSide  = "direct"
)

type twinLine struct {
	day      int
	group    map[string]string // by dimension, never blank
	direct   bool
	partner  string // "" if the line names none
	order    string
	amount   *big.Rat
	quantity *big.Rat // nil if the line has none
}

type twinPartner struct {
	id           string
	attribute    map[string]string // of partners.csv
	joined, left int               // 0 if not known
	direct       bool
	firstDay     int         // of the channel's lines; 0 if there are none
	firstLines   []*twinLine // the channel's lines of that day
}

// twinRow is a target or an observation. key is what it names, by dimension,
// without the type on the direct side, where it is no key.
type twinRow struct {
	measure, scenario, side string
	window                  twinWindow
	key                     map[string]string
	keySet                  string // the key's dimensions: "product_line region"
	keyText                 string // its groups
	value                   *big.Rat
}

type twinRowsKey struct{ measure, scenario, side string }

// twin answers for one book.
type twin struct {
	settings   *twinSettings
	indicators []*twinIndicator
	lines      []*twinLine
	partners   []*twinPartner
	periods    map[twinRowsKey][]*twinPeriod
	from, to   int // of the data; 0, 0 if there are none

	lineCache  map[twinLineKey]map[string][]*twinLine
	valueCache map[twinValueKey]twinFigure
}

type twinLineKey struct {
	side        string
	first, last int
	dim         string
}

type twinValueKey struct {
	indicator, side string
	scope           twinScope
}

var twinFactDimensions = []string{"region", "city_tier", "partner_type", "partner", "tier", "product_line"}

func (t *twin) dimensions() []string {
	return append(slices.Clone(twinFactDimensions), t.settings.Dimensions...)
}

// twinColumn is the column of a dimension.
func twinColumn(dim string) string {
	if dim == "partner" {
		return "partner_id"
	}
	return dim
}

func twinNumber(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("no number: " + text)
	}
	return r
}

// united is a group's name, whatever it is spelt.
func (t *twin) united(dim, text string) string {
	for _, s := range t.settings.Spellings {
		if s.dim == dim && s.spelling == text {
			return s.name
		}
	}
	return text
}

func (t *twin) isDirectType(text string) bool { return slices.Contains(t.settings.Direct, text) }

func newTwin(f *twinFacts) *twin {
	t := &twin{
		settings: &f.settings, indicators: twinCatalog(&f.settings), periods: map[twinRowsKey][]*twinPeriod{},
		lineCache: map[twinLineKey]map[string][]*twinLine{}, valueCache: map[twinValueKey]twinFigure{},
	}
	listed := map[string]*twinPartner{}
	for _, row := range f.partners {
		p := t.readPartner(row)
		listed[p.id] = p
		t.partners = append(t.partners, p)
	}
	for _, row := range f.sales {
		t.lines = append(t.lines, t.readLine(row, listed))
	}
	t.settlePartners(listed)
	for _, row := range f.targets {
		t.file(t.readRow(row, row["amount"], "target", listed))
	}
	for _, row := range f.observations {
		scenario := row["scenario"]
		if scenario == "" {
			scenario = "actual"
		}
		t.file(t.readRow(row, row["value"], scenario, listed))
	}
	t.settleData()
	return t
}

func (t *twin) readPartner(row map[string]string) *twinPartner {
	p := &twinPartner{id: row["partner_id"], attribute: map[string]string{}}
	for _, dim := range t.dimensions() {
		if text := row[twinColumn(dim)]; text != "" {
			p.attribute[dim] = t.united(dim, text)
		}
	}
	if row["joined"] != "" {
		p.joined = twinParseDate(row["joined"])
	}
	if row["left"] != "" {
		p.left = twinParseDate(row["left"])
	}
	return p
}

// readLine: "A fact's own column wins over the partner's attribute …; blank
// falls back to the partner's; still blank = the group 未注明".
func (t *twin) readLine(row map[string]string, listed map[string]*twinPartner) *twinLine {
	l := &twinLine{day: twinParseDate(row["date"]), partner: row["partner_id"], amount: twinNumber(row["amount"]), group: map[string]string{}}
	if !t.settings.NoOrders {
		l.order = row["order_id"]
	}
	if row["quantity"] != "" {
		l.quantity = twinNumber(row["quantity"])
	}
	for _, dim := range t.dimensions() {
		text := t.united(dim, row[twinColumn(dim)])
		if p := listed[l.partner]; text == "" && p != nil {
			text = p.attribute[dim]
		}
		if text == "" {
			text = twinUnassigned
		}
		l.group[dim] = text
	}
	l.direct = t.isDirectType(l.group["partner_type"])
	return l
}

// settlePartners adds the partners that only lines name, and says who is
// direct: "by its type in partners.csv or, lacking that, if all its lines are".
func (t *twin) settlePartners(listed map[string]*twinPartner) {
	for _, l := range t.lines {
		if l.partner == "" {
			continue
		}
		p := listed[l.partner]
		if p == nil {
			p = &twinPartner{id: l.partner, attribute: map[string]string{}}
			listed[l.partner] = p
			t.partners = append(t.partners, p)
		}
		if l.direct {
			continue
		}
		switch day := t.factDay(l); {
		case p.firstDay == 0 || day < p.firstDay:
			p.firstDay, p.firstLines = day, []*twinLine{l}
		case day == p.firstDay:
			p.firstLines = append(p.firstLines, l)
		}
	}
	for _, p := range t.partners {
		if p.attribute["partner_type"] != "" {
			p.direct = t.isDirectType(p.attribute["partner_type"])
			continue
		}
		hasLines := false
		for _, l := range t.lines {
			hasLines = hasLines || l.partner == p.id
		}
		p.direct = hasLines && p.firstDay == 0
	}
}

// factDay is a line's day, or the first of its month where that is the grain.
func (t *twin) factDay(l *twinLine) int {
	if t.settings.MonthGrain {
		y, m, _ := twinCivil(l.day)
		return twinDay(y, m, 1)
	}
	return l.day
}

// group is the partner's group for partners and new_partners: "the attribute
// in partners.csv, where blank that of the first sale line (of several on its
// first day … the smallest text in bytes)".
func (p *twinPartner) group(dim string) string {
	if text := p.attribute[dim]; text != "" {
		return text
	}
	smallest := twinUnassigned
	for _, l := range p.firstLines {
		if text := l.group[dim]; text != twinUnassigned && (smallest == twinUnassigned || text < smallest) {
			smallest = text
		}
	}
	return smallest
}

// readRow sides a row: "A row that names a direct partner type or a direct
// partner is on the direct side"; "a row of company_sales, channel_share or a
// direct_ indicator belongs to that indicator whatever it names, and on the
// direct side the type is no key".
func (t *twin) readRow(row map[string]string, value, scenario string, listed map[string]*twinPartner) *twinRow {
	r := &twinRow{
		measure: row["measure"], scenario: scenario, side: channelSide,
		window: twinParseWindow(row["period"], t.settings), key: map[string]string{}, value: twinNumber(value),
	}
	for _, dim := range t.dimensions() {
		if text := row[twinColumn(dim)]; text != "" {
			r.key[dim] = t.united(dim, text)
		}
	}
	if t.isDirectType(r.key["partner_type"]) {
		r.side = directSide
	}
	if p := listed[r.key["partner"]]; p != nil && p.direct {
		r.side = directSide
	}
	switch {
	case r.measure == "company_sales" || r.measure == "channel_share":
		r.side = companySide
	case strings.HasPrefix(r.measure, "direct_"):
		r.side = directSide
	}
	if r.side == directSide {
		delete(r.key, "partner_type")
	}
	var dims, groups []string
	for dim, value := range r.key {
		dims, groups = append(dims, dim), append(groups, dim+"="+value)
	}
	slices.Sort(dims)
	slices.Sort(groups)
	r.keySet, r.keyText = strings.Join(dims, " "), strings.Join(groups, " ")
	return r
}

// settleData: "The data run from the first day of the month of the first sale
// to the last day of the month of the last, unless data says otherwise".
func (t *twin) settleData() {
	for i, l := range t.lines {
		y, m, _ := twinCivil(l.day)
		from, to := twinDay(y, m, 1), twinDay(y, m+1, 1)-1
		if i == 0 || from < t.from {
			t.from = from
		}
		if i == 0 || to > t.to {
			t.to = to
		}
	}
	if t.settings.From != "" {
		t.from = twinParseDate(t.settings.From)
	}
	if t.settings.To != "" {
		t.to = twinParseDate(t.settings.To)
	}
}

// missing: a window wholly outside the data.
func (t *twin) missing(w twinWindow) bool {
	return t.from == 0 && t.to == 0 || w.last < t.from || w.first > t.to
}

// linesOf are a side's lines in a scope.
func (t *twin) linesOf(side string, s twinScope) []*twinLine {
	k := twinLineKey{side, s.window.first, s.window.last, s.dim}
	if t.lineCache[k] == nil {
		byValue := map[string][]*twinLine{}
		for _, l := range t.lines {
			if s.window.first <= l.day && l.day <= s.window.last && l.onSide(side) {
				byValue[l.group[s.dim]] = append(byValue[l.group[s.dim]], l) // of the whole: ""
			}
		}
		t.lineCache[k] = byValue
	}
	return t.lineCache[k][s.value]
}

func (l *twinLine) onSide(side string) bool {
	switch side {
	case channelSide:
		return !l.direct
	case directSide:
		return l.direct
	}
	return true
}
