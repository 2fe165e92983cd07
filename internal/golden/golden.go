// Package golden compares what a test produced with a file kept beside it.
//
// The file lies below the package's testdata directory. It is a readable
// intermediate of the program (a dump, a scene, a page of Markdown), reviewed
// like code when it changes:
//
//	golden.Compare(t, "quarter.golden", got)
//
// A mismatch fails the test with a line diff. After an intended change,
//
//	go test ./the/package -update
//
// rewrites the files, and the version control system's diff shows what the
// change meant. Only tests import this package.
package golden

import (
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite golden files instead of comparing with them")

// Compare fails the test if got differs from the file testdata/path of the
// package under test. With -update it writes the file instead, and its folders.
// The path is slash-separated.
func Compare(t testing.TB, path string, got []byte) {
	t.Helper()
	compare(t, filepath.Join("testdata", filepath.FromSlash(path)), got, *update)
}

func compare(t testing.TB, file string, got []byte, rewrite bool) {
	t.Helper()
	if rewrite {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.Fatalf("%s does not exist; run the test with -update to create it", file)
	case err != nil:
		t.Fatal(err)
	case !bytes.Equal(got, want):
		t.Errorf("differs from %s (- is the file, + is what the test got; -update rewrites it)\n%s",
			file, Diff(string(want), string(got)))
	}
}
