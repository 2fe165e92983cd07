package channel

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
)

// openTable opens a table and reads its header. It returns nil if the file is
// of no use; why is among the problems.
func (b *builder) openTable(in folder, name string, kind fileKind) *table {
	rule := b.setup.rule(kind)
	reader, err := in.open(name, rule)
	if err != nil {
		b.unreadable(name, err)
		return nil
	}
	t := &table{
		rows: reader, format: b.setup.format(kind), name: name, rule: rule,
		columns: columnsOf(kind, b.setup.factDimensions()), problems: &b.problems, limit: maxRows[kind],
	}
	t.natural = in.natural()
	if !t.readHeader() {
		t.close()
		return nil
	}
	return t
}

// readHeader finds the slots in the header's row. It returns false if the rows
// below cannot be read by it.
func (t *table) readHeader() bool {
	before := len(t.problems.errors)
	line := max(t.rule.Header, 1)
	for t.read(t.problems) {
		if t.lineNo() < line {
			continue
		}
		if t.rule.Header > 0 && (t.lineNo() > line || blankRow(t.cells())) {
			break
		}
		t.header = slices.Clone(t.cells())
		t.record = t.header
		return t.understand(before)
	}
	switch {
	case len(t.problems.errors) > before:
	case t.rule.Header > 0:
		t.problems.add(inFile(t.name), msgNoHeaderLine, line)
	default:
		t.problems.add(inFile(t.name), msgNoHeader)
	}
	return false
}

// understand makes sense of the header, or says what is wrong with it and with
// the rule by which it was found.
func (t *table) understand(before int) bool {
	if len(t.header) > maxColumns {
		t.problems.add(t.row(), msgTooManyColumns, len(t.header), maxColumns)
		return false
	}
	for i, text := range t.header {
		if !utf8.ValidString(text) {
			t.refuseEncoding(i)
			return false
		}
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
	good = t.requireColumns(unread) && good
	if !good {
		t.explainHeader(before)
		return false
	}
	if len(unread) > 0 {
		e := t.problems.warn(t.at(t.ignored[0]), msgUnknownColumns, strings.Join(unread, ", "))
		for _, name := range unread {
			if e.Near = source.Nearest(name, t.missing()); e.Near != "" {
				break
			}
		}
	}
	if len(t.dropped) > 0 {
		names := make([]string, len(t.dropped))
		for i, column := range t.dropped {
			names[i] = t.header[column]
		}
		t.problems.note(t.at(t.dropped[0]), msgDropped, strings.Join(names, ", "))
		t.ignored = append(t.ignored, t.dropped...)
	}
	return true
}

// requireColumns refuses a header that lacks a required column.
func (t *table) requireColumns(unread []string) bool {
	good := true
	for slot, c := range t.columns {
		if !c.required || t.slots[slot] >= 0 {
			continue
		}
		good = false
		if near := source.Nearest(c.name, unread); near != "" {
			t.problems.add(t.at(slices.Index(t.header, near)), msgUnknownColumn, near).Near = c.name
		} else {
			t.problems.add(t.row(), msgMissingColumn, c.name)
		}
	}
	return good
}

// headerWithin is how many rows below a line that is no header are searched
// for one.
const headerWithin = 20

// explainHeader looks for the reason why a header makes no sense: it uses
// another delimiter, or stands below the title rows of an export. That is then
// the one problem, with the key of book.yaml that would mend it.
func (t *table) explainHeader(before int) {
	at := t.row()
	explain := func(m source.Message, arg any) {
		t.problems.errors = t.problems.errors[:before]
		t.problems.add(at, m, string(t.kind), arg)
	}
	if len(t.header) == 1 {
		for _, d := range []string{";", "\t", "|", ",", "，"} {
			if t.isHeader(strings.Split(t.header[0], d)) {
				explain(msgOtherDelimiter, d)
				return
			}
		}
	}
	found := slices.Clone(t.problems.errors)
	for range headerWithin {
		if !t.read(t.problems) {
			break
		}
		if t.isHeader(t.cells()) {
			explain(msgHeaderBelow, t.lineNo())
			return
		}
	}
	t.problems.errors = found
}

// isHeader reports whether a row names every required column.
func (t *table) isHeader(row []string) bool {
	for slot, c := range t.columns {
		if c.required && !slices.ContainsFunc(row, func(text string) bool { return t.slotOf(text) == slot }) {
			return false
		}
	}
	return len(row) > 1
}

// dropColumn is the slot of a column that the rule says to ignore.
const dropColumn = -2

// slotOf returns the slot that a heading means, -1 if none.
func (t *table) slotOf(text string) int {
	name := text
	for _, c := range t.rule.Columns {
		if c.Header == text {
			if c.Column == "" {
				return dropColumn
			}
			name = c.Column
		}
	}
	return slices.IndexFunc(t.columns, func(c column) bool {
		return c.name == name || name == text && slices.Contains(c.headers, text)
	})
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
	slot := t.slotOf(text)
	switch {
	case slot == dropColumn:
		t.dropped = append(t.dropped, i)
	case slot >= 0 && t.slots[slot] >= 0:
		t.problems.add(t.at(i), msgTwoHeaders, t.header[t.slots[slot]], text, t.columns[slot].name)
		return false
	case slot >= 0:
		t.slots[slot] = i
	case t.kind == partnersFile:
		t.header[i] = t.attributeOf(text)
		t.extra = append(t.extra, i)
	default:
		t.ignored = append(t.ignored, i)
	}
	return t.checkText(i)
}

// attributeOf returns the attribute that a heading of partners means: itself,
// or what the rule says.
func (t *table) attributeOf(text string) string {
	for _, c := range t.rule.Columns {
		if c.Header == text {
			return c.Column
		}
	}
	return text
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
