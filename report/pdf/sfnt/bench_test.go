package sfnt

import (
	"testing"

	"example.com/channelreport/report/pdf/notosanssc"
)

// common returns so many of the font's Han characters.
func common(f *Font, n int) []Slot {
	var slots []Slot
	for r := rune(0x4E00); len(slots) < n; r += 7 {
		if f.Has(r) {
			slots = append(slots, Slot{Rune: r})
		}
	}
	return slots
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("", notosanssc.Regular()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSubset600(b *testing.B) {
	f := mustParse(b, notosanssc.Regular())
	slots := common(f, 600)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Subset(slots); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWidth(b *testing.B) {
	f := mustParse(b, notosanssc.Regular())
	slots := append(common(f, 255), Slot{'（', Half})
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if _, ok := f.Width(slots[i&0xFF]); !ok {
			b.Fatal("no width")
		}
		i++
	}
}
