package kpi_test

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
)

var (
	twinBooks = flag.Int("twin", 250, "how many drawn books the engine is held against its twin with")
	twinFirst = flag.Int64("twinseed", 1, "the seed of the first of them")
)

// engineAll is every figure that the engine writes for a period, and the unit
// of each.
func engineAll(book *channel.Book, period string) (map[twinIdentity]twinFigure, map[twinIdentity]string, error) {
	p, err := book.Setup().ParsePeriod(period)
	if err != nil {
		return nil, nil, err
	}
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		return nil, nil, err
	}
	e, err := kpi.Evaluate(catalog, book, p)
	if err != nil {
		return nil, nil, err
	}
	figures, units := map[twinIdentity]twinFigure{}, map[twinIdentity]string{}
	for f, g := range e.All() {
		id := twinIdentity{indicator: f.Indicator().ID, aspect: string(f.Aspect())}
		for _, pair := range g.Pairs() {
			id.dim, id.value = pair.Dimension, pair.Value
		}
		if _, twice := figures[id]; twice {
			return nil, nil, fmt.Errorf("%v is written twice", id)
		}
		v := e.Value(f, g)
		figures[id], units[id] = twinFigure{why: string(v.Reason)}, string(f.Unit())
		if v.OK() {
			figures[id] = twinIs(new(big.Rat).Quo(v.Num.Rat(), v.Den.Rat()))
			if v.Den.Sign() <= 0 {
				return nil, nil, fmt.Errorf("%v has the denominator %s", id, v.Den)
			}
		}
		if string(v.Unit) != units[id] {
			return nil, nil, fmt.Errorf("%v has the unit %q, its value %q", id, units[id], v.Unit)
		}
	}
	return figures, units, nil
}

// twinDifference is a figure about which twin and engine disagree.
type twinDifference struct {
	id         twinIdentity
	want, got  string
	wasWritten bool // by both
}

func (d twinDifference) String() string {
	return fmt.Sprintf("%s.%s {%s %s}: contract %s, engine %s", d.id.indicator, d.id.aspect, d.id.dim, d.id.value, d.want, d.got)
}

// twinDifferences holds the engine against the twin.
func twinDifferences(want, got map[twinIdentity]twinFigure, units map[twinIdentity]string) []twinDifference {
	ids := map[twinIdentity]bool{}
	for id := range want {
		ids[id] = true
	}
	for id := range got {
		ids[id] = true
	}
	table := map[string]*twinIndicator{}
	for _, q := range twinCatalog() {
		table[q.id] = q
	}
	var list []twinDifference
	for id := range ids {
		w, inTwin := want[id]
		g, inEngine := got[id]
		d := twinDifference{id: id, want: "not written", got: "not written", wasWritten: inTwin && inEngine}
		if inTwin {
			d.want = w.String() + " " + table[id.indicator].unitOf(id.aspect)
		}
		if inEngine {
			d.got = g.String() + " " + units[id]
		}
		if d.want != d.got {
			list = append(list, d)
		}
	}
	slices.SortFunc(list, func(a, b twinDifference) int {
		return cmp.Or(cmp.Compare(a.id.dim, b.id.dim), cmp.Compare(a.id.indicator, b.id.indicator),
			cmp.Compare(slices.Index(twinAllAspects, a.id.aspect), slices.Index(twinAllAspects, b.id.aspect)), cmp.Compare(a.id.value, b.id.value))
	})
	return list
}

// twinCompare opens a book and returns where the engine differs.
func twinCompare(f *twinFacts, period string) ([]twinDifference, int, error) {
	book, err := channel.Open(context.Background(), f.folder())
	if err != nil {
		return nil, 0, err
	}
	got, units, err := engineAll(book, period)
	if err != nil {
		return nil, 0, err
	}
	want := newTwin(f).all(twinParseWindow(period, &f.settings))
	return twinDifferences(want, got, units), len(want), nil
}

// twinShrink takes rows out of a book as long as a figure still differs.
func twinShrink(f *twinFacts, period string, id twinIdentity) *twinFacts {
	differs := func(g *twinFacts) bool {
		if newTwin(g).contradiction() != "" {
			return false
		}
		list, _, err := twinCompare(g, period)
		return err == nil && slices.ContainsFunc(list, func(d twinDifference) bool { return d.id == id })
	}
	small := *f
	for _, table := range []func(*twinFacts) *twinTable{
		func(f *twinFacts) *twinTable { return &f.observations },
		func(f *twinFacts) *twinTable { return &f.targets },
		func(f *twinFacts) *twinTable { return &f.sales },
		func(f *twinFacts) *twinTable { return &f.partners },
	} {
		for size := len(*table(&small)); size > 0; size /= 2 {
			for at := 0; at < len(*table(&small)); {
				try := small
				rows := *table(&small)
				*table(&try) = slices.Delete(slices.Clone(rows), at, min(at+size, len(rows)))
				if differs(&try) {
					small = try
				} else {
					at += size
				}
			}
		}
		for i := range *table(&small) {
			for _, column := range slices.Sorted(maps.Keys((*table(&small))[i])) {
				try := small
				rows := slices.Clone(*table(&small))
				rows[i] = maps.Clone(rows[i])
				if slices.Contains([]string{"partner_id", "date", "amount", "period", "measure", "value"}, column) {
					continue
				}
				delete(rows[i], column)
				*table(&try) = rows
				if differs(&try) {
					small = try
				}
			}
		}
	}
	return &small
}

// TestTwin holds every figure of drawn books against the twin.
func TestTwin(t *testing.T) {
	figures, failed := 0, 0
	for i := range *twinBooks {
		seed := *twinFirst + int64(i)
		facts, period := twinGenerate(seed)
		list, n, err := twinCompare(facts, period)
		figures += n
		switch {
		case err != nil:
			t.Errorf("seed %d, %s: %v\n%s", seed, period, err, facts)
		case len(list) > 0:
			var all strings.Builder
			for _, d := range list[:min(len(list), 40)] {
				all.WriteString("\t" + d.String() + "\n")
			}
			small := twinShrink(facts, period, list[0].id)
			t.Errorf("seed %d, %s: %d figures differ\n%swith less, %v:\n%s", seed, period, len(list), all.String(), twinAgain(small, period, list[0].id), small)
		default:
			continue
		}
		if failed++; failed == 3 {
			t.Fatal("three books are enough")
		}
	}
	t.Logf("%d figures of %d books", figures, *twinBooks)
}

// twinAgain is a difference as it stands in a smaller book.
func twinAgain(f *twinFacts, period string, id twinIdentity) twinDifference {
	list, _, _ := twinCompare(f, period)
	return list[slices.IndexFunc(list, func(d twinDifference) bool { return d.id == id })]
}
