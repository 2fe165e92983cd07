package channel

import (
	"strings"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
)

// A spot is where a value of an item stands: a node of a YAML file, a cell of
// a table, or a piece of one.
type spot interface {
	place() place
	at(offset int) place // the byte at an offset of the value's text
	readable() bool      // whether it is a text at all
}

// readable reports whether a value can be taken for a text.
func (v value) readable() bool { return v.isText() || v.isNull() }

// places are where the values of an item stand in its file, by key; by "" the
// item itself.
type places map[string]spot

func (p places) offset(key string, offset int, otherwise source.Position) source.Position {
	if s, ok := p[key]; ok {
		return s.at(offset).position
	}
	return otherwise
}

// A cellSpot is a cell of a table. raw is what the file has from the cell on,
// quotes and all; "" where there is no text behind the cell, as in a worksheet.
type cellSpot struct {
	first place
	raw   string
}

func (c cellSpot) place() place   { return c.first }
func (c cellSpot) readable() bool { return true }

// at counts code points in the file's text: a quote inside quotes takes two,
// and a line end begins a new line.
func (c cellSpot) at(offset int) place {
	at, raw := c.first, c.raw
	quoted := strings.HasPrefix(raw, `"`)
	if quoted {
		raw = raw[1:]
		at.position.Column++
	}
	for offset > 0 && raw != "" {
		_, size := utf8.DecodeRuneInString(raw)
		width, taken := 1, size
		switch {
		case quoted && strings.HasPrefix(raw, `""`):
			width, taken = 2, 2
		case strings.HasPrefix(raw, "\r\n"):
			size, taken = 1, 2
		}
		offset -= size
		at.position.Column += width
		if raw[taken-1] == '\n' {
			at.position.Line, at.position.Column, at.line = at.position.Line+1, 1, ""
		}
		raw = raw[taken:]
	}
	return at
}

// A pieceSpot is a part of a cell, from an offset of its text on.
type pieceSpot struct {
	cell   spot
	offset int
}

func (p pieceSpot) place() place        { return p.cell.at(p.offset) }
func (p pieceSpot) at(offset int) place { return p.cell.at(p.offset + offset) }
func (p pieceSpot) readable() bool      { return true }
