package finish

import (
	"bytes"
	"errors"
	"io"
	"testing"
)

// FuzzWrite damages the engine's file. Whatever comes, nothing panics; what is
// refused is refused as malformed; and what is accepted gives a file that can
// be read again, the same each time.
func FuzzWrite(f *testing.F) {
	f.Add(exampleFile)
	f.Add(engineFile(f, "BT /F1 12 Tf <0001> Tj ET", ""))
	f.Add([]byte("startxref"))
	d := &Document{
		Info:    Info{Title: "题"},
		Fonts:   []Font{{regular(f), full("题")}},
		Outline: []Bookmark{{"一", 0, Dest{}}, {"二", 2, Dest{}}},
		Links:   []Link{{To: Dest{}}, {URI: "https://example.com/"}},
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var first, second bytes.Buffer
		if err := Write(&first, raw, d); err != nil {
			var m *Malformed
			if !errors.As(err, &m) {
				t.Fatal(err)
			}
			return
		}
		if err := Write(&second, raw, d); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Fatalf("other bytes the second time, error %v", err)
		}
		if err := Write(io.Discard, first.Bytes(), d); err != nil {
			t.Fatalf("the finished file cannot be read: %v", err)
		}
	})
}

// FuzzText checks that every text comes back from the string that holds it.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "a(b)\\", "三季度", "😀\n", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b, err := appendText(nil, s)
		if err != nil {
			return
		}
		got, ok := readText(b)
		if !ok || got != s {
			t.Fatalf("%q became %s and %q", s, b, got)
		}
		scanned := scan(b, 0)
		if value, err := scanned.value(); err != nil || !bytes.Equal(value, b) {
			t.Fatalf("%s is not one string: %v", b, err)
		}
	})
}
