package markdown

import (
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"example.com/channelreport/report/doc"
)

// A piece is text to be escaped, or markup to be written as it is.
type piece struct {
	text   string
	markup bool
}

// pieces flattens inlines. Neighbouring texts become one piece: what they mean
// to Markdown depends on both.
func (w *writer) pieces(list []piece, inlines []doc.Inline) []piece {
	for _, in := range inlines {
		switch in := in.(type) {
		case doc.Text:
			list = addText(list, in.Text)
		case doc.Value:
			list = addText(list, in.Text)
		case doc.Strong:
			list = append(list, piece{"<strong>", true})
			list = append(w.pieces(list, in.Inlines), piece{"</strong>", true})
		case doc.Ref:
			if !w.anchors[in.ID] {
				list = addText(list, in.Text)
				continue
			}
			list = addLink(list, in.Text, "#"+in.ID)
		case doc.Link:
			list = link(list, in)
		default:
			w.fail(fmt.Errorf("unknown inline %T", in))
		}
	}
	return list
}

func addText(list []piece, text string) []piece {
	if n := len(list); n > 0 && !list[n-1].markup {
		list[n-1].text += text
		return list
	}
	if text == "" {
		return list
	}
	return append(list, piece{text, false})
}

func addLink(list []piece, text, target string) []piece {
	list = append(list, piece{"[", true})
	list = addText(list, text)
	return append(list, piece{string(escapeURL([]byte("]("), target)) + ")", true})
}

// link writes a link out of the document. An address of a scheme that could
// run something is shown, not linked.
func link(list []piece, l doc.Link) []piece {
	text := l.Text
	if text == "" {
		text = l.URL
	}
	if u, err := url.Parse(l.URL); err == nil {
		switch strings.ToLower(u.Scheme) {
		case "http", "https", "mailto":
			return addLink(list, text, l.URL)
		}
	}
	if text != l.URL {
		text += " (" + l.URL + ")"
	}
	return addText(list, text)
}

// inline returns inlines as one line of Markdown. block says that the line may
// be read as the start of a block.
func (w *writer) inline(inlines []doc.Inline, block bool) string {
	return w.line(w.pieces(nil, inlines), block)
}

// text returns a plain text likewise.
func (w *writer) text(s string, block bool) string {
	return w.line(addText(nil, s), block)
}

func (w *writer) line(list []piece, block bool) string {
	var b []byte
	for i, p := range list {
		if p.markup {
			b = append(b, p.text...)
			continue
		}
		if !utf8.ValidString(p.text) || strings.IndexByte(p.text, 0) >= 0 {
			w.fail(fmt.Errorf("text %q is not valid UTF-8, or holds a zero byte", p.text))
		}
		b = escape(b, p.text, place{first: i == 0, last: i == len(list)-1, block: block})
	}
	return string(b)
}
