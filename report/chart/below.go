package chart

import (
	"slices"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// categoriesBelow draws all category labels and returns where they end.
func (l *layout) categoriesBelow(f frame) int {
	all := make([]int, f.categories)
	for i := range all {
		all[i] = i
	}
	return l.labelsBelow(f, all, f.slot()-leading/3)
}

// labelsBelow draws some of the category labels, each in lines up to limit wide
// unless a word is wider, and returns where they end.
func (l *layout) labelsBelow(f frame, chosen []int, limit int) int {
	top := f.bottom + leading/4
	if l.values.Min < 0 {
		top = f.bottom + leading
	}
	bottom := top
	for _, i := range chosen {
		lines, box := l.labelBelow(f, i, limit)
		text := l.text("", labelSize, false)
		for n, line := range lines {
			l.putMiddle(text.with(line), (box.Left+box.Right)/2, top+n*leading+leading*3/4)
		}
		bottom = max(bottom, top+len(lines)*leading)
	}
	return bottom + leading/4
}

// labelBelow returns the lines of a category label, and from where to where
// they reach: around the category's middle, but inside the picture.
func (l *layout) labelBelow(f frame, i, limit int) ([]string, gochart.Box) {
	text := l.text("", labelSize, false)
	lines, _ := wrap(l.chart.Categories[i], limit, text.measure)
	half := 0
	for _, line := range lines {
		half = max(half, (text.measure(line)+1)/2)
	}
	middle := min(max(f.x(i), half), l.width-half)
	return lines, gochart.NewBox(0, middle-half, middle+half, len(lines))
}

// thinnedBelow draws as many category labels as fit and returns where they end:
// the first of each year, the last, and others at even steps.
func (l *layout) thinnedBelow(f frame) int {
	for step := 1; step < f.categories; step++ {
		limit := max(step*f.slot()-leading/3, l.widestYear())
		if chosen, ok := l.thinned(f, step, limit); ok {
			return l.labelsBelow(f, chosen, limit)
		}
	}
	if f.categories == 0 {
		return l.labelsBelow(f, nil, l.width)
	}
	return l.labelsBelow(f, []int{f.categories - 1}, l.width/2)
}

// thinned chooses category labels: those of years, the last, and every step-th,
// counted from a year if there is one. It reports whether all stand in at most
// two lines of a width, clear of each other, but for those near the ends, which
// are left out where they are in the way.
func (l *layout) thinned(f frame, step, limit int) ([]int, bool) {
	n := f.categories
	years := l.years()
	from := n - 1
	for i := n - 1; i > 0; i-- {
		if years[i] {
			from = i
		}
	}
	var boxes []gochart.Box
	var chosen []int
	choose := func(i int) (clear, whole bool) {
		lines, box := l.labelBelow(f, i, limit)
		text := l.text("", labelSize, false)
		whole = len(lines) <= 2 && widest(l.chart.Categories[i], text.measure) <= limit
		if near(gochart.NewBox(0, box.Left, box.Right, 1), boxes) {
			return false, whole
		}
		boxes, chosen = append(boxes, gochart.NewBox(0, box.Left, box.Right, 1)), append(chosen, i)
		return true, whole
	}
	for _, kind := range []func(i int) bool{
		func(i int) bool { return years[i] && i > 0 },
		func(i int) bool { return i == n-1 && !years[i] },
		func(i int) bool { return years[i] && i == 0 },
		func(i int) bool { return i < n-1 && !years[i] && (i-from)%step == 0 },
	} {
		for i := range n {
			if !kind(i) {
				continue
			}
			if clear, whole := choose(i); !whole || !clear && i > step && i < n-1-step {
				return nil, false
			}
		}
	}
	slices.Sort(chosen)
	return chosen, true
}

// years marks the categories that name a year where not all do: a month axis
// names it with its first month and with each January.
func (l *layout) years() []bool {
	years, count := make([]bool, len(l.chart.Categories)), 0
	for i, c := range l.chart.Categories {
		if years[i] = namesYear(c); years[i] {
			count++
		}
	}
	if count == len(years) {
		return make([]bool, len(years))
	}
	return years
}

// namesYear reports whether a text has four digits in a row.
func namesYear(text string) bool {
	digits := 0
	for _, r := range text {
		if digits++; r < '0' || r > '9' {
			digits = 0
		}
		if digits == 4 {
			return true
		}
	}
	return false
}

// widestYear is how wide the widest word is among the labels that name years.
func (l *layout) widestYear() int {
	text, most := l.text("", labelSize, false), 0
	for i, year := range l.years() {
		if year {
			most = max(most, widest(l.chart.Categories[i], text.measure))
		}
	}
	return most
}
