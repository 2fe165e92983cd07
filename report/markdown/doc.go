// Package markdown writes a document as GitHub-flavoured Markdown, with the
// same words and figures as every other output.
//
//	err := markdown.Render(ctx, w, document)
//
// writes text alone: a chart becomes the table of its values. With a Renderer
// that has an Asset function, charts are SVG images beside the file:
//
//	r := markdown.Renderer{Dir: "quarterly.charts", Asset: func(name string, svg []byte) error {
//		return os.WriteFile(name, svg, 0o644)
//	}}
//	err := r.Render(ctx, w, document)
//
// Whatever stands in a text, a reader of the rendered page sees exactly that
// text: nothing becomes a list, a link, an emphasis, an entity or a template of
// a site generator. Tests prove it by parsing the output again.
//
// Emphasis is written as <strong>, because CommonMark's asterisks do not work
// beside Chinese punctuation: **重点：**内容 stays literal. A list whose marks
// Markdown cannot make, such as （1）, is written as paragraphs that begin with
// their marks.
package markdown
