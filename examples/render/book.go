package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/xlsx"
	"example.com/channelreport/testdata"
)

// An input is where a book comes from: its declarations can be read before its
// facts.
type input struct {
	setup func() (*channel.Setup, error)
	open  func(context.Context) (*channel.Book, error)
}

// input returns where the book is: in a folder, in a workbook, or, without a
// name, in the sample.
func (j *job) input() (input, error) {
	if j.book == "" {
		return inFolder(testdata.Sample()), nil
	}
	info, err := os.Stat(j.book)
	switch {
	case err != nil:
		return input{}, about(j.book, msgNoBook, system(err))
	case info.IsDir():
		return inFolder(os.DirFS(j.book)), nil
	case strings.EqualFold(filepath.Ext(j.book), ".xlsx"):
		dir, name := os.DirFS(filepath.Dir(j.book)), filepath.Base(j.book)
		return input{
			func() (*channel.Setup, error) { return xlsx.ReadSetup(dir, name) },
			func(ctx context.Context) (*channel.Book, error) { return xlsx.Open(ctx, dir, name) },
		}, nil
	}
	return input{}, about(j.book, msgNotFolder)
}

func inFolder(folder fs.FS) input {
	return input{
		func() (*channel.Setup, error) { return channel.ReadSetup(folder) },
		func(ctx context.Context) (*channel.Book, error) { return channel.Open(ctx, folder) },
	}
}
