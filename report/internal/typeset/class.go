package typeset

import "unicode"

// class is what a rune is to its neighbours.
type class uint8

const (
	other   class = iota // signs that keep no distance: / ( ) . = and so on
	han                  // ideographs, kana, hangul and their full-width company
	latin                // letters and digits of other scripts, and signs bound to them
	opening              // “ （ 《: glue before
	closing              // ， 。 ”: glue after
	joint                // —— …… ～: they bind what stands beside them, gaps stay as they are
	space
	hidden // draws nothing
	newline
)

// classOf classifies a rune by itself. Quotation marks are taken for the
// full-width ones of Chinese text.
func classOf(r rune) class {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		return han
	case r < 0x80:
		return asciiClass(r)
	}
	switch r {
	case '“', '‘', '（', '〔', '【', '《', '〈', '「', '『', '〖', '［', '｛', '〘', '〚', '〝', '｟':
		return opening
	case '”', '’', '）', '〕', '】', '》', '〉', '」', '』', '〗', '］', '｝', '〙', '〛', '〞', '〟', '｠',
		'，', '。', '、', '；', '：', '？', '！', '．':
		return closing
	case '—', '…', '～', '·', '–', '―', '⋯', '‧', '・', '－':
		return joint
	case '\u0085', '\u2028', '\u2029':
		return newline
	case '％', '‰', '°', '℃', '¥', '€', '£', '−', '±', '×', '÷':
		return latin
	case '￥', '＄', '￡', '／', '｜', '＼':
		return other
	}
	switch {
	case r <= 0xA0 && r != 0xA0:
		return other // C1 controls
	case unicode.Is(unicode.Zs, r):
		return space
	case invisible(r):
		return hidden
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Hangul),
		r >= 0xFF01 && r <= 0xFF5E:
		return han
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
		return latin
	}
	return other
}

func asciiClass(r rune) class {
	switch {
	case r >= '0' && r <= '9', r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z':
		return latin
	case r == ' ', r == '\t':
		return space
	case r >= '\n' && r <= '\r':
		return newline
	case r == '%', r == '$', r == '+', r == '#', r == '@', r == '&':
		return latin
	}
	return other
}

// invisible reports whether a rune controls text and has no shape of its own.
func invisible(r rune) bool {
	switch {
	case r >= 0x0600 && r <= 0x0605, r == 0x06DD, r == 0x070F, r == 0x0890, r == 0x0891, r == 0x08E2,
		r == 0x110BD, r == 0x110CD, r >= 0x13430 && r <= 0x1343F:
		return false // format characters that are drawn
	case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r), r == 0x034F:
		return true
	}
	return false
}

// endsNoLine and startsNoLine are the line edges of GB/T 15834: which runes
// never end a line, and which never start one.
func endsNoLine(r rune, c class) bool {
	if c == opening {
		return true
	}
	switch r {
	case '(', '[', '{', '￥', '＄', '￡', '¥', '$', '€', '£':
		return true
	}
	return false
}

func startsNoLine(r rune, c class) bool {
	if c == closing {
		return true
	}
	switch r {
	case ')', ']', '}', ',', '.', ';', ':', '?', '!', '%', '％', '‰', '·', '～', '－', '–', '‧', '・', '℃':
		return true
	}
	return false
}

// divides reports whether r is a solidus, which neither starts nor ends a line
// and keeps no distance.
func divides(r rune) bool { return r == '/' || r == '／' }
