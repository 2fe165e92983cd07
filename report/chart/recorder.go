package chart

import (
	"io"
	"math"

	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"example.com/channelreport/report/internal/typeset"
)

// A recorder is a go-chart Renderer that writes down what is drawn. One pixel
// is one scene unit. It never reads a font: the two font values it hands out
// only tell regular from bold, and text is measured by the report's own table
// of advances. The class name of a text says which of its points matters:
// "middle", "end", or anything else for its start.
type recorder struct {
	scene         *Scene
	measure       typeset.Measure
	regular, bold *truetype.Font

	dpi   float64
	style gochart.Style
	turns uint8
	row   []typeset.Glyph // room to measure in
	steps []Step
	at    struct{ x, y int32 } // where the path has come to
}

var _ gochart.Renderer = (*recorder)(nil)

func newRecorder(scene *Scene, measure typeset.Measure) *recorder {
	return &recorder{
		scene: scene, measure: measure,
		regular: new(truetype.Font), bold: new(truetype.Font),
		dpi: 72 * UnitsPerPoint,
	}
}

func (r *recorder) ResetStyle()                       { r.style, r.turns = gochart.Style{}, 0 }
func (r *recorder) GetDPI() float64                   { return r.dpi }
func (r *recorder) SetDPI(dpi float64)                { r.dpi = dpi }
func (r *recorder) SetClassName(name string)          { r.style.ClassName = name }
func (r *recorder) SetStrokeColor(c drawing.Color)    { r.style.StrokeColor = c }
func (r *recorder) SetFillColor(c drawing.Color)      { r.style.FillColor = c }
func (r *recorder) SetStrokeWidth(width float64)      { r.style.StrokeWidth = width }
func (r *recorder) SetStrokeDashArray(dash []float64) { r.style.StrokeDashArray = dash }
func (r *recorder) SetFont(f *truetype.Font)          { r.style.Font = f }
func (r *recorder) SetFontColor(c drawing.Color)      { r.style.FontColor = c }
func (r *recorder) SetFontSize(size float64)          { r.style.FontSize = size }
func (r *recorder) ClearTextRotation()                { r.turns = 0 }

// SetTextRotation takes clockwise radians, as go-chart does, and keeps the
// nearest quarter turn.
func (r *recorder) SetTextRotation(radians float64) {
	quarters := int(math.Round(radians / (math.Pi / 2)))
	r.turns = uint8(-quarters & 3)
}

func (r *recorder) MoveTo(x, y int) { r.step(Step{Op: Move}, x, y) }

// LineTo starts a shape where there is none, as go-chart asks of it.
func (r *recorder) LineTo(x, y int) {
	if len(r.steps) == 0 {
		r.MoveTo(x, y)
		return
	}
	r.step(Step{Op: Line}, x, y)
}

// QuadCurveTo raises the curve to a cubic one: its control points lie two
// thirds of the way from each end to the quadratic one.
func (r *recorder) QuadCurveTo(cx, cy, x, y int) {
	if len(r.steps) == 0 {
		r.MoveTo(cx, cy)
	}
	third := func(end, control int32) int32 { return end + (control-end)*2/3 }
	r.step(Step{
		Op: Cubic,
		X1: third(r.at.x, int32(cx)), Y1: third(r.at.y, int32(cy)),
		X2: third(int32(x), int32(cx)), Y2: third(int32(y), int32(cy)),
	}, x, y)
}

// ArcTo adds a line to the arc's start and the arc as one cubic for each
// quarter turn or less. Angles are clockwise radians from 3 o'clock.
func (r *recorder) ArcTo(cx, cy int, rx, ry, startAngle, delta float64) {
	on := func(angle float64) (x, y int) {
		dx, dy := math.Round(rx*math.Cos(angle)), math.Round(ry*math.Sin(angle))
		return cx + int(dx), cy + int(dy)
	}
	parts := max(1, int(math.Ceil(math.Abs(delta)/(math.Pi/2))))
	part := delta / float64(parts)
	k := math.Tan(part/4) * 4 / 3
	r.LineTo(on(startAngle))
	for i := range parts {
		turned := float64(part * float64(i))
		a := startAngle + turned
		b := a + part
		kx, ky := math.Round(k*rx*math.Sin(a)), math.Round(k*ry*math.Cos(a))
		lx, ly := math.Round(k*rx*math.Sin(b)), math.Round(k*ry*math.Cos(b))
		x, y := on(b)
		r.step(Step{
			Op: Cubic,
			X1: r.at.x - int32(kx), Y1: r.at.y + int32(ky),
			X2: int32(x) + int32(lx), Y2: int32(y) - int32(ly),
		}, x, y)
	}
}

func (r *recorder) Close() {
	if len(r.steps) > 0 {
		r.steps = append(r.steps, Step{Op: Close})
	}
}

func (r *recorder) step(s Step, x, y int) {
	s.X, s.Y = int32(x), int32(y)
	r.at.x, r.at.y = s.X, s.Y
	r.steps = append(r.steps, s)
}

func (r *recorder) Stroke()     { r.paint(false, true) }
func (r *recorder) Fill()       { r.paint(true, false) }
func (r *recorder) FillStroke() { r.paint(true, true) }

// paint ends the path. What would leave no mark is not recorded.
func (r *recorder) paint(fill, stroke bool) {
	p := &Path{Steps: r.steps}
	r.steps = nil
	if fill {
		p.Fill = color(r.style.FillColor)
	}
	if width := int32(math.Round(r.style.StrokeWidth)); stroke && width > 0 {
		p.Stroke, p.Width = color(r.style.StrokeColor), width
		for _, d := range r.style.StrokeDashArray {
			p.Dash = append(p.Dash, int32(math.Round(d)))
		}
	}
	if len(p.Steps) > 0 && (p.Fill.Set || p.Stroke.Set) {
		r.scene.Items = append(r.scene.Items, p)
	}
}

// Circle draws at once, as go-chart's renderers do: four cubics, in the
// current fill and stroke.
func (r *recorder) Circle(radius float64, x, y int) {
	a := int(math.Round(radius))
	k := (a*5523 + 5000) / 10000 // the control points' distance that rounds a quarter
	outline := r.steps
	r.steps = nil
	r.MoveTo(x+a, y)
	for _, q := range [4][6]int{
		{a, k, k, a, 0, a}, {-k, a, -a, k, -a, 0}, {-a, -k, -k, -a, 0, -a}, {k, -a, a, -k, a, 0},
	} {
		r.step(Step{
			Op: Cubic,
			X1: int32(x + q[0]), Y1: int32(y + q[1]), X2: int32(x + q[2]), Y2: int32(y + q[3]),
		}, x+q[4], y+q[5])
	}
	r.Close()
	r.FillStroke()
	r.steps = outline
}

// Text records a text whose baseline starts at (x, y).
func (r *recorder) Text(body string, x, y int) {
	t := &Text{
		X: int32(x), Y: int32(y), Size: r.em(), Advance: r.advance(body),
		Bold: r.isBold(), Turns: r.turns, Color: color(r.style.FontColor), Text: body,
	}
	switch r.style.ClassName {
	case "middle":
		t.Anchor = Middle
	case "end":
		t.Anchor = End
	}
	if body != "" && t.Color.Set {
		r.scene.Items = append(r.scene.Items, t)
	}
}

// MeasureText returns the box of a text: its advance by its size, whatever the
// rotation.
func (r *recorder) MeasureText(body string) gochart.Box {
	return gochart.NewBox(0, 0, int(r.advance(body)), int(r.em()))
}

// Save writes the scene as SVG.
func (r *recorder) Save(w io.Writer) error {
	_, err := w.Write(r.scene.SVG())
	return err
}

func (r *recorder) isBold() bool { return r.style.Font == r.bold }

// em is the font's size in units.
func (r *recorder) em() int32 { return int32(math.Round(r.style.FontSize * r.dpi / 72)) }

// advance is a text's length, rounded up, so that what is given room has it.
func (r *recorder) advance(body string) int32 {
	r.row = typeset.Row(r.row[:0], r.measure, body, r.isBold())
	if len(r.row) == 0 {
		return 0
	}
	last := r.row[len(r.row)-1]
	milliEm := int64(last.X) + int64(last.Advance)
	return int32((milliEm*int64(r.em()) + 999) / 1000)
}

// color drops all transparency: a colour is painted or it is not.
func color(c drawing.Color) Color {
	if c.A == 0 {
		return Color{}
	}
	return Color{c.R, c.G, c.B, true}
}
