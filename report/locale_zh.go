package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// chinese is the locale of mainland China.
var chinese = &locale{
	tag: "zh-CN",
	words: doc.Words{
		Contents:  "目录",
		Page:      "第 %d 页 / 共 %d 页",
		Continued: "续%s",
		Draft:     "草稿",
		Date:      "报告日期：%s",
		Figure:    "图",
		Missing:   "—",
		ListMark:  "• ",
	},
	period: chinesePeriod,
	civil: func(d channel.Date) string {
		y, m, day := d.Civil()
		return fmt.Sprintf("%d年%d月%d日", y, m, day)
	},
	month: func(p channel.Period) string {
		y, m, _ := p.Start().Civil()
		return fmt.Sprintf("%d年%d月", y, m)
	},
	bare: func(p channel.Period) string {
		_, m, _ := p.Start().Civil()
		return fmt.Sprintf("%d月", m)
	},

	unassigned: channel.Unassigned,
	reasons: map[kpi.Reason]string{
		kpi.MissingBase:         "没有基期数据",
		kpi.ZeroBase:            "基数为零",
		kpi.NegativeBase:        "基数为负",
		kpi.NoData:              "未录入",
		kpi.NoTarget:            "未设目标",
		kpi.PartTarget:          "只有部分月份",
		kpi.NoSuchGroup:         "没有这一分组",
		kpi.NotComparable:       "口径不可比",
		kpi.ZeroDenominator:     "分母为零",
		kpi.NegativeDenominator: "分母为负",
		kpi.NoMonthsLeft:        "年内已无剩余月份",
	},
	cells: map[kpi.Reason]string{
		kpi.ZeroBase:      "基数为零",
		kpi.NegativeBase:  "口径不可比",
		kpi.NotComparable: "口径不可比",
	},
	noData:     "暂无数据：{groups}。",
	noDataOne:  "{names}（{reason}）",
	aspectName: func(indicator, aspect string) string { return indicator + aspect },
	ofGroup:    func(name, group string) string { return group + name },
	inPeriod:   func(name, period string) string { return period + name },
	whole:      "全渠道",
	except:     "除{groups}外",
	oneOf:      "或",
	allOf:      "且",

	and:         "和",
	comma:       "、",
	pause:       "，",
	attributive: "的",
	semicolon:   "；",
	bracket:     "{a}（{b}）",
	to:          "～",
	named:       "{name}{value}",
	heldAgainst: "{a}，比较对象为{b}",

	units: units{
		scales: []scale{
			{[]string{"元", ""}, 0, "", 0, 0, true},
			{[]string{"千元", "thousand"}, 3, "千", 1, 0, false},
			{[]string{"万元"}, 4, "万", 1, 0, true},
			{[]string{"百万元", "million"}, 6, "百万", 2, 0, false},
			{[]string{"千万元"}, 7, "千万", 2, 0, false},
			{[]string{"亿元"}, 8, "亿", 2, 0, true},
			{[]string{"十亿元", "billion"}, 9, "十亿", 2, 0, false},
		},
		home:        "万元",
		currency:    func(code string) currency { return currency{after: cmp.Or(currencies[code][0], " "+code)} },
		counter:     true,
		percents:    []string{"%", "％"},
		points:      affix{"个百分点", "个百分点"},
		days:        affix{"天", "天"},
		hours:       affix{"小时", "小时"},
		months:      affix{"个月", "个月"},
		score:       affix{"分", "分"},
		scoreAlways: true,
		index:       affix{"点", "点"},
		outOf:       "{score}分（满分{max}分）",
		rank:        func(n int) string { return "第" + strconv.Itoa(n) + "位" },
		unitLine:    "单位：{unit}",
		pointsName:  "百分点",
	},

	yearAgo: map[channel.Grain]base{
		channel.GrainYear: {"同比", "上年", "上年"},
	},
	yearAgoAny: base{"同比", "上年同期", "上年同期"},
	previous: map[channel.Grain]base{
		channel.GrainMonth:   {"环比", "上月", "上月"},
		channel.GrainQuarter: {"环比", "上季度", "上季度"},
	},
	previousAny: base{"环比", "上期", "上期"},

	verbs: [manners][2]string{
		growing:   {"增长", "下降"},
		rising:    {"上升", "下降"},
		improving: {"提高", "下降"},
		adding:    {"增加", "减少"},
		spanning:  {"延长", "缩短"},
	},
	leanings: []string{"增", "降", "升", "减", "涨", "跌", "增幅", "降幅", "涨幅", "跌幅", "还差", "尚差", "仍差", "相差", "目标差",
		"上涨", "下跌", "走高", "走低", "攀升", "回升", "回落", "滑落", "扩大", "收窄", "萎缩", "缩减"},
	links:    []string{"了", "为"},
	arrivals: []string{"至", "到"},
	move:     "{verb}{amount}",
	moveSpan: "{verb}{amount}",
	changes: [changeKinds]wording{
		moved:      {one: "{when}{verb}{amount}"},
		spanned:    {one: "{when}{verb}{amount}"},
		level:      {one: "与{base}持平", both: "与{base}和{base2}均持平"},
		flat:       {one: "与{base}基本持平", both: "与{base}和{base2}均基本持平"},
		flatBy:     {one: "与{base}基本持平（{move}）"},
		times:      {one: "为{base}的{times}倍", both: "为{base}的{times}倍、{base2}的{times2}倍"},
		fromZero:   {one: "{base}为零", both: "{base}和{base2}均为零"},
		stillZero:  {one: "{base}亦为零", both: "{base}和{base2}均为零"},
		toProfit:   {one: "{when}扭亏为盈（增加{amount}）", both: "{when}和{when2}均扭亏为盈（分别增加{amount}和{amount2}）"},
		toLoss:     {one: "{when}由盈转亏（减少{amount}）", both: "{when}和{when2}均由盈转亏（分别减少{amount}和{amount2}）"},
		toEven:     {one: "{when}由亏损转为盈亏平衡（增加{amount}）"},
		lossLess:   {one: "亏损{when}收窄{amount}", after: "{when}收窄{amount}"},
		lossMore:   {one: "亏损{when}扩大{amount}", after: "{when}扩大{amount}"},
		toPositive: {one: "{when}由负转正（增加{amount}）", both: "{when}和{when2}均由负转正（分别增加{amount}和{amount2}）"},
		toNegative: {one: "{when}由正转负（减少{amount}）", both: "{when}和{when2}均由正转负（分别减少{amount}和{amount2}）"},
		against:    {one: "{base}为{value}"},
	},
	targets: targetWords{
		completed: "完成目标的{percent}",
		reached:   "恰好完成目标",
		equal:     "恰好达到目标",
		short:     "距目标差{amount}",
		beyond:    "超出目标{amount}",
		below:     "低于目标{amount}",
		above:     "高于目标{amount}",
		within:    "控制在目标（{target}）以内",
		over:      "超出目标{amount}",
	},
	leaders: leaderWords{
		all:      "{name}全部来自{group}",
		first:    [2]string{"{group}{name}最高，占{value}", "{group}{name}{most}，为{value}"},
		shared:   [2]string{"{groups}{name}并列第一，各占{value}", "{groups}{name}并列{most}，均为{value}"},
		next:     [2]string{"；{groups}次之，占{value}", "；{groups}次之，为{value}"},
		nextEach: [2]string{"；{groups}次之，各占{value}", "；{groups}次之，均为{value}"},
		nextOwn:  [2]string{"；{groups}次之，分别占{values}", "；{groups}次之，分别为{values}"},
		same:     "各{dimension}{name}相同",
		many:     "{groups}等{count}",
		highest:  "最高",
		longest:  "最长",
	},
	drivers: driverWords{
		growth: [manners][2]string{
			growing:   {"{name}增长", "{name}下降"},
			rising:    {"{name}上升", "{name}下降"},
			improving: {"{name}提高", "{name}下降"},
			adding:    {"{name}增加", "{name}减少"},
			spanning:  {"{name}延长", "{name}缩短"},
		},
		mainly:   "{growth}主要来自{drivers}",
		entirely: "{growth}全部来自{group}",
		largest:  "{growth}中，拉动较大的是{drivers}",
		offset:   "，{drivers}抵消了一部分",
		against:  [2]string{"{group}（拉动{points}）", "{group}（拉低{points}）"},
		first:    [2]string{"{group}（拉动{points}）", "{group}（拉低{points}）"},
		more:     "{group}（{points}）",
		amount:   [2]string{"{group}（增加{amount}）", "{group}（减少{amount}）"},
		cancel:   "{up}的增加与{down}的减少大体相抵",
	},
	met: metWords{
		one:     [2]string{"{group}{name}达到目标", "{group}{name}未达到目标"},
		all:     "{count}的{name}均达到目标",
		some:    "{count}中有{number}{counter}{name}达到目标",
		someOne: "{count}中有{number}{counter}{name}达到目标",
		not:     "，{groups}未达到",
		none:    "{count}的{name}均未达到目标",
		figures: [2]string{"主要指标中，{met}达到目标，{missed}未达到", "主要指标中，{met}达到目标，{missed}未达到"},
		figure:  [2]string{"{name}达到目标", "{name}未达到目标"},
		having:  "有目标的{count}",
		every:   [2]string{"{number}项主要指标均达到目标", "{number}项主要指标均未达到目标"},
		rest:    "（无目标的不计）",
	},
	budget: budgetWords{
		total: "资金需求合计{amount}",
		open:  [2]string{"资金需求合计{amount}（另有{n}项按比例增加、未给基数）", "资金需求合计{amount}（另有{n}项按比例增加、未给基数）"},
	},
	balance: balanceWords{
		even:         "{name}的{dimension}结构较{base}更均衡",
		concentrated: "{name}的{dimension}结构较{base}更集中",
		same:         "{name}的{dimension}结构与{base}基本一致",
	},
	compared: versusWords{
		level:  "与{name}持平",
		flat:   "与{name}基本持平",
		amount: [2]string{"比{name}高{amount}", "比{name}低{amount}"},
		number: [2]string{"比{name}多{amount}", "比{name}少{amount}"},
		span:   [2]string{"比{name}长{amount}", "比{name}短{amount}"},
		times:  "为{name}的{times}倍",
		ratio:  "{name}为{value}",
	},
	remarks: remarkWords{
		longer:     [2]string{"本期比{base}多{days}，{when}未作调整", "本期比{base}少{days}，{when}未作调整"},
		festival:   [2]string{"本期春节假期比{base}多{days}，{when}未作调整", "本期春节假期比{base}少{days}，{when}未作调整"},
		someGroups: "部分分组的",
	},
	rank:   [2]string{"在{count}中居第{n}位", "在{count}中并列第{n}位"},
	steady: [2]string{"逐月上升", "逐月下降"},

	structure: structureWords{
		total:          "合计",
		rest:           "其余%s",
		nothing:        "本期没有可列示的内容。",
		table:          "表%d",
		figure:         "图%d",
		colon:          "：",
		stop:           "。",
		open:           "（",
		close:          "）",
		appendix:       func(n int) string { return "附录" + hanNumber(n) },
		indicators:     "指标口径与来源",
		indicatorHeads: []string{"指标", "编号", "公式", "口径", "来源文件"},
		files:          "数据文件",
		fileHeads:      []string{"文件", "行数", "最后日期", "SHA-256（前 12 位）"},
		remarks:        "数据说明：",
		policies:       "计算规则：",
		gaps:           "数据缺口",
		gapHeads:       []string{"内容", "表达式", "原因"},
		noGaps:         "报告引用的指标均有数值；个别分组没有数值的，表中以“—”表示或注明原因。",
		empty:          "未填写",
		silent:         "没有可说明的内容",
		chartAlt:       "%s。序列：%s；横轴：%s。",
		policyNames: map[string]string{
			"rounding": "修约", "half-up": "四舍五入", "half-even": "四舍六入五成双",
			"base": "负基数", "strict": "不计算增幅", "absolute": "按绝对值计算增幅",
			"bands": "判断幅度", "level": "基本持平", "slight": "略有变化", "marked": "显著变化",
			"partners": "伙伴名称", "named": "照实列出", "masked": "不列出，以编号代替",
		},
	},

	pick:     func(zh, en string) string { return cmp.Or(zh, en) },
	counted:  func(n int, d *kpi.Dimension, _ bool) string { return strconv.Itoa(n) + d.Counter },
	numbered: strconv.Itoa,
	ordinal:  strconv.Itoa,
	number:   chineseNumber,
	all:      func(int, string) string { return "" },
	be:       func(string) string { return "" },
	inText:   func(name string) string { return name },
	plural:   func(noun string) string { return noun },
	quoted:   func(title string) string { return "“" + title + "”" },
}

// chineseNumber writes small numbers in Han digits, others in Arabic ones.
func chineseNumber(n int) string {
	digits := []string{"零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"}
	if n < 0 || n >= len(digits) {
		return strconv.Itoa(n)
	}
	return digits[n]
}

func chinesePeriod(p channel.Period) string {
	if fiscal, ok := strings.CutPrefix(p.String(), "FY"); ok {
		year, part, _ := strings.Cut(fiscal, "-")
		return year + "财年" + chinesePart(part)
	}
	y, m, _ := p.Start().Civil()
	switch p.Grain() {
	case channel.GrainYear:
		return fmt.Sprintf("%d年", y)
	case channel.GrainHalf:
		return fmt.Sprintf("%d年%s", y, chinesePart("H"+strconv.Itoa(m/6+1)))
	case channel.GrainQuarter:
		return fmt.Sprintf("%d年%s", y, chinesePart("Q"+strconv.Itoa(m/3+1)))
	case channel.GrainMonth:
		return fmt.Sprintf("%d年%d月", y, m)
	}
	y2, m2, d2 := p.Last().Civil()
	_, _, d := p.Start().Civil()
	second := ""
	if y2 != y {
		second = fmt.Sprintf("%d年", y2)
	}
	if _, whole := p.WholeMonths(); whole {
		return fmt.Sprintf("%d年%d月至%s%d月", y, m, second, m2)
	}
	if p.Days() == 1 {
		return fmt.Sprintf("%d年%d月%d日", y, m, d)
	}
	return fmt.Sprintf("%d年%d月%d日至%s%d月%d日", y, m, d, second, m2, d2)
}

// chinesePart words a quarter or half by its code: Q3, H2.
func chinesePart(code string) string {
	switch code {
	case "H1":
		return "上半年"
	case "H2":
		return "下半年"
	case "Q1":
		return "第一季度"
	case "Q2":
		return "第二季度"
	case "Q3":
		return "第三季度"
	case "Q4":
		return "第四季度"
	}
	return ""
}
