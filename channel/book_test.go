package channel

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/testdata"
)

// base is a book without a fault, into which the cases put theirs.
var base = map[string]string{
	"book.yaml": "schema: channelreport/book/v1\norganization: 示例公司\ncurrency: CNY\n",
	"sales.csv": "date,amount\n2026-09-01,1\n",
}

// readCase reads a file of testdata/bad: files of a book between lines
// "-- NAME --", in place of the base's. "-- NAME (none) --" takes a file away;
// in "-- NAME (escaped) --" a line is written with the escapes of a Go string.
func readCase(t *testing.T, path string) fstest.MapFS {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	files := maps.Clone(base)
	heading := regexp.MustCompile(`(?m)^-- ([^ ]+)( \((\w+)\))? --\n`)
	headings := heading.FindAllSubmatchIndex(text, -1)
	for i, h := range headings {
		end := len(text)
		if i+1 < len(headings) {
			end = headings[i+1][0]
		}
		name, content, how := string(text[h[2]:h[3]]), string(text[h[1]:end]), ""
		if h[6] >= 0 {
			how = string(text[h[6]:h[7]])
		}
		switch how {
		case "none":
			delete(files, name)
			continue
		case "escaped":
			quoted := `"` + strings.ReplaceAll(strings.ReplaceAll(content, `"`, `\"`), "\n", `\n`) + `"`
			if content, err = strconv.Unquote(quoted); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		files[name] = content
	}
	return mapFS(files)
}

func mapFS(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, content := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return fsys
}

// report writes problems in both languages, with carets under the English.
func report(list source.List) []byte {
	var b bytes.Buffer
	for _, e := range list {
		fmt.Fprintln(&b, e)
		if s := e.Snippet(); s != "" {
			fmt.Fprintln(&b, s)
		}
	}
	fmt.Fprintln(&b)
	for _, e := range list {
		fmt.Fprintln(&b, e.In("zh-CN"))
	}
	return b.Bytes()
}

// TestBadBooks opens the books of testdata/bad, of which each has many faults,
// and compares everything that is said of them.
func TestBadBooks(t *testing.T) {
	for _, path := range badCases(t) {
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		t.Run(name, func(t *testing.T) {
			book, err := Open(context.Background(), readCase(t, path))
			var list source.List
			if err == nil {
				list = book.Warnings()
			} else if book != nil || !errors.As(err, &list) {
				t.Fatalf("book %v, error %T %v", book, err, err)
			}
			golden.Compare(t, "bad/"+name+".golden", report(list))
		})
	}
}

func badCases(t *testing.T) []string {
	paths, err := filepath.Glob("testdata/bad/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases", err)
	}
	return paths
}

// TestEveryMessage holds that each code is shown, in both languages, by a
// golden file of TestBadBooks or in the tables of limits_test, new_test,
// period_test, scan_test, merge_test and sheet_test.
func TestEveryMessage(t *testing.T) {
	text, err := os.ReadFile("messages.go")
	if err != nil {
		t.Fatal(err)
	}
	var shown []byte
	goldens, _ := filepath.Glob("testdata/bad/*.golden")
	for _, path := range append(goldens, "limits_test.go", "new_test.go", "period_test.go", "scan_test.go", "merge_test.go", "sheet_test.go") {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		shown = append(shown, b...)
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`message\("([a-z0-9-]+)"`).FindAllStringSubmatch(string(text), -1) {
		code := m[1]
		if seen[code] {
			t.Errorf("the code %s is used twice", code)
		}
		seen[code] = true
		if n := bytes.Count(shown, []byte("["+code+"]")); n < 2 {
			t.Errorf("the message %s is shown %d times, want it in two languages", code, n)
		}
	}
	if len(seen) < 50 {
		t.Errorf("found %d messages only", len(seen))
	}
}

func TestGoodBook(t *testing.T) {
	book := open(t, os.DirFS("testdata/good"))
	golden.Compare(t, "good.golden", dump(t, book))
}

func TestSampleBook(t *testing.T) {
	book := open(t, testdata.Sample())
	if len(book.Warnings()) > 0 {
		t.Error(book.Warnings())
	}
	if n := len(book.ItemsFor(Quarter(2026, 3))); n == 0 {
		t.Error("no items for 2026-Q3")
	}
	if len(book.Notes()) == 0 {
		t.Error("no notes")
	}
}

func TestOpenStopsWhenContextEnds(t *testing.T) {
	reason := errors.New("enough")
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(reason)
	if _, err := Open(ctx, mapFS(base)); !errors.Is(err, reason) {
		t.Errorf("got %v", err)
	}
}

func TestReadSetup(t *testing.T) {
	setup, err := ReadSetup(os.DirFS("testdata/good"))
	if err != nil || setup.Currency != "CNY" {
		t.Error(setup, err)
	}
	if _, err := ReadSetup(fstest.MapFS{}); err == nil || err.Error() != "the folder is no book: it has no file book.yaml [missing-book]" {
		t.Error(err)
	}
}

func TestPartnerLookup(t *testing.T) {
	book := open(t, os.DirFS("testdata/good"))
	for _, p := range book.Partners() {
		if got := book.Partner(p.ID); got == nil || got.ID != p.ID {
			t.Errorf("Partner(%q) = %v", p.ID, got)
		}
	}
	if book.Partner("nobody") != nil {
		t.Error("found nobody")
	}
}

func open(t testing.TB, fsys fs.FS) *Book {
	t.Helper()
	book, err := Open(context.Background(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func dump(t testing.TB, b *Book) []byte {
	t.Helper()
	var text bytes.Buffer
	if err := b.Dump(&text); err != nil {
		t.Fatal(err)
	}
	return text.Bytes()
}

// TestTwentyFaults holds that a book with twenty faults says so twenty times,
// each time with file, line and column.
func TestTwentyFaults(t *testing.T) {
	_, err := Open(context.Background(), readCase(t, "testdata/bad/twenty.txt"))
	list := source.Problems(err)
	if len(list) != 20 {
		t.Errorf("%d problems:\n%v", len(list), list)
	}
	for _, e := range list {
		if p := e.Position; p.File == "" || p.Line == 0 || p.Column == 0 || e.Line == "" {
			t.Errorf("no place, or no line of text: %v", e)
		}
	}
}
