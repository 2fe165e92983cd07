package kpi

import (
	"slices"

	"example.com/channelreport/channel"
)

// A dictionary numbers the values of a dimension that the book has anywhere:
// Unassigned is 0, the others follow by their bytes.
type dictionary struct {
	values  []string
	numbers map[string]int32
	column  int     // of the sales' dimensions, -1 if they have none such
	ofSales []int32 // the numbers of the sales' values
	met     string  // the value met last, and its number
	metAs   int32
}

// meet returns the number of a value in the order in which values are met.
func (d *dictionary) meet(value string) int32 {
	if value == d.met {
		return d.metAs
	}
	n, ok := d.numbers[value]
	if !ok {
		n = int32(len(d.values))
		d.numbers[value] = n
		d.values = append(d.values, value)
	}
	d.met, d.metAs = value, n
	return n
}

// order numbers the values by their bytes and returns the new number of each
// old one.
func (d *dictionary) order() []int32 {
	delete(d.numbers, "")
	met := slices.Clone(d.values)
	slices.Sort(d.values[1:])
	for i, v := range d.values {
		d.numbers[v] = int32(i)
	}
	numbers := make([]int32, len(met))
	for i, v := range met {
		numbers[i] = d.numbers[v]
	}
	return numbers
}

// number makes the dictionaries and files the rows by them.
func (k *core) number() {
	facts := k.c.dims[:k.c.facts]
	columns := k.book.Sales().Dimensions()
	k.values = make([]dictionary, len(facts))
	for d, fact := range facts {
		dict := &k.values[d]
		dict.values = []string{channel.Unassigned}
		dict.numbers = map[string]int32{channel.Unassigned: 0, "": 0}
		dict.column = slices.IndexFunc(columns, func(c channel.Dimension) bool { return c.ID == fact.ID })
		if dict.column >= 0 {
			for _, v := range columns[dict.column].Values {
				dict.ofSales = append(dict.ofSales, dict.meet(v))
			}
		}
	}
	for i := range k.book.Partners() {
		p := &k.book.Partners()[i]
		for d := range facts {
			if facts[d].ID == channel.PartnerID && !p.Listed() {
				continue // its lines are there, or it would not be
			}
			k.values[d].meet(p.Attribute(facts[d].ID))
		}
	}
	records := k.fileRows()
	orders := make([][]int32, len(facts))
	for d := range facts {
		dict := &k.values[d]
		orders[d] = dict.order()
		for i, n := range dict.ofSales {
			dict.ofSales[i] = orders[d][n]
		}
	}
	for i := range records {
		r := &records[i]
		for j, s := 0, r.dims; s != 0; j, s = j+1, s&(s-1) {
			r.key[j] = orders[lowest(s)][r.key[j]]
		}
	}
}

// valueOf returns the number of a series' value in a dimension.
func (k *core) valueOf(s *channel.Series, d int) int32 {
	dict := &k.values[d]
	if dict.column < 0 {
		return 0
	}
	return dict.ofSales[s.Value(dict.column)]
}
