package channel

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel/source"
)

var simple = Setup{Organization: "示例公司（虚构）", Currency: "CNY"}

// each yields sales without an error.
func each(sales ...Sale) iter.Seq2[Sale, error] { return eachOf(sales...) }

func eachOf[T any](rows ...T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, s := range rows {
			if !yield(s, nil) {
				return
			}
		}
	}
}

func amount(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// TestNewEqualsOpen builds the book of testdata/good once more from Go values,
// which must be the same but for positions and files.
func TestNewEqualsOpen(t *testing.T) {
	setup := Setup{
		Organization: "示例公司（虚构）", Currency: "CNY", FiscalYearStart: 4, FiscalYearNamed: "end", DirectPartnerTypes: []string{"直营"},
		Dimensions: []string{"manager"}, Groups: []GroupAlias{{Region, "华东", []string{"华东区", "东部"}}},
	}
	data := Data{
		Partners: []Partner{
			{ID: "P1", Name: "甲", Type: "经销商", Tier: "金", Region: "东部", Attributes: []GroupPair{{"manager", "王"}}},
			{ID: "D1", Type: "直营"},
		},
		Sales: each(
			Sale{Date: day("2026-07-01"), PartnerID: "P1", OrderID: "A1", Amount: amount("100.50"), Quantity: decimal.NewNullDecimal(amount("2"))},
			Sale{Date: day("2026-07-01"), PartnerID: "P1", OrderID: "A1", Amount: amount("-20.5"), Other: []GroupPair{{"manager", "李"}}, Currency: "CNY"},
			Sale{Date: day("2026-07-02"), PartnerID: "D1", Region: "华东区", ProductLine: " ", Amount: amount("1e3")},
		),
		Targets: []Row{{Period: Quarter(2026, 3), Measure: "sales", Key: []GroupPair{{Region, "东部"}, {PartnerType, "直营"}}, Value: amount("5")}},
		Observations: []Row{
			{Period: Quarter(2026, 3), Measure: "leads", Scenario: Budget, Key: []GroupPair{{PartnerID, "D1"}, {Region, ""}}, Value: amount("7")},
		},
		Items: []*Item{{Kind: Problem, Period: Quarter(2026, 3), ID: "P1", Title: "问题", Severity: "高", Causes: []*Item{{ID: "C1", Title: "因"}}}},
		Notes: []Note{{Period: Quarter(2026, 3), Slot: "结语", Text: "完。"}},
	}
	files := map[string]string{
		"book.yaml": "schema: channelreport/book/v1\norganization: 示例公司（虚构）\ncurrency: CNY\nfiscal_year_start: 4\nfiscal_year_named: end\n" +
			"direct_partner_types: [直营]\ndimensions: [manager]\ngroups: {region: {华东: [华东区, 东部]}}\n",
		"partners.csv":       "partner_id,partner_name,partner_type,tier,region,manager\nP1,甲,经销商,金,东部,王\nD1,,直营,,,\n",
		"sales.csv":          "date,partner_id,order_id,amount,quantity,manager,currency,region\n2026-07-01,P1,A1,100.50,2,,,\n2026-07-01,P1,A1,-20.5,,李,CNY,\n2026-07-02,D1,,1e3,,,,华东区\n",
		"targets.csv":        "period,measure,region,partner_type,amount\n2026-Q3,sales,东部,直营,5\n",
		"observations.csv":   "period,measure,scenario,partner_id,value\n2026-Q3,leads,预算,D1,7\n",
		"items.yaml":         "schema: channelreport/items/v1\nperiod: 2026-Q3\nproblems: [{id: P1, title: 问题, severity: 高, causes: [{id: C1, title: 因}]}]\n",
		"notes/2026-Q3.md":   "---\nperiod: 2026-Q3\n---\n## 结语\n完。\n",
		"observations-2.csv": "period,measure,value\n",
	}
	built, err := New(context.Background(), setup, data)
	if err != nil {
		t.Fatal(err)
	}
	got, want := comparable(dump(t, built)), comparable(dump(t, open(t, mapFS(files))))
	if got != want {
		t.Errorf("New:\n%s\nOpen:\n%s", got, want)
	}
	if data.Items[0].Severity != "高" || data.Targets[0].Key[0].Value != "东部" || !data.Items[0].Position.IsZero() {
		t.Error("the caller's values were changed")
	}
	if at := built.Targets()[0].MeasureAt().String(); at != "targets#1" {
		t.Errorf("its measure is at %s", at)
	}
	if at := built.Targets()[0].Position.String(); at != "targets#1" {
		t.Errorf("the target is at %s", at)
	}
}

// comparable leaves out of a dump where things stand and in which file.
func comparable(dump []byte) string {
	var lines []string
	files := false
	for line := range strings.Lines(string(dump)) {
		if strings.HasPrefix(line, "files ") {
			files = true
			continue
		}
		if files && strings.HasPrefix(line, "  ") {
			continue
		}
		files = false
		before, after, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " at ")
		if _, fields, ok := strings.Cut(after, " "); ok {
			before += " " + fields
		}
		before, _, _ = strings.Cut(before, " files ")
		lines = append(lines, before)
	}
	return strings.Join(lines, "\n")
}

// TestNewRefuses shows what Go values can have wrong that no file can, and
// that the rest is checked as in files.
func TestNewRefuses(t *testing.T) {
	q3 := Quarter(2026, 3)
	item := func(change func(*Item)) Data {
		it := &Item{Kind: Measure, Period: q3, ID: "A1", Title: "措施"}
		change(it)
		return Data{Items: []*Item{it}}
	}
	for _, tt := range []struct {
		name   string
		setup  Setup
		data   Data
		en, zh string
	}{
		{"set-up", Setup{}, Data{},
			"setup: currency: \"\" is not a currency; write its ISO 4217 code, such as CNY [bad-currency]\nsetup: organization: organization must not be blank [required-cell]",
			"setup: currency: \"\" 不是币种，请写 ISO 4217 代码，如 CNY [bad-currency]\nsetup: organization: organization 不能为空 [required-cell]"},
		{"fiscal year", Setup{Organization: "x", Currency: "CNY", FiscalYearStart: 13}, Data{},
			`setup: fiscal_year_start: "13" must be a whole number from 1 to 12 [whole-number]`,
			`setup: fiscal_year_start: "13" 应为 1 至 12 的整数 [whole-number]`},
		{"class twice", Setup{Organization: "x", Currency: "CNY", ProductClasses: []ProductClass{{Class: "core"}, {Class: "core"}}}, Data{},
			`setup: product_classes.core: "core" is declared twice [name-twice]`,
			`setup: product_classes.core: "core" 重复声明 [name-twice]`},
		{"no partner id", simple, Data{Partners: []Partner{{Name: "甲"}}},
			"partners#1: partner_id must not be blank [required-cell]", "partners#1: partner_id 不能为空 [required-cell]"},
		{"nil item", simple, Data{Items: []*Item{nil, {Kind: Problem, Causes: []*Item{nil}}}},
			"items#1: the item, or a part of it, is nil [nil-item]\nitems#2: the item, or a part of it, is nil [nil-item]",
			"items#1: 事项或其组成部分是空值（nil） [nil-item]\nitems#2: 事项或其组成部分是空值（nil） [nil-item]"},
		{"partner twice", simple, Data{Partners: []Partner{{ID: "P"}, {ID: "P"}}},
			`partners#2: the partner "P" stands already at partners#1 [partner-twice]`, `partners#2: 伙伴 "P" 已在 partners#1 出现过 [partner-twice]`},
		{"control character", simple, Data{Partners: []Partner{{ID: "P\x07"}}},
			"partners#1: the text holds the control character U+0007 [control-character]", "partners#1: 文本含有控制字符 U+0007 [control-character]"},
		{"no UTF-8", simple, Data{Sales: each(Sale{Date: day("2026-09-01"), Region: "\xff"})},
			"sales#1: this is not UTF-8 text [not-utf8]", "sales#1: 此处不是 UTF-8 文本 [not-utf8]"},
		{"control character in an order", simple, Data{Sales: each(Sale{Date: day("2026-09-01"), OrderID: "\x00"})},
			"sales#1: the text holds the control character U+0000 [control-character]", "sales#1: 文本含有控制字符 U+0000 [control-character]"},
		{"no date", simple, Data{Sales: each(Sale{}, Sale{Position: source.Position{Query: "orders", Row: 12}})},
			"orders#12: date must not be blank [required-cell]\nsales#1: date must not be blank [required-cell]",
			"orders#12: date 不能为空 [required-cell]\nsales#1: date 不能为空 [required-cell]"},
		{"currency", simple, Data{Sales: each(Sale{Date: day("2026-09-01"), Currency: "USD"})},
			`sales#1: the currency is "USD", the book's is CNY [wrong-currency]`, `sales#1: 币种为 "USD"，而账套的币种是 CNY [wrong-currency]`},
		{"amount", simple, Data{Sales: each(Sale{Date: day("2026-09-01"), Amount: amount("1e9999")})},
			"sales#1: the decimal is beyond 64 digits or an exponent of ±34 [number-size]", "sales#1: 数值超出 64 位数字或指数 ±34 的范围 [number-size]"},
		{"no period", simple, Data{Targets: []Row{{Measure: "sales"}}},
			"targets#1: period must not be blank [required-cell]", "targets#1: period 不能为空 [required-cell]"},
		{"no measure", simple, Data{Targets: []Row{{Period: q3}}},
			"targets#1: measure must not be blank [required-cell]", "targets#1: measure 不能为空 [required-cell]"},
		{"scenario", simple, Data{Observations: []Row{{Period: q3, Measure: "leads", Scenario: Plan}}},
			`observations#1: "target" is none of actual, budget, forecast, benchmark [bad-word]`,
			`observations#1: "target" 不在可选值之内：actual, budget, forecast, benchmark [bad-word]`},
		{"key", simple, Data{Targets: []Row{{Period: q3, Measure: "sales", Key: []GroupPair{{"regoin", "x"}, {Region, "a"}, {Region, "b"}}}}},
			"targets#1: the header has the column \"region\" twice [column-twice]\ntargets#1: unknown dimension \"regoin\"; did you mean \"region\"? [unknown-dimension]",
			"targets#1: 表头中 \"region\" 列出现两次 [column-twice]\ntargets#1: 未知的维度 \"regoin\"；是否想写 \"region\"？ [unknown-dimension]"},
		{"row twice", simple, Data{Targets: []Row{
			{Period: q3, Measure: "sales", Key: []GroupPair{{Region, "a"}, {Tier, "b"}}},
			{Period: Range(q3.Start(), q3.Last()), Measure: "sales", Key: []GroupPair{{Tier, "b"}, {Region, "a"}}}}},
			"targets#2: sales of 2026-07-01/2026-09-30 for the same groups is set already at targets#1 [row-twice]",
			"targets#2: sales（2026-07-01/2026-09-30，相同分组）已在 targets#1 设定过 [row-twice]"},
		{"item kind", simple, item(func(it *Item) { it.Kind = Cause }),
			"items#1: kind must not be blank [required-cell]", "items#1: kind 不能为空 [required-cell]"},
		{"item period", simple, item(func(it *Item) { it.Period = Period{} }),
			"items#1: period must not be blank [required-cell]", "items#1: period 不能为空 [required-cell]"},
		{"item field", simple, item(func(it *Item) { it.Class = "money"; it.Causes = []*Item{{Title: "x"}} }),
			"items#1: measures.causes: measure has no field causes [field-of-kind]\nitems#1: measures.class: measure has no field class [field-of-kind]",
			"items#1: measures.causes: 措施没有 causes 字段 [field-of-kind]\nitems#1: measures.class: 措施没有 class 字段 [field-of-kind]"},
		{"evidence field", simple, item(func(it *Item) { it.Effects = []Evidence{{Figure: "sales", Title: "x"}} }),
			"items#1: measures.title: effects has no field title [field-of-kind]", "items#1: measures.title: effects没有 title 字段 [field-of-kind]"},
		{"note slot", simple, Data{Notes: []Note{{Period: q3}}},
			"notes#1: slot must not be blank [required-cell]", "notes#1: slot 不能为空 [required-cell]"},
		{"note twice", simple, Data{Notes: []Note{{Period: q3, Slot: "a"}, {Period: q3, Slot: "a"}}},
			`notes#2: the slot "a" of 2026-Q3 has its text already at notes#1 [note-twice]`, `notes#2: 2026-Q3 的栏目 "a" 已在 notes#1 有文字 [note-twice]`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book, err := New(context.Background(), tt.setup, tt.data)
			list := source.Problems(err)
			if book != nil || list.Error() != tt.en || list.In("zh-CN") != tt.zh {
				t.Errorf("got\n%v\n%s", list, list.In("zh-CN"))
			}
		})
	}
}

func TestNewPlacesIndicators(t *testing.T) {
	setup := simple
	setup.Indicators = []IndicatorText{{ID: "a"}, {ID: "b", Position: source.Position{File: "mine.yaml", Line: 3}}}
	book, err := New(context.Background(), setup, Data{})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"indicators#1", "mine.yaml:3"} {
		x := book.Setup().Indicators[i]
		if got := x.Offsets("formula", 5).String(); got != want || x.Position.String() != want {
			t.Errorf("%s is at %s", x.ID, got)
		}
	}
	if setup.Indicators[0].Offsets != nil {
		t.Error("the caller's set-up was changed")
	}
}

func TestNewPassesErrorsOn(t *testing.T) {
	lost := errors.New("connection lost")
	_, err := New(context.Background(), simple, Data{Sales: func(yield func(Sale, error) bool) {
		_ = yield(Sale{Date: day("2026-09-01")}, nil) && yield(Sale{}, lost)
	}})
	if !errors.Is(err, lost) || err.Error() != "sale 2: connection lost" || source.Problems(err) != nil {
		t.Error(err)
	}
}

func TestNewStopsWhenContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	rows := 0
	_, err := New(ctx, simple, Data{Sales: func(yield func(Sale, error) bool) {
		for yield(Sale{Date: day("2026-09-01")}, nil) {
			if rows++; rows == 5000 {
				cancel()
			}
		}
	}})
	if !errors.Is(err, context.Canceled) || rows > 10_000 {
		t.Errorf("%v after %d rows", err, rows)
	}
}

func TestNewWithoutFacts(t *testing.T) {
	book, err := New(context.Background(), simple, Data{})
	if err != nil {
		t.Fatal(err)
	}
	from, to := book.Data()
	if !from.IsZero() || !to.IsZero() || len(book.Files()) != 0 || len(slices.Collect(book.Sales().Series())) != 0 {
		t.Error("an empty book has facts")
	}
	if len(book.Sales().Dimensions()) != 6 {
		t.Error("an empty book has no dimensions")
	}
}
