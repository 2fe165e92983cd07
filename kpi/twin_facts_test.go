package kpi_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing/fstest"
)

// A book of the twin's, written as the files that the library reads.

var twinColumns = map[string][]string{
	"partners.csv":     {"partner_id", "partner_type", "tier", "region", "city_tier", "joined", "left"},
	"sales.csv":        {"date", "partner_id", "partner_type", "tier", "region", "city_tier", "product_line", "order_id", "quantity", "amount"},
	"targets.csv":      {"period", "measure", "region", "city_tier", "partner_type", "partner_id", "tier", "product_line", "amount"},
	"observations.csv": {"period", "measure", "scenario", "region", "city_tier", "partner_type", "partner_id", "tier", "product_line", "value"},
}

func (f *twinFacts) tables() map[string]twinTable {
	return map[string]twinTable{"partners.csv": f.partners, "sales.csv": f.sales, "targets.csv": f.targets, "observations.csv": f.observations}
}

// folder is the book as a file system.
func (f *twinFacts) folder() fs.FS {
	folder := fstest.MapFS{"book.yaml": {Data: []byte(f.settings.yaml())}}
	for name, table := range f.tables() {
		if name == "sales.csv" || len(table) > 0 {
			folder[name] = &fstest.MapFile{Data: f.csv(name, table)}
		}
	}
	return folder
}

// csv writes a table; columns that are blank in every row are left out.
func (f *twinFacts) csv(name string, table twinTable) []byte {
	columns := slices.DeleteFunc(append(slices.Clone(twinColumns[name]), f.settings.Dimensions...), func(column string) bool {
		needed := []string{"partner_id", "date", "amount", "period", "measure", "value"}
		return !slices.Contains(needed, column) && !slices.ContainsFunc(table, func(row map[string]string) bool { return row[column] != "" })
	})
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(columns)
	for _, row := range table {
		var cells []string
		for _, column := range columns {
			cells = append(cells, row[column])
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return b.Bytes()
}

func (s *twinSettings) yaml() string {
	var b strings.Builder
	b.WriteString("schema: channelreport/book/v1\norganization: Fictitious\ncurrency: CNY\n")
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	list := func(values []string) string { return "[" + strings.Join(values, ", ") + "]" }
	if s.FiscalStart > 0 {
		line("fiscal_year_start: %d", s.FiscalStart)
	}
	if s.NamedByStart {
		line("fiscal_year_named: start")
	}
	if len(s.Direct) > 0 {
		line("direct_partner_types: %s", list(s.Direct))
	}
	if len(s.Classes) > 0 {
		line("product_classes:")
		for _, c := range s.Classes {
			line("  %s: %s", c.name, list(c.lines))
		}
	}
	if len(s.Dimensions) > 0 {
		line("dimensions: %s", list(s.Dimensions))
	}
	if s.NoOrders {
		line("orders: none")
	}
	if s.MonthGrain {
		line("grain: month")
	}
	if s.Absolute {
		line("policies: {base: absolute}")
	}
	if s.From != "" || s.To != "" {
		line("data:")
		if s.From != "" {
			line("  from: %s", s.From)
		}
		if s.To != "" {
			line("  to: %s", s.To)
		}
	}
	if len(s.Spellings) > 0 {
		line("groups:")
		for _, sp := range s.Spellings {
			line("  %s: {%s: [%s]}", sp.dim, sp.name, sp.spelling)
		}
	}
	if s.VisitsOver != "" {
		line("observables:\n  - {id: visits, name: {zh: 到店, en: visits}, unit: count, over_time: %s, over_groups: sum}", s.VisitsOver)
	}
	if len(s.Own) > 0 {
		line("indicators:")
		for _, id := range s.Own {
			line("  - {id: %s, name: {zh: 自有%s, en: own %s}, %s}", id, id, id, twinOwn[id].declared)
		}
	}
	return b.String()
}

// String prints the book for a reader of a test's failure.
func (f *twinFacts) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "-- book.yaml\n%s", f.settings.yaml())
	for _, name := range []string{"partners.csv", "sales.csv", "targets.csv", "observations.csv"} {
		if table := f.tables()[name]; len(table) > 0 {
			fmt.Fprintf(&b, "-- %s\n%s", name, f.csv(name, table))
		}
	}
	return b.String()
}

// contradiction says what in the recorded rows is an error when the book is
// opened (contract §2, §3), "" if nothing is.
func (t *twin) contradiction() string {
	for k, periods := range t.periods {
		q := t.named(k.measure)
		adds := twinAddsOverAll
		switch {
		case k.scenario == "target" && q != nil:
			adds = q.addsOver
		case k.scenario != "actual" || q != nil && !q.sum:
			continue
		}
		for i, p := range periods {
			for _, later := range periods[i+1:] {
				if k.scenario == "actual" && p.window.overlaps(later.window) && !p.window.holds(later.window) {
					return k.measure + ": rows overlap"
				}
			}
			if why := twinKeyContradiction(p.rows, adds); why != "" {
				return k.measure + " " + twinDate(p.window.first) + ": " + why
			}
		}
	}
	return ""
}

func twinKeyContradiction(rows []*twinRow, adds func(dim string) bool) string {
	groups := map[string][]string{} // by key set
	var dims []string
	for _, r := range rows {
		groups[r.keySet] = append(groups[r.keySet], r.keyText)
		for dim := range r.key {
			dims = append(dims, dim)
		}
	}
	sets := make([]string, 0, len(groups))
	for set := range groups {
		sets = append(sets, set)
	}
	for _, asked := range append([]string{""}, dims...) {
		if groups[asked] != nil {
			continue
		}
		for _, a := range sets {
			for _, b := range sets {
				if twinCoarsest(a, asked, sets) && twinCoarsest(b, asked, sets) && a != b && twinAddsOverSet(a, asked, adds) && twinAddsOverSet(b, asked, adds) {
					return "two key sets, " + a + " and " + b + ", for " + asked
				}
			}
		}
	}
	for _, r := range rows {
		for _, set := range sets {
			if !twinFiner(r.keySet, set) {
				continue
			}
			var group []string
			for _, dim := range strings.Fields(set) {
				group = append(group, dim+"="+r.key[dim])
			}
			if !slices.Contains(groups[set], strings.Join(group, " ")) {
				return "a finer row of " + r.keyText + " whose group " + set + " lacks"
			}
		}
	}
	return ""
}

// twinCoarsest reports whether a key set is finer than another and no set in
// between is there.
func twinCoarsest(set, asked string, sets []string) bool {
	return twinFiner(set, asked) && !slices.ContainsFunc(sets, func(between string) bool {
		return twinFiner(set, between) && twinFiner(between, asked)
	})
}

func twinAddsOverSet(set, asked string, adds func(dim string) bool) bool {
	for _, dim := range strings.Fields(set) {
		if dim != asked && !adds(dim) {
			return false
		}
	}
	return true
}
