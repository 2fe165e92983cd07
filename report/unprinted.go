package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"example.com/channelreport/channel/source"
)

// A leftOut is something of the book that no block of the template prints.
type leftOut struct {
	name string
	at   source.Position
}

// unprinted warns, once a kind, of items and notes that no block prints. What a
// block's own where or top leaves out is left out on purpose.
func (b *builder) unprinted() {
	for _, kind := range slices.Sorted(maps.Keys(b.run.items)) {
		var left []leftOut
		for _, it := range b.run.items[kind] {
			if !b.offered[kind] && !b.printed[it] {
				left = append(left, leftOut{cmp.Or(it.ID, it.Title), it.Position})
			}
		}
		b.warnOf(left, msgItemUnused, source.Term{En: kind.In("en"), Zh: kind.In("zh-CN")})
	}
	var left []leftOut
	notes := b.run.book.Notes()
	for i := range notes {
		if n := &notes[i]; n.Period.Equal(b.run.evaluation.Period()) && !b.notes[n] {
			left = append(left, leftOut{n.Slot, n.Position})
		}
	}
	b.warnOf(left, msgNoteUnused, termNotes)
}

// namedAtMost is how many of the things left out a warning names; all are in
// its last operand.
const namedAtMost = 10

// warnOf warns of what was left out of one kind, at the first.
func (b *builder) warnOf(left []leftOut, m source.Message, kind source.Term) {
	if len(left) == 0 {
		return
	}
	names := make([]string, len(left))
	for i, x := range left {
		names[i] = x.name
	}
	shown := names
	if len(names) > namedAtMost {
		shown = append(slices.Clone(names[:namedAtMost]), "…")
	}
	b.document.Warnings.Add(&source.Error{Position: left[0].at, Severity: source.Warning, Message: m,
		Args: []any{kind, source.Term{En: strings.Join(shown, ", "), Zh: strings.Join(shown, "、")}, len(names), names}})
}
