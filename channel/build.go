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

// A builder takes in the facts of a book, from files or from Go values, checks
// them, and makes the Book.
type builder struct {
	setup *Setup
	problems
	files    []File
	partners []Partner
	byID     map[string]int // index into partners
	tally    *tally
	first    Date // of the sale lines
	last     Date
	rows     map[rowKey]source.Position

	targets, observations []Row
	items                 []*Item
	notes                 []Note
}

func newBuilder(setup *Setup) *builder {
	return &builder{setup: setup, byID: map[string]int{}, tally: newTally(setup), rows: map[rowKey]source.Position{}}
}

// partner returns a listed partner, nil if there is none of that id.
func (b *builder) partner(id string) *Partner {
	if i, ok := b.byID[id]; ok {
		return &b.partners[i]
	}
	return nil
}

// addPartner takes in a partner. at says where its columns are.
func (b *builder) addPartner(p Partner, at func(column string) source.Position) {
	if p.ID == "" {
		b.add(at("partner_id"), msgRequiredCell, "partner_id")
		return
	}
	if i, ok := b.byID[p.ID]; ok {
		b.add(at("partner_id"), msgPartnerTwice, p.ID, b.partners[i].Position)
		return
	}
	if !p.Left.IsZero() && p.Left.Before(p.Joined) {
		b.add(at("left"), msgLeftBeforeJoined, p.Left, p.Joined)
	}
	for _, dim := range b.setup.factDimensions() {
		if name, ok := b.setup.aliases(dim)[p.Attribute(dim)]; ok {
			p.setAttribute(dim, name)
		}
	}
	p.listed = true
	p.direct = b.setup.isDirect(p.Type)
	b.byID[p.ID] = len(b.partners)
	b.partners = append(b.partners, p)
}

func (p *Partner) setAttribute(dim, value string) {
	switch dim {
	case PartnerType:
		p.Type = value
	case Tier:
		p.Tier = value
	case Region:
		p.Region = value
	case CityTier:
		p.CityTier = value
	case "city":
		p.City = value
	}
	for i := range p.Attributes {
		if p.Attributes[i].Dimension == dim {
			p.Attributes[i].Value = value
		}
	}
}

// rowKey identifies a recorded value: what is set twice is an error.
type rowKey struct {
	start, end Date
	measure    string
	scenario   Scenario
	key        string
}

// addRow takes in a target or an observation. at says where its columns are.
func (b *builder) addRow(r Row, at func(column string) source.Position) {
	r.Key = slices.Clone(r.Key)
	slices.SortFunc(r.Key, func(x, y GroupPair) int { return strings.Compare(x.Dimension, y.Dimension) })
	var key strings.Builder
	for i, pair := range r.Key {
		if name, ok := b.setup.aliases(pair.Dimension)[pair.Value]; ok {
			r.Key[i].Value = name
		}
		key.WriteString(pair.Dimension + "\x00" + r.Key[i].Value + "\x00")
		if pair.Dimension == PartnerType && b.setup.isDirect(r.Key[i].Value) {
			r.direct = true
		}
	}
	if _, whole := r.Period.WholeMonths(); !whole && b.setup.Grain == "month" {
		b.add(at("period"), msgPeriodGrain, r.Period.String())
		return
	}
	k := rowKey{r.Period.start, r.Period.end, r.Measure, r.Scenario, key.String()}
	if before, ok := b.rows[k]; ok {
		b.add(r.Position, msgRowTwice, r.Measure, r.Period.String(), before)
		return
	}
	b.rows[k] = r.Position
	if r.Scenario == Plan {
		b.targets = append(b.targets, r)
	} else {
		b.observations = append(b.observations, r)
	}
}

// seen widens the range of the sale lines' days.
func (b *builder) seen(d Date) {
	if b.first.IsZero() || d.Before(b.first) {
		b.first = d
	}
	if b.last.Before(d) {
		b.last = d
	}
}

// finish makes the book, or returns every problem.
func (b *builder) finish(ctx context.Context) (*Book, error) {
	if err := ctx.Err(); err != nil {
		return nil, context.Cause(ctx)
	}
	b.linkItems()
	if err := b.errors.Err(); err != nil {
		return nil, err
	}
	sales := b.tally.finish(b.setup, b.partner)
	b.addNamedPartners(sales)
	for i := range b.targets {
		b.targets[i].direct = b.targets[i].direct || b.namesDirect(b.targets[i].Key)
	}
	for i := range b.observations {
		b.observations[i].direct = b.observations[i].direct || b.namesDirect(b.observations[i].Key)
	}
	book := &Book{
		setup: b.setup, files: b.files, partners: b.partners, sales: sales,
		targets: b.targets, observations: b.observations, items: b.items, notes: b.notes,
	}
	book.from, book.to = b.setup.dataRange(b.first, b.last)
	b.warnings.Sort()
	book.warnings = b.warnings
	return book, nil
}

// addNamedPartners adds the partners that only sale lines know, and settles
// which partners are direct by their lines.
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
			b.partners = append(b.partners, Partner{ID: id})
			p = &b.partners[len(b.partners)-1]
		}
		if p.Name == "" {
			p.Name = b.tally.names[id]
		}
		if p.Type == "" {
			p.direct = direct[i]
		}
	}
	slices.SortFunc(b.partners, func(p, q Partner) int { return strings.Compare(p.ID, q.ID) })
	for i := range b.partners {
		b.byID[b.partners[i].ID] = i
	}
}

func (b *builder) namesDirect(key []GroupPair) bool {
	for _, pair := range key {
		if pair.Dimension == PartnerID {
			if p := b.partner(pair.Value); p != nil && p.direct {
				return true
			}
		}
	}
	return false
}
