package main

import (
	"errors"
	"io/fs"

	"example.com/channelreport/channel/source"
)

// What the program itself has to say, beside what book and template refuse.
var (
	msgNoPeriod      = source.Message{Code: "no-period", En: "-period is missing: it says which period the report is about, such as -period 2026-Q3", Zh: "缺少 -period：请说明报告期间，例如 -period 2026-Q3"}
	msgNoBook        = source.Message{Code: "no-book", En: "the book cannot be opened: %v; without -book the fictitious sample is used, and -init DIR makes a new book", Zh: "无法打开账套：%v；不写 -book 时使用虚构的示例账套，用 -init 文件夹 可新建账套"}
	msgNotFolder     = source.Message{Code: "not-a-folder", En: "a book is a folder or an .xlsx workbook; this is neither", Zh: "账套应为文件夹或 .xlsx 工作簿，此处都不是"}
	msgHasBook       = source.Message{Code: "has-book", En: "this is there already, and -init writes over nothing", Zh: "此处已有文件，-init 不覆盖任何内容"}
	msgNoBuiltin     = source.Message{Code: "no-such-template", En: "there is no built-in template %s in %s; there are: %s", Zh: "没有名为 %s 的内置模板（%s）；可用：%s"}
	msgLocales       = source.Message{Code: "locales-differ", En: "the template is in %s, but -locale asks for %s", Zh: "模板的语言为 %s，而 -locale 要求 %s"}
	msgUnwritable    = source.Message{Code: "cannot-write", En: "the file cannot be written: %v", Zh: "无法写入文件：%v"}
	msgNoPartner     = source.Message{Code: "no-such-partner", En: "the channel has no partner %q", Zh: "渠道中没有伙伴 %q"}
	msgPartnerWanted = source.Message{Code: "partner-wanted", En: "the template makes a report for each partner; say -partner ID or -partner all", Zh: "该模板为每个伙伴各出一份报告，请加 -partner 编号 或 -partner all"}
	msgNotPerPartner = source.Message{Code: "not-per-partner", En: "-partner goes with a template that has scope: partner", Zh: "-partner 只用于 scope: partner 的模板"}
	msgStrict        = source.Message{Code: "strict", En: "there were warnings, and -strict lets none pass; nothing was written", Zh: "有警告，-strict 不予放行；没有写出任何文件"}
)

// about is a problem with a file or folder of the command line.
func about(name string, m source.Message, args ...any) *source.Error {
	return &source.Error{Position: source.Position{File: name}, Message: m, Args: args}
}

// system words the usual refusals of the file system in both languages.
func system(err error) any {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return source.Term{En: "it does not exist", Zh: "不存在"}
	case errors.Is(err, fs.ErrPermission):
		return source.Term{En: "permission denied", Zh: "没有权限"}
	case errors.Is(err, fs.ErrExist):
		return source.Term{En: "something else has that name", Zh: "同名的文件或文件夹已存在"}
	}
	return err
}
