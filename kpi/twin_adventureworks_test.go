package kpi_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
)

// TestTwinAdventureWorks holds the engine against the twin on sales that
// nobody here wrote: Microsoft's sample, which is not part of this repository.
// Its two books are read alone, and together as one company.
func TestTwinAdventureWorks(t *testing.T) {
	dir := os.Getenv("CHANNELREPORT_DATA")
	if dir == "" {
		t.Skip("CHANNELREPORT_DATA is not set")
	}
	for _, books := range [][]string{{"resellers"}, {"direct"}, {"resellers", "direct"}} {
		t.Run(strings.Join(books, "+"), func(t *testing.T) {
			facts := twinFacts{settings: twinSettings{ // what the two book.yaml say
				Direct:  []string{"Direct"},
				Classes: []twinClass{{"core", []string{"Bikes"}}, {"new", []string{"Clothing"}}, {"high-value", []string{"Bikes"}}},
			}}
			folder := fstest.MapFS{} // the files of the books side by side
			for _, book := range books {
				for kind, table := range map[string]*twinTable{"partners": &facts.partners, "sales": &facts.sales, "targets": &facts.targets, "observations": &facts.observations} {
					text, err := os.ReadFile(filepath.Join(dir, "adventureworks", book, kind+".csv"))
					if errors.Is(err, fs.ErrNotExist) {
						continue
					}
					if err != nil {
						t.Fatal(err)
					}
					*table = append(*table, twinRead(string(text))...)
					folder[kind+"-"+book+".csv"] = &fstest.MapFile{Data: text}
				}
				text, err := os.ReadFile(filepath.Join(dir, "adventureworks", book, "book.yaml"))
				if err != nil {
					t.Fatal(err)
				}
				folder["book.yaml"] = &fstest.MapFile{Data: text}
			}
			book, err := channel.Open(context.Background(), folder)
			if err != nil {
				t.Fatal(err)
			}
			slow := newTwin(&facts)
			for _, period := range []string{"2013-Q2", "2013-H1", "2012"} {
				e, err := engineFor(book, period)
				if err != nil {
					t.Fatal(err)
				}
				got, units, err := engineAll(e)
				if err != nil {
					t.Fatal(err)
				}
				want := slow.all(twinParseWindow(period, &facts.settings))
				list := twinDifferences(&facts.settings, want, got, units)
				for _, d := range list[:min(len(list), 20)] {
					t.Errorf("%s: %v", period, d)
				}
				t.Logf("%s: %d figures, %d differ", period, len(want), len(list))
			}
		})
	}
}
