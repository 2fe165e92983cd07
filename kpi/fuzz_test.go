package kpi_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// FuzzCompile compiles any text and asks a small book for what compiled.
func FuzzCompile(f *testing.F) {
	for _, seed := range []string{
		"sales", "销售额.同比", "of(sales, region == \"East\").share", "at(cac, \"2026-Q1\").gap", "sales / (orders - orders)",
		"channel_cost : sales", "max(1 - customer_retention, 5%)", "of(leads, not (region in [\"East\", \"West\"] or tier != \"A\"))",
		"report.sales.yoy", "-abs(gross_profit.ytd_yoy)", "sales.yoyo + leeds", "of(at(of(sales, region == \"East\"), \"2025-01\"), region == \"West\").rank",
	} {
		f.Add(seed)
	}
	files := sections(f, "testdata/books/formulas.txt")
	delete(files, "want")
	book := open(f, files)
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		f.Fatal(err)
	}
	e, err := kpi.Evaluate(catalog, book, channel.Month(2026, 1))
	if err != nil {
		f.Fatal(err)
	}
	groups := []channel.Group{{}, channel.By("region", "East"), channel.By("region", channel.Unassigned), channel.By("month", "2026-02"), channel.By("city_tier", "T2")}
	if g, ok := groups[1].And("product_line", "B"); ok {
		groups = append(groups, g)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, wrong := expr.Parse(text)
		if len(wrong) > 0 {
			return
		}
		figure, problems := catalog.Compile(n)
		length := len([]rune(text))
		for _, p := range problems {
			if p.At < 0 || p.At > length || p.Message.Code == "" {
				t.Fatalf("a problem at %d of %d: %v", p.At, length, p)
			}
		}
		if (figure == nil) != (len(problems) > 0) {
			t.Fatal("neither a figure nor problems")
		}
		if figure == nil {
			return
		}
		n, wrong = expr.Parse(figure.Expr())
		if len(wrong) > 0 {
			return // too long, written out
		}
		again, problems := catalog.Compile(n)
		if len(problems) > 0 || again.Expr() != figure.Expr() || again.Unit() != figure.Unit() {
			t.Fatalf("%s compiles to %v", figure.Expr(), problems)
		}
		for _, g := range groups {
			v := e.Value(figure, g)
			sane(t, figure, g, v)
			if w := e.Value(again, g); w.Reason != v.Reason || v.OK() && w.Compare(v) != 0 {
				t.Fatalf("%s of %v = %v and %v", figure.Expr(), g, v, w)
			}
			e.Explain(figure, g)
		}
	})
}

// sane checks what holds of every value.
func sane(t *testing.T, f *kpi.Figure, g channel.Group, v kpi.Value) {
	t.Helper()
	if v.Unit != f.Unit() || v.OK() && !v.Den.IsPositive() || !v.OK() && (!v.Num.IsZero() || !v.Den.IsZero()) {
		t.Fatalf("%s of %v = %v", f.Expr(), g, v)
	}
}

// FuzzBook makes a book of any bytes and checks what holds of the figures of
// every book: parts add up to the whole.
func FuzzBook(f *testing.F) {
	f.Add([]byte("sale"), uint16(3))
	f.Add([]byte("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09abcdefghijklmnopqrstuvwxyz0123456789"), uint16(0xffff))
	f.Add([]byte("The quick brown fox jumps over the lazy dog, again and again, until the book is full of it."), uint16(77))
	f.Fuzz(func(t *testing.T, data []byte, choice uint16) {
		files := madeOf(data, choice)
		book, err := channel.Open(t.Context(), files)
		if err != nil {
			t.Fatal(err) // all bytes make a good book
		}
		catalog, err := kpi.ForBook(book.Setup())
		if err != nil {
			t.Fatal(err)
		}
		period := []channel.Period{channel.Quarter(2026, 1), channel.Half(2026, 1), channel.Month(2026, 2), channel.Year(2025)}[choice%4]
		e, err := kpi.Evaluate(catalog, book, period)
		if err != nil {
			return // rows that contradict
		}
		for figure, g := range e.All() {
			sane(t, figure, g, e.Value(figure, g))
		}
		for _, sum := range []string{"sales", "company_sales", "quantity", "new_product_sales", "partners"} {
			for _, dim := range []string{"region", "tier", "partner"} {
				account(t, e, compile(t, catalog, sum), dim)
			}
		}
	})
}

// account checks that the groups of a breakdown account for the whole, and that
// contributions add up to the growth.
func account(t *testing.T, e *kpi.Evaluation, f *kpi.Figure, dim string) {
	t.Helper()
	groups := e.Groups(f, dim)
	whole := e.Value(f, channel.Group{})
	if len(groups) == 0 || !whole.OK() {
		return
	}
	sum := kpi.Value{Unit: whole.Unit}
	for _, g := range groups {
		sum = sum.Add(e.Value(f, channel.By(dim, g)))
	}
	if !sum.OK() || sum.Compare(whole) != 0 {
		t.Fatalf("the %ss' %s is %v, of the whole %v", dim, f.Expr(), sum, whole)
	}
	part, _ := f.With(kpi.ContributionYoY)
	growth, _ := f.With(kpi.YoY)
	base, _ := f.With(kpi.YearAgo)
	if all := e.Value(growth, channel.Group{}); all.OK() && e.Value(base, channel.Group{}).Sign() > 0 {
		sum = kpi.Value{}
		for _, g := range groups {
			sum = sum.Add(e.Value(part, channel.By(dim, g)))
		}
		if !sum.OK() || sum.Compare(all) != 0 {
			t.Fatalf("the contributions to %s add up to %v, not %v", growth.Expr(), sum, all)
		}
	}
}

// madeOf makes a book of bytes: each decides something about a row.
func madeOf(data []byte, choice uint16) fstest.MapFS {
	at := 0
	next := func(n int) int {
		if len(data) == 0 {
			return 0
		}
		b := int(data[at%len(data)]) + at/len(data)
		at++
		return b % n
	}
	pick := func(words string) string {
		list := strings.Split(words, "|")
		return list[next(len(list))]
	}
	var setup, sales, partners, targets, rows strings.Builder
	setup.WriteString("schema: channelreport/book/v1\norganization: Sample Ltd (fictitious)\ncurrency: CNY\n")
	if choice&4 != 0 {
		setup.WriteString("direct_partner_types: [Direct]\n")
	}
	if choice&8 != 0 {
		setup.WriteString("product_classes: {core: [A], new: [B, C]}\n")
	}
	if choice&16 != 0 {
		setup.WriteString("policies: {base: absolute}\n")
	}
	sales.WriteString("date,partner_id,partner_type,tier,region,product_line,order_id,quantity,amount\n")
	partners.WriteString("partner_id,partner_type,tier,region,joined,left\n")
	for i := range 5 {
		fmt.Fprintf(&partners, "P%d,%s,%s,%s,%s,%s\n", i, pick("|Dealer|Direct"), pick("|1|2"), pick("|East|West"),
			pick("|2025-02-03|2026-01-15"), pick("||2026-05-31"))
	}
	targets.WriteString("period,measure,region,product_line,amount\n")
	rows.WriteString("period,measure,region,tier,product_line,value\n")
	seen := map[string]bool{}
	once := func(b *strings.Builder, key, value string) {
		if !seen[b.String()[:6]+key] {
			seen[b.String()[:6]+key] = true
			b.WriteString(key + "," + value + "\n")
		}
	}
	periods := "2025|2025-Q1|2026|2026-Q1|2026-01|2026-02|2026-03|2026-H1"
	for range min(len(data)/4+1, 60) {
		fmt.Fprintf(&sales, "20%d-0%d-1%d,%s,%s,%s,%s,%s,%s,%s,%s\n", 25+next(2), 1+next(6), next(9), pick("|P0|P1|P2|P9"),
			pick("||Direct"), pick("|1|2"), pick("|East|West|North"), pick("|A|B|C"), pick("|1|2|3|4"), pick("||1|2.5|0"),
			pick("1|-1|0|3.25|100|-7.5|12345678901234567890.12"))
		once(&targets, strings.Join([]string{pick(periods), pick("sales|orders|leads|cac"), pick("|East|West"), ""}, ","), pick("0|1|5|-2"))
		once(&rows, strings.Join([]string{pick(periods), pick("leads|gross_profit|product_cost|customers_start|stock_value|margin_per_customer|satisfaction|satisfaction_max"), pick("|East|West"), "", ""}, ","), pick("0|1|5|-2|0.5"))
	}
	files := fstest.MapFS{}
	for name, b := range map[string]*strings.Builder{"book.yaml": &setup, "sales.csv": &sales, "partners.csv": &partners, "targets.csv": &targets, "observations.csv": &rows} {
		files[name] = &fstest.MapFile{Data: []byte(b.String())}
	}
	return files
}
