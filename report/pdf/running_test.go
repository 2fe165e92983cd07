package pdf

import (
	"testing"

	"example.com/channelreport/report/doc"
)

// TestRunningTitle: pages are headed by what the footer does not say, whole.
func TestRunningTitle(t *testing.T) {
	const long = "关于渠道体系建设、伙伴能力提升与区域市场拓展工作的总结及下一阶段安排的报告"
	for _, test := range []struct{ title, organization, period, want string }{
		{"云岭测试公司（虚构）2026年第三季度渠道工作总结", "云岭测试公司（虚构）", "2026年第三季度", "2026年第三季度渠道工作总结"},
		{"Example Works 2013年第二季度渠道工作总结", "Example Works", "2013年第二季度", "2013年第二季度渠道工作总结"},
		{"渠道工作总结", "云岭测试公司", "2026年第三季度", "渠道工作总结"},
		{"云岭测试公司", "云岭测试公司", "2026年第三季度", "云岭测试公司"},
		{long, "云岭测试公司", "2026年第三季度", "2026年第三季度"},
	} {
		d := &doc.Document{Title: test.title, Organization: test.organization, Period: test.period, Lang: "zh-CN",
			Words: chineseWords, Sections: []doc.Block{para("一"), &doc.PageBreak{}, para("二")}}
		p := lay(t, d, 0)
		got := ""
		for i := range p.pages[1].runs {
			if r := &p.pages[1].runs[i]; r.role == roleRunning && got == "" {
				got = r.text()
			}
		}
		if got != test.want {
			t.Errorf("%s: headed %q, want %q", test.title, got, test.want)
		}
	}
}
