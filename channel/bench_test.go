package channel

import (
	"bytes"
	"context"
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"
	"testing/fstest"
)

var benchRows = flag.Int("rows", 100_000, "sale lines of BenchmarkOpen")

// benchSales are sale lines as a company may have them: 700 partners, each in
// one region, tier and type, 10 product lines, 1 000 days, three lines an order.
func benchSales(rows int) []byte {
	var b bytes.Buffer
	writeSales(&b, rows)
	return b.Bytes()
}

func writeSales(w io.Writer, rows int) {
	random := rand.New(rand.NewPCG(1, 2))
	fmt.Fprint(w, "date,partner_id,partner_name,partner_type,tier,region,city_tier,product_line,order_id,quantity,amount,currency\n")
	first := civil(2024, 1, 1)
	for i := range rows {
		p := random.IntN(700)
		fmt.Fprintf(w, "%v,P%04d,示例伙伴%d号,类型%d,等级%d,区域%d,%d线,产品线%d,SO%08d,%d,%d.%02d,CNY\n",
			first.AddDays(i*1000/rows), p, p, p%4, p%3, p%7, p%3+1, random.IntN(10), i/3, 1+random.IntN(20), random.IntN(100_000), random.IntN(100))
	}
}

// BenchmarkOpen measures opening a book against reading the same bytes with
// encoding/csv and doing nothing with them.
func BenchmarkOpen(b *testing.B) {
	sales := benchSales(*benchRows)
	b.Run("csv", func(b *testing.B) {
		b.SetBytes(int64(len(sales)))
		b.ReportAllocs()
		for b.Loop() {
			r := csv.NewReader(bytes.NewReader(sales))
			r.ReuseRecord = true
			for {
				if _, err := r.Read(); err == io.EOF {
					break
				} else if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	for _, setup := range []struct{ name, text string }{
		{"day", ""},
		{"month", "grain: month\n"},
		{"month-without-orders", "grain: month\norders: none\n"},
	} {
		b.Run(setup.name, func(b *testing.B) {
			files := fstest.MapFS{
				"book.yaml": {Data: []byte(base["book.yaml"] + setup.text)},
				"sales.csv": {Data: sales},
			}
			b.SetBytes(int64(len(sales)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Open(context.Background(), files); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
