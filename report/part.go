package report

import (
	"slices"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// A useBlock is a part of the template in a place where it is used: it sees
// what that place sees.
type useBlock struct {
	common
	blocks []block
}

func (x *useBlock) build(b *builder, e *env) []doc.Block { return b.blocks(x.blocks, e) }

// declareParts takes in the template's parts.
func (c *compiler) declareParts(v *value) {
	c.parts, c.used = map[string]*node{}, map[string]bool{}
	if v != nil {
		for i, name := range v.names {
			c.parts[name] = v.nodes[i]
		}
	}
}

// use compiles a part as it stands in a scope.
func (c *compiler) use(n *node, s scope, base common) block {
	out := &useBlock{common: base}
	name, at := n.text("use"), n.place
	if v := n.values["use"]; v != nil {
		at = v.place
	}
	part, ok := c.parts[name]
	switch {
	case name == "": // reported
	case !ok:
		var known []string
		for p := range c.parts {
			known = append(known, p)
		}
		slices.Sort(known)
		c.place(at, msgNoPart, name).Near = source.Nearest(name, known)
	case slices.Contains(c.using, name):
		c.place(at, msgRecursion, name)
	default:
		c.used[name] = true
		c.using = append(c.using, name)
		out.blocks = c.blocks(part, "blocks", s)
		c.using = c.using[:len(c.using)-1]
	}
	return out
}

// checkParts reports parts that no block uses: nobody would see what is wrong
// in them.
func (c *compiler) checkParts(v *value) {
	if v == nil {
		return
	}
	for i, name := range v.names {
		if !c.used[name] {
			c.place(v.nodes[i].place, msgUnusedPart, name)
		}
	}
}

// dimensionUnit stands where a name that a book must declare is a dimension.
const dimensionUnit = "dimension"

// usedUnits are the units of names that a book must declare.
var usedUnits = []string{"money", "money_per_customer", "count", "percent", "ratio", "index", "score", "days", "hours", dimensionUnit}

// standIns are indicators with each unit: what a name that a book must declare
// is until there is a book.
var standIns = map[string]string{
	"money": "sales", "money_per_customer": "cac", "count": "orders", "percent": "channel_share", "ratio": "1 : sales / sales",
	"index": "hhi", "score": "satisfaction", "days": "approval_days", "hours": "response_hours",
}

// usedDimensions are the dimensions that a template wants its book to declare.
func (t *Template) usedDimensions() []string {
	var out []string
	if v := t.root.values["uses"]; v != nil {
		for _, n := range v.nodes {
			if n != nil && n.text("unit") == dimensionUnit && expr.IsName(n.text("id")) {
				out = append(out, n.text("id"))
			}
		}
	}
	return out
}

// uses checks the names that a book must declare against the book, or lets them
// stand for themselves where there is none.
func (c *compiler) uses(v *value, declared bool) {
	if v == nil {
		return
	}
	var defs []channel.IndicatorText
	for _, n := range v.nodes {
		if n == nil || n.text("id") == "" || n.text("unit") == "" {
			continue
		}
		id, unit, at := n.text("id"), n.text("unit"), n.values["id"].place
		if !expr.IsName(id) {
			c.place(at, msgBadName, id)
			continue
		}
		if _, known := c.catalog.Dimension(id); unit == dimensionUnit {
			if !known {
				c.place(at, msgNotDeclared, id)
			}
			continue
		}
		f, problems := c.catalog.Compile(&expr.Name{Ident: id})
		switch {
		case len(problems) == 0 && string(f.Unit()) != unit:
			c.place(at, msgDeclaredUnit, id, unitWord(kpi.Unit(unit)), unitWord(f.Unit()))
		case len(problems) > 0 && declared:
			c.place(at, msgNotDeclared, id)
		case len(problems) > 0:
			def := n.indicator()
			def.Formula, def.Unit = standIns[unit], unit
			if def.NameZh == "" {
				def.NameZh = id
			}
			if def.NameEn == "" {
				def.NameEn = id
			}
			defs = append(defs, def)
		}
	}
	catalog, problems := c.catalog.With(defs)
	c.problems = append(c.problems, problems...)
	if catalog != nil {
		c.catalog = catalog
	}
}
