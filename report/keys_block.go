package report

// blockShapes are the mappings that blocks are made of, by name. A block's
// shape is named after the key that makes it that block.
var blockShapes = map[string][]key{
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
		{name: "text", typ: paragraphsKey, required: true, en: "paragraphs that take a when", zh: "正文，可加 when"},
	},
	"verdict": {
		{name: "verdict", typ: paragraphsKey, required: true, en: "the first of these lines that has something to say", zh: "取第一句有内容的话"},
	},
	"note": {
		{name: "note", typ: textKey, required: true, en: "the manager's own words under this heading of notes/PERIOD.md", zh: "取 notes/期间.md 中该标题下管理者撰写的文字"},
		{name: "default", typ: paragraphsKey, en: "what stands if nothing was written", zh: "未撰写时的文字"},
		{name: "required", typ: boolKey, en: "true: a final report needs it", zh: "true 表示定稿必须撰写"},
	},
	"notes": {
		{name: "notes", typ: bareKey, required: true, en: "all notes of the period that no note block prints", zh: "其余未被引用的文字说明"},
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
		{name: "columns", typ: columnsKey, required: true, en: "figures, aspects or fields; {by, figure} for a cross table", zh: "各列的指标、口径或字段；交叉表写 {by, figure}"},
		{name: "sort", typ: exprKey, en: "order of the rows; a minus sorts downwards", zh: "排序；减号为降序"},
		{name: "top", typ: exprKey, en: "at most so many rows", zh: "最多行数"},
		{name: "total", typ: boolKey, en: "a last row with the whole", zh: "末行合计"},
		{name: "unit", typ: textKey, en: "unit of its money, such as 万元 or million", zh: "金额单位，如 万元、亿元"},
		{name: "empty", typ: textKey, en: "a sentence if no row is left", zh: "没有任何行时的一句话"},
		{name: "window", typ: intKey, max: mostWindow, en: "so many months or quarters up to the period's end, at most 120", zh: "截至本期末的月数或季度数，最多 120"},
	},
	"column": {
		{name: "figure", typ: exprKey, required: true, en: "what the column shows", zh: "本列内容"},
		{name: "title", typ: textKey, en: "heading of the column", zh: "列标题"},
		{name: "tone", typ: boolKey, en: "false: do not mark good and bad values", zh: "false 表示不标示好坏"},
	},
	"cross": {
		{name: "by", typ: exprKey, required: true, en: "the dimension that has a column for each of its groups", zh: "逐组成列的维度"},
		{name: "figure", typ: exprKey, required: true, en: "what the cells show", zh: "单元格内容"},
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
		{name: "window", typ: intKey, max: mostWindow, en: "so many months or quarters up to the period's end, at most 120", zh: "截至本期末的月数或季度数，最多 120"},
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
		{name: "as", typ: wordKey, words: []string{"list", "table", "paragraphs"}, en: "how they are set", zh: "排列方式"},
		{name: "lead", typ: textKey, en: "words that lead the list in", zh: "引导语"},
		{name: "show", typ: exprsKey, en: "fields shown behind each item", zh: "每项之后列出的字段"},
		{name: "empty", typ: textKey, en: "a sentence if no item is left", zh: "没有任何项时的一句话"},
	},
	"evidence": {
		{name: "evidence", typ: exprKey, required: true, en: "the figures that an item rests on: evidence, outputs, effects or aim", zh: "事项所依据的指标：依据、产出、成效指标或预期目标"},
		{name: "lead", typ: textKey, en: "words that lead the list in", zh: "引导语"},
		{name: "empty", typ: textKey, en: "a sentence if there is none", zh: "没有依据时的一句话"},
	},
	"decisions": {
		{name: "decisions", typ: bareKey, shape: "decisions body", required: true, en: "what the reader is asked to decide", zh: "提请决定的事项"},
	},
	"decisions body": {
		{name: "top", typ: exprKey, en: "at most so many", zh: "最多项数"},
		{name: "where", typ: exprKey, en: "only the decisions for which this holds", zh: "只取满足条件的事项"},
		{name: "lead", typ: textKey, en: "words that lead the list in", zh: "引导语"},
	},
	"sign_off": {
		{name: "sign_off", typ: bareKey, required: true, en: "the lines of sign_off in book.yaml", zh: "book.yaml 中的签署栏"},
	},
	"callout": {
		{name: "callout", typ: blocksKey, required: true, en: "blocks in a box", zh: "加框的内容"},
		{name: "title", typ: sentenceKey, en: "title of the box", zh: "框题"},
		{name: "tone", typ: wordKey, words: []string{"good", "bad", "neutral"}, en: "whether it is good or bad news", zh: "好坏语气"},
	},
	"use": {
		{name: "use", typ: wordKey, required: true, en: "a part of the template", zh: "模板的部件"},
	},
	"method": {
		{name: "method", typ: bareKey, required: true, en: "the table of indicators, formulas, inputs and files", zh: "指标口径与数据来源表"},
	},
	"gaps": {
		{name: "gaps", typ: bareKey, shape: "gaps body", required: true, en: "what the data did not have", zh: "数据缺口"},
	},
	"gaps body": {
		{name: "as", typ: wordKey, words: []string{"table", "line"}, en: "a table, or one line", zh: "表格或一句话"},
	},
	"page_break": {
		{name: "page_break", typ: bareKey, required: true, en: "a new page", zh: "分页"},
	},
}

// mostWindow is how many months or quarters a window has at most.
const mostWindow = 120

// blockNames are the keys that make a mapping a block, in the order in which
// messages list them. "text" is also the block that a bare string is.
var blockNames = []string{
	"heading", "verdict", "figures", "table", "chart", "items", "evidence", "note", "notes", "decisions", "sign_off", "each",
	"callout", "use", "method", "gaps", "page_break", "text",
}

// bareBlocks are the blocks that a string alone may name.
var bareBlocks = []string{"method", "gaps", "notes", "sign_off", "decisions", "page_break"}

// anyBlock are the keys that every block may have beside its own.
var anyBlock = []key{
	{name: "id", typ: wordKey, en: "name to refer to it", zh: "供引用的编号"},
	{name: "when", typ: exprKey, en: "only if this holds", zh: "仅在满足条件时出现"},
}
