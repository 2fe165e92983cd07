package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.com/channelreport/report/internal/typeset"
)

// call runs a program that reads PDF files and finds no error in them, or
// skips the test if it is not installed.
func call(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed", name)
	}
	var complaints bytes.Buffer
	command := exec.Command(name, args...)
	command.Stderr = &complaints
	out, err := command.Output()
	if err != nil || strings.Contains(complaints.String(), "Error") {
		t.Fatalf("%s: %v\n%s\n%s", name, err, out, complaints.Bytes())
	}
	return string(out)
}

func sampleFile(t *testing.T, i int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), samples[i].name+".pdf")
	if err := os.WriteFile(path, render(t, Renderer{}, samples[i].make()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestQpdfFindsNoFault(t *testing.T) {
	for i := range samples {
		out := call(t, "qpdf", "--check", sampleFile(t, i))
		if !strings.Contains(out, "No syntax or stream encoding errors found") || strings.Contains(out, "WARNING") {
			t.Error(out)
		}
	}
}

// TestPopplerReadsFonts: one subset for each weight, embedded, with a way back
// to Unicode, and no other font.
func TestPopplerReadsFonts(t *testing.T) {
	for i := range samples {
		out := call(t, "pdffonts", sampleFile(t, i))
		rows := regexp.MustCompile(`(?m)^[A-Z]{6}\+NotoSansSC-(Regular|Bold)\s+CID TrueType\s+Identity-H\s+yes yes yes`).FindAllString(out, -1)
		if len(rows) != 2 || strings.Count(out, "\n") != 4 {
			t.Error(out)
		}
	}
}

func TestNoRasterImages(t *testing.T) {
	for i := range samples {
		if out := call(t, "pdfimages", "-list", sampleFile(t, i)); strings.Count(out, "\n") > 2 {
			t.Error(out)
		}
	}
}

// TestPopplerReadsText: what comes out of the file is what the plan says, page
// for page, white space aside.
func TestPopplerReadsText(t *testing.T) {
	for i, s := range samples {
		out := call(t, "pdftotext", "-raw", sampleFile(t, i), "-")
		p := lay(t, s.make(), 0)
		pages := strings.Split(out, "\f")
		if len(pages) != len(p.pages)+1 {
			t.Fatalf("%d pages, want %d", len(pages)-1, len(p.pages))
		}
		for j := range p.pages {
			var want strings.Builder
			for k := range p.pages[j].runs {
				want.WriteString(p.pages[j].runs[k].text())
			}
			if got, want := withoutSpace(pages[j]), withoutSpace(want.String()); got != want {
				t.Errorf("%s page %d: %s", s.name, j+1, difference(got, want))
			}
		}
	}
}

// TestPopplerReadsInOrder: without -raw, poppler sorts what it finds by where it
// stands. Running text then comes line for line from the top of the page to its
// bottom, and in -layout the cells of a table's row stand on one line.
func TestPopplerReadsInOrder(t *testing.T) {
	for i, s := range samples {
		path, p := sampleFile(t, i), lay(t, s.make(), 0)
		for _, mode := range []string{"-nopgbrk", "-layout"} {
			out := withoutSpace(strings.ReplaceAll(call(t, "pdftotext", mode, path, "-"), "\f", ""))
			for j := range p.pages {
				for k := range p.pages[j].runs {
					r := &p.pages[j].runs[k]
					if r.role != roleBody && r.role != roleVerdict && r.role != roleLead && (r.role < roleHeading1 || r.role > roleHeading4) {
						continue
					}
					line := withoutSpace(r.text())
					at := strings.Index(out, line)
					if at < 0 {
						t.Fatalf("%s page %d: %q is not where pdftotext %s looks for it", s.name, j+1, line, mode)
					}
					out = out[at+len(line):]
				}
			}
		}
	}
	out := call(t, "pdftotext", "-layout", sampleFile(t, 0), "-")
	if !regexp.MustCompile(`(?m)^\s*华南\s+3,102.5\s+3,150.0\s+98.5%\s+11.0%\s+25.1%\s+2.8\s*个百分点$`).MatchString(out) {
		t.Error("no row of 表1 in one line")
	}
}

// glyphsOnly takes out of a file what its lines say of themselves, so that a
// reader is left with the glyphs. MuPDF from 1.22 on believes ActualText.
func glyphsOnly(t *testing.T, path string) string {
	t.Helper()
	plain := path + ".qdf"
	call(t, "qpdf", "--qdf", "--normalize-content=n", "--object-streams=disable", path, plain)
	file, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	spans := 0
	file = regexp.MustCompile(`/ActualText<[0-9A-F]*>`).ReplaceAllFunc(file, func(span []byte) []byte {
		spans++
		return bytes.Repeat([]byte{' '}, len(span))
	})
	if err := os.WriteFile(plain, file, 0o644); err != nil {
		t.Fatal(err)
	}
	if spans == 0 {
		t.Fatal("no line says what it is")
	}
	return plain
}

// TestMuPDFReadsGlyphs: the glyphs themselves lead back to the text, by
// ToUnicode alone.
func TestMuPDFReadsGlyphs(t *testing.T) {
	for i, s := range samples {
		out := withoutSpace(call(t, "mutool", "draw", "-F", "txt", glyphsOnly(t, sampleFile(t, i))))
		p := lay(t, s.make(), 0)
		var want strings.Builder
		for j := range p.pages {
			for k := range p.pages[j].runs {
				for _, g := range p.pages[j].runs[k].glyphs {
					if g.variant != typeset.Hidden {
						want.WriteRune(g.r)
					}
					if g.variant == typeset.Joined {
						want.WriteRune(g.r)
					}
				}
			}
		}
		if got, want := sorted(out), sorted(withoutSpace(want.String())); got != want {
			t.Errorf("%s: %s", s.name, difference(got, want))
		}
	}
}

func TestPopplerReadsInfo(t *testing.T) {
	path := sampleFile(t, 0)
	out := call(t, "pdfinfo", path)
	for _, want := range []string{
		`Title:\s+云岭测试公司2026年第三季度渠道工作总结`, `Author:\s+云岭测试公司（虚构）`, `CreationDate:\s+\S+ Oct\s+8 00:00:00 2026`,
		`Page size:\s+595.28 x 841.89 pts \(A4\)`,
	} {
		if !regexp.MustCompile(want).MatchString(out) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
}
