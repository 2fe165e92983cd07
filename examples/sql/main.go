// Sql makes a book of a database: rows of database/sql through channel.New,
// without a file between. It prints every figure of a period as CSV.
//
//	go run . -fill                                  # the sample book, in a SQLite file of its own
//	go run . -postgres postgres://localhost/sales   # of a database with the same tables
//
// It is a module of its own, so that the library depends on no database.
package main

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"io"
	"os"

	_ "github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite"

	"example.com/channelreport/channel"
	"example.com/channelreport/report"
	"example.com/channelreport/report/numbers"
	"example.com/channelreport/testdata"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, w io.Writer) error {
	f := flag.NewFlagSet("sql", flag.ContinueOnError)
	file := f.String("sqlite", "sample.db", "the SQLite `FILE`")
	dsn := f.String("postgres", "", "the PostgreSQL database instead, by its `DSN`")
	fill := f.Bool("fill", false, "create the tables first and fill them with the sample book")
	code := f.String("period", "2026-Q3", "the period of the figures")
	if err := f.Parse(args); err != nil {
		return err
	}
	driver, source := "sqlite", *file
	if *dsn != "" {
		driver, source = "pgx", *dsn
	}
	db, err := sql.Open(driver, source)
	if err != nil {
		return err
	}
	defer db.Close()
	if *fill {
		if err := fillSample(ctx, db, driver); err != nil {
			return err
		}
	}
	// What the tables do not say is said once: here by the sample's book.yaml,
	// elsewhere perhaps by a channel.Setup in Go.
	setup, err := channel.ReadSetup(testdata.Sample())
	if err != nil {
		return err
	}
	book, err := openBook(ctx, db, setup)
	if err != nil {
		return err
	}
	period, err := setup.ParsePeriod(*code)
	if err != nil {
		return err
	}
	document, err := report.Figures(ctx, book, period, report.Options{})
	if err != nil {
		return err
	}
	return numbers.RenderCSV(ctx, w, document)
}
