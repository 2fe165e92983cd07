package chart

import (
	gochart "github.com/wcharczuk/go-chart/v2"
)

// rows draws lying bars, one row a category with its label at the left, where
// labels are too long or too many to stand below. It returns where the picture
// ends. Of a picture in parts each is laid out as the whole is.
func (l *layout) rows(top int) int {
	text := l.text("", labelSize, false)
	values := l.text("", smallSize, false)
	if l.labels == nil {
		l.labels = l.rowLabels()
	}
	gutter := 0
	for _, lines := range l.labels {
		for _, line := range lines {
			gutter = max(gutter, text.measure(line))
		}
	}
	before, after := 0, 0 // room for value labels at the ends of the axis
	for _, s := range l.chart.Series {
		for _, p := range s.Points {
			switch {
			case p.Missing || p.At == 0:
				after = max(after, values.measure(p.Text), values.measure(l.missing))
			case p.At < 0:
				before = max(before, values.measure(p.Text))
			default:
				after = max(after, values.measure(p.Text))
			}
		}
	}
	labelled := before+after < l.width/3
	if !labelled {
		before, after = 0, values.measure(l.missing)
	}
	f := rowFrame{left: gutter + leading/2 + before, right: l.width - after - leading/3, values: l.values}
	f.values.Domain = f.right - f.left
	f.top = top + leading/2
	f.bottom = f.top
	for _, lines := range l.labels[l.from:l.to] {
		f.bottom += l.rowHeight(lines)
	}
	l.uprightTicks(f)
	y := f.top
	for i := l.from; i < l.to; i++ {
		lines := l.labels[i]
		height := l.rowHeight(lines)
		middle := y + height/2
		for n, line := range lines {
			t := text.with(line)
			l.putEnd(t, gutter, t.baseline(middle+(2*n-len(lines)+1)*leading/2))
		}
		l.row(f, i, middle, labelled)
		y += height
	}
	l.rule(f.base(), f.top, f.base(), f.bottom, thinLine, axisColor)
	return f.bottom + leading + leading/4
}

// A rowFrame is a plot whose value axis lies.
type rowFrame struct {
	left, right, top, bottom int
	values                   gochart.ContinuousRange
}

func (f rowFrame) x(at float64) int {
	return f.left + f.values.Translate(min(max(at, f.values.Min), f.values.Max))
}

func (f rowFrame) base() int { return f.x(0) }

// thickness is the room of one lying bar.
func (l *layout) thickness() int {
	if len(l.chart.Series) == 1 {
		return 11 * pt
	}
	return 9 * pt
}

func (l *layout) rowHeight(lines []string) int {
	return max(len(l.chart.Series)*l.thickness(), len(lines)*leading) + 6*pt
}

// rowLabels are the lines of each row's label.
func (l *layout) rowLabels() [][]string {
	text := l.text("", labelSize, false)
	labels := make([][]string, len(l.chart.Categories))
	for i, c := range l.chart.Categories {
		labels[i], _ = wrap(c, l.width*2/5, text.measure)
	}
	return labels
}

// parts cuts a picture that is whole high into parts no higher than room: as
// many rows in each as fit, one at least, and a few in the last.
func (l *layout) parts(whole, room int) []int {
	heights := make([]int, len(l.labels))
	for i, lines := range l.labels {
		heights[i] = l.rowHeight(lines)
		whole -= heights[i]
	}
	room -= whole // header and axis are in every part
	var ends []int
	used, start := 0, 0
	for i, h := range heights {
		if used > 0 && used+h > room {
			ends, used, start = append(ends, i), 0, i
		}
		used += h
	}
	const few = 3
	if n := len(ends); n > 0 {
		before := 0
		if n > 1 {
			before = ends[n-2]
		}
		for ends[n-1]-before > few && len(heights)-start < few && used+heights[start-1] <= room {
			start--
			used += heights[start]
			ends[n-1] = start
		}
	}
	return append(ends, len(heights))
}

// uprightTicks draws the lines of the ticks and, where these have room, their
// labels below.
func (l *layout) uprightTicks(f rowFrame) {
	free := 0
	for _, t := range l.chart.Ticks {
		x := f.x(t.At)
		if x != f.base() {
			l.rule(x, f.top, x, f.bottom, hairline, gridColor)
		}
		text := l.text(t.Text, smallSize, false).ink(quietColor)
		half := text.width() / 2
		middle := min(max(x, half), l.width-half)
		if middle-half < free {
			continue
		}
		free = middle + half + leading/2
		l.putMiddle(text, middle, f.bottom+leading)
	}
}

// row draws the bars of a category around a height, with their values.
func (l *layout) row(f rowFrame, category, middle int, labelled bool) {
	n, thick := len(l.chart.Series), l.thickness()
	for s, k := range l.looks {
		p := l.chart.Series[s].Points[category]
		top := middle - n*thick/2 + s*thick
		value := l.text(p.Text, smallSize, false)
		y := value.baseline(top + (thick-pt)/2)
		if p.Missing {
			l.put(value.with(l.missing).ink(quietColor), f.base()+leading/4, y)
			continue
		}
		x := f.x(p.At)
		l.bar(k, gochart.NewBox(top, min(x, f.base()), max(x, f.base()), top+thick-pt))
		switch {
		case !labelled:
		case p.At < 0:
			l.putEnd(value, x-leading/4, y)
		default:
			l.put(value, x+leading/4, y)
		}
	}
}
