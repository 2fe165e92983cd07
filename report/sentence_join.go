package report

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/channelreport/report/doc"
)

// paragraph joins the lines of a paragraph and ends it with a sentence on what
// had no data. It is empty if nothing is left.
func (sp *speaker) paragraph(lines []spokenLine) []doc.Inline {
	var out []doc.Inline
	var absent []missing
	for _, line := range lines {
		absent = append(absent, line.noData...)
		if !line.dropped {
			out = sp.join(out, line.inlines)
		}
	}
	return sp.withNoData(out, absent)
}

// withNoData ends a text with the sentence on what had no data, behind a full
// stop.
func (sp *speaker) withNoData(out []doc.Inline, absent []missing) []doc.Inline {
	text := sp.noDataText(absent)
	if text == "" {
		return out
	}
	return sp.join(sp.stopped(out), plain(text))
}

// stopped ends a text with a full stop, in the place of a pause, unless it has
// an end mark.
func (l *locale) stopped(text []doc.Inline) []doc.Inline {
	if doc.PlainText(text) == "" {
		return nil
	}
	n, out := len(text), slices.Clone(text)
	if last, ok := out[n-1].(doc.Text); ok {
		out[n-1] = doc.Text{Text: strings.TrimRightFunc(last.Text, func(r rune) bool { return isPause(r) || unicode.IsSpace(r) })}
	}
	end := strings.TrimRightFunc(doc.PlainText(out[n-1:]), closes)
	if r, _ := utf8.DecodeLastRuneInString(end); isEnd(r) || r == '…' {
		return out
	}
	return appendText(out, l.structure.stop)
}

// join puts one sentence behind another: with a space where neither side of
// the seam is wide, and in English behind a full stop too, whatever follows.
func (sp *speaker) join(before, after []doc.Inline) []doc.Inline {
	if len(before) == 0 || len(after) == 0 {
		return append(before, after...)
	}
	last, _ := utf8.DecodeLastRuneInString(doc.PlainText(before[len(before)-1:]))
	first, _ := utf8.DecodeRuneInString(doc.PlainText(after[:1]))
	if !sp.wide(last) && (sp.spaced || !sp.wide(first)) {
		before = appendText(before, " ")
	}
	return appendInlines(before, after)
}

// appendInlines appends inlines; text behind text becomes one.
func appendInlines(out, more []doc.Inline) []doc.Inline {
	for _, in := range more {
		if t, ok := in.(doc.Text); ok {
			out = appendText(out, t.Text)
		} else {
			out = append(out, in)
		}
	}
	return out
}

// noDataText is the sentence on figures that have no value.
func (sp *speaker) noDataText(absent []missing) string {
	return sp.noDataLine(func(yield func(name, why string) bool) {
		for _, m := range absent {
			if !yield(sp.subjectName(m.subject), sp.reason(m.reason)) {
				return
			}
		}
	})
}

// noDataLine is one sentence that names what is absent and why, grouped by
// reason in the order in which they first came; each name is told once. It is
// empty if nothing is absent.
func (l *locale) noDataLine(absent iter.Seq2[string, string]) string {
	var reasons []string
	names, told := map[string][]string{}, map[[2]string]bool{}
	for name, why := range absent {
		if told[[2]string{name, why}] {
			continue
		}
		told[[2]string{name, why}] = true
		if names[why] == nil {
			reasons = append(reasons, why)
		}
		names[why] = append(names[why], name)
	}
	if reasons == nil {
		return ""
	}
	groups := make([]string, len(reasons))
	for i, why := range reasons {
		groups[i] = fillText(l.noDataOne, "names", strings.Join(names[why], l.comma), "reason", why)
	}
	return fillText(l.noData, "groups", strings.Join(groups, l.semicolon))
}
