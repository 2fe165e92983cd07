package report

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"example.com/channelreport/channel/source"
)

// Where the YAML library refuses a file it says so in English, often of a line
// further up, and never in which column. The lines are looked at then for the
// slips that lead there; only where none is found the library's own reason is
// told, in the reader's language. Marks that somebody mistyped YAML often takes
// for text: they explain what is wrong with a line, and are none by themselves.

// A rawProblem is a slip found in the lines of a file.
type rawProblem struct {
	line, column int
	message      source.Message
	args         []any
	fixes        []fix // that mend it for certain, if any do
}

// A fix puts a text in the place of n characters, from a column on that counts
// from 0.
type fix struct {
	column, n int
	text      string
}

// rawProblems finds why a file is no YAML. Block texts (|, >) are prose and
// passed over.
func rawProblems(lines [][]rune) []rawProblem {
	r := rawReader{lines: lines, block: -1}
	for i := range lines {
		r.line(i)
	}
	if r.inQuote != 0 {
		r.openQuote(r.quote)
	}
	r.unclosed()
	return r.found
}

type rawReader struct {
	lines   [][]rune
	found   []rawProblem
	block   int // the indent of the line that began a block text, or -1
	indents []rawIndent
	flow    []rawBracket
	quote   rawProblem
	inQuote rune
}

// A rawIndent is a column in which lines begin: with a dash, all of them, or
// with keys. last is the key of the line that began there last, "" if it has
// none, and open says that its value stands below it. The column is tooFar
// further in than that of the keys it belongs to.
type rawIndent struct {
	column  int
	entries bool
	last    string
	open    bool
	tooFar  int
}

// A rawBracket is an open bracket, and the indent of its line.
type rawBracket struct {
	line, column, indent int
	mark                 rune
}

func (r *rawReader) report(line, column int, m source.Message, args ...any) {
	r.found = append(r.found, rawProblem{line + 1, column + 1, m, args, nil})
}

// mend notes how the slip is mended that was found last.
func (r *rawReader) mend(fixes ...fix) { r.found[len(r.found)-1].fixes = fixes }

// quoted mends the slip found last by quotes around a text.
func (r *rawReader) quoted(at int, text string) {
	if mark := quotesFor(text); !strings.Contains(text, mark) {
		r.mend(fix{at, 0, mark}, fix{at + utf8.RuneCountInString(text), 0, mark})
	}
}

// quotesFor returns the quotes for a text: single ones, unless it holds some
// and nothing that needs them.
func quotesFor(text string) string {
	if strings.Contains(text, "'") && !strings.ContainsAny(text, `"\`) {
		return `"`
	}
	return "'"
}

// mistyped are the slips that are told of a file that is YAML, on the lines in
// which something is wrong with what it means.
var mistyped = []source.Message{msgWideColon, msgColonSpace, msgWideSeparator, msgDashSpace}

var (
	blockHeader = regexp.MustCompile(`(^|[:：] *|- +)[|>][-+0-9]*( +#.*)?$`)
	keyStart    = regexp.MustCompile(`^([\p{L}_]+)(:|：)`)
	flowBegins  = regexp.MustCompile(`^ *(\{[^{]|\[[^[])`)
	proseBegins = regexp.MustCompile(`^(\{\{|\[\[|[^{[|>])`) // behind a colon
	lineKey     = regexp.MustCompile(`^("[^"]*"|'[^']*'|[^\s"'\[\]{},#&*!|>@%` + "`" + `-][^"'\[\]{}#:：]*)[:：](.*)$`)
	directive   = regexp.MustCompile(`^(%(YAML|TAG) |(---|\.\.\.)( |$))`)
	dashWord    = regexp.MustCompile(`^-[^-\s]`)
	nextEntry   = regexp.MustCompile(`^ *(\{[^{]|([\p{L}_]+)(: |:$|[:：]))`) // behind a mark that parts entries
	plainKey    = regexp.MustCompile(`^[^\s"'\[\]{},#&*!|>@%` + "`" + `][^"'\[\]{}#:：]*?: +`)
)

func (r *rawReader) line(i int) {
	raw := r.lines[i]
	text := string(raw)
	trimmed := strings.TrimLeft(text, " ")
	indent := len(text) - len(trimmed)
	if strings.TrimSpace(text) == "" {
		return
	}
	if r.block >= 0 {
		if indent > r.block && !strings.HasPrefix(trimmed, "\t") {
			return
		}
		r.block = -1
	}
	if r.inQuote != 0 { // a quoted text goes on
		r.closeQuote(i, raw, 0)
		return
	}
	for column, c := range raw {
		if c == '\t' {
			r.report(i, column, msgTabIndent)
			return
		}
		if strings.ContainsRune(wideSpaces, c) {
			r.report(i, column, msgWideIndent)
			return
		}
		if c != ' ' {
			break
		}
	}
	if strings.HasPrefix(trimmed, "#") || indent == 0 && directive.MatchString(text) {
		return
	}
	text, trimmed = strings.ReplaceAll(text, "\t", " "), strings.ReplaceAll(trimmed, "\t", " ")
	raw = []rune(text)
	entry := dashed(trimmed)
	if n := len(r.flow); n > 0 && indent <= r.flow[n-1].indent && (entry || keyStart.MatchString(trimmed)) {
		r.unclosed()
	}
	block := len(r.flow) == 0
	if block {
		r.indent(i, indent, trimmed, entry)
	}
	if blockHeader.MatchString(text) {
		r.block = indent
	}
	at := indent
	rest := raw[at:]
	for len(rest) > 1 && rest[0] == '-' && rest[1] == ' ' {
		skip := 1
		for skip < len(rest) && rest[skip] == ' ' {
			skip++
		}
		at, rest = at+skip, rest[skip:]
		if block {
			r.indents = append(r.indents, rawIndent{column: at, entries: dashed(string(rest))})
		}
	}
	if block {
		top := &r.indents[len(r.indents)-1]
		top.last, top.open = keyOfLine(string(rest))
	}
	r.entry(i, at, rest)
}

// dashed reports whether a text is an entry of a list.
func dashed(text string) bool { return text == "-" || strings.HasPrefix(text, "- ") }

// keyOfLine returns the key that a text begins with, and whether its value stands
// on the lines below.
func keyOfLine(text string) (name string, open bool) {
	m := lineKey.FindStringSubmatch(text)
	if m == nil || !knownKey(m[1]) && m[2] != "" && (m[2][0] != ' ' || !strings.HasPrefix(text, m[1]+":")) {
		return "", false
	}
	value := strings.TrimSpace(m[2])
	return m[1], value == "" || strings.ContainsRune("#&!", rune(value[0]))
}

// indent checks that a line goes back to where a line above it began, that an
// entry of a list is one, and that a list or a key may stand there.
func (r *rawReader) indent(i, indent int, text string, entry bool) {
	for n := len(r.indents); n > 0 && r.indents[n-1].column > indent; n-- {
		r.indents = r.indents[:n-1]
		if n > 1 && r.indents[n-2].column < indent {
			r.report(i, indent, msgBadIndent, indent)
			break
		}
	}
	var top rawIndent
	n := len(r.indents)
	if n > 0 {
		top = r.indents[n-1]
	}
	key, _ := keyOfLine(text)
	deeper := n == 0 || top.column < indent
	tooFar := 0
	if !deeper {
		tooFar = top.tooFar
	}
	switch {
	case dashWord.MatchString(text) && (top.entries && !deeper || top.open && mayHold(top.last, blocksKey, shapesKey, columnsKey, seriesKey, exprsKey)):
		r.report(i, indent, msgDashSpace, "- "+text[1:])
		r.mend(fix{indent + 1, 0, " "})
		entry = true
	case deeper && key != "" && !entry && top.last != "" && !top.open:
		tooFar = indent - top.column
	case deeper:
	case top.entries && !entry:
		r.report(i, indent, msgNoDash)
		r.indents[n-1].entries = false
	case entry && !top.entries && top.last != "" && !top.open:
		r.report(i, indent, msgListHere, top.last)
		r.indents[n-1].open = true
	case key != "" && !entry && !top.entries && top.last == "":
		r.report(i, indent, msgKeyBelowText, key)
	}
	if tooFar > 0 && key != "" {
		r.report(i, indent, msgTooFarIn, key, tooFar)
		r.mend(fix{indent - tooFar, tooFar, ""})
	}
	if deeper {
		r.indents = append(r.indents, rawIndent{column: indent, entries: entry, tooFar: tooFar})
	}
}

// unclosed reports the brackets that are still open.
func (r *rawReader) unclosed() {
	for _, b := range r.flow {
		r.report(b.line, b.column, msgUnclosedBracket, string(b.mark))
	}
	r.flow = nil
}

// entry looks at a key with its value, or a value alone.
func (r *rawReader) entry(i, at int, rest []rune) {
	text := string(rest)
	if n, slip := r.key(i, at, text); slip {
		for n < len(rest) && rest[n] == ' ' {
			n++
		}
		r.value(i, at+n, rest[n:])
		return
	}
	if m := plainKey.FindString(text); m != "" {
		n := utf8.RuneCountInString(m)
		key := strings.TrimRight(m, ": ")
		if at > indentOf(r.lines[i]) && words(key) && proseBegins.MatchString(text[len(m):]) {
			r.report(i, at+utf8.RuneCountInString(key), msgColonInside)
			r.quoted(at, strings.TrimRight(text, " "))
			return
		}
		r.value(i, at+n, rest[n:])
		return
	}
	r.value(i, at, rest)
}

// key reports a key whose colon is of full width or without a space, and returns
// where its value begins.
func (r *rawReader) key(i, at int, text string) (value int, slip bool) {
	m := keyStart.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	rest := strings.TrimPrefix(text, m[0])
	colon := utf8.RuneCountInString(m[1])
	switch {
	case !knownKey(m[1]) && !flowBegins.MatchString(rest):
		return 0, false
	case m[2] == "：":
		r.report(i, at+colon, msgWideColon, strings.TrimSpace(m[1]+": "+strings.TrimSpace(rest)))
	case rest != "" && rest[0] != ' ':
		r.report(i, at+colon, msgColonSpace, m[1]+": "+rest)
	default:
		return 0, false
	}
	r.mend(fix{at + colon, 1, ": "})
	return colon + 1, true
}

// value looks at how a value begins, and at what stands in it.
func (r *rawReader) value(i, at int, rest []rune) {
	text := strings.TrimRight(string(rest), " ")
	switch {
	case text == "":
	case strings.HasPrefix(text, "{{"), strings.HasPrefix(text, "[["):
		r.report(i, at, msgQuoteBraces, text[:2])
		r.quoted(at, text)
	case rest[0] == '｛' || rest[0] == '［':
		r.report(i, at, msgWideBrackets, string(rest[0]), map[rune]string{'｛': "{ }", '［': "[ ]"}[rest[0]])
	case strings.ContainsRune("*@%`!&", rest[0]):
		r.report(i, at, msgQuoteMark, string(rest[0]))
		r.quoted(at, text)
	case len(r.flow) > 0 || strings.ContainsRune("\"'{[", rest[0]):
		r.brackets(i, at, rest)
	default:
		if j := strings.Index(text, ": "); j >= 0 && !strings.Contains(text[:j], " #") {
			r.report(i, at+utf8.RuneCountInString(text[:j]), msgColonInside)
			r.quoted(at, text)
		}
	}
}

// yamlReasons are what the YAML library says, in both languages. A file gets
// there only if none of the usual slips was found in it.
var yamlReasons = []struct {
	text string
	term source.Term
}{
	{"found a tab character", source.Term{En: "a tab where spaces are expected", Zh: "此处应为空格，却是制表符（Tab）"}},
	{"found character that cannot start any token", source.Term{En: "a value cannot begin with this character; put it in quotes", Zh: "值不能以此字符开头，请加引号"}},
	{"mapping values are not allowed", source.Term{En: "a colon with a space where no key may stand; put the text in quotes", Zh: "此处不能出现“冒号加空格”，请给整段文字加引号"}},
	{"mapping keys are not allowed", source.Term{En: "no key may stand here", Zh: "此处不能出现键"}},
	{"could not find expected ':'", source.Term{En: "a key without a colon", Zh: "键后面缺少冒号"}},
	{"did not find expected key", source.Term{En: "the lines around here are not indented alike, or something stands behind a quoted text", Zh: "附近的缩进不一致，或引号之后还有内容"}},
	{"did not find expected '-'", source.Term{En: "an entry of the list does not begin with - like the others", Zh: "列表中有一项没有像其他项那样以 - 开头"}},
	{"did not find expected ',' or ']'", source.Term{En: "a list in [ ] is not closed", Zh: "[ ] 列表没有写完"}},
	{"did not find expected ',' or '}'", source.Term{En: "a mapping in { } is not closed", Zh: "{ } 没有写完"}},
	{"found unexpected end of stream", source.Term{En: "a quote is not closed", Zh: "引号没有闭合"}},
	{"unknown anchor", source.Term{En: "a value that begins with * needs quotes", Zh: "以 * 开头的值须加引号"}},
	{"did not find expected alphabetic or numeric character", source.Term{En: "a value that begins with * or & needs quotes", Zh: "以 * 或 & 开头的值须加引号"}},
	{"did not find expected comment or line break", source.Term{En: "text stands behind | or >; it goes on the next line", Zh: "| 或 > 之后不能有文字，请另起一行"}},
	{"found unknown escape character", source.Term{En: "a backslash in double quotes; use single quotes", Zh: "双引号内有反斜杠，请改用单引号"}},
	{"block sequence entries are not allowed", source.Term{En: "no list may begin here; begin it on a line of its own", Zh: "列表不能从这里开始，请另起一行"}},
	{"found incompatible YAML document", source.Term{En: "remove the line %YAML: another version of YAML is read here", Zh: "请删去 %YAML 一行：此处不支持该版本的 YAML"}},
	{"control characters are not allowed", source.Term{En: "a control character", Zh: "含有控制字符"}},
	{"UTF-8", source.Term{En: "this is no UTF-8; save the file as UTF-8", Zh: "文件不是 UTF-8 编码，请另存为 UTF-8"}},
	{"Unicode", source.Term{En: "this is no UTF-8; save the file as UTF-8", Zh: "文件不是 UTF-8 编码，请另存为 UTF-8"}},
}

var yamlErrorLine = regexp.MustCompile(`^yaml: (line \d+: )?`)

// yamlReason says in both languages what the library's error says.
func yamlReason(text string) any {
	for _, r := range yamlReasons {
		if strings.Contains(text, r.text) {
			return r.term
		}
	}
	return yamlErrorLine.ReplaceAllString(text, "")
}
