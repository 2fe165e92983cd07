package report_test

import (
	"bytes"
	"context"
	"fmt"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/report"
	"example.com/channelreport/report/markdown"
	"example.com/channelreport/report/pdf"
	"example.com/channelreport/templates"
	"example.com/channelreport/testdata"
)

func Example() {
	render := func() error {
		ctx := context.Background()
		book, err := channel.Open(ctx, testdata.Sample()) // or os.DirFS("your/book")
		if err != nil {
			return err // a source.List: every problem with file, line and column
		}
		template, err := report.Parse(templates.FS, "performance-review.zh-CN.yaml")
		if err != nil {
			return err
		}
		run, err := template.Run(ctx, book, channel.Quarter(2026, 3), report.Options{Date: "2026-10-08"})
		if err != nil {
			return err
		}
		document, err := run.Document(ctx)
		if err != nil {
			return err
		}
		var page, text bytes.Buffer // or any io.Writer
		if err := pdf.Render(ctx, &page, document); err != nil {
			return err
		}
		return markdown.Render(ctx, &text, document)
	}
	fmt.Println(render())
	// Output: <nil>
}

func Example_goValues() {
	lines := []struct{ date, region, amount string }{
		{"2025-08-20", "华东", "800000"}, {"2026-08-12", "华东", "1000000.50"}, {"2026-09-03", "华南", "-1200"},
	}
	sales := func(yield func(channel.Sale, error) bool) { // rows of a query do as well
		for _, l := range lines {
			date, err := channel.ParseDate(l.date)
			if !yield(channel.Sale{Date: date, Region: l.region, Amount: decimal.RequireFromString(l.amount)}, err) {
				return
			}
		}
	}
	setup := channel.Setup{Organization: "虚构公司", Currency: "CNY"}
	book, err := channel.New(context.Background(), setup, channel.Data{Sales: sales})
	if err != nil {
		fmt.Println(err)
		return
	}
	template, _ := report.Parse(templates.FS, "performance-review.zh-CN.yaml")
	run, _ := template.Run(context.Background(), book, channel.Quarter(2026, 3), report.Options{})
	yoy, err := run.Value("sales.yoy", channel.By(channel.Region, "华东"))
	fmt.Println(yoy.Num, "/", yoy.Den, err)
	// Output: 200000.5 / 800000 <nil>
}
