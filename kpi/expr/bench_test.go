package expr

import "testing"

// sentences are as many and as long as a whole report's expressions.
var written150 = func() []string {
	some := []string{
		"period", "sales", "attain(sales)", "sales.yoy", "growth(sales)",
		"drivers(region, sales)", "销售额.完成率 < 90% 且 销售额 > 100万",
		`of(new_partners, city_tier in ["二线", "三线"])`,
		`versus(market_share, market_share.benchmark, "主要竞争对手")`,
		"met_figures(sales, conversion_rate, cac, market_share, coverage_rate)",
	}
	var all []string
	for range 150 / len(some) {
		all = append(all, some...)
	}
	return all
}()

// BenchmarkParse reads the 150 expressions of a whole report.
func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range written150 {
			if n, problems := Parse(text); n == nil || problems != nil {
				b.Fatal(text, problems)
			}
		}
	}
}

// BenchmarkFormat writes them.
func BenchmarkFormat(b *testing.B) {
	var nodes []Node
	for _, text := range written150 {
		n, _ := Parse(text)
		nodes = append(nodes, n)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, n := range nodes {
			if Format(n) == "" {
				b.Fatal("nothing written")
			}
		}
	}
}
