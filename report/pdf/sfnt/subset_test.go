package sfnt

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
	oracle "golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"example.com/channelreport/report/pdf/notosanssc"
)

func slotsOf(text string) []Slot {
	var slots []Slot
	for _, r := range text {
		slots = append(slots, Slot{Rune: r})
	}
	return slots
}

func mustSubset(t testing.TB, f *Font, slots []Slot) []byte {
	t.Helper()
	file, err := f.Subset(slots)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestSubsetHasSixTablesAndTrueSums(t *testing.T) {
	f := mustParse(t, notosanssc.Regular())
	file := mustSubset(t, f, slotsOf("三季度渠道运营报告𬭎"))
	parts := split(t, file)
	if got := slices.Sorted(maps.Keys(parts)); !slices.Equal(got, subsetTables[:]) {
		t.Errorf("tables %v", got)
	}
	if sum := checksum(file); sum != 0xB1B0AFBA {
		t.Errorf("the file adds up to %08X", sum)
	}
	binary.BigEndian.PutUint32(parts["head"][8:], 0)
	for i, tag := range subsetTables {
		e := file[12+16*i:]
		body := append(parts[tag], make([]byte, 3)...)
		body = body[:len(body)&^3]
		if sum := binary.BigEndian.Uint32(e[4:]); sum != checksum(body) {
			t.Errorf("table %s: sum %08X, it adds up to %08X", tag, sum, checksum(body))
		}
		if at := binary.BigEndian.Uint32(e[8:]); at%4 != 0 {
			t.Errorf("table %s starts at %d", tag, at)
		}
	}
	if !bytes.Equal(file, mustSubset(t, f, slotsOf("三季度渠道运营报告𬭎"))) {
		t.Error("the same slots give other bytes")
	}
}

// TestGlyphPerSlot has two runes that share a glyph, and one rune in two
// variants: each slot gets a glyph of its own.
func TestGlyphPerSlot(t *testing.T) {
	f := mustParse(t, notosanssc.Regular())
	shared := [2]rune{0x3008, 0x2329} // two code points of 〈
	if f.cmap.glyph(shared[0]) != f.cmap.glyph(shared[1]) {
		t.Fatal("the font does not share a glyph any more: find another pair")
	}
	slots := []Slot{{shared[1], Full}, {shared[0], Full}, {'（', Full}, {'（', Half}}
	cut := mustParse(t, dress(t, mustSubset(t, f, slots)))
	if cut.count != 1+len(slots) {
		t.Fatalf("%d glyphs", cut.count)
	}
	if !bytes.Equal(cut.outline(1), cut.outline(2)) || len(cut.outline(1)) == 0 {
		t.Error("the two runes are drawn differently")
	}
	// The half is a composite of 18 bytes and two of padding, of the full
	// glyph that is there already.
	half := cut.outline(4)
	want := append(be(-1), half[2:10]...)
	want = append(want, be(argsAreWords|argsAreXY, 3, -500, 0)...)
	if !bytes.Equal(half[:18], want) || len(half) > 20 {
		t.Errorf("half: % X", half)
	}
	if got := i16(half, 2); got != i16(cut.outline(3), 2)-500 {
		t.Errorf("the half's box starts at %d", got)
	}
}

func TestHalfAloneBringsItsBase(t *testing.T) {
	f := mustParse(t, notosanssc.Regular())
	cut := mustParse(t, dress(t, mustSubset(t, f, []Slot{{'（', Half}, {'（', Proportional}})))
	if cut.count != 4 {
		t.Fatalf("%d glyphs: the base should be there once", cut.count)
	}
	want := f.outline(f.cmap.glyph('（'))
	if got := cut.outline(3); !bytes.HasPrefix(got, want[:len(want)-3]) {
		t.Error("the base is not the full glyph")
	}
	maxp := cut.maxp
	got := []int{u16(maxp, 4), u16(maxp, 28), u16(maxp, 30)}
	if !slices.Equal(got, []int{4, 1, 1}) {
		t.Errorf("glyphs, components and depth: %v", got)
	}
	if u16(maxp, 6) == 0 || u16(maxp, 6) != u16(maxp, 10) {
		t.Errorf("points %d, of composites %d", u16(maxp, 6), u16(maxp, 10))
	}
}

// TestHintingIsDropped checks that no glyph keeps its code, which would call
// functions that are not there.
func TestHintingIsDropped(t *testing.T) {
	f := mustParse(t, goregular.TTF)
	slots := slotsOf("ABCxyz")
	code := 0
	for _, s := range slots {
		g, _ := readSimple(f.outline(f.cmap.glyph(s.Rune)))
		code += g.flags - g.code
	}
	if code == 0 {
		t.Fatal("the font has no code to drop")
	}
	cut := mustParse(t, dress(t, mustSubset(t, f, slots)))
	for g := range cut.count {
		if s, ok := readSimple(cut.outline(glyphID(g))); !ok || s.flags != s.code {
			t.Errorf("glyph %d has code", g)
		}
	}
	for at := 16; at < 28; at += 2 {
		if u16(cut.maxp, at) != 0 {
			t.Errorf("maxp promises code at %d", at)
		}
	}
}

// TestCompositesBringTheirParts cuts a glyph of glyphs of glyphs, with all
// forms that a component can have, and with code.
func TestCompositesBringTheirParts(t *testing.T) {
	scaled := be(-1, 0, 0, 900, 80,
		argsAreWords|argsAreXY|hasScale|hasMore, 1, 300, -20, 0x2000,
		argsAreXY|hasXYScale|hasMore, 2, 0x05FB, 0x2000, 0x4000,
		argsAreXY|hasMatrix|hasCode, 1, 0, 0x4000, 0x1000, 0, 0x4000)
	scaled = append(scaled, be(2, 0xB0B0)...)
	parts := small(bar(100, 0, 900, 80), bar(0, 0, 50, 900), scaled, composite(3, 2))
	describe(parts)
	data := join(parts)
	f, whole := mustParse(t, data), newTwin(t, data)
	file := mustSubset(t, f, []Slot{{Rune: 'B'}, {Rune: 'D'}})
	cut := newTwin(t, dress(t, file))
	for i, r := range "BD" {
		if got, want := cut.outline(t, oracle.GlyphIndex(i+1), 0), whole.outline(t, whole.glyph(t, r), 0); len(got) == 0 || !slices.Equal(got, want) {
			t.Errorf("%c is drawn otherwise", r)
		}
	}
	again := mustParse(t, dress(t, file))
	// The box, B, D, and as parts C and A; B is there already.
	if again.count != 5 {
		t.Errorf("%d glyphs", again.count)
	}
	if bytes.Contains(again.glyf, []byte{0xB0, 0xB0}) {
		t.Error("code is left")
	}
	var most []int
	for at := 6; at <= 12; at += 2 {
		most = append(most, u16(again.maxp, at))
	}
	most = append(most, u16(again.maxp, 28), u16(again.maxp, 30))
	// Points and contours of a simple glyph, of D, components of C, depth of D.
	if want := []int{4, 1, 16, 4, 3, 2}; !slices.Equal(most, want) {
		t.Errorf("maxp says %v, want %v", most, want)
	}
}

// TestJoinedDashHasNoGap compares the outline of —— with that of —, its right
// half moved.
func TestJoinedDashHasNoGap(t *testing.T) {
	fonts := realFonts(t)
	for _, name := range slices.Sorted(maps.Keys(fonts)) {
		f := mustParse(t, fonts[name])
		g := f.cmap.glyph('—')
		left, right := f.ink(g)
		extra := 2*f.unitsPerEm - f.advance(g)
		whole := newTwin(t, fonts[name])
		want := whole.outline(t, oracle.GlyphIndex(g), 0)
		for i := range want {
			for j := range points(want[i].Op) {
				if x := &want[i].Args[j].X; x.Round() > (left+right)/2 {
					*x += fixed.I(extra)
				}
			}
		}
		cut := newTwin(t, dress(t, mustSubset(t, f, []Slot{{'—', Joined}})))
		got := cut.outline(t, 1, 0)
		if len(got) == 0 || !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
		if w, _ := f.Width(Slot{'—', Joined}); w != 2000 || cut.advance(t, 1) != 2*f.unitsPerEm {
			t.Errorf("%s: %d wide", name, w)
		}
	}
}

// TestStretch has points of every encoding, some of them on the middle.
func TestStretch(t *testing.T) {
	glyph := be(1, 0, 0, 800, 80, 4, 1)
	glyph = append(glyph, 0xB0) // code
	glyph = append(glyph,
		pointOnCurve|pointXSame|pointYSame,    // 0, 0
		pointXShort|pointXSame|pointRepeat, 1, // +200, +0 and +200, +0: x is 400 then
		pointOnCurve, // +400, +60
		pointOnCurve|pointXShort|pointYShort|pointYSame) // −200, +20
	glyph = append(glyph, 200, 200)
	glyph = append(glyph, be(400)...)
	glyph = append(glyph, 200)
	glyph = append(glyph, be(0, 0, 60)...)
	glyph = append(glyph, 20)
	cut := mustParse(t, dress(t, mustSubset(t, mustParse(t, join(small(glyph))), []Slot{{'A', Joined}})))
	want := append(be(1, 0, 0, 1800, 80, 4, 0), 1, 0, 0, 1, 1)
	want = append(want, be(0, 200, 200, 1400, -200, 0, 0, 0, 60, 20)...)
	if got := cut.outline(1); !bytes.HasPrefix(got, want) || len(got) > len(want)+3 {
		t.Errorf("got  % X\nwant % X", got, want)
	}
	if got := [2]int{cut.advance(1), cut.bearing(1)}; got != [2]int{2000, 0} {
		t.Errorf("advance and bearing %v", got)
	}
	if top := cut.metrics.Right; top != 1800 {
		t.Errorf("the font's box ends at %d", top)
	}
}

// TestOutlineOffItsBearing has a glyph whose outline does not start where its
// bearing says: a reader moves it there, and so must its half.
func TestOutlineOffItsBearing(t *testing.T) {
	parts := small(bar(0, 0, 300, 80))
	copy(parts["hmtx"][4:], be(1000, 600)) // drawn from 600 to 900: an opening mark
	f := mustParse(t, join(parts))
	cut := mustParse(t, dress(t, mustSubset(t, f, []Slot{{'A', Half}})))
	if w := cut.advance(1); w != 500 {
		t.Errorf("advance %d", w)
	}
	half := cut.outline(1)
	if got := []int{cut.bearing(1), i16(half, 2), i16(half, 6), i16(half, 14)}; !slices.Equal(got, []int{100, 100, 400, 100}) {
		t.Errorf("bearing, left, right and move are %v", got)
	}
}

// TestExtremeNumbers has a mark whose place on the em does not fit 16 bits.
func TestExtremeNumbers(t *testing.T) {
	parts := small(bar(-32768, 0, -32700, 80), bar(32700, 0, 32767, 80))
	copy(parts["hmtx"], be(65535, 0, 65535, 32767, 65535, -32768))
	copy(parts["head"][18:], be(16384))
	f := mustParse(t, join(parts))
	var slots []Slot
	for _, r := range "AB" {
		for v := Full; v <= Joined; v++ {
			slots = append(slots, Slot{r, v})
		}
	}
	mustParse(t, dress(t, mustSubset(t, f, slots)))
}

func TestSharedByGoroutines(t *testing.T) {
	f := mustParse(t, notosanssc.Bold())
	texts := []string{"渠道", "运营，（报告）", "ABC ——", "三季度"}
	want := make([][]byte, len(texts))
	for i, text := range texts {
		want[i] = mustSubset(t, f, slotsOf(text))
	}
	var group sync.WaitGroup
	for i, text := range slices.Repeat(texts, 4) {
		group.Go(func() {
			file, err := f.Subset(slotsOf(text))
			if err != nil || !bytes.Equal(file, want[i%len(texts)]) {
				t.Errorf("%q is cut otherwise beside others", text)
			}
		})
	}
	group.Wait()
}

func TestSlots(t *testing.T) {
	slots := []Slot{{'—', Joined}, {'（', Half}, {'A', Full}, {'—', Full}, {'𬭎', Full}}
	slices.SortFunc(slots, Slot.Compare)
	var b strings.Builder
	for _, s := range slots {
		b.WriteString(s.Text())
	}
	if b.String() != "A———（𬭎" {
		t.Errorf("%q", b.String())
	}
	f := mustParse(t, notosanssc.Regular())
	if w, ok := f.Width(Slot{Rune: '\U00020BB7'}); w != 0 || ok {
		t.Errorf("𠮷, which the font lacks, is %d wide", w)
	}
	if w, ok := f.Width(Slot{'中', Variant(99)}); w != 1000 || !ok {
		t.Errorf("a variant that is not there: %d", w)
	}
}

func TestRounding(t *testing.T) {
	for _, test := range []struct{ a, b, want int }{
		{5, 10, 1}, {4, 10, 0}, {15, 10, 2}, {-5, 10, -1}, {-4, 10, 0}, {-15, 10, -2}, {0, 10, 0}, {1229000, 2048, 600},
	} {
		if got := roundDiv(test.a, test.b); got != test.want {
			t.Errorf("%d / %d = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func ExampleFont_Subset() {
	font, err := Parse("NotoSansSC-Regular.ttf", notosanssc.Regular())
	if err != nil {
		fmt.Println(err)
		return
	}
	slots := []Slot{{Rune: '报'}, {Rune: '告'}, {Rune: '（', Variant: Half}, {Rune: '—', Variant: Joined}}
	for _, s := range slots {
		width, _ := font.Width(s)
		fmt.Println(s.Text(), width)
	}
	file, err := font.Subset(slots)
	fmt.Println(len(notosanssc.Regular()) > 3_000_000, len(file) < 1_500, err)
	// Output:
	// 报 1000
	// 告 1000
	// （ 500
	// —— 2000
	// true true <nil>
}
