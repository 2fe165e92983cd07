// Samplebook writes the facts of the sample book: the sales, partners, targets
// and observations of a company that does not exist.
//
//	go run ./examples/samplebook [-o testdata/sample]
//
// Nothing in it is measured or copied: a small model of a channel business
// (world.go) is played month by month, in whole numbers only, and every
// accident in it is drawn by name (dice.go). The same program therefore writes
// the same bytes on every machine, and a change in one corner of the model
// leaves the other corners alone. What is written by hand, book.yaml, the
// items and the notes, it does not touch.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	dir := flag.String("o", filepath.Join("testdata", "sample"), "the folder to write the CSV files to")
	flag.Parse()
	if err := write(os.Stdout, *dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// write writes every file of the book to dir and says to w how long each is.
func write(w io.Writer, dir string) error {
	for _, f := range files() {
		name := filepath.Join(dir, f.name)
		if err := os.WriteFile(name, f.bytes(), 0o644); err != nil {
			return err
		}
		fmt.Fprintf(w, "%s: %d rows\n", name, len(f.rows))
	}
	return nil
}

// files plays the model and returns its files in the order of their names.
func files() []file {
	trade := play()
	return []file{
		crm(),
		finance(trade),
		market(),
		service(),
		supply(trade),
		training(),
		partnerList(),
		trade.sales(2025),
		trade.sales(2026),
		targets(),
	}
}
