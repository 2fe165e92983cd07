package channel

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
)

// total adds up all cells of a book by one of their sums.
func total(b *Book, of func(*Cell) Sum) Sum {
	var sum Sum
	for s := range b.Sales().Series() {
		for i := range s.Cells() {
			sum = sum.Plus(of(&s.Cells()[i]))
		}
	}
	return sum
}

// TestFallback holds where a line's values come from: its own column, then the
// partner's attribute, then Unassigned.
func TestFallback(t *testing.T) {
	partners := []Partner{{ID: "P1", Region: "华东", Type: "经销商"}, {ID: "P2"}}
	for _, tt := range []struct {
		sale         Sale
		region, kind string
	}{
		{Sale{PartnerID: "P1"}, "华东", "经销商"},
		{Sale{PartnerID: "P1", Region: "华南"}, "华南", "经销商"},
		{Sale{PartnerID: "P1", Region: Unassigned}, Unassigned, "经销商"},
		{Sale{PartnerID: "P2"}, Unassigned, Unassigned},
		{Sale{PartnerID: "P2", PartnerType: "代理商"}, Unassigned, "代理商"},
		{Sale{PartnerID: "P3", Region: "华北"}, "华北", Unassigned},
		{Sale{Region: "华北"}, "华北", Unassigned},
		{Sale{}, Unassigned, Unassigned},
	} {
		tt.sale.Date = day("2026-09-01")
		book, err := New(context.Background(), simple, Data{Partners: partners, Sales: each(tt.sale)})
		if err != nil {
			t.Fatal(err)
		}
		dims := book.Sales().Dimensions()
		for s := range book.Sales().Series() {
			region, kind := dims[0].Values[s.Value(0)], dims[typeSlot].Values[s.Value(typeSlot)]
			if dims[0].ID != Region || dims[typeSlot].ID != PartnerType || dims[partnerSlot].ID != PartnerID || region != tt.region || kind != tt.kind {
				t.Errorf("%+v: %s, %s; want %s, %s", tt.sale, region, kind, tt.region, tt.kind)
			}
		}
	}
}

// TestDirect holds which lines and partners are the company's own.
func TestDirect(t *testing.T) {
	setup := simple
	setup.DirectPartnerTypes = []string{"直营", "电商"}
	book, err := New(context.Background(), setup, Data{
		Partners: []Partner{{ID: "listed", Type: "直营"}, {ID: "dealer", Type: "经销商"}, {ID: "untyped"}, {ID: "idle"}},
		Sales: each(
			Sale{Date: day("2026-09-01"), PartnerID: "listed", Amount: amount("1")},
			Sale{Date: day("2026-09-01"), PartnerID: "dealer", Amount: amount("2"), PartnerType: "直营"},
			Sale{Date: day("2026-09-01"), PartnerID: "dealer", Amount: amount("4")},
			Sale{Date: day("2026-09-01"), PartnerID: "untyped", Amount: amount("8"), PartnerType: "电商"},
			Sale{Date: day("2026-09-01"), PartnerID: "mixed", Amount: amount("16"), PartnerType: "电商"},
			Sale{Date: day("2026-09-01"), PartnerID: "mixed", Amount: amount("32")},
			Sale{Date: day("2026-09-01"), PartnerType: "直营", Amount: amount("64")},
		),
		Observations: []Row{
			{Period: Year(2026), Measure: "a", Key: []GroupPair{{PartnerID, "untyped"}}},
			{Period: Year(2026), Measure: "b", Key: []GroupPair{{PartnerID, "mixed"}}},
			{Period: Year(2026), Measure: "c", Key: []GroupPair{{PartnerType, "电商"}}},
			{Period: Year(2026), Measure: "d", Key: []GroupPair{{PartnerType, "经销商"}}},
			{Period: Year(2026), Measure: "e"},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	var direct Sum
	for s := range book.Sales().Series() {
		for _, c := range s.Cells() {
			if s.Direct() {
				direct = direct.Plus(c.Amount)
			}
		}
	}
	if got := direct.Decimal(0).String(); got != "91" {
		t.Errorf("direct lines amount to %s, want 1+2+8+16+64", got)
	}
	for id, want := range map[string]bool{"listed": true, "dealer": false, "untyped": true, "mixed": false, "idle": false} {
		if p := book.Partner(id); p.Direct() != want || p.Listed() != (id != "mixed") {
			t.Errorf("%s: direct %v, listed %v", id, p.Direct(), p.Listed())
		}
	}
	for i, want := range []bool{true, false, true, false, false} {
		if r := &book.Observations()[i]; r.Direct() != want {
			t.Errorf("row %s: direct %v", r.Measure, r.Direct())
		}
	}
}

func TestGrainMonth(t *testing.T) {
	setup := simple
	setup.Grain = "month"
	book, err := New(context.Background(), setup, Data{Sales: each(
		Sale{Date: day("2026-09-30"), Amount: amount("1"), OrderID: "A"},
		Sale{Date: day("2026-09-01"), Amount: amount("2"), OrderID: "A"},
		Sale{Date: day("2026-10-01"), Amount: amount("4"), OrderID: "A"},
	)})
	if err != nil {
		t.Fatal(err)
	}
	for s := range book.Sales().Series() {
		cells := s.Cells()
		if len(cells) != 2 || cells[0].Date != day("2026-09-01") || cells[0].Lines != 2 || len(cells[0].Orders) != 1 || len(cells[1].Orders) != 1 {
			t.Errorf("%+v", cells)
		}
	}
}

func TestOrdersNone(t *testing.T) {
	setup := simple
	setup.Orders = "none"
	book, err := New(context.Background(), setup, Data{Sales: each(Sale{Date: day("2026-09-30"), Amount: amount("1"), OrderID: "A"})})
	if err != nil || book.Sales().Orders() != 0 || total(book, func(c *Cell) Sum { return c.OrderAmount }).Sign() != 0 {
		t.Errorf("%v", err)
	}
}

func TestManyFiles(t *testing.T) {
	files := mapFS(base)
	delete(files, "sales.csv")
	for i := range 70 {
		files[fmt.Sprintf("sales-%02d.csv", i)] = mapFS(map[string]string{"f": fmt.Sprintf("date,amount,order_id\n2026-09-01,%d,%d\n2026-09-01,0,%d\n", i, i, i)})["f"]
	}
	book := open(t, files)
	for s := range book.Sales().Series() {
		got := slices.Collect(s.Cells()[0].Files.All())
		if len(got) != 70 || got[0] != 1 || got[69] != 70 {
			t.Errorf("files %v", got)
		}
		for range s.Cells()[0].Files.All() {
			break // an iterator that is left early must stop
		}
		low, high := FileSet{}.with(3), FileSet{}.with(3).with(69)
		if got := slices.Collect(high.Union(low).All()); !slices.Equal(got, []int{3, 69}) || !high.has(69) || low.has(69) {
			t.Errorf("union %v", got)
		}
	}
}

// TestOrderOfLines holds that a book does not depend on the order of its lines:
// sums of any scale and size, names, orders.
func TestOrderOfLines(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	amounts := []string{"1", "-2.5", "0.001", "9223372036854775807", "-9223372036854775807.5", "1e20", "0", "100.0000", "1e-30"}
	var sales []Sale
	for range 300 {
		s := Sale{
			Date: day("2026-09-01").AddDays(random.IntN(3)), PartnerID: []string{"", "P1", "P2"}[random.IntN(3)],
			PartnerName: []string{"", "甲", "乙"}[random.IntN(3)], Region: []string{"", "华东", "华南"}[random.IntN(3)],
			OrderID: []string{"", "A", "B", "C"}[random.IntN(4)], Amount: amount(amounts[random.IntN(len(amounts))]),
		}
		if random.IntN(2) == 0 {
			s.Quantity = decimal.NewNullDecimal(amount(amounts[random.IntN(len(amounts))]))
		}
		sales = append(sales, s)
	}
	var want []byte
	var exact decimal.Decimal
	for _, s := range sales {
		exact = exact.Add(s.Amount)
	}
	for round := range 20 {
		random.Shuffle(len(sales), func(i, j int) { sales[i], sales[j] = sales[j], sales[i] })
		book, err := New(context.Background(), simple, Data{Sales: each(sales...), Partners: []Partner{{ID: "P1", Region: "华南"}}})
		if err != nil {
			t.Fatal(err)
		}
		if sum := total(book, func(c *Cell) Sum { return c.Amount }).Decimal(book.Sales().AmountScale()); !sum.Equal(exact) {
			t.Fatalf("the sum is %v, want %v", sum, exact)
		}
		if got := dump(t, book); round == 0 {
			want = got
		} else if i := bytes.Index(got, []byte("warnings")); !bytes.Equal(got[:i], want[:i]) {
			t.Fatalf("another order makes another book:\n%s\n%s", got, want)
		}
	}
}
