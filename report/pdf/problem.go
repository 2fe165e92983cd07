package pdf

import (
	"strconv"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/report/doc"
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

// lost is a rune that no font has, and where it stands.
type lost struct {
	r    rune
	path string
}

// missing records a rune that no font has.
func (l *layouter) missing(r rune) {
	l.lost = append(l.lost, lost{r, l.path.String()})
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
// listens to warnings, each is told once and 〓 stands in its place; otherwise
// they are errors, one for each place.
func (l *layouter) judge(warn func(*source.Error)) error {
	tolerant := l.doc.Status == doc.Draft && warn != nil
	var warnings source.List
	told := make(map[rune]bool)
	for _, m := range l.lost {
		if tolerant && !told[m.r] {
			told[m.r] = true
			warnings.Add(&source.Error{
				Path: m.path, Message: msgStandIn, Args: []any{m.r, m.r, unicodeBlock(m.r)}, Severity: source.Warning,
			})
		} else if !tolerant {
			l.problems.Add(&source.Error{Path: m.path, Message: msgRune, Args: []any{m.r, m.r, unicodeBlock(m.r)}})
		}
	}
	if err := l.problems.Err(); err != nil {
		return err
	}
	for _, w := range warnings {
		warn(w)
	}
	return nil
}
