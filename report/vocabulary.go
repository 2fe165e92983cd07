package report

import (
	"context"
	"slices"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// A NameKind says where a name of the language may stand.
type NameKind uint8

const (
	IndicatorName NameKind = iota // alone: sales
	MeasureName                   // alone, in formulas: leads
	DimensionName                 // alone, as rows or in conditions: region
	AspectName                    // behind a point: sales.yoy
	FunctionName                  // before a bracket: yoy(sales)
	ItemsName                     // alone, a list of items: problems
	FieldName                     // alone in an item's row, else behind a point: owner
	ReportName                    // alone: period
)

// In returns what names of the kind are called in a locale's language.
func (k NameKind) In(locale string) string {
	terms := [...]source.Term{
		{En: "indicators", Zh: "指标"}, {En: "recorded measures", Zh: "录入量"}, {En: "dimensions", Zh: "维度"}, {En: "aspects", Zh: "取值"},
		{En: "functions", Zh: "函数"}, {En: "items", Zh: "事项"}, {En: "fields of items", Zh: "事项字段"}, {En: "names of the report", Zh: "报告名称"},
	}
	return terms[k].In(locale)
}

// A Name is a name of the template language: what may be written, in English
// or in Chinese. Doc says what it is for; Value is what an indicator or measure
// is today, as it would be printed, or why it is absent.
type Name struct {
	Kind  NameKind
	ID    string
	Zh    string
	Doc   string
	Value string
}

// Names lists every name that templates may use, with what they mean in the
// language of Options.Locale (zh-CN if empty). With a book its own names are
// among them, and with a period too (not zero) each indicator has its value.
func Names(ctx context.Context, book *channel.Book, period channel.Period, o Options) ([]Name, error) {
	l := chinese
	if o.Locale != "" {
		l = localeFor(o.Locale)
	}
	catalog := kpi.Builtin()
	value := func(f *kpi.Figure) string { return "" }
	if book != nil {
		var err error
		if catalog, err = kpi.ForBook(book.Setup()); err != nil {
			return nil, err
		}
	}
	if book != nil && !period.IsZero() {
		evaluation, err := kpi.Evaluate(catalog, book, period)
		if err != nil {
			return nil, err
		}
		sp := newSpeaker(l, book.Setup(), func(_ subject, text string) doc.Value { return doc.Value{Text: text, Figure: -1} })
		value = func(f *kpi.Figure) string {
			s := subject{figure: f, in: evaluation}
			if v := s.value(); !v.OK() {
				return l.reason(v.Reason)
			}
			return doc.PlainText(sp.value(s).inlines)
		}
	}
	var out []Name
	for i := range catalog.Indicators() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f, _ := i.Figure(kpi.ValueAspect)
		out = append(out, Name{IndicatorName, i.ID, i.NameZh, i.Definition(l.tag), value(f)})
	}
	for m := range catalog.Measures() {
		if _, indicator := catalog.Indicator(m.ID); !indicator {
			out = append(out, Name{MeasureName, m.ID, m.NameZh, "", ""})
		}
	}
	for d := range catalog.Dimensions() {
		out = append(out, Name{DimensionName, d.ID, d.NameZh, "", ""})
	}
	for _, a := range kpi.Aspects() {
		out = append(out, Name{AspectName, string(a), a.In("zh-CN"), "", ""})
	}
	for _, f := range functions {
		d := functionDocs[f.name]
		out = append(out, Name{FunctionName, f.name, f.zh, l.pick(d.zh, d.en), ""})
	}
	for k := channel.Goal; ; k++ {
		if _, ok := channel.KindNamed(k.String()); !ok {
			break
		}
		out = append(out, Name{ItemsName, k.String(), k.In("zh-CN"), "", ""})
	}
	for _, f := range itemFieldSpecs() {
		var kinds []string
		for _, k := range f.Kinds {
			kinds = append(kinds, k.In(l.tag))
		}
		out = append(out, Name{FieldName, f.Name, f.Zh, strings.Join(kinds, l.comma), ""})
	}
	for _, n := range partnerNames(catalog) {
		n.Doc = l.pick("scope: partner 的模板", "templates with scope: partner")
		out = append(out, n)
	}
	for _, n := range reportNames {
		out = append(out, Name{ReportName, n.id, n.zh, n.place.In(l.tag), ""})
	}
	return slices.Clip(out), nil
}
