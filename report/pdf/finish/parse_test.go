package finish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// assemble makes a file of objects 1, 2, … with the catalog first.
func assemble(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.3\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
}

var exampleFile = assemble(
	"<</Type/Catalog/Pages 2 0 R>>",
	"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
	"<</Type/Page/Parent 2 0 R/Resources 4 0 R/Contents 5 0 R>>",
	"<</ProcSet[/PDF/Text]>>",
	"<</Length 8>>\nstream\n0 0 m\n h\nendstream",
)

func TestMalformed(t *testing.T) {
	replace := func(old, new string) []byte {
		if !bytes.Contains(exampleFile, []byte(old)) {
			t.Fatalf("%q is not in the file", old)
		}
		return bytes.Replace(exampleFile, []byte(old), []byte(new), 1)
	}
	font := &Document{Fonts: []Font{{regular(t), full("a")}}}
	tests := []struct {
		name string
		raw  []byte
		d    *Document
		want string
	}{
		{"empty", nil, nil, "no startxref"},
		{"text", []byte("not a PDF"), nil, "no startxref"},
		{"no number", []byte("startxref"), nil, "no cross-reference table that starts at 0"},
		{"cut short", exampleFile[:len(exampleFile)-30], nil, "no startxref"},
		{"offset beyond the file", replace("startxref\n", "startxref\n99"), nil, "no cross-reference table that starts at 0"},
		{"number too large", replace("startxref\n", "startxref\n99999999999999999999"), nil, "no cross-reference table that starts at 0"},
		{"cross-reference stream", replace("xref\n0 6", "9 0 obj\n"), nil, "no cross-reference table that starts at 0"},
		{"many objects", replace("xref\n0 6", "xref\n0 600000"), nil, "impossible number of objects"},
		{"entry", replace("00000 n", "00000 x"), nil, "entry is neither in use nor free"},
		{"one object more", replace("xref\n0 6", "xref\n0 7"), nil, "entry is neither in use nor free"},
		{"no trailer", replace("trailer", "tailer"), nil, "no trailer"},
		{"trailer is no dictionary", replace("trailer\n<<", "trailer\n<"), nil, "no dictionary"},
		{"no catalog", replace("/Root 1 0 R", "/Root 9 0 R"), nil, "no catalog"},
		{"no page tree", replace("/Pages 2 0 R", "/Pages 8 0 R"), nil, "no page tree"},
		{"no pages", replace("[3 0 R]", "[     ]"), nil, "no pages"},
		{"page that is none", replace("/Type/Page/P", "/Type/Copy/P"), nil, "object 3 is not a page"},
		{"wrong object", replace("\n4 0 obj", "\n7 0 obj"), nil, "object 4 is not here"},
		{"length", replace("/Length 8", "/Length x"), nil, "stream without a direct length"},
		{"length by reference", assemble("<</Length 2 0 R>>\nstream\nendstream", "0"), nil, "stream without a direct length"},
		{"length too small", replace("/Length 8", "/Length 5"), nil, "stream is longer than its length"},
		{"dictionary without end", replace("/Text]>>", "/Text]  "), nil, "no key"},
		{"array without end", replace("/Text]>>", "/Text >>"), nil, "no key"},
		{"string without end", replace("[/PDF/Text]", "(PDF/Text()"), nil, "the file ends within a string"},
		{"value is missing", replace("/ProcSet[/PDF/Text]", "/ProcSet           "), nil, "a value is expected"},
		{"no resources", replace("/Resources 4 0 R", "/Resources 9 0 R"), font, "a page without resources of its own"},
		{"fonts are no dictionary", replace("/ProcSet[/PDF/Text]", "/Font[/PDF/Text]/A 1"), font, "no dictionary"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := test.d
			if d == nil {
				d = &Document{}
			}
			err := Write(io.Discard, test.raw, d)
			var m *Malformed
			if !errors.As(err, &m) {
				t.Fatalf("error %v", err)
			}
			if m.Problem != test.want || m.Offset < 0 || m.Offset > len(test.raw) {
				t.Errorf("byte %d: %s; want %s", m.Offset, m.Problem, test.want)
			}
			if want := fmt.Sprintf("finish: byte %d of the engine's file: %s", m.Offset, test.want); err.Error() != want {
				t.Errorf("got  %s\nwant %s", err, want)
			}
		})
	}
}

// TestObjectsSurvive has values of every kind, which must come out as they
// went in.
func TestObjectsSurvive(t *testing.T) {
	raw := assemble(
		"<</Type/Catalog/Pages 2 0 R>>",
		"<< /Type /Pages /Kids [ 3 0 R\n] /Count 1 >>",
		"<</Type/Page/Parent 2 0 R/Resources 4 0 R/MediaBox[0 0 595 842]>>",
		`<</Font <</G 7 0 R>>/S(a\)b(c)\\)/H<4E2D>/N null/T true/R -1.5/D<</E[<</F[1 2]>>]>>/L/Name>>`,
		"[1 2 (x)]",
		"<</Filter/DCTDecode/Length 5>>\nstream\r\n\x00\x01\xff\r\n\nendstream",
		"42",
	)
	d := &Document{Fonts: []Font{{regular(t), full("a")}}}
	text := string(dump(t, mustWrite(t, raw, d)))
	for _, want := range []string{
		"  S (a\\)b(c)\\\\)\n", "  H <4E2D>\n", "  N null\n", "  T true\n", "  R -1.5\n",
		"  D <</E[<</F[1 2]>>]>>\n", "  L /Name\n", "  Font <</G 7 0 R/F1 8 0 R>>\n",
		"5: [1 2 (x)]\n", "7: 42\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	f, err := parse(mustWrite(t, raw, d))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(f.objects[6].stream); got != "\x00\x01\xff\r\n" {
		t.Errorf("the picture became %q", got)
	}
}
