package main

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/report/doc"
)

// options are the flags after reading.
type options struct {
	book, template, period string
	locale                 string // "" if not given
	outputs                []string
	numbers                string
	allFigures             bool
	set                    map[string]string
	check, strict          bool
	list                   bool
	show                   string
	init                   string
	status                 doc.Status
	date                   string
	named                  bool // -template was given
	partner                string
	names                  bool
}

// usesTemplate reports whether a report is made, and not figures alone.
func (o *options) usesTemplate() bool {
	return !o.names && (!o.allFigures || o.named || len(o.outputs) > 0)
}

// readFlags reads the command line. An error is a flag that cannot be read, or
// one that is missing, which the options know how to say.
func readFlags(args []string, stderr io.Writer) (*options, error) {
	o := &options{set: map[string]string{}}
	f := flag.NewFlagSet("render", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&o.book, "book", "", "the book, a folder or a workbook `DIR|FILE.xlsx` (default: the sample book)")
	f.StringVar(&o.template, "template", "performance-review", "built-in template, or a template file `NAME|FILE.yaml`")
	f.StringVar(&o.period, "period", "", "the report's period, such as 2026-Q3")
	f.StringVar(&o.locale, "locale", "", "language of a built-in template: zh-CN (default) or en")
	f.Func("o", "a report to write, `FILE.pdf|FILE.md`; may repeat", func(name string) error {
		if !slices.Contains([]string{".pdf", ".md"}, filepath.Ext(name)) {
			return fmt.Errorf("the name must end in .pdf or .md")
		}
		o.outputs = append(o.outputs, name)
		return nil
	})
	f.Func("numbers", "where the figures go, `FILE.json|FILE.csv`", func(name string) error {
		if !slices.Contains([]string{".json", ".csv"}, filepath.Ext(name)) {
			return fmt.Errorf("the name must end in .json or .csv")
		}
		o.numbers = name
		return nil
	})
	f.Func("figures", "`all`: every figure of the book and period, not only those printed", func(s string) error {
		if s != "all" {
			return fmt.Errorf("it can only be all")
		}
		o.allFigures = true
		return nil
	})
	f.Func("set", "a parameter of the template, `NAME=VALUE`; may repeat", func(s string) error {
		name, value, ok := strings.Cut(s, "=")
		if !ok || name == "" {
			return fmt.Errorf("it must be NAME=VALUE")
		}
		o.set[name] = value
		return nil
	})
	f.BoolVar(&o.check, "check", false, "check book and template and write nothing")
	f.BoolVar(&o.strict, "strict", false, "warnings fail")
	f.BoolVar(&o.list, "list", false, "list the built-in templates")
	f.BoolVar(&o.names, "names", false, "list every name of the language; with -book also the book's own, with -period too what each figure is")
	f.StringVar(&o.partner, "partner", "", "of a template with scope: partner, the report of one partner or of each `ID|all`")
	f.StringVar(&o.show, "show", "", "print a built-in template `NAME`")
	f.StringVar(&o.init, "init", "", "make an empty book in a folder `DIR`")
	f.Func("status", "`draft|final` (default draft)", func(s string) error {
		switch s {
		case "draft":
			o.status = doc.Draft
		case "final":
			o.status = doc.Final
		default:
			return fmt.Errorf("it must be draft or final")
		}
		return nil
	})
	f.StringVar(&o.date, "date", "", "the report's date, YYYY-MM-DD (default: the period's last day)")
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	switch {
	case f.NArg() > 0:
		return nil, fmt.Errorf("unexpected argument %q", f.Arg(0))
	case o.locale != "" && o.locale != "zh-CN" && o.locale != "en":
		return nil, fmt.Errorf("invalid value %q for flag -locale: it must be zh-CN or en", o.locale)
	case o.period == "" && o.book != "" && !o.check && !o.names:
		return o, &source.Error{Message: msgNoPeriod}
	}
	if o.book == "" && o.period == "" {
		o.period = "2026-Q3" // of the sample book
	}
	f.Visit(func(given *flag.Flag) { o.named = o.named || given.Name == "template" })
	switch {
	case o.usesTemplate() && len(o.outputs) == 0 && o.numbers == "":
		o.outputs = []string{"out/report.pdf", "out/report.md"}
		o.numbers = "out/numbers.json"
	case o.numbers == "" && o.allFigures:
		o.numbers = "out/numbers.json"
	}
	return o, nil
}
