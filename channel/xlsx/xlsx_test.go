package xlsx_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/channel/xlsx"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/testdata"
)

// A pad is a workbook while a test writes it.
type pad struct {
	t testing.TB
	*excelize.File
	date int // a style
}

func newPad(t testing.TB) *pad {
	f := excelize.NewFile()
	date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	return &pad{t, f, date}
}

// sheet writes a worksheet. A text that is a number becomes one, a date too.
func (p *pad) sheet(name string, rows [][]string) {
	p.check(func() error { _, err := p.NewSheet(name); return err }())
	for i, row := range rows {
		for j, text := range row {
			cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if day, err := time.Parse(time.DateOnly, text); err == nil {
				serial := int(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours()) / 24
				p.check(p.SetCellInt(name, cell, int64(serial)))
				p.check(p.SetCellStyle(name, cell, cell, p.date))
			} else if _, err := strconv.ParseFloat(text, 64); err == nil {
				p.check(p.SetCellDefault(name, cell, text))
			} else if text != "" {
				p.check(p.SetCellStr(name, cell, text))
			}
		}
	}
}

func (p *pad) check(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// pack ends writing.
func (p *pad) pack() fs.FS {
	p.check(p.DeleteSheet("Sheet1"))
	var b bytes.Buffer
	p.check(p.Write(&b))
	return fstest.MapFS{"book.xlsx": {Data: b.Bytes()}}
}

// setupRows writes book.yaml in two columns.
func setupRows(text string) (rows [][]string) {
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		key, value, ok := strings.Cut(line, ":")
		switch {
		case strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "":
			rows = append(rows, nil)
		case ok && !strings.HasPrefix(line, " "):
			rows = append(rows, []string{key, strings.TrimSpace(value)})
		default:
			rows = append(rows, []string{"", strings.TrimPrefix(line, "  ")})
		}
	}
	return rows
}

const small = "schema: channelreport/book/v1\norganization: 示例公司\ncurrency: CNY\n"

// facts is a book's dump without where things come from, items and warnings.
func facts(t *testing.T, b *channel.Book) string {
	t.Helper()
	var text bytes.Buffer
	if err := b.Dump(&text); err != nil {
		t.Fatal(err)
	}
	places := regexp.MustCompile(`(?m)^files \d+\n|^  (file|\S+ rows) .*\n| files( \d+)+$| at \S+$|^items \d+\n(  .*\n)*|^warnings \d+\n(?s:.*)`)
	return places.ReplaceAllString(text.String(), "")
}

// TestSample packs the sample book into a workbook; it must be the same book.
func TestSample(t *testing.T) {
	sample := testdata.Sample()
	p := newPad(t)
	text, err := fs.ReadFile(sample, "book.yaml")
	p.check(err)
	p.sheet("账套", setupRows(string(text)))
	tables, err := fs.Glob(sample, "*.csv")
	p.check(err)
	for _, name := range tables {
		file, err := fs.ReadFile(sample, name)
		p.check(err)
		rows, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
		p.check(err)
		p.sheet(strings.TrimSuffix(name, ".csv"), rows)
	}
	folder, err := channel.Open(context.Background(), sample)
	p.check(err)
	notes := [][]string{{"期间", "栏目", "内容", "作者", "日期"}}
	for _, n := range folder.Notes() {
		notes = append(notes, []string{n.Period.String(), n.Slot, n.Text, n.Author, n.Date.String()})
	}
	p.sheet("文字", notes)
	book, err := xlsx.Open(context.Background(), p.pack(), "book.xlsx")
	p.check(err)
	if diff := golden.Diff(facts(t, folder), facts(t, book)); diff != "" {
		t.Errorf("the workbook is another book:\n%s", diff)
	}
	if len(book.Warnings()) > 0 {
		t.Error(book.Warnings())
	}
}

// TestExports reads sheets as people keep them: titles, blank and total rows,
// Chinese names, dates of every make, months that Excel took for days.
func TestExports(t *testing.T) {
	p := newPad(t)
	p.sheet("Book", [][]string{{"schema", "channelreport/book/v1"}, {"organization", "示例公司"}, {"# 注释"}, {"currency", "CNY"}, {"files", ""},
		{"", "sales: {match: [明细*], header: 3, skip: [合计], unit: 万元, columns: {备注: \"\"}, amounts: [full-width], dates: excel}"}})
	p.sheet("明细9月", [][]string{{"销售明细"}, nil, {"日期", "金额", "区域", "备注"}, {"2026-09-01", "1.5", "华东", "甲", ""},
		{"2026/9/2", "２"}, nil, {"", "3.5", "合计"}, {"x"}, {"x", "0.1"}})
	p.check(p.SetCellInt("明细9月", "A8", 46268))
	month, err := p.NewStyle(&excelize.Style{CustomNumFmt: ptr(`[$-804]yyyy"年"m"月";@`)})
	p.check(err)
	p.check(p.SetCellStyle("明细9月", "A8", "A8", month))
	p.check(p.SetCellValue("明细9月", "B8", 0.30000000000000004))
	p.check(p.SetCellValue("明细9月", "A9", time.Date(2026, 9, 30, 0, 0, 0, 0, time.UTC)))
	p.sheet("目标", [][]string{{"期间", "指标", "目标值"}, {"2026-09-01", "sales", "40000"}, {"2026", "sales", "500000"}})
	p.sheet("事项", [][]string{{"期间", "类型", "编号", "标题", "时限"}, {"2026-09-01", "措施", "A1", "拜访\n伙伴", "2026-10-31"}})
	p.sheet("封面", [][]string{{"示例"}})
	book, err := xlsx.Open(context.Background(), p.pack(), "book.xlsx")
	p.check(err)
	var text bytes.Buffer
	p.check(book.Dump(&text))
	golden.Compare(t, "exports.golden", regexp.MustCompile(`sha256=\w+`).ReplaceAll(text.Bytes(), []byte("sha256=…")))
}

func ptr[T any](v T) *T { return &v }

// TestFaults opens a workbook with a fault in many cells.
func TestFaults(t *testing.T) {
	p := newPad(t)
	p.sheet("账套", [][]string{{"schema", "channelreport/book/v1"}, {"organisation", "示例公司"}, {"currency", "人民币"}, {"grain", "&a day"}})
	p.sheet("账套2", nil)
	p.sheet("sales", [][]string{{"date", "amount", "region"}, {"2026-09-01", "1", "华东"}, {"2026-09-02", "", "华东"}, {"2026-09-02", "7", ""},
		{"x", "1", "华东"}, {"2026-09-03", "1,234", "华东"}, {"", "5", "合计"}, {"2026-09-04", "1", "华东", "多"}, {"2026-13-01", "1"}, {"2026-09-05", "x"}})
	p.check(p.SetCellBool("sales", "B10", true))
	p.check(p.SetCellFormula("sales", "B3", "B2+1"))
	p.check(p.SetCellFormula("sales", "C4", "B2+1"))
	p.check(p.SetCellFloat("sales", "A5", 46268.75, -1, 64))
	p.check(p.SetCellStyle("sales", "A5", "A5", p.date))
	p.sheet("文字", [][]string{{"期间", "栏目", "内容"}, {"2026-Q5", "结语", "完"}, {"2026-Q3", "", "完"}})
	_, err := xlsx.Open(context.Background(), p.pack(), "book.xlsx")
	list := source.Problems(err)
	golden.Compare(t, "faults.golden", []byte(list.Error()+"\n\n"+list.In("zh-CN")+"\n"))
	if _, err := xlsx.ReadSetup(p.pack(), "book.xlsx"); err == nil || strings.Contains(err.Error(), "sales") {
		t.Error(err)
	}
}

// TestFormulas reads cells as different programs write formulas: with a value,
// with an empty text as value, without one, with an error.
func TestFormulas(t *testing.T) {
	p := newPad(t)
	p.sheet("book", setupRows(small))
	p.sheet("sales", [][]string{{"date", "amount", "region"}, {"2026-09-01", "1", "@@@"}})
	packed := p.pack().(fstest.MapFS)["book.xlsx"].Data
	for _, tt := range []struct{ cell, want string }{
		{`<c r="C2" t="str"><f>A1</f><v>华东</v></c>`, ""},
		{`<c r="C2" t="str"><f>A1</f><v></v></c>`, ""},
		{`<c r="C2"><f>1+1</f><v>2</v></c>`, ""},
		{`<c r="C2" t="str"><f>A1</f></c>`, "book.xlsx!sales!C2: the formula =A1 has no computed value; open the workbook in Excel and save it [formula-without-value]"},
		{`<c r="C2"><f>1+1</f><v></v></c>`, "book.xlsx!sales!C2: the formula =1+1 has no computed value; open the workbook in Excel and save it [formula-without-value]"},
		{`<c r="C2"><f>1+1</f></c>`, "book.xlsx!sales!C2: the formula =1+1 has no computed value; open the workbook in Excel and save it [formula-without-value]"},
		{`<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>`, "book.xlsx!sales!C2: the cell holds the error #DIV/0! [cell-error]"},
	} {
		text := rewrite(t, packed, regexp.MustCompile(`<c r="C2"[^>]*>.*?</c>`), tt.cell)
		_, err := xlsx.Open(context.Background(), fstest.MapFS{"book.xlsx": {Data: text}}, "book.xlsx")
		if got := source.Problems(err).Error(); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.cell, got, tt.want)
		}
	}
}

// TestFarRow opens a worksheet whose last row is beyond every sheet's end.
func TestFarRow(t *testing.T) {
	p := newPad(t)
	p.sheet("book", setupRows(small))
	p.sheet("sales", [][]string{{"date", "amount"}, {"2026-09-01", "1"}})
	packed := p.pack().(fstest.MapFS)["book.xlsx"].Data
	text := rewrite(t, packed, regexp.MustCompile(`<row r="2"(.*?)r="A2"(.*?)r="B2"`), `<row r="2000000000"${1}r="A2000000000"${2}r="B2000000000"`)
	if bytes.Equal(text, packed) {
		t.Fatal("nothing was replaced")
	}
	_, err := xlsx.Open(context.Background(), fstest.MapFS{"book.xlsx": {Data: text}}, "book.xlsx")
	if err == nil || !strings.Contains(err.Error(), "[unreadable-workbook]") {
		t.Error(err)
	}
}

// rewrite replaces a text in the sheets of a workbook.
func rewrite(t *testing.T, packed []byte, old *regexp.Regexp, with string) []byte {
	in, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		text, err := fs.ReadFile(in, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(f.Name, "xl/worksheets/") {
			text = old.ReplaceAll(text, []byte(with))
		}
		part, err := w.Create(f.Name)
		if err == nil {
			_, err = part.Write(text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestNoWorkbook opens what is none, or too much of one.
func TestNoWorkbook(t *testing.T) {
	var bomb bytes.Buffer
	packer := zip.NewWriter(&bomb)
	part, err := packer.Create("xl/workbook.xml")
	if err == nil {
		_, err = part.Write(bytes.Repeat([]byte(" "), 129<<20))
	}
	if err != nil || packer.Close() != nil {
		t.Fatal(err)
	}
	empty := newPad(t)
	empty.sheet("数据", nil)
	files := fstest.MapFS{
		"text.xlsx": {Data: []byte("date,amount\n")},
		"old.xls":   {Data: append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 2048)...)},
		"bomb.xlsx": {Data: bomb.Bytes()}, "empty.xlsx": empty.pack().(fstest.MapFS)["book.xlsx"],
	}
	var got strings.Builder
	for _, name := range []string{"text.xlsx", "old.xls", "bomb.xlsx", "empty.xlsx", "none.xlsx"} {
		_, err := xlsx.Open(context.Background(), files, name)
		list := source.Problems(err)
		fmt.Fprintf(&got, "%v\n%s\n", list, list.In("zh-CN"))
	}
	golden.Compare(t, "none.golden", []byte(got.String()))
}

// FuzzOpen damages a workbook, which must not do any harm.
func FuzzOpen(f *testing.F) {
	p := newPad(f)
	p.sheet("book", setupRows(small))
	p.sheet("sales", [][]string{{"date", "amount"}, {"2026-09-01", "1"}})
	good := p.pack().(fstest.MapFS)["book.xlsx"].Data
	f.Add(good, 10, byte(1))
	f.Add(good[:len(good)/2], 100, byte(9))
	f.Fuzz(func(t *testing.T, data []byte, at int, with byte) {
		data = bytes.Clone(data)
		if at >= 0 && at < len(data) {
			data[at] = with
		}
		book, err := xlsx.Open(context.Background(), fstest.MapFS{"a.xlsx": {Data: data}}, "a.xlsx")
		if err == nil && book == nil || err != nil && len(source.Problems(err)) == 0 {
			t.Errorf("book %v, error %v", book, err)
		}
	})
}
