package report

import (
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
)

// Problems with what expressions ask for.
var (
	msgBareFunction = source.Message{
		Code: "bare-function",
		En:   "%[1]s is a function; write %[1]s(…)",
		Zh:   "%[1]s 是函数，请写成 %[1]s(…)",
	}
	msgBareEither = source.Message{
		Code: "bare-function",
		En:   "%[1]s says nothing alone; write sales.%[1]s for the number, or %[1]s(sales) for the words in a sentence",
		Zh:   "%[1]s 不能单独使用：表格和图中的数值请写 销售额.%[1]s，句子中的说法请写 %[1]s(销售额)",
	}
	msgBareAspect = source.Message{
		Code: "bare-aspect",
		En:   "%[1]s is asked of a figure; write it behind a point: sales.%[2]s",
		Zh:   "%[1]s 须跟在指标的点号后面，如 销售额.%[3]s",
	}
	msgElsewhere = source.Message{
		Code: "not-here",
		En:   "%s cannot stand here: %s",
		Zh:   "%s 不能用在此处：%s",
	}
	msgUnknownField = source.Message{
		Code: "unknown-field",
		En:   "unknown field %q of %s",
		Zh:   "%[2]s没有名为 %[1]q 的字段",
	}
	msgNoFields = source.Message{
		Code: "no-fields",
		En:   "%s has no fields; only an item and a list of items have",
		Zh:   "%s没有字段，只有事项和事项列表才有",
	}
	msgPercentWanted = source.Message{
		Code: "percent-wanted",
		En:   "a percentage is compared with a percentage, such as 15%%",
		Zh:   "百分比要与百分比比较，如 15%%",
	}
	msgLiteralWanted = source.Message{
		Code: "literal-wanted",
		En:   "a text in quotes is expected here",
		Zh:   "此处应为引号中的文字",
	}
	msgUnquoted = source.Message{
		Code: "unquoted-text",
		En:   "a text is written in quotes: %q",
		Zh:   "文字要加引号，请写 %q",
	}
	msgWholePart = source.Message{
		Code: "whole-part",
		En:   "%[1]s is no single group here and has no %[2]s; ask one for it, such as of(%[3]s, region = \"…\").%[2]s, or the rows of a dimension",
		Zh:   "此处的 %[1]s 不是单个分组，没有 %[2]s；请指明一个分组，如 限定(%[3]s, 区域 = \"…\").%[2]s，或写在按维度分行的表格里",
	}
	msgNoItem = source.Message{
		Code: "no-such-item",
		En:   "the report has no item %q among those of %s",
		Zh:   "报告所列 %[2]s 的事项中没有编号 %[1]q",
	}
	msgPredicateLeft = source.Message{
		Code: "predicate-left",
		En:   "%s begins the line when what stands before it in [[ ]] has no data; put it inside, or the figure outside",
		Zh:   "前面的 [[ ]] 缺数据时，%s 会落到行首；请把它移入其中，或把主语写在 [[ ]] 之外",
	}
	msgTitleAbsent = source.Message{
		Code: "title-absent",
		En:   "a heading, title or caption keeps its words; put what can be absent into [[ ]]",
		Zh:   "标题和题注不能因缺数据而落空；请把可能缺失的内容放进 [[ ]]",
	}
	msgTitleOptional = source.Message{
		Code: "title-optional",
		En:   "without data nothing is left of this heading, title or caption; write words outside of [[ ]]",
		Zh:   "缺数据时，这个标题或题注会变成空白；请在 [[ ]] 之外写上文字",
	}
	msgNoDate = source.Message{
		Code: "no-date",
		En:   "%q is no date (YYYY-MM-DD)",
		Zh:   "%q 不是有效日期（YYYY-MM-DD）",
	}
	msgNoSum = source.Message{
		Code: "no-sum",
		En:   "%s are percentages, which do not add up",
		Zh:   "%s 是百分比，不能相加",
	}
	msgRangeUnits = source.Message{
		Code: "range-units",
		En:   "a range has one unit at both ends; here they are %s and %s",
		Zh:   "区间两端的单位须相同，此处为%s和%s",
	}
	msgScale = source.Message{
		Code: "unknown-scale",
		En:   "money cannot be printed in %q; use %s",
		Zh:   "金额不能以 %q 为单位；可用：%s",
	}
	msgNotCounted = source.Message{
		Code: "not-counted",
		En:   "%s is for counts, and %s is %s; write {{ %[2]s }}",
		Zh:   "%s 只用于个数，而 %s 是%s；请直接写 {{ %[2]s }}",
	}
	msgDigits = source.Message{
		Code: "digits",
		En:   "the number of decimals is a whole number from 0 to %d",
		Zh:   "小数位数应为 0 到 %d 的整数",
	}
	msgNoPartner = source.Message{
		Code: "no-partner",
		En:   "no single partner is spoken of here; it is with scope: partner, and in rows of partners",
		Zh:   "此处没有特定的伙伴；只有 scope: partner 的模板和以伙伴为行的表格才有",
	}
	msgNoTarget = source.Message{
		Code: "no-ref-target",
		En:   "no block has the id %q",
		Zh:   "没有编号为 %q 的内容块",
	}
	msgNoLabel = source.Message{
		Code: "no-label",
		En:   "the block %q has no number to refer to; tables, charts and sections have",
		Zh:   "内容块 %q 没有可引用的序号；只有表、图和章节才有",
	}
	msgUnknownClaim = source.Message{
		Code: "unknown-claim",
		En:   "%q is no judgement that can be tested; these are: %s",
		Zh:   "%q 不是可以检验的判断；可用：%s",
	}
	msgClaimNeeds = source.Message{
		Code: "claim-needs",
		En:   "%q compares with something; name it as the third argument",
		Zh:   "“%s”需要比较对象，请写在第三个参数",
	}
	msgClaimAlone = source.Message{
		Code: "claim-alone",
		En:   "%q compares with no second figure",
		Zh:   "“%s”不需要第二个指标",
	}
	msgClaim = source.Message{
		Code: "claim-contradicted",
		En:   "the claim %q about %s does not hold: %s",
		Zh:   "“%s”与数据不符，%s为%s",
	}
	msgLiteralText = source.Message{
		Code: "literal-text",
		En:   "%s is printed as it stands and holds no expressions",
		Zh:   "%s 按原文打印，不能使用表达式",
	}
	msgForPartner = source.Message{
		Code: "for-partner",
		En:   "the template makes a report for each partner; ask for one of them",
		Zh:   "该模板为每个伙伴各出一份报告，请指定伙伴",
	}
	msgPartnerAlone = source.Message{
		Code: "partner-alone",
		En:   "in a report of one partner there is no other one: break down by something else, or ask for the whole channel with report.",
		Zh:   "每个伙伴一份的报告里没有其他伙伴：请按别的维度分解；要看全渠道，请写 全局.指标",
	}
	msgBadName = source.Message{
		Code: "bad-name",
		En:   "%q cannot be a name in expressions: letters, digits and _ only, no digit first",
		Zh:   "%q 不能用作表达式中的名称：只能含汉字、英文字母、数字和 _，且不以数字开头",
	}
	msgRecursion = source.Message{
		Code: "part-in-itself",
		En:   "the part %q is used inside itself",
		Zh:   "部件 %q 在自身内部被使用",
	}
	msgNoPart = source.Message{
		Code: "unknown-part",
		En:   "the template has no part %q",
		Zh:   "模板没有部件 %q",
	}
	msgUnusedPart = source.Message{
		Code: "unused-part",
		En:   "no block uses the part %q",
		Zh:   "没有内容块使用部件 %q",
	}
	msgNotDeclared = source.Message{
		Code: "not-declared",
		En:   "the template uses %s, which this book does not declare",
		Zh:   "模板用到 %s，而账套没有声明它",
	}
	msgDeclaredUnit = source.Message{
		Code: "declared-unit",
		En:   "the template counts on %s in %s, and this book has it in %s",
		Zh:   "模板要求 %s 的单位为%s，而账套中为%s",
	}
)

// Words for what was expected or found.
var (
	termItem       = source.Term{En: "an item", Zh: "事项"}
	termNumbers    = source.Term{En: "a list of numbers, such as resources.amount", Zh: "数值列表，如 资源.金额"}
	termFigures    = source.Term{En: "a list of figures", Zh: "指标列表"}
	termPrinted    = source.Term{En: "a printed number", Zh: "已定格式的数"}
	termMoney      = source.Term{En: "an amount of money", Zh: "金额"}
	termMoneyAsked = source.Term{En: "a list of resources", Zh: "资源列表"}
	termPeriod     = source.Term{En: `a period in quotes, such as "2026-Q1"`, Zh: "引号中的期间，如 \"2026-Q1\""}
	termNamed      = source.Term{En: "a figure or a dimension", Zh: "指标或维度"}
	termOther      = source.Term{En: "a figure or number to compare with", Zh: "用来比较的指标或数"}
)

// unitWords name units.
var unitWords = map[kpi.Unit]source.Term{
	kpi.Money:            {En: "money", Zh: "金额"},
	kpi.MoneyPerCustomer: {En: "money per customer", Zh: "每客户金额"},
	kpi.Count:            {En: "a count", Zh: "数量"},
	kpi.Percent:          {En: "a percentage", Zh: "百分比"},
	kpi.Points:           {En: "percentage points", Zh: "百分点"},
	kpi.RatioAB:          {En: "a ratio a : b", Zh: "比例 a : b"},
	kpi.Index:            {En: "an index", Zh: "指数"},
	kpi.Score:            {En: "a score", Zh: "评分"},
	kpi.Days:             {En: "days", Zh: "天数"},
	kpi.Hours:            {En: "hours", Zh: "小时数"},
	kpi.Months:           {En: "months", Zh: "月数"},
	kpi.Rank:             {En: "a rank", Zh: "名次"},
	kpi.Number:           {En: "a number", Zh: "数"},
}

// unitWord names a unit for a message.
func unitWord(u kpi.Unit) source.Term { return unitWords[u] }
