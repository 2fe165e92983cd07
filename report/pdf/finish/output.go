package finish

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// An output is the finished file as it grows.
type output struct {
	data    []byte
	offsets []int // of objects by number; 0 is not written
	packer  *packer
}

// header names the version, and says in four bytes that no text has that the
// file is not text.
const header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"

func newOutput(objects, size int) *output {
	o := &output{
		data:    make([]byte, 0, size),
		offsets: make([]int, objects, objects+64),
		packer:  packers.Get().(*packer),
	}
	o.data = append(o.data, header...)
	return o
}

// reserve returns the next free object number.
func (o *output) reserve() int {
	o.offsets = append(o.offsets, 0)
	return len(o.offsets) - 1
}

func (o *output) begin(n int) {
	o.offsets[n] = len(o.data)
	o.data = strconv.AppendInt(o.data, int64(n), 10)
	o.data = append(o.data, " 0 obj\n"...)
}

func (o *output) end() { o.data = append(o.data, "\nendobj\n"...) }

// object writes an object of a formatted text.
func (o *output) object(n int, format string, args ...any) {
	o.begin(n)
	o.data = fmt.Appendf(o.data, format, args...)
	o.end()
}

// dict writes a dictionary.
func (o *output) dict(n int, d dict) {
	o.begin(n)
	o.data = d.appendTo(o.data)
	o.end()
}

// stream writes an object with a dictionary and a stream, compressed unless the
// dictionary says that it is already.
func (o *output) stream(n int, d dict, data []byte) error {
	if d.get("Filter") == nil {
		packed, err := o.packer.pack(data)
		if err != nil {
			return err
		}
		data = packed
		d = d.with("Filter", []byte("/FlateDecode"))
	}
	d = d.with("Length", strconv.AppendInt(nil, int64(len(data)), 10))
	o.begin(n)
	o.data = d.appendTo(o.data)
	o.data = append(o.data, "\nstream\n"...)
	o.data = append(o.data, data...)
	o.data = append(o.data, "\nendstream"...)
	o.end()
	return nil
}

// release gives back what can be used again.
func (o *output) release() { packers.Put(o.packer) }

// close writes the cross-reference table and the trailer, and returns the
// file. The identifier is a digest of all objects.
func (o *output) close(root, info int) []byte {
	digest := sha256.Sum256(o.data)
	table := len(o.data)
	o.data = fmt.Appendf(o.data, "xref\n0 %d\n", len(o.offsets))
	for _, offset := range o.offsets {
		if offset == 0 { // not in use, as number 0 never is
			o.data = append(o.data, "0000000000 65535 f \n"...)
			continue
		}
		o.data = fmt.Appendf(o.data, "%010d 00000 n \n", offset)
	}
	o.data = fmt.Appendf(o.data, "trailer\n<</Size %d/Root %d 0 R", len(o.offsets), root)
	if info > 0 {
		o.data = fmt.Appendf(o.data, "/Info %d 0 R", info)
	}
	o.data = fmt.Appendf(o.data, "/ID[<%X><%X>]>>\nstartxref\n%d\n%%%%EOF\n", digest[:16], digest[:16], table)
	return o.data
}

func (d dict) appendTo(b []byte) []byte {
	b = append(b, "<<"...)
	for _, e := range d {
		b = append(b, '/')
		b = append(b, e.key...)
		if len(e.value) > 0 && !isDelimiter(e.value[0]) {
			b = append(b, ' ')
		}
		b = append(b, e.value...)
	}
	return append(b, ">>"...)
}

// A packer compresses streams. Its tables are large, so packers are used again;
// what one has packed before leaves no trace in the bytes.
type packer struct {
	writer *zlib.Writer
	out    []byte
}

var packers = sync.Pool{New: func() any { return new(packer) }}

// pack returns the compressed data, which are good until the next call. The
// fastest level takes a third of the time of the usual one, for fonts that are
// a sixth larger.
func (p *packer) pack(data []byte) ([]byte, error) {
	p.out = p.out[:0]
	if p.writer == nil {
		w, err := zlib.NewWriterLevel(p, zlib.BestSpeed)
		if err != nil {
			return nil, err
		}
		p.writer = w
	} else {
		p.writer.Reset(p)
	}
	if _, err := p.writer.Write(data); err != nil {
		return nil, err
	}
	err := p.writer.Close()
	return p.out, err
}

// Write takes what the compressor gives.
func (p *packer) Write(b []byte) (int, error) {
	p.out = append(p.out, b...)
	return len(b), nil
}
