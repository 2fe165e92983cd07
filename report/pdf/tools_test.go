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

// call runs a program that reads PDF files, or skips the test if it is not
// installed.
func call(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed", name)
	}
	var complaints bytes.Buffer
	command := exec.Command(name, args...)
	command.Stderr = &complaints
	out, err := command.Output()
	if err != nil {
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

// TestMuPDFReadsGlyphs: the glyphs themselves lead back to the text. MuPDF
// before 1.22 does not look at ActualText, so what it reads comes from
// ToUnicode.
func TestMuPDFReadsGlyphs(t *testing.T) {
	if _, err := exec.LookPath("mutool"); err != nil {
		t.Skip("mutool is not installed")
	}
	version, err := exec.Command("mutool", "-v").CombinedOutput()
	if err != nil && len(version) == 0 {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`version 1\.(\d|1\d|2[01])\b`).Match(version) {
		t.Skipf("this MuPDF reads ActualText: %s", version)
	}
	for i, s := range samples {
		out := withoutSpace(call(t, "mutool", "draw", "-F", "txt", sampleFile(t, i)))
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
