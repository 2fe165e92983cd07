package chart

import (
	gochart "github.com/wcharczuk/go-chart/v2"

	"example.com/channelreport/report/doc"
)

// A frame is a plot whose value axis stands upright: where it is, and how
// categories and values translate to places in it.
type frame struct {
	left, right, top, bottom int
	values                   gochart.ContinuousRange
	categories               int
}

// x is the middle of a category's slot.
func (f frame) x(i int) int { return f.left + (2*i+1)*(f.right-f.left)/(2*max(1, f.categories)) }

// slot is the room of one category.
func (f frame) slot() int { return (f.right - f.left) / max(1, f.categories) }

// y is the height of a value.
func (f frame) y(at float64) int {
	at = min(max(at, f.values.Min), f.values.Max)
	return f.bottom - f.values.Translate(at)
}

// base is the height of zero, or of what of the axis is nearest to it.
func (f frame) base() int { return f.y(0) }

// frame lays out the plot below the header. Room for labels is kept above and
// below it, and behind the last point of a line. An empty plot is low.
func (l *layout) frame(top int) frame {
	ticks := l.text("", smallSize, false)
	gutter := 0
	for _, t := range l.chart.Ticks {
		gutter = max(gutter, ticks.measure(t.Text)+leading/3)
	}
	f := frame{
		left: min(gutter, l.width/2), right: l.width, top: top + leading,
		values: l.values, categories: len(l.chart.Categories),
	}
	if room := l.endRoom(); room > 0 {
		// Half a slot is behind the last point anyway: right-slot/2+room = width.
		halves := 2 * f.categories
		f.right = min(f.right, ((l.width-room)*halves-f.left)/(halves-1))
	}
	f.bottom = f.top + plotHeight
	if l.empty() {
		f.bottom = f.top + plotHeight/3
	}
	f.values.Domain = f.bottom - f.top
	return f
}

// axis draws the ticks with their lines, and the base line.
func (l *layout) axis(f frame) {
	last := f.bottom + leading
	for _, t := range l.chart.Ticks {
		y := f.y(t.At)
		if y != f.base() {
			l.rule(f.left, y, l.width, y, hairline, gridColor)
		}
		if last-y < smallSize { // labels do not stand upon each other
			continue
		}
		last = y
		text := l.text(t.Text, smallSize, false).ink(quietColor)
		l.putEnd(text, f.left-leading/3, text.baseline(y))
	}
}

// baseline draws the line that bars stand on, over them.
func (l *layout) baseline(f frame) {
	l.rule(f.left, f.base(), l.width, f.base(), thinLine, axisColor)
}

// mostLines is how many lines a category label below a plot may take.
const mostLines = 3

// upright reports whether every category label fits below its bars; if not,
// bars lie.
func (l *layout) upright() bool {
	f := l.frame(0)
	if len(l.chart.Categories)*len(l.chart.Series) > 72 {
		return false
	}
	text := l.text("", labelSize, false)
	for _, c := range l.chart.Categories {
		if lines, whole := wrap(c, f.slot()-leading/3, text.measure); !whole || len(lines) > mostLines {
			return false
		}
	}
	return true
}

// columns draws upright bars and returns where the picture ends.
func (l *layout) columns(top int) int {
	f := l.frame(top)
	l.axis(f)
	bars := l.bars(f)
	for s, row := range bars {
		for i, b := range row {
			switch p := l.chart.Series[s].Points[i]; {
			case p.Missing:
				mark := l.text(l.missing, smallSize, false).ink(quietColor)
				l.putMiddle(mark, (b.Left+b.Right)/2, f.base()-leading/4)
			default:
				l.bar(l.looks[s], b)
			}
		}
	}
	l.baseline(f)
	if len(bars) == 0 || f.categories == 0 {
		l.nothing(f)
	}
	l.barLabels(f, bars)
	return l.categoriesBelow(f)
}

// nothing marks a plot without any value.
func (l *layout) nothing(f frame) {
	mark := l.text(l.missing, labelSize, false).ink(quietColor)
	l.putMiddle(mark, (f.left+f.right)/2, mark.baseline((f.top+f.bottom)/2))
}

// bars returns the box of each bar, by series and category. A missing one has
// its width and no height.
func (l *layout) bars(f frame) [][]gochart.Box {
	n := len(l.chart.Series)
	if n == 0 {
		return nil
	}
	pitch := min(f.slot()*4/5/n, 40*pt)
	gap := 0
	if pitch > 6*pt {
		gap = pt
	}
	boxes := make([][]gochart.Box, n)
	for s := range boxes {
		boxes[s] = make([]gochart.Box, f.categories)
		for i := range boxes[s] {
			left := f.x(i) - n*pitch/2 + s*pitch
			y := f.base()
			if p := l.chart.Series[s].Points[i]; !p.Missing {
				y = f.y(p.At)
			}
			boxes[s][i] = gochart.NewBox(min(y, f.base()), left, left+max(1, pitch-gap), max(y, f.base()))
		}
	}
	return boxes
}

// barLabels puts values at the ends of bars: on all series if these have room
// in one of two sizes, or with some a line further from their bars, else on the
// actual ones alone, else on none.
func (l *layout) barLabels(f frame, bars [][]gochart.Box) {
	var all, actual []int
	for s, series := range l.chart.Series {
		all = append(all, s)
		if series.Role == doc.Actual {
			actual = append(actual, s)
		}
	}
	for _, chosen := range [][]int{all, actual} {
		for _, levels := range []int{1, 2} {
			for _, size := range []int{smallSize, smallSize * 7 / 8} {
				if boxes, ok := l.fitAll(f, bars, chosen, size, levels); ok {
					for i, s := range chosen {
						l.putLabels(s, size, boxes[i])
					}
					return
				}
			}
		}
	}
}

// fitAll returns the boxes of the value labels of some series in a size, and
// whether all have room.
func (l *layout) fitAll(f frame, bars [][]gochart.Box, series []int, size, levels int) ([][]gochart.Box, bool) {
	var taken []gochart.Box
	all := make([][]gochart.Box, len(series))
	for i := range f.categories {
		for k, s := range series {
			box, ok := l.fitLabel(f, bars, s, i, size, levels, taken)
			if !ok {
				return nil, false
			}
			if box.IsSet {
				taken = append(taken, box)
			}
			all[k] = append(all[k], box)
		}
	}
	return all, true
}

// labelGap is the least distance between two labels side by side, so that they
// are not read as one number.
const labelGap = 3 * pt

// fitLabel returns the box of a bar's value label, at its end or up to so many
// levels less one further away, and whether it is clear of bars and of the
// labels set before.
func (l *layout) fitLabel(f frame, bars [][]gochart.Box, series, i, size, levels int, taken []gochart.Box) (gochart.Box, bool) {
	p, b := l.chart.Series[series].Points[i], bars[series][i]
	if p.Missing || p.Text == "" {
		return gochart.Box{}, true
	}
	text := l.text("", size, false)
	w, middle := text.measure(p.Text), (b.Left+b.Right)/2
	for level := range levels {
		lift := level * size
		box := gochart.NewBox(b.Top-size-lift, middle-w/2, middle-w/2+w, b.Top-pt-lift)
		if p.At < 0 {
			box.Top, box.Bottom = b.Bottom+pt+lift, b.Bottom+size+lift
		}
		if box.Left >= f.left && box.Right <= f.right && box.Top >= f.top-leading && free(box, bars, taken) {
			return box, true
		}
	}
	return gochart.Box{}, false
}

// free reports whether a label's box is clear of all bars and at a distance
// from other labels.
func free(box gochart.Box, bars [][]gochart.Box, taken []gochart.Box) bool {
	for _, row := range bars {
		for _, other := range row {
			if overlap(box, other) {
				return false
			}
		}
	}
	return !near(box, taken)
}

// near reports whether a label's box touches one of others or all but touches
// it.
func near(box gochart.Box, others []gochart.Box) bool {
	box.Left, box.Right = box.Left-labelGap, box.Right+labelGap
	for _, other := range others {
		if overlap(box, other) {
			return true
		}
	}
	return false
}

// putLabels draws the value labels of a series in their boxes.
func (l *layout) putLabels(series, size int, boxes []gochart.Box) {
	for i, b := range boxes {
		if b.IsSet {
			text := l.text(l.chart.Series[series].Points[i].Text, size, false)
			l.putMiddle(text, (b.Left+b.Right)/2, text.baseline((b.Top+b.Bottom)/2))
		}
	}
}

// overlap reports whether two boxes have more than an edge in common.
func overlap(a, b gochart.Box) bool {
	return a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom
}
