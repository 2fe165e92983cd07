package kpi

import "example.com/channelreport/channel"

// AddsOver reports whether the figure's values for the groups of a dimension
// are parts of the whole's: sums are, rates and ranks never.
func (f *Figure) AddsOver(d *Dimension) bool {
	if d.ID == channel.MonthOf || d.ID == quarterOf {
		return f.root.adds.months
	}
	return f.root.adds.over.has(d.number)
}
