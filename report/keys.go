package report

// What a template may hold is said here and in keys_block.go once: every key
// with its type, where it stands, and what it is for. The table drives the
// decoder, the messages for unknown keys, the JSON Schema and the reference.

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
	partsKey                     // names, each with a list of blocks
	literalKey                   // a text, or a list of texts
	bareKey                      // nothing, true, or a mapping with keys of its own
)

// A key is one key of a mapping.
type key struct {
	name     string
	typ      keyType
	required bool
	max      int      // the greatest value of an intKey
	words    []string // the values of a wordKey, if they are a fixed set
	shape    string   // of a shapeKey or shapesKey
	en, zh   string   // what it is for
}

// keysOf returns the keys of a mapping by the name of its shape.
func keysOf(shape string) []key {
	if keys, ok := shapes[shape]; ok {
		return keys
	}
	return blockShapes[shape]
}

// shapes are the mappings of a template that are no blocks, by name.
var shapes = map[string][]key{
	"template": {
		{name: "schema", typ: wordKey, required: true, words: []string{Schema}, en: "format of this file", zh: "文件格式版本"},
		{name: "id", typ: wordKey, required: true, en: "name of the template", zh: "模板编号"},
		{name: "locale", typ: wordKey, required: true, words: []string{"zh-CN", "en"}, en: "language of the report", zh: "报告语言"},
		{name: "title", typ: sentenceKey, required: true, en: "title of the report", zh: "报告标题"},
		{name: "numbering", typ: wordKey, words: []string{"sample", "gbt", "decimal", "none"}, en: "how headings are numbered: sample 一、1. (1), gbt 一、（一）, decimal 1 1.1, none", zh: "标题编号：sample 为一、1.（1），gbt 为一、（一），decimal 为 1 1.1，none 不编号"},
		{name: "parameters", typ: parametersKey, shape: "parameter", en: "values that may be set for one report", zh: "可为单份报告设定的参数"},
		{name: "indicators", typ: shapesKey, shape: "indicator", en: "indicators of the template's own", zh: "模板自定的指标"},
		{name: "scope", typ: wordKey, words: []string{"partner"}, en: "one report for each partner", zh: "每个伙伴一份报告"},
		{name: "uses", typ: shapesKey, shape: "used name", en: "names of the book's own that the template counts on", zh: "模板所依赖的账套自定名称"},
		{name: "parts", typ: partsKey, en: "blocks that stand in several places", zh: "供多处使用的内容块"},
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
	"used name": {
		{name: "id", typ: wordKey, required: true, en: "name that a book must declare", zh: "账套必须声明的名称"},
		{name: "unit", typ: wordKey, required: true, words: usedUnits, en: "its unit, or dimension", zh: "单位，或 dimension（维度）"},
		{name: "name", typ: localizedKey, en: "name in the report, {zh: …, en: …}", zh: "报告中的名称"},
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
}

// localizedKeys are the languages of a name.
var localizedKeys = []key{
	{name: "zh", typ: textKey, en: "in Chinese", zh: "中文名称"},
	{name: "en", typ: textKey, en: "in English", zh: "英文名称"},
}

// Schema is the format of templates that this package reads.
const Schema = "channelreport/template/v1"
