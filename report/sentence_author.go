package report

import (
	"strings"
	"unicode"

	"example.com/channelreport/kpi/expr"
)

// splitAuthorText splits a text that a person wrote into the book. An empty
// line starts a paragraph, or in a cell of a table every line does; other line
// ends join, and each sentence up to its end mark stands by itself when
// something in it is absent. Problems are at code points of the text.
func splitAuthorText(text string, cell bool) (paragraphs [][]*sentence, problems []expr.Problem) {
	s := &splitter{runes: []rune(text)}
	for from := 0; from < len(s.runes); {
		to := s.paragraphEnd(from, cell)
		if line := s.line(from, to); line != nil {
			paragraphs = append(paragraphs, line.sentences())
		}
		from = to + 1
	}
	return paragraphs, s.problems
}

// paragraphEnd returns where the paragraph that begins at from ends: at the
// line end before an empty line, or at the end of the text.
func (s *splitter) paragraphEnd(from int, cell bool) int {
	blank := true
	for i := from; i < len(s.runes); i++ {
		switch r := s.runes[i]; {
		case r == '\n' && (blank || cell) && i > from:
			return i
		case r == '\n':
			blank = true
		case !unicode.IsSpace(r):
			blank = false
		}
	}
	return len(s.runes)
}

// sentences splits a sentence behind every end mark that stands outside of
// optional parts, brackets and emphasis.
func (s *sentence) sentences() []*sentence {
	var out []*sentence
	var parts []part
	depth, strong := 0, false
	from := s.from // of the sentence being read
	flush := func() {
		if len(parts) > 0 {
			out = append(out, &sentence{parts: parts, from: from, to: s.to})
			parts = nil
		}
	}
	for p, at := range placed(s.parts, s.from) {
		text, ok := p.(literal)
		if !ok {
			if _, mark := p.(strongMark); mark {
				strong = !strong
			}
			parts = append(parts, p)
			continue
		}
		runes := []rune(string(text))
		begin := 0
		for i := 0; i < len(runes); i++ {
			switch r := runes[i]; {
			case closingOf(r) != 0:
				depth++
			case closes(r):
				depth = max(0, depth-1)
			case depth > 0 || strong || !endsSentence(runes, i):
			default:
				for i+1 < len(runes) && (isEnd(runes[i+1]) || closes(runes[i+1])) {
					i++
				}
				parts = append(parts, literal(runes[begin:i+1]))
				flush()
				begin = i + 1
				for begin < len(runes) && unicode.IsSpace(runes[begin]) {
					begin++
				}
				i, from = begin-1, at+begin
			}
		}
		if begin < len(runes) {
			parts = append(parts, literal(runes[begin:]))
		}
	}
	flush()
	return out
}

// endsSentence reports whether a sentence ends with the character at i: a full
// stop of English only before a space or the end.
func endsSentence(runes []rune, i int) bool {
	if strings.ContainsRune("。！？", runes[i]) {
		return true
	}
	return strings.ContainsRune(".!?", runes[i]) && (i+1 == len(runes) || unicode.IsSpace(runes[i+1]))
}
