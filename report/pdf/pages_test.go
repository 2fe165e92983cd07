package pdf

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report/doc"
)

// lay makes the plan of a document on pages of a height; 0 is A4.
func lay(t testing.TB, d *doc.Document, height length) *plan {
	t.Helper()
	fs, err := newFaces(Fonts{})
	if err != nil {
		t.Fatal(err)
	}
	theme := newTheme(d.Lang)
	if height > 0 {
		theme.height = height
	}
	p, err := Renderer{}.plan(context.Background(), d, fs, theme)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// samples are the documents that every test of pages runs over.
var samples = []struct {
	name string
	make func() *doc.Document
}{
	{"chinese", chineseSample},
	{"english", englishSample},
}

func TestPlan(t *testing.T) {
	for _, s := range samples {
		var b strings.Builder
		if err := lay(t, s.make(), 0).Dump(&b); err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, s.name+".plan", []byte(b.String()))
	}
}

func TestEmptyDocument(t *testing.T) {
	p := lay(t, &doc.Document{}, 0)
	if len(p.pages) != 1 {
		t.Errorf("%d pages, want 1", len(p.pages))
	}
}

// sourceText is what a document says, in the order in which a reader meets it,
// without what charts say and without white space.
func sourceText(d *doc.Document) string {
	var b strings.Builder
	add := func(parts ...string) {
		for _, s := range parts {
			b.WriteString(s)
		}
	}
	add(d.Title, d.Organization, d.Period, dateText(d))
	var walk func([]doc.Block)
	walk = func(blocks []doc.Block) {
		for _, block := range blocks {
			switch block := block.(type) {
			case *doc.Section:
				add(block.Number, doc.PlainText(block.Title))
				walk(block.Blocks)
			case *doc.List:
				for _, item := range block.Items {
					if add(item.Mark); item.Mark == "" && !block.Ordered {
						add(d.Words.ListMark)
					}
					add(doc.PlainText(item.Inlines))
					walk(item.Blocks)
				}
			case *doc.Callout:
				add(doc.PlainText(block.Title))
				walk(block.Blocks)
			case *doc.Table:
				add(block.Label, doc.PlainText(block.Caption), block.Unit)
				for inlines := range doc.Texts(&doc.Table{Columns: block.Columns, Rows: block.Rows, Notes: block.Notes}) {
					add(doc.PlainText(inlines))
				}
			case *doc.Chart:
				add(block.Label)
				for inlines := range doc.Texts(block) {
					add(doc.PlainText(inlines))
				}
			default:
				for inlines := range doc.Texts(block) {
					add(doc.PlainText(inlines))
				}
			}
		}
	}
	for _, part := range [][]doc.Block{d.Summary, d.Sections, d.Closing, d.Appendix} {
		walk(part)
	}
	return withoutSpace(b.String())
}

// planText is what the pages of a plan say, without charts, running lines and
// what tables repeat.
func planText(p *plan) string {
	var b strings.Builder
	for i := range p.pages {
		for j := range p.pages[i].runs {
			if r := &p.pages[i].runs[j]; !r.role.artifact() && r.role != roleChart && r.role != roleDraft {
				b.WriteString(r.text())
			}
		}
	}
	return withoutSpace(b.String())
}

func withoutSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func sorted(s string) string {
	runes := []rune(s)
	slices.Sort(runes)
	return string(runes)
}

// TestEveryPageHeight: whatever the page cuts through, the text over all pages
// is the text of the document, no rune more, none less, in order; on pages so
// low that a row of a table has to be cut, the order is by lines.
func TestEveryPageHeight(t *testing.T) {
	for _, s := range samples {
		d := s.make()
		want := sourceText(d)
		for height := 160 * pt; height <= 1000*pt; height += 7 * pt {
			p := lay(t, d, height)
			got := planText(p)
			if height >= 400*pt && got != want {
				t.Fatalf("%s at %d: %s", s.name, height, difference(got, want))
			}
			if sorted(got) != sorted(want) {
				t.Fatalf("%s at %d: runes lost or doubled; %s", s.name, height, difference(got, want))
			}
		}
	}
}

// difference shows the first place where two texts differ.
func difference(got, want string) string {
	a, b := []rune(got), []rune(want)
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return "got …" + string(a[max(0, i-5):min(len(a), i+20)]) + "…, want …" + string(b[max(0, i-5):min(len(b), i+20)]) + "…"
}

// TestNothingSticksOut: on pages of a usable height all text and every chart is
// inside the margins, and no two lines of the same column overlap.
func TestNothingSticksOut(t *testing.T) {
	for _, s := range samples {
		d := s.make()
		for _, height := range []length{500 * pt, 700 * pt, 0} {
			p := lay(t, d, height)
			checkInside(t, s.name, p, newTheme(d.Lang))
			for i := range p.pages {
				overlaps(t, &p.pages[i])
			}
		}
	}
}

// overlaps reports runs that touch each other's ink.
func overlaps(t *testing.T, pg *page) {
	t.Helper()
	for i := range pg.runs {
		a := &pg.runs[i]
		for j := range pg.runs[:i] {
			b := &pg.runs[j]
			if a.role == roleChart || b.role == roleChart { // laid out by package chart
				continue
			}
			if a.x+pt/10 < b.x+em(b.size, b.end()) && b.x+pt/10 < a.x+em(a.size, a.end()) &&
				a.y-a.size*4/5 < b.y && b.y-b.size*4/5 < a.y {
				t.Errorf("%q and %q overlap", a.text(), b.text())
			}
		}
	}
}

// TestTableHeaderRepeats: every page that shows rows of a table shows its
// header, and, from the second on, the label of a continued table.
func TestTableHeaderRepeats(t *testing.T) {
	for height := 400 * pt; height <= 1000*pt; height += 50 * pt {
		p := lay(t, chineseSample(), height)
		pages := 0
		for i := range p.pages {
			var rows, header, label bool
			for j := range p.pages[i].runs {
				r := &p.pages[i].runs[j]
				rows = rows || r.role == roleCell && strings.HasPrefix(r.text(), "P") && len(r.text()) == 3
				header = header || (r.role == roleColumn || r.role == roleContinued) && r.text() == "编号"
				label = label || r.role == roleContinued && strings.HasPrefix(r.text(), "续表2")
			}
			if !rows {
				continue
			}
			if !header || label != (pages > 0) {
				t.Errorf("height %d, page %d: header %t, continued label %t, page of the table %d", height, i+1, header, label, pages)
			}
			pages++
		}
		if pages < 2 {
			t.Errorf("height %d: the table is not cut", height)
		}
	}
}

// TestHeadingsStayWithText: no page ends with a heading or with the words
// that lead a list in.
func TestHeadingsStayWithText(t *testing.T) {
	for height := 400 * pt; height <= 1000*pt; height += 9 * pt {
		p := lay(t, chineseSample(), height)
		for i := range p.pages {
			last := role(0)
			for j := range p.pages[i].runs {
				if r := &p.pages[i].runs[j]; !r.role.artifact() && r.role != roleDraft {
					last = r.role
				}
			}
			if last >= roleHeading1 && last <= roleHeading4 || last == roleLead {
				t.Errorf("height %d: page %d ends with a %v", height, i+1, last)
			}
		}
	}
}

// TestParagraphsAreCutInPairs: of a paragraph over two pages, each has two
// lines at least.
func TestParagraphsAreCutInPairs(t *testing.T) {
	d := &doc.Document{Lang: "zh-CN", Title: "标题", Sections: []doc.Block{
		para(strings.Repeat("甲", 42*3)), para(strings.Repeat("乙", 42*4)), para(strings.Repeat("丙", 42*7)), para(strings.Repeat("丁", 42*2)),
	}}
	for height := 300 * pt; height <= 700*pt; height += 4 * pt {
		p := lay(t, d, height)
		for i := range p.pages {
			count := map[rune]int{}
			for j := range p.pages[i].runs {
				if r := &p.pages[i].runs[j]; r.role == roleBody {
					count[r.glyphs[0].r]++
				}
			}
			for letter, n := range count {
				if n == 1 {
					t.Errorf("height %d: page %d has one line of %c", height, i+1, letter)
				}
			}
		}
	}
}

// FuzzPlan: whatever a cell, a paragraph, a heading and the titles of columns
// say, and however high the page is, their runes are on the pages, inside the
// margins, and the file can be written.
func FuzzPlan(f *testing.F) {
	f.Add("本季度渠道销售额为1.2亿元，同比增长12.3%。", uint16(0), uint8(3))
	f.Add("a\nb\tc\r\n“——”\u200b𠮷😀", uint16(17000), uint8(41))
	f.Add(strings.Repeat("长", 80), uint16(0), uint8(41))
	f.Fuzz(func(t *testing.T, text string, height uint16, columns uint8) {
		if !utf8.ValidString(text) || len(text) > 4000 {
			t.Skip("refused, or slow")
		}
		d := small(text)
		d.Title = text
		section := d.Sections[0].(*doc.Section)
		section.Title = txt(text)
		section.Blocks = append(section.Blocks, cross("1,234.5", partners(max(1, int(columns)), text)...))
		fs, err := newFaces(Fonts{})
		if err != nil {
			t.Fatal(err)
		}
		theme := newTheme(d.Lang)
		if height > 0 {
			theme.height = length(height)
		}
		p, err := Renderer{Warn: func(*source.Error) {}}.plan(context.Background(), d, fs, theme)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := planText(p), sourceText(d); sorted(got) != sorted(want) {
			t.Fatal(difference(got, want))
		}
		if height == 0 || theme.height >= 300*pt {
			checkInside(t, "fuzz", p, theme)
		}
		if err := p.draw(context.Background(), io.Discard, fs); err != nil {
			t.Fatal(err)
		}
	})
}
