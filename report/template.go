package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"slices"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// A Template is a report that has been read and checked, without data. It is
// immutable and safe for concurrent use; the same Template makes the reports of
// any number of books and periods.
type Template struct {
	id, localeTag string
	digest        string
	root          *node
	placeholders  source.List // in its own texts
	warnings      source.List
}

// ID returns the template's own name, such as performance-review.
func (t *Template) ID() string { return t.id }

// Locale returns the language of the template's reports: zh-CN or en.
func (t *Template) Locale() string { return t.localeTag }

// A Parser reads templates. Its zero value knows the built-in indicators.
type Parser struct {
	// Setup holds the declarations of a book whose own dimensions, measures
	// and indicators the template may use.
	Setup *channel.Setup
}

// Parse reads and checks a template that uses the built-in indicators only.
func Parse(fsys fs.FS, name string) (*Template, error) { return Parser{}.Parse(fsys, name) }

// Parse reads and checks a template. All problems are returned at once, as a
// source.List, each with its line and column inside the YAML text. What Parse
// accepts can fail later only for its data.
func (p Parser) Parse(fsys fs.FS, name string) (*Template, error) {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, &source.Error{Position: source.Position{File: name}, Message: msgNoTemplate, Args: []any{reason(err)}, Err: err}
	}
	catalog := kpi.Builtin()
	if p.Setup != nil {
		if catalog, err = kpi.ForBook(p.Setup); err != nil {
			return nil, err
		}
	}
	root, problems := decode(name, text)
	if root == nil {
		return nil, problems.Err()
	}
	digest := sha256.Sum256(text)
	t := &Template{
		id:        root.text("id"),
		localeTag: root.text("locale"),
		digest:    hex.EncodeToString(digest[:]),
		root:      root,
	}
	if dims := t.usedDimensions(); p.Setup == nil && len(dims) > 0 {
		if catalog, err = kpi.ForBook(&channel.Setup{Dimensions: dims}); err != nil {
			return nil, err
		}
	}
	program, more := t.compile(catalog, p.Setup != nil, nil)
	for _, e := range more {
		if e.Line == "" && e.Position.File == name {
			_, e.Line = root.place.file.place(e.Position.Line, e.Position.Column)
		}
	}
	if err := root.withoutFollowing(append(problems, more...)).Err(); err != nil {
		return nil, err
	}
	t.placeholders = root.openWords()
	t.warnings = program.doubts
	return t, nil
}

// reason is the part of a file error that does not name the file again.
func reason(err error) error {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err
	}
	return err
}

// A program is a template compiled against one catalog and one setting of its
// parameters.
type program struct {
	locale    *locale
	catalog   *kpi.Catalog
	numbering string
	title     *line
	requires  []*term
	summary   []block
	sections  []block
	closing   []block
	appendix  []block
	slots     map[string]place  // of notes, that blocks name
	ids       map[string]string // of blocks
	values    []askedValue      // of dimensions, that conditions compare with
	items     []reference       // what item(…) asks for
	doubts    source.List
}

// compile resolves every name of the template against a catalog, which is a
// book's if declared is set.
func (t *Template) compile(catalog *kpi.Catalog, declared bool, parameters map[string]string) (*program, source.List) {
	c := &compiler{catalog: catalog, locale: localeFor(t.localeTag), ids: map[string]string{}, words: map[string][]string{}, slots: map[string]place{}}
	c.perPartner = t.PerPartner()
	c.uses(t.root.values["uses"], declared)
	c.declare(t.root.values["parameters"], parameters)
	c.indicators(t.root.values["indicators"])
	c.declareParts(t.root.values["parts"])
	root := scope{}
	p := &program{
		locale:    c.locale,
		catalog:   c.catalog,
		numbering: t.root.text("numbering"),
		title:     c.line(t.root, "title", root),
		requires:  c.terms(t.root, "requires", root, figureTyp, itemsTyp),
		summary:   c.blocks(t.root, "summary", root),
		sections:  c.blocks(t.root, "sections", root),
		closing:   c.blocks(t.root, "closing", root),
		appendix:  c.blocks(t.root, "appendix", root),
		slots:     c.slots,
	}
	c.checkRefs()
	c.checkParts(t.root.values["parts"])
	c.warnings.Sort()
	p.ids, p.values, p.items, p.doubts = c.ids, c.values, c.listed, c.warnings
	return p, distinct(c.problems)
}

// distinct leaves out what is said twice: a part is checked wherever it is used.
func distinct(list source.List) source.List {
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(e *source.Error) bool {
		text := e.Error()
		before := seen[text]
		seen[text] = true
		return before
	})
}

// indicators adds the template's own indicators to the catalog.
func (c *compiler) indicators(v *value) {
	if v == nil {
		return
	}
	var defs []channel.IndicatorText
	for _, n := range v.nodes {
		if n == nil {
			continue
		}
		def := n.indicator()
		if _, taken := c.parameters[def.ID]; taken {
			c.place(n.values["id"].place, msgParameterName, def.ID)
		}
		c.fillIn(&def)
		defs = append(defs, def)
	}
	catalog, problems := c.catalog.With(defs)
	c.problems = append(c.problems, problems...)
	if catalog != nil {
		c.catalog = catalog
	}
}

// indicator is the definition as package kpi takes it.
func (n *node) indicator() channel.IndicatorText {
	at, _ := (&scalar{n.place.file, n.place.node}).at(0)
	def := channel.IndicatorText{
		ID: n.text("id"), Formula: n.formula("formula"), Unit: n.text("unit"), Better: n.text("better"),
		Max: n.formula("max"), Growth: n.text("growth"), Sign: n.text("sign"), Print: n.text("print"),
		Counter: n.text("counter"), Source: n.text("source"), Position: at, At: map[string]source.Position{},
	}
	if v := n.values["additive"]; v != nil && v.text != nil {
		def.Additive = v.text.text()
	}
	if v := n.values["name"]; v != nil && len(v.nodes) == 1 && v.nodes[0] != nil {
		def.NameZh, def.NameEn = v.nodes[0].text("zh"), v.nodes[0].text("en")
	}
	for key, v := range n.values {
		def.At[key], _ = (&scalar{v.place.file, v.place.node}).at(0)
	}
	def.Offsets = func(key string, offset int) source.Position {
		v := n.values[key]
		if v == nil {
			return at
		}
		p, _ := (&scalar{v.place.file, v.place.node}).at(offset)
		return p
	}
	return def
}

// fillIn puts the values of parameters into the formulas of a definition.
func (c *compiler) fillIn(def *channel.IndicatorText) {
	formula, at := c.withParameters(def.Formula)
	full, fullAt := c.withParameters(def.Max)
	where := def.Offsets
	def.Formula, def.Max = formula, full
	def.Offsets = func(key string, offset int) source.Position {
		switch key {
		case "formula":
			offset = at(offset)
		case "max":
			offset = fullAt(offset)
		}
		return where(key, offset)
	}
}

// withParameters writes the values of parameters in the place of their names,
// and returns how offsets in the new text lead to the old one.
func (c *compiler) withParameters(text string) (string, func(int) int) {
	same := func(offset int) int { return offset }
	tree, _ := expr.Parse(text)
	if tree == nil {
		return text, same
	}
	runes := []rune(text)
	var out []rune
	var from []int // of each new rune, the old offset
	last := 0
	copyTo := func(to int) {
		for ; last < to; last++ {
			out, from = append(out, runes[last]), append(from, last)
		}
	}
	for n := range expr.Walk(tree) {
		name, ok := n.(*expr.Name)
		if !ok || name.From < last {
			continue
		}
		p, ok := c.parameters[name.Ident]
		if !ok {
			continue
		}
		copyTo(name.From)
		for _, r := range expr.Format(p.literal(name.Span)) {
			out, from = append(out, r), append(from, name.From)
		}
		last = name.To
	}
	copyTo(len(runes))
	return string(out), func(offset int) int {
		if offset < len(from) {
			return from[offset]
		}
		return len(runes)
	}
}

func (n *node) formula(key string) string {
	if e := n.expr(key); e != nil {
		return e.scalar.text()
	}
	return ""
}
