package channel

import "example.com/channelreport/channel/source"

// Dates, periods and numbers.
var (
	msgDate = source.Message{
		Code: "bad-date",
		En:   "%q is not a date; write YYYY-MM-DD",
		Zh:   "%q 不是日期，请写成 YYYY-MM-DD",
	}
	msgNoSuchDay = source.Message{
		Code: "no-such-day",
		En:   "the calendar has no day %s",
		Zh:   "日历上没有 %s 这一天",
	}
	msgPeriod = source.Message{
		Code: "bad-period",
		En:   "%q is not a period; write 2026-09, 2026-Q3, 2026-H2, 2026, FY2026-Q1 or 2026-07-01/2026-08-15",
		Zh:   "%q 不是期间，请写成 2026-09、2026-Q3、2026-H2、2026、FY2026-Q1 或 2026-07-01/2026-08-15",
	}
	msgPeriodOrder = source.Message{
		Code: "period-order",
		En:   "the period %q ends before it starts",
		Zh:   "期间 %q 的结束早于开始",
	}
	msgFiscalPeriod = source.Message{
		Code: "fiscal-period",
		En:   "%q is a period of a fiscal year, which only a book's set-up can place in the calendar",
		Zh:   "%q 是财年期间，须由账套的设置确定起止",
	}
)

// Numbers.
var (
	msgNumber = source.Message{
		Code: "bad-number",
		En:   "%q is not a number; write digits with at most one decimal point",
		Zh:   "%q 不是数字，请只写数字和至多一个小数点",
	}
	msgNumberSize = source.Message{
		Code: "number-size",
		En:   "%s is beyond 64 digits or an exponent of ±34",
		Zh:   "%s 超出 64 位数字或指数 ±34 的范围",
	}
)

// Tables.
var (
	msgUnreadable = source.Message{
		Code: "unreadable-file",
		En:   "cannot be read: %v",
		Zh:   "无法读取：%v",
	}
	msgNoHeader = source.Message{
		Code: "no-header",
		En:   "the file is empty; its first line must be the header",
		Zh:   "文件为空，首行应为表头",
	}
	msgTooManyColumns = source.Message{
		Code: "too-many-columns",
		En:   "the header has %d columns; at most %d are read",
		Zh:   "表头有 %d 列，最多读取 %d 列",
	}
	msgBlankHeader = source.Message{
		Code: "blank-header",
		En:   "a column has no header",
		Zh:   "有一列没有表头",
	}
	msgColumnTwice = source.Message{
		Code: "column-twice",
		En:   "the header has the column %q twice",
		Zh:   "表头中 %q 列出现两次",
	}
	msgTwoHeaders = source.Message{
		Code: "two-headers",
		En:   "the headers %q and %q both mean the column %s",
		Zh:   "表头 %q 和 %q 都表示 %s 列",
	}
	msgMissingColumn = source.Message{
		Code: "missing-column",
		En:   "the header lacks the required column %s",
		Zh:   "表头缺少必需的 %s 列",
	}
	msgUnknownColumns = source.Message{
		Code: "unknown-columns",
		En:   "these columns are not read: %s",
		Zh:   "以下列未被读取：%s",
	}
	msgBlankRows = source.Message{
		Code: "blank-rows",
		En:   "%d blank rows were passed over, the first of them here",
		Zh:   "跳过了 %d 个空行，此处为第一个",
	}
	msgFieldCount = source.Message{
		Code: "field-count",
		En:   "the row has %d cells, the header %d",
		Zh:   "本行有 %d 个单元格，表头有 %d 个",
	}
	msgRowTooLong = source.Message{
		Code: "row-too-long",
		En:   "a row is longer than %d bytes; is a quote not closed?",
		Zh:   "一行超过 %d 字节，是否有引号未闭合？",
	}
	msgQuotes = source.Message{
		Code: "csv-quotes",
		En:   "a quote is misplaced or not closed; a cell with quotes must be quoted whole, its own quotes doubled",
		Zh:   "引号位置有误或未闭合；含引号的单元格须整体加引号，其中的引号写两次",
	}
	msgControl = source.Message{
		Code: "control-character",
		En:   "the cell holds the control character %U",
		Zh:   "单元格含有控制字符 %U",
	}
	msgNotUTF8 = source.Message{
		Code: "not-utf8",
		En:   "the cell is not UTF-8 text",
		Zh:   "单元格不是 UTF-8 文本",
	}
	msgInvisible = source.Message{
		Code: "invisible-character",
		En:   "%q holds the invisible character %U, which makes it a name of its own",
		Zh:   "%q 含有不可见字符 %U，会被视为另一个名称",
	}
	msgTotalRow = source.Message{
		Code: "total-row",
		En:   "%q marks a total row; to pass over such rows write files: {%s: {skip: [%s]}} in book.yaml",
		Zh:   "%q 表明这是合计行；要跳过这类行，请在 book.yaml 中写 files: {%s: {skip: [%s]}}",
	}
)

// YAML.
var (
	msgFileSize = source.Message{
		Code: "file-size",
		En:   "the file is larger than %d bytes",
		Zh:   "文件超过 %d 字节",
	}
	msgEmptyDocument = source.Message{
		Code: "empty-document",
		En:   "the file is empty",
		Zh:   "文件为空",
	}
	msgSecondDocument = source.Message{
		Code: "second-document",
		En:   "a second YAML document begins here; a file holds one",
		Zh:   "此处开始了第二个 YAML 文档，一个文件只能有一个",
	}
	msgLineEnd = source.Message{
		Code: "line-end",
		En:   "the character %U ends a line for YAML but not in an editor; end lines with LF or CRLF",
		Zh:   "字符 %U 在 YAML 中表示换行，而编辑器并不换行；请用 LF 或 CRLF 换行",
	}
	msgIndent = source.Message{
		Code: "yaml-indent",
		En:   "the line is indented with a tab or a full-width space; indent with spaces",
		Zh:   "本行用制表符或全角空格缩进，请改用半角空格",
	}
	msgSyntax = source.Message{
		Code: "yaml-syntax",
		En:   "this is not YAML: %s",
		Zh:   "不是有效的 YAML：%s",
	}
	msgAlias = source.Message{
		Code: "yaml-alias",
		En:   "anchors and aliases (&, *) are not allowed; write the value out, in quotes if it begins with & or *",
		Zh:   "不允许使用锚点和别名（&、*），请直接写出内容；以 & 或 * 开头的文本请加引号",
	}
	msgWrongType = source.Message{
		Code: "wrong-type",
		En:   "this must be %s",
		Zh:   "此处应为%s",
	}
	msgUnknownKey = source.Message{
		Code: "unknown-key",
		En:   "unknown key %q",
		Zh:   "未知的键 %q",
	}
	msgDuplicateKey = source.Message{
		Code: "duplicate-key",
		En:   "the key %q stands already in line %d",
		Zh:   "键 %q 在第 %d 行已出现过",
	}
)

// Facts.
var (
	msgRequiredCell = source.Message{
		Code: "required-cell",
		En:   "%s must not be blank",
		Zh:   "%s 不能为空",
	}
	msgPartnerTwice = source.Message{
		Code: "partner-twice",
		En:   "the partner %q stands already at %v",
		Zh:   "伙伴 %q 已在 %v 出现过",
	}
	msgLeftBeforeJoined = source.Message{
		Code: "left-before-joined",
		En:   "the partner left on %v, before it joined on %v",
		Zh:   "伙伴的退出日期 %v 早于加入日期 %v",
	}
	msgPeriodGrain = source.Message{
		Code: "period-grain",
		En:   "the period %q does not consist of whole months, which a book with grain: month needs",
		Zh:   "期间 %q 不是整月，而 grain: month 的账套要求整月",
	}
	msgRowTwice = source.Message{
		Code: "row-twice",
		En:   "%s of %s for the same groups is set already at %v",
		Zh:   "%s（%s，相同分组）已在 %v 设定过",
	}
)

// The set-up.
var (
	msgSchema = source.Message{
		Code: "schema",
		En:   "unknown schema %q; this program reads %s",
		Zh:   "未知的 schema %q，本程序读取 %s",
	}
	msgMissingKey = source.Message{
		Code: "missing-key",
		En:   "the key %s is missing; write %[1]s: %[2]s",
		Zh:   "缺少键 %s，请写 %[1]s: %[2]s",
	}
	msgNotYet = source.Message{
		Code: "not-yet",
		En:   "%s is not supported yet",
		Zh:   "暂不支持 %s",
	}
	msgWhole = source.Message{
		Code: "whole-number",
		En:   "%q must be a whole number from %d to %d",
		Zh:   "%q 应为 %d 至 %d 的整数",
	}
	msgPercent = source.Message{
		Code: "bad-percent",
		En:   "%q is not a percentage; write 15%%",
		Zh:   "%q 不是百分数，请写成 15%%",
	}
	msgWord = source.Message{
		Code: "bad-word",
		En:   "%q is none of %s",
		Zh:   "%q 不在可选值之内：%s",
	}
	msgCurrency = source.Message{
		Code: "bad-currency",
		En:   "%q is not a currency; write its ISO 4217 code, such as CNY",
		Zh:   "%q 不是币种，请写 ISO 4217 代码，如 CNY",
	}
	msgName = source.Message{
		Code: "bad-name",
		En:   "%q is not a name; use letters, digits and _, no digit first",
		Zh:   "%q 不能作名称，只能用文字、数字和 _，且不以数字开头",
	}
	msgNameTwice = source.Message{
		Code: "name-twice",
		En:   "%q is declared twice",
		Zh:   "%q 重复声明",
	}
	msgTakenName = source.Message{
		Code: "taken-name",
		En:   "%q has a meaning of its own in every book and need not be declared",
		Zh:   "%q 在所有账套中已有固定含义，无须声明",
	}
	msgDateOrder = source.Message{
		Code: "date-order",
		En:   "%v is before %v",
		Zh:   "%v 早于 %v",
	}
	msgBands = source.Message{
		Code: "band-order",
		En:   "the band %s is narrower than the band %s",
		Zh:   "%s 的幅度小于 %s",
	}
	msgUnknownDimension = source.Message{
		Code: "unknown-dimension",
		En:   "unknown dimension %q",
		Zh:   "未知的维度 %q",
	}
	msgSpellingTwice = source.Message{
		Code: "spelling-twice",
		En:   "%q cannot stand for both %q and %q",
		Zh:   "%q 不能同时表示 %q 和 %q",
	}
)

// Sale lines.
var (
	msgWrongCurrency = source.Message{
		Code: "wrong-currency",
		En:   "the currency is %q, the book's is %s",
		Zh:   "币种为 %q，而账套的币种是 %s",
	}
	msgOutsideData = source.Message{
		Code: "outside-data",
		En:   "the date %v lies outside the range that book.yaml declares under data",
		Zh:   "日期 %v 不在 book.yaml 的 data 所声明的范围之内",
	}
	msgNoSales = source.Message{
		Code: "missing-sales",
		En:   "the book has no file sales*.csv; one is needed, if only with a header",
		Zh:   "账套中没有 sales*.csv；至少需要一个，可以只有表头",
	}
	msgNoBook = source.Message{
		Code: "missing-book",
		En:   "the folder is no book: it has no file book.yaml",
		Zh:   "此文件夹不是账套：没有 book.yaml",
	}
)

// Items and notes.
var (
	msgNoTitle = source.Message{
		Code: "no-title",
		En:   "the %s has no title",
		Zh:   "%s缺少标题",
	}
	msgFieldOfKind = source.Message{
		Code: "field-of-kind",
		En:   "%s has no field %s",
		Zh:   "%s没有 %s 字段",
	}
	msgOneOf = source.Message{
		Code: "one-of",
		En:   "give exactly one of %s",
		Zh:   "请在以下各项中只填一项：%s",
	}
	msgWholeCount = source.Message{
		Code: "whole-count",
		En:   "%s is not a whole number of people",
		Zh:   "%s 不是整数人数",
	}
	msgItemTwice = source.Message{
		Code: "item-twice",
		En:   "the id %q of %s stands already at %v",
		Zh:   "编号 %q（%s）已在 %v 出现过",
	}
	msgDanglingLink = source.Message{
		Code: "dangling-link",
		En:   "there is no item %q; an item of another period is written 2026-Q2/A1",
		Zh:   "没有编号为 %q 的事项；引用其他期间的事项请写成 2026-Q2/A1",
	}
	msgCarriedBack = source.Message{
		Code: "carried-back",
		En:   "%q is not of a period before %s",
		Zh:   "%q 不属于 %s 之前的期间",
	}
	msgNoFrontMatter = source.Message{
		Code: "no-front-matter",
		En:   "a note begins with period, author and date between two lines ---",
		Zh:   "文字稿的开头应在两行 --- 之间写明 period、author 和 date",
	}
	msgNotePeriod = source.Message{
		Code: "note-period",
		En:   "the note is for %s, but its file is named %s",
		Zh:   "文字稿所属期间是 %s，文件名却是 %s",
	}
	msgTextBeforeSlot = source.Message{
		Code: "text-before-slot",
		En:   "the text belongs to no slot; write a line ## SLOT before it",
		Zh:   "这段文字不属于任何栏目，请在前面写一行“## 栏目名”",
	}
	msgNoteTwice = source.Message{
		Code: "note-twice",
		En:   "the slot %q of %s has its text already at %v",
		Zh:   "%[2]s 的栏目 %[1]q 已在 %[3]v 有文字",
	}
)

// What is read but should be looked at, and what stopped reading.
var (
	msgStopped = source.Message{
		Code: "too-many-problems",
		En:   "reading stopped after %d problems",
		Zh:   "已发现 %d 处问题，停止读取",
	}
	msgUnlisted = source.Message{
		Code: "more-warnings",
		En:   "%d further warnings are not listed",
		Zh:   "另有 %d 条警告未列出",
	}
	msgUnread = source.Message{
		Code: "unread-file",
		En:   "the file is not read: no file of a book has such a name",
		Zh:   "此文件未被读取：账套中没有这样命名的文件",
	}
	msgSameContent = source.Message{
		Code: "same-content",
		En:   "the file has the same content as %s",
		Zh:   "此文件与 %s 内容相同",
	}
	msgSharedOrders = source.Message{
		Code: "shared-orders",
		En:   "%d order ids stand in %s too, the first of them %q",
		Zh:   "有 %d 个订单号也出现在 %s 中，第一个是 %q",
	}
	msgExcelOrders = source.Message{
		Code: "excel-orders",
		En:   "%d order ids look like 1.23E+17: Excel has shortened them, and several orders may count as one",
		Zh:   "%d 个订单号形如 1.23E+17：已被 Excel 截短，多个订单可能被算作一个",
	}
	msgUnknownPartner = source.Message{
		Code: "unknown-partner",
		En:   "partners.csv has no partner %q",
		Zh:   "partners.csv 中没有伙伴 %q",
	}
	msgNearGroups = source.Message{
		Code: "near-groups",
		En:   "%q and %q are two groups of %s; if they are one, write groups: {%[3]s: {%[2]s: [%[1]s]}} in book.yaml",
		Zh:   "%q 与 %q 是 %s 的两个分组；若实为一个，请在 book.yaml 中写 groups: {%[3]s: {%[2]s: [%[1]s]}}",
	}
	msgTab = source.Message{
		Code: "tab",
		En:   "%q holds a tab",
		Zh:   "%q 含有制表符",
	}
	msgDateForm = source.Message{
		Code: "date-form",
		En:   "%q is not YYYY-MM-DD; for dates like 2026/9/1 write files: {%s: {dates: excel}} in book.yaml",
		Zh:   "%q 不是 YYYY-MM-DD；若日期形如 2026/9/1，请在 book.yaml 中写 files: {%s: {dates: excel}}",
	}
	msgNumberForm = source.Message{
		Code: "number-form",
		En:   "%q is not a plain number; to read such numbers write files: {%s: {amounts: [%s]}} in book.yaml",
		Zh:   "%q 不是纯数字；要读取这样的数字，请在 book.yaml 中写 files: {%s: {amounts: [%s]}}",
	}
	msgLoneDash = source.Message{
		Code: "lone-dash",
		En:   "%q is no number; write 0, or leave the cell blank",
		Zh:   "%q 不是数字，请写 0 或留空",
	}
	msgCurrencySign = source.Message{
		Code: "currency-sign",
		En:   "%q holds a currency sign; write the number alone",
		Zh:   "%q 带有货币符号，请只写数字",
	}
)
