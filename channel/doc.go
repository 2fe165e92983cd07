// Package channel holds the facts of a company's sales channel, exactly: its
// partners and what they sold, targets and other recorded quantities, and what
// people wrote about problems, measures and resources.
//
// A Book is opened from a folder (any fs.FS) that holds book.yaml, partners*.csv,
// sales*.csv, targets*.csv, observations*.csv, items*.yaml, items*.csv and
// notes/*.md,
//
//	book, err := channel.Open(ctx, os.DirFS("data"))
//
// or built from Go values, such as the rows of a database:
//
//	book, err := channel.New(ctx, channel.Setup{Organization: "…", Currency: "CNY"}, channel.Data{Sales: rows})
//
// or, by package xlsx, from the sheets of an Excel workbook. All take the same
// path and make the same checks. Either everything is right,
// and there is a Book, or err is a source.List of every problem, each with the
// file, line and column where it stands and the name that was probably meant.
// What is odd but not wrong (two files with the same content, a partner id that
// partners.csv lacks) is in Book.Warnings. A Book never changes, and any number
// of goroutines may read it.
//
// # Exports
//
// Files come as other programs write them. Nothing is guessed: a table must be
// plain CSV in UTF-8, with dates as 2026-09-01 and amounts as plain numbers,
// unless book.yaml has a rule for it under files, which tells its encoding,
// where its header is, which rows are totals, how dates, numbers and money are
// written and what its columns are called. What would need a rule is refused
// with the key to write; what a rule passes over is a note among the warnings.
//
// # Time
//
// A Date is a civil date, without hours or zone. A Period is a range of days
// that knows how it was named: 2026-Q3, FY2026-H1, 2026-07-01/2026-08-15. It
// knows the period before, the same period a year before, and the year to date.
// Book.Compare says what stands between a period and its base: other lengths,
// missing data, a Spring Festival in only one of them.
//
// # Sale lines
//
// Sale lines are not kept. They are added up as they are read: the lines that
// say the same in every dimension (region, partner, product line, …) are a
// Series, and its lines of one day (or month, with grain: month) are one Cell of
// exact sums, with the numbers of lines, the distinct orders and the files they
// came from. So the memory for a book grows with the cells, not with the lines.
//
// Lines that are summed already, as a database does it, come as SaleSums. Merge
// unites books over different lines, such as those of months or subsidiaries:
// sums, distinct orders and active partners are those of all lines together.
//
// A line's own columns win; where one is blank, the partner's attribute counts;
// where that is blank too, the line belongs to the group Unassigned. Lines of a
// direct partner type are the company's own and not the channel's: Series.Direct,
// Row.Direct and Partner.Direct tell the sides apart from the start.
//
// # Recorded values
//
// Targets and observations are Rows: a period, a measure's name, the groups it
// is recorded for, and a decimal. What the names mean, how rows are put together
// and which are missing is not settled here but in package kpi, which knows the
// indicators.
//
// # Items and notes
//
// An Item is a problem, a measure, a resource or another thing that a report
// tells of, in YAML or in a table; Fields lists what each kind may say. The
// links between items are checked when the book is opened: an id that is not
// there or there twice, links in a circle, an end before a start are refused;
// a link to another kind than it is meant for, and what seems to have been left
// as it was in items copied from the period before, are warnings. A Note is the manager's own text for a
// place in a period's report. ItemsFor returns what a report of a period shows.
//
// # Exactness
//
// There is no floating point here and nothing is rounded. Numbers come in as
// decimals of up to 64 digits and an exponent of up to ±34, and are summed in
// integers of one scale (Sum), which grow beyond 64 bits when they must.
package channel
