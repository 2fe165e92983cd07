package report

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi/expr"
)

// value reads what stands behind a key.
func (d *decoder) value(n *yaml.Node, path string, k key, depth int) *value {
	v := &value{place: place{d.file, n, path}}
	ok := true
	switch k.typ {
	case wordKey, textKey, boolKey, intKey:
		ok = d.word(n, v, k)
	case sentenceKey:
		v.text = d.scalar(n, v.place)
		ok = v.text != nil
		if ok {
			v.paragraphs = d.sentences(v.text, path)
			if len(v.paragraphs) > 1 || len(v.paragraphs) == 1 && len(v.paragraphs[0]) > 1 {
				d.report(v.place, 0, msgOneLine, k.name)
			}
			for _, lines := range v.paragraphs {
				for _, line := range lines {
					line.sentence.title = true
				}
			}
		}
	case paragraphsKey:
		v.text = d.scalar(n, v.place)
		ok = v.text != nil
		if ok {
			v.paragraphs = d.sentences(v.text, path)
		}
	case exprKey:
		if k.name == "sort" && d.sortWords(n, v.place) {
			return nil
		}
		e := d.expr(n, path)
		ok = e != nil
		v.exprs = []*exprText{e}
	case exprsKey:
		ok = d.exprs(n, v)
	case blocksKey:
		ok = d.blocks(n, v, depth)
	case shapeKey:
		shape := d.mapping(n, path, k.shape, keysOf(k.shape), depth+1)
		ok = shape != nil
		v.nodes = []*node{shape}
	case shapesKey:
		ok = d.list(n, v, func(item *yaml.Node, path string) *node {
			return d.mapping(item, path, k.shape, keysOf(k.shape), depth+1)
		})
	case bareKey:
		ok = d.bare(n, v, k, depth)
	case columnsKey:
		if n.Kind == yaml.MappingNode {
			cross := d.mapping(n, path, "cross", keysOf("cross"), depth+1)
			v.nodes, ok = []*node{cross}, cross != nil
			break
		}
		v.list = true
		ok = d.list(n, v, d.figureOr("column", depth))
	case seriesKey:
		ok = d.list(n, v, d.figureOr("series", depth))
	case localizedKey:
		names := d.mapping(n, path, "localized", localizedKeys, depth+1)
		ok = names != nil
		v.nodes = []*node{names}
	case parametersKey:
		ok = d.named(n, v, k.shape, depth)
	case partsKey:
		ok = d.parts(n, v, depth)
	case literalKey:
		ok = d.literal(n, v)
	}
	if !ok {
		return nil
	}
	return v
}

// scalar returns a node's text as it is written, whatever YAML takes it for.
func (d *decoder) scalar(n *yaml.Node, p place) *scalar {
	if !d.is(n, p, yaml.ScalarNode, termText) {
		return nil
	}
	if strings.TrimSpace(n.Value) == "" {
		d.report(p, 0, msgEmptyValue)
		return nil
	}
	return &scalar{d.file, n}
}

func (d *decoder) word(n *yaml.Node, v *value, k key) bool {
	v.text = d.scalar(n, v.place)
	if v.text == nil {
		return false
	}
	text := v.text.text()
	switch k.typ {
	case textKey:
		for _, mark := range []string{"{{", "[["} {
			if i := strings.Index(text, mark); i >= 0 {
				d.report(v.place, utf8.RuneCountInString(text[:i]), msgLiteralText, k.name)
				return false
			}
		}
	case boolKey:
		v.flag = text == "true"
		if text != "true" && text != "false" {
			d.report(v.place, 0, msgNotBoolean, text)
			return false
		}
	case intKey:
		number, err := strconv.Atoi(text)
		if err != nil || number < 1 {
			d.report(v.place, 0, msgNotInteger, text)
			return false
		}
		if number > k.max {
			d.report(v.place, 0, msgAtMost, k.max, text)
			return false
		}
		v.number = number
	}
	if k.words != nil && !slices.Contains(k.words, text) {
		e := d.report(v.place, 0, msgUnknownWord, text, strings.Join(k.words, ", "))
		e.Near = source.Nearest(text, k.words)
		return false
	}
	return true
}

// expr reads a scalar as an expression.
func (d *decoder) expr(n *yaml.Node, path string) *exprText {
	s := d.scalar(n, place{d.file, n, path})
	if s == nil {
		return nil
	}
	tree, problems := expr.Parse(s.text())
	e := &exprText{scalar: s, path: path, node: tree}
	for _, p := range problems {
		d.problems.Add(e.problem(p))
		d.doubt(n)
	}
	if len(problems) > 0 {
		return nil
	}
	return e
}

// problem places a problem of an expression in the file.
func (e *exprText) problem(p expr.Problem) *source.Error {
	at, line := e.scalar.at(e.from + p.At)
	return &source.Error{Position: at, Path: e.path, Line: line, Message: p.Message, Args: p.Args, Near: p.Near}
}

func (d *decoder) exprs(n *yaml.Node, v *value) bool {
	if d.listed(n, v.place) {
		return false
	}
	if n.Kind == yaml.ScalarNode {
		if dashWord.MatchString(n.Value) { // which is a minus for an expression
			d.doubt(n)
		}
		e := d.expr(n, v.place.path)
		v.exprs = []*exprText{e}
		return e != nil
	}
	if !d.is(n, v.place, yaml.SequenceNode, termList) {
		return false
	}
	ok := true
	v.list = true
	for i, item := range n.Content {
		e := d.expr(item, index(v.place.path, i))
		ok = ok && e != nil
		v.exprs = append(v.exprs, e)
	}
	return ok
}

// sentences splits a text into paragraphs of sentences and places what is
// wrong in them.
func (d *decoder) sentences(s *scalar, path string) [][]*sentenceText {
	paragraphs, problems := splitSentences(s.text())
	for _, p := range problems {
		d.problems.Add((&exprText{scalar: s, path: path}).problem(p))
	}
	out := make([][]*sentenceText, len(paragraphs))
	for i, lines := range paragraphs {
		for _, line := range lines {
			out[i] = append(out[i], &sentenceText{s, path, line})
		}
	}
	return out
}

func (d *decoder) literal(n *yaml.Node, v *value) bool {
	if n.Kind != yaml.SequenceNode {
		v.text = d.scalar(n, v.place)
		return v.text != nil
	}
	for i, item := range n.Content {
		s := d.scalar(item, place{d.file, item, index(v.place.path, i)})
		if s == nil {
			return false
		}
		v.names = append(v.names, s.text())
	}
	return true
}

// bare reads what may stand behind a key that says all by itself.
func (d *decoder) bare(n *yaml.Node, v *value, k key, depth int) bool {
	switch {
	case n.Kind == yaml.ScalarNode && (n.Value == "" || n.Value == "true") && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0:
		return true
	case n.Kind == yaml.MappingNode && k.shape != "":
		body := d.mapping(n, v.place.path, k.shape, keysOf(k.shape), depth+1)
		v.nodes = []*node{body}
		return body != nil
	case k.shape != "":
		d.report(v.place, 0, msgWrongKind, termMapping, kindTerm(n.Kind))
	default:
		d.report(v.place, 0, msgNothingBehind, k.name)
	}
	return false
}

// list reads a sequence of nodes.
func (d *decoder) list(n *yaml.Node, v *value, item func(*yaml.Node, string) *node) bool {
	if d.listed(n, v.place) || !d.is(n, v.place, yaml.SequenceNode, termList) {
		return false
	}
	for i, content := range n.Content {
		v.nodes = append(v.nodes, item(content, index(v.place.path, i))) // nil for what is wrong: the others are checked too
	}
	return true
}

// figureOr reads a bare expression as the mapping {figure: …} of a shape.
func (d *decoder) figureOr(shape string, depth int) func(*yaml.Node, string) *node {
	return func(n *yaml.Node, path string) *node {
		if shape == "column" && n.Kind == yaml.MappingNode && has(n, "by") {
			d.report(place{d.file, n, path}, 0, msgCrossAlone)
			return nil
		}
		if n.Kind != yaml.ScalarNode {
			return d.mapping(n, path, shape, keysOf(shape), depth+1)
		}
		e := d.expr(n, path)
		if e == nil {
			return nil
		}
		p := place{d.file, n, path}
		return &node{shape: shape, place: p, values: map[string]*value{
			"figure": {place: p, exprs: []*exprText{e}},
		}}
	}
}

// named reads a mapping from names of the user's own to mappings of a shape.
func (d *decoder) named(n *yaml.Node, v *value, shape string, depth int) bool {
	if !d.is(n, v.place, yaml.MappingNode, termMapping) {
		return false
	}
	ok := true
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i].Value
		path := join(v.place.path, name)
		if slices.Contains(v.names, name) {
			d.report(place{d.file, n.Content[i], path}, 0, msgDuplicateKey, name)
			ok = false
			continue
		}
		item := d.mapping(n.Content[i+1], path, shape, keysOf(shape), depth+1)
		ok = ok && item != nil
		v.names = append(v.names, name)
		v.nodes = append(v.nodes, item)
	}
	return ok
}

// blockSlip returns the block that a lone word was probably meant to be: a
// paragraph is hardly ever one English word, and never one so like a block, nor
// what a block is called.
func blockSlip(text string) string {
	if block := blockCalled(text); block != "" {
		return block
	}
	if strings.ContainsFunc(text, func(r rune) bool { return r != '_' && (r < 'a' || r > 'z') }) {
		return ""
	}
	return source.Nearest(text, slices.Concat(bareBlocks, blockNames))
}

// blocks reads a list of blocks: strings are paragraphs or bare blocks,
// mappings are what their main key says.
func (d *decoder) blocks(n *yaml.Node, v *value, depth int) bool {
	return d.list(n, v, func(item *yaml.Node, path string) *node {
		p := place{d.file, item, path}
		if item.Kind == yaml.ScalarNode {
			if slices.Contains(bareBlocks, item.Value) {
				return &node{shape: item.Value, place: p, values: map[string]*value{}}
			}
			if near := blockSlip(item.Value); bare(item) && near != "" && near != "text" {
				if !slices.Contains(bareBlocks, near) {
					near += ": …"
				}
				d.report(p, 0, msgBareBlock, item.Value, strings.Join(bareBlocks, ", ")).Near = near
				return nil
			}
			if m := keyStart.FindStringSubmatch(item.Value); m != nil && bare(item) && knownKey(m[1]) {
				d.doubt(item)
			}
			text := d.value(item, path, keysOf("text")[0], depth)
			if text == nil {
				return nil
			}
			return &node{shape: "text", place: p, values: map[string]*value{"text": text}}
		}
		if !d.is(item, p, yaml.MappingNode, termBlock) {
			return nil
		}
		for _, name := range blockNames {
			if has(item, name) {
				return d.mapping(item, path, name, slices.Concat(keysOf(name), anyBlock), depth+1)
			}
		}
		e := d.report(p, 0, msgNoBlock, strings.Join(blockNames, ", "))
		for i := 0; i < len(item.Content) && e.Near == ""; i += 2 {
			e.Near = source.Nearest(item.Content[i].Value, blockNames)
		}
		return nil
	})
}

// blockCalled returns the block with a name, in English or as business calls it.
func blockCalled(word string) string {
	if slices.Contains(blockNames, word) {
		return word
	}
	return source.Synonym(word, blockNames)
}

// has reports whether a mapping has a key.
func has(mapping *yaml.Node, key string) bool {
	for i := 0; i < len(mapping.Content); i += 2 {
		if keyOf(mapping.Content[i]) == key {
			return true
		}
	}
	return false
}

// parts reads names with a list of blocks each.
func (d *decoder) parts(n *yaml.Node, v *value, depth int) bool {
	if !d.is(n, v.place, yaml.MappingNode, termMapping) {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i]
		p := place{d.file, name, join(v.place.path, name.Value)}
		if slices.Contains(v.names, name.Value) {
			d.report(p, 0, msgDuplicateKey, name.Value)
			continue
		}
		blocks := d.value(n.Content[i+1], p.path, key{name: name.Value, typ: blocksKey}, depth+1)
		if blocks == nil {
			continue
		}
		v.names = append(v.names, name.Value)
		v.nodes = append(v.nodes, &node{shape: "part", place: p, values: map[string]*value{"blocks": blocks}})
	}
	return true
}
