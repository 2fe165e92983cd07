package pdf_test

import (
	"bytes"
	"context"
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/report"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/pdf"
	"example.com/channelreport/templates"
	"example.com/channelreport/testdata"
)

// quarterly is the performance review of the sample book, the document of the
// quarterly example.
func quarterly(t testing.TB) *doc.Document {
	t.Helper()
	ctx := context.Background()
	book, err := channel.Open(ctx, testdata.Sample())
	if err != nil {
		t.Fatal(err)
	}
	template, err := report.Parse(templates.FS, "performance-review.zh-CN.yaml")
	if err != nil {
		t.Fatal(err)
	}
	run, err := template.Run(ctx, book, channel.Quarter(2026, 3), report.Options{Date: "2026-10-08"})
	if err != nil {
		t.Fatal(err)
	}
	d, err := run.Document(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestQuarterly: the real report renders, twice to the same bytes.
func TestQuarterly(t *testing.T) {
	d := quarterly(t)
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := pdf.Render(context.Background(), b, d); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two renders differ")
	}
	if pages := bytes.Count(first.Bytes(), []byte("/Type/Page/")); pages < 10 {
		t.Errorf("%d pages", pages)
	}
}

// BenchmarkQuarterly is one render of the sample report, from the document to
// the bytes of the file.
func BenchmarkQuarterly(b *testing.B) {
	d := quarterly(b)
	b.ReportAllocs()
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := pdf.Render(context.Background(), &out, d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len())/1000, "file-kB")
	b.ReportMetric(float64(bytes.Count(out.Bytes(), []byte("/Type/Page/"))), "pages")
}
