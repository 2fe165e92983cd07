package channel

// Dimension ids that every book knows. A book may declare further ones, which
// are attribute columns of its facts or partners.
const (
	Region      = "region"
	CityTier    = "city_tier"
	PartnerType = "partner_type"
	PartnerID   = "partner" // values are partner ids
	Tier        = "tier"
	ProductLine = "product_line"
	MonthOf     = "month" // values are 2026-09; not a key of facts
)

// Unassigned is the group of facts that name none: never dropped, never ranked.
const Unassigned = "未注明"

// A Group restricts a figure to facts with one value in each of at most two
// dimensions. It is comparable and can be a map key. The zero Group is the
// whole.
type Group struct{ dim1, value1, dim2, value2 string }

// By returns the group of facts whose dimension dim has the value.
func By(dim, value string) Group { return Group{dim1: dim, value1: value} }

// And narrows g by a second dimension. The order of the two does not matter.
// It reports false if g already has two, or dim is already restricted.
func (g Group) And(dim, value string) (Group, bool) { return g, false }

// IsWhole reports whether g restricts nothing.
func (g Group) IsWhole() bool { return g == Group{} }

// Pairs returns the restrictions in the order of their dimension ids.
func (g Group) Pairs() []GroupPair { return nil }

// A GroupPair is one restriction of a Group.
type GroupPair struct{ Dimension, Value string }

// Value returns the group's value in a dimension.
func (g Group) Value(dim string) (string, bool) { return "", false }
