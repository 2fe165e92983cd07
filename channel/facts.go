package channel

import (
	"context"
	"strings"

	"example.com/channelreport/channel/source"
)

// readPartners takes in one partners*.csv.
func (b *builder) readPartners(ctx context.Context, in folder, name string) {
	t := b.openTable(in, name, partnersFile)
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
			City: t.cell(city), CityTier: t.cell(cityTier), Position: t.in(id).position,
		}
		p.Joined, _ = t.day(joined)
		p.Left, _ = t.day(left)
		for _, i := range t.extra {
			if !isBlank(t.record[i]) {
				p.Attributes = append(p.Attributes, GroupPair{t.header[i], t.record[i]})
			}
		}
		b.addPartner(p, t.where)
	}
	b.files = append(b.files, t.end(Date{}))
}

// readSales takes in one sales*.csv. Its loop runs for every sale line: what
// can be settled once for equal texts is settled when they are first seen.
func (b *builder) readSales(ctx context.Context, in folder, name string) {
	dims := b.setup.factDimensions()
	t := b.openTable(in, name, salesFile)
	if t == nil {
		return
	}
	texts := len(dims) + 1
	date, amount, quantity, order, currency := texts, texts+1, texts+2, texts+3, texts+4
	if b.setup.Orders == "none" {
		t.ignore(order)
	}
	l := b.newLine()
	dateText := "" // of l.date: most lines have the date of the line before
	var last Date
	var excel tallied
	for t.next(ctx) {
		good := t.checkIgnored()
		good = t.required(date) && good
		good = t.required(amount) && good
		for slot := range l.texts {
			l.texts[slot] = t.cell(slot)
		}
		series := b.tally.find(l.texts)
		fresh := series < 0
		if fresh && !t.checkRow() {
			continue
		}
		if text := t.cell(date); text != dateText {
			d, read := t.day(date)
			if good = read && good; read {
				l.date, dateText = d, strings.Clone(text)
				good = b.checkDay(d, t.where) && good
			}
		}
		l.counted = t.cell(quantity) != ""
		var good1, good2 bool
		l.amount, good1 = t.amount(amount, "money")
		l.quantity, good2 = t.amount(quantity, "count")
		if !b.checkCurrency(t.cell(currency), t.where) || !good || !good1 || !good2 {
			continue
		}
		if l.order = t.cell(order); l.order != "" && !b.tally.orders.has(l.order) {
			if !fresh && !t.checkNew(order) {
				continue
			}
			if isExcelNumber(l.order) {
				excel.add(func() place { return t.in(order) })
			}
		}
		if fresh {
			series = b.learn(&l, t.where)
		}
		b.tally.add(series, &l)
		b.seen(l.date)
		last = later(last, l.date)
	}
	if excel.count > 0 {
		b.warn(excel.first, msgExcelOrders, excel.count)
	}
	b.files = append(b.files, t.end(last))
}

// readRows takes in one targets*.csv or observations*.csv.
func (b *builder) readRows(ctx context.Context, in folder, name string, kind fileKind) {
	dims := b.setup.factDimensions()
	t := b.openTable(in, name, kind)
	if t == nil {
		return
	}
	period, measure, amount, scenario := len(dims), len(dims)+1, len(dims)+2, len(dims)+3
	var last Date
	for t.next(ctx) {
		if !t.checkRow() {
			continue
		}
		r := Row{Scenario: Plan, Measure: t.cell(measure), File: len(b.files), Position: t.in(amount).position,
			measure: t.in(measure).position}
		good := t.required(period)
		good = t.required(measure) && good
		good = t.required(amount) && good
		if kind == observationsFile {
			word, known := t.cell(scenario), false
			if r.Scenario, known = scenarioWords[word]; !known {
				b.add(t.in(scenario), msgWord, word, scenarioList).Near =
					source.Nearest(word, sortedKeys(scenarioWords))
				good = false
			}
		}
		if t.cell(period) != "" {
			var read bool
			r.Period, read = t.period(period, b.setup)
			good = good && read
		}
		n, ok := t.amount(amount, b.setup.unitOf(r.Measure))
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
		last = later(last, r.Period.Last())
	}
	b.files = append(b.files, t.end(last))
}
