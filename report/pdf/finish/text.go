package finish

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// appendText appends a text string: ASCII in parentheses, anything else in
// UTF-16 with a byte order mark.
func appendText(b []byte, s string) ([]byte, error) {
	if !utf8.ValidString(s) {
		return b, fmt.Errorf("finish: text %q is not UTF-8", s)
	}
	if isASCII(s) {
		return appendLiteral(b, s), nil
	}
	b = append(b, "<FEFF"...)
	for _, unit := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04X", unit)
	}
	return append(b, '>'), nil
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// appendLiteral appends an ASCII string in parentheses.
func appendLiteral(b []byte, s string) []byte {
	b = append(b, '(')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '(' || c == ')' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c == 0x7F:
			b = fmt.Appendf(b, "\\%03o", c)
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

// appendURI appends an address. Bytes that an address may not have are written
// as %XX; a percent sign is taken to begin such a byte already.
func appendURI(b []byte, uri string) []byte {
	var e strings.Builder
	for i := range len(uri) {
		if c := uri[i]; c <= ' ' || c >= 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			fmt.Fprintf(&e, "%%%02X", c)
		} else {
			e.WriteByte(c)
		}
	}
	return appendLiteral(b, e.String())
}

// appendName appends a name.
func appendName(b []byte, s string) []byte {
	b = append(b, '/')
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || c == '#' || isDelimiter(c) {
			b = fmt.Appendf(b, "#%02X", c)
		} else {
			b = append(b, c)
		}
	}
	return b
}

// appendLength appends a length in points, which is given in 1/100 pt.
func appendLength(b []byte, hundredths int64) []byte {
	sign := ""
	if hundredths < 0 {
		sign, hundredths = "-", -hundredths
	}
	b = fmt.Appendf(b, "%s%d", sign, hundredths/100)
	switch rest := hundredths % 100; {
	case rest == 0:
		return b
	case rest%10 == 0:
		return fmt.Appendf(b, ".%d", rest/10)
	default:
		return fmt.Appendf(b, ".%02d", rest)
	}
}

// appendDate appends a day as a PDF date. A day without an hour says what is
// known.
func appendDate(b []byte, day string) ([]byte, error) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return b, fmt.Errorf("finish: date %q is not a day such as 2026-10-08", day)
	}
	return fmt.Appendf(b, "(D:%s)", t.Format("20060102")), nil
}
