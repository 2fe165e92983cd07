package testdata_test

import (
	"context"
	"strings"
	"testing"

	"example.com/channelreport/channel"
	"example.com/channelreport/testdata"
)

// The sample book is a good book: nothing in it is refused or remarked on.
func TestSampleOpens(t *testing.T) {
	book, err := channel.Open(context.Background(), testdata.Sample())
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range book.Warnings() {
		t.Error(w)
	}
	if from, to := book.Data(); from.String() != "2025-01-01" || to.String() != "2026-09-30" {
		t.Errorf("the data run from %s to %s", from, to)
	}
	if got := len(book.Partners()); got != 30 {
		t.Errorf("%d partners", got)
	}
}

// Nobody may take the company or a partner for a real one.
func TestSampleIsFictitious(t *testing.T) {
	book, err := channel.Open(context.Background(), testdata.Sample())
	if err != nil {
		t.Fatal(err)
	}
	if name := book.Setup().Organization; !strings.HasPrefix(name, "示例") || !strings.Contains(name, "虚构") {
		t.Errorf("the organization is called %s", name)
	}
	for _, p := range book.Partners() {
		if !strings.HasPrefix(p.Name, "示例") {
			t.Errorf("partner %s is called %s", p.ID, p.Name)
		}
	}
}

// Both quarters have every kind of item that a report prints.
func TestSampleItems(t *testing.T) {
	book, err := channel.Open(context.Background(), testdata.Sample())
	if err != nil {
		t.Fatal(err)
	}
	for _, period := range []channel.Period{channel.Quarter(2026, 2), channel.Quarter(2026, 3)} {
		got := map[channel.Kind]int{}
		classes := map[string]int{}
		for _, it := range book.ItemsFor(period) {
			got[it.Kind]++
			if it.Kind == channel.Resource {
				classes[it.Class.In("en")]++
			}
			if it.Kind == channel.Problem && len(it.Causes) < 2 {
				t.Errorf("%s: problem %s has %d causes", period, it.ID, len(it.Causes))
			}
		}
		for kind, want := range map[channel.Kind]int{
			channel.Initiative: 5, channel.Challenge: 4, channel.Problem: 5, channel.Measure: 8,
		} {
			if got[kind] != want {
				t.Errorf("%s has %d %s, want %d", period, got[kind], kind, want)
			}
		}
		for _, class := range []string{"money", "people", "rules"} {
			if classes[class] == 0 {
				t.Errorf("%s has no resource of class %s", period, class)
			}
		}
	}
}
