package finish

import (
	"bytes"
	"io"
	"testing"

	"example.com/channelreport/report/pdf/notosanssc"
	"example.com/channelreport/report/pdf/sfnt"
)

// BenchmarkWrite finishes 13 pages of 9 000 characters, 819 distinct ones, in
// two weights.
func BenchmarkWrite(b *testing.B) {
	const distinct, boldOnes, pages, lines, perLine = 819, 200, 13, 23, 30
	faces := []*sfnt.Font{face(b, "Regular", notosanssc.Regular()), face(b, "Bold", notosanssc.Bold())}
	var slots []sfnt.Slot
	for r := rune(0x4E00); len(slots) < distinct; r += 5 {
		if faces[0].Has(r) {
			slots = append(slots, sfnt.Slot{Rune: r})
		}
	}
	var contents []string
	for p := range pages {
		var page bytes.Buffer
		for l := range lines {
			page.WriteString("q 0.133 g BT /F1 10.5 Tf 1 0 0 1 72 700.25 Tm [")
			for i := range perLine {
				n := (p*lines+l)*perLine + i*i*7
				page.Write(append(appendCode([]byte{'<'}, uint16(n%distinct+1)), "> -12 "...))
			}
			page.WriteString("] TJ ET Q\n")
		}
		contents = append(contents, page.String())
	}
	raw := engineFile(b, contents...)
	d := &Document{
		Info:  Info{Title: "三季度渠道运营报告"},
		Fonts: []Font{{faces[0], slots}, {faces[1], slots[:boldOnes]}},
	}
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, raw, d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(mustWrite(b, raw, d))), "file-bytes")
}
