package reporttest

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/report"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/testdata"
)

// Parse reads a template that uses the built-in names only. Every problem is an
// error of the test at its place in the file, with the line and a caret below
// it; a template with problems ends the test.
func Parse(t testing.TB, fsys fs.FS, name string) *report.Template {
	t.Helper()
	return ParseFor(t, nil, fsys, name)
}

// ParseFor is Parse for a template that uses names which a book declares.
func ParseFor(t testing.TB, setup *channel.Setup, fsys fs.FS, name string) *report.Template {
	t.Helper()
	template, err := report.Parser{Setup: setup}.Parse(fsys, name)
	fail(t, err)
	return template
}

// Document makes a report. Problems are errors of the test and end it.
// Warnings are in the document.
func Document(t testing.TB, template *report.Template, book *channel.Book, period channel.Period, o report.Options) *doc.Document {
	t.Helper()
	run, err := template.Run(context.Background(), book, period, o)
	fail(t, err)
	document, err := run.Document(context.Background())
	fail(t, err)
	return document
}

// fail reports the problems of an error, each by itself, and ends the test if
// there are any.
func fail(t testing.TB, err error) {
	t.Helper()
	if err == nil {
		return
	}
	problems := source.Problems(err)
	for _, p := range problems {
		text := p.Error()
		if snippet := p.Snippet(); snippet != "" {
			text += "\n" + snippet
		}
		t.Error(text)
	}
	if len(problems) == 0 {
		t.Error(err)
	}
	t.FailNow()
}

// Golden compares the document's dump with the file testdata/path of the
// package under test. A test that declares a flag -update and is run with it
// writes the file instead:
//
//	var _ = flag.Bool("update", false, "rewrite golden files")
func Golden(t testing.TB, path string, d *doc.Document) {
	t.Helper()
	var dump bytes.Buffer
	if err := d.Dump(&dump); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", filepath.FromSlash(path))
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, dump.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%s does not exist; run the test with -update to create it", file)
	}
	if err != nil {
		t.Fatal(err)
	}
	if line, before, now, differ := difference(string(want), dump.String()); differ {
		t.Errorf("%s:%d: the report differs; -update rewrites the file\n- %s\n+ %s", file, line, before, now)
	}
}

// difference finds the first line in which two texts differ.
func difference(want, got string) (line int, before, now string, differ bool) {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	at := func(lines []string, i int) string {
		if i < len(lines) {
			return lines[i]
		}
		return "(end)"
	}
	for i := range max(len(a), len(b)) {
		if x, y := at(a, i), at(b, i); x != y {
			return i + 1, x, y, true
		}
	}
	return 0, "", "", false
}

var sample = sync.OnceValues(func() (*channel.Book, error) {
	return channel.Open(context.Background(), testdata.Sample())
})

// Sample returns the library's sample book: a fictitious maker of water
// purifiers from January 2025 to September 2026, with items and notes for the
// last quarter. It is opened once and shared; books are immutable.
func Sample(t testing.TB) *channel.Book {
	t.Helper()
	book, err := sample()
	fail(t, err)
	return book
}
