package typeset

import (
	"strings"
	"testing"
)

func TestParts(t *testing.T) {
	for _, test := range []struct{ text, words, characters string }{
		{"", "", ""},
		{"2026年1月", "2026年|1月", "2|0|2|6|年|1|月"},
		{"East Asia", "East |Asia", "E|a|s|t| |A|s|i|a"},
		{"完成率（%）", "完|成|率|（%）", "完|成|率|（|%|）"},
		{"第3季度，12.3万元", "第3季度，|12.3万元", "第|3|季|度|，|1|2|.|3|万|元"},
		{"e\u0301te\u0301", "e\u0301te\u0301", "e\u0301|t|e\u0301"},
		{"甲\xff乙", "甲|\xff|乙", "甲|\xff|乙"},
	} {
		if got := strings.Join(Words(test.text), "|"); got != test.words {
			t.Errorf("words of %q: got %q, want %q", test.text, got, test.words)
		}
		if got := strings.Join(Characters(test.text), "|"); got != test.characters {
			t.Errorf("characters of %q: got %q, want %q", test.text, got, test.characters)
		}
	}
}
