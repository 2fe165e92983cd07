package pdf

import (
	"example.com/channelreport/report/chart"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/internal/typeset"
)

// The measures of a card.
const (
	cardGap  = 9 * pt
	cardPadX = 12 * pt
	cardPadY = 11 * pt
)

// figures sets cards in a grid, each with its figure large.
func (l *layouter) figures(f *doc.Figures, x, width length) {
	values := make([]text, len(f.Cards))
	var widest int32
	for i := range f.Cards {
		l.path.push("cards", i)
		values[i] = l.inlines([]doc.Inline{f.Cards[i].Value}, true)
		widest = max(widest, values[i].MaxWidth())
		l.path.pop()
	}
	columns, st := l.cardGrid(len(f.Cards), widest, width)
	for from := 0; from < len(f.Cards); from += columns {
		pc := piece{space: l.theme.blockSpace, keep: from > 0}
		if from > 0 {
			pc.space = cardGap
		}
		for i := range min(columns, len(f.Cards)-from) {
			l.path.push("cards", from+i)
			k, n := length(i), length(columns)
			left := x + (width+cardGap)*k/n
			right := x + (width+cardGap)*(k+1)/n - cardGap
			inside, height := l.card(&f.Cards[from+i], values[from+i], st, left+cardPadX, right-left-2*cardPadX)
			pc.shift(&inside, cardPadY)
			pc.height = max(pc.height, height+2*cardPadY)
			pc.fills = append(pc.fills, fill{x: left, width: right - left, color: tint})
			l.path.pop()
		}
		for i := range pc.fills {
			pc.fills[i].height = pc.height
		}
		l.flow.add(pc)
	}
	l.flow.space = l.theme.blockSpace
}

// cardGrid is how many cards stand side by side, rows as even as possible, and
// the style of their values: one size for all, so large that the widest fits.
func (l *layouter) cardGrid(n int, widest int32, width length) (int, style) {
	columns := 3
	switch n {
	case 1, 2:
		columns = 2
	case 4, 7, 8:
		columns = 4
	}
	for {
		st := l.theme.cardValue
		room := (width+cardGap)/length(columns) - cardGap - 2*cardPadX
		for em(st.size, widest) > room && st.size > 15*pt {
			st.size -= pt / 2
		}
		if em(st.size, widest) <= room || columns == 1 {
			return columns, st
		}
		if columns--; n == 4 {
			columns = min(columns, 2)
		}
	}
}

// card sets one figure: its name, the value, then what is said of it.
func (l *layouter) card(c *doc.Card, value text, valueStyle style, x, width length) (content, length) {
	var out content
	y := length(0)
	add := func(t text, st style) {
		for _, ln := range l.lines(t, st, x, width) {
			out.shift(&ln.content, y)
			y += st.lead
		}
	}
	add(l.plain(c.Name, false), l.theme.cardName)
	add(value, valueStyle)
	note := l.theme.cardNote
	note.color = toneColor(c.Tone, note.color)
	add(l.inlines(c.Notes, false), note)
	return out, y
}

// sceneUnit is a unit of a chart's scene in thousandths of a length.
const sceneUnit = 1000 * pt / chart.UnitsPerPoint

// scaled is how long something of a scene is on the page, where unit is one of
// the scene's.
func scaled(v int32, unit length) length { return length(v) * unit / 1000 }

// chart sets a picture with its label and caption below. One that no page can
// hold is continued on the next, or, where it cannot be parted, made smaller.
func (l *layouter) chart(c *doc.Chart, x, width length) {
	if !l.checkChart(c) {
		return
	}
	most := l.theme.room() - 3*l.theme.caption.lead
	scenes, err := chart.Split(c, chart.Options{
		Width: int32(width * 1000 / sceneUnit), Missing: l.doc.Words.Missing, Lang: l.doc.Lang, Measure: l.faces,
	}, int32(max(1, most*1000/sceneUnit)))
	if err != nil {
		l.problem(msgChart, err)
		return
	}
	for i, scene := range scenes {
		unit := sceneUnit
		if h := scaled(scene.Height, unit); h > most && most > 0 {
			unit = unit * most / h
		}
		l.scene(scene, x+(width-scaled(scene.Width, unit))/2, unit)
		label, st := c.Label, l.theme.caption
		if i > 0 {
			label, st.role = continued(l.doc.Words.Continued, label), roleContinued
		}
		l.flow.glued, l.again = true, i > 0
		l.text(l.inlines(l.labelled(label, c.Caption), true), st, x, width, 4*pt)
		l.flow.glued, l.again = false, false
		l.flow.space = l.theme.blockSpace
	}
	for i, note := range c.Notes {
		l.path.push("notes", i)
		l.flow.glued = true
		l.flow.space = 0
		l.text(l.inlines(note, false), l.theme.tableNote, x, width, 2*pt)
		l.path.pop()
	}
	l.flow.glued = false
	l.flow.space = l.theme.blockSpace
}

// scene adds one picture.
func (l *layouter) scene(scene *chart.Scene, x, unit length) {
	pc := piece{space: l.theme.blockSpace, height: scaled(scene.Height, unit)}
	for _, it := range scene.Items {
		switch it := it.(type) {
		case *chart.Path:
			pc.shapes = append(pc.shapes, shape{x: x, path: it, unit: unit})
		case *chart.Text:
			pc.runs = append(pc.runs, l.chartText(it, x, unit))
		}
	}
	l.flow.add(pc)
}

// chartText is a text of a scene as a run: set rune by rune, as the scene
// measured it.
func (l *layouter) chartText(t *chart.Text, x, unit length) run {
	l.placed = typeset.Row(l.placed[:0], l.faces, t.Text, t.Bold)
	return run{
		x: x + scaled(t.X, unit), y: scaled(t.Y, unit), size: scaled(t.Size, unit),
		color: color(t.Color.R)<<16 | color(t.Color.G)<<8 | color(t.Color.B),
		role:  roleChart, turned: t.Turns, glyphs: l.glyphs(l.placed, 0),
	}
}

// checkChart records what is not valid UTF-8 in a chart's own texts.
func (l *layouter) checkChart(c *doc.Chart) bool {
	before := len(l.problems)
	l.valid(c.Alt)
	l.valid(c.Unit)
	for _, s := range c.Categories {
		l.valid(s)
	}
	for _, s := range c.Series {
		l.valid(s.Name)
		for _, p := range s.Points {
			l.valid(p.Text)
		}
	}
	for _, t := range c.Ticks {
		l.valid(t.Text)
	}
	return len(l.problems) == before
}
