package xlsx

import (
	"iter"
	"strings"

	"github.com/xuri/excelize/v2"

	"example.com/channelreport/channel/source"
)

// A workbook is one file while its sheets are read.
type workbook struct {
	name     string
	packed   []byte
	file     *excelize.File
	from1904 bool
	dates    map[int]bool // by style: whether numbers in it are dates
}

// rows returns the way to a sheet's rows.
func (w *workbook) rows(sheet string) func(func(*source.Error)) iter.Seq[[]string] {
	return func(report func(*source.Error)) iter.Seq[[]string] {
		return func(yield func([]string) bool) {
			r := reader{workbook: w, sheet: sheet, report: report}
			err := guard(func() error { return r.read(yield) })
			if err != nil {
				r.problem(0, 0, msgUnreadable, err).Err = err
			}
			r.remarkDigits()
		}
	}
}

// A reader reads one sheet.
type reader struct {
	*workbook
	sheet   string
	report  func(*source.Error)
	refused int // cells
	// valueless are the cells with a formula and no value; nil until asked for.
	valueless map[string]bool
	long      int // numbers with more digits than Excel keeps
	first     source.Error
}

// read yields the rows until there are no more, or yield has enough.
func (r *reader) read(yield func([]string) bool) error {
	rows, err := r.file.Rows(r.sheet)
	if err != nil {
		return err
	}
	defer rows.Close()
	for n := 1; rows.Next(); n++ {
		if n > excelize.TotalRows {
			return excelize.ErrMaxRows
		}
		cells, err := rows.Columns()
		if err != nil {
			return err
		}
		before := r.refused
		for i := range cells {
			if cells[i], err = r.text(i+1, n, cells[i]); err != nil {
				return err
			}
		}
		if r.refused > before {
			cells = nil // the row is not what it seems, and that is said
		}
		if !yield(cells) {
			return nil
		}
	}
	return rows.Error()
}

// problem reports a cell; without a row, the sheet.
func (r *reader) problem(column, row int, m source.Message, args ...any) *source.Error {
	e := &source.Error{Position: r.at(column, row), Message: m, Args: args}
	r.report(e)
	r.refused++
	return e
}

func (r *reader) at(column, row int) source.Position {
	p := source.Position{File: r.name, Sheet: r.sheet, Line: row, Column: column}
	p.Cell, _ = excelize.CoordinatesToCellName(column, row) // fails only without a row
	return p
}

// text returns what a cell says: a date as YYYY-MM-DD, anything else raw.
func (r *reader) text(column, row int, raw string) (string, error) {
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return "", err
	}
	kind, err := r.file.GetCellType(r.sheet, cell)
	if err != nil {
		return "", err
	}
	switch {
	case kind == excelize.CellTypeError:
		r.problem(column, row, msgCellError, raw)
		return "", nil
	case raw == "":
		return "", r.checkFormula(column, row, cell, kind)
	case kind == excelize.CellTypeBool:
		return map[string]string{"0": "FALSE", "1": "TRUE"}[raw], nil // as Excel shows it; no number
	case kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber:
		return raw, nil
	}
	style, err := r.file.GetCellStyle(r.sheet, cell)
	if err != nil {
		return "", err
	}
	if r.isDate(style) {
		if day, ok := dayOf(raw, r.from1904); ok {
			return day, nil
		}
	}
	if digits(raw) > 15 {
		if r.long++; r.long == 1 {
			r.first = source.Error{Position: r.at(column, row), Args: []any{raw}}
		}
	}
	return raw, nil
}

// checkFormula refuses a cell without a text that should have one.
func (r *reader) checkFormula(column, row int, cell string, kind excelize.CellType) error {
	formula, err := r.file.GetCellFormula(r.sheet, cell)
	if err != nil || formula == "" {
		return err
	}
	if kind == excelize.CellTypeFormula { // the empty text may be its value
		if has, err := r.hasValue(cell); has || err != nil {
			return err
		}
	}
	r.problem(column, row, msgFormula, formula)
	return nil
}

// remarkDigits warns of numbers that Excel may have changed.
func (r *reader) remarkDigits() {
	if r.long > 0 {
		r.report(&source.Error{Position: r.first.Position, Message: msgDigits, Args: []any{r.long, r.first.Args[0]}, Severity: source.Warning})
	}
}

// digits counts the significant digits of a number.
func digits(raw string) int {
	mantissa, _, _ := strings.Cut(strings.ToUpper(raw), "E")
	point := strings.Contains(mantissa, ".")
	mantissa = strings.TrimLeft(strings.NewReplacer(".", "", "-", "").Replace(mantissa), "0")
	if !point {
		mantissa = strings.TrimRight(mantissa, "0")
	}
	return len(mantissa)
}
