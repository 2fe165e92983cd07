package main

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report/reporttest"
)

// The report is one page and says what is kept here to be read.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	if err := run(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "flash.md"))
	if err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "flash.md", text)
	page, err := os.ReadFile(filepath.Join(dir, "flash.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(page, -1)); n != 1 {
		t.Errorf("the report has %d pages", n)
	}
}

// A book of sales alone leaves no trace in its sentences.
func TestPoor(t *testing.T) {
	reporttest.Poor(t, reporttest.Parse(t, templates, "flash.zh-CN.yaml"))
}
