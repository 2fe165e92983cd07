package report

// A locale is everything that a language says by itself: words, units, dates
// and the wording of phrases. Nothing else in the package holds a word that a
// reader sees.
type locale struct {
	tag string // zh-CN, en
}
