package sfnt

import "example.com/channelreport/channel/source"

// What can be wrong with a font that a user hands in.
var (
	msgNotFont = source.Message{
		Code: "font-format",
		En:   "not a TrueType font: the file starts with %s",
		Zh:   "不是 TrueType 字体：文件以 %s 开头",
	}
	msgEmpty = source.Message{
		Code: "font-empty",
		En:   "not a TrueType font: the file has only %d bytes",
		Zh:   "不是 TrueType 字体：文件只有 %d 字节",
	}
	msgCollection = source.Message{
		Code: "font-collection",
		En:   "a font collection (TTC) holds several fonts; give one of them as a .ttf file",
		Zh:   "字体集合（TTC）含多个字体；请提供其中一个字体的 .ttf 文件",
	}
	msgWeb = source.Message{
		Code: "font-web",
		En:   "a compressed web font (WOFF); give the .ttf file that it was made from",
		Zh:   "这是压缩的网页字体（WOFF）；请提供其原始 .ttf 文件",
	}
	msgPostScript = source.Message{
		Code: "font-postscript",
		En:   "the font has PostScript outlines (CFF); only TrueType outlines (table glyf) can be used",
		Zh:   "该字体为 PostScript 轮廓（CFF）；只支持 TrueType 轮廓（glyf 表）",
	}
	msgVariable = source.Message{
		Code: "font-variable",
		En:   "a variable font; give a static instance of the wanted weight",
		Zh:   "这是可变字体；请提供所需字重的静态字体文件",
	}
	msgEmbedding = source.Message{
		Code: "font-embedding",
		En:   "the font's own flags forbid embedding a part of it in a document (fsType %#04x)",
		Zh:   "字体自身的标记不允许将其子集嵌入文档（fsType %#04x）",
	}
	msgMissing = source.Message{
		Code: "font-table-missing",
		En:   "table %s is missing",
		Zh:   "缺少 %s 表",
	}
	msgDirectory = source.Message{
		Code: "font-directory",
		En:   "the file ends within the list of its tables",
		Zh:   "文件在表目录中途结束",
	}
	msgTruncated = source.Message{
		Code: "font-truncated",
		En:   "table %s reaches beyond the end of the file; the file is cut short or damaged",
		Zh:   "%s 表超出文件末尾；文件不完整或已损坏",
	}
	msgDamaged = source.Message{
		Code: "font-damaged",
		En:   "table %s is damaged: %s",
		Zh:   "%s 表已损坏：%s",
	}
	msgUnicode = source.Message{
		Code: "font-unicode",
		En:   "the font has no map from Unicode to glyphs that can be read (cmap format 4 or 12)",
		Zh:   "该字体没有可读取的 Unicode 字符映射（cmap 格式 4 或 12）",
	}
	msgGlyph = source.Message{
		Code: "font-glyph-damaged",
		En:   "the outline of %q (U+%04X) is damaged",
		Zh:   "字符 %q（U+%04X）的轮廓已损坏",
	}
	msgRune = source.Message{
		Code: "font-rune-missing",
		En:   "the font has no glyph for %q (U+%04X)",
		Zh:   "该字体没有字符 %q（U+%04X）的字形",
	}
	msgTooMany = source.Message{
		Code: "font-glyphs-too-many",
		En:   "%d glyphs; a font can hold 65535",
		Zh:   "共 %d 个字形；一个字体最多容纳 65535 个",
	}
)

// How a table can be damaged.
var (
	termShort     = source.Term{En: "too short", Zh: "长度不足"}
	termMagic     = source.Term{En: "wrong magic number", Zh: "标识数不符"}
	termUnits     = source.Term{En: "units per em outside 16 to 16384", Zh: "每 em 单位数不在 16 至 16384 之间"}
	termLocation  = source.Term{En: "unknown format of glyph locations", Zh: "字形位置格式未知"}
	termNoGlyphs  = source.Term{En: "no glyphs", Zh: "没有字形"}
	termNoMetrics = source.Term{En: "wrong number of widths", Zh: "字宽数量不符"}
	termNotdef    = source.Term{En: "the outline of the box for missing characters", Zh: "缺字方框的轮廓有误"}
	termOutline   = source.Term{En: "an outline that others are made of", Zh: "其他字形所引用的轮廓有误"}
	termOrder     = source.Term{En: "entries out of order or outside the font", Zh: "条目顺序错误或超出字体范围"}
)
