package channel

import (
	"context"
	"iter"
	"slices"
	"testing"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/internal/golden"
)

// sheetOf is a worksheet of texts.
func sheetOf(name string, rows ...[]string) *Sheet {
	return &Sheet{Workbook: "book.xlsx", Name: name, Rows: func(func(*source.Error)) iter.Seq[[]string] { return slices.Values(rows) }}
}

// TestSheets opens worksheets as a book, which must equal that of a folder.
func TestSheets(t *testing.T) {
	book, err := OpenSheets(context.Background(), []*Sheet{
		sheetOf("账套", []string{"schema", bookSchema}, []string{"organization", "示例公司"}, nil, []string{"currency", "CNY"}, []string{"groups"},
			[]string{"", "region:"}, []string{"", "  华东: [华东区]"}),
		sheetOf("Sales", []string{"日期", "金额", "区域"}, []string{"2026-09-01", "1.50", "华东区"}, []string{"2026-09-02", "2"}),
		sheetOf("目标（万元）", []string{"期间", "指标", "目标值"}, []string{"2026-09-01", "sales", "5"}),
		sheetOf("文字", []string{"期间", "栏目", "内容"}, []string{"2026-Q3", "结语", "\n完\n"}),
		sheetOf("说明"),
	})
	if err != nil {
		t.Fatal(err)
	}
	folder := open(t, mapFS(map[string]string{
		"book.yaml": base["book.yaml"] + "groups: {region: {华东: [华东区]}}\n", "sales.csv": "date,amount,region\n2026-09-01,1.5,华东区\n2026-09-02,2,\n",
		"targets.csv": "period,measure,amount\n2026-09,sales,5\n", "notes/2026-Q3.md": "---\nperiod: 2026-Q3\n---\n## 结语\n完\n",
	}))
	if diff := golden.Diff(facts(t, folder), facts(t, book)); diff != "" {
		t.Error(diff)
	}
	warnings := book.Warnings()
	if got, want := warnings.Error(), "book.xlsx!说明: warning: the sheet is not read: no sheet of a book has such a name [unread-sheet]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := warnings.In("zh-CN"), "book.xlsx!说明: 警告: 此工作表未被读取：账套中没有这样命名的工作表 [unread-sheet]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestNoBookSheet(t *testing.T) {
	_, err := ReadSheetSetup(nil)
	list := source.Problems(err)
	if list.Error() != "the workbook is no book: it has no sheet book (账套) [missing-book-sheet]" ||
		list.In("zh") != "此工作簿不是账套：没有名为 账套（book）的工作表 [missing-book-sheet]" {
		t.Error(list, list.In("zh"))
	}
}

func TestColumnLetters(t *testing.T) {
	for column, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := columnLetters(column); got != want {
			t.Errorf("column %d is %s, want %s", column, got, want)
		}
	}
}
