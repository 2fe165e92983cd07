package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// LabelGap is what stands between a label and what it labels: 表1　各区域销售情况,
// Table 1 Sales by region. In Chinese it is as wide as a character, elsewhere
// half as wide.
func LabelGap(lang string) string {
	if lang == "zh" || strings.HasPrefix(lang, "zh-") {
		return "\u3000"
	}
	return "\u2002"
}

// NumberGap is what stands between the number of a heading or list item and its
// text: nothing where the number ends with a full-width mark (一、, （1）), a
// full-width space behind a character (附录一), else a space.
func NumberGap(number string) string {
	last, _ := utf8.DecodeLastRuneInString(number)
	switch {
	case number == "", last == '、', last == '）':
		return ""
	case unicode.Is(unicode.Han, last):
		return "\u3000"
	}
	return " "
}
