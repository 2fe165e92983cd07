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
	put := func(s, i int, bold bool, place ...func(label, point) gochart.Box) {
		p := l.chart.Series[s].Points[i]
		text := l.text(p.Text, smallSize, bold)
		for _, at := range place {
			box := at(text, point{f.x(i), f.y(p.At)})
			if box.Bottom > f.bottom || !clear(box, taken, drawn) {
				continue
			}
			taken = append(taken, box)
			l.put(text, box.Left, text.baseline((box.Top+box.Bottom)/2))
			return
		}
	}
	main := true
	for s, series := range l.chart.Series {
		t := tellingPoints(series.Points)
		if !l.isActual(s) || t.last < 0 {
			continue
		}
		put(s, t.last, true, label.behind)
		if main {
			done := map[int]bool{t.last: true}
			for _, i := range []int{t.high, t.low, t.first} {
				places := []func(label, point) gochart.Box{label.above, label.below}
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

// above, below and behind return the box of a label beside a point.
func (t label) above(at point) gochart.Box {
	left := at.x - t.width()/2
	return gochart.NewBox(at.y-clearance-t.height(), left, left+t.width(), at.y-clearance)
}

func (t label) below(at point) gochart.Box {
	left := at.x - t.width()/2
	return gochart.NewBox(at.y+clearance, left, left+t.width(), at.y+clearance+t.height())
}

func (t label) behind(at point) gochart.Box {
	left := at.x + clearance
	return gochart.NewBox(at.y-t.height()/2, left, left+t.width(), at.y+t.height()/2)
}

// clear reports whether a box touches no other box and no line.
func clear(box gochart.Box, taken []gochart.Box, drawn [][]point) bool {
	for _, other := range taken {
		if overlap(box, other) {
			return false
		}
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

// thinnedBelow draws as many category labels as fit, the last always, and
// returns where they end.
func (l *layout) thinnedBelow(f frame) int {
	for step := 1; step < f.categories; step++ {
		if limit := step*f.slot() - leading/3; l.fits(f, step, limit) {
			return l.labelsBelow(f, step, limit)
		}
	}
	return l.labelsBelow(f, max(1, f.categories), l.width/2)
}

// fits reports whether every step-th category label, counted from the last,
// stands in at most two lines of a width and clear of the label before.
func (l *layout) fits(f frame, step, limit int) bool {
	text := l.text("", labelSize, false)
	free := -l.width
	for i := (f.categories - 1) % step; i < f.categories; i += step {
		lines, whole := wrap(l.chart.Categories[i], limit, text.measure)
		if !whole || len(lines) > 2 {
			return false
		}
		half := 0
		for _, line := range lines {
			half = max(half, text.measure(line)/2)
		}
		middle := min(f.x(i), l.width-half)
		if middle-half < free {
			return false
		}
		free = middle + half + leading/4
	}
	return true
}
