package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/templates"
	"example.com/channelreport/testdata"
)

func sample(t testing.TB) *channel.Book {
	t.Helper()
	book, err := channel.Open(context.Background(), testdata.Sample())
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func builtin(t testing.TB, name string) *report.Template {
	t.Helper()
	template, err := report.Parse(templates.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	return template
}

// document makes a report of a template that stands in a test.
func document(t *testing.T, book *channel.Book, period channel.Period, text string) *doc.Document {
	t.Helper()
	template, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(text)}}, "t.yaml")
	if err != nil {
		t.Fatal(err)
	}
	run, err := template.Run(context.Background(), book, period, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := run.Document(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func dump(t *testing.T, d *doc.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Dump(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPerformanceReview(t *testing.T) {
	for _, locale := range []string{"zh-CN", "en"} {
		t.Run(locale, func(t *testing.T) { performanceReview(t, locale) })
	}
}

func performanceReview(t *testing.T, locale string) {
	run, err := builtin(t, "performance-review."+locale+".yaml").Run(context.Background(), sample(t), channel.Quarter(2026, 3), report.Options{Date: "2026-10-08"})
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	dumps := make([][]byte, 4)
	for i := range dumps {
		wait.Go(func() {
			if d, err := run.Document(context.Background()); err == nil {
				dumps[i] = dump(t, d)
			}
		})
	}
	wait.Wait()
	for _, d := range dumps[1:] {
		if !bytes.Equal(d, dumps[0]) {
			t.Error("two documents of one run differ")
		}
	}
	golden.Compare(t, "performance-review."+locale+".txt", dumps[0])
}

// Every number of the document that looks like one was printed by the one
// formatter and leads to a figure: no text of a template holds a digit that
// was computed.
func TestEveryFigureIsCited(t *testing.T) {
	run, err := builtin(t, "performance-review.zh-CN.yaml").Run(context.Background(), sample(t), channel.Quarter(2026, 3), report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := run.Document(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	measured := regexp.MustCompile(`[0-9][0-9,.]*(%|万元|元|家|件|单|个百分点|分)`)
	for b := range d.Blocks() {
		if p, ok := b.(*doc.Paragraph); ok && p.Role == doc.Note {
			continue // the rules of computing, which are no figures
		}
		for inlines := range doc.Texts(b) {
			for _, in := range inlines {
				if text, ok := in.(doc.Text); ok && !strings.HasPrefix(text.Text, "其余") && measured.MatchString(text.Text) {
					t.Errorf("%q holds a figure that leads nowhere", text.Text)
				}
			}
		}
	}
	for i, f := range d.Figures {
		if len(f.Shown) > 0 && f.Absent() && f.Reason == "" {
			t.Errorf("figure %d, %s, is absent without a reason", i, f.Expr)
		}
	}
}

// A book with sales alone makes a report without a hole: sentences close up,
// and what is missing is listed.
func TestPoorBook(t *testing.T) {
	sales := func(yield func(channel.Sale, error) bool) {
		for month := range 6 {
			date, _ := channel.NewDate(2026, 1+month, 15)
			if !yield(channel.Sale{Date: date, Amount: decimal.NewFromInt(int64(100000 + 1000*month))}, nil) {
				return
			}
		}
	}
	book, err := channel.New(context.Background(), channel.Setup{Organization: "虚构公司", Currency: "CNY"}, channel.Data{Sales: sales})
	if err != nil {
		t.Fatal(err)
	}
	run, err := builtin(t, "performance-review.zh-CN.yaml").Run(context.Background(), book, channel.Quarter(2026, 2), report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := run.Document(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	text := string(dump(t, d))
	for _, bad := range []string{"，。", "。。", "，，", "（）", "{{", "[[", "NaN", "%!", "<nil>"} {
		if strings.Contains(text, bad) {
			t.Errorf("the report holds %q", bad)
		}
	}
	if len(d.Gaps) == 0 {
		t.Error("nothing is said to be missing")
	}
	golden.Compare(t, "poor.zh-CN.txt", []byte(text))
}

func TestBlocks(t *testing.T) {
	golden.Compare(t, "blocks.txt", dump(t, document(t, sample(t), channel.Quarter(2026, 3), `
schema: channelreport/template/v1
id: blocks
locale: zh-CN
title: "{{ 机构 }}{{ 本期 }}"
numbering: gbt
parameters:
  bar: {type: percent, default: 98%}
  big: {type: list, default: [华东, 华南]}
indicators:
  - {id: per_partner, name: {zh: 伙均销售额, en: Sales per partner}, formula: sales / active_partners, unit: money, better: up}
summary:
  - verdict: |
      [[{{ of(销售额, 区域 = "不存在") }}。]]
      大区{{ join(big) }}的销售额为{{ of(sales, region in big) }}。
  - figures: [per_partner, satisfaction, sales.gap]
sections:
  - heading: 未达标的区域
    id: below
    blocks:
      - table:
          rows: 区域
          where: 销售额.完成率 < bar 且 销售额 > 100万
          columns: [名称, 销售额, {figure: 销售额.完成率, title: 完成}, report.sales]
          sort: 销售额.完成率
      - table: {rows: region, where: sales < 0, columns: [name, sales], empty: 没有负销售额的区域。}
      - table: {rows: month, window: 3, columns: [name, sales, sales.yoy]}
      - heading: 到期措施
        when: measures
        blocks:
          - items: measures
            where: status in ["进行中", "延期"] and due <= "2026-12-15"
            show: [owner, due, status]
      - heading: "{{ title }}"
        each: problems
        where: severity = "高"
        when: causes
        blocks:
          - each: causes
            where: not category = "外部"
            blocks: ["{{ title }}"]
  - heading: 空节
    blocks:
      - "{{ of(sales, region = \"火星\") }}"
  - heading: 不出现
    empty: drop
    blocks:
      - items: measures
        where: status = "取消" and owner = "无此人"
`)))
}

func TestRunProblems(t *testing.T) {
	tests := []struct {
		name, template string
		options        report.Options
		want           string
	}{
		{"date", "", report.Options{Date: "2026-02-30"}, `-date: the report date "2026-02-30" is no date (YYYY-MM-DD) [bad-date]`},
		{"unknown parameter", "", report.Options{Params: map[string]string{"tpo": "3"}},
			`-set tpo=3: the template has no parameter "tpo"; did you mean "top"? [unknown-parameter]`},
		{"parameter of the wrong type", "", report.Options{Params: map[string]string{"top": "x"}},
			`-set top=x: parameter top: expected a whole number, found "x" [bad-parameter]`},
		{"parameter out of range", "", report.Options{Params: map[string]string{"top": "99"}},
			`-set top=99: parameter top: 99 must be from 1 to 50 [parameter-range]`},
		{"required", "requires: [sales, market_share]\n", report.Options{},
			`t.yaml:6:19: requires[1]: the report needs market_share, and the book has none for 2030-Q1: not recorded [required-missing]`},
	}
	const head = "schema: channelreport/template/v1\nid: t\nlocale: en\ntitle: t\nparameters: {top: {type: integer, default: 10, min: 1, max: 50}}\n"
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			template, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(head + tt.template)}}, "t.yaml")
			if err != nil {
				t.Fatal(err)
			}
			period := channel.Quarter(2026, 3)
			if tt.name == "required" {
				period = channel.Quarter(2030, 1)
			}
			_, err = template.Run(context.Background(), sample(t), period, tt.options)
			problems := source.Problems(err)
			if len(problems) == 0 || problems[len(problems)-1].Error() != tt.want {
				t.Errorf("got %v\nwant %s", err, tt.want)
			}
		})
	}
}

// What no block prints is told once a kind, at the first of it; what a block
// lists but for its where is left out on purpose.
func TestUnprintedItems(t *testing.T) {
	items := "schema: channelreport/items/v1\nperiod: 2026-Q3\nmeasures:\n"
	for i := range 12 {
		items += fmt.Sprintf("  - {id: A%d, title: 措施, status: 计划, answers: [P1]}\n", i+1)
	}
	items += `problems: [{id: P1, title: 甲, severity: 高}, {id: P2, title: 乙, severity: 低}]
goals: [{id: G1, title: 目标}]
lessons: [{title: 先试点}]
`
	book := with(t, map[string]string{"items-2026-Q3.yaml": items, "notes/2026-Q3.md": "---\nperiod: 2026-Q3\n---\n\n## 甲\n\n好。\n\n## 乙\n\n好。\n"})
	const goals = "items-2026-Q3.yaml:17:9: 警告: 模板没有输出：工作目标 G1（共 1 项） [item-unprinted]\n"
	const measures = `items-2026-Q3.yaml:4:5: 警告: 模板没有输出：措施 A1、A2、A3、A4、A5、A6、A7、A8、A9、A10、…（共 12 项） [item-unprinted]
`
	const rest = `items-2026-Q3.yaml:18:11: 警告: 模板没有输出：经验 先试点（共 1 项） [item-unprinted]
notes/2026-Q3.md:5:4: 警告: 模板没有输出：说明 甲、乙（共 2 项） [note-unprinted]
`
	for _, tt := range []struct{ blocks, want string }{
		{`{items: problems, where: severity = "高"}`, goals + measures + rest},
		{`{items: 'where(问题, severity = "高")'}`, goals + measures + rest},
		{`{table: {rows: problems, where: severity = "高", columns: [title]}}, {items: measures, where: status = "延期"}`, goals + rest},
		{`{each: problems, where: severity = "低", blocks: [{items: answered_by}]}`, goals + measures + rest},
		{`{each: problems, blocks: [{items: answered_by}]}`, goals + rest},
	} {
		d, problems := run(t, book, smallTemplate+"summary: ["+tt.blocks+"]\n", report.Options{})
		if problems != nil {
			t.Fatal(problems)
		}
		var got strings.Builder
		for _, w := range d.Warnings {
			if strings.HasSuffix(w.Message.Code, "-unprinted") {
				fmt.Fprintln(&got, w.In("zh-CN"))
				if names := w.Args[3].([]string); len(names) != w.Args[2] {
					t.Errorf("%s: the operands name %q", tt.blocks, names)
				}
			}
		}
		if got.String() != tt.want {
			t.Errorf("%s:\n%swant:\n%s", tt.blocks, got.String(), tt.want)
		}
	}
}

func TestValue(t *testing.T) {
	run, err := builtin(t, "performance-review.zh-CN.yaml").Run(context.Background(), sample(t), channel.Quarter(2026, 3), report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	v, err := run.Value("销售额.同比", channel.By(channel.Region, "华东"))
	if err != nil || !v.OK() {
		t.Fatal(v, err)
	}
	w, err := run.Value(`of(sales, region = "华东").yoy`, channel.Group{})
	if err != nil || w.Compare(v) != 0 {
		t.Errorf("two ways to one figure: %v and %v, %v", v, w, err)
	}
	_, err = run.Value("sals", channel.Group{})
	const want = `sals: unknown name "sals"; did you mean "sales"? [unknown-name]`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestFigures(t *testing.T) {
	d, err := report.Figures(context.Background(), sample(t), channel.Quarter(2026, 3), report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, f := range d.Figures {
		group, _ := json.Marshal(f.Group)
		key := f.Expr + string(group)
		if seen[key] {
			t.Errorf("%s stands twice", key)
		}
		seen[key] = true
	}
	if len(d.Figures) < 10000 {
		t.Errorf("only %d figures", len(d.Figures))
	}
}

// Every message of this package stands in some golden file or test.
func TestEveryMessageHasARow(t *testing.T) {
	sources, err := filepath.Glob("messages*.go")
	if err != nil {
		t.Fatal(err)
	}
	var rows strings.Builder
	for _, pattern := range []string{"testdata/parse/*.txt", "testdata/*.problems.txt", "*_test.go"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			rows.Write(text)
		}
	}
	for _, file := range sources {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`Code:\s+"([^"]+)"`).FindAllStringSubmatch(string(text), -1) {
			if !strings.Contains(rows.String(), "["+m[1]+"]") {
				t.Errorf("%s: no test shows the text of %s", file, m[1])
			}
		}
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := report.Parse(templates.FS, "performance-review.zh-CN.yaml"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDocument(b *testing.B) {
	book, template := sample(b), builtin(b, "performance-review.zh-CN.yaml")
	b.Run("evaluate and write", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			run, err := template.Run(context.Background(), book, channel.Quarter(2026, 3), report.Options{})
			if err != nil {
				b.Fatal(err)
			}
			if _, err := run.Document(context.Background()); err != nil {
				b.Fatal(err)
			}
		}
	})
	run, err := template.Run(context.Background(), book, channel.Quarter(2026, 3), report.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("write, figures warm", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := run.Document(context.Background()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
