package report

import (
	"iter"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// A template with scope: partner makes one report for each partner: its root
// is the partner's group, report.x is x of the whole channel, and partner.x
// what is known of the partner.

// partnerFields are what is known of a partner beside the attributes that are
// dimensions.
var partnerFields = []struct {
	name, zh string
	text     func(*channel.Partner) string
	date     func(*channel.Partner) channel.Date
}{
	{"id", "编号", func(p *channel.Partner) string { return p.ID }, nil},
	{"name", "名称", func(p *channel.Partner) string { return p.Name }, nil},
	{"city", "城市", func(p *channel.Partner) string { return p.City }, nil},
	{"joined", "加入日期", nil, func(p *channel.Partner) channel.Date { return p.Joined }},
	{"left", "退出日期", nil, func(p *channel.Partner) channel.Date { return p.Left }},
}

// partnerNames lists the names of what is known of a partner.
func partnerNames(c *kpi.Catalog) []Name {
	var out []Name
	for _, f := range partnerFields {
		out = append(out, Name{Kind: FieldName, ID: "partner." + f.name, Zh: "伙伴." + f.zh})
	}
	for d := range c.Dimensions() {
		if ofPartners(d.ID) {
			out = append(out, Name{Kind: FieldName, ID: "partner." + d.ID, Zh: "伙伴." + d.NameZh})
		}
	}
	return out
}

// partnerField compiles partner.x.
func (c *checked) partnerField(n *expr.Select) *term {
	d, _ := c.catalog.Dimension(channel.PartnerID)
	if !c.grouped(d) {
		c.report(n.X, msgNoPartner)
		return nil
	}
	of := func(e *env) *channel.Partner {
		id, _ := e.group.Value(channel.PartnerID)
		return e.b.run.book.Partner(id)
	}
	name := expr.Format(n)
	label := func(en, zh string) source.Term { return source.Term{En: "partner: " + en, Zh: "伙伴" + zh} }
	text := func(label source.Term, get func(*channel.Partner) string) *term {
		return &term{typ: textTyp, name: name, label: label, eval: func(e *env) result {
			p := of(e)
			if p == nil {
				return result{absent: true}
			}
			s := get(p)
			return result{text: s, absent: s == ""}
		}}
	}
	for _, f := range partnerFields {
		if n.Ident != f.name && n.Ident != f.zh {
			continue
		}
		switch {
		case f.name == "name":
			return &term{typ: textTyp, name: name, fixed: true, eval: func(e *env) result {
				id, _ := e.group.Value(channel.PartnerID)
				return result{text: e.b.groupName(channel.PartnerID, id)}
			}}
		case f.text != nil:
			return text(label(f.name, f.zh), f.text)
		}
		return &term{typ: dateTyp, name: name, label: label(f.name, f.zh), eval: func(e *env) result {
			p := of(e)
			if p == nil || f.date(p).IsZero() {
				return result{absent: true}
			}
			return result{date: f.date(p)}
		}}
	}
	for d := range c.catalog.Dimensions() {
		if ofPartners(d.ID) && (d.ID == n.Ident || d.NameZh == n.Ident) {
			return text(label(d.NameEn, d.NameZh), func(p *channel.Partner) string { return p.Attribute(d.ID) })
		}
	}
	var known []string
	whole := map[string]string{}
	for _, f := range partnerNames(c.catalog) {
		for _, name := range []string{f.ID, f.Zh} {
			_, field, _ := strings.Cut(name, ".")
			known, whole[field] = append(known, field), name
		}
	}
	c.reportAt(n.IdentAt, msgUnknownField, n.Ident, source.Term{En: "a partner", Zh: "伙伴"}).Near = whole[source.Nearest(n.Ident, known)]
	return nil
}

// PerPartner reports whether the template makes a report for each partner.
func (t *Template) PerPartner() bool { return t.root != nil && t.root.text("scope") == "partner" }

// Partners iterates over the partners of which a template with scope: partner
// makes a report, by their ids: those of the channel that have a fact in the
// period, or count among its partners.
func (r *Run) Partners() iter.Seq[channel.Partner] {
	return func(yield func(channel.Partner) bool) {
		period := r.evaluation.Period()
		recorded := map[string]bool{}
		for _, row := range r.book.Observations() {
			for _, k := range row.Key {
				if k.Dimension == channel.PartnerID && period.Covers(row.Period) {
					recorded[k.Value] = true
				}
			}
		}
		sold := r.sellers(period)
		var before map[string]bool // who sold up to the period's end
		if from, _ := r.book.Data(); !from.IsZero() && from.Before(period.End()) {
			before = r.sellers(channel.Range(from, period.Last()))
		}
		for _, p := range r.book.Partners() {
			joined := !p.Joined.IsZero() && p.Joined.Before(period.End()) || p.Joined.IsZero() && before[p.ID]
			counted := joined && (p.Left.IsZero() || !p.Left.Before(period.Last()))
			if !p.Direct() && (sold[p.ID] || recorded[p.ID] || counted) && !yield(p) {
				return
			}
		}
	}
}

// sellers are the partners with a sale line of the channel in a period.
func (r *Run) sellers(p channel.Period) map[string]bool {
	out := map[string]bool{}
	sales, _ := r.figure("sales") // the catalog's first
	in := r.evaluation.In(p)
	for _, id := range in.Groups(sales, channel.PartnerID) {
		if in.Explain(sales, channel.By(channel.PartnerID, id)).Facts > 0 {
			out[id] = true
		}
	}
	return out
}

// For returns the run of one partner's report. It shares what the run has
// computed, so that the reports of all partners take one evaluation.
func (r *Run) For(p channel.Partner) *Run {
	one := *r
	one.traces = &traces{} // not kept for ten thousand others
	one.group = channel.By(channel.PartnerID, p.ID)
	return &one
}
