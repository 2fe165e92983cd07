package pdf

import (
	_ "embed"
	"strconv"
	"strings"
)

// blocksText is the Unicode Character Database's list of blocks.
//
//go:embed Blocks.txt
var blocksText string

// unicodeBlock returns the name of the block that a rune belongs to. It is
// asked only for runes that no font has, so it reads the list line by line.
func unicodeBlock(r rune) string {
	for line := range strings.Lines(blocksText) {
		span, name, ok := strings.Cut(strings.TrimSpace(line), "; ")
		first, last, isSpan := strings.Cut(span, "..")
		if !ok || !isSpan {
			continue
		}
		lo, err1 := strconv.ParseInt(first, 16, 32)
		hi, err2 := strconv.ParseInt(last, 16, 32)
		if err1 == nil && err2 == nil && rune(lo) <= r && r <= rune(hi) {
			return name
		}
	}
	return "No_Block"
}
