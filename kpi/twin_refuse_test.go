package kpi_test

import (
	"context"
	"errors"
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
)

// twinCells reads cells that stand for rows: column, value, column, value …
func twinCells(rows ...[]string) twinTable {
	var table twinTable
	for _, cells := range rows {
		row := map[string]string{}
		for i := 0; i+1 < len(cells); i += 2 {
			row[cells[i]] = cells[i+1]
		}
		table = append(table, row)
	}
	return table
}

// TestTwinRefuses: what the contract calls an error when a book is opened is
// an error of the library, and to the twin a contradiction.
func TestTwinRefuses(t *testing.T) {
	observed := func(measure string, rows ...[]string) *twinFacts {
		f := &twinFacts{observations: twinCells(rows...)}
		for _, row := range f.observations {
			row["measure"] = measure
		}
		return f
	}
	target := func(measure string, rows ...[]string) *twinFacts {
		f := &twinFacts{targets: twinCells(rows...)}
		for _, row := range f.targets {
			row["measure"] = measure
		}
		return f
	}
	for _, tt := range []struct {
		name     string
		facts    *twinFacts
		refused  bool
		twinToo  bool // the twin knows it for a contradiction
		monthly  bool
		dataFrom string
	}{
		{name: "an unknown measure", facts: observed("leeds", []string{"period", "2024-01", "value", "1"}), refused: true},
		{name: "an actual row of what sale lines give", facts: observed("orders", []string{"period", "2024-01", "value", "1"}), refused: true},
		{name: "the same row twice", refused: true,
			facts: observed("leads", []string{"period", "2024-Q1", "value", "1"}, []string{"period", "2024-01-01/2024-03-31", "value", "1"})},
		{name: "rows that overlap", refused: true, twinToo: true,
			facts: observed("leads", []string{"period", "2024-01-15/2024-02-15", "value", "1"}, []string{"period", "2024-02", "value", "1"})},
		{name: "rows of which one period holds the other",
			facts: observed("leads", []string{"period", "2024-02-01/2024-02-15", "value", "1"}, []string{"period", "2024-02", "value", "1"})},
		{name: "two key sets and no whole", refused: true, twinToo: true,
			facts: observed("leads", []string{"period", "2024-01", "region", "East", "value", "1"}, []string{"period", "2024-01", "product_line", "Bikes", "value", "1"})},
		{name: "two key sets and a whole",
			facts: observed("leads", []string{"period", "2024-01", "value", "3"}, []string{"period", "2024-01", "region", "East", "value", "1"}, []string{"period", "2024-01", "product_line", "Bikes", "value", "1"})},
		{name: "two key sets for a group", refused: true, twinToo: true,
			facts: observed("leads", []string{"period", "2024-01", "value", "3"}, []string{"period", "2024-01", "region", "East", "tier", "Gold", "value", "1"}, []string{"period", "2024-01", "region", "East", "product_line", "Bikes", "value", "1"})},
		{name: "two key sets in different periods",
			facts: observed("leads", []string{"period", "2024-01", "region", "East", "value", "1"}, []string{"period", "2024-02", "product_line", "Bikes", "value", "1"})},
		{name: "a finer row whose group the coarser set lacks", refused: true, twinToo: true,
			facts: observed("leads", []string{"period", "2024-01", "region", "East", "value", "1"}, []string{"period", "2024-01", "region", "West", "tier", "Gold", "value", "1"})},
		{name: "two key sets of a target", refused: true, twinToo: true,
			facts: target("sales", []string{"period", "2024-01", "region", "East", "amount", "1"}, []string{"period", "2024-01", "product_line", "Bikes", "amount", "1"})},
		{name: "two key sets of a target, one of which does not add up",
			facts: target("orders", []string{"period", "2024-01", "region", "East", "amount", "1"}, []string{"period", "2024-01", "product_line", "Bikes", "amount", "1"})},
		{name: "two key sets of a rate's target",
			facts: target("conversion_rate", []string{"period", "2024-01", "region", "East", "amount", "1"}, []string{"period", "2024-01", "product_line", "Bikes", "amount", "1"})},
		{name: "days in a book of months", refused: true, monthly: true,
			facts: target("sales", []string{"period", "2024-01-15/2024-02-15", "amount", "1"})},
		{name: "a sale outside the data", refused: true, dataFrom: "2024-02-01",
			facts: &twinFacts{sales: twinCells([]string{"date", "2024-01-31", "amount", "1"})}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.facts.settings.MonthGrain, tt.facts.settings.From = tt.monthly, tt.dataFrom
			var list source.List
			book, err := channel.Open(context.Background(), tt.facts.folder())
			if err == nil {
				_, err = engineFor(book, "2024-Q1")
			}
			if errors.As(err, &list) != tt.refused || err != nil && !tt.refused {
				t.Errorf("refused: %v, want %v", err, tt.refused)
			}
			if why := newTwin(tt.facts).contradiction(); (why != "") != tt.twinToo {
				t.Errorf("the twin says %q", why)
			}
		})
	}
}
