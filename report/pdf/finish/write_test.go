package finish

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report/pdf/sfnt"
)

// inflate undoes the compression of a stream with the standard library.
func inflate(t testing.TB, o object) []byte {
	t.Helper()
	if string(o.dict.get("Filter")) != "/FlateDecode" {
		return o.stream
	}
	r, err := zlib.NewReader(bytes.NewReader(o.stream))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// dump writes a finished file as text: dictionaries a key a line, streams
// inflated, fonts by their length. What depends on the compressor is left out.
func dump(t testing.TB, data []byte) []byte {
	t.Helper()
	f, err := parse(data)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for n, o := range f.objects {
		switch {
		case o.absent:
			continue
		case o.dict == nil:
			fmt.Fprintf(&b, "%d: %s\n", n, o.other)
			continue
		}
		fmt.Fprintf(&b, "%d:\n", n)
		for _, e := range o.dict {
			if e.key != "Length" {
				fmt.Fprintf(&b, "  %s %s\n", e.key, e.value)
			}
		}
		switch {
		case o.stream == nil:
		case o.dict.get("Length1") != nil:
			fmt.Fprintf(&b, "  stream of %d bytes\n", len(inflate(t, o)))
		default:
			text := strings.TrimRight(string(inflate(t, o)), "\n")
			fmt.Fprintf(&b, "  stream\n    %s\n", strings.ReplaceAll(text, "\n", "\n    "))
		}
	}
	fmt.Fprintf(&b, "root %d, info %d, pages %v\n", f.root, f.info, f.pages)
	return b.Bytes()
}

func TestWriteSample(t *testing.T) {
	raw, d := sample(t)
	golden.Compare(t, "sample.golden", dump(t, mustWrite(t, raw, d)))
}

func TestZeroDocumentOnlyCompresses(t *testing.T) {
	content := strings.Repeat("72 90 451 1 re f\n", 500)
	raw := engineFile(t, content)
	out := mustWrite(t, raw, &Document{})
	if len(out) > len(raw)/4 {
		t.Errorf("%d bytes of %d are left", len(out), len(raw))
	}
	text := string(dump(t, out))
	if !strings.Contains(text, strings.ReplaceAll(strings.TrimSpace(content), "\n", "\n    ")) {
		t.Error("the page's content has changed")
	}
	for _, unwanted := range []string{"/Info", "Title", "Lang", "Outlines", "Annots", "ViewerPreferences", "EmbeddedFiles"} {
		if strings.Contains(text, unwanted) {
			t.Errorf("%s is in the file", unwanted)
		}
	}
}

// TestSameBytes writes one document many times, alone, after others and beside
// others.
func TestSameBytes(t *testing.T) {
	raw, d := sample(t)
	rawBefore := bytes.Clone(raw)
	want := mustWrite(t, raw, d)
	other := engineFile(t, strings.Repeat("1 0 0 rg 0 0 5 5 re f\n", 2000), "")
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 3 {
				var b bytes.Buffer
				if err := Write(io.Discard, other, &Document{Date: "2026-10-09"}); err != nil {
					t.Error(err)
				}
				if err := Write(&b, raw, d); err != nil || !bytes.Equal(b.Bytes(), want) {
					t.Errorf("other bytes, error %v", err)
				}
			}
		})
	}
	group.Wait()
	if !bytes.Equal(raw, rawBefore) {
		t.Error("the engine's file was changed")
	}
	raw2, d2 := sample(t)
	if !bytes.Equal(mustWrite(t, raw2, d2), want) && bytes.Equal(withoutClock(raw2), withoutClock(raw)) {
		t.Error("the engine's clock shows in the file")
	}
	d.Date = "2026-10-09"
	if bytes.Equal(identifier(t, mustWrite(t, raw, d)), identifier(t, want)) {
		t.Error("another date, and the same identifier")
	}
}

func withoutClock(raw []byte) []byte {
	return regexp.MustCompile(`\(D:\d+\)`).ReplaceAll(raw, nil)
}

func identifier(t testing.TB, data []byte) []byte {
	t.Helper()
	m := regexp.MustCompile(`/ID\[<([0-9A-F]{32})><([0-9A-F]{32})>\]`).FindSubmatch(data)
	if m == nil || !bytes.Equal(m[1], m[2]) {
		t.Fatal("no identifier")
	}
	return m[1]
}

// TestOneFontFileAFace counts font files and bounds what they hold.
func TestOneFontFileAFace(t *testing.T) {
	raw, d := sample(t)
	f, err := parse(mustWrite(t, raw, d))
	if err != nil {
		t.Fatal(err)
	}
	var lengths []int
	for _, o := range f.objects {
		if o.dict.get("Length1") == nil {
			continue
		}
		data := inflate(t, o)
		if string(o.dict.get("Length1")) != fmt.Sprint(len(data)) {
			t.Errorf("Length1 is %s for %d bytes", o.dict.get("Length1"), len(data))
		}
		lengths = append(lengths, len(data))
	}
	if len(lengths) != 2 {
		t.Fatalf("%d font files for two faces in use", len(lengths))
	}
	for i, n := range lengths {
		if limit := 1024 + 400*len(d.Fonts[i].Slots); n > limit {
			t.Errorf("font %d has %d bytes for %d slots, over %d", i, n, len(d.Fonts[i].Slots), limit)
		}
	}
}

func TestManySlots(t *testing.T) {
	f := regular(t)
	var slots []sfnt.Slot
	for r := rune(0x4E00); len(slots) < 250; r++ {
		if f.Has(r) {
			slots = append(slots, sfnt.Slot{Rune: r})
		}
	}
	slots = append(slots, full("ABC中1—A")...)
	text := string(toUnicode(slots))
	for _, want := range []string{"100 beginbfchar\n<0001><4E00>\n", "57 beginbfchar\n", "<0101><0041>\nendbfchar"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in the map to Unicode", want)
		}
	}
	if got := strings.Count(text, "endbfchar"); got != 3 {
		t.Errorf("%d blocks", got)
	}
	if got, want := string(widths(Font{f, slots[248:]})), "[3[608 657 638]7[555 894 608]]"; got != want {
		t.Errorf("widths %s, want %s", got, want)
	}
}

func TestSubsetTagsDiffer(t *testing.T) {
	r, b := regular(t), bold(t)
	tags := []string{
		subsetTag(Font{r, full("甲")}), subsetTag(Font{r, full("乙")}), subsetTag(Font{b, full("甲")}),
		subsetTag(Font{r, []sfnt.Slot{{Rune: '甲', Variant: sfnt.Half}}}), subsetTag(Font{r, full("甲乙")}),
	}
	for _, tag := range tags {
		if !regexp.MustCompile(`^[A-Z]{6}$`).MatchString(tag) {
			t.Errorf("tag %q", tag)
		}
	}
	slices.Sort(tags)
	if len(slices.Compact(slices.Clone(tags))) != len(tags) {
		t.Errorf("equal tags in %v", tags)
	}
}

func TestDocumentsThatAreRefused(t *testing.T) {
	raw, good := sample(t)
	tests := []struct {
		name string
		edit func(d *Document)
		want string
	}{
		{"link from nowhere", func(d *Document) { d.Links = []Link{{Page: 3}} }, "finish: link 0: page 3 of 3"},
		{"link to nowhere", func(d *Document) { d.Links = []Link{{To: Dest{Page: -1}}} }, "finish: link 0: page -1 of 3"},
		{"bookmark to nowhere", func(d *Document) { d.Outline = []Bookmark{{}, {To: Dest{Page: 9}}} }, "finish: bookmark 1: page 9 of 3"},
		{"title", func(d *Document) { d.Info.Title = "中\xe4" }, `finish: text "中\xe4" is not UTF-8`},
		{"bookmark's title", func(d *Document) { d.Outline = []Bookmark{{Title: "\xff"}} }, `finish: bookmark 0: finish: text "\xff" is not UTF-8`},
		{"language", func(d *Document) { d.Lang = "\xff" }, `finish: text "\xff" is not UTF-8`},
		{"date", func(d *Document) { d.Date = "2026-02-30" }, `finish: date "2026-02-30" is not a day such as 2026-10-08`},
		{"face", func(d *Document) { d.Fonts = []Font{{Slots: full("a")}} }, "finish: font 0 has slots and no face"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := *good
			test.edit(&d)
			var b bytes.Buffer
			if err := Write(&b, raw, &d); err == nil || err.Error() != test.want {
				t.Errorf("got  %v\nwant %s", err, test.want)
			}
			if b.Len() > 0 {
				t.Error("something was written nevertheless")
			}
		})
	}
	d := *good
	d.Fonts = []Font{{regular(t), full("缺\U00020BB7")}}
	var list source.List
	if err := Write(io.Discard, raw, &d); !errors.As(err, &list) || list[0].Message.Code != "font-rune-missing" {
		t.Errorf("a rune that the font lacks: %v", err)
	}
	if err := Write(failing{}, raw, good); !errors.Is(err, errFull) {
		t.Errorf("a writer that fails: %v", err)
	}
}

var errFull = errors.New("disk full")

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errFull }

func ExampleWrite() {
	var out bytes.Buffer
	raw := exampleFile // as fpdf writes it, without compression
	err := Write(&out, raw, &Document{
		Info: Info{Title: "三季度渠道运营报告"},
		Date: "2026-10-08",
	})
	fmt.Println(err, bytes.Contains(out.Bytes(), []byte("/CreationDate(D:20261008)")))
	// Output: <nil> true
}
