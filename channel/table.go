package channel

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
)

// Limits of a CSV file: what goes beyond is no table, and must not fill memory.
const (
	maxRowBytes = 1 << 20
	maxColumns  = 1000
)

// A table reads one CSV file of a book row by row. Cells are reached by slot:
// the index of their column in columnsOf.
type table struct {
	name     string
	kind     fileKind
	columns  []column
	problems *problems

	file   fs.File
	bytes  *guard
	csv    *csv.Reader
	header []string
	record []string

	slots   []int // column of each slot in the file; -1: the file has none
	ignored []int // columns of the file that no slot reads
	extra   []int // of partners: columns that are attributes
	rows    int
	last    int // line of the row read last
	blank   blankRows
}

// blankRows counts rows that were passed over because nothing is in them.
type blankRows struct {
	count int
	first source.Position
}

// openTable opens a CSV file and reads its header. It returns nil if the file
// is of no use; why is among the problems.
func openTable(fsys fs.FS, name string, kind fileKind, dims []string, p *problems) *table {
	file, err := fsys.Open(name)
	if err != nil {
		p.unreadable(name, err)
		return nil
	}
	t := &table{name: name, kind: kind, columns: columnsOf(kind, dims), problems: p, file: file}
	t.bytes = &guard{source: file, hash: sha256.New(), limit: maxRowBytes}
	t.csv = csv.NewReader(bufio.NewReaderSize(t.bytes, 1<<16))
	t.csv.ReuseRecord = true
	t.csv.FieldsPerRecord = -1
	if !t.readHeader() {
		file.Close()
		return nil
	}
	return t
}

// close ends reading and describes the file.
func (t *table) close() File {
	// What the reader did not need still belongs to the digest. If it cannot
	// be read, the reason was reported before.
	if _, err := io.Copy(t.bytes.hash, t.file); err != nil {
		t.problems.unreadable(t.name, err)
	}
	t.file.Close()
	if t.blank.count > 0 {
		t.problems.warn(t.blank.first, msgBlankRows, t.blank.count)
	}
	return File{Name: t.name, SHA256: hex.EncodeToString(t.bytes.hash.Sum(nil)), Rows: t.rows}
}

// readHeader finds the slots in the first row.
func (t *table) readHeader() bool {
	header, err := t.csv.Read()
	if err != nil {
		if errors.Is(err, io.EOF) {
			t.problems.add(source.Position{File: t.name}, msgNoHeader)
		} else {
			t.broken(err)
		}
		return false
	}
	t.header = slices.Clone(header)
	t.record = t.header
	if len(header) > maxColumns {
		t.problems.add(source.Position{File: t.name, Line: 1}, msgTooManyColumns, len(header), maxColumns)
		return false
	}
	t.slots = make([]int, len(t.columns))
	for slot := range t.slots {
		t.slots[slot] = -1
	}
	good := true
	seen := map[string]bool{}
	var unknown []string
	var unknownAt source.Position
	for i, text := range t.record {
		if isBlank(text) {
			t.problems.add(t.position(i), msgBlankHeader)
			good = false
			continue
		}
		good = t.checkText(i) && good
		slot := t.slotOf(text)
		switch {
		case seen[text]:
			t.problems.add(t.position(i), msgColumnTwice, text)
			good = false
		case slot >= 0 && t.slots[slot] >= 0:
			t.problems.add(t.position(i), msgTwoHeaders, t.record[t.slots[slot]], text, t.columns[slot].name)
			good = false
		case slot >= 0:
			t.slots[slot] = i
		case t.kind == partnersFile:
			t.extra = append(t.extra, i)
		default:
			t.ignored = append(t.ignored, i)
			unknown = append(unknown, text)
			if len(unknown) == 1 {
				unknownAt = t.position(i)
			}
		}
		seen[text] = true
	}
	for slot, c := range t.columns {
		if c.required && t.slots[slot] < 0 {
			e := t.problems.add(source.Position{File: t.name, Line: 1}, msgMissingColumn, c.name)
			e.Near = source.Nearest(c.name, unknown)
			good = false
		}
	}
	if good && len(unknown) > 0 {
		e := t.problems.warn(unknownAt, msgUnknownColumns, strings.Join(unknown, ", "))
		if len(unknown) == 1 {
			e.Near = source.Nearest(unknown[0], t.missingNames())
		}
	}
	return good
}

// slotOf returns the slot that a header means, -1 if none.
func (t *table) slotOf(header string) int {
	return slices.IndexFunc(t.columns, func(c column) bool {
		return c.name == header || slices.Contains(c.headers, header)
	})
}

// missingNames are the columns that the file could still have had.
func (t *table) missingNames() []string {
	var names []string
	for slot, c := range t.columns {
		if t.slots[slot] < 0 {
			names = append(append(names, c.name), c.headers...)
		}
	}
	return names
}

// next reads the next row that has something in it. It returns false at the
// end, after a fault that leaves the rest of the file unreadable, and when ctx
// is done.
func (t *table) next(ctx context.Context) bool {
	for {
		if t.rows&4095 == 0 && ctx.Err() != nil || t.problems.full() {
			return false
		}
		t.bytes.row(t.csv.InputOffset())
		record, err := t.csv.Read()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				t.broken(err)
			}
			return false
		}
		if !slices.ContainsFunc(record, func(s string) bool { return !isBlank(s) }) {
			if t.blank.count++; t.blank.count == 1 {
				t.blank.first = t.row()
			}
			continue
		}
		t.rows++
		t.last, _ = t.csv.FieldPos(0)
		if len(record) != len(t.header) {
			t.problems.add(t.row(), msgFieldCount, len(record), len(t.header))
			continue
		}
		t.record = record
		return true
	}
}

// cell returns a slot's cell, "" if it is blank or the file lacks the column.
func (t *table) cell(slot int) string {
	if i := t.slots[slot]; i >= 0 && !isBlank(t.record[i]) {
		return t.record[i]
	}
	return ""
}

// at returns the position of a slot's cell, of the row if there is no cell.
func (t *table) at(slot int) source.Position {
	if i := t.slots[slot]; i >= 0 {
		return t.position(i)
	}
	return t.row()
}

// row returns the position of the row as a whole.
func (t *table) row() source.Position {
	line, _ := t.csv.FieldPos(0)
	return source.Position{File: t.name, Line: line}
}

// position returns where the i-th cell of the row begins. The CSV reader
// counts bytes; what the cells before it on the same line have more bytes than
// code points is what the column has too much. (Doubled quotes are ASCII, so
// that it does not matter that they are no longer there.)
func (t *table) position(i int) source.Position {
	line, column := t.csv.FieldPos(i)
	for j := i - 1; j >= 0; j-- {
		cell := t.record[j]
		start, _ := t.csv.FieldPos(j)
		if start != line {
			// It began on an earlier line; only its last line is on this one.
			cell = cell[strings.LastIndexByte(cell, '\n')+1:]
		}
		column -= len(cell) - utf8.RuneCountInString(cell)
		if start != line {
			break
		}
	}
	return source.Position{File: t.name, Line: line, Column: column}
}

// broken reports an error of the CSV reader.
func (t *table) broken(err error) {
	var parse *csv.ParseError
	switch {
	case errors.Is(err, errRowTooLong):
		t.problems.add(source.Position{File: t.name, Line: t.last + 1}, msgRowTooLong, maxRowBytes)
	case errors.As(err, &parse):
		at := source.Position{File: t.name, Line: parse.StartLine}
		t.problems.add(at, msgQuotes)
	default:
		t.problems.unreadable(t.name, err)
	}
}

// checkText refuses control characters and bytes that are no UTF-8 in a cell,
// and warns of invisible ones.
func (t *table) checkText(i int) bool {
	f := faultIn(t.record[i])
	switch f.kind {
	case control:
		t.problems.add(t.position(i), msgControl, f.r)
	case notUTF8:
		t.problems.add(t.position(i), msgNotUTF8)
	case invisible:
		t.problems.warn(t.position(i), msgInvisible, shorten(t.record[i]), f.r)
	}
	return f.kind < control
}

// checkRow checks the texts of a row and that it is no total.
func (t *table) checkRow() bool {
	good := true
	for i, cell := range t.record {
		if word := totalWord(cell); word != "" {
			t.problems.add(t.position(i), msgTotalRow, cell, string(t.kind), word)
			return false
		}
		good = t.checkText(i) && good
	}
	return good
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

var errRowTooLong = errors.New("row too long")

// A guard counts and digests the bytes of a file, drops a byte order mark, and
// ends reading where a row grows beyond all measure.
type guard struct {
	source io.Reader
	hash   hash.Hash
	begun  bool
	given  int64 // bytes handed out
	limit  int64
}

// row says that the rows before offset are done.
func (g *guard) row(offset int64) { g.limit = offset + maxRowBytes }

func (g *guard) Read(p []byte) (int, error) {
	if g.given > g.limit {
		return 0, errRowTooLong
	}
	n, err := g.source.Read(p)
	g.hash.Write(p[:n])
	if !g.begun && n > 0 {
		g.begun = true
		if n >= 3 && p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF {
			n = copy(p, p[3:n])
		}
	}
	g.given += int64(n)
	return n, err
}
