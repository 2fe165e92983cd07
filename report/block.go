package report

import (
	"slices"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// A block is a compiled block of the template. It is immutable.
type block interface {
	shared() *common
	build(b *builder, e *env) []doc.Block
}

// common is what every block may have.
type common struct {
	id    string
	when  *term
	place place // in the template
}

func (c *common) shared() *common { return c }

// block makes each kind of block from its node.
func (c *compiler) block(n *node, s scope) block {
	base := common{id: c.id(n, "id"), place: n.place}
	if n.values["each"] == nil { // else when speaks of the item, and is compiled beside where
		base.when = c.term(n, "when", s)
	}
	switch n.shape {
	case "heading":
		return c.heading(n, s, base)
	case "each":
		return c.each(n, s, base)
	case "text":
		c.blockColon(n)
		return &textBlock{base, c.paragraphs(n, "text", s)}
	case "verdict":
		return &verdictBlock{base, c.paragraphs(n, "verdict", s)}
	case "figures":
		return &cardsBlock{base, c.terms(n, "figures", s, figureTyp)}
	case "table":
		return c.table(n.values["table"], s, base)
	case "chart":
		return c.chart(n.values["chart"], s, base)
	case "items":
		return c.items(n, s, base)
	case "evidence":
		return c.evidence(n, s, base)
	case "note":
		return c.note(n, s, base)
	case "notes":
		return &notesBlock{base}
	case "decisions":
		return c.decisions(n, s, base)
	case "sign_off":
		return &signOffBlock{base}
	case "callout":
		return c.callout(n, s, base)
	case "use":
		return c.use(n, s, base)
	case "method":
		return &methodBlock{base}
	case "gaps":
		return c.gaps(n, base)
	}
	return &pageBreak{base}
}

// blocks compiles the blocks behind a key.
func (c *compiler) blocks(n *node, key string, s scope) []block {
	v := n.values[key]
	if v == nil {
		return nil
	}
	var out []block
	for _, n := range v.nodes {
		if n != nil {
			out = append(out, c.block(n, s))
		}
	}
	return out
}

// id reads an id, which may be used once.
func (c *compiler) id(n *node, key string) string {
	id := n.text(key)
	if id == "" {
		return ""
	}
	if !plainID(id) {
		c.place(n.values[key].place, msgBadID, id)
	} else if _, twice := c.ids[id]; twice {
		c.place(n.values[key].place, msgDuplicateID, id)
	}
	c.ids[id] = n.shape
	return id
}

func plainID(id string) bool {
	for _, r := range id {
		if r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return false
		}
	}
	return true
}

// place reports a problem at a place of the file.
func (c *compiler) place(p place, m source.Message, args ...any) *source.Error {
	e := p.problem(m, args...)
	c.problems.Add(e)
	return e
}

// problem is a problem at a place of the file.
func (p place) problem(m source.Message, args ...any) *source.Error {
	at, text := (&scalar{p.file, p.node}).at(0)
	return &source.Error{Position: at, Path: p.path, Line: text, Message: m, Args: args}
}

// term compiles the expression behind a key; nil if the key is not there.
func (c *compiler) term(n *node, key string, s scope) *term {
	return c.expr(n.expr(key), s)
}

// expr returns the expression behind a key, nil if there is none that could be
// read.
func (n *node) expr(key string) *exprText {
	if v := n.values[key]; v != nil && len(v.exprs) > 0 {
		return v.exprs[0]
	}
	return nil
}

// terms compiles the expressions behind a key, which must be of one of the
// types.
func (c *compiler) terms(n *node, key string, s scope, types ...typ) []*term {
	v := n.values[key]
	if v == nil {
		return nil
	}
	var out []*term
	for _, e := range v.exprs {
		t := c.expr(e, s)
		if t == nil {
			continue
		}
		if !t.is(types...) {
			c.wrongType(e, types[0], t)
			continue
		}
		out = append(out, t)
	}
	return out
}

func (t *term) is(types ...typ) bool {
	for _, want := range types {
		if t.typ == want {
			return true
		}
	}
	return false
}

func (c *compiler) wrongType(e *exprText, want typ, t *term) {
	c.problems.Add(e.problem(expr.Problem{At: e.node.Pos(), Message: msgWrongType, Args: []any{want.term(), t.typ.term()}, Near: t.instead(e.node, want)}))
}

// A headingBlock is a section, or one for each item of a list.
type headingBlock struct {
	common
	title  *line
	each   *term
	rows   []*term // what holds for the items that are shown
	empty  string
	blocks []block
}

func (c *compiler) heading(n *node, s scope, base common) block {
	h := &headingBlock{common: base, empty: n.text("empty")}
	h.each, s = c.items0(n, "each", s)
	if h.each != nil {
		h.rows = []*term{c.term(n, "where", s), c.term(n, "when", s)}
	}
	h.title = c.line(n, "heading", s)
	h.blocks = c.blocks(n, "blocks", s)
	return h
}

// items0 compiles the list of items behind a key and returns what its rows
// see.
func (c *compiler) items0(n *node, key string, s scope) (*term, scope) {
	t := c.term(n, key, s)
	if t == nil {
		return nil, s
	}
	if t.typ != itemsTyp {
		c.wrongType(n.expr(key), itemsTyp, t)
		return nil, s
	}
	s.kind = t.kind
	return t, s
}

// rows evaluates a list of which a block prints the items for which all
// conditions hold, and returns for want of which figures they could not be
// judged.
func rows(list *term, conditions []*term, e *env) (items []*channel.Item, lacking []missing) {
	if kind, whole := channel.KindNamed(list.name); whole { // and not what answers one item
		e.b.offered[kind] = true
	}
	r := list.eval(e)
	items, lacking = r.items, r.missing
	for _, c := range conditions {
		var more []missing
		items, more = filter(items, c, e)
		lacking = append(lacking, more...)
	}
	return items, lacking
}

// nothing is what stands where nothing is left to print: the author's sentence,
// or what was absent where that decided it.
func (b *builder) nothing(empty string, lacking []missing, e *env) []doc.Block {
	for i, m := range lacking { // what the whole lacks, no group has
		whole := b.subject(m.subject.figure, e.group, e.in)
		if v := whole.value(); v.Reason == m.reason {
			lacking[i].subject = whole
		}
	}
	b.missing(lacking)
	switch text := b.speaker.noDataText(lacking); {
	case empty == "":
		return nil
	case text != "":
		p := &doc.Paragraph{Inlines: plain(text)}
		b.onlyGaps[p] = true
		return []doc.Block{p}
	}
	return []doc.Block{note(empty)}
}

func (h *headingBlock) build(b *builder, e *env) []doc.Block {
	if h.each == nil {
		return h.section(b, e)
	}
	items, lacking := rows(h.each, h.rows, e)
	if len(items) == 0 && h.empty != "drop" {
		return b.nothing(h.empty, lacking, e)
	}
	var out []doc.Block
	for _, it := range items {
		b.printed[it] = true
		row := *e
		row.item = it
		out = append(out, h.section(b, &row)...)
	}
	return out
}

// section builds one section. It takes its number before its inner sections
// do, and gives it back if it turns out to be dropped.
func (h *headingBlock) section(b *builder, e *env) []doc.Block {
	b.level++
	level := b.level
	if len(b.counts) < level {
		b.counts = append(b.counts, 0)
	}
	b.counts[level-1]++
	counts := slices.Clone(b.counts)
	blocks := b.blocks(h.blocks, e)
	b.level--
	b.counts = b.counts[:level]
	nothing := !slices.ContainsFunc(blocks, func(x doc.Block) bool { return !b.onlyGaps[x] })
	switch {
	case nothing && h.empty == "drop":
		b.counts[level-1]--
		return nil
	case nothing && h.empty != "":
		blocks = []doc.Block{note(h.empty)}
	case len(blocks) == 0:
		blocks = []doc.Block{note(b.locale.structure.nothing)}
	}
	return []doc.Block{&doc.Section{
		ID:     h.id,
		Level:  level,
		Number: b.locale.sectionNumber(b.run.program.numbering, level, counts, b.appendix),
		Title:  h.title.write(b, e),
		Blocks: blocks,
	}}
}

func note(text string) doc.Block {
	return &doc.Paragraph{Role: doc.Body, Inlines: []doc.Inline{doc.Text{Text: text}}}
}

// An eachBlock repeats blocks for the items of a list.
type eachBlock struct {
	common
	each   *term
	rows   []*term
	empty  string
	blocks []block
}

func (c *compiler) each(n *node, s scope, base common) block {
	x := &eachBlock{common: base, empty: n.text("empty")}
	x.each, s = c.items0(n, "each", s)
	x.rows = []*term{c.term(n, "where", s), c.term(n, "when", s)}
	x.blocks = c.blocks(n, "blocks", s)
	return x
}

func (x *eachBlock) build(b *builder, e *env) []doc.Block {
	items, lacking := rows(x.each, x.rows, e)
	if len(items) == 0 {
		return b.nothing(x.empty, lacking, e)
	}
	var out []doc.Block
	for _, it := range items {
		b.printed[it] = true
		row := *e
		row.item = it
		out = append(out, b.blocks(x.blocks, &row)...)
	}
	return out
}

// A textBlock is paragraphs of sentences.
type textBlock struct {
	common
	paragraphs [][]*line
}

func (t *textBlock) build(b *builder, e *env) []doc.Block { return b.paragraphs(t.paragraphs, e) }

// paragraphs writes paragraphs of sentences. One of which only the sentence on
// missing data is left does not keep a section that would go without it.
func (b *builder) paragraphs(paragraphs [][]*line, e *env) []doc.Block {
	var out []doc.Block
	for _, lines := range paragraphs {
		if own, ok := b.ownParagraphs(lines, e); ok {
			for _, inlines := range own {
				out = append(out, &doc.Paragraph{Inlines: inlines})
			}
			continue
		}
		spoken, all := make([]spokenLine, len(lines)), true
		for i, l := range lines {
			spoken[i] = l.speak(b, e)
			all = all && spoken[i].dropped
		}
		if inlines := b.speaker.paragraph(spoken); len(inlines) > 0 {
			p := &doc.Paragraph{Inlines: inlines}
			b.onlyGaps[p] = all
			out = append(out, p)
		}
	}
	return out
}
