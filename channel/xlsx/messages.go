package xlsx

import "example.com/channelreport/channel/source"

var (
	msgUnreadable = source.Message{Code: "unreadable-workbook",
		En: "this is no .xlsx workbook, or a damaged or encrypted one: %v",
		Zh: "不是 .xlsx 工作簿，或文件已损坏、已加密：%v"}
	msgSize = source.Message{Code: "workbook-size",
		En: "the workbook is larger than %d MB unpacked; larger tables belong in CSV files",
		Zh: "工作簿解压后超过 %d MB；更大的表请用 CSV 文件"}
	msgFormula = source.Message{Code: "formula-without-value",
		En: "the formula =%s has no computed value; open the workbook in Excel and save it",
		Zh: "公式 =%s 没有计算结果；请用 Excel 打开工作簿并保存"}
	msgCellError = source.Message{Code: "cell-error",
		En: "the cell holds the error %s",
		Zh: "单元格的值是错误 %s"}
	msgDigits = source.Message{Code: "many-digits",
		En: "%d numbers have more than the 15 digits that Excel keeps, the first of them here: %s",
		Zh: "有 %d 个数字超过 Excel 可保留的 15 位，此处为第一个：%s"}
)
