// Package source says where a user's input is wrong, and why, in words the
// user understands.
//
// Every problem that input can cause, in a CSV file, a YAML template, a
// worksheet or the row of a query, is an *Error: a Position, the path inside
// the document, a Message with its operands, and the nearest name that would
// have been right. A Message is declared once, carries a stable code, and
// speaks English and Chinese; Error speaks English, In("zh-CN") Chinese.
//
// Functions collect problems in a List and return it through List.Err, sorted
// and complete, so that a user mends a file once and not once a problem:
//
//	var list source.List
//	if errors.As(err, &list) {
//		for _, problem := range list {
//			fmt.Fprintln(os.Stderr, problem.In("zh-CN"))
//		}
//	}
//
// Warnings are Lists too, returned beside the result and never printed.
//
// Columns count code points from 1. The caret of Snippet is placed in display
// columns, so that it stands under the right character even behind Chinese
// text.
//
// All values are plain data; none of the functions keeps state. They are safe
// for concurrent use as long as no List is shared while it is added to.
package source
