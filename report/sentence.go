package report

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/channelreport/kpi/expr"
)

// A sentence is one line of a text block, split into what it consists of. It
// is immutable once the template is checked.
type sentence struct {
	parts    []part
	from, to int  // the line in its text, in code points
	title    bool // a heading, a caption: it keeps its words
}

// A part is literal text, a strong mark, an insert or an optional part.
type part interface{ part() }

// literal is text as the author wrote it.
type literal string

// strongMark is **, which begins or ends emphasis.
type strongMark struct{}

// An insert is {{ … }}. Positions are code points into the whole text that
// was split; the node's own positions count from at.
type insert struct {
	node     expr.Node // nil if nothing could be read
	from, to int       // of {{ and behind }}
	at       int       // of the expression
}

// An optional is [[ … ]].
type optional struct {
	parts    []part
	from, to int // of [[ and behind ]]
}

func (literal) part()    {}
func (strongMark) part() {}
func (*insert) part()    {}
func (*optional) part()  {}

// placed yields parts with the place of each, the first one's being at.
func placed(parts []part, at int) iter.Seq2[part, int] {
	return func(yield func(part, int) bool) {
		for _, p := range parts {
			if !yield(p, at) {
				return
			}
			switch p := p.(type) {
			case literal:
				at += utf8.RuneCountInString(string(p))
			case strongMark:
				at += 2
			case *insert:
				at = p.to
			case *optional:
				at = p.to
			}
		}
	}
}

// inserts returns the inserts of a sentence in their order, those in optional
// parts included.
func (s *sentence) inserts() []*insert {
	var all []*insert
	var walk func(parts []part)
	walk = func(parts []part) {
		for _, p := range parts {
			switch p := p.(type) {
			case *insert:
				all = append(all, p)
			case *optional:
				walk(p.parts)
			}
		}
	}
	walk(s.parts)
	return all
}

// splitSentences splits a block of text: an empty line starts a paragraph,
// every other line is a sentence. Problems are at code points of the text.
func splitSentences(text string) (paragraphs [][]*sentence, problems []expr.Problem) {
	s := &splitter{runes: []rune(text)}
	var paragraph []*sentence
	for from := 0; from <= len(s.runes); {
		to := from
		for to < len(s.runes) && s.runes[to] != '\n' {
			to++
		}
		if line := s.line(from, to); line != nil {
			paragraph = append(paragraph, line)
		} else if paragraph != nil {
			paragraphs = append(paragraphs, paragraph)
			paragraph = nil
		}
		from = to + 1
	}
	if paragraph != nil {
		paragraphs = append(paragraphs, paragraph)
	}
	return paragraphs, s.problems
}

// splitLine splits a text that is one line, such as a heading. A line break in
// it counts as a space. An empty text is a sentence without parts.
func splitLine(text string) (*sentence, []expr.Problem) {
	s := &splitter{runes: []rune(strings.ReplaceAll(text, "\n", " "))}
	line := s.line(0, len(s.runes))
	if line == nil {
		line = &sentence{}
	}
	return line, s.problems
}

// maxOptional is how deep optional parts may be nested.
const maxOptional = 16

// A splitter reads lines of one text.
type splitter struct {
	runes    []rune
	at, end  int
	depth    int  // of optional parts
	cut      bool // the rest of the line was not read, for a reason already reported
	problems []expr.Problem
}

func (s *splitter) problem(at int, p expr.Problem) {
	p.At = at
	s.problems = append(s.problems, p)
}

// line reads one line; nil if it is blank.
func (s *splitter) line(from, to int) *sentence {
	for from < to && unicode.IsSpace(s.runes[from]) {
		from++
	}
	for from < to && unicode.IsSpace(s.runes[to-1]) {
		to--
	}
	if from == to {
		return nil
	}
	s.at, s.end, s.cut = from, to, false
	return &sentence{parts: s.parts(false), from: from, to: to}
}

// pair returns the two characters at the reading position if they are equal
// up to their width, and whether one of them is full-width. A full-width one
// before two of half width stands for itself: 【[[ … ]]】.
func (s *splitter) pair() (mark rune, fullWidth bool) {
	if s.at+1 >= s.end {
		return 0, false
	}
	a, b := s.runes[s.at], s.runes[s.at+1]
	na, nb := narrow(a), narrow(b)
	if na != nb || a != na && b == nb && s.at+2 < s.end && s.runes[s.at+2] == b {
		return 0, false
	}
	return na, a != na || b != nb
}

// narrow returns the mark that a full-width bracket or brace was meant to be.
func narrow(r rune) rune {
	switch r {
	case '｛':
		return '{'
	case '｝':
		return '}'
	case '［', '【':
		return '['
	case '］', '】':
		return ']'
	}
	return r
}

// parts reads up to the end of the line or, inside an optional part, to its
// closing mark, which is left to the caller.
func (s *splitter) parts(inside bool) []part {
	var parts []part
	text := s.at // where the literal being read began
	flush := func() {
		if text < s.at {
			parts = append(parts, literal(s.runes[text:s.at]))
		}
	}
	strongAt := -1
	for s.at < s.end {
		mark, _ := s.pair()
		switch mark {
		case '{':
			flush()
			s.halfWidth()
			parts = append(parts, s.insert())
			text = s.at
		case '[':
			flush()
			s.halfWidth()
			parts = append(parts, s.optional())
			text = s.at
		case '*':
			flush()
			if strongAt < 0 {
				strongAt = s.at
			} else {
				strongAt = -1
			}
			parts = append(parts, strongMark{})
			s.at += 2
			text = s.at
		case '}':
			s.problem(s.at, expr.Problem{Message: msgStrayMark, Args: []any{"}}", "{{"}})
			s.at += 2
		case ']':
			if inside {
				flush()
				s.closeStrong(strongAt)
				return parts
			}
			s.problem(s.at, expr.Problem{Message: msgStrayMark, Args: []any{"]]", "[["}})
			s.at += 2
		default:
			s.at++
		}
	}
	flush()
	s.closeStrong(strongAt)
	return parts
}

func (s *splitter) closeStrong(at int) {
	if at >= 0 {
		s.problem(at, expr.Problem{Message: msgUnpairedStrong})
	}
}

// optional reads [[ … ]].
func (s *splitter) optional() *optional {
	o := &optional{from: s.at}
	s.at += 2
	if s.depth == maxOptional {
		s.problem(o.from, expr.Problem{Message: msgDeepOptional, Args: []any{maxOptional}})
		s.at, o.to, s.cut = s.end, s.end, true
		return o
	}
	s.depth++
	o.parts = s.parts(true)
	s.depth--
	if s.at >= s.end {
		if !s.cut {
			s.problem(o.from, expr.Problem{Message: msgUnclosedMark, Args: []any{"[[", "]]"}})
		}
		o.to = s.at
		return o
	}
	s.halfWidth()
	s.at += 2
	o.to = s.at
	return o
}

// insert reads {{ … }}; where it ends, the expression's parser decides, since a
// }} inside a string does not close.
func (s *splitter) insert() *insert {
	in := &insert{from: s.at, at: s.at + 2}
	most := min(s.end, in.at+expr.MaxLength+2) // what is longer is refused
	node, end, problems := expr.ParsePrefix(string(s.runes[in.at:most]), 0)
	s.at = in.at + end
	mark, _ := s.pair()
	half := mark != '}' && s.at < s.end && narrow(s.runes[s.at]) == '}'
	open := mark != '}' && !half && (most == s.end || mark == '{')
	if open {
		problems = []expr.Problem{{At: in.from - in.at, Message: msgUnclosedMark, Args: []any{"{{", "}}"}}}
	}
	for _, p := range problems {
		s.problem(in.at+p.At, p)
	}
	switch {
	case mark == '}':
		s.halfWidth()
		s.at += 2
	case half:
		s.problem(s.at, expr.Problem{Message: msgHalfMark, Args: []any{string(s.runes[s.at]), "}}"}})
		s.at++
	case open && mark == '{': // another insert begins
		in.to = s.at
		return in
	default:
		s.at, in.to, s.cut = s.end, s.end, true
		return in
	}
	in.to = s.at
	in.node = node
	return in
}

// halfWidth reports the mark at the reading position if it is full-width.
func (s *splitter) halfWidth() {
	if mark, fullWidth := s.pair(); fullWidth {
		s.problem(s.at, expr.Problem{Message: msgFullWidthMark, Args: []any{string(s.runes[s.at : s.at+2]), strings.Repeat(string(mark), 2)}})
	}
}
