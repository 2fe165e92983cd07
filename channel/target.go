package channel

import (
	"github.com/shopspring/decimal"

	"example.com/channelreport/channel/source"
)

// A Row is a recorded value: a target, or an observation. Key names the
// groups it is recorded for, sorted by dimension id; an empty Key is the
// whole. Blank cells never fall back to a partner's attributes.
type Row struct {
	Period   Period
	Measure  string   // of a measure, an observable or an indicator
	Scenario Scenario // of an observation; Plan for a target
	Key      []GroupPair
	Value    decimal.Decimal
	File     int // index into Book.Files
	Position source.Position
}

// Scenario says what an observation tells of.
type Scenario uint8

const (
	Actual Scenario = iota
	Budget
	Forecast
	Benchmark
	Plan // a target
)

// String returns actual, budget, forecast, benchmark or target.
func (s Scenario) String() string { return "" }
