package channel_test

import (
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
)

// TestMeasureUnits holds that the units known here are those of the catalog.
func TestMeasureUnits(t *testing.T) {
	seen := map[string]bool{}
	check := func(id, unit string) {
		if unit != "money" && unit != "percent" {
			unit = ""
		}
		if got := channel.UnitOf(id); got != unit && !seen[id] {
			t.Errorf("%s is in %q, the catalog says %q", id, got, unit)
		}
		seen[id] = true
	}
	catalog := kpi.Builtin()
	for m := range catalog.Measures() {
		check(m.ID, string(m.Unit))
	}
	for x := range catalog.Indicators() {
		check(x.ID, string(x.Unit))
	}
	if len(seen) < 50 {
		t.Errorf("%d measures and indicators only", len(seen))
	}
}
