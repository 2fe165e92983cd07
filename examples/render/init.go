package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// empty is the book that -init writes.
//
//go:embed empty
var empty embed.FS

// initBook writes an empty book into a folder, which it makes if need be. It
// touches nothing in a folder that has any of the files.
func (j *job) initBook() error {
	entries, err := empty.ReadDir("empty")
	if err != nil {
		return err
	}
	for _, entry := range entries {
		text, err := empty.ReadFile(path.Join("empty", entry.Name()))
		if err != nil {
			return err
		}
		name := filepath.Join(j.init, entry.Name())
		if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
			return about(name, msgHasBook)
		}
		j.files = append(j.files, file{name, text})
	}
	if err := replace(j.files); err != nil {
		return err
	}
	for _, f := range j.files {
		fmt.Fprintln(j.stdout, "wrote", f.name)
	}
	return nil
}
