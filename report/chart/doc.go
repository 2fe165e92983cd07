// Package chart draws a doc.Chart as a Scene: a list of shapes and texts on an
// integer grid, which the PDF replays as vectors in the report's own font and
// SVG writes as an image beside Markdown.
//
// Every text of the picture comes from the chart, already formatted: tick
// labels, value labels, names, unit. The package only places things, so that a
// picture cannot contradict the sentence beside it. Positions on the value axis
// are the one use of floating point; each is rounded to the grid before
// anything is computed from it, so the same chart gives the same scene on every
// machine.
//
// The pictures follow the notation of business charts (IBCS): actual figures
// are solid and dark, the previous period lighter, plans outlined, forecasts
// hatched; bars start at zero; every picture can be read in grey. What is
// missing is a gap with a mark, never a zero.
//
// What does not fit is handled so that nothing misleads: value labels that would
// touch are set smaller, staggered, or left out for all but the actual series;
// an axis of months thins its labels but keeps every January's with its year;
// bars with long names, or many of them, lie; and Split parts those that a page
// cannot hold.
//
// Layout draws on go-chart's Renderer interface, with its boxes, styles and
// ranges; the recorder behind it makes the Scene. No type of go-chart appears
// in the API.
package chart
