package expr

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
)

// kind is a token's kind: one of these, or the rune of a mark that is no
// operator.
type kind rune

const (
	tokEnd kind = -1 - iota
	tokWord
	tokNumber
	tokString
	tokOperator
)

// A token is a word, a literal, a mark or the end. Its place is in code points.
type token struct {
	kind     kind
	from, to int
	start    int    // in bytes
	raw      string // as written
	word     string // of a word: full-width letters and digits made plain
	op       Op     // of an operator: Sub for every -, Not for the not of "not in"
	literal  Node   // of a number or string
}

// A lexer cuts text into tokens. It never stops at something wrong: it notes a
// problem, or hands an unknown character on as a mark that the parser refuses.
type lexer struct {
	cursor
	text     string
	insert   bool // whether braces outside a string end the expression
	problems []Problem
}

// A cursor is how far a text is read.
type cursor struct {
	i  int // bytes
	at int // code points
}

func (l *lexer) report(at int, m source.Message, args ...any) {
	l.problems = append(l.problems, Problem{At: at, Message: m, Args: args})
}

// peek returns the next character as it is written and its length in bytes,
// which is 0 at the end.
func (l *lexer) peek() (rune, int) {
	if l.i >= len(l.text) {
		return 0, 0
	}
	if c := l.text[l.i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(l.text[l.i:])
}

// skip passes over one character of n bytes.
func (l *lexer) skip(n int) { l.i, l.at = l.i+n, l.at+1 }

// accept passes over the next character if it reads as r, and tells whether.
func (l *lexer) accept(r rune) bool {
	c, n := l.peek()
	if n == 0 || fold(c) != r {
		return false
	}
	l.skip(n)
	return true
}

func (l *lexer) next() token {
	r, n := l.peek()
	for n > 0 && unicode.IsSpace(r) {
		l.skip(n)
		r, n = l.peek()
	}
	t := token{kind: tokEnd, from: l.at, to: l.at, start: l.i}
	if n == 0 || l.insert && l.atBraces() {
		return t
	}
	switch {
	case startsWord(fold(r)):
		l.word(&t)
	case digit(fold(r)):
		l.number(&t)
	case closer(r) != 0:
		l.skip(n)
		l.quoted(&t, r)
	default:
		l.skip(n)
		l.mark(&t, fold(r))
	}
	t.to, t.raw = l.at, l.text[t.start:l.i]
	return t
}

// atBraces tells whether an insert ends here, in either width: with }}, with the
// {{ of another one, or with half of its }} if the other half comes nowhere.
func (l *lexer) atBraces() bool {
	first, n := l.peek()
	first = fold(first)
	if first != '{' && first != '}' {
		return false
	}
	before := first
	for i, r := range l.text[l.i+n:] {
		r = fold(r)
		if r == before && (r == '{' || r == '}') {
			return i == 0 || first == '}' && r == '{'
		}
		before = r
	}
	return first == '}'
}

// mark tells what the mark is whose first character was read.
func (l *lexer) mark(t *token, r rune) {
	t.kind = tokOperator
	switch {
	case r == '+':
		t.op = Add
	case r == '-':
		t.op = Sub
	case r == '*':
		t.op = Mul
	case r == '/':
		t.op = Div
	case r == ':':
		t.op = Ratio
	case r == '=':
		l.accept('=')
		t.op = Eq
	case r == '≤' || r == '<' && l.accept('='):
		t.op = Le
	case r == '≥' || r == '>' && l.accept('='):
		t.op = Ge
	case r == '≠' || r == '<' && l.accept('>') || r == '!' && l.accept('='):
		t.op = Ne
	case r == '<':
		t.op = Lt
	case r == '>':
		t.op = Gt
	default:
		t.kind = kind(r)
	}
}

// word reads a run of letters, digits and _, which is a keyword or a name.
func (l *lexer) word(t *token) {
	start, folded := l.i, false
	for {
		r, n := l.peek()
		if n == 0 || !inWord(fold(r)) {
			break
		}
		folded = folded || fold(r) != r
		l.skip(n)
	}
	t.word = l.text[start:l.i]
	if folded {
		t.word = strings.Map(fold, t.word)
	}
	t.kind = tokWord
	if op, ok := keyword(t.word); ok {
		t.kind, t.op = tokOperator, op
	}
}

// closer returns the quote that ends a string which begins with r, or 0 if
// none does. A closing quote at the beginning is a slip of the input method.
func closer(r rune) rune {
	switch r {
	case '"', '\'', '”', '’', '＂', '＇':
		return r
	case '“':
		return '”'
	case '‘':
		return '’'
	}
	return 0
}

// doubles and singles are the quotes that are taken for each other by mistake.
const doubles, singles = `"“”＂`, `'‘’＇`

// quoted reads a string whose opening quote was read, up to the closing quote,
// which stands for itself when written twice. A string does not go beyond its
// line. If the closing quote is missing there, the string ends at a quote of
// another form, else before the }} of an insert, else with the line.
func (l *lexer) quoted(t *token, open rune) {
	line, _, _ := strings.Cut(l.text[l.i:], "\n")
	quote := string(closer(open))
	value, end := closing(line, quote)
	size := len(quote)
	if end < 0 {
		if l.insert {
			line, _, _ = strings.Cut(line, "}}")
		}
		others := doubles
		if strings.ContainsRune(singles, open) {
			others = singles
		}
		end = strings.IndexFunc(line, func(r rune) bool {
			return strings.ContainsRune(others, r) && r != open && r != closer(open)
		})
		if end >= 0 {
			r, n := utf8.DecodeRuneInString(line[end:])
			l.report(t.from, msgQuotes, string(open), string(r))
			size = n
		} else {
			l.report(t.from, msgString)
			end, size = len(line), 0
		}
		value = line[:end]
	}
	l.at += utf8.RuneCountInString(line[:end+size])
	l.i += end + size
	t.kind = tokString
	t.literal = &String{Span{t.from, l.at}, value}
}

// closing finds the closing quote and returns what stands before it, unescaped,
// and its place in bytes, which is -1 if there is none.
func closing(line, quote string) (value string, end int) {
	doubled := quote + quote
	end = 0
	for {
		i := strings.Index(line[end:], quote)
		if i < 0 {
			return "", -1
		}
		end += i
		if !strings.HasPrefix(line[end:], doubled) {
			return strings.ReplaceAll(line[:end], doubled, quote), end
		}
		end += len(doubled)
	}
}
