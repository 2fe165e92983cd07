package report

// A functionDoc says what a function is for, and shows it: each example is a
// sentence as a template would hold it. Examples are run by a test, which
// writes them with what they print to templates/functions.md.
type functionDoc struct {
	zh, en   string
	examples []example
}

// An example is one sentence in both languages.
type example struct{ zh, en string }

// functionDocs has an entry for every function.
var functionDocs = map[string]functionDoc{
	"yoy": {"与上年同期相比的变化，接在指标之后", "the change against a year before, behind a figure", []example{
		{"毛利{{ gross_profit }}[[，{{ 同比(毛利) }}]]。", "Gross profit was {{ gross_profit }}[[, {{ yoy(gross_profit) }}]]."}}},
	"pop": {"与上一期相比的变化，年度报告中不出现", "the change against the period before; silent for a year", []example{
		{"毛利{{ gross_profit }}[[，{{ 环比(毛利) }}]]。", "Gross profit was {{ gross_profit }}[[, {{ pop(gross_profit) }}]]."}}},
	"growth": {"同比与环比一并说明，相同的词只说一次", "both changes, the common words once", []example{
		{"毛利{{ gross_profit }}[[，{{ 增减(毛利) }}]]。", "Gross profit was {{ gross_profit }}[[, {{ growth(gross_profit) }}]]."}}},
	"attain": {"完成目标的程度", "how far the target was reached", []example{
		{"毛利{{ gross_profit }}[[，{{ 达成(毛利) }}]]。", "Gross profit was {{ gross_profit }}[[, {{ attain(gross_profit) }}]]."}}},
	"gap": {"与目标相差多少", "how much is lacking to the target, or beyond it", []example{
		{"毛利{{ gross_profit }}[[，{{ 差额(毛利) }}]]。", "Gross profit was {{ gross_profit }}[[, {{ gap(gross_profit) }}]]."}}},
	"versus": {"与另一个指标相比，第三个参数是它的称呼", "against another figure, which the third argument names", []example{
		{"毛利{{ gross_profit }}[[，{{ 对比(毛利, 毛利.预算, \"预算\") }}]]。", "Gross profit was {{ gross_profit }}[[, {{ versus(gross_profit, gross_profit.budget, \"budget\") }}]]."}}},
	"rank": {"在同一维度各组中的名次，用在某一组的行内或伙伴报告中", "the place among the groups, in a group's row or a partner's report", []example{
		{"毛利{{ gross_profit }}[[，{{ 名次(毛利) }}]]。", "Gross profit was {{ gross_profit }}[[, {{ rank(gross_profit) }}]]."}}},
	"steady": {"期内逐月上升或逐月下降，否则不出现", "rising, or falling, in every month of the period; else silent", []example{
		{"毛利{{ gross_profit }}[[，{{ 稳步(毛利) }}]]。", "Gross profit was {{ gross_profit }}[[, {{ steady(gross_profit) }}]]."}}},
	"leaders": {"某一维度中数值最大的几组，最多列出第三个参数那么多（默认 3）", "the groups with the largest values; the third argument says how many at most (3)", []example{
		{"{{ 领先(区域, 毛利, 2) }}。", "{{ leaders(region, gross_profit, 2) }}."},
		{"{{ 领先(产品线, 毛利) }}。", "{{ leaders(product_line, gross_profit) }}."}}},
	"drivers": {"总体变化主要来自哪些组，哪些组抵消了一部分", "which groups moved the whole, and which moved against it", []example{
		{"{{ 拉动(产品线, 毛利) }}。", "{{ drivers(product_line, gross_profit) }}."}}},
	"met": {"某一维度中多少组达到目标", "how many groups reached their targets", []example{
		{"{{ 达标面(区域, 毛利) }}。", "{{ met(region, gross_profit) }}."}}},
	"balance": {"结构较上年同期更均衡还是更集中", "whether the mix is more even than a year before", []example{
		{"{{ 均衡(产品线, 毛利) }}。", "{{ balance(product_line, gross_profit) }}."}}},
	"met_figures": {"几项指标中哪些达到目标", "which of several figures reached their targets", []example{
		{"{{ 达标项(毛利, 线索数, 转化率) }}。", "{{ met_figures(gross_profit, leads, conversion_rate) }}."}}},
	"budget_total": {"资源需求中金额的合计，按比例增加而未给基数的另计", "what resources ask for in money; percentages without a base are counted apart", []example{
		{"{{ 预算合计(资源) }}。", "{{ budget_total(resources) }}."}}},
	"of": {"只取满足条件的事实", "the figure over some facts only", []example{
		{"毛利{{ 限定(毛利, 产品线 = \"甲\") }}[[，{{ 同比(限定(毛利, 产品线 = \"甲\")) }}]]。", "Gross profit was {{ of(gross_profit, product_line = \"甲\") }}."}}},
	"at": {"取其他期间的数值", "the figure of another period", []example{
		{"上季度毛利{{ 取期(毛利, \"2026-Q2\") }}。", "Gross profit was {{ at(gross_profit, \"2026-Q2\") }} in the second quarter."}}},
	"abs": {"绝对值", "without the sign", []example{
		{"相差{{ 绝对值(毛利.差额) }}。", "The difference is {{ abs(gross_profit.gap) }}."}}},
	"min": {"两个数中较小的", "the smaller of two", []example{
		{"较小的是{{ 较小(毛利, 毛利.目标) }}。", "The smaller one is {{ min(gross_profit, gross_profit.target) }}."}}},
	"max": {"两个数中较大的", "the larger of two", []example{
		{"较大的是{{ 较大(毛利, 毛利.目标) }}。", "The larger one is {{ max(gross_profit, gross_profit.target) }}."}}},
	"count": {"列表有几项；在 [[ ]] 中为零时不出现", "how many a list has; nothing is silent in [[ ]]", []example{
		{"共{{ 计数(问题) }}个问题。", "There are {{ count(problems) }} problems."},
		{"[[待批资源{{ 计数(筛选(资源, 到位情况 = \"待批\")) }}项。]]", "[[{{ count(where(resources, state = \"pending\")) }} resources are pending.]]"}}},
	"sum": {"列表中某个数值字段的合计", "the sum of a field of a list", []example{
		{"资金合计{{ 合计(资源.金额) }}。", "Funding is {{ sum(resources.amount) }}."}}},
	"where": {"列表中满足条件的事项", "the items of a list for which something holds", []example{
		{"{{ 连接(筛选(问题, 严重程度 = \"高\"), 标题) }}。", "{{ join(where(problems, severity = \"high\"), title) }}."}}},
	"join": {"用顿号和“和”连接：文字、事项的字段（默认标题）、指标及其数值；负责人、状态之类的文字相同的只写一次，标题、金额、日期逐项都写", "names joined: texts, a field of items (the title), figures with their values; an owner or a status that several have is said once, titles, numbers and dates as often as they stand there", []example{
		{"{{ 连接(问题) }}。", "{{ join(problems) }}."},
		{"{{ 连接([毛利, 线索数]) }}。", "{{ join([gross_profit, leads]) }}."}}},
	"money": {"按指定单位打印金额；不写单位时按大小选元、万元或亿元", "an amount in a scale of its own; without one, in the scale that fits", []example{
		{"毛利{{ 金额(毛利, \"亿元\") }}[[，即{{ 金额(毛利) }}]]。", "Gross profit was {{ money(gross_profit, \"thousand\") }}."}}},
	"digits": {"指定小数位数", "with so many decimals", []example{
		{"毛利{{ 小数(毛利, 3) }}。", "Gross profit was {{ digits(gross_profit, 3) }}."}}},
	"range": {"两个数之间的区间，小的在前", "from the smaller to the larger of two", []example{
		{"毛利在{{ 区间(毛利, 毛利.目标) }}之间。", "Gross profit ranges from {{ range(gross_profit, gross_profit.target) }}."}}},
	"plural": {"个数和它所数的东西；英文按单复数变化", "a count with what it counts, singular or plural", []example{
		{"共{{ 单复数(计数(问题), \"个问题\") }}。", "{{ plural(count(problems), \"problem\") }} in all."}}},
	"date": {"日期", "a date", []example{
		{"截止{{ 日期(\"2026-12-31\") }}。", "Due on {{ date(\"2026-12-31\") }}."}}},
	"name": {"指标或维度的名称", "what a figure or a dimension is called", []example{
		{"{{ 名称(毛利.完成率) }}按{{ 名称(区域) }}列出。", "{{ name(gross_profit.attainment) }} by {{ name(region) }}."}}},
	"item": {"按编号取一个事项，点号后写字段", "an item by its id; a field follows behind a point", []example{
		{"{{ 事项(\"P1\").标题 }}。", "{{ item(\"P1\").title }}."}}},
	"ref": {"引用表、图或章节的序号", "the number of a table, chart or section", []example{
		{"见{{ 引用(\"regions\") }}。", "See {{ ref(\"regions\") }}."}}},
	"claim": {"作者的判断，用精确数值检验；与数据不符时，草稿中提示，定稿中报错", "the author's judgement, tested on exact values: listed in a draft, refused in a final report", []example{
		{"毛利{{ 断言(\"增长\", 毛利) }}。", "Gross profit {{ claim(\"grew\", gross_profit) }}."},
		{"毛利{{ 断言(\"高于\", 毛利, 毛利.预算) }}预算。", "Gross profit was {{ claim(\"above\", gross_profit, gross_profit.budget) }} budget."}}},
}
