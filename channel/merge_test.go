package channel

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/testdata"
)

func merge(t testing.TB, a, b *Book) *Book {
	t.Helper()
	book, err := Merge(a, b)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// randomSales are sale lines with every awkwardness that a merge could get
// wrong: blanks that fall back to partners, spellings, orders in several lines
// and files, partners that are named differently, sums beyond 64 bits, scales.
func randomSales(r *rand.Rand, n int) []string {
	pick := func(texts ...string) string { return texts[r.IntN(len(texts))] }
	lines := make([]string, n)
	for i := range lines {
		lines[i] = strings.Join([]string{
			fmt.Sprintf("2026-%02d-%02d", 1+r.IntN(4), 1+r.IntN(28)),
			pick("12.5", "-3", "0", "1e17", "9000000000000000000", "0.001", "7", "-9000000000000000000.25"),
			pick("P1", "P2", "P3", "P4", ""), pick("", "甲", "乙"), pick("", "直营", "经销"), pick("", "华东", "华东区", "华南"),
			pick("", "A", "B"), pick("", "O1", "O2", "O3", fmt.Sprint("O", r.IntN(50))), pick("", "1", "2.5", "0"),
		}, ",")
	}
	return lines
}

// TestMergeIsTheUnion splits a book's files among several folders and merges
// them in any order: the result is the book of all files, to the last place.
func TestMergeIsTheUnion(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		setup := base["book.yaml"] + "direct_partner_types: [直营]\ngroups: {region: {华东: [华东区]}}\n"
		if seed%3 == 1 {
			setup += "grain: month\n"
		}
		if seed%5 == 1 {
			setup += "orders: none\n"
		}
		all := map[string]string{"book.yaml": setup}
		var parts [3]map[string]string
		for i := range parts {
			parts[i] = map[string]string{"book.yaml": setup}
		}
		give := func(name, text string) {
			all[name] = text
			parts[r.IntN(len(parts))][name] = text
		}
		partners := "partner_id,partner_name,partner_type,region,joined\nP1,,直营,华北,2026-02-01\nP2,二,经销,,\nP9,九,经销,华东区,\n"
		for i := range parts {
			parts[i]["partners.csv"] = partners
			name, text := fmt.Sprintf("sales-%d.csv", i), "date,amount,partner_id,partner_name,partner_type,region,product_line,order_id,quantity\n"
			text += strings.Join(randomSales(r, 1+r.IntN(40)), "\n") + "\n"
			all[name], parts[i][name] = text, text
		}
		all["partners.csv"] = partners
		give("targets-1.csv", "period,measure,region,amount\n2026-Q1,sales,,5\n2026-Q1,sales,华东区,3\n")
		give("targets-2.csv", "period,measure,partner_id,amount\n2026-Q2,sales,P7,5\n2026-01,sales,P1,1\n")
		give("observations-1.csv", "period,measure,region,value\n2026-Q1,leads,东北,5\n2026-Q1,leads,,30\n")
		give("items-1.yaml", "schema: channelreport/items/v1\nperiod: 2026-Q1\nlessons: [{id: L1, title: 甲}, 乙]\nproblems: [丙]\n")
		give("items-2.csv", "period,kind,id,title\n2026-Q1,lesson,L2,丁\n2025-Q4,lesson,L1,戊\n")
		give("notes/2026-Q1.md", "---\nperiod: 2026-Q1\n---\n## 结语\n完\n## 前言\n始\n")
		var books []*Book
		for _, files := range parts {
			books = append(books, open(t, mapFS(files)))
		}
		union := string(dump(t, open(t, mapFS(all))))
		for _, order := range [][3]int{{0, 1, 2}, {2, 0, 1}, {1, 2, 0}, {2, 1, 0}} {
			x, y, z := books[order[0]], books[order[1]], books[order[2]]
			for i, merged := range []*Book{merge(t, merge(t, x, y), z), merge(t, x, merge(t, y, z))} {
				if diff := golden.Diff(union, string(dump(t, merged))); diff != "" {
					t.Fatalf("seed %d, order %v, way %d: the merged book differs from that of all files\n%s", seed, order, i, diff)
				}
			}
		}
	}
}

func TestMergeSample(t *testing.T) {
	all := fstest.MapFS{}
	sample := testdata.Sample()
	first, second := fstest.MapFS{}, fstest.MapFS{}
	for _, pattern := range []string{"*.csv", "*.yaml", "notes/*.md"} {
		for _, name := range glob(sample, pattern) {
			text, err := readLimited(sample, name)
			if err != nil {
				t.Fatal(err)
			}
			all[name] = &fstest.MapFile{Data: text}
			if name != "sales-2026.csv" && !strings.HasPrefix(name, "obs") {
				first[name] = all[name]
			}
			if name == "book.yaml" || name == "partners.csv" || first[name] == nil {
				second[name] = all[name]
			}
		}
	}
	if diff := golden.Diff(string(dump(t, open(t, all))), string(dump(t, merge(t, open(t, second), open(t, first))))); diff != "" {
		t.Error(diff)
	}
}

func TestMergeRefusals(t *testing.T) {
	const targets = "period,measure,amount\n2026,sales,1\n"
	with := func(files ...string) *Book {
		all := map[string]string{"book.yaml": base["book.yaml"], "sales.csv": base["sales.csv"]}
		for i := 0; i < len(files); i += 2 {
			all[files[i]] = files[i+1]
		}
		return open(t, mapFS(all))
	}
	for _, tt := range []struct {
		name   string
		a, b   *Book
		en, zh string
	}{
		{"other set-up", with(), with("book.yaml", base["book.yaml"]+"grain: month\n"),
			`book.yaml: books can be merged if their book.yaml says the same; one says "setup", the other "setup grain=month" [setups-differ]`,
			`book.yaml: 合并账套要求 book.yaml 内容一致；一方为 "setup"，另一方为 "setup grain=month" [setups-differ]`},
		{"a target twice", with("targets.csv", targets), with("targets-2.csv", targets),
			"targets-2.csv:2:12: sales of 2026 for the same groups is set already at targets.csv:2:12 [row-twice]",
			"targets-2.csv:2:12: sales（2026，相同分组）已在 targets.csv:2:12 设定过 [row-twice]"},
		{"a partner in two ways", with("partners.csv", "partner_id,region\nP1,华东\n"), with("partners.csv", "partner_id,region\nP1,华南\n"),
			`partners.csv:2:1: the partner "P1" stands already at partners.csv:2:1 [partner-twice]`,
			`partners.csv:2:1: 伙伴 "P1" 已在 partners.csv:2:1 出现过 [partner-twice]`},
		{"an item twice", with("items.csv", "period,kind,id,title\n2026,lesson,L1,甲\n"), with("items-2.csv", "period,kind,id,title\n2026,lesson,L1,甲\n"),
			`items.csv:2:13: the id "L1" of 2026 stands already at items-2.csv:2:13 [item-twice]`,
			`items.csv:2:13: 编号 "L1"（2026）已在 items-2.csv:2:13 出现过 [item-twice]`},
	} {
		book, err := Merge(tt.a, tt.b)
		list := source.Problems(err)
		if book != nil || list.Error() != tt.en || list.In("zh") != tt.zh {
			t.Errorf("%s: %v\n%s", tt.name, list, list.In("zh"))
		}
	}
}

// TestMergeData unites what the books declare of their data.
func TestMergeData(t *testing.T) {
	with := func(data, date string) *Book {
		return open(t, mapFS(map[string]string{"book.yaml": base["book.yaml"] + data, "sales.csv": "date,amount\n" + date + ",1\n"}))
	}
	declared := with("data: {from: 2026-01-01, to: 2026-06-15}\n", "2026-03-05")
	for _, tt := range []struct {
		other *Book
		want  string
	}{
		{with("data: {from: 2025-01-01}\n", "2026-02-05"), "2025-01-01 2026-06-15"},
		{with("", "2026-07-05"), "2026-01-01 2026-07-31"},
		{with("", "2025-12-05"), "2025-12-01 2026-06-15"},
	} {
		for _, m := range []*Book{merge(t, declared, tt.other), merge(t, tt.other, declared)} {
			if from, to := m.Data(); fmt.Sprint(from, to) != tt.want {
				t.Errorf("from %v to %v, want %s", from, to, tt.want)
			}
		}
	}
}

// TestSums holds that lines that somebody has summed are as good as the lines,
// and stay so when books are merged.
func TestSums(t *testing.T) {
	setup := Setup{Organization: "示例公司", Currency: "CNY", Grain: "month"}
	day := civil(2026, 9, 1)
	line := func(region, order string, amount, quantity int64) Sale {
		return Sale{Date: day, Region: region, OrderID: order, Amount: decimal.NewFromInt(amount),
			Quantity: decimal.NewNullDecimal(decimal.NewFromInt(quantity))}
	}
	lines := []Sale{line("华东", "O1", 1, 2), line("华东", "O1", 3, 4), line("华东", "O2", 5, 6), line("华东", "", 7, 0), line("华南", "O3", 9, 1)}
	sums := []SaleSum{{line("华东", "", 9, 12), 3, 2}, {line("华东", "", 7, 0), 1, 0}, {line("华南", "", 9, 1), 1, 1}}
	build := func(data Data) *Book {
		book, err := New(context.Background(), setup, data)
		if err != nil {
			t.Fatal(err)
		}
		return book
	}
	summed := build(Data{Sums: eachOf(sums...)})
	if diff := golden.Diff(facts(t, build(Data{Sales: each(lines...)})), facts(t, summed)); diff != "" {
		t.Error(diff)
	}
	merged := merge(t, build(Data{Sums: eachOf(sums[:2]...)}), build(Data{Sums: eachOf(sums[2:]...)}))
	if diff := golden.Diff(facts(t, summed), facts(t, merged)); diff != "" {
		t.Error(diff)
	}
	if merged.Sales().Orders() != 3 {
		t.Errorf("%d orders", merged.Sales().Orders())
	}
	setup.Orders = "none"
	if n := build(Data{Sums: eachOf(sums...)}).Sales().Orders(); n != 0 {
		t.Errorf("%d orders, though none are counted", n)
	}
	for _, tt := range []struct {
		sums   []SaleSum
		en, zh string
	}{
		{[]SaleSum{{line("", "", 1, 1), 0, 0}, {line("", "O1", 1, 1), 1, 2}},
			`sums#1: a sum of sale lines must have at least one line, no more orders than lines, and no order id; it has 0, 0 and "" [bad-sum]` + "\n" +
				`sums#2: a sum of sale lines must have at least one line, no more orders than lines, and no order id; it has 1, 2 and "O1" [bad-sum]`,
			"sums#1: 销售汇总至少应含一行，订单数不超过行数，且不带订单号；此处分别为 0、0 和 \"\" [bad-sum]\n" +
				"sums#2: 销售汇总至少应含一行，订单数不超过行数，且不带订单号；此处分别为 1、2 和 \"O1\" [bad-sum]"},
		{[]SaleSum{{line("", "", 1, 1), 1 << 30, 0}, {line("", "", 1, 1), 1 << 30, 0}},
			"sums#2: the sums of one day and group have more than 2147483647 lines [too-many-lines]",
			"sums#2: 同一天同一分组的汇总超过 2147483647 行 [too-many-lines]"},
	} {
		_, err := New(context.Background(), setup, Data{Sums: eachOf(tt.sums...)})
		if list := source.Problems(err); list.Error() != tt.en || list.In("zh") != tt.zh {
			t.Errorf("%v\n%s", list, list.In("zh"))
		}
	}
}
