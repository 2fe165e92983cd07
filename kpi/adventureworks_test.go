package kpi_test

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// TestAdventureWorks compares figures of a book that nobody here wrote with
// those of an independent query, in whole numbers: testdata/adventureworks.sql.
func TestAdventureWorks(t *testing.T) {
	data := os.Getenv("CHANNELREPORT_DATA")
	if data == "" {
		t.Skip("CHANNELREPORT_DATA names no folder with the AdventureWorks books")
	}
	if testing.Short() {
		t.Skip("a long comparison, left out with -short")
	}
	sqlite, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("sqlite3 is not installed")
	}
	script, err := os.ReadFile("testdata/adventureworks.sql")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(data, "adventureworks")
	open := func(name string) *channel.Book {
		book, err := channel.Open(t.Context(), os.DirFS(filepath.Join(dir, name)))
		if err != nil {
			t.Fatal(err)
		}
		return book
	}
	resellers, direct := open("resellers"), open("direct")
	company, err := channel.Merge(resellers, direct)
	if err != nil {
		t.Fatal(err)
	}
	const quotas = ".import --csv resellers/targets.csv quota"
	own := map[string]string{"sales": "direct_sales"} // of the figures in the query, in the book
	for _, c := range []struct {
		name  string
		book  *channel.Book
		side  string
		files []string
		names map[string]string
	}{
		{"resellers", resellers, "", []string{".import --csv resellers/sales.csv line", quotas}, nil},
		{"direct", direct, "Direct", []string{".import --csv direct/sales.csv line"}, own},
		{"both, the channel", company, "", []string{".import --csv resellers/sales.csv line", ".import --csv --skip 1 direct/sales.csv line", quotas}, nil},
		{"both, the direct side", company, "Direct", []string{".import --csv resellers/sales.csv line", ".import --csv --skip 1 direct/sales.csv line"}, own},
	} {
		t.Run(c.name, func(t *testing.T) {
			args := []string{"-cmd", "CREATE TABLE side AS SELECT '" + c.side + "' AS name;"}
			for _, file := range c.files {
				args = append(args, "-cmd", file)
			}
			query := exec.Command(sqlite, append(args, ":memory:")...)
			query.Dir, query.Stdin, query.Stderr = dir, bytes.NewReader(script), os.Stderr
			out, err := query.Output()
			if err != nil {
				t.Fatal(err)
			}
			compare(t, c.book, out, c.names)
		})
	}
}

// compare asks a book for each figure of a query's output.
func compare(t *testing.T, book *channel.Book, out []byte, names map[string]string) {
	t.Helper()
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		t.Fatal(err)
	}
	root, err := kpi.Evaluate(catalog, book, channel.Year(2013))
	if err != nil {
		t.Fatal(err)
	}
	periods := map[string]*kpi.Evaluation{}
	figures := map[string]*kpi.Figure{}
	compared := map[string]int{}
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		f := strings.Split(lines.Text(), "|")
		if len(f) != 7 {
			t.Fatalf("the query says %q", lines.Text())
		}
		text, dim, group, period, num, den, reason := f[0], f[1], f[2], f[3], f[4], f[5], f[6]
		if names != nil {
			id, aspect, _ := strings.Cut(text, ".")
			if names[id] == "" {
				continue
			}
			text = strings.TrimSuffix(names[id]+"."+aspect, ".")
		}
		if periods[period] == nil {
			p, err := channel.ParsePeriod(period)
			if err != nil {
				t.Fatal(err)
			}
			periods[period] = root.In(p)
		}
		if figures[text] == nil {
			figures[text] = compile(t, catalog, text)
		}
		g := channel.Group{}
		if dim != "" {
			g = channel.By(dim, group)
		}
		got := periods[period].Value(figures[text], g)
		compared[text]++
		if string(got.Reason) != reason {
			t.Errorf("%s of %v in %s: reason %q, want %q", text, g, period, got.Reason, reason)
			continue
		}
		if reason != "" {
			continue
		}
		want := kpi.Value{Num: decimal.RequireFromString(num), Den: decimal.RequireFromString(den)}
		if want.Den.IsNegative() {
			want.Num, want.Den = want.Num.Neg(), want.Den.Neg()
		}
		if got.Compare(want) != 0 {
			t.Errorf("%s of %v in %s = %s / %s, want %s / %s", text, g, period, got.Num, got.Den, num, den)
		}
	}
	total := 0
	for _, n := range compared {
		total += n
	}
	t.Logf("%d figures agree: %v", total, compared)
	if total < 5000 {
		t.Error("the query answered too little")
	}
}

func compile(t testing.TB, c *kpi.Catalog, text string) *kpi.Figure {
	t.Helper()
	n, problems := expr.Parse(text)
	if len(problems) > 0 {
		t.Fatalf("%s: %v", text, problems[0].Message.In("en", problems[0].Args...))
	}
	f, problems := c.Compile(n)
	if len(problems) > 0 {
		t.Fatalf("%s: %v", text, problems[0].Message.In("en", problems[0].Args...))
	}
	return f
}
