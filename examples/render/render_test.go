package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// call runs the program in an empty folder.
func call(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	t.Chdir(t.TempDir())
	return callHere(args...)
}

// callHere runs the program where the test is.
func callHere(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = run(context.Background(), args, &out, &err)
	return status, out.String(), err.String()
}

func TestDefault(t *testing.T) {
	status, out, problems := call(t)
	if status != 0 || problems != "" {
		t.Fatalf("status %d, errors:\n%s", status, problems)
	}
	for _, name := range []string{"out/report.pdf", "out/report.md", "out/numbers.json"} {
		if !strings.Contains(out, "wrote "+name) {
			t.Errorf("%s is not said to be written:\n%s", name, out)
		}
		if info, err := os.Stat(name); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Figures of everything need no template and hold what the report prints.
func TestAllFigures(t *testing.T) {
	status, _, problems := call(t, "-figures", "all", "-period", "2026-Q3", "-numbers", "n.json")
	if status != 0 {
		t.Fatalf("status %d, errors:\n%s", status, problems)
	}
	var all struct {
		Schema  string
		Figures []struct{ ID, Aspect, Expr, Num, Den, Reason string }
	}
	data, err := os.ReadFile("n.json")
	if err == nil {
		err = json.Unmarshal(data, &all)
	}
	if err != nil {
		t.Fatal(err)
	}
	if all.Schema != "channelreport/numbers/v1" || len(all.Figures) < 1000 {
		t.Errorf("schema %q, %d figures", all.Schema, len(all.Figures))
	}
	for _, f := range all.Figures {
		if (f.Num == "") == (f.Reason == "") {
			t.Errorf("%s: num %q and reason %q", f.Expr, f.Num, f.Reason)
		}
	}
}

// What cannot be used is said on standard error, with a status, and no file is
// written or replaced.
func TestRefusals(t *testing.T) {
	const book = "schema: channelreport/book/v1\norganization: 虚构公司\ncurrency: CNY\n"
	measures := map[string]string{"b/book.yaml": book, "b/sales.csv": "date,amount\n2026-07-01,1\n", "b/targets.csv": "period,measure,amount\n2026-Q3,salez,1\n"}
	tests := []struct {
		name   string
		files  map[string]string
		args   []string
		status int
		want   []string
	}{
		{"unknown flag", nil, []string{"-bok", "x"}, 2, []string{"flag provided but not defined: -bok"}},
		{"unknown ending", nil, []string{"-o", "r.docx"}, 2, []string{"the name must end in .pdf or .md"}},
		{"no period", nil, []string{"-book", "b"}, 2, []string{"缺少 -period：请说明报告期间，例如 -period 2026-Q3 [no-period]\n"}},
		{"no period, in English", nil, []string{"-book", "b", "-locale", "en"}, 2, []string{"-period is missing: it says which period the report is about, such as -period 2026-Q3 [no-period]\n"}},
		{"no folder", nil, []string{"-book", "b", "-period", "2026-Q3"}, 1, []string{"b: 无法打开账套：不存在；不写 -book 时使用虚构的示例账套，用 -init 文件夹 可新建账套 [no-book]\n"}},
		{"no folder for names", nil, []string{"-names", "-book", "b"}, 1, []string{"b: 无法打开账套：不存在；不写 -book 时"}},
		{"no folder for figures", nil, []string{"-figures", "all", "-book", "b", "-period", "2026-Q3"}, 1, []string{"b: 无法打开账套：不存在；"}},
		{"no folder, in English", nil, []string{"-book", "b", "-period", "2026-Q3", "-locale", "en"}, 1, []string{"b: the book cannot be opened: it does not exist; without -book the fictitious sample is used, and -init DIR makes a new book [no-book]\n"}},
		{"no folder but a file", map[string]string{"b": "x"}, []string{"-book", "b", "-period", "2026-Q3"}, 1, []string{"b: 账套应为文件夹或 .xlsx 工作簿，此处都不是 [not-a-folder]"}},
		{"an output that is a folder", map[string]string{"n.json/x": ""}, nil, 1, []string{"n.json: 无法写入文件：同名的文件或文件夹已存在 [cannot-write]"}},
		{"no book.yaml", map[string]string{"b/sales.csv": "date,amount\n"}, []string{"-book", "b", "-period", "2026-Q3"}, 1,
			[]string{"book.yaml"}},
		{"bad facts", map[string]string{"b/book.yaml": book, "b/sales.csv": "date,amount\n2026-02-30,1\n2026-03-01,x\n"},
			[]string{"-book", "b", "-period", "2026-Q3"}, 1, []string{"sales.csv:2:1: ", "sales.csv:3:12: "}},
		{"bad declarations and facts", map[string]string{"b/book.yaml": book + "grain: week\n", "b/sales.csv": "date,amount\n2026-02-30,1\n"},
			[]string{"-book", "b", "-period", "2026-Q3"}, 1, []string{"book.yaml:4:8: ", "sales.csv:2:1: "}},
		{"bad indicators and facts", map[string]string{"b/book.yaml": book + "indicators: [{id: x, name: {zh: 甲, en: x}, formula: sals, unit: money, better: up}]\n", "b/sales.csv": "date,amount\n2026-02-30,1\n"},
			[]string{"-book", "b", "-figures", "all", "-period", "2026-Q3"}, 1, []string{"book.yaml:4:53: ", "sales.csv:2:1: "}},
		{"a measure that nobody knows", measures, []string{"-book", "b", "-check"}, 1, []string{"targets.csv:2:9: ", `"sales"`}},
		{"and no template", measures, []string{"-book", "b", "-check", "-figures", "all"}, 1, []string{"targets.csv:2:9: ", `"sales"`}},
		{"unknown key", map[string]string{"b/book.yaml": book + "curency: CNY\n", "b/sales.csv": "date,amount\n"},
			[]string{"-book", "b", "-period", "2026-Q3"}, 1, []string{"book.yaml:4:1: ", `"currency"`}},
		{"bad period", nil, []string{"-period", "2026-Q5"}, 1, []string{"2026-Q5"}},
		{"bad date", nil, []string{"-date", "2026-13-01"}, 1, []string{"2026-13-01", "[bad-date]"}},
		{"unknown template", nil, []string{"-template", "performance-reviw"}, 1, []string{"没有名为 performance-reviw 的内置模板", `是否想写 "performance-review"？`, "[no-such-template]"}},
		{"bad template", map[string]string{"t.yaml": "schema: channelreport/template/v1\nid: t\nlocale: zh-CN\ntitle: t\nsections:\n  - heading: h\n    blocks:\n      - \"{{ sals }}\"\n"},
			[]string{"-template", "t.yaml"}, 1, []string{"t.yaml:8:13: sections[0].blocks[0]: ", `"sales"`}},
		{"bad locale", map[string]string{"t.yaml": "schema: channelreport/template/v1\nid: t\nlocale：zh-CN\ntitle: t\n"},
			[]string{"-template", "t.yaml"}, 1, []string{"t.yaml:3:7: 冒号是全角的，请写 locale: zh-CN [wide-colon]\n"}},
		{"no locale", map[string]string{"t.yaml": "schema: channelreport/template/v1\nid: t\ntitle: 简报\n"},
			[]string{"-template", "t.yaml"}, 1, []string{"t.yaml:1:1: 缺少键 \"locale\" [missing-key]\n"}},
		{"unknown parameter", nil, []string{"-set", "tpo=3"}, 1, []string{`"tpo"`, `"top"`}},
		{"parameter out of range", nil, []string{"-set", "top=99"}, 1, []string{"99", "50"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			for name, text := range tt.files {
				if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			const old = "what was here before"
			if err := os.WriteFile("r.pdf", []byte(old), 0o644); err != nil {
				t.Fatal(err)
			}
			var out, problems bytes.Buffer
			status := run(context.Background(), append(tt.args, "-o", "r.pdf", "-numbers", "n.json"), &out, &problems)
			if status != tt.status {
				t.Errorf("status %d, want %d", status, tt.status)
			}
			for _, want := range tt.want {
				if !strings.Contains(problems.String(), want) {
					t.Errorf("standard error lacks %q:\n%s", want, problems.String())
				}
			}
			if data, err := os.ReadFile("r.pdf"); err != nil || string(data) != old {
				t.Error("an output was touched")
			}
			if info, err := os.Stat("n.json"); err == nil && !info.IsDir() {
				t.Error("an output was written")
			}
		})
	}
}

// Figures alone have the warnings that a report of them has.
func TestWarningsOfFigures(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"book.yaml":   "schema: channelreport/book/v1\norganization: 虚构公司\ncurrency: CNY\n",
		"sales.csv":   "date,amount\n2026-09-30,5000000\n",
		"targets.csv": "period,measure,amount\n2026-Q3,sales,500\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"-book", ".", "-period", "2026-Q3", "-figures", "all", "-numbers", "n.json"}
	if status, _, problems := callHere(append(args, "-strict")...); status != 1 || !strings.Contains(problems, "targets.csv:2:15: 警告: ") {
		t.Errorf("status %d, errors:\n%s", status, problems)
	}
	if _, err := os.Stat("n.json"); err == nil {
		t.Error("an output was written")
	}
}

// -check writes nothing and says that a book and template are good, in the
// template's language; with a period or without, warnings are told.
func TestCheck(t *testing.T) {
	book, err := filepath.Abs("../../testdata/sample")
	if err != nil {
		t.Fatal(err)
	}
	const head = "schema: channelreport/template/v1\nid: t\nlocale: en\ntitle: t\nsummary: "
	good := filepath.Join(t.TempDir(), "t.yaml")
	if err := os.WriteFile(good, []byte(head+"[\"Sales were {{ sales }}.\", {items: goals}, notes]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	doubtful := filepath.Join(t.TempDir(), "t.yaml")
	if err := os.WriteFile(doubtful, []byte(head+"[\"Sales were {{ sales }} million.\"]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args          []string
		out, problems string
	}{
		{nil, "检查通过，没有问题\n", ""},
		{[]string{"-book", book, "-template", good}, "checked: nothing is wrong\n", ""},
		{[]string{"-book", book}, "检查通过，没有问题\n", ""},
		{[]string{"-book", book, "-template", doubtful}, "checked: no errors, only the warnings above\n", "[doubled-unit]"},
		{[]string{"-template", doubtful}, "checked: no errors, only the warnings above\n", "[doubled-unit]"},
	} {
		status, out, problems := call(t, append(tt.args, "-check")...)
		if status != 0 || out != tt.out || (problems == "") != (tt.problems == "") || !strings.Contains(problems, tt.problems) {
			t.Errorf("%v: status %d, output %q, errors %q", tt.args, status, out, problems)
		}
		if entries, _ := os.ReadDir("."); len(entries) > 0 {
			t.Errorf("%v were written", entries)
		}
	}
}

func TestListAndShow(t *testing.T) {
	if status, out, _ := call(t, "-list"); status != 0 || !strings.Contains(out, "performance-review\tzh-CN") {
		t.Errorf("-list: status %d, %q", status, out)
	}
	if status, out, _ := call(t, "-show", "performance-review"); status != 0 || !strings.Contains(out, "id: performance-review\n") {
		t.Errorf("-show: status %d, %q", status, out)
	}
}
