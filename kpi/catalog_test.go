package kpi_test

import (
	"strings"
	"testing"

	"example.com/channelreport/internal/golden"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// TestCatalog writes the embedded catalog out, one line an indicator, so that a
// change of it is seen.
func TestCatalog(t *testing.T) {
	var b strings.Builder
	c := kpi.Builtin()
	for q := range c.Indicators() {
		b.WriteString(strings.Join([]string{q.ID, q.NameZh, q.NameEn, string(q.Unit), q.Counter, q.Formula}, " | "))
		b.WriteString("\n\t" + q.Definition("zh-CN") + "\n\t" + q.Definition("en") + "\n\t" + q.Source + "\n\t")
		for _, a := range kpi.Aspects() {
			if f, ok := q.Figure(a); ok {
				b.WriteString(" " + string(a))
				if f.Expr() != q.ID+"."+string(a) && a != kpi.ValueAspect || f.Indicator() != q || !f.Plain() {
					t.Errorf("%s of %s is %s", a, q.ID, f.Expr())
				}
			}
		}
		b.WriteByte('\n')
		if byName, ok := c.Indicator(q.NameZh); !ok || byName != q {
			t.Errorf("%s is not found as %s", q.ID, q.NameZh)
		}
		if q.DefinitionZh == "" || q.DefinitionEn == "" || q.NameEn == "" || q.In("zh-CN") != q.NameZh || q.In("en") != q.NameEn {
			t.Errorf("%s lacks something", q.ID)
		}
		compile(t, c, q.Formula)
	}
	for m := range c.Measures() {
		b.WriteString(strings.Join([]string{m.ID, m.NameZh, m.NameEn, string(m.Unit)}, " | ") + "\n")
		if zh, ok := c.Name(m.ID, "zh-CN"); !ok || zh != m.NameZh {
			t.Errorf("the name of %s is %q", m.ID, zh)
		}
		if byName, ok := c.Measure(m.NameZh); !ok || byName != m || m.In("en") != m.NameEn {
			t.Errorf("%s is not found as %s", m.ID, m.NameZh)
		}
	}
	for d := range c.Dimensions() {
		b.WriteString(strings.Join([]string{d.ID, d.NameZh, d.NameEn, d.Counter, d.CounterEn, d.PluralEn}, " | ") + "\n")
		if byName, ok := c.Dimension(d.NameZh); !ok || byName != d || d.In("zh") != d.NameZh {
			t.Errorf("%s is not found as %s", d.ID, d.NameZh)
		}
	}
	golden.Compare(t, "catalog.golden", []byte(b.String()))
}

// TestName: everything that a formula may name has a name in both languages.
func TestName(t *testing.T) {
	for _, c := range []struct{ id, zh, en string }{
		{"cac", "获客成本", "customer acquisition cost"},
		{"orders_won", "成交单数", "orders won"},
		{"sales_with_order", "有订单号的销售额", "sales with an order id"},
		{"product_line", "产品线", "product line"},
	} {
		zh, _ := kpi.Builtin().Name(c.id, "zh-CN")
		en, _ := kpi.Builtin().Name(c.id, "en")
		if zh != c.zh || en != c.en {
			t.Errorf("%s is %q, %q", c.id, zh, en)
		}
	}
	if name, ok := kpi.Builtin().Name("nothing", "en"); ok || name != "" {
		t.Errorf("nothing is %q", name)
	}
	for q := range kpi.Builtin().Indicators() {
		tree, problems := expr.Parse(q.Formula)
		if len(problems) > 0 {
			t.Fatal(q.ID, problems)
		}
		for n := range expr.Walk(tree) {
			if n, ok := n.(*expr.Name); ok {
				if zh, ok := kpi.Builtin().Name(n.Ident, "zh-CN"); !ok || zh == n.Ident {
					t.Errorf("%s in the formula of %s has no Chinese name", n.Ident, q.ID)
				}
			}
		}
	}
}

// TestNames: no two things share a name, in either language.
func TestNames(t *testing.T) {
	c := kpi.Builtin()
	seen := map[string]string{}
	name := func(name, id string) {
		if other, ok := seen[name]; ok && other != id {
			t.Errorf("%s names %s and %s", name, other, id)
		}
		seen[name] = id
	}
	for q := range c.Indicators() {
		name(q.ID, q.ID)
		name(q.NameZh, q.ID)
	}
	for m := range c.Measures() {
		name(m.ID, m.ID)
		name(m.NameZh, m.ID)
	}
	for d := range c.Dimensions() {
		name(d.ID, d.ID)
		name(d.NameZh, d.ID)
	}
	clear(seen)
	for _, a := range kpi.Aspects() {
		name(string(a), string(a))
		name(a.In("zh-CN"), string(a))
		name(a.In("en"), string(a))
		if byName, ok := kpi.AspectNamed(a.In("zh-CN")); !ok || byName != a {
			t.Errorf("%s is not found by its name", a)
		}
	}
}
