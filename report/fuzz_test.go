package report_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/report"
	"example.com/channelreport/templates"
)

// Whatever a template's text is, it is either refused with problems that have a
// place, or makes a document in which nothing of the language is left and no
// two full stops meet.
func FuzzTemplate(f *testing.F) {
	names, err := fs.Glob(templates.FS, "*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	files, err := filepath.Glob("testdata/parse/*.yaml")
	if err != nil || len(files) == 0 {
		f.Fatal("no templates", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	const head = "schema: channelreport/template/v1\nid: t\nlocale: zh-CN\ntitle: t\nsummary:\n  - |\n    "
	for _, line := range []string{
		"{{ period }}销售额{{ sales }}[[，{{ yoy(sales) }}]]。", "{{ \"好。\" }}。[[{{ join([sales, cac]) }}。]]",
		"{{ range(money(sales, \"亿元\"), sales.target) }}", "{{ sum(where(resources, class = \"资金\").amount) / sales * 100% }}",
		"[[{{ item(\"P1\").text }}]]。{{ claim(\"高于\", cac, 500元) }}", "{{ at(of(sales, 区域 in [\"华东\"]), \"2025\") }}",
	} {
		f.Add(head + line + "\n")
	}
	f.Add(scorecard)
	f.Add(claims)
	book := sample(f)
	f.Fuzz(func(t *testing.T, text string) {
		template, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(text)}}, "t.yaml")
		if err != nil {
			refused(t, err)
			return
		}
		run, err := template.Run(context.Background(), book, channel.Quarter(2026, 3), report.Options{})
		if err != nil {
			refused(t, err)
			return
		}
		if template.PerPartner() {
			run = run.For(book.Partners()[0])
		}
		d, err := run.Document(context.Background())
		if err != nil {
			refused(t, err)
			return
		}
		var b bytes.Buffer
		if err := d.Dump(&b); err != nil {
			t.Fatal(err)
		}
		printed, _, _ := strings.Cut(b.String(), "\nfigures\n")
		for _, mark := range []string{"{{", "[[", "。。"} {
			if strings.Contains(printed, mark) && !typed(text, mark) {
				t.Errorf("the document holds %q:\n%s", mark, printed)
			}
		}
	})
}

// typed reports whether a template's author may have meant a mark as text:
// braces in quotes, or stops side by side.
func typed(text, mark string) bool {
	if strings.Contains(text, `\`) {
		return true // escapes may spell anything
	}
	if mark == "。。" {
		return strings.Contains(text, mark) || strings.Contains(text, "。\n") && !strings.Contains(text, "|")
	}
	for _, quote := range []string{`"`, "“", "”", "'", "‘", "’", "＂", "＇"} {
		if strings.Contains(text, quote) {
			return true
		}
	}
	return false
}

func refused(t *testing.T, err error) {
	problems := source.Problems(err)
	if len(problems) == 0 {
		t.Fatalf("no list of problems: %v", err)
	}
	for _, p := range problems {
		if !report.Fits(p) {
			t.Fatalf("%q", p.Error())
		}
		_ = p.Snippet()
	}
}
