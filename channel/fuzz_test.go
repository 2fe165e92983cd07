package channel

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel/source"
)

// FuzzSales reads any text as sales. What is accepted must amount to what a
// slow reader finds; what is refused must be refused in its place.
func FuzzSales(f *testing.F) {
	for _, name := range []string{"testdata/good/sales-1.csv", "testdata/good/sales-2.csv"} {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("\ufeffdate,amount\r\n2026-09-01,\"1\"\r\n\r\n,\n")
	f.Add("date,amount,region\n2026-09-01,1,\"华\n东\"\n2026-09-01,x,y\n")
	f.Add("date,amount\n2026-09-01,1e34\n2026-09-01,0.0000000000000000000000000000000001")
	f.Fuzz(func(t *testing.T, text string) {
		files := mapFS(base)
		files["sales.csv"].Data = []byte(text)
		book, err := Open(context.Background(), files)
		if err != nil {
			checkPlaces(t, source.Problems(err), "sales.csv", text)
			return
		}
		got := total(book, func(c *Cell) Sum { return c.Amount }).Decimal(book.Sales().AmountScale())
		if want := slowTotal(t, strings.TrimPrefix(text, "\ufeff")); !got.Equal(want) {
			t.Errorf("%q amounts to %v, want %v", text, got, want)
		}
	})
}

// slowTotal adds up the amounts of sales that are known to be right.
func slowTotal(t *testing.T, text string) decimal.Decimal {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%q was accepted: %v", text, err)
	}
	amount := slices.IndexFunc(rows[0], func(s string) bool {
		return s == "amount" || slices.Contains(knownHeaders["amount"], s)
	})
	var sum decimal.Decimal
	for _, row := range rows[1:] {
		if strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		d, err := decimal.NewFromString(row[amount])
		if err != nil {
			t.Fatalf("%q was accepted: %v", row, err)
		}
		sum = sum.Add(d)
	}
	return sum
}

// checkPlaces holds that problems lie inside the file they name.
func checkPlaces(t *testing.T, list source.List, name, text string) {
	if len(list) == 0 {
		t.Fatal("an error without a problem")
	}
	lines := strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n")
	for _, e := range list {
		p := e.Position
		if p.File != name || p.Line == 0 {
			continue
		}
		if p.Line > len(lines) {
			t.Errorf("%v: the text %q has %d lines", e, text, len(lines))
			continue
		}
		if width := len([]rune(lines[p.Line-1])); p.Column > width+1 {
			t.Errorf("%v: the line %q has %d characters", e, lines[p.Line-1], width)
		}
	}
}

// FuzzYAML reads any text as the set-up and as items.
func FuzzYAML(f *testing.F) {
	for _, pattern := range []string{"testdata/good/*.yaml", "testdata/bad/*.txt"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(text))
		}
	}
	f.Add("a: &a [*a]")
	f.Add("schema: channelreport/items/v1\nperiod: 2026\nlessons: [{title: \"\\u4e2d\\\n  {{ x }}\"}]")
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"book.yaml", "items.yaml"} {
			files := mapFS(base)
			delete(files, name)
			files[name] = mapFS(map[string]string{name: text})[name]
			book, err := Open(context.Background(), files)
			if err != nil {
				checkPlaces(t, source.Problems(err), name, text)
				continue
			}
			for _, it := range book.Items() {
				for offset := range min(len(it.Text), 100) {
					it.Offset("text", offset)
				}
			}
		}
	})
}

// FuzzNotes reads any text as notes.
func FuzzNotes(f *testing.F) {
	f.Add("---\nperiod: 2026-Q3\n---\n## a\nb\n")
	f.Add("---\nperiod: 2026-Q3\n---\n## a\n{{\n## a\n")
	f.Fuzz(func(t *testing.T, text string) {
		const name = "notes/2026-Q3.md"
		files := mapFS(base)
		files[name] = mapFS(map[string]string{name: text})[name]
		book, err := Open(context.Background(), files)
		if err != nil {
			checkPlaces(t, source.Problems(err), name, text)
			return
		}
		for _, n := range book.Notes() {
			if !strings.Contains(strings.ReplaceAll(text, "\r\n", "\n"), n.Text) {
				t.Errorf("the text %q is not in %q", n.Text, text)
			}
		}
	})
}

// FuzzItems reads any text as a table of items.
func FuzzItems(f *testing.F) {
	f.Add(itemsAsCSV)
	f.Add("period,kind,title,answers\n2026,measure,\"a\"\"b\nc\",\"x; ；\"\"y\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		const name = "items.csv"
		files := mapFS(base)
		files[name] = mapFS(map[string]string{name: text})[name]
		book, err := Open(context.Background(), files)
		if err != nil {
			checkPlaces(t, source.Problems(err), name, text)
			return
		}
		lines := strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n")
		for _, it := range book.Items() {
			for offset, r := range it.Text {
				at := it.Offset("text", offset)
				if at.Line > len(lines) || r != '\n' && !strings.ContainsRune(lines[at.Line-1], r) {
					t.Errorf("%q at %d stands at %v, in %q", r, offset, at, text)
				}
			}
		}
	})
}

// FuzzDate reads any text as a date, by rule and without.
func FuzzDate(f *testing.F) {
	f.Add("2026-09-01")
	f.Add("2026/9/1 0:00")
	f.Fuzz(func(t *testing.T, text string) {
		if d, err := ParseDate(text); err == nil && d.String() != text {
			t.Errorf("%q is %v", text, d)
		}
		excel := format{kind: salesFile, excel: true}
		if d, err := excel.date(text); err == nil {
			year, month, day := d.Civil()
			if again, ok := NewDate(year, month, day); !ok || again != d || !strings.HasPrefix(text, d.String()[:4]+"/") {
				t.Errorf("%q is %v", text, d)
			}
		}
	})
}

// FuzzForms reads any text as a number that may be written in any form: what
// is refused without the forms names the key that lets it in.
func FuzzForms(f *testing.F) {
	for _, text := range []string{"（1,234）万元", "5-", "−1.5%", "３亿", "1e10000", "--1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		all, none := format{kind: salesFile, forms: numberForms}, format{kind: salesFile}
		n, err := all.number(text, "percent")
		plain, refused := none.number(text, "percent")
		switch {
		case refused == nil && (err != nil || !plain.decimal().Equal(n.decimal())):
			t.Errorf("%q is %v, with all forms %v, error %v", text, plain.decimal(), n.decimal(), err)
		case refused != nil && (err == nil) != (refused.Message.Code == msgNumberForm.Code) && err != nil && err.Message.Code != msgNumberSize.Code:
			t.Errorf("%q: %v, with all forms %v", text, refused, err)
		}
	})
}

// FuzzMerge cuts sales in two, which must merge into the whole again.
func FuzzMerge(f *testing.F) {
	f.Add("2026-09-01,1,P1,华东,O1,1\n2026-09-02,0.5,P1,,O1,\n2026-09-02,-7e20,,华南,,2\n", 30)
	f.Fuzz(func(t *testing.T, text string, cut int) {
		const header = "date,amount,partner_id,region,order_id,quantity\n"
		cut = strings.LastIndexByte(text[:max(0, min(cut, len(text)))], '\n') + 1
		whole, first, second := mapFS(base), mapFS(base), mapFS(base)
		delete(first, "sales.csv")
		delete(second, "sales.csv")
		delete(whole, "sales.csv")
		first["sales-1.csv"] = mapFS(map[string]string{"": header + text[:cut]})[""]
		second["sales-2.csv"] = mapFS(map[string]string{"": header + text[cut:]})[""]
		whole["sales-1.csv"], whole["sales-2.csv"] = first["sales-1.csv"], second["sales-2.csv"]
		want, err := Open(context.Background(), whole)
		if err != nil {
			return
		}
		if got := dump(t, merge(t, open(t, second), open(t, first))); string(got) != string(dump(t, want)) {
			t.Errorf("merged:\n%s\nwhole:\n%s", got, dump(t, want))
		}
	})
}
