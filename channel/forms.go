package channel

import (
	"regexp"
	"strings"

	"example.com/channelreport/channel/source"
)

// A written is what a number is made of that is not written plainly.
type written struct {
	plain string   // for parseNumber
	shift int32    // × 10^shift
	forms []string // of contract and book.yaml: files.….amounts
}

var grouped = regexp.MustCompile(`^\d{1,3}(,\d{3})+(\.\d*)?$`)

// halfWidth are the plain twins of what an input method writes.
var halfWidth = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7",
	"８", "8", "９", "9", "．", ".", "，", ",", "＋", "+", "（", "(", "）", ")", "％", "%")

// unwrite takes off, one after the other, the forms in which people write
// numbers: full width, units, per cent, parentheses and other minus signs,
// groups of thousands. What is left may be a plain number, or not.
func unwrite(s string) written {
	var w written
	w.plain = s
	take := func(form string, plain string) { w.plain, w.forms = plain, append(w.forms, form) }
	if half := halfWidth.Replace(w.plain); half != w.plain {
		take("full-width", half)
	}
	negative := false
	if inner, ok := strings.CutPrefix(w.plain, "("); ok && strings.HasSuffix(inner, ")") {
		take("parentheses", inner[:len(inner)-1])
		negative = true
	}
	for _, unit := range []struct {
		word  string
		shift int32
	}{{"万元", 4}, {"亿元", 8}, {"万", 4}, {"亿", 8}} {
		if number, ok := strings.CutSuffix(w.plain, unit.word); ok {
			take("units", number)
			w.shift = unit.shift
			break
		}
	}
	if number, ok := strings.CutSuffix(w.plain, "%"); ok {
		take("percent", number)
		w.shift -= 2
	}
	for _, sign := range []string{"−", "－"} {
		if number, ok := strings.CutPrefix(w.plain, sign); ok {
			take("minus-signs", "-"+number)
		}
	}
	if number, ok := strings.CutSuffix(w.plain, "-"); ok && number != "" {
		take("minus-signs", "-"+number)
	}
	sign := ""
	if strings.HasPrefix(w.plain, "-") || strings.HasPrefix(w.plain, "+") {
		sign = w.plain[:1]
	}
	if digits := w.plain[len(sign):]; grouped.MatchString(digits) {
		take("grouping", sign+strings.ReplaceAll(digits, ",", ""))
	}
	if negative {
		w.plain = "-" + w.plain // a second sign makes it no number
	}
	return w
}

// explainNumber returns the error of parseNumber, or a better one: which key
// of book.yaml would have let the number in, or why none can.
func explainNumber(s, kind string, err *source.Error) *source.Error {
	if len(s) > maxWritten {
		return err
	}
	if strings.Trim(s, "-－−—") == "" {
		return problem(msgLoneDash, s)
	}
	if strings.ContainsAny(s, "¥￥$€£₩") {
		return problem(msgCurrencySign, s)
	}
	w := unwrite(s)
	if _, plain := parseNumber(w.plain); plain != nil || len(w.forms) == 0 {
		return err
	}
	return problem(msgNumberForm, s, kind, strings.Join(w.forms, ", "))
}
