package markdown_test

import (
	"bytes"
	"context"
	"html"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	gmhtml "github.com/yuin/goldmark/renderer/html"

	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/markdown"
)

// parser reads Markdown with everything that could mistake text for markup.
var parser = goldmark.New(
	goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
	goldmark.WithRendererOptions(gmhtml.WithUnsafe()),
)

var tag = regexp.MustCompile(`<(/?)([a-z0-9]+|!--)([^>]*)>`)

// leaves parses Markdown and returns its texts, one for each heading,
// paragraph, list item, cell or image, after the name of its element; and how
// often it found each inline element.
func leaves(t testing.TB, md []byte) (texts []string, inline map[string]int) {
	t.Helper()
	var b bytes.Buffer
	if err := parser.Convert(md, &b); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	inline = map[string]int{}
	element, text := "", ""
	end := func() {
		if text != "" || element == "li" || element == "td" || element == "th" {
			texts = append(texts, element+" "+text)
		}
		element, text = "", ""
	}
	at := 0
	for _, m := range tag.FindAllStringSubmatchIndex(page, -1) {
		// Line breaks of the text are elements; what is left lays out the HTML.
		text += html.UnescapeString(strings.ReplaceAll(page[at:m[0]], "\n", ""))
		at = m[1]
		closes, name, attributes := page[m[2]:m[3]] == "/", page[m[4]:m[5]], page[m[6]:m[7]]
		switch name {
		case "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th":
			end()
			if !closes {
				element = name
			}
		case "ul", "ol", "table", "thead", "tbody", "tr", "blockquote", "hr", "pre", "dl", "dt", "dd", "section", "sup", "div":
			if name == "hr" || name == "pre" || name == "dl" || name == "section" || name == "sup" || name == "div" {
				t.Errorf("text became <%s> in\n%s", name, md)
			}
			if element == "li" && text != "" {
				end()
			}
		case "br":
			text += "\n"
		case "img":
			_, alt, _ := strings.Cut(attributes, `alt="`)
			alt, _, _ = strings.Cut(alt, `"`)
			element, text = "img", html.UnescapeString(alt)
			end()
		default:
			if !closes && name != "!--" {
				inline[name]++
			}
		}
	}
	return texts, inline
}

// breaks is what a text looks like once its line breaks are one kind.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// everywhere returns a document in which every text is s, and what leaves
// should find in it.
func everywhere(s string) (d *doc.Document, want []string) {
	half := len(s) / 2
	for !utf8.RuneStart((s + "x")[half]) {
		half++
	}
	// The same text cut in two, once by emphasis and once by nothing.
	in := func() []doc.Inline { return []doc.Inline{doc.Text{Text: s}} }
	cut := []doc.Inline{doc.Text{Text: s[:half]}, doc.Value{Text: s[half:], Figure: -1}}
	bold := []doc.Inline{doc.Text{Text: "x"}, doc.Strong{Inlines: cut}, doc.Text{Text: s}}
	d = &doc.Document{
		Title: s, Organization: s, Lang: "zh-CN", Words: doc.Words{Missing: "—", Draft: "草稿"},
		Sections: []doc.Block{
			&doc.Section{ID: "top", Level: 1, Number: "一、", Title: in(), Blocks: []doc.Block{
				&doc.Paragraph{Inlines: in()},
				&doc.Paragraph{Inlines: cut},
				&doc.Paragraph{Inlines: bold},
				&doc.Paragraph{Inlines: []doc.Inline{doc.Ref{ID: "top", Text: "y" + s + "y"}, doc.Link{URL: "https://example.com/(a)|b?c=1&d=[2]", Text: "z" + s + "z"}}},
				&doc.List{Items: []doc.Item{{Inlines: in()}, {Inlines: cut, Blocks: []doc.Block{
					&doc.Paragraph{Inlines: in()},
					&doc.List{Ordered: true, Items: []doc.Item{{Mark: "1.", Inlines: in()}, {Mark: "2.", Inlines: in()}}},
				}}}},
				&doc.List{Ordered: true, Items: []doc.Item{{Mark: "（1）", Inlines: in()}, {Mark: "（2）", Inlines: in()}}},
				&doc.Callout{Title: in(), Blocks: []doc.Block{&doc.Paragraph{Inlines: in()}}},
				&doc.Table{Caption: in(), Unit: s, Columns: []doc.Column{{Title: in()}, {Title: in(), Align: doc.Right}},
					Rows:  []doc.Row{{Cells: []doc.Cell{{Lines: [][]doc.Inline{in(), cut}}, {Lines: [][]doc.Inline{bold}}}}},
					Notes: [][]doc.Inline{in()}},
				&doc.Figures{Cards: []doc.Card{{Name: s, Value: doc.Value{Text: s, Figure: -1}, Notes: cut}}},
				&doc.Chart{ID: "c", Alt: s + "a", Caption: in()},
			}},
		},
	}
	b := strings.ReplaceAll(breaks.Replace(s), "\t", " ") // a tab is read as a space
	want = []string{
		"h1 " + b, "p " + b + " · 草稿",
		"h2 一、" + b, "p " + b, "p " + b, "p x" + b + b, "p y" + b + "yz" + b + "z",
		"li " + b, "li " + b, "p " + b, "li " + b, "li " + b,
		"p （1）" + b, "p （2）" + b, "p " + b, "p " + b,
		"p " + b, "p " + b, "th " + b, "th " + b, "td " + b + "\n" + b, "td x" + b + b, "p " + b,
		"th " + b, "td " + b, "td " + b,
		"img " + strings.Join(strings.FieldsFunc(strings.ReplaceAll(s, "\t", " ")+"a", func(r rune) bool { return strings.ContainsRune("\n\v\f\r\u0085\u2028\u2029", r) }), " "), "p " + b,
	}
	return d, want
}

func roundTrip(t testing.TB, s string) {
	t.Helper()
	d, want := everywhere(s)
	var out bytes.Buffer
	r := markdown.Renderer{Asset: func(string, []byte) error { return nil }}
	if err := r.Render(context.Background(), &out, d); err != nil {
		t.Fatal(err)
	}
	got, inline := leaves(t, out.Bytes())
	// A list item that holds paragraphs has its text in the first of them, and
	// an empty paragraph is none.
	for _, list := range [][]string{got, want} {
		for i, s := range list {
			if rest, ok := strings.CutPrefix(s, "li "); ok {
				list[i] = "p " + rest
			}
		}
	}
	if diff := cmp.Diff(compact(want), compact(got)); diff != "" {
		t.Errorf("text %q (- is meant, + is read)\n%s\n%s", s, diff, out.Bytes())
	}
	for name, n := range inline {
		switch {
		case name == "strong":
		case name == "a" && n == 3: // a heading's anchor, a reference, a link
		default:
			t.Errorf("text %q gives %d <%s>\n%s", s, n, name, out.Bytes())
		}
	}
}

// compact drops paragraphs without text.
func compact(texts []string) []string {
	var list []string
	for _, s := range texts {
		if s != "p " {
			list = append(list, s)
		}
	}
	return list
}

var hostile = []string{
	"x", "销售额同比增长12.3%。", "**重点：**内容", "前文**（重要）**后文", "*a*", "_a_ __b__ P_001_x a__b_ _", "~~x~~ ~y~", "`code` ``c``",
	"# 标题", "标题 #", "## ", "- 项", "-", "---", "- - -", "+ x", "* x", "1. x", "1) x", "12345. x", "1.5倍", "2026. 年", "> x", "=", "===", "| a | b |", "a|b", `a\|b`, `\`, `\\`, `a\`, `\*x\*`,
	"<b>x</b>", "<script>alert(1)</script>", "<!-- x -->", "<br>", "</td>", "&amp;", "&copy;", "&#65;", "R&D", "a & b", "& ;",
	"{{ sales.yoy }}", "{% raw %}", "{#x#}", "$5 and $6$", "$$x$$", "[x](y)", "![x](y)", "[x]: y", "[^1]", "[ ] x", "[x] y", "http://example.com/x", "https://example.com", "ftp://example.com/a", "www.example.com", "WWW.EXAMPLE.COM", "a.b@example.com", "5@x.com", "@user", "a @user", "0!@0.00000", "中@x.com", "mailto:a@example.com", "<http://x.com>",
	":tada:", "10:30:45", ": x", "://", "：", " x", "x ", "  x  ", "\tx\t", "    code", "a  b", "a\nb", "a\r\nb\rc", "\n ", "a\n", "\na", "a\u2028b\u2029c\u0085d\ve\ff", "a\n- b", "a\n\n# b", "a\n===", "x\n| - |",
	"\u200b", "\ufeffx", "\u202ex", "\u00a0x\u00a0", "　x　", "～", "\x1b[0m", "“引号”", "…… ——", "^x^", "==x==", "H~2~O", "a~b", "\"x\" 'y'", "1", "12", ".", ")", "1.", "(1) x", "①", "!", "![", "a!",
	"😀", "𠮷", "e\u0301", "li ", "p ",
}

func TestRoundTrip(t *testing.T) {
	for i, s := range hostile {
		t.Run(strconv.Itoa(i), func(t *testing.T) { roundTrip(t, s) })
	}
}

// A site that tells people of their names reads none, wherever one stands.
func TestMention(t *testing.T) {
	d := &doc.Document{Summary: []doc.Block{
		&doc.Paragraph{Inlines: []doc.Inline{doc.Text{Text: "见 @user。"}}},
		&doc.Table{Columns: []doc.Column{{Title: []doc.Inline{doc.Text{Text: "@user"}}}}, Rows: []doc.Row{{Cells: []doc.Cell{{Lines: [][]doc.Inline{{doc.Text{Text: "@user，a@b.com"}}}}}}}},
	}}
	var b strings.Builder
	if err := markdown.Render(t.Context(), &b, d); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(b.String(), "@"); got != 4 || strings.Count(b.String(), "@<!-- -->") != got {
		t.Errorf("%d in %s", got, b.String())
	}
}

func FuzzRoundTrip(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		switch {
		case !utf8.ValidString(s), strings.ContainsRune(s, 0), len(s) > 200:
			return
		case strings.Trim(breaks.Replace(s), "\n") == "":
			return // no text: its line breaks alone make no paragraph
		}
		roundTrip(t, s)
	})
}
