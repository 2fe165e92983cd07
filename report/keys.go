package report

// What a template may hold is said here once: every key with its type, where
// it stands, and what it is for. The table drives the decoder, the messages for
// unknown keys and the reference.

// A keyType is the type of a key's value.
type keyType uint8

const (
	wordKey       keyType = iota // one word, taken as written
	textKey                      // literal text
	sentenceKey                  // one line of text with {{ }}
	paragraphsKey                // a block of sentences
	exprKey                      // an expression
	exprsKey                     // expressions in a list, or one alone
	boolKey                      // true or false
	intKey                       // a whole number
	blocksKey                    // a list of blocks
	shapeKey                     // a mapping with keys of its own
	shapesKey                    // a list of such mappings
	columnsKey                   // a list of expressions or column mappings
	seriesKey                    // a list of expressions or series mappings
	localizedKey                 // {zh: …, en: …}
	parametersKey                // names, each with a mapping
	literalKey                   // a text, or a list of texts
)

// A key is one key of a mapping.
type key struct {
	name     string
	typ      keyType
	required bool
	words    []string // the values of a wordKey, if they are a fixed set
	shape    string   // of a shapeKey or shapesKey
	en, zh   string   // what it is for
}

// shapes are the mappings of a template by name. A block's shape is named
// after the key that makes it that block.
var shapes = map[string][]key{
	"template": {
		{name: "schema", typ: wordKey, required: true, words: []string{Schema}, en: "format of this file", zh: "文件格式版本"},
		{name: "id", typ: wordKey, required: true, en: "name of the template", zh: "模板编号"},
		{name: "locale", typ: wordKey, required: true, words: []string{"zh-CN", "en"}, en: "language of the report", zh: "报告语言"},
		{name: "title", typ: sentenceKey, required: true, en: "title of the report", zh: "报告标题"},
		{name: "numbering", typ: wordKey, words: []string{"sample", "gbt", "decimal", "none"}, en: "how headings are numbered", zh: "标题编号方式"},
		{name: "parameters", typ: parametersKey, shape: "parameter", en: "values that may be set for one report", zh: "可为单份报告设定的参数"},
		{name: "indicators", typ: shapesKey, shape: "indicator", en: "indicators of the template's own", zh: "模板自定的指标"},
		{name: "requires", typ: exprsKey, en: "figures without which the report cannot be made", zh: "缺少即不能成文的指标"},
		{name: "summary", typ: blocksKey, en: "the first page, unnumbered", zh: "首页摘要，不编号"},
		{name: "sections", typ: blocksKey, en: "the body", zh: "正文各章"},
		{name: "closing", typ: blocksKey, en: "the end, unnumbered", zh: "结语，不编号"},
		{name: "appendix", typ: blocksKey, en: "appendices", zh: "附录"},
	},
	"parameter": {
		{name: "type", typ: wordKey, required: true, words: []string{"integer", "number", "percent", "text", "list", "date", "boolean"}, en: "type of its value", zh: "取值类型"},
		{name: "default", typ: literalKey, required: true, en: "value if none is set", zh: "默认值"},
		{name: "min", typ: textKey, en: "least value", zh: "最小值"},
		{name: "max", typ: textKey, en: "greatest value", zh: "最大值"},
		{name: "title", typ: textKey, en: "what it is for", zh: "用途"},
	},
	"indicator": {
		{name: "id", typ: wordKey, required: true, en: "name in expressions", zh: "表达式中的名称"},
		{name: "name", typ: localizedKey, required: true, en: "name in the report, {zh: …, en: …}", zh: "报告中的名称"},
		{name: "formula", typ: exprKey, required: true, en: "how it is computed", zh: "计算公式"},
		{name: "unit", typ: wordKey, required: true, en: "its unit", zh: "单位"},
		{name: "max", typ: exprKey, en: "full score", zh: "满分"},
		{name: "better", typ: wordKey, words: []string{"up", "down", "neutral"}, en: "which direction is good", zh: "向好的方向"},
		{name: "additive", typ: boolKey, en: "false: never add it up", zh: "false 表示不可相加"},
		{name: "growth", typ: wordKey, words: []string{"relative", "difference"}, en: "how sentences speak of a change", zh: "增减的说法"},
		{name: "sign", typ: wordKey, words: []string{"profit"}, en: "a negative value is a loss", zh: "负值称为亏损"},
		{name: "print", typ: wordKey, words: []string{"base"}, en: "print in base units", zh: "按基本单位打印"},
		{name: "counter", typ: textKey, en: "Chinese measure word", zh: "量词"},
		{name: "source", typ: textKey, en: "where the definition comes from", zh: "定义出处"},
	},
	"heading": {
		{name: "heading", typ: sentenceKey, required: true, en: "title of the section", zh: "标题"},
		{name: "each", typ: exprKey, en: "one section for each item of this list", zh: "对列表中每一项各写一节"},
		{name: "where", typ: exprKey, en: "only the items for which this holds", zh: "只取满足条件的项"},
		{name: "empty", typ: textKey, en: "what stands if nothing is left: drop, or a sentence", zh: "无内容时：drop 或一句话"},
		{name: "blocks", typ: blocksKey, required: true, en: "what stands under it", zh: "本节内容"},
	},
	"each": {
		{name: "each", typ: exprKey, required: true, en: "the blocks once for each item of this list", zh: "对列表中每一项各写一次"},
		{name: "where", typ: exprKey, en: "only the items for which this holds", zh: "只取满足条件的项"},
		{name: "empty", typ: textKey, en: "a sentence if no item is left", zh: "没有任何项时的一句话"},
		{name: "blocks", typ: blocksKey, required: true, en: "what is written for each", zh: "每一项的内容"},
	},
	"text": {
		{name: "text", typ: paragraphsKey, required: true, en: "paragraphs", zh: "段落"},
	},
	"verdict": {
		{name: "verdict", typ: paragraphsKey, required: true, en: "the first of these lines that has something to say", zh: "取第一句有内容的话"},
	},
	"figures": {
		{name: "figures", typ: exprsKey, required: true, en: "figures shown as cards", zh: "以卡片展示的指标"},
	},
	"table": {
		{name: "table", typ: shapeKey, shape: "table body", required: true, en: "a table", zh: "表格"},
	},
	"table body": {
		{name: "id", typ: wordKey, en: "name to refer to it", zh: "供引用的编号"},
		{name: "caption", typ: sentenceKey, en: "title above the table", zh: "表题"},
		{name: "rows", typ: exprsKey, required: true, en: "a dimension, a list of items, or a list of indicators", zh: "维度、事项列表或指标列表"},
		{name: "where", typ: exprKey, en: "only the rows for which this holds", zh: "只取满足条件的行"},
		{name: "columns", typ: columnsKey, required: true, en: "figures, aspects or fields", zh: "各列的指标、口径或字段"},
		{name: "sort", typ: exprKey, en: "order of the rows; a minus sorts downwards", zh: "排序；减号为降序"},
		{name: "top", typ: exprKey, en: "at most so many rows", zh: "最多行数"},
		{name: "total", typ: boolKey, en: "a last row with the whole", zh: "末行合计"},
		{name: "empty", typ: textKey, en: "a sentence if no row is left", zh: "没有任何行时的一句话"},
		{name: "window", typ: intKey, en: "so many months or quarters up to the period's end", zh: "截至本期末的月数或季度数"},
	},
	"column": {
		{name: "figure", typ: exprKey, required: true, en: "what the column shows", zh: "本列内容"},
		{name: "title", typ: textKey, en: "heading of the column", zh: "列标题"},
	},
	"chart": {
		{name: "chart", typ: shapeKey, shape: "chart body", required: true, en: "a chart", zh: "图"},
	},
	"chart body": {
		{name: "id", typ: wordKey, en: "name to refer to it", zh: "供引用的编号"},
		{name: "kind", typ: wordKey, required: true, words: []string{"bar", "line"}, en: "kind of chart", zh: "图的种类"},
		{name: "caption", typ: sentenceKey, en: "title below the chart", zh: "图题"},
		{name: "by", typ: exprKey, required: true, en: "the dimension along the axis", zh: "横轴维度"},
		{name: "series", typ: seriesKey, required: true, en: "figures drawn", zh: "所画指标"},
		{name: "window", typ: intKey, en: "so many months or quarters up to the period's end", zh: "截至本期末的月数或季度数"},
		{name: "empty", typ: textKey, en: "a sentence if there is nothing to draw", zh: "无可画内容时的一句话"},
	},
	"series": {
		{name: "figure", typ: exprKey, required: true, en: "what the series shows", zh: "本序列内容"},
		{name: "role", typ: wordKey, words: []string{"actual", "previous", "plan", "forecast"}, en: "scenario it stands for", zh: "情景"},
		{name: "name", typ: textKey, en: "name in the legend", zh: "图例名称"},
	},
	"items": {
		{name: "items", typ: exprKey, required: true, en: "a list of items", zh: "事项列表"},
		{name: "where", typ: exprKey, en: "only the items for which this holds", zh: "只取满足条件的项"},
		{name: "as", typ: wordKey, words: []string{"list", "paragraphs"}, en: "how they are set", zh: "排列方式"},
		{name: "lead", typ: textKey, en: "words that lead the list in", zh: "引导语"},
		{name: "show", typ: exprsKey, en: "fields shown behind each item", zh: "每项之后列出的字段"},
		{name: "empty", typ: textKey, en: "a sentence if no item is left", zh: "没有任何项时的一句话"},
	},
	"method": {
		{name: "method", typ: textKey, en: "the table of indicators, formulas, inputs and files", zh: "指标口径与数据来源表"},
	},
	"gaps": {
		{name: "gaps", typ: textKey, en: "what the data did not have", zh: "数据缺口"},
	},
	"page_break": {
		{name: "page_break", typ: textKey, en: "a new page", zh: "分页"},
	},
}

// blockNames are the keys that make a mapping a block, in the order in which
// messages list them. "text" is the block that a bare string is.
var blockNames = []string{
	"heading", "verdict", "figures", "table", "chart", "items", "each", "method", "gaps", "page_break",
}

// bareBlocks are the blocks that a string alone may name.
var bareBlocks = []string{"method", "gaps", "page_break"}

// anyBlock are the keys that every block may have beside its own.
var anyBlock = []key{
	{name: "id", typ: wordKey, en: "name to refer to it", zh: "供引用的编号"},
	{name: "when", typ: exprKey, en: "only if this holds", zh: "仅在满足条件时出现"},
}

// Schema is the format of templates that this package reads.
const Schema = "channelreport/template/v1"
