package report_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report"
)

// Whole reports as people would write them: each parses, builds over the sample
// book, and is kept as a reader sees it.
func TestDrafts(t *testing.T) {
	files, err := filepath.Glob("testdata/drafts/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no drafts", err)
	}
	book := sample(t)
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			template, err := report.Parse(os.DirFS("testdata/drafts"), name)
			if err != nil {
				t.Fatal(err)
			}
			period := channel.Quarter(2026, 3)
			if strings.HasPrefix(name, "flash") {
				period = channel.Month(2026, 9)
			}
			run, err := template.Run(context.Background(), book, period, report.Options{Date: "2026-10-08"})
			if err != nil {
				t.Fatal(err)
			}
			if template.PerPartner() {
				for partner := range run.Partners() {
					run = run.For(partner)
					break
				}
			}
			d, err := run.Document(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := d.Dump(&b); err != nil {
				t.Fatal(err)
			}
			golden.Compare(t, "drafts/"+strings.TrimSuffix(name, ".yaml")+".txt", b.Bytes())
		})
	}
}
