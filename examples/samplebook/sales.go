package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// A sale is a row of sales*.csv. Returns and price adjustments have no order;
// a price adjustment has no quantity either.
type sale struct {
	date     time.Time
	month    month
	partner  int // index into partners
	line     int // index into lines
	order    int // of the partner's month, from 1; 0: none
	number   string
	quantity int64
	amount   int64 // fen
}

// A business is what was sold, in the order of the books, and its sums in fen
// by partner and month.
type business struct {
	rows       []sale
	sold, cost [][lastMonth + 1]int64
}

// play plays every month of every partner.
func play() *business {
	b := &business{
		sold: make([][lastMonth + 1]int64, len(partners)),
		cost: make([][lastMonth + 1]int64, len(partners)),
	}
	for i := range partners {
		for m := month(0); m <= lastMonth; m++ {
			if partners[i].buys(m) {
				b.playMonth(i, m)
			}
		}
	}
	slices.SortStableFunc(b.rows, func(x, y sale) int {
		return cmp.Or(x.date.Compare(y.date), cmp.Compare(x.partner, y.partner), cmp.Compare(x.order, y.order))
	})
	b.numberOrders()
	for _, s := range b.rows {
		b.sold[s.partner][s.month] += s.amount
		b.cost[s.partner][s.month] += part(s.amount, lines[s.line].cost, 1000)
	}
	return b
}

// playMonth spreads what a partner buys in a month over orders, and each
// product line over some of them, so that an order may hold several lines.
func (b *business) playMonth(i int, m month) {
	p := &partners[i]
	plan := vary(p.plan(m), 60, p.id, m.String(), "month")
	size := map[string]int64{dealer: 210_000, online: 170_000, industry: 290_000, direct: 160_000}[p.kind]
	orders := max(1, plan/size)
	for li := range lines {
		l := &lines[li]
		lot := part(plan, l.weight(p.kind, m), 1000)
		if lot == 0 {
			continue
		}
		n := min(orders, 1+lot/110_000)
		first := draw(orders, p.id, m.String(), l.name, "first")
		for k := range n {
			order := (first+k)%orders + 1
			b.sell(i, li, m, order, vary(part(lot, 1, n), 250, p.id, m.String(), l.name, strconv.FormatInt(order, 10)))
		}
	}
	if p.tier == strategic && m%3 == 2 { // prices are adjusted at the end of a quarter
		b.rows = append(b.rows, sale{date: m.day(m.days()), month: m, partner: i, amount: -100 * part(plan, 4, 1000)})
	}
}

// sell books a line of an order worth about amount yuan, and sometimes the
// return of a part of it.
func (b *business) sell(i, li int, m month, order, amount int64) {
	p, l := &partners[i], &lines[li]
	name := []string{p.id, m.String(), strconv.FormatInt(order, 10)}
	price := l.price(p.tier, m)
	day := m.day(1 + int(draw(int64(m.days()), name...)))
	if p.first > 0 && p.first == m { // no sale before the partner has joined
		day = m.day(m.days() - int(draw(12, name...)))
	}
	s := sale{date: day, month: m, partner: i, line: li, order: int(order), quantity: max(1, part(amount, 100, price))}
	s.amount = s.quantity * price
	b.rows = append(b.rows, s)

	name = append(name, l.name)
	if draw(1000, append(name, "return")...) >= 18 {
		return
	}
	back := day.AddDate(0, 0, 7+int(draw(28, append(name, "days")...)))
	s.date, s.month, s.order = back, in(back.Year(), int(back.Month())), 0
	if s.month > lastMonth || !p.buys(s.month) {
		return
	}
	s.quantity = -max(1, s.quantity/(3+draw(6, append(name, "part")...)))
	s.amount = s.quantity * price
	b.rows = append(b.rows, s)
}

// price returns what a partner of a tier pays for a piece, in fen. Prices rose
// a little with the year 2026.
func (l *line) price(tier string, m month) int64 {
	discount, ok := map[string]int64{strategic: 610, preferred: 635, ordinary: 660}[tier]
	if !ok {
		discount = 880
	}
	if m.year() == 2026 {
		discount = part(discount, 1012, 1000)
	}
	return part(l.list, discount, 1000)
}

// numberOrders numbers the orders of each month in the order of the rows:
// SO2607-0012. An order that is met again keeps its number.
func (b *business) numberOrders() {
	type id struct {
		partner, order int
		month          month
	}
	given := map[id]string{}
	count := map[month]int{}
	for i := range b.rows {
		s := &b.rows[i]
		if s.order == 0 {
			continue
		}
		key := id{s.partner, s.order, s.month}
		if given[key] == "" {
			count[s.month]++
			given[key] = fmt.Sprintf("SO%02d%02d-%04d", s.month.year()%100, int(s.month)%12+1, count[s.month])
		}
		s.number = given[key]
	}
}

// sales is the file of a year's sales.
func (b *business) sales(year int) file {
	f := file{name: fmt.Sprintf("sales-%d.csv", year), header: []string{
		"date", "order_id", "partner_id", "product_line", "quantity", "amount",
	}}
	for _, s := range b.rows {
		if s.month.year() != year {
			continue
		}
		quantity := ""
		if s.quantity != 0 {
			quantity = strconv.FormatInt(s.quantity, 10)
		}
		f.add(s.date.Format(time.DateOnly), s.number, partners[s.partner].id, lines[s.line].name, quantity, yuan(s.amount))
	}
	return f
}

// of returns a sum over a quarter.
func of(sums [lastMonth + 1]int64, q quarter) int64 {
	n := int64(0)
	for _, m := range q.months() {
		n += sums[m]
	}
	return n
}
