// Package reporttest tests a developer's own templates.
//
// A template is a file that people edit, so its tests should say what an editor
// of it needs to know. Parse reads it and reports every problem at its line and
// column. Golden keeps what the report says, as the document's dump, beside the
// test. Poor makes the report of books that hold sales and nothing else, and
// looks for what absent figures leave behind in badly built sentences. Sample
// opens the library's fictitious sample book.
//
//	//go:embed flash.yaml
//	var files embed.FS
//
//	func TestFlash(t *testing.T) {
//		template := reporttest.Parse(t, files, "flash.yaml")
//		reporttest.Poor(t, template)
//		document := reporttest.Document(t, template, reporttest.Sample(t), channel.Month(2026, 9), report.Options{})
//		reporttest.Golden(t, "flash.golden", document)
//	}
//
// Only tests import this package.
package reporttest
