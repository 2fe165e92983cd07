package channel

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"example.com/channelreport/channel/source"
)

// maxDocument is how large a YAML file may be. Larger ones are tables, which
// belong in CSV.
const maxDocument = 4 << 20

// A document is a YAML file while it is decoded. Everything in it is read as
// it was written: a text is never taken for a number, a date or a truth value.
type document struct {
	file     string
	sheet    *Sheet // of which each line is a row; nil for a file
	lines    []string
	problems *problems
}

// A value is one node of a document and the path that leads to it.
type value struct {
	doc  *document
	node *yaml.Node
	path string
}

// A key is one that a mapping may have, and what is done with its value.
type key struct {
	name string
	read func(value)
}

// readDocument reads and parses a YAML file. It returns false if there is
// nothing to decode; why is among the problems.
func readDocument(fsys fs.FS, name string, p *problems) (File, value, bool) {
	file, doc, ok := readText(fsys, name, p)
	if !ok {
		return file, value{}, false
	}
	v, ok := doc.parse(strings.Join(doc.lines, "\n"))
	return file, v, ok
}

// readText reads a file of lines, without its byte order mark.
func readText(fsys fs.FS, name string, p *problems) (File, *document, bool) {
	text, err := readLimited(fsys, name)
	switch {
	case errors.Is(err, errTooLarge):
		p.add(inFile(name), msgFileSize, maxDocument)
		return File{}, nil, false
	case err != nil:
		p.unreadable(name, err)
		return File{}, nil, false
	}
	digest := sha256.Sum256(text)
	lines := strings.ReplaceAll(strings.TrimPrefix(string(text), "\uFEFF"), "\r\n", "\n")
	doc := &document{file: name, lines: strings.Split(lines, "\n"), problems: p}
	return File{Name: name, SHA256: hex.EncodeToString(digest[:])}, doc, doc.checkLines()
}

// parse parses YAML whose first line is the document's.
func (d *document) parse(text string) (value, bool) {
	decoder := yaml.NewDecoder(strings.NewReader(text))
	var root, second yaml.Node
	switch err := decoder.Decode(&root); {
	case errors.Is(err, io.EOF):
		d.problems.add(inFile(d.file), msgEmptyDocument)
		return value{}, false
	case err != nil:
		d.syntax(err)
		return value{}, false
	}
	if err := decoder.Decode(&second); !errors.Is(err, io.EOF) {
		at := inFile(d.file)
		if err == nil {
			at = d.place(second.Line, second.Column)
		}
		d.problems.add(at, msgSecondDocument)
		return value{}, false
	}
	v := value{d, root.Content[0], ""}
	return v, v.checkAliases()
}

var errTooLarge = errors.New("file too large")

// readLimited reads a file that may not be larger than maxDocument.
func readLimited(fsys fs.FS, name string) ([]byte, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxDocument+1))
	if err == nil && len(text) > maxDocument {
		err = errTooLarge
	}
	return text, err
}

// checkLines refuses what is no UTF-8 text, and characters that YAML takes for
// line ends and editors do not, so that lines mean the same to both.
func (d *document) checkLines() bool {
	good := true
	for i, line := range d.lines {
		column := 0
		for j, r := range line {
			column++
			switch {
			case r == utf8.RuneError && !strings.HasPrefix(line[j:], "\uFFFD"):
				d.problems.add(d.place(i+1, column), msgNotUTF8)
				good = false
			case r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029:
				d.problems.add(d.place(i+1, column), msgLineEnd, r)
				good = false
			case r != '\t' && unicode.IsControl(r):
				d.problems.add(d.place(i+1, column), msgControl, r)
				good = false
			}
		}
	}
	return good
}

// place returns a place that no path leads to. YAML puts what is not there,
// such as the value of the last key, on a line behind the last.
func (d *document) place(line, column int) place {
	if line > len(d.lines) {
		line, column = len(d.lines), utf8.RuneCountInString(d.lines[len(d.lines)-1])+1
	}
	if d.sheet != nil {
		cell := 1
		if key, _, _ := strings.Cut(d.line(line), ": "); column <= utf8.RuneCountInString(key) && !strings.HasPrefix(key, "  ") {
			cell = 0
		}
		return place{position: d.sheet.at(cell, line)}
	}
	return place{position: source.Position{File: d.file, Line: line, Column: column}, line: d.line(line)}
}

func (d *document) line(n int) string {
	if n >= 1 && n <= len(d.lines) {
		return d.lines[n-1]
	}
	return ""
}

var syntaxLine = regexp.MustCompile(`^yaml: line (\d+): `)

// syntax reports that the file is no YAML. The parser knows at most the line,
// so the usual slips are looked for in the text around it.
func (d *document) syntax(err error) {
	reason, at := strings.TrimPrefix(err.Error(), "yaml: "), 1 // the parser names no first line
	if m := syntaxLine.FindStringSubmatch(err.Error()); m != nil {
		at, _ = strconv.Atoi(m[1])
		reason = err.Error()[len(m[0]):]
	}
	for i, line := range d.lines {
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t\u3000"))]
		if slip := strings.IndexAny(indent, "\t\u3000"); slip >= 0 {
			d.problems.add(d.place(i+1, utf8.RuneCountInString(indent[:slip])+1), msgIndent)
			return
		}
	}
	// The parser notices a missing colon one line late.
	for n := max(at-1, 1); n <= at; n++ {
		if m := wideColon.FindStringIndex(d.line(n)); m != nil {
			d.problems.add(d.place(n, utf8.RuneCountInString(d.line(n)[:m[1]])), msgColon)
			return
		}
	}
	d.problems.add(d.place(at, 1), msgSyntax, reason)
}

var wideColon = regexp.MustCompile(`^[ -]*[^\s:"'#]+：`)

// checkAliases refuses anchors and aliases anywhere below v: a file that says
// everything in its place can be read, and cannot be a bomb.
func (v value) checkAliases() bool {
	if v.node.Kind == yaml.AliasNode || v.node.Anchor != "" {
		v.fail(msgAlias)
		return false
	}
	for _, child := range v.node.Content {
		if !(value{v.doc, child, v.path}).checkAliases() {
			return false
		}
	}
	return true
}

// place returns where the value begins.
func (v value) place() place {
	at := v.doc.place(v.node.Line, v.node.Column)
	at.path = v.path
	return at
}

// position is place without its words.
func (v value) position() source.Position { return v.place().position }

// at returns where the byte at an offset of the value's text stands.
func (v value) at(offset int) place {
	at := v.doc.place(v.doc.locate(v.node, offset))
	at.path = v.path
	return at
}

// fail reports a problem with the value.
func (v value) fail(m source.Message, args ...any) *source.Error {
	return v.doc.problems.add(v.place(), m, args...)
}

// refuse reports a parser's error with the value.
func (v value) refuse(err error) { v.doc.problems.refuse(v.place(), err) }

// Terms for what a value should be.
var (
	aText    = source.Term{En: "a text", Zh: "文本"}
	aList    = source.Term{En: "a list", Zh: "列表"}
	aMapping = source.Term{En: "keys with values", Zh: "键值对"}
)

func (v value) isNull() bool {
	return v.node.Kind == yaml.ScalarNode && v.node.ShortTag() == "!!null"
}

func (v value) isText() bool { return v.node.Kind == yaml.ScalarNode && !v.isNull() }
func (v value) isList() bool { return v.node.Kind == yaml.SequenceNode }

// text returns a scalar as it was written; nothing, null and ~ are "".
func (v value) text() string {
	switch {
	case v.isNull():
		return ""
	case v.node.Kind != yaml.ScalarNode:
		v.fail(msgWrongType, aText)
		return ""
	}
	// The file itself has been looked at; an escape such as "\u0000" has not.
	if f := faultIn(v.node.Value); f.kind == control {
		v.fail(msgControl, f.r)
	}
	return v.node.Value
}

// texts returns a list of scalars.
func (v value) texts() []string {
	var texts []string
	for _, item := range v.list() {
		if text := item.text(); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// list returns the values of a list.
func (v value) list() []value {
	switch {
	case v.isNull():
		return nil
	case v.node.Kind != yaml.SequenceNode:
		v.fail(msgWrongType, aList)
		return nil
	}
	list := make([]value, len(v.node.Content))
	for i, node := range v.node.Content {
		list[i] = value{v.doc, node, fmt.Sprintf("%s[%d]", v.path, i)}
	}
	return list
}

// An entry is a key of a mapping with its value.
type entry struct {
	name string
	key  value
	value
}

// pairs returns what keys and values a mapping has, in the file's order, and
// finds fault with nothing.
func (v value) pairs() []entry {
	if v.node.Kind != yaml.MappingNode {
		return nil
	}
	var entries []entry
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		k := value{v.doc, v.node.Content[i], v.path}
		path := k.node.Value
		if v.path != "" {
			path = v.path + "." + path
		}
		entries = append(entries, entry{k.node.Value, k, value{v.doc, v.node.Content[i+1], path}})
	}
	return entries
}

// entries returns the keys and values of what must be a mapping, each key once.
func (v value) entries() []entry {
	if v.isNull() {
		return nil
	}
	if v.node.Kind != yaml.MappingNode {
		e := v.fail(msgWrongType, aMapping)
		if name, _, ok := strings.Cut(v.node.Value, "："); ok && v.node.Kind == yaml.ScalarNode {
			e.Near = name + ": "
		}
		return nil
	}
	lines := map[string]int{}
	var entries []entry
	for _, e := range v.pairs() {
		if line, ok := lines[e.name]; ok {
			e.key.fail(msgDuplicateKey, e.name, line)
			continue
		}
		if e.key.node.Kind != yaml.ScalarNode {
			e.key.fail(msgWrongType, aText)
			continue
		}
		lines[e.name] = e.key.node.Line
		entries = append(entries, e)
	}
	return entries
}

// has reports whether a mapping has a key.
func (v value) has(name string) bool {
	return slices.ContainsFunc(v.pairs(), func(e entry) bool { return e.name == name })
}

// object decodes a mapping by a table of its keys.
func (v value) object(keys ...key) {
	for _, e := range v.entries() {
		if i := slices.IndexFunc(keys, func(k key) bool { return k.name == e.name }); i >= 0 {
			keys[i].read(e.value)
			continue
		}
		names := make([]string, len(keys))
		for i, k := range keys {
			names[i] = k.name
		}
		e.key.fail(msgUnknownKey, e.name).Near = source.Nearest(e.name, names)
	}
}
