package finish

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"unicode/utf16"

	"example.com/channelreport/report/pdf/sfnt"
)

// writeFonts writes the fonts that have slots and returns the entries that the
// pages' resources need.
func (o *output) writeFonts(fonts []Font) (dict, error) {
	var names dict
	for i, f := range fonts {
		if len(f.Slots) == 0 {
			continue
		}
		if f.Face == nil {
			return nil, fmt.Errorf("finish: font %d has slots and no face", i)
		}
		n, err := o.writeFont(f)
		if err != nil {
			return nil, err
		}
		names = append(names, entry{"F" + strconv.Itoa(i+1), reference(n)})
	}
	return names, nil
}

func reference(n int) []byte { return fmt.Appendf(nil, "%d 0 R", n) }

// writeFont writes the five objects of a font: the font as text sees it, the
// font as a set of numbered glyphs, its description, its file, and its map to
// Unicode.
func (o *output) writeFont(f Font) (int, error) {
	program, err := f.Face.Subset(f.Slots)
	if err != nil {
		return 0, err
	}
	font, glyphs, descriptor, file, unicode := o.reserve(), o.reserve(), o.reserve(), o.reserve(), o.reserve()
	name := appendName(nil, subsetTag(f)+"+"+f.Face.PostScriptName())

	o.object(font, "<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
		name, glyphs, unicode)
	o.object(glyphs, "<</Type/Font/Subtype/CIDFontType2/BaseFont%s"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/CIDToGIDMap/Identity/FontDescriptor %d 0 R/DW %d/W%s>>",
		name, descriptor, defaultWidth, widths(f))

	m := f.Face.Metrics()
	o.object(descriptor, "<</Type/FontDescriptor/FontName%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d"+
		"/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %d 0 R>>",
		name, flags(m), m.Left, m.Bottom, m.Right, m.Top, m.ItalicAngle,
		m.Ascent, m.Descent, m.CapHeight, stem(m.Weight), file)

	length := strconv.AppendInt(nil, int64(len(program)), 10)
	if err := o.stream(file, dict{{"Length1", length}}, program); err != nil {
		return 0, err
	}
	return font, o.stream(unicode, nil, toUnicode(f.Slots))
}

// subsetTag is six letters that tell different subsets of a font apart.
func subsetTag(f Font) string {
	h := fnv.New64a()
	h.Write([]byte(f.Face.PostScriptName()))
	for _, s := range f.Slots {
		h.Write([]byte{byte(s.Rune >> 16), byte(s.Rune >> 8), byte(s.Rune), byte(s.Variant)})
	}
	sum := h.Sum64()
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + byte(sum%26)
		sum /= 26
	}
	return string(tag[:])
}

// flags of a font descriptor: symbolic, because no standard encoding applies.
func flags(m sfnt.Metrics) int {
	const fixed, symbolic, italic = 1, 4, 64
	f := symbolic
	if m.FixedPitch {
		f |= fixed
	}
	if m.ItalicAngle != 0 {
		f |= italic
	}
	return f
}

// stem guesses the thickness of stems from the weight. Readers use it only
// where they have to replace the font, which is embedded.
func stem(weight int) int { return 50 + weight*weight/4225 }

// defaultWidth is that of nearly all glyphs of a Chinese document.
const defaultWidth = 1000

// widths lists the widths that are not the default one, in runs of consecutive
// codes.
func widths(f Font) []byte {
	b := []byte{'['}
	open := false
	for i, s := range f.Slots {
		w, _ := f.Face.Width(s) // Subset has refused slots without a glyph
		switch {
		case w == defaultWidth:
			if open {
				b = append(b, ']')
			}
			open = false
			continue
		case open:
			b = append(b, ' ')
		default:
			b = strconv.AppendInt(b, int64(i+1), 10)
			b = append(b, '[')
			open = true
		}
		b = strconv.AppendInt(b, int64(w), 10)
	}
	if open {
		b = append(b, ']')
	}
	return append(b, ']')
}

// toUnicode maps each code to the text of its slot, in UTF-16: one rune, two
// for a joined mark, and a surrogate pair beyond U+FFFF.
func toUnicode(slots []sfnt.Slot) []byte {
	const block = 100 // what one bfchar may hold
	b := make([]byte, 0, 512+18*len(slots))
	b = append(b, "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"+
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"...)
	for start := 0; start < len(slots); start += block {
		end := min(start+block, len(slots))
		b = fmt.Appendf(b, "%d beginbfchar\n", end-start)
		for i := start; i < end; i++ {
			b = appendCode(append(b, '<'), uint16(i+1))
			b = append(b, "><"...)
			for _, unit := range utf16.Encode([]rune(slots[i].Text())) {
				b = appendCode(b, unit)
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"...)
}

func appendCode(b []byte, v uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}
