package kpi

import (
	"strings"

	"example.com/channelreport/channel"
)

// A roster is the channel's partners with the days on which they came and
// went.
type roster struct {
	members  []member
	unjoined bool // some partner has neither a joined nor a sale line
}

// A member is a partner of the channel. From is the day it joined or, where
// that is not known, of its first sale line.
type member struct {
	file       string          // of its row among the partners
	lines      channel.FileSet // of its first sale lines, if those say since when
	from, left channel.Date
	joined     bool    // from is from partners.csv
	values     []int32 // its groups, by dimension of facts

	countedIn uint32 // see facts
}

// newRoster finds for every partner of the channel since when it is one and
// which groups it belongs to: what partners.csv says, where that is blank what
// its first sale line says.
func (k *core) newRoster() roster {
	type first struct {
		date   channel.Date
		series []*channel.Series
	}
	lines := map[int32]*first{}
	dim := k.dim(channel.PartnerID)
	for _, s := range k.series {
		p := k.valueOf(s, dim)
		if s.Direct() || p == 0 || len(s.Cells()) == 0 {
			continue
		}
		date := s.Cells()[0].Date
		f := lines[p]
		switch {
		case f == nil:
			lines[p] = &first{date, []*channel.Series{s}}
		case date.Before(f.date):
			f.date, f.series = date, append(f.series[:0], s)
		case date == f.date:
			f.series = append(f.series, s)
		}
	}
	var r roster
	for i := range k.book.Partners() {
		p := &k.book.Partners()[i]
		if p.Direct() {
			continue
		}
		number := k.values[dim].numbers[p.ID]
		f := lines[number]
		m := member{file: p.Position.File, from: p.Joined, left: p.Left, joined: !p.Joined.IsZero()}
		if f != nil && !m.joined {
			m.from = f.date
			for _, s := range f.series {
				m.lines = m.lines.Union(s.Cells()[0].Files)
			}
		}
		if m.from.IsZero() {
			r.unjoined = r.unjoined || p.Listed()
			continue
		}
		for d, fact := range k.c.dims[:k.c.facts] {
			value := k.values[d].numbers[p.Attribute(fact.ID)]
			if p.Attribute(fact.ID) == "" && f != nil {
				value = k.smallest(f.series, d)
			}
			m.values = append(m.values, value)
		}
		r.members = append(r.members, m)
	}
	return r
}

// smallest returns the smallest value, by its bytes, that some series have in
// a dimension.
func (k *core) smallest(series []*channel.Series, d int) int32 {
	least := k.valueOf(series[0], d)
	for _, s := range series[1:] {
		v := k.valueOf(s, d)
		if strings.Compare(k.values[d].values[v], k.values[d].values[least]) < 0 {
			least = v
		}
	}
	return least
}

// counted reports whether a partner counts in a window: as one of the channel
// on its last day, or as one that is new in it.
func (m *member) counted(w *window, kind atomKind) bool {
	if kind == atomNewPartners {
		return w.period.Contains(m.from)
	}
	last := w.period.Last()
	return !last.Before(m.from) && (m.left.IsZero() || !m.left.Before(last))
}

func (k *core) rosterColumn(t *table, kind atomKind) []cell {
	column := t.cells(cell{q: quotInt(0)})
	if t.cut.side != channelSide {
		return column // direct partners never count
	}
	counts := make([]int, len(column))
	notes := noteSet(0)
	if k.roster.unjoined {
		notes |= noteUnjoined
	}
	for i := range k.roster.members {
		m := &k.roster.members[i]
		g := k.groupOf(m, t.cut)
		if g < 0 || !m.counted(t.w, kind) {
			continue
		}
		counts[g]++
		if kind == atomNewPartners && !m.joined && k.leftEdge(m.from) {
			column[g].notes |= noteLeftEdge
		}
	}
	for g, n := range counts {
		column[g].q = quotInt(int64(n))
		column[g].notes |= notes
	}
	return column
}

// groupOf returns the group of a cut that a partner belongs to, -1 if it does
// not pass the cut's filter.
func (k *core) groupOf(m *member, c *cut) int32 {
	if c.filter != nil && !c.filter.root.holds(func(d int) string { return k.values[d].values[m.values[d]] }) {
		return -1
	}
	var buffer [4]int32
	values := buffer[:0]
	for _, d := range c.by.dims {
		values = append(values, m.values[d])
	}
	return c.by.at(values)
}

// leftEdge reports whether a day lies in the first month of the data, where a
// first sale line says little about when a partner came.
func (k *core) leftEdge(d channel.Date) bool {
	return d.Before(k.from.AddMonths(1))
}
