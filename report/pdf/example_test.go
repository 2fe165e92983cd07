package pdf_test

import (
	"bytes"
	"context"
	"fmt"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/pdf"
)

// A document is rendered in one call. Documents come from package report; this
// one is written out to be short.
func ExampleRender() {
	d := &doc.Document{
		Title: "三季度渠道工作总结", Organization: "云岭测试公司（虚构）", Lang: "zh-CN", Status: doc.Final,
		Sections: []doc.Block{&doc.Paragraph{Inlines: []doc.Inline{
			doc.Text{Text: "渠道销售额"}, doc.Value{Text: "12,345.6万元", Figure: -1}, doc.Text{Text: "，同比增长12.3%。"},
		}}},
	}
	var file bytes.Buffer
	if err := pdf.Render(context.Background(), &file, d); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s\n", file.Bytes()[:5])
	// Output: %PDF-
}

// In a draft, a character that no font has becomes 〓 if someone is told.
func ExampleRenderer() {
	d := &doc.Document{
		Title: "渠道工作总结", Lang: "zh-CN",
		Sections: []doc.Block{&doc.Paragraph{Inlines: []doc.Inline{doc.Text{Text: "联系人：𠮷田"}}}},
	}
	r := pdf.Renderer{Warn: func(e *source.Error) { fmt.Println(e.In("zh-CN")) }}
	if err := r.Render(context.Background(), &bytes.Buffer{}, d); err != nil {
		fmt.Println(err)
	}
	// Output: 警告: sections[0]: 所有字体都缺少字符 '𠮷'（U+20BB7，CJK Unified Ideographs Extension B）的字形，以〓代替，共 1 处，首处为 "联系人：𠮷田" [substituted-glyph]
}
