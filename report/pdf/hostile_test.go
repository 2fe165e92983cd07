package pdf

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.com/channelreport/report/doc"
)

// cross is a cross table: a column for each name, and figures.
func cross(figure string, names ...string) *doc.Table {
	t := &doc.Table{Label: "表1", Caption: txt("各区域各伙伴销售额"), Unit: "单位：万元", Columns: columns("区域"),
		Rows: []doc.Row{{Cells: cells("华东")}, {Kind: doc.TotalRow, Cells: cells("合计")}}, Notes: [][]doc.Inline{txt("注：按销售额排列。")}}
	for _, name := range names {
		t.Columns = append(t.Columns, doc.Column{Title: txt(name), Align: doc.Right})
		for i := range t.Rows {
			t.Rows[i].Cells = append(t.Rows[i].Cells, cell(figure))
		}
	}
	return t
}

// partners are n names, the first one another.
func partners(n int, first string) []string {
	names := []string{first}
	for i := 1; i < n; i++ {
		names = append(names, fmt.Sprintf("示例伙伴有限公司第%d分公司", i))
	}
	return names
}

// hostile are blocks that no page was made for.
func hostile() []doc.Block {
	long := strings.Repeat("这一行比一页还高。", 400)
	return []doc.Block{
		cross("1,345.6万元", partners(12, "甲")...), cross("12,345,678.9", partners(41, strings.Repeat("长", 80))...),
		cross("0.0", partners(41, strings.Repeat("长", 3000))...), cross("1.0", partners(60, "W")...),
		cross("10.0", partners(200, strings.Repeat("Example ", 40))...), cross("0.0", partners(26, "　全")...),
		cross(strings.Repeat("123,", 12)+"456.7", partners(5, "大数")...),
		&doc.Table{Columns: columns("名称", "说明"), Rows: []doc.Row{{Cells: cells("高行", long)}, {Cells: cells("末行", "完")}}},
		&doc.Table{Columns: columns("摘要", "名称"), Rows: []doc.Row{{Cells: cells(strings.Repeat("9f86d081884c7d65", 20), "文件")}}},
		&doc.Table{Columns: columns(strings.Repeat("很长的列名", 200)), Rows: []doc.Row{{Cells: cells("甲")}, {Cells: cells("乙")}}},
		&doc.Table{Columns: columns("甲", "乙"), Rows: []doc.Row{{Cells: cells("只有一格")}, {}, {Cells: cells("　", "\n\n")}}},
		&doc.Table{Label: "表9", Columns: columns("空表")}, &doc.Table{},
		&doc.Figures{Cards: []doc.Card{card("销售额", "1.2亿元", doc.Good, long), card("长名"+long, "12.3%", doc.Bad, "同比"), card("订单", strings.Repeat("9", 900), 0, "")}},
		&doc.List{Items: []doc.Item{{Mark: strings.Repeat("号", 2000), Inlines: txt("项")}}},
		para("\u200b\n\u3000\n\n甲\n\u2028 \n"),
	}
}

// checkWhole lays a block out on pages of a height, and reports what of it is
// lost, outside the margins, over something else, or a broken figure.
func checkWhole(t *testing.T, name string, b doc.Block, height length) {
	t.Helper()
	d := nested(b, 0)
	p := lay(t, d, height)
	if got, want := planText(p), sourceText(d); sorted(got) != sorted(want) {
		t.Errorf("%s: runes lost or doubled: %s", name, difference(got, want))
	}
	lines := map[string]bool{}
	for i := range p.pages {
		for j := range p.pages[i].runs {
			lines[p.pages[i].runs[j].text()] = true
		}
	}
	if height == 0 || height >= 300*pt {
		checkInside(t, name, p, newTheme(d.Lang))
		for i := range p.pages {
			overlaps(t, &p.pages[i])
		}
	}
	if table, ok := b.(*doc.Table); ok {
		for _, row := range table.Rows {
			for j, c := range row.Cells {
				if text := doc.PlainText(c.Lines[0]); table.Columns[j].Align == doc.Right && text != "" && !lines[text] {
					t.Errorf("%s: the figure %s is broken", name, text)
				}
			}
		}
	}
}

// TestHostileBlocks: what no page was made for is whole, and inside the margins.
func TestHostileBlocks(t *testing.T) {
	for i, b := range hostile() {
		for _, height := range []length{0, 300 * pt, 170 * pt} {
			checkWhole(t, fmt.Sprintf("%T %d at %d", b, i, height), b, height)
		}
	}
}

// TestOddTables is the same for tables put together by chance.
func TestOddTables(t *testing.T) {
	texts := []string{
		"", "华东", "　", "示例商贸有限公司（集团）", "Example Trading Company", "2026年第三季度", "a\nb\n\nc", "https://example.com/a/b/c",
		strings.Repeat("很长的名称", 60), strings.Repeat("W", 200), strings.Repeat("“引号”，", 40), "——……", "，。",
	}
	figures := []string{"", "—", "0.0", "98.1%", "1,176.0", "−123,456,789.0万元", "4.6个百分点", "4.53分（满分5分）", "1:8.3"}
	chance := rand.New(rand.NewPCG(1, 2))
	for i := range 150 {
		table := &doc.Table{Label: "表1", Caption: txt("甲"), Unit: "单位：元"}
		for range 1 + chance.IntN(4)*chance.IntN(25) {
			column := doc.Column{Title: txt(texts[chance.IntN(len(texts))]), Align: doc.Align(chance.IntN(3))}
			table.Columns = append(table.Columns, column)
		}
		for range chance.IntN(6) {
			row := doc.Row{Kind: doc.RowKind(chance.IntN(3))}
			for _, column := range table.Columns {
				from := texts
				if column.Align == doc.Right {
					from = figures
				}
				row.Cells = append(row.Cells, cell(from[chance.IntN(len(from))]))
			}
			table.Rows = append(table.Rows, row)
		}
		checkWhole(t, fmt.Sprintf("table %d of %d columns", i, len(table.Columns)), table, []length{0, 300 * pt, 520 * pt}[i%3])
	}
}

// operands is how many operands each operator of a line of text takes.
var operands = map[string]int{"q": 0, "rg": 3, "BT": 0, "Tm": 6, "Tf": 2, "BDC": 2, "TJ": 1, "EMC": 0, "ET": 0, "Q": 0}

// TestTextOperators: what is written for text consists of known operators,
// each with its operands.
func TestTextOperators(t *testing.T) {
	fs, err := newFaces(Fonts{})
	if err != nil {
		t.Fatal(err)
	}
	tokens := regexp.MustCompile(`\[.*?\]|<<.*>>|/\w+|[A-Za-z]+|\S`)
	numbers := regexp.MustCompile(`^-?\d+(\.\d+)?$`)
	for _, b := range hostile() {
		p := lay(t, nested(b, 0), 0)
		in := newInk(p, fs)
		for i := range p.pages {
			for j := range p.pages[i].runs {
				in.buf.Reset()
				in.run(&p.pages[i].runs[j], p.height)
				before, last := 0, "Q"
				for _, word := range strings.Fields(in.buf.String()) {
					if numbers.MatchString(word) {
						before++
						continue
					}
					for _, token := range tokens.FindAllString(word, -1) {
						n, known := operands[token]
						switch {
						case known && n == before:
							before, last = 0, token
						case !known && strings.ContainsAny(token[:1], "/<["):
							before++
						default:
							t.Fatalf("%q after %d operands in %s", token, before, in.buf.String())
						}
					}
				}
				if before > 0 || last != "Q" {
					t.Fatalf("ends with %s and %d operands: %s", last, before, in.buf.String())
				}
			}
		}
	}
}

// TestReadersTakeHostileBlocks: poppler and qpdf have nothing to complain of.
func TestReadersTakeHostileBlocks(t *testing.T) {
	d := nested(hostile()[0], 0)
	d.Sections = hostile()
	path := filepath.Join(t.TempDir(), "hostile.pdf")
	if err := os.WriteFile(path, render(t, Renderer{}, d), 0o644); err != nil {
		t.Fatal(err)
	}
	call(t, "qpdf", "--check", path)
	if n := strings.Count(call(t, "pdftotext", "-raw", path, "-"), "长"); n < 3000+80 {
		t.Errorf("of a name's runes %d come back", n)
	}
}
