package report

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"example.com/channelreport/channel/source"
)

// A textFile is a YAML file as an editor shows it: positions in messages are
// its lines and code points, whatever YAML made of them.
type textFile struct {
	name    string
	lines   [][]rune
	shown   [][]rune      // the lines as they are in the file, which mended ones differ from
	columns map[int][]int // of a mended line: for each of its columns, and the end, the one shown
}

func newTextFile(name, text string) *textFile {
	f := &textFile{name: name}
	for line := range strings.SplitSeq(strings.TrimPrefix(text, "\ufeff"), "\n") {
		f.lines = append(f.lines, []rune(strings.TrimSuffix(line, "\r")))
	}
	f.shown = f.lines
	return f
}

// mended returns the file with its slips mended, and its text; false if one of
// them cannot be. Its positions are still those of the file that is shown.
func (f *textFile) mended(slips []rawProblem) (*textFile, string, bool) {
	fixes := map[int][]fix{}
	for _, p := range slips {
		fixes[p.line] = append(fixes[p.line], p.fixes...)
		if p.fixes == nil {
			return nil, "", false
		}
	}
	out := &textFile{f.name, slices.Clone(f.lines), f.lines, map[int][]int{}}
	for line, list := range fixes {
		slices.SortStableFunc(list, func(a, b fix) int { return a.column - b.column })
		raw := f.lines[line-1]
		var text []rune
		var columns []int
		at := 0
		for _, x := range append(list, fix{len(raw), 0, ""}) {
			for ; at < x.column; at++ {
				text, columns = append(text, raw[at]), append(columns, at+1)
			}
			for _, r := range x.text {
				text, columns = append(text, r), append(columns, x.column+1)
			}
			at += x.n
		}
		out.lines[line-1], out.columns[line] = text, append(columns, len(raw)+1)
	}
	var b strings.Builder
	for _, line := range out.lines {
		b.WriteString(string(line) + "\n")
	}
	return out, b.String(), len(slips) > 0
}

// place returns a position with its source line, for messages. What YAML puts
// behind the end of the file or of a line, such as the nothing after ---, is at
// its end.
func (f *textFile) place(line, column int) (source.Position, string) {
	if last := len(f.lines); line > last {
		line, column = last, len(f.lines[last-1])+1
	}
	text := ""
	if line >= 1 {
		text = string(f.shown[line-1])
		column = min(column, len(f.lines[line-1])+1)
	}
	if columns := f.columns[line]; columns != nil && column > 0 {
		column = columns[column-1]
	}
	return source.Position{File: f.name, Line: line, Column: column}, text
}

// A scalar is a YAML scalar that remembers where each of its characters stands
// in the file.
type scalar struct {
	file *textFile
	node *yaml.Node
}

func (s *scalar) text() string { return s.node.Value }

// at returns the place of the character with an offset in code points. The
// offset behind the last character is a place too.
func (s *scalar) at(offset int) (source.Position, string) {
	spots := s.spots()
	if spots == nil {
		return s.file.place(s.node.Line, s.node.Column)
	}
	if offset >= len(spots) {
		if len(spots) == 0 {
			return s.file.place(s.node.Line, s.node.Column)
		}
		last := spots[len(spots)-1]
		return s.file.place(last.line, last.column+1)
	}
	return s.file.place(spots[max(offset, 0)].line, spots[max(offset, 0)].column)
}

// A spot is a line and column of a file, both from 1.
type spot struct{ line, column int }

// spots returns where each code point of the scalar's value stands, or nil if
// the file's text and the value cannot be brought together (which is then no
// worse than pointing at the scalar's start).
func (s *scalar) spots() []spot {
	value := []rune(s.node.Value)
	var spots []spot
	switch {
	case s.node.Style&yaml.LiteralStyle != 0:
		spots = s.blockSpots(value, false)
	case s.node.Style&yaml.FoldedStyle != 0:
		spots = s.blockSpots(value, true)
	default:
		spots = s.flowSpots(value)
	}
	if len(spots) != len(value) {
		return nil
	}
	return spots
}

// maxIndent is how deep a block scalar is looked for.
const maxIndent = 80

// blockSpots aligns the lines of a block scalar with its value. How deep it is
// indented may be said by its header or by its first line; whichever it was,
// only the right indent brings every character of the value in its place.
func (s *scalar) blockSpots(value []rune, folded bool) []spot {
	for indent := range maxIndent {
		if spots := s.alignBlock(value, indent, folded); len(spots) == len(value) {
			return spots
		}
	}
	return nil
}

// alignBlock finds the value in the lines below the scalar's header. A folded
// one differs only in what stands between two lines: a space instead of a line
// end, or fewer line ends.
func (s *scalar) alignBlock(value []rune, indent int, folded bool) []spot {
	spots := make([]spot, 0, len(value))
	for number := s.node.Line; number < len(s.file.lines) && len(spots) < len(value); number++ {
		raw := s.file.lines[number]
		for _, r := range raw[:min(indent, len(raw))] {
			if r != ' ' {
				return nil
			}
		}
		content := raw[min(indent, len(raw)):]
		if folded {
			if len(content) == 0 {
				continue
			}
			for len(spots) < len(value) && !hasPrefix(value[len(spots):], content) {
				if c := value[len(spots)]; c != ' ' && c != '\n' {
					return nil
				}
				spots = append(spots, spot{number + 1, indent + 1})
			}
		}
		for i := range content {
			if len(spots) == len(value) || value[len(spots)] != content[i] {
				return nil
			}
			spots = append(spots, spot{number + 1, indent + i + 1})
		}
		if !folded && len(spots) < len(value) {
			if value[len(spots)] != '\n' {
				return nil
			}
			spots = append(spots, spot{number + 1, len(raw) + 1})
		}
	}
	for len(spots) < len(value) && value[len(spots)] == '\n' { // kept at the end of the file
		spots = append(spots, spot{len(s.file.lines), 1})
	}
	return spots
}

func hasPrefix(runes, prefix []rune) bool {
	return len(runes) >= len(prefix) && slices.Equal(runes[:len(prefix)], prefix)
}

// flowSpots reads a plain or quoted scalar as YAML does, noting where each
// character came from.
func (s *scalar) flowSpots(value []rune) []spot {
	f := flowReader{lines: s.file.lines, line: s.node.Line - 1, column: s.node.Column - 1}
	switch {
	case s.node.Style&yaml.DoubleQuotedStyle != 0:
		f.quote = '"'
	case s.node.Style&yaml.SingleQuotedStyle != 0:
		f.quote = '\''
	}
	if f.quote != 0 {
		// A tag or an anchor may stand before the quote, on a line above it too.
		for f.line < len(f.lines) && (f.column >= len(f.lines[f.line]) || f.lines[f.line][f.column] != f.quote) {
			if f.column++; f.column >= len(f.lines[f.line]) {
				f.line, f.column = f.line+1, 0
			}
		}
		f.column++
	}
	spots := make([]spot, 0, len(value))
	for len(spots) < len(value) {
		r, at, ok := f.next()
		if !ok || r != value[len(spots)] {
			return nil
		}
		spots = append(spots, at)
	}
	return spots
}

// A flowReader yields the characters of a flow scalar with their places.
type flowReader struct {
	lines        [][]rune
	line, column int
	quote        rune // '"', '\'' or 0 for plain
	breaks       int  // line ends still to yield
	breakAt      spot
}

func (f *flowReader) next() (rune, spot, bool) {
	if f.breaks > 0 {
		f.breaks--
		return '\n', f.breakAt, true
	}
	for f.line < len(f.lines) {
		raw := f.lines[f.line]
		at := spot{f.line + 1, f.column + 1}
		if f.column >= len(raw) || f.onlySpaceLeft(raw) {
			return f.fold(at)
		}
		r := raw[f.column]
		switch {
		case f.quote == '\'' && r == '\'':
			if f.column+1 < len(raw) && raw[f.column+1] == '\'' {
				f.column += 2
				return '\'', at, true
			}
			return 0, at, false
		case f.quote == '"' && r == '"':
			return 0, at, false
		case f.quote == '"' && r == '\\':
			if f.column+1 == len(raw) { // an escaped line end is nothing
				f.line++
				f.column = f.indent()
				continue
			}
			r, n := unescape(raw[f.column+1:])
			f.column += 1 + n
			return r, at, n > 0
		}
		f.column++
		return r, at, true
	}
	return 0, spot{}, false
}

// onlySpaceLeft reports whether the rest of the line is white space, which a
// fold drops.
func (f *flowReader) onlySpaceLeft(raw []rune) bool {
	for _, r := range raw[f.column:] {
		if r != ' ' && r != '\t' {
			return false
		}
	}
	return true
}

func (f *flowReader) indent() int {
	if f.line >= len(f.lines) {
		return 0
	}
	n := 0
	for _, r := range f.lines[f.line] {
		if r != ' ' && r != '\t' {
			break
		}
		n++
	}
	return n
}

// fold goes on to the next line with text: one line end is a space, n+1 of
// them are n line ends.
func (f *flowReader) fold(at spot) (rune, spot, bool) {
	blank := 0
	for f.line++; f.line < len(f.lines); f.line++ {
		f.column = f.indent()
		if f.column < len(f.lines[f.line]) {
			break
		}
		blank++
	}
	if f.line >= len(f.lines) {
		return 0, at, false
	}
	if blank == 0 {
		return ' ', at, true
	}
	f.breaks, f.breakAt = blank-1, at
	return '\n', at, true
}

// unescape reads what follows a backslash in a double-quoted scalar and
// returns how many characters that took, 0 if it is no escape.
func unescape(rest []rune) (rune, int) {
	if i := strings.IndexRune(`0abtnvfre "/\N_LP`, rest[0]); i >= 0 {
		return []rune("\x00\a\b\t\n\v\f\r\x1b \"/\\\u0085\u00a0\u2028\u2029")[utf8.RuneCountInString(`0abtnvfre "/\N_LP`[:i])], 1
	}
	if rest[0] == '\t' {
		return '\t', 1
	}
	digits := map[rune]int{'x': 2, 'u': 4, 'U': 8}[rest[0]]
	if digits == 0 || len(rest) <= digits {
		return 0, 0
	}
	n, err := strconv.ParseInt(string(rest[1:1+digits]), 16, 32)
	if err != nil {
		return 0, 0
	}
	return rune(n), 1 + digits
}
