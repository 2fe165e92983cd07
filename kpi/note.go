package kpi

import (
	"math/bits"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
)

// A Note is a remark that belongs to a value: that a window is partial, that
// sub-periods are missing. Code is stable.
type Note struct {
	Code string
	Args []any

	message source.Message
}

// In returns the note in a locale's language.
func (n Note) In(locale string) string { return n.message.In(locale, n.Args...) }

// A noteSet holds notes, one bit each.
type noteSet uint32

const (
	notePartial       noteSet = 1 << iota // the window lies partly outside the data
	noteSubPeriods                        // a sum over missing sub-periods
	noteKeys                              // some key has no row in some sub-period
	noteGrains                            // sub-periods of several grains
	noteMaxima                            // unequal maxima inside the period
	noteWeights                           // a weight is missing
	noteLeftOut                           // sales without partner id or not positive, left out
	noteUnjoined                          // partners without joined and without sales
	noteLeftEdge                          // first sales at the left edge of the data
	noteComputed                          // sales − product cost, not recorded
	noteMixed                             // recorded on one side of a comparison, computed on the other
	noteFinished                          // a finished rate
	noteScale                             // scales with unequal maxima
	noteDays                              // periods of unequal length
	noteOtherPartners                     // the partners with sales are not the same
	noteFestival                          // the Spring Festival has unequal numbers of days in the periods

	noteOwnFinished // the cell itself is a finished rate, not only what it is built on
)

// noteMessages are the notes by their bit.
var noteMessages = [...]source.Message{
	{Code: "partial", En: "the data cover only a part of the period", Zh: "数据只覆盖期间的一部分"},
	{Code: "missing-sub-periods", En: "some sub-periods have no row", Zh: "部分子期间没有记录"},
	{Code: "missing-keys", En: "some groups have no row in some sub-periods", Zh: "部分分组在部分子期间没有记录"},
	{Code: "unequal-grains", En: "the sub-periods are not of one length", Zh: "子期间的长短不一"},
	{Code: "unequal-maxima", En: "the period has scales with unequal maxima", Zh: "期内的满分不一致"},
	{Code: "missing-weight", En: "a weight is missing", Zh: "缺少权数"},
	{Code: "left-out", En: "sales without a partner id and partners without positive sales are left out", Zh: "未计无伙伴编号的销售和销售额不为正的伙伴"},
	{Code: "without-joined", En: "partners without a joined date and without sales are not counted", Zh: "没有加入日期也没有销售记录的伙伴未计入"},
	{Code: "left-edge", En: "some first sales lie in the first month of the data; these partners may be older", Zh: "部分伙伴的首笔销售在数据的第一个月，可能早已加入"},
	{Code: "computed", En: "sales less product cost, not recorded", Zh: "按销售额减产品成本计算，并非录入"},
	{Code: "mixed", En: "recorded in one period, computed in the other", Zh: "一期为录入，另一期为计算"},
	{Code: "finished-rate", En: "recorded as a finished figure", Zh: "直接录入的结果"},
	{Code: "unequal-scales", En: "the two periods have scales with unequal maxima", Zh: "两期的满分不同"},
	{Code: "unequal-days", En: "the periods compared have unequal numbers of days", Zh: "比较的两期天数不同"},
	{Code: "other-partners", En: "partners with sales in only one of the two periods make up more than a fifth of the sales compared", Zh: "仅在其中一期有销售的伙伴占两期销售额的两成以上，伙伴范围变动较大"},
	{Code: "festival", En: "the periods compared have unequal numbers of days of the Spring Festival", Zh: "比较的两期春节假期天数不同"},
}

// Notes returns the remarks that belong to a figure's value, in a fixed order;
// most values have none. It costs no more than Value.
func (e *Evaluation) Notes(f *Figure, g channel.Group) []Note {
	e.k.mu.Lock()
	defer e.k.mu.Unlock()
	return e.cell(f, g).notes.list()
}

// list returns the notes, in a fixed order.
func (s noteSet) list() []Note {
	var notes []Note
	for s &^= noteOwnFinished; s != 0; s &= s - 1 {
		m := noteMessages[bits.TrailingZeros32(uint32(s))]
		notes = append(notes, Note{Code: m.Code, message: m})
	}
	return notes
}
