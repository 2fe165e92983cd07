package source

import (
	"strings"

	"golang.org/x/text/width"
)

// Nearest returns the candidate that is most likely meant by name: the one
// that business calls so too; else the one that only has letters more or fewer
// at an end, at most half of the longer one's; else the one with the fewest
// edits (insertions, deletions, substitutions and swaps of neighbours), if these
// are at most a third of the longer one's length, and at least one. What has
// digits is told from others by them (P28), and is near by one edit only. Case
// counts for nothing, and ties go to the first in order. It returns "" if nothing
// is near.
func Nearest(name string, candidates []string) string {
	if s := Synonym(name, candidates); s != "" {
		return s
	}
	best, bestEdits, bestCut := "", 0, false
	lower := strings.ToLower(name)
	a := []rune(lower)
	for _, c := range candidates {
		other := strings.ToLower(c)
		b := []rune(other)
		longer, n := max(len(a), len(b)), max(len(a)-len(b), len(b)-len(a))
		cut := n <= longer/2 && (strings.Contains(other, lower) || strings.Contains(lower, other))
		limit := max(longer/3, 1)
		if strings.ContainsAny(c, "0123456789") {
			cut, limit = false, 1
		}
		if c == name || !cut && (n > limit || bestCut) {
			continue
		}
		if !cut {
			if n = edits(a, b); n > limit || n == longer {
				continue
			}
		}
		if best == "" || cut && !bestCut || n < bestEdits {
			best, bestEdits, bestCut = c, n, cut
		}
	}
	return best
}

// edits is the optimal string alignment distance.
func edits(a, b []rune) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}

// runeWidth is the number of display columns of a rune: two for what Unicode
// calls wide or full-width.
func runeWidth(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
