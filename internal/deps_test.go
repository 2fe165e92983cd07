// Package internal holds what only the module itself needs: test helpers, and
// this test of who may import whom.
package internal

import (
	"go/build"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "example.com/channelreport"

// allowed says which packages of the module, and of others, each package may
// import. A package that is not listed may not exist.
var allowed = map[string]string{
	"channel/source": "golang.org/x/text/width",
	"channel":        "channel/source decimal yaml golang.org/x/text/currency golang.org/x/text/width golang.org/x/text/unicode/norm golang.org/x/text/encoding/simplifiedchinese golang.org/x/text/transform",
	"channel/xlsx":   "channel channel/source decimal github.com/xuri/excelize/v2",
	"kpi/expr":       "channel/source decimal",
	"kpi":            "channel channel/source kpi/expr decimal yaml",

	"report/doc":              "channel/source",
	"report/internal/typeset": "github.com/go-text/typesetting/segmenter",
	"report/chart":            "report/doc report/internal/typeset go-chart github.com/golang/freetype/truetype golang.org/x/text/width",
	"report/markdown":         "report/doc report/chart",
	"report/numbers":          "report/doc",
	"report/pdf/sfnt":         "channel/source",
	"report/pdf/notosanssc":   "",
	"report/pdf/finish":       "github.com/klauspost/compress/zlib report/pdf/sfnt",
	"report/pdf":              "channel/source report/doc report/chart report/internal/typeset report/pdf/sfnt report/pdf/finish report/pdf/notosanssc fpdf yaml",
	"report":                  "channel channel/source kpi kpi/expr report/doc decimal yaml golang.org/x/text/width",
	"report/reporttest":       "channel report report/doc channel/source testdata decimal",
	"templates":               "",
	"testdata":                "",

	"internal":        "",
	"internal/golden": "github.com/google/go-cmp/cmp",
}

// onlyIn says in which files an import may stand, where a whole package is too
// wide a place for it.
var onlyIn = map[string][]string{
	"fpdf": {"report/pdf/engine.go"},
	"yaml": {"channel/yaml.go", "channel/yamlmap.go", "kpi/decode.go", "report/decode.go", "report/decode_value.go", "report/sourcemap.go", "report/lint.go", "report/pdf/theme.go"},
}

// short names of the four dependencies in the tables above.
var short = map[string]string{
	"github.com/shopspring/decimal":            "decimal",
	"github.com/go-pdf/fpdf":                   "fpdf",
	"gopkg.in/yaml.v3":                         "yaml",
	"github.com/wcharczuk/go-chart/v2":         "go-chart",
	"github.com/wcharczuk/go-chart/v2/drawing": "go-chart",
}

func TestImports(t *testing.T) {
	root := ".."
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		rel := filepath.ToSlash(strings.TrimPrefix(strings.TrimPrefix(path, root), string(filepath.Separator)))
		if name := entry.Name(); path != root && (strings.HasPrefix(name, ".") || name == "testdata" && rel != "testdata") {
			return filepath.SkipDir
		}
		if rel == "out" || nested(path) && path != root {
			return filepath.SkipDir
		}
		check(t, path, rel)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func nested(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

func check(t *testing.T, path, rel string) {
	p, err := build.Default.ImportDir(path, build.ImportComment)
	if err != nil {
		return // no Go files here
	}
	example := strings.HasPrefix(rel, "examples/")
	list, known := allowed[rel]
	if !known && !example && rel != "report/pdf/notosanssc" {
		t.Errorf("package %s is in no row of the import table", rel)
		return
	}
	may := strings.Fields(list)
	for path, positions := range p.ImportPos {
		name, own := strings.CutPrefix(path, module+"/")
		if s, ok := short[path]; ok {
			name = s
		}
		standard := !strings.Contains(strings.SplitN(path, "/", 2)[0], ".")
		if standard && !own {
			continue
		}
		if !example && !slices.Contains(may, name) {
			t.Errorf("%s imports %s (%s), which the import table does not allow", rel, path, positions[0])
		}
		for _, at := range positions {
			file := rel + "/" + filepath.Base(at.Filename)
			if files := onlyIn[name]; files != nil && !slices.Contains(files, file) {
				t.Errorf("%s imports %s, which may stand in %v only", file, path, files)
			}
		}
	}
}
