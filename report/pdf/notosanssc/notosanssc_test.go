package notosanssc_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"example.com/channelreport/report/pdf/notosanssc"
	"example.com/channelreport/report/pdf/sfnt"
)

func parse(t testing.TB, name string, data []byte) *sfnt.Font {
	t.Helper()
	f, err := sfnt.Parse(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestEveryCodePoint checks that both weights have exactly the code points of
// the list.
func TestEveryCodePoint(t *testing.T) {
	data, err := os.ReadFile("codepoints.txt")
	if err != nil {
		t.Fatal(err)
	}
	listed := make(map[rune]bool)
	for line := range strings.Lines(string(data)) {
		n, err := strconv.ParseUint(strings.TrimPrefix(strings.TrimSpace(line), "U+"), 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		listed[rune(n)] = true
	}
	if len(listed) != 12697 {
		t.Errorf("%d code points are listed", len(listed))
	}
	fonts := []*sfnt.Font{parse(t, "Regular", notosanssc.Regular()), parse(t, "Bold", notosanssc.Bold())}
	for r := rune(0); r <= 0x10FFFF; r++ {
		for _, f := range fonts {
			if f.Has(r) != listed[r] {
				t.Errorf("%s: %U is in the font: %v; in the list: %v", f.PostScriptName(), r, f.Has(r), listed[r])
			}
		}
	}
}

// TestLicenceIsShipped looks for the two sentences that matter.
func TestLicenceIsShipped(t *testing.T) {
	data, err := os.ReadFile("OFL.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"SIL OPEN FONT LICENSE Version 1.1", "Reserved Font Name 'Source'"} {
		if !strings.Contains(string(data), want) {
			t.Errorf("the licence does not say %q", want)
		}
	}
}

func Example() {
	for _, data := range [][]byte{notosanssc.Regular(), notosanssc.Bold()} {
		f, err := sfnt.Parse("embedded", data)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(f.PostScriptName(), f.Metrics().Weight, f.Has('渠'))
	}
	// Output:
	// NotoSansSC-Regular 400 true
	// NotoSansSC-Bold 700 true
}
