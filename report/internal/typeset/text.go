package typeset

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// The distances of the glue model, in 1/1000 em.
const (
	half       = em / 2 // the body of a full-width mark, and the glue beside it
	leastGlue  = em / 4 // what stays of a mark's glue where a line is tight
	mixedGap   = em / 4 // between Han and Latin
	leastMixed = em / 8
	mostMixed  = em / 3
	numberGap  = em / 8 // between a number and its Han unit
	mostSpace  = em / 2 // a word space where a line is loose
)

// A Run is a piece of text in one weight. Tag is the caller's and comes back
// with every glyph.
type Run struct {
	Text string
	Bold bool
	Tag  uint16
}

// A Setter makes Texts. Western says that quotation marks are those of English
// unless they enclose Han. The zero Setter measures with Default. A Setter
// keeps buffers: it is not safe for concurrent use.
type Setter struct {
	Metrics Metrics
	Western bool

	seg   segmenter.Segmenter
	runes []rune
	bound []bool
	arena []item
}

// A Text is measured text, ready to be broken at any width. It is immutable.
type Text struct {
	items []item
}

// item is a rune with its place on an endless line.
type item struct {
	r       rune
	body    int32 // its advance on a line
	gap     int32 // the glue behind it, if it is not the last on its line
	least   int32 // how far gap may shrink
	most    int32 // how far gap may grow before every gap does
	tag     uint16
	class   class
	variant Variant
	bold    bool
	loose   bool    // gap grows where all gaps do
	quality quality // of a break behind it

	reluctant bool  // a break behind it parts a short label and its value
	start     int64 // sum of bodies and gaps before
	tight     int64 // the same with every gap at its least
	easy      int64 // how far the gaps before may grow before every gap does
	looser    int32 // how many loose gaps there are before
	visible   int32 // index of the last visible item up to this one, -1 if none
}

// quality says how good a line break is; the greatest that fits is taken.
type quality uint8

const (
	never     quality = iota // inside what a reader sees as one character
	edge                     // a mark would stand at the wrong edge
	emergency                // inside a word
	word                     // inside a number with its units, or at a solidus
	normal
	mandatory
)

// Set measures runs, one paragraph or cell, and finds where lines may end.
func (s *Setter) Set(runs ...Run) Text {
	if s.Metrics == nil {
		s.Metrics = Default()
	}
	n := 0
	s.runes = s.runes[:0]
	for _, run := range runs {
		n += utf8.RuneCountInString(run.Text)
	}
	items := s.alloc(n)
	for _, run := range runs {
		for _, r := range run.Text {
			s.runes = append(s.runes, r)
			items = append(items, item{r: r, class: classOf(r), bold: run.Bold, tag: run.Tag})
		}
	}
	s.arena = s.arena[len(items):]
	items = items[:len(items):len(items)]
	s.measure(items)
	s.breaks(items)
	gaps(items, s.bound)
	return Text{items}
}

// alloc returns an empty slice with room for n items. Texts are cut from large
// pieces, since most are short.
func (s *Setter) alloc(n int) []item {
	if len(s.arena) < n {
		s.arena = make([]item, max(n, 2048))
	}
	return s.arena[:0:n]
}

// measure sets each item's body and variant.
func (s *Setter) measure(items []item) {
	for i := range items {
		it := &items[i]
		switch it.class {
		case hidden, newline:
			it.variant = Hidden
			continue
		case space:
			it.body = s.spaceWidth(it.r, it.bold)
			it.variant = Hidden
			if it.r == ' ' {
				it.variant = Full
			}
			continue
		}
		it.body, _ = s.Metrics.Advance(it.r, it.bold)
		switch it.r {
		case '“', '”', '‘', '’':
			if s.narrow(items, i) {
				it.class, it.variant = other, Proportional
				it.body = s.Metrics.Variant(it.r, it.bold, Proportional)
				continue
			}
		case '—':
			if i > 0 && items[i-1].r == '—' && items[i-1].variant != Hidden && items[i-1].bold == it.bold {
				items[i-1].variant, items[i-1].body = Joined, s.Metrics.Variant(it.r, it.bold, Joined)
				it.variant, it.body = Hidden, 0
				continue
			}
		}
		if it.class == opening || it.class == closing {
			if it.body == em && s.Metrics.Variant(it.r, it.bold, Half) == half {
				it.body = half
			} else {
				it.class = other // a font whose marks are not full-width
			}
		}
	}
}

// spaceWidth is the width of a space that the font may not have.
func (s *Setter) spaceWidth(r rune, bold bool) int32 {
	switch r {
	case '\t':
		r = ' '
	case '\u2002':
		return em / 2
	case '\u2003', '\u3000':
		return em
	}
	if w, ok := s.Metrics.Advance(r, bold); ok {
		return w
	}
	return em / 4
}

// narrow reports whether the quotation mark at i is an English one: an
// apostrophe between letters or, in Western text, one that does not enclose
// Han.
func (s *Setter) narrow(items []item, i int) bool {
	before, after := neighbour(items, i, -1), neighbour(items, i, 1)
	if items[i].r == '’' && before == latin && after == latin {
		return true
	}
	if !s.Western {
		return false
	}
	inner := after
	if items[i].r == '”' || items[i].r == '’' {
		inner = before
	}
	return inner != han && inner != opening && inner != closing
}

// neighbour is the class of the nearest item that is no hidden one.
func neighbour(items []item, i, step int) class {
	for i += step; i >= 0 && i < len(items); i += step {
		if items[i].class != hidden {
			return items[i].class
		}
	}
	return newline
}

// breaks sets the quality of the break behind each item.
func (s *Setter) breaks(items []item) {
	if len(items) == 0 {
		return
	}
	s.bound = append(s.bound[:0], make([]bool, len(items))...)
	bindNumbers(s.runes, s.bound)
	s.seg.Init(s.runes)
	for it := s.seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		items[g.Offset+len(g.Text)-1].quality = emergency
	}
	for it := s.seg.LineIterator(); it.Next(); {
		l := it.Line()
		i := l.Offset + len(l.Text) - 1
		switch {
		case l.IsMandatoryBreak:
			items[i].quality = mandatory
		case items[i].quality != never:
			items[i].quality = normal
		}
	}
	before := -1 // the last item that is drawn and no space
	for i := range items[:len(items)-1] {
		it := &items[i]
		if it.class != space && it.variant != Hidden || it.r == '—' {
			before = i
		}
		if it.quality == never || it.quality == mandatory {
			continue
		}
		after := i + 1
		for after < len(items)-1 && items[after].class == hidden {
			after++
		}
		it.quality = min(it.quality, s.most(items, before, i, after))
	}
	labels(items)
}

// A label and its value of no more runes than these read as one: 时限：12月31日.
const (
	longestLabel = 6
	longestValue = 10
)

// labels marks the breaks inside short labels, behind their colons and inside
// short values that end with a mark.
func labels(items []item) {
	for i := range items {
		if items[i].r != '：' {
			continue
		}
		from := i
		for from > 0 && items[from-1].class == han && i-from <= longestLabel {
			from--
		}
		if i-from > longestLabel || from == i {
			continue
		}
		to := i + 1
		for to < len(items) && to-i <= longestValue && (items[to].class == han || items[to].class == latin) {
			to++
		}
		if to == len(items) || items[to].class != closing {
			to = i + 1
		}
		for j := from; j < to; j++ {
			items[j].reluctant = true
		}
	}
}

// most is the best quality that our own rules allow to a break behind item i,
// where before is the last item drawn up to i and after the first behind it.
func (s *Setter) most(items []item, before, i, after int) quality {
	b := &items[after]
	if startsNoLine(b.r, b.class) || b.class == space {
		return edge
	}
	if before < 0 {
		return normal
	}
	a := &items[before]
	switch {
	case endsNoLine(a.r, a.class), a.r == b.r && (a.r == '—' || a.r == '…'):
		return edge
	case s.bound[after], divides(a.r), divides(b.r):
		return word
	}
	return normal
}

// gaps sets the glue behind each item, and then where everything stands on an
// endless line.
func gaps(items []item, bound []bool) {
	last := -1
	for i := range items {
		if items[i].body == 0 {
			continue
		}
		if last >= 0 {
			a := &items[last]
			b := &items[i]
			a.gap, a.least, a.most = glue(a, b, bound[i] || bound[last] && digit(b.r))
			between := items[i-1].quality == normal || bound[i] && (a.class == han || b.class == han)
			a.loose = between && a.class != joint && b.class != joint
		}
		last = i
	}
	var start, tight, easy int64
	visible, looser := int32(-1), int32(0)
	for i := range items {
		it := &items[i]
		it.start, it.tight, it.easy, it.looser = start, tight, easy, looser
		start += int64(it.body) + int64(it.gap)
		tight += int64(it.body) + int64(it.least)
		easy += int64(it.most - it.gap)
		if it.loose {
			looser++
		}
		if it.body > 0 && it.class != space {
			visible = int32(i)
		}
		it.visible = visible
	}
}

// glue is the distance between two neighbours: what it is, at least and at
// most. Neighbours are bound inside a number, and where a unit meets the next
// number, as in 9月30日.
func glue(a, b *item, bound bool) (gap, least, most int32) {
	switch {
	case bound:
		if a.class == han && b.class == latin || a.class == latin && b.class == han {
			return numberGap, numberGap, numberGap
		}
		return 0, 0, 0
	case a.class == space:
		return 0, 0, max(0, mostSpace-a.body)
	case b.class == space, divides(a.r), divides(b.r), a.class == opening, b.class == closing,
		a.class == closing && startsNoLine(b.r, b.class), b.class == opening && endsNoLine(a.r, a.class):
		return 0, 0, 0
	case a.class == closing, b.class == opening:
		return half, leastGlue, half
	case a.class == han && b.class == latin, a.class == latin && b.class == han:
		return mixedGap, leastMixed, mostMixed
	}
	return 0, 0, 0
}
