package report

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// Every character of a scalar is found where an editor shows it, in every
// style that YAML has.
func TestScalarPositions(t *testing.T) {
	tests := []struct {
		name, file string
		find       string // the character is looked for in the value, by this text
		line, col  int
	}{
		{"plain", "a: 销售额 sales", "sales", 1, 8},
		{"plain, folded", "a: 一\n  二 x\n  三 y", "y", 3, 5},
		{"plain in a list", "a: [name, sales.yoyo]", "yoyo", 1, 17},
		{"single quotes", "a: 'it''s x'", "x", 1, 11},
		{"double quotes", `a: "\"高\" x"`, "x", 1, 11},
		{"double quotes, unicode", `a: "\u9ad8 x"`, "x", 1, 12},
		{"double quotes, emoji", `a: "\U0001F600 x"`, "x", 1, 16},
		{"double quotes, escaped line end", "a: \"一\\\n  二 x\"", "x", 2, 5},
		{"double quotes, folded", "a: \"一\n\n  二 x\"", "x", 3, 5},
		{"literal", "a: |\n  第一行\n  {{ x }}", "x", 3, 6},
		{"literal, blank lines first", "a: |\n\n\n  y\n  x", "x", 5, 3},
		{"literal, keep", "a: |+\n  y\n\n  x\n\n", "x", 4, 3},
		{"literal, indent digit", "a: |2\n    y\n  x", "x", 3, 3},
		{"folded", "a: >\n  第一行\n  第二 x", "x", 3, 6},
		{"folded, paragraph", "a: >\n  一\n\n  二 x", "x", 4, 5},
		{"folded, more indented", "a: >\n  一\n    二 x\n  三", "x", 3, 7},
		{"carriage returns", "a: |\r\n  一\r\n  二 x", "x", 3, 5},
		{"byte order mark", "\ufeffa: x", "x", 1, 4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var root yaml.Node
			if err := yaml.Unmarshal([]byte(tt.file), &root); err != nil {
				t.Fatal(err)
			}
			n := root.Content[0].Content[1]
			if n.Kind == yaml.SequenceNode {
				n = n.Content[len(n.Content)-1]
			}
			at := strings.Index(n.Value, tt.find)
			if at < 0 {
				t.Fatalf("%q is not in %q", tt.find, n.Value)
			}
			got, _ := (&scalar{newTextFile("f", tt.file), n}).at(len([]rune(n.Value[:at])))
			if got.Line != tt.line || got.Column != tt.col {
				t.Errorf("%q of %q is at %d:%d, want %d:%d", tt.find, n.Value, got.Line, got.Column, tt.line, tt.col)
			}
		})
	}
}

// Whatever yaml.v3 writes, in whatever style, every character of the value is
// found, and the character that stands there is that character.
func FuzzScalarPositions(f *testing.F) {
	styles := []yaml.Style{0, yaml.SingleQuotedStyle, yaml.DoubleQuotedStyle, yaml.LiteralStyle, yaml.FoldedStyle}
	for _, s := range []string{"销售额", "a b\nc", " lead", "trail ", "it's \"so\"", "一\n\n二\n", "\n\nx", "a\n  b\nc", "tab\there", "很长的一行 " + strings.Repeat("字 ", 60)} {
		for i := range styles {
			f.Add(s, uint8(i))
		}
	}
	f.Fuzz(func(t *testing.T, text string, style uint8) {
		if len(text) > 400 {
			t.Skip("long texts only make yaml.v3 slow")
		}
		doc := yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{
			{Kind: yaml.ScalarNode, Value: "k"},
			{Kind: yaml.ScalarNode, Tag: "!!str", Value: text, Style: styles[int(style)%len(styles)]},
		}}
		out, err := yaml.Marshal(&doc)
		if err != nil {
			t.Skip("yaml.v3 cannot write it")
		}
		if strings.ContainsAny(string(out), "\u0085\u2028\u2029") || strings.Contains(strings.ReplaceAll(string(out), "\r\n", ""), "\r") {
			t.Skip("line ends that only YAML knows")
		}
		var root yaml.Node
		if yaml.Unmarshal(out, &root) != nil || len(root.Content) == 0 {
			t.Skip("yaml.v3 cannot read what it wrote")
		}
		n := root.Content[0].Content[1]
		if n.Kind != yaml.ScalarNode {
			t.Skip()
		}
		file := newTextFile("f", string(out))
		s := &scalar{file, n}
		spots := s.spots()
		value := []rune(n.Value)
		if len(spots) != len(value) {
			t.Fatalf("no positions for %q in\n%s", n.Value, out)
		}
		for i, p := range spots {
			line := file.lines[p.line-1]
			if value[i] == '\n' || value[i] == ' ' || p.column > len(line) {
				continue // may be a fold
			}
			if r := line[p.column-1]; r != value[i] && r != '\\' {
				t.Fatalf("%q of %q is said to be at %d:%d, where %q stands in\n%s", value[i], n.Value, p.line, p.column, r, out)
			}
		}
	})
}
