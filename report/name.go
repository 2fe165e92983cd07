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

// unknown reports a name that nothing has, or nothing where it stands.
func (c *checked) unknown(n *expr.Name) {
	if keyword, _, ok := expr.Unglue(n.Ident); ok {
		c.report(n, msgUnglue, n.Ident, keyword)
		return
	}
	f, function := lookupFunction(n.Ident)
	a, aspect := kpi.AspectNamed(n.Ident)
	names := c.names()
	near := source.Synonym(n.Ident, names)
	place, elsewhere := namePlace(n.Ident)
	if !elsewhere && (c.scope.kind != 0 || !function && !aspect) { // 预算 is more often asked of a figure
		place, elsewhere = fieldPlace(n.Ident)
	}
	switch {
	case elsewhere:
		c.report(n, msgElsewhere, n.Ident, place).Near = near
	case aspect && function && f.kind == predicateFunction:
		c.report(n, msgBareEither, n.Ident)
	case function:
		c.report(n, msgBareFunction, n.Ident).Near = near
	case aspect:
		c.report(n, msgBareAspect, n.Ident, string(a), a.In("zh-CN"))
	default:
		c.report(n, msgUnknownName, n.Ident).Near = cmp.Or(c.numeral(n.Ident), c.pointed(n.Ident), source.Nearest(n.Ident, names))
	}
}

// namePlace says where a name of the report stands, if it is not everywhere.
func namePlace(name string) (source.Term, bool) {
	i := slices.IndexFunc(reportNames, func(r reportNamed) bool { return r.id == name || r.zh == name })
	if i < 0 {
		return source.Term{}, false
	}
	return reportNames[i].place, true
}

// fieldPlace says where a field of items stands, and which items have it.
func fieldPlace(name string) (source.Term, bool) {
	specs := itemFieldSpecs()
	i := slices.IndexFunc(specs, func(f channel.FieldSpec) bool { return f.Name == name || f.Zh == name })
	if i < 0 {
		return source.Term{}, false
	}
	f := specs[i]
	var en, zh []string
	for _, k := range f.Kinds {
		en, zh = append(en, k.In("en")), append(zh, k.In("zh-CN"))
	}
	ofEn, ofZh := strings.Join(en, ", "), strings.Join(zh, "、")
	if len(f.Kinds) > 10 { // nearly all: their names say nothing
		ofEn, ofZh = "most items", "多数事项"
	}
	return source.Term{
		En: "it is a field of " + ofEn + ", for their rows (each:, show:, tables) or behind a point: " + en[0] + "." + f.Name,
		Zh: "它是" + ofZh + "的字段，写在 each: 之下、show: 里或以其为行的表格中，也可写在点号之后，如 " + zh[0] + "." + f.Zh,
	}, true
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
	names := []string{"毛利 / 销售额 * 100%", "gross_profit / sales * 100%"} // asked for, and no indicator
	for _, f := range itemFieldSpecs() {
		if slices.Contains(f.Kinds, c.scope.kind) {
			names = append(names, f.Name, f.Zh)
		}
	}
	for _, r := range reportNames {
		if c.reportName(r.id) != nil {
			names = append(names, r.id, r.zh)
		}
	}
	if c.perPartner {
		for _, f := range partnerNames(c.catalog) {
			names = append(names, f.ID, f.Zh)
		}
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

// A reportNamed is a name that every report has. Place is empty if it may stand
// anywhere.
type reportNamed struct {
	id, zh string
	place  source.Term
}

var reportNames = []reportNamed{
	{"organization", "机构", source.Term{}},
	{"period", "本期", source.Term{}},
	{"next_period", "下期", source.Term{}},
	{"report_date", "报告日期", source.Term{}},
	{"report", "全局", source.Term{En: "it is the whole channel, before a point: report.sales", Zh: "它指整个渠道，写在点号之前，如 全局.销售额"}},
	{"name", "名称", source.Term{En: "it is a row's name, in tables whose rows are groups or indicators", Zh: "它是行的名称，用在以维度或指标为行的表格中"}},
}

// reportName resolves what every report has.
func (c *checked) reportName(name string) *term {
	text := func(f func(*env) string) *term {
		return &term{typ: textTyp, fixed: true, name: name, eval: func(e *env) result { return result{text: f(e)} }}
	}
	period := func(f func(*env) channel.Period) *term {
		t := text(func(e *env) string { return f(e).String() })
		t.period = true
		return t
	}
	switch name {
	case "organization", "机构":
		return text(func(e *env) string { return e.b.run.book.Setup().Organization })
	case "period", "本期":
		return period(func(e *env) channel.Period { return e.in.Period() })
	case "next_period", "下期":
		return period(func(e *env) channel.Period { return e.in.Period().Next() })
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
	_, named := namePlace(name)
	return function || kind || field || named || c.known(name)
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
	return &term{typ: dimensionTyp, dimension: d, fixed: true, name: d.ID, near: c.valueOf(d), eval: func(e *env) result {
		text := e.groupValue(d.ID)
		return result{text: text, absent: text == ""}
	}}
}

// valueOf is what prints the value that the place has in a dimension, "" if it
// has none: 名称 in rows of it, 伙伴.区域 in a partner's report.
func (c *checked) valueOf(d *kpi.Dimension) string {
	switch {
	case c.scope.dimension != nil && c.scope.dimension.ID == d.ID:
		return c.locale.pick("名称", "name")
	case c.perPartner && d.ID == channel.PartnerID:
		return c.locale.pick("伙伴.名称", "partner.name")
	case c.perPartner && ofPartners(d.ID):
		return c.locale.pick("伙伴."+d.NameZh, "partner."+d.ID)
	}
	return ""
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
