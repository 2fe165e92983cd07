package channel

import (
	"regexp"
	"slices"
	"strings"
)

// A written is what a number is made of that is not written plainly.
type written struct {
	plain string   // for parseNumber
	shift int32    // × 10^shift
	forms []string // as book.yaml names them: files.….amounts
}

var grouped = regexp.MustCompile(`^\d{1,3}(,\d{3})+(\.\d*)?$`)

// halfWidth are the plain twins of what an input method writes.
var halfWidth = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7",
	"８", "8", "９", "9", "．", ".", "，", ",", "＋", "+", "（", "(", "）", ")", "％", "%")

// unwrite takes off, one after the other, the forms in which people write
// numbers: full width, units, per cent, parentheses and other minus signs,
// groups of thousands. What is left may be a plain number, or not.
func unwrite(s string) written {
	w := written{plain: halfWidth.Replace(s)}
	if w.plain != s {
		w.forms = append(w.forms, "full-width")
	}
	for w.takeOff() {
	}
	sign := ""
	if strings.HasPrefix(w.plain, "-") || strings.HasPrefix(w.plain, "+") {
		sign = w.plain[:1]
	}
	if digits := w.plain[len(sign):]; grouped.MatchString(digits) {
		w.plain = sign + strings.ReplaceAll(digits, ",", "")
		w.forms = append(w.forms, "grouping")
	}
	return w
}

// numberWords are the forms that stand around a number.
var numberWords = []struct {
	form, before, after, instead string
	shift                        int32
}{
	{"units", "", "万元", "", 4},
	{"units", "", "亿元", "", 8},
	{"units", "", "万", "", 4},
	{"units", "", "亿", "", 8},
	{"percent", "", "%", "", -2},
	{"parentheses", "(", ")", "-", 0},
	{"minus-signs", "−", "", "-", 0},
	{"minus-signs", "－", "", "-", 0},
	{"minus-signs", "", "-", "-", 0},
}

// takeOff takes off one form, each at most once, and reports whether there was
// one. A second sign is left, and makes the text no number.
func (w *written) takeOff() bool {
	for _, f := range numberWords {
		if slices.Contains(w.forms, f.form) || !strings.HasPrefix(w.plain, f.before) || !strings.HasSuffix(w.plain, f.after) ||
			len(w.plain) <= len(f.before)+len(f.after) {
			continue
		}
		w.plain = f.instead + w.plain[len(f.before):len(w.plain)-len(f.after)]
		w.forms = append(w.forms, f.form)
		w.shift += f.shift
		return true
	}
	return false
}
