package source

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Message is one kind of problem, declared once as a package-level value in
// the messages.go of the package that reports it. Code is stable; En and Zh
// are fmt formats over the same arguments, which the Chinese text may take in
// another order (%[2]s).
type Message struct {
	Code string
	En   string
	Zh   string
}

// In returns the message with its arguments in the language of a locale:
// Chinese for zh and zh-…, English otherwise. An argument that is itself a
// Message or a Term is translated too.
func (m Message) In(locale string, args ...any) string {
	format := m.En
	if chinese(locale) {
		format = m.Zh
	}
	if len(args) == 0 && !strings.Contains(format, "%") {
		return format
	}
	translated := make([]any, len(args))
	for i, a := range args {
		switch a := a.(type) {
		case Message:
			translated[i] = a.In(locale)
		case Term:
			translated[i] = a.In(locale)
		default:
			translated[i] = a
		}
	}
	return fmt.Sprintf(format, translated...)
}

// A Term is an argument that reads differently in the two languages, such as
// "a number" / "数字".
type Term struct{ En, Zh string }

// In returns the term in the language of a locale.
func (t Term) In(locale string) string {
	if chinese(locale) {
		return t.Zh
	}
	return t.En
}

func chinese(locale string) bool {
	return locale == "zh" || strings.HasPrefix(locale, "zh-")
}

// A Severity tells whether a problem refuses the input or only remarks on it.
type Severity uint8

const (
	Refusal Severity = iota // the input cannot be used
	Warning                 // the input is used; somebody should look
	Note                    // what the user asked for happened
)

// An Error is one problem with a user's input: where, which, with what
// operands, and what was probably meant. It doubles as a warning; Severity
// says which it is.
type Error struct {
	Position Position
	Path     string // path inside the document: sections[0].blocks[1].where
	Message  Message
	Args     []any
	Near     string // the nearest known name, for "did you mean"; "" if none
	Line     string // the source line the position points into; "" if unknown
	Severity Severity
	Err      error // the cause, if another error is behind this one
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Error returns the problem in English: file:line:col: path: message; did you
// mean "name"? [code].
func (e *Error) Error() string { return e.In("en") }

// In returns the problem on one line in the language of a locale.
func (e *Error) In(locale string) string {
	var b strings.Builder
	if !e.Position.IsZero() {
		b.WriteString(e.Position.String())
		b.WriteString(": ")
	}
	switch e.Severity {
	case Warning:
		b.WriteString(Term{"warning: ", "警告: "}.In(locale))
	case Note:
		b.WriteString(Term{"note: ", "提示: "}.In(locale))
	}
	if e.Path != "" {
		b.WriteString(e.Path)
		b.WriteString(": ")
	}
	b.WriteString(e.Message.In(locale, e.Args...))
	if e.Near != "" {
		fmt.Fprintf(&b, Term{"; did you mean %q?", "；是否想写 %q？"}.In(locale), e.Near)
	}
	b.WriteString(" [")
	b.WriteString(e.Message.Code)
	b.WriteString("]")
	return b.String()
}

// Snippet returns the source line with a caret below the position, or "" if
// the line is not known. The caret is placed in display columns: a Han
// character or full-width mark counts two.
func (e *Error) Snippet() string {
	if e.Line == "" || e.Position.Column < 1 {
		return ""
	}
	var line, pad strings.Builder
	column := 1
	for _, r := range e.Line {
		cell := string(r)
		if r == '\t' {
			cell = " "
		}
		line.WriteString(cell)
		if column < e.Position.Column {
			pad.WriteString(strings.Repeat(" ", runeWidth(r)))
		}
		column++
	}
	return "    " + line.String() + "\n    " + pad.String() + "^"
}

// A List is every problem found, as one error. All functions that take user
// input return their problems as a List, so that errors.As(err, &list) yields
// them one by one.
type List []*Error

// Add appends a problem.
func (l *List) Add(e *Error) { *l = append(*l, e) }

// Sort orders the problems by position, then path, code and text, and drops
// exact repetitions.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b *Error) int {
		if c := a.Position.Compare(b.Position); c != 0 {
			return c
		}
		if c := strings.Compare(a.Path, b.Path); c != 0 {
			return c
		}
		return strings.Compare(a.Error(), b.Error())
	})
	*l = slices.CompactFunc(*l, func(a, b *Error) bool { return a.Error() == b.Error() })
}

// Err returns the sorted list as an error, or nil if the list is empty.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	l = slices.Clone(l)
	l.Sort()
	return l
}

// Error returns every problem in English, one a line.
func (l List) Error() string { return l.In("en") }

// Printed is how many problems In writes out before it only counts the rest.
const Printed = 100

// In returns the problems in the language of a locale, one a line; beyond the
// first hundred they are only counted.
func (l List) In(locale string) string {
	var b strings.Builder
	for i, e := range l {
		if i == Printed {
			fmt.Fprintf(&b, Term{"\nand %d more problems", "\n另有 %d 处问题"}.In(locale), len(l)-i)
			break
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(e.In(locale))
	}
	return b.String()
}

// Unwrap lets errors.Is and errors.As look into each problem.
func (l List) Unwrap() []error {
	errs := make([]error, len(l))
	for i, e := range l {
		errs[i] = e
	}
	return errs
}

// Problems returns the problems in err: its List, or its single Error, or nil
// if it holds neither (an error that no user's input caused).
func Problems(err error) List {
	var l List
	if errors.As(err, &l) {
		return l
	}
	var e *Error
	if errors.As(err, &e) {
		return List{e}
	}
	return nil
}
