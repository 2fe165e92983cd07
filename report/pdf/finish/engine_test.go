package finish

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/go-pdf/fpdf"

	"example.com/channelreport/report/pdf/notosanssc"
	"example.com/channelreport/report/pdf/sfnt"
)

// engineFile is a file as the engine writes it: A4 pages with the given
// contents, and a rule on each.
func engineFile(t testing.TB, contents ...string) []byte {
	t.Helper()
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 595.28, Ht: 841.89}})
	pdf.SetCompression(false)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	for _, content := range contents {
		pdf.AddPage()
		pdf.SetFillColor(0, 82, 147)
		pdf.Rect(72, 90, 451, 1, "F")
		pdf.RawWriteStr(content)
	}
	var raw bytes.Buffer
	if err := pdf.Output(&raw); err != nil {
		t.Fatal(err)
	}
	return raw.Bytes()
}

func face(t testing.TB, name string, data []byte) *sfnt.Font {
	t.Helper()
	f, err := sfnt.Parse(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func regular(t testing.TB) *sfnt.Font { return face(t, "Regular", notosanssc.Regular()) }
func bold(t testing.TB) *sfnt.Font    { return face(t, "Bold", notosanssc.Bold()) }

// A line is text on a page, as slots of one font.
type line struct {
	font  int // 1 is /F1
	y     int
	slots []sfnt.Slot
}

func full(text string) []sfnt.Slot {
	var slots []sfnt.Slot
	for _, r := range text {
		slots = append(slots, sfnt.Slot{Rune: r})
	}
	return slots
}

// typeset writes lines as page content, and returns the slots of each font in
// the order of their codes.
func typeset(fonts int, lines ...line) (content string, used [][]sfnt.Slot) {
	used = make([][]sfnt.Slot, fonts)
	codes := make([]map[sfnt.Slot]int, fonts)
	var b bytes.Buffer
	for _, l := range lines {
		f := l.font - 1
		fmt.Fprintf(&b, "q BT /F%d 12 Tf 1 0 0 1 72 %d Tm [<", l.font, l.y)
		for _, s := range l.slots {
			if codes[f] == nil {
				codes[f] = make(map[sfnt.Slot]int)
			}
			code, ok := codes[f][s]
			if !ok {
				used[f] = append(used[f], s)
				code = len(used[f])
				codes[f][s] = code
			}
			fmt.Fprintf(&b, "%04X", code)
		}
		b.WriteString(">] TJ ET Q\n")
	}
	return b.String(), used
}

// sample is a document of three pages with everything in it.
func sample(t testing.TB) (raw []byte, d *Document) {
	t.Helper()
	squeezed := full("渠道（直营、加盟）")
	squeezed[2].Variant, squeezed[len(squeezed)-1].Variant = sfnt.Half, sfnt.Half
	quoted := full("it’s “fine”")
	for i, s := range quoted {
		if s.Rune > 0x2000 {
			quoted[i].Variant = sfnt.Proportional
		}
	}
	content, used := typeset(2,
		line{2, 780, full("三季度渠道运营报告")},
		line{1, 740, squeezed},
		line{1, 720, append([]sfnt.Slot{{Rune: '—', Variant: sfnt.Joined}}, full("同比增长12.5%")...)},
		line{1, 700, quoted},
		line{1, 680, full("人名用字：𬭎𫟹")},
		line{1, 660, full("甲·乙・丙•丁〈戊〉")},
	)
	raw = engineFile(t, content, "", "")
	return raw, &Document{
		Info: Info{Title: "三季度渠道运营报告", Author: "Sample (fictitious)", Subject: "𬭎",
			Creator: "channelreport", Producer: "channelreport"},
		Lang:  "zh-CN",
		Date:  "2026-10-08",
		Fonts: []Font{{regular(t), used[0]}, {bold(t), used[1]}, {bold(t), nil}},
		Outline: []Bookmark{
			{"一、总体情况", 0, Dest{0, 78000}},
			{"1. Sales", 1, Dest{0, 74050}},
			{"（1）按地区", 3, Dest{1, 80005}},
			{"2. 客户", 1, Dest{1, 40000}},
			{"二、问题", 0, Dest{2, 78000}},
		},
		Links: []Link{
			{Page: 0, Area: Rect{7200, 70000, 15000, 71250}, To: Dest{2, 78000}},
			{Page: 0, Area: Rect{7200, 68000, 15000, 69250}, URI: "https://example.com/报告?a=(1)"},
			{Page: 1, Area: Rect{7200, 68000, 15000, 69250}, To: Dest{0, 78000}},
		},
	}
}

func mustWrite(t testing.TB, raw []byte, d *Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, raw, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
