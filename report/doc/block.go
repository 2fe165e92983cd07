package doc

// A Block is one vertical piece of a document. The set is closed: Section,
// Paragraph, Figures, Table, Chart, List, Callout and PageBreak.
type Block interface{ block() }

// A Section is a heading with what stands under it. Number is its finished
// mark in the document's numbering style (一、 or 1. or （1） or 附录一), empty
// where headings are not numbered; Title carries no end mark.
type Section struct {
	ID     string
	Level  int // 1 is a chapter
	Number string
	Title  []Inline
	Blocks []Block
}

// A Paragraph is running text in one of a few roles.
type Paragraph struct {
	Role    Role
	Inlines []Inline
}

// A Role tells what a paragraph is for; a theme decides how that looks.
type Role uint8

const (
	Body    Role = iota // running text: first-line indent, justified
	Verdict             // the report's one sentence, on the first page
	Lead                // a word or two that lead a list in: 应对措施
	Note                // small print: under a table, in the appendix
	SignOff             // 编制：… lines
)

// Figures is a row of cards, each with one figure large.
type Figures struct {
	ID    string
	Cards []Card
}

// A Card shows one figure. Notes are short texts under it, such as its change.
type Card struct {
	Name  string
	Value Value
	Notes []Inline
	Tone  Tone
}

// Tone says whether something is good or bad news, judged on exact values by
// what is better for that indicator. Never the only carrier of a meaning.
type Tone uint8

const (
	Neutral Tone = iota
	Good
	Bad
)

// A Table has a label (表1), a caption without end mark, an optional unit line
// (单位：万元), columns and rows. Every row has one cell a column.
type Table struct {
	ID      string
	Label   string
	Caption []Inline
	Unit    string
	Columns []Column
	Rows    []Row
	Notes   [][]Inline // under the table
}

// A Column is a column's heading and how its cells are set.
type Column struct {
	Title []Inline
	Align Align
}

// Align is the horizontal setting of a column.
type Align uint8

const (
	Left   Align = iota // text
	Right               // figures
	Center              // marks
)

// A Row is a table row.
type Row struct {
	Kind  RowKind
	Cells []Cell
}

// RowKind tells the rows apart that a reader must not mistake for data.
type RowKind uint8

const (
	DataRow  RowKind = iota
	RestRow          // what no group accounts for, or what the top rows leave
	TotalRow         // the whole
)

// A Cell holds running text, each item a line of its own where a cell has
// more than one paragraph.
type Cell struct {
	Lines [][]Inline
	Tone  Tone
}

// A List holds items one below the other.
type List struct {
	ID      string
	Ordered bool
	Items   []Item
}

// An Item is a list item: its text, further paragraphs or lists inside it, and
// a trailing detail line such as owner and date.
type Item struct {
	Mark    string // the finished mark of an ordered item: （1）
	Inlines []Inline
	Blocks  []Block
}

// A Callout is a boxed remark with an optional title.
type Callout struct {
	ID     string
	Title  []Inline
	Tone   Tone
	Blocks []Block
}

// A PageBreak starts a new page where there are pages.
type PageBreak struct{}

func (*Section) block()   {}
func (*Paragraph) block() {}
func (*Figures) block()   {}
func (*Table) block()     {}
func (*Chart) block()     {}
func (*List) block()      {}
func (*Callout) block()   {}
func (*PageBreak) block() {}
