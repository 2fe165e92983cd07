package report

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report/doc"
)

// The cases of the reference, as regions of a book: gross profit in units of
// 10 000 by month of 2026-Q3, in 2026-Q2, in 2025-Q3, and its target.
var functionCases = []struct {
	zh, en                 string
	months                 string
	previous, yearAgo, aim string
}{
	{"增长", "growing", "400 410 424", "1190", "1099", "1250"},
	{"下降", "falling", "330 326 324", "990", "1099", "1000"},
	{"持平", "flat", "370 366 366", "1102", "1099", "1102"},
	{"基数为零", "zero base", "10 20 24", "0", "0", "50"},
	{"基数为负", "negative base", "10 5 5", "-30", "-120", "18"},
	{"缺失", "absent", "", "990", "1099", "1000"},
}

// functionBook is a book with one region for each case.
func functionBook(t testing.TB) *channel.Book {
	t.Helper()
	var observations, targets strings.Builder
	observations.WriteString("period,measure,scenario,region,product_line,value\n")
	targets.WriteString("period,measure,region,amount\n")
	row := func(period, region, value string, percent int) {
		n, _ := strconv.Atoi(value)
		fmt.Fprintf(&observations, "%s,gross_profit,,%s,甲,%d\n%[1]s,gross_profit,,%[2]s,乙,%[4]d\n", period, region, n*100*percent, n*100*(100-percent))
	}
	for _, c := range functionCases {
		for i, month := range strings.Fields(c.months) {
			row("2026-0"+strconv.Itoa(7+i), c.zh, month, 80)
		}
		row("2026-Q2", c.zh, c.previous, 78)
		row("2025-Q3", c.zh, c.yearAgo, 75)
		fmt.Fprintf(&observations, "2026-Q3,gross_profit,budget,%s,,9000000\n", c.zh)
		fmt.Fprintf(&targets, "2026-Q3,gross_profit,%s,%s0000\n", c.zh, c.aim)
	}
	observations.WriteString("2026-Q3,leads,,,,3000\n2026-Q3,orders_won,,,,600\n2025-Q3,leads,,,,2500\n2025-Q3,orders_won,,,,450\n")
	targets.WriteString("2026-Q3,gross_profit,,42000000\n2026-Q3,leads,,2800\n2026-Q3,conversion_rate,,0.21\n")
	book, err := channel.Open(context.Background(), fstest.MapFS{
		"book.yaml":        {Data: []byte("schema: channelreport/book/v1\norganization: 虚构公司\ncurrency: CNY\n")},
		"sales.csv":        {Data: []byte("date,region,product_line,amount\n2025-07-01,增长,甲,1\n2026-09-30,增长,甲,1\n")},
		"observations.csv": {Data: []byte(observations.String())},
		"targets.csv":      {Data: []byte(targets.String())},
		"items.yaml": {Data: []byte(`schema: channelreport/items/v1
period: 2026-Q3
problems:
  - {id: P1, title: 转化率偏低, severity: 高}
  - {id: P2, title: 响应迟缓, severity: 中}
resources:
  - {id: R1, class: 资金, title: 系统开发, amount: 1200000, state: 已批}
  - {id: R2, class: 资金, title: 渠道激励, increase: 15%, base: 8000000, state: 待批}
  - {id: R3, class: 资金, title: 市场推广, increase: 10%, state: 待批}
`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// The reference of functions is written by its examples: what each of them
// prints for each case, in both languages.
func TestFunctionReference(t *testing.T) {
	book := functionBook(t)
	var out strings.Builder
	out.WriteString(functionReferenceHead)
	for _, f := range functions {
		d, ok := functionDocs[f.name]
		if !ok || d.zh == "" || d.en == "" || len(d.examples) == 0 {
			t.Errorf("%s has no documentation", f.name)
			continue
		}
		fmt.Fprintf(&out, "\n## %s · %s\n\n`%s(%s)` %s。\n\n`%s(%s)` %s.\n", f.zh, f.name, f.zh, f.usage().Zh, d.zh, f.name, f.usage().En, d.en)
		for _, x := range d.examples {
			zh, en := functionExample(t, book, "zh-CN", x.zh), functionExample(t, book, "en", x.en)
			fmt.Fprintf(&out, "\n```\n%s\n%s\n```\n\n", x.zh, x.en)
			if _, perCase := zh[""]; !perCase {
				out.WriteString("| 情形 | 中文 | case | English |\n|---|---|---|---|\n")
				for _, c := range functionCases {
					fmt.Fprintf(&out, "| %s | %s | %s | %s |\n", c.zh, zh[c.zh], c.en, en[c.zh])
				}
				continue
			}
			fmt.Fprintf(&out, "→ %s\n\n→ %s\n", zh[""], en[""])
		}
	}
	if len(functionDocs) != len(functions) {
		t.Errorf("%d functions and %d documented", len(functions), len(functionDocs))
	}
	golden.Compare(t, "../../templates/functions.md", []byte(out.String()))
}

const functionReferenceHead = `# 函数参考 · Reference of functions

由测试从代码生成，请勿手工修改。每个例句的输出都来自同一个虚构账套：毛利的六种情形各是一个区域。
– 表示没有可说的话；✗ 表示断言与数据不符（草稿中提示，定稿中报错）。

Written by a test from the code; not to be edited. What the examples print comes from one fictitious book, in which
each of six cases of gross profit is a region. – means that there is nothing to say, ✗ that the figures contradict a
claim.
`

// functionExample is what an example prints: for each case by its name, or
// under "" where it does not speak of the row's group.
func functionExample(t *testing.T, book *channel.Book, locale, sentence string) map[string]string {
	t.Helper()
	text := "schema: channelreport/template/v1\nid: t\nlocale: " + locale + "\ntitle: t\nsections:\n  - heading: h\n    blocks:\n" +
		"      - |\n        " + sentence + "\n      - table: {id: regions, rows: region, columns: [name, gross_profit]}\n"
	template, err := Parse(fstest.MapFS{"t.yaml": {Data: []byte(text)}}, "t.yaml")
	if err != nil {
		t.Fatalf("%s: %v", sentence, err)
	}
	run, err := template.Run(context.Background(), book, channel.Quarter(2026, 3), Options{})
	if err != nil {
		t.Fatalf("%s: %v", sentence, err)
	}
	speak := func(r *Run) string {
		d, err := r.Document(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		mark := ""
		for _, w := range d.Warnings {
			if w.Message.Code == msgClaim.Code {
				mark = " ✗"
			}
		}
		p, ok := d.Sections[0].(*doc.Section).Blocks[0].(*doc.Paragraph)
		if !ok {
			return "–"
		}
		if text := doc.PlainText(p.Inlines); text != r.program.locale.structure.nothing {
			return text + mark
		}
		return "–"
	}
	if !strings.Contains(sentence, "gross_profit") && !strings.Contains(sentence, "毛利") || strings.Contains(sentence, "(区域") || strings.Contains(sentence, "(region") ||
		strings.Contains(sentence, "名称(") || strings.Contains(sentence, "name(") || strings.Contains(sentence, "线索") || strings.Contains(sentence, "leads") {
		return map[string]string{"": speak(run)}
	}
	out := map[string]string{}
	for _, c := range functionCases {
		one := *run
		one.group = channel.By(channel.Region, c.zh)
		out[c.zh] = speak(&one)
	}
	return out
}

// Whatever stands in a block of sentences, it is either refused or printed
// without anything of the language in it; and what Parse accepts, a book with
// the same names does not refuse.
func FuzzLine(f *testing.F) {
	for _, function := range functions {
		for _, x := range functionDocs[function.name].examples {
			f.Add(x.zh, true)
			f.Add(x.en, false)
		}
	}
	f.Add("{{ 限定(毛利, 区域 in [\"增长\", \"下降\"]).同比 }}[[（{{ 毛利.份额 }}）]]", true)
	f.Add("**{{ count(where(resources, amount > 100万 and not state = \"到位\")) }}**", true)
	f.Add("{{ report.gross_profit / gross_profit }}{{ min(abs(leads), 3) : orders }}", false)
	book := functionBook(f)
	group := channel.By(channel.Region, functionCases[0].zh)
	f.Fuzz(func(t *testing.T, line string, zh bool) {
		locale := "en"
		if zh {
			locale = "zh-CN"
		}
		quoted, err := json.Marshal(line)
		if err != nil {
			t.Skip()
		}
		text := "schema: channelreport/template/v1\nid: t\nlocale: " + locale + "\ntitle: t\nsummary:\n  - " + string(quoted) +
			"\n  - table: {id: regions, rows: region, columns: [name, gross_profit]}\n"
		template, err := Parse(fstest.MapFS{"t.yaml": {Data: []byte(text)}}, "t.yaml")
		if err != nil {
			return
		}
		run, err := template.Run(context.Background(), book, channel.Quarter(2026, 3), Options{})
		if err != nil {
			t.Fatalf("%q is accepted by Parse and refused by Run: %v", line, err)
		}
		for _, g := range []channel.Group{{}, group} {
			one := *run
			one.group = g
			d, err := one.Document(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			for b := range d.Blocks() {
				for inlines := range doc.Texts(b) {
					for _, mark := range []string{"{{", "[[", "。。", "，。"} {
						if printed := doc.PlainText(inlines); strings.Contains(printed, mark) && !strings.ContainsAny(line, `"'“”‘’＂＇`) && !strings.Contains(line, mark) {
							t.Errorf("%q prints %q", line, printed)
						}
					}
				}
			}
		}
	})
}
