package channel

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// groupNames are the names of groups that a book's facts use, by dimension,
// each with the place where it was first seen.
type groupNames map[string]map[string]place

// see notes a name.
func (g groupNames) see(dim, name string, at func() place) {
	names := g[dim]
	if names == nil {
		names = map[string]place{}
		g[dim] = names
	}
	if _, ok := names[name]; !ok {
		names[strings.Clone(name)] = at()
	}
}

// warn reports names that differ so little that they probably mean one group.
func (g groupNames) warn(p *problems) {
	for _, dim := range sortedKeys(g) {
		first := map[string]string{}
		for _, name := range sortedKeys(g[dim]) {
			core := coreOf(name)
			other, ok := first[core]
			if !ok {
				first[core] = name
				continue
			}
			p.warn(g[dim][name], msgNearGroups, name, other, dim)
		}
	}
}

// areaWords are the words that one person writes behind the name of an area
// and another does not.
var areaWords = []string{"大区", "片区", "地区", "区域", "城市", "区", "省", "市"}

// coreOf returns what is left of a name without white space, invisible
// characters, case, width, and the word for an area at its end.
func coreOf(name string) string {
	core := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || isInvisible(r) {
			return -1
		}
		return r
	}, name)
	core = strings.ToLower(width.Fold.String(core))
	for _, word := range areaWords {
		if rest, ok := strings.CutSuffix(core, word); ok && rest != "" {
			return rest
		}
	}
	return core
}

// warnOfFiles reports files with the same content, and order ids that two
// files share: what was probably put into the folder twice.
func (b *builder) warnOfFiles() {
	for i, f := range b.files {
		same := slices.IndexFunc(b.files[:i], func(g File) bool { return g.SHA256 == f.SHA256 && f.SHA256 != "" })
		if same >= 0 {
			b.problems.warn(inFile(f.Name), msgSameContent, b.files[same].Name)
		}
	}
	for _, pair := range b.tally.orders.sharedPairs() {
		b.problems.warn(inFile(b.files[pair.second].Name), msgSharedOrders, pair.count, b.files[pair.first].Name, pair.order)
	}
}
