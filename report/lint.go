package report

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"example.com/channelreport/channel/source"
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
			if prose(item) {
				key := item.Content[0]
				d.slip(&yaml.Node{Line: key.Line, Column: key.Column + utf8.RuneCountInString(key.Value)}, index(path, i), msgColonInside)
				d.silence(item)
				continue
			}
			d.lintValue(item, index(path, i))
		}
	}
}

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
func words(key string) bool { return strings.ContainsFunc(key, wordy) && nearBlock(key) == "" }

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
	case d.colonSlip(key, value.Value, path):
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
	for i, item := range list.Content {
		switch {
		case open:
			d.silence(item)
			open = !strings.ContainsAny(item.Value, ")）")
		case unclosed(item) && i+1 < len(list.Content):
			d.slip(item, index(path, i), msgCutAtComma, item.Value)
			open = true
		case bare(item) && strings.ContainsAny(item.Value, "，、") && !strings.ContainsAny(item.Value, "(（\"“"):
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

// colonSlip reports a text that was meant as key: value, with a full-width
// colon or without a space behind it. If YAML found another colon in it, what
// stands behind that one is its value.
func (d *decoder) colonSlip(n *yaml.Node, value, path string) bool {
	key := keyOf(n)
	rest := strings.TrimPrefix(n.Value, key)
	if !bare(n) || utf8.RuneCountInString(rest) < 2 || !knownKey(key) {
		return false
	}
	if value != "" {
		rest += ": " + value
	}
	colon := &yaml.Node{Line: n.Line, Column: n.Column + utf8.RuneCountInString(key)}
	if rest, wide := strings.CutPrefix(rest, "："); wide {
		d.slip(colon, path, msgWideColon, key+": "+strings.TrimSpace(rest))
	} else {
		d.slip(colon, path, msgColonSpace, key+": "+strings.TrimSpace(rest[1:]))
	}
	d.silence(n)
	return true
}

// keyOf returns the key that a node is, or was meant to be.
func keyOf(n *yaml.Node) string {
	key, _, _ := strings.Cut(strings.Trim(n.Value, wideSpaces), ":")
	key, _, _ = strings.Cut(key, "：")
	return key
}

// knownKey reports whether a word is a key of the language.
func knownKey(word string) bool {
	for _, table := range []map[string][]key{shapes, blockShapes} {
		for _, keys := range table {
			if slices.ContainsFunc(keys, func(k key) bool { return k.name == word }) {
				return true
			}
		}
	}
	return word == "id" || word == "when"
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
