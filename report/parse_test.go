package report

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
)

// Each bad template in testdata/parse has a golden file with every problem as
// a user sees it, in both languages.
func TestParseProblems(t *testing.T) {
	files, err := filepath.Glob("testdata/parse/*.bad.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no templates", err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			_, err := Parse(os.DirFS(filepath.Dir(file)), name)
			problems := source.Problems(err)
			if problems == nil {
				t.Fatalf("Parse returned %v, want a list of problems", err)
			}
			var b strings.Builder
			for _, p := range problems {
				fmt.Fprintln(&b, p.Error())
				fmt.Fprintln(&b, p.In("zh-CN"))
				if s := p.Snippet(); s != "" {
					fmt.Fprintln(&b, s)
				}
			}
			golden.Compare(t, "parse/"+strings.TrimSuffix(name, ".yaml")+".txt", []byte(b.String()))
		})
	}
}

// Templates beyond the limits are refused in one word.
func TestParseLimits(t *testing.T) {
	deep := strings.Repeat("{heading: x, blocks: [", 45) + strings.Repeat("]}", 45)
	tests := []struct{ name, text, want string }{
		{"size", "id: " + strings.Repeat("x", 1<<20), "t.yaml: the template is larger than 1048576 bytes [template-too-large]"},
		{"depth", "schema: channelreport/template/v1\nid: t\nlocale: en\ntitle: t\nsections: [" + deep + "]\n",
			"mappings are nested more than 40 deep [template-too-deep]"},
		{"a line longer than the YAML library reads at once", "id: t\ntitle: " + strings.Repeat("x", 5000) + "\xb0\nlocale: en\n",
			"t.yaml:2:1: this is no YAML: this is no UTF-8; save the file as UTF-8 [yaml-syntax]"},
		{"optional parts", "schema: channelreport/template/v1\nid: t\nlocale: en\ntitle: t\nsummary: [\"" + strings.Repeat("[[", 200) + "\"]\n",
			"optional parts are nested more than 16 deep [optional-too-deep]"},
	}
	for _, tt := range tests {
		_, err := Parse(fstest.MapFS{"t.yaml": {Data: []byte(tt.text)}}, "t.yaml")
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %s", tt.name, err, tt.want)
		}
	}
}

// A file that is not there is one clear error too.
func TestParseMissingFile(t *testing.T) {
	_, err := Parse(fstest.MapFS{}, "none.yaml")
	const want = "none.yaml: the template cannot be read: file does not exist [no-template]"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if len(source.Problems(err)) != 1 {
		t.Error("the error is no source.Error")
	}
}
