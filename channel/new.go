package channel

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"example.com/channelreport/channel/source"
)

// New builds a book from Go values, by the same path and with the same checks
// as Open. The book keeps what it is given: do not change it afterwards. An
// error of data.Sales ends the building and is returned as it is, wrapped.
func New(ctx context.Context, setup Setup, data Data) (*Book, error) {
	var p problems
	setup.Indicators = slices.Clone(setup.Indicators)
	for i := range setup.Indicators {
		x := &setup.Indicators[i]
		x.Position = rowPosition("indicators", i+1, x.Position)
		if x.Offsets == nil {
			at := x.Position
			x.Offsets = func(string, int) source.Position { return at }
		}
	}
	setup.check(&p, nil)
	b := newBuilder(&setup, p)
	for i, p := range data.Partners {
		b.takePartner(p, rowPosition("partners", i+1, p.Position))
	}
	if data.Sales != nil {
		if err := b.takeSales(ctx, data.Sales); err != nil {
			return nil, err
		}
	}
	if data.Sums != nil {
		if err := b.takeSums(ctx, data.Sums); err != nil {
			return nil, err
		}
	}
	b.takeRows("targets", data.Targets, true)
	b.takeRows("observations", data.Observations, false)
	for i, it := range data.Items {
		if !whole(it) {
			b.add(place{position: rowPosition("items", i+1, source.Position{})}, msgNilItem)
			continue
		}
		b.takeItem(it, rowPosition("items", i+1, it.Position))
	}
	for i, note := range data.Notes {
		note.Position = rowPosition("notes", i+1, note.Position)
		b.addNote(note)
	}
	return b.finish(ctx)
}

// rowPosition names a row that came with no position of its own.
func rowPosition(name string, n int, given source.Position) source.Position {
	if !given.IsZero() {
		return given
	}
	return source.Position{Query: name, Row: n}
}

// checkTexts refuses control characters in texts, and warns of characters that
// nobody sees.
func (b *builder) checkTexts(at place, texts ...string) bool {
	good := true
	for _, text := range texts {
		switch f := faultIn(text); f.kind {
		case control:
			b.add(at, msgControl, f.r)
			good = false
		case notUTF8:
			b.add(at, msgNotUTF8)
			good = false
		case invisible:
			b.warn(at, msgInvisible, shorten(text), f.r)
		}
	}
	return good
}

// takePartner takes in a partner as a Go value.
func (b *builder) takePartner(p Partner, at source.Position) {
	p.Position = at
	here := place{position: at}
	texts := []string{p.ID, p.Name, p.Type, p.Tier, p.Region, p.City, p.CityTier}
	for _, a := range p.Attributes {
		texts = append(texts, a.Dimension, a.Value)
	}
	if b.checkTexts(here, texts...) {
		p.Attributes = slices.Clone(p.Attributes)
		b.addPartner(p, func(string) place { return here })
	}
}

// takeSales takes in sale lines as Go values.
func (b *builder) takeSales(ctx context.Context, sales iter.Seq2[Sale, error]) error {
	l := b.newLine()
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
		at := place{position: rowPosition("sales", rows, sale.Position)}
		series, good := b.takeSale(&sale, &l, func(string) place { return at })
		if !good {
			continue
		}
		b.tally.add(series, &l)
		b.seen(l.date)
		last = later(last, l.date)
	}
	b.files = append(b.files, File{Name: "sales", Rows: rows, Last: last, kind: "sales"})
	return nil
}

// newLine returns a line for the texts of all dimensions and the partner's
// name.
func (b *builder) newLine() line {
	return line{texts: make([]string, len(b.setup.factDimensions())+1), file: len(b.files)}
}

// takeSale checks a sale, makes a line of it, and returns its series.
func (b *builder) takeSale(sale *Sale, l *line, where func(string) place) (int32, bool) {
	clear(l.texts)
	copy(l.texts, []string{sale.Region, sale.CityTier, sale.PartnerType, sale.PartnerID, sale.Tier, sale.ProductLine})
	for i, dim := range b.setup.Dimensions {
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
	l.date, l.order, l.counted = sale.Date, sale.OrderID, sale.Quantity.Valid
	if b.setup.Orders == "none" {
		l.order = ""
	}
	if l.date.IsZero() {
		b.add(where("date"), msgRequiredCell, "date")
		return 0, false
	}
	good := b.checkDay(l.date, where)
	if !b.checkCurrency(sale.Currency, where) || !good {
		return 0, false
	}
	var err *source.Error
	if l.amount, err = numberOf(sale.Amount); err == nil {
		l.quantity, err = numberOf(sale.Quantity.Decimal)
	}
	if err != nil {
		b.refuse(where("amount"), err)
		return 0, false
	}
	series := b.tally.find(l.texts)
	if series < 0 {
		if !b.checkTexts(where(""), l.texts...) {
			return 0, false
		}
		series = b.learn(l, where)
	}
	return series, l.order == "" || b.tally.orders.has(l.order) || b.checkTexts(where("order_id"), l.order)
}

// takeRows takes in recorded values as Go values.
func (b *builder) takeRows(name string, rows []Row, targets bool) {
	if len(rows) == 0 {
		return
	}
	file := File{Name: name, Rows: len(rows), kind: name}
	for i, r := range rows {
		r.Position = rowPosition(name, i+1, r.Position)
		r.File = len(b.files)
		if targets {
			r.Scenario = Plan
		}
		if at := (place{position: r.Position}); b.checkRow(&r, targets, at) {
			b.addRow(r, func(string) place { return at })
		}
		if file.Last.Before(r.Period.Last()) {
			file.Last = r.Period.Last()
		}
	}
	b.files = append(b.files, file)
}

// checkRow refuses a recorded value that no file could hold.
func (b *builder) checkRow(r *Row, target bool, at place) bool {
	before := len(b.errors)
	switch {
	case r.Period.IsZero():
		b.add(at, msgRequiredCell, "period")
	case isBlank(r.Measure):
		b.add(at, msgRequiredCell, "measure")
	case !target && r.Scenario >= Plan:
		b.add(at, msgWord, r.Scenario.String(), "actual, budget, forecast, benchmark")
	}
	if _, err := numberOf(r.Value); err != nil {
		b.refuse(at, err)
	}
	r.Key = slices.DeleteFunc(slices.Clone(r.Key), func(pair GroupPair) bool { return isBlank(pair.Value) })
	for i, pair := range r.Key {
		dims := b.setup.factDimensions()
		if !slices.Contains(dims, pair.Dimension) {
			b.add(at, msgUnknownDimension, pair.Dimension).Near = source.Nearest(pair.Dimension, dims)
		}
		if slices.ContainsFunc(r.Key[:i], func(p GroupPair) bool { return p.Dimension == pair.Dimension }) {
			b.add(at, msgColumnTwice, pair.Dimension)
		}
		b.checkTexts(at, pair.Value)
	}
	return len(b.errors) == before
}

// takeItem takes in an item as a Go value. The book keeps a copy, so that the
// caller's is not changed.
func (b *builder) takeItem(it *Item, at source.Position) {
	copied := copyItem(it, at)
	if copied.Kind < Goal || copied.Kind > lastTopKind {
		b.add(place{position: at}, msgRequiredCell, "kind")
		return
	}
	if copied.Period.IsZero() {
		b.add(place{position: at}, msgRequiredCell, "period")
		return
	}
	b.addItem(copied)
}

// whole reports whether neither an item nor a part of it is nil.
func whole(it *Item) bool {
	return it != nil && !slices.ContainsFunc(slices.Concat(it.Symptoms, it.Causes, it.Actions, it.Responses), func(part *Item) bool { return !whole(part) })
}

func copyItem(it *Item, at source.Position) *Item {
	copied := *it
	copied.Position = at
	for i := range fields {
		switch p := fields[i].of(&copied).(type) {
		case *[]*Item:
			*p = slices.Clone(*p)
			for j, part := range *p {
				(*p)[j] = copyItem(part, at)
			}
		case *[]Evidence:
			*p = slices.Clone(*p)
			for j := range *p {
				(*p)[j].Position = at
			}
		}
	}
	return &copied
}
