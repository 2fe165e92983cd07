package kpi

import "example.com/channelreport/kpi/expr"

// A Figure is a compiled question: which indicator or formula, which aspect.
// It holds no data; the same Figure can be asked of any book with the same
// declarations, for any period and group. It is immutable and safe for
// concurrent use.
type Figure struct{}

// Compile checks an expression that stands for a figure and compiles it:
// names, aspects, of(…), at(…), arithmetic, units. report.x is x of the whole.
// All problems are returned at once, at their offsets; the figure is nil if
// there are any.
func (c *Catalog) Compile(n expr.Node) (*Figure, []expr.Problem) { return nil, nil }

// Expr returns the figure's canonical text in the expression language.
func (f *Figure) Expr() string { return "" }

// Indicator returns the indicator whose value or aspect this is, through of()
// and at() too; nil if the expression is more than that (sales / orders).
func (f *Figure) Indicator() *Indicator { return nil }

// Plain reports whether the figure is an indicator's aspect and nothing more
// (no of, no at, no arithmetic), so that numbers.json names id and aspect.
func (f *Figure) Plain() bool { return false }

// Aspect returns the aspect, ValueAspect if none was named.
func (f *Figure) Aspect() Aspect { return "" }

// Unit returns the unit that the figure's values have.
func (f *Figure) Unit() Unit { return "" }

// With returns another aspect of the same subject, and false if the subject
// can have no such aspect (share of the whole is decided by the group; yoy of a
// percent is never there).
func (f *Figure) With(a Aspect) (*Figure, bool) { return nil, false }

// Subject returns the figure without its aspect.
func (f *Figure) Subject() *Figure { return nil }
