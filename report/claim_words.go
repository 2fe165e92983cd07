package report

import (
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// A judgement is words of one meaning, in both languages, and when they are
// true.
type judgement struct {
	zh, en   []string
	aspect   kpi.Aspect // what the figure must be able to have; "" for none
	other    bool       // it compares with a second figure or number
	holds    func(*claimed) bool
	evidence func(*claimed) []doc.Inline // what the figures say instead
}

// judgements is the lexicon of claims. The bands are the book's policies:
// 基本持平 within level, 略有 below slight, 显著 from marked on.
var judgements = []judgement{
	{[]string{"增长", "同比增长", "上升", "提升", "提高", "增加"}, []string{"grew", "rose", "increased", "improved"}, kpi.YearAgo, false,
		func(c *claimed) bool { _, sign := c.yearly(); return sign > 0 }, sayYearly},
	{[]string{"下降", "同比下降", "下滑", "减少", "缩短", "降低"}, []string{"fell", "declined", "decreased", "shortened"}, kpi.YearAgo, false,
		func(c *claimed) bool { _, sign := c.yearly(); return sign < 0 }, sayYearly},
	{[]string{"持平", "基本持平", "保持稳定"}, []string{"was broadly level", "was stable"}, kpi.YearAgo, false,
		func(c *claimed) bool { v, _ := c.yearly(); return c.upTo(v, c.style.level) }, sayYearly},
	{[]string{"略有增长", "小幅增长", "略有提升", "略有上升"}, []string{"grew slightly", "rose slightly"}, kpi.YearAgo, false,
		func(c *claimed) bool { v, sign := c.yearly(); return sign > 0 && c.below(v, c.style.slight) }, sayYearly},
	{[]string{"略有下降", "小幅下降", "略有下滑"}, []string{"fell slightly", "declined slightly"}, kpi.YearAgo, false,
		func(c *claimed) bool { v, sign := c.yearly(); return sign < 0 && c.below(v, c.style.slight) }, sayYearly},
	{[]string{"有所增长", "有所提升", "有所提高", "有所上升"}, []string{"grew somewhat", "rose somewhat"}, kpi.YearAgo, false,
		func(c *claimed) bool {
			v, sign := c.yearly()
			return sign > 0 && !c.below(v, c.style.slight) && c.below(v, c.style.marked)
		}, sayYearly},
	{[]string{"有所下降", "有所下滑", "有所降低"}, []string{"fell somewhat", "declined somewhat"}, kpi.YearAgo, false,
		func(c *claimed) bool {
			v, sign := c.yearly()
			return sign < 0 && !c.below(v, c.style.slight) && c.below(v, c.style.marked)
		}, sayYearly},
	{[]string{"显著增长", "大幅增长", "显著提升", "大幅提升", "显著提高"}, []string{"grew markedly", "rose markedly"}, kpi.YearAgo, false,
		func(c *claimed) bool {
			v, sign := c.yearly()
			return sign > 0 && c.known && !c.below(v, c.style.marked)
		}, sayYearly},
	{[]string{"显著下降", "大幅下降", "大幅下滑", "显著缩短"}, []string{"fell markedly", "declined markedly"}, kpi.YearAgo, false,
		func(c *claimed) bool {
			v, sign := c.yearly()
			return sign < 0 && c.known && !c.below(v, c.style.marked)
		}, sayYearly},

	{[]string{"环比增长", "环比上升", "高于上期", "较上期提高"}, []string{"rose on the previous period"}, kpi.PreviousAspect, false,
		func(c *claimed) bool { _, sign := c.sequential(); return sign > 0 }, saySequential},
	{[]string{"环比下降", "低于上期", "较上期下降"}, []string{"fell on the previous period"}, kpi.PreviousAspect, false,
		func(c *claimed) bool { _, sign := c.sequential(); return sign < 0 }, saySequential},
	{[]string{"稳步增长", "持续增长", "稳步上升", "逐月上升", "稳步提升"}, []string{"grew steadily", "rose steadily"}, "", false,
		func(c *claimed) bool { return c.monthly(1) }, sayMonthly},
	{[]string{"持续下降", "逐月下降", "稳步下降"}, []string{"fell steadily", "declined steadily"}, "", false,
		func(c *claimed) bool { return c.monthly(-1) }, sayMonthly},
	{[]string{"扭亏为盈"}, []string{"returned to profit"}, kpi.YearAgo, false,
		func(c *claimed) bool { return c.value(kpi.ValueAspect).Sign() > 0 && c.value(kpi.YearAgo).Sign() < 0 }, sayYearly},

	{[]string{"达到目标", "达到预期", "完成目标"}, []string{"met the target", "reached the target"}, kpi.Target, false,
		func(c *claimed) bool { return c.toTarget() >= 0 }, sayTarget},
	{[]string{"超过目标", "超出预期", "超额完成目标", "好于目标"}, []string{"beat the target", "exceeded the target"}, kpi.Target, false,
		func(c *claimed) bool { return c.toTarget() > 0 }, sayTarget},
	{[]string{"未达到目标", "未达预期", "低于预期", "未完成目标"}, []string{"missed the target", "fell short of the target"}, kpi.Target, false,
		func(c *claimed) bool { return c.toTarget() < 0 }, sayTarget},
	{[]string{"贡献最大", "位居第一", "排名第一"}, []string{"ranked first", "contributed most"}, kpi.RankAspect, false,
		func(c *claimed) bool { return c.value(kpi.RankAspect).Compare(fraction(one)) == 0 }, sayRank},

	{[]string{"高于", "领先", "领先于", "优于", "偏高", "较大", "过度依赖"}, []string{"above", "ahead of", "high", "too dependent"}, "", true,
		func(c *claimed) bool { _, sign := c.against(); return sign > 0 }, sayBoth},
	{[]string{"低于", "落后", "落后于", "偏低", "较小"}, []string{"below", "behind", "low"}, "", true,
		func(c *claimed) bool { _, sign := c.against(); return sign < 0 }, sayBoth},
	{[]string{"显著高于", "明显高于", "显著领先"}, []string{"well above", "well ahead of"}, "", true,
		func(c *claimed) bool { v, sign := c.against(); return sign > 0 && !c.below(v, c.style.marked) }, sayBoth},
	{[]string{"显著低于", "明显低于"}, []string{"well below"}, "", true,
		func(c *claimed) bool { v, sign := c.against(); return sign < 0 && !c.below(v, c.style.marked) }, sayBoth},
	{[]string{"略高于"}, []string{"slightly above"}, "", true,
		func(c *claimed) bool { v, sign := c.against(); return sign > 0 && c.below(v, c.style.slight) }, sayBoth},
	{[]string{"略低于"}, []string{"slightly below"}, "", true,
		func(c *claimed) bool { v, sign := c.against(); return sign < 0 && c.below(v, c.style.slight) }, sayBoth},
	{[]string{"相当", "大体相当", "相近"}, []string{"in line with"}, "", true,
		func(c *claimed) bool { v, _ := c.against(); return c.known && c.upTo(v, c.style.level) }, sayBoth},
}

// below and upTo hold a change against a band, whatever its sign.
func (c *claimed) below(v, band kpi.Value) bool { return c.known && v.Abs().Compare(band) < 0 }
func (c *claimed) upTo(v, band kpi.Value) bool  { return c.known && v.Abs().Compare(band) <= 0 }

// valueAnd is the figure's value and what a phrase says of it.
func (c *claimed) valueAnd(phrase spoken) []doc.Inline {
	out := c.speaker.value(c.x).inlines
	if phrase.silent {
		return out
	}
	return appendInlines(appendText(out, c.locale.pauseMark()), phrase.inlines)
}

func sayYearly(c *claimed) []doc.Inline {
	return c.valueAnd(phraseYoY(c.speaker, []argument{{subject: &c.x}}))
}

func saySequential(c *claimed) []doc.Inline {
	return c.valueAnd(phrasePoP(c.speaker, []argument{{subject: &c.x}}))
}

func sayTarget(c *claimed) []doc.Inline {
	return c.valueAnd(phraseAttain(c.speaker, []argument{{subject: &c.x}}))
}

func sayRank(c *claimed) []doc.Inline {
	return c.valueAnd(phraseRank(c.speaker, []argument{{subject: &c.x}}))
}

// sayMonthly lists the months: 7月4,700.0万元、8月…
func sayMonthly(c *claimed) []doc.Inline {
	var out []doc.Inline
	for month := range c.x.in.Period().Months() {
		s := subject{c.x.figure, c.x.group, c.x.in.In(month)}
		if out != nil {
			out = appendText(out, c.comma)
		}
		out = appendInlines(out, fill(c.locale.named, "name", c.bare(month), "value", c.speaker.value(s).inlines))
	}
	return out
}

// sayBoth is the figure and what it was held against.
func sayBoth(c *claimed) []doc.Inline {
	return fill(c.locale.heldAgainst, "a", c.speaker.value(c.x).inlines, "b", c.text(c.y.value, c.x.look()))
}
