package report

import (
	"unicode/utf8"

	"example.com/channelreport/kpi"
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
	if text := sp.noDataText(absent); text != "" {
		out = sp.join(out, []doc.Inline{doc.Text{Text: text}})
	}
	return out
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

// noDataText is one sentence that names what is absent, grouped by reason in
// the order in which they first came; each figure is named once.
func (sp *speaker) noDataText(absent []missing) string {
	var reasons []kpi.Reason
	names := map[kpi.Reason]string{}
	seen := map[string]bool{}
	for _, m := range absent {
		name := sp.subjectName(m.subject)
		if key := name + "\x00" + string(m.reason); seen[key] {
			continue
		} else {
			seen[key] = true
		}
		if names[m.reason] == "" {
			reasons = append(reasons, m.reason)
			names[m.reason] = name
		} else {
			names[m.reason] += sp.comma + name
		}
	}
	if len(reasons) == 0 {
		return ""
	}
	groups := ""
	for i, r := range reasons {
		if i > 0 {
			groups += sp.semicolon
		}
		groups += fillText(sp.locale.noDataOne, "names", names[r], "reason", sp.reason(r))
	}
	return fillText(sp.noData, "groups", groups)
}
