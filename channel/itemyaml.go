package channel

import "io/fs"

func (b *builder) readItems(fsys fs.FS, name string) {}
