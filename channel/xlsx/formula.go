package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// hasValue reports whether the formula in a cell of type str, whose value
// reads as the empty text, has that value. Programs that compute write it as
// an empty element, others leave the element out; the engine does not tell, so
// the sheet's own XML is asked, once.
func (r *reader) hasValue(cell string) (bool, error) {
	if r.valueless == nil {
		found, err := valuelessIn(r.packed, r.sheet)
		if err != nil {
			return false, err
		}
		r.valueless = found
	}
	return !r.valueless[cell], nil
}

// valuelessIn returns the cells of a sheet that have a formula and no value.
func valuelessIn(packed []byte, sheet string) (map[string]bool, error) {
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, err
	}
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if err := decodePart(archive, "xl/workbook.xml", &book); err != nil {
		return nil, err
	}
	if err := decodePart(archive, "xl/_rels/workbook.xml.rels", &relations); err != nil {
		return nil, err
	}
	for _, s := range book.Sheets {
		for _, rel := range relations.Relationship {
			if strings.EqualFold(s.Name, sheet) && rel.ID == s.ID {
				name := path.Join("xl", rel.Target)
				if path.IsAbs(rel.Target) {
					name = rel.Target[1:]
				}
				return scanCells(archive, name)
			}
		}
	}
	return map[string]bool{}, nil
}

func decodePart(archive *zip.Reader, name string, to any) error {
	part, err := archive.Open(name)
	if err != nil {
		return err
	}
	defer part.Close()
	return xml.NewDecoder(part).Decode(to)
}

// scanCells looks at each cell of a worksheet for a formula and a value.
func scanCells(archive *zip.Reader, name string) (map[string]bool, error) {
	part, err := archive.Open(name)
	if err != nil {
		return nil, err
	}
	defer part.Close()
	found := map[string]bool{}
	var cell string
	var formula, value bool
	for decoder := xml.NewDecoder(part); ; {
		token, err := decoder.Token()
		switch {
		case errors.Is(err, io.EOF):
			return found, nil
		case err != nil:
			return nil, err
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "c":
				cell, formula, value = "", false, false
				for _, a := range e.Attr {
					if a.Name.Local == "r" {
						cell = a.Value
					}
				}
			case "f":
				formula = true
			case "v":
				value = true
			}
		case xml.EndElement:
			if e.Name.Local == "c" && formula && !value {
				found[cell] = true
			}
		}
	}
}
