// Package testdata holds the sample book, so that examples, tests and a first
// try of the library need no file of their own.
//
// Everything in it is fictitious: the company, its partners and customers, and
// every figure and sentence. Its README tells what is in it and which awkward
// cases are there on purpose. The CSV files are written by
// examples/samplebook, the rest by hand.
package testdata

import (
	"embed"
	"io/fs"
)

//go:embed sample
var files embed.FS

// Sample returns the sample book as a folder, for channel.Open. It is
// read-only and safe for concurrent use.
func Sample() fs.FS {
	sample, _ := fs.Sub(files, "sample") // fails only for a name that is no path
	return sample
}
