package report

// A style is how one book's figures are printed in one locale.
type style struct{}
