package expr

import (
	"strings"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
)

// A parser holds the token to be read and the one read last.
type parser struct {
	lexer
	tok, prev token
	depth     int
	tooDeep   bool
	lists     int // brackets that are open
}

func (p *parser) next() {
	p.prev = p.tok
	p.tok = p.lexer.next()
}

// reads tells whether an operator is to be read.
func (p *parser) reads(op Op) bool { return p.tok.kind == tokOperator && p.tok.op == op }

// whole reads up to the end. What follows a complete expression is refused
// once, and then read for what else may be wrong in it.
func (p *parser) whole() Node {
	p.next()
	if p.tok.kind == tokEnd {
		p.report(p.tok.from, msgEmpty)
		return nil
	}
	n := p.expression(0)
	if p.tok.kind != tokEnd && n != nil {
		if p.grouped() {
			p.report(p.tok.from, msgGrouping)
		} else {
			p.refuse(p.tok)
		}
	}
	for p.tok.kind != tokEnd {
		if !p.operandFollows() {
			p.next()
		} else if rest := p.expression(0); n == nil {
			n = rest
		}
	}
	return n
}

// expression reads operands and operators that bind at least so tightly. It
// returns nil, with a problem, if no operand is there. Where one is missing
// behind an operator, the operator is dropped.
func (p *parser) expression(least int) Node {
	from := p.tok.from
	x := p.signed(least)
	if x == nil {
		return nil
	}
	bound := 0 // how the operator read last bound
	for {
		p.unglueFront()
		sign, op := p.tok, p.tok.op
		if op == Not {
			op = NotIn
		}
		bind := op.bind()
		if sign.kind != tokOperator || bind < least {
			return x
		}
		p.next()
		if sign.op == Not {
			if !p.reads(In) {
				p.refuse(sign)
				p.expression(bind + 1)
				continue
			}
			p.next()
		}
		y := p.expression(bind + 1)
		if y == nil {
			continue
		}
		span := Span{from, p.prev.to}
		switch {
		case bind == bindCompare && bound == bindCompare:
			p.fail(Problem{At: sign.from, Message: msgChain})
			x = &Binary{span, And, sign.from, x, y} // keeps the names of both
		case bind == bindRatio && bound == bindRatio:
			p.refuse(sign)
		default:
			x = &Binary{span, op, sign.from, x, y}
		}
		bound = bind
	}
}

// signed reads an operand with the minus signs and nots before it.
func (p *parser) signed(least int) Node {
	var op Op
	bind := bindSign
	switch {
	case p.reads(Sub):
		op = Neg
	case p.reads(Not):
		if least > bindNot {
			p.expected(aValue)
		}
		op, bind = Not, max(least, bindNot)
	default:
		return p.pointed()
	}
	from := p.tok.from
	if !p.enter() {
		return nil
	}
	defer p.leave()
	p.next()
	x := p.expression(bind)
	if x == nil {
		return nil
	}
	return &Unary{Span{from, p.prev.to}, op, x}
}

// pointed reads an operand with the aspects and fields behind it.
func (p *parser) pointed() Node {
	from := p.tok.from
	x := p.operand()
	for x != nil && p.tok.kind == '.' {
		p.next()
		at := p.tok.from
		if p.tok.kind != tokWord {
			p.fail(Problem{At: at, Message: msgAspect})
			continue
		}
		ident := p.ident()
		if p.tok.kind == '(' {
			p.fail(Problem{At: at, Message: msgMethod, Args: []any{clip(ident)}})
			p.list(')', aCommaRound)
		}
		x = &Select{Span{from, p.prev.to}, x, ident, at}
	}
	return x
}

func (p *parser) operand() Node {
	from := p.tok.from
	switch p.tok.kind {
	case tokNumber, tokString:
		p.next()
		return p.prev.literal
	case tokWord:
		word := p.tok
		ident := p.ident()
		if leads(word.word) && p.operandFollows() {
			p.refuse(word)
			return p.operand()
		}
		if p.tok.kind != '(' {
			return &Name{Span{from, p.prev.to}, ident}
		}
		args := p.list(')', aCommaRound)
		return &Call{Span{from, p.prev.to}, ident, args}
	case '[':
		items := p.list(']', aCommaBox)
		return &List{Span{from, p.prev.to}, items}
	case '(':
		items := p.list(')', aBracket)
		switch len(items) {
		case 0:
			return nil
		case 1:
			return items[0]
		}
		return &List{Span{from, p.prev.to}, items} // refused, but meant so
	}
	p.expected(aValue)
	return nil
}

// list reads from an opening bracket to the closing one: expressions and the
// commas between them. The bracket of the other form closes it too, or is left
// to the list around it.
func (p *parser) list(closing kind, wanted source.Term) (items []Node) {
	if !p.enter() {
		return nil
	}
	p.lists++
	defer func() { p.lists--; p.leave() }()
	opening := p.tok.from
	p.next()
	if p.tok.kind == closing {
		if wanted == aBracket {
			p.expected(aValue)
		}
		p.next()
		return nil
	}
	for told := false; ; {
		if x := p.expression(0); x != nil {
			items = append(items, x)
		}
		if p.tok.kind != ',' && p.tok.kind != closing && !told {
			p.expected(wanted)
			told = true
		}
		for !p.operandFollows() && !p.breaks() {
			p.next()
		}
		switch p.tok.kind {
		case ',':
			if wanted == aBracket {
				p.fail(Problem{At: opening, Message: msgBrackets})
			}
			p.next()
		case ')', ']':
			if p.tok.kind == closing || p.lists == 1 {
				p.next()
			}
			return items
		case tokEnd:
			return items
		}
	}
}

// enter goes one bracket or sign deeper, or gives up on the rest.
func (p *parser) enter() bool {
	if p.depth == MaxDepth {
		p.fail(Problem{At: p.tok.from, Message: msgTooDeep, Args: []any{MaxDepth}})
		p.tooDeep = true
		for p.tok.kind != tokEnd {
			p.next()
		}
		return false
	}
	p.depth++
	return true
}

func (p *parser) leave() { p.depth-- }

// operandFollows tells whether an operand begins here that cannot be the
// operator of one before it.
func (p *parser) operandFollows() bool {
	switch p.tok.kind {
	case tokWord, tokNumber, tokString, '(', '[':
		return true
	}
	return false
}

// breaks tells whether the item of a list ends here.
func (p *parser) breaks() bool {
	switch p.tok.kind {
	case ',', ')', ']', tokEnd:
		return true
	}
	return false
}

// ident takes a word. If it ends in a keyword and an operand follows, as in
// 区域属于["华东"], the keyword is refused and read as its own word.
func (p *parser) ident() string {
	word := p.tok
	p.next()
	if !p.operandFollows() {
		return word.word
	}
	for _, k := range hanKeywords {
		name, found := strings.CutSuffix(word.word, k)
		if !found {
			continue
		}
		at := word.to - utf8.RuneCountInString(k)
		p.fail(Problem{At: at, Message: msgGlued, Args: []any{k}})
		p.cursor = cursor{word.start + len(word.raw) - len(k), at}
		p.tok = token{to: at}
		p.next()
		return name
	}
	return word.word
}

// unglueFront looks for a keyword at the front of a word that stands where an
// operator should, as in "高"且目标 > 0, refuses it and reads it as its own word.
// An operator in other words is refused and read as that operator.
func (p *parser) unglueFront() {
	if p.tok.kind != tokWord {
		return
	}
	if op, sign := spokenOp(p.tok.word); sign != "" {
		p.refuse(p.tok)
		p.tok.kind, p.tok.op = tokOperator, op
		return
	}
	if k := leadingKeyword(p.tok.word); k != "" {
		p.fail(Problem{At: p.tok.from, Message: msgGlued, Args: []any{k}})
		p.tok.kind = tokOperator
		p.tok.op, _ = keyword(k)
		p.tok.raw = k
		p.tok.to = p.tok.from + utf8.RuneCountInString(k)
		p.cursor = cursor{p.tok.start + len(k), p.tok.to}
	}
}

// grouped tells whether the comma that stands here parts the thousands of a
// number.
func (p *parser) grouped() bool {
	if p.tok.kind != ',' || p.prev.kind != tokNumber || p.prev.to != p.tok.from {
		return false
	}
	before := p.cursor
	digits := p.digits()
	p.cursor = before
	return len(digits) == 3
}
