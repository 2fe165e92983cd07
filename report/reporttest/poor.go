package reporttest

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/report"
	"example.com/channelreport/report/doc"
)

// Poor makes the template's report of two books that hold sales and nothing
// else, one with dates and amounts only and one with groups, for a month, a
// quarter and a year. What is missing must leave no trace in a sentence: no
// mark without a word, no bracket without content, no half sentence. Each trace
// is an error of the test, with the text in which it stands. The documents must
// say what is missing; one that says nothing is an error as well.
//
// A template that requires more than sales cannot be made of such a book and
// ends the test.
func Poor(t testing.TB, template *report.Template) {
	t.Helper()
	for _, grouped := range []bool{false, true} {
		book, err := poorBook(grouped)
		fail(t, err)
		for _, period := range []channel.Period{channel.Month(2026, 6), channel.Quarter(2026, 2), channel.Year(2026)} {
			run, err := template.Run(context.Background(), book, period, report.Options{})
			fail(t, err)
			if !template.PerPartner() {
				poorRun(t, run, period)
				continue
			}
			for partner := range run.Partners() {
				poorRun(t, run.For(partner), period)
				break
			}
		}
	}
}

func poorRun(t testing.TB, run *report.Run, period channel.Period) {
	t.Helper()
	document, err := run.Document(context.Background())
	fail(t, err)
	for _, trace := range traces(document) {
		t.Errorf("%s: %s", period, trace)
	}
}

// poorBook is a book of sales: two years, and with groups two regions, two
// product lines and three partners.
func poorBook(grouped bool) (*channel.Book, error) {
	sales := func(yield func(channel.Sale, error) bool) {
		for i := range 18 {
			date, _ := channel.NewDate(2025+i/12, 1+i%12, 15)
			for j := range 3 {
				sale := channel.Sale{Date: date, Amount: decimal.NewFromInt(int64(100_000 + 7_000*i + 11_000*j))}
				if grouped {
					sale.PartnerID, sale.PartnerType = fmt.Sprintf("P%d", j+1), "A"
					sale.Region, sale.ProductLine = []string{"North", "South"}[j%2], []string{"One", "Two"}[i%2]
				}
				if !yield(sale, nil) {
					return
				}
			}
		}
	}
	return channel.New(context.Background(), channel.Setup{Organization: "Example (fictitious)", Currency: "CNY"}, channel.Data{Sales: sales})
}

// stray are marks that nothing stands before or behind.
var stray = regexp.MustCompile(`[，、：；。！？][，、：；。！？]|（）|（[，、；。]|[，、；：]）|\(\)|\( | \)| [,.;:)]( |$)|[,;:][,.;:]|\.\.|\{\{|\}\}|\[\[|\]\]|NaN|%!|<nil>|  `)

// lone is a mark at the beginning of a text.
var lone = regexp.MustCompile(`^[，、：；。！？,.;:)）]`)

// traces are the places of a document's texts that absence was not good for.
func traces(d *doc.Document) []string {
	var out []string
	look := func(text string) {
		if at := stray.FindString(text); at != "" {
			out = append(out, fmt.Sprintf("%q stands in %q", at, text))
		} else if at := lone.FindString(text); at != "" {
			out = append(out, fmt.Sprintf("%q begins %q", at, text))
		}
	}
	look(d.Title)
	for block := range d.Blocks() {
		for inlines := range doc.Texts(block) {
			look(doc.PlainText(inlines))
		}
		if p, ok := block.(*doc.Paragraph); ok && p.Role == doc.Body {
			if text := strings.TrimSpace(doc.PlainText(p.Inlines)); !ends.MatchString(text) {
				out = append(out, fmt.Sprintf("%q does not end", text))
			}
		}
	}
	return out
}

// ends is how a sentence ends.
var ends = regexp.MustCompile(`[。！？：；.!?:;][”’）")]*$`)
