package chart_test

import (
	"strconv"
	"strings"
	"testing"

	"example.com/channelreport/report/chart"
	"example.com/channelreport/report/doc"
)

// TestYears: on an axis of months the last label and every January's are there,
// in every width, and no label stands on another.
func TestYears(t *testing.T) {
	for start := range 12 {
		for n := 2; n <= 37; n += 5 {
			c := &doc.Chart{Kind: doc.Line, Unit: "元", Series: []doc.Series{wave("", doc.Actual, n, start)}, Ticks: ticks("0", "500,000", "1,000,000")}
			for i := range n {
				month := start + i
				name := strconv.Itoa(month%12+1) + "月"
				if i == 0 || month%12 == 0 {
					name = strconv.Itoa(2025+month/12) + "年" + name
				}
				c.Categories = append(c.Categories, name)
			}
			for _, width := range []int32{300, 441, 600} {
				scene := draw(t, c, chart.Options{Width: width * chart.UnitsPerPoint})
				sound(t, c, scene)
				var texts []*chart.Text
				for _, it := range scene.Items {
					if text, ok := it.(*chart.Text); ok {
						texts = append(texts, text)
					}
				}
				drawn := letters(texts)
				for i, name := range c.Categories {
					if (start+i)%12 == 0 || i == n-1 && i > 1 {
						if i == n-1 && (start+i)%12 < 4 {
							continue // January may need its room
						}
						if !strings.Contains(drawn, name) {
							t.Errorf("%d months from %s, width %d: no %s in %s", n, c.Categories[0], width, name, drawn)
						}
					}
				}
			}
		}
	}
}

// TestSplit: parts of a picture are as wide as it is, laid out alike, no higher
// than asked for, and together have all its bars.
func TestSplit(t *testing.T) {
	c := *sample(t, "bars-lying")
	whole := draw(t, &c, chart.Options{})
	bars := func(s *chart.Scene) (n int) {
		for _, it := range s.Items {
			if p, ok := it.(*chart.Path); ok && p.Fill.Set {
				n++
			}
		}
		return n
	}
	const legend = 2
	for height := whole.Height + 1; height > 100*chart.UnitsPerPoint; height -= 15 * chart.UnitsPerPoint {
		parts, err := chart.Split(&c, chart.Options{}, height)
		if err != nil {
			t.Fatal(err)
		}
		all := legend
		for _, s := range parts {
			sound(t, &doc.Chart{Kind: doc.Bar, Unit: c.Unit, Series: c.Series}, s)
			if all += bars(s) - legend; s.Height > height || s.Width != whole.Width {
				t.Errorf("in %d parts no higher than %d one is %dx%d", len(parts), height, s.Width, s.Height)
			}
		}
		if all != bars(whole) {
			t.Errorf("%d parts have %d bars, the whole %d", len(parts), all, bars(whole))
		}
	}
}

// TestBarLabels: labels of neighbouring bars do not touch, whatever they say;
// with little room they are smaller, then staggered, then the actual ones alone.
func TestBarLabels(t *testing.T) {
	for digits := 1; digits <= 12; digits++ {
		for n := 1; n <= 8; n++ {
			c := &doc.Chart{Kind: doc.Bar, Unit: "元", Series: []doc.Series{{Name: "销售额"}, {Name: "目标", Role: doc.Plan}}, Ticks: ticks("0", "50", "100")}
			for i := range n {
				c.Categories = append(c.Categories, strconv.Itoa(i+1)+"区")
				for s := range c.Series {
					c.Series[s].Points = append(c.Series[s].Points, doc.Point{At: float64(90 - i - s), Text: strings.Repeat("8", digits), Figure: -1})
				}
			}
			scene := draw(t, c, chart.Options{Width: 441 * chart.UnitsPerPoint})
			sound(t, c, scene)
			labels := 0
			for _, it := range scene.Items {
				if text, ok := it.(*chart.Text); ok && strings.Trim(text.Text, "8") == "" {
					labels++
				}
			}
			if labels != 2*n && labels != n && (labels != 0 || n*digits < 40) {
				t.Errorf("%d bars of two series with %d digits have %d labels", n, digits, labels)
			}
		}
	}
}
