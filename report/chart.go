package report

import (
	"fmt"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// A chartBlock draws figures over the groups of a dimension.
type chartBlock struct {
	common
	kind    doc.ChartKind
	caption *line
	by      *kpi.Dimension
	series  []series
	window  int
	empty   string
}

// A series is one figure of a chart in its scenario.
type series struct {
	name string
	role doc.SeriesRole
	term *term
}

var (
	chartKinds  = map[string]doc.ChartKind{"bar": doc.Bar, "line": doc.Line}
	seriesRoles = map[string]doc.SeriesRole{"actual": doc.Actual, "previous": doc.Previous, "plan": doc.Plan, "forecast": doc.Forecast}
)

func (c *compiler) chart(v *value, s scope, base common) block {
	out := &chartBlock{common: base}
	if v == nil || len(v.nodes) == 0 || v.nodes[0] == nil {
		return out
	}
	n := v.nodes[0]
	if id := c.id(n, "id"); id != "" {
		out.id = id
	}
	out.kind = chartKinds[n.text("kind")]
	out.caption = c.line(n, "caption", s)
	out.empty = n.text("empty")
	if by := c.dimensionTerm(n, "by", s); by != nil {
		out.by = by.dimension
	}
	if w := n.values["window"]; w != nil {
		out.window = w.number
		if out.by != nil && !calendar(out.by.ID) {
			c.place(w.place, msgNoWindow)
		}
	}
	s.dimension = out.by
	if list := n.values["series"]; list != nil {
		for _, n := range list.nodes {
			if n == nil {
				continue
			}
			one := series{name: n.text("name"), role: seriesRoles[n.text("role")]}
			one.term = c.term(n, "figure", s)
			if one.term == nil {
				continue
			}
			if one.term.typ != figureTyp {
				c.wrongType(n.expr("figure"), figureTyp, one.term)
				continue
			}
			if first := out.series; len(first) > 0 && first[0].term.unit != one.term.unit {
				c.place(n.place, msgOneAxis, string(first[0].term.unit), string(one.term.unit))
			}
			out.series = append(out.series, one)
		}
	}
	return out
}

func (x *chartBlock) build(b *builder, e *env) []doc.Block {
	l := b.locale
	places := x.places(b, e)
	chart := &doc.Chart{ID: x.id, Kind: x.kind}
	var values []kpi.Value
	var lacking []missing
	for _, p := range places {
		chart.Categories = append(chart.Categories, p.name)
	}
	for _, s := range x.series {
		if !b.spend(len(places)) {
			return nil
		}
		one := doc.Series{Name: x.seriesName(b, s), Role: s.role}
		any := false
		for _, p := range places {
			at := b.subject(s.term.figure, p.env.group, p.env.in)
			v := at.value()
			if !v.OK() {
				one.Points = append(one.Points, doc.Point{Missing: true, Figure: -1})
				continue
			}
			any = true
			values = append(values, v)
			label := b.cite(at, b.speaker.plain(v, at.look()))
			one.Points = append(one.Points, doc.Point{At: b.speaker.position(v, at.look()), Text: label.Text, Figure: label.Figure})
		}
		if any { // a series with no value goes, then the chart
			chart.Series = append(chart.Series, one)
		} else if at := (subject{s.term.figure, e.group, e.in}); !at.value().OK() {
			lacking = append(lacking, missing{at, at.value().Reason})
		}
	}
	b.missing(lacking)
	if len(chart.Series) == 0 {
		if x.empty != "" {
			return b.nothing(x.empty, lacking, e)
		}
		b.gap(doc.Gap{Name: doc.PlainText(x.caption.write(b, e)), Reason: string(kpi.NoData), Text: l.reason(kpi.NoData)})
		return nil
	}
	first := x.series[0].term.figure
	chart.Ticks, chart.Unit = b.speaker.ticks(values, subject{figure: first}.look()), b.speaker.unit(first)
	b.charts++
	chart.Label = fmt.Sprintf(l.structure.figure, b.charts)
	chart.Caption = x.caption.write(b, e)
	names := make([]string, len(chart.Series))
	for i, s := range chart.Series {
		names[i] = s.Name
	}
	chart.Alt = fmt.Sprintf(l.structure.chartAlt, doc.PlainText(chart.Caption), l.names(names), l.names(chart.Categories))
	return []doc.Block{chart}
}

// ordered are the dimensions whose groups have an order of their own; the bars
// of others stand by size.
var ordered = map[string]bool{channel.MonthOf: true, quarterOf: true, channel.CityTier: true, channel.Tier: true}

// places lists what stands along the axis. Months are all there, also those
// without a value; groups are those that any series has.
func (x *chartBlock) places(b *builder, e *env) []tableRow {
	if x.by == nil {
		return nil
	}
	t := tableBlock{dimension: x.by, window: x.window}
	for _, s := range x.series {
		t.columns = append(t.columns, column{term: s.term})
	}
	places := t.places(e)
	if x.kind == doc.Bar && len(x.series) > 0 && !ordered[x.by.ID] {
		t.sort, t.down = x.series[0].term, true
		t.order(places)
	}
	var parts []channel.Period
	for i := range places {
		if p, err := b.run.program.catalog.ParsePeriod(places[i].name); err == nil && calendar(x.by.ID) {
			parts = append(parts, p)
			continue
		}
		places[i].name = b.groupName(x.by.ID, places[i].name)
	}
	for i, label := range b.locale.parts(parts) {
		places[i].name = label
	}
	return places
}

// seriesName is what the legend calls a series: its scenario where the chart
// shows one indicator in several, else its figure.
func (x *chartBlock) seriesName(b *builder, s series) string {
	if s.name != "" {
		return s.name
	}
	return b.heading(s.term.figure, s.role != doc.Actual)
}
