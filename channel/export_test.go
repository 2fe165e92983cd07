package channel

// UnitOf lets tests that need package kpi see what units are known here.
func UnitOf(measure string) string { return (&Setup{}).unitOf(measure) }
