package main

import (
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"example.com/channelreport/testdata"
)

// TestWorkbook holds that the sample book in a workbook has the figures that it
// has in a folder.
func TestWorkbook(t *testing.T) {
	call(t)
	w := excelize.NewFile()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	put := func(sheet string, rows [][]string) {
		_, err := w.NewSheet(sheet)
		check(err)
		for i, row := range rows {
			for j, text := range row {
				cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
				if _, err := strconv.ParseFloat(text, 64); err == nil {
					check(w.SetCellDefault(sheet, cell, text))
				} else {
					check(w.SetCellStr(sheet, cell, text))
				}
			}
		}
	}
	sample := testdata.Sample()
	text, err := fs.ReadFile(sample, "book.yaml")
	check(err)
	var setup [][]string
	for line := range strings.Lines(string(text)) {
		key, value, _ := strings.Cut(strings.TrimRight(line, "\n"), ":")
		if strings.HasPrefix(line, " ") {
			key, value = "", strings.TrimSpace(line)
		}
		setup = append(setup, []string{key, value})
	}
	put("账套", setup)
	names, err := fs.Glob(sample, "*.csv")
	check(err)
	for _, name := range names {
		file, err := sample.Open(name)
		check(err)
		rows, err := csv.NewReader(file).ReadAll()
		check(err)
		put(strings.TrimSuffix(name, ".csv"), rows)
	}
	check(w.DeleteSheet("Sheet1"))
	check(w.SaveAs("book.xlsx"))

	figures := func(args ...string) string {
		status, _, problems := callHere(append(args, "-figures", "all", "-period", "2026-Q3", "-numbers", "n.json")...)
		if status != 0 {
			t.Fatalf("status %d, errors:\n%s", status, problems)
		}
		data, err := os.ReadFile("n.json")
		check(err)
		var all struct {
			Figures []struct{ Expr, Group, Num, Den, Reason json.RawMessage }
		}
		check(json.Unmarshal(data, &all))
		if len(all.Figures) < 1000 {
			t.Errorf("%d figures", len(all.Figures))
		}
		text, err := json.MarshalIndent(all, "", " ")
		check(err)
		return string(text)
	}
	if figures() != figures("-book", "book.xlsx") {
		t.Error("the workbook has other figures than the folder")
	}
}

func TestNoSuchBook(t *testing.T) {
	for name, want := range map[string]string{"none.xlsx": "none.xlsx: 无法打开账套：不存在；不写 -book 时使用虚构的示例账套，用 -init 文件夹 可新建账套 [no-book]\n"} {
		if status, _, problems := call(t, "-book", name, "-period", "2026-Q3"); status != 1 || problems != want {
			t.Errorf("%s: status %d\n%s", name, status, problems)
		}
	}
}
