package report

import (
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/kpi"
	"example.com/channelreport/kpi/expr"
)

// claim reads what an item says about its figure: words that need nothing to
// compare with.
func (t bookText) claim(of *kpi.Figure) *judgement {
	words := t.ev.Claim
	if words == "" {
		return nil
	}
	problem := expr.Problem{}
	j := judgementNamed(words)
	switch {
	case j == nil:
		known := append(judgementWords(chinese, true), judgementWords(english, true)...)
		problem = expr.Problem{Message: msgUnknownClaim, Args: []any{words, strings.Join(judgementWords(chinese, false), ", ")}, Near: source.Nearest(words, known)}
	case j.other:
		problem = expr.Problem{Message: msgClaimNeeds, Args: []any{words}}
	default:
		if _, ok := aspectOf(of, j.aspect); ok || j.aspect == "" {
			return j
		}
		problem = expr.Problem{Message: msgNoAspect, Args: []any{t.ev.Figure, words, j.aspect.Term()}}
	}
	t.report("claim", words, []expr.Problem{problem})
	return nil
}

// claims holds a claim of an item against its figure, and reports whether it
// can be said: what cannot be tested is not.
func (b *builder) claims(ev *channel.Evidence, x *basis, s subject) bool {
	got := claimed{speaker: b.speaker, x: s, known: true}
	holds := x.claim.holds(&got)
	if !got.known {
		b.missing(got.why)
		return false
	}
	if !holds {
		at := &source.Error{Position: ev.Offset("claim", 0), Path: x.claimPath, Message: msgClaim}
		b.contradicted(at, ev.Claim, s.figure, x.claim.evidence(&got))
	}
	return true
}
