package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestInit makes an empty book, which checks clean, and puts the example lines
// of its README into it, which must be right too.
func TestInit(t *testing.T) {
	status, out, problems := call(t, "-init", "book")
	if status != 0 || problems != "" || strings.Count(out, "wrote ") != 7 {
		t.Fatalf("status %d\n%s%s", status, out, problems)
	}
	check := func(what string) {
		t.Helper()
		if status, _, problems := callHere("-book", "book", "-check", "-strict"); status != 0 || problems != "" {
			t.Errorf("%s: status %d\n%s", what, status, problems)
		}
	}
	check("the empty book")

	readme, err := os.ReadFile("book/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"partners", "sales", "targets", "observations"} {
		file := filepath.Join("book", name+".csv")
		header, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m := regexp.MustCompile("(?s)\n## " + name + `\.csv.*?\n` + "```csv\n(.*?)```").FindSubmatch(readme)
		if m == nil {
			t.Fatalf("the README has no example of %s", name)
		}
		for _, column := range strings.Split(strings.TrimSpace(string(header)), ",") {
			if !regexp.MustCompile(`\n\| ` + column + ` \| \S+ \| [^|]+ \| [^|]+ \|`).Match(m[0]) {
				t.Errorf("the README does not explain %s in %s", column, name)
			}
		}
		if err := os.WriteFile(file, append(header, m[1]...), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	items := regexp.MustCompile("```csv\n(period,kind(?s:.*?))```").FindSubmatch(readme)
	note := regexp.MustCompile("```markdown\n((?s:.*?))```").FindSubmatch(readme)
	yaml, err := os.ReadFile("book/items.yaml")
	if err != nil {
		t.Fatal(err)
	}
	live := regexp.MustCompile(`(?m)^# ( *[-a-z].*)$`).ReplaceAll(yaml, []byte("$1"))
	for name, text := range map[string][]byte{"items.csv": items[1], "items.yaml": live, "notes/2026-Q3.md": note[1]} {
		name = filepath.Join("book", name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	check("the examples of the README")

	if status, _, problems := callHere("-init", "book"); status != 1 ||
		problems != "book/README.md: 此处已有文件，-init 不覆盖任何内容 [has-book]\n" {
		t.Errorf("status %d\n%s", status, problems)
	}
}

// TestInitLines uses every line of book.yaml that is commented out.
func TestInitLines(t *testing.T) {
	call(t, "-init", "book")
	text, err := os.ReadFile("book/book.yaml")
	if err != nil {
		t.Fatal(err)
	}
	live := regexp.MustCompile(`(?m)^# ( *[a-z_]+:.*)$`).ReplaceAll(text, []byte("$1"))
	if strings.Count(string(live), "\n# ")+7 > strings.Count(string(text), "\n# ") {
		t.Error("few lines are examples")
	}
	for old, new := range map[string]string{"match: [销售*.csv], encoding: gb18030, header: 3, ": ""} {
		live = []byte(strings.ReplaceAll(string(live), old, new)) // there are no such files
	}
	if err := os.WriteFile("book/book.yaml", live, 0o644); err != nil {
		t.Fatal(err)
	}
	if status, _, problems := callHere("-book", "book", "-check", "-strict"); status != 0 || problems != "" {
		t.Errorf("status %d\n%s", status, problems)
	}
}
