package channel

import (
	"testing"

	"example.com/channelreport/internal/golden"
)

const itemsAsYAML = `schema: channelreport/items/v1
period: 2026-Q3
goals:
  - {id: G1, title: 扩大覆盖, owner: 甲, due: 2026-12-31, aim: [{figure: coverage_rate, scope: 'city_tier = "三线"', at_least: 71%}]}
problems:
  - id: P1
    title: 转化率偏低
    severity: 高
    text: "第一行；仍是\n第二行"
    evidence: [conversion_rate, {figure: sales.yoy, scope: 'region = "华东"', claim: 下降}]
    symptoms: [{title: 到店不成交, text: 多, evidence: [leads]}, {title: 线索浪费}]
    causes: [{id: C1, title: 培训不足, category: 人员, evidence: [exam_pass_rate]}, {id: C2, title: 激励不足}]
measures:
  - {id: A1, title: 加强培训, status: 部分实施, answers: [C1, P1], owner: 乙, start: 2026-07-01, due: 2026-12-31, remaining: 覆盖不足,
     actions: [{title: 开课, owner: 丙, due: 2026-10-31, status: 进行中}],
     effects: [{figure: exam_pass_rate, from: 62%, to: 71%, text: 有改善}, {figure: leads}]}
  - {id: A2, title: 简化审批, aim: [{figure: approval_days, at_most: "4"}]}
resources:
  - {id: R1, class: 资金, title: 培训经费, serves: [A1, A2], state: 待批, amount: 1200000}
  - {id: R2, class: 人力, title: 讲师, headcount: 2, posts: 培训讲师}
initiatives:
  - {id: I1, title: 赋能计划, area: 赋能, outputs: [trainings], moves: [conversion_rate, sales]}
challenges:
  - {id: H1, title: 竞争, responses: [{title: 差异化}, {title: 下沉}]}
`

// The same in a table, with parts as rows of their own and as lists in a cell.
const itemsAsCSV = `期间,类型,编号,上级,标题,内容,领域,严重程度,负责人,开始,时限,状态,类别,对应,指标,范围,断言,起,目标或金额,余留问题,依据,归因类别,不高于,服务于,到位情况,人数,岗位,影响指标,应对,产出
2026-Q3,措施,A1,,加强培训,,,,乙,2026-07-01,2026-12-31,部分实施,,C1；P1,,,,,,覆盖不足,,,,,,,,,,
2026-Q3,工作目标,G1,,扩大覆盖,,,,甲,,2026-12-31,,,,coverage_rate,"city_tier = ""三线""",,,71%,,,,,,,,,,,
2026-Q3,problem,P1,,转化率偏低,"第一行；仍是
第二行",,high,,,,,,,,,,,,,conversion_rate,,,,,,,,,
2026-Q3,依据,,P1,,,,,,,,,,,sales.yoy,"region = ""华东""",下降,,,,,,,,,,,,,
2026-Q3,表现,,P1,到店不成交,多,,,,,,,,,leads,,,,,,,,,,,,,,,
2026-Q3,symptoms,,P1,线索浪费,,,,,,,,,,,,,,,,,,,,,,,,,
2026-Q3,evidence,,C1,,,,,,,,,,,exam_pass_rate,,,,,,,,,,,,,,,
2026-Q3,根因,C1,P1,培训不足,,,,,,,,,,,,,,,,,人员,,,,,,,,
2026-Q3,cause,C2,P1,激励不足,,,,,,,,,,,,,,,,,,,,,,,,,
2026-Q3,行动,,A1,开课,,,,丙,,2026-10-31,进行中,,,,,,,,,,,,,,,,,,
2026-Q3,成效指标,,A1,,有改善,,,,,,,,,exam_pass_rate,,,62%,71%,,,,,,,,,,,
2026-Q3,effect,,A1,,,,,,,,,,,leads,,,,,,,,,,,,,,,
2026-Q3,measures,A2,,简化审批,,,,,,,,,,approval_days,,,,,,,,4,,,,,,,
2026-Q3,资源,R1,,培训经费,,,,,,,,资金,,,,,,1200000,,,,,A1;A2,待批,,,,,
2026-Q3,资源,R2,,讲师,,,,,,,,people,,,,,,,,,,,,,2,培训讲师,,,
2026-Q3,项目,I1,,赋能计划,,赋能,,,,,,,,,,,,,,,,,,,,,conversion_rate; sales,,trainings
2026-Q3,challenge,H1,,竞争,,,,,,,,,,,,,,,,,,,,,,,,差异化；下沉,
`

func TestItemsAsTableAndAsYAML(t *testing.T) {
	asYAML, asCSV := mapFS(base), mapFS(base)
	asYAML["items.yaml"] = mapFS(map[string]string{"": itemsAsYAML})[""]
	asCSV["items.csv"] = mapFS(map[string]string{"": itemsAsCSV})[""]
	table := open(t, asCSV)
	if diff := golden.Diff(facts(t, open(t, asYAML)), facts(t, table)); diff != "" {
		t.Errorf("the table gives other items:\n%s", diff)
	}
	for _, it := range table.Items() {
		if it.ID != "P1" {
			continue
		}
		if path := it.Path("text"); path != "" {
			t.Errorf("a row of a table has the path %s", path)
		}
		// 仍 stands behind 第一行；, 第二行 on the next line.
		for offset, want := range map[int]string{0: "items.csv:4:28", len("第一行；"): "items.csv:4:32", len("第一行；仍是\n第"): "items.csv:5:2"} {
			if got := it.Offset("text", offset).String(); got != want {
				t.Errorf("byte %d stands at %s, want %s", offset, got, want)
			}
		}
	}
}
