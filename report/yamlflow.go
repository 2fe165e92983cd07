package report

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Lists and mappings in brackets, and texts in quotes, in the lines of a file
// that is no YAML.

// closeQuote looks for the end of a quoted text, and at what stands behind it.
func (r *rawReader) closeQuote(i int, rest []rune, at int) {
	for j := 0; j < len(rest); j++ {
		switch {
		case rest[j] == '\\' && r.inQuote == '"':
			j++
		case rest[j] == r.inQuote && r.inQuote == '\'' && j+1 < len(rest) && rest[j+1] == '\'':
			j++
		case rest[j] == r.inQuote:
			r.behindQuote(i, at+j, rest[j:])
			return
		}
	}
}

// openQuote reports a quote that is not closed. What opened before it may be
// closed in what it took for its text.
func (r *rawReader) openQuote(p rawProblem) { r.found, r.flow = append(r.found, p), nil }

// behindQuote looks at what stands behind the quote that rest begins with: one
// that is followed without a space was meant as a quote inside the text.
func (r *rawReader) behindQuote(i, at int, rest []rune) {
	quote, begin := r.inQuote, r.quote
	r.inQuote, r.quote = 0, rawProblem{}
	behind := strings.TrimSpace(string(rest[1:]))
	next, _ := utf8.DecodeRuneInString(behind)
	end := 1
	switch {
	case behind == "" || strings.ContainsRune("#:", next):
	case len(r.flow) > 0 && strings.ContainsRune(",]}"+separators, next):
	case begin.line != i+1: // so this is the beginning of another text
		r.openQuote(begin)
		return
	case rest[1] == ' ' || !strings.ContainsRune(behind, quote):
		r.report(i, at+len(rest)-len([]rune(strings.TrimLeft(string(rest[1:]), " "))), msgBehindQuote, strings.Fields(behind)[0])
		if end = len(rest); len(r.flow) > 0 {
			end = plainEnd(rest)
		}
		if begin.line == i+1 {
			r.quoted(begin.column-1, strings.TrimRight(string(r.lines[i][begin.column-1:at+end]), " "))
		}
	default:
		r.report(i, at, msgQuotesInside, string(quote))
		if end = quotedEnd(rest); end == 0 {
			end = plainEnd(rest)
		} else if other := strings.Trim(`"'`, string(quote)); begin.line == i+1 && !strings.ContainsAny(string(r.lines[i][begin.column-1:at+end]), other+`\`) {
			r.mend(fix{begin.column - 1, 1, other}, fix{at + end - 1, 1, other})
		}
	}
	if len(r.flow) > 0 {
		r.brackets(i, at+end, rest[end:])
	}
}

func indentOf(line []rune) int {
	n := 0
	for n < len(line) && line[n] == ' ' {
		n++
	}
	return n
}

// quotedEnd returns where a text ends that goes on behind the quote that rest
// begins with: behind a quote that closes no pair inside of it and stands at the
// end of an entry, or 0.
func quotedEnd(rest []rune) int {
	inside := false
	for j := 1; j < len(rest); j++ {
		if rest[j] != rest[0] {
			continue
		}
		if inside && endsEntry.MatchString(string(rest[j+1:])) {
			return j + 1
		}
		inside = !inside
	}
	return 0
}

var endsEntry = regexp.MustCompile(`^ *([,\]}]|$)`)

// brackets reads what stands inside of brackets in one line.
func (r *rawReader) brackets(i, at int, rest []rune) {
	for j := 0; j < len(rest); j++ {
		c := rest[j]
		switch {
		case c == ' ' || c == ',' || c == ':':
		case c == '#' && j > 0 && rest[j-1] == ' ':
			return
		case c == '"' || c == '\'':
			r.inQuote, r.quote = c, rawProblem{i + 1, at + j + 1, msgUnclosedQuote, []any{string(c)}, nil}
			r.closeQuote(i, rest[j+1:], at+j+1)
			return
		case (c == '[' || c == '{') && (j+1 == len(rest) || rest[j+1] != c):
			r.flow = append(r.flow, rawBracket{i, at + j, indentOf(r.lines[i]), c})
		case (c == ']' || c == '}') && len(r.flow) > 0:
			r.flow = r.flow[:len(r.flow)-1]
		case c == ']' || c == '}':
			r.report(i, at+j, msgExtraBracket, string(c))
		case len(r.flow) > 0 && strings.ContainsRune(separators, c):
			r.report(i, at+j, msgWideSeparator, string(c))
			r.mend(fix{at + j, 1, ", "})
		default:
			j += max(r.plain(i, at+j, rest[j:]), 1) - 1 // behind the last bracket a mark may stand alone
		}
	}
}

// plain looks at the text without quotes that rest begins with, inside of
// brackets, and returns how much of it was read.
func (r *rawReader) plain(i, at int, rest []rune) int {
	end := plainEnd(rest)
	text := strings.TrimRight(string(rest[:end]), " ")
	key, colon := r.key(i, at, text)
	switch {
	case colon:
		return key // its value may be a mapping or a list
	case strings.HasPrefix(text, "{{"), strings.HasPrefix(text, "[["):
		r.report(i, at, msgQuoteBraces, text[:2])
	case strings.ContainsAny(text, "[]{}"):
		mark := quotesFor(text)
		r.report(i, at, msgBracketInside, mark+strings.ReplaceAll(text, mark, mark+mark)+mark)
	case strings.Contains(text, ","):
		cut, _, _ := strings.Cut(text, ",")
		r.report(i, at, msgCutAtComma, cut)
	default:
		return end
	}
	r.quoted(at, text)
	return end
}

// separators are the marks that are taken for the comma between entries.
const separators = "，；;、"

// plainEnd returns where the text ends that rest begins with and that somebody
// wrote inside of brackets: before a comma, what is taken for one, a colon or a
// closing bracket that are not in brackets or quotes of its own.
func plainEnd(rest []rune) int {
	depth, quote := 0, rune(0)
	for j, c := range rest {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case j > 0 && c == '"' || c == '“':
			quote = map[rune]rune{'"': '"', '“': '”'}[c]
		case strings.ContainsRune("([{（", c):
			depth++
		case depth > 0 && strings.ContainsRune(")]}）", c):
			depth--
		case depth == 0 && (strings.ContainsRune(",]}", c) || c == ':' && (j+1 == len(rest) || rest[j+1] == ' ')):
			return j
		case depth == 0 && strings.ContainsRune(separators, c):
			if m := nextEntry.FindStringSubmatch(string(rest[j+1:])); m != nil && (m[3] != "：" && m[3] != ":" || knownKey(m[2])) {
				return j
			}
		}
	}
	if depth > 0 || quote != 0 { // no text of its own: YAML's reading
		if j := strings.IndexAny(string(rest), ",]}"); j >= 0 {
			return len([]rune(string(rest)[:j]))
		}
	}
	return len(rest)
}
