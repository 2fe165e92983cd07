package channel

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel/source"
)

// A format is how values are written in the files of a kind: plainly, or as
// their rule lets them be written.
type format struct {
	kind    fileKind
	excel   bool     // dates are written 2026/9/1
	natural bool     // dates may also be real ones, of a worksheet
	forms   []string // of numbers, beside the plain one
	unit    string   // of money
}

// format returns how values are written in files of a kind.
func (s *Setup) format(kind fileKind) format {
	rule := s.rule(kind)
	return format{kind: kind, excel: rule.Dates == "excel", forms: rule.Amounts, unit: rule.Unit}
}

// date reads a date that is not blank.
func (f *format) date(text string) (Date, *source.Error) {
	slashed := isExcelDate(text)
	if f.excel && !slashed {
		if d, err := parseDate(text); f.natural && err == nil {
			return d, nil
		}
		return Date{}, problem(msgExcelDate, text, string(f.kind))
	}
	if slashed {
		if !f.excel {
			return Date{}, problem(msgDateForm, text, string(f.kind))
		}
		return parseExcelDate(text)
	}
	return parseDate(text)
}

// number reads a number of a unit (money, percent, or another) that is not
// blank.
func (f *format) number(text, unit string) (number, *source.Error) {
	n, err := parseNumber(text)
	scaled := unit == "money" && f.unit != "" && f.unit != "元"
	if err != nil {
		w, refused := f.unwrite(text, unit, err)
		if refused != nil {
			return number{}, refused
		}
		if scaled && slices.Contains(w.forms, "units") {
			return number{}, problem(msgUnitTwice, text, f.unit)
		}
		n, err = parseNumber(w.plain)
		if err == nil {
			n, err = n.shifted(w.shift, text)
		}
	}
	if err == nil && scaled {
		n, err = n.shifted(moneyUnits[f.unit], text)
	}
	return n, err
}

// decimal reads a number as a decimal. A percentage keeps its sign: 15%.
func (f *format) decimal(text, unit string) (decimal.Decimal, *source.Error) {
	if unit == "percent" {
		return parsePercent(text)
	}
	n, err := f.number(text, unit)
	return n.decimal(), err
}

// unwrite takes the forms off a number that is not plain. If the rule does not
// have them all, it says which to write; err is the parser's own reason.
func (f *format) unwrite(text, unit string, err *source.Error) (written, *source.Error) {
	switch {
	case len(text) > maxWritten:
		return written{}, err
	case strings.Trim(text, "-－−—") == "":
		return written{}, problem(msgLoneDash, text)
	case strings.ContainsAny(text, "¥￥$€£₩"):
		return written{}, problem(msgCurrencySign, text)
	}
	w := unwrite(text)
	if _, plain := parseNumber(w.plain); plain != nil || len(w.forms) == 0 {
		return written{}, err
	}
	if slices.Contains(w.forms, "percent") && unit != "percent" {
		return written{}, problem(msgPercentHere, text)
	}
	needed := slices.Clone(f.forms)
	for _, form := range w.forms {
		if !slices.Contains(needed, form) {
			needed = append(needed, form)
		}
	}
	if len(needed) > len(f.forms) {
		return written{}, problem(msgNumberForm, text, string(f.kind), strings.Join(needed, ", "))
	}
	return w, nil
}
