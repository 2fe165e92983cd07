package report

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi/expr"
)

// Doubts are what Parse lets pass and a reader of the report would stumble
// over: where a figure is missing, a line goes as a whole, and an optional part
// takes nothing with it but what stands in it.

// sentenceEnd is the end of a sentence with another one behind it.
var sentenceEnd = regexp.MustCompile(`[。！？][^。！？”’」』）)]|(^|[a-z)])[.!?] +[A-Z]`)

// endMarks are the characters that a line may end with.
const endMarks = "。！？；：….!?;:”’」』）)"

// doubts looks at a line, which another one follows in its paragraph unless it
// is the last.
func (s *sentence) doubts(last bool) []expr.Problem {
	if len(s.parts) == 0 {
		return nil
	}
	var out []expr.Problem
	before, figures := "", len(s.inserts()) > 0
	for p, at := range placed(s.parts, s.from) {
		switch p := p.(type) {
		case literal:
			text := string(p)
			if m := sentenceEnd.FindStringIndex(text); m != nil && figures {
				out = append(out, expr.Problem{At: at + utf8.RuneCountInString(text[:m[1]]) - 1, Message: msgTwoSentences})
			}
			before = text
			continue
		case *optional:
			if r, _ := utf8.DecodeLastRuneInString(before); p.bareFigure() && (unicode.IsLetter(r) || unicode.IsDigit(r)) && !conjoins(before) {
				out = append(out, expr.Problem{At: p.from, Message: msgWordLeft})
			}
		}
		before = ""
	}
	if text, ok := s.parts[len(s.parts)-1].(literal); ok && !last && !strings.ContainsRune(endMarks, lastRune(string(text))) {
		out = append(out, expr.Problem{At: s.to, Message: msgNoEndMark})
	}
	return out
}

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " "))
	return r
}

// bareFigure reports whether an optional part is one figure and nothing else,
// so that the word before it stays when it goes.
func (o *optional) bareFigure() bool {
	if len(o.parts) != 1 {
		return false
	}
	in, ok := o.parts[0].(*insert)
	if !ok {
		return false
	}
	switch in.node.(type) {
	case *expr.Name, *expr.Select:
		return true
	}
	return false
}

// doubt adds a warning at a place of a text.
func (c *compiler) doubt(t *sentenceText, p expr.Problem) {
	e := (&exprText{scalar: t.scalar, path: t.path}).problem(p)
	e.Severity = source.Warning
	c.warnings.Add(e)
}

// Warnings are what Parse let pass but would rather see otherwise: two
// sentences on a line, a line without an end mark before another, a word that
// an optional part leaves behind, words that repeat or contradict what stands
// beside them in {{ }}. A report's document holds them too.
func (t *Template) Warnings() source.List { return t.warnings }

// quoted reports whether a sentence that holds a figure stands in quotes of full
// width, which somebody took for those of YAML.
func quoted(all []piece) bool {
	if len(all) < 3 {
		return false
	}
	text := ""
	for _, p := range all {
		text += p.text
	}
	return strings.HasPrefix(all[0].text, "“") && strings.HasSuffix(all[len(all)-1].text, "”") && strings.Count(text, "“") == 1
}

var singleBraces = regexp.MustCompile(`[{｛]([^{}｛｝]+)[}｝]`)

// singleBraces warns of what would be an insert if its braces were two, or if a
// text that is alone had any.
func (c *compiler) singleBraces(p piece, alone bool, t *sentenceText, s scope) {
	found := singleBraces.FindAllStringSubmatchIndex(p.text, -1)
	if alone {
		found = append(found, []int{0, len(p.text), 0, len(p.text)})
	}
	for _, m := range found {
		node, problems := expr.Parse(p.text[m[2]:m[3]])
		switch node.(type) {
		case *expr.Name, *expr.Select, *expr.Call:
		default:
			continue
		}
		trial := *c // what it reports is no problem
		if x := trial.expr(&exprText{scalar: t.scalar, node: node}, s); x != nil && x.printable() && len(problems) == 0 {
			inner := strings.TrimSpace(p.text[m[2]:m[3]])
			c.doubt(t, expr.Problem{At: p.at + utf8.RuneCountInString(p.text[:m[0]]), Message: msgSingleBraces,
				Args: []any{p.text[m[0]:m[1]], "{{ " + inner + " }}"}})
		}
	}
}

// blockColon warns of a text without a key that begins with what a block is
// called and ends like no sentence: the block's colon is missing.
func (c *compiler) blockColon(n *node) {
	v := n.values["text"]
	if v.text == nil || v.place.node != n.place.node {
		return
	}
	text := v.text.text()
	word, rest, _ := strings.Cut(text, " ")
	block := blockCalled(word)
	if block == "" || block == "text" || rest == "" || strings.ContainsRune(text, '\n') || strings.ContainsRune(endMarks, lastRune(text)) {
		return
	}
	write := "- " + block
	if !slices.Contains(bareBlocks, block) {
		write += ": " + rest
	}
	e := v.place.problem(msgBlockColon, write)
	e.Severity = source.Warning
	c.warnings.Add(e)
}
