package doc

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"example.com/channelreport/internal/golden"
)

func TestDump(t *testing.T) {
	var b bytes.Buffer
	if err := sample().Dump(&b); err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "document.golden", b.Bytes())
}

func TestDumpOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := (&Document{}).Dump(&b); err != nil || b.String() != "document\n  status: draft\n\nprovenance\n" {
		t.Errorf("%v %q", err, b.String())
	}
}

type alien struct{ Block }
type strange struct{ Inline }

func TestDumpRefusesUnknownTypes(t *testing.T) {
	for _, test := range []struct {
		block Block
		want  string
	}{
		{alien{}, "doc: unknown block doc.alien"},
		{&Callout{Blocks: []Block{alien{}}}, "doc: unknown block doc.alien"},
		{&Paragraph{Inlines: []Inline{Strong{[]Inline{strange{}}}}}, "doc: unknown inline doc.strange"},
	} {
		var b bytes.Buffer
		err := (&Document{Closing: []Block{test.block}}).Dump(&b)
		if err == nil || err.Error() != test.want || b.Len() > 0 {
			t.Errorf("got %v and %d bytes, want %s", err, b.Len(), test.want)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

var errFull = errors.New("full")

func TestDumpReturnsTheWritersError(t *testing.T) {
	if err := sample().Dump(full{}); err != errFull {
		t.Error(err)
	}
}

func TestBlocksInReadingOrder(t *testing.T) {
	var ids []string
	for b := range sample().Blocks() {
		if ID(b) != "" {
			ids = append(ids, ID(b))
		}
	}
	if got := strings.Join(ids, " "); got != "cards s1 regions sales steps risk a1" {
		t.Error(got)
	}
	n := 0
	for range sample().Blocks() {
		if n++; n == 4 {
			break
		}
	}
	if n != 4 {
		t.Errorf("%d blocks after a break", n)
	}
}

func TestFind(t *testing.T) {
	d := sample()
	if _, ok := d.Find("regions").(*Table); !ok {
		t.Error("no table regions")
	}
	if d.Find("nowhere") != nil || d.Find("") != nil {
		t.Error("found what is not there")
	}
}

func TestTexts(t *testing.T) {
	d := sample()
	for id, want := range map[string]string{
		"cards":   "销售额|3,749.2万元|同比增长12.3%|获客成本|—|",
		"regions": "各区域销售额|区域|销售额|达标|华东|3,749.2万元|是|提前|其他|—|合计|3,749.2万元|注：表中数据四舍五入。",
		"sales":   "销售额|9月数据未到。",
		"steps":   "完善激励政策|办法",
		"risk":    "风险",
		"s1":      "总体情况",
	} {
		var texts []string
		for inlines := range Texts(d.Find(id)) {
			texts = append(texts, PlainText(inlines))
		}
		if got := strings.Join(texts, "|"); got != want {
			t.Errorf("%s: got %s, want %s", id, got, want)
		}
		for range Texts(d.Find(id)) {
			break
		}
	}
}

func TestPlainText(t *testing.T) {
	got := PlainText([]Inline{Text{"a"}, Strong{[]Inline{Value{"1", 0}, Ref{"x", "图1"}}}, Link{"https://example.com", "b"}})
	if got != "a1图1b" {
		t.Error(got)
	}
}

func BenchmarkDump(b *testing.B) {
	d := sample()
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := d.Dump(&out); err != nil {
			b.Fatal(err)
		}
	}
}
