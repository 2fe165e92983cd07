package numbers

import (
	"context"
	"fmt"
	"unicode/utf8"

	"example.com/channelreport/report/doc"
)

// check finds what would make a file that its readers could not trust.
func check(ctx context.Context, d *doc.Document) error {
	texts := []string{d.Organization, d.PeriodCode, d.Lang, d.Date, d.Provenance.Library, d.Provenance.Template.ID, d.Provenance.Template.SHA256}
	for _, f := range d.Provenance.Files {
		texts = append(texts, f.Name, f.SHA256, f.LastDate)
	}
	names := make([]string, len(d.Provenance.Policies))
	for i, p := range d.Provenance.Policies {
		names[i], texts = p.Name, append(texts, p.Name, p.Value)
	}
	if err := valid(texts...); err != nil {
		return fmt.Errorf("numbers: %w", err)
	}
	if name, ok := twice(names); ok {
		return fmt.Errorf("numbers: policy %q stands twice", name)
	}
	c := checker{}
	for i := range d.Figures {
		if err := c.figure(&d.Figures[i]); err != nil {
			return fmt.Errorf("numbers: figure %d (%s): %w", i, d.Figures[i].Expr, err)
		}
		if err := sometimes(ctx, i); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// A checker checks figures. It keeps its list of names from one to the next.
type checker struct{ names []string }

func (c *checker) figure(f *doc.Figure) error {
	if err := valid(f.ID, f.Aspect, f.Period, f.Expr, f.Unit, f.Num, f.Den, f.Formula, f.Reason); err != nil {
		return err
	}
	if err := valid(f.Shown...); err != nil {
		return err
	}
	if err := valid(f.Notes...); err != nil {
		return err
	}
	switch {
	case f.Absent() && (f.Reason == "" || f.Den != ""):
		return fmt.Errorf("it is absent without a reason, or with a denominator")
	case !f.Absent() && (f.Reason != "" || f.Den == ""):
		return fmt.Errorf("it has a value and a reason for absence, or no denominator")
	}
	c.names = c.names[:0]
	for _, g := range f.Group {
		if err := valid(g.Dimension, g.Value); err != nil {
			return err
		}
		c.names = append(c.names, g.Dimension)
	}
	if name, ok := twice(c.names); ok {
		return fmt.Errorf("its group has %q twice", name)
	}
	c.names = c.names[:0]
	for _, in := range f.Inputs {
		if err := valid(in.Name, in.Value); err != nil {
			return err
		}
		if err := valid(in.Files...); err != nil {
			return err
		}
		c.names = append(c.names, in.Name)
	}
	if name, ok := twice(c.names); ok {
		return fmt.Errorf("its input %q stands twice", name)
	}
	return nil
}

// valid refuses what JSON cannot hold.
func valid(texts ...string) error {
	for _, s := range texts {
		if !utf8.ValidString(s) {
			return fmt.Errorf("text %q is not valid UTF-8", s)
		}
	}
	return nil
}

// twice returns a name that is in a short list more than once.
func twice(names []string) (string, bool) {
	for i, a := range names {
		for _, b := range names[:i] {
			if a == b {
				return a, true
			}
		}
	}
	return "", false
}
