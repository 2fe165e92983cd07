package report

import (
	"strconv"
	"testing"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
)

var (
	regions      = &kpi.Dimension{ID: "region", NameZh: "区域", NameEn: "region", Counter: "个区域", CounterEn: "region", PluralEn: "regions"}
	partnerList  = &kpi.Dimension{ID: "partner", NameZh: "伙伴", NameEn: "partner", Counter: "家伙伴", CounterEn: "partner", PluralEn: "partners"}
	productLines = &kpi.Dimension{ID: "product_line", NameZh: "产品线", NameEn: "product line", Counter: "条产品线", CounterEn: "product line", PluralEn: "product lines"}
	partnerTypes = &kpi.Dimension{ID: "partner_type", NameZh: "伙伴类型", NameEn: "partner type", Counter: "类伙伴", CounterEn: "partner type", PluralEn: "partner types"}
)

// Names of groups in both languages, by their order in the tables.
var places = map[string][]string{
	"zh-CN": {"华东", "华南", "华北", "华中", "西南", "西北", "东北"},
	"en":    {"East", "South", "North", "Central", "Southwest", "Northwest", "Northeast"},
}

// breakdown makes members of values and, for what adds up, their shares.
func breakdown(t testing.TB, l *locale, k look, values ...string) []member {
	total := kpi.Exact(decimal.Zero, k.unit)
	var ms []member
	for i, text := range values {
		v := number(t, text, k.unit)
		ms = append(ms, member{name: places[l.tag][i], value: fact{value: v}, share: fact{value: kpi.Absent(kpi.Percent, kpi.NoData)}})
		if v.OK() {
			total = total.Add(v)
		}
	}
	if k.unit == kpi.Money && total.Sign() > 0 {
		for i := range ms {
			if v := ms[i].value.value; v.OK() {
				ms[i].share.value = divided(v, total, kpi.Percent)
			}
		}
	}
	return ms
}

func TestLeaders(t *testing.T) {
	for _, c := range []struct {
		name   string
		look   look
		values []string
		n      int
		zh, en string
	}{
		{"none", sales, nil, 3, "–", "–"},
		{"one", sales, []string{"100"}, 3, "销售额全部来自华东", "all sales came from East"},
		{"two", sales, []string{"60", "40"}, 3, "华东销售额最高，占60.0%；华南次之，占40.0%", "East led with 60.0% of sales, followed by South (40.0%)"},
		{"three", sales, []string{"45", "30", "25"}, 3, "华东销售额最高，占45.0%；华南和华北次之，分别占30.0%和25.0%", "East led with 45.0% of sales, followed by South (30.0%) and North (25.0%)"},
		{"five", sales, []string{"40", "25", "20", "10", "5"}, 3, "华东销售额最高，占40.0%；华南和华北次之，分别占25.0%和20.0%", "East led with 40.0% of sales, followed by South (25.0%) and North (20.0%)"},
		{"not in order", sales, []string{"5", "20", "25", "40", "10"}, 3, "华中销售额最高，占40.0%；华北和华南次之，分别占25.0%和20.0%", "Central led with 40.0% of sales, followed by North (25.0%) and South (20.0%)"},
		{"tie", sales, []string{"40", "40", "20"}, 3, "华东和华南销售额并列第一，各占40.0%；华北次之，占20.0%", "East and South shared first place with 40.0% of sales each, followed by North (20.0%)"},
		{"tie behind", sales, []string{"40", "30", "30"}, 3, "华东销售额最高，占40.0%；华南和华北次之，各占30.0%", "East led with 40.0% of sales, followed by South (30.0%) and North (30.0%)"},
		{"tie at the end is left out whole", sales, []string{"40", "24", "12", "12", "12"}, 3, "华东销售额最高，占40.0%；华南次之，占24.0%", "East led with 40.0% of sales, followed by South (24.0%)"},
		{"many tied", sales, []string{"20", "20", "20", "20", "10", "10"}, 3, "华东、华南等4个区域销售额并列第一，各占20.0%", "four regions shared first place with 20.0% of sales each"},
		{"all equal", sales, []string{"40", "40"}, 3, "各区域销售额相同", "sales were the same in both regions"},
		{"all three equal", rate, []string{"0.2", "0.2", "0.2"}, 3, "各区域转化率相同", "conversion rate was the same in all three regions"},
		{"all but one sold nothing", sales, []string{"40", "0", "0"}, 3, "销售额全部来自华东", "all sales came from East"},
		{"nearly all", sales, []string{"99999", "1"}, 3, "华东销售额最高，占99.999%；华南次之，占0.001%", "East led with 99.999% of sales, followed by South (0.001%)"},
		{"whole not positive", sales, []string{"4000000", "1000000", "-6000000"}, 2, "华东销售额最高，为400.0万元；华南次之，为100.0万元", "East had the highest sales (¥4.00 million), followed by South (¥1.00 million)"},
		{"rate", rate, []string{"0.21", "0.18", "0.15"}, 3, "华东转化率最高，为21.0%；华南和华北次之，分别为18.0%和15.0%", "East had the highest conversion rate (21.0%), followed by South (18.0%) and North (15.0%)"},
		{"rate of one", rate, []string{"0.21"}, 3, "–", "–"},
		{"rate tie", rate, []string{"0.21", "0.21", "0.2", "0.2"}, 4, "华东和华南转化率并列最高，均为21.0%；华北和华中次之，均为20.0%", "East and South shared the highest conversion rate (21.0%), followed by North (20.0%) and Central (20.0%)"},
		{"an absent one", rate, []string{"0.21", "", "0.15"}, 3, "华东转化率最高，为21.0%；华北次之，为15.0%", "East had the highest conversion rate (21.0%), followed by North (15.0%)"},
		{"days", approvalDays, []string{"3", "5", "4"}, 1, "华南审批天数最长，为5.0天", "South had the longest approval days (5.0 days)"},
		{"shares that read alike", sales, []string{"40.04", "40.01", "19.95"}, 3, "华东销售额最高，占40.04%；华南和华北次之，分别占40.01%和19.95%", "East led with 40.04% of sales, followed by South (40.01%) and North (19.95%)"},
		{"values that read alike", rate, []string{"0.21001", "0.21", "0.18"}, 3, "华东转化率最高，为21.001%；华南和华北次之，分别为21.000%和18.000%", "East had the highest conversion rate (21.001%), followed by South (21.000%) and North (18.000%)"},
		{"what is not named is not told apart", rate, []string{"0.21", "0.18", "0.17999"}, 2, "华东转化率最高，为21.0%；华南次之，为18.0%", "East had the highest conversion rate (21.0%), followed by South (18.0%)"},
		{"more decimals bring two together again", rate, []string{"0.0451", "0.0449", "0.03"}, 2, "华东转化率最高，为4.51%；华南次之，为4.49%", "East had the highest conversion rate (4.51%), followed by South (4.49%)"},
		{"money that reads alike", sales, []string{"4000000", "3999999", "-8000000"}, 2, "华东销售额最高，为400.0000万元；华南次之，为399.9999万元", "East had the highest sales (¥4.000000 million), followed by South (¥3.999999 million)"},
		{"one wanted", sales, []string{"45", "30", "25"}, 1, "华东销售额最高，占45.0%", "East led with 45.0% of sales"},
	} {
		for _, l := range []*locale{chinese, english} {
			want := c.zh
			if l == english {
				want = c.en
			}
			sp := testSpeaker(l, nil)
			if got := said(sp.leading(sp.indicator(c.look.indicator), c.look, regions, breakdown(t, l, c.look, c.values...), c.n)); got != want {
				t.Errorf("%s: %s\n got %s\nwant %s", l.tag, c.name, got, want)
			}
		}
	}
}

func TestLeadersWithUnassigned(t *testing.T) {
	for _, c := range []struct{ rest, want string }{
		{"20", "华东销售额最高，占66.7%；华南次之，占16.7%"},
		{"0", "华东销售额最高，占80.0%；华南次之，占20.0%"},
	} {
		sp := testSpeaker(chinese, nil)
		ms := breakdown(t, chinese, sales, "80", "20", c.rest)
		ms[2].unassigned = true
		if got := said(sp.leading("销售额", sales, regions, ms, 3)); got != c.want {
			t.Errorf("rest of %s:\n got %s\nwant %s", c.rest, got, c.want)
		}
	}
	// What no group accounts for is not equal to any, and keeps one group from
	// being all there is.
	sp := testSpeaker(chinese, nil)
	ms := breakdown(t, chinese, sales, "40", "40", "20")
	ms[2].unassigned = true
	if got, want := said(sp.leading("销售额", sales, regions, ms, 3)), "华东和华南销售额并列第一，各占40.0%"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	ms = breakdown(t, chinese, sales, "80", "20")
	ms[1].unassigned = true
	if got, want := said(sp.leading("销售额", sales, regions, ms, 3)), "华东销售额最高，占80.0%"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// moves makes members of values now and a year before.
func moves(t testing.TB, l *locale, pairs [][2]string) (whole member, ms []member) {
	zero := kpi.Exact(decimal.Zero, kpi.Money)
	now, was := zero, zero
	for _, p := range pairs {
		now, was = now.Add(number(t, p[0], kpi.Money)), was.Add(number(t, p[1], kpi.Money))
	}
	for i, p := range pairs {
		delta := number(t, p[0], kpi.Money).Sub(number(t, p[1], kpi.Money))
		m := member{name: places[l.tag][i], change: fact{value: delta}, contribution: fact{value: kpi.Absent(kpi.Points, kpi.NegativeBase)}}
		if was.Sign() > 0 {
			m.contribution.value = divided(delta, was, kpi.Points)
		}
		ms = append(ms, m)
	}
	return member{value: fact{value: now}, was: fact{value: was}, change: fact{value: now.Sub(was)}}, ms
}

func TestDrivers(t *testing.T) {
	for _, c := range []struct {
		name   string
		look   look
		pairs  [][2]string // now, a year before
		zh, en string
	}{
		{"none", sales, nil, "–", "–"},
		{"one group", sales, [][2]string{{"120", "100"}}, "–", "–"},
		{"two up", sales, [][2]string{{"620", "500"}, {"580", "520"}}, "销售额增长主要来自华东（拉动11.8个百分点）和华南（5.9个百分点）", "growth in sales came mainly from East (+11.8 percentage points) and South (+5.9)"},
		{"offset", sales, [][2]string{{"500", "400"}, {"340", "300"}, {"457", "477"}}, "销售额增长主要来自华东（拉动8.5个百分点）和华南（3.4个百分点），华北（拉低1.7个百分点）抵消了一部分", "growth in sales came mainly from East (+8.5 percentage points) and South (+3.4), partly offset by North (−1.7)"},
		{"falling", sales, [][2]string{{"400", "500"}, {"290", "300"}, {"300", "290"}}, "销售额下降主要来自华东（拉低9.2个百分点）和华南（0.9个百分点），华北（拉动0.9个百分点）抵消了一部分", "the fall in sales came mainly from East (−9.2 percentage points) and South (−0.9), partly offset by North (+0.9)"},
		{"one only", sales, [][2]string{{"600", "500"}, {"300", "300"}}, "销售额增长全部来自华东", "growth in sales came entirely from East"},
		{"cancelled", sales, [][2]string{{"600", "500"}, {"400", "500"}}, "华东的增加与华南的减少大体相抵", "gains in East and declines in South roughly cancelled out"},
		{"nearly cancelled", sales, [][2]string{{"600", "500"}, {"402", "500"}}, "华东的增加与华南的减少大体相抵", "gains in East and declines in South roughly cancelled out"},
		{"small on both sides", sales, [][2]string{{"501", "500"}, {"499", "500"}}, "–", "–"},
		{"within the band, one side", sales, [][2]string{{"503", "500"}, {"500", "500"}}, "–", "–"},
		{"no change", sales, [][2]string{{"500", "500"}, {"400", "400"}}, "–", "–"},
		{"base of zero", sales, [][2]string{{"12000000", "1000000"}, {"-3000000", "-1000000"}}, "销售额增长主要来自华东（增加1,100.0万元），华南（减少200.0万元）抵消了一部分", "growth in sales came mainly from East (+¥11.00 million), partly offset by South (−¥2.00 million)"},
		{"negative base", sales, [][2]string{{"12000000", "1000000"}, {"-3000000", "-2000000"}}, "销售额增长主要来自华东（增加1,100.0万元），华南（减少100.0万元）抵消了一部分", "growth in sales came mainly from East (+¥11.00 million), partly offset by South (−¥1.00 million)"},
		{"a small one is not named", sales, [][2]string{{"700", "500"}, {"504", "500"}, {"497", "500"}}, "销售额增长主要来自华东（拉动13.3个百分点）", "growth in sales came mainly from East (+13.3 percentage points)"},
		{"three are needed", sales, [][2]string{{"544", "500"}, {"542", "500"}, {"540", "500"}, {"538", "500"}}, "销售额增长主要来自华东（拉动2.2个百分点）、华南（2.1个百分点）和华北（2.0个百分点）", "growth in sales came mainly from East (+2.2 percentage points), South (+2.1) and North (+2.0)"},
		{"four alike", sales, [][2]string{{"540", "500"}, {"540", "500"}, {"540", "500"}, {"540", "500"}}, "销售额增长主要来自华东（拉动2.0个百分点）、华南（2.0个百分点）、华北（2.0个百分点）和华中（2.0个百分点）", "growth in sales came mainly from East (+2.0 percentage points), South (+2.0), North (+2.0) and Central (+2.0)"},
		{"one before three alike", sales, [][2]string{{"600", "500"}, {"520", "500"}, {"520", "500"}, {"520", "500"}}, "销售额增长主要来自华东（拉动5.0个百分点）、华南（1.0个百分点）、华北（1.0个百分点）和华中（1.0个百分点）", "growth in sales came mainly from East (+5.0 percentage points), South (+1.0), North (+1.0) and Central (+1.0)"},
		{"offsets alike", sales, [][2]string{{"700", "500"}, {"480", "500"}, {"480", "500"}, {"480", "500"}}, "销售额增长主要来自华东（拉动10.0个百分点），华南（拉低1.0个百分点）、华北（1.0个百分点）和华中（1.0个百分点）抵消了一部分", "growth in sales came mainly from East (+10.0 percentage points), partly offset by South (−1.0), North (−1.0) and Central (−1.0)"},
		{"many alike", sales, [][2]string{{"540", "500"}, {"540", "500"}, {"540", "500"}, {"540", "500"}, {"540", "500"}, {"540", "500"}, {"540", "500"}}, "–", "–"},
		{"one before many alike", sales, [][2]string{{"600", "500"}, {"540", "500"}, {"540", "500"}, {"540", "500"}, {"540", "500"}, {"540", "500"}, {"540", "500"}}, "销售额增长中，拉动较大的是华东（拉动2.9个百分点）", "the largest contributions to growth in sales came from East (+2.9 percentage points)"},
		{"a cost", look{unit: kpi.Money, indicator: &kpi.Indicator{NameZh: "渠道费用", NameEn: "channel cost", Better: kpi.DownBetter}}, [][2]string{{"620", "500"}, {"520", "520"}}, "渠道费用上升全部来自华东", "the rise in channel cost came entirely from East"},
		{"a new group of partners", partners, [][2]string{{"12", "8"}, {"7", "4"}, {"3", "4"}}, "伙伴数增加主要来自华东（增加4家）和华南（增加3家），华北（减少1家）抵消了一部分", "the increase in partners came mainly from East (+4) and South (+3), partly offset by North (−1)"},
	} {
		for _, l := range []*locale{chinese, english} {
			want := c.zh
			if l == english {
				want = c.en
			}
			whole, ms := moves(t, l, c.pairs)
			if got := said(testSpeaker(l, nil).driving(l.indicator(c.look.indicator), c.look, whole, ms)); got != want {
				t.Errorf("%s: %s\n got %s\nwant %s", l.tag, c.name, got, want)
			}
		}
	}
}

// What moved without a group counts, and is named by no phrase.
func TestDriversWithUnassigned(t *testing.T) {
	for _, c := range []struct {
		name  string
		pairs [][2]string // the last one names no group
		want  string
	}{
		{"most of it", [][2]string{{"540", "500"}, {"510", "500"}, {"600", "500"}}, "销售额增长中，拉动较大的是华东（拉动2.7个百分点）和华南（0.7个百分点）"},
		{"little of it", [][2]string{{"600", "500"}, {"510", "500"}}, "销售额增长主要来自华东（拉动10.0个百分点）"},
		{"all of it", [][2]string{{"500", "500"}, {"600", "500"}}, "–"},
		{"against it", [][2]string{{"600", "500"}, {"500", "500"}, {"450", "500"}}, "销售额增长主要来自华东（拉动6.7个百分点）"},
	} {
		whole, ms := moves(t, chinese, c.pairs)
		ms[len(ms)-1].unassigned = true
		if got := said(testSpeaker(chinese, nil).driving("销售额", sales, whole, ms)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestMet(t *testing.T) {
	for _, c := range []struct {
		name   string
		look   look
		pairs  [][2]string // value, target
		zh, en string
	}{
		{"none", sales, nil, "–", "–"},
		{"no targets", sales, [][2]string{{"5", ""}}, "–", "–"},
		{"one", sales, [][2]string{{"5", "5"}}, "华东销售额达到目标", "East met its target for sales"},
		{"one missed", sales, [][2]string{{"4.999", "5"}}, "华东销售额未达到目标", "East missed its target for sales"},
		{"both", sales, [][2]string{{"5", "5"}, {"6", "5"}}, "2个区域的销售额均达到目标", "both regions met their targets for sales"},
		{"one of three", sales, [][2]string{{"5", "5"}, {"4", "5"}, {"3", "5"}}, "3个区域中有1个销售额达到目标，华南和华北未达到", "one of three regions met its target for sales; South and North did not"},
		{"four of five", sales, [][2]string{{"5", "5"}, {"5", "5"}, {"5", "5"}, {"3", "5"}, {"5", "5"}}, "5个区域中有4个销售额达到目标，华中未达到", "four of five regions met their targets for sales; Central did not"},
		{"none of two", sales, [][2]string{{"4", "5"}, {"4", "5"}}, "2个区域的销售额均未达到目标", "neither of the two regions met its target for sales"},
		{"none of three", sales, [][2]string{{"4", "5"}, {"4", "5"}, {"3", "5"}}, "3个区域的销售额均未达到目标", "none of the three regions met its target for sales"},
		{"many missed", sales, [][2]string{{"5", "5"}, {"4", "5"}, {"3", "5"}, {"3", "5"}, {"3", "5"}, {"3", "5"}, {"3", "5"}}, "7个区域中有1个销售额达到目标", "one of seven regions met its target for sales"},
		{"some without", sales, [][2]string{{"5", "5"}, {"4", "5"}, {"3", ""}}, "有目标的2个区域中有1个销售额达到目标，华南未达到", "one of two regions with a target met its target for sales; South did not"},
		{"both that have one", sales, [][2]string{{"5", "5"}, {"6", "5"}, {"3", ""}}, "有目标的2个区域的销售额均达到目标", "both regions with a target met their targets for sales"},
		{"lower is better", cac, [][2]string{{"5", "5"}, {"6", "5"}}, "2个区域中有1个获客成本达到目标，华南未达到", "one of two regions met its target for CAC; South did not"},
	} {
		for _, l := range []*locale{chinese, english} {
			want := c.zh
			if l == english {
				want = c.en
			}
			var ms []member
			for i, p := range c.pairs {
				ms = append(ms, member{name: places[l.tag][i], value: fact{value: number(t, p[0], c.look.unit)}, target: fact{value: number(t, p[1], c.look.unit)}})
			}
			if got := said(testSpeaker(l, nil).metBy(l.indicator(c.look.indicator), c.look.indicator, regions, ms)); got != want {
				t.Errorf("%s: %s\n got %s\nwant %s", l.tag, c.name, got, want)
			}
		}
	}
}

func TestMetFigures(t *testing.T) {
	coverage := &kpi.Indicator{NameZh: "覆盖率", NameEn: "coverage", Better: kpi.UpBetter}
	for _, c := range []struct {
		name    string
		figures [][2]string // of sales, CAC, coverage: value and target
		zh, en  string
	}{
		{"some", [][2]string{{"5", "5"}, {"6", "5"}, {"3", "2"}}, "主要指标中，销售额和覆盖率达到目标，获客成本未达到", "sales and coverage met their targets; CAC did not"},
		{"some without", [][2]string{{"5", "5"}, {"6", "5"}, {"3", ""}}, "主要指标中，销售额达到目标，获客成本未达到（无目标的不计）", "sales met the target; CAC did not (figures without a target are left out)"},
		{"all", [][2]string{{"5", "5"}, {"4", "5"}, {"3", "2"}}, "三项主要指标均达到目标", "all three key figures met their targets"},
		{"two", [][2]string{{"5", "5"}, {"4", "5"}, {"3", ""}}, "两项主要指标均达到目标（无目标的不计）", "both key figures met their targets (figures without a target are left out)"},
		{"neither met", [][2]string{{"4", "5"}, {"8", "7"}}, "两项主要指标均未达到目标", "neither of the two key figures met its target"},
		{"none met", [][2]string{{"4", "5"}, {"6", "5"}, {"1", "2"}}, "三项主要指标均未达到目标", "none of the three key figures met its target"},
		{"one", [][2]string{{"4", "5"}, {"6", ""}, {"1", ""}}, "销售额未达到目标", "sales missed the target"},
		{"no targets", [][2]string{{"4", ""}, {"6", ""}, {"", "5"}}, "–", "–"},
	} {
		for l, want := range map[*locale]string{chinese: c.zh, english: c.en} {
			var figures []judgedFigure
			for i, p := range c.figures {
				indicator := []*kpi.Indicator{sales.indicator, cac.indicator, coverage}[i]
				figures = append(figures, judgedFigure{l.indicator(indicator), indicator, number(t, p[0], kpi.Money), number(t, p[1], kpi.Money)})
			}
			if got := said(testSpeaker(l, nil).metFigures(figures)); got != want {
				t.Errorf("%s: %s\n got %s\nwant %s", l.tag, c.name, got, want)
			}
		}
	}
}

func TestRank(t *testing.T) {
	values := func(n int, second string) []kpi.Value {
		vs := []kpi.Value{number(t, "9", kpi.Money), number(t, second, kpi.Money)}
		for i := 2; i < n; i++ {
			vs = append(vs, number(t, "1", kpi.Money))
		}
		return vs
	}
	for _, c := range []struct {
		dimension *kpi.Dimension
		values    []kpi.Value
		zh, en    string
	}{
		{regions, values(5, "8"), "在5个区域中居第2位", "ranking 2nd of 5 regions"},
		{partnerList, values(126, "8"), "在126家伙伴中居第2位", "ranking 2nd of 126 partners"},
		{productLines, values(6, "8"), "在6条产品线中居第2位", "ranking 2nd of 6 product lines"},
		{partnerTypes, append(values(3, "8"), number(t, "8", kpi.Money))[:4], "在4类伙伴中并列第2位", "ranking joint 2nd of 4 partner types"},
		{regions, values(2, "8")[1:], "–", "–"},
	} {
		rank := fact{value: number(t, "2", kpi.Rank)}
		for l, want := range map[*locale]string{chinese: c.zh, english: c.en} {
			if got := said(testSpeaker(l, nil).place(c.dimension, rank, number(t, "8", kpi.Money), c.values)); got != want {
				t.Errorf("%s: got %s, want %s", l.tag, got, want)
			}
		}
	}
}

func TestOrdinals(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 101: "101st", 111: "111th", 122: "122nd"} {
		if got := englishOrdinal(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}

func TestSteady(t *testing.T) {
	for _, c := range []struct {
		values []string
		zh, en string
	}{
		{[]string{"1", "2", "3"}, "逐月上升", "rising every month"},
		{[]string{"3", "2", "1"}, "逐月下降", "falling every month"},
		{[]string{"1", "2", "2"}, "–", "–"},
		{[]string{"1", "3", "2"}, "–", "–"},
		{[]string{"2", "2", "2"}, "–", "–"},
		{[]string{"2"}, "–", "–"},
	} {
		var values []kpi.Value
		for _, v := range c.values {
			values = append(values, number(t, v, kpi.Count))
		}
		for l, want := range map[*locale]string{chinese: c.zh, english: c.en} {
			if got := said(testSpeaker(l, nil).steadily(values)); got != want {
				t.Errorf("%s: %v: got %s, want %s", l.tag, c.values, got, want)
			}
		}
	}
}

func TestBalance(t *testing.T) {
	for _, c := range []struct {
		now, was []string
		zh, en   string
	}{
		{[]string{"50", "50"}, []string{"80", "20"}, "销售额的伙伴类型结构较上年同期更均衡", "the mix of sales by partner type was more even than a year earlier"},
		{[]string{"80", "20"}, []string{"50", "50"}, "销售额的伙伴类型结构较上年同期更集中", "the mix of sales by partner type was more concentrated than a year earlier"},
		{[]string{"80", "20"}, []string{"80.1", "20"}, "销售额的伙伴类型结构与上年同期基本一致", "the mix of sales by partner type was much the same as a year earlier"},
		{[]string{"80"}, []string{"80"}, "–", "–"},
		{[]string{"80", "-20"}, []string{"80", "20"}, "–", "–"},
		{[]string{"80", "20"}, []string{"0", "0"}, "–", "–"},
	} {
		read := func(texts []string) (values []kpi.Value) {
			for _, text := range texts {
				values = append(values, number(t, text, kpi.Money))
			}
			return values
		}
		for l, want := range map[*locale]string{chinese: c.zh, english: c.en} {
			if got := said(testSpeaker(l, nil).balanced(l.indicator(sales.indicator), partnerTypes, l.yearAgoAny, read(c.now), read(c.was))); got != want {
				t.Errorf("%s: %v: got %s, want %s", l.tag, c.now, got, want)
			}
		}
	}
}

func TestVersus(t *testing.T) {
	for _, c := range []struct {
		name       string
		look       look
		x, y       string
		toZh, toEn string
		zh, en     string
	}{
		{"lifetime value", cac, "3726", "3000", "直接销售渠道", "direct customers", "比直接销售渠道高24.2%", "24.2% above direct customers"},
		{"within the band", cac, "852", "850", "行业平均", "the industry average", "与行业平均基本持平", "in line with the industry average"},
		{"percent", rate, "0.186", "0.174", "行业平均", "the industry average", "比行业平均高1.2个百分点", "1.2 percentage points above the industry average"},
		{"score", satisfaction, "4.52", "4.32", "上次调查", "the last survey", "比上次调查高0.20分", "0.20 points above the last survey"},
		{"days", approvalDays, "4", "5", "服务标准", "the service standard", "比服务标准短20.0%", "20.0% shorter than the service standard"},
		{"hours", response, "6", "5", "服务标准", "the service standard", "比服务标准长20.0%", "20.0% longer than the service standard"},
		{"count", partners, "126", "120", "计划", "plan", "比计划多6家", "6 above plan"},
		{"fewer", orders, "34560", "36000", "计划", "plan", "比计划少1,440单", "1,440 below plan"},
		{"ratio", ratio, "1", "4.8", "行业平均", "the industry", "行业平均为1:4.8", "against 1:4.8 for the industry"},
		{"equal", sales, "5000000", "5000000", "计划", "plan", "与计划持平", "level with plan"},
		{"negative other", sales, "2000000", "-1000000", "计划", "plan", "比计划高300.0万元", "¥3.00 million above plan"},
		{"many times", sales, "32000000", "10000000", "计划", "plan", "为计划的3.2倍", "3.2 times the figure of plan"},
	} {
		for l, want := range map[*locale]string{chinese: c.zh, english: c.en} {
			name := c.toZh
			if l == english {
				name = c.toEn
			}
			v := versus{look: c.look, name: name, x: fact{value: number(t, c.x, c.look.unit)}, y: fact{value: number(t, c.y, c.look.unit)}}
			if c.look.unit == kpi.RatioAB {
				v.y.value.Num, v.y.value.Den = v.y.value.Den, v.y.value.Num
			}
			v.difference = fact{value: v.x.value.Sub(v.y.value)}
			v.relative = fact{value: growthOf(v.x.value, v.y.value)}
			if got := said(testSpeaker(l, nil).hold(v)); got != want {
				t.Errorf("%s: %s: got %s, want %s", l.tag, c.name, got, want)
			}
		}
	}
}

func TestPhraseNames(t *testing.T) {
	seen := map[string]bool{}
	for i, f := range functions {
		if f.name == "" || f.zh == "" || seen[f.name] || seen[f.zh] {
			t.Errorf("function %d has no name of its own: %q %q", i, f.name, f.zh)
		}
		seen[f.name], seen[f.zh] = true, true
		phrase := f.kind == predicateFunction || f.kind == clauseFunction
		if phrase != (f.speak != nil) {
			t.Errorf("%s: a phrase has words and nothing else has", f.name)
		}
		for _, name := range []string{f.name, f.zh} {
			if got, ok := lookupFunction(name); !ok || got != f {
				t.Errorf("%s is not found", name)
			}
		}
		for j, p := range f.params {
			if p.repeated && j != len(f.params)-1 {
				t.Errorf("%s: parameter %s repeats but is not the last", f.name, strconv.Itoa(j+1))
			}
		}
	}
	if _, ok := lookupFunction("sales"); ok {
		t.Error("sales is no function")
	}
	if channel.Unassigned != chinese.unassigned {
		t.Error("what names no group is called otherwise in the data")
	}
}
