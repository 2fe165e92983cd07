package numbers

import (
	"bufio"
	"context"
	"encoding/csv"
	"io"
	"strconv"

	"example.com/channelreport/report/doc"
)

// Schema names what Render writes.
const Schema = "channelreport/numbers/v1"

// Render writes numbers.json: the document's provenance and all its figures,
// one a line. Everything is checked before the first byte, so only ctx and w
// can leave a part behind. It fails with their errors, or where a figure
// contradicts itself or a text is not UTF-8.
func Render(ctx context.Context, w io.Writer, d *doc.Document) error {
	return render(ctx, w, d, func(out *bufio.Writer) error {
		e := &encoder{}
		e.head(d)
		for i := range d.Figures {
			if i > 0 {
				e.b = append(e.b, ',')
			}
			e.b = append(e.b, '\n')
			e.figure(&d.Figures[i])
			if err := flush(ctx, out, &e.b, i); err != nil {
				return err
			}
		}
		e.b = append(e.b, "\n]}\n"...)
		_, err := out.Write(e.b)
		return err
	})
}

// columns of the CSV twin.
var columns = []string{"id", "aspect", "group", "period", "expr", "unit", "num", "den", "shown", "formula", "facts", "reason", "notes"}

// RenderCSV writes the figures as CSV, one row each below a header; group is
// the JSON object of numbers.json, and shown and notes are joined by " · ". It
// fails as Render does.
func RenderCSV(ctx context.Context, w io.Writer, d *doc.Document) error {
	return render(ctx, w, d, func(out *bufio.Writer) error {
		rows := csv.NewWriter(out)
		if err := rows.Write(columns); err != nil {
			return err
		}
		e := &encoder{}
		record := make([]string, len(columns))
		for i := range d.Figures {
			f := &d.Figures[i]
			e.b = e.b[:0]
			e.group(f.Group)
			record[0], record[1], record[2], record[3], record[4] = f.ID, f.Aspect, string(e.b), f.Period, f.Expr
			record[5], record[6], record[7], record[8], record[9] = f.Unit, f.Num, f.Den, join(f.Shown), f.Formula
			record[10], record[11], record[12] = strconv.Itoa(f.Facts), f.Reason, join(f.Notes)
			if err := rows.Write(record); err != nil {
				return err
			}
			if err := sometimes(ctx, i); err != nil {
				return err
			}
		}
		rows.Flush()
		return rows.Error()
	})
}

// render checks a document and writes it through a buffer.
func render(ctx context.Context, w io.Writer, d *doc.Document, write func(*bufio.Writer) error) error {
	if err := check(ctx, d); err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<16)
	if err := write(out); err != nil {
		return err
	}
	return out.Flush()
}

// flush hands on what an encoder holds after the i-th figure.
func flush(ctx context.Context, out *bufio.Writer, b *[]byte, i int) error {
	if _, err := out.Write(*b); err != nil {
		return err
	}
	*b = (*b)[:0]
	return sometimes(ctx, i)
}

// sometimes asks ctx at every thousandth figure or so: asking costs as much as
// writing one.
func sometimes(ctx context.Context, i int) error {
	if i&1023 != 0 {
		return nil
	}
	return ctx.Err()
}

func join(texts []string) string {
	switch len(texts) {
	case 0:
		return ""
	case 1:
		return texts[0]
	}
	b := []byte(texts[0])
	for _, s := range texts[1:] {
		b = append(append(b, " · "...), s...)
	}
	return string(b)
}
