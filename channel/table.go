package channel

import (
	"context"
	"io/fs"
	"slices"
	"strings"

	"example.com/channelreport/channel/source"
)

// A table reads one CSV file of a book row by row. Cells are reached by slot:
// the index of their column in columnsOf.
type table struct {
	*rowReader
	kind     fileKind
	columns  []column
	problems *problems
	header   []string

	slots   []int // column of each slot in the file; -1: the file has none
	ignored []int // columns of the file that no slot reads
	extra   []int // of partners: columns that are attributes
	rows    int
	blank   tallied
}

// tallied counts what is reported once for a file.
type tallied struct {
	count int
	first place
}

func (t *tallied) add(at func() place) {
	if t.count++; t.count == 1 {
		t.first = at()
	}
}

// openTable opens a CSV file and reads its header. It returns nil if the file
// is of no use; why is among the problems.
func openTable(fsys fs.FS, name string, kind fileKind, dims []string, p *problems) *table {
	rows, err := openRows(fsys, name)
	if err != nil {
		p.unreadable(name, err)
		return nil
	}
	t := &table{rowReader: rows, kind: kind, columns: columnsOf(kind, dims), problems: p}
	before := len(p.errors)
	if !t.readHeader() {
		if len(p.errors) == before {
			p.add(inFile(name), msgNoHeader)
		}
		t.file.Close()
		return nil
	}
	return t
}

// end ends reading and describes the file.
func (t *table) end(last Date) File {
	digest, err := t.close()
	if err != nil {
		t.problems.unreadable(t.name, err)
	}
	if t.blank.count > 0 {
		t.problems.warn(t.blank.first, msgBlankRows, t.blank.count)
	}
	return File{Name: t.name, SHA256: digest, Rows: t.rows, Last: last}
}

// readHeader finds the slots in the first row. It returns false if the rows
// below cannot be read by it.
func (t *table) readHeader() bool {
	if !t.read(t.problems) {
		return false
	}
	t.header = slices.Clone(t.record)
	if len(t.header) > maxColumns {
		t.problems.add(t.row(), msgTooManyColumns, len(t.header), maxColumns)
		return false
	}
	t.slots = slices.Repeat([]int{-1}, len(t.columns))
	good := true
	for i := range t.header {
		good = t.readHeading(i) && good
	}
	unread := make([]string, len(t.ignored))
	for i, column := range t.ignored {
		unread[i] = t.header[column]
	}
	for slot, c := range t.columns {
		if c.required && t.slots[slot] < 0 {
			good = false
			if near := source.Nearest(c.name, unread); near != "" {
				t.problems.add(t.at(slices.Index(t.header, near)), msgUnknownColumn, near).Near = c.name
			} else {
				t.problems.add(t.row(), msgMissingColumn, c.name)
			}
		}
	}
	if good && len(unread) > 0 {
		e := t.problems.warn(t.at(t.ignored[0]), msgUnknownColumns, strings.Join(unread, ", "))
		for _, name := range unread {
			if e.Near = source.Nearest(name, t.missing()); e.Near != "" {
				break
			}
		}
	}
	return good
}

// readHeading finds out what the i-th column of the file is.
func (t *table) readHeading(i int) bool {
	text := t.header[i]
	if isBlank(text) {
		t.problems.add(t.at(i), msgBlankHeader)
		return false
	}
	if slices.Contains(t.header[:i], text) {
		t.problems.add(t.at(i), msgColumnTwice, text)
		return false
	}
	slot := slices.IndexFunc(t.columns, func(c column) bool {
		return c.name == text || slices.Contains(c.headers, text)
	})
	switch {
	case slot >= 0 && t.slots[slot] >= 0:
		t.problems.add(t.at(i), msgTwoHeaders, t.header[t.slots[slot]], text, t.columns[slot].name)
		return false
	case slot >= 0:
		t.slots[slot] = i
	case t.kind == partnersFile:
		t.extra = append(t.extra, i)
	default:
		t.ignored = append(t.ignored, i)
	}
	return t.checkText(i)
}

// missing are the columns that the file could still have had.
func (t *table) missing() []string {
	var names []string
	for slot, c := range t.columns {
		if t.slots[slot] < 0 {
			names = append(append(names, c.name), c.headers...)
		}
	}
	return names
}

// next reads the next row that has something in it. It returns false at the
// end, when the rest cannot be read, and when ctx is done.
func (t *table) next(ctx context.Context) bool {
	for {
		if t.rows&4095 == 0 && ctx.Err() != nil || t.problems.full() || !t.read(t.problems) {
			return false
		}
		if !slices.ContainsFunc(t.record, func(s string) bool { return !isBlank(s) }) {
			t.blank.add(t.row)
			continue
		}
		t.rows++
		if len(t.record) == len(t.header) {
			return true
		}
		t.problems.add(t.row(), msgFieldCount, len(t.record), len(t.header))
	}
}

// cell returns a slot's cell, "" if it is blank or the file lacks the column.
func (t *table) cell(slot int) string {
	if i := t.slots[slot]; i >= 0 && !isBlank(t.record[i]) {
		return t.record[i]
	}
	return ""
}

// in returns the place of a slot's cell, of the row if there is no cell.
func (t *table) in(slot int) place {
	if i := t.slots[slot]; i >= 0 {
		return t.at(i)
	}
	return t.row()
}

// where returns the place of a column's cell.
func (t *table) where(column string) place {
	for slot, c := range t.columns {
		if c.name == column {
			return t.in(slot)
		}
	}
	return t.row()
}

// checkText refuses control characters and bytes that are no UTF-8 in a cell,
// and warns of characters that nobody sees.
func (t *table) checkText(i int) bool {
	f := faultIn(t.record[i])
	switch f.kind {
	case control:
		t.problems.add(t.at(i), msgControl, f.r)
	case notUTF8:
		t.problems.add(t.at(i), msgNotUTF8)
	case invisible:
		t.problems.warn(t.at(i), msgInvisible, shorten(t.record[i]), f.r)
	case tab:
		if !t.quoted(i) {
			t.problems.warn(t.at(i), msgTab, shorten(t.record[i]))
		}
	}
	return f.kind < control
}

// checkRow checks all texts of a row, and that it is no total.
func (t *table) checkRow() bool {
	for i, cell := range t.record {
		if word := totalWord(cell); word != "" {
			t.problems.add(t.at(i), msgTotalRow, cell, string(t.kind), word)
			return false
		}
	}
	good := true
	for i := range t.record {
		good = t.checkText(i) && good
	}
	return good
}

// checkNew checks the text of a cell that is seen for the first time.
func (t *table) checkNew(slot int) bool {
	i := t.slots[slot]
	if totalWord(t.record[i]) != "" {
		return t.checkRow()
	}
	return t.checkText(i)
}

// ignore treats a column of the file as one that nothing reads.
func (t *table) ignore(slot int) {
	if i := t.slots[slot]; i >= 0 {
		t.slots[slot] = -1
		t.ignored = append(t.ignored, i)
	}
}

// checkIgnored looks for the word of a total row in columns that nothing else
// reads.
func (t *table) checkIgnored() bool {
	for _, i := range t.ignored {
		if totalWord(t.record[i]) != "" {
			return t.checkRow()
		}
	}
	return true
}

// fail reports that a cell cannot be read, unless the row gives a better
// reason: it is a total, or broken anyway.
func (t *table) fail(slot int, err *source.Error) {
	if t.checkRow() {
		t.problems.refuse(t.in(slot), err)
	}
}

// date reads a cell with a date; a blank one is no date.
func (t *table) date(slot int) (Date, bool) {
	text := t.cell(slot)
	if text == "" {
		return Date{}, true
	}
	d, err := parseDate(text)
	if err != nil {
		if isExcelDate(text) {
			err = problem(msgDateForm, text, string(t.kind))
		}
		t.fail(slot, err)
	}
	return d, err == nil
}

// required reports whether a cell of a required column is there, and refuses
// the row if it is not.
func (t *table) required(slot int) bool {
	if t.cell(slot) != "" {
		return true
	}
	t.fail(slot, problem(msgRequiredCell, t.header[t.slots[slot]]))
	return false
}

// number reads a cell with a number; a blank one is 0.
func (t *table) number(slot int) (number, bool) {
	text := t.cell(slot)
	if text == "" {
		return number{}, true
	}
	n, err := parseNumber(text)
	if err != nil {
		t.fail(slot, explainNumber(text, string(t.kind), err))
	}
	return n, err == nil
}
