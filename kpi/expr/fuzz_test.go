package expr

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzParse checks that any text is read or refused: every offset lies inside
// it, parts lie inside their whole and there are not more of them than
// characters, problems are in order, and what is read
// without a problem is the same after it is written and read again. As an
// insert it is read alike, if it holds no braces.
func FuzzParse(f *testing.F) {
	for _, test := range refused {
		if len(test.text) < 200 {
			f.Add(test.text)
		}
	}
	for _, text := range written150[:10] {
		f.Add(text)
	}
	f.Add("{{ x }}｝｝")
	f.Add(strings.Repeat("(a < ", MaxDepth/2) + "b" + strings.Repeat(") < c", MaxDepth/2))
	f.Fuzz(func(t *testing.T, text string) {
		length := utf8.RuneCountInString(text)
		n, problems := Parse(text)
		check(t, n, problems, length)
		if problems == nil {
			written := Format(n)
			again, refused := Parse(written)
			if utf8.RuneCountInString(written) <= MaxLength && (refused != nil || dump(again) != dump(n)) {
				t.Errorf("%q is %s, written %q, read as %s: %s", text, dump(n), written, dump(again), say("en", refused))
			}
		}
		prefix, end, found := ParsePrefix(text, 0)
		if end < 0 || end > length {
			t.Errorf("an insert ends at %d of %d", end, length)
		}
		check(t, prefix, found, length)
		if end == length && problems == nil && (found != nil || dump(prefix) != dump(n)) {
			t.Errorf("%q is %s, as an insert %s: %s", text, dump(n), dump(prefix), say("en", found))
		}
	})
}

func check(t *testing.T, n Node, problems []Problem, length int) {
	if n == nil && problems == nil {
		t.Error("nothing read and nothing wrong")
	}
	last := -1
	for _, p := range problems {
		if p.At <= last || p.At > length {
			t.Errorf("a problem at %d behind one at %d, of %d", p.At, last, length)
		}
		last = p.At
		if p.Message.In("en", p.Args...) == "" || p.Message.In("zh", p.Args...) == "" {
			t.Errorf("%s says nothing", p.Message.Code)
		}
	}
	nodes := 0
	for n := range Walk(n) {
		if nodes++; nodes > length {
			t.Fatal("more nodes than characters")
		}
		if n.Pos() < 0 || n.Pos() >= n.End() || n.End() > length {
			t.Errorf("%s stands at %d to %d of %d", dump(n), n.Pos(), n.End(), length)
		}
		for part := range Walk(n) {
			if part.Pos() < n.Pos() || part.End() > n.End() {
				t.Errorf("%s at %d to %d is no part of %s at %d to %d", dump(part), part.Pos(), part.End(), dump(n), n.Pos(), n.End())
			}
		}
	}
}
