package report

import (
	"strings"
	"testing"
	"unicode"

	"example.com/channelreport/report/doc"
)

// FuzzSplit checks that any text is split without loss: the parts of a line
// follow each other without a gap, inside the line.
func FuzzSplit(f *testing.F) {
	for _, c := range sentenceCases {
		f.Add(c.text)
	}
	f.Add("{{ a\n}} [[ ]] ** ｛｛x｝｝【【]]】】\n\n\"}}\"")
	f.Fuzz(func(t *testing.T, text string) {
		paragraphs, problems := splitSentences(text)
		runes := []rune(text)
		for _, p := range problems {
			if p.At < 0 || p.At > len(runes) {
				t.Errorf("problem at %d of %d", p.At, len(runes))
			}
		}
		for _, lines := range paragraphs {
			for _, s := range lines {
				if strings.TrimSpace(string(runes[s.from:s.to])) == "" {
					t.Errorf("blank line %d-%d", s.from, s.to)
				}
				if len(problems) > 0 {
					continue // marks that close nothing are left out
				}
				if at := covered(t, runes, s.parts, s.from); at != s.to {
					t.Errorf("line ends at %d, its parts at %d", s.to, at)
				}
			}
		}
	})
}

// covered checks that parts stand one behind the other from at on, and returns
// where they end.
func covered(t *testing.T, runes []rune, parts []part, at int) int {
	for _, p := range parts {
		switch p := p.(type) {
		case literal:
			n := len([]rune(string(p)))
			if string(runes[at:at+n]) != string(p) {
				t.Errorf("text %q is not at %d", string(p), at)
			}
			at += n
		case strongMark:
			at += 2
		case *insert:
			if p.from != at {
				t.Errorf("insert at %d, not %d", p.from, at)
			}
			at = p.to
		case *optional:
			if p.from != at {
				t.Errorf("part at %d, not %d", p.from, at)
			}
			at = covered(t, runes, p.parts, at+2) + 2
		}
	}
	return at
}

// FuzzCloseUp builds sentences of pieces, loses some of their inserts, and
// checks that what is left is as well punctuated as the whole was.
func FuzzCloseUp(f *testing.F) {
	f.Add([]byte("axbp,ip]p,ip]."), uint64(0b10))
	f.Add([]byte("ap,i(pi]])]]xpi]/pi]."), uint64(0b1010))
	f.Add([]byte("xpi,]pi/]((pai])."), uint64(5))
	f.Fuzz(func(t *testing.T, pieces []byte, lost uint64) {
		text := build(pieces)
		if strings.Count(text, "[[") > maxOptional {
			return // nested too deep is refused, which other tests show
		}
		s, problems := splitLine(text)
		if len(problems) > 0 {
			t.Fatalf("%s: %v", text, problems)
		}
		speak := func(lost uint64) spokenLine {
			n := -1
			return s.speak(chinese, func(*insert) spoken {
				n++
				if lost>>(n%64)&1 == 1 {
					return spoken{silent: true}
				}
				return spoken{inlines: []doc.Inline{doc.Text{Text: "同比"}, doc.Value{Text: "5%", Figure: -1}}}
			})
		}
		if sideBySide(s.parts) || isPause(lastRune(text)) || misplaced(doc.PlainText(speak(0).inlines)) {
			return // the sentence itself has it
		}
		line := speak(lost)
		got := doc.PlainText(line.inlines)
		if line.dropped != (got == "") {
			t.Errorf("dropped %v with %q", line.dropped, got)
		}
		if misplaced(got) {
			t.Errorf("%q became %q", text, got)
		}
		if strings.TrimSpace(got) != got {
			t.Errorf("%q has spaces at an end", got)
		}
	})
}

// sideBySide reports whether the author wrote marks where none can stand: side
// by side, or just inside of a bracket.
func sideBySide(parts []part) bool {
	for _, p := range parts {
		switch p := p.(type) {
		case literal:
			var before rune
			for _, r := range string(p) {
				if unicode.IsSpace(r) {
					continue
				}
				if isMark(r) && (isMark(before) || closingOf(before) != 0) || closes(r) && isPause(before) {
					return true
				}
				before = r
			}
		case *optional:
			if sideBySide(p.parts) {
				return true
			}
		}
	}
	return false
}

// build makes a sentence of pieces, one a byte, with every bracket closed.
func build(pieces []byte) string {
	var b strings.Builder
	var open []string
	for _, p := range pieces {
		switch p {
		case 'p', 'P':
			b.WriteString("[[")
			open = append(open, "]]")
		case '(', '<':
			b.WriteString("（")
			open = append(open, "）")
		case ']', ')', '>':
			if n := len(open); n > 0 {
				b.WriteString(open[n-1])
				open = open[:n-1]
			}
		case 'i', 'I':
			b.WriteString("{{ a }}")
		case ' ':
			b.WriteString(" ")
		default:
			b.WriteString([]string{"，", "、", "；", "：", "。", "甲", "Word", "乙丙", "和", "——", "\""}[p%11])
		}
	}
	for i := len(open) - 1; i >= 0; i-- {
		b.WriteString(open[i])
	}
	return b.String()
}

// misplaced reports whether a text has two marks side by side, an empty
// bracket, or a mark where none can stand.
func misplaced(text string) bool {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '*' {
			return -1
		}
		return r
	}, strings.NewReplacer("[[", "", "]]", "").Replace(text))
	var before rune
	for _, r := range text {
		if isMark(r) && (isMark(before) || before == 0 || closingOf(before) != 0) ||
			closes(r) && (closingOf(before) == r || isPause(before)) {
			return true
		}
		before = r
	}
	return isPause(before)
}

func TestMisplaced(t *testing.T) {
	for text, want := range map[string]bool{
		"甲，乙。": false, "甲（乙）。": false, "甲，，乙": true, "甲，。": true, "，甲": true, "甲，": true,
		"甲（）乙": true, "甲（，乙）": true, "甲（乙，）": true, "": false,
	} {
		if got := misplaced(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// BenchmarkSentences words 150 sentences of an ordinary shape.
func BenchmarkSentences(b *testing.B) {
	var lines []*sentence
	for range 150 {
		s, _ := splitLine("{{ period }}渠道销售额{{ a }}[[，{{ yoy }}]][[，{{ nophrase }}]]，其中新产品{{ a }}[[（{{ nophrase }}）]]。")
		lines = append(lines, s)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range lines {
			if s.speak(chinese, testInsert).dropped {
				b.Fatal("dropped")
			}
		}
	}
}

// BenchmarkSplit splits 150 sentences.
func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("{{ period }}渠道销售额{{ sales }}[[，{{ attain(sales) }}]][[，{{ growth(sales) }}]]。\n", 150)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if paragraphs, problems := splitSentences(text); len(problems) > 0 || len(paragraphs[0]) != 150 {
			b.Fatal(problems)
		}
	}
}
