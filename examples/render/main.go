// Render is the one general program: a book, a template, a period, and out
// come PDF, Markdown and numbers.json. Built once (go build ./examples/render)
// it is a single static file that serves people who write no Go.
//
// Without flags it renders the sample book. Problems go to standard error, one
// a line with file, line and column, and then nothing is written. The exit
// status is 1 for what a book or template refuses and 2 for a flag that cannot
// be read.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"example.com/channelreport/channel/source"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
}

// run is the program without the process around it.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, err := readFlags(args, stderr)
	job := &job{options: o, stdout: stdout, stderr: stderr}
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		job.complain(err)
		return 2
	}
	if err := job.do(ctx); err != nil {
		job.complain(err)
		return 1
	}
	return 0
}

// complain prints every problem in the report's language, each with its line
// of text and a caret where that is known.
func (j *job) complain(err error) {
	problems := source.Problems(err)
	if problems == nil {
		fmt.Fprintln(j.stderr, err)
		return
	}
	j.print(problems)
	if len(problems) > 1 {
		fmt.Fprintf(j.stderr, source.Term{En: "%d problems\n", Zh: "共 %d 处问题\n"}.In(j.language()), len(problems))
	}
}

func (j *job) print(list source.List) {
	for i, e := range list {
		if i == source.Printed {
			fmt.Fprintf(j.stderr, source.Term{En: "and %d more\n", Zh: "另有 %d 处\n"}.In(j.language()), len(list)-i)
			return
		}
		fmt.Fprintln(j.stderr, e.In(j.language()))
		if s := e.Snippet(); s != "" {
			fmt.Fprintln(j.stderr, s)
		}
		if ids := j.concerns[e]; len(ids) > 0 {
			fmt.Fprintf(j.stderr, "    "+concerned.In(j.language())+"\n", few(ids), len(ids))
		}
	}
}
