package report

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// structureWords are the words that a document's structure brings along:
// labels, headings of its own tables, marks.
type structureWords struct {
	total          string // a table's last row
	rest           string // what a table's top rows leave: %s is "12家伙伴"
	nothing        string // a section that came out empty
	table, figure  string // 表%d, 图%d
	colon          string // between a label and what it labels
	stop           string
	open, close    string // brackets around details
	appendix       func(n int) string
	indicators     string
	indicatorHeads []string
	files          string
	fileHeads      []string
	remarks        string
	policies       string
	gaps           string
	gapHeads       []string
	noGaps         string
	empty          string // the reason of a gap: nothing was written there
	silent         string // the reason of a gap: a phrase had nothing to say
	chartAlt       string // %s: caption, %s: series, %s: categories
	policyNames    map[string]string
}

// word returns a status or severity in the locale's language.
func (l *locale) word(w string) string { return channel.Word(w).In(l.tag) }

// fieldName returns what a field of items is called.
func (l *locale) fieldName(f *channel.FieldSpec) string {
	if l == chinese {
		return f.Zh
	}
	name := strings.ReplaceAll(f.Name, "_", " ")
	return strings.ToUpper(name[:1]) + name[1:]
}

// kindName returns what one item of a kind is called, as a column's heading.
func (l *locale) kindName(k channel.Kind) string {
	name := k.In(l.tag)
	if l == chinese {
		return name
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// dimensionName returns a dimension's name as a column's heading.
func (l *locale) dimensionName(d *kpi.Dimension) string {
	return l.capital(l.pick(d.NameZh, d.NameEn))
}

// indicatorName returns an indicator's name as a heading.
func (l *locale) indicatorName(i *kpi.Indicator) string {
	return l.capital(l.pick(i.NameZh, i.NameEn))
}

// rest names what a table's top rows leave: 其余18家伙伴.
func (l *locale) rest(counter, one, many string, n int) string {
	if n == 1 {
		many = one
	}
	return fmt.Sprintf(l.structure.rest, strconv.Itoa(n)+l.pick(counter, " "+many))
}

// policy writes one policy: 修约：四舍五入.
func (l *locale) policy(p doc.Policy) string {
	s := &l.structure
	name, value := p.Name, p.Value
	if n, ok := s.policyNames[name]; ok {
		name = n
	}
	if v, ok := s.policyNames[value]; ok {
		value = v
	}
	return name + s.colon + value
}

// sectionNumber writes a heading's mark in a numbering style.
func (l *locale) sectionNumber(style string, level int, counts []int, appendix bool) string {
	n := counts[level-1]
	if appendix && level == 1 {
		return l.structure.appendix(n)
	}
	if style == "" {
		style = l.pick("sample", "decimal")
	}
	switch style {
	case "none":
		return ""
	case "sample":
		return sampleNumber(level, n)
	case "gbt":
		if level == 1 {
			return hanNumber(n) + "、"
		}
		if level == 2 {
			return "（" + hanNumber(n) + "）"
		}
		return sampleNumber(level-1, n)
	}
	parts := make([]string, level)
	for i := range parts {
		parts[i] = strconv.Itoa(counts[i])
	}
	if appendix {
		parts[0] = string(rune('A' + counts[0] - 1))
	}
	return strings.Join(parts, ".")
}

// sampleNumber is 一、 then 1. then （1）. A number in brackets has no mark
// behind it (GB/T 15834—2011, B.3).
func sampleNumber(level, n int) string {
	switch level {
	case 1:
		return hanNumber(n) + "、"
	case 2:
		return strconv.Itoa(n) + "."
	case 3:
		return "（" + strconv.Itoa(n) + "）"
	}
	return strconv.Itoa(n) + ")"
}

// hanNumber writes 1 to 99 in Chinese; a report has no more chapters.
func hanNumber(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	}
	return digits[n/10] + "十" + digits[n%10]
}

// labelled writes 负责人：渠道部.
func (l *locale) labelled(label string, inlines []doc.Inline) []doc.Inline {
	return append([]doc.Inline{doc.Text{Text: label + l.structure.colon}}, inlines...)
}

// details joins labelled fields in brackets: （负责人：渠道部；时限：…）.
func (l *locale) details(parts [][]doc.Inline) []doc.Inline {
	if len(parts) == 0 {
		return nil
	}
	s := &l.structure
	out := []doc.Inline{doc.Text{Text: s.open}}
	for i, p := range parts {
		if i > 0 {
			out = append(out, doc.Text{Text: l.semicolon})
		}
		out = append(out, p...)
	}
	return append(out, doc.Text{Text: s.close})
}

// itemLine writes an item: its title strong, its text, its details, and an end
// mark behind what is a sentence.
func (l *locale) itemLine(title, text, details []doc.Inline) []doc.Inline {
	var out []doc.Inline
	if len(title) > 0 {
		out = append(out, doc.Strong{Inlines: plain(doc.PlainText(title) + l.structure.colon)})
	}
	return append(append(out, text...), details...)
}

// authorText sets text that a person wrote into the book: its lines join, and
// **strong** is the only markup.
func (l *locale) authorText(s string) []doc.Inline {
	text := ""
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if text == "" {
			text = line
			continue
		}
		text = doc.PlainText((&speaker{locale: l}).join(plain(text), plain(line)))
	}
	var out []doc.Inline
	parts := strings.Split(text, "**")
	for i, part := range parts {
		switch {
		case part == "":
		case i%2 == 1 && i+1 < len(parts):
			out = append(out, doc.Strong{Inlines: plain(part)})
		case i%2 == 1: // an odd mark is two asterisks
			out = appendText(out, "**"+part)
		default:
			out = appendText(out, part)
		}
	}
	return out
}

// quarterOf is the dimension of quarters, as package kpi calls it.
const quarterOf = "quarter"

// calendar reports whether a dimension's groups are parts of the period.
func calendar(dim string) bool {
	return dim == channel.MonthOf || dim == quarterOf
}

// part names a month or quarter of a breakdown.
func (l *locale) part(p channel.Period) string {
	if p.Grain() == channel.GrainMonth {
		return l.month(p)
	}
	return l.period(p)
}

// parts returns the labels of consecutive months or quarters along an axis.
func (l *locale) parts(periods []channel.Period) []string {
	if len(periods) == 0 || periods[0].Grain() == channel.GrainMonth {
		return l.months(periods)
	}
	labels := make([]string, len(periods))
	for i, p := range periods {
		_, part, _ := strings.Cut(p.String(), "-")
		labels[i] = l.pick(chinesePart(part), part)
		if i == 0 || part == "Q1" || p.Grain() != channel.GrainQuarter {
			labels[i] = l.period(p)
		}
	}
	return labels
}

// capital begins a name with a capital letter, where the language has them.
func (l *locale) capital(name string) string {
	first, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[n:]
}
