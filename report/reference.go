package report

import (
	"strconv"
	"strings"

	"example.com/channelreport/report/doc"
)

// refTo is a reference whose text is filled in when the document is complete.
func (b *builder) refTo(id string) []doc.Inline {
	b.refers = true
	return []doc.Inline{doc.Ref{ID: id}}
}

// labels returns what the blocks of a document are called by those that refer
// to them: 图1, 表2, 第三章第2节, 附录一.
func (b *builder) labels() map[string]string {
	l := b.locale
	out := map[string]string{}
	add := func(id, label string) {
		if _, ok := out[id]; !ok && id != "" && label != "" {
			out[id] = label
		}
	}
	var walk func(blocks []doc.Block, counts []int, appendix bool)
	walk = func(blocks []doc.Block, counts []int, appendix bool) {
		n := 0
		for _, block := range blocks {
			switch x := block.(type) {
			case *doc.Table:
				add(x.ID, x.Label)
			case *doc.Chart:
				add(x.ID, x.Label)
			case *doc.Callout:
				walk(x.Blocks, nil, appendix)
			case *doc.Section:
				n++
				inner := append(counts[:len(counts):len(counts)], n)
				if x.Number == "" {
					add(x.ID, l.quoted(doc.PlainText(x.Title)))
				} else {
					add(x.ID, l.sectionRef(b.run.program.numbering, inner, appendix))
				}
				walk(x.Blocks, inner, appendix)
			}
		}
	}
	d := &b.document
	for _, blocks := range [][]doc.Block{d.Summary, d.Sections, d.Closing} {
		walk(blocks, nil, false)
	}
	walk(d.Appendix, nil, true)
	return out
}

// resolve fills in the text of all references and returns those that lead to
// nothing: their block had nothing to show.
func (b *builder) resolve() (dangling []string) {
	if !b.refers {
		return nil
	}
	labels := b.labels()
	var inlines func([]doc.Inline)
	inlines = func(list []doc.Inline) {
		for i, in := range list {
			switch in := in.(type) {
			case doc.Ref:
				label, ok := labels[in.ID]
				if !ok {
					dangling = append(dangling, in.ID)
				}
				list[i] = doc.Ref{ID: in.ID, Text: label}
			case doc.Strong:
				inlines(in.Inlines)
			}
		}
	}
	for block := range b.document.Blocks() {
		for list := range doc.Texts(block) {
			inlines(list)
		}
	}
	return dangling
}

// sectionRef is how a sentence calls a section, by its place among the sections
// of each level above it.
func (l *locale) sectionRef(style string, counts []int, appendix bool) string {
	if appendix {
		if len(counts) == 1 {
			return l.structure.appendix(counts[0])
		}
		return l.structure.appendix(counts[0]) + l.sectionBelow(counts[1:])
	}
	if style == "decimal" || l.spaced {
		return l.sectionPath(counts)
	}
	return "第" + hanNumber(counts[0]) + "章" + l.sectionBelow(counts[1:])
}

// sectionPath is 第1.2节, Section 1.2.
func (l *locale) sectionPath(counts []int) string {
	path := dotted(counts)
	if l.spaced {
		return "Section " + path
	}
	if len(counts) == 1 {
		return "第" + path + "章"
	}
	return "第" + path + "节"
}

// sectionBelow is the rest of the way down to a section: 第2节.
func (l *locale) sectionBelow(counts []int) string {
	if len(counts) == 0 {
		return ""
	}
	if l.spaced {
		return "." + dotted(counts)
	}
	return "第" + dotted(counts) + "节"
}

func dotted(counts []int) string {
	parts := make([]string, len(counts))
	for i, n := range counts {
		parts[i] = strconv.Itoa(n)
	}
	return strings.Join(parts, ".")
}
