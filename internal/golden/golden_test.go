package golden

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	for _, test := range []struct{ name, a, b, want string }{
		{"equal", "x\ny\n", "x\ny\n", ""},
		{"changed", "a\nb\nc\n", "a\nB\nc\n", "@@ line 1\n a\n-b\n+B\n c\n \"\"\n"},
		{"added", "a\nc\n", "a\nb\nc\n", "@@ line 1\n a\n+b\n c\n \"\"\n"},
		{"last newline", "a\n", "a", "@@ line 1\n-a\n-\"\"\n+\"a\"\n"},
		{"trailing space", "a \n", "a\n", "@@ line 1\n-\"a \\n\"\n+a\n \"\"\n"},
		{"two places", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n", "one\n2\n3\n4\n5\n6\n7\n8\n9\nten\n",
			"@@ line 1\n-1\n+one\n 2\n 3\n 4\n@@ line 7\n 7\n 8\n 9\n-10\n+ten\n \"\"\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Diff(test.a, test.b); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestDiffOfLargeTexts(t *testing.T) {
	var a, b strings.Builder
	for i := range 5000 {
		fmt.Fprintln(&a, i)
		fmt.Fprintln(&b, -i-1)
	}
	got := Diff(a.String(), b.String())
	if lines := strings.Count(got, "\n"); lines > maxShown+2 {
		t.Errorf("%d lines", lines)
	}
}

func TestCompare(t *testing.T) {
	file := filepath.Join(t.TempDir(), "deep", "x.golden")
	compare(t, file, []byte("text\n"), true)
	compare(t, file, []byte("text\n"), false)

	var failed recorder
	compare(&failed, file, []byte("other\n"), false)
	if !strings.Contains(failed.text, "-text\n+other\n") {
		t.Errorf("a mismatch says %q", failed.text)
	}
}

// A recorder is a testing.TB that keeps what it is told instead of failing.
type recorder struct {
	testing.TB
	text string
}

func (r *recorder) Helper()                           {}
func (r *recorder) Errorf(format string, args ...any) { r.text = fmt.Sprintf(format, args...) }
