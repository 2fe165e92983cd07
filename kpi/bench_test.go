package kpi_test

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"testing"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
)

// BenchmarkAll evaluates every figure of the sample book, from a fresh
// evaluation each time.
func BenchmarkAll(b *testing.B) {
	book, err := channel.Open(b.Context(), os.DirFS("../testdata/sample"))
	if err != nil {
		b.Fatal(err)
	}
	everything(b, book, channel.Quarter(2026, 3))
}

// BenchmarkAdventureWorks does the same for a book of 60 855 lines and 701
// partners.
func BenchmarkAdventureWorks(b *testing.B) {
	data := os.Getenv("CHANNELREPORT_DATA")
	if data == "" {
		b.Skip("CHANNELREPORT_DATA names no folder with the AdventureWorks books")
	}
	book, err := channel.Open(b.Context(), os.DirFS(data+"/adventureworks/resellers"))
	if err != nil {
		b.Fatal(err)
	}
	everything(b, book, channel.Quarter(2013, 2))
}

func everything(b *testing.B, book *channel.Book, p channel.Period) {
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		b.Fatal(err)
	}
	figures := 0
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		e, err := kpi.Evaluate(catalog, book, p)
		if err != nil {
			b.Fatal(err)
		}
		figures = 0
		for f, g := range e.All() {
			e.Value(f, g)
			figures++
		}
	}
	b.ReportMetric(float64(figures), "figures")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(figures), "ns/figure")
}

// BenchmarkWarm asks for every figure of the sample book again, of an
// evaluation that has answered all of them.
func BenchmarkWarm(b *testing.B) {
	book, err := channel.Open(b.Context(), os.DirFS("../testdata/sample"))
	if err != nil {
		b.Fatal(err)
	}
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		b.Fatal(err)
	}
	e, err := kpi.Evaluate(catalog, book, channel.Quarter(2026, 3))
	if err != nil {
		b.Fatal(err)
	}
	figures := 0
	all := func() {
		figures = 0
		for f, g := range e.All() {
			e.Value(f, g)
			figures++
		}
	}
	all()
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		all()
	}
	b.ReportMetric(float64(figures), "figures")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(figures), "ns/figure")
}

// BenchmarkExplain traces every figure of the sample book.
func BenchmarkExplain(b *testing.B) {
	book, err := channel.Open(b.Context(), os.DirFS("../testdata/sample"))
	if err != nil {
		b.Fatal(err)
	}
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		b.Fatal(err)
	}
	e, err := kpi.Evaluate(catalog, book, channel.Quarter(2026, 3))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for f, g := range e.All() {
			e.Explain(f, g)
		}
	}
}

// card are figures of a partner's scorecard.
var card = []string{
	"sales", "sales.yoy", "sales.pop", "sales.share", "sales.rank", "sales.ytd", "sales.ytd_yoy", "sales.contribution_yoy",
	"quantity", "orders", "orders.yoy", "average_order_value", "average_order_value.rank", "core_line_share",
	"new_product_sales", "new_product_sales.rank", "sales.target", "sales.attainment",
}

// BenchmarkScorecards asks for a scorecard's figures of 10 000 partners: the
// first one, and each further one.
func BenchmarkScorecards(b *testing.B) {
	book := large(b, 10_000, 200_000, "day")
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		b.Fatal(err)
	}
	var figures []*kpi.Figure
	for _, text := range card {
		figures = append(figures, compile(b, catalog, text))
	}
	ask := func(e *kpi.Evaluation, partner int) {
		for _, f := range figures {
			e.Value(f, channel.By(channel.PartnerID, fmt.Sprintf("P%05d", partner)))
		}
	}
	b.Run("first", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			e, err := kpi.Evaluate(catalog, book, channel.Quarter(2026, 2))
			if err != nil {
				b.Fatal(err)
			}
			ask(e, 0)
		}
	})
	b.Run("further", func(b *testing.B) {
		e, err := kpi.Evaluate(catalog, book, channel.Quarter(2026, 2))
		if err != nil {
			b.Fatal(err)
		}
		ask(e, 0)
		b.ReportAllocs()
		b.ResetTimer()
		for i := 0; b.Loop(); i++ {
			ask(e, i%10_000)
		}
	})
}

// BenchmarkReview asks for what a performance review shows, of the sample book,
// and of books of month grain with 700 partners: time should grow with the
// cells.
func BenchmarkReview(b *testing.B) {
	b.Run("sample", func(b *testing.B) {
		book, err := channel.Open(b.Context(), os.DirFS("../testdata/sample"))
		if err != nil {
			b.Fatal(err)
		}
		catalog, err := kpi.ForBook(book.Setup())
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		b.ResetTimer()
		for b.Loop() {
			review(b, catalog, book)
		}
	})
	for _, lines := range []int{250_000, 1_000_000} {
		b.Run(fmt.Sprint(lines), func(b *testing.B) {
			book := large(b, 700, lines, "month")
			catalog, err := kpi.ForBook(book.Setup())
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			b.ResetTimer()
			for b.Loop() {
				review(b, catalog, book)
			}
		})
	}
}

func review(b *testing.B, catalog *kpi.Catalog, book *channel.Book) {
	e, err := kpi.Evaluate(catalog, book, channel.Quarter(2026, 2))
	if err != nil {
		b.Fatal(err)
	}
	for _, id := range []string{"sales", "quantity", "orders", "average_order_value", "core_line_share", "active_partners",
		"new_partners", "lost_partners", "partner_retention", "cr3", "channel_share"} {
		for _, aspect := range []kpi.Aspect{kpi.ValueAspect, kpi.YearAgo, kpi.YoYChange, kpi.PoPChange, kpi.YTD} {
			if f, ok := compile(b, catalog, id).With(aspect); ok {
				e.Value(f, channel.Group{})
			}
		}
	}
	for _, dim := range []string{channel.Region, channel.ProductLine, channel.PartnerType, channel.PartnerID} {
		for _, text := range []string{"sales", "sales.yoy", "sales.share", "sales.contribution_yoy", "sales.rank"} {
			f := compile(b, catalog, text)
			for _, group := range e.Groups(f, dim) {
				e.Value(f, channel.By(dim, group))
			}
		}
	}
	sales, before := compile(b, catalog, "sales"), compile(b, catalog, "sales.year_ago")
	for i, month := 0, channel.Month(2026, 6); i < 13; i, month = i+1, month.Previous() {
		e.In(month).Value(sales, channel.Group{})
		e.In(month).Value(before, channel.Group{})
	}
}

// large makes a book of sale lines over 30 months, each by simple arithmetic.
func large(b *testing.B, partners, lines int, grain string) *channel.Book {
	b.Helper()
	setup := channel.Setup{
		Organization: "Sample Ltd (fictitious)", Currency: "CNY", Grain: grain,
		ProductClasses: []channel.ProductClass{{Class: "core", Lines: []string{"L0", "L1"}}, {Class: "new", Lines: []string{"L2"}}},
	}
	first, _ := channel.NewDate(2024, 1, 1)
	var sales iter.Seq2[channel.Sale, error] = func(yield func(channel.Sale, error) bool) {
		for i := range lines {
			n := uint32(i) * 2654435761
			partner := int(n>>8) % partners
			s := channel.Sale{
				Date:        first.AddDays(int(n>>4) % 910),
				PartnerID:   fmt.Sprintf("P%05d", partner),
				PartnerType: fmt.Sprintf("T%d", partner%4),
				Region:      fmt.Sprintf("R%d", partner%7),
				ProductLine: fmt.Sprintf("L%d", n>>12%6),
				OrderID:     fmt.Sprintf("O%d", i/3),
				Amount:      decimal.New(int64(n%1_000_000), -2),
				Quantity:    decimal.NewNullDecimal(decimal.New(int64(n%50), 0)),
			}
			if !yield(s, nil) {
				return
			}
		}
	}
	book, err := channel.New(b.Context(), setup, channel.Data{Sales: sales})
	if err != nil {
		b.Fatal(err)
	}
	return book
}

// BenchmarkEvaluate prepares the sample book and answers nothing.
func BenchmarkEvaluate(b *testing.B) {
	book, err := channel.Open(b.Context(), os.DirFS("../testdata/sample"))
	if err != nil {
		b.Fatal(err)
	}
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := kpi.Evaluate(catalog, book, channel.Quarter(2026, 3)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTwin asks the slow twin for every figure of the sample book, as
// BenchmarkAll asks the engine: what exactness by plain arithmetic costs.
func BenchmarkTwin(b *testing.B) {
	facts := twinFacts{settings: twinSettings{
		Direct:  []string{"直营"},
		Classes: []twinClass{{"core", []string{"家用净水机", "商用净水设备"}}, {"new", []string{"智能软水机"}}, {"high-value", []string{"商用净水设备", "全屋净水系统"}}},
	}}
	for kind, table := range map[string]*twinTable{"partners": &facts.partners, "sales": &facts.sales, "targets": &facts.targets, "observations": &facts.observations} {
		names, err := filepath.Glob("../testdata/sample/" + kind + "*.csv")
		if err != nil || len(names) == 0 {
			b.Fatal("no files", err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			*table = append(*table, twinRead(string(text))...)
		}
	}
	figures := 0
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		figures = len(newTwin(&facts).all(twinParseWindow("2026-Q3", &facts.settings)))
	}
	b.ReportMetric(float64(figures), "figures")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(figures), "ns/figure")
}
