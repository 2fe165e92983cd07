package chart

import (
	"strings"
	"unicode"

	"example.com/channelreport/report/internal/typeset"
)

// wrap breaks a label into lines no wider than limit, as few as possible and,
// with these, as even as possible. measure tells how wide a text stands. whole
// is false where a word had to be cut or did not fit. Only spaces at a break are
// dropped. Where lines may end is for package typeset to say.
func wrap(text string, limit int, measure func(string) int) (lines []string, whole bool) {
	if measure(text) <= limit {
		return []string{trim(text)}, true
	}
	words := typeset.Words(text)
	lines, whole = fill(words, limit, measure)
	// Halve the room between the widest word and the limit until the lines
	// need one more: the narrowest fit is the most even one.
	narrow, wide := 0, limit
	for len(lines) > 1 && wide-narrow > pt/2 {
		middle := (narrow + wide) / 2
		if even, ok := fill(words, middle, measure); ok == whole && len(even) == len(lines) {
			lines, wide = even, middle
		} else {
			narrow = middle
		}
	}
	return lines, whole
}

// fill sets words into lines first come, first served.
func fill(words []string, limit int, measure func(string) int) (lines []string, whole bool) {
	whole = true
	line := ""
	for _, w := range words {
		if measure(trim(line+w)) <= limit {
			line += w
			continue
		}
		if line != "" {
			lines = append(lines, trim(line))
			line = ""
		}
		for measure(trim(w)) > limit {
			whole = false
			n := cut(w, limit, measure)
			if n == len(w) {
				break // one character is wider than a line; it stands out
			}
			lines, w = append(lines, w[:n]), w[n:]
		}
		line = w
	}
	if line != "" || len(lines) == 0 {
		lines = append(lines, trim(line))
	}
	return lines, whole
}

func trim(line string) string { return strings.TrimRightFunc(line, unicode.IsSpace) }

// cut returns how many bytes of a word fit a line, at least one character.
func cut(word string, limit int, measure func(string) int) int {
	n := 0
	for _, c := range typeset.Characters(word) {
		if n > 0 && measure(word[:n+len(c)]) > limit {
			break
		}
		n += len(c)
	}
	return n
}

// widest is how wide the widest word of a label stands.
func widest(text string, measure func(string) int) int {
	most := 0
	for _, w := range typeset.Words(text) {
		most = max(most, measure(trim(w)))
	}
	return most
}
