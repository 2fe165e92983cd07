package channel

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"example.com/channelreport/channel/source"
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

// names returns the names of a dimension in either, with their first places.
func names(dim string, groups ...groupNames) map[string]place {
	all := groupNames{}
	for _, g := range groups {
		all.take(groupNames{dim: g[dim]})
	}
	return all[dim]
}

// warnOfGroups reports partners that partners.csv, if there is one, does not
// have, names that differ so little that they probably mean one group, and
// groups that only targets name.
func (b *builder) warnOfGroups() {
	dims := b.setup.factDimensions()
	b.warnOfPartners()
	for _, dim := range dims {
		if dim == PartnerID {
			continue
		}
		all := names(dim, b.groups, b.targeted)
		first := map[string]string{}
		for _, name := range sortedKeys(all) {
			core := coreOf(name)
			if other, ok := first[core]; ok {
				b.warn(all[name], msgNearGroups, name, other, dim)
				continue
			}
			first[core] = name
			if _, known := b.groups[dim][name]; !known && len(b.tally.series) > 0 && name != Unassigned {
				b.warn(all[name], msgNoSuchGroup, name, dim).Near = source.Nearest(name, sortedKeys(b.groups[dim]))
			}
		}
	}
}

// maxNearest is for how many unknown ids the nearest known one is looked for,
// which takes a look at each of them.
const maxNearest = 100

// warnOfPartners reports once each partner id that partners.csv lacks.
func (b *builder) warnOfPartners() {
	var listed []string
	for i := range b.partners {
		if b.partners[i].listed {
			listed = append(listed, b.partners[i].ID)
		}
	}
	if len(listed) == 0 {
		return
	}
	all, unknown := names(PartnerID, b.groups, b.targeted), 0
	for _, id := range sortedKeys(all) {
		if p := b.partner(id); p != nil && p.listed {
			continue
		}
		e := b.warn(all[id], msgUnknownPartner, id)
		if unknown++; unknown <= maxNearest {
			e.Near = source.Nearest(id, listed)
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
		same := slices.IndexFunc(b.files[:i], func(g File) bool { return !f.sheet && g.SHA256 == f.SHA256 && f.SHA256 != "" })
		if same >= 0 {
			b.problems.warn(inFile(f.Name), msgSameContent, b.files[same].Name)
		}
	}
	for _, pair := range b.tally.orders.shared() {
		b.problems.warn(inFile(b.files[pair.second].Name), msgSharedOrders, pair.count, b.files[pair.first].Name, pair.order)
	}
}
