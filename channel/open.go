package channel

import (
	"cmp"
	"context"
	"io/fs"
	"iter"
	"slices"
	"strings"
)

// Data are a book's facts as Go values.
type Data struct {
	Partners     []Partner
	Sales        iter.Seq2[Sale, error]
	Sums         iter.Seq2[SaleSum, error] // sale lines that are added up already
	Targets      []Row
	Observations []Row
	Items        []*Item
	Notes        []Note
}

// Open reads a book from a folder: book.yaml, partners*.csv, sales*.csv,
// targets*.csv, observations*.csv, items*.yaml, items*.csv, notes/*.md, or the
// files that book.yaml names under files. Every problem in it is reported at
// once, as a source.List. Reading stops when ctx is done.
func Open(ctx context.Context, fsys fs.FS) (*Book, error) {
	var p problems
	file, setup := readSetup(fsys, &p)
	if setup == nil {
		setup = &Setup{} // the facts are checked all the same
	}
	b := newBuilder(setup, p)
	b.files = append(b.files, file)
	b.readTables(ctx, csvFolder{fsys, b})
	for _, name := range glob(fsys, "notes/*.md") {
		b.readNotes(fsys, name)
	}
	b.warnOfUnread(fsys)
	return b.finish(ctx)
}

// A folder is where a book's tables are: files, or the sheets of a workbook.
type folder interface {
	match(rule FileRule) []string // names of the tables of a kind, in order
	open(name string, rule FileRule) (rows, error)
	natural() bool // whether cells can be dates, and not only look like one
}

// readTables takes in every table of the book.
func (b *builder) readTables(ctx context.Context, in folder) {
	for _, kind := range fileKinds {
		names := in.match(b.setup.rule(kind))
		for _, name := range names {
			if before, ok := b.read[name]; ok {
				b.add(inFile(name), msgTwoKinds, before, string(kind))
				continue
			}
			b.read[name] = string(kind)
			switch {
			case kind == partnersFile:
				b.readPartners(ctx, in, name)
			case kind == salesFile:
				b.readSales(ctx, in, name)
			case kind == itemsFile:
				b.readItems(ctx, in, name)
			default:
				b.readRows(ctx, in, name, kind)
			}
		}
		if kind == salesFile && len(names) == 0 {
			b.add(place{}, msgNoSales, cmp.Or(strings.Join(b.setup.rule(kind).Match, ", "), "sales*.csv"))
		}
	}
}

// A csvFolder is a folder of files.
type csvFolder struct {
	fs.FS
	b *builder
}

func (f csvFolder) match(rule FileRule) []string {
	patterns := rule.Match
	if len(patterns) == 0 {
		patterns = []string{rule.Kind + "*.csv"}
		if rule.Kind == string(itemsFile) {
			patterns = []string{"items*.yaml", "items*.csv"}
		}
	}
	var names []string
	for _, pattern := range patterns {
		found := glob(f.FS, pattern)
		if len(found) == 0 && len(rule.Match) > 0 {
			f.b.warn(inFile(bookFile), msgNoMatch, pattern, rule.Kind)
		}
		names = append(names, found...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (f csvFolder) open(name string, rule FileRule) (rows, error) { return openRows(f.FS, name, rule) }
func (f csvFolder) natural() bool                                 { return false }

// glob returns the files of a pattern in the order of their names. A bad
// pattern, which the set-up's check refuses, has none.
func glob(fsys fs.FS, pattern string) []string {
	names, _ := fs.Glob(fsys, pattern)
	return names
}

// warnOfUnread names the files that look like a part of the book and were not
// read.
func (b *builder) warnOfUnread(fsys fs.FS) {
	for _, pattern := range []string{"*.csv", "*.yaml", "*.yml", "*.xlsx", "*.CSV"} {
		for _, name := range glob(fsys, pattern) {
			if _, read := b.read[name]; !read {
				b.warn(inFile(name), msgUnread)
			}
		}
	}
}
