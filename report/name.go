package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// name resolves a word that stands alone: a field of the row's item, a
// parameter, a name of the report, a kind of item, a dimension, a figure.
func (c *checked) name(n *expr.Name) *term {
	if t := c.field(n.Ident); t != nil {
		return t
	}
	if p, ok := c.param(n.Ident); ok {
		return p.term()
	}
	if t := c.reportName(n.Ident); t != nil {
		return t
	}
	if k, ok := channel.KindNamed(n.Ident); ok {
		return itemsTerm(n.Ident, k)
	}
	if d, ok := c.catalog.Dimension(n.Ident); ok {
		return c.dimension(d)
	}
	if c.known(n.Ident) {
		return c.figure(n)
	}
	c.unknown(n)
	return nil
}

// unknown reports a name that nothing has.
func (c *checked) unknown(n *expr.Name) {
	if keyword, _, ok := expr.Unglue(n.Ident); ok {
		c.report(n, msgUnglue, n.Ident, keyword)
		return
	}
	f, function := lookupFunction(n.Ident)
	a, aspect := kpi.AspectNamed(n.Ident)
	switch {
	case aspect && function && f.kind == predicateFunction:
		c.report(n, msgBareEither, n.Ident)
	case function:
		c.report(n, msgBareFunction, n.Ident)
	case aspect:
		c.report(n, msgBareAspect, n.Ident, string(a), a.In("zh-CN"))
	default:
		c.report(n, msgUnknownName, n.Ident).Near = cmp.Or(c.numeral(n.Ident), c.pointed(n.Ident), source.Nearest(n.Ident, c.names()))
	}
}

// pointed is a figure and its aspect that were written as one word: 销售额.同比
// for 销售额同比, 销售额.累计 for 累计销售额.
func (c *checked) pointed(word string) (figure string) {
	longest := 0
	for _, name := range c.catalogNames() {
		if _, ok := c.catalog.Indicator(name); !ok || len(name) <= longest {
			continue
		}
		rest, ok := strings.CutPrefix(word, name)
		if !ok {
			rest, ok = strings.CutSuffix(word, name)
		}
		rest = strings.Trim(rest, "_")
		aspect := source.Synonym(rest, kpi.AspectNames())
		if _, named := kpi.AspectNamed(rest); named {
			aspect = rest
		}
		if ok && aspect != "" {
			figure, longest = name+"."+aspect, len(name)
		}
	}
	return figure
}

// numeral is the number that a word of the report's language writes: 五.
func (c *checked) numeral(word string) string {
	word = strings.ReplaceAll(word, "二", "两") // as it stands before a noun
	for i := range 11 {
		if c.locale.number(i) == word {
			return strconv.Itoa(i)
		}
	}
	return ""
}

// param returns a parameter of the template. What stands in the book sees
// none: it is there for any template.
func (c *checked) param(name string) (parameter, bool) {
	if c.scope.authored {
		return parameter{}, false
	}
	p, ok := c.parameters[name]
	return p, ok
}

// names lists what could have been meant by a word that stands alone.
func (c *checked) names() []string {
	var names []string
	for _, f := range itemFieldSpecs() {
		if slices.Contains(f.Kinds, c.scope.kind) {
			names = append(names, f.Name, f.Zh)
		}
	}
	for name := range reportNames {
		names = append(names, name)
	}
	names = append(names, c.catalogNames()...)
	names = append(names, channel.KindNames()...)
	if !c.scope.authored {
		for p := range c.parameters {
			names = append(names, p)
		}
	}
	slices.Sort(names)
	return names
}

// known reports whether the catalog has an indicator, measure or dimension of
// that name.
func (c *compiler) known(name string) bool {
	_, indicator := c.catalog.Indicator(name)
	_, measure := c.catalog.Measure(name)
	_, dimension := c.catalog.Dimension(name)
	return indicator || measure || dimension
}

func (c *compiler) catalogNames() []string {
	var names []string
	for i := range c.catalog.Indicators() {
		names = append(names, i.ID, i.NameZh)
	}
	for m := range c.catalog.Measures() {
		names = append(names, m.ID, m.NameZh)
	}
	for d := range c.catalog.Dimensions() {
		names = append(names, d.ID, d.NameZh)
	}
	return names
}

// reportNames are the names that every report has.
var reportNames = map[string]bool{
	"organization": true, "机构": true, "period": true, "本期": true, "next_period": true, "下期": true,
	"report_date": true, "报告日期": true, "report": true, "全局": true, "name": true, "名称": true, "title": true, "标题": true,
}

// reportName resolves what every report has.
func (c *checked) reportName(name string) *term {
	text := func(f func(*env) string) *term {
		return &term{typ: textTyp, fixed: true, name: name, eval: func(e *env) result { return result{text: f(e)} }}
	}
	switch name {
	case "organization", "机构":
		return text(func(e *env) string { return e.b.run.book.Setup().Organization })
	case "period", "本期":
		return text(func(e *env) string { return c.locale.period(e.in.Period()) })
	case "next_period", "下期":
		return text(func(e *env) string { return c.locale.period(e.in.Period().Next()) })
	case "report_date", "报告日期":
		return &term{typ: dateTyp, fixed: true, eval: func(e *env) result { return result{date: e.b.run.options.date} }}
	case "name", "名称":
		if d := c.scope.dimension; d != nil {
			return text(func(e *env) string { return e.b.groupName(d.ID, e.groupValue(d.ID)) })
		}
	}
	return nil
}

// taken reports whether a name already means something in the language.
func (c *compiler) taken(name string) bool {
	_, function := lookupFunction(name)
	_, kind := channel.KindNamed(name)
	field := slices.ContainsFunc(itemFieldSpecs(), func(f channel.FieldSpec) bool { return f.Name == name || f.Zh == name })
	return function || kind || field || c.known(name) || reportNames[name]
}

func itemsTerm(name string, k channel.Kind) *term {
	return &term{typ: itemsTyp, kind: k, name: name, eval: func(e *env) result {
		items := e.b.run.items[k]
		return result{items: items, absent: len(items) == 0}
	}}
}

// dimension is a dimension: by itself what is broken down by, and in a row of
// it the group's value, which conditions ask for.
func (c *checked) dimension(d *kpi.Dimension) *term {
	t := &term{typ: dimensionTyp, dimension: d, fixed: true, name: d.ID, eval: func(e *env) result {
		text := e.groupValue(d.ID)
		return result{text: text, absent: text == ""}
	}}
	return t
}

// grouped reports whether rows of the scope have a value in a dimension.
func (c *checked) grouped(d *kpi.Dimension) bool {
	for _, row := range []*kpi.Dimension{c.scope.dimension, c.scope.cross} {
		if row != nil && (row.ID == d.ID || row.ID == channel.PartnerID && ofPartners(d.ID)) {
			return true
		}
	}
	return c.perPartner && (d.ID == channel.PartnerID || ofPartners(d.ID))
}

// ofPartners reports whether partners have a value in a dimension.
func ofPartners(dim string) bool {
	return dim != channel.PartnerID && dim != channel.ProductLine && !calendar(dim)
}

// groupValue returns the value of the row's group in a dimension: its own, that
// of its partner, or that of its period.
func (e *env) groupValue(dim string) string {
	if v, ok := e.group.Value(dim); ok {
		return v
	}
	if id, ok := e.group.Value(channel.PartnerID); ok && ofPartners(dim) {
		return e.b.run.book.Partner(id).Attribute(dim)
	}
	if calendar(dim) {
		return e.in.Period().String()
	}
	return ""
}
