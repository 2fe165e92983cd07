package expr

import (
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// The longest numbers that an expression may hold, 万 and 亿 written out and %
// divided out, so that no text can make the arithmetic slow.
const (
	MaxDigits = 64 // of them in all
	MaxPlaces = 34 // behind the point
)

// number reads digits, a fraction and the units behind them. A word may not
// follow without a space, unless it is an operator's.
func (l *lexer) number(t *token) {
	if l.date(t) {
		return
	}
	n := &Number{}
	digits, places := l.digits(), 0
	if before := l.cursor; l.accept('.') {
		fraction := l.digits()
		if fraction == "" { // the point belongs to what follows
			l.cursor = before
		}
		digits += fraction
		places = len(fraction)
	}
	places += l.units(n)
	n.Span = Span{t.from, l.at}
	n.Value = l.decimal(t, digits, places)
	t.kind, t.literal = tokNumber, n

	if before := l.cursor; l.wordFollows() {
		var glued token
		l.word(&glued)
		if glued.kind == tokOperator || leadingKeyword(glued.word) != "" {
			l.cursor = before // the parser knows what to say
		} else {
			l.report(before.at, msgGluedNumber)
		}
	}
}

func (l *lexer) wordFollows() bool {
	r, n := l.peek()
	return n > 0 && inWord(fold(r))
}

// digits reads a run of digits, which may be empty.
func (l *lexer) digits() string {
	start := l.i
	for {
		r, n := l.peek()
		if !digit(fold(r)) {
			return strings.Map(fold, l.text[start:l.i])
		}
		l.skip(n)
	}
}

// units reads what may stand behind the digits, after a space or none, and
// returns by how many places it moves the point to the left.
func (l *lexer) units(n *Number) (places int) {
	before := l.cursor
	for r, size := l.peek(); size > 0 && unicode.IsSpace(r); r, size = l.peek() {
		l.skip(size)
	}
	unit := l.cursor
	if l.accept('%') {
		n.Percent = true
		return 2
	}
	if l.accept('万') {
		places -= 4
	}
	if l.accept('亿') {
		places -= 8
	}
	money := l.accept('元')
	if unit != before && (l.cursor == unit || l.wordFollows()) { // no unit, or a word that begins like one
		l.cursor = before
		return 0
	}
	n.Money = money
	return places
}

// decimal makes the number out of its digits, of which places stand behind the
// point (or so many zeros are missing before it), without zeros that mean
// nothing: equal numbers are equal in every bit.
func (l *lexer) decimal(t *token, digits string, places int) decimal.Decimal {
	for places > 0 && strings.HasSuffix(digits, "0") {
		digits, places = digits[:len(digits)-1], places-1
	}
	digits = strings.TrimLeft(digits, "0")
	if digits == "" {
		return decimal.Decimal{}
	}
	if places < 0 {
		digits, places = digits+strings.Repeat("0", -places), 0
	}
	switch {
	case len(digits) > MaxDigits:
		l.report(t.from, msgDigits, MaxDigits)
		return decimal.Decimal{}
	case places > MaxPlaces:
		l.report(t.from, msgPlaces, MaxPlaces)
		return decimal.Decimal{}
	}
	if v, err := strconv.ParseInt(digits, 10, 64); err == nil {
		return decimal.New(v, int32(-places))
	}
	v, _ := new(big.Int).SetString(digits, 10) // digits are digits
	return decimal.NewFromBigInt(v, int32(-places))
}

// dated is a date or period as people write it, which would be a subtraction:
// the four digits of a year with a month and a day, a quarter or half, or a
// month of two digits.
var dated = regexp.MustCompile(`^((?:19|20)\d\d)(?:-(\d\d?)-(\d\d?)|年(\d\d?)月(\d\d?)日|-([QqHh]\d|0[1-9]|1[0-2]))`)

// date refuses a date or period without quotes, says how it is written, and
// goes on as if it had been.
func (l *lexer) date(t *token) bool {
	const longest = 11 // characters of 2026年12月31日
	var plain [longest]rune
	n := 0
	for _, r := range l.text[l.i:] {
		if n == longest || n == 4 && fold(r) != '-' && r != '年' {
			break
		}
		plain[n] = fold(r)
		n++
	}
	if n < len("2026-Q3") {
		return false
	}
	m := dated.FindStringSubmatch(string(plain[:n]))
	if m == nil {
		return false
	}
	before := l.cursor
	for range utf8.RuneCountInString(m[0]) {
		_, size := l.peek()
		l.skip(size)
	}
	if r, _ := l.peek(); digit(fold(r)) {
		l.cursor = before
		return false
	}
	written := l.text[before.i:l.i]
	value := m[1] + "-" + strings.ToUpper(m[6])
	switch {
	case m[6] != "":
		l.report(t.from, msgPeriod, written, value)
	case m[4] != "":
		value = isoDate(m[1], m[4], m[5])
		l.report(t.from, msgDateWords, value)
	default:
		value = isoDate(m[1], m[2], m[3])
		l.report(t.from, msgDate, written, value)
	}
	t.kind, t.literal = tokString, &String{Span{t.from, l.at}, value}
	return true
}

func isoDate(year, month, day string) string {
	return fmt.Sprintf("%s-%02s-%02s", year, month, day)
}
