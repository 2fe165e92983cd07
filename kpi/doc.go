// Package kpi computes indicators: it answers what the facts of a book amount
// to, exactly, and says why where there is no answer.
//
// # From a book to a value
//
// A Catalog knows every indicator by its id and its Chinese name, with unit,
// formula, direction, additivity and, in words, what it counts. Builtin is the embedded one, a readable
// file (catalog.yaml); ForBook adds what a book declares. Compile turns an
// expression (sales.yoy, of(leads, region == "East"), cac / ltv) into a Figure,
// a question without data; all that can be wrong in it is found here: names,
// aspects, units, filters. Evaluate prepares the answers over one book and
// period, and Value gives them, one for each group asked:
//
//	catalog, err := kpi.ForBook(book.Setup())
//	tree, problems := expr.Parse("sales.yoy")
//	figure, problems := catalog.Compile(tree)
//	evaluation, err := kpi.Evaluate(catalog, book, channel.Quarter(2026, 3))
//	value := evaluation.Value(figure, channel.By(channel.Region, "East"))
//
// A Value is an exact quotient of two decimals with a unit, or it is absent
// with a Reason. Absence is an answer like others: it is never a zero, never
// NaN and never an error. Nothing is rounded here but by Value.Round, once,
// when somebody prints. No floating-point number takes part.
//
// # How it is computed
//
// There is one mechanism for each of three questions.
//
// When: a window is a period with everything that was computed for it. Aspects
// are arithmetic between windows: yoy compares a window with that of a year
// ago, ytd reads another one.
//
// Which facts: a breakdown tells groups apart by their values in some
// dimensions; a cut is a breakdown of one side's facts (the channel's, the
// company's own, or all) that pass a filter. A window and a cut make a table:
// columns of figures with a cell for each group, computed at once when the
// first of them is asked for. Sale lines are added up once for each window and
// then shared by all cuts.
//
// What is recorded: targets, measures and finished rates lie in ledgers. A view
// sorts a ledger's rows by the groups of a breakdown; a block is what it says of
// one group in one period, the rows of exactly that key set or else of the
// coarsest finer one. First the periods are settled, then the keys.
//
// Evaluations of one book share all this; In opens another period. The numbers
// inside are machine words that fall back to big integers, so that a sum of
// forty digits is as exact as one of four.
//
// # Where a figure comes from
//
// Explain writes a figure out, down to what was read: its formula with periods
// and bases, every input with its value, rows and files, and notes on what makes
// it less than comparable. All iterates over every figure that the library can
// write of a book.
//
// # What is said beside the figures
//
// Contradictions in a book's rows (an unknown measure, periods that overlap,
// two sets of keys of which neither holds the other) are refused by Evaluate,
// all at once, as a source.List with the rows' positions; so is a period that a
// book of whole months cannot know. What is possible but improbable in a period
// (a target a thousand times its actual, data that end before the period does)
// is in Warnings. What a reader should know of one value (that its window is
// partial, that its base had other partners, more days or another source) is in
// its Notes.
//
// Everything exported is safe for concurrent use.
package kpi
