package finish

import "fmt"

// dest returns a destination: a page, and the height on it; the reader keeps
// its magnification.
func (f *file) dest(d Dest) ([]byte, error) {
	n, err := f.page(d.Page)
	if err != nil {
		return nil, err
	}
	b := fmt.Appendf(nil, "[%d 0 R/XYZ null ", n)
	b = appendLength(b, d.Y)
	return append(b, " null]"...), nil
}

// page returns the object number of a page.
func (f *file) page(i int) (int, error) {
	if i < 0 || i >= len(f.pages) {
		return 0, fmt.Errorf("page %d of %d", i, len(f.pages))
	}
	return f.pages[i], nil
}

// writeLinks writes the links and adds them to their pages.
func (o *output) writeLinks(f *file, links []Link) error {
	annotations := make([][]byte, len(f.pages))
	for i, l := range links {
		d, err := f.link(l)
		if err != nil {
			return fmt.Errorf("finish: link %d: %w", i, err)
		}
		n := o.reserve()
		o.dict(n, d)
		annotations[l.Page] = append(append(annotations[l.Page], ' '), reference(n)...)
	}
	for i, list := range annotations {
		if list == nil {
			continue
		}
		page := &f.objects[f.pages[i]]
		list[0] = '['
		page.dict = page.dict.with("Annots", append(list, ']'))
	}
	return nil
}

// link returns the annotation of a link. Flag 4 says that it is printed, which
// archives ask for; there is nothing to see of it.
func (f *file) link(l Link) (dict, error) {
	if _, err := f.page(l.Page); err != nil {
		return nil, err
	}
	area := []byte{'['}
	for i, v := range []int64{l.Area.Left, l.Area.Bottom, l.Area.Right, l.Area.Top} {
		if i > 0 {
			area = append(area, ' ')
		}
		area = appendLength(area, v)
	}
	d := dict{
		{"Type", []byte("/Annot")}, {"Subtype", []byte("/Link")}, {"Rect", append(area, ']')},
		{"Border", []byte("[0 0 0]")}, {"F", []byte("4")},
	}
	if l.URI != "" {
		action := appendURI([]byte("<</S/URI/URI"), l.URI)
		return append(d, entry{"A", append(action, ">>"...)}), nil
	}
	dest, err := f.dest(l.To)
	return append(d, entry{"Dest", dest}), err
}
