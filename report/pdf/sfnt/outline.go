package sfnt

import (
	"bytes"
	"encoding/binary"
)

// Flags of a point of a simple glyph, and of a component of a composite one.
const (
	pointOnCurve = 0x01
	pointXShort  = 0x02
	pointYShort  = 0x04
	pointRepeat  = 0x08
	pointXSame   = 0x10 // of a long coordinate; the sign of a short one
	pointYSame   = 0x20
	argsAreWords = 0x0001
	argsAreXY    = 0x0002
	hasScale     = 0x0008
	hasMore      = 0x0020
	hasXYScale   = 0x0040
	hasMatrix    = 0x0080
	hasCode      = 0x0100
)

// outlineHeader is the size of the count of contours and the box, which every
// outline starts with.
const outlineHeader = 10

// A simple says where the parts of a simple glyph's data are.
type simple struct {
	points, contours int
	code, flags, end int // of the hinting code, the points, and everything
}

// readSimple checks a simple glyph to its last coordinate.
func readSimple(data []byte) (s simple, ok bool) {
	s.contours = i16(data, 0)
	ends := outlineHeader + 2*s.contours
	if len(data) < ends+2 {
		return s, false
	}
	for i := outlineHeader; i < ends; i += 2 {
		last := u16(data, i)
		if last < s.points {
			return s, false
		}
		s.points = last + 1
	}
	s.code = ends + 2
	s.flags = s.code + u16(data, ends)
	at, coordinates, seen := s.flags, 0, 0
	for seen < s.points {
		if at >= len(data) {
			return s, false
		}
		flag, run := data[at], 1
		at++
		if flag&pointRepeat != 0 {
			if at >= len(data) {
				return s, false
			}
			run += int(data[at])
			at++
		}
		seen += run
		coordinates += run * int(coordinateSizes[flag])
	}
	s.end = at + coordinates
	return s, seen == s.points && s.end <= len(data)
}

// coordinateSizes is how many bytes the coordinates of a point take, by its
// flags.
var coordinateSizes = func() (sizes [256]uint8) {
	one := func(flag, short, same int) uint8 {
		switch {
		case flag&short != 0:
			return 1
		case flag&same != 0:
			return 0
		}
		return 2
	}
	for flag := range sizes {
		sizes[flag] = one(flag, pointXShort, pointXSame) + one(flag, pointYShort, pointYSame)
	}
	return sizes
}()

// appendStretched appends a simple glyph whose points right of the middle are
// moved further to the right, without its code.
func (s simple) appendStretched(out, data []byte, extra int) []byte {
	left, right := i16(data, 2), i16(data, 6)
	start := len(out)
	out = append(out, data[:s.code]...)
	put16(out, start+6, clamp(right+extra))
	put16(out, len(out)-2, 0) // the length of the code

	flags := make([]byte, 0, s.points)
	at := s.flags
	for len(flags) < s.points {
		flag, run := data[at], 1
		if at++; flag&pointRepeat != 0 {
			run += int(data[at])
			at++
		}
		flags = append(flags, bytes.Repeat([]byte{flag}, run)...)
	}
	for _, flag := range flags {
		out = append(out, flag&pointOnCurve) // and long coordinates
	}
	delta := func(flag, short, same byte) (d int) {
		switch {
		case flag&short != 0:
			if d = int(data[at]); flag&same == 0 {
				d = -d
			}
			at++
		case flag&same == 0:
			d = i16(data, at)
			at += 2
		}
		return d
	}
	x, last := 0, 0
	for _, flag := range flags {
		x += delta(flag, pointXShort, pointXSame)
		moved := x
		if 2*x > left+right {
			moved += extra
		}
		out = binary.BigEndian.AppendUint16(out, uint16(moved-last))
		last = moved
	}
	for _, flag := range flags {
		out = binary.BigEndian.AppendUint16(out, uint16(delta(flag, pointYShort, pointYSame)))
	}
	return out
}

// A component is one part of a composite glyph.
type component struct {
	glyph   glyphID
	at, end int // in the data, from its flags on
	more    bool
}

// readComponent reads the component that starts at a place in the data.
func readComponent(data []byte, at int) (c component, ok bool) {
	if len(data) < at+6 {
		return c, false
	}
	flags, size := u16(data, at), 6
	if flags&argsAreWords != 0 {
		size = 8
	}
	switch {
	case flags&hasScale != 0:
		size += 2
	case flags&hasXYScale != 0:
		size += 4
	case flags&hasMatrix != 0:
		size += 8
	}
	c = component{glyphID(u16(data, at+2)), at, at + size, flags&hasMore != 0}
	return c, c.end <= len(data)
}

// A weight is what drawing a glyph costs a reader, with all its parts.
type weight struct {
	points, contours int
	parts            int // components of the glyph itself
	depth            int // of composites within composites; 0 for a simple glyph
}

// maxDepth is how deep composite glyphs may be nested. Real fonts nest two or
// three deep; a glyph that contains itself nests for ever.
const maxDepth = 8

// weigh checks a glyph and all its parts. Composites that are known already
// are not walked again, so that a font of glyphs that each hold many others
// costs no more than it has glyphs.
func (f *Font) weigh(g glyphID, known map[glyphID]weight, depth int) (w weight, ok bool) {
	if int(g) >= f.count || depth > maxDepth {
		return w, false
	}
	data := f.outline(g)
	if len(data) == 0 {
		return w, true
	}
	if len(data) < outlineHeader {
		return w, false
	}
	if i16(data, 0) >= 0 {
		s, ok := readSimple(data)
		return weight{points: s.points, contours: s.contours}, ok
	}
	if w, ok = known[g]; ok {
		return w, w.depth+depth <= maxDepth
	}
	for at, more := outlineHeader, true; more; {
		c, ok := readComponent(data, at)
		if !ok {
			return w, false
		}
		part, ok := f.weigh(c.glyph, known, depth+1)
		if !ok {
			return w, false
		}
		w = w.with(part)
		if w.points > 0xFFFF || w.contours > 0xFFFF {
			return w, false
		}
		at, more = c.end, c.more
	}
	known[g] = w
	return w, true
}

// with adds a part to a composite.
func (w weight) with(part weight) weight {
	return weight{
		points:   w.points + part.points,
		contours: w.contours + part.contours,
		parts:    w.parts + 1,
		depth:    max(w.depth, part.depth+1),
	}
}
