package report

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi/expr"
)

// A node is a decoded mapping: its shape, and a value for each key it has.
type node struct {
	shape  string
	place  place
	values map[string]*value
}

// A value is what stands behind a key, read by the key's type.
type value struct {
	place      place
	text       *scalar // wordKey, textKey, exprKey and the texts of sentences
	flag       bool
	number     int
	exprs      []*exprText
	list       bool // the expressions stand in a list
	paragraphs [][]*sentenceText
	nodes      []*node  // blocks, shapes, columns, series, parameters
	names      []string // of parametersKey, in the order of nodes; the texts of a literalKey's list
}

// A place is where something stands: in the file, and in the document.
type place struct {
	file *textFile
	node *yaml.Node
	path string
}

// An exprText is an expression and the text it was read from. from is its
// offset in the scalar, which is more than 0 inside a sentence.
type exprText struct {
	scalar textSource
	path   string
	from   int
	node   expr.Node
}

// A sentenceText is a sentence and the scalar it stands in.
type sentenceText struct {
	scalar   textSource
	path     string
	sentence *sentence
}

// The decoder turns YAML nodes into nodes of the template's own, by the table
// of keys, and collects everything that is wrong on the way.
type decoder struct {
	file     *textFile
	problems source.List
	slips    map[*yaml.Node]bool // that the lint reported
	doubtful map[int]bool        // the lines in which what was read may be a slip
}

const (
	maxTemplateBytes = 1 << 20
	maxDepth         = 40
)

// decode reads a template's text. The node is nil if nothing could be read.
func decode(name string, text []byte) (root *node, problems source.List) {
	d := newDecoder(newTextFile(name, string(text)))
	if len(text) > maxTemplateBytes {
		d.report(place{d.file, &yaml.Node{}, ""}, 0, msgTooLarge, maxTemplateBytes)
		return nil, d.problems
	}
	if d.foreignBreaks(string(text)); len(d.problems) > 0 {
		return nil, d.problems
	}
	raw := &lineReader{text: string(text)}
	root, err := d.read(raw)
	slips := rawProblems(d.file.lines)
	if err == nil {
		slips = slices.DeleteFunc(slips, func(p rawProblem) bool {
			return !slices.Contains(mistyped, p.message) || !d.doubtful[p.line]
		})
	}
	// What else is wrong is told too, where the slips are surely mended. Those of
	// a file that is YAML are none if it is no longer.
	file, mended, ok := d.file.mended(slips)
	if ok {
		again := newDecoder(file)
		whole, refused := again.read(strings.NewReader(mended))
		if ok = refused == nil; ok {
			root, d.problems = whole, again.problems
		}
	}
	if err != nil || ok {
		d.lineSlips(slips, err, raw.lines)
	}
	return root, d.problems
}

func newDecoder(file *textFile) *decoder {
	return &decoder{file: file, slips: map[*yaml.Node]bool{}, doubtful: map[int]bool{}}
}

// read reads the text of the file, unless the YAML library refuses it.
func (d *decoder) read(text io.Reader) (*node, error) {
	reader := yaml.NewDecoder(text)
	var tree, second yaml.Node
	if err := reader.Decode(&tree); err != nil {
		return nil, err
	}
	if err := reader.Decode(&second); !errors.Is(err, io.EOF) {
		d.report(place{d.file, &second, ""}, 0, msgSecondDocument)
	}
	d.lint(tree.Content[0], "")
	return d.mapping(tree.Content[0], "", "template", keysOf("template"), 0), nil
}

// foreignBreaks refuses the characters that YAML counts as line ends and editors
// do not: positions would be wrong behind them.
func (d *decoder) foreignBreaks(text string) {
	if !strings.ContainsAny(text, "\r\u0085\u2028\u2029") {
		return
	}
	for i, line := range d.file.lines {
		for j, r := range line {
			if r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029' {
				d.report(place{d.file, &yaml.Node{Line: i + 1, Column: j + 1}, ""}, 0, msgForeignBreak, fmt.Sprintf("U+%04X", r))
			}
		}
	}
}

// lineSlips reports the slips in the lines of the text, or if there is none why
// the YAML library refuses it in the last one that it read.
func (d *decoder) lineSlips(slips []rawProblem, err error, line int) {
	for _, p := range slips {
		d.report(place{d.file, &yaml.Node{Line: p.line, Column: p.column}, ""}, 0, p.message, p.args...)
	}
	switch {
	case len(slips) > 0:
	case errors.Is(err, io.EOF):
		d.report(place{d.file, &yaml.Node{}, ""}, 0, msgEmptyFile)
	case err != nil:
		for line > 1 && strings.TrimSpace(string(d.file.lines[line-1])) == "" {
			line--
		}
		d.report(place{d.file, &yaml.Node{Line: line, Column: indentOf(d.file.lines[line-1]) + 1}, ""}, 0, msgYAMLSyntax, yamlReason(err.Error()))
	}
}

// A lineReader hands a text on line by line, so that it is known which line the
// YAML library had come to when it refused the text.
type lineReader struct {
	text  string
	at    int
	lines int // begun
}

func (r *lineReader) Read(p []byte) (int, error) {
	if r.at == len(r.text) {
		return 0, io.EOF
	}
	if r.at == 0 || r.text[r.at-1] == '\n' {
		r.lines++
	}
	line := r.text[r.at:]
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i+1]
	}
	n := copy(p, line)
	r.at += n
	return n, nil
}

// report adds a problem at an offset inside the scalar at a place.
func (d *decoder) report(p place, offset int, m source.Message, args ...any) *source.Error {
	at, line := (&scalar{p.file, p.node}).at(offset)
	e := &source.Error{Position: at, Path: p.path, Line: line, Message: m, Args: args}
	d.problems.Add(e)
	d.doubt(p.node)
	return e
}

// doubt notes the lines of what a slip may be in: where something is wrong with
// what YAML read, or it is hardly what was meant.
func (d *decoder) doubt(n *yaml.Node) {
	d.doubtful[n.Line] = true
	for _, s := range (&scalar{d.file, n}).spots() {
		d.doubtful[s.line] = true
	}
}

// mapping reads a mapping with the keys of a shape.
func (d *decoder) mapping(n *yaml.Node, path, shape string, keys []key, depth int) *node {
	p := place{d.file, n, path}
	if depth > maxDepth {
		d.report(p, 0, msgTooDeep, maxDepth)
		return nil
	}
	if !d.is(n, p, yaml.MappingNode, termMapping) {
		return nil
	}
	if d.shorthand(n, p, shape) {
		return nil
	}
	d.indentBody(n, p, keys)
	out := &node{shape: shape, place: p, values: map[string]*value{}}
	meant := map[string]bool{} // by unknown keys
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, content := n.Content[i], n.Content[i+1]
		at := place{d.file, name, join(path, name.Value)}
		k := slices.IndexFunc(keys, func(k key) bool { return k.name == name.Value })
		if d.slips[name] {
			out.values[keyOf(name)] = &value{place: at} // reported; not missing
			continue
		}
		if k < 0 && slices.Contains(blockNames, name.Value) && slices.Contains(blockNames, shape) {
			d.report(at, 0, msgOwnBlock, name.Value)
			continue
		}
		if k < 0 {
			known := make([]string, len(keys))
			for i, k := range keys {
				known[i] = k.name
			}
			e := d.report(at, 0, msgUnknownKey, name.Value, strings.Join(known, ", "))
			e.Near = source.Nearest(name.Value, known)
			meant[e.Near] = true
			continue
		}
		if out.values[name.Value] != nil {
			d.report(at, 0, msgDuplicateKey, name.Value)
			continue
		}
		if v := d.value(content, at.path, keys[k], depth); v != nil {
			out.values[name.Value] = v
		} else {
			out.values[name.Value] = &value{place: at} // reported; not missing
		}
	}
	for _, k := range keys {
		if k.required && out.values[k.name] == nil && !meant[k.name] {
			d.report(p, 0, msgMissingKey, k.name)
		}
	}
	return out
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

func index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// is reports whether a node is of the wanted kind, and says so if not.
func (d *decoder) is(n *yaml.Node, p place, kind yaml.Kind, want source.Term) bool {
	switch {
	case d.slips[n]:
	case n.Kind == yaml.AliasNode:
		d.report(p, 0, msgAlias)
	case n.Kind != kind && d.wideBrackets(n, p.path):
	case n.Kind != kind:
		d.report(p, 0, msgWrongKind, want, kindTerm(n.Kind))
	default:
		return true
	}
	return false
}

func kindTerm(k yaml.Kind) source.Term {
	switch k {
	case yaml.MappingNode:
		return termMapping
	case yaml.SequenceNode:
		return termList
	}
	return termText
}

// withoutFollowing leaves out that a name is unknown where something else is
// wrong with the declarations that give it: it will be known once that is
// mended.
func (n *node) withoutFollowing(list source.List) source.List {
	top := n.place.node.Content
	for i := 0; i+1 < len(top); i += 2 {
		key, names := keyOf(top[i]), map[string]bool{}
		if !slices.Contains([]string{"parameters", "indicators", "uses", "parts"}, key) {
			continue
		}
		givenNames(top[i+1], names)
		follows := func(e *source.Error) bool {
			return (e.Message.Code == msgUnknownName.Code || e.Message.Code == msgNoPart.Code) && names[fmt.Sprint(e.Args[0])]
		}
		if slices.ContainsFunc(list, func(e *source.Error) bool { return strings.HasPrefix(e.Path, key) && !follows(e) }) {
			list = slices.DeleteFunc(list, follows)
		}
	}
	return list
}

// givenNames adds the names that declarations give, however they are written:
// an id and what is under name, else the keys of a mapping, else the texts.
func givenNames(n *yaml.Node, names map[string]bool) {
	if n.Kind == yaml.ScalarNode {
		names[n.Value] = true
	}
	named := func(key string) bool { return slices.Contains([]string{"id", "name", "zh", "en"}, key) }
	entry := n.Kind == yaml.MappingNode && slices.ContainsFunc(n.Content, func(n *yaml.Node) bool { return named(n.Value) })
	for i, inner := range n.Content {
		if n.Kind == yaml.SequenceNode || !entry && i%2 == 0 || entry && i%2 == 1 && named(n.Content[i-1].Value) {
			givenNames(inner, names)
		}
	}
}
