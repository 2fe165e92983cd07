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
	twinBooks = flag.Int("twin", 150, "how many drawn books the engine is held against its twin with")
	twinFirst = flag.Int64("twinseed", 1, "the seed of the first of them")
)

// engineFor opens the engine on a book's period.
func engineFor(book *channel.Book, period string) (*kpi.Evaluation, error) {
	p, err := book.Setup().ParsePeriod(period)
	if err != nil {
		return nil, err
	}
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		return nil, err
	}
	return kpi.Evaluate(catalog, book, p)
}

// engineAll is every figure that the engine writes, and the unit of each.
func engineAll(e *kpi.Evaluation) (map[twinIdentity]twinFigure, map[twinIdentity]string, error) {
	figures, units := map[twinIdentity]twinFigure{}, map[twinIdentity]string{}
	for f, g := range e.All() {
		id := twinIdentity{indicator: f.Indicator().ID, aspect: string(f.Aspect())}
		for _, pair := range g.Pairs() {
			id.dim, id.value = pair.Dimension, pair.Value
		}
		v := e.Value(f, g)
		_, twice := figures[id]
		switch {
		case twice:
			return nil, nil, fmt.Errorf("%v is written twice", id)
		case !f.Plain() || f.Expr() != id.indicator+"."+id.aspect && f.Expr() != id.indicator:
			return nil, nil, fmt.Errorf("%v is written as %s", id, f.Expr())
		case v.Unit != f.Unit():
			return nil, nil, fmt.Errorf("%v has the unit %q, its value %q", id, f.Unit(), v.Unit)
		case v.OK() && v.Den.Sign() <= 0:
			return nil, nil, fmt.Errorf("%v has the denominator %s", id, v.Den)
		}
		figures[id], units[id] = twinFigure{why: string(v.Reason)}, string(f.Unit())
		if v.OK() {
			figures[id] = twinIs(new(big.Rat).Quo(v.Num.Rat(), v.Den.Rat()))
		}
	}
	return figures, units, nil
}

// engineGroups holds the engine's groups of each dimension against those of
// which figures are written.
func engineGroups(e *kpi.Evaluation, want map[twinIdentity]twinFigure) error {
	type breakdown struct{ indicator, dim string }
	written := map[breakdown][]string{}
	for id := range want {
		if id.aspect == "value" && id.dim != "" {
			b := breakdown{id.indicator, id.dim}
			written[b] = append(written[b], id.value)
		}
	}
	for b, values := range written {
		q, _ := e.Catalog().Indicator(b.indicator)
		f, _ := q.Figure(kpi.ValueAspect)
		slices.Sort(values)
		if got := e.Groups(f, b.dim); !slices.Equal(got, values) {
			return fmt.Errorf("%s has the groups %v of %s, contract %v", b.indicator, got, b.dim, values)
		}
	}
	return nil
}

// A twinDifference is a figure about which twin and engine disagree.
type twinDifference struct {
	id        twinIdentity
	want, got string
}

func (d twinDifference) String() string {
	return fmt.Sprintf("%s.%s {%s %s}: contract %s, engine %s", d.id.indicator, d.id.aspect, d.id.dim, d.id.value, d.want, d.got)
}

// twinDifferences holds the engine against the twin.
func twinDifferences(settings *twinSettings, want, got map[twinIdentity]twinFigure, units map[twinIdentity]string) []twinDifference {
	ids := map[twinIdentity]bool{}
	for id := range want {
		ids[id] = true
	}
	for id := range got {
		ids[id] = true
	}
	table := map[string]*twinIndicator{}
	for _, q := range twinCatalog(settings) {
		table[q.id] = q
	}
	var list []twinDifference
	for id := range ids {
		w, inTwin := want[id]
		g, inEngine := got[id]
		d := twinDifference{id: id, want: "not written", got: "not written"}
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

// twinCompare opens a book and returns where the engine differs, beside what
// the twin says.
func twinCompare(f *twinFacts, period string) ([]twinDifference, map[twinIdentity]twinFigure, error) {
	book, err := channel.Open(context.Background(), f.folder())
	if err != nil {
		return nil, nil, err
	}
	e, err := engineFor(book, period)
	if err != nil {
		return nil, nil, err
	}
	got, units, err := engineAll(e)
	if err != nil {
		return nil, nil, err
	}
	slow, w := newTwin(f), twinParseWindow(period, &f.settings)
	want := slow.all(w)
	list := twinDifferences(&f.settings, want, got, units)
	if len(list) > 0 {
		return list, want, nil
	}
	if err := engineGroups(e, want); err != nil {
		return nil, nil, err
	}
	// The same evaluation, moved to the period before.
	if got, units, err = engineAll(e.In(e.Period().Previous())); err != nil {
		return nil, nil, err
	}
	return twinDifferences(&f.settings, slow.all(w.before()), got, units), want, nil
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
				if slices.Contains([]string{"partner_id", "date", "amount", "period", "measure", "value", "scenario"}, column) {
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
	books := *twinBooks
	if testing.Short() {
		books = min(books, 40)
	}
	figures, failed, seen := 0, 0, map[string]bool{}
	for i := range books {
		seed := *twinFirst + int64(i)
		facts, period := twinGenerate(seed)
		list, want, err := twinCompare(facts, period)
		figures += len(want)
		for id, f := range want {
			if f.ok() {
				seen[id.indicator], seen[id.aspect], seen[id.dim] = true, true, true
			}
			seen[f.why] = true
		}
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
	t.Logf("%d figures of %d books", figures, books)
	if books < 100 || failed > 0 {
		return
	}
	for _, name := range twinCases() {
		if !seen[name] {
			t.Errorf("no book has a case of %s", name)
		}
	}
}

// twinCases is what a hundred books must show, if the dice are not to pass
// over a part of the contract.
func twinCases() []string {
	list := slices.Concat(twinAllAspects, twinFactDimensions, []string{
		"industry", "month", "missing_base", "zero_base", "negative_base", "no_data", "no_target", "part_target",
		"not_comparable", "zero_denominator", "negative_denominator", "no_months_left",
	})
	for _, q := range twinCatalog(&twinSettings{Own: slices.Sorted(maps.Keys(twinOwn))}) {
		list = append(list, q.id)
	}
	return list
}

// twinAgain is a difference as it stands in a smaller book.
func twinAgain(f *twinFacts, period string, id twinIdentity) twinDifference {
	list, _, _ := twinCompare(f, period)
	return list[slices.IndexFunc(list, func(d twinDifference) bool { return d.id == id })]
}
