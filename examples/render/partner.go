package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"strings"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
	"example.com/channelreport/report"
)

// allPartners is the value of -partner that asks for a report of every partner.
const allPartners = "all"

// renderPartners makes the reports of a template with scope: partner: one of
// them, or one for each partner of the period, each in files of its own.
func (j *job) renderPartners(ctx context.Context, run *report.Run, book *channel.Book) error {
	if j.partner != allPartners {
		p := book.Partner(j.partner)
		if p == nil || p.Direct() {
			return &source.Error{Path: "-partner " + j.partner, Message: msgNoPartner, Args: []any{j.partner}, Near: nearPartner(book, j.partner)}
		}
		return j.renderPartner(ctx, run.For(*p))
	}
	outputs, numbers := j.outputs, j.numbers
	j.concerns = map[*source.Error][]string{}
	all := 0
	defer func() { // each warning once, though many reports have it
		maps.DeleteFunc(j.concerns, func(_ *source.Error, ids []string) bool { return len(ids) == all })
		j.of = ""
		j.print(j.kept)
	}()
	for p := range run.Partners() {
		all++
		j.outputs, j.of = nil, p.ID
		for _, name := range outputs {
			j.outputs = append(j.outputs, partnerFile(name, p.ID))
		}
		if numbers != "" {
			j.numbers = partnerFile(numbers, p.ID)
		}
		if err := j.renderPartner(ctx, run.For(p)); err != nil {
			return err
		}
		if j.strict { // one warning of the last is enough to write none
			continue
		}
		if !j.check {
			if err := j.write(); err != nil {
				return err
			}
		}
		j.files = nil
	}
	j.outputs, j.numbers = outputs, numbers
	return nil
}

// concerned says whose reports a warning is about.
var concerned = source.Term{En: "partners: %s (%d in all)", Zh: "涉及伙伴：%s（共 %d 家）"}

// few lists the first of many ids.
func few(ids []string) string {
	const most = 5
	if len(ids) > most {
		return strings.Join(ids[:most], ", ") + ", …"
	}
	return strings.Join(ids, ", ")
}

// nearPartner returns the id that was probably meant by an id or a name.
func nearPartner(book *channel.Book, typed string) string {
	ids := map[string]string{}
	var known []string
	for _, p := range book.Partners() {
		if p.Direct() {
			continue
		}
		if p.Name == typed {
			return p.ID
		}
		for _, word := range []string{p.ID, p.Name} {
			if word != "" { // a masked book has no names
				ids[word] = p.ID
				known = append(known, word)
			}
		}
	}
	return ids[source.Nearest(typed, known)]
}

func (j *job) renderPartner(ctx context.Context, run *report.Run) error {
	d, err := run.Document(ctx)
	if err != nil {
		return err
	}
	return j.render(ctx, d)
}

// checkPartner reports a template and a -partner that do not go together.
func (j *job) checkPartner() error {
	switch perPartner := j.template != nil && j.template.PerPartner(); {
	case perPartner && j.partner == "":
		return &source.Error{Path: "-partner", Message: msgPartnerWanted}
	case !perPartner && j.partner != "":
		return &source.Error{Path: "-partner " + j.partner, Message: msgNotPerPartner}
	}
	return nil
}

// partnerFile puts a partner's id into the name of a file: r-P01.pdf. What a
// file name cannot hold everywhere is written as %XX.
func partnerFile(name, id string) string {
	ext := filepath.Ext(name)
	var b strings.Builder
	for _, r := range []byte(id) {
		if r < 0x20 || r == 0x7f || strings.IndexByte(`/\:*?"<>|%`, r) >= 0 {
			fmt.Fprintf(&b, "%%%02X", r)
		} else {
			b.WriteByte(r)
		}
	}
	return strings.TrimSuffix(name, ext) + "-" + b.String() + ext
}

// listNames prints every name of the language, and what the figures are today
// if there is a book.
func (j *job) listNames(ctx context.Context, book *channel.Book, period channel.Period) error {
	locale := j.language()
	names, err := report.Names(ctx, book, period, report.Options{Locale: locale})
	if err != nil {
		return err
	}
	var out bytes.Buffer
	for i, n := range names {
		if i == 0 || n.Kind != names[i-1].Kind {
			if i > 0 {
				out.WriteByte('\n')
			}
			fmt.Fprintf(&out, "# %s\n", n.Kind.In(locale))
		}
		line := n.ID + "\t" + n.Zh
		if n.Value != "" || n.Doc != "" {
			line += "\t" + n.Value
		}
		if n.Doc != "" {
			line += "\t" + n.Doc
		}
		fmt.Fprintln(&out, line)
	}
	_, err = j.stdout.Write(out.Bytes())
	return err
}
