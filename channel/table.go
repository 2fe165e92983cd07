package channel

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
)

// rows is where a table's rows come from: a CSV file or a worksheet.
type rows interface {
	read(p *problems) bool  // the next row; false at the end, and after a fault that it reports
	cells() []string        // of the row; valid until the next is read
	lineNo() int            // of the line, or of the worksheet's row, where the row begins
	row() place             // the row as a whole
	at(i int) place         // the i-th cell
	spot(i int) spot        // the i-th cell, with a way to what is in it
	quoted(i int) bool      // whether that cell is written in quotes
	close() (string, error) // ends reading; the file's digest
}

// A table reads one table of a book, a CSV file or a worksheet, row by row.
// Cells are reached by slot: the index of their column in columnsOf.
type table struct {
	rows
	format
	name     string
	rule     FileRule
	columns  []column
	problems *problems
	header   []string
	record   []string // the current row

	slots   []int // column of each slot in the file; -1: the file has none
	ignored []int // columns of the file that no slot reads
	dropped []int // columns of the file that the rule says to ignore
	extra   []int // of partners: columns that are attributes
	count   int   // of rows
	limit   int   // of them; 0 is none
	blank   tallied
	totals  tallied
	strange bool // a text in another encoding was reported
}

// maxRows is how many rows a table may have that is kept row by row; sale lines
// are not. A table beyond that is not what its name says.
var maxRows = map[fileKind]int{
	partnersFile: 5_000_000, targetsFile: 5_000_000, observationsFile: 5_000_000, itemsFile: 100_000, notesFile: 100_000,
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

// end ends reading and describes the file.
func (t *table) end(last Date) File {
	digest, err := t.close()
	if err != nil {
		t.problems.unreadable(t.name, err)
	}
	if t.blank.count > 0 {
		t.problems.warn(t.blank.first, msgBlankRows, t.blank.count)
	}
	if t.totals.count > 0 {
		t.problems.note(t.totals.first, msgSkipped, t.totals.count)
	}
	return File{Name: t.name, SHA256: digest, Rows: t.count, Last: last, kind: string(t.kind), sheet: t.natural}
}

// next reads the next row that has something in it. It returns false at the
// end, when the rest cannot be read, and when ctx is done.
func (t *table) next(ctx context.Context) bool {
	for {
		if t.count&4095 == 0 && ctx.Err() != nil || t.problems.full() || !t.read(t.problems) {
			return false
		}
		t.record = t.cells()
		if blankRow(t.record) {
			t.blank.add(t.row)
			continue
		}
		if len(t.rule.Skip) > 0 && slices.ContainsFunc(t.record, t.skips) {
			t.totals.add(t.row)
			continue
		}
		if t.count++; t.count > t.limit && t.limit > 0 {
			t.problems.add(t.row(), msgTooManyRows, t.limit)
			return false
		}
		for t.natural && len(t.record) < len(t.header) {
			t.record = append(t.record, "") // a worksheet's row ends anywhere
		}
		if len(t.record) == len(t.header) {
			return true
		}
		t.problems.add(t.row(), msgFieldCount, len(t.record), len(t.header))
	}
}

func blankRow(cells []string) bool {
	return !slices.ContainsFunc(cells, func(s string) bool { return !isBlank(s) })
}

// skips reports whether a cell marks a total row that the rule passes over.
func (t *table) skips(cell string) bool {
	word := totalWord(cell)
	return word != "" && slices.Contains(t.rule.Skip, word)
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

// refuseEncoding reports once for a file that it is not in the encoding that
// it is read in.
func (t *table) refuseEncoding(i int) {
	if !t.strange {
		t.problems.add(t.at(i), msgEncoding, string(t.kind))
	}
	t.strange = true
}

// checkText refuses control characters and bytes that are no UTF-8 in a cell,
// and warns of characters that nobody sees.
func (t *table) checkText(i int) bool {
	f := faultIn(t.record[i])
	if t.rule.Encoding == "gb18030" && strings.ContainsRune(t.record[i], utf8.RuneError) {
		t.problems.add(t.at(i), msgNotGB18030)
		return false
	}
	switch f.kind {
	case control:
		t.problems.add(t.at(i), msgControl, f.r)
	case notUTF8:
		t.refuseEncoding(i)
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
			skip := strings.Join(append(slices.Clone(t.rule.Skip), word), ", ")
			t.problems.add(t.at(i), msgTotalRow, cell, string(t.kind), skip)
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

// day reads a cell with a date; a blank one is no date.
func (t *table) day(slot int) (Date, bool) {
	text := t.cell(slot)
	if text == "" {
		return Date{}, true
	}
	d, err := t.format.date(text)
	if err != nil {
		t.fail(slot, err)
	}
	return d, err == nil
}

// period reads a cell with a period, which must be there. In a worksheet the
// first of a month is that month: Excel makes a date of 2026-09.
func (t *table) period(slot int, setup *Setup) (Period, bool) {
	text := t.cell(slot)
	if d, err := parseDate(text); t.natural && err == nil && d == d.monthStart() {
		year, month, _ := d.Civil()
		return Month(year, month), true
	}
	p, err := setup.ParsePeriod(text)
	if err != nil {
		t.problems.refuse(t.in(slot), err)
	}
	return p, err == nil
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

// amount reads a cell with a number of a unit; a blank one is 0.
func (t *table) amount(slot int, unit string) (number, bool) {
	text := t.cell(slot)
	if text == "" {
		return number{}, true
	}
	n, err := t.format.number(text, unit)
	if err != nil {
		t.fail(slot, err)
	}
	return n, err == nil
}
