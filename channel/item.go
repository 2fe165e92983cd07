package channel

import (
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

	at map[string]source.Position // of each field's value
}

// At returns where a field's value stands, the item's position if it is not
// known.
func (it *Item) At(field string) source.Position { return it.Position }

// Evidence is a FIG of the contract: a figure that an item rests on, moves or
// aims at. Figure is an expression; Title is a text where no figure is named.
type Evidence struct {
	Figure, Scope, Claim, Title, Text string
	From, To, AtLeast, AtMost         string
	Due                               Date
	Position                          source.Position
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

// String returns the kind's key in items.yaml: problems, measures, …
func (k Kind) String() string { return "" }

// A Word is a value out of a fixed set, such as a status. The English word is
// its identity: high, done, money.
type Word string

// In returns the word in a locale's language: 高 / high.
func (w Word) In(locale string) string { return string(w) }

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
}

// Fields is the one table of item fields. It drives the YAML decoder, the CSV
// headers and the checks of the expression language.
func Fields() []FieldSpec { return nil }
