package source

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
)

var (
	tooLate = Message{Code: "too-late", En: "%v is after %v", Zh: "%[2]v 早于 %[1]v"}
	plain   = Message{Code: "plain", En: "100%% wrong", Zh: "完全错误"}
)

func TestErrorTexts(t *testing.T) {
	at := Position{File: "a.csv", Line: 3, Column: 7}
	for _, tt := range []struct {
		e      Error
		en, zh string
	}{
		{Error{Position: at, Message: tooLate, Args: []any{"B", "A"}},
			"a.csv:3:7: B is after A [too-late]", "a.csv:3:7: A 早于 B [too-late]"},
		{Error{Position: at, Path: "items[0].due", Message: tooLate, Args: []any{"B", "A"}, Near: "due"},
			`a.csv:3:7: items[0].due: B is after A; did you mean "due"? [too-late]`,
			`a.csv:3:7: items[0].due: A 早于 B；是否想写 "due"？ [too-late]`},
		{Error{Message: plain}, "100% wrong [plain]", "完全错误 [plain]"},
		{Error{Position: at, Message: plain, Severity: Warning},
			"a.csv:3:7: warning: 100% wrong [plain]", "a.csv:3:7: 警告: 完全错误 [plain]"},
		{Error{Message: plain, Severity: Note}, "note: 100% wrong [plain]", "提示: 完全错误 [plain]"},
		{Error{Message: tooLate, Args: []any{Term{"the end", "结束"}, Message{En: "the start", Zh: "开始"}}},
			"the end is after the start [too-late]", "开始 早于 结束 [too-late]"},
	} {
		if got := tt.e.Error(); got != tt.en {
			t.Errorf("got %q, want %q", got, tt.en)
		}
		for _, locale := range []string{"zh", "zh-CN"} {
			if got := tt.e.In(locale); got != tt.zh {
				t.Errorf("in %s: got %q, want %q", locale, got, tt.zh)
			}
		}
		if got := tt.e.In("fr"); got != tt.en {
			t.Errorf("in a language that is not spoken: %q", got)
		}
	}
}

func TestSnippet(t *testing.T) {
	for _, tt := range []struct {
		line   string
		column int
		want   string
	}{
		{"date,amount", 6, "    date,amount\n         ^"},
		{"日期,金额", 4, "    日期,金额\n         ^"}, // 日期, take five columns
		{"ａ,b", 3, "    ａ,b\n       ^"},
		{"a\tb", 3, "    a b\n      ^"},
		{"end", 4, "    end\n       ^"},
		{"a", 0, ""},
		{"", 1, ""},
	} {
		e := Error{Line: tt.line, Position: Position{Column: tt.column}}
		if got := e.Snippet(); got != tt.want {
			t.Errorf("%q, column %d:\n%s\nwant\n%s", tt.line, tt.column, got, tt.want)
		}
	}
}

func TestList(t *testing.T) {
	a := &Error{Position: Position{File: "a", Line: 2}, Message: plain}
	b := &Error{Position: Position{File: "a", Line: 10}, Message: plain}
	c := &Error{Position: Position{File: "a", Line: 10}, Path: "x", Message: plain}
	again := &Error{Position: Position{File: "a", Line: 2}, Message: plain}
	var list List
	if list.Err() != nil {
		t.Error("an empty list is an error")
	}
	for _, e := range []*Error{c, b, a, again} {
		list.Add(e)
	}
	err := list.Err()
	if want := "a:2: 100% wrong [plain]\na:10: 100% wrong [plain]\na:10: x: 100% wrong [plain]"; err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
	if list[0] != c {
		t.Error("Err has changed the list")
	}
	var got List
	if !errors.As(fmt.Errorf("opening: %w", err), &got) || len(got) != 3 {
		t.Error("the list cannot be found in an error around it")
	}
}

func TestListCountsTheRest(t *testing.T) {
	var list List
	for i := range 102 {
		list.Add(&Error{Position: Position{Line: i + 1}, Message: plain})
	}
	for locale, want := range map[string]string{"en": "\nand 2 more problems", "zh-CN": "\n另有 2 处问题"} {
		text := list.In(locale)
		if !strings.HasSuffix(text, want) || strings.Count(text, "\n") != 100 {
			t.Errorf("%s ends in %q", locale, text[len(text)-60:])
		}
	}
}

func TestUnwrap(t *testing.T) {
	cause := &Error{Message: plain, Err: fs.ErrNotExist}
	list := List{{Message: tooLate}, cause}
	if !errors.Is(list, fs.ErrNotExist) || errors.Is(list, fs.ErrExist) {
		t.Error("the cause is not found")
	}
	var e *Error
	if !errors.As(list, &e) || e != list[0] {
		t.Error("a problem is not found")
	}
}

func TestProblems(t *testing.T) {
	e := &Error{Message: plain}
	if got := Problems(fmt.Errorf("x: %w", List{e})); len(got) != 1 || got[0] != e {
		t.Error("of a list:", got)
	}
	if got := Problems(fmt.Errorf("x: %w", e)); len(got) != 1 || got[0] != e {
		t.Error("of one problem:", got)
	}
	if Problems(fs.ErrExist) != nil || Problems(nil) != nil {
		t.Error("of other errors")
	}
}

func ExampleError_Snippet() {
	e := &Error{
		Position: Position{File: "sales.csv", Line: 7, Column: 4},
		Message:  Message{Code: "bad-number", En: "%q is not a number", Zh: "%q 不是数字"},
		Args:     []any{"一百"}, Line: "华东,一百",
	}
	fmt.Println(e)
	fmt.Println(e.Snippet())
	fmt.Println(e.In("zh-CN"))
	// Output:
	// sales.csv:7:4: "一百" is not a number [bad-number]
	//     华东,一百
	//          ^
	// sales.csv:7:4: "一百" 不是数字 [bad-number]
}
