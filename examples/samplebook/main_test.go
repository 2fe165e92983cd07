package main

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/channelreport/testdata"
)

// What is committed is what the program writes, and no other CSV lies beside it.
func TestCommitted(t *testing.T) {
	dir := t.TempDir()
	var said bytes.Buffer
	if err := write(&said, dir); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files() {
		if !strings.Contains(said.String(), f.name) {
			t.Errorf("nothing is said of %s", f.name)
		}
		names = append(names, f.name)
		written, err := os.ReadFile(filepath.Join(dir, f.name))
		if err != nil {
			t.Fatal(err)
		}
		committed, err := fs.ReadFile(testdata.Sample(), f.name)
		if err != nil {
			t.Error(err)
			continue
		}
		if !bytes.Equal(written, committed) {
			t.Errorf("%s differs from what is committed; run go run ./examples/samplebook and look at the difference", f.name)
		}
	}
	committed, err := fs.Glob(testdata.Sample(), "*.csv")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(names, committed) {
		t.Errorf("committed are %q, written %q", committed, names)
	}
}

func TestWriteFails(t *testing.T) {
	if err := write(io.Discard, filepath.Join(t.TempDir(), "no", "such", "folder")); err == nil {
		t.Error("writing into a folder that is not there succeeds")
	}
}

// The lots of the model must never change, or every figure would.
func TestDraw(t *testing.T) {
	for _, c := range []struct {
		n    int64
		name []string
		want int64
	}{
		{1000, []string{"P01", "2026-09", "month"}, 115},
		{1000, []string{"P01", "2026-0", "9month"}, 195},
		{6, nil, 3},
		{1, []string{"any"}, 0},
	} {
		if got := draw(c.n, c.name...); got != c.want {
			t.Errorf("draw(%d, %q) = %d, want %d", c.n, c.name, got, c.want)
		}
	}
	var seen [10]int
	for m := month(0); m < 1000; m++ {
		seen[draw(10, m.String())]++
	}
	for face, n := range seen {
		if n < 60 || n > 140 {
			t.Errorf("%d came %d times of 1000", face, n)
		}
	}
}

func TestPart(t *testing.T) {
	for _, c := range [][4]int64{{7, 1, 2, 4}, {-7, 1, 2, -4}, {10, 1, 3, 3}, {11, 1, 3, 4}, {0, 5, 7, 0}, {250, 3, 1000, 1}} {
		if got := part(c[0], c[1], c[2]); got != c[3] {
			t.Errorf("part(%d, %d, %d) = %d, want %d", c[0], c[1], c[2], got, c[3])
		}
	}
}

func TestYuan(t *testing.T) {
	for fen, want := range map[int64]string{0: "0.00", 5: "0.05", 123450: "1234.50", -5: "-0.05", -123405: "-1234.05"} {
		if got := yuan(fen); got != want {
			t.Errorf("yuan(%d) = %s, want %s", fen, got, want)
		}
	}
}

func TestCalendar(t *testing.T) {
	for _, c := range []struct {
		m    month
		text string
		days int
	}{
		{0, "2025-01", 31}, {1, "2025-02", 28}, {11, "2025-12", 31}, {in(2026, 2), "2026-02", 28}, {lastMonth, "2026-09", 30},
	} {
		if c.m.String() != c.text || c.m.days() != c.days {
			t.Errorf("month %d is %s with %d days, want %s with %d", c.m, c.m, c.m.days(), c.text, c.days)
		}
	}
	if q := lastMonth.quarter(); q != lastQuarter || q.String() != "2026-Q3" || q.days() != 92 {
		t.Errorf("the last quarter is %s with %d days", q, q.days())
	}
}
