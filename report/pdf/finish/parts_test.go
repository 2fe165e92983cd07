package finish

import (
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestTexts(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"", "()"},
		{"Sales 2026", "(Sales 2026)"},
		{`a(b)c\d`, `(a\(b\)c\\d)`},
		{"a\nb\x7f", `(a\012b\177)`},
		{"三", "<FEFF4E09>"},
		{"A😀", "<FEFF0041D83DDE00>"},
		{"é", "<FEFF00E9>"},
	} {
		got, err := appendText(nil, test.in)
		if err != nil || string(got) != test.want {
			t.Errorf("%q: %s, %v; want %s", test.in, got, err, test.want)
		}
	}
}

// readText is the inverse of appendText.
func readText(b []byte) (string, bool) {
	inner := b[1 : len(b)-1]
	if b[0] == '<' {
		raw, err := hex.DecodeString(string(inner))
		if err != nil || len(raw) < 2 || raw[0] != 0xFE || raw[1] != 0xFF {
			return "", false
		}
		var units []uint16
		for ; len(raw) > 2; raw = raw[2:] {
			units = append(units, uint16(raw[2])<<8|uint16(raw[3]))
		}
		return string(utf16.Decode(units)), true
	}
	var s []byte
	for i := 0; i < len(inner); i++ {
		c := inner[i]
		if c == '\\' {
			i++
			if c = inner[i]; c <= '7' && c >= '0' {
				c = (inner[i]-'0')<<6 | (inner[i+1]-'0')<<3 | (inner[i+2] - '0')
				i += 2
			}
		}
		s = append(s, c)
	}
	return string(s), true
}

func TestAddresses(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"https://example.com/a?b=c&d#e", "(https://example.com/a?b=c&d#e)"},
		{"https://example.com/报告", "(https://example.com/%E6%8A%A5%E5%91%8A)"},
		{"https://example.com/a%20b", "(https://example.com/a%20b)"},
		{"https://example.com/a b(c)", `(https://example.com/a%20b\(c\))`},
		{"mailto:a@example.com\n<x>", "(mailto:a@example.com%0A%3Cx%3E)"},
	} {
		if got := string(appendURI(nil, test.in)); got != test.want {
			t.Errorf("%q: %s, want %s", test.in, got, test.want)
		}
	}
}

func TestNamesAndLengths(t *testing.T) {
	for in, want := range map[string]string{"AB+Noto-C": "/AB+Noto-C", "a b/c#": "/a#20b#2Fc#23", "宋": "/#E5#AE#8B"} {
		if got := string(appendName(nil, in)); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
	for in, want := range map[int64]string{0: "0", 5: "0.05", -5: "-0.05", 50: "0.5", 59528: "595.28", 60000: "600", -12340: "-123.4"} {
		if got := string(appendLength(nil, in)); got != want {
			t.Errorf("%d: %s, want %s", in, got, want)
		}
	}
}

// tree writes items as an indented list, with their relations checked from
// both ends.
func tree(t *testing.T, items []item) string {
	t.Helper()
	var b strings.Builder
	for i, it := range items {
		fmt.Fprintf(&b, "%s%s %d\n", strings.Repeat(" ", it.Level), it.Title, it.count(items))
		if it.next >= 0 && items[it.next].previous != i {
			t.Errorf("item %d: its next does not know it", i)
		}
		if it.previous >= 0 && (items[it.previous].next != i || items[it.previous].parent != it.parent) {
			t.Errorf("item %d: its previous does not know it", i)
		}
		last := -1
		for c := it.first; c >= 0; c = items[c].next {
			if items[c].parent != i || items[c].Level != it.Level+1 {
				t.Errorf("item %d: child %d does not know it", i, c)
			}
			last = c
		}
		if last != it.last {
			t.Errorf("item %d: last child is %d, want %d", i, it.last, last)
		}
	}
	return b.String()
}

func TestOutlineLevels(t *testing.T) {
	for _, test := range []struct {
		levels string
		want   string
	}{
		{"", ""},
		{"0", "0 0\n"},
		{"000", "0 0\n0 0\n0 0\n"},
		{"0110", "0 2\n 1 0\n 1 0\n0 0\n"},
		{"0120", "0 1\n 1 -1\n  2 0\n0 0\n"},
		{"02", "0 1\n 2 0\n"},                 // a level skipped
		{"20", "2 0\n0 0\n"},                  // the first one too deep
		{"0321", "0 2\n 3 -1\n  2 0\n 1 0\n"}, // raised, then taken as said
		{"01212", "0 2\n 1 -1\n  2 0\n 1 -1\n  2 0\n"},
	} {
		var bookmarks []Bookmark
		for _, c := range test.levels {
			bookmarks = append(bookmarks, Bookmark{Title: string(c), Level: int(c - '0')})
		}
		if got := tree(t, relate(bookmarks)); got != test.want {
			t.Errorf("levels %s:\n%swant\n%s", test.levels, got, test.want)
		}
	}
	if items := relate([]Bookmark{{Level: -3}}); items[0].Level != 0 {
		t.Errorf("a negative level became %d", items[0].Level)
	}
}
