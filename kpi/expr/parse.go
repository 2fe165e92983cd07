package expr

import "example.com/channelreport/channel/source"

// A Problem is something wrong in an expression, at an offset in code points.
// Whoever owns the text turns it into a source.Error at its place in a file.
type Problem struct {
	At      int // offset in code points
	Message source.Message
	Args    []any
	Near    string
}

// Parse reads one expression. It recovers from errors, so that all problems of
// a text are reported at once; the node is nil only if nothing could be read.
// It never panics and needs time linear in the text.
func Parse(text string) (Node, []Problem) { return nil, nil }

// Format writes a node as canonical text: English names as they stand in the
// tree, == for equality, one space around binary operators, double quotes,
// brackets only where needed. Parse(Format(n)) gives the same tree.
func Format(n Node) string { return "" }
