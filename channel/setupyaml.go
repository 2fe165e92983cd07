package channel

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel/source"
)

const (
	bookFile   = "book.yaml"
	bookSchema = "channelreport/book/v1"
)

// ReadSetup reads book.yaml alone. Its errors are a source.List.
func ReadSetup(fsys fs.FS) (*Setup, error) {
	var p problems
	_, setup := readSetup(fsys, &p)
	if err := p.err(); err != nil {
		return nil, err
	}
	return setup, nil
}

// readSetup decodes and checks book.yaml. It returns nil if there is no such
// file to speak of.
func readSetup(fsys fs.FS, p *problems) (File, *Setup) {
	if _, err := fs.Stat(fsys, bookFile); errors.Is(err, fs.ErrNotExist) {
		p.add(place{}, msgNoBook)
		return File{}, nil
	}
	file, v, ok := readDocument(fsys, bookFile, p)
	file.kind = "book"
	if !ok {
		return file, nil
	}
	return file, setupOf(v, p)
}

// setupOf decodes and checks the document that book.yaml is. It returns nil if
// it is of another format.
func setupOf(v value, p *problems) *Setup {
	s, at := &Setup{}, setupPlaces{}
	at.remember(v)
	if !v.checkSchema(bookSchema) {
		return nil
	}
	s.decode(v)
	s.check(p, at)
	return s
}

// checkSchema refuses a document of another format or version, of which nothing
// else can be said. One that names none is taken for what it should be.
func (v value) checkSchema(want string) bool {
	pairs := v.pairs()
	for _, e := range pairs {
		if e.name == "schema" {
			got := e.text()
			if got != want {
				e.fail(msgSchema, got, want)
			}
			return got == want
		}
	}
	v.fail(msgMissingKey, "schema", want)
	return len(pairs) > 0
}

// decode fills the set-up from the top of book.yaml.
func (s *Setup) decode(v value) {
	v.object(
		key{"schema", func(value) {}},
		key{"organization", setText(&s.Organization)},
		key{"currency", setText(&s.Currency)},
		key{"print", s.decodePrint},
		key{"fiscal_year_start", func(v value) { s.FiscalYearStart = v.whole(1, 12) }},
		key{"fiscal_year_named", setText(&s.FiscalYearNamed)},
		key{"direct_partner_types", setTexts(&s.DirectPartnerTypes)},
		key{"product_classes", s.decodeClasses},
		key{"files", s.decodeFiles},
		key{"groups", s.decodeGroups},
		key{"dimensions", setTexts(&s.Dimensions)},
		key{"observables", s.decodeObservables},
		key{"indicators", s.decodeIndicators},
		key{"policies", s.decodePolicies},
		key{"orders", setText(&s.Orders)},
		key{"grain", setText(&s.Grain)},
		key{"sign_off", s.decodeSignOff},
		key{"data", func(v value) {
			v.object(key{"from", setDate(&s.DataFrom)}, key{"to", setDate(&s.DataTo)})
		}},
	)
}

func setText(to *string) func(value)    { return func(v value) { *to = v.text() } }
func setTexts(to *[]string) func(value) { return func(v value) { *to = v.texts() } }

func setDate(to *Date) func(value) {
	return func(v value) {
		text := v.text()
		if text == "" {
			return
		}
		d, err := ParseDate(text)
		if err != nil {
			v.refuse(err)
		}
		*to = d
	}
}

// whole returns a whole number of a range, the least if it is none.
func (v value) whole(least, most int) int {
	text := v.text()
	n, err := strconv.Atoi(text)
	if err != nil || n < least || n > most {
		v.fail(msgWhole, text, least, most)
		return least
	}
	return n
}

// setPercent sets a quotient from a text such as 0.5%.
func setPercent(to *decimal.NullDecimal) func(value) {
	return func(v value) {
		text := v.text()
		if text == "" {
			return
		}
		n, err := parsePercent(text)
		if err != nil {
			v.refuse(err)
			return
		}
		*to = decimal.NewNullDecimal(n)
	}
}

func (s *Setup) decodePrint(v value) {
	v.object(
		key{"money", setText(&s.Print.Money)},
		key{"decimals", func(v value) {
			s.Print.Decimals = map[string]int{}
			for _, e := range v.entries() {
				s.Print.Decimals[e.name] = e.whole(0, maxDecimals)
			}
		}},
	)
}

func (s *Setup) decodeClasses(v value) {
	for _, e := range v.entries() {
		s.ProductClasses = append(s.ProductClasses, ProductClass{e.name, e.texts()})
	}
}

func (s *Setup) decodeGroups(v value) {
	for _, dim := range v.entries() {
		for _, name := range dim.entries() {
			s.Groups = append(s.Groups, GroupAlias{dim.name, name.name, name.texts()})
		}
	}
}

func (s *Setup) decodeObservables(v value) {
	for _, item := range v.list() {
		o := Observable{Position: item.position()}
		item.object(
			key{"id", setText(&o.ID)},
			key{"name", setNames(&o.NameZh, &o.NameEn)},
			key{"unit", setText(&o.Unit)},
			key{"over_time", setText(&o.OverTime)},
			key{"over_groups", setText(&o.OverGroups)},
		)
		s.Observables = append(s.Observables, o)
	}
}

// setNames reads {zh, en}.
func setNames(zh, en *string) func(value) {
	return func(v value) { v.object(key{"zh", setText(zh)}, key{"en", setText(en)}) }
}

func (s *Setup) decodeIndicators(v value) {
	for _, item := range v.list() {
		s.Indicators = append(s.Indicators, decodeIndicator(item))
	}
}

func decodeIndicator(v value) IndicatorText {
	x := IndicatorText{Position: v.position(), At: map[string]source.Position{}}
	values := map[string]value{}
	for _, e := range v.pairs() {
		x.At[e.name], values[e.name] = e.position(), e.value
	}
	x.Offsets = func(name string, offset int) source.Position {
		if v, ok := values[name]; ok {
			return v.at(offset).position
		}
		return x.Position
	}
	v.object(
		key{"id", setText(&x.ID)},
		key{"name", setNames(&x.NameZh, &x.NameEn)},
		key{"formula", setText(&x.Formula)},
		key{"unit", setText(&x.Unit)},
		key{"better", setText(&x.Better)},
		key{"max", setText(&x.Max)},
		key{"additive", setText(&x.Additive)},
		key{"growth", setText(&x.Growth)},
		key{"sign", setText(&x.Sign)},
		key{"print", setText(&x.Print)},
		key{"counter", setText(&x.Counter)},
		key{"source", setText(&x.Source)},
	)
	return x
}

func (s *Setup) decodePolicies(v value) {
	v.object(
		key{"rounding", setText(&s.Policies.Rounding)},
		key{"base", setText(&s.Policies.Base)},
		key{"partners", setText(&s.Policies.Partners)},
		key{"bands", func(v value) {
			v.object(
				key{"level", setPercent(&s.Policies.Level)},
				key{"slight", setPercent(&s.Policies.Slight)},
				key{"marked", setPercent(&s.Policies.Marked)},
			)
		}},
	)
}

func (s *Setup) decodeSignOff(v value) {
	for _, item := range v.list() {
		var line SignOff
		item.object(key{"role", setText(&line.Role)}, key{"name", setText(&line.Name)})
		s.SignOff = append(s.SignOff, line)
	}
}

// setupPlaces knows where in book.yaml the values of a set-up stand, by path.
// An empty one knows none: the set-up is a Go value, and its paths must do.
type setupPlaces map[string]value

// remember notes the places of a value and of everything below it.
func (s setupPlaces) remember(v value) {
	s[v.path] = v
	for _, e := range v.pairs() {
		s.remember(e.value)
	}
	if v.isList() {
		for _, item := range v.list() {
			s.remember(item)
		}
	}
}

// fail reports a problem with the value at a path, or with the nearest thing
// around it that the file has.
func (s setupPlaces) fail(p *problems, path string, m source.Message, args ...any) *source.Error {
	around := path
	for {
		if v, ok := s[around]; ok {
			at := v.place()
			at.path = path
			return p.add(at, m, args...)
		}
		if around == "" {
			return p.add(place{position: source.Position{Query: "setup"}, path: path}, m, args...)
		}
		around = around[:max(strings.LastIndexAny(around, ".["), 0)]
	}
}
