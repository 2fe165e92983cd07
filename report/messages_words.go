package report

import "example.com/channelreport/channel/source"

// Problems in the text of a sentence.
var (
	msgUnclosedMark = source.Message{
		Code: "unclosed-mark",
		En:   "%q is not closed by %q on this line",
		Zh:   "%q 在本行内没有以 %q 结束",
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
	msgUnpairedStrong = source.Message{
		Code: "unpaired-strong",
		En:   "this ** has no second ** in the same part; write **text**",
		Zh:   "此处的 ** 在同一部分内没有配对，应写成 **文字**",
	}
)
