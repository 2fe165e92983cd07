package channel_test

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/kpi"
	"example.com/channelreport/testdata"
)

// TestMergedFigures deals the sale lines of the sample book out to two books.
// Merged, they have every figure of the whole.
func TestMergedFigures(t *testing.T) {
	sample := testdata.Sample()
	var dealt [2]fstest.MapFS
	for i := range dealt {
		dealt[i] = fstest.MapFS{}
	}
	for _, pattern := range []string{"*.csv", "*.yaml"} {
		names, _ := fs.Glob(sample, pattern)
		for _, name := range names {
			text, err := fs.ReadFile(sample, name)
			if err != nil {
				t.Fatal(err)
			}
			switch {
			case strings.HasPrefix(name, "sales"):
				lines := strings.SplitAfter(string(text), "\n")
				parts := [2]string{lines[0], lines[0]}
				for i, line := range lines[1:] {
					parts[i%2] += line // lines of one order go to both
				}
				for i := range dealt {
					dealt[i][fmt.Sprint("sales-", i, name)] = &fstest.MapFile{Data: []byte(parts[i])}
				}
			case name == "book.yaml" || name == "partners.csv":
				dealt[0][name], dealt[1][name] = &fstest.MapFile{Data: text}, &fstest.MapFile{Data: text}
			default:
				dealt[len(name)%2][name] = &fstest.MapFile{Data: text}
			}
		}
	}
	open := func(fsys fs.FS) *channel.Book {
		book, err := channel.Open(context.Background(), fsys)
		if err != nil {
			t.Fatal(err)
		}
		return book
	}
	merged, err := channel.Merge(open(dealt[1]), open(dealt[0]))
	if err != nil {
		t.Fatal(err)
	}
	want := figures(t, open(sample))
	if n := strings.Count(want, "\n"); n < 1000 {
		t.Errorf("%d figures", n)
	}
	if diff := golden.Diff(want, figures(t, merged)); diff != "" {
		t.Error(diff)
	}
}

// figures lists every figure of a quarter.
func figures(t *testing.T, book *channel.Book) string {
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		t.Fatal(err)
	}
	evaluation, err := kpi.Evaluate(catalog, book, channel.Quarter(2026, 3))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for f, g := range evaluation.All() {
		fmt.Fprintln(&b, f.Expr(), g.Pairs(), evaluation.Value(f, g))
	}
	return b.String()
}

// TestMeasureUnits holds that the units known here are those of the catalog.
func TestMeasureUnits(t *testing.T) {
	seen := map[string]bool{}
	check := func(id, unit string) {
		if unit != "money" && unit != "percent" {
			unit = ""
		}
		if got := channel.UnitOf(id); got != unit && !seen[id] {
			t.Errorf("%s is in %q, the catalog says %q", id, got, unit)
		}
		seen[id] = true
	}
	catalog := kpi.Builtin()
	for m := range catalog.Measures() {
		check(m.ID, string(m.Unit))
	}
	for x := range catalog.Indicators() {
		check(x.ID, string(x.Unit))
	}
	if len(seen) < 50 {
		t.Errorf("%d measures and indicators only", len(seen))
	}
}
