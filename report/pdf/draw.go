package pdf

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strconv"
	"unicode/utf16"

	"example.com/channelreport/report/internal/typeset"
	"example.com/channelreport/report/pdf/finish"
	"example.com/channelreport/report/pdf/sfnt"
)

// draw turns a plan into a PDF file.
func (p *plan) draw(ctx context.Context, w io.Writer, fs *faces) error {
	in := newInk(p, fs)
	var raw []byte
	err := guarded(func() (err error) {
		e := newEngine(p.width, p.height)
		for i := range p.pages {
			if err := ctx.Err(); err != nil {
				return err
			}
			e.page()
			p.pages[i].draw(e, in)
		}
		raw, err = e.file()
		return err
	})
	if err != nil {
		return err
	}
	return finish.Write(w, raw, &finish.Document{
		Info:    finish.Info{Title: p.title, Author: p.author, Creator: p.producer, Producer: p.producer},
		Lang:    p.lang,
		Date:    p.date,
		Fonts:   in.fonts(),
		Outline: p.outline(),
		Links:   p.finishLinks(),
	})
}

func (pg *page) draw(e *engine, in *inkwell) {
	for _, f := range pg.fills {
		e.fill(f)
	}
	for _, r := range pg.rules {
		e.rule(r)
	}
	for _, s := range pg.shapes {
		e.path(s)
	}
	in.buf.Reset()
	for i := range pg.runs {
		in.run(&pg.runs[i], e.height)
	}
	e.raw(in.buf.Bytes())
}

// outline is the plan's bookmarks in the coordinates of finish: from the
// page's lower edge.
func (p *plan) outline() []finish.Bookmark {
	var marks []finish.Bookmark
	for _, m := range p.bookmarks {
		marks = append(marks, finish.Bookmark{Title: m.title, Level: m.level, To: p.dest(m.at)})
	}
	return marks
}

// finishLinks are the plan's links. A reference to a block that is not there
// stays plain text.
func (p *plan) finishLinks() []finish.Link {
	var links []finish.Link
	for i := range p.pages {
		for _, l := range p.pages[i].links {
			to, known := p.places[l.id]
			if l.uri == "" && !known {
				continue
			}
			links = append(links, finish.Link{
				Page: i, URI: l.uri, To: p.dest(to),
				Area: finish.Rect{Left: l.x, Bottom: p.height - l.y - l.height, Right: l.x + l.width, Top: p.height - l.y},
			})
		}
	}
	return links
}

func (p *plan) dest(at place) finish.Dest { return finish.Dest{Page: at.page, Y: p.height - at.y} }

// An inkwell writes text operators: it knows the code of every glyph that the
// plan uses.
type inkwell struct {
	faces *faces
	slots []slots // by face
	buf   bytes.Buffer
}

// slots are the glyphs of one face that a plan uses, and their codes: first
// collected, then numbered in order. Text is looked up rune by rune, so the
// common variant has a table by pages of 256 runes.
type slots struct {
	full  [0x110000 >> 8]*[256]uint16
	other map[sfnt.Slot]uint16
	list  []sfnt.Slot
}

func (s *slots) code(slot sfnt.Slot) uint16 {
	if slot.Variant != sfnt.Full {
		return s.other[slot]
	}
	if page := s.full[slot.Rune>>8]; page != nil {
		return page[slot.Rune&0xFF]
	}
	return 0
}

func (s *slots) setCode(slot sfnt.Slot, code uint16) {
	if slot.Variant != sfnt.Full {
		if s.other == nil {
			s.other = make(map[sfnt.Slot]uint16)
		}
		s.other[slot] = code
		return
	}
	page := &s.full[slot.Rune>>8]
	if *page == nil {
		*page = new([256]uint16)
	}
	(*page)[slot.Rune&0xFF] = code
}

func newInk(p *plan, fs *faces) *inkwell {
	in := &inkwell{faces: fs, slots: make([]slots, len(fs.fonts))}
	for i := range p.pages {
		for j := range p.pages[i].runs {
			for _, g := range p.pages[i].runs[j].glyphs {
				if g.variant == typeset.Hidden {
					continue
				}
				if s, slot := &in.slots[g.face], g.slot(); s.code(slot) == 0 {
					s.setCode(slot, 1)
					s.list = append(s.list, slot)
				}
			}
		}
	}
	for i := range in.slots {
		s := &in.slots[i]
		slices.SortFunc(s.list, sfnt.Slot.Compare)
		for j, slot := range s.list {
			s.setCode(slot, uint16(j+1))
		}
	}
	return in
}

func (in *inkwell) fonts() []finish.Font {
	fonts := make([]finish.Font, len(in.slots))
	for i := range in.slots {
		fonts[i] = finish.Font{Face: in.faces.fonts[i], Slots: in.slots[i].list}
	}
	return fonts
}

// slot is which drawing of its face a glyph is.
func (g *glyph) slot() sfnt.Slot {
	if g.lost {
		return sfnt.Slot{Rune: geta}
	}
	return sfnt.Slot{Rune: g.r, Variant: slotVariant(g.variant)}
}

// run writes one line of text: one array of glyphs and distances for each
// font, which carries every position, and what the line says, for those who
// copy or search it. What it says opens when a font and a place are set and
// closes before they are lost: readers take the place of the text from there,
// and put lines in order by it. A line that draws nothing
// is not written.
func (in *inkwell) run(r *run, height length) {
	b := in.buf.AvailableBuffer()
	b = append(b, "q "...)
	b = appendColor(b, r.color)
	b = append(b, " rg BT "...)
	b = append(b, [...]string{"1 0 0 1 ", "0 1 -1 0 ", "-1 0 0 -1 ", "0 -1 1 0 "}[r.turned%4]...)
	b = appendPoints(b, r.x)
	b = append(b, ' ')
	b = appendPoints(b, height-r.y)
	b = append(b, " Tm"...)
	face, pen, open := -1, int32(0), false
	for i := range r.glyphs {
		g := &r.glyphs[i]
		if g.variant == typeset.Hidden {
			continue
		}
		if int(g.face) != face {
			first := face < 0
			if !first {
				b = closeArray(b, open)
			}
			face, open = int(g.face), false
			b = append(b, "/F"...)
			b = strconv.AppendInt(b, int64(face+1), 10)
			b = append(b, ' ')
			b = appendPoints(b, r.size)
			b = append(b, " Tf"...)
			if first {
				b = append(b, "/Span<</ActualText<FEFF"...)
				b = r.appendText(b)
				b = append(b, ">>>BDC"...)
			}
			b = append(b, '[')
		}
		if g.x != pen { // a distance is subtracted
			if open {
				b = append(b, '>')
				open = false
			}
			b = strconv.AppendInt(b, int64(pen-g.x), 10)
		}
		if !open {
			b = append(b, '<')
			open = true
		}
		b = appendHex(b, in.slots[face].code(g.slot()))
		pen = g.x + g.advance
	}
	if face < 0 {
		return
	}
	b = closeArray(b, open)
	b = append(b, "EMC ET Q\n"...)
	in.buf.Write(b)
}

// appendText writes what a run says in UTF-16. A tab is a space: nothing that
// reads a page has tab stops.
func (r *run) appendText(b []byte) []byte {
	for i := range r.glyphs {
		c := r.glyphs[i].r
		if c == '\t' {
			c = ' '
		}
		b = appendUTF16(b, c)
	}
	return b
}

func closeArray(b []byte, open bool) []byte {
	if open {
		b = append(b, '>')
	}
	return append(b, "]TJ "...)
}

func appendUTF16(b []byte, r rune) []byte {
	if hi, lo := utf16.EncodeRune(r); hi != 0xFFFD || lo != 0xFFFD {
		return appendHex(appendHex(b, uint16(hi)), uint16(lo))
	}
	return appendHex(b, uint16(r))
}

const digits = "0123456789ABCDEF"

func appendHex(b []byte, v uint16) []byte {
	return append(b, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}

// appendPoints writes a length in points.
func appendPoints(b []byte, l length) []byte {
	if l < 0 {
		b = append(b, '-')
		l = -l
	}
	b = strconv.AppendInt(b, l/100, 10)
	if l %= 100; l != 0 {
		b = append(b, '.', byte('0'+l/10))
		if l%10 != 0 {
			b = append(b, byte('0'+l%10))
		}
	}
	return b
}

// appendColor writes the three parts of a colour, each 0 to 1.
func appendColor(b []byte, c color) []byte {
	for i, v := range [3]color{c >> 16 & 0xFF, c >> 8 & 0xFF, c & 0xFF} {
		if i > 0 {
			b = append(b, ' ')
		}
		milli := (int64(v)*1000 + 127) / 255
		b = strconv.AppendInt(b, milli/1000, 10)
		if milli %= 1000; milli != 0 {
			b = append(b, '.', byte('0'+milli/100), byte('0'+milli/10%10), byte('0'+milli%10))
		}
	}
	return b
}
