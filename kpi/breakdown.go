package kpi

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// A breakdown tells facts apart by their values in some dimensions. Its groups
// are every combination that the book has, and those with Unassigned in place
// of one or more of the values.
type breakdown struct {
	set    dimset
	dims   []int            // ascending
	values []int32          // of all groups, len(dims) each
	index  map[string]int32 // of two dimensions and more
	size   int
	folds  map[dimset][]int32 // the group in a coarser breakdown
}

func (k *core) breakdown(set dimset) *breakdown {
	if b, ok := k.breakdowns[set]; ok {
		return b
	}
	b := &breakdown{set: set, folds: map[dimset][]int32{}}
	for s := set; s != 0; s &= s - 1 {
		b.dims = append(b.dims, bits.TrailingZeros64(uint64(s)))
	}
	switch len(b.dims) {
	case 0:
		b.size = 1
	case 1:
		b.size = len(k.values[b.dims[0]].values)
		for i := range b.size {
			b.values = append(b.values, int32(i))
		}
	default:
		k.combine(b)
	}
	k.breakdowns[set] = b
	return b
}

// combine finds the groups of a breakdown by several dimensions.
func (k *core) combine(b *breakdown) {
	b.index = map[string]int32{}
	group := make([]int32, len(b.dims))
	b.add(group)
	for _, s := range k.series {
		for i, d := range b.dims {
			group[i] = k.valueOf(s, d)
		}
		b.add(group)
	}
	for _, p := range k.roster.members {
		for i, d := range b.dims {
			group[i] = p.values[d]
		}
		b.add(group)
	}
	for _, l := range k.ledgers {
		for i := range l.records {
			if r := l.records[i]; r.dims&b.set == b.set {
				for j, d := range b.dims {
					group[j] = r.in(d)
				}
				b.add(group)
			}
		}
	}
	// The ledgers come in no order: number the groups by their values.
	order := make([][]int32, 0, b.size)
	for i := range b.size {
		order = append(order, b.group(int32(i)))
	}
	slices.SortFunc(order, slices.Compare)
	sorted := make([]int32, 0, len(b.values))
	for i, g := range order {
		b.index[string(key(g))] = int32(i)
		sorted = append(sorted, g...)
	}
	b.values = sorted
}

// add adds a group, and those with Unassigned in place of its values.
func (b *breakdown) add(group []int32) {
	if _, ok := b.index[string(key(group))]; ok {
		return
	}
	b.index[string(key(group))] = int32(b.size)
	b.values = append(b.values, group...)
	b.size++
	for i := range group {
		if group[i] != 0 {
			coarser := slices.Clone(group)
			coarser[i] = 0
			b.add(coarser)
		}
	}
}

func key(group []int32) []byte {
	bytes := make([]byte, 0, 16)
	for _, v := range group {
		bytes = binary.BigEndian.AppendUint32(bytes, uint32(v))
	}
	return bytes
}

// group returns the values of a group.
func (b *breakdown) group(g int32) []int32 {
	n := len(b.dims)
	return b.values[int(g)*n : int(g)*n+n : int(g)*n+n]
}

// at returns the group with the values, -1 if the book has none such.
func (b *breakdown) at(values []int32) int32 {
	switch len(b.dims) {
	case 0:
		return 0
	case 1:
		return values[0]
	}
	if g, ok := b.index[string(key(values))]; ok {
		return g
	}
	return -1
}

// fold returns for each group of b the group of the coarser breakdown by fewer
// dimensions that holds it.
func (k *core) fold(b, coarser *breakdown) []int32 {
	if f, ok := b.folds[coarser.set]; ok {
		return f
	}
	f := make([]int32, b.size)
	values := make([]int32, len(coarser.dims))
	for g := range f {
		i := 0
		for j, d := range b.dims {
			if coarser.set.has(d) {
				values[i] = b.group(int32(g))[j]
				i++
			}
		}
		f[g] = coarser.at(values)
	}
	b.folds[coarser.set] = f
	return f
}

// passes returns which groups of a breakdown by all of a filter's dimensions
// pass it.
func (k *core) passes(f *filter, b *breakdown) []bool {
	pass := make([]bool, b.size)
	for g := range pass {
		group := b.group(int32(g))
		pass[g] = f.root.holds(func(dim int) string {
			return k.values[dim].values[group[slices.Index(b.dims, dim)]]
		})
	}
	return pass
}
