// Flash makes a monthly report of one page from a template of its own,
// flash.zh-CN.yaml, which was written from the guide alone
// (templates/GUIDE.md). It shows how a program brings its own templates.
package main

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"os"
	"path/filepath"

	"example.com/channelreport/channel"
	"example.com/channelreport/report"
	"example.com/channelreport/report/markdown"
	"example.com/channelreport/report/pdf"
	"example.com/channelreport/testdata"
)

//go:embed flash.zh-CN.yaml
var templates embed.FS

func main() {
	if err := run(context.Background(), "out"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes flash.pdf and flash.md into a folder.
func run(ctx context.Context, dir string) error {
	book, err := channel.Open(ctx, testdata.Sample())
	if err != nil {
		return err
	}
	template, err := report.Parse(templates, "flash.zh-CN.yaml")
	if err != nil {
		return err
	}
	prepared, err := template.Run(ctx, book, channel.Month(2026, 9), report.Options{Date: "2026-10-08"})
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
	if err := markdown.Render(ctx, &text, document); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, file := range []struct {
		name string
		data []byte
	}{{"flash.pdf", page.Bytes()}, {"flash.md", text.Bytes()}} {
		path := filepath.Join(dir, file.name)
		if err := os.WriteFile(path, file.data, 0o644); err != nil {
			return err
		}
		fmt.Println("wrote", path)
	}
	return nil
}
