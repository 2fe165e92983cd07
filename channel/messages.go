package channel

import "example.com/channelreport/channel/source"

func message(code, en, zh string) source.Message { return source.Message{Code: code, En: en, Zh: zh} }

// Dates, periods and numbers.
var (
	msgDate = message("bad-date",
		"%q is not a date; write YYYY-MM-DD",
		"%q 不是日期，请写成 YYYY-MM-DD")
	msgNoSuchDay = message("no-such-day",
		"the calendar has no day %s",
		"日历上没有 %s 这一天")
	msgTimeOfDay = message("time-of-day",
		"%s has a time of day; bring the date alone",
		"%s 带有时刻，请只提供日期")
	msgScan = message("bad-scan",
		"%v (%[1]T) is neither a text nor a date",
		"%v（%[1]T）既不是文本也不是日期")
	msgPeriod = message("bad-period",
		"%q is not a period; write 2026-09, 2026-Q3, 2026-H2, 2026, FY2026-Q1 or 2026-07-01/2026-08-15",
		"%q 不是期间，请写成 2026-09、2026-Q3、2026-H2、2026、FY2026-Q1 或 2026-07-01/2026-08-15")
	msgPeriodOrder = message("period-order",
		"the period %q ends before it starts",
		"期间 %q 的结束早于开始")
	msgFiscalPeriod = message("fiscal-period",
		"%q is a period of a fiscal year, which only a book's set-up can place in the calendar",
		"%q 是财年期间，须由账套的设置确定起止")
)

// Numbers.
var (
	msgNumber = message("bad-number",
		"%q is not a number; write digits with at most one decimal point",
		"%q 不是数字，请只写数字和至多一个小数点")
	msgNumberSize = message("number-size",
		"%s is beyond 64 digits or an exponent of ±34",
		"%s超出 64 位数字或指数 ±34 的范围")
)

// Tables.
var (
	msgUnreadable = message("unreadable-file",
		"cannot be read: %v",
		"无法读取：%v")
	msgNoHeader = message("no-header",
		"the file is empty; its first line must be the header",
		"文件为空，首行应为表头")
	msgNoHeaderLine = message("no-header-line",
		"line %d must be the header, as book.yaml says under files, and is none",
		"book.yaml 的 files 写明第 %d 行是表头，但该行没有内容")
	msgHeaderBelow = message("header-below",
		"this is no header, but line %[2]d is one; write files: {%[1]s: {header: %[2]d}} in book.yaml",
		"此处不是表头，第 %[2]d 行才是；请在 book.yaml 中写 files: {%[1]s: {header: %[2]d}}")
	msgOtherDelimiter = message("other-delimiter",
		"the columns are parted by %[2]q; write files: {%[1]s: {delimiter: %[2]q}} in book.yaml",
		"各列以 %[2]q 分隔；请在 book.yaml 中写 files: {%[1]s: {delimiter: %[2]q}}")
	msgEncoding = message("encoding",
		"this is not UTF-8 text; if it is GB18030 (GBK), as Excel writes it in China, write files: {%s: {encoding: gb18030}} in book.yaml",
		"此处不是 UTF-8 文本；若文件是 GB18030（GBK）编码，请在 book.yaml 中写 files: {%s: {encoding: gb18030}}")
	msgNotGB18030 = message("not-gb18030",
		"this is not GB18030 text, as book.yaml says under files",
		"此处不是 GB18030 文本，与 book.yaml 的 files 所写不符")
	msgSkipped = message("skipped",
		"%d total rows were passed over, the first of them here",
		"跳过了 %d 个合计行，此处为第一个")
	msgDropped = message("ignored-columns",
		"these columns are ignored, as book.yaml asks: %s",
		"按 book.yaml 的要求，以下列未被读取：%s")
	msgNoMatch = message("no-match",
		"no file is named %s, as files says of %s",
		"没有名为 %s 的文件（files 中的 %s）")
	msgTwoKinds = message("two-kinds",
		"the file is one of %s and of %s; mend match under files in book.yaml",
		"此文件同时属于 %s 和 %s，请修改 book.yaml 中 files 的 match")
	msgTooManyColumns = message("too-many-columns",
		"the header has %d columns; at most %d are read",
		"表头有 %d 列，最多读取 %d 列")
	msgBlankHeader = message("blank-header",
		"a column has no header",
		"有一列没有表头")
	msgColumnTwice = message("column-twice",
		"the header has the column %q twice",
		"表头中 %q 列出现两次")
	msgTwoHeaders = message("two-headers",
		"the headers %q and %q both mean the column %s",
		"表头 %q 和 %q 都表示 %s 列")
	msgMissingColumn = message("missing-column",
		"the header lacks the required column %s",
		"表头缺少必需的 %s 列")
	msgUnknownColumn = message("unknown-column",
		"unknown column %q",
		"未知的列 %q")
	msgUnknownColumns = message("unknown-columns",
		"these columns are not read: %s",
		"以下列未被读取：%s")
	msgBlankRows = message("blank-rows",
		"%d blank rows were passed over, the first of them here",
		"跳过了 %d 个空行，此处为第一个")
	msgFieldCount = message("field-count",
		"the row has %d cells, the header %d",
		"本行有 %d 个单元格，表头有 %d 个")
	msgRowTooLong = message("row-too-long",
		"a row is longer than %d bytes; is a quote not closed?",
		"一行超过 %d 字节，是否有引号未闭合？")
	msgTooManyRows = message("too-many-rows",
		"the table has more than %d rows",
		"表格超过 %d 行")
	msgQuotes = message("csv-quotes",
		"a quote is misplaced or not closed; a cell with quotes must be quoted whole, its own quotes doubled",
		"引号位置有误或未闭合；含引号的单元格须整体加引号，其中的引号写两次")
	msgControl = message("control-character",
		"the text holds the control character %U",
		"文本含有控制字符 %U")
	msgNotUTF8 = message("not-utf8",
		"this is not UTF-8 text",
		"此处不是 UTF-8 文本")
	msgInvisible = message("invisible-character",
		"%q holds the invisible character %U, which makes it a name of its own",
		"%q 含有不可见字符 %U，会被视为另一个名称")
	msgTotalRow = message("total-row",
		"%q marks a total row; to pass over such rows write files: {%s: {skip: [%s]}} in book.yaml",
		"%q 表明这是合计行；要跳过这类行，请在 book.yaml 中写 files: {%s: {skip: [%s]}}")
)

// YAML.
var (
	msgFileSize = message("file-size",
		"the file is larger than %d bytes",
		"文件超过 %d 字节")
	msgEmptyDocument = message("empty-document",
		"the file is empty",
		"文件为空")
	msgSecondDocument = message("second-document",
		"a second YAML document begins here; a file holds one",
		"此处开始了第二个 YAML 文档，一个文件只能有一个")
	msgLineEnd = message("line-end",
		"the character %U ends a line for YAML but not in an editor; end lines with LF or CRLF",
		"字符 %U 在 YAML 中表示换行，而编辑器并不换行；请用 LF 或 CRLF 换行")
	msgIndent = message("yaml-indent",
		"the line is indented with a tab or a full-width space; indent with spaces",
		"本行用制表符或全角空格缩进，请改用半角空格")
	msgColon = message("yaml-colon",
		"a full-width colon separates nothing; write a half-width one and a space",
		"全角冒号不起分隔作用，请改用半角冒号加空格")
	msgSyntax = message("yaml-syntax",
		"this is not YAML: %s",
		"不是有效的 YAML：%s")
	msgAlias = message("yaml-alias",
		"anchors and aliases (&, *) are not allowed; write the value out, in quotes if it begins with & or *",
		"不允许使用锚点和别名（&、*），请直接写出内容；以 & 或 * 开头的文本请加引号")
	msgWrongType = message("wrong-type",
		"this must be %s",
		"此处应为%s")
	msgUnknownKey = message("unknown-key",
		"unknown key %q",
		"未知的键 %q")
	msgDuplicateKey = message("duplicate-key",
		"the key %q stands already in line %d",
		"键 %q 在第 %d 行已出现过")
)

// Facts.
var (
	msgRequiredCell = message("required-cell",
		"%s must not be blank",
		"%s 不能为空")
	msgNilItem = message("nil-item",
		"the item, or a part of it, is nil",
		"事项或其组成部分是空值（nil）")
	msgPartnerTwice = message("partner-twice",
		"the partner %q stands already at %v",
		"伙伴 %q 已在 %v 出现过")
	msgLeftBeforeJoined = message("left-before-joined",
		"the partner left on %v, before it joined on %v",
		"伙伴的退出日期 %v 早于加入日期 %v")
	msgPeriodGrain = message("period-grain",
		"the period %q does not consist of whole months, which a book with grain: month needs",
		"期间 %q 不是整月，而 grain: month 的账套要求整月")
	msgRowTwice = message("row-twice",
		"%s of %s for the same groups is set already at %v",
		"%s（%s，相同分组）已在 %v 设定过")
)

// The set-up.
var (
	msgSchema = message("schema",
		"unknown schema %q; this program reads %s",
		"未知的 schema %q，本程序读取 %s")
	msgMissingKey = message("missing-key",
		"the key %s is missing; write %[1]s: %[2]s",
		"缺少键 %s，请写 %[1]s: %[2]s")
	msgExpression = message("expression-in-name",
		"a title or a name holds no expression; put it into the text",
		"标题和名称中不能使用表达式，请写在内容里")
	msgWhole = message("whole-number",
		"%q must be a whole number from %d to %d",
		"%q 应为 %d 至 %d 的整数")
	msgDelimiter = message("bad-delimiter",
		"%q is no delimiter; write one character, such as \",\" or \";\" or \"\\t\"",
		"%q 不能作分隔符，请写一个字符，如 \",\"、\";\" 或 \"\\t\"")
	msgGlob = message("bad-glob",
		"%q is no pattern of file names",
		"%q 不是有效的文件名模式")
	msgPercent = message("bad-percent",
		"%q is not a percentage; write 15%%",
		"%q 不是百分数，请写成 15%%")
	msgWord = message("bad-word",
		"%q is none of %s",
		"%q 不在可选值之内：%s")
	msgSetupsDiffer = message("setups-differ",
		"books can be merged if their book.yaml says the same; one says %q, the other %q",
		"合并账套要求 book.yaml 内容一致；一方为 %q，另一方为 %q")
	msgCurrency = message("bad-currency",
		"%q is not a currency; write its ISO 4217 code, such as CNY",
		"%q 不是币种，请写 ISO 4217 代码，如 CNY")
	msgName = message("bad-name",
		"%q is not a name; use letters, digits and _, no digit first",
		"%q 不能作名称，只能用文字、数字和 _，且不以数字开头")
	msgNameTwice = message("name-twice",
		"%q is declared twice",
		"%q 重复声明")
	msgTakenName = message("taken-name",
		"%q has a meaning of its own in every book and need not be declared",
		"%q 在所有账套中已有固定含义，无须声明")
	msgDateOrder = message("date-order",
		"%v is before %v",
		"%v 早于 %v")
	msgBands = message("band-order",
		"the band %s is narrower than the band %s",
		"%s 的幅度小于 %s")
	msgUnknownDimension = message("unknown-dimension",
		"unknown dimension %q",
		"未知的维度 %q")
	msgPartnerGroups = message("partner-groups",
		"partners are told apart by their ids alone; groups cannot unite them",
		"伙伴只按编号区分，不能用 groups 合并")
	msgSpellingTwice = message("spelling-twice",
		"%q cannot stand for both %q and %q",
		"%q 不能同时表示 %q 和 %q")
)

// Sale lines.
var (
	msgWrongCurrency = message("wrong-currency",
		"the currency is %q, the book's is %s",
		"币种为 %q，而账套的币种是 %s")
	msgOutsideData = message("outside-data",
		"the date %v lies outside the range that book.yaml declares under data",
		"日期 %v 不在 book.yaml 的 data 所声明的范围之内")
	msgSum = message("bad-sum",
		"a sum of sale lines must have at least one line, no more orders than lines, and no order id; it has %d, %d and %q",
		"销售汇总至少应含一行，订单数不超过行数，且不带订单号；此处分别为 %d、%d 和 %q")
	msgTooManyLines = message("too-many-lines",
		"the sums of one day and group have more than %d lines",
		"同一天同一分组的汇总超过 %d 行")
	msgNoSales = message("missing-sales",
		"the book has no file %s; one is needed, if only with a header",
		"账套中没有 %s；至少需要一个，可以只有表头")
	msgNoBookSheet = message("missing-book-sheet",
		"the workbook is no book: it has no sheet book (账套)",
		"此工作簿不是账套：没有名为 账套（book）的工作表")
	msgUnreadSheet = message("unread-sheet",
		"the sheet is not read: no sheet of a book has such a name",
		"此工作表未被读取：账套中没有这样命名的工作表")
	msgNoBook = message("missing-book",
		"the folder is no book: it has no file book.yaml",
		"此文件夹不是账套：没有 book.yaml")
)

// Items and notes.
var (
	msgNoTitle = message("no-title",
		"the %s has no title",
		"%s缺少标题")
	msgItemKind = message("item-kind",
		"%q is no kind of items",
		"%q 不是事项类型")
	msgFieldOfKind = message("field-of-kind",
		"%s has no field %s",
		"%s没有 %s 字段")
	msgOneOf = message("one-of",
		"give exactly one of %s",
		"请在以下各项中只填一项：%s")
	msgWholeCount = message("whole-count",
		"%s is not a whole number of people",
		"%s 不是整数人数")
	msgItemTwice = message("item-twice",
		"the id %q of %s stands already at %v",
		"编号 %q（%s）已在 %v 出现过")
	msgDanglingLink = message("dangling-link",
		"there is no item %q; an item of another period is written 2026-Q2/A1",
		"没有编号为 %q 的事项；引用其他期间的事项请写成 2026-Q2/A1")
	msgCircle = message("link-circle",
		"the links lead in a circle: %s",
		"事项的引用形成了循环：%s")
	msgLinkKind = message("link-kind",
		"%q is of %s; %s names %s",
		"%q 是%s，而 %s 应引用%s")
	msgCarriedBack = message("carried-back",
		"%q is not of a period before %s",
		"%q 不属于 %s 之前的期间")
	msgCarriedTwice = message("carried-twice",
		"%q was carried over to %s already",
		"%q 已结转到 %s")
	msgOverdue = message("overdue",
		"it was due on %v, before the period begins, and is still %s",
		"时限 %v 早于本期开始，状态却仍是“%s”")
	msgNoFrontMatter = message("no-front-matter",
		"a note begins with period, author and date between two lines ---",
		"文字稿的开头应在两行 --- 之间写明 period、author 和 date")
	msgNotePeriod = message("note-period",
		"the note is for %s, but its file is named %s",
		"文字稿所属期间是 %s，文件名却是 %s")
	msgTextBeforeSlot = message("text-before-slot",
		"the text belongs to no slot; write a line ## SLOT before it",
		"这段文字不属于任何栏目，请在前面写一行“## 栏目名”")
	msgNoteTwice = message("note-twice",
		"the slot %q of %s has its text already at %v",
		"%[2]s 的栏目 %[1]q 已在 %[3]v 有文字")
)

// What is read but should be looked at, and what stopped reading.
var (
	msgStopped = message("too-many-problems",
		"reading stopped after %d problems",
		"已发现 %d 处问题，停止读取")
	msgUnlisted = message("more-warnings",
		"%d further warnings are not listed",
		"另有 %d 条警告未列出")
	msgUnread = message("unread-file",
		"the file is not read: no file of a book has such a name",
		"此文件未被读取：账套中没有这样命名的文件")
	msgSameContent = message("same-content",
		"the file has the same content as %s",
		"此文件与 %s 内容相同")
	msgSharedOrders = message("shared-orders",
		"%d order ids stand in %s too, the first of them %q",
		"有 %d 个订单号也出现在 %s 中，第一个是 %q")
	msgExcelOrders = message("excel-orders",
		"%d order ids look like 1.23E+17: Excel has shortened them, and several orders may count as one",
		"%d 个订单号形如 1.23E+17：已被 Excel 截短，多个订单可能被算作一个")
	msgUnknownPartner = message("unknown-partner",
		"partners.csv has no partner %q",
		"partners.csv 中没有伙伴 %q")
	msgNoSuchGroup = message("no-such-group",
		"a target is set for %q of %s, of which no fact and no partner knows",
		"目标中的 %q（%s）在销售、观测和伙伴中都没有出现")
	msgNearGroups = message("near-groups",
		"%q and %q are two groups of %s; if they are one, write groups: {%[3]s: {%[2]q: [%[1]q]}} in book.yaml",
		"%q 与 %q 是 %s 的两个分组；若实为一个，请在 book.yaml 中写 groups: {%[3]s: {%[2]q: [%[1]q]}}")
	msgTab = message("tab",
		"%q holds a tab",
		"%q 含有制表符")
	msgDateForm = message("date-form",
		"%q is not YYYY-MM-DD; for dates like 2026/9/1 write files: {%s: {dates: excel}} in book.yaml",
		"%q 不是 YYYY-MM-DD；若日期形如 2026/9/1，请在 book.yaml 中写 files: {%s: {dates: excel}}")
	msgNumberForm = message("number-form",
		"%q is not a plain number; to read such numbers write files: {%s: {amounts: [%s]}} in book.yaml",
		"%q 不是纯数字；要读取这样的数字，请在 book.yaml 中写 files: {%s: {amounts: [%s]}}")
	msgExcelDate = message("excel-date",
		"%q is not a date like 2026/9/1, as which book.yaml declares those of files: %s",
		"%q 不是 2026/9/1 这样的日期，而 book.yaml 声明 files 中 %s 的日期都是这种形式")
	msgPercentHere = message("percent-here",
		"%q is a percentage, and this is no percentage's place",
		"%q 是百分数，而此处不是比率")
	msgUnitTwice = message("unit-twice",
		"%q names its unit in a file whose money is in %s, and may mean either",
		"%q 自带单位，而文件的金额单位是%s，含义不明")
	msgLoneDash = message("lone-dash",
		"%q is no number; write 0, or leave the cell blank",
		"%q 不是数字，请写 0 或留空")
	msgCurrencySign = message("currency-sign",
		"%q holds a currency sign; write the number alone",
		"%q 带有货币符号，请只写数字")
)
