package doc

// A Figure is one figure of the report with everything needed to check it:
// which it is, its exact value, how it was printed, and what it came from. It
// is the unit of numbers.json.
type Figure struct {
	ID      string // the indicator, empty where Expr is more than a name
	Aspect  string
	Group   []GroupValue // empty for the whole
	Period  string       // the report's period
	Expr    string       // canonical text in the expression language
	Unit    string       // money, percent, pp, …
	Num     string       // exact decimal; empty if the figure is absent
	Den     string       // exact decimal, positive
	Shown   []string     // every text it was printed as, each once
	Formula string
	Inputs  []Input
	Facts   int    // rows read, all windows together
	Reason  string // why it is absent, empty if it is not
	Notes   []string
}

// A GroupValue is one restriction of a figure: region = 华东.
type GroupValue struct{ Dimension, Value string }

// An Input is one measure that a figure was computed from.
type Input struct {
	Name  string
	Value string // exact, a decimal or "a/b"; empty if absent
	Facts int
	Files []string
}

// Absent reports whether the figure has no value; Reason says why.
func (f *Figure) Absent() bool { return f.Num == "" }
