package channel

import (
	"context"
	"io/fs"
	"iter"

	"example.com/channelreport/channel/source"
)

// Data are a book's facts as Go values.
type Data struct {
	Partners     []Partner
	Sales        iter.Seq2[Sale, error]
	Targets      []Row
	Observations []Row
	Items        []*Item
	Notes        []Note
}

// Open reads a book from a folder: book.yaml, partners*.csv, sales*.csv,
// targets*.csv, observations*.csv, items*.yaml, notes/*.md. Every problem in it
// is reported at once, as a source.List. Reading stops when ctx is done.
func Open(ctx context.Context, fsys fs.FS) (*Book, error) {
	var p problems
	file, setup := readSetup(fsys, &p)
	if setup == nil {
		setup = &Setup{} // the facts are checked all the same
	}
	b := newBuilder(setup, p)
	b.files = append(b.files, file)
	read := func(pattern string, read func(name string)) int {
		names := b.match(fsys, pattern)
		for _, name := range names {
			b.read[name] = true
			read(name)
		}
		return len(names)
	}
	read("partners*.csv", func(name string) { b.readPartners(ctx, fsys, name) })
	if read("sales*.csv", func(name string) { b.readSales(ctx, fsys, name) }) == 0 {
		b.add(place{}, msgNoSales)
	}
	read("targets*.csv", func(name string) { b.readRows(ctx, fsys, name, targetsFile) })
	read("observations*.csv", func(name string) { b.readRows(ctx, fsys, name, observationsFile) })
	read("items*.yaml", func(name string) { b.readItems(fsys, name) })
	read("items*.csv", func(name string) { b.add(inFile(name), msgNotYet, itemsInCSV) })
	read("notes/*.md", func(name string) { b.readNotes(fsys, name) })
	b.warnOfUnread(fsys)
	return b.finish(ctx)
}

var itemsInCSV = source.Term{En: "a table of items", Zh: "以表格填写事项"}

// match returns the files of a pattern in the order of their names.
func (b *builder) match(fsys fs.FS, pattern string) []string {
	names, err := fs.Glob(fsys, pattern)
	if err != nil {
		b.unreadable(pattern, err)
	}
	return names
}

// warnOfUnread names the files that look like a part of the book and were not
// read.
func (b *builder) warnOfUnread(fsys fs.FS) {
	for _, pattern := range []string{"*.csv", "*.yaml", "*.yml", "*.xlsx", "*.CSV"} {
		for _, name := range b.match(fsys, pattern) {
			if !b.read[name] {
				b.warn(inFile(name), msgUnread)
			}
		}
	}
}
