// Package finish turns the file that the PDF engine wrote into the file that
// the user gets.
//
// The engine (fpdf) makes pages, rules, fills and paths. It is given no font
// and no text: text stands in the page contents as raw operators that name
// fonts /F1, /F2 … and glyphs by number. What the engine cannot do, or does
// badly with Chinese text, is done here, in one pass over its output:
//
//   - fonts, cut to the glyphs used, with a map back to Unicode, so that text
//     can be searched and copied;
//   - the outline, and links within the document and out of it;
//   - title, author and dates, in any language;
//   - compression, once and fast.
//
// The engine must write without compression and with a classic
// cross-reference table, which fpdf does after SetCompression(false).
//
//	err := finish.Write(w, raw, &finish.Document{
//		Info:  finish.Info{Title: "三季度渠道运营报告"},
//		Lang:  "zh-CN",
//		Date:  "2026-10-08",
//		Fonts: []finish.Font{{Face: regular, Slots: slots}},
//	})
//
// # Text in the page contents
//
// Fonts[0] is /F1, Fonts[1] /F2, and so on. The code of Slots[i] is i+1, two
// bytes, big end first, in a hexadecimal or literal string:
//
//	BT /F1 10.5 Tf 1 0 0 1 72 700 Tm [<00010002> -250 <0003>] TJ ET
//
// Advance widths are those of sfnt.Font.Width, exactly.
//
// # Same bytes
//
// The output is a function of its input: the date is the document's, the file
// identifier is a digest of the content, and nothing asks the clock, a random
// source or a map's order.
//
// # How it is built
//
// parse.go and dict.go read the engine's file into numbered objects whose
// dictionaries can be edited; output.go writes objects, streams and the table
// of where they are; font.go, outline.go, link.go and text.go know one kind of
// object each. An addition to the format (tags, XMP, attachments) is one more
// file like these, and a line in Write.
package finish
