package report

import (
	"slices"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/report/doc"
)

// A noteBlock prints what the manager wrote for the period under one heading
// of notes/PERIOD.md, a slot.
type noteBlock struct {
	common
	slot     string
	fallback [][]*line
	required bool
}

func (c *compiler) note(n *node, s scope, base common) block {
	b := &noteBlock{common: base, slot: n.text("note"), fallback: c.paragraphs(n, "default", s)}
	b.required = n.values["required"] != nil && n.values["required"].flag
	if b.required && b.fallback != nil {
		c.place(n.values["default"].place, msgRequiredDefault)
	}
	c.slots[b.slot] = n.values["note"].place
	return b
}

func (x *noteBlock) build(b *builder, e *env) []doc.Block {
	if n := b.note(x.slot); n != nil {
		return b.noteText(n)
	}
	if x.fallback != nil {
		return b.paragraphs(x.fallback, e)
	}
	if x.required {
		b.openEnd(x.place.problem(msgNoteMissing, x.slot, b.run.evaluation.Period()))
	}
	b.gap(doc.Gap{Name: b.locale.pick("说明", "note ") + b.locale.quoted(x.slot), Expr: "note: " + x.slot, Reason: "empty", Text: b.locale.structure.empty})
	return nil
}

// note returns the note of the report's period in a slot, or nil.
func (b *builder) note(slot string) *channel.Note {
	notes := b.run.book.Notes()
	for i := range notes {
		if notes[i].Slot == slot && notes[i].Period.Equal(b.run.evaluation.Period()) {
			return &notes[i]
		}
	}
	return nil
}

// misspelt warns of slots that no note of the book has in any period, while it
// has one so like it that it was probably meant.
func (r *Run) misspelt() {
	var known []string
	for _, n := range r.book.Notes() {
		known = append(known, n.Slot)
	}
	for slot, at := range r.program.slots {
		if near := source.Nearest(slot, known); near != "" && !slices.Contains(known, slot) {
			e := at.problem(msgNoSuchNote, slot)
			e.Severity, e.Near = source.Warning, near
			r.warnings.Add(e)
		}
	}
}

// noteText writes a note: an empty line starts a paragraph.
func (b *builder) noteText(n *channel.Note) []doc.Block {
	b.notes[n] = true
	var out []doc.Block
	for _, inlines := range b.noteParagraphs(n) {
		out = append(out, &doc.Paragraph{Inlines: inlines})
	}
	return out
}

// paragraphsOf splits a text at its empty lines.
func paragraphsOf(text string) []string {
	var out []string
	open := false
	for line := range strings.Lines(text) {
		switch blank := strings.TrimSpace(line) == ""; {
		case blank:
			open = false
		case open:
			out[len(out)-1] += line
		default:
			out, open = append(out, line), true
		}
	}
	return out
}

// A notesBlock prints every note of the period that no note block of the
// template names, each under its slot.
type notesBlock struct{ common }

func (x *notesBlock) build(b *builder, e *env) []doc.Block {
	var out []doc.Block
	notes := b.run.book.Notes()
	for i := range notes {
		n := &notes[i]
		if _, named := b.run.program.slots[n.Slot]; named || !n.Period.Equal(b.run.evaluation.Period()) {
			continue
		}
		if text := b.noteText(n); len(text) > 0 {
			out = append(append(out, &doc.Paragraph{Role: doc.Lead, Inlines: plain(oneLine(n.Slot))}), text...)
		}
	}
	return out
}
