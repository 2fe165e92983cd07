package expr

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
)

// A Problem is something wrong in an expression, at an offset in code points.
// Whoever owns the text turns it into a source.Error at its place in a file.
type Problem struct {
	At      int            // offset in code points
	Message source.Message // what is wrong
	Args    []any          // the message's operands
	Near    string         // what was probably meant; "" if nothing is near
}

// Located returns the problem as an error at the place in a file that its
// offset stands for, and the path in the document there.
func (p Problem) Located(position source.Position, path string) *source.Error {
	return &source.Error{Position: position, Path: path, Message: p.Message, Args: p.Args, Near: p.Near}
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
		if _, sign := spokenOp(t.word); sign != "" {
			return sign
		}
		lower := strings.ToLower(t.word)
		if _, ok := keyword(lower); ok {
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
