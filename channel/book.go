package channel

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
)

// A Book is a company's channel data: validated once, then immutable and safe
// for concurrent use. Everything in it is exact.
type Book struct {
	setup        *Setup
	files        []File
	partners     []Partner
	sales        *Sales
	targets      []Row
	observations []Row
	items        []*Item
	notes        []Note
	warnings     source.List
	from, to     Date

	// For Merge: warnings of single rows, and where groups were first named.
	reading          source.List
	groups, targeted groupNames
}

// A File is one input file of a book.
type File struct {
	Name   string
	SHA256 string // hex
	Rows   int
	Last   Date // the last date of its facts; zero if it has none

	kind  string // partners, sales, …
	sheet bool   // one of a workbook, whose digest it has
}

// A Note is the manager's own text for one slot of a period's report.
type Note struct {
	Period   Period
	Author   string
	Date     Date
	Slot     string
	Text     string // as written, without blank lines around it
	Position source.Position

	line int // the text's first; 0 if unknown
}

// Offset returns where the byte at an offset of the text stands; the note's
// position if that is not known.
func (n *Note) Offset(offset int) source.Position {
	if n.line == 0 {
		return n.Position
	}
	before := n.Text[:min(offset, len(n.Text))]
	lineStart := strings.LastIndexByte(before, '\n') + 1
	return source.Position{
		File:   n.Position.File,
		Line:   n.line + strings.Count(before, "\n"),
		Column: utf8.RuneCountInString(before[lineStart:]) + 1,
	}
}

func (b *Book) Setup() *Setup         { return b.setup }        // read only
func (b *Book) Files() []File         { return b.files }        // read only
func (b *Book) Partners() []Partner   { return b.partners }     // sorted by id; read only
func (b *Book) Sales() *Sales         { return b.sales }        // never nil
func (b *Book) Targets() []Row        { return b.targets }      // read only
func (b *Book) Observations() []Row   { return b.observations } // read only
func (b *Book) Items() []*Item        { return b.items }        // all periods; read only
func (b *Book) Notes() []Note         { return b.notes }        // read only
func (b *Book) Warnings() source.List { return b.warnings }     // read only

// Partner returns the partner with an id, nil if the book has none.
func (b *Book) Partner(id string) *Partner {
	i, ok := slices.BinarySearchFunc(b.partners, id, func(p Partner, id string) int { return strings.Compare(p.ID, id) })
	if !ok {
		return nil
	}
	return &b.partners[i]
}

// Data returns the range of days for which the book claims to know all sales:
// from the first day of the month of the first sale to the last of the month
// of the last, unless book.yaml says otherwise. Both are zero if there are no
// sales.
func (b *Book) Data() (from, to Date) { return b.from, b.to }
