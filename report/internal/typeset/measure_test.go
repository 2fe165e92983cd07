package typeset

import "testing"

func TestDefaultMeasure(t *testing.T) {
	for _, test := range []struct {
		r             rune
		regular, bold int32
		ok            bool
	}{
		{' ', 224, 227, true},
		{'1', 555, 590, true},
		{'/', 392, 387, true},
		{'—', 894, 908, true},
		{'中', 1000, 1000, true},
		{'，', 1000, 1000, true},
		{'“', 1000, 1000, true},
		{'ｱ', 500, 500, true},
		{'𬭎', 1000, 1000, true},
		{'𠮷', 1000, 1000, false},
		{'😀', 1000, 1000, false},
		{'\u200b', 1000, 1000, false},
		{0x10FFFF, 1000, 1000, false},
		{-1, 1000, 1000, false},
	} {
		for _, bold := range []bool{false, true} {
			want := test.regular
			if bold {
				want = test.bold
			}
			got, ok := Default().Advance(test.r, bold)
			if got != want || ok != test.ok {
				t.Errorf("Advance(%q, %t) = %d, %t, want %d, %t", test.r, bold, got, ok, want, test.ok)
			}
		}
	}
}

func TestDefaultVariants(t *testing.T) {
	for _, test := range []struct {
		r             rune
		v             Variant
		regular, bold int32
	}{
		{'，', Full, 1000, 1000},
		{'，', Half, 500, 500},
		{'—', Joined, 2000, 2000},
		{'“', Proportional, 471, 502},
		{'”', Proportional, 471, 502},
		{'‘', Proportional, 279, 299},
		{'a', Proportional, 563, 591},
	} {
		if got := Default().Variant(test.r, false, test.v); got != test.regular {
			t.Errorf("%v of %q is %d wide, want %d", test.v, test.r, got, test.regular)
		}
		if got := Default().Variant(test.r, true, test.v); got != test.bold {
			t.Errorf("bold %v of %q is %d wide, want %d", test.v, test.r, got, test.bold)
		}
	}
}

func BenchmarkMeasure(b *testing.B) {
	b.ReportAllocs()
	m := Default()
	text := "本季度渠道销售额12,345.6万元，同比增长12.3%（含新产品）。Noto Sans"
	var sum int32
	for b.Loop() {
		for _, r := range text {
			a, _ := m.Advance(r, false)
			sum += a
		}
	}
	if sum == 0 {
		b.Fatal("no advance")
	}
}
