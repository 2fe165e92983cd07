package report

import (
	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
)

// A term is a checked expression: what kind of thing it is, and how to get it
// once there is data. Terms are made at Parse and are immutable.
type term struct {
	typ       typ
	unit      kpi.Unit           // of a figure or number
	figure    *kpi.Figure        // of a figure
	kind      channel.Kind       // of items
	field     *channel.FieldSpec // of a word
	dimension *kpi.Dimension     // of a dimension
	fixed     bool               // can never be absent
	predicate bool               // a phrase that continues a subject
	name      string             // as messages and gaps call it
	eval      func(*env) result
}

// A typ is the type of an expression.
type typ uint8

const (
	figureTyp    typ = iota + 1 // a figure of the book
	numberTyp                   // an exact number that is none: 15%, a count, an item's amount
	boolTyp                     // a condition
	textTyp                     // a text
	wordTyp                     // a word out of a fixed set, such as a status
	dateTyp                     // a date
	textsTyp                    // a list of texts
	itemsTyp                    // a list of items
	evidenceTyp                 // a list of figures that an item rests on
	dimensionTyp                // a dimension
	phraseTyp                   // words around figures
)

func (t typ) term() source.Term {
	switch t {
	case figureTyp:
		return termFigure
	case numberTyp:
		return termNumber
	case boolTyp:
		return termCondition
	case wordTyp:
		return termWord
	case dateTyp:
		return termDate
	case textsTyp:
		return termList
	case itemsTyp:
		return termItems
	case evidenceTyp:
		return termEvidence
	case dimensionTyp:
		return termDimension
	case phraseTyp:
		return termPhrase
	}
	return termText
}

// A result is what a term came to. Which field counts is the term's type;
// absent is set where there is nothing, with missing where a figure says why.
type result struct {
	absent   bool
	missing  []missing
	subject  subject
	number   kpi.Value
	flag     bool
	text     string
	texts    []string
	date     channel.Date
	items    []*channel.Item
	evidence []channel.Evidence
	spoken   spoken
}

// An env is the place in the document where a term is evaluated: whose figures
// a bare indicator means, and which item's fields. It is passed by value and
// never kept.
type env struct {
	b     *builder
	in    *kpi.Evaluation
	group channel.Group
	item  *channel.Item
}

// truth is what a term means as a condition: an absent figure, an empty list
// and an empty text are false.
func (t *term) truth(e *env) bool {
	r := t.eval(e)
	if r.absent {
		return false
	}
	switch t.typ {
	case boolTyp:
		return r.flag
	case textTyp, wordTyp:
		return r.text != ""
	case textsTyp:
		return len(r.texts) > 0
	case itemsTyp:
		return len(r.items) > 0
	case evidenceTyp:
		return len(r.evidence) > 0
	case phraseTyp:
		return !r.spoken.silent
	}
	return true
}

// value returns a figure's or number's exact value.
func (t *term) value(r result) kpi.Value {
	if t.typ == figureTyp {
		return r.subject.value()
	}
	return r.number
}
