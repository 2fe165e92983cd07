package templates_test

import (
	"io/fs"
	"testing"

	"example.com/channelreport/report"
	"example.com/channelreport/templates"
)

// Every built-in template parses, and is called what it says it is.
func TestTemplates(t *testing.T) {
	files, err := fs.Glob(templates.FS, "*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		template, err := report.Parse(templates.FS, file)
		if err != nil {
			t.Errorf("%s:\n%v", file, err)
			continue
		}
		if want := template.ID() + "." + template.Locale() + ".yaml"; file != want {
			t.Errorf("%s says that it is %s", file, want)
		}
	}
}
