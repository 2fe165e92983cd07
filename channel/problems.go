package channel

import (
	"errors"
	"io/fs"

	"example.com/channelreport/channel/source"
)

// maxProblems is how many refusals are collected before reading stops, and how
// many warnings are kept: enough to mend a file by, few enough for any memory.
const maxProblems = 10_000

// A place is where a problem is reported: a position, the path there inside a
// YAML document or a Go value, and the line of the file, for the caret.
type place struct {
	position source.Position
	path     string
	line     string
}

// problems collects what is wrong with a book, and what somebody should look at.
type problems struct {
	errors   source.List
	warnings source.List
	unlisted int // warnings beyond maxProblems
}

// problem is a refusal that has no place yet.
func problem(m source.Message, args ...any) *source.Error {
	return &source.Error{Message: m, Args: args}
}

// add reports a refusal and returns it, so that the caller can add to it.
func (p *problems) add(at place, m source.Message, args ...any) *source.Error {
	return p.refuse(at, problem(m, args...))
}

// refuse reports a refusal that a parser returned, at its place.
func (p *problems) refuse(at place, err error) *source.Error {
	var e *source.Error
	if !errors.As(err, &e) {
		e = problem(msgUnreadable, err)
		e.Err = err
	}
	e.Position, e.Path, e.Line = at.position, at.path, at.line
	if !p.full() {
		p.errors.Add(e)
	}
	return e
}

// warn reports a warning.
func (p *problems) warn(at place, m source.Message, args ...any) *source.Error {
	return p.remark(source.Warning, at, problem(m, args...))
}

// note reports that something was done that book.yaml asked for.
func (p *problems) note(at place, m source.Message, args ...any) {
	p.remark(source.Note, at, problem(m, args...))
}

func (p *problems) remark(severity source.Severity, at place, e *source.Error) *source.Error {
	e.Position, e.Path, e.Line, e.Severity = at.position, at.path, at.line, severity
	if len(p.warnings) < maxProblems {
		p.warnings.Add(e)
	} else {
		p.unlisted++
	}
	return e
}

// full reports whether there are so many refusals that reading should end.
func (p *problems) full() bool { return len(p.errors) >= maxProblems }

// unreadable reports that a file could not be opened or read.
func (p *problems) unreadable(name string, err error) {
	reason := err
	var path *fs.PathError
	if errors.As(err, &path) {
		reason = path.Err // the name is said already
	}
	p.add(inFile(name), msgUnreadable, reason).Err = err
}

// err returns the refusals, sorted; nil if there are none.
func (p *problems) err() error {
	if p.full() {
		p.errors.Add(problem(msgStopped, maxProblems))
	}
	return p.errors.Err()
}

// inFile is a file as a whole.
func inFile(name string) place { return place{position: source.Position{File: name}} }
