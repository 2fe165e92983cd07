package golden

import (
	"fmt"
	"strings"
)

const (
	context  = 3       // equal lines shown around a change
	maxCells = 4 << 20 // size of the table of common lines, above which none is sought
	maxShown = 200     // lines of a diff before it is cut
)

// Diff returns the differences between two texts line by line: removed lines
// after "-", added ones after "+", a few equal ones around them after a blank.
// A line that differs only where it does not show (trailing space, a missing
// last newline) is quoted. Equal texts give "".
func Diff(a, b string) string {
	if a == b {
		return ""
	}
	edits := script(strings.SplitAfter(a, "\n"), strings.SplitAfter(b, "\n"))
	near := make([]bool, len(edits))
	for i, e := range edits {
		if e.op != ' ' {
			for j := max(0, i-context); j < min(len(edits), i+context+1); j++ {
				near[j] = true
			}
		}
	}
	var out strings.Builder
	shown := 0
	for i, e := range edits {
		if !near[i] {
			continue
		}
		if shown == maxShown {
			out.WriteString("... (cut)\n")
			break
		}
		if i == 0 || !near[i-1] {
			fmt.Fprintf(&out, "@@ line %d\n", e.line)
		}
		out.WriteByte(e.op)
		out.WriteString(visible(e.text))
		out.WriteByte('\n')
		shown++
	}
	return out.String()
}

type edit struct {
	op   byte // ' ', '-' or '+'
	line int  // in the first text, from 1
	text string
}

// script turns a into b with few edits: what is common at both ends, and
// between them the longest common subsequence of lines.
func script(a, b []string) []edit {
	var edits []edit
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		edits = append(edits, edit{' ', head + 1, a[head]})
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	x, y := a[head:len(a)-tail], b[head:len(b)-tail]
	common := commonTable(x, y)
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		line := head + i + 1
		switch {
		case i < len(x) && j < len(y) && common != nil && x[i] == y[j]:
			edits = append(edits, edit{' ', line, x[i]})
			i, j = i+1, j+1
		case i < len(x) && (j == len(y) || common == nil || common[i+1][j] >= common[i][j+1]):
			edits = append(edits, edit{'-', line, x[i]})
			i++
		default:
			edits = append(edits, edit{'+', line, y[j]})
			j++
		}
	}
	for i := len(a) - tail; i < len(a); i++ {
		edits = append(edits, edit{' ', i + 1, a[i]})
	}
	return edits
}

// commonTable holds at [i][j] how many lines x[i:] and y[j:] have in common in
// order; nil if that would be too large.
func commonTable(x, y []string) [][]int32 {
	if len(x)*len(y) > maxCells {
		return nil
	}
	table := make([][]int32, len(x)+1)
	for i := range table {
		table[i] = make([]int32, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i] == y[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	return table
}

// visible returns a line as it is, or quoted where its end would not show.
func visible(line string) string {
	text, ended := strings.CutSuffix(line, "\n")
	if !ended || text != strings.TrimRight(text, " \t\r") {
		return fmt.Sprintf("%q", line)
	}
	return text
}
