package typeset

import "unicode/utf8"

// Words splits a text where a line may end. Spaces and marks belong to the word
// before them; words joined are the text.
func Words(text string) []string { return parts(text, normal) }

// Characters splits a text into what a reader sees as one character each.
func Characters(text string) []string { return parts(text, edge) }

// parts splits a text at breaks of some quality. Bytes that are not UTF-8 count
// as a character each.
func parts(text string, least quality) []string {
	s := Setter{arena: make([]item, utf8.RuneCountInString(text))}
	items := s.Set(Run{Text: text}).items
	var list []string
	start, n := 0, 0
	for i := range text {
		if n > 0 && items[n-1].quality >= least {
			list = append(list, text[start:i])
			start = i
		}
		n++
	}
	return append(list, text[start:])
}
