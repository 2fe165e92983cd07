package channel

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// TestItemsFor holds which items a report of a period shows.
func TestItemsFor(t *testing.T) {
	item := func(p Period, id, from string) *Item {
		return &Item{Kind: Measure, Period: p, ID: id, Title: id, CarriedFrom: from}
	}
	book, err := New(context.Background(), simple, Data{Items: []*Item{
		item(Quarter(2026, 3), "Q3", ""),
		item(Month(2026, 1), "M1", ""),
		item(Month(2026, 1), "M1-done", ""),
		item(Month(2026, 2), "M2", "2026-01/M1"),
		item(Month(2026, 3), "M3", "2026-02/M2"),
		item(Half(2026, 2), "H2", ""),
		item(Year(2026), "Y", ""),
		item(Year(2024), "Y4", ""),
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		p    Period
		want []string
	}{
		{Quarter(2026, 3), []string{"Q3"}},
		{Range(day("2026-07-01"), day("2026-09-30")), []string{"Q3"}},
		{Quarter(2026, 1), []string{"M1-done", "M3"}}, // the last of each chain
		{Half(2026, 1), []string{"M1-done", "M3"}},
		{Month(2026, 8), []string{"Q3"}},   // the shortest that holds it
		{Quarter(2026, 4), []string{"H2"}}, // of H2 and the year
		{Quarter(2026, 2), []string{"Y"}},
		{Year(2026), []string{"Y"}},
		{Range(day("2026-01-01"), day("2026-12-30")), []string{"M1-done", "M3", "Q3"}},
		{Year(2025), nil},
		{Month(2024, 2), []string{"Y4"}},
	} {
		var got []string
		for _, it := range book.ItemsFor(tt.p) {
			got = append(got, it.ID)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%v shows %v, want %v", tt.p, got, tt.want)
		}
	}
	if got := len(book.Items()); got != 8 {
		t.Errorf("asking has changed the items: %d are left", got)
	}
}

// TestPlaces holds that every part of an item knows where it was written.
func TestPlaces(t *testing.T) {
	book := open(t, os.DirFS("testdata/good"))
	find := func(id string) *Item {
		i := slices.IndexFunc(book.Items(), func(it *Item) bool { return it.ID == id && it.Period.Equal(Quarter(2026, 3)) })
		return book.Items()[i]
	}
	problem, measure, project := find("P1"), find("A1"), find("I1")
	for name, tt := range map[string]struct{ got, want string }{
		"a field":               {problem.At("severity").String(), "items-2026.yaml:14:15"},
		"its path":              {problem.Path("severity"), "problems[0].severity"},
		"the path of no file":   {(&Item{Kind: Problem}).Path("severity"), "problems.severity"},
		"a missing field":       {problem.At("impact").String(), "items-2026.yaml:12:5"},
		"a block":               {problem.At("text").String(), "items-2026.yaml:15:11"},
		"its first character":   {problem.Offset("text", 0).String(), "items-2026.yaml:16:7"},
		"its second paragraph":  {problem.Offset("text", len("第一段。\n\n")).String(), "items-2026.yaml:18:7"},
		"beyond its end":        {problem.Offset("text", 1000).String(), "items-2026.yaml:18:11"},
		"an id":                 {measure.At("answers[1]").String(), "items-2026.yaml:23:60"},
		"a figure":              {problem.Evidence[0].Offset("figure", 0).String(), "items-2026.yaml:19:16"},
		"its aspect":            {problem.Evidence[0].Offset("figure", len("sales.")).String(), "items-2026.yaml:19:22"},
		"a scope in quotes":     {project.Outputs[0].Offset("scope", len("region = ")).String(), "items-2026.yaml:10:109"},
		"a field not given":     {project.Outputs[0].Offset("at_least", 0).String(), "items-2026.yaml:10:75"},
		"a measure":             {book.Targets()[1].MeasureAt().String(), "targets.csv:3:9"},
		"a note":                {book.Notes()[2].Position.String(), "notes/2026-Q3.md:7:4"},
		"its second paragraph ": {book.Notes()[2].Offset(len("第一段，\n还是第一段。\n\n第二")).String(), "notes/2026-Q3.md:12:3"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %s, want %s", name, tt.got, tt.want)
		}
	}
	if n := (&Note{}); !n.Offset(3).IsZero() {
		t.Error("a note that was not read has a place")
	}
	x := book.Setup().Indicators[0]
	if at := x.Offsets("formula", len("gross_profit / ")).String(); at != "book.yaml:15:83" {
		t.Error("formula:", at)
	}
	if at := x.Offsets("max", 3); at != x.Position || x.At["unit"].Line != 15 {
		t.Error("max:", at)
	}
}

// TestFields holds the table of fields together: every field of a kind is in
// it, its words have Chinese twins, and no two names collide.
func TestFields(t *testing.T) {
	specs := Fields()
	names := map[string]bool{}
	for _, f := range specs {
		if names[f.Name] || names[f.Zh] || f.Name == "" || f.Zh == "" {
			t.Errorf("the names %s and %s are not its own", f.Name, f.Zh)
		}
		names[f.Name], names[f.Zh] = true, true
		if len(f.Kinds) == 0 {
			t.Errorf("no kind has the field %s", f.Name)
		}
		if (f.Type == WordField) != (len(f.Words) > 0) || (f.Type == MoneyField || f.Type == NumberField) != (f.Unit != "") {
			t.Errorf("%s: %+v", f.Name, f)
		}
		for _, w := range f.Words {
			if w.In("zh-CN") == "" || w.In("en") != string(w) {
				t.Errorf("%s has no Chinese twin", w)
			}
			if again, ok := wordNamed(w.In("zh-CN"), f.Words); !ok || again != w {
				t.Errorf("%s means %s", w.In("zh-CN"), again)
			}
		}
	}
	for k := Goal; int(k) < len(kindFields); k++ {
		for _, name := range kindFields[k] {
			if !slices.ContainsFunc(specs, func(f FieldSpec) bool { return f.Name == name && slices.Contains(f.Kinds, k) }) {
				t.Errorf("%v has the field %s, of which the table knows nothing", k, name)
			}
		}
	}
}

// Every field is read by the method of its type, and by no other.
func TestFieldValues(t *testing.T) {
	it := &Item{
		Kind: Problem, Period: Quarter(2026, 3), Owner: "示例负责人", Since: "2026-Q1", Status: "late", Due: civil(2026, 9, 30),
		Amount: decimal.NewNullDecimal(decimal.NewFromInt(12)), Answers: []string{"P1"}, Aim: []Evidence{{Figure: "sales"}},
		Causes: []*Item{{ID: "C1", Evidence: []Evidence{{}, {}}}, {ID: "C2", Actions: []*Item{{ID: "X"}}}},
	}
	want := map[string]string{
		"owner": "示例负责人", "since": "2026-Q1", "item_period": "2026-Q3", "status": "late", "due": "2026-09-30",
		"amount": "12", "answers": "[P1]", "aim": "1 figures", "causes": "2 items",
	}
	for _, f := range Fields() {
		var got []string
		add := func(text string, there bool) {
			if there {
				got = append(got, text)
			}
		}
		add(f.Text(it), f.Text(it) != "")
		add(string(f.Word(it)), f.Word(it) != "")
		add(f.Date(it).String(), !f.Date(it).IsZero())
		add(f.Number(it).Decimal.String(), f.Number(it).Valid)
		add(fmt.Sprint(f.IDs(it)), f.IDs(it) != nil)
		add(fmt.Sprint(len(f.Evidence(it)), " figures"), f.Evidence(it) != nil)
		add(fmt.Sprint(len(f.Items(it)), " items"), f.Items(it) != nil)
		if text := strings.Join(got, "; "); text != want[f.Name] {
			t.Errorf("%s reads %q, want %q", f.Name, text, want[f.Name])
		}
	}
	var ids, bases []string
	for part := range it.Walk() {
		ids = append(ids, part.ID)
		for entry := range part.Bases() {
			bases = append(bases, part.ID+"."+entry)
		}
	}
	if got := strings.Join(append(ids, bases...), " "); got != " C1 C2 X .aim[0] C1.evidence[0] C1.evidence[1]" {
		t.Errorf("walked %q", got)
	}
	for part := range it.Walk() {
		if part.ID == "C1" {
			break // and the rest is not asked for
		}
	}
	if (&FieldSpec{Name: "made up"}).Text(it) != "" {
		t.Error("a field of nobody has a text")
	}
}

func TestKinds(t *testing.T) {
	for k := Goal; int(k) < len(kindNames); k++ {
		got, ok := KindNamed(k.String())
		zh, okZh := KindNamed(k.In("zh-CN"))
		if top := k <= lastTopKind; ok != top || okZh != top || top && (got != k || zh != k) || k.In("en") != k.String() {
			t.Errorf("%v is named %v, %v", k, got, zh)
		}
	}
	if names := KindNames(); len(names) != 22 || !slices.Contains(names, "措施") || slices.Contains(names, "causes") {
		t.Error(names)
	}
	if Kind(99).String() != "" || Kind(99).In("zh") != "" || Scenario(99).String() != "" {
		t.Error("what does not exist has a name")
	}
}
