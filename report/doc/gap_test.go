package doc_test

import (
	"testing"

	"example.com/channelreport/report/doc"
)

func TestGaps(t *testing.T) {
	for number, want := range map[string]string{"": "", "一、": "", "（1）": "", "附录一": "\u3000", "1.": " ", "1.1": " ", "A": " "} {
		if got := doc.NumberGap(number); got != want {
			t.Errorf("behind %q stands %q, want %q", number, got, want)
		}
	}
	for lang, want := range map[string]string{"zh": "\u3000", "zh-CN": "\u3000", "en": "\u2002", "": "\u2002"} {
		if got := doc.LabelGap(lang); got != want {
			t.Errorf("in %q it is %q, want %q", lang, got, want)
		}
	}
}
