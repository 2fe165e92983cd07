package chart

import (
	"bytes"
	"math"
	"strings"
	"testing"

	gochart "github.com/wcharczuk/go-chart/v2"

	"example.com/channelreport/report/internal/typeset"
)

// record returns the dump of what draw does, without the head.
func record(t *testing.T, draw func(r *recorder)) string {
	t.Helper()
	scene := &Scene{Width: 1000, Height: 1000}
	r := newRecorder(scene, typeset.Default())
	draw(r)
	var b bytes.Buffer
	if err := scene.Dump(&b); err != nil {
		t.Fatal(err)
	}
	_, items, _ := strings.Cut(b.String(), "desc \"\"\n")
	return items
}

func TestRecorder(t *testing.T) {
	ink := gochart.Style{StrokeColor: axisColor, StrokeWidth: 20, FillColor: gridColor}
	for _, test := range []struct {
		name string
		draw func(r *recorder)
		want string
	}{
		{"line", func(r *recorder) {
			gochart.Style{StrokeColor: axisColor, StrokeWidth: 9.6, StrokeDashArray: []float64{40, 19.5}}.WriteToRenderer(r)
			r.MoveTo(1, 2)
			r.LineTo(3, 4)
			r.Stroke()
		}, "path fill=none stroke=#4a515c width=10 dash=[40 20] M1,2 L3,4\n"},
		{"a line starts a shape", func(r *recorder) {
			ink.WriteToRenderer(r)
			r.LineTo(1, 2)
			r.LineTo(3, 4)
			r.Close()
			r.FillStroke()
		}, "path fill=#e1e5ea stroke=#4a515c width=20 M1,2 L3,4 Z\n"},
		{"fill only", func(r *recorder) {
			ink.WriteToRenderer(r)
			r.MoveTo(1, 2)
			r.LineTo(3, 4)
			r.Fill()
		}, "path fill=#e1e5ea stroke=none M1,2 L3,4\n"},
		{"quadratic curve", func(r *recorder) {
			ink.WriteToRenderer(r)
			r.MoveTo(0, 0)
			r.QuadCurveTo(300, 0, 300, 300)
			r.Stroke()
		}, "path fill=none stroke=#4a515c width=20 M0,0 C200,0 300,100 300,300\n"},
		{"quarter of a circle, clockwise from 3 o'clock", func(r *recorder) {
			ink.WriteToRenderer(r)
			r.ArcTo(500, 500, 100, 100, 0, math.Pi/2)
			r.Stroke()
		}, "path fill=none stroke=#4a515c width=20 M600,500 C600,555 555,600 500,600\n"},
		{"three quarters of an ellipse, anticlockwise", func(r *recorder) {
			ink.WriteToRenderer(r)
			r.MoveTo(500, 500)
			r.ArcTo(500, 500, 200, 100, 0, -math.Pi*3/2)
			r.Close()
			r.Fill()
		}, "path fill=#e1e5ea stroke=none M500,500 L700,500 C700,445 610,400 500,400 C390,400 300,445 300,500 C300,555 390,600 500,600 Z\n"},
		{"circle at once, leaving the path", func(r *recorder) {
			ink.WriteToRenderer(r)
			r.MoveTo(1, 2)
			r.Circle(100, 500, 500)
			r.LineTo(3, 4)
			r.Stroke()
		}, "path fill=#e1e5ea stroke=#4a515c width=20 M600,500 C600,555 555,600 500,600 C445,600 400,555 400,500 C400,445 445,400 500,400 C555,400 600,445 600,500 Z\n" +
			"path fill=none stroke=#4a515c width=20 M1,2 L3,4\n"},
		{"text", func(r *recorder) {
			gochart.Style{FontColor: inkColor, FontSize: 8, Font: r.bold, ClassName: "end"}.WriteToRenderer(r)
			r.SetTextRotation(-math.Pi / 2)
			r.Text("华东\u200b", 100, 200)
		}, "text 100,200 size=160 advance=320 end color=#22272e bold turns=1 \"华东\\u200b\"\n"},
		{"nothing to see", func(r *recorder) {
			gochart.Style{FontSize: 8}.WriteToRenderer(r)
			r.Text("no colour", 0, 0)
			r.Stroke()
			r.Close()
			r.MoveTo(0, 0)
			r.FillStroke()
			ink.WriteToRenderer(r)
			r.ResetStyle()
			r.MoveTo(0, 0)
			r.LineTo(3, 4)
			r.FillStroke()
		}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := record(t, test.draw); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

func TestRecorderMeasures(t *testing.T) {
	r := newRecorder(&Scene{}, typeset.Default())
	r.SetFontSize(10)
	if b := r.MeasureText("华东区"); b.Width() != 600 || b.Height() != 200 {
		t.Errorf("%v", b)
	}
	r.SetDPI(72)
	if b := r.MeasureText("华东区"); b.Width() != 30 || r.GetDPI() != 72 {
		t.Errorf("at one unit a point: %v", b)
	}
}

func TestRecorderSavesSVG(t *testing.T) {
	scene := &Scene{Width: 20, Height: 30}
	var b bytes.Buffer
	if err := newRecorder(scene, typeset.Default()).Save(&b); err != nil || !bytes.Equal(b.Bytes(), scene.SVG()) {
		t.Errorf("%v %s", err, b.Bytes())
	}
}

func TestWrap(t *testing.T) {
	measure := func(s string) int { return len([]rune(s)) * 100 }
	for _, test := range []struct {
		text  string
		width int
		want  string
		whole bool
	}{
		{"", 300, "", true},
		{"华东", 300, "华东", true},
		{"示例城云帆商贸有限公司", 700, "示例城云帆商|贸有限公司", true},
		{"2025年9月", 500, "2025年|9月", true},
		{"戊区万象（集团）公司", 400, "戊区万象|（集团）|公司", true},
		{"North East region", 1000, "North East|region", true},
		{"华东 华南", 250, "华东|华南", true},
		{"Incomprehensible", 800, "Incompre|hensible", false},
		{"e\u0301e\u0301e\u0301", 200, "e\u0301|e\u0301|e\u0301", false},
		{"宽", 50, "宽", false},
		{"12345", 200, "12|34|5", false},
	} {
		lines, whole := wrap(test.text, test.width, measure)
		if got := strings.Join(lines, "|"); got != test.want || whole != test.whole {
			t.Errorf("%q in %d: got %q whole=%v, want %q %v", test.text, test.width, got, whole, test.want, test.whole)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("示例城云帆商贸有限公司 North-East 2025年9月", uint16(400))
	f.Fuzz(func(t *testing.T, text string, limit uint16) {
		if len(text) > 300 {
			return
		}
		lines, _ := wrap(text, int(limit), func(s string) int { return len(s) * 20 })
		if got, want := strings.Join(strings.Fields(strings.Join(lines, "")), ""), strings.Join(strings.Fields(text), ""); got != want {
			t.Errorf("%q became %q", text, lines)
		}
	})
}
