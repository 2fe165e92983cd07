package main

import (
	"math/big"
	"strings"
	"testing"
)

// total adds up the rows of a measure in a quarter, of a region or partner
// type if one is given. Rows of the whole beside rows of partners are left
// out, and so are direct customers.
func total(f file, measure string, q quarter, region, kind string) *big.Rat {
	sum := new(big.Rat)
	for _, row := range f.rows {
		keys := row[len(row)-5 : len(row)-1]
		inside := row[0] == q.String()
		for _, m := range q.months() {
			inside = inside || row[0] == m.String()
		}
		if !inside || row[1] != measure || keys[0] == "" || region != "" && keys[0] != region || kind != "" && keys[2] != kind {
			continue
		}
		v, _ := new(big.Rat).SetString(row[len(row)-1])
		sum.Add(sum, v)
	}
	return sum
}

// rate divides two measures.
func rate(f file, above, below string, q quarter, region, kind string) *big.Rat {
	return new(big.Rat).Quo(total(f, above, q, region, kind), total(f, below, q, region, kind))
}

// value returns the one row of a file with a measure and a quarter that is for
// the whole, or for the region.
func value(t *testing.T, f file, measure string, q quarter, region string) *big.Rat {
	t.Helper()
	for _, row := range f.rows {
		if row[0] == q.String() && row[1] == measure && strings.Join(row[len(row)-5:len(row)-1], "") == region {
			v, _ := new(big.Rat).SetString(row[len(row)-1])
			return v
		}
	}
	t.Fatalf("no row for %s in %s", measure, q)
	return nil
}

// What the items and notes of 2026-Q3 say of the recorded figures is so.
func TestClaims(t *testing.T) {
	c, s, goals := crm(), service(), targets()
	q3, q2, ago := lastQuarter, lastQuarter-1, lastQuarter-4
	conversion := func(q quarter, kind string) *big.Rat { return rate(c, "orders_won", "leads", q, "", kind) }
	cac := rate(c, "acquisition_cost", "new_customers", q3, "", "")
	partnerScore := func(q quarter) *big.Rat {
		return rate(s, "partner_satisfaction_total", "partner_satisfaction_answers", q, "", "")
	}
	approval := func(q quarter) *big.Rat { return rate(s, "approval_days_total", "approvals", q, "", "") }
	response := func(q quarter) *big.Rat { return rate(s, "response_hours_total", "responses_count", q, "", "") }
	trade := play()
	stockout := rate(supply(trade), "stockout_days", "range_days", q3, "", "")
	courses := training()

	for _, claim := range []struct {
		text        string
		less, great *big.Rat
	}{
		{"conversion rises on the year", conversion(ago, ""), conversion(q3, "")},
		{"conversion misses its target", conversion(q3, ""), value(t, goals, "conversion_rate", q3, "")},
		{"online conversion rises on the quarter", conversion(q2, online), conversion(q3, online)},
		{"online converts less than dealers", conversion(q3, online), conversion(q3, dealer)},
		{"online converts less than industry", conversion(q3, online), conversion(q3, industry)},
		{"CAC is over its target", value(t, goals, "cac", q3, ""), cac},
		{"CAC is below the industry's", cac, value(t, market(), "cac", q3, "")},
		{"partners' score falls on the year", partnerScore(q3), partnerScore(ago)},
		{"partners' score recovers on the quarter", partnerScore(q2), partnerScore(q3)},
		{"partners' score misses its target", partnerScore(q3), value(t, goals, "partner_satisfaction", q3, "")},
		{"approvals get faster", approval(q3), approval(q2)},
		{"approvals are within their target", approval(q3), value(t, goals, "approval_days", q3, "")},
		{"approvals of Q2 were not", value(t, goals, "approval_days", q2, ""), approval(q2)},
		{"response gets faster", response(q3), response(q2)},
		{"response is over the standard", value(t, goals, "response_hours", q3, ""), response(q3)},
		{"stockouts are over their target", value(t, goals, "stockout_rate", q3, ""), stockout},
		{"more people are trained", total(courses, "trainings", q2, "", ""), total(courses, "trainings", q3, "", "")},
	} {
		if claim.less.Cmp(claim.great) >= 0 {
			t.Errorf("%s: %s is not below %s", claim.text, claim.less.FloatString(4), claim.great.FloatString(4))
		}
	}

	for i := range regions {
		name := regions[i].name
		score := func(region string) *big.Rat {
			return rate(s, "satisfaction_total", "satisfaction_answers", q3, region, "")
		}
		kept := func(region string) *big.Rat { return rate(c, "customers_kept", "customers_start", q3, region, "") }
		if name != "东北" && kept(name).Cmp(kept("东北")) <= 0 {
			t.Errorf("%s keeps fewer customers than the north-east", name)
		}
		if name != "东北" && name != "西南" && score(name).Cmp(score("西南")) <= 0 {
			t.Errorf("%s is rated lower than the south-west", name)
		}
	}
}

// A survey is missing where it was skipped and where nothing was sold, and
// nowhere else.
func TestMissingSurvey(t *testing.T) {
	regionsIn := map[string]map[string]bool{}
	for _, row := range service().rows {
		if row[1] == "satisfaction_total" {
			if regionsIn[row[0]] == nil {
				regionsIn[row[0]] = map[string]bool{}
			}
			regionsIn[row[0]][row[2]] = true
		}
	}
	for m := month(0); m <= lastMonth; m++ {
		for i := range regions {
			name := regions[i].name
			missing := name == "西南" && m == in(2026, 8) || name == "东北" && m == in(2026, 2)
			if regionsIn[m.String()][name] == missing {
				t.Errorf("%s %s: surveyed is %v", m, name, !missing)
			}
		}
	}
}
