package report

import (
	"unicode/utf8"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
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
	counts    bool               // a count: there, but silent in an optional part if it is nothing
	predicate bool               // a phrase that continues a subject
	capital   bool               // begins with a word of the language
	period    bool               // a text that is a period's code, and prints as its name
	name      string             // as messages and gaps call it
	near      string             // of a dimension: what prints the place's value in it
	label     source.Term        // as readers do, if it is neither a figure nor a field
	node      expr.Node          // of a number that is computed from items: how
	printed   *printed           // of a number in a form of its own
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
	itemTyp                     // one item
	numbersTyp                  // a field that is a number, of a list of items
	figuresTyp                  // a list of figures
	printedTyp                  // a number with a form of its own: money(x, "亿元")
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
	case itemTyp:
		return termItem
	case numbersTyp:
		return termNumbers
	case figuresTyp:
		return termFigures
	case printedTyp:
		return termPrinted
	}
	return termText
}

// instead is what to write where an expression of some type is wanted and does
// not stand: 销售额.同比 for 同比(销售额), 名称 for the dimension of the rows,
// 根因.标题 for a list of items in a sentence. It is "" if there is nothing.
func (t *term) instead(n expr.Node, want typ) string {
	call, ok := n.(*expr.Call)
	name, bare := n.(*expr.Name)
	switch {
	case ok && t.typ == phraseTyp:
		return aspectOfCall(call)
	case t.typ == dimensionTyp && want != numberTyp:
		return t.near
	case bare && t.typ == itemsTyp && want == textTyp:
		if name.Ident[0] < utf8.RuneSelf {
			return name.Ident + ".title"
		}
		return name.Ident + ".标题"
	}
	return ""
}

// aspectOfCall writes a call of an aspect's name as it is asked of a figure.
func aspectOfCall(n *expr.Call) string {
	aspect := n.Ident
	if _, ok := kpi.AspectNamed(aspect); !ok {
		aspect = source.Nearest(aspect, kpi.AspectNames())
	}
	if aspect == "" || len(n.Args) != 1 {
		return ""
	}
	return expr.Format(&expr.Select{X: n.Args[0], Ident: aspect})
}

// A result is what a term came to. Which field counts is the term's type;
// absent is set where there is nothing, with missing where a figure says why.
type result struct {
	absent   bool
	missing  []missing
	subject  subject
	number   kpi.Value // of a figure, too
	flag     bool
	text     string
	texts    []string
	date     channel.Date
	items    []*channel.Item
	evidence []channel.Evidence
	spoken   spoken
	numbers  []kpi.Value
	figures  []subject
	from     *channel.Item // whose field it is
	inputs   []input       // of a number computed from items
}

// An input is one of the numbers that a number was computed from: a field of
// an item, or a figure.
type input struct {
	item    *channel.Item
	field   string
	subject subject // if there is no item
	value   kpi.Value
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
// and an empty text are false. No condition is always met.
func (t *term) truth(e *env) bool {
	met, _ := t.judge(e)
	return met
}

// judge returns the truth of a term, and the absent figures for want of which it
// could not be judged.
func (t *term) judge(e *env) (met bool, lacking []missing) {
	if t == nil {
		return true, nil
	}
	r := t.eval(e)
	switch {
	case r.absent:
		return false, r.missing
	case t.typ == boolTyp:
		return r.flag, r.missing
	}
	switch met = true; t.typ {
	case textTyp, wordTyp:
		met = r.text != ""
	case textsTyp:
		met = len(r.texts) > 0
	case itemsTyp:
		met = len(r.items) > 0
	case evidenceTyp:
		met = len(r.evidence) > 0
	case phraseTyp:
		met = !r.spoken.silent
	case numbersTyp:
		met = len(r.numbers) > 0
	case numberTyp:
		met = !t.counts || r.number.Sign() != 0
	}
	return met, nil
}

// printable reports whether a term can stand in a sentence.
func (t *term) printable() bool {
	return t.is(figureTyp, numberTyp, textTyp, wordTyp, dateTyp, textsTyp, evidenceTyp, phraseTyp, printedTyp)
}

// numeric reports whether a term is one number.
func (t *term) numeric() bool { return t != nil && t.is(figureTyp, numberTyp) }
