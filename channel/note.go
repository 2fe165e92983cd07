package channel

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// readNotes takes in one notes/PERIOD.md: front matter between two lines ---,
// then a text for each "## slot".
func (b *builder) readNotes(fsys fs.FS, name string) {
	file, doc, ok := readText(fsys, name, &b.problems)
	if !ok {
		return
	}
	note, body, ok := b.readFrontMatter(doc)
	if !ok {
		return
	}
	for body < len(doc.lines) {
		line := doc.lines[body]
		slot, isSlot := strings.CutPrefix(line, "## ")
		body++
		if !isSlot {
			if !isBlank(line) {
				b.add(doc.place(body, 1), msgTextBeforeSlot)
				return
			}
			continue
		}
		note.Slot, note.Position = strings.TrimSpace(slot), doc.place(body, 4).position
		end := body
		for end < len(doc.lines) && !strings.HasPrefix(doc.lines[end], "## ") {
			end++
		}
		note.Text, note.line = trimLines(doc.lines[body:end], body+1)
		b.addNote(note)
		body = end
		file.Rows++
	}
	file.kind = "notes"
	b.files = append(b.files, file)
}

// trimLines joins lines without the blank ones around them, and returns the
// number of the first, where the first of all has the number given.
func trimLines(lines []string, first int) (string, int) {
	for len(lines) > 0 && isBlank(lines[0]) {
		lines, first = lines[1:], first+1
	}
	for len(lines) > 0 && isBlank(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	return strings.Join(lines, "\n"), first
}

// readFrontMatter reads period, author and date, and returns the index of the
// first line behind them.
func (b *builder) readFrontMatter(doc *document) (note Note, body int, ok bool) {
	end := -1
	if strings.TrimRight(doc.lines[0], " ") == "---" {
		end = 1 + slices.IndexFunc(doc.lines[1:], func(line string) bool { return strings.TrimRight(line, " ") == "---" })
	}
	if end < 1 {
		b.add(doc.place(1, 1), msgNoFrontMatter)
		return Note{}, 0, false
	}
	// An empty line in place of the first --- keeps the line numbers.
	v, ok := doc.parse("\n" + strings.Join(doc.lines[1:end], "\n"))
	if !ok {
		return Note{}, 0, false
	}
	v.object(
		key{"period", func(v value) {
			note.Period, _ = b.decodePeriod(v)
			named := strings.ReplaceAll(strings.TrimSuffix(path.Base(doc.file), ".md"), "_", "/")
			if p, err := b.setup.ParsePeriod(named); !note.Period.IsZero() && (err != nil || !p.Equal(note.Period)) {
				v.fail(msgNotePeriod, note.Period.String(), named)
			}
		}},
		key{"author", setText(&note.Author)},
		key{"date", setDate(&note.Date)},
	)
	if !v.has("period") {
		v.fail(msgMissingKey, "period", "2026-Q3")
	}
	return note, end + 1, true
}

// addNote takes in a note: one for each slot of a period.
func (b *builder) addNote(n Note) {
	at := place{position: n.Position}
	if isBlank(n.Slot) {
		b.add(at, msgRequiredCell, "slot")
		return
	}
	for _, before := range b.notes {
		if before.Slot == n.Slot && before.Period.Equal(n.Period) {
			b.add(at, msgNoteTwice, n.Slot, n.Period.String(), before.Position)
			return
		}
	}
	b.notes = append(b.notes, n)
}
