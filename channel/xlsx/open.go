package xlsx

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/xuri/excelize/v2"

	"example.com/channelreport/channel"
	"example.com/channelreport/channel/source"
)

// maxUnpacked is how large a workbook may be when it is unpacked.
const maxUnpacked = 128 << 20

// Open reads a book from a workbook. Its errors are a source.List of every
// problem, each with the address of its cell.
func Open(ctx context.Context, fsys fs.FS, name string) (*channel.Book, error) {
	sheets, err := open(fsys, name)
	if err != nil {
		return nil, err
	}
	return channel.OpenSheets(ctx, sheets)
}

// ReadSetup reads the sheet book of a workbook alone.
func ReadSetup(fsys fs.FS, name string) (*channel.Setup, error) {
	sheets, err := open(fsys, name)
	if err != nil {
		return nil, err
	}
	return channel.ReadSheetSetup(sheets)
}

// open unpacks a workbook.
func open(fsys fs.FS, name string) ([]*channel.Sheet, error) {
	refuse := func(m source.Message, err error, args ...any) error {
		return source.List{{Position: source.Position{File: name}, Message: m, Args: args, Err: err}}
	}
	packed, err := read(fsys, name)
	if err != nil {
		return nil, refuse(msgUnreadable, err, err)
	}
	if len(packed) > maxUnpacked {
		return nil, refuse(msgSize, nil, maxUnpacked>>20)
	}
	digest := sha256.Sum256(packed)
	w := &workbook{name: name, packed: packed}
	err = guard(func() (err error) {
		w.file, err = excelize.OpenReader(bytes.NewReader(packed), excelize.Options{
			RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked,
		})
		if err != nil {
			return err
		}
		props, err := w.file.GetWorkbookProps()
		w.from1904 = props.Date1904 != nil && *props.Date1904
		return err
	})
	switch {
	case err != nil && strings.Contains(err.Error(), "unzip size exceeds"):
		return nil, refuse(msgSize, err, maxUnpacked>>20)
	case err != nil:
		return nil, refuse(msgUnreadable, err, err)
	}
	var sheets []*channel.Sheet
	for _, sheet := range w.file.GetSheetList() {
		sheets = append(sheets, &channel.Sheet{
			Workbook: name, Name: sheet, SHA256: hex.EncodeToString(digest[:]), Rows: w.rows(sheet),
		})
	}
	return sheets, nil
}

func read(fsys fs.FS, name string) ([]byte, error) {
	file, err := fsys.Open(name)
	if err != nil {
		var path *fs.PathError
		if errors.As(err, &path) {
			err = path.Err // the name is said already
		}
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, maxUnpacked+1))
}

// guard turns a panic of the engine, which hostile files can cause, into an
// error.
func guard(call func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the workbook's parts contradict each other: %v", p)
		}
	}()
	return call()
}
