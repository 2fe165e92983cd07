package channel

import (
	"slices"
	"testing"
)

func TestGroup(t *testing.T) {
	east := By(Region, "华东")
	both, ok := east.And(ProductLine, "A")
	if !ok {
		t.Fatal("no second dimension")
	}
	if other, _ := By(ProductLine, "A").And(Region, "华东"); other != both {
		t.Error("the order of the dimensions matters")
	}
	want := []GroupPair{{ProductLine, "A"}, {Region, "华东"}}
	if !slices.Equal(both.Pairs(), want) {
		t.Error(both.Pairs())
	}
	if _, ok := both.And(Tier, "金"); ok {
		t.Error("a third dimension")
	}
	if _, ok := east.And(Region, "华南"); ok {
		t.Error("one dimension twice")
	}
	if g, ok := (Group{}).And(Region, "华东"); !ok || g != east {
		t.Error("the whole cannot be narrowed")
	}
	if v, ok := both.Value(Region); !ok || v != "华东" {
		t.Error(v, ok)
	}
	if v, ok := both.Value(ProductLine); !ok || v != "A" {
		t.Error(v, ok)
	}
	for _, dim := range []string{Tier, ""} {
		if _, ok := east.Value(dim); ok {
			t.Errorf("a value in %q", dim)
		}
	}
	if !(Group{}).IsWhole() || east.IsWhole() || len((Group{}).Pairs()) != 0 {
		t.Error("whole")
	}
	if By(Region, "") == (Group{}) {
		t.Error("an empty value is the whole")
	}
}
