package pdf

import (
	"slices"
	"strings"
	"testing"

	"example.com/channelreport/report/doc"
)

// TestFiguresStayWhole: whatever the names beside them are, figures with their
// units stand on one line each, those of the bold total too, and a title is not
// broken inside a phrase.
func TestFiguresStayWhole(t *testing.T) {
	for _, name := range []string{
		"华东", strings.Repeat("https://example.com/a", 20), strings.Repeat("示例商贸有限公司", 30), strings.Repeat("Example Trading Company ", 12),
	} {
		table := &doc.Table{Label: "表1", Caption: txt("各伙伴销售情况"), Unit: "单位：万元",
			Columns: columns("伙伴", ">销售额", ">目标", ">完成率", ">同比", ">占比", ">同比拉动（百分点）", ">占比同比变化（百分点）")}
		var figures []string
		for range 3 {
			row := []string{"1,176.0", "1,058.4万元", "98.1%", "−11.1%", "35.2%", "4.6个百分点", "4.53分（满分5分）"}
			table.Rows = append(table.Rows, doc.Row{Cells: cells(append([]string{name}, row...)...)})
			figures = append(figures, row...)
		}
		total := []string{"123,176.0", "123,058.4万元", "100.0%", "基数为零", "100.0%", "12.3个百分点", "—"}
		table.Rows = append(table.Rows, doc.Row{Kind: doc.TotalRow, Cells: cells(append([]string{"合计"}, total...)...)})
		figures = append(figures, total...)
		p := lay(t, &doc.Document{Title: "标题", Lang: "zh-CN", Words: chineseWords, Sections: []doc.Block{table}}, 0)
		var texts, titles []string
		for i := range p.pages {
			for j := range p.pages[i].runs {
				switch r := &p.pages[i].runs[j]; r.role {
				case roleCell:
					texts = append(texts, r.text())
				case roleColumn:
					titles = append(titles, r.text())
				}
			}
		}
		for _, f := range figures {
			if !slices.Contains(texts, f) {
				t.Errorf("beside %.20s…: %s is not on a line of its own: %q", name, f, texts)
			}
		}
		got := strings.Join(titles, "|")
		for _, phrase := range []string{"同比拉动", "占比同比变化"} { // may be parted from what is in brackets
			got = strings.Replace(got, phrase+"|（百分点）", phrase+"（百分点）", 1)
		}
		if want := "伙伴|销售额|目标|完成率|同比|占比|同比拉动（百分点）|占比同比变化（百分点）"; got != want {
			t.Errorf("beside %.20s…: titles %s, want %s", name, got, want)
		}
	}
}
