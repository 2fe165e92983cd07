package expr

import "strings"

// Format writes a node as canonical text: names as they stand in the tree, ==
// for equality, one space around binary operators, double quotes, brackets
// only where needed, 万 and 亿 written out. Parse(Format(n)) gives the same tree
// with other positions, for every tree that Parse can give without a problem
// and whose text is not longer than MaxLength. A nil node is "".
func Format(n Node) string {
	var b strings.Builder
	write(&b, n, 0)
	return b.String()
}

// write writes a node where what binds less tightly needs brackets.
func write(b *strings.Builder, n Node, least int) {
	switch n := n.(type) {
	case *Name:
		b.WriteString(n.Ident)
	case *Select:
		write(b, n.X, bindPoint)
		b.WriteByte('.')
		b.WriteString(n.Ident)
	case *Call:
		b.WriteString(n.Ident)
		writeList(b, '(', n.Args, ')')
	case *List:
		writeList(b, '[', n.Items, ']')
	case *Unary:
		bracketed(b, n.Op.bind(), least, func() {
			b.WriteString(n.Op.String())
			if n.Op == Not {
				b.WriteByte(' ')
			}
			write(b, n.X, n.Op.bind())
		})
	case *Binary:
		bind := n.Op.bind()
		left := bind
		if bind == bindCompare || bind == bindRatio {
			left++
		}
		bracketed(b, bind, least, func() {
			write(b, n.X, left)
			b.WriteByte(' ')
			b.WriteString(n.Op.String())
			b.WriteByte(' ')
			write(b, n.Y, bind+1)
		})
	case *Number:
		bind := bindPoint
		if n.Value.IsNegative() { // made by a program; Parse gives a sign its own node
			bind = bindSign
		}
		bracketed(b, bind, least, func() { writeNumber(b, n) })
	case *String:
		b.WriteByte('"')
		b.WriteString(strings.ReplaceAll(n.Value, `"`, `""`))
		b.WriteByte('"')
	}
}

func bracketed(b *strings.Builder, bind, least int, write func()) {
	if bind < least {
		b.WriteByte('(')
		defer b.WriteByte(')')
	}
	write()
}

func writeList(b *strings.Builder, opening byte, items []Node, closing byte) {
	b.WriteByte(opening)
	for i, item := range items {
		if i > 0 {
			b.WriteString(", ")
		}
		write(b, item, 0)
	}
	b.WriteByte(closing)
}

func writeNumber(b *strings.Builder, n *Number) {
	if n.Percent {
		b.WriteString(n.Value.Shift(2).String())
		b.WriteByte('%')
		return
	}
	b.WriteString(n.Value.String())
	if n.Money {
		b.WriteString("元")
	}
}
