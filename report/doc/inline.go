package doc

// An Inline is a piece of running text. The set is closed: Text, Strong,
// Value, Ref and Link.
type Inline interface{ inline() }

// Text is literal text. It may hold anything that a user can type; escaping is
// the renderer's work. It holds no line breaks.
type Text struct{ Text string }

// Strong is emphasised text.
type Strong struct{ Inlines []Inline }

// A Value is a printed figure: its text, and which of Document.Figures it is,
// so that every number in a report can be opened. Figure is -1 where a text
// stands for a figure that has no trace of its own, such as a report parameter.
type Value struct {
	Text   string
	Figure int
}

// A Ref points to a block of the same document: 图1, 表2, 第三章.
type Ref struct {
	ID   string
	Text string
}

// A Link points out of the document.
type Link struct {
	URL  string
	Text string
}

func (Text) inline()   {}
func (Strong) inline() {}
func (Value) inline()  {}
func (Ref) inline()    {}
func (Link) inline()   {}

// PlainText joins the text of inlines, without any markup.
func PlainText(inlines []Inline) string {
	if len(inlines) == 1 {
		if t, ok := inlines[0].(Text); ok {
			return t.Text
		}
	}
	var b []byte
	for _, in := range inlines {
		switch in := in.(type) {
		case Text:
			b = append(b, in.Text...)
		case Strong:
			b = append(b, PlainText(in.Inlines)...)
		case Value:
			b = append(b, in.Text...)
		case Ref:
			b = append(b, in.Text...)
		case Link:
			b = append(b, in.Text...)
		}
	}
	return string(b)
}
