package templates_test

import (
	"bytes"
	"context"
	"flag"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report"
	"example.com/channelreport/report/markdown"
	"example.com/channelreport/testdata"
)

// Every sample of the guide is rendered over the sample book, and what it makes
// stands below it: Markdown, or what is wrong with it. With -update the test
// writes what stands there.
func TestGuide(t *testing.T) {
	text, err := os.ReadFile("GUIDE.md")
	if err != nil {
		t.Fatal(err)
	}
	guide := &guide{locale: "zh-CN"}
	var out strings.Builder
	lines := strings.SplitAfter(string(text), "\n")
	samples := 0
	for i := 0; i < len(lines); i++ {
		line := strings.TrimRight(lines[i], "\n")
		if line == "# English" {
			guide.locale = "en"
		}
		info, fence := strings.CutPrefix(line, "```")
		if !fence || info == "" {
			out.WriteString(lines[i])
			continue
		}
		body := ""
		end := i + 1
		for ; end < len(lines) && !strings.HasPrefix(lines[end], "```"); end++ {
			body += lines[end]
		}
		file, isFile := strings.CutPrefix(info, "yaml ")
		switch {
		case isFile:
			guide.file, guide.content = file, body
		case info == "yaml":
			guide.sample = body
		case info == "markdown":
			body = guide.render(t)
			samples++
		case info == "text":
			body = guide.problems(t)
			samples++
		}
		out.WriteString(lines[i] + body + lines[min(end, len(lines)-1)])
		i = end
	}
	if samples < 20 {
		t.Errorf("only %d samples were rendered", samples)
	}
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile("GUIDE.md", []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if out.String() != string(text) {
		t.Errorf("GUIDE.md does not show what its samples make (-update rewrites it)\n%s", golden.Diff(string(text), out.String()))
	}
}

// A guide is what has been read of it: the sample before an output, and a file
// of the book that stands in for the sample book's.
type guide struct {
	locale        string
	file, content string
	sample        string
}

// template is the sample as a whole template: blocks, and keys of a template
// beside them, get what is missing.
func (g *guide) template() string {
	if strings.HasPrefix(g.sample, "schema:") {
		return g.sample
	}
	head := "schema: channelreport/template/v1\nid: sample\nlocale: " + g.locale + "\ntitle: \"{{ period }}\"\n"
	if strings.HasPrefix(g.sample, "- ") {
		return head + "sections:\n" + g.sample
	}
	return head + g.sample
}

func (g *guide) parse() (*report.Template, error) {
	return report.Parse(fstest.MapFS{"mine.yaml": {Data: []byte(g.template())}}, "mine.yaml")
}

// book is the sample book, with the guide's file in the place of its own once.
func (g *guide) book(t *testing.T) *channel.Book {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(testdata.Sample(), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			text, err := fs.ReadFile(testdata.Sample(), path)
			files[path] = &fstest.MapFile{Data: text}
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if g.file != "" {
		files[g.file] = &fstest.MapFile{Data: []byte(g.content)}
		g.file = ""
	}
	book, err := channel.Open(context.Background(), files)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func (g *guide) render(t *testing.T) string {
	t.Helper()
	template, err := g.parse()
	if err != nil {
		t.Fatalf("%v\n%s", err, g.template())
	}
	run, err := template.Run(context.Background(), g.book(t), channel.Quarter(2026, 3), report.Options{Date: "2026-10-08"})
	if err != nil {
		t.Fatalf("%v\n%s", err, g.template())
	}
	if template.PerPartner() {
		for p := range run.Partners() {
			run = run.For(p)
			break
		}
	}
	document, err := run.Document(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	r := markdown.Renderer{Dir: "charts", Asset: func(string, []byte) error { return nil }}
	if err := r.Render(context.Background(), &out, document); err != nil {
		t.Fatal(err)
	}
	return body(out.String(), strings.HasPrefix(g.sample, "schema:"))
}

// body leaves a document's title and date out, unless the sample is whole.
func body(text string, whole bool) string {
	if !whole {
		parts := strings.SplitN(text, "\n\n", 3)
		text = parts[len(parts)-1]
	}
	return strings.TrimSpace(text) + "\n"
}

func (g *guide) problems(t *testing.T) string {
	t.Helper()
	_, err := g.parse()
	problems := source.Problems(err)
	if len(problems) == 0 {
		t.Fatalf("nothing is wrong with\n%s", g.template())
	}
	out := ""
	for _, p := range problems {
		out += p.In(g.locale) + "\n"
		if s := p.Snippet(); s != "" {
			out += s + "\n"
		}
	}
	return out
}
