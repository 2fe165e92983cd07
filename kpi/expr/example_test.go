package expr_test

import (
	"fmt"

	"example.com/channelreport/kpi/expr"
)

func ExampleParse() {
	n, _ := expr.Parse(`限定（销售额，区域＝“华东”）.同比 > 10%`)
	fmt.Println(expr.Format(n))

	_, problems := expr.Parse("sales.yoy(1) and 0 < due < 2026-12-31")
	for _, p := range problems {
		fmt.Printf("%d: %s\n", p.At+1, p.Message.In("en", p.Args...))
	}
	// Output:
	// 限定(销售额, 区域 == "华东").同比 > 10%
	// 7: write yoy(…) around the figure, not behind it
	// 26: comparisons do not chain; join them with and (且)
	// 28: 2026-12-31 would be a subtraction; write date("2026-12-31") or "2026-12-31"
}

func ExampleParsePrefix() {
	sentence := `华东销售额{{ of(sales, region = "}}") }}。`
	n, end, _ := expr.ParsePrefix(sentence, len([]rune("华东销售额{{")))
	fmt.Println(expr.Format(n))
	fmt.Println(string([]rune(sentence)[end:]))
	// Output:
	// of(sales, region == "}}")
	// }}。
}

func ExampleWalk() {
	n, _ := expr.Parse("50 * min(sales.attainment, cap) + new_partners")
	for n := range expr.Walk(n) {
		if name, ok := n.(*expr.Name); ok {
			fmt.Println(name.Pos(), name.Ident)
		}
	}
	// Output:
	// 9 sales
	// 27 cap
	// 34 new_partners
}

func ExampleUnglue() {
	keyword, at, _ := expr.Unglue("销售额且目标")
	fmt.Println(keyword, at)
	// Output: 且 3
}
