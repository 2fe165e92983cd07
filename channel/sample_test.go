package channel

import (
	"context"
	"testing"

	"example.com/channelreport/testdata"
)

func TestSample(t *testing.T) {
	book, err := Open(context.Background(), testdata.Sample())
	if err != nil {
		t.Fatal(err)
	}
	t.Log(book.Warnings())
	t.Log(len(book.Items()), len(book.ItemsFor(Quarter(2026, 3))), len(book.Notes()))
}
