package channel

import (
	"slices"

	"github.com/shopspring/decimal"
)

// A FieldType is the type of an item's field in the expression language.
type FieldType uint8

const (
	TextField FieldType = iota + 1
	WordField
	DateField
	MoneyField
	NumberField // percent or count
	IDsField
	EvidenceField
	ItemsField
	PeriodField
)

// A FieldSpec describes one field of items.
type FieldSpec struct {
	Name, Zh string
	Type     FieldType
	Kinds    []Kind // that have it
	Words    []Word // allowed values of a WordField
	Unit     string // of Money and Number fields: money, percent, count

	// Sentences is set for a TextField that holds sentences, in which {{ }} is
	// an expression of the report's language. Other texts are names.
	Sentences bool

	// Part is the kind of the items in an ItemsField.
	Part Kind

	of func(*Item) any
}

// Text returns an item's text or period in the field. It and the methods below
// return nothing for a field of another type.
func (f *FieldSpec) Text(it *Item) string { return get[string](f, it) }

// Word returns an item's word in the field.
func (f *FieldSpec) Word(it *Item) Word { return get[Word](f, it) }

// Date returns an item's date in the field.
func (f *FieldSpec) Date(it *Item) Date { return get[Date](f, it) }

// Number returns an item's amount or number in the field.
func (f *FieldSpec) Number(it *Item) decimal.NullDecimal { return get[decimal.NullDecimal](f, it) }

// IDs returns an item's ids in the field.
func (f *FieldSpec) IDs(it *Item) []string { return get[[]string](f, it) }

// Evidence returns an item's figures in the field.
func (f *FieldSpec) Evidence(it *Item) []Evidence { return get[[]Evidence](f, it) }

// Items returns an item's parts in the field.
func (f *FieldSpec) Items(it *Item) []*Item { return get[[]*Item](f, it) }

func get[T any](f *FieldSpec, it *Item) (value T) {
	if f.of == nil {
		return value
	}
	if p, ok := f.of(it).(*T); ok {
		return *p
	}
	return value
}

// A field is a FieldSpec with the way into an Item: of returns a pointer to
// the field, whose type says how it is decoded.
type field struct {
	name, zh string
	typ      FieldType
	of       func(*Item) any
	words    []Word // of a WordField
	unit     string
	part     Kind // of an ItemsField
}

var severities = []Word{"high", "medium", "low"}
var statuses = []Word{"planned", "running", "partly done", "done", "late", "dropped"}

// fields is every field that items.yaml and items.csv may give, once.
var fields = []field{
	{name: "id", zh: "编号", typ: TextField, of: func(it *Item) any { return &it.ID }},
	{name: "title", zh: "标题", typ: TextField, of: func(it *Item) any { return &it.Title }},
	{name: "text", zh: "内容", typ: TextField, of: func(it *Item) any { return &it.Text }},
	{name: "impact", zh: "影响", typ: TextField, of: func(it *Item) any { return &it.Impact }},
	{name: "area", zh: "领域", typ: TextField, of: func(it *Item) any { return &it.Area }},
	{name: "purpose", zh: "目的", typ: TextField, of: func(it *Item) any { return &it.Purpose }},
	{name: "effect", zh: "成效", typ: TextField, of: func(it *Item) any { return &it.Effect }},
	{name: "remaining", zh: "余留问题", typ: TextField, of: func(it *Item) any { return &it.Remaining }},
	{name: "consequence", zh: "后果", typ: TextField, of: func(it *Item) any { return &it.Consequence }},
	{name: "otherwise", zh: "不批后果", typ: TextField, of: func(it *Item) any { return &it.Otherwise }},
	{name: "category", zh: "归因类别", typ: TextField, of: func(it *Item) any { return &it.Category }},
	{name: "owner", zh: "负责人", typ: TextField, of: func(it *Item) any { return &it.Owner }},
	{name: "since", zh: "起始期", typ: PeriodField, of: func(it *Item) any { return &it.Since }},
	{name: "posts", zh: "岗位", typ: TextField, of: func(it *Item) any { return &it.Posts }},
	{name: "severity", zh: "严重程度", typ: WordField, of: func(it *Item) any { return &it.Severity }, words: severities},
	{name: "status", zh: "状态", typ: WordField, of: func(it *Item) any { return &it.Status }, words: statuses},
	{name: "class", zh: "类别", typ: WordField, of: func(it *Item) any { return &it.Class }, words: []Word{"money", "people", "rules"}},
	{name: "state", zh: "到位情况", typ: WordField, of: func(it *Item) any { return &it.State }, words: []Word{"pending", "approved", "in place"}},
	{name: "decision", zh: "处置", typ: WordField, of: func(it *Item) any { return &it.Decision }, words: []Word{"plan", "accept", "open"}},
	{name: "start", zh: "开始", typ: DateField, of: func(it *Item) any { return &it.Start }},
	{name: "due", zh: "时限", typ: DateField, of: func(it *Item) any { return &it.Due }},
	{name: "done", zh: "完成日期", typ: DateField, of: func(it *Item) any { return &it.Done }},
	{name: "deadline", zh: "决定期限", typ: DateField, of: func(it *Item) any { return &it.Deadline }},
	{name: "amount", zh: "金额", typ: MoneyField, of: func(it *Item) any { return &it.Amount }, unit: "money"},
	{name: "base", zh: "基数", typ: MoneyField, of: func(it *Item) any { return &it.Base }, unit: "money"},
	{name: "increase", zh: "增幅", typ: NumberField, of: func(it *Item) any { return &it.Increase }, unit: "percent"},
	{name: "budget", zh: "预算", typ: MoneyField, of: func(it *Item) any { return &it.Budget }, unit: "money"},
	{name: "spent", zh: "已用", typ: MoneyField, of: func(it *Item) any { return &it.Spent }, unit: "money"},
	{name: "headcount", zh: "人数", typ: NumberField, of: func(it *Item) any { return &it.Headcount }, unit: "count"},
	{name: "answers", zh: "对应", typ: IDsField, of: func(it *Item) any { return &it.Answers }},
	{name: "serves", zh: "服务于", typ: IDsField, of: func(it *Item) any { return &it.Serves }},
	{name: "concerns", zh: "涉及", typ: IDsField, of: func(it *Item) any { return &it.Concerns }},
	{name: "needs", zh: "所需资源", typ: IDsField, of: func(it *Item) any { return &it.Needs }},
	{name: "moves", zh: "影响指标", typ: IDsField, of: func(it *Item) any { return &it.Moves }},
	{name: "carried_from", zh: "结转自", typ: TextField, of: func(it *Item) any { return &it.CarriedFrom }},
	{name: "evidence", zh: "依据", typ: EvidenceField, of: func(it *Item) any { return &it.Evidence }},
	{name: "outputs", zh: "产出", typ: EvidenceField, of: func(it *Item) any { return &it.Outputs }},
	{name: "effects", zh: "成效指标", typ: EvidenceField, of: func(it *Item) any { return &it.Effects }},
	{name: "aim", zh: "预期目标", typ: EvidenceField, of: func(it *Item) any { return &it.Aim }},
	{name: "symptoms", zh: "表现", typ: ItemsField, of: func(it *Item) any { return &it.Symptoms }, part: Symptom},
	{name: "causes", zh: "根因", typ: ItemsField, of: func(it *Item) any { return &it.Causes }, part: Cause},
	{name: "actions", zh: "行动", typ: ItemsField, of: func(it *Item) any { return &it.Actions }, part: Action},
	{name: "responses", zh: "应对", typ: ItemsField, of: func(it *Item) any { return &it.Responses }, part: Response},
}

// general are the fields of the kinds that a report mostly tells.
var general = []string{"id", "title", "text", "impact", "severity", "responses", "evidence", "owner", "due", "aim"}

// kindFields are the fields that each kind has.
var kindFields = [...][]string{
	Goal:        general,
	Initiative:  {"id", "title", "area", "purpose", "owner", "start", "due", "status", "budget", "spent", "actions", "outputs", "effect", "moves"},
	Challenge:   general,
	Opportunity: general,
	Problem:     {"id", "title", "severity", "text", "impact", "evidence", "symptoms", "causes"},
	Measure: {"id", "title", "status", "answers", "carried_from", "owner", "start", "due", "done", "text", "actions", "effect", "effects",
		"remaining", "aim"},
	Unresolved: {"id", "title", "text", "consequence", "concerns", "since", "evidence", "decision"},
	Resource: {"id", "class", "title", "text", "serves", "state", "owner", "due", "amount", "increase", "base",
		"headcount", "posts"},
	Decision: {"id", "title", "text", "needs", "deadline", "otherwise"},
	Lesson:   general,
	Outlook:  general,
	Symptom:  {"title", "text", "evidence"},
	Cause:    {"id", "title", "text", "evidence", "category"},
	Action:   {"title", "text", "owner", "due", "status", "outputs"},
	Response: {"title", "text", "owner", "due"},
}

// fieldsOf returns the fields of a kind, in the order of kindFields.
func fieldsOf(k Kind) []field {
	list := make([]field, 0, len(kindFields[k]))
	for _, name := range kindFields[k] {
		i := slices.IndexFunc(fields, func(f field) bool { return f.name == name })
		list = append(list, fields[i])
	}
	return list
}

// isSet reports whether an item has something in the field.
func (f *field) isSet(it *Item) bool {
	switch p := f.of(it).(type) {
	case *string:
		return *p != ""
	case *Word:
		return *p != ""
	case *Date:
		return !p.IsZero()
	case *decimal.NullDecimal:
		return p.Valid
	case *[]string:
		return len(*p) > 0
	case *[]Evidence:
		return len(*p) > 0
	case *[]*Item:
		return len(*p) > 0
	}
	return false
}

// Fields is the one table of item fields. It drives the YAML decoder, the
// checks of the expression language and what its expressions read. Beside the fields that a file gives there
// is item_period, the period that the item belongs to.
func Fields() []FieldSpec {
	specs := make([]FieldSpec, 0, len(fields)+1)
	all := make([]Kind, 0, len(kindFields))
	for k := Goal; int(k) < len(kindFields); k++ {
		all = append(all, k)
	}
	for _, f := range fields {
		kinds := slices.DeleteFunc(slices.Clone(all), func(k Kind) bool { return !slices.Contains(kindFields[k], f.name) })
		specs = append(specs, FieldSpec{f.name, f.zh, f.typ, kinds, f.words, f.unit, slices.Contains(sentenceFields, f.name), f.part, f.of})
	}
	return append(specs, FieldSpec{Name: "item_period", Zh: "所属期间", Type: PeriodField, Kinds: all, of: func(it *Item) any {
		code := it.Period.String()
		return &code
	}})
}
