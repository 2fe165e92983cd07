package expr

import (
	"fmt"
	"strings"
)

// dump writes a tree with every bracket, so that what binds to what can be
// read, and without positions: equal dumps are equal trees.
func dump(n Node) string {
	switch n := n.(type) {
	case nil:
		return "nothing"
	case *Name:
		return n.Ident
	case *Select:
		return "(" + dump(n.X) + " . " + n.Ident + ")"
	case *Call:
		return "(" + n.Ident + "()" + dumpAll(n.Args) + ")"
	case *Unary:
		return "(" + n.Op.String() + " " + dump(n.X) + ")"
	case *Binary:
		return "(" + dump(n.X) + " " + n.Op.String() + " " + dump(n.Y) + ")"
	case *Number:
		s := fmt.Sprintf("%se%d", n.Value.Coefficient(), n.Value.Exponent())
		if n.Value.Exponent() == 0 {
			s = n.Value.Coefficient().String()
		}
		if n.Percent {
			s += " percent"
		}
		if n.Money {
			s += " money"
		}
		return s
	case *String:
		return fmt.Sprintf("%q", n.Value)
	case *List:
		return "[" + strings.TrimPrefix(dumpAll(n.Items), " ") + "]"
	}
	return fmt.Sprintf("%T", n)
}

func dumpAll(nodes []Node) string {
	var b strings.Builder
	for _, n := range nodes {
		b.WriteString(" " + dump(n))
	}
	return b.String()
}
