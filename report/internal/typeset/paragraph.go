package typeset

// A stop is a place where a line may end while a paragraph is broken: behind
// item at-1. from is the stop before it on the best way there, and cost what
// that way costs.
type stop struct {
	at, from int32
	penalty  int32
	quality  quality
	cost     int64
}

// The costs of a line and of its break are squares of how far the distance
// between any two runes grows, in 1/1000 em, or of what looks as bad.
const (
	aLine     = 10        // every line costs something, so that there are few
	opened    = 40        // all spaces and gaps beside Latin grown to their most
	squeezed  = 150       // all glue shrunk to its least
	gaping    = 2000      // a line that is left ragged
	reluctant = 120 * 120 // a break inside a short label and its value
	inWord    = 600 * 600 // a break inside a word or number
	wrongEdge = 1000 * 1000
	shortEnd  = 150 * 150 // a last line below leastEnd
)

// leastEnd is how long a paragraph's last line should be.
const leastEnd = 2 * em

// paragraph breaks the text so that its lines together are as close to their
// natural width as they can be, and not each as far as it goes: the total fit
// of Knuth and Plass, paragraph by paragraph where breaks are mandatory.
func (t Text) paragraph(shape Shape, price func(a, b int, room int64, last bool) int64) []Line {
	var lines []Line
	stops := make([]stop, 0, len(t.items)+1)
	for from := 0; from < len(t.items); {
		stops = t.stops(stops[:0], from, int64(shape.Width))
		for k, lo := 1, 0; k < len(stops); k++ {
			lo = t.reach(stops, k, lo, shape, price)
		}
		start := len(lines)
		for k := len(stops) - 1; k > 0; k = int(stops[k].from) {
			lines = append(lines, t.line(int(stops[stops[k].from].at), int(stops[k].at)))
		}
		for i, j := start, len(lines)-1; i < j; i, j = i+1, j-1 {
			lines[i], lines[j] = lines[j], lines[i]
		}
		from = int(stops[len(stops)-1].at)
	}
	return lines
}

// stops lists where lines may end up to the next mandatory break, the start
// itself first. Inside what no line can hold, that is the best kind of break
// whose pieces fit.
func (t Text) stops(stops []stop, from int, room int64) []stop {
	stops = append(stops, stop{at: int32(from), quality: mandatory})
	last := from
	for i := from; i < len(t.items); i++ {
		q := t.items[i].quality
		end := q == mandatory || i == len(t.items)-1
		if q != normal && !end {
			continue
		}
		if _, least := t.widths(last, i+1); least > room {
			stops = t.inside(stops, last, i+1, room)
		}
		s := stop{at: int32(i + 1), quality: normal}
		if t.items[i].reluctant {
			s.penalty = reluctant
		}
		stops = append(stops, s)
		last = i + 1
		if end {
			break
		}
	}
	return stops
}

// inside adds stops between a and b, which no line can hold together.
func (t Text) inside(stops []stop, a, b int, room int64) []stop {
	q := word
	for ; q > edge; q-- {
		if t.piecesFit(a, b, q, room) {
			break
		}
	}
	for i := a; i < b-1; i++ {
		it := &t.items[i]
		if it.quality < q {
			continue
		}
		s := stop{at: int32(i + 1), quality: it.quality, penalty: inWord}
		if it.quality == edge {
			s.penalty = wrongEdge
		}
		stops = append(stops, s)
	}
	return stops
}

func (t Text) piecesFit(a, b int, q quality, room int64) bool {
	for i := a; i < b; i++ {
		if i < b-1 && t.items[i].quality < q {
			continue
		}
		if _, least := t.widths(a, i+1); least > room {
			return false
		}
		a = i + 1
	}
	return true
}

// reach finds the best way to stop k from stop lo or one behind it, and returns
// the first of them that a line up to k can start at. Lines that start further
// to the right are shorter; where they only get worse, the search ends.
func (t Text) reach(stops []stop, k, lo int, shape Shape, price func(a, b int, room int64, last bool) int64) int {
	s := &stops[k]
	for ; lo < k-1; lo++ {
		natural, least := t.widths(int(stops[lo].at), int(s.at))
		if !shape.Tight {
			least = natural
		}
		if least <= shape.room(int(stops[lo].at)) {
			break
		}
	}
	first := lo
	if s.quality == edge { // a line ends at a wrong edge only where it could not end before
		for i := lo; i < k; i++ {
			if stops[i].quality > edge {
				first = i
			}
		}
	}
	last := k == len(stops)-1
	for i := first; i < k; i++ {
		a, b := int(stops[i].at), int(s.at)
		room := shape.room(a)
		if natural, _ := t.widths(a, b); i > first && shape.Tight && !last && natural < room*4/5 && s.cost < gaping*gaping {
			break
		}
		if cost := stops[i].cost + int64(s.penalty) + price(a, b, room, last); i == first || cost < s.cost {
			s.cost, s.from = cost, int32(i)
		}
	}
	return lo
}

// tension is the price of a justified line.
func (t Text) tension(a, b int, room int64, last bool) int64 {
	natural, least := t.widths(a, b)
	slack := room - natural
	var d int64
	switch {
	case slack < 0:
		d = squeezed * min(-slack, 4*(natural-least)+1) / max(1, natural-least)
	case last:
		if natural < leastEnd && a > 0 {
			return shortEnd
		}
		return 0
	default:
		easy, loose := t.give(a, b)
		if d = opened * min(slack, easy) / max(1, easy); slack > easy {
			d += (slack - easy) / max(1, loose)
			if slack-easy > loose*half {
				d = gaping
			}
		}
	}
	d += aLine
	return d * d
}

// give is how much the spaces of a line and its gaps beside Latin can grow, and
// how many gaps grow beyond that.
func (t Text) give(a, b int) (easy, loose int64) {
	v := t.items[b-1].visible
	if int(v) < a {
		return 0, 0
	}
	first, last := &t.items[a], &t.items[v]
	return last.easy - first.easy, int64(last.looser - first.looser)
}

// balanced breaks the text into as few lines as it needs, as long as one
// another, and rather behind a mark or before a bracket than inside a phrase.
func (t Text) balanced(shape Shape) []Line {
	lines := t.greedy(shape)
	if len(lines) < 2 {
		return lines
	}
	natural, _ := t.widths(0, len(t.items))
	even := natural / int64(len(lines))
	width := int64(shape.Width)
	return t.paragraph(shape, func(a, b int, room int64, last bool) int64 {
		natural, _ := t.widths(a, b)
		cost := 8 * width * width // a line
		cost += (natural - even) * (natural - even)
		if natural > room {
			cost += 64 * width * width
		}
		if !last && !t.pauses(b) {
			cost += 4 * width * width / 25
		}
		return cost
	})
}

// pauses reports whether a reader pauses at a break before item b.
func (t Text) pauses(b int) bool {
	before, after := int(t.items[b-1].visible), b
	for after < len(t.items) && t.items[after].body == 0 {
		after++
	}
	if before < 0 || after == len(t.items) || t.items[b-1].class == space {
		return true
	}
	return t.items[before].class == closing || t.items[after].class == opening
}
