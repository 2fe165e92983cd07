package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
)

// A file is a CSV file of the book.
type file struct {
	name   string
	header []string
	rows   [][]string
}

func (f *file) add(cells ...string) { f.rows = append(f.rows, cells) }

// bytes returns the file as it is written: UTF-8, LF, a header line.
func (f *file) bytes() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(f.header) // a write to memory does not fail
	_ = w.WriteAll(f.rows)
	return b.Bytes()
}

// A key says for whom a target or an observation is recorded; a blank field is
// the whole.
type key struct{ region, cityTier, kind, partner string }

// observations returns an empty file of observations. The scenario column is
// there only in a file that tells of more than what happened.
func observations(name string, scenario bool) *file {
	header := []string{"period", "measure", "region", "city_tier", "partner_type", "partner_id", "value"}
	if scenario {
		header = append(header[:2:2], append([]string{"scenario"}, header[2:]...)...)
	}
	return &file{name: name, header: header}
}

// observe adds a row to a file without scenarios.
func (f *file) observe(period fmt.Stringer, measure string, k key, value int64) {
	f.add(period.String(), measure, k.region, k.cityTier, k.kind, k.partner, strconv.FormatInt(value, 10))
}

// yuan writes an amount that is counted in fen.
func yuan(fen int64) string {
	sign := ""
	if fen < 0 {
		sign, fen = "-", -fen
	}
	return fmt.Sprintf("%s%d.%02d", sign, fen/100, fen%100)
}

// permille writes thousandths as the plain decimal of a rate: 185 is 0.185.
func permille(v int64) string { return fmt.Sprintf("%d.%03d", v/1000, v%1000) }
