package chart

import (
	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"example.com/channelreport/report/doc"
)

// A layout is one chart being drawn.
type layout struct {
	pen
	chart   *doc.Chart
	values  gochart.ContinuousRange // of the value axis; its Domain is set once the plot's size is known
	looks   []look
	missing string
	width   int

	lying    bool       // the bars lie, as they do in every part of a picture
	from, to int        // the categories that lying bars are drawn of
	labels   [][]string // the lines of all their labels
}

// plotHeight is the height of a plot whose value axis stands upright.
const plotHeight = 125 * pt

// draw draws the chart from top to bottom and returns its height: a header
// with unit and legend, the plot, the category labels.
func (l *layout) draw() int {
	top := l.header()
	switch {
	case l.chart.Kind == doc.Line:
		return l.lines(top)
	case !l.lying && l.upright():
		return l.columns(top)
	}
	l.lying = true
	return l.rows(top)
}

// empty reports whether there is no value to draw.
func (l *layout) empty() bool {
	for _, s := range l.chart.Series {
		for _, p := range s.Points {
			if !p.Missing {
				return false
			}
		}
	}
	return true
}

// header draws the unit at the left and the legend at the right, on one line
// where they fit, and returns where it ends.
func (l *layout) header() int {
	unit := l.text(l.chart.Unit, smallSize, false)
	y, left := 0, 0
	if l.chart.Unit != "" {
		lines, _ := wrap(l.chart.Unit, l.width, unit.measure)
		for _, line := range lines {
			l.put(unit.with(line).ink(quietColor), 0, y+leading*3/4)
			y += leading
		}
		left = unit.width() + 2*leading
	}
	entries := l.legend()
	if len(entries) == 0 {
		return y
	}
	total := 0
	for _, e := range entries {
		total += e.width
	}
	if len(entries[0].lines) == 1 && left+total <= l.width {
		return max(y, l.legendRow(entries, l.width-total, 0))
	}
	for len(entries) > 0 {
		n, used := 0, 0
		for n < len(entries) && (n == 0 || used+entries[n].width <= l.width) {
			used += entries[n].width
			n++
		}
		y = l.legendRow(entries[:n], 0, y)
		entries = entries[n:]
	}
	return y
}

// A legendEntry is the name of a series with a sample of its look.
type legendEntry struct {
	look  look
	lines []string
	width int
}

const (
	swatch     = 9 * pt  // a bar's sample
	lineSwatch = 20 * pt // a line's sample
	legendGap  = 14 * pt
)

func (l *layout) sample() int {
	if l.chart.Kind == doc.Line {
		return lineSwatch
	}
	return swatch
}

// legend returns the entries of the legend; one actual series alone needs none.
func (l *layout) legend() []legendEntry {
	s := l.chart.Series
	if len(s) == 0 || len(s) == 1 && s[0].Role == doc.Actual {
		return nil
	}
	entries := make([]legendEntry, len(s))
	lead := l.sample() + leading/3
	for i := range s {
		name := l.text(s[i].Name, labelSize, false)
		lines, _ := wrap(s[i].Name, l.width-lead-legendGap, name.measure)
		entries[i] = legendEntry{l.looks[i], lines, 0}
		for _, line := range lines {
			entries[i].width = max(entries[i].width, lead+name.with(line).width()+legendGap)
		}
	}
	entries[len(s)-1].width -= legendGap
	return entries
}

// legendRow draws entries side by side and returns where the row ends.
func (l *layout) legendRow(entries []legendEntry, x, y int) int {
	bottom := y
	for _, e := range entries {
		middle := y + leading/2
		if l.chart.Kind == doc.Line {
			l.stroke(e.look, []point{{x, middle}, {x + lineSwatch, middle}})
			l.marker(e.look, point{x + lineSwatch/2, middle})
		} else {
			l.bar(e.look, gochart.NewBox(middle-swatch/2, x, x+swatch, middle+swatch/2))
		}
		for i, line := range e.lines {
			l.put(l.text(line, labelSize, false), x+l.sample()+leading/3, y+i*leading+leading*3/4)
		}
		bottom = max(bottom, y+len(e.lines)*leading)
		x += e.width
	}
	return bottom
}

// A pen draws texts and shapes in the sizes and colours of the package.
type pen struct {
	r             gochart.Renderer
	regular, bold *truetype.Font
}

// A label is a text with its style.
type label struct {
	pen    pen
	body   string
	size   int
	bold   bool
	color  drawing.Color
	anchor string // as the recorder reads a class name
}

func (p pen) text(body string, size int, bold bool) label {
	return label{p, body, size, bold, inkColor, ""}
}

func (t label) with(body string) label    { t.body = body; return t }
func (t label) ink(c drawing.Color) label { t.color = c; return t }
func (t label) width() int                { return t.measure(t.body) }
func (t label) measure(body string) int {
	t.set()
	return t.pen.r.MeasureText(body).Width()
}

func (t label) set() {
	style := gochart.Style{ClassName: t.anchor, Font: t.pen.regular, FontColor: t.color, FontSize: float64(t.size) / pt}
	if t.bold {
		style.Font = t.pen.bold
	}
	style.WriteToRenderer(t.pen.r)
}

// put draws a label whose baseline starts at (x, y).
func (p pen) put(t label, x, y int) {
	t.set()
	p.r.Text(t.body, x, y)
}

// putMiddle draws a label around x, putEnd one that ends there.
func (p pen) putMiddle(t label, x, y int) {
	t.anchor = "middle"
	p.put(t, x-t.width()/2, y)
}

func (p pen) putEnd(t label, x, y int) {
	t.anchor = "end"
	p.put(t, x-t.width(), y)
}

// baseline returns where a text's baseline is if its digits are to stand
// around y.
func (t label) baseline(y int) int { return y + t.size*36/100 }

// rule draws a straight line.
func (p pen) rule(x1, y1, x2, y2 int, width float64, c drawing.Color) {
	gochart.Style{StrokeColor: c, StrokeWidth: width}.WriteToRenderer(p.r)
	p.r.MoveTo(x1, y1)
	p.r.LineTo(x2, y2)
	p.r.Stroke()
}

// bar draws a bar in the look of its series. An outline is drawn inside the
// box, so that outlined and solid bars are equally large.
func (p pen) bar(k look, b gochart.Box) {
	if b.Width() == 0 || b.Height() == 0 {
		return
	}
	style := gochart.Style{FillColor: k.fill, StrokeColor: drawing.ColorTransparent}
	if k.outline {
		in := min(thinLine, b.Width(), b.Height()) / 2
		b = gochart.NewBox(b.Top+in, b.Left+in, b.Right-in, b.Bottom-in)
		style.StrokeColor, style.StrokeWidth = k.stroke, thinLine
	}
	gochart.Draw.Box(p.r, b, style)
	if k.hatch {
		p.hatch(k, b)
	}
}

// hatch draws diagonals across a box: where x+y is the same along each.
func (p pen) hatch(k look, b gochart.Box) {
	const step = 7 * pt / 2
	gochart.Style{StrokeColor: k.stroke, StrokeWidth: thinLine * 3 / 5}.WriteToRenderer(p.r)
	drawn := false
	for c := b.Left + b.Top + step; c < b.Right+b.Bottom; c += step {
		x1, y1 := b.Left, c-b.Left
		if y1 > b.Bottom {
			x1, y1 = c-b.Bottom, b.Bottom
		}
		x2, y2 := c-b.Top, b.Top
		if x2 > b.Right {
			x2, y2 = b.Right, c-b.Right
		}
		p.r.MoveTo(x1, y1)
		p.r.LineTo(x2, y2)
		drawn = true
	}
	if drawn {
		p.r.Stroke()
	}
}

// A point is a place in the scene.
type point struct{ x, y int }

// stroke draws an unbroken line in the look of its series.
func (p pen) stroke(k look, through []point) {
	if len(through) < 2 {
		return
	}
	gochart.Style{StrokeColor: k.stroke, StrokeWidth: k.width, StrokeDashArray: k.dash}.WriteToRenderer(p.r)
	for i, at := range through {
		if i == 0 {
			p.r.MoveTo(at.x, at.y)
		} else {
			p.r.LineTo(at.x, at.y)
		}
	}
	p.r.Stroke()
}

// marker draws the mark of one point of a line.
func (p pen) marker(k look, at point) {
	style := gochart.Style{FillColor: k.stroke, StrokeColor: k.stroke, StrokeWidth: thinLine}
	if k.hollow {
		style.FillColor = paper
	}
	style.WriteToRenderer(p.r)
	if k.shape == 0 {
		p.r.Circle(2*pt, at.x, at.y)
		return
	}
	for i, corner := range shapes[k.shape] {
		if i == 0 {
			p.r.MoveTo(at.x+corner.x, at.y+corner.y)
		} else {
			p.r.LineTo(at.x+corner.x, at.y+corner.y)
		}
	}
	p.r.Close()
	p.r.FillStroke()
}
