// Package notosanssc embeds the default font of the PDF renderer, so that
// Chinese text works with no set-up: Noto Sans SC, Regular and Bold, as static
// TrueType files.
//
// Both are cut to the 12 697 code points of codepoints.txt: GB 2312, the
// 8 105 characters of 通用规范汉字表 (196 of them beyond U+FFFF), Big5 level 1,
// Latin with Vietnamese, Greek, Cyrillic, kana, punctuation, arrows,
// mathematical, box, full-width, enclosed and squared forms, as far as Noto
// Sans SC has them. Hinting and layout features are gone; outlines and names
// are untouched. make.sh makes the files again, byte for byte, from the npm
// package they are published in.
//
// The fonts are under the SIL Open Font License 1.1 (OFL.txt), not under this
// module's licence. The name Noto Sans SC is not reserved by it; 'Source' is.
package notosanssc

import _ "embed"

//go:embed NotoSansSC-Regular.ttf
var regular []byte

//go:embed NotoSansSC-Bold.ttf
var bold []byte

// Regular returns the TrueType file of weight 400. All callers share the
// bytes: they must not be changed. Safe for concurrent use.
func Regular() []byte { return regular[:len(regular):len(regular)] }

// Bold returns the TrueType file of weight 700. All callers share the bytes:
// they must not be changed. Safe for concurrent use.
func Bold() []byte { return bold[:len(bold):len(bold)] }
