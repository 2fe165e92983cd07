package report

import (
	"strings"
	"testing"
)

// authorOutline writes a split text: paragraphs parted by ¶, sentences by |.
func authorOutline(text string, cell bool) string {
	paragraphs, problems := splitAuthorText(text, cell)
	if len(problems) > 0 {
		return "problems"
	}
	var out []string
	for _, sentences := range paragraphs {
		var parts []string
		for _, s := range sentences {
			var b strings.Builder
			for _, p := range s.parts {
				switch p := p.(type) {
				case literal:
					b.WriteString(string(p))
				case strongMark:
					b.WriteString("**")
				case *insert:
					b.WriteString("{}")
				case *optional:
					b.WriteString("[]")
				}
			}
			parts = append(parts, b.String())
		}
		out = append(out, strings.Join(parts, "|"))
	}
	return strings.Join(out, "¶")
}

func TestSplitAuthorText(t *testing.T) {
	for _, c := range []struct {
		text string
		cell bool
		want string
	}{
		{"", false, ""},
		{"一句。两句！“三句。”四句", false, "一句。|两句！|“三句。”四句"},
		{"甲{{ a }}。乙[[（{{ b }}。）]]。", false, "甲{}。|乙[]。"},
		{"（甲。乙。）丙。", false, "（甲。乙。）丙。"},
		{"**甲。乙**。丙", false, "**甲。乙**。|丙"},
		{"It grew 3.5%. It is e.g. this? Yes.", false, "It grew 3.5%.|It is e.g.|this?|Yes."},
		{"甲\n乙。\n\n丙\n \n丁", false, "甲\n乙。¶丙¶丁"},
		{"甲\n乙\n\n丙", true, "甲¶乙¶丙"},
		{"\n\n甲？！”乙", false, "甲？！”|乙"},
		{"甲{{ a", false, "problems"},
	} {
		if got := authorOutline(c.text, c.cell); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// No character of a text without problems is lost, but for white space.
func FuzzSplitAuthorText(f *testing.F) {
	f.Add("甲{{ a }}。乙[[（{{ b }}。）]]。\n\n丙", false)
	f.Add("It grew.\n It fell!”", true)
	f.Fuzz(func(t *testing.T, text string, cell bool) {
		if strings.ContainsAny(text, "{}[]｛｝［］【】*") || !strings.Contains(text, "。") {
			splitAuthorText(text, cell)
			return
		}
		bare := func(s string) string {
			return strings.Join(strings.Fields(strings.NewReplacer("|", "", "¶", "").Replace(s)), "")
		}
		if got, want := bare(authorOutline(text, cell)), bare(string([]rune(text))); got != want {
			t.Errorf("%q: %q", text, got)
		}
	})
}
