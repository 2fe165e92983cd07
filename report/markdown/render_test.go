package markdown_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/markdown"
)

func TestRender(t *testing.T) {
	var out bytes.Buffer
	if err := markdown.Render(context.Background(), &out, sample()); err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "tables.md", out.Bytes())
}

func TestRenderWithCharts(t *testing.T) {
	var out bytes.Buffer
	var names []string
	r := markdown.Renderer{Dir: "quarterly.charts", Asset: func(name string, svg []byte) error {
		names = append(names, name)
		if !bytes.HasPrefix(svg, []byte("<svg ")) {
			t.Errorf("%s is %.20q", name, svg)
		}
		return nil
	}}
	if err := r.Render(context.Background(), &out, sample()); err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "charts.md", out.Bytes())
	if want := []string{"quarterly.charts/regions.svg", "quarterly.charts/chart-2.svg"}; !slices.Equal(names, want) {
		t.Errorf("assets %q", names)
	}
	for _, name := range names {
		if !strings.Contains(out.String(), "]("+name+")") {
			t.Errorf("no image %s", name)
		}
	}
}

// Names are files' names on every system, and no two are one file anywhere.
func TestAssetNames(t *testing.T) {
	d := &doc.Document{}
	for _, id := range []string{"销售", "Sales", "sales", "../etc/passwd", "chart-4", "", "a b", "chart-5"} {
		d.Closing = append(d.Closing, &doc.Chart{ID: id, Alt: "x"})
	}
	var names []string
	r := markdown.Renderer{Dir: "my charts/", Asset: func(name string, _ []byte) error { names = append(names, name); return nil }}
	var out bytes.Buffer
	if err := r.Render(context.Background(), &out, d); err != nil {
		t.Fatal(err)
	}
	want := "销售 Sales chart-3 chart-4 chart-5 chart-6 chart-7 chart-8"
	if got := strings.NewReplacer("my charts/", "", ".svg", "").Replace(strings.Join(names, " ")); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if !strings.Contains(out.String(), "![x](my%20charts/销售.svg)") {
		t.Error(out.String())
	}
}

type alien struct{ doc.Block }
type strange struct{ doc.Inline }

func TestErrors(t *testing.T) {
	paragraph := func(in ...doc.Inline) doc.Block { return &doc.Paragraph{Inlines: in} }
	for _, test := range []struct {
		block doc.Block
		want  string
	}{
		{alien{}, "markdown: unknown block markdown_test.alien"},
		{&doc.Section{Blocks: []doc.Block{&doc.List{Items: []doc.Item{{Blocks: []doc.Block{alien{}}}}}}}, "markdown: unknown block markdown_test.alien"},
		{paragraph(doc.Strong{Inlines: []doc.Inline{strange{}}}), "markdown: unknown inline markdown_test.strange"},
		{paragraph(doc.Text{Text: "a\xff"}), `markdown: text "a\xff" is not valid UTF-8, or holds a zero byte`},
		{paragraph(doc.Text{Text: "a\x00"}), `markdown: text "a\x00" is not valid UTF-8, or holds a zero byte`},
		{&doc.Table{ID: "t", Columns: make([]doc.Column, 2), Rows: []doc.Row{{Cells: cells("a", "b")}, {Cells: cells("a")}}}, `markdown: table "t": row 2 has 1 cells for 2 columns`},
		{&doc.Chart{ID: "c", Series: []doc.Series{{Name: "s", Points: make([]doc.Point, 1)}}}, `markdown: chart "c": series "s": 1 points for 0 categories`},
	} {
		var out bytes.Buffer
		err := markdown.Render(context.Background(), &out, &doc.Document{Closing: []doc.Block{test.block}})
		if err == nil || err.Error() != test.want || out.Len() > 0 {
			t.Errorf("got %v and %d bytes, want %s", err, out.Len(), test.want)
		}
	}
}

func TestNothingIsWrittenAfterAnError(t *testing.T) {
	errFull := errors.New("disk full")
	var out bytes.Buffer
	r := markdown.Renderer{Asset: func(string, []byte) error { return errFull }}
	if err := r.Render(context.Background(), &out, sample()); !errors.Is(err, errFull) || out.Len() > 0 || !strings.Contains(err.Error(), "regions.svg") {
		t.Errorf("%v, %d bytes", err, out.Len())
	}
	called := false
	r.Asset = func(string, []byte) error { called = true; return nil }
	bad := sample()
	bad.Appendix = append(bad.Appendix, alien{})
	if err := r.Render(context.Background(), &out, bad); err == nil || called || out.Len() > 0 {
		t.Errorf("%v, asset called: %v", err, called)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := markdown.Render(ctx, &out, sample()); !errors.Is(err, context.Canceled) || out.Len() > 0 {
		t.Errorf("cancelled: %v", err)
	}
}

func TestManyGoroutines(t *testing.T) {
	d := sample()
	var want bytes.Buffer
	if err := markdown.Render(context.Background(), &want, d); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			var out bytes.Buffer
			if err := markdown.Render(context.Background(), &out, d); err != nil || !bytes.Equal(out.Bytes(), want.Bytes()) {
				t.Errorf("other bytes, error %v", err)
			}
		})
	}
	wg.Wait()
}

func ExampleRender() {
	d := &doc.Document{
		Title: "渠道工作总结",
		Sections: []doc.Block{&doc.Section{Level: 1, Number: "一、", Title: []doc.Inline{doc.Text{Text: "总体情况"}}, Blocks: []doc.Block{
			&doc.Paragraph{Inlines: []doc.Inline{doc.Strong{Inlines: []doc.Inline{doc.Text{Text: "重点："}}}, doc.Text{Text: "销售额增长"}, doc.Value{Text: "12.3%", Figure: 0}}},
		}}},
	}
	if err := markdown.Render(context.Background(), os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # 渠道工作总结
	//
	// ## 一、总体情况
	//
	// <strong>重点：</strong>销售额增长12.3%
}

func BenchmarkRender(b *testing.B) {
	long := &doc.Document{Title: "长报告"}
	for range 100 {
		long.Sections = append(long.Sections, sample().Sections...)
	}
	for _, bench := range []struct {
		name     string
		document *doc.Document
		renderer markdown.Renderer
	}{
		{"tables", sample(), markdown.Renderer{}},
		{"charts", sample(), markdown.Renderer{Asset: func(string, []byte) error { return nil }}},
		{"long", long, markdown.Renderer{}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			var out bytes.Buffer
			for b.Loop() {
				out.Reset()
				if err := bench.renderer.Render(context.Background(), &out, bench.document); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(out.Len()))
		})
	}
}

// TestEnglishCaptions: in a language that has no full-width space, none stands
// behind a label.
func TestEnglishCaptions(t *testing.T) {
	d := &doc.Document{Lang: "en", Sections: []doc.Block{
		&doc.Table{Label: "Table 1", Caption: text("Sales by region"), Columns: []doc.Column{{Title: text("Region")}}},
		&doc.Chart{Label: "Figure 1", Caption: text("Sales by month")},
	}}
	var out bytes.Buffer
	if err := markdown.Render(context.Background(), &out, d); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<strong>Table 1\u2002Sales by region</strong>", "<strong>Figure 1\u2002Sales by month</strong>"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in\n%s", want, &out)
		}
	}
}
