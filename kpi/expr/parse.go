package expr

import "unicode/utf8"

// The largest expressions that are read; a person's do not come near.
const (
	MaxLength = 4000 // code points
	MaxDepth  = 64   // brackets, minus signs and nots inside each other
)

// Parse reads one expression. It recovers from errors, so that all problems of
// a text are reported at once, sorted, at most one at an offset. The node is
// nil only if nothing could be read; beside problems it is what could be made
// of the text, good for checking the names in it and for nothing else. Parse
// never panics and needs time linear in the text.
func Parse(text string) (Node, []Problem) {
	if len(text) > MaxLength && utf8.RuneCountInString(text) > MaxLength {
		return nil, []Problem{{At: MaxLength, Message: msgTooLong, Args: []any{MaxLength}}}
	}
	p := parser{lexer: lexer{text: text}}
	n := p.whole()
	return n, p.sorted()
}

// ParsePrefix reads the expression of an insert {{ … }} in a longer text, from
// the offset behind its opening braces to the closing ones, which do not count
// inside a string. It returns the offset of }} (or of full-width ｝｝), or where
// that is missing of a lone }, of the {{ of another insert, or the length of the
// text. Unless a brace closes, the problems tell little, and the caller knows
// the one that matters. All offsets are in code points of text.
func ParsePrefix(text string, from int) (n Node, end int, problems []Problem) {
	p := parser{lexer: lexer{text: text, insert: true}}
	for p.at < from && p.i < len(text) {
		_, size := p.peek()
		p.skip(size)
	}
	from = p.at
	n = p.whole()
	if p.at-from > MaxLength {
		return nil, p.at, []Problem{{At: from + MaxLength, Message: msgTooLong, Args: []any{MaxLength}}}
	}
	return n, p.at, p.sorted()
}
