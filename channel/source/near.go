package source

import "golang.org/x/text/width"

// Nearest returns the candidate that is most likely meant by name: the one
// with the fewest edits (insertions, deletions, substitutions and swaps of
// neighbours), if these are at most a third of the longer one's length, and at
// least one. Ties go to the first in order. It returns "" if nothing is near.
func Nearest(name string, candidates []string) string {
	best, bestEdits := "", 0
	a := []rune(name)
	for _, c := range candidates {
		b := []rune(c)
		limit := max(len(a), len(b)) / 3
		limit = max(limit, 1)
		if len(a)-len(b) > limit || len(b)-len(a) > limit || c == name {
			continue
		}
		if n := edits(a, b); n <= limit && n < max(len(a), len(b)) && (best == "" || n < bestEdits) {
			best, bestEdits = c, n
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
