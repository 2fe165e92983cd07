// Package xlsx opens a book that is kept in an Excel workbook: the same book,
// by the same checks, as package channel opens from a folder.
//
//	book, err := xlsx.Open(ctx, os.DirFS("."), "book.xlsx")
//
// Each worksheet is one file of the folder; channel.Sheet tells how they are
// named and what the sheets for book.yaml and for notes look like. What makes
// a workbook different from CSV is settled here, cell by cell:
//
//   - Cells are read raw, with every digit that the file has, and not as they
//     are shown. Excel keeps 15 digits at most and computes the rest; numbers
//     with more are worth a warning.
//   - A number that is formatted as a date is a date. In a column of periods
//     the first of a month is that month, because Excel makes a date of 2026-09
//     as soon as it is typed.
//   - A formula counts with the value that was computed when the workbook was
//     saved. A formula without one, as programs that never compute write it, is
//     refused by its address, and so is an error such as #N/A.
//
// A workbook is read into memory whole, which Excel's own limit of rows allows;
// one that unpacks to more than 128 MB is refused. Larger tables belong in CSV,
// which is streamed.
package xlsx
