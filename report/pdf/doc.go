// Package pdf writes a doc.Document as an A4 report: title block and summary
// on the first page, numbered headings, body text with Chinese line breaking,
// figure cards, three-line tables, charts as vectors, running titles and page
// numbers, bookmarks and links.
//
//	err := pdf.Render(ctx, w, document)
//
// # From document to file
//
// Work is in two phases, so that page numbers are known before a page is
// drawn, and so that a page can be tested without looking at it.
//
// Layout (layout.go, text.go, table.go, figure.go, running.go) turns blocks
// into pieces: lines, table rows, charts, each measured. A table too wide for
// the page stands in parts one below the other, each with the first column.
// The flow (flow.go) fills pages with pieces, keeps headings with what follows,
// cuts where it costs least, repeats a table's header, and evens out where pages
// end. It cuts a piece between its lines only where no page can hold it. A chart
// taller than a page is continued on the next. The result is a plan (plan.go):
// pages with every run of text, rule, fill, chart path and link in its place.
// Its Dump is plain text. What a page looks like is decided in theme.go alone.
//
// Drawing (draw.go) writes the plan. engine.go is the one file that knows
// fpdf, which makes pages, rules, fills and paths; it is given no font and no
// text. Text goes through it as raw operators with our own glyph numbers, and
// package finish puts in the fonts, each cut to what is used, with outline,
// links and metadata.
//
// # Text
//
// No rune of the document is lost: package typeset accounts for each, and each
// line carries what it says, so that text copied or searched is the text that
// was written. Fonts says which faces are used; the embedded Noto Sans SC is
// always the last. A rune that no face has is an error that names it, its
// block and where it stands, or, in a draft whose caller listens, a 〓.
//
// # Guarantees
//
// The same document gives the same bytes: geometry is in integers of 1/100 pt,
// the date is the document's, and nothing asks the clock or a map's order.
// Nothing is written to w before the file is whole. Package-level state is the
// embedded font, parsed once. There is no raster image in the file.
package pdf
