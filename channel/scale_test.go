package channel

import (
	"bufio"
	"context"
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"
)

var (
	scaleFlag = flag.Bool("scale", false, "measure the opening of books of -rows sale lines, each in a process of its own")
	scaleWay  = flag.String("scale.way", "", "what the process of its own does")
	scaleDir  = flag.String("scale.dir", "", "and where")
)

// TestScale measures time and resident memory of opening a large book against
// reading the same file with encoding/csv and doing nothing:
//
//	go test ./channel -run TestScale -scale -rows 1000000 -v
func TestScale(t *testing.T) {
	if *scaleWay != "" {
		scaleChild(t)
		return
	}
	rows := 20_000 // enough to see that it works; what is measured is asked for
	if *scaleFlag {
		rows = *benchRows
	}
	dir := t.TempDir()
	file, err := os.Create(filepath.Join(dir, "sales.csv"))
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(file)
	writeSales(w, rows)
	if err := w.Flush(); err != nil || file.Close() != nil {
		t.Fatal(err)
	}
	var bare time.Duration
	for _, way := range []string{"csv", "", "grain: month\n", "grain: month\norders: none\n"} {
		if err := os.WriteFile(filepath.Join(dir, "book.yaml"), []byte(base["book.yaml"]+way), 0o644); err != nil {
			t.Fatal(err)
		}
		child := exec.Command(os.Args[0], "-test.run", "TestScale$", "-scale.way", "."+way, "-scale.dir", dir, "-test.v")
		out, err := child.Output()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		m := regexp.MustCompile(`took (\S+)`).FindSubmatch(out)
		took, err := time.ParseDuration(string(m[1]))
		if err != nil {
			t.Fatal(err)
		}
		if way == "csv" {
			bare = took
		}
		peak := regexp.MustCompile(`VmHWM:\s+(\d+ kB)|$`).FindSubmatch(out) // Linux tells it
		cpu := child.ProcessState.UserTime() + child.ProcessState.SystemTime()
		t.Logf("%-28q %8v, %d %% of encoding/csv, %v of both cores, %s resident", way, took.Round(time.Millisecond), 100*took/bare,
			cpu.Round(time.Millisecond), peak[1])
	}
}

// scaleChild is the process of its own.
func scaleChild(t *testing.T) {
	start := time.Now()
	if *scaleWay == ".csv" {
		readBare(t, filepath.Join(*scaleDir, "sales.csv"))
	} else if _, err := Open(context.Background(), os.DirFS(*scaleDir)); err != nil {
		t.Fatal(err)
	}
	fmt.Println("took", time.Since(start))
	if status, err := os.ReadFile("/proc/self/status"); err == nil { // Linux
		fmt.Printf("%s\n", status)
	}
}

func readBare(t testing.TB, name string) {
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r := csv.NewReader(bufio.NewReaderSize(file, chunk))
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
