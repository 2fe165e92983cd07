// Package doc is the document model: a report after everything has been
// computed and worded, and before it has a page.
//
// A Document is a tree of Blocks (Section, Paragraph, Figures, Table, Chart,
// List, Callout, PageBreak), each holding runs of Inlines (Text, Strong, Value,
// Ref, Link). Both sets are closed, so that a renderer can prove it knows them
// all. Beside the tree stands the flat list of Figures: a Value in a sentence,
// a table cell and a chart's point hold an index into it, which is how a
// printed 12.3% leads back to its formula, its inputs and the files they came
// from.
//
// The package knows no font, no page, no Markdown and no locale. Numbers are
// already text; a chart's points carry their labels and, for placing only, a
// position. What a renderer has to say by itself (目录, 第 1 页, 续表) it takes
// from Words.
//
// Dump writes any document as stable plain text; it is what tests compare.
package doc
