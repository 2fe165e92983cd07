package expr

import "example.com/channelreport/channel/source"

// What the parser has to say. Offsets and operands come with the Problem.
var (
	msgEmpty = source.Message{Code: "empty-expression",
		En: "the expression is empty",
		Zh: "表达式是空的"}
	msgTooLong = source.Message{Code: "expression-too-long",
		En: "the expression is longer than %d characters",
		Zh: "表达式超过 %d 个字符"}
	msgTooDeep = source.Message{Code: "expression-too-deep",
		En: "brackets and signs are nested more than %d deep",
		Zh: "括号和符号的嵌套超过 %d 层"}

	msgUnexpected = source.Message{Code: "unexpected",
		En: "unexpected %s",
		Zh: "此处不应出现 %s"}
	msgExpected = source.Message{Code: "expected",
		En: "expected %s, found %s",
		Zh: "此处应为%s，却是 %s"}
	msgUnfinished = source.Message{Code: "unfinished",
		En: "expected %s, found the end",
		Zh: "表达式没有写完，此处缺少%s"}
	msgAspect = source.Message{Code: "expected-aspect",
		En: "expected an aspect after the point",
		Zh: "点号后面应写取值名或字段名，如 销售额.同比"}
	msgMethod = source.Message{Code: "method-call",
		En: "write %s(…) around the figure, not behind it",
		Zh: "%s(…) 要写在指标外面，不能跟在指标后面"}
	msgChain = source.Message{Code: "chained-comparison",
		En: "comparisons do not chain; join them with and (且)",
		Zh: "比较不能连写，请用 且（and）连接"}
	msgGlued = source.Message{Code: "glued-keyword",
		En: "put spaces around %s",
		Zh: "请在 %s 的前后加空格"}
	msgBrackets = source.Message{Code: "list-brackets",
		En: "a list is written in square brackets: [a, b]",
		Zh: "列表要用方括号，写成 [a, b]"}

	msgString = source.Message{Code: "unclosed-string",
		En: "string is not closed",
		Zh: "文字缺少右引号"}
	msgQuotes = source.Message{Code: "mixed-quotes",
		En: "string opens with %s but closes with %s",
		Zh: "文字以 %s 开头，却以 %s 结尾"}

	msgDate = source.Message{Code: "bare-date",
		En: "%[1]s would be a subtraction; write date(%[2]q) or %[2]q",
		Zh: "%[1]s 会被当作减法，日期请写成 date(%[2]q) 或 %[2]q"}
	msgDateWords = source.Message{Code: "worded-date",
		En: "a date is written date(%[1]q) or %[1]q",
		Zh: "日期请写成 date(%[1]q) 或 %[1]q"}
	msgPeriod = source.Message{Code: "bare-period",
		En: "%[1]s would be a subtraction; write %[2]q",
		Zh: "%[1]s 会被当作减法，期间请写成 %[2]q"}
	msgGluedNumber = source.Message{Code: "glued-number",
		En: "put a space after the number",
		Zh: "请在数字后面加空格"}
	msgGrouping = source.Message{Code: "grouped-number",
		En: "write numbers without thousands separators, as in 1000000 or 100万",
		Zh: "数字不要加千位分隔符，请写成 1000000 或 100万"}
	msgDigits = source.Message{Code: "number-too-long",
		En: "the number has more than %d digits",
		Zh: "数字超过 %d 位"}
	msgPlaces = source.Message{Code: "number-too-fine",
		En: "the number has more than %d decimal places",
		Zh: "数字的小数超过 %d 位"}
)

// What was expected, as an operand of msgExpected and msgUnfinished.
var (
	aValue      = source.Term{En: "a value", Zh: "数值、名称或文字"}
	aBracket    = source.Term{En: ")", Zh: "右括号"}
	aCommaRound = source.Term{En: ", or )", Zh: "逗号或右括号"}
	aCommaBox   = source.Term{En: ", or ]", Zh: "逗号或右方括号"}
)
