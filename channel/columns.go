package channel

import "slices"

// fileKind is what a CSV file of a book holds.
type fileKind string

const (
	partnersFile     fileKind = "partners"
	salesFile        fileKind = "sales"
	targetsFile      fileKind = "targets"
	observationsFile fileKind = "observations"
	itemsFile        fileKind = "items"
	notesFile        fileKind = "notes" // of worksheets only
)

// fileKinds are the kinds for which book.yaml may have a rule.
var fileKinds = []fileKind{partnersFile, salesFile, targetsFile, observationsFile, itemsFile}

// A column is one of the columns that a kind of file may have.
type column struct {
	name     string
	headers  []string // Chinese headers that mean it
	required bool
}

// dimensionColumn is the column that holds a dimension's values.
func dimensionColumn(dim string) string {
	if dim == PartnerID {
		return "partner_id"
	}
	return dim
}

// headers known without a rule in book.yaml.
var knownHeaders = map[string][]string{
	"date":         {"日期", "销售日期", "订单日期", "开票日期"},
	"amount":       {"金额", "销售额", "销售金额"},
	"quantity":     {"数量", "销量"},
	"partner_id":   {"伙伴编号", "渠道编号", "经销商编号"},
	"partner_name": {"伙伴名称", "渠道名称", "经销商名称"},
	"partner_type": {"伙伴类型", "渠道类型"},
	"tier":         {"伙伴等级", "等级"},
	"region":       {"区域", "大区"},
	"city":         {"城市"},
	"city_tier":    {"城市级别"},
	"product_line": {"产品线"},
	"order_id":     {"订单号", "订单编号"},
	"currency":     {"币种"},
	"joined":       {"加入日期", "签约日期"},
	"left":         {"退出日期"},
	"period":       {"期间"},
	"measure":      {"指标"},
	"scenario":     {"情景"},
	"value":        {"数值"},
}

// columnsOf returns the columns of a kind of file. Those of facts begin with
// the dimensions, in their order.
func columnsOf(kind fileKind, dims []string) []column {
	switch kind {
	case itemsFile:
		return columnsOfItems()
	case notesFile:
		return []column{{"period", []string{"期间"}, true}, {"slot", []string{"栏目"}, true}, {"text", []string{"内容"}, true},
			{"author", []string{"作者"}, false}, {"date", []string{"日期"}, false}}
	}
	var names, required []string
	if kind == partnersFile {
		names = []string{"partner_id", "partner_name", "partner_type", "tier", "region", "city", "city_tier", "joined", "left"}
		required = names[:1]
	} else {
		for _, dim := range dims {
			names = append(names, dimensionColumn(dim))
		}
		var own []string
		switch kind {
		case salesFile:
			own = []string{"partner_name", "date", "amount", "quantity", "order_id", "currency"}
			required = own[1:3]
		case targetsFile:
			own = []string{"period", "measure", "amount"}
			required = own
		case observationsFile:
			own = []string{"period", "measure", "value", "scenario"}
			required = own[:3]
		}
		names = append(names, own...)
	}
	columns := make([]column, len(names))
	for i, name := range names {
		columns[i] = column{name, knownHeaders[name], slices.Contains(required, name)}
		if kind == targetsFile && name == "amount" {
			columns[i].headers = append(slices.Clone(columns[i].headers), "目标", "目标值")
		}
	}
	return columns
}
