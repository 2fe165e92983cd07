package pdf

import "strings"

// A length is a distance on the page in 1/100 pt. All geometry is in integers,
// so that a page is the same on every machine.
type length = int64

// pt is a typographic point.
const pt length = 100

// em returns so many thousandths of an em at a size, rounded.
func em(size length, milli int32) length {
	n := size * length(milli)
	if n < 0 {
		return (n - 500) / 1000
	}
	return (n + 500) / 1000
}

// milliEm returns a length in thousandths of an em at a size, rounded down.
func milliEm(size, n length) int32 {
	return int32(min(max(0, n)*1000/size, 1<<30))
}

// A color is 0xRRGGBB.
type color uint32

// The colours of the theme. What they say is also said in words.
const (
	ink    color = 0x1F2328 // text
	muted  color = 0x667080 // what accompanies it
	accent color = 0x1D3F72 // headings, rules of weight
	good   color = 0x1B7A4B
	bad    color = 0xB4302A
	hair   color = 0xC9CFD8 // thin rules
	tint   color = 0xF2F5F9 // grounds of cards and boxes
	white  color = 0xFFFFFF
)

// A style is how a text is set.
type style struct {
	role    role
	size    length
	lead    length // height of a line
	color   color
	bold    bool
	align   align
	justify bool
	balance bool  // lines as long as one another
	indent  int32 // of the first line, in 1/1000 em
}

// align is where a line stands in its width.
type align uint8

const (
	left align = iota
	right
	center
)

// A theme is everything about a page that is a matter of taste. There is one;
// it is a value so that what depends on the language and the page size is
// decided in one place.
type theme struct {
	width, height            length // of the page
	margin                   length // left and right
	top, bottom              length // from the page's edges to the text
	headerBase, footerBase   length // baselines of the running lines, from the same edges
	title, meta, running     style
	draft                    style
	headings                 [4]style
	headingSpace             [4]length
	body, verdict, lead      style
	note, signOff            style
	caption, unit, tableNote style
	cell, columnHead         style
	cardName, cardValue      style
	cardNote                 style
	calloutTitle             style
	paragraphSpace           length // between paragraphs
	blockSpace               length // around tables, charts, cards, boxes
	cellPad, cellAir         length // beside and above text in a table
}

// newTheme is the one theme: A4, a column of 42 characters, dark blue and
// greys.
func newTheme(lang string) theme {
	t := theme{
		width: 59528, height: 84189, // A4
		margin: (59528 - 42*bodySize) / 2,
		top:    82 * pt, bottom: 74 * pt,
		headerBase: 50 * pt, footerBase: 42 * pt,
		paragraphSpace: 4 * pt, blockSpace: 11 * pt,
		cellPad: 5 * pt, cellAir: 4 * pt,
	}
	t.title = style{role: roleTitle, size: 23 * pt, lead: 32 * pt, color: accent, bold: true, balance: true}
	t.meta = style{role: roleMeta, size: 10 * pt, lead: 16 * pt, color: muted, balance: true}
	t.running = style{role: roleRunning, size: 850, lead: 12 * pt, color: muted}
	t.draft = style{role: roleDraft, size: 850, lead: 14 * pt, color: bad, bold: true}
	t.headings = [4]style{
		{role: roleHeading1, size: 16 * pt, lead: 24 * pt, color: accent, bold: true, balance: true},
		{role: roleHeading2, size: 13 * pt, lead: 20 * pt, color: accent, bold: true, balance: true},
		{role: roleHeading3, size: 1150, lead: 18 * pt, color: ink, bold: true},
		{role: roleHeading4, size: bodySize, lead: 18 * pt, color: ink, bold: true},
	}
	t.headingSpace = [4]length{26 * pt, 17 * pt, 12 * pt, 9 * pt}
	t.body = style{role: roleBody, size: bodySize, lead: 1850, color: ink, justify: true}
	if chinese(lang) {
		t.body.indent = 2000
	} else {
		t.body.lead = 1650
		t.paragraphSpace = 7 * pt
	}
	t.verdict = style{role: roleVerdict, size: 14 * pt, lead: 23 * pt, color: accent, bold: true, balance: true}
	t.lead = style{role: roleLead, size: bodySize, lead: 1850, color: ink, bold: true}
	t.note = style{role: roleNote, size: 9 * pt, lead: 14 * pt, color: muted}
	t.signOff = style{role: roleSignOff, size: 10 * pt, lead: 16 * pt, color: muted}
	t.caption = style{role: roleCaption, size: 950, lead: 15 * pt, color: ink, bold: true, align: center, balance: true}
	t.unit = style{role: roleUnit, size: 850, lead: 15 * pt, color: muted, align: right}
	t.tableNote = style{role: roleNote, size: 850, lead: 13 * pt, color: muted}
	t.cell = style{role: roleCell, size: 9 * pt, lead: 1350, color: ink}
	t.columnHead = style{role: roleColumn, size: 9 * pt, lead: 1350, color: ink, bold: true, balance: true}
	t.cardName = style{role: roleCardName, size: 950, lead: 15 * pt, color: muted}
	t.cardValue = style{role: roleCardValue, size: 22 * pt, lead: 32 * pt, color: accent, bold: true}
	t.cardNote = style{role: roleCardNote, size: 950, lead: 15 * pt, color: ink, balance: true}
	t.calloutTitle = style{role: roleCallout, size: bodySize, lead: 18 * pt, color: accent, bold: true}
	return t
}

// chinese reports whether a language tag is one of Chinese: its paragraphs are
// indented, its quotation marks full-width.
func chinese(lang string) bool { return lang == "zh" || strings.HasPrefix(lang, "zh-") }

// bodySize is the size of running text.
const bodySize length = 1050

// column is the width of the text.
func (t *theme) column() length { return t.width - 2*t.margin }

// room is the height for text on a page.
func (t *theme) room() length { return t.height - t.top - t.bottom }

// A role is what a run of text is in the document. The plan carries it so that
// a page can be read without looking at it, and so that tags can be made.
type role uint8

const (
	roleTitle role = iota
	roleMeta
	roleDraft
	roleRunning
	roleHeading1
	roleHeading2
	roleHeading3
	roleHeading4
	roleBody
	roleVerdict
	roleLead
	roleNote
	roleSignOff
	roleCaption
	roleUnit
	roleColumn
	roleCell
	roleCardName
	roleCardValue
	roleCardNote
	roleMark
	roleCallout
	roleChart
	roleContinued // the caption and header that a table repeats on a new page
)

var roleNames = [...]string{
	"title", "meta", "draft", "running", "heading1", "heading2", "heading3", "heading4", "body", "verdict", "lead",
	"note", "sign-off", "caption", "unit", "column", "cell", "card-name", "card-value", "card-note", "mark", "callout",
	"chart", "continued",
}

// String returns the role's name in a plan's dump.
func (r role) String() string { return roleNames[r] }

// artifact reports whether a run belongs to the page rather than to the
// document: it is said again on every page.
func (r role) artifact() bool { return r == roleRunning || r == roleContinued }
