package channel

import (
	"cmp"
	"hash/maphash"
	"maps"
	"slices"
)

// An idTable numbers distinct texts in the order in which they come. They lie
// one after the other in one array, and a table of numbers by hash finds them
// again: of all that a book keeps, only its order ids grow with the lines, so
// an id costs little more than its bytes. Ids are compared whole.
type idTable struct {
	text  []byte
	ends  []int    // of each text
	slots []uint64 // half of the hash, and the number + 1; 0 is free
	seed  maphash.Seed
}

// get returns a text by its number.
func (t *idTable) get(n uint32) []byte {
	start := 0
	if n > 0 {
		start = t.ends[n-1]
	}
	return t.text[start:t.ends[n]]
}

// find returns the number of a text with a hash, or the slot for it. The table
// must have slots.
func (t *idTable) find(id string, hash uint64) (n uint32, slot int, ok bool) {
	mask := len(t.slots) - 1
	for slot = int(hash) & mask; t.slots[slot] != 0; slot = (slot + 1) & mask {
		entry := t.slots[slot]
		if n := uint32(entry) - 1; entry>>32 == hash>>32 && string(t.get(n)) == id {
			return n, slot, true
		}
	}
	return 0, slot, false
}

// has reports whether a text has a number.
func (t *idTable) has(id string) bool {
	if len(t.slots) == 0 {
		return false
	}
	_, _, ok := t.find(id, maphash.String(t.seed, id))
	return ok
}

// add numbers a text, which may be known already.
func (t *idTable) add(id string) (n uint32, known bool) {
	if 4*len(t.ends) >= 3*len(t.slots) {
		t.grow()
	}
	hash := maphash.String(t.seed, id)
	n, slot, known := t.find(id, hash)
	if known {
		return n, true
	}
	n = t.addNameless()
	t.text = append(t.text, id...)
	t.ends[n] = len(t.text)
	t.slots[slot] = hash>>32<<32 | uint64(n+1)
	return n, false
}

// addNameless numbers a text that is like no other.
func (t *idTable) addNameless() uint32 {
	t.ends = append(t.ends, len(t.text))
	return uint32(len(t.ends) - 1)
}

// grow doubles the slots, or makes the first.
func (t *idTable) grow() {
	if t.slots == nil {
		t.seed = maphash.MakeSeed()
	}
	t.slots = make([]uint64, max(64, 2*len(t.slots)))
	mask := len(t.slots) - 1
	for n := range t.ends {
		id := t.get(uint32(n))
		if len(id) == 0 {
			continue
		}
		hash := maphash.Bytes(t.seed, id)
		slot := int(hash) & mask
		for t.slots[slot] != 0 {
			slot = (slot + 1) & mask
		}
		t.slots[slot] = hash>>32<<32 | uint64(n+1)
	}
}

// An orderTally numbers the distinct order ids and notes which files have them.
// An order that was only counted has a number and no id.
type orderTally struct {
	ids    idTable
	file   []int32            // of each order, the first that has it
	others map[uint32]FileSet // of orders that more files have: all of them
	last   uint32             // the order of the line before: orders have several lines
}

func newOrderTally() orderTally { return orderTally{others: map[uint32]FileSet{}} }

// count returns how many orders there are.
func (o *orderTally) count() int { return len(o.ids.ends) }

// isLast reports whether an id is that of the line before.
func (o *orderTally) isLast(id string) bool {
	return int(o.last) < o.count() && string(o.ids.get(o.last)) == id
}

func (o *orderTally) has(id string) bool { return o.isLast(id) || o.ids.has(id) }

// number returns the number of an order id that a file has.
func (o *orderTally) number(id string, file int) uint32 {
	if !o.isLast(id) {
		n, known := o.ids.add(id)
		if o.last = n; !known {
			o.file = append(o.file, int32(file))
		}
	}
	if first := o.file[o.last]; first != int32(file) {
		o.others[o.last] = o.others[o.last].with(int(first)).with(file)
	}
	return o.last
}

// nameless returns the number of an order that was counted in a file.
func (o *orderTally) nameless(file int) uint32 {
	o.file = append(o.file, int32(file))
	return o.ids.addNameless()
}

// files returns the files that have an order.
func (o *orderTally) files(n uint32) FileSet {
	if files, ok := o.others[n]; ok {
		return files
	}
	return FileSet{}.with(int(o.file[n]))
}

// sharedOrders are the order ids that two files have in common.
type sharedOrders struct {
	first, second int // indices into Book.Files
	count         int
	order         string // the smallest
}

// shared returns what files have in common, by the order of the files.
func (o *orderTally) shared() []sharedOrders {
	pairs := map[[2]int]sharedOrders{}
	for n, files := range o.others {
		id := string(o.ids.get(n))
		list := slices.Collect(files.All())
		for j, second := range list {
			for _, first := range list[:j] {
				key := [2]int{first, second}
				p := pairs[key]
				if p.count == 0 || id < p.order {
					p.order = id
				}
				pairs[key] = sharedOrders{first, second, p.count + 1, p.order}
			}
		}
	}
	return slices.SortedFunc(maps.Values(pairs), func(a, b sharedOrders) int {
		return cmp.Or(cmp.Compare(a.second, b.second), cmp.Compare(a.first, b.first))
	})
}
