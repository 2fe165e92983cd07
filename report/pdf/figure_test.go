package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/channelreport/report/doc"
)

// bars is a chart of n partners, one of them with a long name.
func bars(n int) *doc.Chart {
	c := &doc.Chart{ID: "bars", Label: "图1", Caption: txt("各伙伴销售额与目标"), Kind: doc.Bar, Unit: "万元", Ticks: ticks(0, 100, 4),
		Series: []doc.Series{{Name: "销售额"}, {Name: "目标", Role: doc.Plan}}, Notes: [][]doc.Inline{txt("注：按销售额排列。")}}
	for i := range n {
		name := fmt.Sprintf("示例%03d号商贸有限公司", i)
		if i == n/2 {
			name += strings.Repeat("（集团）股份有限公司", 12)
		}
		c.Categories = append(c.Categories, name)
		for s := range c.Series {
			at := float64(i*7%400 + s)
			c.Series[s].Points = append(c.Series[s].Points, doc.Point{At: min(at, 400), Text: fmt.Sprintf("%.1f", at), Figure: -1})
		}
	}
	return c
}

// TestTallCharts: however many bars a chart has, all of it is on pages, with
// unit and legend on each, and under it the caption, continued from the second
// page on.
func TestTallCharts(t *testing.T) {
	th := newTheme("zh-CN")
	for n := 1; n <= 300; n++ {
		if testing.Short() && n%37 != 0 {
			continue
		}
		c := bars(n)
		p := lay(t, &doc.Document{Title: "标题", Lang: "zh-CN", Words: chineseWords, Sections: []doc.Block{para("正文。"), c}}, 0)
		checkInside(t, fmt.Sprintf("%d bars", n), p, th)
		var drawn strings.Builder
		var captions, ticks []string
		units := 0
		for i := range p.pages {
			for j := range p.pages[i].runs {
				switch r := &p.pages[i].runs[j]; {
				case r.role == roleChart:
					drawn.WriteString(r.text())
					if r.text() == "万元" {
						units++
					}
					if r.text() == "400" {
						ticks = append(ticks, r.text())
					}
				case r.role == roleCaption, r.role == roleContinued:
					captions = append(captions, r.text())
				}
			}
		}
		for _, name := range c.Categories {
			if !strings.Contains(drawn.String(), name) {
				t.Errorf("%d bars: no %s", n, name)
			}
		}
		want := []string{"图1　各伙伴销售额与目标"}
		for len(want) < units {
			want = append(want, "续图1　各伙伴销售额与目标")
		}
		if !slices.Equal(captions, want) || len(ticks) < units {
			t.Errorf("%d bars: captions %q, %d units, ticks %q", n, captions, units, ticks)
		}
	}
}

// checkInside reports what of a plan's pages stands outside the margins.
func checkInside(t *testing.T, name string, p *plan, th theme) {
	t.Helper()
	left, right, top, bottom := th.margin-pt/10, p.width-th.margin+pt/10, th.top, p.height-th.bottom+pt/10
	for i := range p.pages {
		for j := range p.pages[i].runs {
			r := &p.pages[i].runs[j]
			end := r.x + em(r.size, r.end())
			if r.turned == 0 && (r.x < left || end > right) {
				t.Errorf("%s, page %d: %q reaches from %d to %d", name, i+1, r.text(), r.x, end)
			}
			if r.role != roleRunning && r.role != roleDraft && (r.y < top || r.y > bottom) {
				t.Errorf("%s, page %d: %q stands at %d", name, i+1, r.text(), r.y)
			}
		}
		for _, s := range p.pages[i].shapes {
			for _, step := range s.path.Steps {
				x, y := s.x+scaled(step.X, s.unit), s.y+scaled(step.Y, s.unit)
				if x < left || x > right || y < top-pt/10 || y > bottom {
					t.Fatalf("%s, page %d: a path goes to %d,%d", name, i+1, x, y)
				}
			}
		}
	}
}
