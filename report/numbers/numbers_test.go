package numbers_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/numbers"
)

// sample is fictitious.
func sample() *doc.Document {
	return &doc.Document{
		Title: "渠道工作总结", Organization: "示例公司（虚构）", Period: "2026年第三季度", PeriodCode: "2026-Q3", Lang: "zh-CN", Date: "2026-10-08", Status: doc.Final,
		Figures: []doc.Figure{
			{ID: "sales", Aspect: "value", Period: "2026-Q3", Expr: "sales", Unit: "money", Num: "37492000.5", Den: "1", Shown: []string{"3,749.2万元", "3,749.2"},
				Formula: "sales", Inputs: []doc.Input{{Name: "sales", Value: "37492000.5", Facts: 61, Files: []string{"sales.csv"}}}, Facts: 61},
			{ID: "sales", Aspect: "yoy", Group: []doc.GroupValue{{Dimension: "region", Value: "华东"}}, Period: "2026-Q3", Expr: "sales.yoy", Unit: "percent", Num: "123", Den: "1000", Shown: []string{"12.3%"},
				Formula: `(sales - at(sales, "2025-Q3")) / at(sales, "2025-Q3")`,
				Inputs:  []doc.Input{{Name: "sales", Value: "1123", Facts: 61, Files: []string{"sales.csv", "sales-2.csv"}}, {Name: `at(sales, "2025-Q3")`, Value: "1000", Facts: 62, Files: []string{"sales.csv"}}},
				Facts:   123, Notes: []string{"partial", "two"}},
			{Period: "2026-Q3", Expr: "cac / 2", Unit: "money", Reason: "no_data", Inputs: []doc.Input{{Name: "new_partners"}}},
		},
		Provenance: doc.Provenance{
			Files:    []doc.File{{Name: "sales.csv", SHA256: "0123abcd", Rows: 61, LastDate: "2026-09-30"}, {Name: "book.yaml", SHA256: "4567"}},
			Template: doc.TemplateID{ID: "performance-review", SHA256: "89ef"}, Policies: []doc.Policy{{Name: "rounding", Value: "half-up"}, {Name: "base", Value: "strict"}}, Library: "channelreport/v1",
		},
	}
}

func render(t testing.TB, d *doc.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := numbers.Render(context.Background(), &out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func renderCSV(t testing.TB, d *doc.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := numbers.RenderCSV(context.Background(), &out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestRender(t *testing.T)    { golden.Compare(t, "numbers.json", render(t, sample())) }
func TestRenderCSV(t *testing.T) { golden.Compare(t, "numbers.csv", renderCSV(t, sample())) }

func TestNothing(t *testing.T) {
	got := string(render(t, &doc.Document{}))
	want := `{"schema":"channelreport/numbers/v1","organization":"","period":"","provenance":{"files":[],"template":{"id":"","sha256":""},"policies":{},"library":"","locale":"","as_of":"","status":"draft"},"figures":[` + "\n]}\n"
	if got != want {
		t.Errorf("got %s", got)
	}
	if got := string(renderCSV(t, &doc.Document{})); got != "id,aspect,group,period,expr,unit,num,den,shown,formula,facts,reason,notes\n" {
		t.Errorf("got %s", got)
	}
}

// file is numbers.json as a reader of the contract would declare it.
type file struct {
	Schema       string `json:"schema"`
	Organization string `json:"organization"`
	Period       string `json:"period"`
	Provenance   struct {
		Files []struct {
			Name     string `json:"name"`
			SHA256   string `json:"sha256"`
			Rows     int    `json:"rows"`
			LastDate string `json:"last_date"`
		} `json:"files"`
		Template struct {
			ID     string `json:"id"`
			SHA256 string `json:"sha256"`
		} `json:"template"`
		Policies map[string]string `json:"policies"`
		Library  string            `json:"library"`
		Locale   string            `json:"locale"`
		AsOf     string            `json:"as_of"`
		Status   string            `json:"status"`
	} `json:"provenance"`
	Figures []figure `json:"figures"`
}

type figure struct {
	ID      string            `json:"id"`
	Aspect  string            `json:"aspect"`
	Group   map[string]string `json:"group"`
	Period  string            `json:"period"`
	Expr    string            `json:"expr"`
	Unit    string            `json:"unit"`
	Num     *string           `json:"num"`
	Den     *string           `json:"den"`
	Shown   []string          `json:"shown"`
	Formula string            `json:"formula"`
	Inputs  map[string]struct {
		Value *string  `json:"value"`
		Facts int      `json:"facts"`
		Files []string `json:"files"`
	} `json:"inputs"`
	Facts  int      `json:"facts"`
	Reason string   `json:"reason"`
	Notes  []string `json:"notes"`
}

// back turns a figure that was read into one of the document, whose groups and
// inputs are taken from the original to give them an order.
func (f figure) back(original doc.Figure) doc.Figure {
	got := doc.Figure{ID: f.ID, Aspect: f.Aspect, Period: f.Period, Expr: f.Expr, Unit: f.Unit, Formula: f.Formula, Facts: f.Facts, Reason: f.Reason}
	if f.Num != nil {
		got.Num, got.Den = *f.Num, *f.Den
	}
	got.Shown, got.Notes = some(f.Shown), some(f.Notes)
	for _, g := range original.Group {
		if value, ok := f.Group[g.Dimension]; ok {
			got.Group = append(got.Group, doc.GroupValue{Dimension: g.Dimension, Value: value})
		}
	}
	for _, in := range original.Inputs {
		if read, ok := f.Inputs[in.Name]; ok {
			one := doc.Input{Name: in.Name, Facts: read.Facts, Files: some(read.Files)}
			if read.Value != nil {
				one.Value = *read.Value
			}
			got.Inputs = append(got.Inputs, one)
		}
	}
	return got
}

func some(list []string) []string {
	if len(list) == 0 {
		return nil
	}
	return list
}

// roundTrip reads both outputs back and compares every field.
func roundTrip(t *testing.T, d *doc.Document) {
	t.Helper()
	raw := render(t, d)
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	var got file
	if err := dec.Decode(&got); err != nil {
		t.Fatalf("%v in\n%s", err, raw)
	}
	p := got.Provenance
	if got.Schema != numbers.Schema || got.Organization != d.Organization || got.Period != d.PeriodCode ||
		p.Library != d.Provenance.Library || p.Locale != d.Lang || p.AsOf != d.Date || p.Status != d.Status.String() ||
		p.Template.ID != d.Provenance.Template.ID || p.Template.SHA256 != d.Provenance.Template.SHA256 || len(p.Policies) != len(d.Provenance.Policies) {
		t.Errorf("the head reads\n%+v", got)
	}
	for _, q := range d.Provenance.Policies {
		if p.Policies[q.Name] != q.Value {
			t.Errorf("policy %q is %q", q.Name, p.Policies[q.Name])
		}
	}
	for i, f := range p.Files {
		if want := d.Provenance.Files[i]; doc.File(f) != want {
			t.Errorf("file %d is %v, want %v", i, f, want)
		}
	}
	if len(got.Figures) != len(d.Figures) {
		t.Fatalf("%d figures, want %d", len(got.Figures), len(d.Figures))
	}
	for i, f := range got.Figures {
		if diff := cmp.Diff(d.Figures[i], f.back(d.Figures[i])); diff != "" {
			t.Errorf("figure %d: %s", i, diff)
		}
		if f.Group == nil || f.Inputs == nil || f.Shown == nil || f.Notes == nil {
			t.Errorf("figure %d has a null: %+v", i, f)
		}
	}

	rows, err := csv.NewReader(bytes.NewReader(renderCSV(t, d))).ReadAll()
	if err != nil || len(rows) != len(d.Figures)+1 {
		t.Fatalf("%d rows of CSV, %v", len(rows), err)
	}
	for i, f := range d.Figures {
		var group map[string]string
		if err := json.Unmarshal([]byte(rows[i+1][2]), &group); err != nil || len(group) != len(f.Group) {
			t.Errorf("group %q, %v", rows[i+1][2], err)
		}
		rows[i+1][2] = ""
		want := []string{f.ID, f.Aspect, "", f.Period, f.Expr, f.Unit, f.Num, f.Den, strings.Join(f.Shown, " · "), f.Formula, strconv.Itoa(f.Facts), f.Reason, strings.Join(f.Notes, " · ")}
		for j := range want {
			want[j] = strings.ReplaceAll(want[j], "\r\n", "\n") // as encoding/csv reads it
		}
		if diff := cmp.Diff(want, rows[i+1]); diff != "" {
			t.Errorf("row %d: %s", i, diff)
		}
	}
}

func TestRoundTrip(t *testing.T) { roundTrip(t, sample()) }

// hostile puts a text in every place that holds one.
func hostile(s string) *doc.Document {
	return &doc.Document{
		Organization: s, PeriodCode: s, Lang: s, Date: s,
		Figures: []doc.Figure{
			{ID: s, Aspect: s, Period: s, Expr: s, Unit: s, Num: "1" + s, Den: "1" + s, Shown: []string{s, s}, Formula: s, Notes: []string{s},
				Group: []doc.GroupValue{{Dimension: s, Value: s}, {Dimension: s + "x", Value: s}}, Inputs: []doc.Input{{Name: s, Value: s, Files: []string{s}}}},
			{Reason: "r" + s},
		},
		Provenance: doc.Provenance{Files: []doc.File{{Name: s, SHA256: s, LastDate: s}}, Template: doc.TemplateID{ID: s, SHA256: s}, Policies: []doc.Policy{{Name: s, Value: s}}, Library: s},
	}
}

var texts = []string{"", "x", `"`, `\`, `\"`, "a\nb\r\nc\td", "\x00\x1f\x7f", "\u2028\u2029", "</script>", "华东，“引号”", "😀𠮷", "{", "[", "},{", ",", ";", " x ", "=1+1", "\ufeff"}

func TestHostileTexts(t *testing.T) {
	for _, s := range texts {
		roundTrip(t, hostile(s))
	}
}

func FuzzRoundTrip(f *testing.F) {
	for _, s := range texts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			if err := numbers.Render(context.Background(), &bytes.Buffer{}, hostile(s)); err == nil {
				t.Errorf("%q is written", s)
			}
			return
		}
		roundTrip(t, hostile(s))
	})
}

func TestErrors(t *testing.T) {
	one := func(f doc.Figure) *doc.Document {
		return &doc.Document{Figures: []doc.Figure{{Expr: "a", Reason: "no_data"}, f}}
	}
	for _, test := range []struct {
		document *doc.Document
		want     string
	}{
		{one(doc.Figure{Expr: "b"}), "numbers: figure 1 (b): it is absent without a reason, or with a denominator"},
		{one(doc.Figure{Expr: "b", Num: "1"}), "numbers: figure 1 (b): it has a value and a reason for absence, or no denominator"},
		{one(doc.Figure{Expr: "b", Num: "1", Den: "1", Reason: "no_data"}), "numbers: figure 1 (b): it has a value and a reason for absence, or no denominator"},
		{one(doc.Figure{Expr: "b", Reason: "r", Group: []doc.GroupValue{{Dimension: "region", Value: "a"}, {Dimension: "region", Value: "b"}}}), `numbers: figure 1 (b): its group has "region" twice`},
		{one(doc.Figure{Expr: "b", Reason: "r", Inputs: []doc.Input{{Name: "x"}, {Name: "y"}, {Name: "x"}}}), `numbers: figure 1 (b): its input "x" stands twice`},
		{one(doc.Figure{Expr: "b", Reason: "r", Notes: []string{"\xff"}}), `numbers: figure 1 (b): text "\xff" is not valid UTF-8`},
		{&doc.Document{Organization: "\xff"}, `numbers: text "\xff" is not valid UTF-8`},
		{&doc.Document{Provenance: doc.Provenance{Policies: []doc.Policy{{Name: "a", Value: "1"}, {Name: "a", Value: "2"}}}}, `numbers: policy "a" stands twice`},
	} {
		for _, render := range []func(*bytes.Buffer) error{
			func(out *bytes.Buffer) error { return numbers.Render(context.Background(), out, test.document) },
			func(out *bytes.Buffer) error { return numbers.RenderCSV(context.Background(), out, test.document) },
		} {
			var out bytes.Buffer
			if err := render(&out); err == nil || err.Error() != test.want || out.Len() > 0 {
				t.Errorf("got %v and %d bytes, want %s", err, out.Len(), test.want)
			}
		}
	}
}

type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestContextAndWriter(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out bytes.Buffer
	for _, err := range []error{numbers.Render(ctx, &out, sample()), numbers.RenderCSV(ctx, &out, sample())} {
		if !errors.Is(err, context.Canceled) || out.Len() > 0 {
			t.Errorf("%v", err)
		}
	}
	for _, d := range []*doc.Document{sample(), many(3000)} {
		for _, err := range []error{numbers.Render(context.Background(), full{}, d), numbers.RenderCSV(context.Background(), full{}, d)} {
			if !errors.Is(err, errFull) {
				t.Errorf("%v", err)
			}
		}
	}
}

func TestManyGoroutines(t *testing.T) {
	d := many(100)
	want := render(t, d)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			var out bytes.Buffer
			if err := numbers.Render(context.Background(), &out, d); err != nil || !bytes.Equal(out.Bytes(), want) {
				t.Errorf("other bytes, error %v", err)
			}
		})
	}
	wg.Wait()
}

func ExampleRenderCSV() {
	d := &doc.Document{Figures: []doc.Figure{
		{ID: "sales", Aspect: "yoy", Group: []doc.GroupValue{{Dimension: "region", Value: "East"}}, Period: "2026-Q3", Expr: "sales.yoy", Unit: "percent", Num: "123", Den: "1000", Shown: []string{"12.3%"}},
		{ID: "cac", Aspect: "value", Period: "2026-Q3", Expr: "cac", Unit: "money_per_customer", Reason: "no_data"},
	}}
	if err := numbers.RenderCSV(context.Background(), os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// id,aspect,group,period,expr,unit,num,den,shown,formula,facts,reason,notes
	// sales,yoy,"{""region"":""East""}",2026-Q3,sales.yoy,percent,123,1000,12.3%,,0,,
	// cac,value,{},2026-Q3,cac,money_per_customer,,,,,0,no_data,
}

// many returns a document of n figures.
func many(n int) *doc.Document {
	d := sample()
	figures := d.Figures
	d.Figures = nil
	for i := range n {
		f := figures[i%len(figures)]
		f.Expr = "e" + strconv.Itoa(i)
		d.Figures = append(d.Figures, f)
	}
	return d
}

type discard struct{ n int }

func (w *discard) Write(p []byte) (int, error) { w.n += len(p); return len(p), nil }

func BenchmarkRender(b *testing.B) {
	d := many(300_000)
	for _, bench := range []struct {
		name   string
		render func(w *discard) error
	}{
		{"json-300k", func(w *discard) error { return numbers.Render(context.Background(), w, d) }},
		{"csv-300k", func(w *discard) error { return numbers.RenderCSV(context.Background(), w, d) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			var w discard
			for b.Loop() {
				w.n = 0
				if err := bench.render(&w); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(w.n))
		})
	}
}
