package report

import (
	"strings"
	"testing"

	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// What the inserts of the tables say. A name that begins with no is silent.
func testInsert(in *insert) spoken {
	text := func(kind insertKind, s string) spoken {
		return spoken{kind: kind, inlines: []doc.Inline{doc.Text{Text: s}}}
	}
	value := func(s string) spoken {
		return spoken{kind: figureInsert, inlines: []doc.Inline{doc.Value{Text: s, Figure: -1}}}
	}
	clause := func(s string) spoken {
		p := text(phraseInsert, s)
		p.capital = true
		return p
	}
	absent := []missing{{reason: kpi.NoData}}
	switch name := in.node.(*expr.Name).Ident; name {
	case "period":
		return text(fixedInsert, "2026年第三季度")
	case "quarter":
		return text(fixedInsert, "Q3 2026")
	case "org":
		return text(fixedInsert, "Example Inc.")
	case "acme":
		return text(fixedInsert, "Adventure Works")
	case "a":
		return value("100.0万元")
	case "b":
		return value("12.3%")
	case "c":
		return value("¥1.20 million")
	case "nofigure":
		return spoken{kind: figureInsert, silent: true, missing: absent}
	case "yoy":
		return text(phraseInsert, "同比增长5.0%")
	case "up":
		return text(phraseInsert, "up 5.0% year on year")
	case "level":
		return text(phraseInsert, "与上年同期持平")
	case "nophrase":
		return spoken{silent: true, missing: absent}
	case "leaders":
		return text(phraseInsert, "华东销售额最高")
	case "same":
		return clause("sales were the same in both regions")
	case "named":
		return text(phraseInsert, "iStore led with 60.0% of sales")
	case "text":
		return text(fieldInsert, "需求放缓。")
	case "several":
		return text(fieldInsert, "需求放缓，库存上升；")
	case "costs":
		return text(fieldInsert, "Costs fell.")
	case "ask":
		return text(fieldInsert, "为什么？")
	case "shout":
		return text(fieldInsert, "It works!")
	case "bold":
		return spoken{kind: fieldInsert, inlines: []doc.Inline{doc.Text{Text: "重"}, doc.Strong{Inlines: plain("点")}}}
	case "quote":
		return text(fieldInsert, "他说“好。”")
	case "nofield":
		return spoken{kind: fieldInsert, silent: true}
	default:
		panic("no insert " + name)
	}
}

var sentenceCases = []struct {
	name, text, want string // "" is dropped
}{
	// Nothing is missing.
	{"plain", "本期情况如下。", "本期情况如下。"},
	{"figure", "销售额{{ a }}。", "销售额100.0万元。"},
	{"all parts stay", "销售额{{ a }}[[，{{ yoy }}]][[，{{ level }}]]。", "销售额100.0万元，同比增长5.0%，与上年同期持平。"},
	{"nested stay", "[[全年目标{{ a }}，累计{{ a }}[[，月均{{ a }}]]。]]", "全年目标100.0万元，累计100.0万元，月均100.0万元。"},
	{"only fixed names", "{{ period }}工作总结", "2026年第三季度工作总结"},
	{"braces in a string", `写作{{ a }}`, "写作100.0万元"},

	{"two names touch", "{{ acme }}{{ period }}总结", "Adventure Works 2026年第三季度总结"},
	{"a name with a point and one behind it", "{{ org }}{{ period }}总结", "Example Inc. 2026年第三季度总结"},
	{"a name before Han characters", "{{ acme }}的{{ a }}", "Adventure Works的100.0万元"},
	{"a name and a figure, a part between them gone", "{{ acme }}[[，{{ nofigure }}]]{{ a }}", "Adventure Works 100.0万元"},
	{"a figure that ends with a Han character", "{{ a }}{{ acme }}", "100.0万元Adventure Works"},

	// Parts go.
	{"last goes", "销售额{{ a }}[[，{{ nophrase }}]]。", "销售额100.0万元。"},
	{"middle goes", "销售额{{ a }}[[，{{ nophrase }}]][[，{{ yoy }}]]。", "销售额100.0万元，同比增长5.0%。"},
	{"all go, the figure stays", "销售额{{ a }}[[，{{ nophrase }}]][[，{{ nophrase }}]]。", "销售额100.0万元。"},
	{"first goes, it began bare", "{{ period }}渠道销售额[[{{ nophrase }}]][[，{{ yoy }}]]。", "2026年第三季度渠道销售额同比增长5.0%。"},
	{"first goes, then one with a pause", "销售额[[{{ nophrase }}]][[，{{ nophrase }}]][[，{{ yoy }}]]。", "销售额同比增长5.0%。"},
	{"first goes, conjunction", "销售额[[{{ nophrase }}]][[和{{ a }}]]。", "销售额100.0万元。"},
	{"a phrase that begins with 与 is no conjunction", "销售额[[{{ nophrase }}]][[，{{ level }}]]。", "销售额与上年同期持平。"},
	{"all go", "{{ period }}渠道销售额[[{{ nophrase }}]][[，{{ nophrase }}]]。", ""},
	{"asked only in parts, one said", "{{ period }}[[识别问题{{ a }}]][[，遗留{{ nofigure }}]]。", "2026年第三季度识别问题100.0万元。"},
	{"whole line is a part and goes", "[[影响：{{ nofield }}。]]", ""},
	{"whole line is a part and stays", "[[影响：{{ text }}]]", "影响：需求放缓。"},
	{"part at the start goes", "[[自{{ nofield }}起存在，]]处置意见：{{ text }}", "处置意见：需求放缓。"},
	{"two silent in one part", "销售额{{ a }}[[，{{ nophrase }}、{{ nofigure }}]]。", "销售额100.0万元。"},
	{"one of two silent", "销售额{{ a }}[[，{{ yoy }}、{{ nofigure }}]]。", "销售额100.0万元。"},
	{"outer stays, inner goes", "[[目标{{ a }}[[，月均{{ nofigure }}]]。]]", "目标100.0万元。"},
	{"outer goes with its direct insert", "总之[[，目标{{ nofigure }}[[，月均{{ a }}]]]]。{{ yoy }}", "总之。同比增长5.0%"},
	{"outer goes when all inner ones are gone", "销售额{{ a }}[[，其中[[新品{{ nofigure }}]][[、老品{{ nofigure }}]]]]。", "销售额100.0万元。"},
	{"outer stays with one inner", "销售额{{ a }}[[，其中[[新品{{ nofigure }}]][[、老品{{ b }}]]]]。", "销售额100.0万元，其中老品12.3%。"},
	{"three deep", "[[甲{{ a }}[[，乙{{ b }}[[，丙{{ nofigure }}]]]]。]]", "甲100.0万元，乙12.3%。"},
	{"three deep, the middle is silent", "[[甲{{ a }}[[，乙{{ nofigure }}[[，丙{{ b }}]]]]。]]", "甲100.0万元。"},

	// Lines go.
	{"figure outside", "获客成本为{{ nofigure }}[[，{{ yoy }}]]。", ""},
	{"phrase outside", "分区域看，{{ nophrase }}。", ""},
	{"field outside", "{{ nofield }}", ""},
	{"nothing but marks is left", "[[{{ a }}[[{{ nofigure }}]]]]", "100.0万元"},
	{"only marks", "——。", ""},

	// Closing up.
	{"enumeration, first", "[[{{ nofigure }}]]、[[{{ a }}]]、[[{{ b }}]]。", "100.0万元、12.3%。"},
	{"enumeration, middle", "[[{{ a }}]]、[[{{ nofigure }}]]、[[{{ b }}]]。", "100.0万元、12.3%。"},
	{"enumeration, last", "[[{{ a }}]]、[[{{ b }}]]、[[{{ nofigure }}]]。", "100.0万元、12.3%。"},
	{"enumeration, first after a word", "共[[{{ nofigure }}]]、[[{{ a }}]]。", "共100.0万元。"},
	{"no 。。", "销售额{{ a }}。[[{{ nophrase }}]]。", "销售额100.0万元。"},
	{"no ，。", "销售额{{ a }}，[[{{ nophrase }}]]。", "销售额100.0万元。"},
	{"no ，，", "销售额{{ a }}，[[{{ nophrase }}]]，其中{{ b }}。", "销售额100.0万元，其中12.3%。"},
	{"；beats ，", "销售额{{ a }}，[[{{ nophrase }}]]；其中{{ b }}。", "销售额100.0万元；其中12.3%。"},
	{"，yields to ：", "销售额{{ a }}：[[{{ nophrase }}]]，其中{{ b }}。", "销售额100.0万元：其中12.3%。"},
	{"、yields to ，", "销售额{{ a }}、[[{{ nophrase }}]]，其中{{ b }}。", "销售额100.0万元，其中12.3%。"},
	{"！stays", "好！[[{{ nophrase }}]]，{{ a }}。", "好！100.0万元。"},
	{"colon before the end", "问题：[[{{ nofield }}]]。销售额{{ a }}", "问题。销售额100.0万元"},
	{"empty brackets go", "销售额{{ a }}（[[{{ nofigure }}]]）。", "销售额100.0万元。"},
	{"empty ASCII brackets go", "销售额{{ a }}([[{{ nofigure }}]])。", "销售额100.0万元。"},
	{"empty brackets inside a part", "销售额{{ a }}[[，{{ yoy }}（[[{{ nofigure }}]]）]]。", "销售额100.0万元，同比增长5.0%。"},
	{"empty quotation goes", "称为“[[{{ nofield }}]]”的{{ a }}。", "称为的100.0万元。"},
	{"nested brackets go", "销售额{{ a }}（“[[{{ nofigure }}]]”）。", "销售额100.0万元。"},
	{"pause behind an opening bracket", "销售额{{ a }}（[[{{ nofigure }}]]，{{ b }}）。", "销售额100.0万元（12.3%）。"},
	{"pause before a closing bracket", "销售额{{ a }}（{{ b }}，[[{{ nofigure }}]]）。", "销售额100.0万元（12.3%）。"},
	{"bracket part goes", "销售额{{ a }}[[（{{ nophrase }}）]]，其中{{ b }}。", "销售额100.0万元，其中12.3%。"},
	{"bracket part stays", "销售额{{ a }}[[（{{ yoy }}）]]，其中{{ b }}。", "销售额100.0万元（同比增长5.0%），其中12.3%。"},
	{"pause at the end without a mark", "销售额{{ a }}，[[{{ nophrase }}]]", "销售额100.0万元"},
	{"pause at the start", "[[{{ nophrase }}]]，销售额{{ a }}。", "销售额100.0万元。"},
	{"stop at the start", "[[{{ nophrase }}]]。销售额{{ a }}。", "销售额100.0万元。"},

	{"dashes", "甲——[[{{ nophrase }}]]——销售额{{ a }}——[[{{ nophrase }}]]。", "甲——销售额100.0万元。"},
	{"dash at the start", "[[{{ nophrase }}]]——销售额{{ a }}。", "销售额100.0万元。"},
	{"pause and dash", "销售额{{ a }}，[[{{ nophrase }}]]——其中{{ b }}。", "销售额100.0万元——其中12.3%。"},
	{"slashes", "[[{{ a }}]]/[[{{ nofigure }}]]/[[{{ b }}]]", "100.0万元/12.3%"},
	{"ellipses", "销售额{{ a }}……[[{{ nofigure }}]]……完", "销售额100.0万元……完"},
	{"trailing 和", "{{ a }}和[[{{ nofigure }}]]。", "100.0万元。"},
	{"trailing 和 before a remark", "{{ a }}和[[预算{{ nofigure }}]]（含税）。", "100.0万元（含税）。"},
	{"leading 和", "共[[{{ nofigure }}]]和[[{{ a }}]]。", "共100.0万元。"},
	{"和 behind 、", "{{ a }}、[[{{ nofigure }}]]和[[{{ b }}]]。", "100.0万元和12.3%。"},
	{"a word that ends in 和", "{{ a }}之总和[[{{ nofigure }}]]。", "100.0万元之总和。"},
	{"、before what all share", "[[{{ nofigure }}]]、[[{{ a }}]]、[[{{ nofigure }}]]均如上。", "100.0万元均如上。"},
	{"、before a part with one of its own", "甲{{ a }}、[[乙{{ nofigure }}、]]丙。", "甲100.0万元、丙。"},
	{"、before another part", "甲{{ a }}、[[乙{{ nofigure }}]][[丙{{ b }}]]。", "甲100.0万元、丙12.3%。"},
	{"what leads to nothing", "销售额{{ a }}，其中：[[{{ nofigure }}]]；[[{{ nofigure }}]]。", "销售额100.0万元，其中。"},
	{"a number leads to nothing", "销售额{{ a }}，增幅为1.5倍者：[[预算{{ nofigure }}]]。", "销售额100.0万元，增幅为1.5倍者。"},
	{"thousands lead to nothing", "销售额{{ a }}；每台1,500元者：[[预算{{ nofigure }}]]。", "销售额100.0万元；每台1,500元者。"},
	{"a list leads to nothing", "销售额{{ a }}，覆盖华东、华南、华北：[[预算{{ nofigure }}]]。", "销售额100.0万元，覆盖华东、华南、华北。"},
	{"en a number leads to nothing", "Sales were {{ c }}; version 1.5 notes: [[{{ nofigure }}]].", "Sales were ¥1.20 million; version 1.5 notes."},
	{"a colon and the line's last mark", "销售额{{ a }}，包括：[[预算{{ nofigure }}]]；", "销售额100.0万元，包括；"},
	{"a number alone leads to nothing", "3.5倍：[[{{ nofigure }}]]。销售额{{ a }}。", "3.5倍。销售额100.0万元。"},
	{"what leads to the second", "销售额{{ a }}，其中：[[{{ nofigure }}]]；[[{{ b }}]]。", "销售额100.0万元，其中：12.3%。"},
	{"a figure leads to nothing", "好，销售额{{ a }}：[[{{ nofigure }}]]。", "好，销售额100.0万元。"},
	{"wide bracket around a part", "销售额{{ a }}【[[{{ b }}]]】【[[{{ nofigure }}]]】。", "销售额100.0万元【12.3%】。"},

	// Marks that inserts bring.
	{"its 。 yields to 。", "{{ text }}。", "需求放缓。"},
	{"its 。 yields to ，", "{{ text }}，销售额{{ a }}。", "需求放缓，销售额100.0万元。"},
	{"its 。 yields to （", "{{ text }}（{{ a }}）。", "需求放缓（100.0万元）。"},
	{"its 。 yields to ）", "（{{ text }}）", "（需求放缓）"},
	{"its 。 stays before words", "{{ text }}销售额{{ a }}。", "需求放缓。销售额100.0万元。"},
	{"its 。 yields over a seam", "{{ text }}[[，{{ nofigure }}]]。", "需求放缓。"},
	{"its ； yields", "{{ several }}。", "需求放缓，库存上升。"},
	{"its ？ stays", "{{ ask }}。", "为什么？"},
	{"its ？ stays before ，", "{{ ask }}，销售额{{ a }}。", "为什么？销售额100.0万元。"},
	{"its closed quotation ends the sentence", "{{ quote }}。", "他说“好。”"},
	{"a closed quotation in the middle", "{{ quote }}，销售额{{ a }}。", "他说“好。”，销售额100.0万元。"},

	// English.
	{"en plain", "Channel sales in {{ quarter }} were {{ c }}[[, {{ up }}]].", "Channel sales in Q3 2026 were ¥1.20 million, up 5.0% year on year."},
	{"en last goes", "Sales were {{ c }}[[, {{ nophrase }}]].", "Sales were ¥1.20 million."},
	{"en first goes", "Sales were [[{{ nophrase }}]][[, {{ up }}]].", "Sales were up 5.0% year on year."},
	{"en both go", "Sales in {{ quarter }} were [[{{ nophrase }}]][[, {{ nophrase }}]].", ""},
	{"en and", "Sales were [[{{ nophrase }}]][[ and {{ up }}]].", "Sales were up 5.0% year on year."},
	{"en or", "Sales were [[{{ nophrase }}]][[, or {{ up }}]].", "Sales were up 5.0% year on year."},
	{"en and stays behind what stayed", "Sales were {{ c }}[[, {{ nophrase }}]][[, and {{ up }}]].", "Sales were ¥1.20 million, and up 5.0% year on year."},
	{"en a word behind what is gone", "Sales[[{{ nophrase }}]][[ of {{ c }}]].", "Sales of ¥1.20 million."},
	{"en a pause behind what is gone", "Sales[[{{ nophrase }}]][[, {{ up }}]].", "Sales up 5.0% year on year."},
	{"en one space", "Sales [[of {{ nofigure }} ]]were {{ c }}.", "Sales were ¥1.20 million."},
	{"en two spaces become one", "Sales [[{{ nofigure }}]] were {{ c }}.", "Sales were ¥1.20 million."},
	{"en no space before a mark", "Sales were {{ c }} [[({{ nophrase }})]].", "Sales were ¥1.20 million."},
	{"en no space in a bracket", "Sales were {{ c }} ([[{{ nophrase }}]] {{ b }}).", "Sales were ¥1.20 million (12.3%)."},
	{"en mark and space", "Sales were {{ c }}, [[{{ nophrase }}]], with {{ b }}.", "Sales were ¥1.20 million, with 12.3%."},
	{"en semicolon beats comma", "Sales were {{ c }}, [[{{ nophrase }}]]; costs {{ b }}.", "Sales were ¥1.20 million; costs 12.3%."},
	{"en trailing and", "Sales were {{ c }}, [[with {{ up }}]] and [[{{ nofigure }}]].", "Sales were ¥1.20 million, with up 5.0% year on year."},
	{"en leading and", "Sales [[{{ nofigure }}]] and [[{{ c }}]] rose.", "Sales ¥1.20 million rose."},
	{"en and behind a comma", "Sales were {{ c }}, [[{{ nofigure }}]] and [[{{ b }}]].", "Sales were ¥1.20 million, and 12.3%."},
	{"en and behind a figure", "Sales were {{ c }} [[{{ nofigure }}]] and [[{{ b }}]].", "Sales were ¥1.20 million and 12.3%."},
	{"en trailing and in brackets", "Sales were {{ c }} ([[{{ up }}]] or [[{{ nofigure }}]]), at last.", "Sales were ¥1.20 million (up 5.0% year on year), at last."},
	{"en a word that ends in and", "Sales were {{ c }} by brand [[{{ nofigure }}]].", "Sales were ¥1.20 million by brand."},
	{"en empty straight quotes", "Sales were \"[[{{ nofigure }}]]\" {{ c }}.", "Sales were ¥1.20 million."},
	{"en straight quotes stay", "A \"large\"[[{{ nofigure }}]]\"sale\" of {{ c }}.", "A \"large\"\"sale\" of ¥1.20 million."},
	{"en dashes", "Sales – [[{{ nofigure }}]] – were {{ c }}.", "Sales – were ¥1.20 million."},
	{"en no space of a part before a mark", "Sales [[ [[{{ nofigure }} ]] of [[ {{ c }} ]] ]].", "Sales of ¥1.20 million."},
	{"en Inc. and a stop", "This is {{ org }}.", "This is Example Inc."},
	{"en Inc. and a comma", "At {{ org }}, sales were {{ c }}.", "At Example Inc., sales were ¥1.20 million."},
	{"en a field's stop yields", "Effect: {{ costs }}.", "Effect: Costs fell."},
	{"en a field's stop yields to a comma", "{{ costs }}, and sales were {{ c }}.", "Costs fell, and sales were ¥1.20 million."},
	{"en ! and .", "{{ shout }}.", "It works!"},
	{"en phrase first", "{{ same }}.", "Sales were the same in both regions."},
	{"en name first", "{{ named }}.", "iStore led with 60.0% of sales."},
	{"en beginning gone", "[[{{ nophrase }}, ]]the channel sold {{ c }}.", "The channel sold ¥1.20 million."},
	{"en written small", "iStore sold {{ c }}.", "iStore sold ¥1.20 million."},

	// Emphasis.
	{"strong", "**结论：**销售额{{ a }}。", "*结论：*销售额100.0万元。"},
	{"strong value", "销售额**{{ a }}**[[，{{ nophrase }}]]。", "销售额*100.0万元*。"},
	{"strong is so once", "**{{ bold }}**：{{ bold }}！", "*重点*：重*点*！"},
	{"strong over a seam", "**销售额{{ a }}[[，{{ nophrase }}]]，其中{{ b }}**。", "*销售额100.0万元，其中12.3%*。"},
	{"strong in a part that goes", "销售额{{ a }}[[，**{{ nophrase }}**]]。", "销售额100.0万元。"},
}

// marked writes inlines with *…* around what is strong.
func marked(inlines []doc.Inline) string {
	var b strings.Builder
	for _, in := range inlines {
		if s, ok := in.(doc.Strong); ok {
			b.WriteString("*" + doc.PlainText(s.Inlines) + "*")
		} else {
			b.WriteString(doc.PlainText([]doc.Inline{in}))
		}
	}
	return b.String()
}

func TestSentences(t *testing.T) {
	for _, c := range sentenceCases {
		s, problems := splitLine(c.text)
		if len(problems) > 0 {
			t.Errorf("%s: %v", c.name, problems)
			continue
		}
		l := chinese
		if strings.HasPrefix(c.name, "en ") {
			l = english
		}
		line := s.speak(l, testInsert)
		if got := marked(line.inlines); got != c.want || line.dropped != (c.want == "") {
			t.Errorf("%s: %s\n got %q dropped %v\nwant %q", c.name, c.text, got, line.dropped, c.want)
		}
	}
}

// A title keeps its words where every part of it is gone.
func TestTitle(t *testing.T) {
	for text, want := range map[string]string{
		"{{ acme }}[[（{{ nofield }}）]]": "Adventure Works",
		"预算[[{{ nofigure }}]]":          "预算",
		"——":                            "——",
		"问题：[[{{ nofield }}]]":          "问题",
	} {
		s, _ := splitLine(text)
		s.title = true
		if got := doc.PlainText(s.speak(chinese, testInsert).inlines); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// The sentence on missing data begins behind a full stop.
func TestStopped(t *testing.T) {
	for text, want := range map[string]string{
		"销售额": "销售额。", "销售额，": "销售额。", "如下： ": "如下。", "好。": "好。", "说“好。”": "说“好。”", "（见表1）": "（见表1）。", "等等……": "等等……", "": "",
	} {
		if got := doc.PlainText(chinese.stopped(plain(text))); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := doc.PlainText(english.stopped([]doc.Inline{doc.Value{Text: "5%"}, doc.Text{Text: ", "}})); got != "5%." {
		t.Errorf("got %q", got)
	}
}

func TestSilence(t *testing.T) {
	for _, c := range []struct {
		text           string
		noData, silent int
	}{
		{"销售额{{ a }}[[，{{ nophrase }}]]。", 0, 1},
		{"销售额{{ a }}[[，{{ nofigure }}]]。", 0, 1},
		{"获客成本{{ nofigure }}。", 1, 1},
		{"{{ nophrase }}。", 0, 1},
		{"{{ nofield }}。", 0, 1},
		{"{{ nofigure }}[[，{{ nophrase }}[[，{{ nofigure }}]]]]。", 1, 3},
		{"{{ period }}。", 0, 0},
	} {
		s, _ := splitLine(c.text)
		line := s.speak(chinese, testInsert)
		if len(line.noData) != c.noData || len(line.silent) != c.silent {
			t.Errorf("%s: %d for the closing sentence, %d silent; want %d and %d", c.text, len(line.noData), len(line.silent), c.noData, c.silent)
		}
	}
}

func TestParagraph(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"销售额{{ a }}。\n其中{{ b }}。", "销售额100.0万元。其中12.3%。"},
		{"Sales were {{ c }}.\nCosts were {{ c }}.", "Sales were ¥1.20 million. Costs were ¥1.20 million."},
		{"销售额{{ a }}。\nSales were {{ c }}.", "销售额100.0万元。Sales were ¥1.20 million."},
		{"{{ nophrase }}。\n其中{{ b }}。", "其中12.3%。"},
		{"{{ nophrase }}。\n{{ nofield }}。", ""},
	} {
		sp := testSpeaker(chinese, nil)
		paragraphs, problems := splitSentences(c.text)
		if len(problems) > 0 || len(paragraphs) != 1 {
			t.Fatal(problems, len(paragraphs))
		}
		var lines []spokenLine
		for _, s := range paragraphs[0] {
			lines = append(lines, s.speak(chinese, testInsert))
		}
		if got := doc.PlainText(sp.paragraph(lines)); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
