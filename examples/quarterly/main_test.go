package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"example.com/channelreport/internal/golden"
)

// The program writes what the README says, the same bytes each time, and the
// Markdown is the one kept here to be read.
func TestRun(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		if err := run(context.Background(), dir); err != nil {
			t.Fatal(err)
		}
	}
	var names []string
	err := filepath.WalkDir(first, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, _ := filepath.Rel(first, path)
		names = append(names, filepath.ToSlash(name))
		a, errA := os.ReadFile(path)
		b, errB := os.ReadFile(filepath.Join(second, name))
		if errA != nil || errB != nil || !bytes.Equal(a, b) {
			t.Errorf("%s differs between two runs (%v, %v)", name, errA, errB)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"quarterly.pdf", "quarterly.md", "quarterly.charts/months.svg", "quarterly.charts/regions_target.svg"} {
		if data, err := os.ReadFile(filepath.Join(first, want)); err != nil || len(data) == 0 {
			t.Errorf("%s was not written; there are %v", want, names)
		}
	}
	text, err := os.ReadFile(filepath.Join(first, "quarterly.md"))
	if err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "quarterly.md", text)
}
