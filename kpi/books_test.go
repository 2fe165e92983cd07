package kpi_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
)

var only = flag.String("book", "", "only the book of this name in testdata/books")

// TestBooks asks small books for figures that were computed by hand. A case
// is a file: the book's own files, then what is wanted of it, a line each:
//
//	period | figure | group | num, num/den or a reason | notes
//	period | groups FIGURE DIMENSION | | the groups
//	period | written FIGURE DIMENSION | | yes or no
//
// or, in a section "errors", every problem of the rows.
func TestBooks(t *testing.T) {
	names, err := filepath.Glob("testdata/books/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no books", err)
	}
	for _, name := range names {
		base := strings.TrimSuffix(filepath.Base(name), ".txt")
		if *only != "" && base != *only {
			continue
		}
		t.Run(base, func(t *testing.T) {
			files := sections(t, name)
			want, errors := files["want"], files["errors"]
			delete(files, "want")
			delete(files, "errors")
			book := open(t, files)
			catalog, err := kpi.ForBook(book.Setup())
			if err != nil {
				t.Fatal(err)
			}
			root, err := kpi.Evaluate(catalog, book, channel.Year(2026))
			if errors != nil {
				got := ""
				if err != nil {
					got = source.Problems(err).In("en") + "\n" + source.Problems(err).In("zh-CN")
				}
				if wanted := strings.TrimSpace(string(errors.Data)); got != wanted {
					t.Errorf("problems:\n%s\nwant:\n%s", got, wanted)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			asked := 0
			for _, line := range strings.Split(string(want.Data), "\n") {
				if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
					continue
				}
				asked++
				check(t, root, strings.Split(line, "|"), line)
			}
			if asked == 0 {
				t.Error("nothing is asked")
			}
		})
	}
}

// sections reads a file of files: "-- name --" begins one.
func sections(t testing.TB, name string) fstest.MapFS {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return parts(string(text))
}

// parts is sections of a text.
func parts(text string) fstest.MapFS {
	files := fstest.MapFS{}
	var at *fstest.MapFile
	for _, line := range strings.SplitAfter(text, "\n") {
		if head, ok := strings.CutPrefix(strings.TrimSpace(line), "-- "); ok && strings.HasSuffix(head, " --") {
			at = &fstest.MapFile{}
			files[strings.TrimSuffix(head, " --")] = at
		} else if at != nil {
			at.Data = append(at.Data, line...)
		}
	}
	return files
}

// open opens a book of files; a book.yaml without the required lines gets them.
func open(t testing.TB, files fstest.MapFS) *channel.Book {
	t.Helper()
	head := "schema: channelreport/book/v1\norganization: Sample Ltd (fictitious)\ncurrency: CNY\n"
	if files["book.yaml"] == nil {
		files["book.yaml"] = &fstest.MapFile{}
	}
	files["book.yaml"].Data = append([]byte(head), files["book.yaml"].Data...)
	book, err := channel.Open(t.Context(), files)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func check(t *testing.T, root *kpi.Evaluation, cells []string, line string) {
	t.Helper()
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	period, err := channel.ParsePeriod(cells[0])
	if err != nil {
		if period, err = root.Catalog().ParsePeriod(cells[0]); err != nil {
			t.Fatal(err)
		}
	}
	e := root.In(period)
	words := strings.Fields(cells[1])
	switch words[0] {
	case "groups":
		f := compile(t, root.Catalog(), words[1])
		if got := strings.Join(e.Groups(f, words[2]), " "); got != cells[3] {
			t.Errorf("%s\n\tgot %s", line, got)
		}
		return
	case "written":
		got := "no"
		for f, group := range e.All() {
			pairs := group.Pairs()
			if f.Expr() == words[1] && (len(words) == 2 && len(pairs) == 0 || len(words) == 3 && len(pairs) == 1 && pairs[0].Dimension == words[2]) {
				got = "yes"
			}
		}
		if got != cells[3] {
			t.Errorf("%s\n\tgot %s", line, got)
		}
		return
	}
	var g channel.Group
	for _, pair := range strings.Fields(cells[2]) {
		dim, value, _ := strings.Cut(pair, "=")
		var ok bool
		if g, ok = g.And(dim, value); !ok {
			t.Fatalf("%s: a group of three", line)
		}
	}
	f := compile(t, root.Catalog(), cells[1])
	v := e.Value(f, g)
	if got, ok := agrees(v, cells[3]); !ok {
		t.Errorf("%s\n\tgot %s", line, got)
	}
	if len(cells) > 4 {
		var notes []string
		for _, n := range e.Explain(f, g).Notes {
			notes = append(notes, n.Code)
		}
		slices.Sort(notes)
		if got := strings.Join(notes, " "); got != cells[4] {
			t.Errorf("%s\n\tgot the notes %q", line, got)
		}
	}
}

// agrees compares a value with num, num/den or a reason.
func agrees(v kpi.Value, want string) (got string, ok bool) {
	if !v.OK() {
		return string(v.Reason), string(v.Reason) == want
	}
	got = v.Num.String() + "/" + v.Den.String()
	num, den, _ := strings.Cut(want, "/")
	if den == "" {
		den = "1"
	}
	n, err1 := decimal.NewFromString(num)
	d, err2 := decimal.NewFromString(den)
	if err1 != nil || err2 != nil {
		return got, false
	}
	return got, v.Den.IsPositive() && v.Compare(kpi.Value{Num: n, Den: d}) == 0
}
