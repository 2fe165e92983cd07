// Package report turns a template, a book and a period into a finished
// document.
//
// A Template is YAML: blocks for structure, sentences for text. In a sentence
// {{ sales }} is a figure, {{ yoy(sales) }} a phrase that finds its words by
// the exact values (同比增长12.3%, 与上年同期持平, 上年同期为零), and [[ … ]] a
// part that goes when something in it has no data, the punctuation closing up
// behind it. There is no if and no loop in a sentence: what a sentence says
// about a figure is decided by the figure.
//
// Parse reads a template strictly and checks every name, aspect, field, unit
// and argument against the catalog, before there is any data, and returns all
// problems at once with line and column inside the YAML text. Template.Run
// joins it with a book; a Run answers figures and writes a doc.Document, from
// which packages pdf, markdown and numbers make files:
//
//	template, err := report.Parse(templates.FS, "performance-review.zh-CN.yaml")
//	run, err := template.Run(ctx, book, channel.Quarter(2026, 3), report.Options{})
//	document, err := run.Document(ctx)
//	err = pdf.Render(ctx, w, document)
//
// This is the only package in which a number becomes text. Sentence, table,
// chart label and card print a figure through the same formatter, once rounded
// from the exact quotient, with as many decimals as it takes for number and
// word to agree; so they cannot disagree with each other. Each printed figure
// is an entry of Document.Figures, with its formula, inputs and files.
//
// What people write into the book, an item's text or a note, is a text of the
// same language. It is compiled when a report is run, its mistakes have places
// in the book, and it speaks of its own period wherever it is printed. A claim,
// {{ claim("稳步增长", sales) }}, is an author's judgement held against the exact
// values.
//
// A template with scope: partner makes one report for each partner, all from
// one evaluation: Run.Partners, Run.For.
//
// What has no data is never silent: its sentence goes, the paragraph says what
// is missing and why, and Document.Gaps lists it.
//
// Templates and Runs are immutable and safe for concurrent use. The package
// reads no clock, no environment and no file but through the fs.FS it is given:
// the same input gives the same document.
package report
