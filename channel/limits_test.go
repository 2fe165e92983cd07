package channel

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel/source"
)

// hugeFS is a book with one file that is made while it is read.
type hugeFS struct {
	fstest.MapFS
	name string
	body func() io.Reader
}

func (h hugeFS) Open(name string) (fs.File, error) {
	file, err := h.MapFS.Open(name)
	if name == h.name && err == nil {
		return hugeFile{file, h.body()}, nil
	}
	return file, err
}

type hugeFile struct {
	fs.File
	io.Reader
}

func (h hugeFile) Read(p []byte) (int, error) { return h.Reader.Read(p) }

// endless repeats a text up to ten gigabytes. It counts what is taken.
type endless struct {
	text  string
	taken *int64
	at    int
}

func (e *endless) Read(p []byte) (int, error) {
	if *e.taken > 10<<30 {
		return 0, io.EOF
	}
	n := 0
	for n < len(p) {
		c := copy(p[n:], e.text[e.at:])
		n, e.at = n+c, (e.at+c)%len(e.text)
	}
	*e.taken += int64(n)
	return n, nil
}

// TestHugeInput holds that input beyond all measure ends in a bounded error,
// and is not read to its end to find that out.
func TestHugeInput(t *testing.T) {
	for _, tt := range []struct {
		name, file, start, repeat string
		en, zh                    string
	}{
		{"a row without an end", "sales.csv", "date,amount\n2026-09-01,1\n", "1",
			"sales.csv:3:1: a row is longer than 1048576 bytes; is a quote not closed? [row-too-long]",
			"sales.csv:3:1: 一行超过 1048576 字节，是否有引号未闭合？ [row-too-long]"},
		{"a quote that is not closed", "sales.csv", "date,amount\n\"2026-09-01,1\n", "2026-09-01,1\n",
			"sales.csv:2:1: a row is longer than 1048576 bytes; is a quote not closed? [row-too-long]",
			"sales.csv:2:1: 一行超过 1048576 字节，是否有引号未闭合？ [row-too-long]"},
		{"a header without an end", "targets.csv", "", "x",
			"targets.csv:1:1: a row is longer than 1048576 bytes; is a quote not closed? [row-too-long]",
			"targets.csv:1:1: 一行超过 1048576 字节，是否有引号未闭合？ [row-too-long]"},
		{"a large YAML file", "items.yaml", "schema: channelreport/items/v1\nperiod: 2026-Q3\nlessons:\n", "- x\n",
			"items.yaml: the file is larger than 4194304 bytes [file-size]",
			"items.yaml: 文件超过 4194304 字节 [file-size]"},
		{"a table of items without an end", "items.csv", "period,kind,title\n", "2026,lesson,x\n",
			"items.csv:100002:1: the table has more than 100000 rows [too-many-rows]",
			"items.csv:100002:1: 表格超过 100000 行 [too-many-rows]"},
		{"nothing but faults", "sales.csv", "date,amount\n", "2026-09-01,x\n", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var taken int64
			files := mapFS(base)
			files[tt.file] = &fstest.MapFile{}
			body := func() io.Reader {
				return io.MultiReader(strings.NewReader(tt.start), &endless{text: tt.repeat, taken: &taken})
			}
			_, err := Open(context.Background(), hugeFS{files, tt.file, body})
			var list source.List
			if !errors.As(err, &list) {
				t.Fatal(err)
			}
			if tt.en == "" {
				stopped := list[0]
				if len(list) != maxProblems+1 || stopped.Error() != "reading stopped after 10000 problems [too-many-problems]" ||
					stopped.In("zh") != "已发现 10000 处问题，停止读取 [too-many-problems]" {
					t.Errorf("%d problems, the first %v", len(list), list[0])
				}
			} else if list.Error() != tt.en || list.In("zh-CN") != tt.zh {
				t.Errorf("got %v\n%s", list, list.In("zh-CN"))
			}
			// The digest of a file that is refused is of no use, so the rest of it
			// need not be read.
			if taken > 8<<20 {
				t.Errorf("%d bytes were read", taken)
			}
		})
	}
}

// TestManyColumns is about wide rows.
func TestManyColumns(t *testing.T) {
	files := mapFS(base)
	header := make([]string, 1001)
	for i := range header {
		header[i] = fmt.Sprint("c", i)
	}
	files["targets.csv"] = &fstest.MapFile{Data: []byte(strings.Join(header, ",") + "\n")}
	files["sales-2.csv"] = &fstest.MapFile{Data: []byte("date,amount\n2026-09-01,1" + strings.Repeat(",", 10_000) + "\n")}
	_, err := Open(context.Background(), files)
	list := source.Problems(err)
	wantEn := "sales-2.csv:2:1: the row has 10002 cells, the header 2 [field-count]\n" +
		"targets.csv:1:1: the header has 1001 columns; at most 1000 are read [too-many-columns]"
	wantZh := "sales-2.csv:2:1: 本行有 10002 个单元格，表头有 2 个 [field-count]\n" +
		"targets.csv:1:1: 表头有 1001 列，最多读取 1000 列 [too-many-columns]"
	if list.Error() != wantEn || list.In("zh-CN") != wantZh {
		t.Errorf("got %v\n%s", list, list.In("zh-CN"))
	}
}

// TestManyWarnings holds that warnings are counted where they are too many to
// keep.
func TestManyWarnings(t *testing.T) {
	var sales strings.Builder
	sales.WriteString("date,amount,order_id\n")
	for i := range maxProblems + 5 {
		fmt.Fprintf(&sales, "2026-09-01,1,\u200b%d\n", i)
	}
	files := mapFS(base)
	files["sales.csv"] = &fstest.MapFile{Data: []byte(sales.String())}
	warnings := open(t, files).Warnings()
	if len(warnings) != maxProblems+1 || warnings[0].Error() != "warning: 5 further warnings are not listed [more-warnings]" ||
		warnings[0].In("zh-CN") != "警告: 另有 5 条警告未列出 [more-warnings]" {
		t.Errorf("%d warnings, the first %v", len(warnings), warnings[0])
	}
}

// brokenFS fails where a file is opened, or after its first bytes.
type brokenFS struct {
	fstest.MapFS
	name  string
	early bool
}

var errBroken = errors.New("the disk is on fire")

func (b brokenFS) Open(name string) (fs.File, error) {
	if name == b.name && b.early {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errBroken}
	}
	file, err := b.MapFS.Open(name)
	if name == b.name && err == nil {
		return hugeFile{file, io.MultiReader(strings.NewReader("date,amount\n2026-09-01,1\n"), brokenReader{})}, nil
	}
	return file, err
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errBroken }

func TestUnreadableFiles(t *testing.T) {
	for _, name := range []string{"book.yaml", "sales.csv"} {
		for _, early := range []bool{true, false} {
			_, err := Open(context.Background(), brokenFS{mapFS(base), name, early})
			en, zh := name+": cannot be read: the disk is on fire [unreadable-file]", name+": 无法读取：the disk is on fire [unreadable-file]"
			list := source.Problems(err)
			if !errors.Is(err, errBroken) || list.Error() != en || list.In("zh") != zh {
				t.Errorf("%s, early %v: %v", name, early, err)
			}
		}
	}
}
