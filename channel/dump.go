package channel

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"
)

// Dump writes everything that the book holds as text: the same for equal
// books, made to be read and compared. Its form may change.
func (b *Book) Dump(w io.Writer) error {
	var d dumper
	d.setup(b.setup)
	d.printf("data %v – %v\n", b.from, b.to)
	d.head("files", len(b.files))
	for _, f := range b.files {
		d.printf("  %s rows %d%s%s\n", f.Name, f.Rows, tagged("last", f.Last.String()), tagged("sha256", f.SHA256))
	}
	d.head("partners", len(b.partners))
	for i := range b.partners {
		d.partner(&b.partners[i])
	}
	d.sales(b.sales)
	d.rows("targets", b.targets)
	d.rows("observations", b.observations)
	d.head("items", len(b.items))
	for _, it := range b.items {
		d.printf("  %v ", it.Period)
		d.item(it, "  ")
	}
	d.head("notes", len(b.notes))
	for _, n := range b.notes {
		d.printf("  %v %q%s%s\n", n.Period, n.Slot, tagged("author", n.Author), tagged("date", n.Date.String()))
		d.printf("    %q\n", n.Text)
	}
	d.head("warnings", len(b.warnings))
	for _, e := range b.warnings {
		d.printf("  %v\n", e)
	}
	_, err := w.Write(d.Bytes())
	return err
}

type dumper struct{ bytes.Buffer }

func (d *dumper) printf(format string, args ...any) { fmt.Fprintf(d, format, args...) }

func (d *dumper) head(name string, n int) {
	if n > 0 {
		d.printf("%s %d\n", name, n)
	}
}

// tagged is a field of a line, nothing where it is not given.
func tagged(name, text string) string {
	if text == "" {
		return ""
	}
	if strings.ContainsAny(text, " \t\n\"") {
		text = fmt.Sprintf("%q", text)
	}
	return " " + name + "=" + text
}

func list(name string, texts []string) string {
	return tagged(name, strings.Join(texts, ","))
}

func (d *dumper) setup(s *Setup) {
	d.printf("book %q %s\n", s.Organization, s.Currency)
	d.printf("  setup%s%s%s%s%s%s\n", list("direct", s.DirectPartnerTypes), list("dimensions", s.Dimensions),
		tagged("orders", s.Orders), tagged("grain", s.Grain), tagged("fiscal_year_named", s.FiscalYearNamed),
		tagged("print", s.Print.Money))
	if s.FiscalYearStart > 0 {
		d.printf("  fiscal year from month %d\n", s.FiscalYearStart)
	}
	for _, name := range sortedKeys(s.Print.Decimals) {
		d.printf("  decimals %s %d\n", name, s.Print.Decimals[name])
	}
	q := s.Policies
	d.printf("  policies%s%s%s%s%s%s\n", tagged("rounding", q.Rounding), tagged("base", q.Base), tagged("partners", q.Partners),
		tagged("level", numberText(q.Level)), tagged("slight", numberText(q.Slight)), tagged("marked", numberText(q.Marked)))
	for _, c := range s.ProductClasses {
		d.printf("  class %q%s\n", c.Class, list("lines", c.Lines))
	}
	for _, g := range s.Groups {
		d.printf("  group%s%s\n", tagged(g.Dimension, g.Name), list("spelled", g.Spellings))
	}
	for _, o := range s.Observables {
		d.printf("  observable %s%s%s%s%s%s\n", o.ID, tagged("zh", o.NameZh), tagged("en", o.NameEn), tagged("unit", o.Unit),
			tagged("over_time", o.OverTime), tagged("over_groups", o.OverGroups))
	}
	for _, x := range s.Indicators {
		d.printf("  indicator %s%s%s%s%s%s\n", x.ID, tagged("zh", x.NameZh), tagged("en", x.NameEn), tagged("formula", x.Formula),
			tagged("unit", x.Unit), tagged("better", x.Better)+
				tagged("max", x.Max)+tagged("additive", x.Additive)+tagged("growth", x.Growth)+
				tagged("sign", x.Sign)+tagged("print", x.Print)+tagged("counter", x.Counter)+tagged("source", x.Source))
	}
	for _, f := range s.Files {
		d.printf("  file %s%s%s delimiter=%q header=%d%s%s%s%s", f.Kind, list("match", f.Match), tagged("encoding", f.Encoding), f.Delimiter,
			f.Header, list("skip", f.Skip), tagged("dates", f.Dates), tagged("unit", f.Unit), list("amounts", f.Amounts))
		for _, c := range f.Columns {
			d.printf(" column %q=%q", c.Header, c.Column)
		}
		d.printf("\n")
	}
	for _, line := range s.SignOff {
		d.printf("  sign off %s%s\n", line.Role, tagged("name", line.Name))
	}
}

func (d *dumper) partner(p *Partner) {
	d.printf("  %q%s%s%s%s%s%s%s%s", p.ID, tagged("name", p.Name), tagged("type", p.Type), tagged("tier", p.Tier),
		tagged("region", p.Region), tagged("city", p.City), tagged("city_tier", p.CityTier),
		tagged("joined", p.Joined.String()), tagged("left", p.Left.String()))
	for _, a := range p.Attributes {
		d.printf("%s", tagged(a.Dimension, a.Value))
	}
	if p.direct {
		d.printf(" direct")
	}
	if !p.listed {
		d.printf(" unlisted")
	}
	d.printf("\n")
}

func (d *dumper) sales(s *Sales) {
	d.printf("sales: %d series, %d orders\n", len(s.series), s.Orders())
	for i := range s.series {
		series := &s.series[i]
		d.printf(" ")
		for dim, value := range series.key {
			if value > 0 {
				d.printf("%s", tagged(s.dims[dim].ID, s.dims[dim].Values[value]))
			}
		}
		if series.direct {
			d.printf(" direct")
		}
		d.printf("\n")
		for _, c := range series.cells {
			d.printf("    %v %v lines %d", c.Date, c.Amount.Decimal(s.amountScale), c.Lines)
			if c.OrderLines > 0 {
				d.printf(" orders %d in %d lines of %v", len(c.Orders), c.OrderLines, c.OrderAmount.Decimal(s.amountScale))
			}
			if c.QuantityLines > 0 {
				d.printf(" quantity %v in %d lines of %v", c.Quantity.Decimal(s.quantityScale), c.QuantityLines,
					c.QuantityAmount.Decimal(s.amountScale))
			}
			d.printf(" files")
			for file := range c.Files.All() {
				d.printf(" %d", file)
			}
			d.printf("\n")
		}
	}
}

func (d *dumper) rows(name string, rows []Row) {
	d.head(name, len(rows))
	for _, r := range rows {
		d.printf("  %v %s %v", r.Period, r.Measure, r.Scenario)
		for _, pair := range r.Key {
			d.printf("%s", tagged(pair.Dimension, pair.Value))
		}
		d.printf(" = %v", r.Value)
		if r.direct {
			d.printf(" direct")
		}
		d.printf(" at %v\n", r.Position)
	}
}

// item writes an item's fields, and below it its lists and parts.
func (d *dumper) item(it *Item, indent string) {
	d.printf("%s at %v", it.Kind.one().En, it.Position)
	var below []*field
	for i := range fields {
		f := &fields[i]
		if !f.isSet(it) {
			continue
		}
		switch p := f.of(it).(type) {
		case *string:
			d.printf("%s", tagged(f.name, *p))
		case *Word:
			d.printf("%s", tagged(f.name, string(*p)))
		case *Date:
			d.printf("%s", tagged(f.name, p.String()))
		case *decimal.NullDecimal:
			d.printf("%s", tagged(f.name, numberText(*p)))
		case *[]string:
			d.printf("%s", list(f.name, *p))
		default:
			below = append(below, f)
		}
	}
	d.printf("\n")
	for _, f := range below {
		switch p := f.of(it).(type) {
		case *[]Evidence:
			for _, e := range *p {
				d.printf("%s  %s%s%s%s%s%s%s%s%s%s%s\n", indent, f.name, tagged("figure", e.Figure), tagged("scope", e.Scope),
					tagged("claim", e.Claim), tagged("title", e.Title), tagged("text", e.Text), tagged("from", e.From), tagged("to", e.To),
					tagged("at_least", e.AtLeast), tagged("at_most", e.AtMost), tagged("due", e.Due.String()))
			}
		case *[]*Item:
			for _, part := range *p {
				d.printf("%s  ", indent)
				d.item(part, indent+"  ")
			}
		}
	}
}

func numberText(n decimal.NullDecimal) string {
	if !n.Valid {
		return ""
	}
	return n.Decimal.String()
}
