package channel

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// locate returns the line and column at which the byte at an offset of a
// scalar's text stands in the file. YAML folds lines and strips indents, but
// keeps every character that is not white space, in order; so the file is
// walked until as many of those have passed as come before the offset.
func (d *document) locate(node *yaml.Node, offset int) (int, int) {
	offset = min(offset, len(node.Value))
	skip := countInk(node.Value[:offset])
	atEnd := countInk(node.Value[offset:]) == 0
	line, column := node.Line, node.Column
	text := d.rest(line, column)
	style := node.Style &^ yaml.TaggedStyle
	switch style {
	case yaml.LiteralStyle, yaml.FoldedStyle: // begins below the | or >
		line, column = line+1, 1
		text = d.rest(line, 1)
	case yaml.DoubleQuotedStyle, yaml.SingleQuotedStyle:
		text, column = text[min(1, len(text)):], column+1
	}
	for line <= len(d.lines) {
		if text == "" {
			line, column = line+1, 1
			text = d.rest(line, 1)
			continue
		}
		r, size := utf8.DecodeRuneInString(text)
		width := 1
		switch {
		case style == yaml.DoubleQuotedStyle && r == '\\':
			r, size = unescape(text)
			width = size
		case style == yaml.SingleQuotedStyle && strings.HasPrefix(text, "''"):
			size, width = 2, 2
		}
		if !unicode.IsSpace(r) {
			if skip == 0 {
				break
			}
			skip--
		}
		if skip == 0 && atEnd {
			return line, column + width // what follows is no longer the text
		}
		text, column = text[size:], column+width
	}
	return line, column
}

// countInk counts the characters that are not white space.
func countInk(s string) (n int) {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// rest returns a line from a column on.
func (d *document) rest(line, column int) string {
	text := d.line(line)
	for ; column > 1 && text != ""; column-- {
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
	}
	return text
}

// unescape returns what the escape at the start of a double-quoted text stands
// for, as far as locate cares (white space or not), and its length. A
// backslash at a line's end joins lines.
func unescape(text string) (rune, int) {
	if len(text) < 2 {
		return ' ', len(text)
	}
	switch text[1] {
	case 'x':
		return 'x', min(4, len(text))
	case 'u':
		return 'x', min(6, len(text))
	case 'U':
		return 'x', min(10, len(text))
	case ' ', 't', '\t', 'n', 'v', 'f', 'r', 'N', '_', 'L', 'P':
		return ' ', 2
	}
	return 'x', 2
}
