package channel

import "example.com/channelreport/channel/source"

// A Partner is a row of partners.csv. Only ID is required; an empty text or
// zero Date is "not known". Left is the last day, still counted.
//
// A book also has a Partner for each id that only its sale lines know, with
// the name that they give it.
type Partner struct {
	ID, Name, Type, Tier, Region, City, CityTier string
	Joined, Left                                 Date
	Attributes                                   []GroupPair // further columns, in the file's order
	Position                                     source.Position

	named  bool // by sale lines only
	listed bool
	direct bool
}

// Attribute returns the partner's value in a dimension of facts (region, tier,
// partner_type, city_tier, a declared attribute), "" if it has none.
func (p *Partner) Attribute(dim string) string {
	if p == nil {
		return ""
	}
	switch dim {
	case PartnerID:
		return p.ID
	case PartnerType:
		return p.Type
	case Tier:
		return p.Tier
	case Region:
		return p.Region
	case CityTier:
		return p.CityTier
	case "city":
		return p.City
	}
	for _, a := range p.Attributes {
		if a.Dimension == dim {
			return a.Value
		}
	}
	return ""
}

// Listed reports whether the partner was given as a partner (a row of
// partners.csv), and not only named by sale lines. It is known of the partners
// of a Book.
func (p *Partner) Listed() bool { return p.listed }

// Direct reports whether the partner is the company's own: by its type or,
// lacking that, if it has sale lines and all of them are direct. It is known
// of the partners of a Book.
func (p *Partner) Direct() bool { return p.direct }

// setAttribute replaces the partner's value in a dimension.
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
