package chart

import (
	"fmt"
	"math"

	gochart "github.com/wcharczuk/go-chart/v2"

	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/internal/typeset"
)

// Options say how a chart is drawn. The zero Options are the defaults.
type Options struct {
	Width   int32           // of the scene, in units; 0 is 450 points
	Missing string          // stands where a value is missing; "" is —
	Lang    string          // BCP 47 tag of the chart's texts
	Measure typeset.Measure // of the font; nil is the embedded default font
}

// leastWidth is what a picture needs to be one.
const leastWidth = 120 * pt

// Draw lays a chart out. The scene is as wide as asked for and as high as the
// chart needs; nothing of its text is cut or left out, but value labels that
// have no room and, along a line, category labels between others.
//
// A chart without any value is drawn as its empty axes with the mark for
// missing values. An error means that the chart contradicts itself: a series
// with more or fewer points than categories, a position that is no finite
// number, ticks out of order, or a point outside them.
//
// Draw keeps no state and is safe for concurrent use.
func Draw(c *doc.Chart, o Options) (*Scene, error) {
	scenes, err := Split(c, o, math.MaxInt32)
	if err != nil {
		return nil, err
	}
	return scenes[0], nil
}

// Split is Draw for paper: lying bars that would stand higher than height, in
// units, are parted into as few scenes as hold them, each with unit, legend and
// value axis. Other pictures, and a single bar, are as high as they must be.
func Split(c *doc.Chart, o Options, height int32) (scenes []*Scene, err error) {
	fail := func(err error) ([]*Scene, error) { return nil, fmt.Errorf("chart %q: %w", c.ID, err) }
	if err := check(c); err != nil {
		return fail(err)
	}
	values, err := span(c)
	if err != nil {
		return fail(err)
	}
	if o.Width == 0 {
		o.Width = 450 * pt
	}
	if o.Width < leastWidth {
		return fail(fmt.Errorf("%s points are too narrow to draw in", points(o.Width)))
	}
	if o.Missing == "" {
		o.Missing = "—"
	}
	if o.Measure == nil {
		o.Measure = typeset.Default()
	}
	defer func() {
		if p := recover(); p != nil {
			scenes, err = fail(fmt.Errorf("drawing failed: %v", p))
		}
	}()
	draw := func(l *layout) *Scene {
		scene := &Scene{Title: title(c), Desc: c.Alt, Lang: o.Lang, Width: o.Width}
		r := newRecorder(scene, o.Measure)
		l.pen = pen{r, r.regular, r.bold}
		scene.Height = int32(l.draw())
		return scene
	}
	l := &layout{
		chart: c, values: values, looks: looks(c.Series), missing: o.Missing, width: int(o.Width), to: len(c.Categories),
	}
	whole := draw(l)
	if whole.Height <= height || !l.lying {
		return []*Scene{whole}, nil
	}
	for _, to := range l.parts(int(whole.Height), int(height)) {
		l.to = to
		scenes = append(scenes, draw(l))
		l.from = to
	}
	return scenes, nil
}

// title is the chart's name: its label and caption, or its description.
func title(c *doc.Chart) string {
	caption := doc.PlainText(c.Caption)
	switch {
	case c.Label == "" && caption == "":
		return c.Alt
	case c.Label == "" || caption == "":
		return c.Label + caption
	}
	return c.Label + " " + caption
}

// check finds what makes a chart impossible to draw.
func check(c *doc.Chart) error {
	if c.Kind != doc.Bar && c.Kind != doc.Line {
		return fmt.Errorf("unknown kind %d", c.Kind)
	}
	for _, s := range c.Series {
		if s.Role > doc.Forecast {
			return fmt.Errorf("series %q: unknown role %d", s.Name, s.Role)
		}
		if len(s.Points) != len(c.Categories) {
			return fmt.Errorf("series %q: %d points for %d categories", s.Name, len(s.Points), len(c.Categories))
		}
		for i, p := range s.Points {
			if !p.Missing && !finite(p.At) {
				return fmt.Errorf("series %q: point %q: %v is no position", s.Name, c.Categories[i], p.At)
			}
		}
	}
	for i, t := range c.Ticks {
		if !finite(t.At) || i > 0 && t.At <= c.Ticks[i-1].At {
			return fmt.Errorf("tick %q: %v is no position or not above the one before", t.Text, t.At)
		}
	}
	return nil
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// span returns the range of the value axis: that of its ticks, from zero on
// for bars. Without two ticks to span, it is what zero and all points need.
func span(c *doc.Chart) (gochart.ContinuousRange, error) {
	var lo, hi float64
	given := len(c.Ticks) >= 2
	if given {
		lo, hi = c.Ticks[0].At, c.Ticks[len(c.Ticks)-1].At
	}
	if c.Kind == doc.Bar {
		lo, hi = min(lo, 0), max(hi, 0)
	}
	// A point may stand outside by what conversion to float64 costs, no more.
	slack := (hi - lo) / 1e9
	least, most := lo-slack, hi+slack
	for _, s := range c.Series {
		for i, p := range s.Points {
			switch {
			case p.Missing:
			case !given:
				lo, hi = min(lo, p.At), max(hi, p.At)
			case p.At < least || p.At > most:
				return gochart.ContinuousRange{}, fmt.Errorf("series %q: point %q at %v is outside the ticks", s.Name, c.Categories[i], p.At)
			}
		}
	}
	for _, t := range c.Ticks {
		lo, hi = min(lo, t.At), max(hi, t.At)
	}
	if lo == hi {
		hi = 1 // all is zero
	}
	if !finite(hi - lo) {
		return gochart.ContinuousRange{}, fmt.Errorf("values from %v to %v are too far apart", lo, hi)
	}
	return gochart.ContinuousRange{Min: lo, Max: hi}, nil
}
