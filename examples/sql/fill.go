package main

import (
	"context"
	"database/sql"
	"encoding/csv"
	"fmt"
	"io/fs"
	"strings"

	"example.com/channelreport/testdata"
)

// A table is one of the database: where its rows come from, and its columns,
// each with its name in the files.
type table struct {
	name, files string
	columns     []column
}

type column struct{ name, kind, header string }

// The tables of the example. Dates are dates and amounts exact numbers, where
// the database has such; SQLite has not, and would keep amounts in floating
// point: there they are texts.
var tables = []table{
	{"partners", "partners.csv", columns("partner_id partner_name partner_type tier region city city_tier", "joined:DATE left_on:DATE:left")},
	{"sales", "sales-*.csv", columns("order_id partner_id product_line", "date:DATE quantity:NUMERIC amount:NUMERIC")},
	{"targets", "targets.csv", columns("period measure scenario region city_tier partner_type partner_id product_line", "value:NUMERIC:amount")},
	{"observations", "observations-*.csv", columns("period measure scenario region city_tier partner_type partner_id product_line", "value:NUMERIC")},
}

func columns(texts, others string) (list []column) {
	for _, name := range strings.Fields(texts) {
		list = append(list, column{name, "TEXT", name})
	}
	for _, text := range strings.Fields(others) {
		parts := strings.Split(text+":"+strings.Split(text, ":")[0], ":")
		list = append(list, column{parts[0], parts[1], parts[2]})
	}
	return list
}

// fillSample creates the tables anew and fills them with the sample book.
func fillSample(ctx context.Context, db *sql.DB, driver string) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, t := range tables {
		if err := t.fill(ctx, tx, driver, testdata.Sample()); err != nil {
			return fmt.Errorf("table %s: %w", t.name, err)
		}
	}
	return tx.Commit()
}

func (t *table) fill(ctx context.Context, tx *sql.Tx, driver string, sample fs.FS) error {
	var defs, marks []string
	for i, c := range t.columns {
		kind := c.kind
		if driver == "sqlite" && kind == "NUMERIC" {
			kind = "TEXT"
		}
		defs = append(defs, c.name+" "+kind)
		marks = append(marks, fmt.Sprintf("$%d", i+1))
	}
	for _, text := range []string{"DROP TABLE IF EXISTS " + t.name, "CREATE TABLE " + t.name + " (" + strings.Join(defs, ", ") + ")"} {
		if _, err := tx.ExecContext(ctx, text); err != nil {
			return err
		}
	}
	insert, err := tx.PrepareContext(ctx, "INSERT INTO "+t.name+" VALUES ("+strings.Join(marks, ", ")+")")
	if err != nil {
		return err
	}
	names, err := fs.Glob(sample, t.files)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := t.fillFrom(ctx, insert, sample, name); err != nil {
			return err
		}
	}
	return insert.Close()
}

func (t *table) fillFrom(ctx context.Context, insert *sql.Stmt, sample fs.FS, name string) error {
	file, err := sample.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return err
	}
	at := map[string]int{}
	for i, header := range rows[0] {
		at[header] = i
	}
	for _, row := range rows[1:] {
		values := make([]any, len(t.columns))
		for i, c := range t.columns {
			text := ""
			if j, ok := at[c.header]; ok {
				text = row[j]
			}
			if values[i] = text; text == "" && c.kind != "TEXT" {
				values[i] = nil
			}
		}
		if _, err := insert.ExecContext(ctx, values...); err != nil {
			return err
		}
	}
	return nil
}
