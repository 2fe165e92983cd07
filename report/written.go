package report

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
)

// What people write can be checked against what nobody wants to hand in: a
// placeholder that was to be filled in, a number typed by hand that no longer
// agrees with the data, last period's words once more. Only what the report
// prints is looked at.

// A finding is something found in a text, at an offset in bytes.
type finding struct {
	at   int
	text string
}

var placeholderWords = regexp.MustCompile(`某某+|待补充?|[XＸ×]{2,}|(?i:\bTBD\b|\bTODO\b)`)

// placeholders finds words that stand for something yet to be written.
func placeholders(text string) []finding {
	if !strings.Contains(text, "某某") && !strings.Contains(text, "待补") && !strings.ContainsAny(text, "XＸ×") &&
		!(strings.ContainsAny(text, "tT") && strings.ContainsAny(text, "dD")) {
		return nil // most texts, at a glance
	}
	masked := withoutInserts(text)
	var out []finding
	for _, at := range placeholderWords.FindAllStringIndex(masked, -1) {
		word := masked[at[0]:at[1]]
		if word[0] == 'X' && (joins(masked[:at[0]], utf8.DecodeLastRuneInString) || joins(masked[at[1]:], utf8.DecodeRuneInString)) {
			continue // XXL is a size
		}
		out = append(out, finding{at[0], word})
	}
	return out
}

// joins reports whether a text next to a word begins, or ends, with a letter or
// digit that makes it another word.
func joins(text string, next func(string) (rune, int)) bool {
	r, _ := next(text)
	return r <= unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

var inserts = regexp.MustCompile(`(?s)\{\{.*?\}\}`)

// withoutInserts blanks what stands in {{ }}, byte for byte.
func withoutInserts(text string) string {
	if !strings.Contains(text, "{{") {
		return text
	}
	return inserts.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
}

var (
	typedNumber = regexp.MustCompile(`[0-9０-９][0-9０-９,，.．]*`)
	measured    = regexp.MustCompile(`^\s*(%|％|‰|个百分点|万|亿|元|倍|家|单|件|条|场|人次|名|人|分|天|小时|(?i:percent|million|billion|thousand|times|days|hours|points|partners|customers|orders)\b)`)
	dated       = regexp.MustCompile(`^\s*(年|月|日|号|季度|届|期|版|代|点|时|章|[-/:：][0-9])`)
)

// typedNumbers finds numbers that read like figures: with a unit, a decimal or
// a thousands mark. Dates, years, ordinals and names such as A1 are none.
func typedNumbers(text string) []finding {
	if !strings.ContainsAny(text, "0123456789０１２３４５６７８９") {
		return nil
	}
	masked := withoutInserts(text)
	var out []finding
	for _, at := range typedNumber.FindAllStringIndex(masked, -1) {
		number := strings.TrimRight(masked[at[0]:at[1]], ",，.．")
		before, behind := masked[:at[0]], masked[at[0]+len(number):]
		if joins(before, utf8.DecodeLastRuneInString) || strings.HasSuffix(before, "第") || strings.HasSuffix(before, "-") || dated.MatchString(behind) {
			continue
		}
		unit := measured.FindString(behind)
		if unit == "" && !strings.ContainsAny(number, ",，.．") {
			continue
		}
		out = append(out, finding{at[0], number + unit})
	}
	return out
}

// eachWritten goes over the texts of an item and its parts: where each stands,
// and how to find a place in it.
func eachWritten(it *channel.Item, visit func(path, text string, at func(int) source.Position)) {
	for it := range it.Walk() {
		for _, f := range itemFieldSpecs() {
			if f.Type == channel.TextField && f.Name != "id" {
				visit(it.Path(f.Name), f.Text(it), func(i int) source.Position { return it.Offset(f.Name, i) })
			}
		}
		for entry, ev := range it.Bases() {
			visit(it.Path(entry+".text"), ev.Text, func(i int) source.Position { return ev.Offset("text", i) })
			visit(it.Path(entry+".title"), ev.Title, func(i int) source.Position { return ev.Offset("title", i) })
		}
	}
}

// A writtenText is an item or a note with what was found in its words. It is
// made once for a run.
type writtenText struct {
	item     *channel.Item
	note     *channel.Note
	open     source.List // placeholders
	warnings source.List
}

// lookAt finds what there is to say of the period's items and notes.
func (r *Run) lookAt() []writtenText {
	var out []writtenText
	var w *writtenText
	look := func(path, text string, at func(int) source.Position) {
		for _, f := range placeholders(text) {
			w.open.Add(&source.Error{Position: at(f.at), Path: path, Message: msgPlaceholder, Args: []any{f.text}})
		}
		for _, f := range typedNumbers(text) {
			w.warnings.Add(&source.Error{Position: at(f.at), Path: path, Severity: source.Warning, Message: msgTypedNumber, Args: []any{f.text}})
		}
	}
	keep := func() {
		if len(w.open)+len(w.warnings) > 0 {
			out = append(out, *w)
		}
	}
	for _, it := range r.book.ItemsFor(r.evaluation.Period()) {
		w = &writtenText{item: it}
		eachWritten(it, look)
		keep()
	}
	notes := r.book.Notes()
	for i := range notes {
		n := &notes[i]
		if !n.Period.Equal(r.evaluation.Period()) {
			continue
		}
		w = &writtenText{note: n}
		look(n.Slot, n.Text, n.Offset)
		for _, before := range notes {
			if before.Slot == n.Slot && before.Period.Equal(n.Period.Previous()) && squeeze(before.Text) == squeeze(n.Text) {
				w.warnings.Add(&source.Error{Position: n.Position, Severity: source.Warning, Message: msgNoteRepeats, Args: []any{n.Slot, before.Period, before.Position}})
			}
		}
		keep()
	}
	return out
}

// checkWritten notes what was found in the words that the report prints.
func (b *builder) checkWritten() {
	open := func(list source.List) {
		for _, e := range list {
			one := *e // the run's own stays as it is
			b.openEnd(&one)
		}
	}
	open(b.run.template.placeholders)
	for _, w := range b.run.written {
		if b.printed[w.item] || b.notes[w.note] {
			open(w.open)
			b.document.Warnings = append(b.document.Warnings, w.warnings...)
		}
	}
}

// squeeze is a text without its white space.
func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }

// openWords finds the placeholders in a template's own texts.
func (n *node) openWords() source.List {
	var out source.List
	for _, v := range n.values {
		if v.text != nil {
			s := v.text.text()
			for _, f := range placeholders(s) {
				at, line := v.text.at(utf8.RuneCountInString(s[:f.at]))
				out.Add(&source.Error{Position: at, Path: v.place.path, Line: line, Message: msgPlaceholder, Args: []any{f.text}})
			}
		}
		for _, inner := range v.nodes {
			if inner != nil {
				out = append(out, inner.openWords()...)
			}
		}
	}
	return out
}
