package channel

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding/simplifiedchinese"

	"example.com/channelreport/internal/golden"
)

// places are what a dump says of where things come from.
var placesInDump = regexp.MustCompile(`(?m) at \S+$|^problem at \S+|\bat [^ \n]+\.(csv|yaml)[^ \n]*| files( \d+)+$|^files \d+\n|^  (file|\S+ rows) .*\n|^warnings \d+\n(?s:.*)`)

// facts returns a book's dump without the places, files and warnings.
func facts(t testing.TB, b *Book) string {
	return placesInDump.ReplaceAllString(string(dump(t, b)), "")
}

// TestRules holds that an export read by rules is the same book as the plain
// files with the same content.
func TestRules(t *testing.T) {
	plain := open(t, mapFS(map[string]string{
		"book.yaml":    base["book.yaml"],
		"partners.csv": "partner_id,partner_name,region,joined\nP1,甲,华东,2020-01-05\n",
		"sales.csv": "date,amount,quantity,partner_id,region\n2026-09-01,12345,50,P1,\n2026-09-02,-50000,-5,P1,华南\n" +
			"2026-09-03,12000,1234,P1,\n2026-09-03,-12345000,0,,\n2026-09-04,9999.99,,,\n",
		"targets.csv":      "period,measure,amount\n2026,sales,300000000\n2026,coverage_rate,0.7125\n2026,leads,12000\n",
		"observations.csv": "period,measure,scenario,value\n2026-Q3,market_sales,actual,20000\n2026-Q3,leads,budget,300\n",
	}))
	gb, err := simplifiedchinese.GB18030.NewEncoder().String("" +
		"销售明细\t\n制表：示例部\t\n" +
		"发票日期\t本币金额\t数量\t备注\t经销商编号\t大区\n" +
		"2026/9/1\t1.2345\t５０\t合计数\tP1\t\n" +
		"2026/09/02 0:00\t（5）\t5-\t\tP1\t华南\n" +
		"小计\t-3.7655\t45\t\t\t\n" +
		"2026/9/3 00:00:00\t\"1.20\"\t\"1,234\"\t\tP1\t\n" +
		"2026/9/3\t－１，２３４．５\t0\t\t\t\n" +
		"2026/9/4\t0.999999\t\t\t\t\n" +
		"华东 合计\t-1\t45\t\t\t\n")
	if err != nil {
		t.Fatal(err)
	}
	ruled := open(t, fstest.MapFS{
		"book.yaml": {Data: []byte(base["book.yaml"] + `files:
  sales: {match: ["导出/*.txt"], encoding: gb18030, delimiter: "\t", header: 3, skip: [合计, 小计], dates: excel, unit: 万元,
    columns: {发票日期: date, 本币金额: amount, 备注: ""}, amounts: [grouping, full-width, minus-signs, parentheses]}
  partners: {dates: excel, columns: {客户: partner_id, 客户名: partner_name}}
  targets: {amounts: [units, percent, grouping], unit: 万元}
  observations: {unit: 万元}
`)},
		"导出/9月.txt":        {Data: []byte(gb)},
		"partners.csv":     {Data: []byte("客户,客户名,区域,签约日期\nP1,甲,华东,2020/1/5\n")},
		"targets.csv":      {Data: []byte("期间,指标,目标值\n2026,sales,\"30,000\"\n2026,coverage_rate,71.25%\n2026,leads,1.2万\n")},
		"observations.csv": {Data: []byte("期间,指标,情景,数值\n2026-Q3,market_sales,实际,2\n2026-Q3,leads,预算,300\n")},
	})
	if diff := golden.Diff(facts(t, plain), facts(t, ruled)); diff != "" {
		t.Errorf("the export reads differently:\n%s", diff)
	}
	want := "导出/9月.txt:3:14: note: these columns are ignored, as book.yaml asks: 备注 [ignored-columns]\n" +
		"导出/9月.txt:6:1: note: 2 total rows were passed over, the first of them here [skipped]"
	if got := ruled.Warnings().Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestForms holds each form of numbers, alone and combined, with its value.
func TestForms(t *testing.T) {
	for _, tt := range []struct{ text, unit, want, needs string }{
		{"1,234.50", "money", "1234.5", "grouping"},
		{"5０", "money", "50", "full-width"},
		{"−5", "count", "-5", "minus-signs"},
		{"5-", "count", "-5", "minus-signs"},
		{"(5.00)", "money", "-5", "parentheses"},
		{"1.2万", "count", "12000", "units"},
		{"3亿元", "money", "300000000", "units"},
		{"18.5%", "percent", "0.185", "percent"},
		{"（1,234.5）万元", "money", "-12345000", "full-width, units, parentheses, grouping"},
		{"(5%)", "percent", "-0.05", "parentheses, percent"},
		{"0.185", "percent", "0.185", ""},
	} {
		all := format{kind: salesFile, forms: numberForms}
		n, err := all.number(tt.text, tt.unit)
		if err != nil || n.decimal().String() != tt.want {
			t.Errorf("%s is %v, error %v, want %s", tt.text, n.decimal(), err, tt.want)
		}
		for _, form := range numberForms {
			without := format{kind: salesFile}
			for _, other := range numberForms {
				if other != form {
					without.forms = append(without.forms, other)
				}
			}
			_, err := without.number(tt.text, tt.unit)
			needed := strings.Contains(", "+tt.needs+",", ", "+form+",")
			if (err != nil) != needed || needed && !strings.Contains(err.Error(), form) {
				t.Errorf("%s without %s: %v", tt.text, form, err)
			}
		}
	}
	for _, text := range []string{"--5", "(-5)", "(5-)", "1,23", "1万万", "１%%", "5元", "", "()", "万", "¥5万", "1 000", "ⅴ", "1e5%%"} {
		all := format{kind: salesFile, forms: numberForms}
		if n, err := all.number(text, "percent"); err == nil {
			t.Errorf("%q is %v", text, n.decimal())
		}
	}
}
