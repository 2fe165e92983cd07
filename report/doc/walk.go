package doc

import "iter"

// Blocks iterates over all blocks of the document in reading order, each
// before what it holds.
func (d *Document) Blocks() iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for _, part := range [][]Block{d.Summary, d.Sections, d.Closing, d.Appendix} {
			if !walk(part, yield) {
				return
			}
		}
	}
}

func walk(blocks []Block, yield func(Block) bool) bool {
	for _, b := range blocks {
		if !yield(b) {
			return false
		}
		var inner []Block
		switch b := b.(type) {
		case *Section:
			inner = b.Blocks
		case *Callout:
			inner = b.Blocks
		case *List:
			for _, item := range b.Items {
				if !walk(item.Blocks, yield) {
					return false
				}
			}
		}
		if !walk(inner, yield) {
			return false
		}
	}
	return true
}

// Find returns the block with an id, or nil.
func (d *Document) Find(id string) Block {
	if id == "" {
		return nil
	}
	for b := range d.Blocks() {
		if ID(b) == id {
			return b
		}
	}
	return nil
}

// ID returns a block's id, empty if it has none.
func ID(b Block) string {
	switch b := b.(type) {
	case *Section:
		return b.ID
	case *Figures:
		return b.ID
	case *Table:
		return b.ID
	case *Chart:
		return b.ID
	case *List:
		return b.ID
	case *Callout:
		return b.ID
	}
	return ""
}

// Texts iterates over every run of inlines that a block itself shows, in
// reading order, without the blocks inside it.
func Texts(b Block) iter.Seq[[]Inline] {
	return func(yield func([]Inline) bool) {
		switch b := b.(type) {
		case *Section:
			yield(b.Title)
		case *Paragraph:
			yield(b.Inlines)
		case *Figures:
			for _, c := range b.Cards {
				if !yield([]Inline{Text{c.Name}}) || !yield([]Inline{c.Value}) || !yield(c.Notes) {
					return
				}
			}
		case *Table:
			b.texts(yield)
		case *Chart:
			if !yield(b.Caption) {
				return
			}
			for _, n := range b.Notes {
				if !yield(n) {
					return
				}
			}
		case *List:
			for _, item := range b.Items {
				if !yield(item.Inlines) {
					return
				}
			}
		case *Callout:
			yield(b.Title)
		}
	}
}

func (t *Table) texts(yield func([]Inline) bool) {
	if !yield(t.Caption) {
		return
	}
	for _, c := range t.Columns {
		if !yield(c.Title) {
			return
		}
	}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			for _, line := range c.Lines {
				if !yield(line) {
					return
				}
			}
		}
	}
	for _, n := range t.Notes {
		if !yield(n) {
			return
		}
	}
}
