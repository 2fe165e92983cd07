package sfnt

import (
	"unicode"

	"example.com/channelreport/channel/source"
)

// A cmap finds the glyph of a rune in two steps: a page of 256 runes, then the
// glyph. Layout asks for every character of a document, so the look-up is two
// loads and no search.
type cmap struct {
	pages [(unicode.MaxRune + 1) >> 8]*[256]glyphID
}

// glyph returns the glyph of a rune, 0 if the font has none.
func (c *cmap) glyph(r rune) glyphID {
	if r < 0 || r > unicode.MaxRune {
		return 0
	}
	page := c.pages[r>>8]
	if page == nil {
		return 0
	}
	return page[r&0xFF]
}

func (c *cmap) set(r rune, g glyphID) {
	page := c.pages[r>>8]
	if page == nil {
		page = new([256]glyphID)
		c.pages[r>>8] = page
	}
	page[r&0xFF] = g
}

// parseCmap takes the widest Unicode map of the font: format 12, which reaches
// beyond U+FFFF, before format 4.
func (f *Font) parseCmap(t directory) *source.Error {
	data, err := t.table("cmap", 4)
	if err != nil {
		return err
	}
	var best []byte
	for i := range u16(data, 2) {
		record := data[min(len(data), 4+8*i):]
		if len(record) < 8 {
			return damaged("cmap", termShort)
		}
		platform, encoding, at := u16(record, 0), u16(record, 2), u32(record, 4)
		unicode := platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
		if !unicode || at > len(data)-4 {
			continue
		}
		switch sub := data[at:]; u16(sub, 0) {
		case 12:
			return f.readFormat12(sub)
		case 4:
			best = sub
		}
	}
	if best == nil {
		return &source.Error{Message: msgUnicode}
	}
	return f.readFormat4(best)
}

func (f *Font) readFormat12(sub []byte) *source.Error {
	if len(sub) < 16 {
		return damaged("cmap", termShort)
	}
	n := u32(sub, 12)
	if n > (len(sub)-16)/12 {
		return damaged("cmap", termShort)
	}
	next := 0 // groups come in order, so no rune is visited twice
	for i := range n {
		first, last, g := u32(sub, 16+12*i), u32(sub, 20+12*i), u32(sub, 24+12*i)
		if first < next || last < first || last > unicode.MaxRune {
			return damaged("cmap", termOrder)
		}
		next = last + 1
		for r := first; r <= last && g < f.count; r, g = r+1, g+1 {
			if g != 0 {
				f.cmap.set(rune(r), glyphID(g))
			}
		}
	}
	return nil
}

func (f *Font) readFormat4(sub []byte) *source.Error {
	if len(sub) < 16 {
		return damaged("cmap", termShort)
	}
	double := u16(sub, 6) &^ 1 // twice the number of segments
	if len(sub) < 16+4*double {
		return damaged("cmap", termShort)
	}
	ends, starts := 14, 16+double
	deltas, offsets := starts+double, starts+2*double
	next := 0
	for i := 0; i < double; i += 2 {
		first, last := u16(sub, starts+i), u16(sub, ends+i)
		delta, offset := u16(sub, deltas+i), u16(sub, offsets+i)
		if first < next || last < first {
			return damaged("cmap", termOrder)
		}
		next = last + 1
		for r := first; r <= last; r++ {
			g := r
			if offset != 0 {
				at := offsets + i + offset + 2*(r-first)
				if at > len(sub)-2 {
					break
				}
				if g = u16(sub, at); g == 0 {
					continue
				}
			}
			if g = (g + delta) & 0xFFFF; g != 0 && g < f.count {
				f.cmap.set(rune(r), glyphID(g))
			}
		}
	}
	return nil
}
