package kpi

import (
	"bytes"
	_ "embed"
	"sync"

	"gopkg.in/yaml.v3"
)

//go:embed catalog.yaml
var catalogYAML []byte

// catalogFile is the embedded catalog as it is written.
type catalogFile struct {
	Schema     string
	Dimensions []dimensionText
	Attributes []dimensionText
	Measures   []measureText
	Atoms      []definition
	Indicators []definition
}

type dimensionText struct{ ID, Zh, En, Counter, One, Many string }

type measureText struct{ ID, Zh, En, Unit, Of, Time, Weight string }

// A definition is an indicator as it is written: in the embedded catalog, in a
// book or in a template.
type definition struct {
	ID, Zh, En, Unit, Better, Formula, Counter, Growth, Sign, Print, Max, Additive, Source string

	// Of the embedded catalog only.
	Atom, Class, Side, Year, Positive, Direct string

	Means struct{ Zh, En string }
}

// embedded decodes the embedded catalog, once. A test reads it, so that it is
// known to be right.
var embedded = sync.OnceValues(func() (*catalogFile, error) {
	var file catalogFile
	decoder := yaml.NewDecoder(bytes.NewReader(catalogYAML))
	decoder.KnownFields(true)
	err := decoder.Decode(&file)
	return &file, err
})

// builtin is the embedded catalog.
var builtin = sync.OnceValues(func() (*Catalog, error) {
	file, err := embedded()
	if err != nil {
		return &Catalog{}, err
	}
	c, list := build(file, nil)
	return c, list.Err()
})

// Builtin returns the embedded catalog.
func Builtin() *Catalog {
	c, _ := builtin() // a test sees the error
	return c
}
