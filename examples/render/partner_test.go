package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"example.com/channelreport/channel"
)

const scorecard = `schema: channelreport/template/v1
id: card
locale: zh-CN
scope: partner
title: "{{ partner.name }}{{ period }}"
summary:
  - "销售额{{ sales }}[[，{{ rank(sales) }}]]。"
`

// A template with scope: partner makes one report for each partner, in a file
// of its own.
func TestPartners(t *testing.T) {
	card := filepath.Join(t.TempDir(), "card.yaml")
	if err := os.WriteFile(card, []byte(scorecard), 0o644); err != nil {
		t.Fatal(err)
	}
	status, out, problems := call(t, "-template", card, "-partner", "all", "-o", "r.md", "-numbers", "n.csv")
	if status != 0 {
		t.Fatalf("status %d, errors:\n%s", status, problems)
	}
	if n := strings.Count(out, "wrote r-P"); n != 28 || strings.Count(out, "wrote n-P") != n {
		t.Errorf("%d reports:\n%s", n, out)
	}
	if text, err := os.ReadFile("r-P01.md"); err != nil || !strings.Contains(string(text), "示例华东一号商贸") {
		t.Errorf("r-P01.md: %v\n%s", err, text)
	}

	status, out, problems = call(t, "-template", card, "-partner", "P02", "-o", "r.md", "-numbers", "n.csv")
	if text, err := os.ReadFile("r.md"); status != 0 || err != nil || !strings.Contains(string(text), "示例华东二号网络") {
		t.Errorf("status %d, %v, errors:\n%s\n%s", status, err, problems, out)
	}

	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"-template", card}, "[partner-wanted]"},
		{[]string{"-partner", "P01"}, "[not-per-partner]"},
		{[]string{"-template", card, "-partner", "P0l"}, `"P01"`},
		{[]string{"-template", card, "-partner", "示例华东一号商贸"}, `没有伙伴 "示例华东一号商贸"；是否想写 "P01"？`},
		{[]string{"-template", card, "-partner", "示例华东二号网洛"}, `是否想写 "P02"？`},
	} {
		if status, _, problems := call(t, append(tt.args, "-o", "r.md")...); status != 1 || !strings.Contains(problems, tt.want) {
			t.Errorf("%v: status %d, errors:\n%s", tt.args, status, problems)
		}
	}
}

// In a masked book, which has no names, a partner is near by id only.
func TestNearPartnerMasked(t *testing.T) {
	book, err := channel.Open(context.Background(), fstest.MapFS{
		"book.yaml":    {Data: []byte("schema: channelreport/book/v1\norganization: 示例公司\ncurrency: CNY\npolicies: {partners: masked}\n")},
		"partners.csv": {Data: []byte("partner_id,partner_name,region\nP01,示例甲,华东\nP28,示例乙,华南\n")},
		"sales.csv":    {Data: []byte("date,partner_id,amount\n2026-09-01,P01,10\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ typed, want string }{{"P1", "P01"}, {"P82", "P28"}, {"X99", ""}, {"张三", ""}, {"示例乙", ""}} {
		if got := nearPartner(book, tt.typed); got != tt.want {
			t.Errorf("near %q is %q, want %q", tt.typed, got, tt.want)
		}
	}
}

// A warning that many partners' reports have is told once, with whose they are.
func TestWarningsOfPartners(t *testing.T) {
	card := filepath.Join(t.TempDir(), "card.yaml")
	const doubtful = scorecard + "  - \"毛利{{ gross_profit }}万元。\"\n  - when: 区域 = \"华东\"\n    verdict: \"{{ partner.name }}所在的华东大区是渠道中增长最快也是竞争最激烈的市场之一，应当优先保证人员和促销投入，销售额{{ sales }}。\"\n"
	if err := os.WriteFile(card, []byte(doubtful), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, flag := range []string{"-check", "-strict"} {
		_, out, problems := call(t, "-template", card, "-partner", "all", "-o", "r.md", flag)
		if strings.Contains(out, "wrote") || strings.Count(problems, "[doubled-unit]") != 1 || strings.Count(problems, "[long-verdict]") != 1 ||
			strings.Count(problems, "涉及伙伴：") != 1 || !strings.Contains(problems, "    涉及伙伴：P01, P02, P03, P04, P05, …（共 7 家）\n") {
			t.Errorf("%s: %q, errors:\n%s", flag, out, problems)
		}
	}
}

func TestPartnerFile(t *testing.T) {
	for _, tt := range []struct{ name, id, want string }{
		{"out/r.pdf", "P01", "out/r-P01.pdf"},
		{"r.md", `华东/1:"a"%`, "r-华东%2F1%3A%22a%22%25.md"},
		{"n.json", "..", "n-...json"},
	} {
		if got := partnerFile(tt.name, tt.id); got != tt.want {
			t.Errorf("%s of %s: %s, want %s", tt.name, tt.id, got, tt.want)
		}
	}
}

func TestListNames(t *testing.T) {
	book, err := filepath.Abs("../../testdata/sample")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ args, want []string }{
		{[]string{"-names"}, []string{"# 指标\n", "sales\t销售额\t\t", "yoy\t同比\t\t与上年同期相比", "yoy\t同比\n", "region\t区域\n", "problems\t问题\n"}},
		{[]string{"-names", "-locale", "en", "-book", book, "-period", "2026-Q3"}, []string{"# indicators\n", "sales\t销售额\t¥144.46 million\t"}},
		{[]string{"-names", "-book", book}, []string{"# 指标\n", "sales\t销售额\t\t"}},
	} {
		status, out, problems := call(t, tt.args...)
		if status != 0 || problems != "" {
			t.Fatalf("%v: status %d, errors:\n%s", tt.args, status, problems)
		}
		for _, want := range tt.want {
			if !strings.Contains(out, want) {
				t.Errorf("%v: %q is missing:\n%s", tt.args, want, out)
			}
		}
	}
}
