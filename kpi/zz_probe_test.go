package kpi_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

func TestProbe(t *testing.T) {
	data, err := os.ReadFile(os.Getenv("PROBE"))
	if err != nil {
		t.Skip()
	}
	fsys := fstest.MapFS{}
	var ask []string
	for _, part := range strings.Split(string(data), "-- ")[1:] {
		name, body, _ := strings.Cut(part, "\n")
		if name == "ask" {
			ask = strings.Split(strings.TrimSpace(body), "\n")
			continue
		}
		fsys[name] = &fstest.MapFile{Data: []byte(body)}
	}
	if fsys["sales.csv"] == nil {
		fsys["sales.csv"] = &fstest.MapFile{Data: []byte("date,amount\n")}
	}
	book, err := channel.Open(context.Background(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := kpi.ForBook(book.Setup())
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range ask {
		f := strings.Split(line, "|")
		p, err := book.Setup().ParsePeriod(f[0])
		if err != nil {
			t.Fatal(err)
		}
		e, err := kpi.Evaluate(catalog, book, p)
		if err != nil {
			t.Fatal(err)
		}
		n, probs := expr.Parse(f[1])
		if len(probs) > 0 {
			t.Fatal(probs)
		}
		fig, probs := catalog.Compile(n)
		if len(probs) > 0 {
			t.Fatal(probs)
		}
		g := channel.Group{}
		if len(f) > 3 {
			g = channel.By(f[2], f[3])
		}
		v := e.Value(fig, g)
		fmt.Println(line, "=>", v.Num, "/", v.Den, v.Unit, v.Reason)
	}
}
