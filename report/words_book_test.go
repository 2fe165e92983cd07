package report

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
	"example.com/channelreport/report/doc"
)

// A small book of a fictitious company, in whole figures that can be checked
// by eye: two quarters of a year apart, one between them.
var smallBook = fstest.MapFS{
	"book.yaml": {Data: []byte(`schema: channelreport/book/v1
organization: 示例公司（虚构）
currency: CNY
direct_partner_types: [直销]
`)},
	"partners.csv": {Data: []byte(`partner_id,partner_name,partner_type,region,joined
P1,甲商贸,经销商,华东,2024-01-01
P2,乙商贸,经销商,华南,2024-01-01
P3,丙网络,代理商,华北,2026-08-01
`)},
	"sales.csv": {Data: []byte(`date,partner_id,order_id,quantity,amount
2025-07-10,P1,A1,10,3000000
2025-08-10,P2,A2,20,2000000
2025-09-10,P1,A3,30,1000000
2026-04-10,P1,B1,10,2500000
2026-05-10,P2,B2,20,2500000
2026-07-10,P1,C1,20,1500000
2026-08-10,P2,C2,25,1600000
2026-08-11,P3,C3,1,400000
2026-09-10,P1,C4,40,4100000
`)},
	"targets.csv": {Data: []byte(`period,measure,region,amount
2026-Q3,sales,,7500000
2026-Q3,sales,华东,5500000
2026-Q3,sales,华南,2000000
2026-Q3,conversion_rate,,0.2
2026-Q3,satisfaction,,4.5
`)},
	"observations.csv": {Data: []byte(`period,measure,scenario,region,value
2025-Q3,leads,,,1000
2025-Q3,orders_won,,,180
2026-Q3,leads,,,1000
2026-Q3,orders_won,,,186
2026-Q3,conversion_rate,benchmark,,0.17
2026-Q3,satisfaction,,,4.52
2026-Q3,satisfaction_max,,,5
2026-Q3,channel_cost,,,1000000
`)},
}

// A wordBook asks the small book in one language.
type wordBook struct {
	*speaker
	t       testing.TB
	catalog *kpi.Catalog
	in      *kpi.Evaluation
}

func openWordBook(t testing.TB, l *locale) *wordBook {
	t.Helper()
	book, err := channel.Open(t.Context(), smallBook)
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		t.Fatal(err)
	}
	in, err := kpi.Evaluate(catalog, book, channel.Quarter(2026, 3))
	if err != nil {
		t.Fatal(err)
	}
	w := &wordBook{testSpeaker(l, book.Setup()), t, catalog, in}
	w.dimension = catalog.Dimension
	w.figure = func(text string) (*kpi.Figure, error) {
		f, problems := catalog.Compile(parse(t, text))
		if len(problems) > 0 {
			return nil, source.List{problems[0].Located(source.Position{Query: text}, "")}
		}
		return f, nil
	}
	return w
}

func parse(t testing.TB, text string) expr.Node {
	t.Helper()
	node, problems := expr.Parse(text)
	if len(problems) > 0 {
		t.Fatalf("%s: %v", text, problems)
	}
	return node
}

func (w *wordBook) subject(n expr.Node, g channel.Group) subject {
	w.t.Helper()
	f, problems := w.catalog.Compile(n)
	if len(problems) > 0 {
		w.t.Fatalf("%s: %v", expr.Format(n), problems)
	}
	return subject{f, g, w.in}
}

// say speaks a phrase, or prints a figure, in a group.
func (w *wordBook) say(text string, g channel.Group) spoken {
	w.t.Helper()
	n := parse(w.t, text)
	call, ok := n.(*expr.Call)
	if !ok {
		return w.value(w.subject(n, g))
	}
	f, ok := lookupFunction(call.Ident)
	if !ok || f.speak == nil {
		return w.value(w.subject(n, g))
	}
	var args []argument
	for _, a := range call.Args {
		switch a := a.(type) {
		case *expr.String:
			args = append(args, argument{text: &a.Value})
			continue
		case *expr.Number:
			number := int(a.Value.IntPart())
			args = append(args, argument{number: &number})
			continue
		case *expr.Name:
			if d, ok := w.catalog.Dimension(a.Ident); ok {
				args = append(args, argument{dimension: d})
				continue
			}
		}
		s := w.subject(a, g)
		args = append(args, argument{subject: &s})
	}
	return f.speak(w.speaker, args)
}

// TestWordsOfABook speaks every phrase over a book, with what was missing
// where it is silent.
func TestWordsOfABook(t *testing.T) {
	east, south := channel.By("region", "华东"), channel.By("region", "华南")
	for _, l := range []*locale{chinese, english} {
		w := openWordBook(t, l)
		var b strings.Builder
		for _, c := range []struct {
			text  string
			group channel.Group
		}{
			{"sales", channel.Group{}}, {"sales", east}, {"sales.gap", channel.Group{}}, {"sales.yoy", channel.Group{}}, {"sales.pop", channel.Group{}},
			{"sales.share", east}, {"sales.rank", south}, {"sales.contribution_yoy", south}, {"satisfaction", channel.Group{}}, {"satisfaction.target", channel.Group{}},
			{"input_output", channel.Group{}}, {"quantity", channel.Group{}}, {"cac", channel.Group{}}, {"average_order_value", channel.Group{}},
			{"sales / orders", channel.Group{}}, {`of(sales, region == "华东")`, channel.Group{}}, {`at(sales, "2026-Q2")`, channel.Group{}},
			{"yoy(sales)", channel.Group{}}, {"yoy(sales)", east}, {"pop(sales)", channel.Group{}}, {"growth(sales)", channel.Group{}}, {"growth(conversion_rate)", channel.Group{}},
			{"yoy(cac)", channel.Group{}}, {"yoy(satisfaction)", channel.Group{}}, {"pop(input_output)", channel.Group{}}, {"yoy(new_partners)", channel.Group{}},
			{"attain(sales)", channel.Group{}}, {"gap(sales)", east}, {"attain(conversion_rate)", channel.Group{}}, {"attain(satisfaction)", channel.Group{}}, {"attain(quantity)", channel.Group{}},
			{`versus(conversion_rate, conversion_rate.benchmark, "X")`, channel.Group{}}, {`versus(sales, report.sales, "X")`, east}, {`versus(sales, sales.budget, "X")`, channel.Group{}},
			{"rank(sales)", south}, {"rank(sales)", channel.Group{}}, {"steady(sales)", channel.Group{}}, {"steady(leads)", channel.Group{}},
			{"leaders(region, sales)", channel.Group{}}, {"leaders(partner, sales, 2)", channel.Group{}}, {"leaders(partner_type, sales)", east},
			{"leaders(region, average_order_value)", channel.Group{}}, {"leaders(region, leads)", channel.Group{}},
			{"leaders(region, sales.yoy)", channel.Group{}}, {"leaders(region, sales.target)", channel.Group{}}, {"leaders(region, sales / orders)", channel.Group{}}, {"attain(sales.target)", channel.Group{}},
			{"drivers(region, sales)", channel.Group{}}, {"drivers(partner_type, sales)", channel.Group{}}, {"drivers(region, sales)", east}, {"drivers(region, leads)", channel.Group{}},
			{"met(region, sales)", channel.Group{}}, {"met(region, quantity)", channel.Group{}}, {"balance(region, sales)", channel.Group{}}, {"balance(region, leads)", channel.Group{}},
			{"met_figures(sales, conversion_rate, satisfaction, cac)", channel.Group{}},
		} {
			s := w.say(c.text, c.group)
			fmt.Fprintf(&b, "%s", c.text)
			for _, p := range c.group.Pairs() {
				fmt.Fprintf(&b, " [%s]", p.Value)
			}
			fmt.Fprintf(&b, ": %s", said(s))
			for _, m := range s.missing {
				fmt.Fprintf(&b, " | %s: %s (%s)", w.subjectName(m.subject), m.reason, l.reason(m.reason))
			}
			b.WriteByte('\n')
		}
		golden.Compare(t, "words."+l.tag+".txt", []byte(b.String()))
	}
}

// Cells keep signs and leave units to the table; an absent change says why.
func TestCells(t *testing.T) {
	w := openWordBook(t, chinese)
	for _, c := range []struct {
		text   string
		group  channel.Group
		want   string
		tone   doc.Tone
		absent kpi.Reason
	}{
		{"sales", channel.Group{}, "760.0", doc.Neutral, ""},
		{"sales.attainment", channel.Group{}, "101.3%", doc.Good, ""},
		{"sales.gap", channel.Group{}, "10.0", doc.Good, ""},
		{"sales.yoy", channel.Group{}, "26.7%", doc.Good, ""},
		{"sales.yoy", channel.By("region", "华南"), "−20.0%", doc.Bad, ""},
		{"sales.yoy", channel.By("region", "华北"), "基数为零", doc.Neutral, kpi.ZeroBase},
		{"sales.attainment", channel.By("region", "华北"), "—", doc.Neutral, kpi.NoTarget},
		{"sales.share", channel.By("region", "华东"), "73.7%", doc.Neutral, ""},
		{"sales.contribution_yoy", channel.By("region", "华东"), "26.7", doc.Good, ""},
		{"sales.rank", channel.By("region", "华南"), "2", doc.Neutral, ""},
		{"conversion_rate", channel.Group{}, "18.6%", doc.Neutral, ""},
		{"conversion_rate.gap", channel.Group{}, "−1.4", doc.Bad, ""},
		{"conversion_rate.attainment", channel.Group{}, "93.0%", doc.Bad, ""},
		{"satisfaction", channel.Group{}, "4.52", doc.Neutral, ""},
		{"input_output", channel.Group{}, "1:7.6", doc.Neutral, ""},
		{"cac", channel.Group{}, "—", doc.Neutral, kpi.NoData},
		{"satisfaction.yoy_change", channel.Group{}, "—", doc.Neutral, kpi.MissingBase},
	} {
		got := w.cell(w.subject(parse(t, c.text), c.group))
		var reason kpi.Reason
		if len(got.missing) > 0 {
			reason = got.missing[0].reason
		}
		if text := doc.PlainText(got.inlines); text != c.want || got.tone != c.tone || reason != c.absent {
			t.Errorf("%s %v: %q %v %q, want %q %v %q", c.text, c.group.Pairs(), text, got.tone, reason, c.want, c.tone, c.absent)
		}
	}
}

func TestUnitOfFigures(t *testing.T) {
	w := openWordBook(t, chinese)
	for text, want := range map[string]string{"sales": "万元", "sales.yoy": "", "average_order_value": "元", "active_partners": "家", "conversion_rate.yoy_change": "百分点", "satisfaction": "分"} {
		if got := w.unit(w.subject(parse(t, text), channel.Group{}).figure); got != want {
			t.Errorf("%s is in %q, want %q", text, got, want)
		}
	}
}

func TestNoDataSentence(t *testing.T) {
	for l, want := range map[*locale]string{
		chinese: "销售额760.0万元。暂无数据：获客成本、华东转化率、2025年第一季度销售额（未录入）；客户满意度同比变化（没有基期数据）。",
		english: "销售额¥7.60 million。No data: customer acquisition cost, conversion rate for 华东, sales in Q1 2025 (not recorded); customer satisfaction change on the year (no data for the base period).",
	} {
		w := openWordBook(t, l)
		var lines []spokenLine
		for _, c := range []struct {
			text  string
			group channel.Group
		}{
			{"销售额{{ sales }}。", channel.Group{}}, {"获客成本{{ cac }}。", channel.Group{}}, {"转化率{{ conversion_rate }}。", channel.By("region", "华东")},
			{"变化{{ satisfaction.yoy_change }}。", channel.Group{}}, {"获客成本还是{{ cac }}。", channel.Group{}}, {`当时{{ at(sales, "2025-Q1") }}。`, channel.Group{}},
		} {
			s, problems := splitLine(c.text)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			lines = append(lines, s.speak(l, func(in *insert) spoken { return w.value(w.subject(in.node, c.group)) }))
		}
		if got := doc.PlainText(w.paragraph(lines)); got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	}
}
