package source

import (
	"strconv"
	"strings"
)

// A Position says where in a user's input something stands: a line of a file,
// a cell of a worksheet, or a row of a query. The zero Position is "nowhere".
type Position struct {
	File   string // slash-separated name as the caller gave it; "" for a query
	Sheet  string // worksheet name, for workbooks only
	Cell   string // cell address such as B7, for workbooks only
	Query  string // name of a query or sequence, for rows that come from no file
	Row    int    // 1-based row of a query; 0 if unknown
	Line   int    // 1-based line; 0 if unknown
	Column int    // 1-based, in code points; 0 if unknown
}

// IsZero reports whether p names no place at all.
func (p Position) IsZero() bool { return p == Position{} }

// String formats p as file:line:column, book.xlsx!Sheet!B7 or query#12,
// leaving out what is unknown. It is the only place where a position becomes
// text.
func (p Position) String() string {
	switch {
	case p.Query != "":
		if p.Row > 0 {
			return p.Query + "#" + strconv.Itoa(p.Row)
		}
		return p.Query
	case p.Sheet != "":
		parts := []string{p.File, p.Sheet}
		if p.Cell != "" {
			parts = append(parts, p.Cell)
		}
		return strings.Join(parts, "!")
	}
	s := p.File
	if p.Line > 0 {
		if s == "" {
			s = "-"
		}
		s += ":" + strconv.Itoa(p.Line)
		if p.Column > 0 {
			s += ":" + strconv.Itoa(p.Column)
		}
	}
	return s
}

// Compare orders positions by file, sheet, query, line, column and row.
func (p Position) Compare(q Position) int {
	for _, c := range []int{
		strings.Compare(p.File, q.File),
		strings.Compare(p.Query, q.Query),
		strings.Compare(p.Sheet, q.Sheet),
		p.Row - q.Row,
		p.Line - q.Line,
		p.Column - q.Column,
		len(p.Cell) - len(q.Cell),
		strings.Compare(p.Cell, q.Cell),
	} {
		if c != 0 {
			return c
		}
	}
	return 0
}
