// Package numbers writes every figure of a document for machines: as
// numbers.json, or as its twin in CSV.
//
//	err := numbers.Render(ctx, w, document)    // numbers.json
//	err := numbers.RenderCSV(ctx, w, document) // one row a figure
//
// A figure is an exact quotient num/den of two decimals in base units (12.3% is
// 0.123), or absent with a reason; then it has neither. expr, period and group
// identify it: expr is its canonical text in the expression language, group
// holds its restrictions and is {} for the whole. shown lists the texts it was
// printed as; formula, inputs and facts lead back to the files, whose digests
// stand in provenance beside the template's and the policies that rounded and
// judged.
//
// The schema is channelreport/numbers/v1. Fields are only ever added to it. The
// order is that of the document, so the same document gives the same bytes.
package numbers
