// Package expr reads the small language in which a report asks for figures:
// the {{ }} of a sentence, the conditions and filters of a template, and the
// formulas of a book's own indicators.
//
//	sales.yoy                                    an aspect of an indicator
//	销售额.完成率 < 90% 且 销售额 > 100万           the same language in Chinese
//	of(sales, region = "华东").yoy                a function, and an aspect of it
//	gross_profit / sales                         a formula
//	tier not in ["二线", "三线"]                   a filter
//
// It is written by people who live in a spreadsheet and type Chinese. So =
// compares, numbers take %, 万, 亿 and 元, every operator word has a Chinese
// twin (且 或 非 属于 不属于), and what an input method makes of a mark or a digit
// (（ ， ＝ × ≥ 【 。) reads as the mark that was meant. There is no statement, no
// assignment and nothing to call but the functions that the reader of the tree
// knows.
//
// # From text to tree
//
// Parse gives a tree of the few kinds of Node. Two things it leaves to others.
// It knows no indicator, aspect or function: names stay as they are written,
// and kpi and report look them up and say which is unknown; Unglue helps them
// where a keyword stands inside such a name. And it knows no types: a text
// may be compared with a number, the tree is the same.
//
// From loose to tight the operators are
//
//	or
//	and
//	not
//	= == != <> < <= > >= in, not in              do not chain
//	a : b                                        a ratio; does not chain
//	+ -
//	* /
//	- x
//	x.aspect
//
// A name is a run of letters, digits and _, read whole, which is why 且 needs a
// space or a bracket on either side. A string stands in "…", “…”, '…' or ‘…’;
// its closing quote stands for itself when written twice; it ends with its line.
//
// # What is wrong, and where
//
// Whatever the text, Parse goes on to its end and returns every Problem with
// an offset in code points; the owner of the text knows which line and column
// of which file that is. Where people of a spreadsheet usually slip, the
// message says what to write: a date without quotes would be a subtraction,
// 1 < x < 5 does not mean what it seems to, sales.yoy() is yoy(sales),
// 销售额>0且目标>0 wants spaces. At one offset only the first problem is kept, and
// an expression with a problem has a tree all the same, so that the names in it
// can be checked at once.
//
// # From tree to text
//
// Format writes a tree in one canonical form, which reads back as the same
// tree. It identifies a figure wherever the figure is printed.
//
// Numbers are exact decimals. Texts have a largest length, depth and number of
// digits, so that none can make the work behind slow. Everything here is a
// function of its arguments; trees are not changed after they are returned and
// may be shared.
package expr
