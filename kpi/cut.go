package kpi

import (
	"slices"

	"example.com/channelreport/channel"
)

// A cut is a breakdown of some of the facts: of one side, and of those that
// pass a filter. All cuts of one breakdown have the same groups.
type cut struct {
	number int
	by     *breakdown
	side   side
	filter *filter // nil: all pass

	sorted bool
	series []int32 // those of the cut, by group, then by partner
	runs   []run   // of the series with one group and one partner
	runOf  []int32 // by series of the book: its run, -1 if it is not in the cut
	starts []int32 // where the runs of each group start
}

type run struct {
	group, partner int32
	from, to       int32 // in cut.series
}

type cutKey struct {
	by     dimset
	side   side
	filter string
}

func (k *core) cut(by dimset, s side, f *filter) *cut {
	key := cutKey{by: by, side: s}
	if f != nil {
		key.filter = f.text
	}
	c, ok := k.cuts[key]
	if !ok {
		c = &cut{number: len(k.cuts), by: k.breakdown(by), side: s, filter: f}
		k.cuts[key] = c
	}
	return c
}

// sort puts the cut's series in order, when sale lines are first asked for.
func (k *core) sort(c *cut) {
	if c.sorted {
		return
	}
	c.sorted = true
	partner := k.dim(channel.PartnerID)
	type place struct{ group, partner, series int32 }
	var places []place
	values := make([]int32, len(c.by.dims))
	for i, s := range k.series {
		if s.Direct() && c.side == channelSide || !s.Direct() && c.side == directSide {
			continue
		}
		if c.filter != nil && !c.filter.root.holds(func(d int) string { return k.values[d].values[k.valueOf(s, d)] }) {
			continue
		}
		for j, d := range c.by.dims {
			values[j] = k.valueOf(s, d)
		}
		places = append(places, place{c.by.at(values), k.valueOf(s, partner), int32(i)})
	}
	slices.SortFunc(places, func(a, b place) int {
		if a.group != b.group {
			return int(a.group - b.group)
		}
		if a.partner != b.partner {
			return int(a.partner - b.partner)
		}
		return int(a.series - b.series)
	})
	c.starts = make([]int32, c.by.size+1)
	c.series = make([]int32, len(places))
	c.runOf = make([]int32, len(k.series))
	for i := range c.runOf {
		c.runOf[i] = -1
	}
	for i, p := range places {
		if i == 0 || places[i-1].group != p.group || places[i-1].partner != p.partner {
			c.runs = append(c.runs, run{p.group, p.partner, int32(i), int32(i)})
			c.starts[p.group+1] = int32(len(c.runs))
		}
		c.runs[len(c.runs)-1].to++
		c.series[i], c.runOf[p.series] = p.series, int32(len(c.runs)-1)
	}
	for g := range c.by.size {
		c.starts[g+1] = max(c.starts[g+1], c.starts[g])
	}
}

// runsOf returns the runs of a group.
func (c *cut) runsOf(g int) []run { return c.runs[c.starts[g]:c.starts[g+1]] }
