package channel

import (
	"context"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"

	"example.com/channelreport/channel/source"
)

// A Sheet is a worksheet that stands for a file of a book. Package xlsx makes
// them of a workbook; nothing here knows the format.
//
// A sheet's name says what it holds, as a file's does: book, partners…, sales…,
// targets…, observations…, items…, notes, or 账套, 伙伴…, 销售…, 目标…, 观测…,
// 事项…, 文字. The sheet book has a line of book.yaml in each row: the key in
// column A and its value, as YAML would write it, in column B; a row without a
// key goes on with the value above. The sheet notes has the columns period,
// author, date, slot and text. All others are the tables of a folder.
type Sheet struct {
	Workbook string // the file's name
	Name     string
	SHA256   string // of the workbook
	// Rows yields every row from the first on, with the text of each cell: of a
	// number all its digits, of a date YYYY-MM-DD. What is wrong with a cell is
	// reported, and refuses the book unless it is a warning.
	Rows func(report func(*source.Error)) iter.Seq[[]string]
}

// sheetNames are the Chinese names of the kinds of sheets.
var sheetNames = map[string]string{
	"book": "账套", "partners": "伙伴", "sales": "销售", "targets": "目标", "observations": "观测", "items": "事项", "notes": "文字",
}

// is reports whether a sheet holds a kind of content.
func (s *Sheet) is(kind string) bool {
	name := strings.ToLower(s.Name)
	return strings.HasPrefix(name, kind) || strings.HasPrefix(name, sheetNames[kind])
}

// name is how the sheet is named among the files of the book.
func (s *Sheet) name() string { return s.at(-1, 0).String() }

// at returns the position of a cell: column from 0, row from 1. Without a row
// it is that of the sheet.
func (s *Sheet) at(column, row int) source.Position {
	p := source.Position{File: s.Workbook, Sheet: s.Name, Line: row, Column: column + 1}
	if row > 0 && column >= 0 {
		p.Cell = columnLetters(column) + strconv.Itoa(row)
	}
	return p
}

// columnLetters returns what a worksheet calls a column: A, B, … Z, AA, …
func columnLetters(column int) string {
	letters := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters
}

// OpenSheets reads a book from the sheets of a workbook, with the same checks
// as Open.
func OpenSheets(ctx context.Context, sheets []*Sheet) (*Book, error) {
	var p problems
	file, setup := readSheetSetup(sheets, &p)
	if setup == nil {
		setup = &Setup{}
	}
	b := newBuilder(setup, p)
	b.files = append(b.files, file)
	in := sheetFolder{sheets, b}
	b.readTables(ctx, in)
	for _, s := range sheets {
		switch {
		case b.read[s.name()] != "" || s.is("book"):
		case s.is("notes"):
			b.readNoteSheet(ctx, in, s)
		default:
			b.warn(place{position: s.at(-1, 0)}, msgUnreadSheet)
		}
	}
	return b.finish(ctx)
}

// ReadSheetSetup reads the sheet book alone. Its errors are a source.List.
func ReadSheetSetup(sheets []*Sheet) (*Setup, error) {
	var p problems
	_, setup := readSheetSetup(sheets, &p)
	if err := p.err(); err != nil {
		return nil, err
	}
	return setup, nil
}

// readSheetSetup makes a YAML document of the sheet book, whose places are
// cells.
func readSheetSetup(sheets []*Sheet, p *problems) (File, *Setup) {
	i := slices.IndexFunc(sheets, func(s *Sheet) bool { return s.is("book") })
	if i < 0 {
		p.add(place{}, msgNoBookSheet)
		return File{}, nil
	}
	s := sheets[i]
	doc := &document{file: s.name(), sheet: s, problems: p}
	for cells := range s.Rows(p.fromSheet) {
		key, rest := "", ""
		if len(cells) > 0 {
			key = cells[0]
		}
		if len(cells) > 1 {
			rest = strings.Join(cells[1:], " ")
		}
		line := "  " + rest
		if !isBlank(key) {
			line = key + ": " + rest
		}
		if strings.HasPrefix(key, "#") || isBlank(line) {
			line = ""
		}
		doc.lines = append(doc.lines, strings.ReplaceAll(line, "\n", " "))
	}
	file := File{Name: s.name(), SHA256: s.SHA256, kind: "book"}
	if !doc.checkLines() {
		return file, nil
	}
	v, ok := doc.parse(strings.Join(doc.lines, "\n"))
	if !ok {
		return file, nil
	}
	return file, setupOf(v, p)
}

// fromSheet takes in what a sheet's reader reports of a cell.
func (p *problems) fromSheet(e *source.Error) {
	at := place{position: e.Position}
	if e.Severity == source.Refusal {
		p.refuse(at, e)
	} else {
		p.remark(e.Severity, at, e)
	}
}

// A sheetFolder is a workbook as a folder.
type sheetFolder struct {
	sheets []*Sheet
	b      *builder
}

func (f sheetFolder) match(rule FileRule) []string {
	var names []string
	for _, s := range f.sheets {
		named := slices.ContainsFunc(rule.Match, func(glob string) bool {
			ok, _ := path.Match(glob, s.Name)
			return ok
		})
		if named || len(rule.Match) == 0 && s.is(rule.Kind) {
			names = append(names, s.name())
		}
	}
	slices.Sort(names)
	return names
}

func (f sheetFolder) natural() bool { return true }

func (f sheetFolder) open(name string, _ FileRule) (rows, error) {
	i := slices.IndexFunc(f.sheets, func(s *Sheet) bool { return s.name() == name })
	s := f.sheets[i]
	next, stop := iter.Pull(s.Rows(f.b.fromSheet))
	return &sheetRows{sheet: s, next: next, stop: stop}, nil
}

// sheetRows reads the rows of a worksheet, each up to its last cell with
// something in it.
type sheetRows struct {
	sheet  *Sheet
	next   func() ([]string, bool)
	stop   func()
	record []string
	line   int
}

func (r *sheetRows) read(*problems) bool {
	record, ok := r.next()
	for len(record) > 0 && isBlank(record[len(record)-1]) {
		record = record[:len(record)-1]
	}
	r.record = record
	r.line++
	return ok
}

func (r *sheetRows) cells() []string { return r.record }
func (r *sheetRows) lineNo() int     { return r.line }
func (r *sheetRows) quoted(int) bool { return true } // a cell is one, whatever is in it

func (r *sheetRows) at(i int) place  { return place{position: r.sheet.at(i, r.line)} }
func (r *sheetRows) row() place      { return place{position: r.sheet.at(0, r.line)} }
func (r *sheetRows) spot(i int) spot { return sheetSpot{r.at(i)} }
func (r *sheetRows) close() (string, error) {
	r.stop()
	return r.sheet.SHA256, nil
}

// A sheetSpot is a cell of a worksheet: all of its text is in one place.
type sheetSpot struct{ cell place }

func (s sheetSpot) place() place   { return s.cell }
func (s sheetSpot) at(int) place   { return s.cell }
func (s sheetSpot) readable() bool { return true }

// readNoteSheet takes in the notes of a worksheet, one a row.
func (b *builder) readNoteSheet(ctx context.Context, in sheetFolder, s *Sheet) {
	t := b.openTable(in, s.name(), notesFile)
	if t == nil {
		return
	}
	const period, slot, text, author, date = 0, 1, 2, 3, 4
	for t.next(ctx) {
		good := t.checkRow()
		for _, slot := range []int{period, slot, text} {
			good = good && t.required(slot)
		}
		day, ok := t.day(date)
		if !good || !ok {
			continue
		}
		p, read := t.period(period, b.setup)
		if !read {
			continue
		}
		words, _ := trimLines(strings.Split(t.cell(text), "\n"), 0)
		b.addNote(Note{Period: p, Author: t.cell(author), Date: day, Slot: strings.TrimSpace(t.cell(slot)), Text: words,
			Position: t.in(text).position})
	}
	b.files = append(b.files, t.end(Date{}))
}
