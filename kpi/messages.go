package kpi

import "example.com/channelreport/channel/source"

// What can be wrong in an expression.
var (
	msgUnknownName = source.Message{Code: "unknown-name",
		En: "unknown name %q",
		Zh: "未知的名称 %q"}
	msgGlued = source.Message{Code: "glued-keyword",
		En: "put spaces around %s",
		Zh: "请在 %s 的前后加空格"}
	msgDimension = source.Message{Code: "dimension-as-figure",
		En: "%s is a dimension and has no value",
		Zh: "%s 是维度，没有数值"}
	msgUnknownAspectOf = source.Message{Code: "unknown-aspect",
		En: "unknown aspect %q of %s",
		Zh: "%[2]s 没有名为 %[1]q 的取值"}
	msgAspectsOf = source.Message{Code: "unknown-aspect",
		En: "unknown aspect %q of %s; it has: %s",
		Zh: "%[2]s 没有名为 %[1]q 的取值；可用：%[3]s"}
	msgUnknownAspect = source.Message{Code: "unknown-aspect",
		En: "unknown aspect %q",
		Zh: "未知的取值 %q"}
	msgNoAspect = source.Message{Code: "no-such-aspect",
		En: "%s has no %s",
		Zh: "%s 没有 %s"}
	msgNoGrowth = source.Message{Code: "growth-of-rate",
		En: "%[1]s is a rate and has no %[2]s; write %[1]s.%[3]s for the change in percentage points",
		Zh: "%[1]s 是比率，没有 %[2]s；百分点的变化请写 %[1]s.%[3]s"}
	msgAspectOfFormula = source.Message{Code: "aspect-of-formula",
		En: "%s can be asked of an indicator only; give the formula a name under indicators",
		Zh: "只有指标才有 %s；请先在 indicators 下为这个公式命名"}
	msgUnknownFunction = source.Message{Code: "unknown-function",
		En: "unknown function %q",
		Zh: "未知的函数 %q"}
	msgArguments = source.Message{Code: "argument-count",
		En: "%s takes %d argument(s), not %d",
		Zh: "%s 需要 %d 个参数，而不是 %d 个"}
	msgNotFigure = source.Message{Code: "not-a-figure",
		En: "an indicator or a formula over indicators is expected here",
		Zh: "此处应为指标或由指标组成的公式"}
	msgPeriodText = source.Message{Code: "period-text",
		En: `a period is written in quotes: "2026-Q1"`,
		Zh: "期间要写在引号里，如 \"2026-Q1\""}

	msgPeriodGrain = source.Message{Code: "period-grain",
		En: "the period %q does not consist of whole months, which a book with grain: month needs",
		Zh: "期间 %q 不是整月，而 grain: month 的账套要求整月"}
	msgNoPeriod = source.Message{Code: "no-period",
		En: "no period is given",
		Zh: "没有给出期间"}

	msgFilter = source.Message{Code: "filter",
		En: `a condition compares a dimension with a text: region == "East", joined by and, or, not`,
		Zh: "条件是维度与文字的比较，如 区域 = \"华东\"，可用 且、或、非 连接"}
	msgFilterColumn = source.Message{Code: "filter-column",
		En: "a dimension is expected before the comparison",
		Zh: "比较的左边应为维度"}
	msgUnknownDimension = source.Message{Code: "unknown-dimension",
		En: "unknown dimension %q",
		Zh: "未知的维度 %q"}
	msgFilterPeriod = source.Message{Code: "filter-period",
		En: `%s cannot be filtered by; take another period with at(x, "2026-09")`,
		Zh: "不能按 %s 筛选；其他期间请用 取期(x, \"2026-09\")"}
	msgFilterList = source.Message{Code: "filter-list",
		En: "in and not in take a list [..], == and != a text",
		Zh: "属于、不属于 后面写列表 [..]，= 和 != 后面写文字"}
	msgFilterValue = source.Message{Code: "filter-value",
		En: "%s is compared with a text in quotes; write %q",
		Zh: "%s 只能与引号里的文字比较，请写 %q"}

	msgUnits = source.Message{Code: "units",
		En: "%s needs one unit on both sides, not %s and %s",
		Zh: "%s 两边的单位应当相同，却是%s和%s"}
	msgNoArithmetic = source.Message{Code: "no-arithmetic",
		En: "%s cannot be applied to %s",
		Zh: "%s 不能用于%s"}
	msgNoUnit = source.Message{Code: "no-unit",
		En: "the result of the formula has no unit that could be printed",
		Zh: "公式的结果没有可以显示的单位"}
)

// What can be wrong in a definition.
var (
	msgDimensions = source.Message{Code: "too-many-dimensions",
		En: "a book has at most %d dimensions, not %d",
		Zh: "维度最多 %d 个，却有 %d 个"}
	msgTaken = source.Message{Code: "name-taken",
		En: "the name %q is taken; a built-in name is never redefined",
		Zh: "名称 %q 已被使用，内置名称不能重新定义"}
	msgNotName = source.Message{Code: "not-a-name",
		En: "%q cannot be used as a name in expressions: letters, digits and _ only, no keyword",
		Zh: "%q 不能用作表达式中的名称：只能用文字、数字和 _，且不能是关键字"}
	msgUnit = source.Message{Code: "unknown-unit",
		En: "unknown unit %q",
		Zh: "未知的单位 %q"}
	msgOneOf = source.Message{Code: "unknown-word",
		En: "%s cannot be %q; it is one of %s",
		Zh: "%s 不能是 %q，只能是 %s"}
	msgNoFormula = source.Message{Code: "no-formula",
		En: "indicator %s has no formula",
		Zh: "指标 %s 没有公式"}
	msgNeedsUnit = source.Message{Code: "needs-unit",
		En: "say which unit %s has; it does not follow from the formula",
		Zh: "请写明 %s 的单位，公式本身看不出来"}
	msgUnitMismatch = source.Message{Code: "unit-mismatch",
		En: "%s is declared as %s, but its formula gives %s",
		Zh: "%s 声明的单位是%s，公式得出的却是%s"}
	msgCycle = source.Message{Code: "cycle",
		En: "the formula of %s rests on itself through %s",
		Zh: "%s 的公式经由 %s 又用到了自己"}
)

// What can be wrong in the rows of a book.
var (
	msgUnknownMeasure = source.Message{Code: "unknown-measure",
		En: "unknown measure %q",
		Zh: "未知的指标 %q"}
	msgSummed = source.Message{Code: "summed-from-sales",
		En: "%s is summed from the sale lines and cannot be recorded",
		Zh: "%s 由销售明细汇总得出，不能另行录入"}
	msgOverlap = source.Message{Code: "overlapping-rows",
		En: "%[1]s: the period %[2]s overlaps %[3]s (%[4]s), and neither holds the other",
		Zh: "%[1]s：期间 %[2]s 与 %[3]s（%[4]s）重叠，且互不包含"}
	msgLacksGroup = source.Message{Code: "lacks-group",
		En: "%[1]s: other rows of %[4]s are by %[2]s, but none is for %[3]s",
		Zh: "%[1]s：%[4]s 另有按 %[2]s 的记录，却缺少 %[3]s 的一行"}
	msgTwoKeySets = source.Message{Code: "two-key-sets",
		En: "%[1]s: rows by %[2]s and rows by %[3]s both add up to %[4]s in %[5]s; add a row of %[4]s",
		Zh: "%[1]s：%[5]s 中按 %[2]s 与按 %[3]s 的记录都可以汇总出%[4]s，请补录%[4]s的一行"}
)

// What should be looked at.
var (
	msgDataEnds = source.Message{Code: "data-end",
		En: "the data end on %s, before the period %s does: its figures are not whole, and it cannot be compared with whole periods",
		Zh: "数据截至%s，早于期间%s的末日：本期数字并不完整，不能与完整的期间直接比较"}
	msgDataBegin = source.Message{Code: "data-begin",
		En: "the data begin on %s, after the period %s does: its figures are not whole, and it cannot be compared with whole periods",
		Zh: "数据始于%s，晚于期间%s的首日：本期数字并不完整，不能与完整的期间直接比较"}
	msgNoSales = source.Message{Code: "no-sales",
		En: "the period %s has no sale line, though the data run from %s to %s; is a file missing, or a date wrong?",
		Zh: "期间 %s 没有任何销售明细，而数据的范围是 %s 至 %s；是否缺少文件，或有日期写错？"}
	msgNobodyHas = source.Message{Code: "unused-group",
		En: "no fact has the %s %q",
		Zh: "没有任何数据属于%s %q"}
	msgTargetSize = source.Message{Code: "target-size",
		En: "targets of %s are more than 1,000 times their actual or less than 1/1,000: %d, the first of them here; is the unit right (万元)?",
		Zh: "%s 有 %d 个目标达到实际的 1000 倍以上或不足千分之一，此处为第一个；单位是否有误（万元）？"}
	msgMoreKept = source.Message{Code: "more-kept",
		En: "at the end of %s %v were kept, more than the %v at its start (%v)",
		Zh: "%s 期末留存 %v，多于期初的 %v（%v）"}
)

// unitTerm is a unit as an operand of messages.
func unitTerm(u Unit) source.Term {
	switch u {
	case Money:
		return source.Term{En: "money", Zh: "金额"}
	case MoneyPerCustomer:
		return source.Term{En: "money per customer", Zh: "每客户金额"}
	case Count:
		return source.Term{En: "a count", Zh: "数量"}
	case Percent:
		return source.Term{En: "a percentage", Zh: "百分比"}
	case Points:
		return source.Term{En: "percentage points", Zh: "百分点"}
	case RatioAB:
		return source.Term{En: "a ratio a : b", Zh: "比例 a : b"}
	case Index:
		return source.Term{En: "an index", Zh: "指数"}
	case Score:
		return source.Term{En: "a score", Zh: "评分"}
	case Days:
		return source.Term{En: "days", Zh: "天数"}
	case Hours:
		return source.Term{En: "hours", Zh: "小时数"}
	case Months:
		return source.Term{En: "months", Zh: "月数"}
	case Rank:
		return source.Term{En: "a rank", Zh: "名次"}
	}
	return source.Term{En: "a number", Zh: "数字"}
}

// madeTerm is what a formula gives, as an operand of messages.
func madeTerm(n *node) source.Term {
	if n.op == opRatio || n.unit != Number {
		return unitTerm(n.unit)
	}
	if u, ok := named(n.made); ok {
		return unitTerm(u)
	}
	return source.Term{En: "something without a unit", Zh: "没有单位的量"}
}
