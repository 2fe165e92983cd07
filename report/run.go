package report

import (
	"context"
	"slices"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// Options are what a single report may set. The zero value makes a draft dated
// on the period's last day.
type Options struct {
	// Date is the report's date, YYYY-MM-DD; empty means the period's last
	// day. The clock is never asked.
	Date string
	// Status is doc.Draft or doc.Final.
	Status doc.Status
	// AllFigures puts every figure that the library knows of the book and
	// period into the document, not only those that the report prints.
	AllFigures bool
	// Params sets parameters of the template by name: {"top": "5"}.
	Params map[string]string
	// Locale is the language of a report without a template (Figures);
	// empty is zh-CN. A template has its own.
	Locale string
	// MaxBlocks and MaxCells limit a report's size: its blocks, and the cells
	// of its tables with the points of its charts. A report that would be
	// larger is an error that names the block. 0 means 20,000 and 500,000.
	MaxBlocks, MaxCells int
}

// options are Options after reading.
type options struct {
	date   channel.Date
	status doc.Status
	all    bool
	blocks int // at most
	cells  int // at most
}

const (
	defaultMaxBlocks = 20_000
	defaultMaxCells  = 500_000
)

func (o Options) read(period channel.Period) (options, error) {
	date := period.Last()
	if o.Date != "" {
		d, err := channel.ParseDate(o.Date)
		if err != nil {
			return options{}, source.List{{Path: "-date", Message: msgBadDate, Args: []any{o.Date}, Err: err}}
		}
		date = d
	}
	out := options{date, o.Status, o.AllFigures, o.MaxBlocks, o.MaxCells}
	if out.blocks <= 0 {
		out.blocks = defaultMaxBlocks
	}
	if out.cells <= 0 {
		out.cells = defaultMaxCells
	}
	return out, nil
}

// A Run is a template over a book and a period: everything is resolved, and
// figures are answered from it. It is immutable and safe for concurrent use.
type Run struct {
	template   *Template
	program    *program
	book       *channel.Book
	evaluation *kpi.Evaluation
	doubts     source.List                      // its warnings
	items      map[channel.Kind][]*channel.Item // what the period shows, by kind
	shownItems []*channel.Item                  // the same, causes included
	bases      map[*channel.Evidence]*basis     // what items rest on, compiled
	options    options
	group      channel.Group // of the report of one partner
	authored   map[writtenKey]*authored
	written    []writtenText // with something to say of it
	warnings   source.List   // of what is asked and the book never has
	traces     *traces
}

// Run prepares a report: it compiles the template against the book's own
// declarations and prepares its figures. What the template cannot do without
// and the book does not have is an error.
func (t *Template) Run(ctx context.Context, book *channel.Book, period channel.Period, o Options) (*Run, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	opts, err := o.read(period)
	if err != nil {
		return nil, err
	}
	p, err := t.bind(book, o.Params)
	if err != nil {
		return nil, err
	}
	evaluation, err := kpi.Evaluate(p.catalog, book, period)
	if err != nil {
		return nil, err
	}
	run := &Run{template: t, program: p, book: book, evaluation: evaluation, doubts: evaluation.Warnings(), items: map[channel.Kind][]*channel.Item{}, options: opts, traces: &traces{}}
	bases := basisCompiler{catalog: p.catalog, bases: map[*channel.Evidence]*basis{}}
	for _, it := range book.ItemsFor(period) {
		run.items[it.Kind] = append(run.items[it.Kind], it)
		run.shownItems = append(append(run.shownItems, it), it.Causes...)
		bases.item(it)
	}
	run.bases = bases.bases
	run.written = run.lookAt()
	problems := append(bases.problems, run.compileAuthors()...)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	if err := run.required(); err != nil {
		return nil, err
	}
	run.misspelt()
	run.unheld(p.values)
	run.unlisted(p.items)
	run.unheld(bases.values)
	return run, nil
}

// bind compiles the template against a book's own declarations.
func (t *Template) bind(book *channel.Book, params map[string]string) (*program, error) {
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		return nil, err
	}
	p, problems := t.compile(catalog, true, params)
	return p, append(problems, checkPrint(book.Setup())...).Err()
}

// Check reports what is wrong with a book for the template, whatever the period
// is: Run refuses it for the same, and for what is wrong in the items and notes
// of its period.
func (t *Template) Check(book *channel.Book) error {
	p, err := t.bind(book, nil)
	if err != nil {
		return err
	}
	return kpi.Check(p.catalog, book).Err()
}

// unheld warns of values of dimensions that no fact of the book has: misspelt,
// they would only look like missing data.
func (r *Run) unheld(values []askedValue) {
	for _, v := range values {
		if e := r.evaluation.Unheld(v.dimension, v.text); e != nil {
			e.Position, e.Path, e.Line = v.at.Position, v.at.Path, v.at.Line
			r.warnings.Add(e)
		}
	}
	r.warnings.Sort() // and once where a part is used twice
}

// unlisted warns of items that are asked for by their id and that the report
// does not have.
func (r *Run) unlisted(asked []reference) {
	known := make([]string, len(r.shownItems))
	for i, it := range r.shownItems {
		known[i] = it.ID
	}
	for _, a := range asked {
		if slices.Contains(known, a.id) {
			continue
		}
		e := *a.at
		e.Severity, e.Args, e.Near = source.Warning, []any{a.id, r.evaluation.Period()}, source.Nearest(a.id, known)
		r.warnings.Add(&e)
	}
	r.warnings.Sort()
}

// required reports what the template requires and the book lacks.
func (r *Run) required() error {
	var problems source.List
	b := newBuilder(r)
	for i, t := range r.program.requires {
		got := t.eval(b.root())
		if !got.absent {
			continue
		}
		e := r.template.root.values["requires"].exprs[i]
		at, line := e.scalar.at(e.from)
		why := ""
		if len(got.missing) > 0 {
			why = r.program.locale.reason(got.missing[0].reason)
		}
		problems.Add(&source.Error{Position: at, Path: e.path, Line: line, Message: msgRequired,
			Args: []any{t.name, r.evaluation.Period(), why}})
	}
	return problems.Err()
}

// figure compiles an expression that stands for a figure.
func (r *Run) figure(expression string) (*kpi.Figure, error) {
	tree, problems := expr.Parse(expression)
	var f *kpi.Figure
	if len(problems) == 0 {
		f, problems = r.program.catalog.Compile(tree)
	}
	var list source.List
	for _, p := range problems {
		list.Add(p.Located(source.Position{Query: expression, Column: p.At + 1}, ""))
	}
	return f, list.Err()
}

// Value answers one expression of the template language that stands for a
// figure, such as "sales.yoy", for a group of the book.
func (r *Run) Value(expression string, group channel.Group) (kpi.Value, error) {
	f, err := r.figure(expression)
	if err != nil {
		return kpi.Value{}, err
	}
	if group.IsWhole() {
		group = r.group
	}
	return r.evaluation.Value(f, group), nil
}

// Document writes the report. It may be called any number of times, also at
// once, and gives the same document each time.
func (r *Run) Document(ctx context.Context) (*doc.Document, error) {
	if r.template.PerPartner() && r.group.IsWhole() {
		return nil, source.List{{Message: msgForPartner}}
	}
	// A sentence that refers to a table which turned out empty loses the
	// reference; that is known when all is written, which is then done again.
	gone := map[string]bool{}
	for {
		b, err := r.write(ctx, gone)
		if err != nil {
			return nil, err
		}
		dangling := b.resolve()
		if len(dangling) == 0 {
			b.checkWritten()
			if err := b.closeEnds(); err != nil {
				return nil, err
			}
			b.finish()
			return &b.document, nil
		}
		for _, id := range dangling {
			gone[id] = true
		}
	}
}

// write writes all blocks.
func (r *Run) write(ctx context.Context, gone map[string]bool) (*builder, error) {
	b := newBuilder(r)
	b.ctx = ctx
	p := r.program
	e := b.root()
	b.gone = gone
	d := &b.document
	d.Title = doc.PlainText(p.title.write(b, e))
	d.Summary = b.blocks(p.summary, e)
	d.Sections = b.blocks(p.sections, e)
	d.Closing = b.blocks(p.closing, e)
	b.appendix, b.counts = true, nil
	d.Appendix = b.blocks(p.appendix, e)
	if b.run.options.all {
		b.allFigures()
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if b.tooLarge != nil {
		return nil, source.List{b.tooLarge}
	}
	return b, nil
}

// Figures returns a document that holds every figure the library knows of the
// book and period, and no block: for numbers.json.
func Figures(ctx context.Context, book *channel.Book, period channel.Period, o Options) (*doc.Document, error) {
	o.AllFigures = true
	opts, err := o.read(period)
	if err != nil {
		return nil, err
	}
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		return nil, err
	}
	evaluation, err := kpi.Evaluate(catalog, book, period)
	if err != nil {
		return nil, err
	}
	if o.Locale == "" {
		o.Locale = "zh-CN"
	}
	l := localeFor(o.Locale)
	run := &Run{
		template:   &Template{localeTag: l.tag},
		program:    &program{locale: l, catalog: catalog},
		book:       book,
		evaluation: evaluation,
		doubts:     evaluation.Warnings(),
		options:    opts,
		traces:     &traces{},
	}
	return run.Document(ctx)
}
