package report

import "example.com/channelreport/kpi"

// A function is a name that may stand before a bracket in a template.
type function struct {
	name, zh string
	kind     functionKind
	params   []param
	// aspects that the first figure must be able to have; all of them.
	aspects []kpi.Aspect
	// speak words a phrase. It is nil for a function that is no phrase.
	speak func(sp *speaker, args []argument) spoken
}

// functionKind says what a call amounts to and who answers it.
type functionKind uint8

const (
	predicateFunction functionKind = iota // a phrase that continues a subject; never at the start of a line
	clauseFunction                        // a phrase that brings its own subject
	figureFunction                        // makes a figure of figures; package kpi compiles it
	listFunction                          // works on lists of items
	numberFunction                        // prints a number in a form of its own
	nameFunction                          // names something: a date, an item, a block, a figure
	claimFunction                         // the author's own words, held against figures
)

// A param is a parameter of a function.
type param struct {
	kind     paramKind
	optional bool
	repeated bool // the last one only: one or more
}

// paramKind is the kind of value that a parameter takes.
type paramKind uint8

const (
	figureParam    paramKind = iota
	dimensionParam           // a dimension's bare name
	textParam                // a string
	numberParam              // a whole number
	conditionParam           // region == "华东"
	periodParam              // "2026-Q1"
	listParam                // items, or a list of values
	resourcesParam           // items that ask for resources
	columnParam              // a field of a list that is a number: resources.amount
	fieldParam               // a field of the list's items
	quantityParam            // a figure, or a number of items
	nameParam                // a figure or a dimension
	otherParam               // what a claim holds its figure against
)

// functions is the one table of functions. Names of nothing else share their
// name space: they stand before a bracket.
var functions = []*function{
	{name: "yoy", zh: "同比", kind: predicateFunction, params: []param{{kind: figureParam}}, aspects: []kpi.Aspect{kpi.YearAgo}, speak: phraseYoY},
	{name: "pop", zh: "环比", kind: predicateFunction, params: []param{{kind: figureParam}}, aspects: []kpi.Aspect{kpi.PreviousAspect}, speak: phrasePoP},
	{name: "growth", zh: "增减", kind: predicateFunction, params: []param{{kind: figureParam}}, aspects: []kpi.Aspect{kpi.YearAgo}, speak: phraseGrowth},
	{name: "attain", zh: "达成", kind: predicateFunction, params: []param{{kind: figureParam}}, aspects: []kpi.Aspect{kpi.Target}, speak: phraseAttain},
	{name: "gap", zh: "差额", kind: predicateFunction, params: []param{{kind: figureParam}}, aspects: []kpi.Aspect{kpi.Target}, speak: phraseGap},
	{name: "versus", zh: "对比", kind: predicateFunction, params: []param{{kind: figureParam}, {kind: figureParam}, {kind: textParam}}, speak: phraseVersus},
	{name: "rank", zh: "名次", kind: predicateFunction, params: []param{{kind: figureParam}}, aspects: []kpi.Aspect{kpi.RankAspect}, speak: phraseRank},
	{name: "steady", zh: "稳步", kind: predicateFunction, params: []param{{kind: figureParam}}, speak: phraseSteady},
	{name: "leaders", zh: "领先", kind: clauseFunction, params: []param{{kind: dimensionParam}, {kind: figureParam}, {kind: numberParam, optional: true}}, speak: phraseLeaders},
	{name: "drivers", zh: "拉动", kind: clauseFunction, params: []param{{kind: dimensionParam}, {kind: figureParam}}, aspects: []kpi.Aspect{kpi.ContributionYoY}, speak: phraseDrivers},
	{name: "met", zh: "达标面", kind: clauseFunction, params: []param{{kind: dimensionParam}, {kind: figureParam}}, aspects: []kpi.Aspect{kpi.Target}, speak: phraseMet},
	{name: "balance", zh: "均衡", kind: clauseFunction, params: []param{{kind: dimensionParam}, {kind: figureParam}}, aspects: []kpi.Aspect{kpi.Share}, speak: phraseBalance},
	{name: "met_figures", zh: "达标项", kind: clauseFunction, params: []param{{kind: figureParam, repeated: true}}, aspects: []kpi.Aspect{kpi.Target}, speak: phraseMetFigures},
	{name: "budget_total", zh: "预算合计", kind: clauseFunction, params: []param{{kind: resourcesParam}}, speak: phraseBudgetTotal},
	{name: "of", zh: "限定", kind: figureFunction, params: []param{{kind: figureParam}, {kind: conditionParam}}},
	{name: "at", zh: "取期", kind: figureFunction, params: []param{{kind: figureParam}, {kind: periodParam}}},
	{name: "abs", zh: "绝对值", kind: figureFunction, params: []param{{kind: quantityParam}}},
	{name: "min", zh: "较小", kind: figureFunction, params: []param{{kind: quantityParam}, {kind: quantityParam}}},
	{name: "max", zh: "较大", kind: figureFunction, params: []param{{kind: quantityParam}, {kind: quantityParam}}},
	{name: "count", zh: "计数", kind: listFunction, params: []param{{kind: listParam}}},
	{name: "sum", zh: "合计", kind: listFunction, params: []param{{kind: columnParam}}},
	{name: "where", zh: "筛选", kind: listFunction, params: []param{{kind: listParam}, {kind: conditionParam}}},
	{name: "join", zh: "连接", kind: listFunction, params: []param{{kind: listParam}, {kind: fieldParam, optional: true}}},
	{name: "money", zh: "金额", kind: numberFunction, params: []param{{kind: quantityParam}, {kind: textParam, optional: true}}},
	{name: "digits", zh: "小数", kind: numberFunction, params: []param{{kind: quantityParam}, {kind: numberParam}}},
	{name: "range", zh: "区间", kind: numberFunction, params: []param{{kind: quantityParam}, {kind: quantityParam}}},
	{name: "plural", zh: "单复数", kind: numberFunction, params: []param{{kind: quantityParam}, {kind: textParam}, {kind: textParam, optional: true}}},
	{name: "date", zh: "日期", kind: nameFunction, params: []param{{kind: textParam}}},
	{name: "name", zh: "名称", kind: nameFunction, params: []param{{kind: nameParam}}},
	{name: "item", zh: "事项", kind: nameFunction, params: []param{{kind: textParam}}},
	{name: "ref", zh: "引用", kind: nameFunction, params: []param{{kind: textParam}}},
	{name: "claim", zh: "断言", kind: claimFunction, params: []param{{kind: textParam}, {kind: figureParam}, {kind: otherParam, optional: true}}},
}

// functionNames lists the names of all functions, for "did you mean".
func functionNames() []string {
	var names []string
	for _, f := range functions {
		names = append(names, f.name, f.zh)
	}
	return names
}

// lookupFunction returns the function with an English or Chinese name.
func lookupFunction(name string) (*function, bool) {
	for _, f := range functions {
		if f.name == name || f.zh == name {
			return f, true
		}
	}
	return nil, false
}
