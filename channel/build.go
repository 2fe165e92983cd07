package channel

import (
	"context"
	"slices"
	"strings"

	"example.com/channelreport/channel/source"
)

// Indices into the dimensions of facts.
const (
	typeSlot    = 2
	partnerSlot = 3
)

// A builder takes in what a book is made of, from files or from Go values,
// checks it, and makes the Book.
type builder struct {
	setup *Setup
	problems
	files    []File
	read     map[string]string // what the files are that were read or refused, by name
	partners []Partner
	byID     map[string]int // index into partners
	tally    *tally
	first    Date // of the sale lines
	last     Date
	groups   groupNames // that facts and partners name
	targeted groupNames // that targets name

	rows                  map[rowKey]source.Position
	targets, observations []Row
	items                 []*Item
	parts                 []part // of items, before they are attached
	notes                 []Note
}

func newBuilder(setup *Setup, p problems) *builder {
	return &builder{
		setup: setup, problems: p, byID: map[string]int{}, tally: newTally(setup), groups: groupNames{}, targeted: groupNames{},
		read: map[string]string{bookFile: "book"}, rows: map[rowKey]source.Position{},
	}
}

// partner returns a partner, nil if there is none of that id.
func (b *builder) partner(id string) *Partner {
	if i, ok := b.byID[id]; ok {
		return &b.partners[i]
	}
	return nil
}

// addPartner takes in a partner. where says where its columns are.
func (b *builder) addPartner(p Partner, where func(column string) place) {
	if isBlank(p.ID) {
		b.add(where("partner_id"), msgRequiredCell, "partner_id")
		return
	}
	if i, ok := b.byID[p.ID]; ok {
		b.add(where("partner_id"), msgPartnerTwice, p.ID, b.partners[i].Position)
		return
	}
	if !p.Left.IsZero() && p.Left.Before(p.Joined) {
		b.add(where("left"), msgLeftBeforeJoined, p.Left, p.Joined)
	}
	for _, dim := range b.setup.factDimensions() {
		if text := p.Attribute(dim); text != "" && dim != PartnerID {
			name := b.setup.canonical(dim, text)
			p.setAttribute(dim, name)
			b.groups.see(dim, name, func() place { return where(dim) })
		}
	}
	p.listed = true
	p.direct = b.setup.isDirect(p.Type)
	b.byID[p.ID] = len(b.partners)
	b.partners = append(b.partners, p)
}

// checkCurrency refuses a sale line of another currency.
func (b *builder) checkCurrency(currency string, where func(column string) place) bool {
	if s := b.setup; currency != "" && currency != s.Currency && isCurrency(s.Currency) {
		b.add(where("currency"), msgWrongCurrency, currency, s.Currency)
		return false
	}
	return true
}

// checkDay refuses a sale line outside the days for which the book says that
// it has data.
func (b *builder) checkDay(d Date, where func(column string) place) bool {
	if s := b.setup; !s.DataFrom.IsZero() && d.Before(s.DataFrom) || !s.DataTo.IsZero() && s.DataTo.Before(d) {
		b.add(where("date"), msgOutsideData, d)
		return false
	}
	return true
}

// learn makes the series of a line whose texts are new.
func (b *builder) learn(l *line, where func(column string) place) int32 {
	for d, dim := range b.setup.factDimensions() {
		text := l.texts[d]
		if text != "" {
			b.groups.see(dim, b.setup.canonical(dim, text), func() place { return where(dimensionColumn(dim)) })
		}
	}
	return b.tally.learn(l.texts)
}

// seen widens the range of the sale lines' days.
func (b *builder) seen(d Date) {
	b.first, b.last = earlier(b.first, d), later(b.last, d)
}

// rowKey identifies a recorded value: what is set twice is an error.
type rowKey struct {
	start, end Date
	measure    string
	scenario   Scenario
	key        string
}

// addRow takes in a target or an observation. where says where its columns are.
func (b *builder) addRow(r Row, where func(column string) place) {
	r.Key = slices.Clone(r.Key)
	slices.SortFunc(r.Key, func(x, y GroupPair) int { return strings.Compare(x.Dimension, y.Dimension) })
	var key strings.Builder
	for i := range r.Key {
		pair := &r.Key[i]
		pair.Value = b.setup.canonical(pair.Dimension, pair.Value)
		key.WriteString(pair.Dimension + "\x00" + pair.Value + "\x00")
		r.direct = r.direct || pair.Dimension == PartnerType && b.setup.isDirect(pair.Value)
		seen := b.groups
		if r.Scenario == Plan {
			seen = b.targeted
		}
		seen.see(pair.Dimension, pair.Value, func() place { return where(dimensionColumn(pair.Dimension)) })
	}
	if _, whole := r.Period.WholeMonths(); !whole && b.setup.Grain == "month" {
		b.add(where("period"), msgPeriodGrain, r.Period.String())
		return
	}
	k := rowKey{r.Period.start, r.Period.end, r.Measure, r.Scenario, key.String()}
	if before, ok := b.rows[k]; ok {
		b.add(where("measure"), msgRowTwice, r.Measure, r.Period.String(), before)
		return
	}
	b.rows[k] = r.Position
	if r.Scenario == Plan {
		b.targets = append(b.targets, r)
	} else {
		b.observations = append(b.observations, r)
	}
}

// finish makes the book, or returns every problem.
func (b *builder) finish(ctx context.Context) (*Book, error) {
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	b.attachParts()
	b.linkItems()
	if err := b.err(); err != nil {
		return nil, err
	}
	sales := b.tally.finish(b.partner)
	b.addNamedPartners(sales)
	for _, rows := range [][]Row{b.targets, b.observations} {
		for i := range rows {
			rows[i].direct = rows[i].direct || b.namesDirect(rows[i].Key)
		}
	}
	reading := slices.Clone(b.warnings)
	b.warnOfFiles()
	b.warnOfGroups()
	if b.unlisted > 0 {
		b.warnings.Add(&source.Error{Message: msgUnlisted, Args: []any{b.unlisted}, Severity: source.Warning})
	}
	b.warnings.Sort()
	book := &Book{
		setup: b.setup, files: b.files, partners: b.partners, sales: sales, targets: b.targets,
		observations: b.observations, items: b.items, notes: b.notes, warnings: b.warnings,
		reading: reading, groups: b.groups, targeted: b.targeted,
	}
	book.from, book.to = b.setup.dataRange(b.first, b.last)
	return book, nil
}

// addNamedPartners adds the partners that only sale lines know, and settles
// which partners are direct by their lines. Where names are to be masked, what
// comes after sees none.
func (b *builder) addNamedPartners(s *Sales) {
	ids := s.dims[partnerSlot].Values
	lines, direct := make([]bool, len(ids)), make([]bool, len(ids))
	for i := range s.series {
		p := s.series[i].key[partnerSlot]
		direct[p] = s.series[i].direct && (direct[p] || !lines[p])
		lines[p] = true
	}
	for i, id := range ids {
		if i == 0 || !lines[i] {
			continue
		}
		p := b.partner(id)
		if p == nil {
			b.byID[id] = len(b.partners)
			b.partners = append(b.partners, Partner{ID: id})
			p = b.partner(id)
		}
		if name := b.tally.names[id]; p.Name == "" && name != "" {
			p.Name, p.named = name, true
		}
		if p.Type == "" {
			p.direct = direct[i]
		}
	}
	if b.setup.Policies.Partners == "masked" {
		for i := range b.partners {
			b.partners[i].Name, b.partners[i].named = "", false
		}
	}
	slices.SortFunc(b.partners, func(p, q Partner) int { return strings.Compare(p.ID, q.ID) })
	for i := range b.partners {
		b.byID[b.partners[i].ID] = i
	}
}

// namesDirect reports whether a key names a direct partner.
func (b *builder) namesDirect(key []GroupPair) bool {
	return slices.ContainsFunc(key, func(pair GroupPair) bool {
		p := b.partner(pair.Value)
		return pair.Dimension == PartnerID && p != nil && p.direct
	})
}
