package channel

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/currency"

	"example.com/channelreport/channel/source"
)

// maxDecimals is how many decimals a figure may be printed with.
const maxDecimals = 10

// printKinds are the kinds of figures whose decimals a book may set.
var printKinds = []string{"money", "base", "percent", "points", "score", "ratio", "days", "hours", "index", "count"}

// check refuses values that a set-up cannot have, whether it was read or built.
func (s *Setup) check(p *problems, at setupPlaces) {
	word := func(path, got string, allowed ...string) {
		if got != "" && !slices.Contains(allowed, got) {
			e := at.fail(p, path, msgWord, got, strings.Join(allowed, ", "))
			e.Near = source.Nearest(got, allowed)
		}
	}
	if isBlank(s.Organization) {
		at.fail(p, "organization", msgRequiredCell, "organization")
	}
	if !isCurrency(s.Currency) {
		e := at.fail(p, "currency", msgCurrency, s.Currency)
		if s.Currency == "RMB" {
			e.Near = "CNY"
		}
	}
	if s.FiscalYearStart < 0 || s.FiscalYearStart > 12 {
		at.fail(p, "fiscal_year_start", msgWhole, fmt.Sprint(s.FiscalYearStart), 1, 12)
	}
	word("fiscal_year_named", s.FiscalYearNamed, "end", "start")
	word("orders", s.Orders, "distinct", "none")
	word("grain", s.Grain, "day", "month")
	word("policies.rounding", s.Policies.Rounding, "half-up", "half-even")
	word("policies.base", s.Policies.Base, "strict", "absolute")
	word("policies.partners", s.Policies.Partners, "masked")
	for _, name := range sortedKeys(s.Print.Decimals) {
		word("print.decimals."+name, name, printKinds...)
	}
	for i, o := range s.Observables {
		path := fmt.Sprintf("observables[%d]", i)
		s.checkName(p, at, path+".id", o.ID)
		if slices.ContainsFunc(s.Observables[:i], func(before Observable) bool { return before.ID == o.ID }) {
			at.fail(p, path+".id", msgNameTwice, o.ID)
		}
		word(path+".over_time", o.OverTime, "sum", "first", "last", "mean")
		word(path+".over_groups", o.OverGroups, "sum")
	}
	if !s.DataFrom.IsZero() && !s.DataTo.IsZero() && s.DataTo.Before(s.DataFrom) {
		at.fail(p, "data.to", msgDateOrder, s.DataTo, s.DataFrom)
	}
	s.checkBands(p, at)
	s.checkDimensions(p, at)
	s.checkGroups(p, at)
	s.checkClasses(p, at)
	s.checkFiles(p, at)
}

// isCurrency reports whether a text is an ISO 4217 code, which has capitals
// only.
func isCurrency(s string) bool {
	_, err := currency.ParseISO(s)
	return err == nil && strings.ToUpper(s) == s
}

// checkName refuses a name that an expression could not hold: letters, digits
// and _, not a digit first.
func (s *Setup) checkName(p *problems, at setupPlaces, path, name string) bool {
	for i, r := range name {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			at.fail(p, path, msgName, name)
			return false
		}
	}
	if name == "" {
		at.fail(p, path, msgRequiredCell, path[strings.LastIndexByte(path, '.')+1:])
	}
	return name != ""
}

// checkBands refuses bands that do not widen.
func (s *Setup) checkBands(p *problems, at setupPlaces) {
	q := s.Policies
	if q.Level.Valid && q.Slight.Valid && q.Slight.Decimal.LessThan(q.Level.Decimal) {
		at.fail(p, "policies.bands.slight", msgBands, "slight", "level")
	}
	if q.Slight.Valid && q.Marked.Valid && q.Marked.Decimal.LessThan(q.Slight.Decimal) {
		at.fail(p, "policies.bands.marked", msgBands, "marked", "slight")
	}
}

// checkDimensions refuses dimensions that are no names, that every book has, or
// that are columns of another meaning.
func (s *Setup) checkDimensions(p *problems, at setupPlaces) {
	taken := []string{"partner_id", MonthOf, "quarter"}
	for _, kind := range []fileKind{salesFile, targetsFile, observationsFile} {
		for _, c := range columnsOf(kind, factDimensions[:]) {
			taken = append(taken, c.name)
		}
	}
	taken = append(taken, factDimensions[:]...)
	for i, dim := range s.Dimensions {
		path := fmt.Sprintf("dimensions[%d]", i)
		if !s.checkName(p, at, path, dim) {
			continue
		}
		if slices.Contains(taken, dim) {
			at.fail(p, path, msgTakenName, dim)
		} else if slices.Contains(s.Dimensions[:i], dim) {
			at.fail(p, path, msgNameTwice, dim)
		}
	}
}

// checkGroups refuses aliases of no dimension and spellings of two names.
func (s *Setup) checkGroups(p *problems, at setupPlaces) {
	type spelling struct{ dim, text string }
	names := map[spelling]string{}
	for _, g := range s.Groups {
		path := "groups." + g.Dimension
		if dims := s.factDimensions(); !slices.Contains(dims, g.Dimension) {
			at.fail(p, path, msgUnknownDimension, g.Dimension).Near = source.Nearest(g.Dimension, dims)
			continue
		}
		if g.Dimension == PartnerID {
			at.fail(p, path, msgPartnerGroups)
			continue
		}
		for i, text := range g.Spellings {
			if name, ok := names[spelling{g.Dimension, text}]; ok && name != g.Name {
				at.fail(p, fmt.Sprintf("%s.%s[%d]", path, g.Name, i), msgSpellingTwice, text, name, g.Name)
			}
			names[spelling{g.Dimension, text}] = g.Name
		}
	}
	for _, g := range s.Groups {
		if name, ok := names[spelling{g.Dimension, g.Name}]; ok && name != g.Name {
			at.fail(p, "groups."+g.Dimension+"."+g.Name, msgSpellingTwice, g.Name, name, g.Name)
		}
	}
}

func (s *Setup) checkClasses(p *problems, at setupPlaces) {
	for i, c := range s.ProductClasses {
		if slices.ContainsFunc(s.ProductClasses[:i], func(before ProductClass) bool { return before.Class == c.Class }) {
			at.fail(p, "product_classes."+c.Class, msgNameTwice, c.Class)
		}
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
