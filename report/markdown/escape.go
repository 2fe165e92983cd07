package markdown

import (
	"strings"
	"unicode/utf8"
)

// A place is where a text stands, as far as escaping goes.
type place struct {
	first bool // nothing stands before it on its line but a block's own marks
	last  bool // nothing stands after it
	block bool // the line may be read as the start of a block
}

const comment = "<!-- -->" // draws nothing and parts what would be read together

// escape appends a text so that Markdown shows it as it is. Line breaks become
// <br>.
func escape(b []byte, s string, at place) []byte {
	mark := -1
	if at.first && at.block {
		mark = blockMark(s)
	}
	for i := 0; i < len(s); {
		c := s[i]
		if i == mark {
			b = append(b, '\\', c)
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if isBreak(r) {
				b = append(b, "<br>"...)
			} else {
				b = append(b, s[i:i+size]...)
			}
			i += size
			continue
		}
		switch c {
		case '\r':
			b = append(b, "<br>"...)
			if i+1 < len(s) && s[i+1] == '\n' {
				i++
			}
		case '\n', '\v', '\f':
			b = append(b, "<br>"...)
		case ' ', '\t':
			b = escapeBlank(b, at.first && i == 0 || at.last && i == len(s)-1)
		case '\\', '`', '*', '[', ']', '<', '#', '~', '$', '|':
			b = append(b, '\\', c)
		case '_':
			if !inWord(s, i) {
				b = append(b, '\\')
			}
			b = append(b, c)
		case '&':
			if isEntity(s[i:]) {
				b = append(b, '\\')
			}
			b = append(b, c)
		case '{', '%': // {{ and {% are a site generator's
			if i > 0 && s[i-1] == '{' {
				b = append(b, '\\')
			}
			b = append(b, c)
		case ':':
			b = escapeColon(b, s, i)
		case '.':
			if i >= 3 && strings.EqualFold(s[i-3:i], "www") {
				b = append(b, '\\')
			}
			b = append(b, c)
		case '@':
			b = append(b, c)
			if i+1 < len(s) && isAlphanumeric(s[i+1]) { // an e-mail address, or someone to be told
				b = append(b, comment...)
			}
		default:
			b = append(b, c)
		}
		i++
	}
	return b
}

// isBreak reports whether a rune ends a line (UAX #14).
func isBreak(r rune) bool {
	return '\n' <= r && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// blockMark returns the place of a character that at the start of a line would
// open a list, a definition, a quote or a rule, or -1.
func blockMark(s string) int {
	digits := 0
	for digits < len(s) && '0' <= s[digits] && s[digits] <= '9' {
		digits++
	}
	marks := "-+>=:"
	if digits > 0 {
		marks = ".)"
	}
	if digits < len(s) && strings.IndexByte(marks, s[digits]) >= 0 {
		return digits
	}
	return -1
}

// escapeBlank appends a space, for a tab too: cells lose tabs and code begins
// with them. Where a space would be stripped it is an entity.
func escapeBlank(b []byte, edge bool) []byte {
	if edge {
		return append(b, "&#32;"...)
	}
	return append(b, ' ')
}

// escapeColon appends the colon at s[i] so that it makes neither an address
// (https://) nor a picture (:tada:).
func escapeColon(b []byte, s string, i int) []byte {
	if strings.HasPrefix(s[i:], "://") {
		return append(b, '\\', ':')
	}
	b = append(b, ':')
	name := strings.IndexByte(s[i+1:], ':')
	if name < 1 {
		return b
	}
	for _, c := range []byte(s[i+1 : i+1+name]) {
		if !isAlphanumeric(c) && strings.IndexByte("_+-", c) < 0 {
			return b
		}
	}
	return append(b, comment...)
}

// isEntity reports whether s, which begins with &, begins with an entity.
func isEntity(s string) bool {
	end := strings.IndexByte(s, ';')
	if end < 2 || end > 40 {
		return false
	}
	for i, c := range []byte(s[1:end]) {
		if !isAlphanumeric(c) && !(i == 0 && c == '#') {
			return false
		}
	}
	return true
}

// inWord reports whether the underscore s[i] has letters or digits on both
// sides, where it never emphasises.
func inWord(s string, i int) bool {
	return i > 0 && i+1 < len(s) && isAlphanumeric(s[i-1]) && isAlphanumeric(s[i+1])
}

func isAlphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

// escapeURL appends an address as a link's target. It is parted from the rest
// of the line without brackets, so blanks and brackets are percent-encoded.
func escapeURL(b []byte, url string) []byte {
	const hex = "0123456789ABCDEF"
	for _, c := range []byte(url) {
		switch {
		case c == '&':
			b = append(b, "&amp;"...)
		case c <= ' ', c == 0x7f, strings.IndexByte(`<>()\|"[]`+"`", c) >= 0:
			b = append(b, '%', hex[c>>4], hex[c&15])
		case strings.IndexByte("*_~$", c) >= 0:
			b = append(b, '\\', c)
		default:
			b = append(b, c)
		}
	}
	return b
}

// escapeAttribute appends a text as the value of an HTML attribute.
func escapeAttribute(b []byte, s string) []byte {
	return append(b, attribute.Replace(s)...)
}

var attribute = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "|", "&#124;", "\n", "&#10;", "\r", "&#13;")
