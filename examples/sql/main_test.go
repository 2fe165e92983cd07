package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"flag"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report"
	"example.com/channelreport/report/numbers"
	"example.com/channelreport/testdata"
)

var dsn = flag.String("postgres", "", "a PostgreSQL database that the tests may write into, by its DSN")

// TestFigures holds that the sample book has the same figures from a database
// as from its folder.
func TestFigures(t *testing.T) {
	ctx := context.Background()
	book, err := channel.Open(ctx, testdata.Sample())
	if err != nil {
		t.Fatal(err)
	}
	document, err := report.Figures(ctx, book, channel.Quarter(2026, 3), report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := numbers.RenderCSV(ctx, &want, document); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(want.String(), "\n"); lines < 1000 {
		t.Fatalf("%d figures", lines)
	}
	ways := map[string][]string{"sqlite": {"-fill", "-sqlite", filepath.Join(t.TempDir(), "sample.db")}}
	if *dsn != "" {
		ways["postgres"] = []string{"-fill", "-postgres", *dsn}
	}
	for name, args := range ways {
		t.Run(name, func(t *testing.T) {
			for range 2 { // filled, and as it then is
				var got bytes.Buffer
				if err := run(ctx, args, &got); err != nil {
					t.Fatal(err)
				}
				if diff := golden.Diff(figures(t, want.Bytes()), figures(t, got.Bytes())); diff != "" {
					t.Error(diff)
				}
				args = args[1:]
			}
		})
	}
}

// figures leaves out the notes, which may name files.
func figures(t *testing.T, text []byte) string {
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	notes := slices.Index(rows[0], "notes")
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(slices.Delete(row, notes, notes+1), ",") + "\n")
	}
	return b.String()
}

func TestFaults(t *testing.T) {
	var out bytes.Buffer
	for _, args := range [][]string{{"-sqlite", filepath.Join(t.TempDir(), "none.db")}, {"-what"}, {"-postgres", "postgres://nobody@127.0.0.1:1/none?connect_timeout=1"}} {
		if err := run(context.Background(), args, &out); err == nil {
			t.Errorf("%v works", args)
		}
	}
	if out.Len() > 0 {
		t.Error("something was written")
	}
}
