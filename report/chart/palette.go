package chart

import (
	"github.com/wcharczuk/go-chart/v2/drawing"

	"example.com/channelreport/report/doc"
)

// Sizes and colours of every chart, in scene units.
const (
	pt = UnitsPerPoint

	smallSize = 8 * pt      // ticks, values, unit
	labelSize = 17 * pt / 2 // categories, legend
	leading   = 12 * pt     // from one label line to the next

	hairline  = pt / 2
	thinLine  = pt
	thickLine = 9 * pt / 5
)

var (
	inkColor   = drawing.Color{R: 0x22, G: 0x27, B: 0x2e, A: 255} // values and names
	quietColor = drawing.Color{R: 0x5c, G: 0x63, B: 0x6e, A: 255} // ticks, unit, marks
	gridColor  = drawing.Color{R: 0xe1, G: 0xe5, B: 0xea, A: 255}
	axisColor  = drawing.Color{R: 0x4a, G: 0x51, B: 0x5c, A: 255}
	paper      = drawing.ColorWhite
)

// hues tell series of one role apart, also in grey and for the colour-blind:
// their lightness falls apart in steps. tints are the same for the previous
// period.
var (
	hues = [4]drawing.Color{
		{R: 0x1f, G: 0x3f, B: 0x66, A: 255},
		{R: 0xdd, G: 0x8f, B: 0x2d, A: 255},
		{R: 0x3b, G: 0x84, B: 0x8c, A: 255},
		{R: 0xa8, G: 0xc4, B: 0xdb, A: 255},
	}
	tints = [4]drawing.Color{
		{R: 0xb3, G: 0xc0, B: 0xd0, A: 255},
		{R: 0xf3, G: 0xd9, B: 0xb4, A: 255},
		{R: 0xb9, G: 0xd6, B: 0xd9, A: 255},
		{R: 0xdd, G: 0xe8, B: 0xf1, A: 255},
	}
)

// shapes are the outlines of markers around a point; the first is a circle.
var shapes = [4][]point{
	nil,
	{{-7 * pt / 4, -7 * pt / 4}, {7 * pt / 4, -7 * pt / 4}, {7 * pt / 4, 7 * pt / 4}, {-7 * pt / 4, 7 * pt / 4}},
	{{0, -5 * pt / 2}, {5 * pt / 2, 0}, {0, 5 * pt / 2}, {-5 * pt / 2, 0}},
	{{0, -5 * pt / 2}, {9 * pt / 4, 3 * pt / 2}, {-9 * pt / 4, 3 * pt / 2}},
}

// A look is how a series is drawn. Its role gives the pattern; its place among
// the series of that role gives the hue.
type look struct {
	role    doc.SeriesRole
	fill    drawing.Color // of bars and markers
	stroke  drawing.Color // of outlines and lines
	outline bool          // bars have a stroke
	hatch   bool          // bars are hatched
	dash    []float64     // of lines
	hollow  bool          // markers
	shape   int           // markers: which of shapes
	width   float64       // of lines
}

// looks returns one look a series.
func looks(series []doc.Series) []look {
	var seen [4]int
	all := make([]look, len(series))
	for i, s := range series {
		n := seen[s.Role]
		seen[s.Role]++
		hue, tint := hues[n%len(hues)], tints[n%len(tints)]
		l := look{role: s.Role, fill: hue, stroke: hue, width: thickLine, shape: n % len(shapes)}
		switch s.Role {
		case doc.Previous:
			l.fill, l.stroke, l.dash, l.width = tint, darker(tint), []float64{4 * pt, 2 * pt}, 6*pt/5
			l.hollow = true
		case doc.Plan:
			l.fill, l.outline, l.hollow, l.width, l.dash = paper, true, true, thinLine, []float64{pt, 3 * pt / 2}
		case doc.Forecast:
			l.fill, l.outline, l.hatch, l.hollow, l.dash = paper, true, true, true, []float64{5 * pt / 2, 3 * pt / 2}
		}
		if n >= len(hues) {
			l.fill, l.outline, l.hatch, l.hollow = tint, true, true, true
		}
		all[i] = l
	}
	return all
}

// darker is a colour for thin lines, where a tint would be too faint.
func darker(c drawing.Color) drawing.Color {
	part := func(v uint8) uint8 { return uint8(int(v) * 4 / 5) }
	return drawing.Color{R: part(c.R), G: part(c.G), B: part(c.B), A: 255}
}
