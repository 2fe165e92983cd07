package sfnt

import "encoding/binary"

// The tables of a subset, sorted as a directory must be.
var subsetTables = [...]string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"}

// fileHeader is the size of a subset's directory. It is a multiple of four.
const fileHeader = 12 + 16*len(subsetTables)

// file completes the new font: glyf is in place behind the room for the
// directory; the other tables follow.
func (c *cutter) file() []byte {
	bodies := [len(subsetTables)][]byte{nil, c.newHead(), c.newHhea(), c.hmtx, c.loca, c.newMaxp()}
	copy(c.out, "\x00\x01\x00\x00")
	put16(c.out, 4, len(subsetTables))
	put16(c.out, 6, 4*16)  // the largest power of two of 16-byte entries,
	put16(c.out, 8, 2)     // its logarithm,
	put16(c.out, 10, 2*16) // and the rest
	head, sum := 0, uint32(0)
	for i, tag := range subsetTables {
		start := fileHeader
		if i > 0 {
			start = len(c.out)
			c.out = append(c.out, bodies[i]...)
		}
		if tag == "head" {
			head = start
		}
		length := len(c.out) - start
		for len(c.out)%4 != 0 {
			c.out = append(c.out, 0)
		}
		entry := c.out[12+16*i:]
		copy(entry, tag)
		tableSum := checksum(c.out[start:])
		sum += tableSum
		binary.BigEndian.PutUint32(entry[4:], tableSum)
		binary.BigEndian.PutUint32(entry[8:], uint32(start))
		binary.BigEndian.PutUint32(entry[12:], uint32(length))
	}
	sum += checksum(c.out[:fileHeader])
	binary.BigEndian.PutUint32(c.out[head+8:], 0xB1B0AFBA-sum)
	return c.out
}

// newHead is the old head with long glyph locations, and with no checksum of
// the file: that is reckoned with zeros in its place.
func (c *cutter) newHead() []byte {
	head := append([]byte(nil), c.font.head[:54]...)
	binary.BigEndian.PutUint32(head[8:], 0)
	put16(head, 40, c.most.right)
	put16(head, 50, 1)
	return head
}

func (c *cutter) newHhea() []byte {
	hhea := append([]byte(nil), c.font.hhea[:36]...)
	put16(hhea, 10, c.most.advance)
	put16(hhea, 34, c.count())
	return hhea
}

func (c *cutter) newMaxp() []byte {
	maxp := make([]byte, 32)
	most := c.most
	for i, v := range [...]int{
		1, 0, c.count(), most.simple.points, most.simple.contours,
		most.composite.points, most.composite.contours,
		2, 0, 0, 0, 0, 0, 0, // zones, and what hinting code needs
		most.composite.parts, most.composite.depth,
	} {
		put16(maxp, 2*i, v)
	}
	return maxp
}

// checksum adds up 32-bit words. The length is a multiple of four.
func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	return sum
}
