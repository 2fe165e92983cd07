package channel

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/transform"

	"example.com/channelreport/channel/source"
)

// Limits of a CSV file: what goes beyond is no table, and must not fill memory.
const (
	maxRowBytes = 1 << 20
	maxColumns  = 1000
	chunk       = 1 << 16 // bytes read at once
)

// A rowReader reads the rows of a CSV file, its digest, and where in the file
// each cell stands. It leaves the parsing to encoding/csv, which counts bytes;
// the text of the current row is kept, so that code points can be counted in
// it.
type rowReader struct {
	name   string
	file   fs.File
	hash   hash.Hash
	window window
	csv    *csv.Reader
	record []string // of the current row; valid until the next is read
	line   int      // where the row begins
}

// openRows opens a CSV file that is written as a rule says.
func openRows(fsys fs.FS, name string, rule FileRule) (rows, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	r := &rowReader{name: name, file: file, hash: sha256.New()}
	r.window.source = io.TeeReader(file, r.hash)
	if rule.Encoding == "gb18030" {
		r.window.source = transform.NewReader(r.window.source, simplifiedchinese.GB18030.NewDecoder())
	}
	r.csv = csv.NewReader(bufio.NewReaderSize(&r.window, chunk))
	r.csv.ReuseRecord = true
	r.csv.FieldsPerRecord = -1
	if rule.Delimiter != 0 {
		r.csv.Comma = rule.Delimiter
	}
	return r, nil
}

// close ends reading and returns the digest of what was read, which is that of
// the file if read has come to its end.
func (r *rowReader) close() (string, error) {
	return hex.EncodeToString(r.hash.Sum(nil)), r.file.Close()
}

// read reads the next row. It returns false at the end and after a fault that
// leaves the rest of the file unreadable, which it reports.
func (r *rowReader) read(p *problems) bool {
	r.window.row = r.csv.InputOffset()
	record, err := r.csv.Read()
	if err == nil {
		r.record = record
		r.line, _ = r.csv.FieldPos(0)
		return true
	}
	var parse *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
	case errors.Is(err, errRowTooLong):
		p.add(place{position: source.Position{File: r.name, Line: r.line + 1, Column: 1}}, msgRowTooLong, maxRowBytes)
	case errors.As(err, &parse):
		r.line = parse.StartLine
		at := r.place(parse.Line, parse.Column)
		if parse.Line > parse.StartLine {
			at = r.row() // a quote that was never closed has taken the rows after it
		}
		p.add(at, msgQuotes)
	default:
		p.unreadable(r.name, err)
	}
	return false
}

func (r *rowReader) cells() []string { return r.record }
func (r *rowReader) lineNo() int     { return r.line }

// at returns where the i-th cell of the row begins.
func (r *rowReader) at(i int) place { return r.place(r.csv.FieldPos(i)) }

func (r *rowReader) spot(i int) spot {
	line, column := r.csv.FieldPos(i)
	raw := bytes.TrimLeft(r.window.since(r.csv.InputOffset()), "\r\n")
	for ; line > r.line; line-- {
		raw = raw[bytes.IndexByte(raw, '\n')+1:]
	}
	return cellSpot{r.at(i), string(raw[min(column-1, len(raw)):])}
}

// row returns where the row begins.
func (r *rowReader) row() place { return r.place(r.line, 1) }

// quoted reports whether the i-th cell of the row is written in quotes.
func (r *rowReader) quoted(i int) bool {
	line, column := r.csv.FieldPos(i)
	return strings.HasPrefix(r.text(line)[min(column-1, len(r.text(line))):], `"`)
}

// maxCaretLine is the longest line, in bytes, that is kept beside a problem.
const maxCaretLine = 500

// place converts a line and a column in bytes to a place in code points.
func (r *rowReader) place(line, column int) place {
	text := r.text(line)
	at := place{position: source.Position{
		File: r.name, Line: line, Column: utf8.RuneCountInString(text[:min(column-1, len(text))]) + 1,
	}}
	if len(text) <= maxCaretLine {
		at.line = text
	}
	return at
}

// text returns a line of the current row as it stands in the file.
func (r *rowReader) text(line int) string {
	// Empty lines before the row are no rows, but they were read with it.
	row := bytes.TrimLeft(r.window.since(r.csv.InputOffset()), "\r\n")
	for ; line > r.line; line-- {
		end := bytes.IndexByte(row, '\n') + 1
		if end == 0 {
			return ""
		}
		row = row[end:]
	}
	if end := bytes.IndexByte(row, '\n'); end >= 0 {
		row = row[:end]
	}
	return strings.TrimSuffix(string(row), "\r")
}

var errRowTooLong = errors.New("row too long")

// A window hands a file's bytes on, drops a byte order mark, and remembers
// those since the beginning of the current row. It ends reading where a row
// grows beyond all measure.
type window struct {
	source io.Reader
	begun  bool
	kept   []byte
	keptAt int64 // offset of kept, without the byte order mark
	row    int64 // offset at which the current row begins
}

func (w *window) Read(p []byte) (int, error) {
	if done := w.row - w.keptAt; done >= chunk {
		w.kept = append(w.kept[:0], w.kept[done:]...)
		w.keptAt = w.row
	}
	if int64(len(w.kept))-(w.row-w.keptAt) > maxRowBytes {
		return 0, errRowTooLong
	}
	n, err := w.source.Read(p)
	if !w.begun && n > 0 {
		w.begun = true
		if bytes.HasPrefix(p[:n], []byte("\uFEFF")) {
			n = copy(p, p[3:n])
		}
	}
	w.kept = append(w.kept, p[:n]...)
	return n, err
}

// since returns the bytes from the beginning of the current row to an offset.
func (w *window) since(end int64) []byte {
	return w.kept[w.row-w.keptAt : max(end, w.row)-w.keptAt]
}
