package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// wrap breaks a label into lines no wider than limit, as few as possible and,
// with these, as even as possible. measure tells how wide a text stands. whole
// is false where a word had to be cut or did not fit. Only spaces at a break are
// dropped.
func wrap(text string, limit int, measure func(string) int) (lines []string, whole bool) {
	words := words(text)
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
		if measure(strings.TrimRightFunc(line+w, unicode.IsSpace)) <= limit {
			line += w
			continue
		}
		if line != "" {
			lines = append(lines, strings.TrimRightFunc(line, unicode.IsSpace))
			line = ""
		}
		for measure(strings.TrimRightFunc(w, unicode.IsSpace)) > limit {
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
		lines = append(lines, strings.TrimRightFunc(line, unicode.IsSpace))
	}
	return lines, whole
}

// cut returns how many bytes of a word fit a line, at least one character with
// the marks upon it.
func cut(word string, limit int, measure func(string) int) int {
	for i, r := range word {
		if i == 0 || unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			continue
		}
		_, size := utf8.DecodeRuneInString(word[i:]) // one where r stands for a bad byte
		if measure(word[:i+size]) > limit {
			return i
		}
	}
	return len(word)
}

// words splits a label where a line may end, spaces staying with the word
// before them.
func words(text string) []string {
	var list []string
	var before rune
	start := 0
	for i, r := range text {
		if i > 0 && breakable(before, r) {
			list = append(list, text[start:i])
			start = i
		}
		before = r
	}
	return append(list, text[start:])
}

// breakable reports whether a line may end between two characters: after
// spaces, and beside Han and other wide characters, but not between a number
// and its unit (9|月), nor so that a mark stands at the wrong edge.
func breakable(a, b rune) bool {
	switch {
	case unicode.IsSpace(b), unicode.In(b, unicode.Mn, unicode.Me, unicode.Cf):
		return false
	case unicode.IsSpace(a):
		return true
	case unicode.In(a, unicode.Ps, unicode.Pi), unicode.In(b, unicode.Pe, unicode.Pf, unicode.Po):
		return false
	case unicode.IsDigit(a):
		return false
	}
	return wide(a) || wide(b)
}

func wide(r rune) bool {
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}
