package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"example.com/channelreport/report/doc"
)

// closeUp mends a sentence where parts of it are gone or inserts brought marks
// of their own: pauses that separate nothing, two marks side by side, empty
// brackets, spaces.
func (l *locale) closeUp(cells []glyph) []glyph {
	cut := len(cells) > 0 && cells[0].seam
	cells = yield(cells)
	for changed := slices.ContainsFunc(cells, func(g glyph) bool { return g.seam }); changed; {
		cells, changed = mend(cells)
		if changed {
			cells = yield(cells)
		}
	}
	cells = l.closeSpaces(cells)
	if !l.spaced {
		cells = apart(cells)
	}
	// A line that begins with a phrase gets a capital, and one whose beginning
	// is gone.
	if l.spaced && len(cells) > 0 && (cells[0].capital || cut && cells[0].written()) {
		cells[0].rune = unicode.ToUpper(cells[0].rune)
	}
	return cells
}

// yield settles the mark at the end of an insert with what follows it: its
// 。；，. gives way to a following mark or bracket; behind its ！？ a following
// mark goes; behind a closed quotation with its own end mark a 。 goes.
func yield(cells []glyph) []glyph {
	out := cells[:0]
	for i, c := range cells {
		if n := len(out); n > 0 && isMark(c.rune) {
			if b := lastOfInsert(out); b >= 0 && out[b].rune != 0 {
				last := out[b].rune
				quoted := closes(last) && b > 0 && strings.ContainsRune("。！？.!?", out[b-1].rune) && isEnd(c.rune)
				if strength(last) == strongest && strength(c.rune) < strongest || quoted {
					continue
				}
			}
		}
		out = append(out, c)
		if !c.insert || !c.last || !strings.ContainsRune("。；，.", c.rune) || c.rune == 0 {
			continue
		}
		next := glyph{}
		for _, d := range cells[i+1:] {
			if !d.seam {
				next = d
				break
			}
		}
		gives := isMark(next.rune) || closes(next.rune) || strings.ContainsRune("（(", next.rune) && next.rune != 0
		if c.rune == '.' && c.fixed { // Acme Inc.
			gives = isEnd(next.rune)
		}
		if gives {
			out = out[:len(out)-1]
		}
	}
	return out
}

// lastOfInsert returns the index of the last character if it is the last one
// of an insert, seams aside, else -1.
func lastOfInsert(cells []glyph) int {
	for i := len(cells) - 1; i >= 0; i-- {
		if !cells[i].seam {
			if cells[i].insert && cells[i].last {
				return i
			}
			break
		}
	}
	return -1
}

// mend applies the rules around each seam until none applies any more.
func mend(cells []glyph) (out []glyph, changed bool) {
	for i := 0; i < len(cells); i++ {
		if !cells[i].seam {
			out = append(out, cells[i])
			continue
		}
		g := gap{left: out, right: cells[i+1:]}
		g.widen()
		for g.close() {
			changed = true
			g.widen()
		}
		out = g.left
		if g.space.rune != 0 {
			out = append(out, g.space)
		}
		out = append(out, glyph{seam: true})
		i = len(cells) - len(g.right) - 1
	}
	return out, changed
}

// A gap is a seam with everything left and right of it.
type gap struct {
	left, right []glyph
	space       glyph // a space that belongs to it
}

// widen takes the seams and spaces on both sides into the gap.
func (g *gap) widen() {
	take := func(c glyph) bool {
		if !c.blank() {
			return false
		}
		if !c.seam {
			g.space = c
		}
		return true
	}
	for len(g.left) > 0 && take(g.left[len(g.left)-1]) {
		g.left = g.left[:len(g.left)-1]
	}
	for len(g.right) > 0 && take(g.right[0]) {
		g.right = g.right[1:]
	}
}

// close applies one rule, if one applies.
func (g *gap) close() bool {
	var left, right rune
	if n := len(g.left); n > 0 {
		left = g.left[n-1].rune
	}
	if len(g.right) > 0 {
		right = g.right[0].rune
	}
	opening := closingOf(left)
	start, end := len(g.left) == 0 || opening != 0, len(g.right) == 0 || closes(right)
	dropLeft, dropRight := false, false
	if end || isMark(right) || right == '（' || right == '(' {
		if n := g.conjunction(); n > 0 {
			g.left = g.left[:len(g.left)-n]
			return true
		}
	}
	switch {
	case left == '"' && right == '"' && g.quoted():
		dropLeft, dropRight = true, true
	case left == right && (dash(left) || left == '…'), start && dash(right), colon(left) && isPause(right) && len(g.right) > 1:
		dropRight = true
	case dash(left) && (end || isMark(right)), isPause(left) && dash(right):
		dropLeft = true
	case opening != 0 && opening == right: // （）
		dropLeft, dropRight = true, true
	case start && isMark(right):
		dropRight = true
	case end && isPause(left):
		dropLeft = true
	case isMark(left) && isMark(right):
		dropRight = strength(left) > strength(right)
		dropLeft = !dropRight
	}
	if dropLeft {
		g.left = g.left[:len(g.left)-1]
	}
	if dropRight {
		g.right = g.right[1:]
	}
	return dropLeft || dropRight
}

// conjunction returns how long a conjunction is that the gap takes its second
// side from: behind a space, or in Chinese behind an insert, where it is no end
// of a word such as 总和.
func (g *gap) conjunction() int {
	for _, lead := range leads {
		word := strings.TrimSpace(lead)
		n := utf8.RuneCountInString(word)
		at := len(g.left) - n
		if at <= 0 || !textAt(g.left, at, word) {
			continue
		}
		if before := g.left[at-1]; before.blank() || lead == word && !before.written() {
			return n
		}
	}
	return 0
}

// quoted reports whether a straight quotation is open before the gap.
func (g *gap) quoted() bool {
	open := false
	for _, c := range g.left {
		open = open != (c.rune == '"')
	}
	return open
}

// blank reports whether a cell is a seam or a space.
func (g glyph) blank() bool { return g.seam || g.rune != 0 && unicode.IsSpace(g.rune) }

// closeSpaces removes the seams. Spaces around one become a single one, and
// none beside a wide character, before a mark, inside a bracket or at an end.
func (l *locale) closeSpaces(cells []glyph) []glyph {
	if !slices.ContainsFunc(cells, glyph.blank) {
		return cells
	}
	out := cells[:0]
	for i := 0; i < len(cells); {
		if !cells[i].blank() {
			out = append(out, cells[i])
			i++
			continue
		}
		var space glyph
		seam := false
		for ; i < len(cells) && cells[i].blank(); i++ {
			seam = seam || cells[i].seam
			if !cells[i].seam && space.rune == 0 {
				space = cells[i]
			}
		}
		if space.rune == 0 || len(out) == 0 || i == len(cells) {
			continue
		}
		left, right := out[len(out)-1].rune, cells[i].rune
		if seam && (l.wide(left) || l.wide(right) || isMark(right) || closes(right) || closingOf(left) != 0) {
			continue
		}
		out = append(out, space)
	}
	return out
}

// apart puts a space between two inserts of which the first ends and the second
// begins with a Latin letter or a digit, which Chinese text would run together:
// Adventure Works 2013年.
func apart(cells []glyph) []glyph {
	for i := 1; i < len(cells); i++ {
		if cells[i-1].last && cells[i].insert && latin(cells[i-1], true) && latin(cells[i], false) {
			cells = slices.Insert(cells, i, glyph{rune: ' '})
		}
	}
	return cells
}

// latin reports whether a cell ends, or begins, with a Latin letter or a digit;
// a name may end with a point, too: Acme Inc.
func latin(g glyph, end bool) bool {
	r := g.rune
	if g.atom != nil {
		text := doc.PlainText([]doc.Inline{g.atom})
		r, _ = utf8.DecodeRuneInString(text)
		if end {
			r, _ = utf8.DecodeLastRuneInString(text)
		}
	}
	return unicode.Is(unicode.Latin, r) || unicode.IsDigit(r) || end && r == '.' && g.fixed
}

// Marks, in the order of their strength.
const strongest = 6

func strength(r rune) int {
	switch r {
	case '、':
		return 1
	case '，', ',':
		return 2
	case '：', ':':
		return 3
	case '；', ';':
		return 4
	case '。', '.':
		return 5
	case '！', '？', '!', '?':
		return strongest
	}
	return 0
}

// dash reports whether a mark parts, or encloses, as a dash does.
func dash(r rune) bool { return r == '—' || r == '–' || r == '/' }

func colon(r rune) bool { return r == '：' || r == ':' }

func isMark(r rune) bool  { return strength(r) > 0 }
func isPause(r rune) bool { s := strength(r); return s > 0 && s < 5 }
func isEnd(r rune) bool   { return strength(r) >= 5 }

// brackets are pairs of an opening mark and its closing one.
const brackets = `（）()“”‘’「」『』《》〈〉【】［］[]〔〕`

// closingOf returns the mark that closes an opening one, 0 if r opens nothing.
func closingOf(r rune) rune {
	opening := true
	found := false
	for _, b := range brackets {
		if found {
			return b
		}
		found = opening && b == r
		opening = !opening
	}
	return 0
}

// closes reports whether r is a closing bracket or quotation mark.
func closes(r rune) bool {
	closing := false
	for _, b := range brackets {
		if closing && b == r {
			return true
		}
		closing = !closing
	}
	return false
}

// wide reports whether no space belongs beside a character: Han and full-width
// marks, and in Chinese text the quotation marks and dashes too.
func (l *locale) wide(r rune) bool {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return true
	case width.EastAsianAmbiguous:
		return !l.spaced && unicode.IsPunct(r)
	}
	return false
}
