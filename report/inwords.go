package report

import (
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// inWords writes an expression with the names of the report's language:
// 成交单数 ÷ 线索数.
func (b *builder) inWords(expression string) string {
	tree, problems := expr.Parse(expression)
	if len(problems) > 0 {
		return expression
	}
	l := b.locale
	var named func(n expr.Node) expr.Node
	named = func(n expr.Node) expr.Node {
		switch n := n.(type) {
		case *expr.Name:
			return &expr.Name{Ident: b.nameOf(n.Ident)}
		case *expr.Select:
			if x, ok := n.X.(*expr.Name); ok && x.Ident == "report" {
				return b.figureName(n)
			}
			a, aspect := kpi.AspectNamed(n.Ident)
			if x, ok := n.X.(*expr.Name); ok && aspect {
				return &expr.Name{Ident: l.aspectName(b.nameOf(x.Ident), a.In(l.tag))}
			}
			ident := b.nameOf(n.Ident)
			if aspect {
				ident = a.In(l.tag)
			}
			return &expr.Select{X: rewrite(n.X, named), Ident: ident}
		case *expr.Call:
			if n.Ident == "of" || n.Ident == "at" {
				return b.figureName(n)
			}
			out := &expr.Call{Ident: n.Ident}
			if f, ok := lookupFunction(n.Ident); ok {
				out.Ident = l.pick(f.zh, f.name)
			}
			for _, arg := range n.Args {
				out.Args = append(out.Args, rewrite(arg, named))
			}
			return out
		}
		return nil
	}
	return printedSigns.Replace(expr.Format(rewrite(tree, named)))
}

// figureName names a figure inside of an expression; nil if it is none.
func (b *builder) figureName(n expr.Node) expr.Node {
	f, err := b.run.figure(expr.Format(n))
	if err != nil || f.Indicator() == nil {
		return nil
	}
	return &expr.Name{Ident: b.speaker.nameOf(f)}
}

// printedSigns are the signs of arithmetic as they are printed.
var printedSigns = strings.NewReplacer(" / ", " ÷ ", " * ", " × ", " - ", " − ")

// nameOf returns the name of what expressions are made of in the report's
// language.
func (b *builder) nameOf(id string) string {
	l := b.locale
	if name, ok := b.run.program.catalog.Name(id, l.tag); ok {
		return name
	}
	if k, ok := channel.KindNamed(id); ok {
		return k.In(l.tag)
	}
	if l == chinese {
		for _, f := range itemFieldSpecs() {
			if f.Name == id {
				return f.Zh
			}
		}
	}
	return id
}
