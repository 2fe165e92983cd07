package expr

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold returns the plain form of a character that a Chinese input method
// writes in its own: full-width letters, digits and marks, and the marks that
// stand for others.
func fold(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	switch r {
	case '×':
		return '*'
	case '÷', '∕':
		return '/'
	case '−', '–':
		return '-'
	case '∶':
		return ':'
	case '【':
		return '['
	case '】':
		return ']'
	case '《', '〈':
		return '<'
	case '》', '〉':
		return '>'
	case '。':
		return '.'
	case '、':
		return ','
	}
	if '！' <= r && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// startsWord tells whether a name may begin with r.
func startsWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Nl, r)
}

// inWord tells whether r goes on with a name.
func inWord(r rune) bool {
	return startsWord(r) || digit(r) || r >= utf8.RuneSelf && (unicode.IsDigit(r) || unicode.IsMark(r))
}

// keyword returns the operator that a whole word is.
func keyword(word string) (op Op, ok bool) {
	switch word {
	case "and", "且":
		return And, true
	case "or", "或":
		return Or, true
	case "not", "非":
		return Not, true
	case "in", "属于":
		return In, true
	case "不属于":
		return NotIn, true
	}
	return 0, false
}

// spoken are the words that people write for operators. They are told what to
// write: the sign.
var spoken = []struct {
	op          Op
	sign, words string
}{
	{Eq, "=", "等于"},
	{Ne, "!=", "不等于"},
	{Lt, "<", "小于 低于 少于 不足"},
	{Gt, ">", "大于 高于 多于 超过"},
	{Ge, ">=", "不小于 不低于 不少于 大于等于"},
	{Le, "<=", "不大于 不高于 不超过 小于等于"},
	{And, "且", "并且 而且 同时"},
	{Or, "或", "或者"},
}

// spokenOp returns the operator that a word is spoken for, and its sign, which
// is "" if the word is none.
func spokenOp(word string) (op Op, sign string) {
	for _, s := range spoken {
		if slices.Contains(strings.Fields(s.words), word) {
			return s.op, s.sign
		}
	}
	return 0, ""
}

// leads reports whether a word leads a condition in, which needs none.
func leads(word string) bool { return slices.Contains([]string{"如果", "当", "若", "if"}, word) }

// IsName reports whether s can be written in an expression as a name: one run
// of letters, digits and _ that begins with no digit, in plain width, and is
// no keyword. What a user declares under another name cannot be referred to.
func IsName(s string) bool {
	for i, r := range s {
		if i == 0 && !startsWord(r) || !inWord(r) || fold(r) != r {
			return false
		}
	}
	_, taken := keyword(s)
	return s != "" && !taken
}

// hanKeywords are the keywords that are easily written without a space, as
// Chinese is. 不属于 comes before 属于, which it holds.
var hanKeywords = []string{"且", "或", "非", "不属于", "属于"}

// Unglue finds the first Chinese keyword inside a name that nobody knows. A
// name is a run of letters and digits, so 非核心 is one name and 销售额且目标 is
// another; the message about either should say to put spaces around the
// keyword, which stands at an offset in code points.
func Unglue(name string) (keyword string, at int, ok bool) {
	first := len(name)
	for _, k := range hanKeywords {
		if i := strings.Index(name, k); i >= 0 && i < first {
			keyword, first = k, i
		}
	}
	return keyword, utf8.RuneCountInString(name[:first]), keyword != ""
}

// leadingKeyword returns the Chinese keyword that a word begins with, or "".
func leadingKeyword(word string) string {
	for _, k := range hanKeywords {
		if strings.HasPrefix(word, k) {
			return k
		}
	}
	return ""
}
