package channel

import (
	"errors"
	"io/fs"

	"example.com/channelreport/channel/source"
)

// maxProblems is how many refusals are collected before reading stops: enough
// to mend a file by, few enough to hold in memory.
const maxProblems = 10_000

// problems collects what is wrong with a book, and what somebody should look at.
type problems struct {
	errors   source.List
	warnings source.List
}

// add reports a refusal and returns it, so that the caller can add to it.
func (p *problems) add(at source.Position, m source.Message, args ...any) *source.Error {
	e := &source.Error{Position: at, Message: m, Args: args}
	p.errors.Add(e)
	return e
}

// warn reports a warning.
func (p *problems) warn(at source.Position, m source.Message, args ...any) *source.Error {
	e := &source.Error{Position: at, Message: m, Args: args, Severity: source.Warning}
	p.warnings.Add(e)
	return e
}

// place reports an error that has no place yet, such as a parser's: where it
// is, the path there inside the document, and the line for its caret.
func (p *problems) place(at source.Position, path string, err error, line string) *source.Error {
	var e *source.Error
	if !errors.As(err, &e) {
		e = &source.Error{Message: msgUnreadable, Args: []any{err}, Err: err}
	}
	e.Position, e.Path, e.Line = at, path, line
	p.errors.Add(e)
	return e
}

// full reports whether there are so many problems that reading should end.
func (p *problems) full() bool { return len(p.errors) >= maxProblems }

// unreadable reports that a file could not be opened or read.
func (p *problems) unreadable(name string, err error) {
	reason := err
	var path *fs.PathError
	if errors.As(err, &path) {
		reason = path.Err // the name is said already
	}
	p.add(source.Position{File: name}, msgUnreadable, reason).Err = err
}
