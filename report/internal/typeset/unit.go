package typeset

import "slices"

// units are the words that stand after a number without a break, longest
// first among those with the same start. A number takes as many as follow one
// another: 1.2亿元, 3个百分点, 2026年.
var units = [][]rune{
	[]rune("个百分点"), []rune("百分点"), []rune("个工作日"), []rune("工作日"), []rune("平方米"), []rune("季度"), []rune("小时"), []rune("分钟"), []rune("公里"),
	[]rune("人次"), []rune("人天"), []rune("万"), []rune("亿"), []rune("千"), []rune("百"), []rune("元"), []rune("美元"), []rune("家"), []rune("个"), []rune("名"),
	[]rune("人"), []rune("次"), []rune("天"), []rune("日"), []rune("月"), []rune("年"), []rune("周"), []rune("倍"), []rune("项"), []rune("件"), []rune("台"), []rune("套"),
	[]rune("条"), []rune("分"), []rune("单"), []rune("笔"), []rune("吨"), []rune("秒"), []rune("岁"), []rune("位"), []rune("页"), []rune("章"), []rune("节"), []rune("期"),
	[]rune("级"), []rune("成"), []rune("折"), []rune("点"), []rune("号"), []rune("场"), []rune("种"), []rune("类"), []rune("款"), []rune("户"), []rune("城"), []rune("米"),
	[]rune("升"), []rune("箱"), []rune("瓶"), []rune("批"), []rune("轮"), []rune("步"), []rune("行"), []rune("列"), []rune("省"), []rune("市"), []rune("区"), []rune("县"),
}

// unitLength is how many runes at the start of text are one unit, 0 if none.
func unitLength(text []rune) int {
	for _, u := range units {
		if len(text) >= len(u) && text[0] == u[0] && slices.Equal(text[:len(u)], u) {
			return len(u)
		}
	}
	return 0
}

// bindNumbers marks in bound, for each rune, whether it may not be parted from
// the one before because both belong to one number: its sign, currency or label
// (第3, 表1), its digits and what groups them, and the units behind it.
func bindNumbers(text []rune, bound []bool) {
	for i := 0; i < len(text); {
		if !digit(text[i]) {
			i++
			continue
		}
		if i > 0 && leadsNumber(text[i-1]) {
			bound[i] = true
			if i > 1 && signed(text[i-1]) && leadsNumber(text[i-2]) {
				bound[i-1] = true // −¥1.2
			}
		}
		for i++; i < len(text); i++ {
			if digit(text[i]) || i+1 < len(text) && insideNumber(text[i]) && digit(text[i+1]) {
				bound[i] = true
				continue
			}
			break
		}
		if i < len(text) && endsNumber(text[i]) {
			bound[i] = true
			i++
		}
		for n := unitLength(text[i:]); n > 0; n = unitLength(text[i:]) {
			for range n {
				bound[i] = true
				i++
			}
		}
	}
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// insideNumber reports whether r between two digits is part of a number: the
// points of 1,234.50, the colon of 1:5.2.
func insideNumber(r rune) bool {
	switch r {
	case ',', '.', ':', '∶':
		return true
	}
	return false
}

func leadsNumber(r rune) bool {
	switch r {
	case '第', '表', '图', '式':
		return true
	}
	return signed(r)
}

func signed(r rune) bool {
	switch r {
	case '-', '−', '+', '±', '¥', '￥', '$', '€', '£', '#':
		return true
	}
	return false
}

func endsNumber(r rune) bool {
	switch r {
	case '%', '％', '‰', '°', '℃', '+':
		return true
	}
	return false
}
