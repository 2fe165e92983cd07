package report

import (
	"context"
	"slices"
	"strings"
	"sync"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// Library names this library and the version of what it writes.
const Library = "channelreport/v1"

// A builder writes one document. It counts what is numbered and remembers
// every figure that it prints.
type builder struct {
	run      *Run
	ctx      context.Context
	locale   *locale
	speaker  *speaker
	document doc.Document
	index    map[figureKey]int
	cited    []subject // the figures of the book among them
	level    int       // how many sections are open
	counts   []int     // how many sections each level has had, in its open parent
	tables   int
	charts   int
	appendix bool
	printed  map[*channel.Item]bool
	offered  map[channel.Kind]bool  // some block lists the items of this kind
	notes    map[*channel.Note]bool // printed
	onlyGaps map[doc.Block]bool     // says nothing but what is missing
	gapSeen  map[string]bool
	owned    map[*kpi.Figure]*kpi.Figure // restricted to the report's group
	gone     map[string]bool             // ids of blocks that are referred to and turned out empty
	refers   bool                        // there are references to fill in
	size     int                         // blocks so far
	cells    int                         // and cells
	place    place                       // of the block that is being built
	tooLarge *source.Error
	openEnds source.List // errors in a final report, warnings in a draft
}

// A figureKey is what identifies a figure in a report.
type figureKey struct {
	expr   string
	group  channel.Group
	in     channel.Period // of a figure of the book
	period string
}

func newBuilder(r *Run) *builder {
	b := &builder{
		run:      r,
		ctx:      context.Background(),
		locale:   r.program.locale,
		index:    make(map[figureKey]int, r.traces.len()),
		printed:  map[*channel.Item]bool{},
		offered:  map[channel.Kind]bool{},
		notes:    map[*channel.Note]bool{},
		onlyGaps: map[doc.Block]bool{},
		gapSeen:  map[string]bool{},
		owned:    map[*kpi.Figure]*kpi.Figure{},
	}
	b.speaker = newSpeaker(r.program.locale, r.book.Setup(), b.cite)
	b.document.Figures = make([]doc.Figure, 0, r.traces.len())
	b.speaker.home, b.speaker.inWords = r.group, b.inWords
	b.speaker.groupName, b.speaker.dimension, b.speaker.figure = b.groupName, r.program.catalog.Dimension, r.figure
	return b
}

// root is the place outside of any row.
func (b *builder) root() *env { return &env{b: b, in: b.run.evaluation, group: b.run.group} }

// subject returns a figure of a group, or of the part of it that further pairs
// name. Inside of the group that the report is about, what holds a part against
// the whole holds it against that group.
func (b *builder) subject(f *kpi.Figure, g channel.Group, in *kpi.Evaluation, more ...channel.GroupPair) subject {
	home := b.run.group
	if home.IsWhole() || len(more) == 0 && (g == home || !ofWhole[f.Aspect()]) {
		for _, p := range more {
			g, _ = g.And(p.Dimension, p.Value)
		}
		return subject{f, g, in}
	}
	own, ok := b.owned[f]
	if !ok {
		own = b.speaker.own(subject{f, home, in}).figure
		b.owned[f] = own
	}
	var inner channel.Group
	for _, p := range append(g.Pairs(), more...) {
		if v, ours := home.Value(p.Dimension); !ours || v != p.Value {
			inner, _ = inner.And(p.Dimension, p.Value)
		}
	}
	return subject{own, inner, in}
}

// cite is how the speaker registers what it prints.
func (b *builder) cite(s subject, text string) doc.Value {
	return doc.Value{Text: text, Figure: b.figure(s)}
}

// shown notes for each figure the texts that it was printed as, in the order
// of the document. What a sentence cited and then dropped was not printed.
func (b *builder) shown() {
	add := func(text string, figure int) {
		if figure < 0 {
			return
		}
		f := &b.document.Figures[figure]
		if !slices.Contains(f.Shown, text) {
			f.Shown = append(f.Shown, text)
		}
	}
	var inlines func([]doc.Inline)
	inlines = func(list []doc.Inline) {
		for _, in := range list {
			switch in := in.(type) {
			case doc.Value:
				add(in.Text, in.Figure)
			case doc.Strong:
				inlines(in.Inlines)
			}
		}
	}
	for block := range b.document.Blocks() {
		for list := range doc.Texts(block) {
			inlines(list)
		}
		if c, ok := block.(*doc.Chart); ok {
			for _, s := range c.Series {
				for _, p := range s.Points {
					if !p.Missing {
						add(p.Text, p.Figure)
					}
				}
			}
		}
	}
}

// item returns the item of the report with an id, or nil.
func (b *builder) item(id string) *channel.Item {
	for _, it := range b.run.shownItems {
		if it.ID == id {
			return it
		}
	}
	return nil
}

// figure returns the index of a figure in the document, which it joins when it
// is first asked for.
func (b *builder) figure(s subject) int {
	key := figureKey{expr: s.figure.Expr(), group: s.group, in: s.in.Period()}
	if i, ok := b.index[key]; ok {
		return i
	}
	b.document.Figures = append(b.document.Figures, b.run.traces.figure(key, func() doc.Figure { return b.trace(s) }))
	b.index[key] = len(b.document.Figures) - 1
	b.cited = append(b.cited, s)
	return len(b.document.Figures) - 1
}

// traces are the figures that documents of a run have printed, led back to
// their sources once. They are safe for concurrent use.
type traces struct {
	mu  sync.Mutex
	all map[figureKey]doc.Figure
}

func (t *traces) figure(key figureKey, trace func() doc.Figure) doc.Figure {
	t.mu.Lock()
	f, ok := t.all[key]
	t.mu.Unlock()
	if ok {
		return f
	}
	f = trace()
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.all == nil {
		t.all = map[figureKey]doc.Figure{}
	}
	t.all[key] = f
	return f
}

// len is about how many figures a document will have: some come from items.
func (t *traces) len() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.all) * 9 / 8
}

// trace leads a figure back to its sources.
func (b *builder) trace(s subject) doc.Figure {
	v := s.value()
	f := doc.Figure{Expr: s.figure.Expr(), Period: s.in.Period().String(), Unit: string(v.Unit), Reason: string(v.Reason)}
	if s.figure.Plain() {
		f.ID, f.Aspect = s.figure.Indicator().ID, string(s.figure.Aspect())
	}
	for _, p := range s.group.Pairs() {
		f.Group = append(f.Group, doc.GroupValue(p))
	}
	if v.OK() {
		f.Num, f.Den = v.Num.String(), v.Den.String()
	}
	trace := s.in.Explain(s.figure, s.group)
	f.Formula, f.Facts = trace.Formula, trace.Facts
	for _, in := range trace.Inputs {
		f.Inputs = append(f.Inputs, doc.Input{Name: in.Name, Value: quotient(in.Value), Facts: in.Facts, Files: in.Files})
	}
	for _, n := range trace.Notes {
		f.Notes = append(f.Notes, n.In(b.locale.tag))
	}
	return f
}

// allFigures adds every figure that the contract has written out.
func (b *builder) allFigures() {
	for f, g := range b.run.evaluation.All() {
		if len(b.document.Figures)%4096 == 0 && b.ctx.Err() != nil {
			return
		}
		b.figure(subject{f, g, b.run.evaluation})
	}
}

// quotient writes an exact value: a decimal, or a/b.
func quotient(v kpi.Value) string {
	if !v.OK() {
		return ""
	}
	if v.Den.String() == "1" {
		return v.Num.String()
	}
	return v.Num.String() + "/" + v.Den.String()
}

// gap notes that something asked for was not there.
func (b *builder) gap(g doc.Gap) {
	key := g.Name + "\x00" + g.Expr + "\x00" + g.Reason
	if b.gapSeen[key] {
		return
	}
	b.gapSeen[key] = true
	b.document.Gaps = append(b.document.Gaps, g)
}

// missing notes figures without a value.
func (b *builder) missing(list []missing) {
	for _, m := range list {
		b.gap(doc.Gap{
			Name:   b.speaker.subjectName(m.subject),
			Expr:   m.subject.figure.Expr(),
			Reason: string(m.reason),
			Text:   b.locale.reason(m.reason),
		})
	}
}

// blocks builds blocks one after the other.
func (b *builder) blocks(blocks []block, e *env) []doc.Block {
	var out []doc.Block
	for _, block := range blocks {
		if b.stopped() {
			return nil
		}
		if !block.shared().when.truth(e) {
			continue
		}
		b.place = block.shared().place
		built := block.build(b, e)
		if b.size += len(built); b.size > b.run.options.blocks {
			b.over(block.shared().place, termBlocks, b.run.options.blocks)
			return nil
		}
		out = append(out, built...)
	}
	return out
}

// stopped reports whether there is no use in going on.
func (b *builder) stopped() bool { return b.ctx.Err() != nil || b.tooLarge != nil }

// spend takes cells or points from the report's budget; false if there are not
// as many left.
func (b *builder) spend(cells int) bool {
	if b.stopped() {
		return false
	}
	if b.cells += cells; b.cells > b.run.options.cells {
		b.over(b.place, termCells, b.run.options.cells)
		return false
	}
	return true
}

// over notes the block with which the report became too large.
func (b *builder) over(p place, what source.Term, most int) {
	if b.tooLarge == nil {
		b.tooLarge = p.problem(msgReportTooLarge, most, what)
	}
}

// groupName is how a group is called in the report.
func (b *builder) groupName(dim, value string) string {
	switch {
	case dim == channel.PartnerID:
		if p := b.run.book.Partner(value); p != nil && p.Name != "" {
			return oneLine(p.Name)
		}
	case calendar(dim):
		if p, err := b.run.program.catalog.ParsePeriod(value); err == nil {
			return b.locale.part(p)
		}
	}
	if value == channel.Unassigned {
		return b.locale.unassigned
	}
	return oneLine(value)
}

// oneLine prints the line breaks in a name as spaces.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\r\n\t") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// finish fills in what the whole document says.
func (b *builder) finish() {
	b.shown()
	d, setup, l := &b.document, b.run.book.Setup(), b.locale
	period := b.run.evaluation.Period()
	b.incomplete()
	d.Organization = setup.Organization
	d.Period, d.PeriodCode = l.period(period), period.String()
	d.Lang = l.tag
	d.Date, d.DateText = b.run.options.date.String(), l.date(b.run.options.date)
	d.Status = b.run.options.status
	d.Words = l.words
	// The book's own come first: whoever has told them already passes them over.
	d.Warnings = slices.Concat(b.run.book.Warnings(), b.run.template.warnings, b.run.doubts, b.run.warnings, d.Warnings)
	if b.run.items != nil && b.run.group.IsWhole() { // items and notes speak of the channel; one partner's report shows some
		b.unprinted()
	}
	for _, f := range b.run.book.Files() {
		d.Provenance.Files = append(d.Provenance.Files, doc.File{Name: f.Name, SHA256: f.SHA256, Rows: f.Rows, LastDate: f.Last.String()})
	}
	d.Provenance.Template = doc.TemplateID{ID: b.run.template.id, SHA256: b.run.template.digest}
	d.Provenance.Library = Library
	d.Provenance.Policies = b.speaker.style.policies()
}

// incomplete says on the first page that the data do not cover the period:
// everything below compares unequal times.
func (b *builder) incomplete() {
	if len(b.document.Summary)+len(b.document.Sections) == 0 {
		return
	}
	for _, w := range b.run.doubts {
		if w.Message.Code != "data-end" && w.Message.Code != "data-begin" {
			continue
		}
		l := b.locale
		args := slices.Clone(w.Args)
		for i, a := range args {
			switch a := a.(type) {
			case channel.Date:
				args[i] = l.date(a)
			case channel.Period:
				args[i] = l.period(a)
			}
		}
		text := note(l.capital(w.Message.In(l.tag, args...)) + l.structure.stop)
		at := slices.IndexFunc(b.document.Summary, func(block doc.Block) bool {
			p, ok := block.(*doc.Paragraph)
			return ok && p.Role == doc.Verdict
		})
		b.document.Summary = slices.Insert(b.document.Summary, at+1, doc.Block(&doc.Callout{Tone: doc.Bad, Blocks: []doc.Block{text}}))
	}
}

// warn adds a warning about the template.
func (b *builder) warn(p place, m source.Message, args ...any) {
	e := p.problem(m, args...)
	e.Severity = source.Warning
	b.document.Warnings.Add(e)
}

// openEnd notes what a final report may not leave open.
func (b *builder) openEnd(e *source.Error) { b.openEnds.Add(e) }

// closeEnds refuses a final report that leaves something open; a draft lists
// it.
func (b *builder) closeEnds() error {
	if b.run.options.status == doc.Final {
		return b.openEnds.Err()
	}
	for _, e := range b.openEnds {
		e.Severity = source.Warning
		b.document.Warnings.Add(e)
	}
	return nil
}
