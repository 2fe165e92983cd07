package finish

import "io"

// Write completes the engine's file raw with what the document adds, and
// writes the result to w in one piece, after everything has succeeded. It
// changes neither raw nor the document, and may be called from several
// goroutines.
//
// Errors: *Malformed for a raw that is not as the engine writes; a source.List
// of package sfnt for a font that cannot be cut; others for a document that
// names a page that is not there, or has a text that is not UTF-8 or a date
// that is no day; and what w returns.
func Write(w io.Writer, raw []byte, d *Document) error {
	data, err := finish(raw, d)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

func finish(raw []byte, d *Document) ([]byte, error) {
	f, err := parse(raw)
	if err != nil {
		return nil, err
	}
	o := newOutput(len(f.objects), len(raw))
	defer o.release()
	fonts, err := o.writeFonts(d.Fonts)
	if err != nil {
		return nil, err
	}
	if err := f.addFonts(fonts); err != nil {
		return nil, err
	}
	if err := o.writeLinks(f, d.Links); err != nil {
		return nil, err
	}
	outline, err := o.writeOutline(f, d.Outline)
	if err != nil {
		return nil, err
	}
	info, err := o.writeInfo(f.info, d)
	if err != nil {
		return nil, err
	}
	root, err := o.writeCatalog(f, d, outline)
	if err != nil {
		return nil, err
	}
	if err := o.copyObjects(f); err != nil {
		return nil, err
	}
	return o.close(root, info), nil
}

// addFonts puts the fonts into the resources that pages use: one dictionary
// for all pages, as a rule.
func (f *file) addFonts(fonts dict) error {
	if len(fonts) == 0 {
		return nil
	}
	done := make(map[int]bool)
	for _, page := range f.pages {
		n := f.objects[page].dict.ref("Resources")
		if done[n] {
			continue
		}
		done[n] = true
		if !f.has(n) {
			return &Malformed{0, "a page without resources of its own"}
		}
		resources := &f.objects[n]
		present := dict{}
		if old := resources.dict.get("Font"); old != nil {
			var err error
			if present, err = scan(old, 0).dict(); err != nil {
				return err
			}
		}
		for _, e := range fonts {
			present = present.with(e.key, e.value)
		}
		resources.dict = resources.dict.with("Font", present.appendTo(nil))
	}
	return nil
}

// writeInfo writes the document's properties in place of the engine's, and
// returns their number, 0 if there are none.
func (o *output) writeInfo(old int, d *Document) (int, error) {
	var properties dict
	for _, p := range []struct{ key, text string }{
		{"Title", d.Info.Title}, {"Author", d.Info.Author}, {"Subject", d.Info.Subject},
		{"Keywords", d.Info.Keywords}, {"Creator", d.Info.Creator}, {"Producer", d.Info.Producer},
	} {
		if p.text == "" {
			continue
		}
		text, err := appendText(nil, p.text)
		if err != nil {
			return 0, err
		}
		properties = append(properties, entry{p.key, text})
	}
	if d.Date != "" {
		date, err := appendDate(nil, d.Date)
		if err != nil {
			return 0, err
		}
		properties = append(properties, entry{"CreationDate", date}, entry{"ModDate", date})
	}
	if properties == nil {
		return 0, nil
	}
	if old == 0 {
		old = o.reserve()
	}
	o.dict(old, properties)
	return old, nil
}

// writeCatalog writes a catalog of our own. Of the engine's it takes only the
// pages: the rest is empty name trees and a view that nobody asked for.
func (o *output) writeCatalog(f *file, d *Document, outline int) (int, error) {
	catalog := dict{{"Type", []byte("/Catalog")}, {"Pages", f.objects[f.root].dict.get("Pages")}}
	if d.Lang != "" {
		lang, err := appendText(nil, d.Lang)
		if err != nil {
			return 0, err
		}
		catalog = append(catalog, entry{"Lang", lang})
	}
	if d.Info.Title != "" {
		catalog = append(catalog, entry{"ViewerPreferences", []byte("<</DisplayDocTitle true>>")})
	}
	if outline > 0 {
		catalog = append(catalog, entry{"Outlines", reference(outline)}, entry{"PageMode", []byte("/UseOutlines")})
	}
	o.dict(f.root, catalog)
	return f.root, nil
}

// copyObjects writes the engine's objects, except those that were written
// anew.
func (o *output) copyObjects(f *file) error {
	for n, object := range f.objects {
		switch {
		case object.absent || n == f.root || n == f.info:
		case object.stream != nil:
			if err := o.stream(n, object.dict, object.stream); err != nil {
				return err
			}
		case object.dict != nil:
			o.dict(n, object.dict)
		default:
			o.begin(n)
			o.data = append(o.data, object.other...)
			o.end()
		}
	}
	return nil
}
