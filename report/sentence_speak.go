package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/channelreport/report/doc"
)

// A spokenLine is what a sentence came to. It was dropped if nothing is left
// of it.
type spokenLine struct {
	inlines []doc.Inline
	dropped bool
	noData  []missing  // absent figures that took the line away: the paragraph says so
	silent  []silenced // every insert that had nothing to say, for the gaps list
}

// A silenced is an insert that had nothing to say.
type silenced struct {
	insert  *insert
	missing []missing // empty for a field without content
}

// speak evaluates every insert of a sentence once, in order, and closes the
// sentence up where parts of it are gone.
//
// An optional part goes if an insert directly in it is silent, or if it has
// inserts that can be absent, or optional parts, and none of them said
// anything. Outside of optional parts a silent figure takes the line and goes
// into the paragraph's sentence on missing data; any other silence takes the
// line. A line that asks only for what is never absent stays, and so does a
// title, in whose words outside of optional parts nothing can be absent.
func (s *sentence) speak(l *locale, eval func(*insert) spoken) spokenLine {
	w := &writer{eval: eval, cells: make([]glyph, 0, 48)}
	r := w.parts(s.parts, true)
	line := spokenLine{noData: w.noData, silent: w.silent}
	if r.silent || r.asked && !r.said && !s.title {
		line.dropped = true
		return line
	}
	whole := s.title && !slices.ContainsFunc(w.cells, func(g glyph) bool { return !g.written() })
	cells := l.closeUp(w.cells)
	if len(cells) == 0 || !whole && !slices.ContainsFunc(cells, func(g glyph) bool { return g.atom != nil || readable(g.rune) }) {
		line.dropped = true
		return line
	}
	line.inlines = inlines(cells)
	return line
}

// A glyph is a character of a sentence being put together, an inline that is
// kept whole, or the seam that a part left behind.
type glyph struct {
	rune    rune       // 0 for an atom and a seam
	atom    doc.Inline // Value, Ref, Link or Strong
	seam    bool
	strong  bool
	insert  bool // comes from an insert
	last    bool // the last of an insert
	fixed   bool // of a name that is kept as it is
	capital bool // a capital letter at the start of a line
}

// A written is what a run of parts came to.
type written struct {
	silent      bool // an insert directly in it is silent
	asked, said bool
	started     bool // began with neither pause, space nor bracket
}

// A writer evaluates a sentence.
type writer struct {
	eval   func(*insert) spoken
	cells  []glyph
	strong bool
	noData []missing
	silent []silenced
}

func (w *writer) parts(parts []part, top bool) written {
	var r written
	r.started = startsBare(parts)
	begin := len(w.cells)
	wasBare := false // the parts before that are gone began with no pause
	listed := false  // and the last of them has none of its own
	for _, p := range parts {
		switch p := p.(type) {
		case literal:
			text := string(p)
			if wasBare {
				text = strings.TrimPrefix(text, "、")
			}
			if wasBare && conjoins(text) {
				text = w.joint(text, begin)
			}
			if listed && text == string(p) && startsBare([]part{p}) {
				w.unlist(begin)
			}
			wasBare, listed = false, false
			for _, c := range text {
				if c == '\n' { // of an author's text: a space, but beside wide characters
					w.cells = append(w.cells, glyph{seam: true})
					c = ' '
				}
				w.cells = append(w.cells, glyph{rune: c, strong: w.strong})
			}
		case strongMark:
			w.strong = !w.strong
		case *insert:
			wasBare, listed = false, false
			w.insert(p, &r, top)
		case *optional:
			from, strong := len(w.cells), w.strong
			inner := w.parts(p.parts, false)
			r.asked = true
			if inner.silent || !inner.said {
				w.strong = strong
				wasBare, listed = wasBare || inner.started, inner.started && !endsInPause(p.parts)
				w.cells = append(w.cells[:from], glyph{seam: true})
				continue
			}
			r.said = true
			if wasBare {
				w.cells = append(w.cells[:from], withoutLead(w.cells[from:])...)
			}
			wasBare, listed = false, false
			if n := len(w.cells); n > 0 && w.cells[n-1].written() && unicode.IsSpace(w.cells[n-1].rune) {
				w.cells = append(w.cells, glyph{seam: true}) // the space may not belong before what follows
			}
		}
	}
	return r
}

// joint is what stays of a conjunction whose first side is gone: all of it
// behind another member of its list.
func (w *writer) joint(conjunction string, begin int) string {
	w.unlist(begin)
	for i := len(w.cells) - 1; i >= 0; i-- {
		c := w.cells[i]
		if c.blank() {
			continue
		}
		if !c.written() || isPause(c.rune) {
			return conjunction
		}
		break
	}
	return conjunction[:len(conjunction)-len(strings.TrimLeft(conjunction, " "))]
}

// unlist takes the 、 of the parts from begin on away that no further member of a
// list follows.
func (w *writer) unlist(begin int) {
	i := len(w.cells) - 1
	for i >= begin && w.cells[i].seam {
		i--
	}
	if i >= begin && w.cells[i].written() && w.cells[i].rune == '、' {
		w.cells = slices.Delete(w.cells, i, i+1)
	}
}

// insert evaluates an insert.
func (w *writer) insert(in *insert, r *written, top bool) {
	s := w.eval(in)
	s.silent = s.silent || s.quiet && !top
	if s.kind != fixedInsert {
		r.asked = true
		r.said = r.said || !s.silent
	}
	if s.silent {
		r.silent = true
		w.silent = append(w.silent, silenced{in, s.missing})
		if top && s.kind != phraseInsert {
			w.noData = append(w.noData, s.missing...)
		}
		return
	}
	w.noData = append(w.noData, s.missing...)
	from := len(w.cells)
	w.add(s, s.inlines, w.strong)
	if n := len(w.cells); n > from {
		w.cells[n-1].last = true
		w.cells[from].capital = s.capital
	}
}

// add appends what an insert says; what is strong in it is so once.
func (w *writer) add(s spoken, inlines []doc.Inline, strong bool) {
	for _, inline := range inlines {
		switch in := inline.(type) {
		case doc.Text:
			for _, c := range in.Text {
				w.cells = append(w.cells, glyph{rune: c, strong: strong, insert: true, fixed: s.kind == fixedInsert})
			}
		case doc.Strong:
			w.add(s, in.Inlines, true)
		default:
			w.cells = append(w.cells, glyph{atom: inline, strong: strong, insert: true})
		}
	}
}

// startsBare reports whether parts begin with neither pause, space nor
// bracket.
func startsBare(parts []part) bool {
	for _, p := range parts {
		switch p := p.(type) {
		case literal:
			first := []rune(string(p))[0]
			return !isPause(first) && !unicode.IsSpace(first) && closingOf(first) == 0
		case *optional:
			return startsBare(p.parts)
		case *insert:
			return true
		}
	}
	return true
}

// endsInPause reports whether parts end with a pause, which parts what they say
// from what follows.
func endsInPause(parts []part) bool {
	if len(parts) == 0 {
		return false
	}
	switch p := parts[len(parts)-1].(type) {
	case literal:
		r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(string(p), " "))
		return isPause(r)
	case *optional:
		return endsInPause(p.parts)
	}
	return false
}

// leads are the words by which a part follows the one before it.
var leads = []string{"和", "与", "以及", "及", "或", "and ", "or "}

// conjoins reports whether a text is one of them and nothing else.
func conjoins(text string) bool {
	return slices.ContainsFunc(leads, func(lead string) bool { return strings.TrimSpace(lead) == strings.TrimSpace(text) })
}

// withoutLead takes the leading pause or conjunction off a part whose
// predecessors are gone; a space stays one.
func withoutLead(cells []glyph) []glyph {
	first := skipSpaces(cells, 0)
	end := first
	if end < len(cells) && cells[end].written() && isPause(cells[end].rune) {
		end = skipSpaces(cells, end+1)
	}
	for _, lead := range leads {
		if textAt(cells, end, lead) {
			end += utf8.RuneCountInString(lead)
			break
		}
	}
	if end == first {
		return cells
	}
	out := []glyph{{seam: true}}
	for _, c := range cells[:end] {
		if unicode.IsSpace(c.rune) {
			out = append(out, c)
			break
		}
	}
	return append(out, cells[end:]...)
}

func skipSpaces(cells []glyph, i int) int {
	for i < len(cells) && cells[i].written() && unicode.IsSpace(cells[i].rune) {
		i++
	}
	return i
}

// textAt reports whether the author's own text stands at i.
func textAt(cells []glyph, i int, text string) bool {
	for _, c := range text {
		if i >= len(cells) || !cells[i].written() || cells[i].rune != c {
			return false
		}
		i++
	}
	return true
}

// written reports whether the template's author wrote the character.
func (g glyph) written() bool { return g.rune != 0 && !g.insert }

// readable reports whether a character is more than a mark. A line without any
// is not printed, unless it is a title whose author wrote all of it.
func readable(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// inlines joins characters back to text.
func inlines(cells []glyph) []doc.Inline {
	var out, strong []doc.Inline
	var text strings.Builder
	target := &out
	flush := func() {
		if text.Len() > 0 {
			*target = append(*target, doc.Text{Text: text.String()})
			text.Reset()
		}
	}
	closeStrong := func() {
		flush()
		if len(strong) > 0 {
			out = append(out, doc.Strong{Inlines: strong})
			strong = nil
		}
		target = &out
	}
	for _, c := range cells {
		switch {
		case c.strong && target == &out:
			flush()
			target = &strong
		case !c.strong && target == &strong:
			closeStrong()
		}
		if c.atom != nil {
			flush()
			*target = append(*target, c.atom)
		} else {
			text.WriteRune(c.rune)
		}
	}
	closeStrong()
	return out
}
