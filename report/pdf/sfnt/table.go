package sfnt

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"unicode/utf16"

	"example.com/channelreport/channel/source"
)

// A directory is a font's tables by tag.
type directory map[string][]byte

// tables reads the table directory and refuses the formats that are no static
// TrueType font.
func tables(data []byte) (directory, *source.Error) {
	if len(data) < 12 {
		return nil, &source.Error{Message: msgEmpty, Args: []any{len(data)}}
	}
	switch string(data[:4]) {
	case "\x00\x01\x00\x00", "true":
	case "ttcf":
		return nil, &source.Error{Message: msgCollection}
	case "OTTO":
		return nil, &source.Error{Message: msgPostScript}
	case "wOFF", "wOF2":
		return nil, &source.Error{Message: msgWeb}
	default:
		return nil, &source.Error{Message: msgNotFont, Args: []any{fmt.Sprintf("%q", data[:4])}}
	}
	t := make(directory)
	for i := range u16(data, 4) {
		entry := data[min(len(data), 12+16*i):]
		if len(entry) < 16 {
			return nil, &source.Error{Message: msgDirectory}
		}
		tag := string(entry[:4])
		switch tag {
		case "head", "maxp", "hhea", "hmtx", "loca", "glyf", "cmap", "OS/2", "post", "name":
		case "CFF ", "CFF2":
			return nil, &source.Error{Message: msgPostScript}
		case "fvar":
			return nil, &source.Error{Message: msgVariable}
		default:
			continue
		}
		start, length := u32(entry, 8), u32(entry, 12)
		if start > len(data) || length > len(data)-start {
			return nil, &source.Error{Message: msgTruncated, Args: []any{tag}}
		}
		t[tag] = data[start : start+length : start+length]
	}
	for _, tag := range []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		if _, ok := t[tag]; !ok {
			return nil, &source.Error{Message: msgMissing, Args: []any{tag}}
		}
	}
	return t, nil
}

// table returns a table that must have at least so many bytes.
func (t directory) table(tag string, least int) ([]byte, *source.Error) {
	if len(t[tag]) < least {
		return nil, damaged(tag, termShort)
	}
	return t[tag], nil
}

func damaged(tag string, how source.Term) *source.Error {
	return &source.Error{Message: msgDamaged, Args: []any{tag, how}}
}

// postScriptName finds name 6 in a name table.
func postScriptName(name []byte) string {
	const fallback = "Unnamed"
	if len(name) < 6 {
		return fallback
	}
	storage := name[min(len(name), u16(name, 4)):]
	for i := range u16(name, 2) {
		record := name[min(len(name), 6+12*i):]
		if len(record) < 12 {
			break
		}
		platform, id, length, at := u16(record, 0), u16(record, 6), u16(record, 8), u16(record, 10)
		if id != 6 || at+length > len(storage) {
			continue
		}
		text := string(storage[at : at+length])
		if platform != 1 { // all but Macintosh are UTF-16
			text = decode16(storage[at : at+length])
		}
		if text = printable(text); text != "" {
			return text
		}
	}
	return fallback
}

func decode16(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(u16(b, 2*i))
	}
	return string(utf16.Decode(units))
}

// printable keeps the characters that a PostScript name may have, at most 63.
func printable(s string) string {
	s = strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%#", r) {
			return -1
		}
		return r
	}, s)
	return s[:min(len(s), 63)]
}

// Big-endian numbers. The caller has checked that they are there. Beyond
// 2³¹−1 a number is no offset, length or count of anything: it is held there,
// so that it is too large for an int of 32 bits too.

func u16(b []byte, i int) int { return int(b[i])<<8 | int(b[i+1]) }

func i16(b []byte, i int) int { return int(int16(u16(b, i))) }

func u32(b []byte, i int) int {
	return int(min(binary.BigEndian.Uint32(b[i:]), math.MaxInt32))
}
