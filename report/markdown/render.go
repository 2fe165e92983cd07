package markdown

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"example.com/channelreport/report/doc"
)

// A Renderer writes documents as Markdown. The zero Renderer writes charts as
// tables. It is safe for concurrent use if its Asset function is.
type Renderer struct {
	// Dir is the folder of the charts, as links name it: quarterly.charts.
	Dir string
	// Asset receives every chart as an SVG image, named as the link names it:
	// quarterly.charts/regions.svg, by the chart's id, or chart-N for the N-th
	// chart of the document where it has none that a file may be called. All
	// assets are handed over before the Markdown is written.
	Asset func(name string, svg []byte) error
}

// Render writes a document with the zero Renderer.
func Render(ctx context.Context, w io.Writer, d *doc.Document) error {
	return Renderer{}.Render(ctx, w, d)
}

// Render writes a document. It writes to w only when everything has succeeded,
// in one call. It fails with ctx's error, with that of Asset or w, or where the
// document holds a block or inline of an unknown type, a row with more or fewer
// cells than columns, a chart that cannot be drawn, or text that is not UTF-8.
func (r Renderer) Render(ctx context.Context, out io.Writer, d *doc.Document) error {
	w := &writer{doc: d, renderer: r, anchors: map[string]bool{}, fresh: true}
	w.findAnchors()
	w.head()
	for _, part := range [][]doc.Block{d.Summary, d.Sections, d.Closing, d.Appendix} {
		w.blocks(ctx, part)
	}
	if w.err != nil {
		return fmt.Errorf("markdown: %w", w.err)
	}
	for _, a := range w.assets {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("markdown: %w", err)
		}
		if err := r.Asset(a.name, a.svg); err != nil {
			return fmt.Errorf("markdown: %s: %w", a.name, err)
		}
	}
	_, err := out.Write(w.out.Bytes())
	return err
}

// A writer writes one document.
type writer struct {
	doc      *doc.Document
	renderer Renderer
	anchors  map[string]bool // ids that something refers to and that exist
	assets   []asset
	charts   int // seen so far

	out    bytes.Buffer
	prefix string // of every line: that of the quotes and list items around
	first  string // of the next line, where it opens an item; else ""
	fresh  bool   // nothing stands yet in the document, quote or item
	err    error  // the first
}

func (w *writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// findAnchors notes which blocks are referred to.
func (w *writer) findAnchors() {
	wanted := map[string]bool{}
	var look func(inlines []doc.Inline)
	look = func(inlines []doc.Inline) {
		for _, in := range inlines {
			switch in := in.(type) {
			case doc.Ref:
				wanted[in.ID] = true
			case doc.Strong:
				look(in.Inlines)
			}
		}
	}
	for b := range w.doc.Blocks() {
		for inlines := range doc.Texts(b) {
			look(inlines)
		}
	}
	for b := range w.doc.Blocks() {
		if id := doc.ID(b); id != "" && wanted[id] {
			w.anchors[id] = true
		}
	}
}

// anchor returns the target of references to a block, or "".
func (w *writer) anchor(b doc.Block) string {
	id := doc.ID(b)
	if !w.anchors[id] {
		return ""
	}
	return string(escapeAttribute([]byte(`<a id="`), id)) + `"></a>`
}

// put writes one line.
func (w *writer) put(line string) {
	prefix := w.prefix
	if w.first != "" {
		prefix, w.first = w.first, ""
	}
	w.out.WriteString(strings.TrimRight(prefix+line, " "))
	w.out.WriteByte('\n')
	w.fresh = false
}

// next parts what comes from what was before.
func (w *writer) next() {
	if !w.fresh {
		w.put("")
	}
	w.fresh = true
}

// paragraph writes a line of text as a paragraph of its own, unless it is
// empty.
func (w *writer) paragraph(line string) {
	if line != "" {
		w.next()
		w.put(line)
	}
}

// within writes what lies inside a quote or list item: mark opens it, indent
// stands before all further lines.
func (w *writer) within(mark, indent string, write func()) {
	outer := w.prefix
	if w.first == "" {
		w.first = w.prefix
	}
	w.first, w.prefix, w.fresh = w.first+mark, w.prefix+indent, true
	write()
	if w.first != "" { // an empty item is an item
		w.put("")
	}
	w.prefix = outer
}

// head writes the title and the lines about the report.
func (w *writer) head() {
	d := w.doc
	if d.Title != "" {
		w.next()
		w.put("# " + w.text(d.Title, false))
	}
	var about []string
	add := func(s string) {
		if s != "" {
			about = append(about, s)
		}
	}
	add(d.Organization)
	add(d.Period)
	if d.DateText != "" && d.Words.Date != "" {
		add(strings.Replace(d.Words.Date, "%s", d.DateText, 1))
	} else {
		add(d.DateText)
	}
	if d.Status == doc.Draft {
		add(d.Words.Draft)
	}
	w.paragraph(w.text(strings.Join(about, " · "), true))
}

// blocks writes blocks one below the other.
func (w *writer) blocks(ctx context.Context, blocks []doc.Block) {
	afterList := false
	for _, b := range blocks {
		if err := ctx.Err(); err != nil {
			w.fail(err)
		}
		if w.err != nil {
			return
		}
		list, ok := b.(*doc.List)
		ok = ok && isNative(list)
		if ok && afterList {
			w.paragraph(comment) // or the two would be one list
		}
		afterList = ok
		w.block(ctx, b)
	}
}

func (w *writer) block(ctx context.Context, b doc.Block) {
	switch b := b.(type) {
	case *doc.Section:
		w.section(ctx, b)
	case *doc.Paragraph:
		w.proper(b)
	case *doc.Figures:
		w.figures(b)
	case *doc.Table:
		w.table(b)
	case *doc.Chart:
		w.chart(b)
	case *doc.List:
		w.list(ctx, b)
	case *doc.Callout:
		w.callout(ctx, b)
	case *doc.PageBreak:
	default:
		w.fail(fmt.Errorf("unknown block %T", b))
	}
}

func (w *writer) section(ctx context.Context, s *doc.Section) {
	title := w.pieces(addText(nil, numbered(s.Number)), s.Title)
	w.next()
	w.put(strings.Repeat("#", min(max(s.Level, 1)+1, 6)) + " " + w.anchor(s) + w.line(title, false))
	w.blocks(ctx, s.Blocks)
}

// numbered returns a number with what parts it from its text.
func numbered(number string) string { return number + doc.NumberGap(number) }

// proper writes a doc.Paragraph.
func (w *writer) proper(p *doc.Paragraph) {
	inlines := p.Inlines
	if p.Role == doc.Verdict || p.Role == doc.Lead {
		inlines = strong(inlines)
	}
	w.paragraph(w.inline(inlines, true))
}

// strong emphasises inlines, if there are any.
func strong(inlines []doc.Inline) []doc.Inline {
	if doc.PlainText(inlines) == "" {
		return inlines
	}
	return []doc.Inline{doc.Strong{Inlines: inlines}}
}

func (w *writer) callout(ctx context.Context, c *doc.Callout) {
	w.next()
	w.within("> ", "> ", func() {
		w.paragraph(w.anchor(c) + w.inline(strong(c.Title), true))
		w.blocks(ctx, c.Blocks)
	})
}

// list writes items as Markdown's list if Markdown can make their marks, else
// as paragraphs that begin with them.
func (w *writer) list(ctx context.Context, l *doc.List) {
	w.paragraph(w.anchor(l))
	native, loose := isNative(l), false
	for _, item := range l.Items {
		loose = loose || len(item.Blocks) > 0
	}
	for i, item := range l.Items {
		if !native {
			w.paragraph(w.line(w.pieces(addText(nil, numbered(item.Mark)), item.Inlines), true))
			w.blocks(ctx, item.Blocks)
			continue
		}
		if i == 0 || loose {
			w.next()
		}
		mark := nativeMark(l, i)
		w.within(mark, strings.Repeat(" ", len(mark)), func() {
			w.paragraph(w.inline(item.Inlines, true))
			w.blocks(ctx, item.Blocks)
		})
	}
}

// nativeMark is how Markdown marks the i-th item of a list.
func nativeMark(l *doc.List, i int) string {
	if l.Ordered {
		return strconv.Itoa(i+1) + ". "
	}
	return "- "
}

// isNative reports whether a list has the marks that Markdown gives it.
func isNative(l *doc.List) bool {
	for i, item := range l.Items {
		if l.Ordered && item.Mark != "" && item.Mark+" " != nativeMark(l, i) {
			return false
		}
	}
	return len(l.Items) > 0
}
