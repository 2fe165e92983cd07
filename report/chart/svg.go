package chart

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// fontFamily names the report's own font first, then what common systems have
// for simplified Chinese.
const fontFamily = `'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','Hiragino Sans GB','WenQuanYi Micro Hei',sans-serif`

// SVG returns the scene as a self-contained SVG image: no script, no style
// sheet and no reference to anything outside. It stands on white, so that it
// can be read on a dark page too. Characters that XML does not allow become
// U+FFFD.
func (s *Scene) SVG() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="0 0 %d %d" role="img" xml:space="preserve"`,
		points(s.Width), points(s.Height), s.Width, s.Height)
	if s.Lang != "" {
		b.WriteString(` xml:lang="`)
		escapeXML(&b, s.Lang)
		b.WriteByte('"')
	}
	b.WriteString(` font-family="` + fontFamily + `">` + "\n")
	for _, e := range []struct{ name, text string }{{"title", s.Title}, {"desc", s.Desc}} {
		if e.text != "" {
			b.WriteString("<" + e.name + ">")
			escapeXML(&b, e.text)
			b.WriteString("</" + e.name + ">\n")
		}
	}
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="#ffffff"/>`+"\n", s.Width, s.Height)
	for _, it := range s.Items {
		switch it := it.(type) {
		case *Path:
			it.svg(&b)
		case *Text:
			it.svg(&b)
		}
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

func (p *Path) svg(b *bytes.Buffer) {
	fmt.Fprintf(b, `<path d="%s" fill="%v"`, pathData(p.Steps), p.Fill)
	if p.Stroke.Set {
		fmt.Fprintf(b, ` stroke="%v" stroke-width="%d"`, p.Stroke, p.Width)
		for i, d := range p.Dash {
			if i == 0 {
				b.WriteString(` stroke-dasharray="`)
			} else {
				b.WriteByte(' ')
			}
			fmt.Fprint(b, d)
		}
		if len(p.Dash) > 0 {
			b.WriteByte('"')
		}
	}
	b.WriteString("/>\n")
}

func (t *Text) svg(b *bytes.Buffer) {
	x, y := t.anchored()
	fmt.Fprintf(b, `<text x="%d" y="%d" font-size="%d" fill="%v"`, x, y, t.Size, t.Color)
	if t.Anchor != Start {
		fmt.Fprintf(b, ` text-anchor="%v"`, t.Anchor)
	}
	if t.Bold {
		b.WriteString(` font-weight="700"`)
	}
	if t.Turns%4 != 0 {
		fmt.Fprintf(b, ` transform="rotate(%d %d %d)"`, -90*int(t.Turns%4), x, y)
	}
	b.WriteByte('>')
	escapeXML(b, t.Text)
	b.WriteString("</text>\n")
}

// anchored returns the place of the text's anchor: its start moved along the
// baseline.
func (t *Text) anchored() (x, y int32) {
	var along int32
	switch t.Anchor {
	case Middle:
		along = t.Advance / 2
	case End:
		along = t.Advance
	}
	switch t.Turns % 4 {
	case 1:
		return t.X, t.Y - along
	case 2:
		return t.X - along, t.Y
	case 3:
		return t.X, t.Y + along
	}
	return t.X + along, t.Y
}

// points writes a length in points with up to two decimals, exactly.
func points(units int32) string {
	s := fmt.Sprintf("%d.%02d", units/UnitsPerPoint, units%UnitsPerPoint*100/UnitsPerPoint)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// escapeXML writes text for element content and attribute values.
func escapeXML(b *bytes.Buffer, text string) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\r': // a parser would read it as a line feed
			b.WriteString("&#13;")
		case r == utf8.RuneError && size == 1, !inXML(r):
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteString(text[i : i+size])
		}
		i += size
	}
}

// inXML reports whether XML 1.0 allows a rune (its production Char).
func inXML(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' ||
		0x20 <= r && r <= 0xD7FF || 0xE000 <= r && r <= 0xFFFD || 0x10000 <= r && r <= 0x10FFFF
}
