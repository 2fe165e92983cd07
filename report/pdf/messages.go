package pdf

import "example.com/channelreport/channel/source"

// The problems that a document can have on its way to the page.
var (
	msgUTF8 = source.Message{
		Code: "invalid-utf8",
		En:   "the text is not valid UTF-8: byte %#02x at offset %d",
		Zh:   "文本不是有效的 UTF-8 编码：第 %[2]d 字节处为 %#02[1]x",
	}
	msgRune = source.Message{
		Code: "missing-glyph",
		En:   "no font has a glyph for %q (%U, %s); occurrences: %d, first in %q",
		Zh:   "所有字体都缺少字符 %q（%U，%s）的字形，共 %d 处，首处为 %q",
	}
	msgStandIn = source.Message{
		Code: "substituted-glyph",
		En:   "no font has a glyph for %q (%U, %s), and 〓 stands in its place; occurrences: %d, first in %q",
		Zh:   "所有字体都缺少字符 %q（%U，%s）的字形，以〓代替，共 %d 处，首处为 %q",
	}
	msgChart = source.Message{
		Code: "bad-chart",
		En:   "the chart cannot be drawn: %v",
		Zh:   "图表无法绘制：%v",
	}
	msgTable = source.Message{
		Code: "table-too-wide",
		En:   "two columns of the table %q do not fit side by side where it stands; take it out of the list or callout around it",
		Zh:   "表格 %q 所在位置过窄，容不下并排的两列；请将其移出所在的列表或提示框",
	}
)
