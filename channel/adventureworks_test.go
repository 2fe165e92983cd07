package channel

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// adventureWorks opens one of the two books that Microsoft's sample data make,
// which are not part of this repository.
func adventureWorks(t testing.TB, name string) *Book {
	t.Helper()
	dir := os.Getenv("CHANNELREPORT_DATA")
	if dir == "" {
		t.Skip("CHANNELREPORT_DATA is not set")
	}
	book, err := Open(context.Background(), os.DirFS(filepath.Join(dir, "adventureworks", name)))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestAdventureWorks(t *testing.T) {
	for _, tt := range []struct {
		name, total             string
		lines, partners, orders int
		targets, observations   int
		direct                  bool
		from, to                string
	}{
		{"resellers", "80450596.9823", 60855, 701, 3796, 11, 1073, false, "2010-12-01", "2013-11-30"},
		{"direct", "29358677.2207", 60398, 1, 27659, 0, 532, true, "2010-12-01", "2014-01-31"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := adventureWorks(t, tt.name)
			sales := book.Sales()
			var total Sum
			lines := 0
			for s := range sales.Series() {
				if s.Direct() != tt.direct {
					t.Errorf("direct is %v", s.Direct())
				}
				for _, c := range s.Cells() {
					total = total.Plus(c.Amount)
					lines += int(c.Lines)
				}
			}
			if got := total.Decimal(sales.AmountScale()).String(); got != tt.total {
				t.Errorf("total %s, want %s", got, tt.total)
			}
			got := []int{lines, len(book.Partners()), sales.Orders(), len(book.Targets()), len(book.Observations())}
			want := []int{tt.lines, tt.partners, tt.orders, tt.targets, tt.observations}
			if !slices.Equal(got, want) {
				t.Errorf("lines, partners, orders, targets, observations: %v, want %v", got, want)
			}
			from, to := book.Data()
			if from.String() != tt.from || to.String() != tt.to {
				t.Errorf("data from %s to %s, want %s to %s", from, to, tt.from, tt.to)
			}
			if len(book.Warnings()) > 0 {
				t.Error(book.Warnings())
			}
		})
	}
}
