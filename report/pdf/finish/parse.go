package finish

import (
	"bytes"
	"fmt"
	"strconv"
)

// A Malformed error says that the engine's file is not what Write can read.
// No user's input causes it.
type Malformed struct {
	Offset  int    // where in the file
	Problem string // what is wrong there
}

func (e *Malformed) Error() string {
	return fmt.Sprintf("finish: byte %d of the engine's file: %s", e.Offset, e.Problem)
}

// A file is the engine's file, taken apart.
type file struct {
	objects []object // by number; object 0 is none
	root    int
	info    int // 0 if there is none
	pages   []int
}

// An object is a dictionary, with or without a stream, or something else,
// which is kept as it is.
type object struct {
	dict   dict
	stream []byte // nil if there is none
	other  []byte
	absent bool // the number is not in use
}

// parse reads a file with a classic cross-reference table of one section.
func parse(raw []byte) (*file, error) {
	at := bytes.LastIndex(raw, []byte("startxref"))
	if at < 0 {
		return nil, &Malformed{len(raw), "no startxref"}
	}
	s := scan(raw, at+len("startxref"))
	s = scan(raw, s.number())
	if !s.keyword("xref") || s.number() != 0 {
		return nil, s.malformed("no cross-reference table that starts at 0")
	}
	count := s.number()
	if count < 1 || count > len(raw)/entrySize {
		return nil, s.malformed("impossible number of objects")
	}
	offsets := make([]int, count)
	for i := range offsets {
		offset, _ := s.number(), s.number() // and the generation
		switch {
		case s.keyword("n") && offset > 0:
			offsets[i] = offset
		case !s.keyword("f"):
			return nil, s.malformed("entry is neither in use nor free")
		}
	}
	if !s.keyword("trailer") {
		return nil, s.malformed("no trailer")
	}
	trailer, err := s.dict()
	if err != nil {
		return nil, err
	}
	f := &file{objects: make([]object, count)}
	for n, offset := range offsets {
		if offset == 0 {
			f.objects[n].absent = true
			continue
		}
		if f.objects[n], err = parseObject(raw, n, offset); err != nil {
			return nil, err
		}
	}
	if f.root = trailer.ref("Root"); !f.has(f.root) {
		return nil, s.malformed("no catalog")
	}
	if f.info = trailer.ref("Info"); !f.has(f.info) {
		f.info = 0
	}
	return f, f.parsePages(s)
}

// entrySize is the length of an entry of the cross-reference table.
const entrySize = 20

func parseObject(raw []byte, n, offset int) (o object, err error) {
	s := scan(raw, offset)
	if s.number() != n || s.number() != 0 || !s.keyword("obj") {
		return o, s.malformed(fmt.Sprintf("object %d is not here", n))
	}
	s.space()
	if !s.ahead("<<") {
		o.other, err = s.value()
		return o, err
	}
	if o.dict, err = s.dict(); err != nil {
		return o, err
	}
	if !s.keyword("stream") {
		return o, nil
	}
	if s.ahead("\r") {
		s.at++
	}
	if s.ahead("\n") {
		s.at++
	}
	length, err := strconv.Atoi(string(o.dict.get("Length")))
	if err != nil || length < 0 || length > len(raw)-s.at {
		return o, s.malformed("stream without a direct length")
	}
	o.stream = raw[s.at : s.at+length : s.at+length]
	s.at += length
	if !s.keyword("endstream") {
		return o, s.malformed("stream is longer than its length")
	}
	return o, nil
}

// parsePages finds the page objects in order.
func (f *file) parsePages(s *scanner) error {
	tree := f.objects[f.root].dict.ref("Pages")
	if !f.has(tree) {
		return s.malformed("no page tree")
	}
	for _, n := range refs(f.objects[tree].dict.get("Kids")) {
		if !f.has(n) || string(f.objects[n].dict.get("Type")) != "/Page" {
			return s.malformed(fmt.Sprintf("object %d is not a page", n))
		}
		f.pages = append(f.pages, n)
	}
	if len(f.pages) == 0 {
		return s.malformed("no pages")
	}
	return nil
}

// has reports whether there is an object with a dictionary under a number.
func (f *file) has(n int) bool {
	return n > 0 && n < len(f.objects) && f.objects[n].dict != nil
}
