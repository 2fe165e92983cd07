package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
)

// templates/schema.json, for completion and hover in editors, is the table of
// keys in other words. This test writes it (-update) and holds it to the
// decoder: what one takes the other takes.

const schemaFile = "../templates/schema.json"

type object = map[string]any

// writeSchema puts the table of keys into JSON Schema.
func writeSchema() ([]byte, error) {
	defs := object{"scalar": object{"type": []string{"string", "number", "boolean"}}}
	names := append(keysIn(shapes), keysIn(blockShapes)...)
	for _, name := range names {
		keys := keysOf(name)
		if slices.Contains(blockNames, name) {
			keys = slices.Concat(keys, anyBlock)
		}
		defs[defName(name)] = mappingSchema(keys)
	}
	defs["localized"] = mappingSchema(localizedKeys)
	block := []any{object{"$ref": "#/$defs/scalar", "description": "一段文字，或 " + strings.Join(bareBlocks, "、") + "\n\nParagraphs of text, or one of " + strings.Join(bareBlocks, ", ")}}
	for _, name := range blockNames {
		block = append(block, ref(name))
	}
	defs["block"] = object{"anyOf": block}
	schema := mappingSchema(keysOf("template"))
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["title"] = Schema
	schema["description"] = "渠道报告模板\n\nTemplate of a channel report"
	schema["$defs"] = defs
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(schema)
	return out.Bytes(), err
}

func keysIn(table map[string][]key) []string {
	var names []string
	for name := range table {
		if name != "template" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func defName(shape string) string { return strings.ReplaceAll(shape, " ", "_") }

func ref(shape string) object { return object{"$ref": "#/$defs/" + defName(shape)} }

func mappingSchema(keys []key) object {
	properties := object{}
	var required []string
	for _, k := range keys {
		s := keySchema(k)
		if k.zh != "" {
			s["description"] = k.zh + "\n\n" + k.en
		}
		properties[k.name] = s
		if k.required {
			required = append(required, k.name)
		}
	}
	out := object{"type": "object", "properties": properties, "additionalProperties": false}
	if required != nil {
		out["required"] = required
	}
	return out
}

func keySchema(k key) object {
	text := ref("scalar")
	list := func(items any) object { return object{"type": "array", "items": items} }
	anyOf := func(of ...any) object { return object{"anyOf": of} }
	switch k.typ {
	case boolKey:
		return object{"type": "boolean"}
	case intKey:
		return object{"type": "integer", "minimum": 1, "maximum": k.max}
	case exprsKey, literalKey:
		return anyOf(text, list(text))
	case blocksKey:
		return list(ref("block"))
	case shapeKey:
		return ref(k.shape)
	case shapesKey:
		return list(ref(k.shape))
	case columnsKey:
		return anyOf(list(anyOf(text, ref("column"))), ref("cross"))
	case seriesKey:
		return list(anyOf(text, ref("series")))
	case localizedKey:
		return ref("localized")
	case parametersKey:
		return object{"type": "object", "additionalProperties": ref(k.shape)}
	case partsKey:
		return object{"type": "object", "additionalProperties": list(ref("block"))}
	case bareKey:
		of := []any{object{"type": "null"}, object{"const": true}}
		if k.shape != "" {
			of = append(of, ref(k.shape))
		}
		return anyOf(of...)
	}
	if k.words != nil {
		return object{"enum": k.words}
	}
	return text
}

// plainValue is a YAML node as JSON has it.
func plainValue(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		out := object{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			out[n.Content[i].Value] = plainValue(n.Content[i+1])
		}
		return out
	case yaml.SequenceNode:
		out := []any{}
		for _, item := range n.Content {
			out = append(out, plainValue(item))
		}
		return out
	}
	var v any
	if n.Tag == "!!timestamp" || n.Decode(&v) != nil {
		return n.Value
	}
	return v
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("template.json", parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("template.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// valid asks the schema about a YAML tree.
func valid(t *testing.T, schema *jsonschema.Schema, root *yaml.Node) error {
	t.Helper()
	text, err := json.Marshal(plainValue(root))
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(v)
}

func TestSchemaIsTheTableOfKeys(t *testing.T) {
	got, err := writeSchema()
	if err != nil {
		t.Fatal(err)
	}
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(schemaFile, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(schemaFile)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("templates/schema.json is not what the table of keys says (%v); go test ./report -update writes it", err)
	}
}

func parseYAML(t *testing.T, file string) *yaml.Node {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		t.Fatal(file, err)
	}
	return root.Content[0]
}

func TestSchemaAcceptsGoodTemplates(t *testing.T) {
	schema := compileSchema(t)
	for _, pattern := range []string{"../templates/*.yaml", "testdata/drafts/*.yaml", "../examples/*/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if err := valid(t, schema, parseYAML(t, file)); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}

// In every place of every good template the schema refuses a key that is not
// known, and a value of another type, wherever the decoder does.
func TestSchemaRefuses(t *testing.T) {
	schema := compileSchema(t)
	tried := 0
	for _, file := range []string{"flash.zh-CN", "partner-scorecard.zh-CN", "strategy-review.zh-CN"} {
		file = "testdata/drafts/" + file + ".yaml"
		root := parseYAML(t, file)
		refused := func(what string, change func() (undo func())) {
			undo := change()
			defer undo()
			text, err := yaml.Marshal(root)
			if err != nil {
				t.Fatal(err)
			}
			if _, problems := decode("t.yaml", text); len(problems) == 0 {
				return
			}
			tried++
			if valid(t, schema, root) == nil {
				t.Errorf("%s: %s: the decoder refuses it, the schema does not", file, what)
			}
		}
		var walk func(path string, n *yaml.Node)
		walk = func(path string, n *yaml.Node) {
			switch n.Kind {
			case yaml.MappingNode:
				content := n.Content
				refused(path+": unknown key", func() func() {
					n.Content = append(slices.Clone(content), &yaml.Node{Kind: yaml.ScalarNode, Value: "nonsense"}, &yaml.Node{Kind: yaml.ScalarNode, Value: "x"})
					return func() { n.Content = content }
				})
				for i := 0; i < len(content); i += 2 {
					key, value := content[i].Value, content[i+1]
					refused(path+"."+key+": list of lists", func() func() {
						n.Content = slices.Clone(content)
						n.Content[i+1] = &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{{Kind: yaml.SequenceNode}}}
						return func() { n.Content = content }
					})
					refused(path+"."+key+": missing", func() func() {
						n.Content = slices.Delete(slices.Clone(content), i, i+2)
						return func() { n.Content = content }
					})
					walk(path+"."+key, value)
				}
			case yaml.SequenceNode:
				for i, item := range n.Content {
					walk(fmt.Sprintf("%s[%d]", path, i), item)
				}
			}
		}
		walk("", root)
	}
	if tried < 400 {
		t.Errorf("only %d changes were tried", tried)
	}
}

func TestSchemaRefusesBadTemplates(t *testing.T) {
	schema := compileSchema(t)
	for _, name := range []string{"keys", "kinds", "structure"} {
		if valid(t, schema, parseYAML(t, "testdata/parse/"+name+".bad.yaml")) == nil {
			t.Errorf("%s.bad.yaml passes", name)
		}
	}
}
