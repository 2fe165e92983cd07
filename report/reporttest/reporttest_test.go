package reporttest_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/report"
	"example.com/channelreport/report/reporttest"
	"example.com/channelreport/templates"
)

var update = flag.Bool("update", false, "rewrite golden files")

// A recorder is a test that only notes what is said about it.
type recorder struct {
	testing.TB
	errors []string
	failed bool
}

func (r *recorder) Helper() {}
func (r *recorder) Error(a ...any) {
	r.errors = append(r.errors, strings.TrimSuffix(fmt.Sprintln(a...), "\n"))
}
func (r *recorder) Errorf(format string, a ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, a...))
}
func (r *recorder) FailNow()       { r.failed = true; runtime.Goexit() }
func (r *recorder) Fatal(a ...any) { r.Error(a...); r.FailNow() }
func (r *recorder) Fatalf(format string, a ...any) {
	r.Errorf(format, a...)
	r.FailNow()
}

// record runs a test by itself.
func record(f func(t testing.TB)) *recorder {
	r := &recorder{}
	done := make(chan bool)
	go func() {
		defer close(done)
		f(r)
	}()
	<-done
	return r
}

const head = "schema: channelreport/template/v1\nid: t\nlocale: zh-CN\ntitle: 标题\n"

func file(text string) fstest.MapFS { return fstest.MapFS{"t.yaml": {Data: []byte(head + text)}} }

func TestParse(t *testing.T) {
	r := record(func(t testing.TB) {
		reporttest.Parse(t, file("summary: [\"{{ sals }}\", figurs]\nclosing: x\n"), "t.yaml")
	})
	want := []string{
		"t.yaml:5:15: summary[0]: unknown name \"sals\"; did you mean \"sales\"? [unknown-name]\n    summary: [\"{{ sals }}\", figurs]\n                  ^",
		"t.yaml:5:25: summary[1]: \"figurs\" would be printed as a text; a word alone is one of these blocks: method, gaps, notes, sign_off, decisions, page_break; others take a colon and what they need; did you mean \"figures: …\"? [bare-block]\n    summary: [\"{{ sals }}\", figurs]\n                            ^",
		"t.yaml:6:10: closing: expected a list, found a text [wrong-kind]\n    closing: x\n             ^",
	}
	if !r.failed || strings.Join(r.errors, "\n") != strings.Join(want, "\n") {
		t.Errorf("failed: %v, errors:\n%s", r.failed, strings.Join(r.errors, "\n"))
	}
	if r := record(func(t testing.TB) { reporttest.Parse(t, file("summary: [method]\n"), "t.yaml") }); r.failed || r.errors != nil {
		t.Errorf("a good template: %v", r.errors)
	}
}

// Marks that stand alone and sentences without an end are found.
func TestPoor(t *testing.T) {
	bad := "summary: [\"销售额为{{ sales }}，。\", \"共{{ sales }}\"]\n"
	r := record(func(t testing.TB) { reporttest.Poor(t, reporttest.Parse(t, file(bad), "t.yaml")) })
	want := []string{`2026-06: "，。" stands in "销售额为69.0万元，。"`, `2026-06: "共69.0万元" does not end`}
	if len(r.errors) < 2 || strings.Join(r.errors[:2], "\n") != strings.Join(want, "\n") {
		t.Errorf("found in a bad template:\n%s", strings.Join(r.errors, "\n"))
	}
	r = record(func(t testing.TB) {
		reporttest.Poor(t, reporttest.Parse(t, file("requires: [market_share]\nsummary: [method]\n"), "t.yaml"))
	})
	if !r.failed || len(r.errors) != 1 || !strings.Contains(r.errors[0], "[required-missing]") {
		t.Errorf("a template that requires more: %q", r.errors)
	}
}

// The built-in templates leave no trace of what is missing.
func TestBuiltinTemplatesPoor(t *testing.T) {
	entries, err := templates.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		t.Run(e.Name(), func(t *testing.T) { reporttest.Poor(t, reporttest.Parse(t, templates.FS, e.Name())) })
	}
}

// Whole drafts do neither.
func TestDraftsPoor(t *testing.T) {
	files, err := filepath.Glob("../testdata/drafts/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no drafts", err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) { reporttest.Poor(t, reporttest.Parse(t, os.DirFS("../testdata/drafts"), name)) })
	}
}

func TestGolden(t *testing.T) {
	template := reporttest.Parse(t, file("summary: [\"销售额为{{ sales }}。\"]\n"), "t.yaml")
	book := reporttest.Sample(t)
	document := reporttest.Document(t, template, book, channel.Quarter(2026, 3), report.Options{})
	document.Warnings, document.Provenance.Files = nil, nil
	reporttest.Golden(t, "small.golden", document)
	if *update {
		return
	}
	other := reporttest.Document(t, template, book, channel.Quarter(2026, 2), report.Options{})
	r := record(func(t testing.TB) { reporttest.Golden(t, "small.golden", other) })
	if len(r.errors) != 1 || !strings.Contains(r.errors[0], "small.golden:4: the report differs") {
		t.Errorf("another quarter: %q", r.errors)
	}
	if r := record(func(t testing.TB) { reporttest.Golden(t, "none.golden", other) }); !r.failed {
		t.Error("a golden file that is not there passes")
	}
}
