package finish

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// run calls a program that reads PDF files, or skips the test if it is not
// installed.
func run(t *testing.T, name string, args ...string) string {
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

func sampleFile(t *testing.T) string {
	t.Helper()
	raw, d := sample(t)
	path := filepath.Join(t.TempDir(), "sample.pdf")
	if err := os.WriteFile(path, mustWrite(t, raw, d), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// The text of the sample's first page, as it must come back.
const sampleText = `三季度渠道运营报告
渠道（直营、加盟）
——同比增长12.5%
it’s “fine”
人名用字：𬭎𫟹
甲·乙・丙•丁〈戊〉
`

func TestQpdfFindsNoFault(t *testing.T) {
	out := run(t, "qpdf", "--check", sampleFile(t))
	if !strings.Contains(out, "No syntax or stream encoding errors found") || strings.Contains(out, "WARNING") {
		t.Error(out)
	}
}

func TestPopplerReadsFonts(t *testing.T) {
	out := run(t, "pdffonts", sampleFile(t))
	rows := regexp.MustCompile(`(?m)^[A-Z]{6}\+NotoSansSC-(Regular|Bold)\s+CID TrueType\s+Identity-H\s+yes yes yes`).FindAllString(out, -1)
	if len(rows) != 2 || strings.Count(out, "\n") != 4 {
		t.Error(out)
	}
}

func TestPopplerReadsText(t *testing.T) {
	if out := run(t, "pdftotext", "-f", "1", "-l", "1", sampleFile(t), "-"); strings.TrimRight(out, "\f\n")+"\n" != sampleText {
		t.Errorf("got\n%s", out)
	}
}

func TestPopplerReadsInfo(t *testing.T) {
	out := run(t, "pdfinfo", sampleFile(t))
	for _, want := range []string{
		`Title:\s+三季度渠道运营报告`, `Author:\s+Sample \(fictitious\)`, `Subject:\s+𬭎`, `CreationDate:\s+\S+ Oct\s+8 00:00:00 2026`,
		`Pages:\s+3`, `Page size:\s+595.28 x 841.89 pts \(A4\)`,
	} {
		if !regexp.MustCompile(want).MatchString(out) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
}

// TestMuPDFReadsText asks a reader that knows nothing but the map to Unicode.
// It puts an empty line between lines.
func TestMuPDFReadsText(t *testing.T) {
	out := run(t, "mutool", "draw", "-q", "-F", "txt", sampleFile(t), "1")
	if got := strings.TrimSpace(strings.ReplaceAll(out, "\n\n", "\n")) + "\n"; got != sampleText {
		t.Errorf("got\n%q", got)
	}
}

// TestMuPDFReadsOutline checks titles, levels and places: MuPDF counts heights
// from the upper edge, 841.89 pt above the lower one.
func TestMuPDFReadsOutline(t *testing.T) {
	out := run(t, "mutool", "show", sampleFile(t), "outline")
	rows := regexp.MustCompile(`(?m)^[-+|](\t+)"(.*)"\t#page=(\d+)&zoom=nan,nan,(\d+\.\d)`).FindAllStringSubmatch(out, -1)
	want := [][4]string{
		{"\t", "一、总体情况", "1", "61.8"},
		{"\t\t", "1. Sales", "1", "101.3"},
		{"\t\t\t", "（1）按地区", "2", "41.8"},
		{"\t\t", "2. 客户", "2", "441.8"},
		{"\t", "二、问题", "3", "61.8"},
	}
	if len(rows) != len(want) {
		t.Fatalf("got\n%q", out)
	}
	for i, row := range rows {
		if got := [4]string(row[1:]); got != want[i] {
			t.Errorf("row %d: %q, want %q", i, got, want[i])
		}
	}
}

// TestInkIsWhereItShouldBe looks at the picture of the first page.
func TestInkIsWhereItShouldBe(t *testing.T) {
	path := sampleFile(t)
	dir := t.TempDir()
	run(t, "pdftoppm", "-gray", "-r", "72", "-f", "1", "-l", "1", path, filepath.Join(dir, "page"))
	files, err := filepath.Glob(filepath.Join(dir, "page*.pgm"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v %v", files, err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	width, height := 596, 842
	if !bytes.HasPrefix(data, []byte("P5\n596 842\n255\n")) {
		t.Fatalf("picture starts with %q", data[:20])
	}
	pixels := data[len(data)-width*height:]
	dark := func(left, top, right, bottom int) bool {
		for y := top; y < bottom; y++ {
			for x := left; x < right; x++ {
				if pixels[y*width+x] < 160 {
					return true
				}
			}
		}
		return false
	}
	// The dash on the baseline 720 is drawn without a gap from 72 to 96.
	for x := 74; x < 95; x++ {
		if !dark(x, 842-726, x+1, 842-720) {
			t.Errorf("the dash has a gap at %d", x)
		}
	}
	// The squeezed line has nine slots, two of half an em: 96 points long.
	if !dark(156, 842-750, 168, 842-737) || dark(169, 842-750, 300, 842-737) {
		t.Error("the squeezed line does not end where its widths say")
	}
}
