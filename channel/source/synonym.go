package source

import (
	"slices"
	"strings"
)

// Synonym returns the candidate that business also calls by a name, "" if none
// is.
func Synonym(name string, candidates []string) string {
	for _, s := range synonyms {
		if strings.Contains(s.words, name) && slices.Contains(candidates, s.name) && slices.Contains(strings.Fields(s.words), name) {
			return s.name
		}
	}
	return ""
}

// synonyms are words of business for what the library calls by another name.
// They are told as a hint where a name is unknown, and are no names themselves.
// A word may be on several lines: the first whose name can stand there counts.
var synonyms = []struct{ name, words string }{
	// Indicators.
	{"销售额", "营收 营业收入 营业额 收入 销售收入 业绩 销售业绩 销售 回款"},
	{"sales", "revenue turnover income"},
	{"销量", "销售量 销售数量 数量 出货量"},
	{"quantity", "volume units"},
	{"客单价", "单均 笔单价 平均客单"},
	{"平均单价", "单价 均价"},
	{"订单数", "单量 订单量 笔数 单数"},
	{"毛利", "利润 毛利润 毛利额"},
	{"毛利 / 销售额 * 100%", "毛利率 利润率 销售毛利率 销售利润率"}, // where a formula can stand
	{"gross_profit / sales * 100%", "margin gross_margin"},
	{"渠道费用", "费用 渠道成本 成本"},
	{"投资回报率", "回报率 投入回报率"},
	{"市场份额", "市占率 市场占有率 市占"},
	{"伙伴数", "渠道数 经销商数 客户数 伙伴数量"},
	{"客户满意度", "满意度"},
	// Names of the report and of a partner.
	{"机构", "公司名称 公司 企业名称 企业 单位名称 单位"},
	{"organization", "company company_name"},
	{"报告日期", "日期 编制日期 制表日期 报告时间"},
	{"report_date", "date today"},
	{"本期", "期间 报告期 本季度 本月 本年 当期"},
	{"下期", "下季度 下月 下年 下一期"},
	{"标题", "名称 事项"}, // of items
	{"title", "name"},
	{"伙伴.名称", "名称 伙伴名称 客户名称 经销商名称"},
	{"partner.name", "name partner_name"},
	// Aspects.
	{"完成率", "完成比例 达成 达成率 达成比例 完成度 完成进度 达标率"},
	{"attainment", "completion achievement"},
	{"上年同期", "去年 去年同期 上年度 同期"},
	{"year_ago", "last_year prior_year"},
	{"上期", "上月 上季 上季度 前期"},
	{"同比", "增长率 增长 增速 增幅 增减 同比增长率 同比增幅"},
	{"同比变化", "增长率 增长 增速 增幅 增减 同比增长率 同比增幅"}, // of rates
	{"yoy", "growth growth_rate"},
	{"环比", "环比增长率 环比增幅"},
	{"环比变化", "环比增长率 环比增幅"},
	{"目标", "计划 任务 指标 目标额"},
	{"target", "plan quota"},
	{"差额", "差距 缺口 差异"},
	{"占比", "比重 份额 比例 构成"},
	{"名次", "排名 排行"},
	{"累计", "年累计 今年累计"},
	{"全年目标", "年度目标 年目标"},
	{"全年完成率", "年度完成率"},
	{"数值", "实际 实际值 本期 本期值 当期"},
	// Functions.
	{"领先", "前三 前五 前十 排行榜"},
	{"拉动", "贡献 驱动"},
	// Dimensions.
	{"区域", "大区 地区 片区 省区 战区"},
	{"伙伴类型", "渠道类型 渠道 客户类型"},
	{"伙伴", "经销商 代理商 渠道商 客户"},
	{"伙伴等级", "客户等级 等级 级别"},
	{"产品线", "品类 产品 产品类别 产品系列"},
	// Items and their fields.
	{"措施", "对策 任务 行动计划"},
	{"资源", "需求 资源需求"},
	{"挑战", "风险"},
	{"时限", "截止日期 截止日 截止时间 到期日 期限 完成时限 计划完成日期"},
	{"决定期限", "截止日期 截止日 截止时间 到期日 期限"},
	{"due", "deadline due_date"},
	{"负责人", "责任人 牵头人 经办人 主责人 责任部门 牵头部门"},
	{"owner", "responsible lead"},
	{"状态", "进度 进展 完成情况"},
	{"内容", "描述 说明 详情"},
	{"根因", "原因 根本原因"},
	{"严重程度", "优先级 紧急程度 等级 级别"},
	{"开始", "开始日期 开始时间 启动日期"},
	{"完成日期", "完成时间 实际完成日期"},
	{"成效", "成果 效果 结果"},
	// Keys of a template, and their values.
	{"zh-CN", "中文 汉语 简体中文 zh cn"},
	{"en", "英文 英语"},
	{"bar", "柱 柱状图 柱形图 条形图"},
	{"line", "折线 折线图 曲线图"},
	{"heading", "标题 小标题 章节"},
	{"text", "正文 文字 段落"},
	{"each", "逐项"},
	{"verdict", "结论 一句话结论"},
	{"note", "说明"},
	{"notes", "其余说明"},
	{"figures", "指标卡 指标卡片 卡片 指标"},
	{"table", "表格 表"},
	{"chart", "图表 图"},
	{"items", "事项"},
	{"evidence", "依据"},
	{"decisions", "决定事项 决策事项 决策"},
	{"sign_off", "签署 签署栏"},
	{"callout", "加框 提示框"},
	{"use", "部件"},
	{"method", "口径 口径表 指标口径"},
	{"gaps", "缺口 数据缺口"},
	{"page_break", "分页"},
	{"title", "标题 名称"},
	{"sections", "章节 正文"},
	{"summary", "摘要 首页"},
	{"appendix", "附录"},
	{"closing", "结语"},
	{"parameters", "参数"},
	{"caption", "标题 表题 图题 表名 图名"},
	{"rows", "行"},
	{"columns", "列"},
	{"where", "条件 筛选 只看"},
	{"when", "条件 当"},
	{"sort", "排序"},
	{"top", "前 前几 最多"},
	{"total", "合计 总计"},
	{"unit", "单位"},
	{"by", "维度 分组 横轴"},
	{"series", "序列 系列 指标"},
	{"kind", "类型 种类"},
	{"figure", "指标"},
	{"name", "名称"},
	{"show", "显示 列出"},
	{"lead", "引导语"},
	{"empty", "无数据时"},
	{"default", "默认 默认值"},
	{"blocks", "内容 内容块"},
}
