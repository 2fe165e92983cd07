// Summary reads the events of `go test -json`, prints what failed and was
// skipped, and a closing count. It fails if a test was skipped although the
// data and the tools that tests skip for are there, as they are in CI.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

type event struct {
	Action, Package, Test, Output string
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	output := map[string][]string{}
	passed, failed, skipped := 0, 0, 0
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			fmt.Println(lines.Text())
			continue
		}
		key := e.Package + " " + e.Test
		switch e.Action {
		case "output", "build-output":
			output[key] = append(output[key], e.Output)
			if e.Test == "" && (strings.HasPrefix(e.Output, "ok ") || strings.Contains(e.Output, "no test files") || e.Action == "build-output") {
				fmt.Print(e.Output)
			}
			continue
		case "pass":
			if e.Test != "" {
				passed++
			}
		case "fail":
			failed++
			fmt.Printf("FAIL %s\n%s", key, strings.Join(output[key], ""))
		case "skip":
			if e.Test != "" {
				skipped++
				fmt.Printf("SKIP %s\n%s", key, strings.Join(output[key], ""))
			}
		}
		delete(output, key)
	}
	fmt.Printf("%d passed, %d failed, %d skipped\n", passed, failed, skipped)
	if failed > 0 || passed == 0 || skipped > 0 && os.Getenv("CHANNELREPORT_DATA") != "" {
		os.Exit(1)
	}
}
