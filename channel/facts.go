package channel

import (
	"context"
	"io/fs"

	"example.com/channelreport/channel/source"
)

// readPartners takes in one partners*.csv.
func (b *builder) readPartners(ctx context.Context, fsys fs.FS, name string) {
	t := openTable(fsys, name, partnersFile, nil, &b.problems)
	if t == nil {
		return
	}
	const id, called, kind, tier, region, city, cityTier, joined, left = 0, 1, 2, 3, 4, 5, 6, 7, 8
	for t.next(ctx) {
		if !t.checkRow() {
			continue
		}
		p := Partner{
			ID: t.cell(id), Name: t.cell(called), Type: t.cell(kind), Tier: t.cell(tier), Region: t.cell(region),
			City: t.cell(city), CityTier: t.cell(cityTier), Position: t.at(id),
		}
		var ok1, ok2 bool
		p.Joined, ok1 = t.date(joined)
		p.Left, ok2 = t.date(left)
		for _, i := range t.extra {
			if !isBlank(t.record[i]) {
				p.Attributes = append(p.Attributes, GroupPair{t.header[i], t.record[i]})
			}
		}
		if ok1 && ok2 {
			b.addPartner(p, t.where)
		}
	}
	b.files = append(b.files, t.close())
}

// readSales takes in one sales*.csv. This is the loop that runs for every
// sales line: what can be settled once for equal texts is settled in learn.
func (b *builder) readSales(ctx context.Context, fsys fs.FS, name string) {
	dims := b.setup.factDimensions()
	t := openTable(fsys, name, salesFile, dims, &b.problems)
	if t == nil {
		return
	}
	texts := len(dims) + 1
	date, amount, quantity, order, currency := texts, texts+1, texts+2, texts+3, texts+4
	l := line{texts: make([]string, texts), file: len(b.files)}
	var last Date
	dateText := ""
	for t.next(ctx) {
		if !t.checkIgnored() {
			continue
		}
		for slot := range l.texts {
			l.texts[slot] = t.cell(slot)
		}
		series := b.tally.find(l.texts)
		if series < 0 && !t.checkRow() {
			continue
		}
		if text := t.cell(date); text != dateText || text == "" {
			d, ok := t.required(date)
			if !ok {
				continue
			}
			l.date, dateText = d, string([]byte(text))
		}
		if money := t.cell(currency); money != "" && money != b.setup.Currency && t.checkRow() {
			b.add(t.at(currency), msgWrongCurrency, money, b.setup.Currency)
			continue
		}
		var ok bool
		if l.amount, ok = t.number(amount, true); !ok {
			continue
		}
		l.counted = t.cell(quantity) != ""
		if l.quantity, ok = t.number(quantity, false); !ok {
			continue
		}
		if l.order = t.cell(order); l.order != "" && !b.tally.orders.has(l.order) && !t.checkRow() {
			continue
		}
		if !b.inRange(l.date) {
			b.add(t.at(date), msgOutsideData, l.date)
			continue
		}
		if series < 0 {
			series = b.tally.learn(l.texts)
		}
		b.tally.add(series, &l)
		if last.Before(l.date) {
			last = l.date
		}
		b.seen(l.date)
	}
	file := t.close()
	file.Last = last
	b.files = append(b.files, file)
}

// inRange reports whether a day lies in the range that book.yaml declares.
func (b *builder) inRange(d Date) bool {
	s := b.setup
	return (s.DataFrom.IsZero() || !d.Before(s.DataFrom)) && (s.DataTo.IsZero() || !s.DataTo.Before(d))
}

// readRows takes in one targets*.csv or observations*.csv.
func (b *builder) readRows(ctx context.Context, fsys fs.FS, name string, kind fileKind) {
	dims := b.setup.factDimensions()
	t := openTable(fsys, name, kind, dims, &b.problems)
	if t == nil {
		return
	}
	period, measure, amount, scenario := len(dims), len(dims)+1, len(dims)+2, len(dims)+3
	var last Date
	for t.next(ctx) {
		if !t.checkRow() {
			continue
		}
		r := Row{Scenario: Plan, Measure: t.cell(measure), File: len(b.files), Position: t.at(amount)}
		good := true
		if r.Measure == "" {
			b.add(t.at(measure), msgRequiredCell, "measure")
			good = false
		}
		if kind == observationsFile {
			word := t.cell(scenario)
			s, ok := scenarioWords[word]
			if !ok {
				b.add(t.at(scenario), msgWord, word, "actual, budget, forecast, benchmark").Near =
					source.Nearest(word, scenarioNames[:Plan])
				good = false
			}
			r.Scenario = s
		}
		p, err := b.setup.ParsePeriod(t.cell(period))
		if err != nil {
			b.place(t.at(period), "", err, "")
			good = false
		}
		r.Period = p
		n, ok := t.number(amount, true)
		if !ok || !good {
			continue
		}
		r.Value = n.decimal()
		for slot, dim := range dims {
			if text := t.cell(slot); text != "" {
				r.Key = append(r.Key, GroupPair{dim, text})
			}
		}
		b.addRow(r, t.where)
		if last.Before(p.Last()) {
			last = p.Last()
		}
	}
	file := t.close()
	file.Last = last
	b.files = append(b.files, file)
}

// where returns the position of a column's cell.
func (t *table) where(column string) source.Position {
	for slot, c := range t.columns {
		if c.name == column {
			return t.at(slot)
		}
	}
	return t.row()
}

// date reads a cell with a date; blank is no date.
func (t *table) date(slot int) (Date, bool) {
	text := t.cell(slot)
	if text == "" {
		return Date{}, true
	}
	d, err := ParseDate(text)
	if err != nil && t.checkRow() {
		t.problems.place(t.at(slot), "", err, "")
	}
	return d, err == nil
}

// required reads a cell that must hold a date.
func (t *table) required(slot int) (Date, bool) {
	if t.cell(slot) == "" {
		if t.checkRow() {
			t.problems.add(t.at(slot), msgRequiredCell, t.columns[slot].name)
		}
		return Date{}, false
	}
	return t.date(slot)
}

// number reads a cell with a number; a blank one is 0 unless it is required.
func (t *table) number(slot int, required bool) (number, bool) {
	text := t.cell(slot)
	if text == "" {
		if required && t.checkRow() {
			t.problems.add(t.at(slot), msgRequiredCell, t.columns[slot].name)
		}
		return number{}, !required
	}
	n, err := parseNumber(text)
	if err != nil && t.checkRow() {
		t.problems.place(t.at(slot), "", err, "")
	}
	return n, err == nil
}
