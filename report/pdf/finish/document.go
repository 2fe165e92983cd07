package finish

import "example.com/channelreport/report/pdf/sfnt"

// A Document says what the engine's file lacks. The zero Document adds
// nothing and only compresses. Write does not change it.
//
// Pages are numbered from 0. Lengths are in 1/100 pt, in the coordinates of
// the page contents: from the page's left and lower edge.
type Document struct {
	Info    Info
	Lang    string // language of the text, such as zh-CN; "" leaves it unsaid
	Date    string // day of the report, 2026-10-08; "" leaves it unsaid
	Fonts   []Font
	Outline []Bookmark // in reading order
	Links   []Link
}

// Info is what a reader's "document properties" shows. Empty texts are left
// out.
type Info struct {
	Title    string
	Author   string
	Subject  string
	Keywords string
	Creator  string // the program that wrote the document
	Producer string // the program that wrote the PDF
}

// A Font is a face and the slots of it that the page contents use; the code of
// Slots[i] is i+1. A font without slots is left out of the file, and its name
// stays unused.
type Font struct {
	Face  *sfnt.Font
	Slots []sfnt.Slot
}

// A Dest is a place in the document: a page, and the height on it that comes
// to the upper edge of the reader's window.
type Dest struct {
	Page int
	Y    int64
}

// A Bookmark is an entry of the outline. Levels count from 0. A level that
// skips one (0, then 2) is raised to the next below its predecessor's.
type Bookmark struct {
	Title string
	Level int
	To    Dest
}

// A Link makes an area of a page lead to a place in the document, or, with a
// URI, out of it.
type Link struct {
	Page int
	Area Rect
	To   Dest
	URI  string
}

// A Rect is an area of a page.
type Rect struct{ Left, Bottom, Right, Top int64 }
