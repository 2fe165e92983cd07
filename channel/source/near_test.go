package source

import "testing"

func TestNearest(t *testing.T) {
	candidates := []string{"sales", "sales_target", "region", "销售额", "销售金额", "a"}
	for _, tt := range []struct{ name, want string }{
		{"sale", "sales"},
		{"slaes", "sales"},  // two neighbours swapped are one edit
		{"salse", "sales"},  // and so at the end
		{"saless", "sales"}, // one too many
		{"sxles", "sales"},  // another one
		{"regoin", "region"},
		{"sales_tagret", "sales_target"},
		{"销售", "销售额"}, // an edit in two characters is not too many
		{"销售额外", "销售额"},
		{"b", ""}, // all of it would change
		{"profit", ""},
		{"", ""},
		{"saxyz", ""},              // three edits in five characters
		{"sales", ""},              // itself is not near, and nothing else is
		{"Sales", "sales"},         // case counts for nothing
		{"target", "sales_target"}, // half of it is an abbreviation
		{"销售额同比", "销售额"},
		{"regional_sales", ""}, // less than half is none
		{"营收", "销售额"},          // another word for it
		{"revenue", "sales"},
	} {
		if got := Nearest(tt.name, candidates); got != tt.want {
			t.Errorf("Nearest(%q) = %q, want %q", tt.name, got, tt.want)
		}
	}
	if got := Nearest("上年", []string{"上期", "累计上年同期值", "上年同期"}); got != "上年同期" {
		t.Errorf("of what begins with 上年 and what is nearer by edits, %q was taken", got)
	}
	for _, tt := range []struct{ name, want string }{{"P1", "P01"}, {"p-0001", "P0001"}, {"P9999", ""}, {"X99", ""}, {"P0001-华东", ""}} {
		if got := Nearest(tt.name, []string{"P01", "P0001", "P28"}); got != tt.want {
			t.Errorf("of ids, %q was taken for %q", got, tt.name)
		}
	}
	// A word with several meanings is what can stand there.
	for _, tt := range []struct{ canBe, want string }{{"时限", "时限"}, {"决定期限", "决定期限"}, {"负责人", ""}} {
		if got := Nearest("截止日期", []string{tt.canBe}); got != tt.want {
			t.Errorf("截止日期 where %s can stand: %q", tt.canBe, got)
		}
	}
	if got := Nearest("ab", []string{"ac", "ad"}); got != "ac" {
		t.Errorf("of two as near, %q was taken", got)
	}
	if got := Nearest("abcd", []string{"abxd", "abce", "abcd"}); got != "abxd" {
		t.Errorf("of several as near, %q was taken", got)
	}
	if got := Nearest("anything", nil); got != "" {
		t.Errorf("of none, %q was taken", got)
	}
}

// TestEdits compares with a definition by recursion, slow and plain.
func TestEdits(t *testing.T) {
	var slow func(a, b []rune) int
	slow = func(a, b []rune) int {
		if len(a) == 0 || len(b) == 0 {
			return len(a) + len(b)
		}
		cost := 1
		if a[len(a)-1] == b[len(b)-1] {
			cost = 0
		}
		n := min(slow(a[:len(a)-1], b)+1, slow(a, b[:len(b)-1])+1, slow(a[:len(a)-1], b[:len(b)-1])+cost)
		if len(a) > 1 && len(b) > 1 && a[len(a)-1] == b[len(b)-2] && a[len(a)-2] == b[len(b)-1] {
			n = min(n, slow(a[:len(a)-2], b[:len(b)-2])+1)
		}
		return n
	}
	words := []string{"", "a", "ab", "ba", "abc", "bca", "acb", "aabb", "bbaa", "华东", "东华", "华东区"}
	for _, a := range words {
		for _, b := range words {
			if got, want := edits([]rune(a), []rune(b)), slow([]rune(a), []rune(b)); got != want {
				t.Errorf("from %q to %q: %d edits, want %d", a, b, got, want)
			}
		}
	}
}
