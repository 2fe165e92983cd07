package main

import "slices"

// The model: who sells what where. All of it is invented; amounts are in yuan
// a month, shares and rates in thousandths.

// Partner types, tiers and city tiers, as the book spells them.
const (
	dealer   = "线下经销商"
	online   = "线上代理商"
	industry = "行业合作伙伴"
	direct   = "直营"

	strategic = "战略"
	preferred = "核心"
	ordinary  = "普通"

	city1 = "一线"
	city2 = "二线"
	city3 = "三线"
)

// kinds are the partner types of the channel, cityTiers all tiers of cities.
var (
	kinds     = []string{dealer, online, industry}
	cityTiers = []string{city1, city2, city3}
)

// A region grows by growth and is expected to grow by ambition, both against
// the beginning of 2025 and a year; aim lifts its targets from the start.
type region struct {
	name             string
	growth, ambition int64
	aim              int64
	marketShare      int64 // its share of the market at the beginning
	retention        int64 // of customers, a quarter
	satisfaction     int64 // hundredths of a point above or below the company's
	stockDays        int64
	cities           []cities
}

// cities are the target cities of a tier in a region, and how many of them
// were covered at the beginning and how many more each year.
type cities struct {
	tier                    string
	target, covered, growth int64
}

var regions = []region{
	{"华东", 82, 74, 1010, 146, 938, 6, 36, []cities{{city1, 20, 19, 1}, {city2, 86, 71, 5}, {city3, 160, 87, 15}}},
	{"华南", 60, 76, 1010, 131, 931, 4, 38, []cities{{city1, 28, 26, 1}, {city2, 52, 41, 3}, {city3, 118, 58, 11}}},
	{"华北", 58, 74, 1008, 112, 918, 0, 41, []cities{{city1, 17, 15, 1}, {city2, 48, 37, 2}, {city3, 134, 60, 8}}},
	{"华中", 78, 66, 1008, 104, 922, 2, 39, []cities{{city2, 45, 34, 4}, {city3, 112, 49, 12}}},
	{"西南", 92, 84, 1006, 92, 909, -3, 43, []cities{{city2, 38, 27, 4}, {city3, 126, 41, 14}}},
	{"东北", -24, 10, 1000, 83, 884, -12, 52, []cities{{city2, 31, 23, 0}, {city3, 72, 30, 2}}},
}

// A line is a product line. Its list price is in fen, its cost in thousandths
// of what a partner pays.
type line struct {
	name     string
	list     int64
	cost     int64
	mix      map[string]int64 // share of a partner type's purchases in 2025
	drift    int64            // what is added to the share in a year
	launched month
}

var lines = []line{
	{"家用净水机", 168000, 712, map[string]int64{dealer: 380, online: 400, industry: 60, direct: 400}, -8, 0},
	{"商用净水设备", 980000, 668, map[string]int64{dealer: 150, online: 50, industry: 560, direct: 170}, 12, 0},
	{"全屋净水系统", 690000, 655, map[string]int64{dealer: 170, online: 110, industry: 190, direct: 170}, 14, 0},
	{"空气净化器", 145000, 748, map[string]int64{dealer: 140, online: 220, industry: 70, direct: 120}, -22, 0},
	{"滤芯与耗材", 12800, 602, map[string]int64{dealer: 160, online: 220, industry: 120, direct: 140}, 4, 0},
	{"智能软水机", 398000, 672, map[string]int64{dealer: 46, online: 40, industry: 24, direct: 50}, 0, launch},
}

// launch is the month in which the youngest line came to market.
var launch = in(2026, 2)

// weight returns a line's share of the purchases of a partner type. What a new
// line sells, it sells on top of the others; it grows for a year.
func (l *line) weight(kind string, m month) int64 {
	if l.launched == 0 {
		return l.mix[kind] + l.drift*int64(m)/12
	}
	age := int64(m - l.launched)
	if age < 0 {
		return 0
	}
	return part(l.mix[kind], min(3+age, 12), 12)
}

// A partner buys from its first to its last month, in 2025 on average for base
// yuan a month.
type partner struct {
	id, name, kind, tier, region, city, cityTier string

	joined, left string
	first, last  month
	base         int64
}

var partners = []partner{
	{"P01", "示例华东一号商贸", dealer, strategic, "华东", "上海", city1, "2017-03-01", "", 0, lastMonth, 4_200_000},
	{"P02", "示例华东二号网络", online, strategic, "华东", "杭州", city2, "2018-09-01", "", 0, lastMonth, 3_600_000},
	{"P03", "示例华东三号工程", industry, preferred, "华东", "南京", city2, "2019-05-15", "", 0, lastMonth, 2_400_000},
	{"P04", "示例华东四号商贸", dealer, preferred, "华东", "苏州", city2, "2019-11-01", "", 0, lastMonth, 2_100_000},
	{"P05", "示例华东五号商贸", dealer, ordinary, "华东", "温州", city3, "2021-04-12", "", 0, lastMonth, 1_100_000},
	{"P06", "示例华东六号商贸", dealer, ordinary, "华东", "芜湖", city3, "2025-05-06", "", in(2025, 5), lastMonth, 550_000},
	{"P07", "示例华东七号工程", industry, ordinary, "华东", "嘉兴", city3, "2026-07-08", "", in(2026, 7), lastMonth, 450_000},
	{"P08", "示例华南一号商贸", dealer, strategic, "华南", "广州", city1, "2017-06-01", "", 0, lastMonth, 3_400_000},
	{"P09", "示例华南二号网络", online, strategic, "华南", "深圳", city1, "2018-03-20", "", 0, lastMonth, 3_100_000},
	{"P10", "示例华南三号工程", industry, preferred, "华南", "江门", city3, "2020-02-17", "", 0, lastMonth, 1_700_000},
	{"P11", "示例华南四号商贸", dealer, ordinary, "华南", "湛江", city3, "2025-08-04", "", in(2025, 8), lastMonth, 500_000},
	{"P12", "示例华北一号商贸", dealer, strategic, "华北", "北京", city1, "2017-10-09", "", 0, lastMonth, 3_000_000},
	{"P13", "示例华北二号工程", industry, preferred, "华北", "北京", city1, "2019-08-01", "", 0, lastMonth, 2_100_000},
	{"P14", "示例华北三号网络", online, preferred, "华北", "唐山", city3, "2020-06-10", "", 0, lastMonth, 1_700_000},
	{"P15", "示例华北四号商贸", dealer, ordinary, "华北", "石家庄", city2, "2020-09-21", "2026-06-30", 0, in(2026, 6), 600_000},
	{"P16", "示例华北五号商贸", dealer, ordinary, "华北", "保定", city3, "2026-04-13", "", in(2026, 4), lastMonth, 550_000},
	{"P17", "示例华中一号商贸", dealer, preferred, "华中", "武汉", city2, "2018-07-02", "", 0, lastMonth, 2_100_000},
	{"P18", "示例华中二号网络", online, preferred, "华中", "长沙", city2, "2019-12-02", "", 0, lastMonth, 1_500_000},
	{"P19", "示例华中三号工程", industry, ordinary, "华中", "郑州", city2, "2021-06-15", "", 0, lastMonth, 1_200_000},
	{"P20", "示例华中四号商贸", dealer, ordinary, "华中", "襄阳", city3, "2025-10-13", "", in(2025, 10), lastMonth, 450_000},
	{"P21", "示例华中五号商贸", dealer, ordinary, "华中", "洛阳", city3, "2026-08-03", "", in(2026, 8), lastMonth, 350_000},
	{"P22", "示例西南一号商贸", dealer, preferred, "西南", "成都", city2, "2018-11-05", "", 0, lastMonth, 1_900_000},
	{"P23", "示例西南二号工程", industry, preferred, "西南", "重庆", city2, "2020-04-01", "", 0, lastMonth, 1_300_000},
	{"P24", "示例西南三号网络", online, ordinary, "西南", "遵义", city3, "2026-01-12", "", in(2026, 1), lastMonth, 350_000},
	{"P25", "示例西南四号商贸", dealer, ordinary, "西南", "曲靖", city3, "2026-09-22", "", in(2026, 10), lastMonth, 400_000}, // signed, has not bought yet
	{"P26", "示例东北一号商贸", dealer, preferred, "东北", "沈阳", city2, "2019-03-11", "", 0, lastMonth, 1_300_000},
	{"P27", "示例东北二号网络", online, ordinary, "东北", "大连", city2, "2020-10-26", "", 0, lastMonth, 800_000},
	{"P28", "示例东北三号商贸", dealer, ordinary, "东北", "吉林", city3, "2021-09-06", "", 0, in(2026, 5), 260_000}, // went silent, has not left
	{"D01", "示例直营商城", direct, "", "华东", "上海", city1, "2019-01-01", "", 0, lastMonth, 2_500_000},
	{"D02", "示例直营大客户部", direct, "", "华北", "北京", city1, "2016-01-01", "", 0, lastMonth, 1_900_000},
}

// season is the year's course: quiet around the Spring Festival, busy before
// the sales events of June and November.
var season = [12]int64{920, 700, 960, 985, 1020, 1110, 985, 1000, 1075, 1010, 1150, 1085}

// outage: the north-east shipped nothing in February 2026.
func outage(region string, m month) bool { return region == "东北" && m == in(2026, 2) }

// surveyed: the south-west did not survey its customers in August 2026.
func surveyed(region string, m month) bool { return !(region == "西南" && m == in(2026, 8)) }

// buys reports whether the partner buys in a month.
func (p *partner) buys(m month) bool {
	return p.first <= m && m <= p.last && !outage(p.region, m)
}

// trades reports whether the partner buys in some month of a quarter.
func (p *partner) trades(q quarter) bool {
	months := q.months()
	return slices.ContainsFunc(months[:], p.buys)
}

// trading returns how many partners of the channel buy in a region.
func (a *region) trading(q quarter) int {
	n := 0
	for i := range partners {
		if p := &partners[i]; p.region == a.name && p.kind != direct && p.trades(q) {
			n++
		}
	}
	return n
}

// area returns the partner's region.
func (p *partner) area() *region {
	for i := range regions {
		if regions[i].name == p.region {
			return &regions[i]
		}
	}
	return nil
}

// plan returns what the partner buys in a month before any accident, in yuan
// and without the new line. A partner takes three months to get under way.
func (p *partner) plan(m month) int64 {
	v := part(p.base, season[m%12], 1000)
	v = part(v, 12000+p.area().growth*int64(m), 12000)
	if age := int64(m - p.first); p.first > 0 && age < 3 {
		v = part(v, 2+age, 4)
	}
	return v
}

// key returns the partner's groups.
func (p *partner) key() key { return key{p.region, p.cityTier, p.kind, p.id} }

// partnerList is the book's list of partners.
func partnerList() file {
	f := file{name: "partners.csv", header: []string{
		"partner_id", "partner_name", "partner_type", "tier", "region", "city", "city_tier", "joined", "left",
	}}
	for _, p := range partners {
		f.add(p.id, p.name, p.kind, p.tier, p.region, p.city, p.cityTier, p.joined, p.left)
	}
	return f
}
