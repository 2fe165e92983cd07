package internal

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// The programs in the README are the examples that run as tests, letter by
// letter but for the indent.
func TestReadmePrograms(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	examples, err := os.ReadFile("../report/example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	flat := func(s string) string {
		var lines []string
		for line := range strings.Lines(s) {
			lines = append(lines, strings.TrimSpace(line))
		}
		return strings.Join(lines, "\n")
	}
	programs := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(string(readme), -1)
	if len(programs) < 2 {
		t.Fatalf("%d programs in the README", len(programs))
	}
	for _, p := range programs {
		if !strings.Contains(flat(string(examples)), strings.TrimSpace(flat(p[1]))) {
			t.Errorf("this program of the README stands in no example:\n%s", p[1])
		}
	}
}
