package channel

import (
	"cmp"
	"slices"
	"strings"
)

// An orderTally numbers the distinct order ids and notes which files have them.
type orderTally struct {
	numbers map[string]uint32
	file    []int32            // of each order, the first that has it
	others  map[uint32]FileSet // of orders that more files have
	pairs   map[[2]int]*sharedOrders
}

// sharedOrders are the order ids that two files have in common.
type sharedOrders struct {
	first, second int // indices into Book.Files
	count         int
	order         string // the first found
}

func newOrderTally() orderTally {
	return orderTally{
		numbers: map[string]uint32{}, others: map[uint32]FileSet{}, pairs: map[[2]int]*sharedOrders{},
	}
}

func (o *orderTally) has(id string) bool {
	_, ok := o.numbers[id]
	return ok
}

// number returns the number of an order id that a file has.
func (o *orderTally) number(id string, file int) uint32 {
	n, ok := o.numbers[id]
	switch {
	case !ok:
		n = uint32(len(o.numbers))
		o.numbers[strings.Clone(id)] = n
		o.file = append(o.file, int32(file))
	case o.file[n] != int32(file):
		o.share(n, id, file)
	}
	return n
}

// share notes that a further file has an order.
func (o *orderTally) share(n uint32, id string, file int) {
	files := o.others[n]
	if files.has(file) {
		return
	}
	first := int(o.file[n])
	for before := range files.with(first).All() {
		pair := [2]int{before, file}
		if o.pairs[pair] == nil {
			o.pairs[pair] = &sharedOrders{first: before, second: file, order: strings.Clone(id)}
		}
		o.pairs[pair].count++
	}
	o.others[n] = files.with(file)
}

// sharedPairs returns what files have in common, by the order of the files.
func (o *orderTally) sharedPairs() []*sharedOrders {
	var list []*sharedOrders
	for _, pair := range o.pairs {
		list = append(list, pair)
	}
	slices.SortFunc(list, func(a, b *sharedOrders) int {
		return cmp.Or(cmp.Compare(a.second, b.second), cmp.Compare(a.first, b.first))
	})
	return list
}
