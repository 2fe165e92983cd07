package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/markdown"
	"example.com/channelreport/report/numbers"
	"example.com/channelreport/report/pdf"
	"example.com/channelreport/templates"
)

// A job is one call of the program.
type job struct {
	*options
	stdout, stderr io.Writer
	template       *report.Template
	files          []file // what will be written, once all of it is there
	warned         bool
	of             string                     // of -partner all: whose report is being made
	kept           source.List                // warnings, until all reports are made
	concerns       map[*source.Error][]string // whose reports they are about
	told           int                        // warnings of the book, printed when it was opened
}

type file struct {
	name string
	data []byte
}

// language is the one that messages speak: that of what is to be written. A
// template that cannot be read still says its language, or is written in it.
func (j *job) language() string {
	switch {
	case j.template != nil:
		return j.template.Locale()
	case j.locale != "":
		return j.locale
	case !j.usesTemplate() || !strings.HasSuffix(j.options.template, ".yaml"):
		return "zh-CN" // the default of names, figures and built-in templates
	}
	text, _ := os.ReadFile(j.options.template)
	if m := localeLine.FindSubmatch(text); m != nil {
		return string(m[1])
	}
	if han.Match(text) || han.MatchString(j.options.template) {
		return "zh-CN"
	}
	return "en"
}

var (
	localeLine = regexp.MustCompile(`(?m)^locale\s*[:：]\s*"?(zh-CN|en)\b`)
	han        = regexp.MustCompile(`\p{Han}`)
)

func (j *job) do(ctx context.Context) error {
	switch {
	case j.list:
		return j.listTemplates()
	case j.show != "":
		return j.showTemplate()
	case j.names && j.book == "":
		return j.listNames(ctx, nil, channel.Period{})
	case j.init != "":
		return j.initBook()
	}
	// The book's declarations come first: a template may use its names. What
	// is wrong in them, in template and facts is then reported together.
	in, err := j.input()
	if err != nil {
		return err
	}
	var problems source.List
	var check func(*channel.Book) error
	setup, err := in.setup()
	if err == nil { // else opening the book says it too
		check, err = j.compile(setup)
		if problems = source.Problems(err); err != nil && problems == nil {
			return err
		}
	}
	book, err := in.open(ctx)
	if err != nil {
		list := source.Problems(err)
		if list == nil {
			return err
		}
		problems = append(problems, list...)
	}
	if err := problems.Err(); err != nil {
		return err
	}
	j.warn(book.Warnings())
	j.told = len(book.Warnings())
	if j.period == "" {
		if j.names {
			return j.listNames(ctx, book, channel.Period{})
		}
		if j.template != nil {
			j.warn(j.template.Warnings())
		}
		if err := check(book); err != nil {
			return err
		}
		return j.finish()
	}
	period, err := setup.ParsePeriod(j.period)
	if err != nil {
		return err
	}
	if j.names {
		return j.listNames(ctx, book, period)
	}
	if err := j.make(ctx, book, period); err != nil {
		return err
	}
	return j.finish()
}

// compile reads what the declarations of a book allow to be read before its
// facts, the template or the indicators alone, and returns how the facts are
// checked against it.
func (j *job) compile(setup *channel.Setup) (check func(*channel.Book) error, err error) {
	if j.usesTemplate() {
		if j.template, err = j.parse(setup); err != nil {
			return nil, err
		}
		return j.template.Check, nil
	}
	catalog, err := kpi.ForBook(setup)
	return func(book *channel.Book) error { return kpi.Check(catalog, book).Err() }, err
}

// make renders what was asked for: figures alone, a report, or the reports of
// partners.
func (j *job) make(ctx context.Context, book *channel.Book, period channel.Period) error {
	o := report.Options{Date: j.date, Status: j.status, Params: j.set, Locale: j.locale, AllFigures: j.allFigures}
	if !j.usesTemplate() {
		document, err := report.Figures(ctx, book, period, o)
		if err != nil {
			return err
		}
		return j.render(ctx, document)
	}
	if err := j.checkPartner(); err != nil {
		return err
	}
	run, err := j.template.Run(ctx, book, period, o)
	if err != nil {
		return err
	}
	if j.template.PerPartner() {
		return j.renderPartners(ctx, run, book)
	}
	return j.renderPartner(ctx, run)
}

// finish writes what was made, unless it was only to be checked.
func (j *job) finish() error {
	if j.strict && j.warned {
		return &source.Error{Message: msgStrict}
	}
	if j.check {
		fmt.Fprintln(j.stdout, checked[j.warned].In(j.language()))
		return nil
	}
	return j.write()
}

// checked is what -check says of a good book and template, and of those with
// warnings.
var checked = map[bool]source.Term{
	false: {En: "checked: nothing is wrong", Zh: "检查通过，没有问题"},
	true:  {En: "checked: no errors, only the warnings above", Zh: "检查通过，没有错误；上面的警告请再看一看"},
}

// write writes what was made.
func (j *job) write() error {
	if err := replace(j.files); err != nil {
		return err
	}
	for _, f := range j.files {
		fmt.Fprintln(j.stdout, "wrote", f.name)
	}
	return nil
}

// warn prints warnings; notes are printed too but never fail.
func (j *job) warn(list source.List) {
	for _, e := range list {
		j.warned = j.warned || e.Severity == source.Warning
	}
	if j.of == "" {
		j.print(list)
		return
	}
	for _, e := range list {
		i := slices.IndexFunc(j.kept, func(k *source.Error) bool {
			return k.Position == e.Position && k.Path == e.Path && k.Message.Code == e.Message.Code
		})
		if i < 0 {
			i = len(j.kept)
			j.kept = append(j.kept, e)
		}
		if ids := j.concerns[j.kept[i]]; len(ids) == 0 || ids[len(ids)-1] != j.of {
			j.concerns[j.kept[i]] = append(ids, j.of)
		}
	}
}

func (j *job) parse(setup *channel.Setup) (*report.Template, error) {
	parser := report.Parser{Setup: setup}
	name := j.options.template
	if strings.HasSuffix(name, ".yaml") {
		t, err := parser.Parse(os.DirFS(filepath.Dir(name)), filepath.Base(name))
		if err == nil && j.locale != "" && t.Locale() != j.locale {
			return nil, about(name, msgLocales, t.Locale(), j.locale)
		}
		return t, err
	}
	file, err := builtin(name, j.locale)
	if err != nil {
		return nil, err
	}
	return parser.Parse(templates.FS, file)
}

// builtin returns the file of a built-in template.
func builtin(name, locale string) (string, error) {
	if locale == "" {
		locale = "zh-CN"
	}
	file := name + "." + locale + ".yaml"
	if _, err := fs.Stat(templates.FS, file); err != nil {
		names := builtins()
		e := &source.Error{Message: msgNoBuiltin, Args: []any{name, locale, strings.Join(names, ", ")}}
		e.Near = source.Nearest(name, names)
		return "", e
	}
	return file, nil
}

// builtins lists the built-in templates by name.
func builtins() []string {
	files, _ := fs.Glob(templates.FS, "*.yaml") // fails only for a bad pattern
	var names []string
	for _, f := range files {
		name, _, _ := strings.Cut(f, ".")
		names = append(names, name)
	}
	return slices.Compact(names)
}

func (j *job) listTemplates() error {
	files, err := fs.Glob(templates.FS, "*.yaml")
	if err != nil {
		return err
	}
	for _, f := range files {
		name, rest, _ := strings.Cut(f, ".")
		fmt.Fprintf(j.stdout, "%s\t%s\n", name, strings.TrimSuffix(rest, ".yaml"))
	}
	return nil
}

func (j *job) showTemplate() error {
	file, err := builtin(j.show, j.locale)
	if err != nil {
		return err
	}
	text, err := fs.ReadFile(templates.FS, file)
	if err != nil {
		return err
	}
	_, err = j.stdout.Write(text)
	return err
}

// render makes every output in memory.
func (j *job) render(ctx context.Context, d *doc.Document) error {
	j.warn(d.Warnings[j.told:]) // the book's own come first, and are told
	if j.usesTemplate() {
		for _, name := range j.outputs {
			if err := j.renderOne(ctx, d, name); err != nil {
				return err
			}
		}
	}
	if j.numbers == "" {
		return nil
	}
	var out bytes.Buffer
	write := numbers.Render
	if filepath.Ext(j.numbers) == ".csv" {
		write = numbers.RenderCSV
	}
	if err := write(ctx, &out, d); err != nil {
		return err
	}
	j.files = append(j.files, file{j.numbers, out.Bytes()})
	return nil
}

func (j *job) renderOne(ctx context.Context, d *doc.Document, name string) error {
	var out bytes.Buffer
	dir, base := filepath.Split(name)
	switch filepath.Ext(name) {
	case ".pdf":
		r := pdf.Renderer{Warn: func(e *source.Error) { j.warn(source.List{e}) }}
		if err := r.Render(ctx, &out, d); err != nil {
			return err
		}
	case ".md":
		r := markdown.Renderer{Dir: strings.TrimSuffix(base, ".md") + ".charts", Asset: func(asset string, svg []byte) error {
			j.files = append(j.files, file{filepath.Join(dir, filepath.FromSlash(asset)), svg})
			return nil
		}}
		if err := r.Render(ctx, &out, d); err != nil {
			return err
		}
	}
	j.files = append(j.files, file{name, out.Bytes()})
	return nil
}

// replace writes all files or none: each goes into a temporary file beside its
// place first, and only when all are there do they take their names.
func replace(files []file) error {
	var made []string
	defer func() {
		for _, name := range made {
			os.Remove(name)
		}
	}()
	for _, f := range files {
		name, err := temporary(f)
		if err != nil {
			return about(f.name, msgUnwritable, system(err))
		}
		made = append(made, name)
	}
	for i, f := range files {
		if err := os.Rename(made[i], f.name); err != nil {
			return about(f.name, msgUnwritable, system(err))
		}
	}
	return nil
}

// temporary writes a file under another name in its folder.
func temporary(f file) (string, error) {
	if info, err := os.Stat(f.name); err == nil && info.IsDir() {
		return "", fs.ErrExist
	}
	dir := filepath.Dir(f.name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	tmp, err := os.CreateTemp(dir, ".render-*")
	if err != nil {
		return "", err
	}
	_, err = tmp.Write(f.data)
	err = errors.Join(err, tmp.Chmod(0o644), tmp.Close())
	if err != nil {
		os.Remove(tmp.Name())
	}
	return tmp.Name(), err
}
