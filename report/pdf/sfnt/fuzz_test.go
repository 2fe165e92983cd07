package sfnt

import (
	"testing"

	"example.com/channelreport/channel/source"
	"golang.org/x/image/font/gofont/goregular"
)

// FuzzParse damages fonts. Whatever comes, nothing panics; a font that is
// accepted can be asked anything; and what is cut from it is a font again.
func FuzzParse(f *testing.F) {
	f.Add([]byte(nil))
	f.Add(join(small(bar(100, 0, 900, 80), composite(1, 1), bar(600, 0, 900, 80))))
	f.Add(goregular.TTF[:4096])
	go1 := mustParse(f, goregular.TTF)
	if file, err := go1.Subset(slotsOf("AÄ—“")); err == nil {
		f.Add(dress(f, file))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		font, err := Parse("fuzz.ttf", data)
		if err != nil {
			if len(source.Problems(err)) != 1 {
				t.Fatalf("%v is not one problem", err)
			}
			return
		}
		if _, err := font.Subset(nil); err != nil {
			return // the box for missing characters is damaged
		}
		var slots []Slot
		for _, r := range []rune{'A', 'B', 'C', '—', '“', firstCode, firstCode + 1, firstCode + 2, firstCode + 3} {
			for v := Full; v <= Joined; v++ {
				s := Slot{r, v}
				if w, ok := font.Width(s); ok != font.Has(r) || w < 0 {
					t.Fatalf("%U variant %d is %d wide", r, v, w)
				}
				if _, err := font.Subset([]Slot{s}); err == nil {
					slots = append(slots, s)
				}
			}
		}
		file, err := font.Subset(slots)
		if err != nil {
			t.Fatalf("slots that can be cut one by one cannot be cut together: %v", err)
		}
		again, err := Parse("cut.ttf", dress(t, file))
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range slots {
			if got, want := again.advance(glyphID(i+1)), font.shape(font.cmap.glyph(s.Rune), s.Variant).advance; got != want {
				t.Fatalf("%U variant %d: advance %d, want %d", s.Rune, s.Variant, got, want)
			}
			if _, err := again.Subset([]Slot{{Rune: firstCode + rune(i)}}); err != nil {
				t.Fatal(err)
			}
		}
	})
}
