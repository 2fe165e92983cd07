package chart

import (
	"slices"

	gochart "github.com/wcharczuk/go-chart/v2"

	"example.com/channelreport/report/doc"
)

// lines draws line series and returns where the picture ends. Actual series lie
// over the others. Their last values stand behind the line; the first of them
// has its highest, lowest and first value labelled too.
func (l *layout) lines(top int) int {
	f := l.frame(top)
	l.axis(f)
	l.baseline(f)
	if l.empty() {
		l.nothing(f)
	}
	var drawn [][]point // unbroken lines, for labels to keep clear of
	for _, actual := range []bool{false, true} {
		for s := len(l.chart.Series) - 1; s >= 0; s-- {
			if l.isActual(s) == actual {
				drawn = append(drawn, l.series(f, s)...)
			}
		}
	}
	l.lineLabels(f, drawn)
	return l.thinnedBelow(f)
}

func (l *layout) isActual(s int) bool { return l.chart.Series[s].Role == doc.Actual }

// endRoom is the room at the right that the actual series' last values need.
func (l *layout) endRoom() int {
	if l.chart.Kind != doc.Line {
		return 0
	}
	room := 0
	text := l.text("", smallSize, true)
	for s, series := range l.chart.Series {
		if t := tellingPoints(series.Points); l.isActual(s) && t.last >= 0 {
			room = max(room, text.measure(series.Points[t.last].Text)+clearance)
		}
	}
	return min(room, l.width/4)
}

// mostMarkers is how many categories a line may have and still mark each
// point. A point between two gaps is always marked.
const mostMarkers = 36

// series draws one series, with a gap where a point is missing, and returns
// its unbroken parts.
func (l *layout) series(f frame, s int) [][]point {
	var parts [][]point
	var part []point
	end := func() {
		if len(part) > 0 {
			parts = append(parts, part)
			part = nil
		}
	}
	for i, p := range l.chart.Series[s].Points {
		if p.Missing {
			end()
			continue
		}
		part = append(part, point{f.x(i), f.y(p.At)})
	}
	end()
	for _, part := range parts {
		l.stroke(l.looks[s], part)
	}
	for _, part := range parts {
		if f.categories > mostMarkers && len(part) > 1 {
			continue
		}
		for _, at := range part {
			l.marker(l.looks[s], at)
		}
	}
	return parts
}

// telling are the points of a series that are worth a label, -1 where all are
// missing. Of several highest or lowest it is the latest.
type telling struct{ first, last, low, high int }

func tellingPoints(points []doc.Point) telling {
	t := telling{-1, -1, -1, -1}
	for i, p := range points {
		if p.Missing {
			continue
		}
		if t.first < 0 {
			t = telling{i, i, i, i}
		}
		if p.At <= points[t.low].At {
			t.low = i
		}
		if p.At >= points[t.high].At {
			t.high = i
		}
		t.last = i
	}
	return t
}

// lineLabels writes values beside points of the actual series, each only where
// it keeps clear of lines and of the labels before.
func (l *layout) lineLabels(f frame, drawn [][]point) {
	var taken []gochart.Box
	put := func(s, i int, bold bool, places ...place) {
		p := l.chart.Series[s].Points[i]
		text := l.text(p.Text, smallSize, bold)
		if box, ok := l.room(f, text, point{f.x(i), f.y(p.At)}, places, taken, drawn); ok {
			taken = append(taken, box)
			l.put(text, box.Left, text.baseline((box.Top+box.Bottom)/2))
		}
	}
	main := true
	for s, series := range l.chart.Series {
		t := tellingPoints(series.Points)
		if !l.isActual(s) || t.last < 0 {
			continue
		}
		put(s, t.last, true, behind)
		if main {
			done := map[int]bool{t.last: true}
			for _, i := range []int{t.high, t.low, t.first} {
				places := []place{above, below}
				if i == t.low && t.low != t.high {
					slices.Reverse(places)
				}
				if !done[i] {
					put(s, i, false, places...)
				}
				done[i] = true
			}
		}
		main = false
	}
}

// clearance is the distance of a label from its point.
const clearance = 7 * pt / 2

// height is about that of a text's digits.
func (t label) height() int { return t.size * 4 / 5 }

// A place is where a label stands beside its point.
type place uint8

const (
	above place = iota
	below
	behind
)

// box is where a label in this place stands, moved so far from where it would
// best stand.
func (where place) box(t label, at point, moved int) gochart.Box {
	left, top := at.x-t.width()/2, 0
	switch where {
	case above:
		top = at.y - clearance - t.height() - moved
	case below:
		top = at.y + clearance + moved
	case behind:
		left, top = at.x+clearance, at.y-t.height()/2+moved
	}
	return gochart.NewBox(top, left, left+t.width(), top+t.height())
}

// room finds where a label has room: inside the plot, clear of all lines and
// labels, and, if that can be had nearby, clear of the lines of the ticks.
func (l *layout) room(f frame, t label, at point, places []place, taken []gochart.Box, drawn [][]point) (gochart.Box, bool) {
	for _, crossing := range []bool{false, true} {
		for _, where := range places {
			for _, moved := range []int{0, 2 * pt, -2 * pt, 4 * pt, -4 * pt, 6 * pt} {
				if moved < 0 && where != behind {
					continue
				}
				box := where.box(t, at, moved)
				if shift := f.left + leading/2 - box.Left; shift > 0 { // not to be read as a tick
					box.Left, box.Right = box.Left+shift, box.Right+shift
				}
				if box.Right > l.width || box.Top < f.top-leading || box.Bottom > f.bottom || !clear(box, taken, drawn) {
					continue
				}
				if crossing || !l.onTick(f, box) {
					return box, true
				}
			}
		}
	}
	return gochart.Box{}, false
}

// onTick reports whether the line of a tick runs through a box.
func (l *layout) onTick(f frame, b gochart.Box) bool {
	for _, t := range l.chart.Ticks {
		if y := f.y(t.At); b.Top-pt/2 < y && y < b.Bottom+pt/2 {
			return true
		}
	}
	return false
}

// clear reports whether a box keeps clear of other boxes and of all lines.
func clear(box gochart.Box, taken []gochart.Box, drawn [][]point) bool {
	if near(box, taken) {
		return false
	}
	for _, part := range drawn {
		for i, at := range part {
			if inside(box, at) || i > 0 && crosses(box, part[i-1], at) {
				return false
			}
		}
	}
	return true
}

func inside(b gochart.Box, p point) bool {
	return b.Left <= p.x && p.x <= b.Right && b.Top <= p.y && p.y <= b.Bottom
}

// crosses reports whether a straight line meets one of a box's diagonals, as
// every line through the box from outside does.
func crosses(b gochart.Box, from, to point) bool {
	nw, ne := point{b.Left, b.Top}, point{b.Right, b.Top}
	sw, se := point{b.Left, b.Bottom}, point{b.Right, b.Bottom}
	return meet(from, to, nw, se) || meet(from, to, ne, sw)
}

// meet reports whether two straight lines have a point in common, but for
// lines that lie on each other.
func meet(a, b, c, d point) bool {
	return side(a, b, c)*side(a, b, d) <= 0 && side(c, d, a)*side(c, d, b) <= 0
}

// side tells on which side of the line from a to b a point lies: -1, 0 or 1.
func side(a, b, p point) int {
	ab := int64(b.x-a.x) * int64(p.y-a.y)
	ap := int64(b.y-a.y) * int64(p.x-a.x)
	switch {
	case ab < ap:
		return -1
	case ab > ap:
		return 1
	}
	return 0
}
