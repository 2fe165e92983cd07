package report

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi/expr"
)

// YAML lets things pass in silence that nobody means: {{ x }} without quotes is
// a mapping, [name, of(a, b)] has three entries, what follows " #" is gone. The
// lint finds them in the tree of nodes, from their kind, style, comments and
// places, and says what to type instead. What it reports is reported once: the
// decoder passes over the nodes that it notes down.

// lint looks through a tree of nodes.
func (d *decoder) lint(n *yaml.Node, path string) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			d.lintKey(n, i, path)
			d.lintValue(n.Content[i+1], join(path, n.Content[i].Value))
		}
	case yaml.SequenceNode:
		d.lintEntries(n, path)
		for i, item := range n.Content {
			if prose(item) && !figureList.MatchString(path) {
				key := item.Content[0]
				d.slip(&yaml.Node{Line: key.Line, Column: key.Column + utf8.RuneCountInString(key.Value)}, index(path, i), msgColonInside)
				d.silence(item)
				continue
			}
			d.lintValue(item, index(path, i))
		}
	}
}

// figureList are the paths of lists whose entries may be mappings without a word
// that makes a block.
var figureList = regexp.MustCompile(`\.(columns|series)$`)

// prose reports whether an entry of a list is a text with a colon in it, which
// YAML takes for a mapping: its key is words that make no block, and what
// follows is no mapping or list.
func prose(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode || len(n.Content) != 2 || !words(n.Content[0].Value) {
		return false
	}
	value := n.Content[1]
	return value.Kind == yaml.ScalarNode || doubled(value) != ""
}

// words reports whether what stands before a colon is prose and makes no block.
func words(key string) bool {
	return strings.ContainsFunc(key, wordy) && source.Nearest(key, blockNames) == ""
}

// wordy reports whether a character is one that prose has and a key has not.
func wordy(r rune) bool { return r > unicode.MaxASCII || r == ' ' }

// slip reports what the lint found, and keeps the decoder from reporting what
// follows from it.
func (d *decoder) slip(n *yaml.Node, path string, m source.Message, args ...any) {
	if !d.slips[n] {
		d.slips[n] = true
		d.report(place{d.file, n, path}, 0, m, args...)
	}
}

// silence passes over nodes that are part of something reported.
func (d *decoder) silence(nodes ...*yaml.Node) {
	for _, n := range nodes {
		d.slips[n] = true
	}
}

const wideSpaces = "\u3000\u00a0"

func flow(n *yaml.Node) bool { return n.Style&yaml.FlowStyle != 0 }

// bare reports whether a node is text without quotes.
func bare(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Style == 0 }

var thousands = regexp.MustCompile(`^[0-9]{3}$`)

// lintKey looks at the i-th node of a mapping as a key.
func (d *decoder) lintKey(mapping *yaml.Node, i int, path string) {
	key, value := mapping.Content[i], mapping.Content[i+1]
	before := path // of the value before
	if i > 0 {
		before = join(path, mapping.Content[i-2].Value)
	}
	switch {
	case bare(key) && key.Value != strings.Trim(key.Value, wideSpaces):
		d.slip(key, path, msgWideIndent)
		d.silence(value)
	case !flow(mapping) || i == 0 || !bare(key) || value.Tag != "!!null" || value.Value != "":
	case thousands.MatchString(key.Value) && bare(mapping.Content[i-1]):
		// {amount: 1,200,000}: one message at the number's beginning
		first := mapping.Content[i-1]
		if !d.slips[first] && !d.slips[mapping.Content[i-2]] {
			d.slip(first, before, msgThousands, first.Value+","+key.Value)
		}
		d.silence(key, value)
	case unclosed(mapping.Content[i-1]):
		d.slip(mapping.Content[i-1], before, msgCutAtComma, mapping.Content[i-1].Value)
		d.silence(key, value)
	}
}

// unclosed reports whether a plain text opens a bracket and does not close it,
// as the part before a comma does.
func unclosed(n *yaml.Node) bool {
	if !bare(n) {
		return false
	}
	depth := 0
	for _, r := range n.Value {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth--
		}
	}
	return depth > 0
}

// lintEntries looks for entries of a list that were meant as one, or one that
// was meant as several.
func (d *decoder) lintEntries(list *yaml.Node, path string) {
	if !flow(list) {
		return
	}
	open := false
	// Beside commas the other marks are those of a text, if it may be one.
	marks := len(list.Content) == 1 || mayHold(path[strings.LastIndexByte(path, '.')+1:], columnsKey, seriesKey, exprsKey)
	for i, item := range list.Content {
		switch {
		case open:
			d.silence(item)
			open = !strings.ContainsAny(item.Value, ")）")
		case unclosed(item) && i+1 < len(list.Content):
			d.slip(item, index(path, i), msgCutAtComma, item.Value)
			open = true
		case marks && bare(item) && strings.ContainsAny(item.Value, separators) && !strings.ContainsAny(item.Value, "(（\"“"):
			d.slip(item, index(path, i), msgWideComma, item.Value)
		}
	}
}

// lintValue looks at what stands behind a key or in a list, and on into it.
func (d *decoder) lintValue(n *yaml.Node, path string) {
	switch {
	case doubled(n) != "":
		d.slip(n, path, msgQuoteBraces, doubled(n))
		return
	case bare(n):
		d.lintPlain(n, path)
	}
	d.lint(n, path)
}

// doubled returns the mark of what is {{ x }} or [[ x ]] without quotes: a
// mapping whose only key is one, a list whose first entry is one.
func doubled(n *yaml.Node) string {
	switch {
	case !flow(n) || len(n.Content) == 0 || n.Content[0].Kind != n.Kind || !flow(n.Content[0]):
		return ""
	case n.Kind == yaml.SequenceNode:
		return "[["
	case len(n.Content) == 2 && n.Content[1].Tag == "!!null":
		return "{{"
	}
	return ""
}

var octal = regexp.MustCompile(`^[-+]?0[0-9]`)

// lintPlain looks at a text without quotes: at what YAML takes it for, and at
// what YAML cut off.
func (d *decoder) lintPlain(n *yaml.Node, path string) {
	switch {
	case strings.HasPrefix(n.Value, "\u3000"):
		d.slip(n, path, msgWideIndent)
	case n.Tag == "!!timestamp":
		d.slip(n, path, msgReadAs, n.Value, termTime, `"`+n.Value+`"`)
	case n.Tag == "!!int" && strings.Contains(n.Value, "_"):
		d.slip(n, path, msgReadAs, n.Value, termNumber, strings.ReplaceAll(n.Value, "_", ""))
	case n.Tag == "!!int" && octal.MatchString(n.Value):
		d.slip(n, path, msgReadAs, n.Value, termOctal, strings.TrimLeft(n.Value, "+0"))
	case n.Tag == "!!int" && strings.ContainsAny(n.Value, "xXoObB"):
		d.slip(n, path, msgReadAs, n.Value, termNumber, `"`+n.Value+`"`)
	case n.LineComment != "":
		d.lintComment(n, path)
	}
}

// lintComment looks at what YAML took for a comment: it is one if a space
// stands behind the mark and, where the text before it is words, two before.
func (d *decoder) lintComment(n *yaml.Node, path string) {
	words := strings.ContainsFunc(n.Value, wordy)
	spaced := strings.HasPrefix(n.LineComment, "# ")
	for line := n.Line; line >= 1 && line <= len(d.file.lines); line++ {
		before, _, ok := strings.Cut(string(d.file.lines[line-1]), n.LineComment)
		if !ok {
			continue
		}
		if !spaced || words && !strings.HasSuffix(before, "  ") {
			mark := &yaml.Node{Line: line, Column: utf8.RuneCountInString(before) + 1}
			d.slip(mark, path, msgCutByComment, n.LineComment)
			d.silence(n)
		}
		return
	}
}

// keyOf returns the key that a node is, or was meant to be.
func keyOf(n *yaml.Node) string { return strings.Trim(n.Value, wideSpaces) }

// knownKey reports whether a word is a key of the language.
func knownKey(word string) bool {
	return word == "id" || word == "when" || anyKey(func(k key) bool { return k.name == word })
}

// mayHold reports whether a key may hold something of one of the types.
func mayHold(word string, types ...keyType) bool {
	return anyKey(func(k key) bool { return k.name == word && slices.Contains(types, k.typ) })
}

func anyKey(is func(key) bool) bool {
	for _, table := range []map[string][]key{shapes, blockShapes} {
		for _, keys := range table {
			if slices.ContainsFunc(keys, is) {
				return true
			}
		}
	}
	return false
}

// wideBrackets reports a list or mapping in full-width brackets, which YAML
// takes for a text.
func (d *decoder) wideBrackets(n *yaml.Node, path string) bool {
	if !bare(n) {
		return false
	}
	for _, pair := range [][2]string{{"｛", "{ }"}, {"【", "[ ]"}, {"［", "[ ]"}} {
		if strings.HasPrefix(n.Value, pair[0]) && !strings.HasPrefix(n.Value, pair[0]+pair[0]) {
			d.slip(n, path, msgWideBrackets, pair[0], pair[1])
			return true
		}
	}
	return false
}

// indentBody moves the keys of a body that stand beside its key, at the same
// depth, into it: all that is wrong with them is how far in they are.
func (d *decoder) indentBody(n *yaml.Node, p place, keys []key) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, body := n.Content[i], n.Content[i+1]
		k := slices.IndexFunc(keys, func(k key) bool { return k.name == name.Value && k.shape != "" })
		if k < 0 || body.Kind != yaml.ScalarNode || body.Value != "" {
			continue
		}
		inner := &yaml.Node{Kind: yaml.MappingNode, Line: name.Line, Column: name.Column}
		var left []*yaml.Node
		for j := 0; j+1 < len(n.Content); j += 2 {
			is := func(k key) bool { return k.name == n.Content[j].Value }
			if slices.ContainsFunc(keysOf(keys[k].shape), is) && !slices.ContainsFunc(keys, is) {
				inner.Content = append(inner.Content, n.Content[j:j+2]...)
			} else {
				left = append(left, n.Content[j:j+2]...)
			}
		}
		if inner.Content != nil {
			at := inner.Content[0]
			d.report(place{d.file, at, join(p.path, at.Value)}, 0, msgIndentBody, at.Value, name.Value)
			left[slices.Index(left, body)] = inner
			n.Content = left
			return
		}
	}
}

// listed reports a list of expressions that lacks its brackets.
func (d *decoder) listed(n *yaml.Node, p place) bool {
	if n.Kind != yaml.ScalarNode {
		return false
	}
	text := []rune("[" + n.Value + "]")
	tree, problems := expr.Parse(string(text))
	list, ok := tree.(*expr.List)
	if !ok || len(problems) > 0 || len(list.Items) < 2 {
		return false
	}
	entries := make([]string, len(list.Items))
	for i, item := range list.Items {
		entries[i] = string(text[item.Pos():item.End()])
		if strings.ContainsAny(entries[i], ",[") {
			entries[i] = quotesFor(entries[i]) + entries[i] + quotesFor(entries[i])
		}
	}
	d.report(p, 0, msgListBrackets, "["+strings.Join(entries, ", ")+"]")
	return true
}

var sortWords = regexp.MustCompile(`^-?(.+?) *(?:(降序|倒序|[由从](?:大到小|高到低)|desc|descending)|升序|正序|[由从](?:小到大|低到高)|asc|ascending)$`)

// sortWords reports an order whose direction is written in words.
func (d *decoder) sortWords(n *yaml.Node, p place) bool {
	m := sortWords.FindStringSubmatch(n.Value)
	if m == nil {
		return false
	}
	if m[2] != "" {
		m[1] = "-" + m[1]
	}
	d.report(p, 0, msgSortWords, m[1])
	return true
}

// shorthand reports a mapping {a: b} whose key names what another key is for.
func (d *decoder) shorthand(n *yaml.Node, p place, shape string) bool {
	first, second := map[string]string{"column": "title", "series": "name", "cross": "by"}[shape], "figure"
	if first == "" || len(n.Content) != 2 || n.Content[1].Kind != yaml.ScalarNode || !words(n.Content[0].Value) {
		return false
	}
	a, b := n.Content[0].Value, n.Content[1].Value
	if shape != "cross" {
		first, second, a, b = second, first, b, a
	}
	d.report(p, 0, msgShorthand, "{"+first+": "+a+", "+second+": "+b+"}")
	return true
}
