package source

import (
	"cmp"
	"testing"
)

// TestPosition lists positions in their order, with their texts.
func TestPosition(t *testing.T) {
	list := []struct {
		p    Position
		text string
	}{
		{Position{}, ""},
		{Position{Line: 4}, "-:4"},
		{Position{Query: "orders"}, "orders"},
		{Position{Query: "orders", Row: 2}, "orders#2"},
		{Position{Query: "orders", Row: 12}, "orders#12"},
		{Position{File: "a.csv"}, "a.csv"},
		{Position{File: "a.csv", Line: 3}, "a.csv:3"},
		{Position{File: "a.csv", Line: 3, Column: 7}, "a.csv:3:7"},
		{Position{File: "a.csv", Line: 20, Column: 1}, "a.csv:20:1"},
		{Position{File: "b.xlsx", Sheet: "销售"}, "b.xlsx!销售"},
		{Position{File: "b.xlsx", Sheet: "销售", Cell: "B7"}, "b.xlsx!销售!B7"},
		{Position{File: "b.xlsx", Sheet: "销售", Cell: "C7"}, "b.xlsx!销售!C7"},
		{Position{File: "b.xlsx", Sheet: "销售", Cell: "AA7"}, "b.xlsx!销售!AA7"},
	}
	for i, a := range list {
		if got := a.p.String(); got != a.text {
			t.Errorf("got %q, want %q", got, a.text)
		}
		if a.p.IsZero() != (i == 0) {
			t.Errorf("%q is nowhere: %v", a.text, a.p.IsZero())
		}
		for j, b := range list {
			if got, want := cmp.Compare(a.p.Compare(b.p), 0), cmp.Compare(i, j); got != want {
				t.Errorf("%q compared with %q: %d, want %d", a.text, b.text, got, want)
			}
		}
	}
}
