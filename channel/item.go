package channel

import (
	"iter"
	"strconv"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel/source"
)

// An Item is one entry of items.yaml: a problem, a measure, a resource, or a
// part of one (a cause, an action). Which fields a kind has is in Fields; a
// zero field is "not given". Text fields hold the author's words as written.
type Item struct {
	Kind     Kind
	Period   Period
	ID       string
	Position source.Position

	Title, Text, Impact, Area, Purpose, Effect, Remaining, Consequence,
	Otherwise, Category, Owner, Since, Posts string
	Severity, Status, Class, State, Decision Word
	Start, Due, Done, Deadline               Date
	Amount, Base, Increase, Budget, Spent,
	Headcount decimal.NullDecimal
	Answers, Serves, Concerns, Needs, Moves []string // ids of items; of indicators in Moves
	CarriedFrom                             string   // 2026-Q2/A1
	Evidence, Outputs, Effects, Aim         []Evidence
	Symptoms, Causes, Actions, Responses    []*Item

	places places
}

// At returns where a field's value stands, or the i-th value of a list
// (answers[0]); the item's position if that is not known.
func (it *Item) At(field string) source.Position {
	if v, ok := it.places[field]; ok {
		return v.place().position
	}
	return it.Position
}

// Offset returns where the byte at an offset of a text field stands.
func (it *Item) Offset(field string, offset int) source.Position {
	return it.places.offset(field, offset, it.Position)
}

// Path returns the path of a field in the item's document: problems[0].text.
// That of an item that comes from none begins with its kind; a row of a table
// has no path.
func (it *Item) Path(field string) string {
	path := it.Kind.String()
	if s, ok := it.places[""]; ok {
		if path = s.place().path; path == "" {
			return ""
		}
	}
	return path + "." + field
}

// Walk iterates over the item and its parts, each before its own.
func (it *Item) Walk() iter.Seq[*Item] {
	return func(yield func(*Item) bool) { it.walk(yield) }
}

func (it *Item) walk(yield func(*Item) bool) bool {
	if !yield(it) {
		return false
	}
	for _, parts := range [][]*Item{it.Symptoms, it.Causes, it.Actions, it.Responses} {
		for _, part := range parts {
			if !part.walk(yield) {
				return false
			}
		}
	}
	return true
}

// Bases iterates over the figures that the item itself rests on, brings about
// and aims at, by their places in it: evidence[0], aim[1].
func (it *Item) Bases() iter.Seq2[string, *Evidence] {
	return func(yield func(string, *Evidence) bool) {
		for _, list := range []struct {
			field string
			all   []Evidence
		}{{"evidence", it.Evidence}, {"outputs", it.Outputs}, {"effects", it.Effects}, {"aim", it.Aim}} {
			for i := range list.all {
				if !yield(list.field+"["+strconv.Itoa(i)+"]", &list.all[i]) {
					return
				}
			}
		}
	}
}

// Evidence is a figure that an item rests on, moves or aims at. Figure, Scope, Claim, From, To, AtLeast and AtMost are expressions;
// Title is a text where no figure is named.
type Evidence struct {
	Figure, Scope, Claim, Title, Text string
	From, To, AtLeast, AtMost         string
	Due                               Date
	Position                          source.Position

	places places
}

// Offset returns where the byte at an offset of a field (figure, scope, claim,
// …) stands; the evidence's position if that is not known.
func (e *Evidence) Offset(field string, offset int) source.Position {
	return e.places.offset(field, offset, e.Position)
}

// Kind is the kind of an item.
type Kind uint8

const (
	Goal Kind = iota + 1
	Initiative
	Challenge
	Opportunity
	Problem
	Measure // 措施, what is done about a problem
	Unresolved
	Resource
	Decision
	Lesson
	Outlook
	Symptom
	Cause
	Action
	Response
)

// lastTopKind is the last kind that stands for itself; those after it are parts.
const lastTopKind = Outlook

// kindNames are the keys in items.yaml, what one of them is called, and both
// in Chinese.
var kindNames = [...]struct{ key, one, zh string }{
	Goal:        {"goals", "goal", "工作目标"},
	Initiative:  {"initiatives", "initiative", "项目"},
	Challenge:   {"challenges", "challenge", "挑战"},
	Opportunity: {"opportunities", "opportunity", "机遇"},
	Problem:     {"problems", "problem", "问题"},
	Measure:     {"measures", "measure", "措施"},
	Unresolved:  {"unresolved", "unresolved issue", "遗留问题"},
	Resource:    {"resources", "resource", "资源"},
	Decision:    {"decisions", "decision", "决策事项"},
	Lesson:      {"lessons", "lesson", "经验"},
	Outlook:     {"outlook", "outlook", "展望"},
	Symptom:     {"symptoms", "symptom", "表现"},
	Cause:       {"causes", "cause", "根因"},
	Action:      {"actions", "action", "行动"},
	Response:    {"responses", "response", "应对"},
}

// String returns the kind's key in items.yaml: problems, measures, …
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k].key
	}
	return ""
}

// In returns the kind's name in a locale's language: problems / 问题.
func (k Kind) In(locale string) string {
	if int(k) >= len(kindNames) {
		return ""
	}
	return source.Term{En: kindNames[k].key, Zh: kindNames[k].zh}.In(locale)
}

// one is the kind as an operand of a message: a problem, 问题.
func (k Kind) one() source.Term { return source.Term{En: kindNames[k].one, Zh: kindNames[k].zh} }

// KindNamed returns the kind of items with a key of items.yaml, or its Chinese
// name. Parts of items (symptoms, causes, actions, responses) are none.
func KindNamed(name string) (Kind, bool) {
	for k := Goal; k <= lastTopKind; k++ {
		if kindNames[k].key == name || kindNames[k].zh == name {
			return k, true
		}
	}
	return 0, false
}

// KindNames returns every name that KindNamed knows.
func KindNames() []string {
	var names []string
	for k := Goal; k <= lastTopKind; k++ {
		names = append(names, kindNames[k].key, kindNames[k].zh)
	}
	return names
}

// A Word is a value out of a fixed set, such as a status. The English word is
// its identity: high, done, money.
type Word string

// wordsZh are the Chinese twins of the words.
var wordsZh = map[Word]string{
	"high": "高", "medium": "中", "low": "低",
	"planned": "计划", "running": "进行中", "partly done": "部分实施", "done": "已完成", "late": "延期", "dropped": "取消",
	"money": "资金", "people": "人力", "rules": "制度",
	"pending": "待批", "approved": "已批", "in place": "到位",
	"plan": "计划", "accept": "接受", "open": "待定",
}

// In returns the word in a locale's language: 高 / high.
func (w Word) In(locale string) string {
	return w.both().In(locale)
}

// both is the word as an operand of a message.
func (w Word) both() source.Term { return source.Term{En: string(w), Zh: wordsZh[w]} }
