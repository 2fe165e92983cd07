package markdown

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"example.com/channelreport/report/chart"
	"example.com/channelreport/report/doc"
)

// An asset is a file beside the Markdown.
type asset struct {
	name string
	svg  []byte
}

// chart writes a chart as an image with its caption below, or as a table of
// its values.
func (w *writer) chart(c *doc.Chart) {
	w.charts++
	if w.renderer.Asset == nil {
		w.paragraph(w.anchor(c))
		w.values(c)
	} else {
		w.image(c)
	}
	w.paragraph(w.inline(strong(w.caption(c.Label, c.Caption)), true))
	w.notes(c.Notes)
}

func (w *writer) image(c *doc.Chart) {
	scene, err := chart.Draw(c, chart.Options{Missing: w.doc.Words.Missing, Lang: w.doc.Lang})
	if err != nil {
		w.fail(err)
		return
	}
	name := w.assetName(c.ID)
	w.assets = append(w.assets, asset{name, scene.SVG()})
	alt := c.Alt
	if alt == "" {
		alt = strings.TrimSpace(w.doc.Words.Figure + " " + doc.PlainText(c.Caption))
	}
	alt = strings.Join(strings.FieldsFunc(alt, isBreak), " ") // an image's text has no lines
	w.paragraph(w.anchor(c) + "![" + w.text(alt, false) + string(escapeURL([]byte("]("), name)) + ")")
}

// assetName returns the name of a chart's file: its id, if a file may be
// called that and none is yet.
func (w *writer) assetName(id string) string {
	dir := ""
	if w.renderer.Dir != "" {
		dir = strings.TrimSuffix(w.renderer.Dir, "/") + "/"
	}
	name := dir + id + ".svg"
	for n := w.charts; !isFileName(id) || w.hasAsset(name); n++ {
		id = "chart-" + strconv.Itoa(n)
		name = dir + id + ".svg"
	}
	return name
}

// hasAsset knows no case, as some file systems do not.
func (w *writer) hasAsset(name string) bool {
	for _, a := range w.assets {
		if strings.EqualFold(a.name, name) {
			return true
		}
	}
	return false
}

// isFileName reports whether an id is a file name everywhere: letters, digits,
// hyphens and underscores.
func isFileName(id string) bool {
	for _, r := range id {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_' {
			return false
		}
	}
	return id != "" && len(id) <= 100
}

// values writes a chart's points as a table, a row a category. One without any
// has none.
func (w *writer) values(c *doc.Chart) {
	if len(c.Series) == 0 {
		return
	}
	t := &doc.Table{Columns: []doc.Column{{}}, Rows: make([]doc.Row, len(c.Categories))}
	for i, name := range c.Categories {
		t.Rows[i].Cells = []doc.Cell{textCell(name)}
	}
	for _, s := range c.Series {
		if len(s.Points) != len(c.Categories) {
			w.fail(fmt.Errorf("chart %q: series %q: %d points for %d categories", c.ID, s.Name, len(s.Points), len(c.Categories)))
			return
		}
		t.Columns = append(t.Columns, doc.Column{Title: []doc.Inline{doc.Text{Text: s.Name + w.unit(c)}}, Align: doc.Right})
		for i, p := range s.Points {
			text := p.Text
			if p.Missing {
				text = w.doc.Words.Missing
			}
			t.Rows[i].Cells = append(t.Rows[i].Cells, textCell(text))
		}
	}
	w.table(t)
}

func textCell(text string) doc.Cell {
	return doc.Cell{Lines: [][]doc.Inline{{doc.Text{Text: text}}}}
}

// unit returns a chart's unit in brackets of the document's language.
func (w *writer) unit(c *doc.Chart) string {
	switch {
	case c.Unit == "":
		return ""
	case strings.HasPrefix(w.doc.Lang, "zh"):
		return "（" + c.Unit + "）"
	}
	return " (" + c.Unit + ")"
}
