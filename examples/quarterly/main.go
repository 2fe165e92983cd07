// Quarterly makes the report of the sample book's third quarter of 2026: a
// PDF, and Markdown with its charts. It is the shortest whole program.
package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"example.com/channelreport/channel"
	"example.com/channelreport/report"
	"example.com/channelreport/report/markdown"
	"example.com/channelreport/report/pdf"
	"example.com/channelreport/templates"
	"example.com/channelreport/testdata"
)

func main() {
	if err := run(context.Background(), "out"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes quarterly.pdf, quarterly.md and quarterly.charts into a folder.
func run(ctx context.Context, dir string) error {
	book, err := channel.Open(ctx, testdata.Sample())
	if err != nil {
		return err
	}
	template, err := report.Parse(templates.FS, "performance-review.zh-CN.yaml")
	if err != nil {
		return err
	}
	prepared, err := template.Run(ctx, book, channel.Quarter(2026, 3), report.Options{Date: "2026-10-08"})
	if err != nil {
		return err
	}
	document, err := prepared.Document(ctx)
	if err != nil {
		return err
	}

	var page, text bytes.Buffer
	if err := pdf.Render(ctx, &page, document); err != nil {
		return err
	}
	files := map[string][]byte{}
	md := markdown.Renderer{Dir: "quarterly.charts", Asset: func(name string, svg []byte) error {
		files[name] = svg
		return nil
	}}
	if err := md.Render(ctx, &text, document); err != nil {
		return err
	}
	files["quarterly.pdf"], files["quarterly.md"] = page.Bytes(), text.Bytes()
	return write(dir, files)
}

// write puts the finished files into a folder and says so.
func write(dir string, files map[string][]byte) error {
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	for _, name := range []string{"quarterly.pdf", "quarterly.md"} {
		fmt.Println("wrote", filepath.Join(dir, name))
	}
	return nil
}
