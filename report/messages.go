package report

import "example.com/channelreport/channel/source"

// What can be wrong with a template, with what it asks for, and with the
// options of a run.
var (
	msgTooLarge        = source.Message{Code: "template-too-large", En: "the template is larger than %d bytes", Zh: "模板超过 %d 字节"}
	msgTooDeep         = source.Message{Code: "template-too-deep", En: "mappings are nested more than %d deep", Zh: "嵌套超过 %d 层"}
	msgEmptyFile       = source.Message{Code: "empty-template", En: "the file is empty", Zh: "文件为空"}
	msgNoTemplate      = source.Message{Code: "no-template", En: "the template cannot be read: %v", Zh: "无法读取模板：%v"}
	msgYAMLSyntax      = source.Message{Code: "yaml-syntax", En: "this is no YAML: %s", Zh: "YAML 语法错误：%s"}
	msgForeignBreak    = source.Message{Code: "line-break", En: "the character %s ends a line for YAML and not for an editor; remove it", Zh: "字符 %s 在 YAML 中会换行、在编辑器中不会，请删去"}
	msgTabIndent       = source.Message{Code: "tab-indent", En: "a tab stands before the text; indent with spaces", Zh: "行首有制表符（Tab），请用空格缩进"}
	msgWideIndent      = source.Message{Code: "wide-space", En: "a full-width space stands here; indent with spaces of half width", Zh: "此处是全角空格，请用半角空格缩进"}
	msgBadIndent       = source.Message{Code: "bad-indent", En: "this line is indented by %d spaces, as no line above it is", Zh: "本行缩进 %d 个空格，与上面任何一行都不对齐"}
	msgNoDash          = source.Message{Code: "no-dash", En: "this line stands among the entries of a list and does not begin with -", Zh: "本行与列表各项对齐，却没有以 - 开头"}
	msgDashSpace       = source.Message{Code: "dash-space", En: "a space is missing behind the dash; write %s", Zh: "- 后面缺少空格，请写 %s"}
	msgTooFarIn        = source.Message{Code: "too-far-in", En: "%q is indented too far by %d; begin it in the column of the other keys of its block", Zh: "%q 多缩进了 %d 格，请与同一内容块的其他键对齐"}
	msgListHere        = source.Message{Code: "list-here", En: "no list can begin below %q: for what the section holds, put a line blocks: before the list; a key of the same block has no dash", Zh: "列表不能直接写在 %q 下面：若是本节的内容，请先写一行 blocks:；若是同一内容块的键，请去掉前面的 -"}
	msgKeyBelowText    = source.Message{Code: "key-below-text", En: "%q stands below a text that has no key; write text: before the text", Zh: "%q 的上面是一段文字，没有键；请在那段文字前面写上 text:"}
	msgWideSeparator   = source.Message{Code: "wide-comma", En: "%q does not part what stands in { } or [ ]; write a comma of half width", Zh: "{ } 和 [ ] 里不能用 %q 分隔，请改为半角逗号"}
	msgWideColon       = source.Message{Code: "wide-colon", En: "the colon is of full width; write %s", Zh: "冒号是全角的，请写 %s"}
	msgColonSpace      = source.Message{Code: "colon-space", En: "a space is missing behind the colon; write %s", Zh: "冒号后面缺少空格，请写 %s"}
	msgColonInside     = source.Message{Code: "colon-inside", En: "a colon with a space inside a text; put the whole text in quotes", Zh: "文字中有“冒号加空格”，请给整段文字加引号"}
	msgBracketInside   = source.Message{Code: "bracket-inside", En: "a text that holds brackets, inside of { } or [ ], goes whole in quotes; write %s, or the block over several lines", Zh: "写在 { } 或 [ ] 里的文字含有括号时须整段加引号，请写 %s；也可把内容块分行书写"}
	msgQuoteBraces     = source.Message{Code: "quote-braces", En: "a text that begins with %s needs quotes around all of it, or a block | below the key", Zh: "以 %s 开头的文字须整段加引号，或改用 | 另起一行书写"}
	msgQuoteMark       = source.Message{Code: "quote-mark", En: "a text that begins with %s needs quotes around all of it", Zh: "以 %s 开头的文字须整段加引号"}
	msgQuotesInside    = source.Message{Code: "quotes-inside", En: "this %s closes the text; write single quotes around it and double ones inside, or the other way round", Zh: "文字在这个 %s 处就结束了；外面和里面的引号不能相同：外面请用单引号、里面用双引号，或者反过来"}
	msgBehindQuote     = source.Message{Code: "behind-quote", En: "%q stands behind a text in quotes; put the whole value in single quotes", Zh: "引号之后还有 %q；请把整个值放进单引号"}
	msgUnclosedQuote   = source.Message{Code: "unclosed-quote", En: "this %s is not closed", Zh: "这个 %s 没有闭合"}
	msgUnclosedBracket = source.Message{Code: "unclosed-bracket", En: "this %s is not closed", Zh: "这个 %s 没有闭合"}
	msgExtraBracket    = source.Message{Code: "extra-bracket", En: "nothing opens this %s", Zh: "这个 %s 没有对应的左括号"}
	msgCutAtComma      = source.Message{Code: "cut-at-comma", En: "the comma cuts %q off; put the whole expression in quotes", Zh: "逗号把 %q 截断了；请把整个表达式放进引号"}
	msgWideComma       = source.Message{Code: "wide-comma", En: "%q is one entry; write a comma of half width between entries, or put the text in quotes if it is one", Zh: "%q 只算一项；各项之间请用半角逗号，若确是一段文字请加引号"}
	msgThousands       = source.Message{Code: "thousands-comma", En: "the comma cuts %s; write the number without commas", Zh: "逗号把 %s 截断了；数字中请不要写逗号"}
	msgWideBrackets    = source.Message{Code: "wide-brackets", En: "%s is a bracket of full width; write %s", Zh: "%s 是全角括号，请写 %s"}
	msgReadAs          = source.Message{Code: "read-as", En: "YAML takes %s for %s; write %s", Zh: "YAML 会把 %s 当作%s，请写 %s"}
	msgCutByComment    = source.Message{Code: "cut-by-comment", En: "%q is cut off as a comment; put the text in quotes, or two spaces before and one behind the # of a comment", Zh: "%q 被当作注释截掉了；请给文字加引号；若确是注释，# 前空两格、后空一格"}
	msgSecondDocument  = source.Message{Code: "second-document", En: "a template is one YAML document; another one begins here", Zh: "模板只能有一个 YAML 文档，这里又开始了一个"}
	msgAlias           = source.Message{Code: "yaml-alias", En: "YAML aliases (*name) are not read", Zh: "不支持 YAML 别名（*名称）"}
	msgListBrackets    = source.Message{Code: "list-brackets", En: "a list is written in square brackets: %s", Zh: "列表要用方括号，请写 %s"}
	msgIndentBody      = source.Message{Code: "indent-body", En: "%q belongs to %q; indent it, and the lines that belong there too, by two more spaces", Zh: "%q 属于 %q，请把它和同属的各行再缩进两格"}
	msgOwnBlock        = source.Message{Code: "own-block", En: "%q is a block of its own; write - %[1]s", Zh: "%q 是另一个内容块，须单独成项，请写 - %[1]s"}
	msgSortWords       = source.Message{Code: "sort-words", En: "a minus before it sorts downwards, without one upwards; write %s", Zh: "降序在前面加减号，升序不加；请写 %s"}
	msgShorthand       = source.Message{Code: "shorthand", En: "each part has a key of its own; write %s", Zh: "每一部分都要有键，请写 %s"}
	msgOneDimension    = source.Message{Code: "one-dimension", En: "rows are one dimension, without [ ]; for two of them, columns: {by: the other one, figure: …}", Zh: "行只能是一个维度，不加 [ ]；要用两个维度，请另写 columns: {by: 另一个维度, figure: 指标}"}
	msgCrossAlone      = source.Message{Code: "cross-alone", En: "the columns of a cross table are {by, figure} alone, without [ ]; the names stand before them anyway", Zh: "交叉表的 columns 只写 {by, figure}，外面不加 [ ]；名称一列会自动列出"}
	msgUnknownKey      = source.Message{Code: "unknown-key", En: "unknown key %q; known here: %s", Zh: "未知的键 %q；此处可用：%s"}
	msgDuplicateKey    = source.Message{Code: "duplicate-key", En: "the key %q stands here twice", Zh: "键 %q 重复"}
	msgMissingKey      = source.Message{Code: "missing-key", En: "the key %q is missing", Zh: "缺少键 %q"}
	msgWrongKind       = source.Message{Code: "wrong-kind", En: "expected %s, found %s", Zh: "应为%s，实为%s"}
	msgEmptyValue      = source.Message{Code: "empty-value", En: "there is no text here", Zh: "此处没有内容"}
	msgNotBoolean      = source.Message{Code: "not-boolean", En: "expected true or false, found %q", Zh: "应为 true 或 false，实为 %q"}
	msgNotInteger      = source.Message{Code: "not-integer", En: "expected a whole number from 1 on, found %q", Zh: "应为不小于 1 的整数，实为 %q"}
	msgAtMost          = source.Message{Code: "number-too-large", En: "expected at most %d, found %s", Zh: "应不大于 %d，实为 %s"}
	msgUnknownWord     = source.Message{Code: "unknown-word", En: "unknown word %q; one of: %s", Zh: "未知的取值 %q；可用：%s"}
	msgBareBlock       = source.Message{Code: "bare-block", En: "%q would be printed as a text; a word alone is one of these blocks: %s; others take a colon and what they need", Zh: "%q 会被当作正文印出；单独一个词只能是以下内容块之一：%s；其他内容块后面要写冒号和内容"}
	msgNoBlock         = source.Message{Code: "unknown-block", En: "this is no block; a text goes in quotes, a block has one of these keys: %s", Zh: "无法识别的内容块；若是正文，请给整段文字加引号，否则须含有以下键之一：%s"}
	msgNothingBehind   = source.Message{Code: "nothing-behind", En: "%s says all by itself; write - %[1]s", Zh: "%s 后面不需要内容；请写 - %[1]s"}
	msgOneLine         = source.Message{Code: "one-line", En: "%s holds a single line", Zh: "%s 只能是一行"}

	msgUnknownName     = source.Message{Code: "unknown-name", En: "unknown name %q", Zh: "未知的名称 %q"}
	msgUnknownFunction = source.Message{Code: "unknown-function", En: "unknown function %q", Zh: "未知的函数 %q"}
	msgUnglue          = source.Message{Code: "glued-keyword", En: "unknown name %q; put spaces around %s", Zh: "未知的名称 %q；请在 %s 两侧加空格"}
	msgWrongType       = source.Message{Code: "type-mismatch", En: "expected %s, found %s", Zh: "应为%s，实为%s"}
	msgWrongArgument   = source.Message{Code: "type-mismatch", En: "expected %s, found %s; %s takes %s", Zh: "应为%s，实为%s；%s 的参数依次为：%s"}
	msgCannotCompare   = source.Message{Code: "type-mismatch", En: "cannot compare %s with %s", Zh: "不能将%s与%s比较"}
	msgNoOrder         = source.Message{Code: "no-order", En: "%s has no order; compare it with = or !=", Zh: "%s没有大小之分，只能用 = 或 != 比较"}
	msgWordUnknown     = source.Message{Code: "unknown-value", En: "%q is no value of %s; one of: %s", Zh: "%q 不是%s的取值；可用：%s"}
	msgNoAspect        = source.Message{Code: "no-such-aspect", En: "%s cannot be the subject of %s: it has no %s", Zh: "%s 不能用于 %s：没有 %s"}
	msgArguments       = source.Message{Code: "wrong-arguments", En: "%s takes %s", Zh: "%s 的参数应为：%s"}
	msgPredicateFirst  = source.Message{Code: "predicate-first", En: "%s continues a subject and cannot begin a line; put the figure before it", Zh: "%s 须接在主语之后，不能放在行首；请先写出指标"}
	msgNotPrintable    = source.Message{Code: "not-printable", En: "%s cannot be printed as it is", Zh: "%s不能直接印出"}
	msgTwoAbsent       = source.Message{Code: "two-can-be-absent", En: "a line may hold one thing that can be absent outside [[ ]]; put this one into [[ ]]", Zh: "[[ ]] 之外每行最多一处可能缺失的内容；请把这一处放进 [[ ]]"}
	msgNothingOptional = source.Message{Code: "nothing-optional", En: "nothing in this [[ ]] can be absent", Zh: "此处 [[ ]] 内没有可能缺失的内容"}
	msgOneAxis         = source.Message{Code: "two-units", En: "one axis shows one unit; this series is %[2]s, the first one %[1]s", Zh: "一个坐标轴只能有一个单位；本序列为 %[2]s，首个序列为 %[1]s"}
	msgNoWindow        = source.Message{Code: "no-window", En: "a window goes with months and quarters", Zh: "window 只能用于月份和季度"}
	msgNoTotal         = source.Message{Code: "no-total", En: "there is no total here: %s", Zh: "此处没有合计：%s"}
	msgSortBy          = source.Message{Code: "unknown-name", En: "unknown name %q; sort takes what the rows go by, with a minus before it for the largest first, such as -sales", Zh: "未知的名称 %q；sort 后面写按什么排序，由大到小时在前面加减号，如 -销售额"}
	msgSortUnits       = source.Message{Code: "sort-units", En: "%s and %s are of different units and have no order", Zh: "%s 与 %s 单位不同，无法排序"}
	msgCrossRows       = source.Message{Code: "cross-rows", En: "columns by a dimension need rows of another dimension", Zh: "按维度成列的表，行须为另一个维度"}
	msgTableUnit       = source.Message{Code: "table-unit", En: "%q is no unit of money; one of: %s", Zh: "%q 不是金额单位；可用：%s"}
	msgRequiredDefault = source.Message{Code: "required-default", En: "a required note has no default", Zh: "必须撰写的说明不能有默认文字"}
	msgAspectHere      = source.Message{Code: "aspect-expected", En: "over a list of indicators a column is name or an aspect; unknown aspect %q", Zh: "行为指标列表时，列应为 名称 或取值；未知的取值 %q"}
	msgBadID           = source.Message{Code: "bad-id", En: "the id %q may hold the letters a to z, digits and _ only", Zh: "编号 %q 只能含英文字母、数字和 _"}
	msgDuplicateID     = source.Message{Code: "duplicate-id", En: "the id %q is used twice", Zh: "编号 %q 重复使用"}

	msgTwoSentences = source.Message{Code: "two-sentences", En: "a second sentence begins on this line; a line that loses its figure goes as a whole, so give each a line", Zh: "同一行里又开始了一句；缺数据时整行都会去掉，请一句一行"}
	msgNoEndMark    = source.Message{Code: "no-end-mark", En: "this line has no end mark, and the next one follows it", Zh: "本行没有句末标点，而后面还有一行"}
	msgWordLeft     = source.Message{Code: "word-left", En: "when this figure has no data the word before [[ stays; put it inside", Zh: "缺数据时，[[ 前面的词会留下来；请把它放进 [[ ]]"}

	msgDoubledUnit    = source.Message{Code: "doubled-unit", En: "the figure prints its unit by itself; remove %q", Zh: "指标会自己带出单位，请删去 %q"}
	msgDoubledWords   = source.Message{Code: "doubled-words", En: "%[2]s brings words of its own, which %[1]q would repeat or contradict; remove it", Zh: "%[2]s 会自己写出这类词语，%[1]q 与之重复或矛盾，请删去"}
	msgTypedDirection = source.Message{Code: "typed-direction", En: "%q is typed by hand and does not follow the figure, which may go the other way", Zh: "%q 是手写的方向，不会随数据改变；数据反向时这句话就错了"}
	msgPrintedQuotes  = source.Message{Code: "printed-quotes", En: "these quotes are of full width and would be printed; write \"…\" around the text", Zh: "这对全角引号会原样印出；给文字加引号请用半角的 \"…\""}
	msgSingleBraces   = source.Message{Code: "single-braces", En: "%q would be printed as it stands; write %s", Zh: "%q 会原样印出；请写 %s"}
	msgBlockColon     = source.Message{Code: "block-colon", En: "this would be printed as a text; if it is a block, write %s", Zh: "这一行会当作正文印出；若是内容块，请写 %s"}
	msgNoSuchNote     = source.Message{Code: "note-unknown", En: "no file in notes/ has the heading %q", Zh: "notes/ 里没有“%s”这一标题"}

	msgUnknownParameter = source.Message{Code: "unknown-parameter", En: "the template has no parameter %q", Zh: "模板没有参数 %q"}
	msgBadParameter     = source.Message{Code: "bad-parameter", En: "parameter %s: expected %s, found %q", Zh: "参数 %s：应为%s，实为 %q"}
	msgParameterRange   = source.Message{Code: "parameter-range", En: "parameter %s: %s must be %s", Zh: "参数 %s：%s 应%s"}
	msgParameterName    = source.Message{Code: "parameter-name", En: "the parameter %q has the name of something in the language", Zh: "参数名 %q 与语言中的名称相同"}
	msgRequired         = source.Message{Code: "required-missing", En: "the report needs %s, and the book has none for %s: %s", Zh: "报告需要%s，但数据中没有 %s 的值：%s"}
	msgBadDate          = source.Message{Code: "bad-date", En: "the report date %q is no date (YYYY-MM-DD)", Zh: "报告日期 %q 不是有效日期（YYYY-MM-DD）"}
	msgNoteMissing      = source.Message{Code: "note-missing", En: "the report needs the note %q, and notes/ has none for %s", Zh: "报告需要说明“%s”，但 notes/ 中没有 %s 的这一段"}
	msgNoteUnused       = source.Message{Code: "note-unprinted", En: "no block of the template prints %[1]s %[2]s (%[3]d in all)", Zh: "模板没有输出：%[1]s %[2]s（共 %[3]d 项）"}
	msgLongVerdict      = source.Message{Code: "long-verdict", En: "the verdict has %d characters; more than %d are not read at a glance", Zh: "首页结论有 %d 个字，超过 %d 个字便不能一眼读完"}
	msgWrongUnit        = source.Message{Code: "wrong-unit", En: "%s is compared with %s, not with %s", Zh: "%s 应与%s比较，而不是 %s"}
	msgPlaceholder      = source.Message{Code: "placeholder", En: "the placeholder %q is left here", Zh: "此处还留有待填写的 %q"}
	msgTypedNumber      = source.Message{Code: "typed-number", En: "%q is typed by hand; a figure in {{ }} stays right when the data change", Zh: "%q 是手工输入的数字；写成 {{ }} 中的指标，数据变动时才不会出错"}
	msgNoteRepeats      = source.Message{Code: "note-repeated", En: "the note %q says word for word what it said for %s (%s)", Zh: "说明“%s”与 %s 的（%s）一字不差"}
	msgTopUnsorted      = source.Message{Code: "top-unsorted", En: "top without sort keeps the first rows by name; write sort: -sales or the like for the largest", Zh: "只写 top 不写 sort，留下的是按名称排在前面的行；要取最大的几项，请加 sort: -销售额 之类"}
	msgReportTooLarge   = source.Message{Code: "report-too-large", En: "with this block the report has more than %d %s", Zh: "写到此处，报告已超过 %d %s"}
	msgItemUnused       = source.Message{Code: "item-unprinted", En: "no block of the template prints %[1]s %[2]s (%[3]d in all)", Zh: "模板没有输出：%[1]s %[2]s（共 %[3]d 项）"}
)

// Words that messages put in for what they expected or found.
var (
	termMapping   = source.Term{En: "a mapping (key: value)", Zh: "键值对（键: 值）"}
	termList      = source.Term{En: "a list", Zh: "列表"}
	termText      = source.Term{En: "a text", Zh: "文本"}
	termBlock     = source.Term{En: "a text or a mapping", Zh: "文本或键值对"}
	termCondition = source.Term{En: "a condition", Zh: "条件"}
	termFigure    = source.Term{En: "a figure", Zh: "指标"}
	termDimension = source.Term{En: "a dimension", Zh: "维度"}
	termItems     = source.Term{En: "a list of items", Zh: "事项列表"}
	termField     = source.Term{En: "a field", Zh: "字段"}
	termNumber    = source.Term{En: "a number", Zh: "数"}
	termDate      = source.Term{En: "a date", Zh: "日期"}
	termWord      = source.Term{En: "a word", Zh: "词"}
	termPhrase    = source.Term{En: "a phrase", Zh: "短语"}
	termWhole     = source.Term{En: "a whole number", Zh: "整数"}
	termPercent   = source.Term{En: "a percentage", Zh: "百分数"}
	termBoolean   = source.Term{En: "true or false", Zh: "true 或 false"}
	termWindow    = source.Term{En: "a window is longer than the period", Zh: "window 超出本期"}
	termRowsAlone = source.Term{En: "indicators do not add up", Zh: "不同指标不能相加"}
	termTime      = source.Term{En: "a point in time", Zh: "时间"}
	termOctal     = source.Term{En: "an octal number", Zh: "八进制数"}
	termBlocks    = source.Term{En: "blocks", Zh: "个内容块"}
	termCells     = source.Term{En: "cells", Zh: "个单元格"}
	termNotes     = source.Term{En: "notes", Zh: "说明"}
	termEvidence  = source.Term{En: "a list of figures", Zh: "指标依据"}
)
