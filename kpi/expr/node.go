package expr

import (
	"iter"

	"github.com/shopspring/decimal"
)

// A Node is an expression. The set is closed: Name, Select, Call, Unary,
// Binary, Number, String and List. Positions are 0-based offsets in code
// points into the parsed text, so that whoever owns the text (a YAML scalar, a
// flag, a formula) maps them to a place in a file.
type Node interface {
	Pos() int // of the first character
	End() int // behind the last
	exprNode()
}

// Span is the place of a node in the parsed text, in code points.
type Span struct{ From, To int }

// Pos returns the offset of the first character.
func (s Span) Pos() int { return s.From }

// End returns the offset behind the last character.
func (s Span) End() int { return s.To }

// A Name is a word that stands alone: an indicator, a dimension, a parameter,
// an item kind, a field of the row. Ident, here and below, is as written,
// English or Chinese, only full-width letters and digits made plain.
type Name struct {
	Span
	Ident string
}

// A Select takes an aspect or a field of what stands before the point.
type Select struct {
	Span
	X       Node
	Ident   string
	IdentAt int // offset of Ident
}

// A Call is a function with its arguments.
type Call struct {
	Span
	Ident string
	Args  []Node
}

// A Unary is Neg or Not before its operand.
type Unary struct {
	Span
	Op Op
	X  Node
}

// A Binary is an operation of two operands. OpAt is the operator's offset. Like
// every span, its span holds the brackets inside it but not those around it.
type Binary struct {
	Span
	Op   Op
	OpAt int
	X, Y Node
}

// A Number is an exact number, never negative. Percent is set where it was
// written with %, and Value is then already divided by a hundred: 15% is 0.15.
// 万 and 亿 are multiplied in; Money is set where 元 was written.
type Number struct {
	Span
	Value   decimal.Decimal
	Percent bool
	Money   bool
}

// A String is text in quotes, unescaped.
type String struct {
	Span
	Value string
}

// A List is [a, b, c].
type List struct {
	Span
	Items []Node
}

func (*Name) exprNode()   {}
func (*Select) exprNode() {}
func (*Call) exprNode()   {}
func (*Unary) exprNode()  {}
func (*Binary) exprNode() {}
func (*Number) exprNode() {}
func (*String) exprNode() {}
func (*List) exprNode()   {}

// Walk yields a node and all nodes in it, each before its parts, in the order
// of the text. A nil node has none.
func Walk(n Node) iter.Seq[Node] {
	return func(yield func(Node) bool) { walk(n, yield) }
}

func walk(n Node, yield func(Node) bool) bool {
	if n == nil {
		return true
	}
	if !yield(n) {
		return false
	}
	var parts []Node
	switch n := n.(type) {
	case *Select:
		return walk(n.X, yield)
	case *Unary:
		return walk(n.X, yield)
	case *Binary:
		return walk(n.X, yield) && walk(n.Y, yield)
	case *Call:
		parts = n.Args
	case *List:
		parts = n.Items
	}
	for _, part := range parts {
		if !walk(part, yield) {
			return false
		}
	}
	return true
}
