package report_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
	"example.com/channelreport/internal/golden"
	"example.com/channelreport/report"
)

func TestNames(t *testing.T) {
	var b strings.Builder
	for _, locale := range []string{"zh-CN", "en"} {
		names, err := report.Names(context.Background(), sample(t), channel.Quarter(2026, 3), report.Options{Locale: locale})
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range names {
			if n.ID == "" || n.Zh == "" {
				t.Errorf("%v has no name", n)
			}
			fmt.Fprintf(&b, "%s: %s %s = %s; %s\n", n.Kind.In(locale), n.ID, n.Zh, n.Value, n.Doc)
		}
	}
	golden.Compare(t, "names.txt", []byte(b.String()))
}

// A template that is written in Chinese names throughout reads as the one in
// English names does.
func TestChineseNames(t *testing.T) {
	names, err := report.Names(context.Background(), nil, channel.Period{}, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, n := range names {
		if n.Kind == report.IndicatorName {
			lines = append(lines, "{{ "+n.Zh+" }}")
		}
	}
	write := func(lines []string) string {
		text := "schema: channelreport/template/v1\nid: t\nlocale: zh-CN\ntitle: t\nsummary:\n  - |\n    " + strings.Join(lines, "\n    ") + "\n"
		template, err := report.Parse(fstest.MapFS{"t.yaml": {Data: []byte(text)}}, "t.yaml")
		if err != nil {
			t.Fatal(err)
		}
		run, err := template.Run(context.Background(), sample(t), channel.Quarter(2026, 3), report.Options{})
		if err != nil {
			t.Fatal(err)
		}
		d, err := run.Document(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		text = string(dump(t, d))
		return text[:strings.Index(text, "provenance")]
	}
	chinese := write(lines)
	lines = nil
	for _, n := range names {
		if n.Kind == report.IndicatorName {
			lines = append(lines, "{{ "+n.ID+" }}")
		}
	}
	if english := write(lines); english != chinese {
		t.Errorf("the two differ:\n%s\n%s", chinese, english)
	}
}
