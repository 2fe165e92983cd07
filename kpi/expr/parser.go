package expr

import (
	"cmp"
	"slices"
	"strconv"
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

// How tightly operators bind. Comparisons and ratios stand alone; the others
// group from the left.
const (
	bindOr = 1 + iota
	bindAnd
	bindNot
	bindCompare
	bindRatio
	bindSum
	bindProduct
	bindSign
	bindPoint
)

// operator tells which operator between two operands a token is. The not of
// "not in" counts as one.
func operator(k kind) (op Op, ok bool) {
	switch k {
	case tokOr:
		return Or, true
	case tokAnd:
		return And, true
	case tokEq:
		return Eq, true
	case tokNe:
		return Ne, true
	case '<':
		return Lt, true
	case tokLe:
		return Le, true
	case '>':
		return Gt, true
	case tokGe:
		return Ge, true
	case tokIn:
		return In, true
	case tokNotIn, tokNot:
		return NotIn, true
	case ':':
		return Ratio, true
	case '+':
		return Add, true
	case '-':
		return Sub, true
	case '*':
		return Mul, true
	case '/':
		return Div, true
	}
	return 0, false
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
		op, ok := operator(p.tok.kind)
		bind := op.bind()
		if !ok || bind < least {
			return x
		}
		sign := p.tok
		p.next()
		if sign.kind == tokNot {
			if p.tok.kind != tokIn {
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
	op := Neg
	bind := bindSign
	switch p.tok.kind {
	case '-':
	case tokNot:
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
		ident := p.ident()
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
func (p *parser) unglueFront() {
	if p.tok.kind != tokWord {
		return
	}
	if k := leadingKeyword(p.tok.word); k != "" {
		p.fail(Problem{At: p.tok.from, Message: msgGlued, Args: []any{k}})
		p.tok.kind = keyword(k)
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

// fail notes a problem, unless the parser gave up before.
func (p *parser) fail(problem Problem) {
	if !p.tooDeep {
		p.problems = append(p.problems, problem)
	}
}

// refuse notes that a token has no business where it stands.
func (p *parser) refuse(t token) {
	p.fail(Problem{At: t.from, Message: msgUnexpected, Args: []any{written(t)}, Near: near(t)})
}

// expected notes that something else should stand here.
func (p *parser) expected(wanted source.Term) {
	if p.tok.kind == tokEnd {
		p.fail(Problem{At: p.tok.from, Message: msgUnfinished, Args: []any{wanted}})
		return
	}
	p.fail(Problem{At: p.tok.from, Message: msgExpected, Args: []any{wanted, written(p.tok)}, Near: near(p.tok)})
}

// sorted returns the problems by offset, the first one found at each.
func (p *parser) sorted() []Problem {
	slices.SortStableFunc(p.problems, func(a, b Problem) int { return cmp.Compare(a.At, b.At) })
	return slices.CompactFunc(p.problems, func(a, b Problem) bool { return a.At == b.At })
}

// near returns the keyword that is meant by one of another language.
func near(t token) string {
	switch t.kind {
	case '&':
		return "and"
	case '|':
		return "or"
	case '!':
		return "not"
	case tokWord:
		if lower := strings.ToLower(t.word); keyword(lower) != tokWord {
			return lower
		}
	}
	return ""
}

// written returns a token for a message: marks in quotes, the rest bare.
func written(t token) string {
	if r, _ := utf8.DecodeRuneInString(t.raw); t.literal != nil || inWord(fold(r)) {
		return clip(t.raw)
	}
	return strconv.Quote(t.raw)
}

// clip shortens what is longer than a message should quote.
func clip(s string) string {
	const most = 40
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
