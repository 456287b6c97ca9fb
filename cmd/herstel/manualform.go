package main

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

// block is one paragraph, heading, list item or piece of code of the manual.
type block struct {
	kind  blockKind
	level int // of a heading
	lang  string
	text  string
}

type blockKind uint8

const (
	paragraph blockKind = iota
	heading
	item
	code
)

// parseManual reads the little Markdown that the manual is written in:
// headings, paragraphs, lists, fenced code, **bold** and `code`.
func parseManual(text string) []block {
	var blocks []block
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		switch {
		case line == "":
		case strings.HasPrefix(line, "```"):
			var body []string
			for i++; i < len(lines) && !strings.HasPrefix(lines[i], "```"); i++ {
				body = append(body, lines[i])
			}
			blocks = append(blocks, block{kind: code, lang: line[3:], text: strings.Join(body, "\n")})
		case strings.HasPrefix(line, "#"):
			title := strings.TrimLeft(line, "#")
			blocks = append(blocks, block{kind: heading, level: len(line) - len(title), text: strings.TrimSpace(title)})
		case strings.HasPrefix(line, "- "):
			blocks = append(blocks, block{kind: item, text: line[2:]})
		default:
			blocks = append(blocks, block{kind: paragraph, text: line})
		}
	}
	return blocks
}

// manualWidth is the width of the manual in a terminal.
const manualWidth = 78

var marks = strings.NewReplacer("**", "", "`", "")

// writeManualText writes the manual for a terminal.
func writeManualText(blocks []block) string {
	var b strings.Builder
	for i, bl := range blocks {
		if i > 0 && !(bl.kind == item && blocks[i-1].kind == item) {
			b.WriteString("\n")
		}
		switch bl.kind {
		case heading:
			underline := "-"
			if bl.level == 1 {
				underline = "="
			}
			fmt.Fprintf(&b, "%s\n%s\n", bl.text, strings.Repeat(underline, len([]rune(bl.text))))
		case item:
			b.WriteString(wrap(marks.Replace(bl.text), "- ", "  "))
		case code:
			b.WriteString("    " + strings.ReplaceAll(bl.text, "\n", "\n    ") + "\n")
		default:
			b.WriteString(wrap(marks.Replace(bl.text), "", ""))
		}
	}
	return b.String()
}

// wrap breaks a text into lines of manualWidth characters.
func wrap(text, first, rest string) string {
	var b strings.Builder
	line, words := first, 0
	for _, word := range strings.Fields(text) {
		if words > 0 && len([]rune(line))+1+len([]rune(word)) > manualWidth {
			b.WriteString(line + "\n")
			line, words = rest, 0
		}
		if words > 0 {
			line += " "
		}
		line += word
		words++
	}
	return b.String() + line + "\n"
}

const manualHead = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Handleiding van herstel</title>
<style>
body { font: 1rem/1.6 Arial, sans-serif; color: #1a1a1a; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2 { line-height: 1.25; color: #00435f; }
h2 { margin-top: 2.5rem; }
pre { background: #f2f5f7; padding: .75rem 1rem; overflow-x: auto; }
code { font: .95em/1.5 Consolas, Menlo, monospace; overflow-wrap: anywhere; }
li { margin: .4rem 0; }
@media print { body { max-width: none; margin: 0; } pre, li { break-inside: avoid; } }
</style>
</head>
<body>
<main>
`

// writeManualHTML writes the manual as a page of its own.
func writeManualHTML(blocks []block) string {
	var b strings.Builder
	b.WriteString(manualHead)
	for i, bl := range blocks {
		if bl.kind == item && (i == 0 || blocks[i-1].kind != item) {
			b.WriteString("<ul>\n")
		}
		switch bl.kind {
		case heading:
			fmt.Fprintf(&b, "<h%d>%s</h%d>\n", bl.level, inline(bl.text), bl.level)
		case item:
			fmt.Fprintf(&b, "<li>%s</li>\n", inline(bl.text))
		case code:
			fmt.Fprintf(&b, "<pre tabindex=\"0\"><code>%s</code></pre>\n", html.EscapeString(bl.text))
		default:
			fmt.Fprintf(&b, "<p>%s</p>\n", inline(bl.text))
		}
		if bl.kind == item && (i+1 == len(blocks) || blocks[i+1].kind != item) {
			b.WriteString("</ul>\n")
		}
	}
	b.WriteString("</main>\n</body>\n</html>\n")
	return b.String()
}

var (
	boldText = regexp.MustCompile(`\*\*(.+?)\*\*`)
	codeText = regexp.MustCompile("`(.+?)`")
)

// inline writes the bold and code marks of a line as HTML.
func inline(text string) string {
	text = html.EscapeString(text)
	text = boldText.ReplaceAllString(text, "<strong>$1</strong>")
	return codeText.ReplaceAllString(text, "<code>$1</code>")
}
