package kpi

import (
	"example.com/channelreport/channel"
	"example.com/channelreport/kpi/expr"
)

// A node is a compiled expression. It holds no data.
type node struct {
	op      op
	x, y    *node
	value   dec            // of opConst
	written *expr.Number   // of opConst, as it was written
	atom    atom           // of opAtom
	measure *Measure       // of opMeasure
	ind     *Indicator     // of opFigure
	aspect  Aspect         // of opFigure
	filter  *filter        // of opOf
	period  channel.Period // of opAt
	side    side           // of opSide

	unit Unit
	made measureOf  // what the quantity is made of
	adds additivity // over what it adds up
	bars dimset     // dimensions in which it does not exist
}

type op uint8

const (
	opConst    op = iota
	opAtom        // what sale lines, partners and the calendar give
	opMeasure     // what is recorded
	opFigure      // an indicator's aspect
	opRecorded    // x, a measure, where it is recorded; else y
	opSide        // x over another side's facts
	opOf          // x over the facts that pass a filter
	opAt          // x in another period
	opWhole       // x without the group
	opNeg
	opAbs
	opAdd
	opSub
	opMul
	opDiv
	opDivPositive // x / y, absent unless y > 0
	opRatio
	opMin
	opMax
)

func (n *node) constant() bool {
	switch n.op {
	case opConst:
		return true
	case opNeg, opAbs:
		return n.x.constant()
	case opAdd, opSub, opMul, opDiv, opMin, opMax:
		return n.x.constant() && n.y.constant()
	}
	return false
}

// unaryNode returns op over x with what follows from it.
func unaryNode(o op, x *node) *node {
	n := &node{op: o, x: x, unit: x.unit, made: x.made, bars: x.bars}
	switch o {
	case opNeg, opSide, opOf:
		n.adds = x.adds
	case opAt:
		n.adds.over = x.adds.over
	case opWhole:
		n.bars = 0
	}
	return n
}

// binaryNode returns op over x and y with what follows from it; the unit is the
// caller's. A linear sum of what adds up adds up, a quotient never does.
func binaryNode(o op, x, y *node) *node {
	n := &node{op: o, x: x, y: y, bars: x.bars | y.bars}
	switch {
	case o == opAdd || o == opSub || o == opRecorded:
		n.adds = x.adds.and(y.adds)
	case o == opMul && x.constant():
		n.adds = y.adds
	case (o == opMul || o == opDiv) && y.constant():
		n.adds = x.adds
	}
	return n
}

// An atom is what sale lines, partners or the calendar give.
type atom struct {
	kind  atomKind
	class string // of product lines, "" for all
}

type atomKind uint8

const (
	noAtom atomKind = iota
	atomAmount
	atomOrderAmount    // of lines with an order id
	atomQuantityAmount // of lines with a quantity
	atomQuantity
	atomOrders
	atomPartners
	atomNewPartners
	atomActive       // partners
	atomLost         // partners
	atomActiveBefore // partners, in the period before
	atomKept         // partners
	atomCR1
	atomCR3
	atomCR5
	atomHHI
	atomDays // of the period
)

var atomKinds = map[string]atomKind{
	"amount": atomAmount, "order_amount": atomOrderAmount, "quantity_amount": atomQuantityAmount,
	"quantity": atomQuantity, "orders": atomOrders, "partners": atomPartners, "new_partners": atomNewPartners,
	"active_partners": atomActive, "lost_partners": atomLost, "active_before": atomActiveBefore,
	"kept_partners": atomKept, "cr1": atomCR1, "cr3": atomCR3, "cr5": atomCR5, "hhi": atomHHI,
	"period_days": atomDays,
}

// roster reports whether the atom counts partners by joined and left.
func (k atomKind) roster() bool { return k == atomPartners || k == atomNewPartners }

// atomNode returns the node of an atom with what the contract says about it.
func (c *Catalog) atomNode(a atom, u Unit) *node {
	n := &node{op: opAtom, atom: a, unit: u, made: u.of()}
	all, line, partner := dimset(1)<<c.facts-1, c.dimset(channel.ProductLine), c.dimset(channel.PartnerID)
	switch a.kind {
	case atomAmount, atomOrderAmount, atomQuantityAmount, atomQuantity:
		n.adds = additivity{all, true, true}
	case atomOrders:
		n.adds = additivity{all &^ line, true, true}
	case atomPartners:
		n.adds, n.bars = additivity{over: all &^ line}, partner|line
	case atomNewPartners:
		n.adds, n.bars = additivity{over: all &^ line, time: true}, partner|line
	case atomDays:
	default:
		n.bars = partner
	}
	return n
}

func (c *Catalog) measureNode(m *Measure) *node {
	n := &node{op: opMeasure, measure: m, unit: m.Unit, made: m.Unit.of()}
	all := dimset(1)<<c.facts - 1
	switch m.time {
	case timeSum:
		n.adds = additivity{all, true, true}
		if m.Unit == Score {
			n.made = measureOf{count: 1} // points, one after the other
		}
	case timeFirst, timeLast, timeMean:
		n.adds = additivity{over: all}
	}
	if m.customers {
		n.made = measureOf{customers: 1}
	}
	return n
}

func (c *Catalog) dimset(id string) dimset {
	if d, ok := c.names[id].(*Dimension); ok {
		return 1 << d.number
	}
	return 0
}

// needs are the facts that a figure rests on.
type needs struct {
	side     side       // whose sale lines tell its groups
	roster   []atomKind // how it counts partners by joined and left
	measures []measureNeed
	rates    []rateNeed // indicators whose finished rates may stand in
}

type measureNeed struct {
	measure *Measure
	side    side
}

type rateNeed struct {
	ind  *Indicator
	side side
}

// needs returns what n rests on.
func (n *node) needs() needs {
	to := needs{side: n.sides(channelSide)}
	if to.side == 0 {
		to.side = channelSide
	}
	n.collect(channelSide, &to)
	return to
}

// collect adds what n needs when it is read on a side.
func (n *node) collect(s side, to *needs) {
	switch n.op {
	case opAtom:
		if n.atom.kind.roster() {
			to.roster = append(to.roster, n.atom.kind)
		}
	case opMeasure:
		to.measures = append(to.measures, measureNeed{n.measure, s})
	case opFigure:
		n.ind.collect(s, to)
	case opSide:
		n.x.collect(n.side, to)
	default:
		if n.x != nil {
			n.x.collect(s, to)
		}
		if n.y != nil {
			n.y.collect(s, to)
		}
	}
}

func (q *Indicator) collect(s side, to *needs) {
	if !q.sum && !q.hidden {
		to.rates = append(to.rates, rateNeed{q, q.rowSide(s)})
	}
	q.node.collect(s, to)
}

// rowSide returns the side of the rows under the indicator's own id when it is
// read on a side: its own, whatever the row names, unless it is the channel's.
func (q *Indicator) rowSide(s side) side {
	if q.side != channelSide {
		return q.side
	}
	return s
}

// sides returns the sides of the facts that n reads on side s.
func (n *node) sides(s side) side {
	switch n.op {
	case opConst:
		return 0
	case opAtom:
		if n.atom.kind == atomDays {
			return 0
		}
		return s
	case opMeasure:
		return s
	case opFigure:
		return n.ind.node.sides(s)
	case opSide:
		return n.x.sides(n.side)
	}
	var all side
	if n.x != nil {
		all |= n.x.sides(s)
	}
	if n.y != nil {
		all |= n.y.sides(s)
	}
	return all
}
