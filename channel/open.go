package channel

import (
	"context"
	"fmt"
	"io/fs"
	"iter"
	"slices"

	"example.com/channelreport/channel/source"
)

// Data are a book's facts as Go values.
type Data struct {
	Partners     []Partner
	Sales        iter.Seq2[Sale, error]
	Targets      []Row
	Observations []Row
	Items        []*Item
	Notes        []Note
}

// Open reads a book from a folder: book.yaml, partners*.csv, sales*.csv,
// targets*.csv, observations*.csv, items*.yaml, notes/*.md. Every problem in it
// is reported at once, as a source.List. Reading stops when ctx is done.
func Open(ctx context.Context, fsys fs.FS) (*Book, error) {
	var p problems
	file, setup := readSetup(fsys, &p)
	if setup == nil {
		return nil, p.errors.Err() // without it, the facts cannot be judged
	}
	b := newBuilder(setup)
	b.problems = p
	b.files = append(b.files, file)
	for _, name := range b.match(fsys, "partners*.csv") {
		b.readPartners(ctx, fsys, name)
	}
	sales := b.match(fsys, "sales*.csv")
	if len(sales) == 0 {
		b.add(source.Position{}, msgNoSales, "sales*.csv")
	}
	for _, name := range sales {
		b.readSales(ctx, fsys, name)
	}
	for _, name := range b.match(fsys, "targets*.csv") {
		b.readRows(ctx, fsys, name, targetsFile)
	}
	for _, name := range b.match(fsys, "observations*.csv") {
		b.readRows(ctx, fsys, name, observationsFile)
	}
	for _, name := range b.match(fsys, "items*.yaml") {
		b.readItems(fsys, name)
	}
	for _, name := range b.match(fsys, "notes/*.md") {
		b.readNotes(fsys, name)
	}
	return b.finish(ctx)
}

// match returns the files of a pattern in the order of their names.
func (b *builder) match(fsys fs.FS, pattern string) []string {
	names, err := fs.Glob(fsys, pattern)
	if err != nil {
		b.unreadable(pattern, err)
	}
	return names
}

// New builds a book from Go values, by the same path and with the same checks
// as Open. The book keeps what it is given: do not change it afterwards.
func New(ctx context.Context, setup Setup, data Data) (*Book, error) {
	b := newBuilder(&setup)
	setup.check(&b.problems, nil)
	for i, p := range data.Partners {
		p.Position = rowPosition("partners", i+1, p.Position)
		b.addPartner(p, func(string) source.Position { return p.Position })
	}
	if data.Sales != nil {
		if err := b.takeSales(ctx, data.Sales); err != nil {
			return nil, err
		}
	}
	b.takeRows("targets", data.Targets, true)
	b.takeRows("observations", data.Observations, false)
	for i, it := range data.Items {
		b.takeItem(it, rowPosition("items", i+1, it.Position))
	}
	for i, note := range data.Notes {
		note.Position = rowPosition("notes", i+1, note.Position)
		b.addNote(note)
	}
	return b.finish(ctx)
}

// takeSales takes in sale lines as Go values.
func (b *builder) takeSales(ctx context.Context, sales iter.Seq2[Sale, error]) error {
	dims := b.setup.factDimensions()
	l := line{texts: make([]string, len(dims)+1), file: len(b.files)}
	rows := 0
	var last Date
	for sale, err := range sales {
		rows++
		if err != nil {
			return fmt.Errorf("sale %d: %w", rows, err)
		}
		if rows&4095 == 0 && ctx.Err() != nil || b.full() {
			break
		}
		sale.Position = rowPosition("sales", rows, sale.Position)
		if !b.takeSale(&sale, &l) {
			continue
		}
		series := b.tally.find(l.texts)
		if series < 0 {
			series = b.tally.learn(l.texts)
		}
		b.tally.add(series, &l)
		if last.Before(l.date) {
			last = l.date
		}
		b.seen(l.date)
	}
	b.files = append(b.files, File{Name: "sales", Rows: rows, Last: last})
	return nil
}

// takeSale checks one sale and makes a line of it.
func (b *builder) takeSale(sale *Sale, l *line) bool {
	copy(l.texts, []string{sale.Region, sale.CityTier, sale.PartnerType, sale.PartnerID, sale.Tier, sale.ProductLine})
	for i, dim := range b.setup.Dimensions {
		l.texts[len(factDimensions)+i] = ""
		for _, pair := range sale.Other {
			if pair.Dimension == dim {
				l.texts[len(factDimensions)+i] = pair.Value
			}
		}
	}
	l.texts[len(l.texts)-1] = sale.PartnerName
	for i, text := range l.texts {
		if isBlank(text) {
			l.texts[i] = ""
		}
	}
	at := sale.Position
	l.date, l.order, l.counted = sale.Date, sale.OrderID, sale.Quantity.Valid
	switch {
	case sale.Date.IsZero():
		b.add(at, msgRequiredCell, "date")
		return false
	case !b.inRange(sale.Date):
		b.add(at, msgOutsideData, sale.Date)
		return false
	case sale.Currency != "" && sale.Currency != b.setup.Currency:
		b.add(at, msgWrongCurrency, sale.Currency, b.setup.Currency)
		return false
	}
	var err1, err2 *source.Error
	l.amount, err1 = numberOf(sale.Amount)
	l.quantity, err2 = numberOf(sale.Quantity.Decimal)
	for _, err := range []*source.Error{err1, err2} {
		if err != nil {
			b.place(at, "", err, "")
			return false
		}
	}
	return true
}

// takeRows takes in recorded values as Go values.
func (b *builder) takeRows(name string, rows []Row, targets bool) {
	if len(rows) == 0 {
		return
	}
	file := File{Name: name, Rows: len(rows)}
	for i, r := range rows {
		r.Position = rowPosition(name, i+1, r.Position)
		r.File = len(b.files)
		if targets {
			r.Scenario = Plan
		}
		b.addRow(r, func(string) source.Position { return r.Position })
		if file.Last.Before(r.Period.Last()) {
			file.Last = r.Period.Last()
		}
	}
	b.files = append(b.files, file)
}

// takeItem takes in an item as a Go value. The book keeps a copy.
func (b *builder) takeItem(it *Item, at source.Position) {
	copied := *it
	copied.Position = at
	for i := range fields {
		if parts, ok := fields[i].of(&copied).(*[]*Item); ok {
			*parts = slices.Clone(*parts)
			for j, part := range *parts {
				partCopy := *part
				partCopy.Position = at
				(*parts)[j] = &partCopy
			}
		}
	}
	b.addItem(&copied)
}
