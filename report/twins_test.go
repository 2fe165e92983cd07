package report

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/templates"
)

// The two languages of a built-in template have the same blocks, in the same
// order, with the same figures in each.
func TestTemplatesAreTwins(t *testing.T) {
	files, err := fs.Glob(templates.FS, "*.zh-CN.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no templates", err)
	}
	for _, file := range files {
		id := strings.TrimSuffix(file, ".zh-CN.yaml")
		zh, en := outline(t, file), outline(t, id+".en.yaml")
		for i := range max(len(zh), len(en)) {
			var a, b string
			if i < len(zh) {
				a = zh[i]
			}
			if i < len(en) {
				b = en[i]
			}
			if a != b {
				t.Errorf("%s: zh-CN has\n%s\nwhere en has\n%s", id, a, b)
				break
			}
		}
	}
}

// outline writes what a template's languages share, a line a value: where it
// stands, and the names in its expressions.
func outline(t *testing.T, file string) []string {
	t.Helper()
	text, err := templates.FS.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	root, problems := decode(file, text)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var lines []string
	var walk func(path string, n *node)
	walk = func(path string, n *node) {
		keys := make([]string, 0, len(n.values))
		for key := range n.values {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for _, key := range keys {
			v := n.values[key]
			at := path + "." + n.shape + "." + key
			line := at + ":"
			for _, e := range v.exprs {
				line += " " + names(e.node)
			}
			var inserts []string
			for _, paragraph := range v.paragraphs {
				for _, s := range paragraph {
					for _, in := range s.sentence.inserts() {
						inserts = append(inserts, names(in.node))
					}
				}
			}
			slices.Sort(inserts) // word order is the language's
			switch key {
			case "id", "kind", "role", "as", "schema":
				if n.shape != "template" || key == "schema" {
					line += " " + n.text(key)
				}
			}
			lines = append(lines, line+" "+strings.Join(inserts, " | "))
			for i, inner := range v.nodes {
				walk(fmt.Sprintf("%s[%d]", at, i), inner)
			}
		}
	}
	walk("", root)
	return lines
}

// names lists the names in an expression but for plural, which only English
// has.
func names(n expr.Node) string {
	var out []string
	for n := range expr.Walk(n) {
		switch n := n.(type) {
		case *expr.Name:
			out = append(out, n.Ident)
		case *expr.Select:
			out = append(out, "."+n.Ident)
		case *expr.Call:
			if n.Ident != "plural" {
				out = append(out, n.Ident+"()")
			}
		}
	}
	return strings.Join(out, " ")
}
