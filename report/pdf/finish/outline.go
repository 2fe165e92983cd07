package finish

import "fmt"

// An item is a bookmark with its relations, as indices into the list of items;
// -1 is none, which for a parent is the outline itself.
type item struct {
	Bookmark
	parent, previous, next, first, last int
	below                               int // items below it, at any depth
}

// relate makes a tree of bookmarks in reading order, whatever their levels.
func relate(bookmarks []Bookmark) []item {
	items := make([]item, len(bookmarks))
	var path []int // the last item of each level down to the current one
	for i, b := range bookmarks {
		b.Level = min(max(b.Level, 0), len(path))
		items[i] = item{b, -1, -1, -1, -1, -1, 0}
		if b.Level < len(path) {
			items[i].previous = path[b.Level]
			items[path[b.Level]].next = i
		}
		path = append(path[:b.Level], i)
		for _, above := range path[:b.Level] {
			items[above].below++
		}
		if b.Level > 0 {
			p := path[b.Level-1]
			items[i].parent = p
			items[p].last = i
			if items[p].first < 0 {
				items[p].first = i
			}
		}
	}
	return items
}

// writeOutline writes the outline and returns its number, 0 if there are no
// bookmarks. It opens on the first two levels.
func (o *output) writeOutline(f *file, bookmarks []Bookmark) (int, error) {
	if len(bookmarks) == 0 {
		return 0, nil
	}
	root := o.reserve()
	items := relate(bookmarks)
	start := len(o.offsets) // the number of items[0]
	for range items {
		o.reserve()
	}
	visible, last := 0, 0
	for i, it := range items {
		if it.Level == 0 {
			last = i
		}
		if it.Level <= 1 {
			visible++
		}
		d, err := it.dict(f, root, start, items)
		if err != nil {
			return 0, fmt.Errorf("finish: bookmark %d: %w", i, err)
		}
		o.dict(start+i, d)
	}
	o.object(root, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", start, start+last, visible)
	return root, nil
}

func (it item) dict(f *file, root, start int, items []item) (dict, error) {
	title, err := appendText(nil, it.Title)
	if err != nil {
		return nil, err
	}
	dest, err := f.dest(it.To)
	if err != nil {
		return nil, err
	}
	parent := root
	if it.parent >= 0 {
		parent = start + it.parent
	}
	d := dict{{"Title", title}, {"Parent", reference(parent)}, {"Dest", dest}}
	for _, r := range []struct {
		key string
		to  int
	}{{"Prev", it.previous}, {"Next", it.next}, {"First", it.first}, {"Last", it.last}} {
		if r.to >= 0 {
			d = append(d, entry{r.key, reference(start + r.to)})
		}
	}
	if it.below > 0 {
		d = append(d, entry{"Count", fmt.Appendf(nil, "%d", it.count(items))})
	}
	return d, nil
}

// count is how many items a click on this one hides, or, below zero, shows.
// Items of the first level are open, others closed.
func (it item) count(items []item) int {
	children := 0
	for c := it.first; c >= 0; c = items[c].next {
		children++
	}
	if it.Level == 0 {
		return children
	}
	return -children
}
