package finish

import "bytes"

// A dict is a dictionary whose values are kept as they are written. A nil dict
// is none; an empty one is not nil.
type dict []entry

type entry struct {
	key   string // without the slash
	value []byte
}

// get returns the value of a key, nil if there is none.
func (d dict) get(key string) []byte {
	for _, e := range d {
		if e.key == key {
			return e.value
		}
	}
	return nil
}

// ref returns the number of the object that a key refers to, 0 if it refers to
// none.
func (d dict) ref(key string) int {
	if r := refs(d.get(key)); len(r) == 1 {
		return r[0]
	}
	return 0
}

// with returns the dictionary with a key set to a value.
func (d dict) with(key string, value []byte) dict {
	for i, e := range d {
		if e.key == key {
			d[i].value = value
			return d
		}
	}
	return append(d, entry{key, value})
}

// refs returns the numbers of the objects that a value, a reference or an
// array of them, refers to.
func refs(value []byte) []int {
	var found []int
	s := scan(bytes.Trim(value, "[]"), 0)
	for {
		n, generation := s.number(), s.number()
		if n < 0 || generation < 0 || !s.keyword("R") {
			return found
		}
		found = append(found, n)
	}
}

// A scanner reads PDF tokens. Its methods do not advance past what they do not
// find.
type scanner struct {
	data []byte
	at   int // never outside the data
}

// scan starts at a place, or, if that is outside the data, at their end.
func scan(data []byte, at int) *scanner {
	if at < 0 || at > len(data) {
		at = len(data)
	}
	return &scanner{data, at}
}

func (s *scanner) malformed(problem string) error {
	return &Malformed{s.at, problem}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func (s *scanner) space() {
	for s.at < len(s.data) && isSpace(s.data[s.at]) {
		s.at++
	}
}

// ahead reports whether the data go on with a text.
func (s *scanner) ahead(text string) bool {
	return bytes.HasPrefix(s.data[s.at:], []byte(text))
}

// word skips white space and reads up to white space or a delimiter.
func (s *scanner) word() []byte {
	s.space()
	return s.regular()
}

func (s *scanner) regular() []byte {
	start := s.at
	for s.at < len(s.data) && !isSpace(s.data[s.at]) && !isDelimiter(s.data[s.at]) {
		s.at++
	}
	return s.data[start:s.at]
}

// keyword skips one word, if it is the one asked for.
func (s *scanner) keyword(text string) bool {
	start := s.at
	if string(s.word()) == text {
		return true
	}
	s.at = start
	return false
}

// number reads a whole number that is no larger than a file may be, or returns
// -1.
func (s *scanner) number() int {
	start := s.at
	w := s.word()
	n := 0
	for _, c := range w {
		if c < '0' || c > '9' || n > 1<<27 {
			s.at = start
			return -1
		}
		n = 10*n + int(c-'0')
	}
	if len(w) == 0 {
		s.at = start
		return -1
	}
	return n
}

// dict reads a dictionary. Its values are slices of the data.
func (s *scanner) dict() (dict, error) {
	s.space()
	if !s.ahead("<<") {
		return nil, s.malformed("no dictionary")
	}
	s.at += 2
	d := dict{}
	for {
		s.space()
		if s.ahead(">>") {
			s.at += 2
			return d, nil
		}
		if !s.ahead("/") {
			return nil, s.malformed("no key")
		}
		s.at++
		key := string(s.regular())
		value, err := s.value()
		if err != nil {
			return nil, err
		}
		d = append(d, entry{key, value})
	}
}

// value reads one value: a name, a string, an array, a dictionary, or bare
// words, of which a reference has three.
func (s *scanner) value() ([]byte, error) {
	s.space()
	start, depth := s.at, 0
	for {
		if s.at >= len(s.data) {
			return nil, s.malformed("the file ends within a value")
		}
		switch c := s.data[s.at]; {
		case c == '[':
			depth++
			s.at++
		case s.ahead("<<"):
			depth++
			s.at += 2
		case c == ']' && depth > 0:
			depth--
			s.at++
		case s.ahead(">>") && depth > 0:
			depth--
			s.at += 2
		case c == '<':
			end := bytes.IndexByte(s.data[s.at:], '>')
			if end < 0 {
				return nil, s.malformed("the file ends within a string")
			}
			s.at += end + 1
		case c == '(':
			if !s.literal() {
				return nil, s.malformed("the file ends within a string")
			}
		case c == '/':
			s.at++
			s.regular()
		case isDelimiter(c):
			return nil, s.malformed("a value is expected")
		default:
			s.words()
		}
		if depth == 0 {
			return s.data[start:s.at:s.at], nil
		}
		s.space()
	}
}

// words reads bare words up to a delimiter.
func (s *scanner) words() {
	end := s.at
	for len(s.word()) > 0 {
		end = s.at
	}
	s.at = end
}

// literal skips a string in parentheses.
func (s *scanner) literal() bool {
	depth := 0
	for ; s.at < len(s.data); s.at++ {
		switch s.data[s.at] {
		case '\\':
			if s.at++; s.at == len(s.data) {
				return false
			}
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.at++
				return true
			}
		}
	}
	return false
}
