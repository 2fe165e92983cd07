package channel

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isBlank reports whether a cell is empty or white space only.
func isBlank(s string) bool {
	if s != "" && s[0] > ' ' && (s[0] < utf8.RuneSelf || s[0] > 0xE3) {
		return false // nearly every cell: white space beyond ASCII ends with U+3000
	}
	return strings.TrimSpace(s) == ""
}

// totals are the words by which a row gives itself away as a total.
var totals = []string{"合计", "小计", "总计", "汇总", "Grand Total", "Subtotal", "Total"}

// totalWord returns the word that makes a cell a total row's, "" if none.
func totalWord(cell string) string {
	if cell == "" {
		return ""
	}
	switch cell[len(cell)-1] {
	case 'l', "计"[2], "总"[2]: // no other cell can be one
	default:
		return ""
	}
	for _, word := range totals {
		if before, ok := strings.CutSuffix(cell, word); ok {
			if before == "" {
				return word
			}
			if r, _ := utf8.DecodeLastRuneInString(before); unicode.IsSpace(r) {
				return word
			}
		}
	}
	return ""
}

// A textFault is a character that a name should not have.
type textFault struct {
	offset int // in bytes
	r      rune
	kind   faultKind
}

type faultKind uint8

const (
	noFault   faultKind = iota
	tab                 // kept, with a warning where it is not quoted
	invisible           // BOM, zero-width, bidi control: kept, with a warning
	control             // another control character: refused
	notUTF8             // refused
)

// faultIn returns the worst fault in a text.
func faultIn(s string) textFault {
	worst := textFault{}
	for i, r := range s {
		if r >= ' ' && r < 0x7f || r == '\n' {
			continue
		}
		f := textFault{i, r, noFault}
		switch {
		case r == '\t':
			f.kind = tab
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			f.kind = notUTF8
		case unicode.IsControl(r):
			f.kind = control
		case isInvisible(r):
			f.kind = invisible
		}
		if f.kind > worst.kind {
			worst = f
		}
	}
	return worst
}

// isInvisible reports whether a rune draws nothing and so makes two names look
// alike: byte order mark, zero-width and bidirectional controls.
func isInvisible(r rune) bool {
	return r == 0xFEFF || r == 0x00AD || r == 0x061C || r == 0x180E ||
		r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F
}

var excelNumber = regexp.MustCompile(`^\d(\.\d+)?E\+\d+$`)

// isExcelNumber reports whether an id is what Excel makes of a long number:
// 1.23E+17, which has lost digits and may stand for several.
func isExcelNumber(s string) bool {
	return strings.Contains(s, "E+") && excelNumber.MatchString(s)
}
