package expr

import (
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
)

func TestFormat(t *testing.T) {
	tests := []struct{ text, canonical string }{
		{"sales", "sales"},
		{"销售额 。 同比", "销售额.同比"},
		{"of（sales，region＝“华东”）．yoy", `of(sales, region == "华东").yoy`},
		{"promises( )", "promises()"},
		{"[ ]", "[]"},
		{"['二线','三线']", `["二线", "三线"]`},
		{`'say "go"'`, `"say ""go"""`},
		{"a<>b", "a != b"},
		{"a>=b", "a >= b"},
		{"a<=b", "a <= b"},
		{"a>b", "a > b"},
		{"a<b", "a < b"},
		{"a：b", "a : b"},
		{"a÷b×c", "a / b * c"},
		{"a 属于 [b]", "a in [b]"},
		{"a 不属于 [b]", "a not in [b]"},
		{"非 a 且 b 或 c", "not a and b or c"},
		{"-  a", "-a"},
		{"- -a", "--a"},
		{"1.50", "1.5"},
		{"15.0 %", "15%"},
		{"250%", "250%"},
		{"1.2万", "12000"},
		{"3亿元", "300000000元"},
		{"0.05元", "0.05元"},

		// Brackets that mean nothing go, the others stay.
		{"((a))", "a"},
		{"(a + b) + c", "a + b + c"},
		{"a + (b + c)", "a + (b + c)"},
		{"a - (b - c)", "a - (b - c)"},
		{"(a * b) + c", "a * b + c"},
		{"(a + b) * c", "(a + b) * c"},
		{"a / (b * c)", "a / (b * c)"},
		{"-(a * b)", "-(a * b)"},
		{"(-a) * b", "-a * b"},
		{"(-a).b", "(-a).b"},
		{"-(a.b)", "-a.b"},
		{"(a + b) : (c)", "a + b : c"},
		{"(a : b) * c", "(a : b) * c"},
		{"(a : b) : c", "(a : b) : c"},
		{"a : (b : c)", "a : (b : c)"},
		{"(a = b) = c", "(a == b) == c"},
		{"a = (b = c)", "a == (b == c)"},
		{"(a : b) = c", "a : b == c"},
		{"(not a) = b", "(not a) == b"},
		{"not (a = b)", "not a == b"},
		{"not (a and b)", "not (a and b)"},
		{"(not a) and b", "not a and b"},
		{"(a or b) and c", "(a or b) and c"},
		{"a or (b and c)", "a or b and c"},
		{"a and (b and c)", "a and (b and c)"},
		{"(a in b) and (c not in d)", "a in b and c not in d"},
		{"f((a), (b or c))", "f(a, b or c)"},
	}
	for _, test := range tests {
		n, problems := Parse(test.text)
		if problems != nil {
			t.Errorf("%s: refused: %s", test.text, say("en", problems))
		}
		if got := Format(n); got != test.canonical {
			t.Errorf("%s is written %s, want %s", test.text, got, test.canonical)
		}
		again, _ := Parse(test.canonical)
		if Format(again) != test.canonical || dump(again) != dump(n) {
			t.Errorf("%s is read as %s, want %s", test.canonical, dump(again), dump(n))
		}
	}
}

// TestFormatBuilt has trees that no text gives: a program makes them, and they
// are written so that the text means the same.
func TestFormatBuilt(t *testing.T) {
	five := &Number{Value: decimal.New(-5, 0)}
	tests := []struct {
		n    Node
		want string
	}{
		{nil, ""},
		{five, "-5"},
		{&Binary{Op: Sub, X: &Name{Ident: "a"}, Y: five}, "a - -5"},
		{&Select{X: five, Ident: "yoy"}, "(-5).yoy"},
		{&Number{Value: decimal.New(12, 3)}, "12000"},
		{&Number{Value: decimal.New(2, 3), Percent: true}, "200000%"},
	}
	for _, test := range tests {
		if got := Format(test.n); got != test.want {
			t.Errorf("written %s, want %s", got, test.want)
		}
		if _, problems := Parse(test.want); test.want != "" && problems != nil {
			t.Errorf("%s: refused: %s", test.want, say("en", problems))
		}
	}
}

// TestRoundTrip writes and reads trees at random.
func TestRoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		n := grow(random, 4)
		text := Format(n)
		again, problems := Parse(text)
		if problems != nil || dump(again) != dump(n) {
			t.Fatalf("%s\n is written %s\n and read as %s\n%s", dump(n), text, dump(again), say("en", problems))
		}
	}
}

// grow makes a tree of at most so many levels.
func grow(random *rand.Rand, levels int) Node {
	pick := func(some ...string) string { return some[random.IntN(len(some))] }
	parts := func() (all []Node) {
		for range random.IntN(3) {
			all = append(all, grow(random, levels-1))
		}
		return all
	}
	kinds := 8
	if levels == 0 {
		kinds = 3
	}
	switch random.IntN(kinds) {
	case 0:
		return &Name{Ident: pick("sales", "销售额", "_", "非核心", "inside", "e5", "元")}
	case 1:
		places := int32(random.IntN(6))
		n := &Number{Percent: random.IntN(3) == 0}
		n.Money = !n.Percent && random.IntN(3) == 0
		digits := int64(random.IntN(1_000_000))
		for ; digits%10 == 0 && places > 0; places-- {
			digits /= 10
		}
		n.Value = decimal.New(digits, -places)
		return n
	case 2:
		return &String{Value: pick("", "华东", `"`, `""`, "}}", "a 'b' “c”", " ", `\`)}
	case 3:
		return &List{Items: parts()}
	case 4:
		return &Call{Ident: pick("of", "限定", "yoy"), Args: parts()}
	case 5:
		return &Select{X: grow(random, levels-1), Ident: pick("yoy", "同比", "_1")}
	case 6:
		return &Unary{Op: []Op{Neg, Not}[random.IntN(2)], X: grow(random, levels-1)}
	}
	op := Op(random.IntN(int(Or) + 1))
	return &Binary{Op: op, X: grow(random, levels-1), Y: grow(random, levels-1)}
}
