package channel

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel/source"
)

// itemColumns are the columns of a table of items beside the items' fields.
// Those from figure on make one entry of a list of evidence.
var itemColumns = []column{
	{"period", []string{"期间", "所属期间"}, true},
	{"kind", []string{"类型"}, true},
	{"parent", []string{"上级"}, false},
	{"figure", []string{"指标"}, false},
	{"scope", []string{"范围"}, false},
	{"claim", []string{"断言"}, false},
	{"from", []string{"起"}, false},
	{"to", []string{"止"}, false},
	{"at_least", []string{"不低于"}, false},
	{"at_most", []string{"不高于"}, false},
}

// columnsOfItems are the columns of a table of items: their fields, by either
// name, and itemColumns.
func columnsOfItems() []column {
	columns := slices.Clone(itemColumns)
	for _, f := range fields {
		c := column{f.name, []string{f.zh}, false}
		if f.name == "amount" {
			c.headers = append(c.headers, "目标或金额")
		}
		columns = append(columns, c)
	}
	return columns
}

// An itemRow is a row of a table of items while it is read.
type itemRow struct {
	b      *builder
	t      *table
	cells  map[string]string // what is not blank, by column
	spots  places
	period Period
	kind   Kind
	list   string // of a row that is an entry of a list of evidence: evidence, effects
}

// A part is a row that belongs to an item which another row or file holds.
type part struct {
	item     *Item
	evidence Evidence
	list     string // of the parent, that it goes to
	period   Period
	parent   string
	spots    places
}

// readItems takes in one file of items.
func (b *builder) readItems(ctx context.Context, in folder, name string) {
	if files, ok := in.(csvFolder); ok && strings.HasSuffix(name, ".yaml") {
		b.readItemDocument(files.FS, name)
		return
	}
	t := b.openTable(in, name, itemsFile)
	if t == nil {
		return
	}
	for t.next(ctx) {
		if !t.checkRow() {
			continue
		}
		r := itemRow{b: b, t: t, cells: map[string]string{}, spots: places{}}
		for slot, c := range t.columns {
			if text := t.cell(slot); text != "" {
				r.cells[c.name], r.spots[c.name] = text, t.spot(t.slots[slot])
			}
		}
		if r.begin() {
			r.take()
		}
	}
	b.files = append(b.files, t.end(Date{}))
}

// begin reads what every row must say: period and kind.
func (r *itemRow) begin() bool {
	good := r.need("period")
	good = r.need("kind") && good
	if r.cells["period"] != "" {
		var read bool
		r.period, read = r.t.period(0, r.b.setup)
		good = good && read
	}
	if text := r.cells["kind"]; text != "" {
		r.spots[""] = r.spots["kind"]
		var known bool
		if r.kind, r.list, known = rowKind(text); !known {
			r.b.add(r.spots["kind"].place(), msgItemKind, text).Near = source.Nearest(text, rowKinds())
			good = false
		}
	}
	return good
}

// need reports whether a column has something, and refuses the row if not.
func (r *itemRow) need(name string) bool {
	if r.cells[name] != "" {
		return true
	}
	slot := slices.IndexFunc(r.t.columns, func(c column) bool { return c.name == name })
	r.b.add(r.t.in(slot), msgRequiredCell, name)
	return false
}

// lists are the lists of evidence that rows of their own can belong to.
var lists = []struct{ key, one, zh string }{{"evidence", "evidence", "依据"}, {"effects", "effect", "成效指标"}}

// rowKind returns what a row's kind means: a kind of items, of parts, or a
// list of evidence.
func rowKind(text string) (Kind, string, bool) {
	for k := Goal; int(k) < len(kindNames); k++ {
		if n := kindNames[k]; n.key == text || n.one == text || n.zh == text {
			return k, "", true
		}
	}
	for _, l := range lists {
		if l.key == text || l.one == text || l.zh == text {
			return 0, l.key, true
		}
	}
	return 0, "", false
}

func rowKinds() []string {
	var names []string
	for k := Goal; int(k) < len(kindNames); k++ {
		names = append(names, kindNames[k].key, kindNames[k].one, kindNames[k].zh)
	}
	for _, l := range lists {
		names = append(names, l.key, l.one, l.zh)
	}
	return names
}

// take takes the row in: as an item, or as a part that finish will hand to its
// item.
func (r *itemRow) take() {
	p := part{list: r.list, period: r.period, parent: r.cells["parent"], spots: r.spots}
	if r.list != "" {
		p.evidence = r.evidence(r.list)
	} else {
		it := r.item()
		if r.kind <= lastTopKind {
			if p.parent != "" {
				r.b.add(r.spots["parent"].place(), msgFieldOfKind, r.kind.one(), "parent")
			}
			r.b.addItem(it)
			return
		}
		p.item, p.list = it, r.kind.String()
	}
	if r.need("parent") {
		r.b.parts = append(r.b.parts, p)
	}
}

// item reads the row as an item or a part of one.
func (r *itemRow) item() *Item {
	it := &Item{Kind: r.kind, Period: r.period, Position: r.spots["kind"].place().position, places: r.spots}
	for i := range fields {
		f := &fields[i]
		text, given := r.cells[f.name]
		if !given || f.name == "amount" && !slices.Contains(kindFields[r.kind], "amount") {
			continue // an amount can also be that of a figure
		}
		r.b.setField(r.spots[f.name], text, f, it)
	}
	if !slices.ContainsFunc(figureColumns(r.kind), func(name string) bool { return r.cells[name] != "" }) {
		return it
	}
	list := r.figureList()
	if list == "" {
		r.b.add(r.figureSpot().place(), msgFieldOfKind, r.kind.one(), "figure")
		return it
	}
	e := r.evidence(list)
	for i := range fields {
		if fields[i].name == list {
			to := fields[i].of(it).(*[]Evidence)
			*to = append(*to, e)
		}
	}
	return it
}

// figureColumns are the columns of a row of a kind that make an entry of a list
// of evidence.
func figureColumns(k Kind) []string {
	columns := []string{"figure", "scope", "claim", "from", "to", "at_least", "at_most"}
	if !slices.Contains(kindFields[k], "amount") {
		columns = append(columns, "amount")
	}
	return columns
}

func (r *itemRow) figureSpot() spot {
	for _, name := range figureColumns(r.kind) {
		if s, ok := r.spots[name]; ok {
			return s
		}
	}
	return r.spots[""]
}

// figureList returns the list of its item that the figure of a row belongs to:
// effects if it has a before or after, aim if it has a number to reach, else
// the one for what the item rests on or has brought.
func (r *itemRow) figureList() string {
	has := func(columns ...string) bool {
		return slices.ContainsFunc(columns, func(name string) bool { return r.cells[name] != "" })
	}
	candidates := []string{"evidence", "outputs", "effects"}
	switch {
	case has("from", "to"):
		candidates = []string{"effects"}
	case has("at_least", "at_most", "amount"):
		candidates = []string{"aim"}
	}
	for _, list := range candidates {
		if slices.Contains(kindFields[r.kind], list) {
			return list
		}
	}
	return ""
}

// evidence reads the row's figure as an entry of a list. The amount is what
// the figure came to, or what it is to reach.
func (r *itemRow) evidence(list string) Evidence {
	e := Evidence{Position: r.figureSpot().place().position, places: places{"": r.spots[""]}}
	columns := figureColumns(0)
	if r.list != "" {
		e.Position = r.spots["kind"].place().position
		columns = append(columns, "title", "text")
	}
	for _, name := range columns {
		text, given := r.cells[name]
		if !given {
			continue
		}
		key := name
		if name == "amount" {
			key = map[string]string{"effects": "to", "aim": "at_least"}[list]
			if key == "" {
				r.b.add(r.spots[name].place(), msgFieldOfKind, source.Term{En: list, Zh: list}, name)
				continue
			}
		}
		if *e.text(key) != "" {
			r.b.add(r.spots[name].place(), msgOneOf, "amount, "+key)
			continue
		}
		*e.text(key), e.places[key] = text, r.spots[name]
	}
	return e
}

// setField sets a field of an item from the text of a cell.
func (b *builder) setField(at spot, text string, f *field, it *Item) {
	refuse := func(err *source.Error) {
		if err != nil {
			b.refuse(at.place(), err)
		}
	}
	format := b.setup.format(itemsFile)
	switch to := f.of(it).(type) {
	case *string:
		*to = text
		if f.typ == PeriodField {
			if _, err := b.setup.ParsePeriod(text); err != nil {
				b.refuse(at.place(), err)
			}
		}
	case *Word:
		*to = Word(text)
	case *Date:
		day, err := format.date(text)
		*to = day
		refuse(err)
	case *decimal.NullDecimal:
		n, err := format.decimal(text, f.unit)
		*to = decimal.NullDecimal{Decimal: n, Valid: err == nil}
		refuse(err)
	case *[]string:
		for _, p := range pieces(at, text) {
			it.places[f.name+"["+strconv.Itoa(len(*to))+"]"] = p
			*to = append(*to, p.text)
		}
	case *[]Evidence:
		for _, p := range pieces(at, text) {
			*to = append(*to, Evidence{Figure: p.text, Position: p.place().position, places: places{"": p, "figure": p}})
		}
	case *[]*Item:
		for _, p := range pieces(at, text) {
			*to = append(*to, &Item{Title: p.text, Position: p.place().position, places: places{"": p, "title": p}})
		}
	}
}

// A piece is one of several texts in a cell, parted by ; or ；.
type piece struct {
	pieceSpot
	text string
}

func pieces(at spot, text string) []piece {
	var list []piece
	offset := 0
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == '；' }) {
		offset += strings.Index(text[offset:], part)
		if trimmed := strings.TrimSpace(part); trimmed != "" {
			list = append(list, piece{pieceSpot{at, offset + strings.Index(part, trimmed)}, trimmed})
		}
		offset += len(part)
	}
	return list
}

// attachParts hands the rows that are parts of an item to it.
func (b *builder) attachParts() {
	known := map[itemRef]*Item{}
	for _, it := range b.items {
		for _, owner := range append([]*Item{it}, it.Causes...) {
			known[itemRef{it.Period.start, it.Period.end, owner.ID}] = owner
		}
	}
	// Causes first: evidence may be theirs.
	slices.SortStableFunc(b.parts, func(x, y part) int { return isCause(y) - isCause(x) })
	for _, p := range b.parts {
		ref := itemRef{p.period.start, p.period.end, p.parent}
		owner := known[ref]
		if owner == nil {
			b.add(p.spots["parent"].place(), msgDanglingLink, p.parent).Near = nearestItem(p.period, p.parent, known)
			continue
		}
		if !slices.Contains(kindFields[owner.Kind], p.list) {
			b.add(p.spots["kind"].place(), msgFieldOfKind, owner.Kind.one(), p.list)
			continue
		}
		i := slices.IndexFunc(fields, func(f field) bool { return f.name == p.list })
		switch to := fields[i].of(owner).(type) {
		case *[]*Item:
			*to = append(*to, p.item)
			b.checkItem(p.item)
			if p.item.ID != "" {
				known[itemRef{p.period.start, p.period.end, p.item.ID}] = p.item
			}
		case *[]Evidence:
			*to = append(*to, p.evidence)
			b.checkEvidence(owner, p.list, &p.evidence)
		}
	}
}

func isCause(p part) int {
	if p.item != nil && p.item.Kind == Cause {
		return 1
	}
	return 0
}
