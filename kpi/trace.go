package kpi

import (
	"strings"

	"example.com/channelreport/channel"
)

// Explain returns what a figure was computed from. Facts counts rows read, all
// windows together.
func (e *Evaluation) Explain(f *Figure, g channel.Group) Trace {
	e.k.mu.Lock()
	defer e.k.mu.Unlock()
	c := e.cell(f, g)
	return Trace{Formula: f.expr, Notes: c.notes.list()}
}

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

func compareText(a, b string) int { return strings.Compare(a, b) }
