package doc

import "example.com/channelreport/channel/source"

// A Document is a finished report before it has a page: what is said, in
// which order, with every figure it rests on. It holds text in its final
// wording; renderers place and escape it and never format a number or choose
// a word. A Document is plain data; once built it is only read, and any number
// of renderers may read it at once.
type Document struct {
	Title        string
	Organization string
	Period       string // the period as printed: 2026年第三季度
	PeriodCode   string // the period as in the data: 2026-Q3
	Lang         string // BCP 47 tag of the text: zh-CN, en
	Date         string // the report's date, ISO 8601; never the clock
	DateText     string // the same as printed
	Status       Status
	Words        Words
	Summary      []Block // the first page; unnumbered
	Sections     []Block // the body: Sections
	Closing      []Block // after the last section; unnumbered
	Appendix     []Block // Sections whose numbers are of their own kind
	Figures      []Figure
	Gaps         []Gap
	Warnings     source.List
	Provenance   Provenance
}

// Status says whether a report may still have open ends.
type Status uint8

const (
	Draft Status = iota // missing glyphs and placeholders are warnings
	Final               // they are errors
)

// String returns draft or final.
func (s Status) String() string {
	if s == Final {
		return "final"
	}
	return "draft"
}

// Words are the renderers' own words, in the document's language. %s and %d
// stand where a renderer puts a text or a number.
type Words struct {
	Contents  string // 目录
	Page      string // 第 %d 页 / 共 %d 页
	Continued string // 续%s, put before a label: 续表1
	Draft     string // 草稿
	Date      string // 报告日期：%s
	Figure    string // 图, for a chart's alternative text
	Missing   string // word for "no value" in a cell: —
	ListMark  string // the mark of an unordered item: “• ” or “－”
}

// Provenance says what the document was made from.
type Provenance struct {
	Files    []File
	Template TemplateID
	Policies []Policy // the book's policies, in a fixed order
	Library  string   // channelreport and its format version
}

// A File is one input file of the book.
type File struct {
	Name     string
	SHA256   string
	Rows     int
	LastDate string // the last date of its facts, ISO 8601; "" if it has none
}

// A TemplateID names a template and the digest of its text.
type TemplateID struct{ ID, SHA256 string }

// A Policy is one setting that changes figures: rounding: half-up.
type Policy struct{ Name, Value string }

// A Gap is something the template asked for and the data did not have.
type Gap struct {
	Name   string // as a reader would call it: 获客成本（华东）
	Expr   string // the canonical expression, or the phrase
	Reason string // a reason code of numbers.json, or "empty"
	Text   string // the reason in the document's language
	Where  source.Position
}
