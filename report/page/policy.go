package page

import (
	"strings"

	"herstel/report/echarts"
)

// foldScript runs before anything is drawn, pageScript when the page is there.
var (
	foldScript = scriptOf("pagefold.js")
	pageScript = "\"use strict\";\n(() => {\n" + scriptOf("page.js", "pagetable.js", "pagetakeover.js") +
		"start();\n})();\n"
)

// scriptOf joins files of the page.
func scriptOf(names ...string) string {
	var script strings.Builder
	for _, name := range names {
		text, err := pageFiles.ReadFile(name)
		if err != nil {
			panic(err) // the file is embedded beside this one
		}
		script.Write(text)
	}
	return script.String()
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
