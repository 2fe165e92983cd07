package channel

import "slices"

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

// factDimensions are the dimensions of every book's facts, in the order of
// Sales.Dimensions.
var factDimensions = [...]string{Region, CityTier, PartnerType, PartnerID, Tier, ProductLine}

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
func (g Group) And(dim, value string) (Group, bool) {
	switch {
	case g.dim2 != "" || g.dim1 == dim:
		return g, false
	case g.dim1 == "":
		return By(dim, value), true
	case dim < g.dim1:
		return Group{dim, value, g.dim1, g.value1}, true
	}
	return Group{g.dim1, g.value1, dim, value}, true
}

// IsWhole reports whether g restricts nothing.
func (g Group) IsWhole() bool { return g == Group{} }

// A GroupPair is one restriction of a Group.
type GroupPair struct{ Dimension, Value string }

// Pairs returns the restrictions in the order of their dimension ids.
func (g Group) Pairs() []GroupPair {
	pairs := []GroupPair{{g.dim1, g.value1}, {g.dim2, g.value2}}
	return slices.DeleteFunc(pairs, func(p GroupPair) bool { return p.Dimension == "" })
}

// Value returns the group's value in a dimension.
func (g Group) Value(dim string) (string, bool) {
	switch {
	case dim == "":
		return "", false
	case g.dim1 == dim:
		return g.value1, true
	case g.dim2 == dim:
		return g.value2, true
	}
	return "", false
}
