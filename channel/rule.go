package channel

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
)

// What a rule may say.
var (
	encodings   = []string{"utf-8", "gb18030"}
	dateForms   = []string{"iso", "excel"}
	numberForms = []string{"grouping", "full-width", "minus-signs", "parentheses", "units", "percent"}
	moneyUnits  = map[string]int32{"": 0, "元": 0, "万元": 4, "亿元": 8}
)

// decodeFiles reads the rules for reading files.
func (s *Setup) decodeFiles(v value) {
	var keys []key
	for _, kind := range fileKinds {
		keys = append(keys, key{string(kind), func(v value) { s.Files = append(s.Files, decodeRule(v, kind)) }})
	}
	v.object(keys...)
}

func decodeRule(v value, kind fileKind) FileRule {
	rule := FileRule{Kind: string(kind)}
	v.object(
		key{"match", setTexts(&rule.Match)},
		key{"encoding", setText(&rule.Encoding)},
		key{"delimiter", func(v value) {
			text := v.text()
			if r, size := utf8.DecodeRuneInString(text); size > 0 && size == len(text) {
				rule.Delimiter = r
			} else {
				v.fail(msgDelimiter, text)
			}
		}},
		key{"header", func(v value) { rule.Header = v.whole(1, 1000) }},
		key{"skip", setTexts(&rule.Skip)},
		key{"dates", setText(&rule.Dates)},
		key{"unit", setText(&rule.Unit)},
		key{"columns", func(v value) {
			for _, e := range v.entries() {
				rule.Columns = append(rule.Columns, ColumnRule{e.name, e.text()})
			}
		}},
		key{"amounts", setTexts(&rule.Amounts)},
	)
	return rule
}

// checkFiles refuses rules that cannot be followed.
func (s *Setup) checkFiles(p *problems, at setupPlaces) {
	for i, rule := range s.Files {
		base := "files." + rule.Kind
		words := func(path string, allowed []string, got ...string) {
			for j, word := range got {
				if word != "" && !slices.Contains(allowed, word) {
					where := fmt.Sprintf("%s.%s", base, path)
					if path == "skip" || path == "amounts" {
						where = fmt.Sprintf("%s[%d]", where, j)
					}
					at.fail(p, where, msgWord, word, strings.Join(allowed, ", ")).Near = source.Nearest(word, allowed)
				}
			}
		}
		kind := fileKind(rule.Kind)
		if !slices.Contains(fileKinds, kind) {
			at.fail(p, base, msgWord, rule.Kind, joinKinds())
			continue
		}
		if slices.ContainsFunc(s.Files[:i], func(before FileRule) bool { return before.Kind == rule.Kind }) {
			at.fail(p, base, msgNameTwice, rule.Kind)
		}
		for j, glob := range rule.Match {
			if _, err := path.Match(glob, ""); err != nil {
				at.fail(p, fmt.Sprintf("%s.match[%d]", base, j), msgGlob, glob)
			}
		}
		words("encoding", encodings, rule.Encoding)
		words("dates", dateForms, rule.Dates)
		words("unit", []string{"元", "万元", "亿元"}, rule.Unit)
		words("skip", totals, rule.Skip...)
		words("amounts", numberForms, rule.Amounts...)
		if d := rule.Delimiter; d == '"' || d == '\r' || d == '\n' || d == utf8.RuneError || d < 0 {
			at.fail(p, base+".delimiter", msgDelimiter, string(d))
		}
		known := s.columnNames(kind)
		for _, c := range rule.Columns {
			if c.Column != "" && !slices.Contains(known, c.Column) {
				at.fail(p, base+".columns."+c.Header, msgUnknownColumn, c.Column).Near = source.Nearest(c.Column, known)
			}
		}
	}
}

func joinKinds() string {
	names := make([]string, len(fileKinds))
	for i, kind := range fileKinds {
		names[i] = string(kind)
	}
	return strings.Join(names, ", ")
}

// columnNames are the columns that files of a kind may have.
func (s *Setup) columnNames(kind fileKind) []string {
	var names []string
	for _, c := range columnsOf(kind, s.factDimensions()) {
		names = append(names, c.name)
	}
	if kind == partnersFile {
		names = append(names, s.Dimensions...)
	}
	return names
}

// rule returns the rule for a kind of file, which says nothing if there is none.
func (s *Setup) rule(kind fileKind) FileRule {
	for _, rule := range s.Files {
		if rule.Kind == string(kind) {
			return rule
		}
	}
	return FileRule{Kind: string(kind)}
}
