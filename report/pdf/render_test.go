package pdf

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/internal/typeset"
	"example.com/channelreport/report/pdf/sfnt"
)

func render(t testing.TB, r Renderer, d *doc.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.Render(context.Background(), &b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSameBytes(t *testing.T) {
	for _, s := range samples {
		first := render(t, Renderer{}, s.make())
		for range 3 {
			if !bytes.Equal(first, render(t, Renderer{}, s.make())) {
				t.Fatalf("%s: two renders differ", s.name)
			}
		}
	}
}

// TestConcurrentRenders shares documents, renderers and the embedded fonts
// between goroutines.
func TestConcurrentRenders(t *testing.T) {
	docs := []*doc.Document{chineseSample(), englishSample()}
	want := [][]byte{render(t, Renderer{}, docs[0]), render(t, Renderer{}, docs[1])}
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Go(func() {
			var b bytes.Buffer
			if err := Render(context.Background(), &b, docs[i%2]); err != nil {
				t.Error(err)
			}
			if !bytes.Equal(b.Bytes(), want[i%2]) {
				t.Error("a concurrent render differs")
			}
		})
	}
	wg.Wait()
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var b bytes.Buffer
	if err := Render(ctx, &b, chineseSample()); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if b.Len() > 0 {
		t.Error("something was written")
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestWriterFails(t *testing.T) {
	full := errors.New("disk full")
	if err := Render(context.Background(), brokenWriter{full}, chineseSample()); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

// small is a document with one paragraph and one table.
func small(text string) *doc.Document {
	return &doc.Document{
		Title: "标题", Lang: "zh-CN", Words: chineseWords,
		Sections: []doc.Block{&doc.Section{Level: 1, Number: "一、", Title: txt("章"), Blocks: []doc.Block{
			para(text),
			&doc.Table{Columns: columns("名称"), Rows: []doc.Row{{Cells: cells(text)}}},
		}}},
	}
}

func TestProblems(t *testing.T) {
	badChart := small("正文")
	badChart.Sections = append(badChart.Sections, &doc.Chart{ID: "c", Categories: []string{"一"}, Series: []doc.Series{{Name: "甲"}}})
	lostTitle := small("正文")
	lostTitle.Title = "零一二三四五六𠮷七八九十甲乙丙"
	lostTitle.Sections = append(lostTitle.Sections, &doc.PageBreak{}, para("第二页"), &doc.PageBreak{}, para("第三页"))
	badTitle := small("正文")
	badTitle.Title = "报\xe4告"
	badLink := small("正文")
	badLink.Summary = []doc.Block{&doc.Paragraph{Inlines: []doc.Inline{doc.Link{URL: "http://\xff", Text: "链接"}}}}
	narrowTable := &doc.Table{Label: "表1", Caption: txt("销售额"), Columns: columns("伙伴", ">销售额"),
		Rows: []doc.Row{{Cells: cells("示例商贸", "123,456,789,012.3万元")}}}
	for _, test := range []struct {
		name   string
		doc    *doc.Document
		en, zh []string
	}{
		{"two runes, two places each", small("前𠮷后😀"), []string{
			`sections[0].blocks[0]: no font has a glyph for '😀' (U+1F600, Emoticons); occurrences: 2, first in "前𠮷后😀" [missing-glyph]`,
			`sections[0].blocks[0]: no font has a glyph for '𠮷' (U+20BB7, CJK Unified Ideographs Extension B); occurrences: 2, first in "前𠮷后😀" [missing-glyph]`,
		}, []string{
			`sections[0].blocks[0]: 所有字体都缺少字符 '😀'（U+1F600，Emoticons）的字形，共 2 处，首处为 "前𠮷后😀" [missing-glyph]`,
			`sections[0].blocks[0]: 所有字体都缺少字符 '𠮷'（U+20BB7，CJK Unified Ideographs Extension B）的字形，共 2 处，首处为 "前𠮷后😀" [missing-glyph]`,
		}},
		{"control character", small("前\a后"), []string{
			`sections[0].blocks[0]: no font has a glyph for '\a' (U+0007, Basic Latin); occurrences: 2, first in "前\a后" [missing-glyph]`,
		}, nil},
		{"what the page says again counts once", lostTitle, []string{
			`title: no font has a glyph for '𠮷' (U+20BB7, CJK Unified Ideographs Extension B); occurrences: 1, first in "一二三四五六𠮷七八九十甲乙" [missing-glyph]`,
		}, nil},
		{"text is not UTF-8", small("中\xe4"), []string{
			`sections[0].blocks[0]: the text is not valid UTF-8: byte 0xe4 at offset 3 [invalid-utf8]`,
			`sections[0].blocks[1].rows[0].cells[0]: the text is not valid UTF-8: byte 0xe4 at offset 3 [invalid-utf8]`,
		}, []string{
			`sections[0].blocks[0]: 文本不是有效的 UTF-8 编码：第 3 字节处为 0xe4 [invalid-utf8]`,
			`sections[0].blocks[1].rows[0].cells[0]: 文本不是有效的 UTF-8 编码：第 3 字节处为 0xe4 [invalid-utf8]`,
		}},
		{"title is not UTF-8", badTitle, []string{
			`title: the text is not valid UTF-8: byte 0xe4 at offset 3 [invalid-utf8]`,
		}, nil},
		{"URL is not UTF-8", badLink, []string{
			`summary[0]: the text is not valid UTF-8: byte 0xff at offset 7 [invalid-utf8]`,
		}, nil},
		{"chart contradicts itself", badChart, []string{
			`sections[1]: the chart cannot be drawn: chart "c": series "甲": 0 points for 1 categories [bad-chart]`,
		}, []string{
			`sections[1]: 图表无法绘制：chart "c": series "甲": 0 points for 1 categories [bad-chart]`,
		}},
		{"no room for a table", nested(narrowTable, 12), []string{
			`sections[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0]: two columns of the table "表1 销售额" do not fit side by side where it stands; take it out of the list or callout around it [table-too-wide]`,
		}, []string{
			`sections[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0].blocks[0]: 表格 "表1 销售额" 所在位置过窄，容不下并排的两列；请将其移出所在的列表或提示框 [table-too-wide]`,
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var b bytes.Buffer
			err := Render(context.Background(), &b, test.doc)
			checkProblems(t, source.Problems(err), "en", test.en)
			if test.zh != nil {
				checkProblems(t, source.Problems(err), "zh-CN", test.zh)
			}
			if b.Len() > 0 {
				t.Error("something was written")
			}
		})
	}
}

// nested is a document of a block in as many callouts as depth says.
func nested(b doc.Block, depth int) *doc.Document {
	for range depth {
		b = &doc.Callout{Blocks: []doc.Block{b}}
	}
	return &doc.Document{Title: "标题", Lang: "zh-CN", Words: chineseWords, Sections: []doc.Block{b}}
}

func checkProblems(t *testing.T, list source.List, locale string, want []string) {
	t.Helper()
	if got := list.In(locale); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

// TestStandIn: in a draft whose caller listens, each missing rune is told
// once, and 〓 is drawn in its place.
func TestStandIn(t *testing.T) {
	d := small("前𠮷后，又一个𠮷。")
	var told source.List
	r := Renderer{Warn: func(e *source.Error) { told.Add(e) }}
	file := render(t, r, d)
	checkProblems(t, told, "en", []string{
		`warning: sections[0].blocks[0]: no font has a glyph for '𠮷' (U+20BB7, CJK Unified Ideographs Extension B), and 〓 stands in its place; occurrences: 4, first in "前𠮷后，又一个𠮷" [substituted-glyph]`,
	})
	checkProblems(t, told, "zh-CN", []string{
		`警告: sections[0].blocks[0]: 所有字体都缺少字符 '𠮷'（U+20BB7，CJK Unified Ideographs Extension B）的字形，以〓代替，共 4 处，首处为 "前𠮷后，又一个𠮷" [substituted-glyph]`,
	})
	if len(file) == 0 {
		t.Error("nothing was written")
	}

	told = nil
	d.Status = doc.Final
	err := r.Render(context.Background(), &bytes.Buffer{}, d)
	if n := len(source.Problems(err)); n != 1 || len(told) > 0 {
		t.Errorf("a final report: %v, %d warnings", err, len(told))
	}
}

// TestInvisible: what draws nothing is neither drawn nor missed, and is there
// in the text.
func TestInvisible(t *testing.T) {
	text := "前\u200b后\ufeff左\u202e右\u2066上\u00ad下"
	p := lay(t, small(text), 0)
	if got := planText(p); strings.Count(got, text) != 2 {
		t.Errorf("got %q", got)
	}
	render(t, Renderer{}, small(text))
}

// TestFonts: a font of one's own comes first, fallbacks by rune, the embedded
// font last.
func TestFonts(t *testing.T) {
	own, err := sfnt.Parse("Go-Regular.ttf", goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name  string
		fonts Fonts
		bold  bool
		want  string // the face of A, of 中 and of ﬁ, which only the Go font has
	}{
		{"embedded", Fonts{}, false, "NotoSansSC-Regular NotoSansSC-Regular -"},
		{"embedded bold", Fonts{}, true, "NotoSansSC-Bold NotoSansSC-Bold -"},
		{"own", Fonts{Regular: own}, false, "GoRegular NotoSansSC-Regular GoRegular"},
		{"own stands in for bold", Fonts{Regular: own}, true, "GoRegular NotoSansSC-Bold GoRegular"},
		{"own bold only", Fonts{Bold: own}, false, "NotoSansSC-Regular NotoSansSC-Regular GoRegular"},
		{"fallback", Fonts{Fallback: []*sfnt.Font{nil, own}}, false, "NotoSansSC-Regular NotoSansSC-Regular GoRegular"},
	} {
		fs, err := newFaces(test.fonts)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range "A中ﬁ" {
			name := "-"
			if face, ok := fs.find(r, test.bold); ok {
				name = fs.fonts[face].PostScriptName()
			}
			got = append(got, name)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: got %s, want %s", test.name, s, test.want)
		}
	}
	render(t, Renderer{Fonts: Fonts{Regular: own}}, englishSample())
}

// TestMetrics: what package typeset knows of the embedded font is what the
// font says.
func TestMetrics(t *testing.T) {
	fs, err := newFaces(Fonts{})
	if err != nil {
		t.Fatal(err)
	}
	m := typeset.Default()
	for _, bold := range []bool{false, true} {
		for r := rune(0); r < 0x30000; r++ {
			want, wantOK := fs.Advance(r, bold)
			if got, ok := m.Advance(r, bold); got != want || ok != wantOK {
				t.Fatalf("%U is %d wide (%t), the font says %d (%t)", r, got, ok, want, wantOK)
			}
		}
		for _, asked := range []struct {
			runes string
			v     typeset.Variant
		}{{"“”‘’，。（）《》；：！？、", typeset.Half}, {"“”‘’", typeset.Proportional}, {"—", typeset.Joined}, {"中a—，", typeset.Full}} {
			for _, r := range asked.runes {
				if got, want := m.Variant(r, bold, asked.v), fs.Variant(r, bold, asked.v); got != want {
					t.Errorf("%v of %q is %d wide, the font says %d", asked.v, r, got, want)
				}
			}
		}
	}
}

func BenchmarkRender(b *testing.B) {
	d := chineseSample()
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		var out bytes.Buffer
		if err := Render(context.Background(), &out, d); err != nil {
			b.Fatal(err)
		}
		size = out.Len()
	}
	b.ReportMetric(float64(size), "file-bytes")
}

func BenchmarkPlan(b *testing.B) {
	d := chineseSample()
	fs, err := newFaces(Fonts{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (Renderer{}).plan(context.Background(), d, fs, newTheme(d.Lang)); err != nil {
			b.Fatal(err)
		}
	}
}
