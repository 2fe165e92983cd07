package report

import "example.com/channelreport/channel/source"

// Problems in the text of a sentence.
var (
	msgUnclosedMark = source.Message{
		Code: "unclosed-mark",
		En:   "%q is not closed by %q on this line",
		Zh:   "%q 在本行内没有以 %q 结束",
	}
	msgHalfMark = source.Message{
		Code: "half-mark",
		En:   "one brace is missing; write %[2]q in the place of %[1]q",
		Zh:   "少了一个花括号；请把 %q 写成 %q",
	}
	msgStrayMark = source.Message{
		Code: "stray-mark",
		En:   "%q closes nothing; no %q stands before it on this line",
		Zh:   "%q 没有可结束的内容，本行前面没有 %q",
	}
	msgFullWidthMark = source.Message{
		Code: "full-width-mark",
		En:   "%q are full-width marks; type %q",
		Zh:   "%q 是全角符号，请改为半角的 %q",
	}
	msgDeepOptional = source.Message{
		Code: "optional-too-deep",
		En:   "optional parts are nested more than %d deep",
		Zh:   "[[ ]] 的嵌套超过 %d 层",
	}
	msgUnpairedStrong = source.Message{
		Code: "unpaired-strong",
		En:   "this ** has no second ** in the same part; write **text**",
		Zh:   "此处的 ** 在同一部分内没有配对，应写成 **文字**",
	}
)

// Problems in what a book says about printing.
var (
	msgPrintMoney = source.Message{
		Code: "print-money",
		En:   "money cannot be printed in %q; use 元, 千元, 万元, 百万元, 千万元, 亿元, 十亿元, thousand, million or billion",
		Zh:   "金额不能以 %q 为单位；可用：元、千元、万元、百万元、千万元、亿元、十亿元、thousand、million、billion",
	}
	msgPrintDecimals = source.Message{
		Code: "print-decimals",
		En:   "decimals are set for money, base, percent, points, score, ratio, days, hours, index and count, not for %q",
		Zh:   "小数位数只能为 money、base、percent、points、score、ratio、days、hours、index、count 设置，不能为 %q 设置",
	}
)
