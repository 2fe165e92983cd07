package kpi

import (
	"strings"

	"example.com/channelreport/channel/source"
)

// An Aspect is one of the things that can be asked of an indicator.
type Aspect string

const (
	ValueAspect     Aspect = "value"
	Target          Aspect = "target"
	Attainment      Aspect = "attainment"
	Gap             Aspect = "gap"
	YoY             Aspect = "yoy"
	PoP             Aspect = "pop"
	YoYChange       Aspect = "yoy_change"
	PoPChange       Aspect = "pop_change"
	Share           Aspect = "share"
	ShareYoYChange  Aspect = "share_yoy_change"
	ContributionYoY Aspect = "contribution_yoy"
	ContributionPoP Aspect = "contribution_pop"
	GrowthShareYoY  Aspect = "growth_share_yoy"
	GrowthSharePoP  Aspect = "growth_share_pop"
	RankAspect      Aspect = "rank"
	YTD             Aspect = "ytd"
	YTDYoY          Aspect = "ytd_yoy"
	YTDTarget       Aspect = "ytd_target"
	YTDAttainment   Aspect = "ytd_attainment"
	YearTarget      Aspect = "year_target"
	YearAttainment  Aspect = "year_attainment"
	NeededPerMonth  Aspect = "needed_per_month"
	YearAgo         Aspect = "year_ago"
	PreviousAspect  Aspect = "previous"
	MaxAspect       Aspect = "max"
	BenchmarkAspect Aspect = "benchmark"
	BudgetAspect    Aspect = "budget"
	ForecastAspect  Aspect = "forecast"
)

// An aspectKind says what must be given for an aspect to be there.
type aspectKind uint16

const (
	ofGroups   aspectKind = 1 << iota // of a group, where the indicator adds up over its dimension
	ofTargets                         // rests on targets
	ofYears                           // rests on the year to date or the whole year
	ofRelative                        // relative growth: not of a percent or a ratio
	ofScenario                        // a recorded scenario
	ofRatios                          // a ratio a:b has it, too
	ofPast                            // rests on a base period
)

// aspects is the one table of aspects, in the order in which figures are
// written out.
var aspects = [...]struct {
	id     Aspect
	zh, en string
	kind   aspectKind
}{
	{ValueAspect, "数值", "value", ofRatios},
	{Target, "目标", "target", ofTargets},
	{Attainment, "完成率", "attainment", ofTargets},
	{Gap, "差额", "gap to target", ofTargets},
	{YearAgo, "上年同期", "a year earlier", ofRatios | ofPast},
	{PreviousAspect, "上期", "previous period", ofRatios | ofPast},
	{YoY, "同比", "year on year", ofRelative | ofPast},
	{PoP, "环比", "period on period", ofRelative | ofPast},
	{YoYChange, "同比变化", "change on the year", ofPast},
	{PoPChange, "环比变化", "change on the period", ofPast},
	{Share, "占比", "share", ofGroups},
	{ShareYoYChange, "占比同比变化", "change of share on the year", ofGroups | ofPast},
	{ContributionYoY, "同比拉动", "contribution on the year", ofGroups | ofPast},
	{ContributionPoP, "环比拉动", "contribution on the period", ofGroups | ofPast},
	{GrowthShareYoY, "同比贡献率", "share of growth on the year", ofGroups | ofPast},
	{GrowthSharePoP, "环比贡献率", "share of growth on the period", ofGroups | ofPast},
	{RankAspect, "名次", "rank", ofGroups},
	{YTD, "累计", "year to date", ofYears | ofRatios},
	{YTDYoY, "累计同比", "year to date, year on year", ofYears | ofRelative | ofPast},
	{YTDTarget, "累计目标", "target to date", ofYears | ofTargets},
	{YTDAttainment, "累计完成率", "attainment to date", ofYears | ofTargets},
	{YearTarget, "全年目标", "target for the year", ofYears | ofTargets},
	{YearAttainment, "全年完成率", "attainment of the year's target", ofYears | ofTargets},
	{NeededPerMonth, "月均需完成", "needed per month", ofYears | ofTargets},
	{MaxAspect, "满分", "maximum", 0},
	{BenchmarkAspect, "基准", "benchmark", ofScenario | ofRatios},
	{BudgetAspect, "预算", "budget", ofScenario | ofRatios},
	{ForecastAspect, "预测", "forecast", ofScenario | ofRatios},
}

// number returns the aspect's place in the table, -1 if there is none.
func (a Aspect) number() int {
	for i := range aspects {
		if aspects[i].id == a {
			return i
		}
	}
	return -1
}

// is reports whether the aspect is of a kind.
func (a Aspect) is(kind aspectKind) bool {
	n := a.number()
	return n >= 0 && aspects[n].kind&kind != 0
}

// Aspects returns all aspects in the order in which they are written out.
func Aspects() []Aspect {
	ids := make([]Aspect, len(aspects))
	for i := range aspects {
		ids[i] = aspects[i].id
	}
	return ids
}

// AspectNames returns what aspects are called, in English first.
func AspectNames() []string {
	var en, zh []string
	for _, a := range Aspects() {
		en, zh = append(en, string(a)), append(zh, a.In("zh-CN"))
	}
	return append(en, zh...)
}

// AspectNamed returns the aspect with an id or a Chinese name.
func AspectNamed(name string) (Aspect, bool) {
	for i := range aspects {
		if string(aspects[i].id) == name || aspects[i].zh == name {
			return aspects[i].id, true
		}
	}
	return "", false
}

// In returns the aspect's name in a locale's language.
func (a Aspect) In(locale string) string {
	n := a.number()
	switch {
	case n < 0:
		return string(a)
	case chinese(locale):
		return aspects[n].zh
	}
	return aspects[n].en
}

// Term is the aspect as messages name it: as it is written in either language.
func (a Aspect) Term() source.Term { return source.Term{En: string(a), Zh: a.In("zh-CN")} }

// aspectNames returns what the aspects are called that an indicator has.
func (q *Indicator) aspectNames() (en, zh []string) {
	for _, a := range Aspects() {
		if q.has(a) {
			en, zh = append(en, a.Term().En), append(zh, a.Term().Zh)
		}
	}
	return en, zh
}

func chinese(locale string) bool { return locale == "zh" || strings.HasPrefix(locale, "zh-") }

// has reports whether an indicator has an aspect at all, given what its unit
// and its additivity allow. Aspects of groups exist for groups only, which is
// decided where they are asked.
func (q *Indicator) has(a Aspect) bool {
	n := a.number()
	if n < 0 {
		return false
	}
	kind := aspects[n].kind
	switch {
	case q.Unit == RatioAB && kind&ofRatios == 0,
		kind&ofYears != 0 && q.noYear,
		kind&ofRelative != 0 && q.Unit == Percent && q.Growth != GrowthRelative,
		a == MaxAspect && q.Unit != Score,
		a == NeededPerMonth && !q.adds.time,
		kind&ofGroups != 0 && a != RankAspect && q.adds.over == 0 && !q.adds.months:
		return false
	}
	return true
}

// unitOf returns the unit of an indicator's aspect.
func (q *Indicator) unitOf(a Aspect) Unit {
	switch a {
	case Attainment, YTDAttainment, YearAttainment, YoY, PoP, YTDYoY, Share, GrowthShareYoY, GrowthSharePoP:
		return Percent
	case ShareYoYChange, ContributionYoY, ContributionPoP:
		return Points
	case Gap, YoYChange, PoPChange:
		if q.Unit == Percent {
			return Points
		}
	case RankAspect:
		return Rank
	}
	return q.Unit
}
