package chart

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// UnitsPerPoint is how many scene units make a typographic point (1/72 inch).
const UnitsPerPoint = 20

// A Scene is a finished picture: shapes and texts in drawing order, each with
// its place on an integer grid. It is plain data, shared freely once drawn.
// Coordinates count in units of 1/20 point, x to the right and y downwards
// from the upper left corner.
type Scene struct {
	Title  string // a name for the picture: 图1 各区域销售额与目标
	Desc   string // the picture in words, for those who cannot see it
	Lang   string // BCP 47 tag of the texts; may be empty
	Width  int32
	Height int32
	Items  []Item
}

// An Item is one thing drawn. The set is closed: *Path and *Text.
type Item interface{ item() }

// A Path is an outline that is filled, stroked or both.
type Path struct {
	Steps  []Step
	Fill   Color
	Stroke Color
	Width  int32   // of the stroke
	Dash   []int32 // lengths of dashes and gaps in turn; nil is solid
}

// A Step is one operator of a path. Move, Line and Cubic end at (X, Y); Cubic
// has the control points (X1, Y1) and (X2, Y2) on the way.
type Step struct {
	Op             Op
	X1, Y1, X2, Y2 int32
	X, Y           int32
}

// An Op is what a step of a path does.
type Op uint8

const (
	Move  Op = iota // start a new outline
	Line            // a straight line
	Cubic           // a cubic Bézier curve
	Close           // back to the outline's start
)

// A Text is one run of text in one size, weight and colour, set solid: rune
// after rune at their own advances, without gaps or kerning. (X, Y) is the
// start of its baseline; Advance is its length so measured, and Anchor the
// point that a viewer with another font should keep in place.
type Text struct {
	X, Y    int32
	Size    int32 // of the em
	Advance int32
	Anchor  Anchor
	Bold    bool
	Turns   uint8 // quarter turns anticlockwise around (X, Y)
	Color   Color
	Text    string
}

// An Anchor is the point of a text that layout was about.
type Anchor uint8

const (
	Start Anchor = iota
	Middle
	End
)

// A Color is an opaque colour, or the zero Color, which paints nothing.
type Color struct {
	R, G, B uint8
	Set     bool
}

func (*Path) item() {}
func (*Text) item() {}

// String returns #rrggbb, or none for the zero Color.
func (c Color) String() string {
	if !c.Set {
		return "none"
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}

// String returns start, middle or end.
func (a Anchor) String() string {
	switch a {
	case Middle:
		return "middle"
	case End:
		return "end"
	}
	return "start"
}

// Dump writes the scene as stable plain text, one item a line. It returns
// w's error.
func (s *Scene) Dump(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "scene %dx%d lang=%q\ntitle %q\ndesc %q\n", s.Width, s.Height, s.Lang, s.Title, s.Desc)
	for _, it := range s.Items {
		switch it := it.(type) {
		case *Path:
			fmt.Fprintf(&b, "path fill=%v stroke=%v", it.Fill, it.Stroke)
			if it.Stroke.Set {
				fmt.Fprintf(&b, " width=%d", it.Width)
			}
			if len(it.Dash) > 0 {
				fmt.Fprintf(&b, " dash=%v", it.Dash)
			}
			fmt.Fprintf(&b, " %s\n", pathData(it.Steps))
		case *Text:
			fmt.Fprintf(&b, "text %d,%d size=%d advance=%d %v color=%v", it.X, it.Y, it.Size, it.Advance, it.Anchor, it.Color)
			if it.Bold {
				b.WriteString(" bold")
			}
			if it.Turns != 0 {
				fmt.Fprintf(&b, " turns=%d", it.Turns)
			}
			fmt.Fprintf(&b, " %q\n", it.Text)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// pathData writes steps in the syntax of SVG's path data.
func pathData(steps []Step) string {
	b := make([]byte, 0, 16*len(steps))
	for i, s := range steps {
		if i > 0 {
			b = append(b, ' ')
		}
		switch s.Op {
		case Move:
			b = appendPoint(append(b, 'M'), s.X, s.Y)
		case Line:
			b = appendPoint(append(b, 'L'), s.X, s.Y)
		case Cubic:
			b = appendPoint(append(b, 'C'), s.X1, s.Y1)
			b = appendPoint(append(b, ' '), s.X2, s.Y2)
			b = appendPoint(append(b, ' '), s.X, s.Y)
		case Close:
			b = append(b, 'Z')
		}
	}
	return string(b)
}

func appendPoint(b []byte, x, y int32) []byte {
	b = strconv.AppendInt(b, int64(x), 10)
	b = append(b, ',')
	return strconv.AppendInt(b, int64(y), 10)
}
