package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/report/doc"
)

// english is the locale of international English.
var english = &locale{
	tag: "en",
	words: doc.Words{
		Contents:  "Contents",
		Page:      "Page %d of %d",
		Continued: "%s (continued)",
		Draft:     "Draft",
		Date:      "Report date: %s",
		Figure:    "Figure",
		Missing:   "—",
		ListMark:  "• ",
	},
	period: englishPeriod,
	civil: func(d channel.Date) string {
		y, m, day := d.Civil()
		return fmt.Sprintf("%d %s %d", day, englishMonths[m-1], y)
	},
	month: func(p channel.Period) string {
		y, m, _ := p.Start().Civil()
		return fmt.Sprintf("%s %d", englishMonths[m-1][:3], y)
	},
	bare: func(p channel.Period) string {
		_, m, _ := p.Start().Civil()
		return englishMonths[m-1][:3]
	},

	unassigned: "not stated",
	reasons: map[kpi.Reason]string{
		kpi.MissingBase:         "no data for the base period",
		kpi.ZeroBase:            "the base is zero",
		kpi.NegativeBase:        "the base is negative",
		kpi.NoData:              "not recorded",
		kpi.NoTarget:            "no target set",
		kpi.PartTarget:          "only some months",
		kpi.NoSuchGroup:         "no such group",
		kpi.NotComparable:       "not comparable",
		kpi.ZeroDenominator:     "the denominator is zero",
		kpi.NegativeDenominator: "the denominator is negative",
		kpi.NoMonthsLeft:        "no months left in the year",
	},
	cells: map[kpi.Reason]string{
		kpi.ZeroBase:      "zero base",
		kpi.NegativeBase:  "not comparable",
		kpi.NotComparable: "not comparable",
	},
	noData:     "No data: {groups}.",
	noDataOne:  "{names} ({reason})",
	aspectName: func(indicator, aspect string) string { return indicator + " " + aspect },
	ofGroup:    func(name, group string) string { return name + " for " + group },
	inPeriod:   func(name, period string) string { return name + " in " + period },
	whole:      "the whole channel",
	except:     "all but {groups}",
	oneOf:      " or ",
	allOf:      " within ",

	and:         " and ",
	comma:       ", ",
	pause:       " and ",
	semicolon:   "; ",
	bracket:     "{a} ({b})",
	to:          " to ",
	named:       "{name} of {value}",
	heldAgainst: "{a}, against {b}",
	spaced:      true,

	units: units{
		scales: []scale{
			{[]string{"元", ""}, 0, "", 0, 0, true},
			{[]string{"千元", "thousand"}, 3, " thousand", 1, 0, true},
			{[]string{"百万元", "million"}, 6, " million", 2, 0, true},
			{[]string{"十亿元", "billion"}, 9, " billion", 2, 0, true},
			{[]string{"万元"}, 6, " million", 2, 1, false},
			{[]string{"千万元"}, 6, " million", 2, -1, false},
			{[]string{"亿元"}, 6, " million", 2, -2, false},
		},
		home:       "million",
		currency:   func(code string) currency { return currency{before: cmp.Or(currencies[code][1], code+" ")} },
		percents:   []string{"%", "percent", "per cent"},
		moneys:     []string{"yuan", "RMB", "renminbi"},
		points:     affix{" percentage points", " percentage points"},
		days:       affix{" day", " days"},
		hours:      affix{" hour", " hours"},
		months:     affix{" month", " months"},
		score:      affix{" point", " points"},
		index:      affix{" point", " points"},
		outOf:      "{score} out of {max}",
		rank:       englishOrdinal,
		unitLine:   "Unit: {unit}",
		pointsName: "pp",
	},

	yearAgo: map[channel.Grain]base{
		channel.GrainYear: {"year on year", "the previous year", "in the previous year"},
	},
	yearAgoAny: base{"year on year", "a year earlier", "a year earlier"},
	previous: map[channel.Grain]base{
		channel.GrainMonth:   {"month on month", "the previous month", "in the previous month"},
		channel.GrainQuarter: {"quarter on quarter", "the previous quarter", "in the previous quarter"},
		channel.GrainHalf:    {"half on half", "the previous half-year", "in the previous half-year"},
	},
	previousAny: base{"on the previous period", "the previous period", "in the previous period"},

	verbs: [manners][2]string{
		growing:   {"up", "down"},
		rising:    {"up", "down"},
		improving: {"up", "down"},
		adding:    {"up", "down"},
		spanning:  {"longer", "shorter"},
	},
	leanings: []string{"growth of", "rise of", "increase of", "fall of", "drop of", "decline of", "decrease of", "gain of", "loss of",
		"rise", "increase", "fall", "drop", "decline", "decrease", "growth", "grown", "risen", "fallen", "growing", "rising", "falling",
		"climbed", "gained", "jumped", "dropped", "shrank", "slipped", "lost", "higher", "lower", "more", "less", "fewer", "better", "worse",
		"over plan", "above plan", "below plan", "over budget", "under target", "over the target", "above the target", "below the target"},
	links:    []string{"by"},
	arrivals: []string{"to"},
	move:     "{verb} {amount}",
	moveSpan: "{amount} {verb}",
	changes: [changeKinds]wording{
		moved:      {one: "{verb} {amount} {when}", after: "{amount} {when}"},
		spanned:    {one: "{amount} {verb} than {base}"},
		level:      {one: "level with {base}", both: "level with {base} and {base2}"},
		flat:       {one: "broadly level with {base}", both: "broadly level with {base} and {base2}"},
		flatBy:     {one: "broadly level with {base} ({move})"},
		times:      {one: "{times} times the figure of {base}", both: "{times} times the figure of {base} and {times2} times that of {base2}"},
		fromZero:   {one: "against zero {at}", both: "against zero {at} and {at2}"},
		stillZero:  {one: "also zero {at}", both: "also zero {at} and {at2}"},
		toProfit:   {one: "back in profit from a loss of {was} {at}", both: "back in profit from losses of {was} {at} and {was2} {at2}"},
		toLoss:     {one: "in loss after a profit of {was} {at}", both: "in loss after profits of {was} {at} and {was2} {at2}"},
		toEven:     {one: "at break-even after a loss of {was} {at}"},
		lossLess:   {one: "a loss {amount} smaller than {base}", after: "{amount} smaller than {base}"},
		lossMore:   {one: "a loss {amount} larger than {base}", after: "{amount} larger than {base}"},
		toPositive: {one: "positive again after {value} {at}", both: "positive again after {value} {at} and {value2} {at2}"},
		toNegative: {one: "negative after {value} {at}", both: "negative after {value} {at} and {value2} {at2}"},
		against:    {one: "against {value} {at}", after: "{value} {at}"},
	},
	targets: targetWords{
		completed: "{percent} of target",
		reached:   "exactly on target",
		equal:     "exactly on target",
		short:     "{amount} short of target",
		beyond:    "{amount} above target",
		below:     "{amount} below target",
		above:     "{amount} above target",
		within:    "within the target of {target}",
		over:      "{amount} over target",
	},
	leaders: leaderWords{
		all:      "all {name} came from {group}",
		first:    [2]string{"{group} led with {value} of {name}", "{group} had the {most} {name} ({value})"},
		shared:   [2]string{"{groups} shared first place with {value} of {name} each", "{groups} shared the {most} {name} ({value})"},
		next:     [2]string{", followed by {pairs}", ", followed by {pairs}"},
		nextEach: [2]string{", followed by {pairs}", ", followed by {pairs}"},
		nextOwn:  [2]string{", followed by {pairs}", ", followed by {pairs}"},
		pair:     "{group} ({value})",
		same:     "{name} {be} the same in {both}",
		many:     "{count}",
		highest:  "highest",
		longest:  "longest",
	},
	drivers: driverWords{
		growth: [manners][2]string{
			growing:   {"growth in {name}", "the fall in {name}"},
			rising:    {"the rise in {name}", "the fall in {name}"},
			improving: {"the rise in {name}", "the fall in {name}"},
			adding:    {"the increase in {name}", "the decrease in {name}"},
			spanning:  {"the rise in {name}", "the fall in {name}"},
		},
		mainly:   "{growth} came mainly from {drivers}",
		entirely: "{growth} came entirely from {group}",
		largest:  "the largest contributions to {growth} came from {drivers}",
		offset:   ", partly offset by {drivers}",
		against:  [2]string{"{group} ({signed})", "{group} ({signed})"},
		first:    [2]string{"{group} ({signed} percentage points)", "{group} ({signed} percentage points)"},
		more:     "{group} ({signed})",
		amount:   [2]string{"{group} ({signed})", "{group} ({signed})"},
		cancel:   "gains in {up} and declines in {down} roughly cancelled out",
	},
	met: metWords{
		one:     [2]string{"{group} met its target for {name}", "{group} missed its target for {name}"},
		all:     "{both} met their targets for {name}",
		having:  "{count} with a target",
		some:    "{number} of {count} met their targets for {name}",
		someOne: "{number} of {count} met its target for {name}",
		not:     "; {groups} did not",
		none:    "{none} of the {count} met its target for {name}",
		figures: [2]string{"{met} met the target; {missed} did not", "{met} met their targets; {missed} did not"},
		figure:  [2]string{"{name} met the target", "{name} missed the target"},
		every:   [2]string{"{both} met their targets", "{none} of the {number} key figures met its target"},
		noun:    "key figures",
		neither: [2]string{"neither", "none"},
		rest:    " (figures without a target are left out)",
	},
	budget: budgetWords{
		total: "funding of {amount} in total",
		open: [2]string{"funding of {amount} in total ({n} more item is a percentage without a base)",
			"funding of {amount} in total ({n} more items are percentages without a base)"},
	},
	balance: balanceWords{
		even:         "the mix of {name} by {dimension} was more even than {base}",
		concentrated: "the mix of {name} by {dimension} was more concentrated than {base}",
		same:         "the mix of {name} by {dimension} was much the same as {base}",
	},
	compared: versusWords{
		level:  "level with {name}",
		flat:   "in line with {name}",
		amount: [2]string{"{amount} above {name}", "{amount} below {name}"},
		number: [2]string{"{amount} above {name}", "{amount} below {name}"},
		span:   [2]string{"{amount} longer than {name}", "{amount} shorter than {name}"},
		times:  "{times} times the figure of {name}",
		ratio:  "against {value} for {name}",
	},
	remarks: remarkWords{
		longer:     [2]string{"the period is {days} longer than {base}, for which the change is not adjusted", "the period is {days} shorter than {base}, for which the change is not adjusted"},
		festival:   [2]string{"the period has {days} more of the Spring Festival than {base}, for which the change is not adjusted", "the period has {days} less of the Spring Festival than {base}, for which the change is not adjusted"},
		someGroups: "some groups",
	},
	rank:   [2]string{"ranking {n} of {count}", "ranking joint {n} of {count}"},
	steady: [2]string{"rising every month", "falling every month"},

	structure: structureWords{
		total:          "Total",
		rest:           "The other %s",
		nothing:        "There is nothing to report here for the period.",
		table:          "Table %d",
		figure:         "Figure %d",
		colon:          ": ",
		stop:           ".",
		open:           " (",
		close:          ")",
		appendix:       func(n int) string { return "Appendix " + string(rune('A'+n-1)) },
		indicators:     "Indicators and where they come from",
		indicatorHeads: []string{"Indicator", "Id", "Formula", "Definition", "Files"},
		files:          "Files read",
		fileHeads:      []string{"File", "Rows", "Last date", "SHA-256 (first 12)"},
		remarks:        "Remarks: ",
		policies:       "Rules: ",
		gaps:           "What the data did not have",
		gapHeads:       []string{"What", "Expression", "Reason"},
		noGaps:         "Every figure that the report cites has a value; where a single group has none, its cell holds a dash or says why.",
		empty:          "not filled in",
		silent:         "nothing to say",
		chartAlt:       "%s. Series: %s. Along the axis: %s.",
		policyNames: map[string]string{
			"rounding": "rounding", "half-up": "half up", "half-even": "half to even",
			"base": "negative bases", "strict": "no growth rate", "absolute": "growth on the absolute value",
			"bands": "bands", "level": "level", "slight": "slight", "marked": "marked",
			"partners": "partner names", "named": "as they are", "masked": "not shown; ids stand in their place",
		},
	},

	pick: func(zh, en string) string { return cmp.Or(en, zh) },
	counted: func(n int, d *kpi.Dimension, inWords bool) string {
		number := strconv.Itoa(n)
		if inWords {
			number = englishNumber(n)
		}
		if n == 1 {
			return number + " " + d.CounterEn
		}
		return number + " " + d.PluralEn
	},
	numbered: englishNumber,
	ordinal:  englishOrdinal,
	number:   englishNumber,
	all: func(n int, noun string) string {
		if n == 2 {
			return "both " + noun
		}
		return "all " + englishNumber(n) + " " + noun
	},
	plural: englishPlural,
	quoted: func(title string) string { return "“" + title + "”" },
	be: func(name string) string {
		if strings.HasSuffix(name, "s") && !strings.HasSuffix(name, "ss") {
			return "were"
		}
		return "was"
	},
	inText: func(name string) string {
		first, rest := "", ""
		for i, r := range name {
			if i == 0 {
				first = string(unicode.ToLower(r))
				continue
			}
			if unicode.IsUpper(r) || unicode.IsDigit(r) {
				return name // CAC, CR3
			}
			rest = name[i:]
			break
		}
		return first + rest
	},
}

var englishMonths = [...]string{"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December"}

// englishNumber writes small numbers in words, others in digits.
func englishNumber(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < 0 || n >= len(words) {
		return strconv.Itoa(n)
	}
	return words[n]
}

// englishPlural forms the plural of a regular noun.
func englishPlural(noun string) string {
	for _, end := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(noun, end) {
			return noun + "es"
		}
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok && stem != "" && !strings.ContainsRune("aeiou", rune(stem[len(stem)-1])) {
		return stem + "ies"
	}
	return noun + "s"
}

func englishOrdinal(n int) string {
	suffix := "th"
	if tens := n / 10 % 10; tens != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

func englishPeriod(p channel.Period) string {
	if strings.HasPrefix(p.String(), "FY") {
		year, part, found := strings.Cut(p.String(), "-")
		if found {
			return part + " " + year
		}
		return year
	}
	y, m, d := p.Start().Civil()
	switch p.Grain() {
	case channel.GrainYear:
		return strconv.Itoa(y)
	case channel.GrainHalf:
		return fmt.Sprintf("H%d %d", m/6+1, y)
	case channel.GrainQuarter:
		return fmt.Sprintf("Q%d %d", m/3+1, y)
	case channel.GrainMonth:
		return fmt.Sprintf("%s %d", englishMonths[m-1], y)
	}
	y2, m2, d2 := p.Last().Civil()
	if _, whole := p.WholeMonths(); whole {
		if y == y2 {
			return fmt.Sprintf("%s to %s %d", englishMonths[m-1], englishMonths[m2-1], y2)
		}
		return fmt.Sprintf("%s %d to %s %d", englishMonths[m-1], y, englishMonths[m2-1], y2)
	}
	last := fmt.Sprintf("%d %s %d", d2, englishMonths[m2-1], y2)
	switch {
	case p.Days() == 1:
		return last
	case y == y2 && m == m2:
		return fmt.Sprintf("%d to %s", d, last)
	case y == y2:
		return fmt.Sprintf("%d %s to %s", d, englishMonths[m-1], last)
	}
	return fmt.Sprintf("%d %s %d to %s", d, englishMonths[m-1], y, last)
}
