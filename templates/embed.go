// Package templates holds the built-in report templates, one YAML file a
// report and language: performance-review.zh-CN.yaml. Pass FS to report.Parse,
// or read a file from it as the start of a template of your own. Adding a
// report means adding a file; no Go changes.
package templates

import "embed"

// FS holds the built-in templates. It is read-only and safe for concurrent
// use.
//
//go:embed *.yaml
var FS embed.FS
