package pdf

import (
	"bytes"
	"fmt"
	"time"

	"github.com/go-pdf/fpdf"

	"example.com/channelreport/report/chart"
)

// An engine writes pages with fpdf: their size, fills, rules and paths. It is
// the only file that knows fpdf. Text goes through it as raw operators; it is
// never told of a font.
type engine struct {
	pdf    *fpdf.Fpdf
	height length
}

func newEngine(width, height length) *engine {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: points(width), Ht: points(height)}})
	pdf.SetCompression(false) // finish compresses, once
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(time.Unix(0, 0).UTC()) // finish writes the document's date
	pdf.SetModificationDate(time.Unix(0, 0).UTC())
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	return &engine{pdf, height}
}

// guarded runs f and turns a panic of fpdf into an error.
func guarded(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("pdf engine: %v", p)
		}
	}()
	return f()
}

func (e *engine) page() { e.pdf.AddPage() }

func (e *engine) fill(f fill) {
	e.pdf.SetFillColor(f.color.rgb())
	e.pdf.Rect(points(f.x), points(f.y), points(f.width), points(f.height), "F")
}

func (e *engine) rule(r rule) {
	e.pdf.SetDrawColor(r.color.rgb())
	e.pdf.SetLineWidth(points(r.weight))
	e.pdf.Line(points(r.x), points(r.y), points(r.x+r.width), points(r.y))
}

// path replays a path of a chart.
func (e *engine) path(s shape) {
	p, mode := s.path, ""
	if p.Fill.Set {
		e.pdf.SetFillColor(int(p.Fill.R), int(p.Fill.G), int(p.Fill.B))
		mode = "F"
	}
	if p.Stroke.Set {
		e.pdf.SetDrawColor(int(p.Stroke.R), int(p.Stroke.G), int(p.Stroke.B))
		e.pdf.SetLineWidth(points(scaled(p.Width, s.unit)))
		mode += "D"
	}
	if mode == "" {
		return
	}
	if len(p.Dash) > 0 {
		dash := make([]float64, len(p.Dash))
		for i, d := range p.Dash {
			dash[i] = points(scaled(d, s.unit))
		}
		e.pdf.SetDashPattern(dash, 0)
		defer e.pdf.SetDashPattern(nil, 0)
	}
	x := func(v int32) float64 { return points(s.x + scaled(v, s.unit)) }
	y := func(v int32) float64 { return points(s.y + scaled(v, s.unit)) }
	for _, st := range p.Steps {
		switch st.Op {
		case chart.Move:
			e.pdf.MoveTo(x(st.X), y(st.Y))
		case chart.Line:
			e.pdf.LineTo(x(st.X), y(st.Y))
		case chart.Cubic:
			e.pdf.CurveBezierCubicTo(x(st.X1), y(st.Y1), x(st.X2), y(st.Y2), x(st.X), y(st.Y))
		case chart.Close:
			e.pdf.ClosePath()
		}
	}
	e.pdf.DrawPath(mode)
}

// raw writes operators into the page's content.
func (e *engine) raw(operators []byte) { e.pdf.RawWriteStr(string(operators)) }

// file returns what fpdf has written.
func (e *engine) file() ([]byte, error) {
	var b bytes.Buffer
	err := e.pdf.Output(&b)
	return b.Bytes(), err
}

func (c color) rgb() (r, g, b int) { return int(c >> 16 & 0xFF), int(c >> 8 & 0xFF), int(c & 0xFF) }

// points is a length in fpdf's unit. It is written with two decimals, so that
// nothing of the length is lost.
func points(l length) float64 { return float64(l) / 100 }
