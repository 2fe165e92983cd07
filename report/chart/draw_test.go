package chart_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report/chart"
	"example.com/channelreport/report/doc"
)

func draw(t testing.TB, c *doc.Chart, o chart.Options) *chart.Scene {
	t.Helper()
	scene, err := chart.Draw(c, o)
	if err != nil {
		t.Fatal(err)
	}
	return scene
}

func dump(t testing.TB, s *chart.Scene) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := s.Dump(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sample returns a sample by name.
func sample(t testing.TB, name string) *doc.Chart {
	t.Helper()
	for i := range samples {
		if samples[i].name == name {
			return &samples[i].chart
		}
	}
	t.Fatalf("no sample %q", name)
	return nil
}

func TestScenes(t *testing.T) {
	for _, s := range samples {
		t.Run(s.name, func(t *testing.T) {
			scene := draw(t, &s.chart, chart.Options{Lang: "zh-CN"})
			golden.Compare(t, s.name+".scene", dump(t, scene))
			sound(t, &s.chart, scene)
		})
	}
}

// Every sample is sound in every width, from a narrow column to a wide page.
func TestWidths(t *testing.T) {
	for _, s := range samples {
		for width := int32(120); width <= 760; width += 40 {
			sound(t, &s.chart, draw(t, &s.chart, chart.Options{Width: width * chart.UnitsPerPoint}))
		}
	}
}

// sound checks what holds for every picture: all is inside, no text stands on
// another, and nothing of the chart's words is lost.
func sound(t *testing.T, c *doc.Chart, s *chart.Scene) {
	t.Helper()
	var texts []*chart.Text
	inside := func(what string, x, y int32) {
		if x < 0 || y < 0 || x > s.Width || y > s.Height {
			t.Errorf("width %d: %s is outside at %d,%d", s.Width, what, x, y)
		}
	}
	for _, it := range s.Items {
		switch it := it.(type) {
		case *chart.Path:
			for _, step := range it.Steps {
				if step.Op != chart.Close {
					inside("a path", step.X, step.Y)
				}
			}
		case *chart.Text:
			inside("start of "+it.Text, it.X, it.Y-it.Size*3/4)
			inside("end of "+it.Text, it.X+it.Advance, it.Y+it.Size/5)
			for _, other := range texts {
				const apart = 2 * chart.UnitsPerPoint // or two numbers are read as one
				if it.X < other.X+other.Advance+apart && other.X < it.X+it.Advance+apart &&
					it.Y-it.Size*7/10 < other.Y && other.Y-other.Size*7/10 < it.Y {
					t.Errorf("width %d: %q stands on %q or touches it", s.Width, it.Text, other.Text)
				}
			}
			texts = append(texts, it)
		}
	}
	drawn := letters(texts)
	if c.Kind == doc.Bar {
		for _, name := range c.Categories {
			if !strings.Contains(drawn, squeeze(name)) {
				t.Errorf("width %d: category %q is not drawn", s.Width, name)
			}
		}
	}
	if len(c.Series) > 1 {
		for _, series := range c.Series {
			if !strings.Contains(drawn, squeeze(series.Name)) {
				t.Errorf("width %d: series %q is not drawn", s.Width, series.Name)
			}
		}
	}
	if !strings.Contains(drawn, squeeze(c.Unit)) {
		t.Errorf("width %d: unit %q is not drawn", s.Width, c.Unit)
	}
}

// letters joins what is drawn, without spaces: labels may be broken at any.
func letters(texts []*chart.Text) string {
	var b strings.Builder
	for _, text := range texts {
		b.WriteString(squeeze(text.Text))
	}
	return b.String()
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// A value on a tick is drawn exactly as high as the tick's line.
func TestBarsMeetTicks(t *testing.T) {
	c := &doc.Chart{Kind: doc.Bar, Categories: regions[:3], Series: []doc.Series{row("", doc.Actual, "0.1", "0.3", "0.7")}, Ticks: ticks("0", "0.1", "0.3", "0.7", "1")}
	lines, tops := map[int32]bool{}, []int32{}
	for _, it := range draw(t, c, chart.Options{}).Items {
		p, ok := it.(*chart.Path)
		switch {
		case !ok:
		case p.Fill.Set:
			top := p.Steps[0].Y
			for _, s := range p.Steps {
				top = min(top, s.Y)
			}
			tops = append(tops, top)
		case p.Steps[0].Y == p.Steps[1].Y:
			lines[p.Steps[0].Y] = true
		}
	}
	if len(tops) != 3 {
		t.Fatalf("%d bars", len(tops))
	}
	for _, y := range tops {
		if !lines[y] {
			t.Errorf("a bar ends at %d, no tick is there: %v", y, lines)
		}
	}
}

// Bars stand on zero even where the ticks start above it.
func TestBarsStartAtZero(t *testing.T) {
	c := &doc.Chart{Kind: doc.Bar, Categories: regions[:2], Series: []doc.Series{row("", doc.Actual, "100", "200")}, Ticks: ticks("100", "150", "200")}
	var heights []int32
	for _, it := range draw(t, c, chart.Options{}).Items {
		if p, ok := it.(*chart.Path); ok && p.Fill.Set {
			heights = append(heights, p.Steps[2].Y-p.Steps[0].Y)
		}
	}
	if len(heights) != 2 || heights[1]-2*heights[0] > 1 || 2*heights[0]-heights[1] > 1 {
		t.Errorf("bars of 100 and 200 are %v high", heights)
	}
}

// A missing point leaves a gap: the line is drawn in two parts.
func TestGap(t *testing.T) {
	c := &doc.Chart{Kind: doc.Line, Categories: months[:7], Series: []doc.Series{row("", doc.Actual, "1", "2", "3", "", "5", "", "7")}, Ticks: ticks("0", "10")}
	var parts []int
	for _, it := range draw(t, c, chart.Options{}).Items {
		if p, ok := it.(*chart.Path); ok && p.Width > chart.UnitsPerPoint {
			parts = append(parts, len(p.Steps))
		}
	}
	if !slices.Equal(parts, []int{3}) {
		t.Errorf("lines have %v points; want one of three, single points having markers only", parts)
	}
}

func TestErrors(t *testing.T) {
	two := []string{"a", "b"}
	for _, test := range []struct {
		chart doc.Chart
		want  string
	}{
		{doc.Chart{ID: "x", Kind: 9}, `chart "x": unknown kind 9`},
		{doc.Chart{ID: "x", Series: []doc.Series{{Name: "s", Role: 7}}}, `chart "x": series "s": unknown role 7`},
		{doc.Chart{ID: "x", Categories: two, Series: []doc.Series{row("s", 0, "1")}}, `chart "x": series "s": 1 points for 2 categories`},
		{doc.Chart{ID: "x", Categories: two, Series: []doc.Series{{Name: "s", Points: []doc.Point{{}, {At: math.NaN()}}}}}, `chart "x": series "s": point "b": NaN is no position`},
		{doc.Chart{ID: "x", Ticks: []doc.Tick{{At: math.Inf(1), Text: "t"}}}, `chart "x": tick "t": +Inf is no position or not above the one before`},
		{doc.Chart{ID: "x", Ticks: ticks("0", "2", "1")}, `chart "x": tick "1": 1 is no position or not above the one before`},
		{doc.Chart{ID: "x", Categories: two, Series: []doc.Series{row("s", 0, "1", "12")}, Ticks: ticks("0", "10")}, `chart "x": series "s": point "b" at 12 is outside the ticks`},
		{doc.Chart{ID: "x", Ticks: []doc.Tick{{At: -math.MaxFloat64}, {At: math.MaxFloat64}}}, `chart "x": values from -1.7976931348623157e+308 to 1.7976931348623157e+308 are too far apart`},
	} {
		scene, err := chart.Draw(&test.chart, chart.Options{})
		if err == nil || err.Error() != test.want || scene != nil {
			t.Errorf("got %v, want %s", err, test.want)
		}
	}
	if _, err := chart.Draw(&doc.Chart{ID: "x"}, chart.Options{Width: 50 * chart.UnitsPerPoint}); err == nil || err.Error() != `chart "x": 50 points are too narrow to draw in` {
		t.Error(err)
	}
	if _, err := chart.Draw(sample(t, "bars"), chart.Options{Measure: broken{}}); err == nil || err.Error() != `chart "regions": drawing failed: no font` {
		t.Error(err)
	}
}

// broken is a measure that panics.
type broken struct{}

func (broken) Advance(rune, bool) (int32, bool) { panic("no font") }

func TestSVG(t *testing.T) {
	golden.Compare(t, "bars.svg", draw(t, sample(t, "bars"), chart.Options{Lang: "zh-CN"}).SVG())
	golden.Compare(t, "hostile.svg", draw(t, sample(t, "hostile"), chart.Options{Lang: `"><x`}).SVG())
	for _, s := range samples {
		wellFormed(t, draw(t, &s.chart, chart.Options{}))
	}
}

// wellFormed checks that a scene's SVG is XML that says every text of the
// scene and refers to nothing outside.
func wellFormed(t testing.TB, s *chart.Scene) {
	t.Helper()
	svg := s.SVG()
	dec := xml.NewDecoder(bytes.NewReader(svg))
	var got []string
	var inText bool
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "svg", "title", "desc", "rect", "path", "text":
			default:
				t.Errorf("element %s", token.Name.Local)
			}
			for _, a := range token.Attr {
				if a.Name.Local == "href" || a.Name.Local == "style" || strings.Contains(a.Value, "url(") {
					t.Errorf("attribute %s=%q", a.Name.Local, a.Value)
				}
			}
			if inText = token.Name.Local == "text"; inText {
				got = append(got, "")
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				got[len(got)-1] += string(token)
			}
		}
	}
	var want []string
	for _, it := range s.Items {
		if text, ok := it.(*chart.Text); ok {
			want = append(want, strings.Map(func(r rune) rune {
				if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
					return '\uFFFD'
				}
				return r
			}, strings.ToValidUTF8(text.Text, "\uFFFD")))
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d texts, want %d", len(got), len(want))
	}
	for i := range want {
		// A run of bytes that are no UTF-8 is one mark here and several there.
		if strings.ReplaceAll(got[i], "\uFFFD", "") != strings.ReplaceAll(want[i], "\uFFFD", "") {
			t.Errorf("SVG says %q, the scene %q", got[i], want[i])
		}
	}
}

func TestSameBytesFromManyGoroutines(t *testing.T) {
	c := sample(t, "line")
	want := draw(t, c, chart.Options{}).SVG()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if scene, err := chart.Draw(c, chart.Options{}); err != nil || !bytes.Equal(scene.SVG(), want) {
				t.Errorf("another picture, error %v", err)
			}
		})
	}
	wg.Wait()
}

// FuzzDraw draws charts made from bytes: whatever they are, the picture is
// inside its frame and its SVG well formed.
func FuzzDraw(f *testing.F) {
	f.Add(uint8(0), "华东|华南", "销售额", "万元", []byte{10, 20, 30, 40})
	f.Add(uint8(1), "1月|2月|3月", "<&>", "%", []byte{200, 255, 1, 128, 7, 9})
	f.Add(uint8(0), strings.Repeat("很长的名称|", 30), "", "", bytes.Repeat([]byte{3}, 62))
	f.Fuzz(func(t *testing.T, kind uint8, categories, name, unit string, data []byte) {
		if len(categories)+len(name)+len(unit) > 500 {
			return
		}
		c := &doc.Chart{Kind: doc.ChartKind(kind & 1), Unit: unit, Categories: strings.Split(categories, "|"), Ticks: ticks("-128", "0", "128")}
		for s := 0; len(data) >= len(c.Categories) && s < 4; s++ {
			series := doc.Series{Name: name, Role: doc.SeriesRole((int(kind>>1) + s) % 4)}
			for _, b := range data[:len(c.Categories)] {
				series.Points = append(series.Points, doc.Point{At: float64(int8(b)), Text: name, Missing: b == 255})
			}
			data = data[len(c.Categories):]
			c.Series = append(c.Series, series)
		}
		scene, err := chart.Draw(c, chart.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range scene.Items {
			if p, ok := it.(*chart.Path); ok {
				for _, s := range p.Steps {
					if s.X < 0 || s.Y < 0 || s.X > scene.Width || s.Y > scene.Height {
						t.Errorf("a path goes to %d,%d", s.X, s.Y)
					}
				}
			}
		}
		wellFormed(t, scene)
	})
}

func BenchmarkDraw(b *testing.B) {
	for _, name := range []string{"bars", "line", "bars-lying"} {
		c := sample(b, name)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := chart.Draw(c, chart.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSVG(b *testing.B) {
	scene := draw(b, sample(b, "line"), chart.Options{})
	b.ReportAllocs()
	for b.Loop() {
		scene.SVG()
	}
}
