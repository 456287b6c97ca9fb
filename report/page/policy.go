package page

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"

	"herstel/report/content"
	"herstel/report/echarts"
	"herstel/report/housestyle"
	"herstel/stats/rules"
)

// foldScript runs before anything is drawn, pageScript when the page is there.
var (
	foldScript = textOf("pagefold.js")
	pageScript = "\"use strict\";\n(() => {\n" + textOf("page.js", "pagetable.js", "pagetakeover.js") +
		"start();\n})();\n"
)

// textOf joins files of the page.
func textOf(names ...string) string {
	var joined strings.Builder
	for _, name := range names {
		text, err := pageFiles.ReadFile(name)
		if err != nil {
			panic(err) // the file is embedded beside this one
		}
		joined.Write(text)
	}
	return joined.String()
}

// policy forbids the page to fetch anything, and to run any script or apply
// any style sheet but its own. Style attributes are allowed: the charts are
// full of them, and without fetching they can do no harm.
func policy(scripts []string, style string) string {
	sources := make([]string, len(scripts))
	for i, s := range scripts {
		sources[i] = hashSource(s)
	}
	return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; script-src " +
		strings.Join(sources, " ") + "; style-src " + hashSource(style) + "; style-src-attr 'unsafe-inline'"
}

func hashSource(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Scripts gives the sources, in the form of a content security policy, of
// the scripts of every page. A document that shows a page in a frame hands its
// own policy down, and has to allow them.
func Scripts() ([]string, error) {
	program, err := echarts.Script()
	if err != nil {
		return nil, err
	}
	return []string{hashSource(program), hashSource(foldScript), hashSource(pageScript)}, nil
}

// Styles gives the sources of the style sheets that a page may have, as
// Scripts does: they are the same in every report, whatever its house style.
func Styles() []string { return []string{hashSource(styleSheet(false)), hashSource(styleSheet(true))} }

// styleSheet gives the style sheet. That of the demo puts a mark on every
// printed page.
func styleSheet(demo bool) string {
	sheet := textOf("page.css")
	if demo {
		sheet += fmt.Sprintf("@page{@top-left{content:%q;font:bold 9pt %s;color:#a3000b}}\n", content.ExampleMark,
			housestyle.DefaultFont)
	}
	return sheet
}

// houseStyle gives the colour and the typeface of the house, which the style
// sheet asks for, as the style of the whole document.
func houseStyle(style rules.HouseStyle) template.CSS {
	return template.CSS(fmt.Sprintf("--accent:%s;--font:%s", housestyle.AccentColor(style),
		housestyle.FontFamily(style)))
}
