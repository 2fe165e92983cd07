package typeset

// A Glyph is one rune in its place: X is where it starts, in 1/1000 em from
// the start of its line, and Advance how wide its drawing is.
type Glyph struct {
	Rune    rune
	X       int32
	Advance int32
	Tag     uint16
	Bold    bool
	Variant Variant
}

// A Line is a stretch of a Text, from From up to but without To, counted in
// runes. Width is its natural width; End is set where the line ends a
// paragraph, so that it is not justified.
type Line struct {
	From, To int
	Width    int32
	End      bool
}

// A Shape is what lines are to fill: their width and the first line's indent,
// both in 1/1000 em. Tight lines are to be justified: their gaps may shrink to
// fit, and breaks are chosen for the sake of the whole paragraph. Balanced
// lines, for titles and the like, are few and about as long as one another.
// Other lines each take what they can.
type Shape struct {
	Width    int32
	Indent   int32
	Tight    bool
	Balanced bool
}

// Len is the number of runes.
func (t Text) Len() int { return len(t.items) }

// Lines breaks the text. Every line holds at least one rune, so a text has as
// many lines as it needs even where nothing fits; an empty text has none.
// Lines is the one place that decides about breaks.
func (t Text) Lines(shape Shape) []Line {
	switch {
	case shape.Tight:
		return t.paragraph(shape, t.tension)
	case shape.Balanced:
		return t.balanced(shape)
	}
	return t.greedy(shape)
}

// greedy breaks line by line, each taking what it can.
func (t Text) greedy(shape Shape) []Line {
	var lines []Line
	for from := 0; from < len(t.items); {
		to := t.fill(from, shape.room(from))
		lines = append(lines, t.line(from, to))
		if n := len(lines); n > 1 && shape.Width >= 3*leastEnd && lines[n-1].Width < leastEnd &&
			(lines[n-1].End || to == len(t.items)) && !lines[n-2].End {
			t.lengthen(&lines[n-2], &lines[n-1], shape)
		}
		from = to
	}
	return lines
}

// lengthen moves the break before a paragraph's short last line forward, if
// the line before does not lose half its length.
func (t Text) lengthen(before, last *Line, shape Shape) {
	for to := before.To - 1; to > before.From; to-- {
		if t.items[to-1].quality != normal {
			continue
		}
		if natural, _ := t.widths(before.From, to); 2*natural < int64(before.Width) {
			return
		}
		if natural, _ := t.widths(to, last.To); natural >= leastEnd {
			if natural <= int64(shape.Width) {
				*before, *last = t.line(before.From, to), t.line(to, last.To)
			}
			return
		}
	}
}

// room is the width of the line that starts at from.
func (s Shape) room(from int) int64 {
	if from == 0 {
		return max(0, int64(s.Width)-int64(s.Indent))
	}
	return int64(s.Width)
}

// fill returns where a line that starts at from ends: as late as fits, at the
// best quality of break there is.
func (t Text) fill(from int, room int64) int {
	var last [mandatory]int // by quality, the last break that fits
	for i := from; i < len(t.items); i++ {
		q := t.items[i].quality
		if q == never {
			continue
		}
		if natural, _ := t.widths(from, i+1); natural > room {
			break
		}
		if q == mandatory {
			return i + 1
		}
		last[q] = i + 1
	}
	for q := normal; q > never; q-- {
		if last[q] > 0 {
			return last[q]
		}
	}
	for i := from; i < len(t.items)-1; i++ { // not even one character fits
		if t.items[i].quality != never {
			return i + 1
		}
	}
	return len(t.items)
}

// widths returns how wide the line from a up to b is naturally and at least.
// Spaces at its end and glue at its edges count nothing.
func (t Text) widths(a, b int) (natural, least int64) {
	v := t.items[b-1].visible
	if int(v) < a {
		return 0, 0
	}
	first, last := &t.items[a], &t.items[v]
	return last.start + int64(last.body) - first.start, last.tight + int64(last.body) - first.tight
}

func (t Text) line(from, to int) Line {
	natural, _ := t.widths(from, to)
	return Line{from, to, clamp(natural), t.items[to-1].quality == mandatory}
}

// MaxWidth is the width of the text with none but its mandatory breaks.
func (t Text) MaxWidth() int32 { return t.widest(mandatory) }

// MinWidth is the least width at which no word has to be broken.
func (t Text) MinWidth() int32 { return t.widest(normal) }

// PhraseWidth is the least width at which lines need to end only where a reader
// pauses: behind marks, before brackets, between words.
func (t Text) PhraseWidth() int32 {
	return t.longest(func(i int) bool { return t.items[i].quality >= normal && t.pauses(i+1) })
}

func (t Text) widest(q quality) int32 {
	return t.longest(func(i int) bool { return t.items[i].quality >= q })
}

// longest is the width of the widest piece where lines end behind what ends
// says.
func (t Text) longest(ends func(i int) bool) int32 {
	var most int64
	from := 0
	for i := range t.items {
		if i == len(t.items)-1 || ends(i) {
			natural, _ := t.widths(from, i+1)
			most = max(most, natural)
			from = i + 1
		}
	}
	return clamp(most)
}

// clamp keeps a width in range; a text of two thousand metres is wide enough.
func clamp(w int64) int32 { return int32(min(w, 1<<31-1)) }

// Place appends the glyphs of a line to dst. With justify, the gaps of a line
// that does not end a paragraph grow until it fills width; a line that is too
// wide shrinks its gaps either way, as far as they go. Place returns the
// width that the line then has.
func (t Text) Place(dst []Glyph, line Line, width int32, justify bool) ([]Glyph, int32) {
	items := t.items[line.From:line.To]
	last := int(t.items[line.To-1].visible) - line.From
	slack := int64(width) - int64(line.Width)
	var fit spread
	switch {
	case last <= 0:
	case slack < 0:
		fit = shrink(items[:last], -slack)
	case justify && !line.End:
		fit = stretch(items[:last], slack)
	}
	var x, drawn int32 // where the next body starts, and where the last drawing ended
	for i := range items {
		it := &items[i]
		g := Glyph{Rune: it.r, X: x, Advance: it.body, Tag: it.tag, Bold: it.bold, Variant: it.variant}
		if i > last { // glue at the edge has vanished
			g.Advance, g.Variant = 0, Hidden
			dst = append(dst, g)
			continue
		}
		x += it.body
		gap := int32(0)
		if i < last {
			gap = it.gap + fit.next(it)
			x += gap
		}
		switch it.class { // a mark whose blank is there is drawn with it
		case opening:
			g.Variant = Half
			if g.X-drawn >= half && i > 0 {
				g.X, g.Advance, g.Variant = g.X-half, em, Full
			}
		case closing:
			g.Variant = Half
			if gap >= half && items[i+1].class != opening {
				g.Advance, g.Variant = em, Full
			}
		}
		if g.Variant != Hidden {
			drawn = g.X + g.Advance
		}
		dst = append(dst, g)
	}
	return dst, x
}

// Row appends the glyphs of a text set on one line rune by rune, each with its
// own advance and without glue: what a sum of Measure's advances is the width
// of. Labels of a chart are set so.
func Row(dst []Glyph, m Measure, text string, bold bool) []Glyph {
	x := int32(0)
	for _, r := range text {
		g := Glyph{Rune: r, X: x, Bold: bold}
		g.Advance, _ = m.Advance(r, bold)
		switch classOf(r) {
		case hidden, newline:
			g.Advance, g.Variant = 0, Hidden
		case space:
			if r != ' ' {
				g.Variant = Hidden
			}
		}
		x += g.Advance
		dst = append(dst, g)
	}
	return dst
}
