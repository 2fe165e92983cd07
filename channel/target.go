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

	direct  bool
	measure source.Position
}

// MeasureAt returns where the measure's name stands, the row's position if
// that is not known.
func (r *Row) MeasureAt() source.Position {
	if r.measure.IsZero() {
		return r.Position
	}
	return r.measure
}

// Direct reports whether the row names a direct partner type or a direct
// partner. It is known of the rows of a Book.
func (r *Row) Direct() bool { return r.direct }

// Scenario says what an observation tells of.
type Scenario uint8

const (
	Actual Scenario = iota
	Budget
	Forecast
	Benchmark
	Plan // a target
)

var scenarioNames = [...]string{"actual", "budget", "forecast", "benchmark", "target"}

var scenarioWords = map[string]Scenario{
	"": Actual, "actual": Actual, "budget": Budget, "forecast": Forecast, "benchmark": Benchmark,
	"实际": Actual, "预算": Budget, "预测": Forecast, "基准": Benchmark,
}

// String returns actual, budget, forecast, benchmark or target.
func (s Scenario) String() string {
	if int(s) < len(scenarioNames) {
		return scenarioNames[s]
	}
	return ""
}

// MarshalText returns the scenario's name.
func (s Scenario) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a scenario's English or Chinese name; nothing is Actual.
func (s *Scenario) UnmarshalText(text []byte) error {
	word, ok := scenarioWords[string(text)]
	if !ok {
		return problem(msgWord, string(text), scenarioList)
	}
	*s = word
	return nil
}

const scenarioList = "actual 实际, budget 预算, forecast 预测, benchmark 基准"
