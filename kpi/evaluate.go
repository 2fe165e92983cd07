package kpi

import (
	"iter"

	"example.com/channelreport/channel"
)

// An Evaluation answers Figures over one book and period. Answers are computed
// when first asked for and kept; it is safe for concurrent use, and the same
// question always has the same answer.
type Evaluation struct{}

// Evaluate prepares to answer figures of a book for a period. It reports what
// contradicts in the book's recorded rows (unknown measures, overlapping rows,
// two key sets of which neither holds the other) as a source.List.
func Evaluate(c *Catalog, book *channel.Book, period channel.Period) (*Evaluation, error) {
	return nil, nil
}

// In returns an evaluation of the same book for another period. What is shared
// is computed once.
func (e *Evaluation) In(p channel.Period) *Evaluation { return nil }

// Period returns the period.
func (e *Evaluation) Period() channel.Period { return channel.Period{} }

// Value returns a figure for a group; the zero Group is the whole.
func (e *Evaluation) Value(f *Figure, g channel.Group) Value { return Value{} }

// Groups returns the groups of a dimension that a breakdown of the figure has,
// ordered by their text in bytes: those with a fact in the period or its
// bases, or with a target that counts. They account for the whole. Unassigned
// is among them where facts name no group. Months are in calendar order.
func (e *Evaluation) Groups(f *Figure, dim string) []string { return nil }

// Explain returns what a figure was computed from. Facts counts rows read, all
// windows together.
func (e *Evaluation) Explain(f *Figure, g channel.Group) Trace { return Trace{} }

// A Trace leads a figure back to its sources.
type Trace struct {
	Formula string // in the expression language, with aspects and periods written out
	Inputs  []Input
	Facts   int
	Notes   []Note
}

// An Input is a measure that a figure rests on, over one window.
type Input struct {
	Name  string // sales, or at(sales, "2025-Q3") for a base
	Value Value
	Facts int
	Files []string
}

// A Note is a remark that belongs to a value: that a window is partial, that
// sub-periods are missing. Code is stable.
type Note struct {
	Code string
	Args []any
}

// In returns the note in a locale's language.
func (n Note) In(locale string) string { return "" }

// All iterates over every figure that the contract has written out, with its
// group, in a stable order: the whole, then the groups of every dimension,
// then the months.
func (e *Evaluation) All() iter.Seq2[*Figure, channel.Group] { return nil }
