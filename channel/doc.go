// Package channel holds the facts of a company's sales channel, exactly: its
// partners and what they sold, targets and other recorded quantities, and what
// people wrote about problems, measures and resources.
//
// A Book is opened from a folder (any fs.FS) that holds book.yaml, partners*.csv,
// sales*.csv, targets*.csv, observations*.csv, items*.yaml and notes/*.md,
//
//	book, err := channel.Open(ctx, os.DirFS("data"))
//
// or built from Go values, such as the rows of a database:
//
//	book, err := channel.New(ctx, channel.Setup{Organization: "…", Currency: "CNY"}, channel.Data{Sales: rows})
//
// Both take the same path and make the same checks. Either everything is right,
// and there is a Book, or err is a source.List of every problem, each with the
// file, line and column where it stands and the name that was probably meant.
// What is odd but not wrong (two files with the same content, a partner id that
// partners.csv lacks) is in Book.Warnings. A Book never changes, and any number
// of goroutines may read it.
//
// # Time
//
// A Date is a civil date, without hours or zone. A Period is a range of days
// that knows how it was named: 2026-Q3, FY2026-H1, 2026-07-01/2026-08-15. It
// knows the period before, the same period a year before, and the year to date.
//
// # Sale lines
//
// Sale lines are not kept. They are added up as they are read: the lines that
// say the same in every dimension (region, partner, product line, …) are a
// Series, and its lines of one day (or month, with grain: month) are one Cell of
// exact sums, with the numbers of lines, the distinct orders and the files they
// came from. So the memory for a book grows with the cells, not with the lines.
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
// tells of, with links between them that are checked when the book is opened;
// Fields lists what each kind may say. A Note is the manager's own text for a
// place in a period's report. ItemsFor returns what a report of a period shows.
//
// # Exactness
//
// There is no floating point here and nothing is rounded. Numbers come in as
// decimals of up to 64 digits and an exponent of up to ±34, and are summed in
// integers of one scale (Sum), which grow beyond 64 bits when they must.
package channel
