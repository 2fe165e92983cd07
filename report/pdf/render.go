package pdf

import (
	"context"
	"io"

	"example.com/channelreport/channel/source"
	"example.com/channelreport/report/doc"
	"example.com/channelreport/report/internal/typeset"
)

// A Renderer turns documents into PDF files. The zero Renderer sets them in
// the embedded font and takes no substitutes. A Renderer is read only: one may
// serve any number of goroutines, if Warn may.
type Renderer struct {
	// Fonts are the faces to set documents in. The zero Fonts is the
	// embedded Noto Sans SC, regular and bold.
	Fonts Fonts

	// Warn, if set, is told of each rune that no font has, once a document: how
	// often it occurs and the words around it where it stands first.
	// In a draft 〓 then stands in its place. Without Warn, and in a final
	// report always, such a rune is an error.
	Warn func(*source.Error)
}

// Render writes d to w as PDF with the zero Renderer.
func Render(ctx context.Context, w io.Writer, d *doc.Document) error {
	return Renderer{}.Render(ctx, w, d)
}

// Render writes d to w as PDF. The same document gives the same bytes. Nothing
// is written unless all has gone well.
//
// Problems with the document's text are a source.List with the path of each:
// text that is not UTF-8, runes that no font has, charts that contradict
// themselves. Other errors are those of ctx, which is looked at between blocks
// and pages, and of w.
func (r Renderer) Render(ctx context.Context, w io.Writer, d *doc.Document) error {
	fs, err := newFaces(r.Fonts)
	if err != nil {
		return err
	}
	p, err := r.plan(ctx, d, fs, newTheme(d.Lang))
	if err != nil {
		return err
	}
	return p.draw(ctx, w, fs)
}

// plan lays a document out and judges what its text lacks.
func (r Renderer) plan(ctx context.Context, d *doc.Document, fs *faces, t theme) (*plan, error) {
	l := &layouter{theme: t, doc: d, faces: fs}
	l.setter = typeset.Setter{Metrics: fs, Western: !chinese(d.Lang)}
	p, err := l.layout(ctx)
	if err != nil {
		return nil, err
	}
	if err := l.judge(r.Warn); err != nil {
		return nil, err
	}
	return p, nil
}
