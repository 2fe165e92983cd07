package pdf

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/internal/typeset"
)

// A path is where in the document layout stands: sections[1].blocks[0]. It
// becomes text only where there is a problem.
type path struct {
	steps []step
}

type step struct {
	name  string
	index int
}

func (p *path) push(name string, index int) { p.steps = append(p.steps, step{name, index}) }

func (p *path) pop() { p.steps = p.steps[:len(p.steps)-1] }

func (p *path) String() string {
	var b []byte
	for i, s := range p.steps {
		if i > 0 {
			b = append(b, '.')
		}
		b = append(b, s.name...)
		if s.index >= 0 {
			b = append(b, '[')
			b = strconv.AppendInt(b, int64(s.index), 10)
			b = append(b, ']')
		}
	}
	return string(b)
}

// problem records a problem where layout stands.
func (l *layouter) problem(m source.Message, args ...any) {
	e := &source.Error{Path: l.path.String(), Message: m, Args: args}
	for _, a := range args {
		if err, ok := a.(error); ok {
			e.Err = err
		}
	}
	l.problems.Add(e)
}

// lost is a rune that no font has: where it stands first, as the document has
// it and as a reader finds it, and how often it occurs.
type lost struct {
	r       rune
	path    string
	excerpt string
	times   int
}

// missing records that no font has the rune of glyph i. What the document says
// once and the page again is counted once.
func (l *layouter) missing(placed []typeset.Glyph, i int) {
	r := placed[i].Rune
	at := slices.IndexFunc(l.lost, func(m lost) bool { return m.r == r })
	switch {
	case at < 0:
		const around = 6
		var excerpt []rune
		for _, g := range placed[max(0, i-around):min(len(placed), i+around+1)] {
			excerpt = append(excerpt, g.Rune)
		}
		l.lost = append(l.lost, lost{r, l.path.String(), string(excerpt), 1})
	case !l.again:
		l.lost[at].times++
	}
}

// valid returns s, or, after recording the problem, nothing if s is not valid
// UTF-8.
func (l *layouter) valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	for i, r := range s {
		if _, size := utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && size == 1 {
			l.problem(msgUTF8, s[i], i)
			break
		}
	}
	return ""
}

// judge decides about the runes that no font has. In a draft whose caller
// listens to warnings, 〓 stands in the place of each; otherwise they are
// errors. Either way each is told once.
func (l *layouter) judge(warn func(*source.Error)) error {
	message, severity := msgRune, source.Refusal
	tolerant := l.doc.Status == doc.Draft && warn != nil
	if tolerant {
		message, severity = msgStandIn, source.Warning
	}
	var told source.List
	for _, m := range l.lost {
		told.Add(&source.Error{
			Path: m.path, Message: message, Severity: severity,
			Args: []any{m.r, m.r, unicodeBlock(m.r), m.times, m.excerpt},
		})
	}
	if !tolerant {
		l.problems = append(l.problems, told...)
	}
	if err := l.problems.Err(); err != nil || !tolerant {
		return err
	}
	for _, w := range told {
		warn(w)
	}
	return nil
}
